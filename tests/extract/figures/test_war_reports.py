"""What holds of figures of fighting: what is shot down, exchanged, eliminated, put otherwise, or added to a total."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures, one


@pytest.mark.parametrize(
    "text",
    [
        "Zemlar launched 84 drones, of which 71 were shot down.",
        "Zemlar launched 84 drones; 71 of them were shot down.",
        "Of 84 drones launched by Zemlar, 71 were intercepted.",
        "Zemlar launched 84 drones. Of these, 71 were shot down.",
    ],
)
def test_so_many_of_the_things_before_are_no_people(text: str) -> None:
    """They have the noun of their whole, and what befell them did not befall the whole."""
    whole, part = figures(text)
    assert part.noun is not None
    assert (part.noun.text, part.unit, part.counted, part.part_of) == ("drones", "drone", "shot down", whole.id)
    assert whole.counted == "munitions"


def test_those_of_people_beside_events_are_people() -> None:
    """Events count before them, and none of these was killed."""
    assert figures("40 people died in 12 attacks, 10 of them were killed in Tarn.")[-1].unit == "person"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A further nine people are missing, presumed dead.", "missing"),
        ("Twelve people are feared dead after the flood.", "killed"),
        ("They exchanged 120 prisoners.", "released"),
        ("Zemlar handed over 58 prisoners.", "released"),
        ("The rebels handed over 40 prisoners to the police.", "detained"),
        ("The clubs swapped 12 players.", None),
        ("Villagers found at least nine prisoners shot at Hadrek.", "shot"),
        ("The prison holds 400 prisoners.", "detained"),
        ("Two doctors at the central hospital said the wards were full.", None),
        ("Three nurses were taken to hospital.", "hospitalised"),
        ("The army eliminated 30 nationalists near Molna.", "killed"),
        ("Troops neutralised 40 militants in the north.", "killed"),
        ("The vote eliminated 12 candidates.", None),
        ("The navy intercepted two boats.", None),
        ("Air defences intercepted 12 aerial targets.", "shot down"),
        ("Three students were shot down by the guards.", "shot"),
    ],
)
def test_who_is_counted_decides_what_a_verb_did_to_them(text: str, counted: str | None) -> None:
    """Captives, fighters, staff and what flies are told of by verbs that say something else of others."""
    assert one(text).counted == counted


def test_lost_vehicles_are_no_casualties() -> None:
    """Of a list, people alone were killed and wounded."""
    lost = figures("The enemy lost 95 servicemen killed and wounded, three cars and two tanks.")
    assert [figure.counted for figure in lost] == ["casualties", None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The army said 15 soldiers were killed. The ministry says 30.",
        "Officials said 15 soldiers were killed. Unconfirmed reports spoke of 30.",
        "The governor said 15 soldiers had died. The prosecutor put it at 30.",
        "The army said 15 soldiers were killed, while the ministry said 30.",
    ],
)
def test_a_bare_number_of_another_voice_counts_what_the_first_did(text: str) -> None:
    """And never the one who says it."""
    second = figures(text)[1]
    assert second.noun is not None
    assert (second.noun.text, second.unit, second.counted) == ("soldiers", "person", "killed")


@pytest.mark.parametrize(
    "text",
    [
        "The army said 15 soldiers were killed and 40 hurt. The ministry says 30.",
        "Asked how many goals he wanted, the coach said 30.",
        "The ministry says 30 percent.",
        "Estimates range from 30 to 40.",
    ],
)
def test_who_says_a_number_is_not_what_it_counts(text: str) -> None:
    """Where nothing or more than one thing was counted before, it counts nothing that is known."""
    assert figures(text)[-1].noun is None


def test_what_was_added_is_a_part_of_its_total() -> None:
    """In lists of losses the noun stands before a dash, and what was added in brackets behind the number."""
    text = (
        "personnel - about 71,240 (+620) persons were liquidated,\ntanks - 1904 (+9)\nartillery systems – 1,201 (+14)"
    )
    found = figures(text)
    assert [(f.value, f.unit, f.trend, f.part_of) for f in found] == [
        (71240, "person", None, None),
        (620, "person", "up", "f1"),
        (1904, "tank", None, None),
        (9, "tank", "up", "f3"),
        (1201, "artillery system", None, None),
        (14, "artillery system", "up", "f5"),
    ]
    assert found[0].counted == "killed"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was charged with treason (part 2 of Article 438 of the code).", []),
        ("The court found breaches of Articles 3 and 5 of the convention.", []),
        ("Paragraphs 1, 2 and 3 of Article 5 apply.", []),
        ("For the most part 12 of the men died.", [12]),
        ("In articles 3 and 5 journalists were named.", [5]),
        ("The bill has 40 articles, 12 of which were cut.", [40, 12]),
    ],
)
def test_sections_of_laws_count_nothing(text: str, values: list[int]) -> None:
    """Alone or in a list, before "of" a law or nothing."""
    assert [figure.value for figure in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Three of our fighters fell at the depot.", "killed"),
        ("Three soldiers fell ill.", None),
        ("Two soldiers fell from a truck.", None),
        ("Four of our fighters rose as martyrs.", "killed"),
        ("Up to 85 militants were destroyed in the raid.", "killed"),
        ("Two tanks were destroyed in the raid.", "destroyed"),
        ("Militants lost at least 120 people when they attacked a barracks.", "killed"),
        ("The city lost 120 people to emigration.", None),
    ],
)
def test_the_dead_of_forces_are_told_in_other_words(text: str, counted: str | None) -> None:
    """How they fell or were lost tells of fighters what it does not tell of others."""
    assert one(text).counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "The attack left 37 martyrs, among them 14 children and 19 women, and 112 injured.",
        "The strike left 37 dead, among them 14 children and 19 women, and 112 wounded.",
    ],
)
def test_the_wounded_behind_parts_of_the_dead_are_no_part(text: str) -> None:
    """Nor have they the noun of a part, or of the dead."""
    dead, children, women, wounded = figures(text)
    assert {row.counted for row in (dead, children, women)} == {"killed"}
    assert (wounded.counted, wounded.noun, wounded.part_of) == ("wounded", None, None)
