"""Says whether two happenings, told in two reports, are of one event, and why.

Stands alone because it is a decision on two values: no ledger, no other report, no knowledge of the world. A small
logistic model weighs what the two have in common; its weights stand in the lexicon's ``event_weights.toml``. Two
reports are of one event where their main happenings are.
"""

from __future__ import annotations

from datetime import date
from math import exp
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.decision import Decision
from sayso.link.events.happenings import Happening, happenings, of_figure, told_at, undated
from sayso.link.events.keys import keys
from sayso.link.events.likeness import Likeness, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.link.events.bags import Bag
    from sayso.link.events.days import Day

__all__ = ["Happening", "happenings", "keys", "of_figure", "same_event", "same_undated", "told_at"]

SAME = 0.5
APART = 0.25
"""The most that two happenings score which are told on days that are surely two."""
NAMESAKE = 3.5
"""A full name of this weight is one person's or one street's, and ties reports that are a year apart."""
_NAMED = 3


def same_event(a: Happening, b: Happening) -> Decision:
    """Whether two happenings are one event; the same for `b` and `a`, and from the two alone."""
    alike = likeness(a, b)
    score = score_of(a, b, alike)
    same = score >= SAME
    differs = None if same else _differs(a, b, alike)
    return Decision(same, score, _why_same(a, b, alike) if same else _why_not(a, b, differs), differs)


def same_undated(a: Happening, b: Happening) -> Decision:
    """Whether two happenings are one event, whatever days are told of them."""
    return same_event(undated(a), undated(b))


def score_of(a: Happening, b: Happening, alike: Likeness) -> float:
    """How likely one event is, from 0 to 1: by the whole reports where both are main happenings."""
    if a.main is None and b.main is None:
        score = _logistic(table("event_weights")["report"], alike)
    else:
        one, other = a.main or a, b.main or b
        score = _logistic(table("event_weights")["told"], alike, score_of(one, other, likeness(one, other)))
    return min(score, APART) if _on_other_days(a, b) else score


def _on_other_days(a: Happening, b: Happening) -> bool:
    """Whether neither tells the other's day or one beside it, and no full name ties them.

    In a war places, parties and kinds of act are the same from day to day; a trial names the victim of a year ago.
    """
    if any(min(a.pairs.weights[name], b.pairs.weights[name]) >= NAMESAKE for name in a.pairs.shared(b.pairs)):
        return False
    ours, theirs = _days(a), _days(b)
    return bool(ours and theirs) and not _near(ours, (*b.own_days, *theirs)) and not _near(theirs, (*a.own_days, *ours))


def _days(one: Happening) -> Sequence[Day]:
    """The day of the act where it is fully told, else all days that are."""
    return (one.when,) if one.when is not None and one.when.ordinal else [day for day in one.own_days if day.ordinal]


def _near(days: Sequence[Day], others: Sequence[Day]) -> bool:
    return any((gap := day.gap(other)) is not None and gap <= 1 for day in days for other in others)


def _logistic(weights: Mapping[str, float], alike: Likeness, reports: float = 0.0) -> float:
    total = weights["bias"] + weights.get("reports", 0.0) * reports
    total += sum(weight * getattr(alike, name) for name, weight in weights.items() if name not in ("bias", "reports"))
    return 1 / (1 + exp(-total))


def _differs(a: Happening, b: Happening, alike: Likeness) -> str | None:
    """The first of time, place, participants and kind of act in which the two can be seen to differ."""
    if alike.days_far or alike.when_differs or alike.year_differs or _on_other_days(a, b):
        return "time"
    if a.places and b.places and not a.places.shared(b.names) and not b.places.shared(a.names):
        return "place"
    if alike.act_differs:
        return "kind of act"
    if a.names and b.names and not a.names.shared(b.names):
        return "participants"
    return None


def _why_same(a: Happening, b: Happening, alike: Likeness) -> str:
    shared = list(_shared(a, b, alike))
    return f"Both tell {' and '.join(shared)}." if shared else "Both tell it in like words."


def _shared(a: Happening, b: Happening, alike: Likeness) -> Iterator[str]:
    names = _heaviest(a.names, b.names)
    if names:
        yield f"the names {', '.join(names)}"
    same = sorted({one for one in a.days if one.ordinal} & {one for one in b.days if one.ordinal})
    if same:
        yield f"the day {date.fromordinal(same[0].ordinal)}"
    if alike.figures:
        yield "the same figures"
    if not names:
        words = _heaviest(a.words, b.words)
        if words:
            yield f"the words {', '.join(words)}"


def _why_not(a: Happening, b: Happening, differs: str | None) -> str:
    if differs == "time":
        ours, theirs = (", ".join(_told_days(one)) or "no day" for one in (a, b))
        return f"They are told of different times: {' | '.join(sorted((ours, theirs)))}."
    if differs == "place":
        ours, theirs = (", ".join(one.places.heaviest(_NAMED)) for one in (a, b))
        return f"They are told of different places: {' | '.join(sorted((ours, theirs)))}."
    if differs == "kind of act":
        return f"They are different acts: {' | '.join(sorted((a.act or '', b.act or '')))}."
    return "They share no name." if differs == "participants" else "They have too little in common."


def _told_days(one: Happening) -> list[str]:
    days = [day for day in (one.when, *one.days) if day is not None]
    return list(dict.fromkeys(str(day) for day in days))[:_NAMED]


def _heaviest(one: Bag, other: Bag) -> list[str]:
    """The shared terms of most weight, the first of the alphabet where they are equal."""
    return sorted(one.shared(other), key=lambda term: (-one.weights[term] - other.weights[term], term))[:_NAMED]
