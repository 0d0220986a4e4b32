"""Says why numbers near a total are surely not to be added up to it.

Stands alone because a veto holds whatever ties the numbers to the total; ties and completeness are asked after it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.check import clauses, part_words
from sayso.check.summands import FEWEST, Number
from sayso.lexicon import either, table, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.check.rows import Row

_AMONG, _WHOLE = words("checks", "parts", "among"), words("checks", "parts", "whole")
_KNOWN = words("clauses", "determiners", "known")
_JOINT = re.compile(r"\s{0,9}(?:[,;]|,?\s{0,9}(?:and|&))\s{0,9}")
_OUT_OF = re.compile(rf"(?:out )?of(?: (?:{either(words('checks', 'parts', 'out_of'))}))?")
_OF_SOME = re.compile(rf"of (?:{either(words('checks', 'parts', 'some_of'))})")


def veto(facts: Facts, row: Row, wide: Span, numbers: Sequence[Number], *, summed: bool) -> str | None:
    """Why the numbers are surely not to be added up to the total."""
    reasons = _by_rows(facts, row, numbers, summed=summed)
    return _by_words(facts, row, wide) or next((reason for holds, reason in reasons if holds), None)


def _by_rows(facts: Facts, row: Row, numbers: Sequence[Number], *, summed: bool) -> Iterator[tuple[object, str]]:
    """What of the numbers themselves may veto it, with its reason, one asked after the other: the cheapest first."""
    first = row.parts[0]
    among = set(clauses.words_of(facts.before(row.total.span, 24))[-2:]) & _AMONG
    behind = row.apart and first.sentence == row.total.sentence and part_words.of_them(facts, first)
    yield among or behind, "the numbers are of some among the total"
    yield part_words.is_rest(facts, first), "the first of the numbers is what is left of something else"
    peers = (one for one in numbers if one not in row.parts and one.noun and _next_to(facts, row.total, one))
    yield any(peers), "the total is one of an enumeration itself"
    groups = {part.noun for part in row.parts if part.row.unit == "person"} - {"", "peopl"}
    several = row.total.noun in groups and len(groups) > 1
    yield several, "the parts are of several groups, and the total of one of them"
    loose = row.total.row.kind == "measure" and not (row.next or summed or any(part.noun for part in row.parts))
    yield loose, "nothing ties the numbers to the total"
    of_some = (_OF_SOME.fullmatch(facts.between(a.span, b.span)) for a, b in pairwise(row.parts))
    yield any(of_some), "one of the numbers is of some of another"
    yield any(_called_whole(facts, part) for part in row.parts), "one of the numbers is called a total itself"
    yield any(_taken_up_again(facts, part) for part in row.parts), "one of the numbers tells of those told before"
    yield _named_item(facts, row), "an item of the list has no number"
    sentences = {part.sentence for part in row.parts}
    yield any(_other_days(facts, row, one) for one in sentences), "the parts are of another day"
    yield any(_peer(row, one) for one in numbers), "a number of the enumeration is as large as the total"
    before = summed and any(_between(row, one) for one in numbers)
    yield before, "others of their kind stand before the total"
    yield any(_joined(facts, row, one) for one in numbers), "a number of the enumeration counts something else"
    of_another = (_whole_of_another(facts, part, numbers) for part in row.parts)
    yield any(of_another), "one of the numbers is another's whole"


def _by_words(facts: Facts, row: Row, wide: Span) -> str | None:
    """The words that veto it: of some of the parts, of others, of what overlaps."""
    lexicon, first = table("checks")["parts"], row.parts[0]
    lead = Span(max(first.sentence.start, min(row.total.span.end, first.span.start)), first.span.start)
    leads = [lead, *(Span(max(part.sentence.start, part.span.start - 20), part.span.start) for part in row.parts)]
    if any(clauses.has(facts, span, lexicon["partial"]) for span in leads):
        return "the words say that the parts are some of it"
    start = first.span.start if first.sentence == row.total.sentence else first.sentence.start
    if clauses.has(facts, Span(start, row.around.end), lexicon["others"]):
        return "the words say that the parts are others"
    if clauses.has(facts, Span(start, max(start + 1, wide.end)), lexicon["overlapping"]):
        return "the words say that the parts may overlap"
    return None


def _next_to(facts: Facts, total: Number, other: Number) -> bool:
    """Whether another number of its kind follows on the total ("four males and one female")."""
    end = part_words.end_of(total)
    near = end <= other.span.start <= end + FEWEST * 4 and other.row.kind == total.row.kind
    return near and bool(total.noun) and _JOINT.fullmatch(facts.text[end : other.span.start]) is not None


def _joined(facts: Facts, row: Row, other: Number) -> bool:
    """Whether another count stands in one enumeration with the parts, next to one of them."""
    if (
        other.row.kind != "count"
        or not other.noun
        or other in (row.total, *row.parts)
        or other.amount == len(row.parts)
    ):
        return False
    return any(
        _JOINT.fullmatch(facts.text[end:start])
        for part in row.parts
        for end, start in ((part_words.end_of(part), other.span.start), (part_words.end_of(other), part.span.start))
        if end <= start <= end + FEWEST * 4
    )


def _taken_up_again(facts: Facts, part: Number) -> bool:
    """Whether the number says who those are that "the" takes up ("The victims, a man and three women, were")."""
    parsed, noun = facts.parsed, part.row.noun
    tokens = parsed.tokens_in(noun.span) if parsed is not None and noun is not None else range(0)
    if parsed is None or not tokens:
        return False
    at = tokens[-1]
    while parsed.deps[at] == "conj":
        at = int(parsed.heads[at])
    head = int(parsed.heads[at])
    the = {parsed.lower[child] for child in parsed.children[head]} & _KNOWN
    return parsed.deps[at] == "appos" and head < at and bool(the) and parsed.tags[head] == "NNS"


def _named_item(facts: Facts, row: Row) -> bool:
    """Whether the list behind the total starts with somebody by name ("six: Ida Roe, two guards and three guests")."""
    first, total = row.parts[0], row.total
    if not part_words.listed(facts, total, first):
        return False
    opener = re.split(r":\s|[\u2013\u2014(]|\s-\s", facts.text[total.span.end : first.span.start])[-1]
    return "," in opener


def _whole_of_another(facts: Facts, part: Number, numbers: Sequence[Number]) -> bool:
    """Whether another number is told as so many of this one ("30 of 207 punches")."""
    before = [one for one in numbers if one.span.end < part.span.start and one.sentence == part.sentence]
    return bool(before) and _OUT_OF.fullmatch(facts.between(before[-1].span, part.span)) is not None


def _called_whole(facts: Facts, part: Number) -> bool:
    """Whether a part is itself called the total of something ("a total of fifteen", "2,279 total subsidiaries")."""
    called = facts.before(part.span, 12).endswith("total of")
    return called or bool(_WHOLE & set(clauses.words_of(part.row.text)))


def _between(row: Row, other: Number) -> bool:
    """Whether another number of the total's kind stands between the last part and a total behind it."""
    apart = row.parts[-1].span.end <= other.span.start < row.total.span.start
    return apart and other.noun != "" and part_words.akin(other.noun, row.total.noun)


