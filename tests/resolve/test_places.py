"""Where a figure is counted: in its clause, its sentence, or where the report was before."""

from __future__ import annotations

import pytest

from sayso import read_text

OWN = [
    ("Air raids on a town near Miren killed 42 people.", "Miren"),
    ("Two people were killed in raids and attacks on parts of Miren.", "Miren"),
    ("The group counted two people killed in Miren.", "Miren"),
    ("Twelve people were killed in Norway.", "Norway"),
    ("A strike on the village of Qesra killed six people.", "Qesra"),
    ("Shells hit a school in the town of Jeb al-Jar, killing six people.", "Jeb al-Jar"),
    ("Twelve people were killed when a shell hit a market in Tarnau.", "Tarnau"),
    ("At least 29 people were killed and dozens wounded in a raid in Tarnau.", "Tarnau"),
    ("29 people were killed at the Orland-Tarnau border.", None),
    ("28 Rebels Killed in Orland Army Raid", None),
    ("He spoke in Tarnau, where police arrested 30 people.", "Tarnau"),
    ("He blamed a raid on a hospital in Tarnau that killed 12 people.", "Tarnau"),
    ("Nine pilgrims from Norway were killed.", None),
    ("The minister said in Oslo that 40 people had been killed.", None),
    ("Twelve people were killed in Bergen and Oslo.", "Bergen and Oslo"),
    ("Gunmen positioned in Bergen fired shells that wounded 12 people.", None),
    ("More than 4,200 schools in Norway have been damaged.", "Norway"),
    ("Witnesses in Oslo said 40 people had been killed.", None),
]


def places(text: str) -> list[str | None]:
    """The place of each count of the text."""
    return [figure.place for figure in read_text(text, published="2031-03-06").figures if figure.kind == "count"]


@pytest.mark.parametrize(("text", "place"), OWN)
def test_a_toll_has_the_place_of_its_event(text: str, place: str | None) -> None:
    """The place of what was hit is the toll's, in whole names; where its people came from or was spoken is not."""
    assert places(text)[0] == place


def test_each_of_two_tolls_has_its_own_place() -> None:
    """A place that hangs from another count is that count's."""
    assert places("They said 30 people were killed in Bergen and another 39 were killed by shells in Oslo.") == [
        "Bergen",
        "Oslo",
    ]


def test_each_number_of_a_list_has_the_place_behind_it() -> None:
    """Though only the first has its noun."""
    text = "The quake injured 21 people in Bergen, 36 in Norway's Oslo and seven in Trondheim."
    assert places(text) == ["Bergen", "Oslo", "Trondheim"]


def test_a_part_has_the_place_of_its_whole_and_not_the_other_way() -> None:
    """Of 52 dead the 12 in one town do not say where the others died."""
    assert places("In Oslo 20 people were killed, including three children.") == ["Oslo", "Oslo"]
    assert places("Police said 52 people were killed, including 12 in Bergen.") == [None, "Bergen"]


def test_a_scene_goes_on_in_the_sentences_after_it() -> None:
    """A reader still has the place of the sentence before in mind."""
    text = "A bomb exploded in a market in Bergen on Monday. Twelve people were killed and 30 were wounded."
    assert places(text) == ["Bergen", "Bergen"]


@pytest.mark.parametrize(
    "after",
    [
        "Elsewhere, 12 people were killed.",
        "In 2019, 12 people were killed.",
        "Another blast in the south killed 12 people.",
        "The war has killed 12,000 people.",
    ],
)
def test_what_is_told_of_another_scene_does_not_inherit_it(after: str) -> None:
    """Another place, another time and a whole war are not where the last sentence was."""
    assert places(f"A bomb exploded in a market in Bergen on Monday. {after}")[-1] is None


def test_the_city_is_the_last_that_was_named() -> None:
    """A definite noun calls the last place of its kind, a country or a town."""
    text = "Shells fell on the town of Bergen in Norway. In Sweden it was quiet. Police said 12 people died in the {}."
    assert places(text.format("town")) == ["Bergen"]
    assert places(text.format("country")) == ["Sweden"]


def test_a_number_told_again_is_of_the_same_place() -> None:
    """A headline's number is that of the sentence that repeats it."""
    assert places("21 killed in blast\n\nA bomb in Bergen killed 21 people, police said.") == ["Bergen", "Bergen"]


def test_the_dateline_is_the_scene_where_nothing_else_is_named() -> None:
    """A local report says in its dateline where it is; an agency writes from capitals."""
    assert places("BERGEN, Pa. - Two people were shot on Thursday night, police said.") == ["BERGEN"]
    assert places("OSLO (Reuters) - Two people were shot on Thursday night, police said.") == [None]


