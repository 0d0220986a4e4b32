"""Finds the turns of a transcript ("THE CHAIR: Order.") and the sources that stand in brackets ("(Source: clinic)").

Stands alone because both are forms of print without a verb of saying, and because only many labels together show that a
colon at a paragraph's head is somebody's turn to speak and no heading, note or time.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.lexicon import words
from sayso.model import Span
from sayso.parse.labels import FINITE, LANDS, TIME_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.stages import Paragraph, Parsed

TURN = 0.9
BRACKET = 0.7
MOST_WORDS = 8
"""The longest label, in words, a constituency or an employer among them."""
LEAST_TURNS = 3
"""How many turns show a transcript where no label is one of asking and answering."""
LABEL = re.compile(
    r"[“\"«]?(?:\[[^\]\n]{1,12}\]\s*|\(?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\)?\s+)?"
    r"(?P<label>[^\W\d_](?:[^:;?!\n“”\"«»]{0,70}[^\s:;?!\n“”\"«»,])?)\s?:\s+(?P<words>\S)"
)
INITIAL = re.compile(r"(?P<label>[QA])\.\s+(?P<words>\S)")
# Two brackets are nothing else: the labels of Wikinews' interviews.
IN_BRACKETS = re.compile(r"\(\((?P<label>[^()\n]{1,70})\)\)\s+(?P<words>\S)")
SOURCE = re.compile(
    r"[(\[](?:(?P<said>sources?|per|as reported by|reported by|according to)\s*:?\s+)?"
    r"(?P<who>[^()\[\]\n]{2,80}?)[)\]](?:\s*\.)?$",
    re.IGNORECASE,
)
BULLET = re.compile(
    r"\s*(?:[-•*–·▪►]\s+|\(?\w{1,3}\)\s+|\d{1,2}[:.]?\d\d(?:\s?h(?:rs?)?)?[.,:]?\s+|\d{1,2}\s\w{3,9}[.,]\s)"
)
HEADED = re.compile(r"(?:[^\W\d_][\w'’-]*[\s,]+){0,5}[\w'’-]+:\s+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“«‘(]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    label: Span
    words: Span


def turns(parsed: Parsed) -> list[Candidate]:
    """The turns of a transcript, each with the paragraphs that go on with it; none where there is no transcript."""
    found = list(_labelled(parsed))
    if not _is_transcript(parsed, found):
        return []
    made = []
    for turn, later in zip(found, [*found[1:], None], strict=True):
        further = _further(parsed, turn.paragraph, later.paragraph if later is not None else None)
        made.append(Candidate((turn.label,), (), (turn.words, *further), TURN))
    return made


def bracketed(parsed: Parsed) -> list[Candidate]:
    """The sentences whose source stands after them in brackets."""
    return [found for p in parsed.cleaned.paragraphs if (found := _in_brackets(parsed, p)) is not None]


def without(candidates: Sequence[Candidate], printed: Sequence[Candidate]) -> list[Candidate]:
    """Those of `candidates` that do not say again what `printed` says, by a label or by a bare quotation in a turn."""
    labels = sorted(span for one in printed for span in one.source)
    words = [span for one in printed for span in one.content]
    kept = []
    for one in candidates:
        if any(label.meets(span) for label in labels for span in (*one.source, *one.cue)):
            continue
        if not one.source and not one.cue and any(w.holds(span) for w in words for span in one.content):
            continue
        if any(label.meets(span) for label in labels for span in one.content) and not _holds(one, printed):
            continue
        kept.append(one)
    return kept


def _holds(one: Candidate, printed: Sequence[Candidate]) -> bool:
    """Whether a whole printed attribution stands within the candidate's words."""
    return any(all(any(c.holds(s) for c in one.content) for s in (*other.source, *other.content)) for other in printed)


def _labelled(parsed: Parsed) -> Iterator[_Turn]:
    for number, paragraph in enumerate(parsed.cleaned.paragraphs):
        span = paragraph.span
        printed = span.of(parsed.text)
        sure = IN_BRACKETS.match(printed)
        match = sure or LABEL.match(printed) or INITIAL.match(printed)
        titled = number == 0 and paragraph.kind == "headline" and parsed.cleaned.report.title is not None
        if match is None or paragraph.kind == "caption" or titled:
            continue
        label = Span(span.start + match.start("label"), span.start + match.end("label"))
        if sure or may_speak(parsed, label):
            yield _Turn(number, label, Span(span.start + match.start("words"), _end(parsed.text, span)))


def _end(text: str, span: Span) -> int:
    return span.start + len(span.of(text).rstrip())


