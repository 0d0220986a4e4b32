"""Finds parts of a total that do not add up to it ("12 people: seven women and four children").

Stands alone because it is one rule. That numbers are parts of a total is seldom said in so many words, and four things
must agree: they are of one unit and stand in a row; words link them to the total, or name outcomes of which each one
counted has but one; nothing says that they are some of it, or overlap; and no choice of them makes the total, while all
of them come near it. A sum above the total needs no more; one below needs words for there being no other part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import person, stem, told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.summands import FEWEST, MONTHS, bare, may_be_total, summands
from sayso.lexicon import table
from sayso.model import Figure, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts

RULE = "parts-of-total"
MOST = 12
REACH = 1500  # characters from a total to its last part
GAP = 400  # characters from one part to the next
LEAD = 120  # characters before the first part in which words tie it to the total
NEAR = 0.15  # of the total, by which a miscount is at most off
FEW = 2  # by which a small one may be
SCALES = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|tn)\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[,;]|,?\s*(?:and|&))\s*")
_END = re.compile(r"[.);]|\s*[\u2013\u2014]|\s*\n|\s*$")
_OPENER = re.compile(r":\s|[\u2013\u2014(]|\s-\s")
_OF_THEM = re.compile(r"\s+of (?:them|whom|which|those|the latter)\b")
_OF = re.compile(r"\bof(?: the| a total of| these| all| its| their)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """Parts in a row after their total, or before it."""

    total: Figure
    parts: tuple[Figure, ...]

    @property
    def span(self) -> Span:
        """From the first of the numbers to the last."""
        rows = (self.total, *self.parts)
        return Span(min(row.span.start for row in rows), max(row.span.end for row in rows))


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each total whose parts have another sum; of several rows for one total the first that is judged."""
    figures = summands(facts)
    told_of: set[Span] = set()
    for total in (row for row in figures if may_be_total(facts, row)):
        for row in sorted(_rows(facts, total, figures), key=lambda row: -len(row.parts)):
            judged = _judged(facts, row, figures)
            if judged is None or told_of & set(judged.spans):
                continue
            yield judged
            if isinstance(judged, Found):
                told_of.update(judged.spans)
                break


def _amount(row: Figure) -> float:
    return float(row.value or 0) * (MONTHS.get(row.unit or "", 1) if row.kind == "duration" else 1)


def _shape(row: Figure) -> tuple[str, str]:
    """What two numbers have alike that are parts of one sum: kind and unit, or the scale word of large ones."""
    scale = SCALES.search(row.text)
    if scale is not None and row.kind in ("money", "count"):
        return "scaled", scale.group().lower()
    kind = "count" if row.kind == "age" else row.kind
    return kind, (row.unit or "") if row.kind in ("money", "measure") else ""


def _rows(facts: Facts, total: Figure, figures: Sequence[Figure]) -> Iterator[Row]:
    """The rows that may be parts of the total: those behind it, as far as they go on, and those before a sum."""
    like = [
        row for row in figures if row is not total and _shape(row) == _shape(total) and row.part_of in (None, total.id)
    ]
    like = [row for row in like if _amount(row) < _amount(total) and _compatible(facts, total, row)]
    like = [row for row in like if _OF_THEM.match(facts.text, row.span.end) is None]
    behind = [row for row in like if total.span.end <= row.span.start <= total.span.end + REACH]
    yield from _runs(facts, total, behind)
    if clauses.has(facts, clauses.sentence(facts, total.span), table("checks")["parts"]["sum"]):
        before = [row for row in like if total.span.start - REACH <= row.span.start < total.span.start]
        yield from _runs(facts, total, before)


def _runs(facts: Facts, total: Figure, like: Sequence[Figure]) -> Iterator[Row]:
    """Numbers of one sentence, and numbers of neighbouring sentences."""
    sentences: dict[Span, list[Figure]] = {}
    for row in like:
        sentences.setdefault(clauses.sentence(facts, row.span), []).append(row)
    for rows in sentences.values():
        if FEWEST <= len(rows) <= MOST:
            yield Row(total, tuple(rows))
    chain: list[Figure] = []
    chains = [chain]
    for row in like:
        if chain and row.span.start > chain[-1].span.end + GAP:
            chain = []
            chains.append(chain)
        chain.append(row)
    for rows in chains:
        for end in range(min(len(rows), MOST), FEWEST, -1):
            if len({clauses.sentence(facts, row.span) for row in rows[:end]}) > 1:
                yield Row(total, tuple(rows[:end]))


