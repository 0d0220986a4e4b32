"""What hangs on attributions: time, place and addressee of the words, figures, wording and demands within them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso import read_text
from sayso.model import Demand, Figure, Printed, Span, Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


def figure(*printed: str) -> Callable[[str], tuple[Figure, ...]]:
    """Counts of people at the first place where each of `printed` stands."""

    def rows(text: str) -> tuple[Figure, ...]:
        spans = [Span(text.index(one), text.index(one) + len(one)) for one in printed]
        return tuple(
            Figure(
                f"f{n}",
                "count",
                s,
                s.of(text),
                1,
                1,
                1,
                "exact",
                None,
                "person",
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
            )
            for n, s in enumerate(spans, 1)
        )

    return rows


def test_date_place_and_addressee_stand_beside_the_cue(read: Callable[..., Told]) -> None:
    """A sentence like "told reporters in Geneva on Saturday" fills all three."""
    row = read("{s|Ana Rell} {c|told} reporters in Geneva on {d:2023-11-04|Saturday} {q|that the dam was safe}.").row(1)
    assert (row.said, row.place, row.addressee) == ("2023-11-04", "Geneva", "reporters")


@pytest.mark.parametrize(
    "text",
    [
        "On {d:2023-11-04|Saturday}, {s|Ana Rell} spoke to reporters, {c|calling for} {q|calm}.",
        "{s|Ana Rell} {c|wrote} in a letter dated {d:2023-11-04|Saturday} {q|that the dam was safe}.",
        "In a letter sent on {d:2023-11-04|Saturday}, {s|Ana Rell} {c|wrote} {q|that the dam was safe}.",
    ],
)
def test_a_document_or_what_went_on_meanwhile_tells_the_day(read: Callable[..., Told], text: str) -> None:
    """What was written in a letter was written when that was dated; who spoke on Saturday, calling, called then."""
    assert read(text).row(1).said == "2023-11-04"


def test_a_date_within_the_words_is_not_when_they_were_said(read: Callable[..., Told]) -> None:
    """What is said to have happened on Saturday was not said on Saturday."""
    row = read("{s|Ana Rell} {c|said} {q|that the dam broke on {d:2023-11-04|Saturday} in Geneva}.").row(1)
    assert (row.said, row.place) == (None, None)


def test_a_date_of_another_clause_is_not_when_it_was_said(read: Callable[..., Told]) -> None:
    """A relative clause about the speaker has its own time."""
    row = read("{s|Ana Rell, who was elected on {d:2019-05-05|5 May 2019},} {c|said} {q|that the dam was safe}.").row(1)
    assert row.said is None


def test_a_part_of_a_day_gives_its_date(read: Callable[..., Told]) -> None:
    """TimeML's part of day is cut from the ISO date."""
    row = read("{s|Ana Rell} {c|said} on {d:2023-11-04TNI|Saturday night} {q|that the dam was safe}.").row(1)
    assert row.said == "2023-11-04"


def test_a_figure_belongs_to_the_innermost_words_around_it(read: Callable[..., Told]) -> None:
    """Nested attribution wins; outside all words the outlet tells it."""
    found = read(
        "{1s|Halden TV} {1c|reported} {1q|that 9 shops burned and {2s|police} {2c|said} {2q|12 people died}}. The town has 300 houses.",
        figures=figure("9 shops", "12 people", "300 houses"),
    )
    assert [f.attribution for f in found.reading.figures] == ["a1", "a2", None]


def test_as_of_and_since_give_a_figure_its_dates(read: Callable[..., Told]) -> None:
    """The words "as of" and "since" in the figure's clause are dates of the count, "on" is not."""
    found = read(
        "As of {d:2023-11-04|4 November}, 12 people had died. Police counted 30 people since {d:2023-10-07|7 October}. "
        "On {d:2023-11-02|2 November} 5 people died.",
        figures=figure("12 people", "30 people", "5 people"),
    )
    assert [(f.as_of, f.since) for f in found.reading.figures] == [
        ("2023-11-04", None),
        (None, "2023-10-07"),
        (None, None),
    ]


def test_a_loaded_term_has_the_voice_it_stands_in(read: Callable[..., Told]) -> None:
    """Inside the words of an attribution it is that speaker's, in the name of a source the outlet's."""

    def terms(text: str) -> tuple[Wording, ...]:
        spans = [Span(at, at + 6) for at in range(len(text)) if text.startswith("regime", at)]
        return tuple(Wording(f"w{n}", s, "regime", "l", "r", "outlet", "government") for n, s in enumerate(spans, 1))

    found = read("{s|The Norr regime} {c|said} {q|the Halden regime was weak}.", wording=terms)
    assert [term.voice for term in found.reading.wording] == ["outlet", "a1"]


def test_who_demands_is_the_speaker_of_the_words(read: Callable[..., Told]) -> None:
    """A demand's `who` is an actor's id."""

    def demands(text: str) -> tuple[Demand, ...]:
        at = text.index("open the gate")
        return (Demand("m1", None, None, ("the mayor",), Printed(Span(at, at + 13), "open the gate"), None),)

    found = read("{s|Ana Rell} {c|urged} {q|the mayor to open the gate}.", demands=demands)
    assert (found.reading.demands[0].who, found.reading.demands[0].attribution) == ("ana-rell", "a1")


def test_who_demands_without_an_attribution_is_the_subject_that_an_actor_bears() -> None:
    """Not those who are asked, and nobody where the subject is no actor of the report."""
    text = "Ilda Varo said she would stay. On Monday Varo gave the council a week to vote. The company was given until Friday to pay."
    assert [(row.who, row.of, row.until) for row in read_text(text).demands] == [
        ("ilda-varo", ("the council",), "a week"),
        (None, ("The company",), "until Friday"),
    ]


def test_what_begins_with_a_demands_words_is_all_of_them() -> None:
    """The content of a demand goes on where the syntax lost it."""
    found = read_text("Ana Rell called for a re-run of the vote in Miren.").demands
    assert [row.action.text for row in found] == ["a re-run of the vote in Miren"]
