"""Finds parts that come to more than the whole they divide ("Of 34 trucks, 14 came, 18 went and four are still held").

Stands alone because it is one rule: outcomes that exclude each other, the last told as what remains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Figure

RULE = "parts-above-total"
MOST_PARTS = 12  # a sentence of more is a table
FEWEST_PARTS = 3  # two outcomes may overlap; of three, the last a remainder, none does
FEWEST_OF_REST = 2  # "the other 16" says itself that none is counted twice, and that there are no more
_OF = re.compile(r"(?:^|[\s,])(?:out )?of(?: the| a total of| these| all| its| their)?$")
_REST = re.compile(r"\bthe (?:remaining|other)$")
_LAST = re.compile(r"\band(?: the)?(?: remaining| other| last)?$")
_WORD = re.compile(r"[^\W\d_]+")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each whole whose parts, told in its sentence, come to more than it."""
    counts = [figure for figure in facts.reading.figures if figure.kind == "count"]
    for at, whole in enumerate(counts):
        if _OF.search(facts.before(whole.span, 24)) is None:
            continue
        parts = _in_one_sentence(facts, whole, counts[at + 1 : at + 2 + MOST_PARTS])
        rest = len(parts) >= FEWEST_OF_REST and _REST.search(facts.before(parts[-1].span, 24)) is not None
        if not (FEWEST_OF_REST if rest else FEWEST_PARTS) <= len(parts) <= MOST_PARTS:
            continue
        spans = (whole.span, *(part.span for part in parts))
        amount = sum(part.value or 0 for part in parts)
        reason = _doubt(facts, whole, parts)
        if reason is None and (amount == whole.value or (amount < (whole.value or 0) and not rest)):
            reason = f"the parts come to {amount:,}, which is not more"
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        added = " + ".join(f"{part.value:,}" for part in parts)
        yield Found("sum-mismatch", RULE, "high", f"{added} is {amount:,}; the text says {whole.value:,}.", spans)


def _in_one_sentence(facts: Facts, whole: Figure, after: Sequence[Figure]) -> list[Figure]:
    parts = []
    for figure in after:
        if not facts.together(whole.span, figure.span):
            break
        parts.append(figure)
    return parts


def _doubt(facts: Facts, whole: Figure, parts: Sequence[Figure]) -> str | None:  # noqa: PLR0911 (one reason a case)
    figures = (whole, *parts)
    if any(figure.bound != "exact" or not isinstance(figure.value, int) for figure in figures):
        return "one of the numbers is a bound, a range or a round number"
    if any(part.unit not in (None, whole.unit) for part in parts):
        return "a part counts something else"
    if any((part.value or 0) > (whole.value or 0) for part in parts):
        return "a part is greater than the whole, so it is of something else"
    lexicon = table("checks")["remainders"]
    last = parts[-1].span
    if _LAST.search(facts.before(last, 24)) is None:
        return 'no "and" stands before the last part'
    told = f" {' '.join(_WORD.findall(facts.text[whole.span.end : facts.sentence_end(last.end)].lower()))} "
    if any(f" {word} " in told for word in lexicon["doubt"]):
        return "the words say that the parts are not all there is, or may overlap"
    tail = facts.text[max(0, last.start - 24) : last.start].rpartition(" and")[2].lower()
    rest = facts.text[last.end : facts.sentence_end(last.end)].lower()
    if not set(_WORD.findall(tail + rest)) & set(lexicon["words"]):
        return "nothing says that the last part is what remains"
    return None
