"""Joins neighbouring time expressions and the words around them into one: "early" + "March", "noon" + "Thursday".

Stands alone because these rules speak of expressions already found, not of words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.dates.apart import from_day, weekday_beside, years_ago
from sayso.extract.dates.beside import LONGEST_APPROXIMATOR, approximated, ended, restated
from sayso.extract.dates.hours import clock_day, clock_part, day_clock
from sayso.extract.dates.items import Item, Joiner, category, mentions_of, over
from sayso.extract.dates.pointing import CLOCK_UNITS
from sayso.extract.dates.shapes import (
    Around,
    Away,
    Back,
    Beyond,
    Clock,
    Frame,
    Inside,
    Known,
    Length,
    Mention,
    NthOf,
    Recurring,
    Same,
    Steps,
    WeekOf,
)
from sayso.extract.dates.sharing import shared
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.words import Lexeme

LARGEST_GROUP = 50  # mentions joined at once: a table of dates pasted as a line takes no more than linear time
_WORDED = ("reference", "length", "unit-beyond")  # rules whose words the joining rules read again
YEARLY = ("date", "month", "quarter", "half", "season", "holiday")  # what a year has one of


def _away(items: list[Item]) -> Mention | None:
    """For "two weeks ago", "three days later", "a week from now"."""
    length = mentions_of(items)[0]
    shape = length.shape
    if not isinstance(shape, Length):
        return None
    words = " ".join(item.text for item in items[1:])
    from_now, told_ways = table("dates")["from_now"], table("dates")["directions"]
    told = words not in from_now
    direction: int | None = (told_ways if told else from_now).get(words)
    if direction is None:
        return None
    amount = shape.amount
    if amount is None and told and direction > 0:
        return over(items, length, shape, cue="away")  # "days later": how many, nobody says
    away = Away(amount, shape.unit, direction, told)  # type: ignore[arg-type]
    if shape.unit in CLOCK_UNITS:
        return over(items, length, away, cue="away")  # no day follows from "an hour later"
    return over(items, length, away, type="DATE", cue="away")


def _or_so(items: list[Item]) -> Mention | None:
    """For "a week or so ago"."""
    if [item.text for item in items[1:3]] != ["or", "so"]:
        return None
    made = _away([items[0], items[-1]])
    return None if made is None else replace(made, mod="APPROX")


def _week_holding(items: list[Item]) -> Mention | None:
    """For "the week of 6 March", "the weekend of 6 March", "Easter week": the one that holds the day."""
    week, day = (items[0], items[-1]) if items[0].kind == "2" else (items[-1], items[0])
    if week.mention is None or day.mention is None or not isinstance(week.mention.shape, Same):
        return None
    if week.mention.shape.grain not in ("week", "weekend"):
        return None
    return over(items, week.mention, Around(week.mention.shape.grain, day.mention.shape))


def _in_year(items: list[Item]) -> Mention | None:
    """A quarter, season, month or day with its year, in either order."""
    mentions = mentions_of(items)
    inner = next((one for one in mentions if isinstance(one.shape, Recurring) and one.shape.grain in YEARLY), None)
    outer = next(
        (one for one in mentions if isinstance(one.shape, Known | Steps | Same) and category(one) == "5"), None
    )
    if inner is None or outer is None or not isinstance(inner.shape, Recurring) or inner.shape.pull is not None:
        return None
    if isinstance(outer.shape, Same) and outer.shape.firm is False and category(inner) in "13":
        return None
    fiscal = inner.shape.fiscal or (isinstance(outer.shape, Known) and outer.shape.fiscal)
    return over(items, inner, Inside(replace(inner.shape, fiscal=fiscal), outer.shape))


def _last_year(items: list[Item]) -> Mention | None:
    """For "22 December, last year": a bare year behind a comma is another date."""
    return _in_year(items) if isinstance(mentions_of(items)[-1].shape, Steps) else None


def _same_before(items: list[Item]) -> Mention | None:
    """For "the same month a year ago", "the same quarter last year"."""
    same, year = mentions_of(items)
    shape = same.shape
    if isinstance(shape, Same):
        fits = shape.grain == "quarter" or (shape.firm and shape.grain in ("month", "half", "season"))
    else:
        fits = shape == Frame()
    ago = isinstance(year.shape, Away) and year.shape == Away(1, "year", -1, year.shape.told)
    if not fits or not isinstance(shape, Same | Frame) or not (ago or year.shape == Steps("year", -1, told=False)):
        return None
    return over(items, same, replace(shape, back=1))


def _same_of(items: list[Item]) -> Mention | None:
    """For "the same period of 1988", "the corresponding quarter of 2021"."""
    same, year = items[0].mention, items[-1].mention
    if same is None or year is None or not isinstance(year.shape, Known) or category(year) != "5":
        return None
    firm = isinstance(same.shape, Same) and same.shape.grain == "quarter" and same.shape.firm
    return over(items, same, Frame(year.shape.period.index)) if firm or same.shape == Frame() else None


def _year_ago(items: list[Item]) -> Mention | None:
    """For "the year-ago third quarter", "the year-earlier nine months"."""
    ago, part = mentions_of(items)
    if ago.cue != "year-earlier" or not isinstance(ago.shape, Away) or ago.shape.unit != "year":
        return None
    if isinstance(part.shape, Recurring) and part.shape.grain in ("quarter", "half"):
        return over(items, part, Back(part.shape, 1))
    return over(items, part, part.shape) if isinstance(part.shape, Length) else None


def _part_of(items: list[Item]) -> Mention | None:
    """For "the last week of March", "the last half of the '80s": the larger one, with where in it."""
    inner, outer = mentions_of(items)
    shape = inner.shape
    if isinstance(shape, Steps) and shape.grain == "week" and shape.count == -1 and category(outer) == "3":
        return over(items, outer, WeekOf(-1, outer.shape))
    if isinstance(shape, Steps) and shape.grain in ("week", "month") and shape.count == -1 and not shape.told:
        return over(items, outer, outer.shape, mod="END")
    if isinstance(shape, Recurring) and shape.grain in ("half", "quarter"):
        return over(items, outer, outer.shape, mod="START" if shape.number == 1 else "END")
    return None


def _two_quarters(items: list[Item]) -> Mention | None:
    """For "the first two quarters of 1990": a half of the year."""
    length, outer = mentions_of(items)
    words, shape = items[0].text.removeprefix("the ").split()[:1], length.shape
    if not isinstance(shape, Length) or (shape.amount, shape.unit) != (2, "quarter"):
        return None
    if words not in (["first"], ["last"], ["final"]):
        return None
    return over(items, outer, Inside(Recurring("half", number=1 if words == ["first"] else 2), outer.shape))


def _beyond(items: list[Item]) -> Mention | None:
    """For "the day before Christmas", "the week after 3 May"."""
    unit, outer = mentions_of(items)
    shape = unit.shape
    if unit.cue != "unit-beyond" or not isinstance(shape, Steps) or not items[0].text.endswith((" before", " after")):
        return None
    return over(items, outer, Beyond(shape.grain, shape.count, outer.shape))


def _weekday_of_week(items: list[Item]) -> Mention | None:
    """For "Friday last week"."""
    day, week = mentions_of(items)
    if not isinstance(day.shape, Recurring) or day.shape.grain != "weekday" or day.shape.pull is not None:
        return None
    if not isinstance(week.shape, Steps) or week.shape.grain != "week":
        return None
    return over(items, day, Inside(day.shape, week.shape))


def _nth_of(items: list[Item]) -> Mention | None:
    """For "the first Monday of May 2022", "the last day of the year", "the first week of June"."""
    outer, inner = items[-1].mention, items[-3]
    number = next((item.value for item in items[:-3] if item.kind in "ol"), None)
    if outer is None:
        return None
    if inner.mention is None:  # "the first day", "the first week": units are no dates alone
        if inner.text == "week" and number in (1, -1) and category(outer) == "3":
            return over(items, outer, WeekOf(-1 if number < 0 else 0, outer.shape))
        return over(items, outer, NthOf(number, 0, outer.shape)) if inner.text == "day" and number else None
    shape = inner.mention.shape
    if isinstance(shape, Steps) and shape.grain == "day" and shape.count == -1 and number is None:
        return over(items, outer, NthOf(-1, 0, outer.shape))
    if not isinstance(shape, Recurring) or shape.grain != "weekday" or category(outer) not in "35":
        return None
    number = -1 if number is None and shape.pull == -1 else number
    return over(items, outer, NthOf(number, shape.number, outer.shape)) if number else None


def _of_every(items: list[Item]) -> Mention | None:
    """For "the first Monday of every month": as often as the month."""
    day, every = mentions_of(items)
    if not isinstance(day.shape, Recurring) or day.shape.grain != "weekday" or every.cue != "every":
        return None
    return over(items, every, every.shape)


def _modified(items: list[Item]) -> Mention | None:
    """For "early March", "the end of the year", "mid-1996", "earlier this week", "late on Saturday"."""
    base = mentions_of(items)[0]
    modifier = next(item for item in items if item.kind == "x")
    mod = _modifiers().get(modifier.text)
    if mod is None or base.mod is not None:
        return None
    if modifier.text in table("dates")["needs_of"]["words"] and not any(item.kind == "O" for item in items):
        return None  # "is scheduled to close Monday"
    if any(item.kind == "j" for item in items):
        if category(base) != "1" or modifier.text not in ("early", "late"):
            return None
        time = "TMO" if modifier.text == "early" else "TNI"
        return over(items, base, Clock(time, base.shape), type="TIME")
    if items[0].kind == "D" and any(item.kind == "O" for item in items) is False and category(base) not in "456":
        items = items[1:]
    return over(items, base, base.shape, mod=mod)


@cache
def _modifiers() -> dict[str, str]:
    return dict(table("dates")["modifiers"])


# Kinds of lexemes and digits of `category`, in the order in which they are tried.
_RULES: tuple[tuple[re.Pattern[str], Joiner], ...] = tuple(
    (re.compile(pattern), joiner)
    for pattern, joiner in (
        (r"8g[13]", years_ago),
        (r"8_1", from_day),
        (r"D1b1", weekday_beside),
        (r"8[gbx](?![_XDaWMdylx0-9])|8g|8x(?!x)", _away),
        (r"8_0", _away),
        (r"8&_[gb]", _or_so),
        (r"[1235][1235]", _beyond),
        (r"2O1|12", _week_holding),
        (r"[340][05]", _same_before),
        (r"[40][OI]5", _same_of),
        (r"0[48]", _year_ago),
        (r"[413]O?D?5", _in_year),
        (r"[13],5", _last_year),
        (r"5'?[4]", _in_year),
        (r"12", _weekday_of_week),
        (r"D?[ol][1u]O[345]|1O[345]", _nth_of),
        (r"D?o?1O9", _of_every),
        (r"[24]O[3456]", _part_of),
        (r"8OD?5", _two_quarters),
        (r"7[,jO]{0,2}[1]", clock_day),
        (r"17", day_clock),
        (r"7,?j?0|.d0", clock_part),
        (r"D?x-?[OIj]?[01234567]", _modified),
    )
)


def join(mentions: list[Mention], lexemes: list[Lexeme]) -> list[Mention]:
    """The mentions, joined where the rules say so, with the approximators before them; in text order."""
    if not mentions:
        return mentions
    mentions = ended(mentions, lexemes)
    groups: list[list[Mention]] = [[mentions[0]]]
    for mention in mentions[1:]:
        if mention.first - groups[-1][-1].last <= LONGEST_APPROXIMATOR and len(groups[-1]) < LARGEST_GROUP:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    joined = [approximated(one, lexemes) for group in groups for one in _joined(group, lexemes)]
    return restated(shared(joined, lexemes), lexemes)


def _joined(group: list[Mention], lexemes: list[Lexeme]) -> list[Mention]:
    items = _row(group, lexemes)
    for pattern, joiner in _RULES:
        kinds = "".join(item.kind for item in items)
        at = 0
        while (match := pattern.search(kinds, at)) is not None:
            made = joiner(items[match.start() : match.end()])
            if made is None:
                at = match.start() + 1
                continue
            items[match.start() : match.end()] = [Item(category(made), made.first, made.last, made, "")]
            kinds = "".join(item.kind for item in items)
            at = match.start()
    return mentions_of(items)


def _row(group: list[Mention], lexemes: list[Lexeme]) -> list[Item]:
    """The mentions of a group and the lexemes between and just around them."""
    items: list[Item] = []
    at = max(0, group[0].first - LONGEST_APPROXIMATOR - 1)
    stop = min(len(lexemes), group[-1].last + LONGEST_APPROXIMATOR)
    for mention in group:
        items.extend(_item(lexemes[i], i) for i in range(at, mention.first))
        words = (lexemes[i].text.lower() for i in range(mention.first, mention.last) if mention.cue in _WORDED)
        items.append(Item(category(mention), mention.first, mention.last, mention, " ".join(words)))
        at = mention.last
    items.extend(_item(lexemes[i], i) for i in range(at, stop))
    return items


def _item(lexeme: Lexeme, at: int) -> Item:
    number = lexeme.value if lexeme.kind in "ol" and isinstance(lexeme.value, int) else 0
    return Item(lexeme.kind, at, at + 1, None, lexeme.text.lower(), number)
