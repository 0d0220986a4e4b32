"""Holds what an amount measures, its sums and its trend to sentences."""

from __future__ import annotations

import pytest
from sentences import figures, one

MEASURED = [
    ("The Velar 200 fell 0.9%.", 0.9, "Velar 200"),
    ("Each of the sheds cost about 4 million euros.", 4000000, "sheds"),
    ("Orlin Mills plunged 4 per cent to 28 euros.", 28, "Orlin Mills"),
    ("The pump delivers 450 litres (99 gallons) of water.", 450, "water"),
    ("The flood closed four bridges (5,000 tonnes).", 5000, "bridges"),
    ("The Miren ferry keeps sailing for 3 days and 16 hours.", 16, "Miren ferry"),
    ("Orlin Mills, down 2 per cent, led the losses.", 2, "Orlin Mills"),
    ("The bank offers 95 per cent loan-to-value mortgages.", 95, "loan-to-value mortgages"),
    ("The mayor's salary was 90,000 euros.", 90000, "mayor's salary"),
    ("Fares from 3 to 5 euros are common.", None, "Fares"),
    ("The mill reported a profit of Y=5 million.", 5000000, "profit"),
    ("Orlin 100 e-minis were up 17.5 points.", 17.5, "Orlin 100 e-minis"),
    ("The food and clothing giant lost 4 per cent.", 4, "food and clothing giant"),
    ("It drives off after charging in fewer than 20 minutes.", 20, "charging"),
    ("The charge was 3 kilograms and the voltage across it was 5 volts.", 5, "voltage"),
    ("Orlin rose to 18 yuan and Tarn Steel also dropped to 8 yuan.", 8, "Tarn Steel"),
    ("floor area ≈ 32 hectares", 32, "floor area"),
    ("Most were worth 50 euros.", 50, None),
    ("They stole 900 euros worth of furniture.", 900, "furniture"),
    ("The army fired near a village 4 km east of Tarn.", 4, None),
    ("The school stands 40 miles to the south of Tarn.", 40, None),
    ("The United Nations has 60 days to respond.", 60, None),
]


@pytest.mark.parametrize(("text", "value", "noun"), MEASURED)
def test_an_amount_names_what_it_measures(text: str, value: float, noun: str) -> None:
    """The noun of an amount is what rises, costs, holds or lasts so much, as printed."""
    assert [f.noun.text if f.noun else None for f in figures(text) if f.value == value] == [noun]


def test_times_multiply_or_count() -> None:
    """What is so many times another names what is compared; occasions are counted."""
    told = ("Exports were three times the level of May.", "She was fined three times.", "It sells at 6 times earnings.")
    assert [one(text).noun.text for text in told if one(text).noun] == ["Exports", "times", "earnings"]


SUMS = [
    ("It cost 3 dollars 50 cents.", 3.5, "USD"),
    ("The wall is 5 feet, 3 inches high.", 5.25, "foot"),
    ("The road is 1 km and 200 m long.", 1.2, "kilometer"),
]


@pytest.mark.parametrize(("text", "value", "unit"), SUMS)
def test_a_unit_and_its_part_make_one_amount(text: str, value: float, unit: str) -> None:
    """Such a sum is one figure in the larger unit."""
    assert (one(text).value, one(text).unit) == (value, unit)


@pytest.mark.parametrize("text", ["It measured 12 feet, 30 inches.", "The ferry sails 3 days and 16 hours."])
def test_what_is_no_part_stays_by_itself(text: str) -> None:
    """More of the part than make the whole, and lengths of time, are two figures."""
    assert len(figures(text)) == 2


def test_a_list_of_changes_goes_on_without_its_verb() -> None:
    """Each of the things listed has its own amount and the trend of the verb said once."""
    told = figures("Bread rose by 5 per cent, milk by 7 per cent and rice by 9 per cent.")
    assert [(f.noun.text if f.noun else None, f.trend) for f in told] == [
        ("Bread", "up"),
        ("milk", "up"),
        ("rice", "up"),
    ]


def test_higher_and_lower_after_a_share_are_a_trend() -> None:
    """What stands so many per cent higher has risen by as much."""
    assert [one(f"Prices are 4 per cent {word}.").trend for word in ("higher", "lower", "dearer")] == [
        "up",
        "down",
        None,
    ]


def test_a_currency_of_several_states_is_money() -> None:
    """Its unit is the name where nothing tells whose it is."""
    assert [(row.kind, row.unit) for row in figures("The road cost 300 million pesos and 200 Kenyan shillings.")] == [
        ("money", "peso"),
        ("money", "KES"),
    ]


def test_no_sum_measures_millions() -> None:
    """The "million" of another number is no thing."""
    assert [row.noun for row in figures("Of the $45.9 million received, $22.4 million went to food.")] == [None, None]
