"""Finds a change whose amount is not the difference of its two ends ("rose from 40 to 52, a rise of 10").

Stands alone because its three numbers are tied by prepositions in one sentence, and none is a part of another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.summands import Number, as_number
from sayso.lexicon import either, table, words
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Span

RULE = "amount-of-change"
EPSILON = 1e-6
NEXT = 3  # characters from the end of a sentence to the next
WHOLE = 100
_WORDS = table("checks")["changed"]
_TRENDS = table("hedges")["trend"]
_VERBS: dict[str, str] = {
    verb: trend for group in ("verbs", "cause") for trend, some in _TRENDS[group].items() for verb in some
} | dict.fromkeys(_WORDS["verbs"]["up"], "up")
_PARTICLES: dict[str, str] = {word: trend for trend, some in _WORDS["particles"].items() for word in some}
_NOUNS: dict[str, str] = {noun: trend for trend, some in _WORDS["nouns"].items() for noun in some}
_WAYS: dict[str, str] = {way: trend for trend, some in _WORDS["ways"].items() for way in some}
_FILL = r"(?: (?!(?:by|to|from|and|or|than)\b)[a-z'\u2019-]+){0,3}"
_FROM = re.compile(rf"\bfrom{_FILL} ?[$\u20ac\u00a3]?$")
_THAN = re.compile(rf"\b(?:{either(words('checks', 'changed', 'base'))}){_FILL} ?[$\u20ac\u00a3]?$")
_TO = re.compile(rf"\b(?:{either(words('checks', 'changed', 'new'))}){_FILL} ?[$\u20ac\u00a3]?$")
_BY = re.compile(r"\bby(?: another| a further)? ?[$\u20ac\u00a3]?$")
_OF = re.compile(rf"\b({either(_NOUNS)}) of(?: another| a further)? ?[$\u20ac\u00a3]?$")
_BESIDE = re.compile(r"\b([a-z]+)(?: (?:another|a further|an additional))? ?[$\u20ac\u00a3]?$")
_MORE = re.compile(rf"(?:[a-z]+ ){{0,2}}?({either(_WAYS)}) than\b")
_BEHIND = re.compile(rf"-? ?(?:percentage[ -])?(?:points? )?({either(_NOUNS)})\b(?! (?:to|in the number))")
_UP = re.compile(rf"\b(?:{either(_WAYS)})\b")
_NEXT = re.compile(rf"(?:{either(words('checks', 'changed', 'taken_up'))})\b[^.,;:]{{0,60}}$", re.IGNORECASE)
_CUT = re.compile(rf"[;]|\b(?:{either(words('checks', 'changed', 'apart'))})\b", re.IGNORECASE)


_MOVES = {verb: way for verb, way in _VERBS.items() if verb not in words("checks", "changed", "other", "inverse")}
_TIMES: dict[str, float] = _WORDS["times"]
_MOVED = re.compile(r"(?:([a-z]+) )?([a-z]+) (?:from|to) ?[$\u20ac\u00a3]?$")
_WAY = {"up": "a fall", "down": "a rise"}
LOOSE = 1.3


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it is told: by how much, from what and to what; `trend` is null where no word says which way."""

    by: Number
    base: Number
    new: Number
    trend: str | None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the three numbers stand, in text order."""
        return tuple(sorted({self.by.span, self.base.span, self.new.span}))


def judge(facts: Facts) -> Iterator[Judgement]:
    """At most one finding for each change that is told with both its ends."""
    for base, new in _ends(facts):
        if (turned := _turned(facts, base, new)) is not None:
            yield turned
    for change in _changes(facts):
        if _fits(change):
            continue
        reason = _doubt(facts, change)
        yield LetGo(RULE, reason, change.spans) if reason else _found(change)


def _found(change: Change) -> Found:
    ends = f"From {told(change.base.row.value or 0)} to {told(change.new.row.value or 0)} is"
    off = abs(change.new.amount - change.base.amount)
    if change.by.row.kind == "percent" and change.base.row.kind != "percent":
        share = told(round(off / change.base.amount * WHOLE, 1))
        why = f"{ends} {share} percent; the text says {change.by.row.text}."
        return Found("sum-mismatch", RULE, "high", why, change.spans)
    why = f"{ends} {told(off)}; the text says {change.by.row.text}."
    return Found("sum-mismatch", RULE, "high", why, change.spans)


def _ends(facts: Facts) -> Iterator[tuple[Number, Number]]:
    """From what, and to what: two numbers of a sentence that are told as the ends of one change."""
    for numbers in _sentences(facts):
        for base in (one for one in numbers if _base(facts, one)):
            if (new := _new(facts, base, numbers)) is not None:
                yield base, new


def _turned(facts: Facts, base: Number, new: Number) -> Judgement | None:
    """A change whose verb says the other way, or so many times, than its ends do ("rose from 52 to 40")."""
    first, last = sorted((base, new), key=lambda one: one.span)
    verb = _MOVED.search(_lead(facts, first))
    if verb is None:
        return None
    name, spans = lemma(verb[2], "verb"), (first.span, last.span)
    way = _PARTICLES.get(verb[2]) or _MOVES.get(name)
    times = _TIMES.get(name)
    if way is not None and base.amount != new.amount and (new.amount > base.amount) != (way == "up"):
        why = f"From {told(base.row.value or 0)} to {told(new.row.value or 0)} is {_WAY[way]}; the text says {verb[2]}."
    elif times is not None and base.amount and not 1 / LOOSE <= new.amount / base.amount / times <= LOOSE:
        ratio = told(round(new.amount / base.amount, 2))
        why = f"{told(new.row.value or 0)} is {ratio} times {told(base.row.value or 0)}; the text says {verb[2]}."
    else:
        return None
    if verb[1] in _WORDS["other"]["nearly"] or _ranked(facts, first):
        return LetGo(RULE, "the change is told as more or less than that, or of a place in a row", spans)
    reason = _doubt(facts, Change(new, base, new, None))
    return LetGo(RULE, reason, spans) if reason else Found("sum-mismatch", RULE, "high", why, spans)


def _ranked(facts: Facts, one: Number) -> bool:
    """Whether a number is a place in a row, or below zero: less of it may be more."""
    beside = {*_lead(facts, one).split()[-2:], *clauses.words_of(_tail(facts, one))[:2]}
    around = clauses.words(facts, one.sentence)
    return not beside.isdisjoint(_WORDS["other"]["ranks"]) or clauses.holds(around, _WORDS["other"]["rates"])


def _sentences(facts: Facts) -> list[list[Number]]:
    """The numbers that may be told of a change, by sentence."""
    sentences: dict[tuple[int, int], list[Number]] = {}
    for row in facts.reading.figures:
        if row.value is not None and row.kind in _WORDS["kinds"]["of"]:
            one = as_number(facts, row)
            sentences.setdefault((one.sentence.start, one.sentence.end), []).append(one)
    return list(sentences.values())


def _changes(facts: Facts) -> Iterator[Change]:
    """The changes that are told with amount and both ends, by sentence, each end of one change alone."""
    groups = _sentences(facts)
    for at, numbers in enumerate(groups):
        behind = groups[at + 1] if at + 1 < len(groups) else []
        spent: set[Number] = set()
        for base in (one for one in numbers if _base(facts, one)):
            new = _new(facts, base, [one for one in numbers if one not in spent])
            by = None if new is None else _by(facts, base, new, [one for one in numbers if one not in spent], behind)
            if new is not None and by is not None:
                spent.update((base, new, by[0]))
                yield Change(by[0], base, new, by[1])


def _lead(facts: Facts, one: Number) -> str:
    """The words before a number in its sentence, in lower case."""
    start = max(one.sentence.start, one.span.start - 60)
    return " ".join(facts.text[start : one.span.start].lower().split())


def _tail(facts: Facts, one: Number) -> str:
    """The words behind a number in its sentence, in lower case; of a number that its noun stands within, behind it."""
    return " ".join(facts.text[one.span.end : min(one.sentence.end, one.span.end + 60)].lower().split())


def _base(facts: Facts, one: Number) -> bool:
    lead = _lead(facts, one)
    return (_FROM.search(lead) or _THAN.search(lead)) is not None


def _new(facts: Facts, base: Number, numbers: Sequence[Number]) -> Number | None:
    """Where a change that starts at `base` ends: what stands next to it behind "to", or the one before it."""
    like = [one for one in numbers if one is not base and _alike(one, base) and _amount(facts, one) is None]
    like = [one for one in like if one.row.unit not in _WORDS["points"]["units"] and not _apart(facts, one, base)]
    before = next((one for one in reversed(like) if one.span.end <= base.span.start), None)
    behind = next((one for one in like if one.span.start >= base.span.end), None)
    plain = _FROM.search(_lead(facts, base)) is not None
    if behind is not None and not (plain and _TO.search(_lead(facts, behind))):
        behind = None
    if before is not None and (_base(facts, before) or (plain and not _led(facts, before, base))):
        before = None
    if before is None or behind is None:
        return before or behind
    return before if base.span.start - before.span.end < behind.span.start - base.span.end else behind


def _led(facts: Facts, new: Number, base: Number) -> bool:
    """Whether words tie what a change came to with "from ..." behind it ("to 52 from 40", "52, up from 40")."""
    return _TO.search(_lead(facts, new)) is not None or _UP.search(facts.between(new.span, base.span)) is not None


def _by(
    facts: Facts, base: Number, new: Number, numbers: Sequence[Number], behind: Sequence[Number]
) -> tuple[Number, str | None] | None:
    """The number that says by how much it changed, and which way; none where there are two."""
    found = []
    for one in numbers:
        way = _amount(facts, one) if one not in (base, new) else None
        if (
            way is not None
            and _measures(one, new if base.row.kind == "count" else base)
            and not _apart(facts, one, base)
            and not _apart(facts, one, new)
        ):
            found.append((one, way or None))
    if not found and behind:
        one, opening = behind[0], facts.text[behind[0].sentence.start : behind[0].span.start].strip()
        way = _amount(facts, one)
        if (
            way
            and _NEXT.match(opening)
            and _measures(one, new if base.row.kind == "count" else base)
            and one.sentence.start - base.sentence.end < NEXT
        ):
            found.append((one, way))
    return found[0] if len(found) == 1 else None


def _amount(facts: Facts, one: Number) -> str | None:
    """Which way a number says that something changed by it: "up", "down", "" where it only says that, else null."""
    lead, tail = _lead(facts, one), _tail(facts, one)
    if (more := _MORE.match(tail)) is not None:
        return _WAYS[more[1]]
    if (noun := _OF.search(lead)) is not None:
        return _NOUNS[noun[1]]
    if (noun := _BEHIND.match(tail)) is not None and one.row.kind != "count":
        return _NOUNS[noun[1]]
    if _BY.search(lead) is not None:
        return ""
    beside = _BESIDE.search(lead)
    if beside is None:
        return None
    return _PARTICLES.get(beside[1]) or _VERBS.get(lemma(beside[1], "verb"))


def _alike(one: Number, base: Number) -> bool:
    """Whether two numbers may be the ends of one change: of one kind and unit, counts also without a noun."""
    bare = any(side.row.kind == "count" and not side.noun for side in (one, base))  # "from 212 to 195 centimetres"
    return bare or (one.row.kind, one.row.unit) == (base.row.kind, base.row.unit)


def _measures(by: Number, base: Number) -> bool:
    """Whether a number may be the difference of two such as `base`."""
    if by.row.kind == "percent":
        return True
    points = by.row.unit in _WORDS["points"]["units"] and base.row.kind == "percent"
    if by.row.kind == "count":
        return base.row.kind == "count" or (by.row.unit is None and base.row.kind == "money")
    return points or (by.row.kind == base.row.kind and by.row.unit == base.row.unit)


def _apart(facts: Facts, one: Number, two: Number) -> bool:
    """Whether words between two numbers of a sentence put them in clauses of their own."""
    first, last = sorted((one.span, two.span))
    return _CUT.search(facts.text, first.end, last.start) is not None


def _fits(change: Change) -> bool:
    """Whether the amount is what lies between the ends, each rounded as it is printed."""
    base, new, by = change.base, change.new, change.by
    if not base.amount:
        return True
    slack = sum(one.place / 2 for one in (base, new, by) if one.row.kind != "count" or one.place > 1) + EPSILON
    if by.row.kind != "percent" or base.row.kind == "percent":
        if abs(abs(new.amount - base.amount) - by.amount) <= slack:
            return True
        if by.row.kind != "percent" or by.row.unit != "percent":
            return False
    low = (new.amount - new.place / 2) / (base.amount + base.place / 2) - 1
    high = (new.amount + new.place / 2) / max(base.amount - base.place / 2, EPSILON) - 1
    least, most = sorted((abs(low), abs(high))) if low * high > 0 else (0.0, max(abs(low), abs(high)))
    return least * WHOLE - by.place <= by.amount <= most * WHOLE + by.place


def _doubt(facts: Facts, change: Change) -> str | None:
    """Why the three numbers may not be of one change."""
    if any(one.row.bound != "exact" for one in (change.by, change.base, change.new)):
        return "one of the numbers is a bound or rounded"
    around = clauses.sentence(facts, change.spans[0])
    if clauses.has(facts, around, _WORDS["other"]["measure"]):
        return "the change is measured otherwise than its ends"
    if len({one.row.attribution for one in (change.by, change.base, change.new)}) > 1:
        return "the numbers are of several voices"
    return None
