"""A role that a source tells belongs to whom the source names, not to the name that the content ends in."""

from __future__ import annotations

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The bridge was blown up by Anton Belik, the brigade's commander, Ivo Lund, said.",
            "Ivo Lund",
            "The bridge was blown up by Anton Belik",
        ),
        (
            "Two people were killed in Molna, the governor, Danilo Marsh, said.",
            "Danilo Marsh",
            "Two people were killed in Molna",
        ),
        (
            "In Molna, the governor, Danilo Marsh, said two people were killed.",
            "Danilo Marsh",
            "two people were killed",
        ),
        (
            "The strike was ordered by Zemlar, the prosecutor general, Viktor Aldane, told reporters.",
            "Viktor Aldane",
            "The strike was ordered by Zemlar",
        ),
        (
            "The enemy has left Molna, Kaldria's president, Irina Sokolt, said.",
            "Irina Sokolt",
            "The enemy has left Molna",
        ),
        ("Anton Belik, the brigade's commander, said that the bridge was lost.", "Anton Belik", "the bridge was lost"),
    ],
)
def test_whose_role_it_is(text: str, speaker: str, content: str) -> None:
    """Names on both sides of a role are told apart by the source's own bounds."""
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    (row,) = reading.attributions
    names = {actor.id: actor.name for actor in reading.actors}
    assert (names[row.speaker or ""], row.content.text) == (speaker, content)


def test_no_name_runs_on_over_the_article_of_a_source() -> None:
    """Where print lost its comma the place that the content ends in is no part of the source's name."""
    text = (
        "Two people were killed on Monday in air strikes on an area outside the capital Damascus the Tarn Observatory"
        " for Human Rights said."
    )
    names = [actor.name for actor in sayso.read_text(text, published="2032-04-20", language="en").actors]
    assert names == ["Tarn Observatory for Human Rights"]


def test_a_source_ends_with_its_sentence() -> None:
    """What an abbreviation's stop hides is another sentence."""
    text = (
        "Since then more than ten million people have left the country according to the UN. The Tarn Centre for Policy"
        " however has put the number at 8,000,000."
    )
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    assert reading.attributions[0].source is not None
    assert reading.attributions[0].source.text == "the UN"


def test_a_word_in_small_letters_is_no_name() -> None:
    """Whose ministry it is stays in the name by which it is shown."""
    (actor,) = sayso.read_text("Ukraine's defence ministry said it had lost 12 soldiers.", language="en").actors
    assert actor.name == "Ukraine's defence ministry"


def test_whom_a_spokesman_speaks_for_is_not_the_name_behind() -> None:
    """Of "a spokesman for the mayor, NAME," the name is the spokesman's."""
    text = 'The mayor spoke of "a dark night". A spokesman for the mayor, Peter Lang, said the office was shut.'
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[row.speaker or ""] for row in reading.attributions] == ["mayor", "Peter Lang"]


def test_who_goes_by_a_name_is_who_bears_it() -> None:
    """A commander "who goes by the name of Falcon" and Falcon are one."""
    text = 'A commander who goes by the name of Falcon said the bridge was lost. "We will hold the hill," Falcon said.'
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    assert [actor.name for actor in reading.actors] == ["Falcon"]


def test_two_states_offices_of_one_name_are_two() -> None:
    """The state in front is a part of the name, and "the General Staff" is the one that was named."""
    text = (
        "Ardovia's Defence Ministry said three guards were killed. Belmark's Defence Ministry said nobody was hurt. "
        "Belmark's General Staff said it was false. The General Staff said it had won."
    )
    reading = sayso.read_text(text, published="2032-04-20", language="en")
    names = {actor.id: actor.name for actor in reading.actors}
    staff = "Belmark's General Staff"
    told = ["Ardovia's Defence Ministry", "Belmark's Defence Ministry", staff, staff]
    assert [names[row.speaker or ""] for row in reading.attributions] == told
