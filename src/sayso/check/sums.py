"""Finds parts of a total that do not add up to it ("12 people: seven women and four children").

Stands alone because it is one rule, and this is its search: each number that may be a total is set against each run of
numbers near it that may count the same. A run is told where it comes near the total, no run makes it, and `partitions`
has no doubt that its numbers are the total's parts, and all of them.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check import clauses, part_words, partitions
from sayso.check.counting import stem, stems, told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.rows import Row
from sayso.check.summands import FEWEST, MONTHS, Number, called_total, may_be_total, scaled, summands
from sayso.lexicon import table
from sayso.parse import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Span

RULE = "parts-of-total"
MOST = 12  # parts
SENTENCES = 8  # with parts
REACH = 1500  # characters from a total to its first part
FARTHEST = 3000  # characters from a total to its last part
GAP = 400  # characters from one part to the next
BESIDE = 60  # characters between the parts of one enumeration
SKIPPED = 3  # numbers that may be parts, between the total and the first that is one
NEAR = 0.15  # of the total, by which a miscount is at most off
FEW = 2  # by which a small one may be
LARGE = 10_000  # numbers from which some are printed with a word of scale and some without
SPREAD = 1000  # times as large as a part a total may be
ALIKE = 0.35  # cosine from which two nouns may name one thing
_VOTE = stem("votes")
_FROM = re.compile(r"\b(?:from|in|of)(?: [a-z]+)?$")
_OUT_OF = re.compile(r"(?:[a-z]+ )?(?:out )?of(?: the| its| their| all| a total of)?")


def judge(facts: Facts) -> Iterator[Judgement]:
    """At most one finding for each total, of the longest run that has another sum."""
    numbers = summands(facts)
    found = {one: set(_rows(facts, one, numbers)) for one in numbers if may_be_total(facts, one)}
    fitting = [row for rows in found.values() for row in rows if row.fits]
    sure = [row for row in fitting if partitions.doubt(facts, row, numbers) is None]
    spent = {part for row in sure for part in row.parts}
    fitting = [row for row in fitting if row.next or row in sure]
    for total in (one for one in found if one not in {row.total for row in fitting}):
        for row in sorted(found[total], key=lambda row: (-len(row.parts), row.parts[0].span)):
            judged = _judged(facts, row, numbers) if not spent & set(row.parts) else None
            if judged is not None:
                yield judged
            if isinstance(judged, Found):
                spent.update((total, *row.parts))
                break


def _rows(facts: Facts, total: Number, numbers: Sequence[Number]) -> Iterator[Row]:
    """The runs that may be parts of the total: those behind it, and those before a sum."""
    like = _of_total(facts, total, numbers)
    like = [one for one in like if min(one.amount, total.amount) * SPREAD >= total.amount]
    behind = [one for one in like if total.span.end <= one.span.start]
    first = tuple(one for one in like if _OUT_OF.fullmatch(facts.between(one.span, total.span)) and one.amount > 1)
    for parts in runs(behind, total.span.end):
        row = Row(total, parts)
        if not first or (row.next and not row.apart and (len(parts) > 1 or total.sentence == parts[0].sentence)):
            yield Row(total, (*first, *parts))
    if len(first) == 1 and _more_left(facts, total, first[0], behind):
        yield Row(total, (*first, behind[0]))
    if part_words.sum_of_before(facts, total) or part_words.akin(total.noun, _VOTE):
        for parts in runs([one for one in like if one.span.end <= total.span.start], None):
            if total.span.start - parts[-1].span.end <= GAP:
                yield Row(total, parts)
    elif _FROM.search(facts.before(total.span, 24)):
        for parts in runs([one for one in like if one.sentence == total.sentence and one not in behind], None):
            yield Row(total, parts)


def _more_left(facts: Facts, total: Number, part: Number, behind: Sequence[Number]) -> bool:
    """Whether more are told to be left of a total than its part leaves ("9 of 11 ... The remaining three")."""
    if not behind or behind[0].span.start - total.span.end > GAP or behind[0].noun not in ("", total.noun):
        return False
    return part_words.is_rest(facts, behind[0]) and part.whole + behind[0].whole > total.whole


def _of_total(facts: Facts, total: Number, numbers: Sequence[Number]) -> list[Number]:
    """The numbers that may count what the total does, but for those of some of another ("20, ten of them old")."""
    like: list[Number] = []
    below: Span | None = None
    for one in numbers:
        if (
            one is total
            or one.whole >= total.whole
            or one.sentence == below
            or abs(one.span.start - total.span.start) > FARTHEST
        ):
            continue
        if not _like(facts, total, one):
            continue
        if part_words.of_them(facts, one) and any(total.span.end <= other.span.start for other in like):
            below = one.sentence
            continue
        like.append(one)
    exact = {one.noun for one in like if one.noun and part_words.akin(one.noun, total.noun)}
    return [
        one
        for one in like
        if not exact or one.row.unit == "person" or one.noun in exact | {""} or part_words.outcome(one)
    ]


def runs(numbers: Sequence[Number], start: int | None) -> Iterator[tuple[Number, ...]]:
    """Enumerations within a sentence, and all numbers of neighbouring sentences, the first within reach of `start`.

    Two numbers alone are a run only side by side: too much else in a report comes in twos.
    """
    sentences: dict[tuple[int, int], list[Number]] = {}
    for one in numbers:
        sentences.setdefault((one.sentence.start, one.sentence.end), []).append(one)
    groups = list(sentences.values())
    skipped = 0
    for at, group in enumerate(groups):
        if start is not None and skipped > SKIPPED:
            return
        skipped += len(group)
        if start is not None and group[0].span.start - start > REACH:
            return
        yield from (tuple(run) for run in _beside(group) if FEWEST <= len(run) <= MOST)
        run: list[Number] = []
        for other in groups[at : at + SENTENCES]:
            if len(run) + len(other) > MOST or (run and other[0].span.start - run[-1].span.end > GAP):
                break
            run += other
            if len(run) > FEWEST:
                yield tuple(run)


def _beside(group: Sequence[Number]) -> Iterator[list[Number]]:
    run: list[Number] = []
    for one in group:
        if run and one.span.start - run[-1].span.end > BESIDE:
            yield run
            run = []
        run.append(one)
    yield run


def _like(facts: Facts, total: Number, part: Number) -> bool:  # noqa: PLR0911 (one reason a case)
    """Whether a number may count what the total does: it is bare, or has its unit, its noun, or is of people too."""
    if part.amount % 1 and not (total.amount % 1 or total.row.kind == "measure"):
        return False
    own = part.row.part_of == total.row.id
    if part_words.nested(facts, total, part):
        return False
    if own and not part.noun:
        return True
    if part.row.counted not in (None, total.row.counted) and not _within(total, part):
        return False
    if own:
        return True
    kinds = {one.row.kind for one in (total, part)}
    if "duration" in kinds:
        return kinds == {"duration"}
    if not part.noun and part.row.kind in ("count", "age"):
        return (
            scaled(part) or part.amount >= LARGE
            if scaled(total)
            else part.row.counted in (None, total.row.counted) or _of_people(total)
        )
    if part_words.other_group(total, part):
        return False
    if kinds & {"money", "measure"}:
        return total.row.kind == part.row.kind and total.row.unit == part.row.unit
    return part_words.listed(facts, total, part) or _one_thing(facts, total, part)


def _of_people(total: Number) -> bool:
    return total.row.unit == "person" or total.noun in table("checks")["parts"]["people"] or not total.noun


def _one_thing(facts: Facts, total: Number, part: Number) -> bool:  # noqa: PLR0911 (one reason a case)
    """Whether two counts are of people both, or of things whose nouns name one thing, or an outcome of it."""
    if part_words.outcome(part) or total.noun in ("casualties", "casualti"):
        return True
    if part.row.counted == total.row.counted is not None:
        return True
    if part.noun == total.noun or (part.row.unit == "person" and _of_people(total)):
        return True
    if called_total(facts, total) and part.span.end <= total.sentence.start:
        next_ = total.sentence.start <= part.sentence.end + 2
        return (next_ and total.row.unit != "person") or part.noun in stems(clauses.words(facts, total.sentence))
    if part.row.unit == "person":
        return False
    if not total.noun:
        return total.row.unit != "person" and scaled(total) == scaled(part)
    if part_words.akin(total.noun, part.noun):
        return True
    if total.row.unit == "person" and clauses.has(facts, part.sentence, table("checks")["parts"]["any_unit"]):
        return True
    return meaning.alike(*(meaning.word(_word(one)) for one in (total, part))) > ALIKE


def _word(number: Number) -> str:
    words = clauses.words_of(number.row.noun.text) if number.row.noun is not None else []
    return words[-1] if words else number.noun


def _within(total: Number, part: Number) -> bool:
    """Whether what befell the parts may be part of what befell all ("64 casualties": 19 killed)."""
    named = total.row.counted or total.noun
    return not total.row.counted or (part.row.counted in table("checks")["parts"]["within"].get(named, ()))


def _judged(facts: Facts, row: Row, numbers: Sequence[Number]) -> Judgement | None:
    amount, whole = row.amount, row.total.whole
    apart = abs(amount - whole)
    if (
        row.fits
        or max(part.amount for part in row.parts) <= 1
        or (apart > max(min(FEW, whole / 4), NEAR * whole) and not partitions.said_so(facts, row, apart))
    ):
        return None
    spans = tuple(sorted((row.total.span, *(part.span for part in row.parts))))
    if _explained(row, [one for one in numbers if _near(row, one) and _like(facts, row.total, one)]):
        return LetGo(RULE, "some of the parts make the total, or all of them another", spans)
    if reason := partitions.doubt(facts, row, numbers):
        return LetGo(RULE, reason, spans)
    added = " + ".join(_in_words(row.total, part.amount) for part in row.parts for _ in range(part.times))
    why = f"{added} is {_in_words(row.total, amount)}; the text says {_in_words(row.total, whole)}."
    return Found("sum-mismatch", RULE, "high", why, spans)


def _explained(row: Row, numbers: Sequence[Number]) -> bool:
    """Whether all but one or two of the parts make the total, or a number that is left out fills what is missing."""
    whole, amounts = row.total.whole, [part.whole for part in row.parts]
    fewest = max(FEWEST, len(amounts) - 2)
    if any(sum(some) == whole for size in range(fewest, len(amounts)) for some in combinations(amounts, size)):
        return True
    others = [one for one in numbers if one not in row.parts and one is not row.total and _near(row, one)]
    missing = whole - row.amount
    return missing in {one.whole for one in others} or row.amount in {one.whole for one in others if one.noun}


def _near(row: Row, number: Number) -> bool:
    return (
        number.row.kind == row.total.row.kind
        and row.parts[0].span.start - GAP <= number.span.start <= row.parts[-1].span.end + GAP
    )


def _in_words(total: Number, amount: float) -> str:
    if total.row.kind != "duration":
        return told(amount)
    years, months = divmod(round(amount), MONTHS["year"])
    return " and ".join(f"{n} {u}{'' if n == 1 else 's'}" for n, u in ((years, "year"), (months, "month")) if n)
