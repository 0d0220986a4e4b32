"""Says which of two or more reports that share text was first, by what they print, and why; or that nobody can know.

Stands alone because it weighs evidence that lies outside the shared words. In order of weight: who credits whom, who
cites whom, the days and times, and in which direction sources and doubts were lost. Text that both took from a third
party has no first among them. What the evidence leaves open stays unknown, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.clean.text import clean_text
from sayso.read.iso import instant, ordinal
from sayso.resolve.terms import names_medium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sayso.link.copies.edit import Edit
    from sayso.model import Reading, Report

By = Literal["credit", "citation", "time", "edits"]
_LOSSES = frozenset({"attribution-dropped", "hedge-dropped"})
_ENOUGH_LOSSES = 2  # one source may as well have been added by the other, or not been read


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report says of where it comes from; outlets and agencies by their names, as printed.

    `credits`: whom it credits for the whole report (dateline, credit line, byline). `cites`: who relays its words.
    """

    report: str
    outlet: str | None
    credits: frozenset[str]
    cites: frozenset[str]
    published: str | None


@dataclass(frozen=True, slots=True)
class First:
    """The id of the report that was first, null where that is unknown; by what it was told, and one line why."""

    report: str | None
    by: By | None
    why: str


def origin(reading: Reading) -> Origin:
    """What one reading says of where its report comes from."""
    report = reading.report
    names = {actor.id: actor.name for actor in reading.actors}
    outlet = report.outlet.name if report.outlet else None
    credited = [name for name in _credits(report) if not _is(name, outlet)]
    relays = {names[actor] for row in reading.attributions for actor in row.chain[:-1]}
    cited = [name for name in relays if not _is(name, outlet) and not any(_is(name, other) for other in credited)]
    return Origin(report.id, outlet, frozenset(credited), frozenset(cited), report.published)


def _credits(report: Report) -> frozenset[str]:
    """Whom the text credits as a whole: readings keep no credit lines, so they are found again."""
    parts = clean_text(report.text)
    return frozenset(credit.name for credit in parts.credits if credit.kind in {"dateline", "credit"})


def _is(name: str, outlet: str | None) -> bool:
    return outlet is not None and names_medium(name, outlet)


def _no_edits() -> tuple[Sequence[Edit], Sequence[Edit]]:
    return (), ()


def first_of_two(
    a: Origin, b: Origin, changed: Callable[[], tuple[Sequence[Edit], Sequence[Edit]]] = _no_edits
) -> First:
    """Which of two was first; `changed` gives the edits from `a` to `b` and back, and is asked only if need be."""
    told = _named(a, b) or _timed(a, b)
    if told is not None:
        return told
    there, back = (sum(edit.kind in _LOSSES for edit in found) for found in changed())
    if there >= _ENOUGH_LOSSES and not back:
        return First(a.report, "edits", "The other has lost sources or doubts that this one still has.")
    if back >= _ENOUGH_LOSSES and not there:
        return First(b.report, "edits", "The other has lost sources or doubts that this one still has.")
    return First(None, None, _unknown(a, b))


def _named(a: Origin, b: Origin) -> First | None:
    """What credits and citations decide; also that a third party was before both."""
    verbs: tuple[tuple[By, str], ...] = (("credit", "credits"), ("citation", "cites"))
    for by, verb in verbs:
        there, back = _names(a, b, by), _names(b, a, by)
        if there and back:
            return First(None, None, f"Each {verb} the other.")
        if there or back:
            return First((b if there else a).report, by, f"The other report {verb} its outlet.")
        if by == "credit" and (common := [name for name in a.credits if any(_is(name, other) for other in b.credits)]):
            return First(None, None, f"Both credit a third party ({min(common)}).")
    return None


def _names(one: Origin, other: Origin, by: By) -> bool:
    return any(_is(name, other.outlet) for name in (one.credits if by == "credit" else one.cites))


def _timed(a: Origin, b: Origin) -> First | None:
    earlier = _before(a.published, b.published)
    if earlier is None:
        return None
    one = a if earlier else b
    return First(
        one.report, "time", f"It was published first: {one.published}, the other {(b if earlier else a).published}."
    )


def _before(one: str | None, other: str | None) -> bool | None:
    """Whether the first time is before the second; null where they do not tell (unknown, one day, no time zone)."""
    if one is None or other is None:
        return None
    first, second = instant(one), instant(other)
    if first is not None and second is not None:
        return None if first == second else first < second
    days = ordinal(one), ordinal(other)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return days[0] < days[1]


def _unknown(a: Origin, b: Origin) -> str:
    if a.credits or b.credits:
        return f"One credits a third party ({min(a.credits | b.credits)}), and the dates do not tell."
    if a.published is None or b.published is None:
        return "Neither names the other, and not both have a date."
    return "Neither names the other, and the dates do not tell."


def first_of(origins: Iterable[Origin], pairwise: Callable[[Origin, Origin], First] = first_of_two) -> First:
    """The one report of several from which all others may come: it is before each of them.

    Where all credit one agency that is not among them, nobody is. One that is before all others would never lose, so
    one walk leaves the only one that can be it, and a second proves it.
    """
    ordered = sorted(origins, key=lambda each: each.report)
    best: Origin | None = None
    for each in ordered:
        winner = pairwise(best, each).report if best is not None else each.report
        best = best if best is not None and winner == best.report else each if winner == each.report else None
    if best is None:
        return _NOBODY
    reasons = [pairwise(best, each) for each in ordered if each is not best]
    if not reasons:
        return First(best.report, None, "There is no other.")
    if any(found.report != best.report for found in reasons):
        return _NOBODY
    return min(reasons, key=lambda found: _WEIGHTS.index(found.by))


_NOBODY = First(None, None, "No report is known to be before all the others.")
_WEIGHTS: tuple[By | None, ...] = ("edits", "time", "citation", "credit", None)
