"""Through whom words came: media by the noun beside their name, by "the paper", and every way of telling and carrying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("{s|Ana Rell} {c|told} the daily Halden Dal {q|it was safe}.", ["Halden Dal"]),
        ("{s|Ana Rell} {c|told} the NRV agency {q|it was safe}.", ["NRV"]),
        ("{s|Ana Rell} {c|swore} to the weekly Dal {q|it was safe}.", ["Dal"]),
        ("{s|Ana Rell} {c|told} viewers of the channel Dal-24 {q|it was safe}.", ["Dal-24"]),
        ('{q|"It was safe,"} {s|Ana Rell} {c|said}, as conveyed by the agency Dal Inform.', ["Dal Inform"]),
        ("{q|It was safe}, {s|Ana Rell} {c|said} in a notice broadcast by all stations.", ["all stations"]),
        (
            "{s|Ana Rell}, in a message sent to three local stations, {c|said} {q|it was safe}.",
            ["three local stations"],
        ),
        ("{s|One critic}, writing in the Halden Street Review, {c|called} {q|it safe}.", ["Halden Street Review"]),
        ("{s|Ana Rell} {c|let it be known} through the newspaper Dal {q|that it was safe}.", ["Dal"]),
        ("{s|Ana Rell}, asked by the portal Dal, {c|said} {q|it was safe}.", ["Dal"]),
    ],
)
def test_a_medium_told_or_carrying_stands_in_the_chain(read: Callable[..., Told], text: str, relays: list[str]) -> None:
    """The noun beside a name tells that it is a medium's, and each construction puts it before the speaker."""
    assert read(text, outlet="Miren Post").chain(1)[1:-1] == relays


def test_the_paper_is_the_medium_met_last(read: Callable[..., Told]) -> None:
    """A medium once named is taken up by its noun."""
    found = read(
        "The tabloid Dal printed a list. {s|Ana Rell} {c|told} the tabloid {q|it was forged}.", outlet="Miren Post"
    )
    assert found.chain(1) == ["Miren Post", "Dal", "Ana Rell"]


@pytest.mark.parametrize(
    "text",
    [
        "According to Halden One, {q|it was safe}, {s|an officer} {c|told} the channel.",
        "A miner told Halden One that it burned. {s|Ana Rell} {c|told} the channel {q|it was safe}.",
    ],
)
def test_who_is_told_and_then_called_a_channel_is_a_medium(read: Callable[..., Told], text: str) -> None:
    """A name that no list has is a medium's where "told the channel" takes it up."""
    assert read(text, outlet="Miren Post").chain(1)[1:-1] == ["Halden One"]


@pytest.mark.parametrize(
    "text",
    [
        "{s|Ana Rell} {c|told} our newspaper {q|it was safe}.",
        "{s|Ana Rell} {c|said} on her own station {q|that it was safe}.",
        "{s|Ana Rell} {c|told} the daily Dal {q|to apologise}.",
        "{s|Ana Rell} {c|said} {q|it was safe} after Tom Ostrand appeared on Radio Dal.",
    ],
)
def test_no_relay_is_the_outlet_the_speaker_s_own_medium_or_somebody_else_s(
    read: Callable[..., Told], text: str
) -> None:
    """A medium that is itself asked for something, or that another speaks on, relays nothing."""
    assert read(text, outlet="Miren Post").chain(1) == ["Miren Post", "Ana Rell"]


def test_who_goes_on_speaking_goes_on_through_the_same_medium(read: Callable[..., Told]) -> None:
    """What follows with "he added" belongs to the same interview; what he tells somebody else does not."""
    found = read(
        "{1s|Ana Rell} {1c|told} the daily Dal {1q|it was safe}. {2s|She} {2c|added} {2q|that it was new}. "
        "{3s|She} {3c|told} parliament {3q|it was old}.",
        outlet="Miren Post",
    )
    assert [found.chain(number) for number in (2, 3)] == [["Miren Post", "Dal", "Ana Rell"], ["Miren Post", "Ana Rell"]]


def test_citing_chains_up(read: Callable[..., Told]) -> None:
    """Each who cites another stands before the one cited."""
    found = read(
        "The Norr Gazette, quoting the agency Dal Wire, which cited {s|a guard}, {c|said} {q|it was safe}.",
        outlet="Miren Post",
    )
    assert found.chain(1) == ["Miren Post", "Norr Gazette", "Dal Wire", "a guard"]


def test_a_body_s_shorter_name_is_the_outlet_s(read: Callable[..., Told]) -> None:
    """A ministry that publishes its own statement is no second link of the chain."""
    found = read("{s|The Ministry of Defence} {c|rejects} {q|the reports}.", outlet="Ministry of Defence of Norr")
    assert len(found.chain(1)) == 1


def test_the_media_at_large_relay_nothing_by_being_spoken_to(read: Callable[..., Told]) -> None:
    """Rules on speaking with the media are no talk with one."""
    text = "{s|The officials}, bound by rules on speaking with the media, {c|said} {q|it was safe}."
    assert read(text, outlet="Miren Post").chain(1)[1:-1] == []
