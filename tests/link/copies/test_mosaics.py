"""Reports put together from several others."""

from __future__ import annotations

from tests.link.making import telling

from sayso.link.copies.index import CopyIndex
from sayso.link.copies.mosaics import Mosaic, mosaic
from sayso.link.copies.passages import shared_runs, spans
from sayso.link.copies.shingles import fingerprint
from sayso.link.copies.words import words_of


def found(pieced: str, *sources: str) -> tuple[Mosaic | None, list[str]]:
    """The mosaic that a text is among its sources, and the digests of these."""
    index = CopyIndex()
    prints = [fingerprint(words_of(text)) for text in (pieced, *sources)]
    for number, print_ in enumerate(prints):
        index.add(f"r{number}", print_)
    return mosaic(len(prints[0]), index.partners(prints[0].digest)), [print_.digest for print_ in prints[1:]]


def test_a_report_of_two_others_passages_is_a_mosaic() -> None:
    """Neither is copied whole, together they make it up."""
    made, digests = found(
        f"{telling(1, 4)} {telling(2, 3)}", f"{telling(1, 4)} {telling(3, 20)}", f"{telling(4, 20)} {telling(2, 3)}"
    )
    assert made is not None
    assert made.sources == tuple(digests)
    assert made.share > 0.95


def test_a_copy_of_one_report_is_no_mosaic() -> None:
    """Even if another has some of it too."""
    assert found(telling(1, 6), f"{telling(1, 6)} {telling(3, 9)}", f"{telling(4, 9)} {telling(1, 3)}")[0] is None


def test_two_copies_of_one_source_are_one_source() -> None:
    """The second gives nothing that the first did not."""
    assert (
        found(
            f"{telling(1, 5)} {telling(2, 4)}", f"{telling(1, 5)} {telling(3, 9)}", f"{telling(4, 9)} {telling(1, 5)}"
        )[0]
        is None
    )


def test_shared_runs_read_the_same_in_both_reports() -> None:
    """Spans point at the words as printed, in spite of case and spacing."""
    first, second = f"{telling(1, 2)} {telling(2, 1)}", f"{telling(3, 1)}\n\n{telling(1, 2).upper()}"
    a, b = words_of(first), words_of(second)
    (run,) = shared_runs(a, fingerprint(a), b, fingerprint(b))
    assert run.a.of(first).upper() == run.b.of(second)
    assert spans(a, ((0, run.words),)) == (run.a,)
