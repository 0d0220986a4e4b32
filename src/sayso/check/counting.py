"""What a figure counts, in words that can be compared: stems of its clause, its noun, its place and its day.

Stands alone because the rules that set two figures against each other must first know that both count one thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.events import kinds_of
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.check.facts import Facts
    from sayso.model import Figure
    from sayso.stages import Parsed

COMPARED = ("count", "measure", "money", "percent")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout|[Nn]ear|[Oo]utside|[Aa]round)\s+(?:the\s+(?:[a-z]+\s+){0,3})?"
    r"([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3})"
)
_ENDINGS = re.compile(r"(?:ations?|ions?|ings?|ures?|ments?|als?|ers?|ed|es|s|e|y|d)$")
SHORTEST = 3
FARTHEST = 6  # heads between a number and the verb that puts something at it


@cache
def _classes() -> dict[str, str]:
    """Lemmas of the vocabulary of counts, each with the class it names ("die" and "death" are both of "killed")."""
    found: dict[str, str] = {}
    for name, entry in table("counted").items():
        if isinstance(entry, dict) and "rank" in entry:
            for word in (*entry.get("patients", ()), *entry.get("agents", ()), *entry.get("nouns", ())):
                found.setdefault(word, name)
            for word in entry.get("adjectives", ()):
                found.setdefault(word, name)
    for name, words in table("checks")["alike"].items():
        for word in words:
            found.setdefault(word, name)
    return found


@cache
def stem(word: str) -> str:
    """A word as it is compared: the class of counts it names, else its dictionary form without its ending."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    forms = [lemma(word, "noun"), lemma(word, "verb"), word]
    known = next((_classes()[form] for form in forms if form in _classes()), None)
    if known is not None:
        return known
    form = min(forms, key=len)
    short = _ENDINGS.sub("", form)
    return short if len(short) > SHORTEST else form


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    empty = set(table("checks")["empty"]["words"])
    return frozenset(stem(word) for word in words if word not in empty and len(word) > 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its sentence and range, and what can be compared of it.

    `words`: those said beside it, in lower case. `said`: their stems. `noun`: its noun's stem. `what`: all stems that
    say what is counted: the vocabulary's class, the noun, and what a number is put on ("put the dead at 23"). `who`:
    the stem of who the people counted are, empty where the words do not say. `places`: where.
    """

    figure: Figure
    sentence: Span
    words: frozenset[str]
    said: frozenset[str]
    noun: str
    what: frozenset[str]
    who: str
    places: frozenset[str]
    where: frozenset[str]
    low: float
    high: float

    @property
    def befell(self) -> frozenset[str]:
        """What befell the counted, by the classes of the vocabulary."""
        return frozenset({self.figure.counted}) if self.figure.counted else self.said & {*_befallen(), "loss"}


def counted(facts: Facts, figure: Figure) -> Counted | None:
    """The figure as it is compared; null where it has no number or counts nothing that can be."""
    put = _put(facts, figure)
    if (figure.kind not in COMPARED and not put) or (figure.value is None and figure.bound != "between"):
        return None
    around = clauses.sentence(facts, figure.span)
    low, high = _range(figure)
    own = _own(facts, figure, around)
    last = (clauses.words_of(figure.noun.text) or [""])[-1] if figure.noun is not None and not put else ""
    noun = put or (stem(last) if last else "")
    said = stems(own)
    what = frozenset({noun, *([figure.counted] if figure.counted else [])} - {""} - _nobody())
    what = what or said & named() or deed(facts, figure)
    person_ = person(figure) or put in ("killed", "people")
    places = frozenset(_PLACE.findall(around.of(facts.text)) or ([figure.place] if figure.place else []))
    places |= _places(facts, around)
    return Counted(
        figure=figure,
        sentence=around,
        words=frozenset(own),
        said=said,
        noun=noun,
        what=what,
        who=noun if person_ and not generic(noun) and noun not in _classes().values() else "",
        places=places,
        where=_where(facts, around),
        low=low,
        high=high,
    )


def alike(one: Counted, two: Counted) -> bool:
    """Whether two figures count in one unit what is named alike."""
    kinds = {row.figure.kind for row in (one, two)} - {"age"}
    if len(kinds) > 1 or not all(_whole(row) for row in (one, two) if row.figure.kind == "count"):
        return False
    if (one.figure.counted or two.figure.counted) and not of_one_class(one.befell, two.befell):
        return False
    if kinds & {"money", "measure"} or (one.figure.unit == two.figure.unit and one.noun == two.noun != ""):
        return one.figure.unit == two.figure.unit and (one.figure.kind == "count" or bool(one.said & two.said))
    if "percent" in kinds:
        return one.noun == two.noun and not generic(one.noun)
    if one.what & two.what:
        return True
    return any(
        a.what & b.said & named()
        and (generic(b.noun) or a.figure.unit == b.figure.unit is not None)
        and not (a.who and b.who)
        for a, b in ((one, two), (two, one))
    )


def of_one_class(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether what befell the counted may be one thing (who was abducted is missing)."""
    groups = [set(group) for group in table("checks")["conflicts"]["one_class"]]
    return bool(one & two) or any(one & group and two & group for group in groups)


@cache
def said_of() -> frozenset[str]:
    """The classes that say what befell or was done, and not only what is counted."""
    return _befallen() | frozenset(table("checks")["alike"])


@cache
def _befallen() -> frozenset[str]:
    return frozenset(
        name for name, entry in table("counted").items() if isinstance(entry, dict) and entry.get("person")
    )


def _where(facts: Facts, around: Span) -> frozenset[str]:
    """What stands behind "in", "at" and the like in the sentence, but for times and events ("in the valley")."""
    parsed = facts.parsed
    if parsed is None:
        return frozenset()
    dates = [date.span for date in facts.reading.dates if date.span.meets(around)]
    found = set()
    for token in parsed.tokens_in(around):
        link = int(parsed.heads[token])
        if parsed.deps[token] != "pobj" or parsed.lower[link] not in (
            "in",
            "at",
            "near",
            "across",
            "outside",
            "inside",
        ):
            continue
        here = parsed.span(token, token + 1)
        if parsed.tags[token][:2] == "NN" and not kinds_of(parsed, token) and not any(here.meets(day) for day in dates):
            inner = [c for p in parsed.children[token] if parsed.lower[p] == "of" for c in parsed.children[p]]
            found |= {lemma(parsed.words[noun], "noun") for noun in (token, *inner)}
    return frozenset(found)


def _places(facts: Facts, around: Span) -> frozenset[str]:
    """The places that a sentence names."""
    if facts.parsed is None:
        return frozenset()
    tokens = facts.parsed.tokens_in(around)
    found = facts.parsed.entities_in(tokens.start, tokens.stop)
    return frozenset(one.span.of(facts.text).removeprefix("the ") for one in found if one.label in ("GPE", "LOC"))


def _whole(row: Counted) -> bool:
    return row.figure.value is None or row.figure.value == int(row.figure.value)


@cache
def named() -> frozenset[str]:
    """All classes of what is counted, by name."""
    return frozenset(_classes().values())


@cache
def _nobody() -> frozenset[str]:
    return frozenset(stem(word) for word in table("checks")["empty"]["people"]) - named()


def deed(facts: Facts, figure: Figure) -> frozenset[str]:
    """The stem of the verb that says what the counted did or what befell them ("58 people admitted")."""
    parsed = facts.parsed
    tokens = parsed.tokens_in(figure.span) if parsed is not None else range(0)
    if parsed is None or not tokens:
        return frozenset()
    last = parsed.tokens_in(figure.noun.span)[-1:] if figure.noun is not None else tokens[-1:]
    at = last[0] if last else tokens[-1]
    below = [c for c in parsed.children[at] if parsed.deps[c] in ("acl", "relcl") or parsed.tags[c] == "VBN"]
    above = [head for head in _up(parsed, at) if parsed.tags[head].startswith("VB")][:1]
    light = set(table("events")["light"]["verbs"]) - {"hold", "carry"} | set(table("events")["light"]["said"])
    verbs = [verb for verb in (*below, *above) if parsed.tags[verb].startswith("VB")]
    verbs = [verb for verb in verbs if parsed.lower[verb] not in table("checks")["voices"]["gives"]]
    return frozenset(stem(name) for verb in verbs if (name := lemma(parsed.words[verb], "verb")) not in light)


def _put(facts: Facts, figure: Figure) -> str:
    """The stem of what the number is put on: "put the dead at 23", "estimated the crowd at 22,000"; empty for none."""
    parsed = facts.parsed
    tokens = parsed.tokens_in(figure.span) if parsed is not None else range(0)
    if parsed is None or not tokens or tokens[0] == 0 or parsed.lower[tokens[0] - 1] not in ("at", "as"):
        return ""
    verb = next((t for t in _up(parsed, tokens[0] - 1) if parsed.tags[t].startswith("VB")), -1)
    if verb < 0 or parsed.lower[verb] not in table("checks")["voices"]["gives"]:
        return ""
    thing = next(
        (c for c in parsed.children[verb] if parsed.deps[c] in ("dobj", "nsubjpass", "nsubj") and c > verb), -1
    )
    if thing < 0:
        return ""
    inner = [c for p in parsed.children[thing] if parsed.deps[p] == "prep" for c in parsed.children[p]]
    counted_things = ("number", "figure", "toll", "count", "total", "size", "tally")
    return stem(parsed.words[inner[0] if inner and parsed.lower[thing] in counted_things else thing])


def _up(parsed: Parsed, token: int) -> Iterator[int]:
    """The heads above a token, nearest first."""
    for _ in range(FARTHEST):
        if int(parsed.heads[token]) == token:
            return
        token = int(parsed.heads[token])
        yield token


def _own(facts: Facts, figure: Figure, around: Span) -> list[str]:
    """The words of the sentence without its dates and without the source and cue of the figure's attribution."""
    row = next((row for row in facts.reading.attributions if row.id == figure.attribution), None)
    inside = [around] if row is None else [_cut(span, around) for span in row.content.spans if span.meets(around)]
    dates = [date.span for date in facts.reading.dates if date.span.meets(around)]
    found = [
        Span(*match.span()) for span in inside for match in clauses.WORD.finditer(facts.text, span.start, span.end)
    ]
    return [word.of(facts.text).lower() for word in found if not any(word.meets(date) for date in dates)]


def _cut(span: Span, around: Span) -> Span:
    return Span(max(span.start, around.start), min(span.end, around.end))


def _range(figure: Figure) -> tuple[float, float]:
    """The least and the most that the printed number may mean; "about" reaches a tenth either way."""
    value = figure.value
    if figure.bound == "between" or value is None:
        return (figure.low if figure.low is not None else 0, figure.high if figure.high is not None else inf)
    if figure.bound in ("at_least", "more_than"):
        return value, inf
    if figure.bound in ("at_most", "less_than"):
        return 0, value
    if figure.bound == "about":
        return value * 0.9, value * 1.1
    slack = _rounding(value) if figure.kind != "percent" else _WHOLE_PERCENT * (value == int(value))
    return value - slack, value + slack


def _rounding(value: float) -> float:
    """By how much a number may have been rounded: half of its last place that is not zero, for round thousands."""
    whole = int(value) if value == int(value) else 0
    place = 1
    while whole and whole % (place * 10) == 0:
        place *= 10
    return place / 2 if place >= _ROUND else 0


_ROUND = 100
_WHOLE_PERCENT = 0.5


def person(figure: Figure) -> bool:
    """Whether people are counted."""
    return figure.unit == "person" or figure.counted is not None


def generic(noun: str) -> bool:
    """Whether the noun of a count of people says nothing of who they are ("people", "bodies", "others")."""
    return not noun or noun in {stem(word) for word in table("checks")["empty"]["people"]}


def told(value: float) -> str:
    """A number as a sentence prints it: thousands apart, no places that arithmetic on fractions leaves behind."""
    return f"{round(value):,}" if value == round(value) else f"{round(value, 4):,}"
