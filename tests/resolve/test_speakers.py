"""Whom a source means: names, titles, descriptions, pronouns, and sources without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Rell arrived. {s|Rell} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("Ana Rell arrived in Miren. {s|Ana} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|Police Chief Ana Rell} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|Former Secretary of State Ana Rell} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|Ana Rell, a member of the ruling party in Miren,} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|The bloc's spokeswoman, Ana Rell,} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|Army spokesman Col. Dag Ister} {c|said} {q|the dam was safe}.", "Dag Ister"),
        ("{s|The panel's top Democrat, Sen. Ana Rell of Norr,} {c|said} {q|the dam was safe}.", "Ana Rell"),
        ("{s|One of her lawyers, Tom Ostrand,} {c|said} {q|the dam was safe}.", "Tom Ostrand"),
        (
            "Tom Ostrand and his son Tom Ostrand Jr. were hurt. {s|Ostrand Jr.} {c|said} {q|the dam was safe}.",
            "Tom Ostrand Jr.",
        ),
        ('Tom Ostrand is the mayor. {q|"It is safe,"} {c|said} {s|Mr. Ostrand}.', "Tom Ostrand"),
        (
            "The International Rescue Group (IRG) went home. {s|The IRG} {c|said} {q|the dam was safe}.",
            "International Rescue Group",
        ),
    ],
)
def test_a_short_or_titled_name_means_the_full_one(read: Callable[..., Told], text: str, name: str) -> None:
    """Surname, first name, title, apposition and acronym lead to the fullest name."""
    assert read(text).speakers == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Ostrand, the mayor of Miren, resigned. {s|The mayor} {c|said} {q|he was tired}.", "Tom Ostrand"),
        ("Trade Minister Ana Rell resigned. {s|The minister} {c|said} {q|she was tired}.", "Ana Rell"),
        (
            "Tom Ostrand, a 41-year-old baker, was hurt. {s|The 41-year-old baker} {c|said} {q|it burned}.",
            "Tom Ostrand",
        ),
        ("Tom Ostrand, 41, was hurt. {s|The 41-year-old} {c|said} {q|it burned}.", "Tom Ostrand"),
        (
            "French President Ana Rell met President Tom Ostrand. {s|The French president} {c|said} {q|it rained}.",
            "Ana Rell",
        ),
        ("Crown Prince Tom bin Rell resigned. {s|The crown prince} {c|said} {q|he was tired}.", "Tom bin Rell"),
        ("Gen. Dag Ister resigned. {s|The general} {c|said} {q|he was tired}.", "Dag Ister"),
        (
            "The Miren Health Ministry shut on Monday. {s|The ministry} {c|said} {q|it was full}.",
            "Miren Health Ministry",
        ),
    ],
)
def test_a_description_means_the_one_who_has_that_role(read: Callable[..., Told], text: str, name: str) -> None:
    """Titles, appositions and ages are taken up by descriptions."""
    assert read(text).speakers == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "{1s|Ana Rell} {1c|said} {1q|the dam was safe}. {2s|She} {2c|added} {2q|that it was full}.",
            ["Ana Rell", "Ana Rell"],
        ),
        ("Mrs. Rell met Mr. Ostrand. {s|She} {c|said} {q|the dam was safe}.", ["Rell"]),
        ("Mrs. Rell met Mr. Ostrand. {s|He} {c|said} {q|the dam was safe}.", ["Ostrand"]),
        ("Ana Rell, {s|who} {c|said} {q|the dam was safe}, resigned.", ["Ana Rell"]),
        ("The Norr Water Company shut the gate. {s|It} {c|said} {q|the dam was full}.", ["Norr Water Company"]),
        (
            "{1s|Ana Rell and Tom Ostrand} {1c|said} {1q|it was safe}. {2s|They} {2c|said} {2q|so twice}.",
            ["Ana Rell and Tom Ostrand"] * 2,
        ),
    ],
)
def test_a_pronoun_means_whom_number_gender_and_nearness_allow(
    read: Callable[..., Told], text: str, names: list[str]
) -> None:
    """Pronouns follow the text's own signs of gender and number, then nearness and syntax."""
    assert read(text).speakers == names


def test_a_pronoun_without_anybody_before_it_stays_unresolved(read: Callable[..., Told]) -> None:
    """Nobody is invented for "she" at the start of a report."""
    found = read("{s|She} {c|said} {q|the dam was safe}.", outlet="Miren Post")
    assert found.speakers == [None]
    assert found.chain(1) == ["Miren Post"]


