"""What holds of every reading: spans stay, ids are known and unique, the same input gives the same rows, sides are alike."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


SOURCES = [
    "Ana Rell", "Rell", "She", "He", "They", "It", "We", "I", "you", "who", "the mayor", "Mayor Tom Ostrand", "his office", "police",
    "a senior official", "another", "some", "Halden TV", "the Free Miren Movement (FMM)", "FMM", "both", "Ana Rell and Tom Ostrand",
    "“”", "—", "the report", "Ostrand's spokesman", "one of the officials", "Washington", "residents", "6 of 10 voters", "its",
]  # fmt: skip
CUES = ["said", "told Radio Norr", "was quoted by Reuters as saying", "claimed", "according to", "added in a statement"]
CONTENTS = [
    "that the dam was safe",
    '"We know it," he',
    "the ministry denied it, citing police",
    "it",
    "was not true, which Oslo denies",
]

sentences = st.lists(
    st.tuples(st.sampled_from(SOURCES), st.sampled_from(CUES), st.sampled_from(CONTENTS)), min_size=1, max_size=8
)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def marked(parts: list[tuple[str, str, str]]) -> str:
    """A report of one sentence a row."""
    return " ".join(f"{{{n}s|{s}}} {{{n}c|{c}}} {{{n}q|{q}}}." for n, (s, c, q) in enumerate(parts, 1))


@relaxed
@given(parts=sentences, outlet=st.sampled_from([None, "Miren Post", "Reuters", "Halden TV"]))
def test_ids_are_known_and_unique_and_spans_stay(
    read: Callable[..., Told], parts: list[tuple[str, str, str]], outlet: str | None
) -> None:
    """Each id in `speaker` and `chain` is an actor's, no id comes twice, mentions lie in the text, no row's words move."""
    found = read(marked(parts), outlet=outlet).reading
    ids = [actor.id for actor in found.actors]
    assert len(ids) == len(set(ids))
    for row, (source, cue, content) in zip(found.attributions, parts, strict=True):
        assert row.source is not None
        assert row.cue is not None
        assert (row.source.text, row.cue.text, row.content.text) == (source, cue, content)
        assert set(row.chain) <= set(ids)
        assert len(row.chain) == len(set(row.chain))
        if row.speaker is not None:
            assert row.chain[-1] == row.speaker
        if outlet is not None:
            assert row.chain[0] == ids[0]
    for actor in found.actors:
        assert all(0 <= span.start < span.end <= len(found.report.text) for span in actor.mentions)
        assert all(one.start <= two.start for one, two in pairwise(actor.mentions))


@relaxed
@given(parts=sentences)
def test_the_same_report_gives_the_same_reading(read: Callable[..., Told], parts: list[tuple[str, str, str]]) -> None:
    """Nothing hangs on order of sets or on addresses in memory."""
    first, second = (read(marked(parts)).reading for _ in range(2))
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


def test_two_sides_that_change_names_change_rows_and_nothing_else(read: Callable[..., Told]) -> None:
    """No side is read by rules of its own."""
    text = (
        "{1s|France} {1c|said} {1q|Spain had broken the truce}. {2s|Spain} {2c|denied} {2q|it}. {3s|A French official} {3c|said} {3q|no more}. "
        "{4s|Spain's army} {4c|claimed} {4q|France fired first}."
    )
    swapped = text.replace("France", "#").replace("Spain", "France").replace("#", "Spain").replace("French", "Spanish")
    one, two = read(text), read(swapped)
    names = {
        "France": "Spain",
        "Spain": "France",
        "A French official": "A Spanish official",
        "Spain's army": "France's army",
    }
    assert two.speakers == [names[name] for name in one.speakers]
    assert [a.kind for a in one.reading.actors] == [a.kind for a in two.reading.actors]


def test_time_grows_with_length_and_no_faster(read: Callable[..., Told]) -> None:
    """Eight times the rows take about eight times as long, not sixty-four."""

    def seconds(rows: int) -> float:
        parts = [(SOURCES[n % 6], "said", f"that dam number {n} was safe") for n in range(rows)]
        text = marked(parts)
        start = time.process_time()
        read(text)
        return time.process_time() - start

    def least(rows: int) -> float:
        return min(seconds(rows) for _ in range(2))

    seconds(50)
    assert least(1600) < 24 * least(200)
