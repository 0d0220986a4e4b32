"""Finds shares of one whole, of which each one asked or counted has but one, that make more or less than 100 percent.

Stands alone because shares are rounded: each may be half a point off, and the sum by as many halves as there are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check import clauses, part_words, partitions
from sayso.check.counting import told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.rows import Row
from sayso.check.summands import FEWEST, Number, as_number
from sayso.check.sums import runs
from sayso.lexicon import either, table, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Figure

RULE = "shares-of-whole"
WHOLE = 100
_BY = re.compile(rf"(?:[a-z]+\s){{0,3}}(?:{either(words('checks', 'shares', 'before_time'))})")
_INSTEAD, _OF_WHOLE = words("clauses", "links", "instead"), words("clauses", "determiners", "of_whole")
NEAR = 25  # points by which shares of one whole are at most off


def judge(facts: Facts) -> Iterator[Judgement]:
    """Judges runs of shares, those of the fewest sentences first; shares that make 100 are of no other run."""
    shares = [as_number(facts, row) for row in facts.reading.figures if row.kind == "percent" and row.trend is None]
    shares = [one for one in shares if one.amount and not _aside(facts, one)]
    rows = sorted({Row(run[0], run) for run in runs(shares, None)}, key=lambda row: row.around.end - row.around.start)
    spent = {part for row in rows if abs(row.amount - WHOLE) <= _slack(row) for part in row.parts}
    for row in rows:
        if spent & set(row.parts) or abs(row.amount - WHOLE) > NEAR:
            continue
        spans = tuple(part.span for part in row.parts)
        if reason := _doubt(facts, row):
            yield LetGo(RULE, reason, spans)
            continue
        spent.update(row.parts)
        added = " + ".join(told(part.amount) for part in row.parts)
        why = f"{added} is {told(row.amount)} percent; the shares of one whole make 100."
        yield Found("sum-mismatch", RULE, "high", why, spans)


def _slack(row: Row) -> float:
    return sum(part.place for part in row.parts) / 2 + row.parts[0].place / 2


def _aside(facts: Facts, share: Number) -> bool:
    """Whether a share is of something else: "a turnout of 69 percent", "(62 percent)", "by 5 percent"."""
    words = clauses.words_of(facts.before(share.span, 40))[-5:]
    outside = [
        row
        for row in facts.reading.figures
        if row.kind == "percent" and share.sentence.holds(row.span) and not _bracketed(facts, row)
    ]
    return (_bracketed(facts, share.row) and bool(outside)) or bool(
        set(words) & set(table("checks")["shares"]["aside"])
    )


def _of(facts: Facts, share: Number) -> str:
    """What a share is said to be of ("45% of Republicans"), as one word; empty where it is not."""
    words = clauses.words_of(facts.after(share.span, 40))[:3]
    return next((word for word in words[1:] if word not in _OF_WHOLE), "") if words[:1] == ["of"] else ""


def _when(facts: Facts, share: Number) -> str | None:
    """The time told right behind a share ("33 percent by 2030"), null without one."""
    behind = (row for row in facts.reading.dates if row.type == "DATE" and row.span.start >= share.span.end)
    nearest = min(behind, key=lambda row: row.span.start, default=None)
    if nearest is None or _BY.fullmatch(facts.between(share.span, nearest.span).strip()) is None:
        return None
    return nearest.value


def _bracketed(facts: Facts, row: Figure) -> bool:
    return facts.before(row.span, 2).endswith("(")


def _doubt(facts: Facts, row: Row) -> str | None:  # noqa: PLR0911 (one reason a case)
    """Why the shares may be no parts of one whole, or not all of it."""
    lexicon = table("checks")["shares"]
    wide = Span(row.around.start, clauses.sentence(facts, Span(row.around.end, row.around.end + 1)).end)
    if any(part.row.bound != "exact" for part in row.parts):
        return "one of the shares is a bound or rounded"
    if clauses.has(facts, Span(0, len(facts.text)), lexicon["several"]):
        return "each may have given several answers"
    answers = {
        one.value
        for one in facts.reading.figures
        if one.kind == "count"
        and wide.holds(one.span)
        and one.noun
        and (clauses.words_of(one.noun.text) or [""])[-1] in lexicon["answers"]
    }
    numbered = len(row.parts) > FEWEST and len(row.parts) in answers
    outcomes, every, _ = partitions.outcomes(facts, row)
    voted = not row.apart and len(row.parts) > FEWEST and clauses.has(facts, row.around, lexicon["votes"])
    rest = any(part_words.is_rest(facts, part) for part in row.parts)
    undecided = sum(clauses.has(facts, part.sentence, lexicon["undecided"]) for part in row.parts)
    whole = len(row.parts) > FEWEST and not row.apart and clauses.has(facts, wide, lexicon["complete"])
    if not (numbered or whole or outcomes or voted or rest):
        return "nothing says that these are all the answers, each given once"
    if len({_when(facts, part) for part in row.parts}) > 1:
        return "the shares are of several times"
    if len(row.parts) == FEWEST and (
        _INSTEAD & set(clauses.words_of(facts.between(row.parts[0].span, row.parts[1].span)))
    ):
        return "the one is told in the other's place"
    if clauses.has(facts, row.around, lexicon["within"]) or len({_of(facts, part) for part in row.parts} - {""}) > 1:
        return "the shares are of several groups"
    if row.apart and not (numbered or rest):
        return "the shares are told in several sentences"
    if row.amount < WHOLE and not (rest or (numbered and voted) or (every and undecided)):
        return "the shares come to less, and nothing says that they are all there is"
    if (
        row.amount < WHOLE
        and not rest
        and clauses.has(facts, wide, [*lexicon["unasked"], *table("checks")["parts"]["rest"]])
    ):
        return "there is a rest that has no number"
    return None
