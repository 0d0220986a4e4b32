"""Figures of tables: what is counted, where and when, from the headings over and beside a number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import sayso

if TYPE_CHECKING:
    from sayso.model import Figure, Reading

DISTRICTS = """District        Killed   of them children   Wounded   Houses destroyed
Telva           12       3                  ~40       120
Orsk Valley     5        -                  at least 9        1,040
Total           17       3                  49        1,160"""
DAYS = """Date     Men killed   Women killed   Killed, total   Cost (USD million)
9 April  10           4              14              1.5
10 April  8           2              10              2
Total    18           6              24              3.5"""
FACTS = """Displaced persons | 42,500
Schools | 212
Share of children | 41%
Average age | 31"""


@cache
def _reading(table: str, lead: str = "These are the numbers so far:") -> Reading:
    body = f"Numbers of the office\n\nThe relief office spoke on Monday of the war in Marn.\n\n{lead}\n\n{table}\n"
    return sayso.read_text(body, published="2026-04-12", language="en")


def _at(table: str, place: str, noun: str) -> Figure:
    return next(row for row in _reading(table).figures if row.place == place and row.noun and row.noun.text == noun)


def test_a_heading_says_what_is_counted_and_a_row_of_places_where() -> None:
    """Row and column stand in for verb and noun."""
    killed, houses = _at(DISTRICTS, "Telva", "Killed"), _at(DISTRICTS, "Orsk Valley", "Houses")
    assert (killed.value, killed.counted, killed.unit, killed.population) == (12, "killed", "person", None)
    assert (houses.value, houses.counted, houses.unit) == (1040, "destroyed", "house")


def test_the_row_points_at_the_heading_that_it_was_read_from() -> None:
    """The noun of a figure in a table is its heading."""
    reading = _reading(DISTRICTS)
    killed = _at(DISTRICTS, "Telva", "Killed")
    assert killed.noun is not None
    assert killed.noun.span.of(reading.report.text) == "Killed"
    assert killed.span.of(reading.report.text) == "12"


def test_a_part_is_a_part_of_the_column_before() -> None:
    """What is told "of them" ties a column to the one on its left."""
    whole, part = _at(DISTRICTS, "Telva", "Killed"), _at(DISTRICTS, "Telva", "children")
    assert (part.value, part.counted, part.population, part.part_of) == (3, "killed", "children", whole.id)


def test_signs_and_words_are_bounds_and_a_dash_is_no_number() -> None:
    """A cell may hold a bound; where nothing is told there is no figure."""
    about, least = _at(DISTRICTS, "Telva", "Wounded"), _at(DISTRICTS, "Orsk Valley", "Wounded")
    assert (about.value, about.bound) == (40, "about")
    assert (least.value, least.bound, least.counted) == (9, "at_least", "wounded")
    assert not [row for row in _reading(DISTRICTS).figures if row.text == "-"]


def test_a_row_of_a_day_counts_on_that_day_where_days_are_summed_up() -> None:
    """A count of one day begins and ends on it."""
    rows = [row for row in _reading(DAYS).figures if row.as_of == "2026-04-10"]
    assert [(row.value, row.counted, row.since) for row in rows[:2]] == [
        (8, "killed", "2026-04-10"),
        (2, "killed", "2026-04-10"),
    ]


def test_a_heading_may_name_unit_and_scale() -> None:
    """What is printed stays; the value is in the unit."""
    cost = next(row for row in _reading(DAYS).figures if row.kind == "money")
    assert (cost.text, cost.value, cost.unit) == ("1.5", 1_500_000, "USD")


def test_rows_may_say_what_is_counted_and_an_average_counts_nothing() -> None:
    """A table of facts has its headings on the left."""
    rows = [(row.value, row.noun.text if row.noun else None, row.counted, row.kind) for row in _reading(FACTS).figures]
    assert rows == [
        (42500, "Displaced persons", "displaced", "count"),
        (212, "Schools", None, "count"),
        (41, "Share of children", None, "percent"),
    ]


def test_a_caption_may_tell_the_period_and_what_is_counted() -> None:
    """What no heading says the caption may."""
    table = "Telva | 12\nOrsk | 5\nMarn | 9"
    found = _reading(table, "People killed by district, 1 to 8 April 2026").figures
    assert [(row.counted, row.since, row.as_of) for row in found] == [("killed", "2026-04-01", "2026-04-08")] * 3


def test_numbers_under_headings_that_count_nothing_are_no_figures() -> None:
    """A number of which no heading says what it counts is left alone."""
    table = "Station | Temperature | Line\nTelva | 12 | 3\nOrsk | 5 | 4"
    assert _reading(table).figures == ()


def test_a_bound_in_words_and_a_change_in_brackets_head_no_column() -> None:
    """A list of losses has its nouns on the left, and what was added in brackets is no count of its own."""
    table = "Personnel        about 71,240   (+620)\nTanks            1,904          (+9)\nAircraft         212            (0)"
    rows = [(row.value, row.bound, row.noun.text if row.noun else None) for row in _reading(table).figures]
    assert rows == [(71240, "about", "Personnel"), (1904, "exact", "Tanks"), (212, "exact", "Aircraft")]


def test_the_sum_of_all_places_is_of_no_single_one_and_a_change_counts_nothing() -> None:
    """What is told of "all districts" is of no one place; "change on last week" says nothing of what is counted."""
    table = "District | Camps | Change on last week\nTelva | 12 | 3\nOrsk | 5 | 1\nAll districts | 17 | 4"
    rows = [(row.value, row.place) for row in _reading(table).figures]
    assert rows[:2] == [(12, "Telva"), (5, "Orsk")]
    assert [value for value, _ in rows] == [12, 5, 17]
    assert rows[2][1] != "All districts"
