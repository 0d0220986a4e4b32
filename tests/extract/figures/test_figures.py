"""Holds the reading of whole sentences to the contract: values, bounds, units, what is counted and parts."""

from __future__ import annotations

import msgspec
import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import figures, one, parsed

from sayso.extract.figures import extract
from sayso.extract.figures.measures import CURRENCIES, UNITS
from sayso.extract.figures.numerals import VAGUE

BOUNDS = [
    ("At least 12 people fell ill.", "at_least", 12, None),
    ("No fewer than 12 people fell ill.", "at_least", 12, None),
    ("More than 12 people fell ill.", "more_than", 12, None),
    ("Just over 12 people fell ill.", "more_than", 12, None),
    ("Up to 12 people fell ill.", "at_most", None, 12),
    ("As many as 12 people fell ill.", "at_most", None, 12),
    ("Fewer than 12 people fell ill.", "less_than", None, 12),
    ("Nearly 12 people fell ill.", "about", None, None),
    ("Some 12 people fell ill.", "about", None, None),
    ("12 people fell ill.", "exact", 12, 12),
    ("12 or more people fell ill.", "at_least", 12, None),
]


@pytest.mark.parametrize(("text", "bound", "low", "high"), BOUNDS)
def test_bounds_open_their_ends(text: str, bound: str, low: int | None, high: int | None) -> None:
    """A hedge sets the bound and which end of the interval is stated."""
    figure = one(text)
    assert (figure.value, figure.bound, figure.low, figure.high) == (12, bound, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Between 60 and 70 trucks crossed.",
        "60-70 trucks crossed.",
        "From 60 to 70 trucks crossed.",
        "60 to 70 trucks crossed.",
    ],
)
def test_ranges_have_two_ends_and_no_value(text: str) -> None:
    """A range is one figure with low and high."""
    figure = one(text)
    assert (figure.value, figure.low, figure.high, figure.bound, figure.unit) == (None, 60, 70, "between", "truck")


@pytest.mark.parametrize(
    "text",
    [
        "They fled in a large 4×4 car.",
        "A 2x4 board hit him.",
        "The plane landed on runway 27.",
        "The 500 block of North Street was shut.",
    ],
)
def test_what_a_number_names_is_not_counted(text: str) -> None:
    """A make, a runway and an address count nothing."""
    assert not figures(text)


def test_of_a_length_by_a_width_only_what_bears_the_unit_is_measured() -> None:
    """The first number stands for a side whose unit is not told."""
    assert [f.text for f in figures("The room is 12 x 14 feet.")] == ["14 feet"]


def test_several_numbers_may_wait_for_one_noun() -> None:
    """Numbers that hang on hyphens have the last one's noun."""
    assert [f.unit for f in figures("The yard sells four-, five- and six-seat boats.")] == ["seat"] * 3


def test_a_rate_goes_on_behind_brackets() -> None:
    """The tail of a rate may follow the amount said again in brackets."""
    first, *_ = figures("They pay 9 million euros (10 million dollars) a year.")
    assert first.unit == "EUR per year"


def test_where_a_change_ended_is_no_change() -> None:
    """Of "fell 2 per cent to 31.50" the first is the fall."""
    assert [f.trend for f in figures("Orlin Mills fell 2 per cent to 31.50.")] == ["down", None]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Ten children were among at least 48 people killed in Miren.", "f1", "f2"),
        ("The raid killed 25 people. Of those killed, six were children.", "f2", "f1"),
    ],
)
def test_a_part_may_stand_before_its_whole_or_in_the_next_sentence(text: str, part: str, whole: str) -> None:
    """Being "among" a number, or "of those killed", makes a part."""
    assert {f.id: f.part_of for f in figures(text)}[part] == whole


def test_adverbs_of_adjectives_stand_inside_the_noun_counted() -> None:
    """An adverb before the noun's adjective doesn't end the search for the noun and is no part of the unit."""
    assert one("They dispatched 30 fully equipped ambulances.").unit == "equipped ambulance"


