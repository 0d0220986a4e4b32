"""What `sayso.reading` promises: one way through the stages, a fault that stays with its report, the same for all jobs."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

import sayso
import sayso.clean.limited
from sayso import reading, workers
from sayso.errors import UsageError
from sayso.model import Refused, from_json, to_json
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.model import Reading


def fails(*_given: object) -> None:
    """Stands in for a stage and fails in two lines."""
    message = "bad\nthing"
    raise ValueError(message)


def test_a_problem_of_the_original_makes_a_failed_report() -> None:
    """What could not be read is ``failed`` with the reason, and has no rows."""
    got = reading.read_original(Original(b"", "gone.txt", problem="gone.txt is not there"))
    assert (got.report.status, got.report.why) == ("failed", "gone.txt is not there")
    assert not got.attributions


def test_a_fault_of_a_stage_names_the_stage_and_stays_with_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception inside a stage gives a ``failed`` report that says which stage, in one line."""
    monkeypatch.setattr(sayso.clean.limited, "clean", fails)
    got = reading.read_original(Original(b"words", "a.txt", given=Given(title="A title")))
    assert got.report.status == "failed"
    assert got.report.why
    assert "'clean'" in got.report.why
    assert "ValueError: bad thing" in got.report.why
    assert got.report.title == "A title"


def test_refusals_of_the_container_are_kept() -> None:
    """What reading the record refused stands among the report's refusals, once."""
    row = Refused(None, "published", "05/06/2031: day and month could be either")
    got = reading.read_original(Original(b"", "a.jsonl#1", refused=(row,), problem="no text"))
    assert got.refused == (row,)


def test_a_path_that_is_no_unicode_can_still_be_printed() -> None:
    """A file name of bytes that are no UTF-8 gives a reading that JSON can carry."""
    got = reading.read_original(Original(b"", "caf\udce9.txt", problem="not there"))
    assert from_json(to_json(got)).report.path == "caf\N{REPLACEMENT CHARACTER}.txt"


def test_jobs_below_one_are_refused() -> None:
    """No number of workers below one makes sense."""
    with pytest.raises(UsageError, match="jobs"):
        reading.read_paths([], jobs=0)


def test_the_stage_of_that_name_can_still_be_imported() -> None:
    """``sayso.read`` is the function, and ``from sayso.read import originals`` reaches the stage."""
    from sayso.read import originals

    assert callable(sayso.read)
    assert callable(originals)


def test_what_cannot_be_read_is_a_reading_too(tmp_path: Path) -> None:
    """The Python interface gives one reading for a path that is not there, and raises nothing."""
    (got,) = sayso.read(tmp_path / "nothing.txt")
    assert got.report.status == "failed"
    assert "nothing.txt" in sayso.Readings([got])._repr_html_()


def slow_first(original: Original) -> Reading:
    """Reads, the first original more slowly than the rest."""
    time.sleep(0.3 if original.path == "0" else 0)
    return reading.read_original(original)


def dies(original: Original) -> Reading:
    """Ends its process at the third original, as a lack of memory would."""
    if original.path == "2":
        os._exit(9)
    return reading.read_original(original)


def failing(count: int) -> list[Original]:
    """Originals that need no stage to be read."""
    return [Original(b"", str(place), problem=f"problem {place}") for place in range(count)]


@pytest.mark.slow
def test_workers_give_readings_in_the_order_of_the_originals() -> None:
    """A slow report does not let the others overtake it, and the readings are those of one process."""
    given = failing(12)
    got = list(workers.read_in_workers(given, 2, slow_first, reading.failed))
    assert got == [(original, reading.read_original(original)) for original in given]


@pytest.mark.slow
def test_a_worker_that_dies_costs_one_report() -> None:
    """The original that ends its process is ``failed``; all others are read."""
    got = [made.report.why for _original, made in workers.read_in_workers(failing(6), 2, dies, reading.failed)]
    assert got[2]
    assert "ended from outside" in got[2]
    assert [why for place, why in enumerate(got) if place != 2] == [f"problem {place}" for place in (0, 1, 3, 4, 5)]


@pytest.mark.slow
def test_workers_take_no_more_originals_than_they_need() -> None:
    """The source is asked for a bounded number ahead of what has been given out."""
    asked = 0

    def source() -> object:
        nonlocal asked
        for original in failing(200):
            asked += 1
            yield original

    found = workers.read_in_workers(source(), 2, reading.read_original, reading.failed)  # type: ignore[arg-type]
    next(found)
    assert asked <= 2 * workers.AHEAD + 1
    found.close()  # type: ignore[attr-defined]