def test_a_report_of_one_event_names_its_place_once() -> None:
    """Whichever sentence names it."""
    text = (
        "Two people were shot on Thursday night. Both are in hospital. The shooting happened in the centre of Bergen."
    )
    assert places(text)[0] == "Bergen"


def test_a_part_of_a_country_is_not_where_all_of_a_war_is_counted() -> None:
    """A sum of years is of the country."""
    text = (
        "Shells hit the city of Bergen in Norway on Monday and killed four people. More than 300,000 people have been "
        "killed in Norway since the war began in 2019."
    )
    assert places(text) == ["Bergen", "Norway"]


def test_a_storm_is_no_place() -> None:
    """Under its name alone as little as with its kind before it."""
    text = "Typhoon Halmar hit Bergen on Tuesday. Halmar killed 20 people and forced 5,000 residents to flee."
    assert "Halmar" not in places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Eleven people were killed in Vetrin, Molna and Hadrek, police said.", "Vetrin, Molna and Hadrek"),
        ("Eleven people were killed in the towns of Vetrin, Molna and Hadrek.", "Vetrin, Molna and Hadrek"),
        (
            "Eleven people were killed in Vetrin, Molna and the village of Hadrek, police said.",
            "Vetrin, Molna and the village of Hadrek",
        ),
        ("Eleven people were killed in Vetrin and Molna, and Hadrek was shelled.", "Vetrin and Molna"),
        ("Police in Vetrin, Molna and Hadrek said 11 people were killed.", None),
    ],
)
def test_a_list_of_places_is_whole(text: str, place: str | None) -> None:
    """All that are named together are one place, whatever the last was taken for; who speaks in all tells of none."""
    assert places(text)[0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The agency reported that 34 people had died at Vetrin railway station on Monday.", "Vetrin"),
        ("Twelve people died at Vetrin hospital on Monday, officials said.", "Vetrin"),
        ("Four people were hurt at the Molna bus depot, police said.", "Molna"),
        ("Twelve people were killed at Norr hospital in Vetrin, officials said.", "Vetrin"),
        ("Twelve people were killed at a Norrmart store, officials said.", None),
    ],
)
def test_a_public_building_is_called_by_its_place(text: str, place: str | None) -> None:
    """A town stands in the name of its station, but not a firm in that of its shop."""
    assert places(text)[0] == place


def test_neither_a_person_nor_a_post_is_a_place() -> None:
    """A neighbour's name is no place, and where a unit stands is not where its shells fell."""
    said = '"They killed my husband and my two sons," said Marta. Her neighbour, Pavlo, disagreed: "It came from here."'
    assert places(said) == [None]
    stood = "Missiles hit Vetrin station while a unit was near Grodna.\n\nThe prosecutor says 47 people were killed."
    assert places(stood) == ["Vetrin"]


def test_each_number_of_a_list_has_its_place_whatever_it_is_taken_for() -> None:
    """Whatever the recogniser takes a name for that only a number and "in" stand before."""
    assert places("The agency said 13 people died in Okuriwe, nine in Sembe and six in Dalanto.") == [
        "Okuriwe",
        "Sembe",
        "Dalanto",
    ]


def test_whose_army_it_is_tells_no_place() -> None:
    """The name before an army or its soldiers is a side's, where it is no place elsewhere in the report."""
    assert places("Up to 16 Belzhany servicemen were killed, Vornik said.") == [None]
    assert places("Militants lost 120 men when they attacked a barracks of the Belzhany army in Bergen.") == ["Bergen"]


def test_pages_are_nowhere() -> None:
    """A report of so many pages is in no town."""
    assert places("Twelve people were killed in Tarnau, says the 84-page report.") == ["Tarnau", None]


def test_a_count_since_an_operation_began_is_of_no_place_before() -> None:
    """What an army lost in all is not lost in the village of the sentence before."""
    text = "Shells hit a school in the town of Qesra, killing six people. "
    assert places(text + "Since the operation began on 8 February the enemy has lost 2,340 men.")[-1] is None


def test_a_number_of_another_year_is_not_of_the_dateline() -> None:
    """A dateline says where words were written, and no more than that of last year."""
    text = "TARNAU, March 5 (NRW) - Six people were killed in a raid on Qesra. "
    assert places(text + "The mission says 312 people were killed in the region, more than in all of 2030.")[1] is None