def _peer(row: Row, other: Number) -> bool:
    """Whether a number between the parts could be no part of the total ("eight on Friday, five on Saturday, eight")."""
    between = row.parts[0].span.start < other.span.start < row.parts[-1].span.start
    return (
        between
        and other is not row.total
        and other.whole >= row.total.whole
        and part_words.akin(other.noun or row.total.noun, row.total.noun)
    )


def _other_days(facts: Facts, row: Row, other: Span) -> bool:
    """Whether a part's sentence has days, and the total's has others, or a stretch of time."""
    own = row.total.sentence
    days = [day for day in facts.moments if day.grain != "clock"]
    ours, theirs = ([day for day in days if span.holds(day.row.span)] for span in (own, other))
    if own == other:
        return False
    if not theirs:
        return own.start > other.start and any(
            day.grain != "day" or day.row.span.start < row.total.span.start for day in ours
        )
    parts = sum(part.sentence == other for part in row.parts)
    if not ours:
        return len(theirs) < parts and any(own.holds(one.span) for one in facts.reading.dates)
    within = any(a.first <= b.first and b.last <= a.last for a in ours for b in theirs)
    shorter = all(b.last - b.first < a.last - a.first for a in ours for b in theirs) and len(theirs) < parts
    return shorter or not (within or any(a.first <= b.last and b.first <= a.last for a in ours for b in theirs))
