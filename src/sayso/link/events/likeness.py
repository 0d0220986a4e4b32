"""In what two happenings agree and differ: a handful of numbers from 0 to 1, each of which can be told in words.

Stands alone because the decision weighs them and its explanation names them. All are symmetric.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p, sqrt
from typing import TYPE_CHECKING

from sayso.link.events.acts import kin
from sayso.link.events.terms import FLOOR
from sayso.parse.meaning import alike

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.events.days import Day
    from sayso.link.events.happenings import Count, Happening

FAR = 3
"""Days that lie farther apart than this are no slip of the pen and no night that went over midnight."""
_MANY_NAMES = 5.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two happenings have in common.

    `words`, `names`, `title`, `places`: how alike they are. `shared_names`: how much the shared names weigh.
    `full_name`: the rarest two names in a row that both tell; `persons_differ`: both tell such, none the same.
    `lead`: how much of the names of one's first sentences the other tells. `day`: a day of both is the same;
    `days_far`: no two days are near. `weekday`, `weekday_differs`: the same, where a day isn't fully told.
    `when_differs`: the day told with the act is another. `year`, `year_differs`, `month_differs`: of their days.
    `ages_differ`: both tell ages, none the same. `figures`, `figures_differ`: the same thing is counted, with the same
    bounds or with such that no number fits both. `told`: the same word tells the act; `told_rare`: how rare it is;
    `told_meaning`: how near in meaning the words are that do.
    `act`, `act_differs`: the class of act, and whether two classes may be sides of one happening.
    """

    words: float
    names: float
    shared_names: float
    full_name: float
    persons_differ: float
    lead: float
    title: float
    places: float
    day: float
    weekday: float
    weekday_differs: float
    days_far: float
    when_differs: float
    year: float
    year_differs: float
    month_differs: float
    ages_differ: float
    figures: float
    figures_differ: float
    told: float
    told_rare: float
    told_meaning: float
    act: float
    act_differs: float


def likeness(a: Happening, b: Happening) -> Likeness:
    """What two happenings have in common."""
    gaps = [gap for one in a.days for other in b.days if (gap := one.gap(other)) is not None]
    partly = [one.agrees(other) for one in a.days for other in b.days]
    years, months = _fields(a.days, b.days, "year"), _fields(a.days, b.days, "month")
    same, apart = _figures(a.figures, b.figures)
    pairs = a.pairs.shared(b.pairs)
    shared = a.told.shared(b.told)
    return Likeness(
        words=sqrt(a.words.cosine(b.words)),
        names=sqrt(a.names.cosine(b.names)),
        shared_names=min(1.0, log1p(a.names.common(b.names)) / _MANY_NAMES),
        full_name=max((a.pairs.weights[pair] for pair in pairs), default=0.0) / FLOOR,
        lead=max(a.lead.cosine(b.names), b.lead.cosine(a.names)),
        persons_differ=float(bool(a.pairs and b.pairs) and not pairs),
        title=a.title.cosine(b.title),
        places=sqrt(a.places.cosine(b.places)),
        weekday=float(not gaps and any(partly)),
        weekday_differs=float(not gaps and bool(partly) and not any(one is not False for one in partly)),
        day=float(min(gaps, default=1) == 0),
        days_far=float(min(gaps, default=0) > FAR),
        when_differs=float(_differs(a.when, b.when)),
        year=float(years is True),
        year_differs=float(years is False),
        month_differs=float(months is False),
        ages_differ=float(bool(a.ages and b.ages) and not a.ages & b.ages),
        figures=float(same),
        figures_differ=float(apart),
        told=float(bool(shared)),
        told_rare=max((min(a.told.weights[word], b.told.weights[word]) for word in shared), default=0.0) / FLOOR,
        told_meaning=sqrt(max(0.0, alike(a.meaning, b.meaning))),
        act=float(a.act is not None and a.act == b.act),
        act_differs=float(a.act is not None and b.act is not None and not kin(a.act, b.act)),
    )


def _fields(one: Iterable[Day], other: Iterable[Day], name: str) -> bool | None:
    """Whether the days share a year (or month); null where one tells none."""
    ours, theirs = ({getattr(day, name) for day in days} - {0} for days in (one, other))
    return bool(ours & theirs) if ours and theirs else None


def _differs(one: Day | None, other: Day | None) -> bool:
    """Whether both days are told and are surely two."""
    return one is not None and other is not None and one.apart(other)


def _figures(one: tuple[Count, ...], other: tuple[Count, ...]) -> tuple[bool, bool]:
    """Whether something that both count has the same bounds, and whether nothing that both count could be the same."""
    both = [(a, b) for a in one for b in other if a.counted is not None and a.counted == b.counted]
    same = any((a.low, a.high) == (b.low, b.high) for a, b in both)
    return same, bool(both) and not any(_meet(a, b) for a, b in both)


def _meet(a: Count, b: Count) -> bool:
    """Whether the bounds of two figures leave room for one number."""
    return not (_below(a, b) or _below(b, a))


def _below(a: Count, b: Count) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low
