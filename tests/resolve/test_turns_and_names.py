"""Whom a source means by the name beside its noun, by whose somebody is, by style and by the turns of an exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sayso

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The lamp keeper, Ana Rell,", "Ana Rell"),
        ("The keeper of the lamps of Miren, Ana Rell,", "Ana Rell"),
        ("The taller, Tom Ostrand,", "Tom Ostrand"),
        ("A woman who gave her name as Ana Rell", "Ana Rell"),
        ("A fisherman calling himself Tom Ostrand", "Tom Ostrand"),
        ("Another, a retired diver named Tom Ostrand,", "Tom Ostrand"),
        ("Member of the Council Ana Rell", "Member of the Council Ana Rell"),
    ],
)
def test_a_name_in_the_source_is_its_speaker_s(read: Callable[..., Told], source: str, name: str) -> None:
    """Whatever the noun beside it, a name within the source is taken."""
    found = read(f"{{s|{source}}} {{c|said}} {{q|the dam was safe}}.").speakers[0]
    assert found is not None
    assert name.endswith(found)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The newspaper El Faro", "El Faro"),
        ("The mining group, Norr Metals,", "Norr Metals"),
    ],
)
def test_a_body_bears_the_name_beside_its_noun(read: Callable[..., Told], source: str, name: str) -> None:
    """Bodies are named in apposition as persons are."""
    found = read(f"{{s|{source}}} {{c|said}} {{q|the dam was safe}}.")
    assert found.speakers == [name]
    assert found.actor(1).kind == "organisation"


def test_a_person_bears_no_place_s_name(read: Callable[..., Told]) -> None:
    """A place's name beside a person's noun tells where."""
    found = read("{s|A driver from the capital, Miren,} {c|said} {q|the dam was safe}.")
    assert found.speakers != ["Miren"]


def test_a_description_takes_up_the_noun_beside_a_name(read: Callable[..., Told]) -> None:
    """What the noun beside a name was, leads to the name later."""
    found = read(
        "{1s|The lamp keeper, Ana Rell,} {1c|said} {1q|it was dark}. {2s|The keeper} {2c|added} {2q|that it rained}."
    )
    assert found.speakers == ["Ana Rell"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{1q|"{2s|My brother} {2c|says} {2q|it will rain},"} {1c|said} {1s|Ana Rell}.', "Ana Rell's brother"),
        (
            "{1s|Ana Rell} {1c|said} {1q|it rained}. {2s|A clerk in her office} {2c|denied} {2q|it}.",
            "A clerk in Ana Rell's office",
        ),
        (
            "{1s|Ana Rell} {1c|said} {1q|it rained}. {2s|Her own guards} {2c|denied} {2q|it}.",
            "Ana Rell's guards",
        ),
    ],
)
def test_the_name_of_somebody_s_own_says_whose(read: Callable[..., Told], text: str, name: str) -> None:
    """A pronoun in such a name is put as whom it means, "my" as who says it."""
    assert read(text).speakers[1] == name


def test_another_with_a_description_is_who_that_says(read: Callable[..., Told]) -> None:
    """A word that describes nobody gives way to the apposition that does."""
    assert read("{s|One, a baker,} {c|said} {q|the dam was safe}.").speakers == ["a baker"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Dag Ister left. {s|Mr President} {c|said} {q|he was tired}.", ["Dag Ister"]),
        ("Bishop Dag Ister left. {s|His Eminence} {c|said} {q|he was tired}.", ["Dag Ister"]),
        ("Col. Dag Ister left. {s|The officer} {c|said} {q|he was tired}.", ["Dag Ister"]),
        (
            "{1s|A clerk} {1c|said} {1q|it rained}. {2s|The clerk, Ana Rell,} {2c|added} {2q|that it snowed}.",
            ["Ana Rell"] * 2,
        ),
    ],
)
def test_a_style_a_near_noun_and_a_later_name_lead_to_the_same_one(
    read: Callable[..., Told], text: str, names: list[str]
) -> None:
    """Reverence, a noun much the same, and an apposition that comes later all mean somebody known."""
    assert read(text).speakers == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "{1s|Mr Ostrand} {1c|said} {1q|it was safe}. {2s|Dag Ister} {2c|asked} {2q|who had built it}. {3s|He} {3c|replied} {3q|that nobody had}.",
            ["Ostrand", "Dag Ister", "Ostrand"],
        ),
        (
            '{1s|Tom Ostrand} {1c|said} {1q|it was safe}. {2s|Dag Ister} {2c|retorted}: {2q|"{3s|He} {3c|says} {3q|so twice a day}."}',
            ["Tom Ostrand", "Dag Ister", "Tom Ostrand"],
        ),
        (
            "{1s|Ana Rell} {1c|said} {1q|it was safe}. {2q|The dam of Tom Ostrand was not}, {2s|she} {2c|went on}.",
            ["Ana Rell"] * 2,
        ),
    ],
)
def test_the_exchange_tells_whom_a_pronoun_means(read: Callable[..., Told], text: str, names: list[str]) -> None:
    """Who answers is not who spoke last, nobody is "he" in his own quotation, and who goes on is who spoke."""
    assert read(text).speakers == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The head of the savers' league, Ana Rell, left. {s|She} {c|said} {q|it was late}.", "Ana Rell"),
        ("{1s|Ana Rell} {1c|said} {1q|it was late}. {s|The former teacher} {c|denied} {q|it}.", "Ana Rell"),
        ('The bishop, Dag Ister, saw "a bishop without a hat". {s|The bishop} {c|said} {q|it was his}.', "Dag Ister"),
        ("{s|Her} {c|remarks} {q|on the dam} cost Senator Ana Rell her seat.", "Ana Rell"),
        ("The general staff met. {s|It} {c|said} {q|the dam was safe}.", "general staff"),
    ],
)
def test_nouns_and_pronouns_find_who_is_described_before_or_after(
    read: Callable[..., Told], text: str, name: str
) -> None:
    """An apposition far from its noun, a past office, a quoted namesake, a pronoun ahead of its name, a body of many."""
    assert read(text).speakers[-1] == name


@pytest.mark.parametrize("word", ["Each", "The two"])
def test_each_is_the_two_who_spoke_last(read: Callable[..., Told], word: str) -> None:
    """A word for two takes up two who have spoken one after the other."""
    found = read(
        "{1s|Ana Rell} {1c|said} {1q|it was late}. {2s|Tom Ostrand} {2c|denied} {2q|it}. "
        f"{{3s|{word}}} {{3c|said}} {{3q|the dam was safe}}."
    )
    assert found.speakers[2] == "Ana Rell and Tom Ostrand"


def test_they_in_a_quotation_is_nobody_spoken_of_outside_it(read: Callable[..., Told]) -> None:
    """Whom only the one quoted knows stays unknown, unless he answers them."""
    text = (
        'Guards blocked the road. {{1q|"{{2s|They}} {{2c|told}} us {{2q|it was shut}},"}} {{1c|{cue}}} {{1s|Ana Rell}}.'
    )
    assert read(text.format(cue="said")).speakers[1] is None
    assert read(text.format(cue="replied")).speakers[1] == "Guards"


def test_who_got_a_document_has_not_issued_it(read: Callable[..., Told]) -> None:
    """A letter speaks for its sender, not for who received it."""
    assert read("Ana Rell received a letter. {s|It} {c|said} {q|the dam was safe}.").speakers != ["Ana Rell"]
    assert read("Ana Rell issued a letter. {s|It} {c|said} {q|the dam was safe}.").speakers == ["Ana Rell"]


def test_his_after_him_is_the_same(read: Callable[..., Told]) -> None:
    """Of two in a clause the possessive is whose pronoun stands before it."""
    found = read(
        "{1s|Dag Ister} {1c|said} {1q|it was late}. Kim Aster reminded him of {2s|his} {2c|claim} {2q|that it was early}."
    )
    assert found.speakers[1] == "Dag Ister"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The International Committee of the Red Cross", "International Committee of the Red Cross"),
        ("Munir Haddel head of the health authority", "Munir Haddel"),
        ("The firm's president and chief executive, Alan Mulley,", "Alan Mulley"),
        ("Memos written by Tom Ostrand", "Tom Ostrand"),
    ],
)
def test_names_and_offices_in_one_source(read: Callable[..., Told], source: str, name: str) -> None:
    """A body's name goes on behind "of", an office may follow without its comma, two offices are one person's."""
    assert read(f"{{s|{source}}} {{c|said}} {{q|the dam was safe}}.").speakers == [name]


def test_initials_stand_for_a_name_with_of(read: Callable[..., Told]) -> None:
    """Small words count in none of them."""
    found = read(
        "{1s|The International Committee of the Red Cross} {1c|said} {1q|it was alarmed}."
        " {2s|The ICRC} {2c|added} {2q|that wards were full}."
    )
    assert found.speakers == ["International Committee of the Red Cross"] * 2


@pytest.mark.parametrize("later", ["The Tarn-based monitor", "The Tarn-based monitoring group", "The watchdog"])
def test_a_seat_sets_nobody_apart(read: Callable[..., Told], later: str) -> None:
    """Where a body sits is seldom said before "the Tarn-based group" takes it up."""
    found = read(
        "{1s|The Norr Observatory for Human Rights, a monitoring group,} {1c|said} {1q|12 had died}."
        f" {{2s|{later}}} {{2c|added}} {{2q|that 30 were hurt}}."
    )
    assert found.speakers == ["Norr Observatory for Human Rights"] * 2


def test_two_brackets_around_a_name_open_a_turn() -> None:
    """Interviews of Wikinews label their turns so; the paragraphs before are no speech of anybody's."""
    text = (
        "A crew of women ran the express on Thursday.\n\nGood afternoon, ma'am. We thank you for your time.\n\n"
        "((Aparna Rell)) There were fifteen of them, and I was proud.\n\n((WN)) How rare is that?\n\n"
        "((Aparna Rell)) It is rare. We had our own crew."
    )
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    turns = [(row.source.text, row.act) for row in reading.attributions if row.source and row.cue is None]
    assert turns == [("Aparna Rell", "assert"), ("WN", "ask"), ("Aparna Rell", "assert")]
    assert not [row for row in reading.attributions if row.content.text.startswith("A crew")]


@pytest.mark.parametrize("name", ["Han Seo-rin", "Chiang Ching-kuo", "Lee Jae-myung"])
def test_a_given_name_with_a_hyphen_is_whole(name: str) -> None:
    """The second half of a given name is small in print, and no name of its own; the surname alone is the same one."""
    surname = name.split(maxsplit=1)[0]
    found = sayso.read_text(f"The envoy, {name}, said the road was open. {surname} said it would stay so.")
    assert [actor.name for actor in found.actors] == [name]


def test_a_pronoun_is_nobody_of_whom_only_its_own_quotation_tells(read: Callable[..., Told]) -> None:
    """Who speaks of "my client" is somebody else; the one whose lawyer speaks lends the lawyer no gender."""
    text = (
        "Etxandi denied the charge. {1s|Her lawyer, Tom Ostrand,} {1c|said} {1q|she would appeal}. "
        '{2q|"My client never got a peso,"} {2s|he} {2c|said}.'
    )
    assert read(text).speakers == ["Tom Ostrand", "Tom Ostrand"]
    assert read('{q|"The mayor lied to us,"} {s|he} {c|said}.').speakers == [None]