def _compatible(facts: Facts, total: Figure, part: Figure) -> bool:
    """Whether a number may count what the total does: people of people, things of one noun, or a bare number."""
    if part.counted is not None and total.counted not in (None, "casualties", part.counted):
        return False
    if total.kind != "count" or part.part_of == total.id or bare(part) or _shape(total)[1]:
        return True
    if _outcome(part) or _listed(facts, total, part):
        return True
    if clauses.has(facts, clauses.sentence(facts, part.span), table("checks")["parts"]["any_unit"]):
        return True
    names = [_noun(row) for row in (total, part)]
    if person(part) or part.counted is not None:
        return person(total) or names[0] in table("checks")["parts"]["people"]
    return not person(total) and names[0] == names[1]


def _outcome(part: Figure) -> bool:
    """Whether the number's own words name an outcome or a group of which each one counted is of but one."""
    return bool(set(clauses.words_of(part.text)) & _named_outcomes())


@cache
def _named_outcomes() -> frozenset[str]:
    families = table("checks")["parts"]["families"].values()
    return frozenset(word for family in families for words in family.values() for word in words)


def _listed(facts: Facts, total: Figure, part: Figure) -> bool:
    """Whether a part stands in a list that a colon, dash or bracket opens behind the total ("14 craft: nine tugs")."""
    if total.span.end > part.span.start or not facts.together(total.span, part.span):
        return False
    return _OPENER.search(facts.text, total.span.end, part.span.start) is not None


def _noun(row: Figure) -> str:
    words = clauses.words_of(row.noun.text) if row.noun is not None else []
    return stem(words[-1]) if words else ""


def _judged(facts: Facts, row: Row, figures: Sequence[Figure]) -> Judgement | None:
    total, parts = row.total, row.parts
    amount, whole = sum(map(_amount, parts)), _amount(total)
    if amount == whole or (abs(amount - whole) > max(min(FEW, whole / 4), NEAR * whole) and not _said_so(facts, row)):
        return None
    spans = tuple(sorted((total.span, *(part.span for part in parts))))
    reason = _doubt(facts, row, figures, short=amount < whole)
    if reason is not None:
        return LetGo(RULE, reason, spans)
    added = " + ".join(_in_words(part, _amount(part)) for part in parts)
    why = f"{added} is {_in_words(total, amount)}; the text says {_in_words(total, whole)}."
    return Found("sum-mismatch", RULE, "high", why, spans)


def _said_so(facts: Facts, row: Row) -> bool:
    """Whether the words make the parts all of the total: a closed list behind it, or "of the 34 ... still"."""
    if _closed(facts, row):
        return True
    around = _around(facts, row.parts)
    of = _OF.search(facts.before(row.total.span, 24)) is not None and facts.together(row.total.span, row.span)
    return of and clauses.has(facts, around, table("checks")["parts"]["remainder"])


def _in_words(row: Figure, amount: float) -> str:
    if row.kind != "duration":
        return told(amount)
    years, months = divmod(round(amount), MONTHS["year"])
    return " and ".join(f"{n} {u}{'' if n == 1 else 's'}" for n, u in ((years, "year"), (months, "month")) if n)


def _doubt(facts: Facts, row: Row, figures: Sequence[Figure], *, short: bool) -> str | None:  # noqa: PLR0911 (one reason a case)
    lexicon = table("checks")["parts"]
    if _explained(row, figures):
        return "some of the parts make the total, or all of them another"
    parts = _around(facts, row.parts)
    if set(clauses.words_of(facts.before(row.total.span, 24))[-2:]) & {"among", "including", "includes", "include"}:
        return "the numbers are of some among the total"
    if clauses.has(facts, parts, lexicon["partial"]):
        return "the words say that the parts are some of it, or may overlap"
    wide = Span(parts.start, clauses.sentence(facts, Span(parts.end, parts.end + 1)).end)
    own = clauses.sentence(facts, row.total.span)
    if row.total.kind == "duration" and not clauses.has(facts, wide, lexicon["after"]):
        return "nothing says that the terms are served one after another"
    outcomes, all_outcomes = _outcomes(facts, row)
    linked, closed = _linked(facts, row) or _in_a_row(facts, row), _closed(facts, row)
    complete = closed or _numbered(facts, row, figures)
    complete = complete or any(clauses.has(facts, span, lexicon["complete"]) for span in (own, wide))
    every = bool(set(clauses.words_of(facts.before(row.total.span, 8))[-1:]) & {"all", "every", "both"})
    every = (every or clauses.has(facts, own, lexicon["in_all"])) and (all_outcomes or not outcomes)
    apart = len({clauses.sentence(facts, part.span) for part in row.parts}) > 1
    if not (outcomes or complete or (linked and not apart)):
        return "nothing says that the numbers are parts of the total"
    if short and not (complete or every):
        return "the parts come to less, and nothing says that they are all there is"
    exposed = outcomes and not short and clauses.has(facts, own, lexicon["exposed"])
    two = exposed or (complete and every) or (not apart and (complete or every) and (linked or outcomes))
    if len(row.parts) == FEWEST and not two:
        return "two numbers may be of something else"
    return None