def test_people_may_be_counted_by_age() -> None:
    """Of "two 14-year-olds" the age is who they are."""
    first, second = figures("Police said two 14-year-olds were wounded.")
    assert (first.unit, first.population, first.counted, second.kind) == ("person", "14-year-olds", "wounded", "age")


def test_a_number_goes_on_with_what_was_counted() -> None:
    """A number that only adds a place or manner counts the same things."""
    assert [f.unit for f in figures("The sale offers 40 homes by auction and 18 by tender.")] == ["home", "home"]


def test_a_dash_joins_numbers_that_look_like_years() -> None:
    """A unit tells a range from a year and a number."""
    figure = one("An adult needs about 2000 - 2500 calories.")
    assert (figure.low, figure.high, figure.unit) == (2000, 2500, "calorie")


def test_an_amount_before_the_noun_is_no_noun() -> None:
    """Of two numbers before a noun the first counts it and the second measures it."""
    first, second = figures("They found two 15-year-old boys.")
    assert (first.unit, first.noun and first.noun.text, second.kind) == ("person", "boys", "age")


def test_a_time_that_only_dates_measures_nothing() -> None:
    """A length of time that says when, not how long, has no noun."""
    assert one("In the last three months the town has calmed.").noun is None


COUNTED = [
    ("At least 12 people were killed in Miren.", 12, "killed"),
    ("The blast left 14 people dead.", 14, "killed"),
    ("The attack killed three and wounded five.", 3, "killed"),
    ("The death toll rose to 41.", 41, "killed"),
    ("Three people were found dead.", 3, "killed"),
    ("Two shot dead in Miren", 2, "killed"),
    ("At least 12 people were killed and 30 others injured.", 30, "wounded"),
    ("The attack killed three and wounded five.", 5, "wounded"),
    ("Police: 4 hurt in crash", 4, "wounded"),
    ("The number of wounded rose to 300.", 300, "wounded"),
    ("Nine sailors are missing.", 9, "missing"),
    ("Officers arrested 17 protesters.", 17, "detained"),
    ("Forty prisoners were freed at dawn.", 40, "released"),
    ("The flood displaced 6,000 people.", 6000, "displaced"),
    ("Sixteen trucks crossed the bridge.", 16, "trucks"),
    ("The army carried out 20 airstrikes.", 20, "strikes"),
    ("The fire destroyed 12 houses.", 12, "destroyed"),
    ("The blast left four people injured and one dead.", 4, "wounded"),
    ("He was charged in the slayings of six people.", 6, "killed"),
    ("The fire took the lives of two miners.", 2, "killed"),
    ("The blast cost the lives of 128 people.", 128, "killed"),
    ("The floods have claimed 54 lives.", 54, "killed"),
    ("Nurses saved 54 lives that night.", 54, "rescued"),
    ("The blast sent three people to the hospital.", 3, "hospitalised"),
    ("Three victims were transported to area hospitals.", 3, "hospitalised"),
    ("All nine victims were treated and released.", 9, "hospitalised"),
    ("Three people showed up with gunshot wounds.", 3, "wounded"),
    ("Two teens accidentally shot themselves.", 2, "shot"),
    ("The attack left five injured Friday morning.", 5, "wounded"),
]


@pytest.mark.parametrize(("text", "value", "counted"), COUNTED)
def test_what_is_counted_follows_the_syntax(text: str, value: int, counted: str) -> None:
    """The verb, noun or adjective that a number hangs on names what it counts."""
    assert {f.counted for f in figures(text) if f.value == value} == {counted}


def test_those_who_kill_are_not_killed() -> None:
    """The subject of an active verb is not what the verb befalls."""
    soldiers, rebels = figures("The army said 3 soldiers killed five rebels.")
    assert (soldiers.counted, rebels.counted) == (None, "killed")