def may_speak(parsed: Parsed, label: Span) -> bool:
    """Whether a label can be somebody's: short, with a capital, no clause, and no label of a story's parts."""
    printed = label.of(parsed.text)
    words = printed.split()
    if not printed[0].isupper() or len(words) > MOST_WORDS or ". " in re.sub(r"\b\w{1,4}\. ", "", printed):
        return False
    if key(printed) in _listed("asking") | _listed("answering"):
        return True
    if key(printed) in _listed("never") or words[0].lower() in _listed("first"):
        return False
    tokens = parsed.tokens_in(label)
    if not printed.isupper() and any(parsed.tags[t] in FINITE for t in tokens):
        return False
    return _is_somebody(parsed, label)


def _is_somebody(parsed: Parsed, label: Span) -> bool:
    """Whether the label is a name, an office or a role, and no place and no topic."""
    printed = label.of(parsed.text)
    words = [word.strip("().,").lower() for word in printed.split()]
    if any(word in _people() for word in words):
        return True
    labels = {e.label for e in parsed.entities_of(label)}
    if labels & {"PERSON"}:
        return True
    if labels & (LANDS | TIME_NAMES | {"CARDINAL"}):
        return False
    outlet = parsed.cleaned.report.outlet
    if outlet is not None and set(words) <= set(outlet.name.lower().split()):
        return True
    return _is_called_within(parsed, words[-1])


def _is_called_within(parsed: Parsed, word: str) -> bool:
    """Whether the report names a person by the label's last word elsewhere."""
    return any(e.label == "PERSON" and e.span.of(parsed.text).lower().split()[-1:] == [word] for e in parsed.entities)


def key(label: str) -> str:
    """A label as it is compared with others: lower case, without article and what follows a comma or a bracket."""
    bare = re.split(r"[,(]", label.lower())[0].strip(" .")
    return bare.removeprefix("the ")


def _is_transcript(parsed: Parsed, found: Sequence[_Turn]) -> bool:
    """Whether the labels alternate: several turns, more than one speaker, and one of them asking or speaking again."""
    labels = Counter(key(turn.label.of(parsed.text)) for turn in found)
    close = any(b.paragraph - a.paragraph == 1 for a, b in pairwise(found))
    if not close:
        return False
    if labels.keys() & _listed("asking"):
        return len(found) > 1
    return len(found) >= LEAST_TURNS and len(labels) > 1 and max(labels.values()) > 1


def _further(parsed: Parsed, number: int, following: int | None) -> list[Span]:
    """The paragraphs between one turn and the next: the speaker goes on; nobody knows it of what follows the last."""
    if following is None:
        return []
    between = parsed.cleaned.paragraphs[number + 1 : following]
    return [
        Span(p.span.start, _end(parsed.text, p.span))
        for p in between
        if p.kind in {"body", "list"} and parsed.text[p.span.start] not in "([*"
    ]


def _in_brackets(parsed: Parsed, paragraph: Paragraph) -> Candidate | None:
    text = parsed.text
    printed = paragraph.span.of(text).rstrip()
    match = SOURCE.search(printed)
    if match is None:
        return None
    who = Span(paragraph.span.start + match.start("who"), paragraph.span.start + match.end("who"))
    bullet = BULLET.match(printed)
    if match["said"] is None and not (bullet is not None and _is_informant(parsed, who)):
        return None
    first = bullet.end() if bullet is not None else 0
    told = printed[first : match.start()].rstrip()
    first += _last_sentence(told)
    headed = HEADED.match(printed[first : match.start()])
    first += headed.end() if headed is not None else 0
    words = printed[first : match.start()].rstrip().rstrip(".")
    if len(words.split()) < 2:  # noqa: PLR2004 - a single word says nothing
        return None
    start = paragraph.span.start + first
    return Candidate((who,), (), (Span(start, start + len(words)),), BRACKET)


def _last_sentence(told: str) -> int:
    breaks = [m.end() for m in SENTENCE.finditer(told)]
    return breaks[-1] if breaks else 0


def _is_informant(parsed: Parsed, who: Span) -> bool:
    """Whether what stands in brackets names a body, a person or a record, and is no gloss or number."""
    words = who.of(parsed.text).lower().split()
    if any(char.isdigit() for char in words[0]) or words[0] in _listed("first"):
        return False
    return any(word.strip(".,'’") in _people() | _bodies() for word in words)


@cache
def _people() -> frozenset[str]:
    return words("titles", "heads") | words("titles", "honorifics") | _listed("roles")


@cache
def _bodies() -> frozenset[str]:
    return words("organisations", "heads") | words("organisations", "documents", "words") | _listed("informants")


def _listed(name: str) -> frozenset[str]:
    return words("statements", "turns", name)
