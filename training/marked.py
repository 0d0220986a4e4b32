"""Reads the marked figures of `figures/marks.tsv`: what numbers in real reports mean, by readers who saw no program.

Stands alone because the fit of places and the benchmark of figures both read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.model import Span

MARKS = Path(__file__).parent / "figures" / "marks.tsv"
LEARNT, APART = "learnt", "apart"
NONE = "-"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in a real report as a reader marked it; spans are code points of the report's text.

    `counts`: it counts or measures something; otherwise the rest is empty. `counted`: killed, wounded ... of the guide,
    ``other`` for another thing, null for what is measured. `noun`, null where the report prints none. `places`: the
    names that are right, the best one first, none where the report tells none. `voice`: whose words tell it, null for
    the outlet's.
    """

    part: str
    data: str
    report: str
    span: Span
    counts: bool
    counted: str | None
    noun: Span | None
    places: tuple[Span, ...]
    voice: Span | None


def marks(path: Path = MARKS) -> tuple[Mark, ...]:
    """The marked figures, in the file's order; raises `ValueError` with the line of one that is none."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
        try:
            part, data, report, span, counts, counted, noun, places, voice = line.split("\t")
            own, spans = _spans(span), [_spans(field) for field in (noun, places, voice)]
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: nine fields with spans are wanted") from error
        if part not in (LEARNT, APART) or counts not in ("y", "n") or len(own) != 1:
            raise ValueError(f"{path.name}, line {number}: {part} or {counts} is not known, or there are several spans")
        of_noun, of_places, of_voice = spans
        told = None if counted == NONE else counted
        first = (of_noun[0] if of_noun else None), (of_voice[0] if of_voice else None)
        found.append(Mark(part, data, report, own[0], counts == "y", told, first[0], of_places, first[1]))
    return tuple(found)


def _spans(field: str) -> tuple[Span, ...]:
    pairs = () if field == NONE else (span.split("-") for span in field.split(" "))
    return tuple(Span(int(start), int(end)) for start, end in pairs)
