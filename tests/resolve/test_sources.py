"""Sources that are cut short, cut in pieces or told by a description: whom they mean, and by what name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{s|The navy} was silent. {s|Captain Ana Rell} {c|said} {q|the barge was dark}.", "Ana Rell"),
        ("{s|The Norr Council} was split: {s|its transport office} {c|says} {q|the dam leaks}.", "transport office"),
    ],
)
def test_of_a_source_in_pieces_the_subject_of_the_cue_speaks(read: Callable[..., Told], text: str, name: str) -> None:
    """A piece from another clause or sentence does not take the words away from the cue's own subject."""
    speaker = read(text).speakers[0]
    assert speaker is not None
    assert speaker.endswith(name)


def test_a_body_told_by_noun_and_name_has_the_name(read: Callable[..., Told]) -> None:
    """Who is called "the state broadcaster NTV" is NTV."""
    assert read("{s|The state broadcaster NTV} {c|reported} {q|the dam was safe}.").speakers == ["NTV"]


def test_an_apposition_of_an_apposition_gives_the_role(read: Callable[..., Told]) -> None:
    """Who is called "the head of X, the minister NAME" is NAME."""
    text = "{s|The head of the delegation, the deputy justice minister Viktor Sund,} {c|said} {q|it was over}."
    assert read(text).speakers == ["Viktor Sund"]


def test_the_first_age_told_is_that_of_the_one_person_in_the_focus(read: Callable[..., Told]) -> None:
    """A definite description with an age tells more of the person just named."""
    text = "Tom Ostrand had sold his last loaf. {s|The 41-year-old baker} {c|said} {q|the shop shook}."
    assert read(text).speakers == ["Tom Ostrand"]


def test_the_first_age_told_is_nobodys_where_two_are_in_the_focus(read: Callable[..., Told]) -> None:
    """Of two persons just named neither is guessed."""
    text = "Tom Ostrand met Ana Rell. {s|The 41-year-old baker} {c|said} {q|the shop shook}."
    assert read(text).actor(1).kind == "unnamed"


def test_a_person_is_called_by_a_surname_of_two_words(read: Callable[..., Told]) -> None:
    """Both words of "Bel Amar" may be a surname."""
    text = "Idris Bel Amar, the mayor, came. {s|Bel Amar} {c|said} {q|it was over}."
    assert read(text).speakers == ["Idris Bel Amar"]


def test_what_neither_determines_is_taken_up_by_nobody(read: Callable[..., Told]) -> None:
    """The words "both delegations" do not mean "neither delegation"."""
    text = "Neither delegation came. The mayor waited. {q|It was over}, {c|according to} {s|both delegations}."
    assert read(text).speakers == ["both delegations"]


def test_same_narrows_nothing(read: Callable[..., Told]) -> None:
    """Who is called "the same ministry" is the ministry."""
    text = "The Miren Health Ministry shut. {s|The same ministry} {c|said} {q|it was full}."
    assert read(text).speakers == ["Miren Health Ministry"]


def test_an_unnamed_source_keeps_what_it_is_close_to(read: Callable[..., Told]) -> None:
    """The name of "a source close to the council" is all of it."""
    assert read("{s|A source close to the council} {c|said} {q|it was over}.").speakers == [
        "A source close to the council"
    ]


def test_an_actors_name_begins_where_its_source_does(read: Callable[..., Told]) -> None:
    """Words of the content that stand before the source without a comma are no part of the name."""
    text = "{q|Strikes caused hundreds of civilian casualties} {s|aid agencies} {c|said} on Thursday."
    assert read(text).speakers == ["aid agencies"]


def test_one_who_speaks_as_something_speaks_by_name(read: Callable[..., Told]) -> None:
    """Where the source holds only what stands after "as", the name before it speaks."""
    text = "After the truce, Norrland, as {s|one of the mediating countries}, {c|said} {q|it would go on}."
    assert read(text).speakers == ["Norrland"]


def test_an_outlet_called_by_the_end_of_its_name_is_the_outlet(read: Callable[..., Told]) -> None:
    """What "the Lantern" says in The Miren Lantern is relayed by nobody."""
    found = read("{s|The Lantern} {c|said} {q|it was refused a seat}.", outlet="The Miren Lantern")
    assert found.chain(1) == ["The Miren Lantern"]


def test_an_adjective_may_begin_a_bodys_name(read: Callable[..., Told]) -> None:
    """A name such as "Open Harbour Relief" is whole where its first word is tagged an adjective."""
    found = read("{s|Open Harbour Relief} {c|calls on} {q|all parties to let the trucks pass}.")
    assert found.speakers == ["Open Harbour Relief"]
