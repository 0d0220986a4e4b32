"""Says whether numbers near a total are its parts, whether they are all, and whether each one counted is in but one.

Stands alone because numbers are seldom called parts in so many words: marks, links, ellipsis and outcomes tell it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stem
from sayso.check.summands import FEWEST, Number, called_total
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.check.facts import Facts
    from sayso.check.rows import Row

BESIDE = 60  # characters between a comma and the first part behind it
GAP = 400  # characters either side of a row in which the report says of how many
FAR = 0.35  # of the total, by which what is called a sum may be off
LEAD = 120  # characters before the first part in which words tie it to the total
_JOINT = re.compile(r"\s*(?:[,;]|,?\s*(?:and|&))\s*")
_END = re.compile(r"[,.);]|\s*[\u2013\u2014]|\s*\n|\s*$")
_MARK = re.compile(r"[,;:()]|\band\b|\bwhile\b|\bbut\b")
_COLON = re.compile(r"[^:]{0,80}:\s*(?:\w+\s){0,2}")
_COUNTED = ("count", "money", "measure")
_SLOT = re.compile(r" (in|at|from|for|to|with|on|by|of|near)\b")
_OPENER = re.compile(r":\s|[\u2013\u2014(]|\s-\s")
_OF = re.compile(r"(?:^|[^a-z ]\s|\b(?:out|that|and|said|say)\s)of$|\bof(?: the| a total of| these| all| its| their)$")
_OF_THEM = re.compile(r"\s+of (?:them|whom|which|those|the latter)\b")
_OF_WHOM = re.compile(r"\bof (?:whom|which|them)$")
_NESTED = re.compile(r"\b(?:including|include[sd]?|among (?:them|whom|these|those)|a family of|some of)\b[^,;.]*$")


def nested(facts: Facts, total: Number, part: Number) -> bool:
    """Whether a number is told as some of one before it that is not the total ("nine, among them a family of four")."""
    start = max(part.sentence.start, part.span.start - 40, min(total.span.end, part.span.start))
    if _NESTED.search(facts.text, start, part.span.start) is not None:
        return True
    low = max(part.sentence.start, total.span.end if total.span.start < part.span.start else 0)
    colon = facts.text.rfind(": ", low, part.span.start)
    low = max(low, facts.text.rfind("\n", low, part.span.start))
    between = [row for row in facts.reading.figures if low <= row.span.start and row.span.end <= colon]
    return bool(between) and between[-1].kind == "count" and (between[-1].value or 0) > part.amount


def akin(one: str, two: str) -> bool:
    """Whether two nouns name one thing that is counted ("jobs", "posts")."""
    return one == two or any({one, two} <= kin for kin in _kin())


@cache
def _kin() -> list[frozenset[str]]:
    return [frozenset(map(stem, words)) for words in table("checks")["parts"]["kin"]]


def outcome(part: Number) -> bool:
    """Whether the number's own words name an outcome or a group of which each one counted is of but one."""
    return bool(_said(part) & _named_outcomes())


@cache
def _named_outcomes() -> frozenset[str]:
    families = table("checks")["parts"]["families"].values()
    return frozenset(word for family in families for words in family.values() for word in words)


def other_group(total: Number, part: Number) -> bool:
    """Whether both are of people, and of two groups ("19 men", "nine children")."""
    people = table("checks")["parts"]["families"]["people"]
    groups = [{name for name, words in people.items() if _said(one) & set(words)} for one in (total, part)]
    return all(groups) and groups[0] != groups[1] and "crew" not in groups[0]


def _said(number: Number) -> set[str]:
    noun = number.row.noun.text if number.row.noun is not None and number.noun else ""
    return {*clauses.words_of(number.row.text), *clauses.words_of(noun)}


def listed(facts: Facts, total: Number, part: Number) -> bool:
    """Whether a part stands in a list that a colon, dash or bracket opens behind the total ("14 craft: nine tugs")."""
    if total.span.end > part.span.start or not facts.together(total.span, part.span):
        return False
    return _OPENER.search(facts.text, total.span.end, part.span.start) is not None


def _apposed(facts: Facts, row: Row) -> bool:
    """Whether the parts stand behind a comma after the total's clause, and have no verb of their own."""
    total, parts = row.total, row.parts
    if facts.parsed is None or row.apart or parts[0].sentence != total.sentence or parts[0].span.start < total.span.end:
        return False
    before = facts.text[total.span.end : parts[0].span.start]
    last = before.rpartition(",")[2]
    marked = "," in before and " and " not in f" {last} " and len(last) < BESIDE
    led = _verbs(facts, Span(total.sentence.start, parts[0].span.start))
    end = _end(parts[-1])
    slots = [_SLOT.match(facts.text, _end(one)) for one in (total, parts[0])]
    if (slots[0] and slots[1] and slots[0][1] == slots[1][1]) or not (total.noun or called_total(facts, total)):
        return False
    return (
        marked and (led or facts.text[end : end + 1] == ",") and not _verbs(facts, Span(parts[0].span.start, end + 1))
    )


