"""What holds of attributions made from the reader's chances."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sayso.extract.attributions.decoding import Linked, Settings, assemble
from sayso.extract.attributions.segmenting import edges, segmented
from sayso.extract.attributions.tagged import Words
from sayso.parse.encoder.engine import Links, central, distances, most_central
from sayso.parse.encoder.pieces import windows

ROLES = {"s": 0, "c": 1, "t": 2}


def words_of(roles: str) -> Words:
    """One word a letter: s, c, t for source, cue, content (a capital begins a span), ``.`` for none, ``|`` a paragraph."""
    letters = [letter for letter in roles if letter != "|"]
    paragraph = np.cumsum([letter == "|" for letter in roles])[[letter != "|" for letter in roles]]
    chances, begins = np.zeros((len(letters), 3), np.float32), np.zeros((len(letters), 3), np.float32)
    for at, letter in enumerate(letters):
        if letter.lower() in ROLES:
            chances[at, ROLES[letter.lower()]] = 0.9
            begins[at, ROLES[letter.lower()]] = 0.8 if letter.isupper() else 0.0
    index = np.arange(len(letters), dtype=np.int64)
    return Words(index, index, index * 2, index * 2 + 1, chances, begins, paragraph.astype(np.int64))


def links(count: int, source: range, content: range) -> Links:
    """Certain links of one cue to `source` and `content`."""
    rows = np.zeros((2, count), np.float32)
    rows[0, list(source)] = 1.0
    rows[1, list(content)] = 1.0
    return Links(0, rows[0], rows[1])


def parts(own: Words) -> tuple[list[tuple[int, int]], ...]:
    """The segments of each role where no phrase stands."""
    return segmented(own, edges(None, own))


def test_each_content_goes_to_its_best_cue_and_a_source_may_serve_two() -> None:
    """Several verbs with one subject are several attributions with one source."""
    own = words_of("Sctt.ctt")
    linked = Linked.of(own, [links(8, range(1), range(2, 4)), links(8, range(1), range(6, 8))])
    first, second = assemble(own, parts(own), linked, Settings())
    assert first.source == second.source
    assert [span.start for span in first.content] == [4]
    assert [span.start for span in second.content] == [12]


def test_a_cue_without_content_is_dropped() -> None:
    """A verb of saying alone says nothing."""
    own = words_of("Sc...")
    assert assemble(own, parts(own), Linked.of(own, [links(5, range(1), range(0))]), Settings()) == []


def test_windows_are_few_equal_and_overlap() -> None:
    """No padding, little seen twice, every piece seen."""
    for count in (1, 254, 255, 700, 5_000):
        got = windows(count, 64)
        assert got[0][0] == 0
        assert got[-1][1] == count
        assert len({b - a for a, b in got}) == 1
        assert all(left[1] - right[0] >= 60 for left, right in pairwise(got))


def test_the_most_central_window_is_the_owner() -> None:
    """Both ways to ask agree for every piece."""
    spans = windows(1_000, 64)
    owners = central(1_000, spans)
    assert all(owners[piece] == most_central(piece, spans) for piece in range(1_000))


def test_distance_buckets_are_signed_and_zero_within_the_cue() -> None:
    """As in training."""
    assert distances(np.array([3, 4]), 8).tolist() == [2, 2, 1, 0, 0, 10, 11, 11]
