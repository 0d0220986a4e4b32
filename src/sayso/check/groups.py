"""Finds a total that its parts, told elsewhere as all there is, do not make: by group or by place.

Stands alone because parts and total stand in different sentences, and only the words of completeness tie them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import exact, generic, person, stem, told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Figure

LIST, PLACES = "groups-of-total", "places-of-total"
FEWEST = 2
MOST = 15
REACH = 2000  # characters from a total to the sentence that closes its parts; farther apart nobody adds them up
_JOINT = re.compile(r"[^.;:()0-9]{0,60}?(?:,|,? ?and)")
_NO = re.compile(r"\b(?:no|not|nobody|none|nothing|nowhere|never|without)\b", re.IGNORECASE)


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each such total."""
    yield from _lists(facts)
    yield from _places(facts)


def _lists(facts: Facts) -> Iterator[Judgement]:
    """A sentence "The dead were 19 men, 21 women and nine children", and the number of the dead told elsewhere."""
    rows = exact(facts)
    for at, first in enumerate(rows):
        subject = _subject(facts, first)
        if subject is None:
            continue
        parts = [first]
        for row in rows[at + 1 : at + MOST]:
            if not _JOINT.fullmatch(facts.between(parts[-1].span, row.span)) or row.part_of is not None:
                break
            parts.append(row)
        last = facts.between(parts[-2].span, parts[-1].span) if len(parts) > 1 else ""
        spans = tuple(part.span for part in parts)
        if len(parts) < FEWEST or not last.endswith("and"):
            continue
        if not all(person(part) == person(first) for part in parts):
            yield LetGo(LIST, "a part counts something else", spans)
            continue
        totals = [row for row in rows if row not in parts and row.part_of is None and _counts(row, subject)]
        yield from _judged(LIST, totals, parts)


def _subject(facts: Facts, first: Figure) -> str | None:
    """The stem of what the sentence says to be the list that the figure starts ("The dead were"); null where none."""
    around = clauses.sentence(facts, first.span)
    before = clauses.words(facts, Span(around.start, first.span.start))
    lexicon = table("checks")["groups"]
    for verb in lexicon["verbs"]:
        words = verb.split()
        if before[-len(words) :] == words and (name := before[: -len(words)])[:1] == ["the"] and len(name) > 1:
            return stem(name[1]) if len(name) <= lexicon["longest"] else None
    return None


def _counts(row: Figure, subject: str) -> bool:
    noun = stem(clauses.words_of(row.noun.text)[-1]) if row.noun is not None and clauses.words_of(row.noun.text) else ""
    return subject in (row.counted, noun)


def _judged(rule: str, totals: Sequence[Figure], parts: Sequence[Figure]) -> Iterator[Judgement]:
    spans = tuple(part.span for part in parts)
    if len({row.value for row in totals}) != 1:
        yield LetGo(rule, "no one number is told of all", spans)
        return
    whole, amount = totals[0].value or 0, sum(part.value or 0 for part in parts)
    spans = (totals[0].span, *spans)
    if amount == whole:
        yield LetGo(rule, f"the parts add up to {told(amount)}", spans)
    elif any((part.value or 0) >= whole for part in parts):
        yield LetGo(rule, "a part is as great as the whole, so it is of something else", spans)
    else:
        added = " + ".join(told(part.value or 0) for part in parts)
        yield Found("sum-mismatch", rule, "high", f"{added} is {told(amount)}; the text says {told(whole)}.", spans)


def _places(facts: Facts) -> Iterator[Judgement]:
    """A total, a number of places, as many numbers, and a sentence that says there is nothing anywhere else."""
    rows = [row for row in exact(facts) if row.part_of is None]
    nouns = set(table("checks")["groups"]["places"])
    numbers = [row for row in rows if row.noun is not None and set(clauses.words_of(row.noun.text)) & nouns]
    closed = _nothing_else(facts)
    for total in rows:
        if (not person(total) and total.noun is None) or total in numbers:
            continue
        parts = [row for row in rows if row.span > total.span and row not in numbers and _like(row, total)]
        parts = [row for row in parts if row.span.end <= (closed.start if closed else total.span.end + REACH)]
        spans = (total.span, *(part.span for part in parts))
        if not FEWEST <= len(parts) <= MOST or any((part.value or 0) >= (total.value or 0) for part in parts):
            continue
        if sum(map(_bare, parts)) * 2 > len(parts) or spans[-1].end > total.span.end + REACH:
            continue
        if closed is None:
            yield LetGo(PLACES, "nothing says that there is nothing anywhere else", spans)
        elif not any(row.value == len(parts) for row in numbers):
            yield LetGo(PLACES, "no number of places says that these are all", spans)
        else:
            yield from _judged(PLACES, [total], parts)
            return


def _like(row: Figure, total: Figure) -> bool:
    """Whether a figure may be a part of the total: of its noun, of people where it is, or without a noun of its own."""
    if _bare(row):
        return True
    words, whole = (clauses.words_of(one.noun.text) if one.noun is not None else [] for one in (row, total))
    noun, name = (stem(one[-1]) if one else "" for one in (words, whole))
    if row.noun is None:
        return person(row) and (person(total) or name in table("checks")["groups"]["listed"])
    if person(row):
        return generic(noun) and (person(total) or name in table("checks")["groups"]["listed"])
    return noun == name


def _bare(row: Figure) -> bool:
    """Whether a number stands without what it counts ("24 burned")."""
    return row.counted is None and (row.noun is None or not row.span.meets(row.noun.span))


def _nothing_else(facts: Facts) -> Span | None:
    """The sentence that says that nothing of the kind is anywhere else."""
    words = "|".join(map(re.escape, table("checks")["groups"]["elsewhere"]))
    for found in re.finditer(rf"\b(?:{words})\b", facts.text, re.IGNORECASE):
        around = clauses.sentence(facts, Span(found.start(), found.end()))
        if _NO.search(around.of(facts.text)):
            return around
    return None