def _end(part: Number) -> int:
    return max(part.span.end, part.row.noun.span.end if part.noun and part.row.noun else 0)


def _verbs(facts: Facts, span: Span) -> bool:
    """Whether a finite verb stands in the span."""
    parsed = facts.parsed
    tokens = parsed.tokens_in(span) if parsed is not None else range(0)
    return parsed is not None and any(parsed.tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


def said_so(facts: Facts, row: Row, apart: float) -> bool:
    """Whether the words make the parts all of the total: a closed list behind it, a sum, or "of the 34 ... still"."""
    if (_closed(facts, row) or _summed(facts, row)) and apart <= FAR * row.total.whole:
        return True
    of = _OF.search(facts.before(row.total.span, 24)) is not None and row.total.sentence == row.parts[0].sentence
    return of and clauses.has(facts, row.around, table("checks")["parts"]["remainder"])


def doubt(facts: Facts, row: Row, numbers: Sequence[Number]) -> str | None:  # noqa: PLR0911 (one reason a case)
    """Why the numbers may be no parts of the total, or not all; none where they must be."""
    lexicon = table("checks")["parts"]
    wide = Span(row.around.start, clauses.sentence(facts, Span(row.around.end, row.around.end + 1)).end)
    if let_go := _vetoed(facts, row, wide, numbers):
        return let_go
    near = row.around if len(row.parts) == FEWEST and row.total.row.kind != "count" else wide
    own, short = row.total.sentence, row.amount < row.total.whole
    summed = _summed(facts, row)
    if row.total.row.kind == "duration" and not summed and not clauses.has(facts, wide, lexicon["after"]):
        return "nothing says that the terms are served one after another"
    of_outcomes, all_outcomes, covered = outcomes(facts, row) if row.total.row.kind == "count" else (False,) * 3
    closed, numbered, apposed = _closed(facts, row), _numbered(facts, row, numbers), _apposed(facts, row)
    rest = any(is_rest(facts, part) for part in row.parts[1:])
    complete = closed or numbered or summed or covered or rest or (apposed and not of_them(facts, row.parts[0]))
    some = " of the" in facts.text[row.parts[0].span.start : row.parts[0].span.end + len(" of the")]
    complete = complete or (
        (not some or row.parts[0].span.start < row.total.span.start)
        and any(clauses.has(facts, span, lexicon["complete"]) for span in (own, near))
    )
    every = bool(set(clauses.words_of(facts.before(row.total.span, 8))[-1:]) & {"all", "every", "both"})
    every = (every or clauses.has(facts, own, lexicon["in_all"])) and (all_outcomes or not of_outcomes)
    tied = _linked(facts, row) or of_outcomes or closed or numbered or summed or rest or apposed
    tied = tied or (complete and row.next and not any(part.noun for part in row.parts))
    if not (tied or _alike(row) or (complete and _taken_up(row))):
        return "nothing says that the numbers are parts of the total"
    if short and not (complete or every):
        return "the parts come to less, and nothing says that they are all there is"
    if short and not rest and _goes_on(facts, row):
        return "the enumeration goes on with other numbers"
    if short and clauses.has(facts, own, lexicon["brought"]):
        return "the total may hold what was counted before"
    if short and not rest and clauses.has(facts, wide, lexicon["rest"]):
        return "there is a rest that has no number"
    if row.parts[-1].span.start < row.total.span.start and not summed and (short or not of_outcomes):
        return "the total stands behind, and is not called one"
    sure = tied and (complete or every)
    if len(row.parts) > FEWEST or (sure and not row.apart) or summed or numbered or rest:
        return None
    return None if of_outcomes and not short and not row.apart else "two numbers may be of something else"


def _goes_on(facts: Facts, row: Row) -> bool:
    """Whether another number follows on the last part in its sentence."""
    last = row.parts[-1]
    end = min(last.sentence.end, _end(last) + BESIDE)
    behind = [one.span for one in facts.reading.figures if _end(last) <= one.span.start < end and one.kind in _COUNTED]
    return any(
        one.start != row.total.span.start and facts.text[_end(last) : one.start].rstrip().endswith((" and", ","))
        for one in behind
    )


def is_rest(facts: Facts, part: Number) -> bool:
    """Whether the part is told as what is left ("the remaining five", "the other 18")."""
    before = f" {' '.join(clauses.words_of(facts.before(part.span, 40))[-4:])} ".replace(" the other hand ", " ")
    return any(f" {words} " in before for words in table("checks")["parts"]["rest"])


def _summed(facts: Facts, row: Row) -> bool:
    """Whether the total stands behind its parts and is called one, or heads the lines of a table."""
    ends = [one.span.end for one in (row.total, *row.parts)]
    if called_total(facts, row.total) and all(
        "\n" in facts.text[end : part.span.start] for end, part in zip(ends, row.parts, strict=False)
    ):
        return True
    if row.parts[-1].span.start > row.total.span.start:
        return False
    near = row.around.end - row.around.start <= GAP
    return sum_of_before(facts, row.total) and (near or called_total(facts, row.total))


def sum_of_before(facts: Facts, total: Number) -> bool:
    """Whether the words make the total the sum of what stands before it."""
    article = clauses.words_of(facts.before(total.span, 8))[-1:]
    if (total.noun and article == ["all"]) or (total.row.counted is not None and article == ["the"]):
        return True
    lexicon = table("checks")["parts"]
    words = lexicon["sum"] + (lexicon["after"] if total.row.kind == "duration" else [])
    return called_total(facts, total) or clauses.has(facts, total.sentence, words)


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
        for end, start in ((_end(part), other.span.start), (_end(other), part.span.start))
        if end <= start <= end + FEWEST * 4
    )


