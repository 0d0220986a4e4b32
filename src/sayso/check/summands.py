"""Says which numbers of a report may be a total or a part of one: exact counts, and bare numbers that no row holds.

Stands alone because most numbers in a report are names, ages and addresses, and adding these up makes nonsense.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sayso.check import clauses
from sayso.check.counting import last_place, person, stem
from sayso.extract.figures.numerals import numerals
from sayso.lexicon import either, table, words
from sayso.model import Figure, Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts

FEWEST = 2
MONTHS = {"month": 1, "year": 12}
LINE = 120  # characters of a table's line
ROUND = 1000  # numbers that end in as many zeros may be rounded
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_AGED = re.compile(r"[a-z]{5}|-")
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|tn)\b|(?<=[0-9])(?:m|bn|tn|k)\b", re.IGNORECASE)
_SCALES = {"t": 10**12, "b": 10**9, "m": 10**6, "k": 10**3, "thousand": 10**3}
_OF_SIZE = re.compile(r"[0-9][0-9,]*-[a-z]+")
_HYPHENED, _HYPHEN, _JOINED = re.compile(r"[a-z]-$"), re.compile(r"-[a-z]"), re.compile(r"[\w.,]+-[a-z]")
_CLOCK = re.compile(r"[0-9]{1,2}[.:][0-9]{2}")
_THAN, _AHEAD = either(words("checks", "summands", "than")), either(words("checks", "summands", "ahead"))
_MORE = re.compile(rf"\s(?:\w+\s){{0,2}}?(?:{_THAN}) than\b|\s(?:{_AHEAD}) of\b")
_BEFORE = re.compile(rf"\b(?:{either(words('checks', 'summands', 'compared'))}|had \w+ at)$")
_DRAWN = re.compile(rf"\b(?:{either(words('checks', 'summands', 'drawn'))})\b")
_LAST = re.compile(r"(?<![0-9.,])[0-9][0-9,]{0,14}$")
_LABEL = re.compile(r"[A-Z][^0-9:|\n]{0,60}")
_IN_ALL = either(words("checks", "summands", "in_all"))
_ALL = re.compile(rf"[\s|*\u2022-]*(?:{_IN_ALL})\b[^0-9\n]*[:|\t-]\s*", re.IGNORECASE)
_CALLED = re.compile(rf",?\s(?:{either(words('checks', 'summands', 'called_behind'))})\b", re.IGNORECASE)
_BODY = re.compile(rf"\b(?:{either(words('checks', 'summands', 'of_body'))}) [a-z]+ of$")
_STEP = re.compile(r"\(\s*$")
_STEPS = re.compile(r"\)\s+(?!and\b)\w")
_SCORED = re.compile(r"[0-9](?:[-\u2013:/]|\s(?:for|off)\s)$")
_SCORE = re.compile(r"(?:[-\u2013:/]|\s(?:for|off)\s)[0-9]")
_EACH = re.compile(rf"(?:\s+[a-z]+){{0,2}}\s+(?:{either(words('checks', 'summands', 'each'))})\b")
_NAMES = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be added up.

    `amount`: its value, terms in months. `times`: how often it is told ("290 each" of two). `place`: of the last digit
    that is printed. `noun`: the last word behind it that is counted, empty where it stands bare.
    """

    row: Figure
    amount: float
    times: int
    place: float
    noun: str
    sentence: Span

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.row.span

    @property
    def whole(self) -> float:
        """What it comes to."""
        return self.amount * self.times


def summands(facts: Facts) -> list[Number]:
    """The numbers that may be added up, in text order."""
    read = (_matches(facts, row) for row in facts.reading.figures)
    rows = (row for row in (*read, *_unread(facts), *_lines(facts)) if _exact(facts, row) and not _label(facts, row))
    made = sorted((as_number(facts, row) for row in rows), key=lambda one: one.span)
    return [one for one in _terms(facts, made) if one.times]


def _terms(facts: Facts, numbers: list[Number]) -> Iterator[Number]:
    """The numbers, bare ones behind a prison term as terms too ("four years for fraud, three for theft")."""
    term: Number | None = None
    for one in numbers:
        if one.row.kind == "duration":
            term = one
        bare = one.row.kind == "count" and not one.noun and facts.text.startswith(" for ", one.span.end)
        if bare and term is not None and term.sentence == one.sentence:
            yield as_number(facts, replace(one.row, kind="duration", unit=term.row.unit))
        else:
            yield one


def may_be_total(facts: Facts, number: Number) -> bool:
    """Whether one of them may be a total: it is told what of, it is large, or it is called one."""
    row = number.row
    if row.kind == "age" or set(clauses.words_of(facts.before(row.span, 16))[-1:]) & _on_top() or number.times > 1:
        return False
    if number.noun == "others":
        return False
    if row.kind != "count" or number.noun or scaled(number) or row.counted is not None:
        return True
    return called_total(facts, number) or _BODY.search(facts.before(number.span, 40)) is not None


