"""Says whether numbers near a total are its parts, whether they are all, and whether each one counted is in but one.

Stands alone because numbers are seldom called parts in so many words: marks, links, ellipsis and outcomes tell it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check import clauses, part_words
from sayso.check.summands import FEWEST, Number, called_total
from sayso.check.vetoes import veto
from sayso.extract.figures.side_by_side import beside
from sayso.lexicon import either, table, words
from sayso.model import Span
from sayso.parse.labels import EQUATED, FINITE
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.check.facts import Facts
    from sayso.check.rows import Row
    from sayso.stages import Parsed

BESIDE = 60  # characters between a comma and the first part behind it
FEW = 2  # people who may be told of without a number
GAP = 400  # characters either side of a row in which the report says of how many
FAR = 0.35  # of the total, by which what is called a sum may be off
LEAD = 120  # characters before the first part in which words tie it to the total
_JOINT = re.compile(r"\s{0,9}(?:[,;]|(?:,\s{0,9})?(?:and|&))\s{0,9}")
_END = re.compile(r"[,.);]|\s*[\u2013\u2014]|\s*\n|\s*$")
_MARK = re.compile(r"[,;:()]|\band\b|\bwhile\b|\bbut\b")
_COLON = re.compile(r"[^:]{0,80}:\s*(?:\w+\s){0,2}")
_COUNTED = ("count", "money", "measure")
_WHOLE, _NEW = words("clauses", "determiners", "whole"), words("clauses", "determiners", "new")
_SLOT = re.compile(rf" ({either(words('checks', 'parts', 'slots'))})\b")
_OF = re.compile(r"(?:^|[^a-z ]\s|\b(?:out|that|and|said|say)\s)of$|\bof(?: the| a total of| these| all| its| their)$")


def _apposed(facts: Facts, row: Row) -> bool:
    """Whether the parts stand behind a comma after the total's clause, and have no verb of their own."""
    total, parts = row.total, row.parts
    if facts.parsed is None or row.apart or parts[0].sentence != total.sentence or parts[0].span.start < total.span.end:
        return False
    before = facts.text[total.span.end : parts[0].span.start]
    last = before.rpartition(",")[2]
    marked = "," in before and " and " not in f" {last} " and len(last) < BESIDE
    led = _verbs(facts, Span(total.sentence.start, parts[0].span.start))
    end = part_words.end_of(parts[-1])
    slots = [_SLOT.match(facts.text, part_words.end_of(one)) for one in (total, parts[0])]
    if (slots[0] and slots[1] and slots[0][1] == slots[1][1]) or not (total.noun or called_total(facts, total)):
        return False
    if beside(facts.text, total.span.end, parts[0].span.start, parts[0].span.end):
        return False  # "13 died in Tarn, nine in Orland and six in Belm"
    return (
        marked and (led or facts.text[end : end + 1] == ",") and not _verbs(facts, Span(parts[0].span.start, end + 1))
    )


def _verbs(facts: Facts, span: Span) -> bool:
    """Whether a finite verb stands in the span."""
    parsed = facts.parsed
    tokens = facts.tokens(span)
    return parsed is not None and any(parsed.tags[token] in FINITE for token in tokens)


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
    summed = _summed(facts, row)
    if let_go := veto(facts, row, wide, numbers, summed=summed):
        return let_go
    near = row.around if len(row.parts) == FEWEST and row.total.row.kind != "count" else wide
    own, short = row.total.sentence, row.amount < row.total.whole
    if row.total.row.kind == "duration" and not summed and not clauses.has(facts, wide, lexicon["after"]):
        return "nothing says that the terms are served one after another"
    of_outcomes, all_outcomes, covered = outcomes(facts, row) if row.total.row.kind == "count" else (False,) * 3
    closed, numbered, apposed = _closed(facts, row), _numbered(facts, row), _apposed(facts, row)
    rest = any(part_words.is_rest(facts, part) for part in row.parts[1:])
    alone = apposed and not part_words.of_them(facts, row.parts[0])
    complete = closed or numbered or summed or covered or rest or alone
    some = " of the" in facts.text[row.parts[0].span.start : row.parts[0].span.end + len(" of the")]
    complete = complete or (
        (not some or row.parts[0].span.start < row.total.span.start)
        and any(clauses.has(facts, span, lexicon["complete"]) for span in (own, near))
    )
    every = bool(set(clauses.words_of(facts.before(row.total.span, 8))[-1:]) & _WHOLE)
    every = (every or clauses.has(facts, own, lexicon["in_all"])) and (all_outcomes or not of_outcomes)
    tied = _linked(facts, row) or of_outcomes or closed or numbered or summed or rest or apposed
    tied = tied or (complete and row.next and not any(part.noun for part in row.parts))
    if not (tied or _alike(row) or (complete and _taken_up(row))):
        return "nothing says that the numbers are parts of the total"
    if short and not (complete or every):
        return "the parts come to less, and nothing says that they are all there is"
    if short and not rest and _goes_on(facts, row):
        return "the enumeration goes on with other numbers"
    if short and row.total.row.kind != "money" and clauses.has(facts, own, lexicon["brought"]):
        return "the total may hold what was counted before"
    more = clauses.has(facts, wide, lexicon["rest"]) or (not closed and _one_more(facts, row, wide))
    if summed and short and clauses.has(facts, row.around, lexicon["unnumbered"]):
        return "there is a rest that has no number"
    if short and not rest and more:
        return "there is a rest that has no number"
    people = row.total.row.unit == "person" and row.apart
    if people and not (of_outcomes or summed or rest or numbered):
        return "the numbers of several sentences may be of the same people"
    if row.parts[-1].span.start < row.total.span.start and not summed and (short or not of_outcomes):
        return "the total stands behind, and is not called one"
    sure = tied and (complete or every)
    if len(row.parts) > FEWEST or (sure and not row.apart) or summed or numbered or rest:
        return None
    return None if of_outcomes and not short and not row.apart else "two numbers may be of something else"