def _around(facts: Facts, parts: Sequence[Figure]) -> Span:
    """The sentences of the parts."""
    around = [clauses.sentence(facts, part.span) for part in parts]
    return Span(min(one.start for one in around), max(one.end for one in around))


def _explained(row: Row, figures: Sequence[Figure]) -> bool:
    """Whether some of the parts make the total, or all of them make another number of the report."""
    amounts, whole = [_amount(part) for part in row.parts], _amount(row.total)
    fewest = max(FEWEST, len(amounts) - 2)
    if any(sum(some) == whole for size in range(fewest, len(amounts)) for some in combinations(amounts, size)):
        return True
    others = {_amount(other) for other in figures if other not in row.parts and _shape(other) == _shape(row.total)}
    runs = [sum(amounts[a:b]) for a in range(len(amounts)) for b in range(a + FEWEST, len(amounts) + 1)]
    return bool(others & set(runs)) or whole - sum(amounts) in others - set(amounts)


def _linked(facts: Facts, row: Row) -> bool:
    """Whether words or a mark tie the parts to the total: "of these", "comprising", a colon behind it."""
    first = min(row.parts, key=lambda part: part.span)
    if first.span.start < row.total.span.start:
        return True
    together = facts.together(row.total.span, first.span)
    if together and _OF.search(facts.before(row.total.span, 24)) is not None:
        return True
    if all(part.part_of == row.total.id for part in row.parts) or _listed(facts, row.total, first):
        return True
    start = clauses.sentence(facts, first.span).start
    lead = Span(max(start, row.total.span.end, first.span.start - LEAD), first.span.start)
    return clauses.has(facts, lead, table("checks")["parts"]["links"])


def _closed(facts: Facts, row: Row) -> bool:
    """Whether the parts are a whole list behind a colon, dash or bracket, ended by a mark."""
    rows = sorted(row.parts, key=lambda part: part.span)
    if not _listed(facts, row.total, rows[0]):
        return False
    ends = [max(part.span.end, part.noun.span.end if part.noun is not None else 0) for part in rows]
    gaps = [facts.text[end : part.span.start] for end, part in zip(ends, rows[1:], strict=False)]
    return all(_JOINT.fullmatch(gap) for gap in gaps) and _END.match(facts.text, ends[-1]) is not None


def _in_a_row(facts: Facts, row: Row) -> bool:
    """Whether three parts or more stand in one sentence, with nothing but a name before each, by their total."""
    rows = sorted(row.parts, key=lambda part: part.span)
    near = clauses.sentence(facts, rows[0].span)
    beside = facts.together(row.total.span, rows[0].span) or near.start - row.total.span.end <= LEAD
    return len(rows) > FEWEST and beside and all(facts.together(one.span, two.span) for one, two in pairwise(rows))


def _outcomes(facts: Facts, row: Row) -> tuple[bool, bool]:
    """Whether the parts are outcomes, or groups, of which each one counted is of but one, and whether all are told."""
    for family in table("checks")["parts"]["families"].values():
        said = [
            frozenset(name for name, words in family.items() if _says(facts, row, part, words)) for part in row.parts
        ]
        named = [names for names in said if len(names) == 1]
        if len(named) == len(said) == len(set(said)):
            return True, len(said) == len(family)
    return False, False


def _says(facts: Facts, row: Row, part: Figure, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the part's share of the sentence: as far as the next number either way."""
    around = clauses.sentence(facts, part.span)
    others = [one.span for one in (row.total, *row.parts) if one is not part and around.holds(one.span)]
    marks = [
        mark.start()
        for mark in re.finditer(r"[,;:()]|\band\b|\bwhile\b|\bbut\b", facts.text[around.start : around.end])
    ]
    marks = [around.start + mark for mark in marks]
    start = max(
        [around.start, *(m for m in marks if m < part.span.start), *(o.end for o in others if o.end <= part.span.start)]
    )
    end = min([around.end, *(o.start for o in others if o.start >= part.span.end)])
    first = next((m for m in marks if part.span.end < m <= end and facts.text[m : m + 3] != "and"), end)
    return clauses.has(facts, Span(start, first), words) or bool(
        part.noun and set(clauses.words_of(part.noun.text)) & set(words)
    )


def _numbered(facts: Facts, row: Row, figures: Sequence[Figure]) -> bool:
    """Whether the report numbers the parts: "the three villages", of a row of three."""
    near = Span(row.span.start - GAP, row.span.end + GAP)
    first = min(part.span.start for part in row.parts)
    return any(
        other.kind == "count"
        and other.value == len(row.parts)
        and other.noun is not None
        and near.holds(other.span)
        and (other.span.end <= first or "these" in clauses.words_of(facts.before(other.span, 8)))
        for other in figures
        if other not in (row.total, *row.parts) and not person(other)
    )