def called_total(facts: Facts, number: Number) -> bool:
    """Whether words put the number as a whole: "Total: 55", "55 in all", "a jury of 12", "casualties amount to 31"."""
    lexicon = table("checks")["parts"]
    line = facts.text[
        max(0, facts.text.rfind("\n", 0, number.span.start), number.span.start - LINE) : number.span.start
    ]
    if _ALL.fullmatch(line) is not None:
        return True
    end = number.row.noun.span.end if number.row.noun is not None and number.noun else 0
    if _CALLED.match(facts.text, max(end, number.span.end)) is not None:
        return True
    before = " ".join(clauses.words_of(facts.before(number.span, 40))[-3:])
    return any(f" {before} ".endswith(f" {words} ") for words in lexicon["called"])


def scaled(number: Number) -> bool:
    """Whether it is printed with a word of scale ("5.2 million")."""
    return _SCALE.search(number.row.text) is not None


def as_number(facts: Facts, row: Figure) -> Number:
    """The row as it is added up."""
    amount = float(row.value or 0) * (MONTHS.get(row.unit or "", 1) if row.kind == "duration" else 1)
    sentence = clauses.sentence(facts, row.span)
    return Number(row, amount, _times(facts, row, sentence), _place(row), _noun(facts, row), sentence)


def _noun(facts: Facts, row: Figure) -> str:
    """The stem of the noun that stands within or just behind the number."""
    if _OF_SIZE.fullmatch(row.text.partition(" ")[0]) is not None:
        return stem(clauses.words_of(row.text.partition("-")[2])[0])
    if row.noun is None:
        return ""
    beside = row.noun.span.meets(row.span) or (
        row.span.end <= row.noun.span.start and not facts.between(row.span, row.noun.span)
    )
    if beside and _verb(facts, row):
        return ""
    words = clauses.words_of(row.noun.text) if beside else []
    if "," in row.text and _of_one(row):
        return ""
    return stem(words[-1]) if words else ""


def _verb(facts: Facts, row: Figure) -> bool:
    """Whether what was taken for the noun is a verb ("620 work in Orvelle")."""
    parsed = facts.parsed
    tokens = parsed.tokens_in(row.noun.span) if parsed is not None and row.noun is not None else range(0)
    return bool(tokens) and parsed is not None and parsed.tags[tokens[-1]].startswith("VB")


def _place(row: Figure) -> float:
    """The place of the last digit that is printed: a tenth of a million for "5.2 million", one for "212"."""
    digits = re.search(r"[0-9][0-9,]*(?:\.([0-9]+))?", row.text)
    scale = _SCALE.search(row.text)
    if scale is not None:
        word = scale.group().lower()
        size = _SCALES.get(word, _SCALES.get(word[0], 1))
        return float(size / 10 ** len(digits[1] or "")) if digits else float(size)
    if digits is not None and digits[1]:
        return float(1 / 10 ** len(digits[1]))
    if digits is None and row.value is not None and row.value != int(row.value):
        return 0.0  # "half a point"
    place = last_place(int(row.value or 0))
    return float(place) if place >= ROUND else 1.0


def _times(facts: Facts, row: Figure, sentence: Span) -> int:
    """How often a number is told: "290 each" as often as names stand before it; zero where that can't be known."""
    end = row.noun.span.end if row.noun is not None and row.noun.span.start >= row.span.start else row.span.end
    if _EACH.match(facts.text, end) is None and _EACH.match(facts.text, row.span.end) is None:
        return 1
    before = re.split(r"[;:.(]", facts.text[sentence.start : row.span.start])[-1]
    number = next((word for word in clauses.words_of(before) if word in table("checks")["parts"]["times"]), "")
    if number:
        return int(table("checks")["parts"]["times"][number])
    named = [part for part in _NAMES.split(before) if part.strip()]
    return len(named) if len(named) > 1 else 0


def _unread(facts: Facts) -> Iterator[Figure]:
    """Numbers that no row holds, behind others of their sentence ("the Union 39, the Greens 17"), as bare counts."""
    parsed = facts.parsed
    if parsed is None:
        return
    rows = sorted([row.span for row in facts.reading.figures] + [row.span for row in facts.reading.dates])
    held = {parsed.sentence[tokens[0]] for row in facts.reading.figures if (tokens := parsed.tokens_in(row.span))}
    for sentence in sorted(held):
        cardinal = [token for token in parsed.sentence_tokens(sentence) if parsed.tags[token] == "CD"]
        if len(cardinal) < FEWEST:
            continue
        for number in numerals(facts.text, int(parsed.starts[cardinal[0]]), int(parsed.ends[cardinal[-1]])):
            span = Span(number.start, number.end)
            at = bisect_right(rows, span)
            taken = any(span.meets(other) for other in rows[max(0, at - 1) : at + 1])
            text = span.of(facts.text)
            decade = facts.text[span.end : span.end + 1].isalpha()  # "in their mid-20s"
            year = number.plain and _YEAR.fullmatch(text)
            if (
                not (taken or decade)
                and not year
                and number.form in ("digits", "words")
                and (text != "one" or facts.before(span, 4).endswith(("and", ",", ";", ":")))
            ):
                yield _bare_count(span, text, number.value)


