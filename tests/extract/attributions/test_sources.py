"""Sources without what is told of the time beside them."""

from __future__ import annotations

import pytest
from tests.extract.making import parsed

from sayso import read_text
from sayso.extract.attributions.sources import is_share, subject
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The clashes went on until October 13 Orlo state media reported that the town was taken.", "Orlo state media"),
        ("The Audit Office on June 18 called for a re-run.", "The Audit Office"),
        ("Data released on Friday showed that prices rose.", "Data released on Friday"),
    ],
)
def test_a_date_is_no_part_of_who_speaks(text: str, source: str) -> None:
    """Neither the end of one that runs into the source nor a day behind it, unless it tells which document it is."""
    found = read_text(text, published="2031-03-05").attributions
    assert [row.source.text for row in found if row.source] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether the truce still held, General Ludmir Pohl said it did.",
        "The minister was asked whether the port would close.",
        "Residents were told that the water would stop.",
    ],
)
def test_who_is_spoken_to_is_no_source(text: str) -> None:
    """The subject of a passive of asking or telling does not speak."""
    first = read_text(text).attributions[0]
    assert first.source is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The fire was put out at noon, well-informed sources told the paper.", "well-informed sources"),
        ("The Port Office last week said the crane was safe.", "The Port Office"),
    ],
)
def test_a_source_is_a_whole_phrase_and_no_more(text: str, source: str) -> None:
    """All of its noun's words, and no day."""
    found = read_text(text, published="2031-03-05").attributions
    assert [row.source.text for row in found if row.source] == [source]


def test_the_subject_of_a_cue_speaks_where_the_reader_found_nobody() -> None:
    """Its own, or that of the verb it is joined to; an empty "it" is nobody."""
    text = "Etheridge walked on and asked who they were. It seems the boat left."
    told = parsed(text)

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    assert subject(told, (), at("asked"), at("who they were")) == at("Etheridge")
    assert subject(told, (), at("seems"), at("the boat left")) == ()
    assert subject(told, at("Etheridge walked"), at("asked"), at("who they were")) == at("Etheridge walked")


@pytest.mark.parametrize(("verb", "share"), [("supported", True), ("opposed", True), ("said that they knew of", False)])
def test_a_bare_share_that_is_for_or_against_something_says_nothing(verb: str, share: bool) -> None:
    """A poll counts them; those who say something are quoted."""
    text = f"In the poll 54 percent {verb} the strike."
    report = parsed(text)
    source, cue = (
        Span(text.index(words), text.index(words) + len(words)) for words in ("54 percent", verb.split(maxsplit=1)[0])
    )
    assert is_share(report, (source,), (cue,)) is share


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A diplomat said he had been told by a Tarn general that the hall was hit.", "a Tarn general"),
        ("She was told by the ministry that her son was missing, she says.", "the ministry"),
        ("Residents were warned by the army that shelling would resume, the mayor said.", "the army"),
    ],
)
def test_who_tells_in_a_passive_is_its_source(text: str, source: str) -> None:
    """Not the hearer, who is the subject, nor both of them joined."""
    assert source in [row.source.text for row in read_text(text).attributions if row.source]


def test_a_means_of_telling_is_no_source() -> None:
    """Somebody may be told by phone."""
    found = read_text("He had been told by phone that the bridge was closed.").attributions
    assert all(row.source is None or "phone" not in row.source.text for row in found)