def test_animals_and_papers_are_no_casualties() -> None:
    """Vocabulary of people counts people only."""
    assert [f.counted for f in figures("The ministry released 12 statements and 30 cows died.")] == [None, None]


def test_parts_point_at_their_whole() -> None:
    """A part names the figure that it is a part of and counts the same."""
    whole, part = figures("The raid killed 41 people, including seven nurses.")
    assert (part.part_of, part.counted, part.population) == (whole.id, "killed", "nurses")


def test_a_fate_inside_a_total_is_a_part() -> None:
    """A fate, "one fatally", is a part of those shot, and killed."""
    whole, part = figures("Gunmen shot four people, one fatally, on Monday.")
    assert (whole.counted, part.counted, part.part_of) == ("shot", "killed", whole.id)


def test_a_toll_that_rose_is_two_figures() -> None:
    """The old and the new toll stay apart, and only the new one is told as a rise."""
    old, new = figures("The death toll rose from 12 to 41.")
    assert (old.value, old.trend, new.value, new.trend) == (12, None, 41, "up")


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("It cost $2bn.", 2_000_000_000, "USD", "money"),
        ("It cost 3.5 million euros.", 3_500_000, "EUR", "money"),
        ("Prices rose 5 per cent.", 5, "percent", "percent"),
        ("It lies 12 km north.", 12, "kilometer", "measure"),
        ("It was 38 degrees Celsius.", 38, "degree_Celsius", "measure"),
        ("They talked for three hours.", 3, "hour", "duration"),
        ("A 41-year-old man spoke.", 41, "year", "age"),
        ("Jana Bree, 34, spoke.", 34, "year", "age"),
        ("The rent is $950 a month.", 950, "USD per month", "rate"),
        ("They sold 12m tonnes.", 12_000_000, "metric_ton", "measure"),
        ("The mast is 12m tall.", 12, "meter", "measure"),
    ],
)
def test_units_and_kinds(text: str, value: float, unit: str, kind: str) -> None:
    """The words around a number give its unit and kind."""
    figure = one(text)
    assert (figure.value, figure.unit, figure.kind) == (value, unit, kind)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019.",
        "They met on 4 March 2021.",
        "They met at 5 p.m. on Tuesday.",
        "Call 555-2368-119.",
        "See section 12.",
        "Flight 370 landed.",
        "They live at 16 Orchard Road.",
        "Miren won 2-1.",
        "The address is 10.0.0.12.",
        "The G7 met the Group of 7.",
        "Released as version 4.2.1.",
        "10000000000000000000000 wounded",
        "-12 people were killed.",
        "ISBN 978-3-16-148410-0",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    """Years, dates, times, names, addresses, scores and what cannot be are no figures."""
    assert figures(text) == ()


def test_vague_words_have_no_number_without_a_convention() -> None:
    """A vague word is a figure without value; a named convention reads it."""
    text = "Dozens of people were killed."
    figure = one(text)
    assert (figure.value, figure.low, figure.high, figure.convention) == (None, None, None, None)
    (read,) = extract(parsed(text), convention="conservative")
    assert (read.value, read.convention) == (12, "conservative")
    (between,) = extract(parsed(text), convention="range")
    assert (between.value, between.low, between.high, between.bound) == (None, 20, 90, "between")


def test_conventions_read_every_vague_word() -> None:
    """Both conventions have a reading of each vague word."""
    from sayso.extract.figures.numerals import NUMBERS

    for convention in ("conservative", "range"):
        assert set(VAGUE.values()) <= set(NUMBERS["vague"][convention])


def test_units_are_known_to_pint_and_iso() -> None:
    """Every unit name is one that pint reads, or one of the few that it lacks; currency codes have three letters."""
    registry = pint.UnitRegistry()
    lacking = {"point", "basis point", "percentage point", "ppb"}
    for section in ("duration", "measure", "percent"):
        for name in UNITS[section]:
            assert name in lacking or registry.parse_units(name) is not None
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES["words"])