def test_unnamed_sources_are_kept_apart(read: Callable[..., Told]) -> None:
    """Two uses of "a senior official" may be two officials; "the official" takes up the last one."""
    found = read(
        "{1s|A senior official} {1c|said} {1q|talks had failed}. {2s|A senior official} {2c|said} {2q|talks went on}. "
        "{3s|The official} {3c|said} {3q|no date was set}."
    )
    first, second, third = (found.row(n).speaker for n in (1, 2, 3))
    assert first != second
    assert second == third
    assert found.actor(1).kind == found.actor(2).kind == "unnamed"


def test_one_trader_and_another_are_two(read: Callable[..., Told]) -> None:
    """Elliptic "another" is somebody of its own."""
    found = read("{1s|One trader} {1c|said} {1q|prices fell}. {2s|Another} {2c|said} {2q|they rose}.")
    assert found.row(1).speaker != found.row(2).speaker


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ana Rell", "person"),
        ("the army", "organisation"),
        ("residents", "group"),
        ("a senior official who asked not to be named", "unnamed"),
        ("Police", "organisation"),
    ],
)
def test_the_kind_of_an_actor_follows_its_words(read: Callable[..., Told], source: str, kind: str) -> None:
    """Persons, bodies, groups and unnamed sources are told apart."""
    found = read(f"{{s|{source}}} {{c|said}} {{q|the dam was safe}}.")
    assert found.actor(1).kind == kind


def test_a_city_that_speaks_is_a_place(read: Callable[..., Told]) -> None:
    """A capital used for its government stays the place that is printed."""
    assert read("{s|Washington} {c|said} {q|the talks had failed}.").actor(1).kind == "place"


def test_a_bodys_name_goes_on_with_what_it_is_for(read: Callable[..., Told]) -> None:
    """Its noun alone means it later, and so do its initials."""
    said = "{1s|The Tarn Observatory for Human Rights} {1c|said} {1q|it rained}. {2s|{}} {2c|said} {2q|it snowed}."
    for short in ("The Observatory", "The TOHR"):
        told = read(said.replace("{}", short))
        assert told.speakers == ["Tarn Observatory for Human Rights"] * 2
        assert told.actor(2) == told.actor(1)


def test_a_state_is_not_its_embassy_nor_a_town_the_bank_of_its_name(read: Callable[..., Told]) -> None:
    """A listed country is itself, and what stands after "of" is no short form."""
    embassy = "The United States Embassy shut. {s|The United States} {c|said} {q|it would send ships}."
    assert read(embassy).speakers == ["United States"]
    bank = (
        "The Bank of Orvana raised rates. {1s|Orvana} {1c|said} {1q|it was pleased}. {2s|The bank} {2c|said} {2q|no}."
    )
    assert read(bank).speakers == ["Orvana", "Bank of Orvana"]


def test_an_it_that_stands_for_nothing_is_nobody(read: Callable[..., Told]) -> None:
    """The subject of a clause, or of what went so, is no place that was named before."""
    assert read("Dag Ister left Miren. {s|It} did not {c|appear} that {q|the dam would hold}.").speakers == [None]
    assert read("The Tarn Bank shut. {s|It} {c|said} {q|it was empty}.").speakers == ["Tarn Bank"]


def test_a_name_ends_before_what_the_thing_is(read: Callable[..., Told]) -> None:
    """A noun in small letters behind a name is none of it."""
    assert read("{s|The SARA news agency} {c|said} {q|the dam was safe}.").speakers == ["SARA"]


def test_somebody_s_office_is_a_body_of_its_own(read: Callable[..., Told]) -> None:
    """What is called "his office" belongs to him and is the same one when it speaks again."""
    found = read(
        "Tom Ostrand resigned. {1s|His office} {1c|said} {1q|he was ill}. Ostrand left. {2s|His office} {2c|confirmed} {2q|the date}."
    )
    assert found.speakers == ["Tom Ostrand's office"] * 2
    assert found.actor(1).kind == "organisation"


def test_i_and_we_in_a_quotation_are_its_speaker(read: Callable[..., Told]) -> None:
    """A thought within quoted words belongs to whom they are attributed to."""
    found = read('{1q|"{2s|We} {2c|think} {2q|it will rain},"} {1c|said} {1s|Ana Rell}.')
    assert found.speakers == ["Ana Rell", "Ana Rell"]
    assert found.row(2).inside == found.row(1).id


def test_only_who_is_a_source_has_a_row(read: Callable[..., Told]) -> None:
    """Somebody who is only spoken of is no actor."""
    found = read("{s|Ana Rell} {c|said} {q|Tom Ostrand had left Miren}.")
    assert [actor.name for actor in found.reading.actors] == ["Ana Rell"]


def test_a_second_paragraph_of_a_quotation_has_the_first_one_s_speaker(read: Callable[..., Told]) -> None:
    """A quotation that stands alone right after attributed words goes on with their speaker."""
    found = read('{1s|Ana Rell} {1c|said} {1q|the dam was safe}.\n{2q|"We checked every gate of it last week."}')
    assert found.speakers == ["Ana Rell", "Ana Rell"]


