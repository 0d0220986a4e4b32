"""Finds parts told as the whole of a total that do not add up to it ("12 people: seven women and four children").

Stands alone because it is one rule: a sum, and the words that say that the parts are all there is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.check.counting import person
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Figure, Span

RULE = "parts-of-total"
FEWEST_PARTS = 2
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_JOINT = re.compile(r"[,;]|,? ?(?:and|&)")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each total whose parts, told as complete, have another sum."""
    figures = {figure.id: figure for figure in facts.reading.figures}
    parts: dict[str, list[Figure]] = {}
    for figure in facts.reading.figures:
        if figure.part_of in figures:
            parts.setdefault(figure.part_of or "", []).append(figure)
    for whole, members in (parts | _listed(facts, parts)).items():
        total = figures[whole]
        spans = (total.span, *(part.span for part in members))
        reason = _doubt(facts, total, members)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        amount = sum(part.value or 0 for part in members)
        if amount == total.value:
            yield LetGo(RULE, f"the parts add up to {amount:,}", spans)
        else:
            added = " + ".join(f"{part.value:,}" for part in members)
            yield Found("sum-mismatch", RULE, "high", f"{added} is {amount:,}; the text says {total.value:,}.", spans)


def _listed(facts: Facts, linked: Collection[str]) -> dict[str, list[Figure]]:
    """Figures of one unit listed right behind a colon, dash or bracket after another, where no part is linked to it."""
    openers = table("checks")["parts"]["listing"]
    counts = [figure for figure in facts.reading.figures if figure.kind == "count"]
    found: dict[str, list[Figure]] = {}
    for at, (total, first) in enumerate(pairwise(counts)):
        if total.id in linked or total.unit is None or _opener(facts, total, first.span) not in openers:
            continue
        members = [first]
        for figure in counts[at + 2 :]:
            if not _JOINT.fullmatch(_between(facts, members[-1], figure.span)):
                break
            members.append(figure)
        if all(part.unit == total.unit for part in members) or _things(facts, total, members):
            found[total.id] = members
    return found


def _things(facts: Facts, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are kinds of thing that a total of things is made of ("14 craft: nine tugs, four rafts")."""
    named = all(row.unit is not None and not person(row) for row in (total, *parts))
    last = _between(facts, parts[-2], parts[-1].span) if len(parts) > 1 else ""
    return named and last.endswith("and") and len({row.unit for row in parts}) == len(parts)


def _doubt(facts: Facts, total: Figure, parts: Sequence[Figure]) -> str | None:  # noqa: PLR0911 (one reason a case)
    if len(parts) < FEWEST_PARTS:
        return "one part is not the whole"
    if any(figure.bound != "exact" or figure.value is None or figure.kind != "count" for figure in (total, *parts)):
        return "one of the numbers is a bound, a range or a round number"
    row = sorted(parts, key=lambda part: part.span)
    if total.span.end > row[0].span.start:
        return "a part stands before the total"
    if not all(facts.together(total.span, part.span) for part in row):
        return "the parts stand in another sentence"
    lexicon = table("checks")["parts"]
    opener = _opener(facts, total, row[0].span)
    if opener not in lexicon["complete"]:
        return "nothing says that the parts are all there is"
    told = facts.text[total.span.start : row[-1].span.end + 60].lower()
    if any(re.search(rf"\b{re.escape(word)}\b", told) for word in lexicon["partial"]):
        return "the words say that the parts are some of it"
    for one, two in pairwise(row):
        if not _JOINT.fullmatch(_between(facts, one, two.span)):
            return "other words stand between the parts"
    return None if _closed(facts, row[-1]) else "the list may go on"


def _noun_end(figure: Figure) -> int:
    return figure.noun.span.end if figure.noun is not None else figure.span.end


def _opener(facts: Facts, total: Figure, first: Span) -> str:
    """What stands between the total with its noun and the first part."""
    return facts.text[max(total.span.end, _noun_end(total)) : first.start].strip().lower()


def _between(facts: Facts, one: Figure, two: Span) -> str:
    return " ".join(facts.text[max(one.span.end, _noun_end(one)) : two.start].split())


def _closed(facts: Facts, last: Figure) -> bool:
    rest = facts.text[max(last.span.end, _noun_end(last)) :][:2]
    return rest[:1] in (".", ")", ";", "\u2014", "\u2013", "") or rest.startswith("\n")