SCRAPS = [
    "12",
    "-3",
    "1,000",
    "$5m",
    "half",
    "dozens of",
    "people",
    "killed",
    "and",
    "to",
    "of them",
    "%",
    "(4)",
    "3-1",
    "\n",
    "٣",
    "1.2.3.4",
    "between",
    "a",
    "year",
    ".",
    ",",
    "aged",
    "½",
    "9" * 40,
    "|",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=25))
def test_any_text_gives_exact_rows(words: list[str]) -> None:
    """Whatever stands in a report, every row lies where its text stands, has finite numbers and goes into JSON."""
    text = " ".join(words)
    rows = extract(parsed(text))
    ids = {row.id for row in rows}
    for row in rows:
        assert text[row.span.start : row.span.end] == row.text
        assert row.noun is None or row.noun.span.of(text) == row.noun.text
        assert row.low is None or row.high is None or row.low <= row.high
        assert row.part_of is None or (row.part_of in ids and row.part_of != row.id)
    msgspec.json.encode(rows)


def test_a_table_pasted_as_lines_is_read_without_crash() -> None:
    """Lines of a table make no figure that counts people."""
    rows = figures("Region | 2019 | 2020\nNorth | 12 | 15\nSouth | 1,204 | 1,377\n")
    assert all(row.counted is None for row in rows)


def test_killed_and_wounded_together_are_casualties() -> None:
    """Where one number is given for both, neither is claimed of all."""
    assert one("The blast killed and wounded 12 people.").counted == "casualties"
    assert one("The raid left dozens dead or injured.").counted == "casualties"


def test_what_is_denied_is_not_counted() -> None:
    """A negated verb befalls nobody."""
    assert one("Twelve people were not injured.").counted is None


def test_headlines_without_verbs_of_being_are_read() -> None:
    """A participle right after a count belongs to it, not to its neighbour."""
    killed, wounded = figures("13 civilians killed 43 others injured due to rockets")
    assert (killed.counted, wounded.counted) == ("killed", "wounded")


def test_those_among_the_dead_are_killed() -> None:
    """Being among the dead says what befell them."""
    assert {f.counted for f in figures("Seventeen children and six women were among those killed.")} == {"killed"}


def test_a_restated_amount_keeps_its_bound() -> None:
    """An amount in brackets says the same in another unit, bound and all."""
    miles, kilometres = figures("The line runs more than 60 miles (97 km).")
    assert (miles.bound, kilometres.bound, kilometres.unit) == ("more_than", "more_than", "kilometer")


def test_a_bound_does_not_reach_over_and() -> None:
    """The next number after "and" is exact again."""
    first, second = figures("At least 12 trucks and 30 cars burned.")
    assert (first.bound, second.bound) == ("at_least", "exact")


@pytest.mark.parametrize(
    "text", ["The Senate's No. 2 Republican left.", "He lives at No. 7.", "It is the No. 1 cause.", "Bus no. 9 left."]
)
def test_a_number_behind_no_is_a_rank(text: str) -> None:
    """The full stop is the abbreviation's."""
    assert not figures(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tom Rell, one of her lawyers, went home.", 0),
        ("It is one of the best schools.", 0),
        ("On one occasion his race was one of a handful.", 0),
        ("One of the soldiers was killed.", 1),
        ("They freed one of the hostages.", 1),
        ("The fire spread to one of the sheds.", 1),
    ],
)
def test_one_of_many_counts_where_it_does_not_only_describe(text: str, count: int) -> None:
    """In apposition or behind "is" it says what somebody is."""
    assert len(figures(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "In bed six lies a boy, in bed five his brother.",
        "Statement No. 9 of the military command was read out.",
        "It was the sixty-first case of its kind.",
    ],
)
def test_numbers_that_name_or_order_count_nothing(text: str) -> None:
    """A bed, a statement of somebody's, an ordinal."""
    assert not figures(text)
