"""Holds that the encoder cannot tell which sides a report names, and that rows are of the printed words all the same."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Span
from sayso.parse.encoder import load
from sayso.parse.encoder.pieces import cut
from sayso.parse.encoder.standins import standins

ONE = (
    '{0} said on Monday that its troops had left the strait. {1} denied it: "We are still there," the {1a} foreign '
    "minister told reporters in {1c}, and {0a} officials did not answer."
)
SIDES = {
    "Norway": ("Norway", "Norwegian", "Oslo"),
    "Saudi Arabia": ("Saudi Arabia", "Saudi", "Riyadh"),
    "North Korea": ("North Korea", "North Korean", "Pyongyang"),
    "Chile": ("Chile", "Chilean", "Santiago"),
}


def told(one: str, other: str) -> str:
    """The report with these two sides."""
    (a, aa, _), (b, ba, bc) = SIDES[one], SIDES[other]
    return ONE.replace("{0a}", aa).replace("{1a}", ba).replace("{1c}", bc).replace("{0}", a).replace("{1}", b)


def seen(text: str) -> list[tuple[int, int]]:
    """What the encoder is given of a text."""
    pieces = cut(text, [Span(0, len(text))], load().tokenizer)
    return list(zip(pieces.ids.tolist(), pieces.kinds.tolist(), strict=True))


@pytest.mark.parametrize("pair", [("Norway", "Chile"), ("Saudi Arabia", "Norway"), ("Chile", "North Korea")])
def test_the_encoder_sees_one_report_whoever_is_named(pair: tuple[str, str]) -> None:
    """Names of one and of several words, adjectives and capitals: exchanged, the pieces are the same."""
    one, other = pair
    assert seen(told(one, other)) == seen(told(other, one))


@pytest.mark.parametrize("pair", [("Norway", "Chile"), ("Saudi Arabia", "North Korea")])
def test_rows_are_of_the_printed_words(pair: tuple[str, str]) -> None:
    """Speakers are named as printed, the name of several words whole."""
    for one, other in (pair, pair[::-1]):
        text = told(one, other)
        reading = sayso.read_text(text, published="2031-05-06")
        names = {actor.id: actor.name for actor in reading.actors}
        speakers = [names.get(row.speaker or "") for row in reading.attributions]
        assert speakers == [one, f"{SIDES[other][1]} foreign minister"]
        for row in reading.attributions:
            assert row.content.text in text or len(row.content.spans) > 1


def test_each_side_has_its_own_stand_in_in_order_of_mention() -> None:
    """A state's forms share one, another state has another; abbreviations are in capitals; other words have none."""
    text = "Chile and Norway met; Chilean envoys left Oslo. The UK did not come. Marta Holm may."
    found = {text[one.start : one.end]: one for one in standins(text)}
    assert list(found) == ["Chile", "Norway", "Chilean", "Oslo", "UK"]
    assert found["Chile"].word != found["Norway"].word
    assert found["UK"].capitals
    assert not found["Chile"].capitals


def test_every_stand_in_is_one_piece() -> None:
    """The encoder's vocabulary holds each of them whole."""
    from sayso.lexicon import table

    words = [
        word
        for rows in table("sides")["standins"].values()
        for row in rows
        for word in ([row] if isinstance(row, str) else row)
    ]
    assert all(load().tokenizer.token_to_id(word) is not None for word in words)