def _one_more(facts: Facts, row: Row, wide: Span) -> bool:
    """Whether somebody is told of behind the parts of people who has no number ("A woman was taken to ...")."""
    parsed, start = facts.parsed, part_words.end_of(row.parts[-1])
    if parsed is None or row.total.row.unit != "person" or row.total.whole - row.amount > FEW:
        return False
    return any(
        parsed.lower[token] in _NEW and _new_person(parsed, int(parsed.heads[token]))
        for token in (parsed.tokens_in(Span(start, wide.end)) if start < wide.end else ())
    )


def _new_person(parsed: Parsed, token: int) -> bool:
    person = (
        parsed.lower[token] in table("checks")["parts"]["one_person"] or noun_class(parsed.lower[token]) == "person"
    )
    return person and parsed.deps[token] not in EQUATED  # "the oldest is a porter"


def _goes_on(facts: Facts, row: Row) -> bool:
    """Whether another number follows on the last part in its sentence."""
    last = row.parts[-1]
    end = min(last.sentence.end, part_words.end_of(last) + BESIDE)
    behind = [
        one.span
        for one in facts.reading.figures
        if part_words.end_of(last) <= one.span.start < end and one.kind in _COUNTED
    ]
    return any(
        one.start != row.total.span.start
        and facts.text[part_words.end_of(last) : one.start].rstrip().endswith((" and", ","))
        for one in behind
    )


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
    return part_words.sum_of_before(facts, row.total) and (near or called_total(facts, row.total))


def _out_of(facts: Facts, row: Row) -> bool:
    return _OF.search(facts.before(row.total.span, 24)) is not None and row.parts[-1].span.start > row.total.span.end


def _linked(facts: Facts, row: Row) -> bool:
    """Whether words or a mark tie the parts to the total: "of these", "comprising", a colon behind it."""
    first, total = row.parts[0], row.total
    if _out_of(facts, row) and (first.span.start < total.span.start or facts.together(total.span, first.span)):
        return True
    if all(part.row.part_of == total.row.id for part in row.parts):
        return True
    if part_words.listed(facts, total, first) and not row.apart:
        return True
    start = max(first.sentence.start, total.span.end, first.span.start - LEAD)
    lexicon = table("checks")["parts"]
    if start < first.span.start and clauses.has(facts, Span(start, first.span.start), lexicon["links"]):
        return True
    return part_words.of_them(facts, row.parts[0])


def _alike(row: Row) -> bool:
    """Whether three parts or more go on from the total: bare numbers, or its own noun, in one enumeration near it."""
    nouns = {part.noun for part in row.parts} - {""}
    if len(row.parts) <= FEWEST or row.apart or not row.next or row.parts[0].row.kind == "measure":
        return False
    return all(part_words.akin(row.total.noun, noun) for noun in nouns) or not row.total.noun


def _taken_up(row: Row) -> bool:
    """Whether the parts' noun is the total's, or what befell them."""
    nouns = {part.noun for part in row.parts} - {""}
    if len(row.parts) <= FEWEST or row.total.row.kind != "count":
        return False
    people = all(one.row.unit == "person" for one in (row.total, *row.parts) if one.noun)
    return any(part_words.akin(row.total.noun, noun) for noun in nouns) or people or not nouns


def _closed(facts: Facts, row: Row) -> bool:
    """Whether the parts are a whole list behind a colon, dash or bracket, ended by a mark."""
    if not part_words.listed(facts, row.total, row.parts[0]) or part_words.of_them(facts, row.parts[0]) or row.apart:
        return False
    ends = [part_words.end_of(part) for part in row.parts]
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


def _numbered(facts: Facts, row: Row) -> bool:
    """Whether the report numbers the parts: "the three villages", of a row of three; of two too much is told."""
    total, size = row.total, sum(part.times for part in row.parts)
    before = clauses.sentence(facts, Span(max(0, total.sentence.start - 2), max(0, total.sentence.start - 1)))
    near = [before, total.sentence, *(part.sentence for part in row.parts)]
    between = Span(min(total.sentence.start, row.around.start), row.span.end + GAP)
    spans = {one.span for one in (total, *row.parts)}
    return size > FEWEST and any(
        other.value == size
        and other.bound == "exact"
        and (other.noun is not None or other.kind == "duration")
        and other.unit != "person"
        and (between.holds(other.span) or any(sentence.holds(other.span) for sentence in near))
        and (other.span.end <= row.parts[0].span.start or _these(facts, other.span))
        for other in facts.reading.figures
        if other.kind in ("count", "duration") and other.span not in spans
    )


def _these(facts: Facts, span: Span) -> bool:
    return "these" in clauses.words_of(facts.before(span, 8))