def of_them(facts: Facts, part: Number) -> bool:
    """Whether a number is told as some of those just told ("12 of them", "of whom 12")."""
    before = facts.before(part.span, 16)
    return _OF_THEM.match(facts.text, part.span.end) is not None or _OF_WHOM.search(before) is not None


def _vetoed(facts: Facts, row: Row, wide: Span, numbers: Sequence[Number]) -> str | None:  # noqa: PLR0911
    """Why the numbers are surely not to be added up to the total."""
    lexicon = table("checks")["parts"]
    if set(clauses.words_of(facts.before(row.total.span, 24))[-2:]) & {"among", "including", "includes", "include"}:
        return "the numbers are of some among the total"
    first = row.parts[0]
    if row.apart and first.sentence == row.total.sentence and of_them(facts, row.parts[0]):
        return "one of the numbers is of some among the total"
    if is_rest(facts, first):
        return "the first of the numbers is what is left of something else"
    if any(_joined(facts, row, other) for other in numbers):
        return "a number of the enumeration counts something else"
    lead = Span(max(first.sentence.start, min(row.total.span.end, first.span.start)), first.span.start)
    leads = [lead, *(Span(max(part.sentence.start, part.span.start - 20), part.span.start) for part in row.parts)]
    if any(clauses.has(facts, span, lexicon["partial"]) for span in leads):
        return "the words say that the parts are some of it"
    start = first.span.start if first.sentence == row.total.sentence else first.sentence.start
    if clauses.has(facts, Span(start, row.around.end), lexicon["others"]):
        return "the words say that the parts are others"
    if clauses.has(facts, Span(start, max(start + 1, wide.end)), lexicon["overlapping"]):
        return "the words say that the parts may overlap"
    if any(_other_days(facts, row, one) for one in {part.sentence for part in row.parts}):
        return "the parts are of another day"
    groups = {part.noun for part in row.parts if part.row.unit == "person"} - {"", "peopl"}
    if row.total.noun in groups and len(groups) > 1:
        return "the parts are of several groups, and the total of one of them"
    if (
        row.total.row.kind == "measure"
        and not row.next
        and not _summed(facts, row)
        and not any(part.noun for part in row.parts)
    ):
        return "nothing ties the numbers to the total"
    return None


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


def _out_of(facts: Facts, row: Row) -> bool:
    return _OF.search(facts.before(row.total.span, 24)) is not None and row.parts[-1].span.start > row.total.span.end


def _linked(facts: Facts, row: Row) -> bool:
    """Whether words or a mark tie the parts to the total: "of these", "comprising", a colon behind it."""
    first, total = row.parts[0], row.total
    if _out_of(facts, row) and (first.span.start < total.span.start or facts.together(total.span, first.span)):
        return True
    if all(part.row.part_of == total.row.id for part in row.parts):
        return True
    if listed(facts, total, first) and not row.apart:
        return True
    start = max(first.sentence.start, total.span.end, first.span.start - LEAD)
    lexicon = table("checks")["parts"]
    if start < first.span.start and clauses.has(facts, Span(start, first.span.start), lexicon["links"]):
        return True
    return of_them(facts, row.parts[0])