def _lines(facts: Facts) -> Iterator[Figure]:
    """Numbers that no row holds, at the ends of three neighbouring lines or more that are made alike ("Halm  340")."""
    held = sorted(row.span for row in facts.reading.figures)
    block: list[Span] = []
    at = 0
    for line in facts.text.split("\n"):
        cell = _last_cell(line)
        block = (
            [*block, Span(at + cell.start, at + cell.end)] if cell is not None else block if not line.strip() else []
        )
        at += len(line) + 1
        if cell is not None and len(block) > FEWEST:
            for span in block if len(block) == FEWEST + 1 else block[-1:]:
                if not any(span.meets(other) for other in held):
                    text = span.of(facts.text)
                    yield _bare_count(span, text, float(text.replace(",", "")))


def _last_cell(line: str) -> Span | None:
    """The number that a line of a table ends with, behind a label without digits."""
    line = line.rstrip(" \t|")
    number = _LAST.search(line[:LINE]) if len(line) <= LINE else None
    if number is None or _LABEL.fullmatch(line[: number.start()].lstrip(" \t|*-\u2022").rstrip(" |\t.:-")) is None:
        return None
    return Span(*number.span())


def _matches(facts: Facts, row: Figure) -> Figure:
    """The row, or a bare count where matches won were taken for money ("ten won, six drawn")."""
    if (
        row.unit != "KRW"
        or not row.text.endswith(" won")
        or not _DRAWN.search(facts.text, row.span.end, row.span.end + 60)
    ):
        return row
    return _bare_count(Span(row.span.start, row.span.end - 4), row.text[:-4], row.value)


def _bare_count(span: Span, text: str, value: float | None) -> Figure:
    return Figure(
        id="",
        kind="count",
        span=span,
        text=text,
        value=value,
        low=None,
        high=None,
        bound="exact",
        trend=None,
        unit=None,
        noun=None,
        counted=None,
        part_of=None,
        convention=None,
        population=None,
        place=None,
        as_of=None,
        since=None,
        attribution=None,
    )


def _exact(facts: Facts, row: Figure) -> bool:
    """Whether it is one exact number of something, or a bare one that was taken for an age ("Tolva 40")."""
    if row.bound != "exact" or not row.value or row.value < 0:
        return False
    if row.kind == "duration":
        return row.unit in MONTHS
    if row.kind == "age":
        if row.span.end - row.span.start != len(row.text) or _AGED.search(row.text) is not None:
            return False
    elif row.kind not in ("count", "measure", "money") or (row.kind == "count" and _CLOCK.fullmatch(row.text)):
        return False
    return not (_joined(facts, row) or _scored(facts, row)) and _MORE.match(facts.text, row.span.end) is None


def _joined(facts: Facts, row: Figure) -> bool:
    """Whether a hyphen makes it part of a word ("three-on-two", "a 28-yard pass"), or brackets a note ("[43]")."""
    if facts.before(row.span, 1) == "[" and facts.text[row.span.end : row.span.end + 1] == "]":
        return True
    if row.kind == "measure" and _JOINED.match(row.text) is not None:
        return True
    before = facts.text[max(0, row.span.start - 2) : row.span.start]
    return _HYPHENED.search(before) is not None or _HYPHEN.match(facts.text, row.span.end) is not None


def _scored(facts: Facts, row: Figure) -> bool:
    """Whether it is of a score, one compared with another, or numbers a step ("2-1", "up from 12", "(1) ... (2)")."""
    before = facts.text[max(0, row.span.start - 24) : row.span.start]
    if _SCORE.match(facts.text, row.span.end) or _SCORED.search(before) or _BEFORE.search(before.rstrip().lower()):
        return True
    return _STEP.search(before) is not None and _STEPS.match(facts.text, row.span.end) is not None


def _label(facts: Facts, row: Figure) -> bool:
    """Whether the number is a name ("count 1", "the 2200 block"), or an age in apposition ("Lachlan, 44, and")."""
    before = clauses.words_of(facts.before(row.span, 16))[-1:]
    named = row.noun is not None and row.noun.span.meets(row.span)
    if not named and set(before) & set(table("checks")["parts"]["labels"]):
        return True
    if before == ["the"] and not _noun(facts, row) and row.kind == "count" and row.counted is None:
        return True
    if row.kind == "age":
        return facts.before(row.span, 3).rstrip().endswith(",")
    if _OF_SIZE.match(row.text) is not None or " of " in row.text or "," in row.text:
        return False
    return row.kind == "count" and (row.value or 0) > 1 and _of_one(row) and not _verb(facts, row)


def _of_one(row: Figure) -> bool:
    """Whether the noun behind the number is one thing's and no plural, so that the number is its name."""
    words = clauses.words_of(row.noun.text) if row.noun is not None else []
    if not words or row.noun is None or not row.span.meets(row.noun.span) or person(row) or row.counted is not None:
        return False
    return (
        lemma(words[-1], "noun") == words[-1]
        and not words[-1].endswith("s")
        and not words[-1].endswith("ing")
        and words[-1] not in _uncounted()
    )


def _uncounted() -> frozenset[str]:
    return words("checks", "parts", "uncounted")


@cache
def _on_top() -> frozenset[str]:
    return words("checks", "parts", "additional")