def test_roles_are_kept_as_printed(read: Callable[..., Told]) -> None:
    """Titles and appositions stand in `roles`."""
    found = read("{s|Police Chief Ana Rell, a member of the ruling party,} {c|said} {q|the dam was safe}.")
    assert found.actor(1).roles == ("Police Chief", "member of the ruling party")


def test_its_owner_is_that_of_the_thing_told_of_right_before(read: Callable[..., Told]) -> None:
    """A body from further back does not own what the sentence before tells of, and its leader is still the body's."""
    text = "Ana Rell told Radio Miren that it was over. The barge was unlit. {s|Its owner, a trader,} {c|said} {q|no}."
    assert read(text).speakers == ["barge's owner"]
    assert read(text.replace("Its owner, a trader,", "Its director")).speakers == ["Radio Miren's director"]


def test_a_woman_just_told_of_is_meant_by_she(read: Callable[..., Told]) -> None:
    """Somebody without a name whose noun has the pronoun's gender stands before a name of unknown gender further back."""
    text = "Emil Rell was silent. I spoke to a woman. {s|She} {c|said} {q|the crew had no orders}."
    assert read(text).speakers == ["a woman"]


def test_its_in_a_sentence_of_a_bodys_own_is_not_the_crews(read: Callable[..., Told]) -> None:
    """A group of people is no likelier than a body to be meant by "its"."""
    text = (
        "{1s|The crew} {1c|told} {1q|people to stay in their cars}. Was it the fog? "
        "{2s|The Assembly} {2c|thinks} {2q|not}: {3s|its office} {3c|says} {3q|the light was dark}."
    )
    assert read(text).speakers[-1] == "Assembly's office"


def test_a_quotation_whose_sentence_goes_on_is_not_the_last_speakers(read: Callable[..., Told]) -> None:
    """Behind a comma stands whose it is: who "was quoted as saying" it, or nobody that is known."""
    before = "{1s|The owner} {1c|said} {1q|it was lit}.\n\n"
    text = before + '{2q|"Nobody warned us,"} the captain of the ferry, Emil Rell, was quoted as saying by the Post.'
    assert read(text).speakers == ["owner", "Emil Rell"]
    assert read(before + '{2q|"Nobody warned us,"} ran the banner on the quay.').speakers == ["owner", None]


def test_the_adjective_of_a_land_is_no_short_name_of_its_bodies(read: Callable[..., Told]) -> None:
    """After the Syrian Observatory "the Syrian city" is no mention of it."""
    found = read("{s|The Syrian Observatory for Human Rights} {c|said} {q|12 died} in the Syrian city.")
    assert found.actor(1).aliases == ()


def test_a_private_noun_takes_up_no_body_of_a_state(read: Callable[..., Told]) -> None:
    """After the Audit Office "the union" is somebody else, and "the agency" may be the office."""
    text = "{{1s|The Audit Office}} {{1c|said}} {{1q|it was late}}. {{2s|The {0}}} {{2c|said}} {{2q|it was wrong}}."
    assert read(text.format("union")).speakers[1] == "union"
    assert read(text.format("agency")).speakers[1] == "Audit Office"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The UN's Amara Nsubuga", "person"),
        ("OCHA's Jelka Obuya", "person"),
        ("The UN's World Food Programme", "organisation"),
        ("The EU's Frontex", "organisation"),
        ("The UN's Mine Action", "organisation"),
    ],
)
def test_a_full_name_behind_a_bodys_possessive_is_a_persons(source: str, kind: str, read: Callable[..., Told]) -> None:
    """Two words that are no words of the language name somebody of the body; its parts have words for what they are."""
    assert read(f"{{s|{source}}} {{c|said}} {{q|the road was closed}}.").actor(1).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{s|The regional governor} {c|said} {q|it was safe}. Governor Ana Rell left.", "Ana Rell"),
        ("{s|The regional governor} {c|said} {q|it was safe}. Federal governor Ana Rell left.", "regional governor"),
        (
            "{s|The regional governor} {c|said} {q|it was safe}. Governor Ana Rell and Governor Tom Ostrand left.",
            "regional governor",
        ),
    ],
)
def test_a_level_alone_is_no_other_holder(read: Callable[..., Told], text: str, name: str) -> None:
    """Where a report has one governor, "the regional governor" is who holds the office."""
    assert read(text).speakers == [name]


def test_what_is_asked_for_is_nobody_taken_up(read: Callable[..., Told]) -> None:
    """Who is called the party is not the one of "did not say which party"."""
    found = read(
        "Police did not say for which party. A Unity Party car was found. {s|The party} {c|said} {q|it was a lie}."
    )
    assert found.speakers == ["Unity Party"]
