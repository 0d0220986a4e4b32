"""Reads the days that are known by month and day alone: "the Sept. 11 attacks", in whatever year a report is printed.

Stands alone because only here the words behind a date, and no rule of the calendar, say of which year it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates import calendar
from sayso.extract.dates.shapes import Known, Recurring
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from sayso.extract.dates.place import Place
    from sayso.extract.dates.shapes import Mention

_SOMEWHERE = words("function_words", "prepositions", "day") | words("function_words", "prepositions", "near")
"""What says of which attacks it speaks, so that they may be others of that day."""


def remembered(place: Place, mention: Mention, published: int | None) -> Mention:
    """The mention with its year, where what follows names what that day is known for; `published` is a day's number."""
    shape = mention.shape
    plain = isinstance(shape, Recurring) and shape.grain == "date" and shape.pull is None and not shape.told
    if not isinstance(shape, Recurring) or not plain or place.word(2) in _SOMEWHERE:
        return mention
    for known in table("holidays")["remembered"]["days"]:
        if known["day"] == [shape.number, shape.day] and place.word(1) in known["after"]:
            day = calendar.day(known["year"], shape.number, shape.day)
            if published is None or published >= day.first():
                return replace(mention, shape=Known(day))
    return mention
