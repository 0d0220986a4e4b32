"""What two texts share: copies, excerpts, and what is neither."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.making import telling

from sayso.link.copies.sharing import Sharing, compare, runs, side
from sayso.link.copies.shingles import SIZE, WINDOW, fingerprint
from sayso.link.copies.words import words_of


def shared(a: str, b: str) -> Sharing | None:
    """What two texts share."""
    return compare(side(fingerprint(words_of(a))), side(fingerprint(words_of(b))))


def kind(a: str, b: str) -> str | None:
    """The kind of what two texts share, null where they share nothing."""
    found = shared(a, b)
    return found.kind if found else None


@given(st.integers(0, 10**6), st.integers(2, 12))
@settings(max_examples=30, deadline=None)
def test_a_text_is_a_whole_copy_of_itself(seed: int, sentences: int) -> None:
    """All of it is shared, from either side."""
    found = shared(telling(seed, sentences), telling(seed, sentences))
    assert found is not None
    assert (found.kind, found.containment, found.share_a, found.share_b, found.told) == ("copy", 1.0, 1.0, 1.0, 1.0)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
@settings(max_examples=30, deadline=None)
def test_unrelated_texts_are_no_copies(seed: int, step: int) -> None:
    """The same words in another order are none; a stock phrase or two may stand in both."""
    found = shared(telling(seed), telling(seed + step))
    assert found is None or found.kind == "passage"


@given(st.integers(0, 10**6), st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=30, deadline=None)
def test_sharing_is_the_same_from_both_sides(seed: int, before: int, after: int) -> None:
    """Turned round, the sides change places and nothing else does."""
    first = telling(seed)
    second = f"{telling(seed + 1, before)} {first} {telling(seed + 2, after)}"
    there, back = shared(first, second), shared(second, first)
    assert there is not None
    assert back == there.turned()


def test_a_long_report_that_holds_a_short_one_is_its_copy() -> None:
    """Containment of the shorter counts, not likeness of the two."""
    assert kind(telling(1, 5), telling(2, 40) + " " + telling(1, 5)) == "copy"


def test_a_third_of_the_shorter_is_an_excerpt() -> None:
    """Two of five sentences are an excerpt, one of ten is a passage."""
    assert kind(telling(1, 2) + " " + telling(2, 3), telling(1, 2) + " " + telling(3, 5)) == "excerpt"
    assert kind(telling(1, 2) + " " + telling(2, 18), telling(1, 2) + " " + telling(3, 20)) == "passage"


def test_two_reporters_who_share_only_quotations_are_two() -> None:
    """At one press conference everybody writes the same words down."""
    speech = [f'"{telling(seed, 2)}"' for seed in (91, 92, 93)]
    first = (
        f"{telling(1, 2)} {speech[0]} the minister told reporters. {speech[1]} she said. {speech[2]} {telling(2, 1)}"
    )
    second = (
        f"{telling(3, 2)} {speech[0]} the minister told reporters. {speech[1]} she said. {speech[2]} {telling(4, 1)}"
    )
    assert shared(first, second) is None


def test_quotations_count_for_the_share_of_a_true_copy() -> None:
    """Where the telling is copied, the quotations in it were copied with it."""
    told = f'{telling(1, 3)} "{telling(91, 4)}" {telling(2, 3)}'
    found = shared(told, f"{telling(3, 1)} {told}")
    assert found is not None
    assert found.kind == "copy"


def test_fewer_than_twenty_words_prove_nothing() -> None:
    """A short sentence that both print is chance, even if it is half of each."""
    assert (
        shared(
            "Two bakers and one nurse left Velm for Orlo by boat at dawn.",
            telling(1, 1) + " Two bakers and one nurse left Velm for Orlo by boat at dawn.",
        )
        is None
    )


def test_runs_say_where_the_words_stand_in_both() -> None:
    """A passage moved to another place is one run with both its places."""
    first, second = words_of(f"{telling(1, 2)} {telling(2, 2)}"), words_of(f"{telling(2, 2)} {telling(1, 2)}")
    found = runs(fingerprint(first), fingerprint(second))
    half = len(words_of(telling(1, 2)))
    assert [(run.a, run.b) for run in found] == [(0, len(first) - half), (half, 0)]
    for run in found:
        assert first.values[run.a : run.a + run.length].tolist() == second.values[run.b : run.b + run.length].tolist()


def test_a_text_that_repeats_itself_is_compared_in_time() -> None:
    """Ten thousand times the same words are no more work than others."""
    found = runs(fingerprint(words_of("the bell rang " * 5000)), fingerprint(words_of("the bell rang " * 4000)))
    assert sum(run.length for run in found) == 15_000


@given(st.integers(0, 10**6), st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_a_long_run_is_always_met_by_a_sampled_shingle(seed: int, before: int, after: int) -> None:
    """Of a run as long as a shingle and a window both texts sample the same place."""
    run = " ".join(telling(seed, 3).split()[: SIZE + WINDOW - 1])
    texts = (f"{telling(seed + 1, before)} {run} {telling(seed + 2, after)}", f"{telling(seed + 3, after)} {run}")
    first, second = (set(fingerprint(words_of(text)).sample) for text in texts)
    assert first & second