def _alike(row: Row) -> bool:
    """Whether three parts or more go on from the total: bare numbers, or its own noun, in one enumeration near it."""
    nouns = {part.noun for part in row.parts} - {""}
    if len(row.parts) <= FEWEST or row.apart or not row.next or row.parts[0].row.kind == "measure":
        return False
    return all(akin(row.total.noun, noun) for noun in nouns) or not row.total.noun


def _taken_up(row: Row) -> bool:
    """Whether the parts' noun is the total's, or what befell them."""
    nouns = {part.noun for part in row.parts} - {""}
    if len(row.parts) <= FEWEST or row.total.row.kind != "count":
        return False
    people = all(one.row.unit == "person" for one in (row.total, *row.parts) if one.noun)
    return any(akin(row.total.noun, noun) for noun in nouns) or people or not nouns


def _closed(facts: Facts, row: Row) -> bool:
    """Whether the parts are a whole list behind a colon, dash or bracket, ended by a mark."""
    if not listed(facts, row.total, row.parts[0]) or of_them(facts, row.parts[0]) or row.apart:
        return False
    ends = [_end(part) for part in row.parts]
    gaps = [facts.text[end : part.span.start] for end, part in zip(ends, row.parts[1:], strict=False)]
    if all(_JOINT.fullmatch(gap) for gap in gaps) and _END.match(facts.text, ends[-1]) is not None:
        return True
    if len(row.parts) > FEWEST:
        return " and " in gaps[-1]
    behind = [
        behind_.span for behind_ in facts.reading.figures if ends[-1] <= behind_.span.start < row.total.sentence.end
    ]
    colon = _COLON.fullmatch(facts.text, row.total.span.end, row.parts[0].span.start)
    return colon is not None and " and " in gaps[0] and not row.parts[1].noun and not behind


def outcomes(facts: Facts, row: Row) -> tuple[bool, bool, bool]:
    """Whether the parts are outcomes, or groups, of which each has but one; if all are told; if they leave none out."""
    lexicon = table("checks")["parts"]
    shares = [_share(facts, row, part) for part in row.parts]
    for kind, family in lexicon["families"].items():
        said = [_names(share, family) for share in shares]
        named = {name for names in said for name in names}
        if all(len(names) == 1 for names in said) and len(named) == len(said):
            hit = named != {"dead", "hurt"} or clauses.has(facts, row.total.sentence, lexicon["hit"])
            covers = lexicon["covers"].get(kind, (family,))
            return True, len(named) == len(family), hit and any(named == set(one) for one in covers)
    return False, False, False


def _names(share: str, family: dict[str, list[str]]) -> list[str]:
    """Those of a family that a part's share of the sentence names, by the longest of the words found."""
    found = {
        name: max((len(word) for word in words if f" {word} " in share), default=0) for name, words in family.items()
    }
    longest = max(found.values())
    return [name for name, length in found.items() if length == longest > 0] if longest else []


def _share(facts: Facts, row: Row, part: Number) -> str:
    """The words of the part's share of the sentence: as far as the next number or mark either way."""
    around = part.sentence
    others = [one.span for one in (row.total, *row.parts) if one is not part and around.holds(one.span)]
    low = max([around.start, *(one.end for one in others if one.end <= part.span.start)])
    high = min([around.end, *(one.start for one in others if one.start >= part.span.end)])
    before = _MARK.split(facts.text[low : part.span.start].rstrip(" :("))[-1]
    behind = _MARK.split(facts.text[part.span.end : high])[0]
    return f" {' '.join(clauses.words_of(f'{before} {part.row.text} {behind}'))} "


def _numbered(facts: Facts, row: Row, numbers: Sequence[Number]) -> bool:
    """Whether the report numbers the parts: "the three villages", of a row of three."""
    near = [row.total.sentence, *(part.sentence for part in row.parts)]
    few = len(row.parts) == FEWEST
    between = row.total.sentence if few else Span(min(row.total.sentence.start, row.around.start), row.span.end + GAP)
    first, size = row.parts[0].span.start, sum(part.times for part in row.parts)
    return any(
        other.row.kind == "count"
        and other.amount == size
        and other.noun
        and (other.sentence in near or between.holds(other.span))
        and (other.span.end <= first or "these" in clauses.words_of(facts.before(other.span, 8)))
        for other in numbers
        if other is not row.total and other not in row.parts and other.row.unit != "person"
    )
