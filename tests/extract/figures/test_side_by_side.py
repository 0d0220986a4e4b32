"""Lists that leave out what is counted: beside the first number, or parts of it."""

from __future__ import annotations

from tests.extract.figures.sentences import figures


def test_numbers_of_other_names_stand_beside_the_first() -> None:
    """They count what it counts, and are no parts of it."""
    rows = figures("13 people died in Okuriwe, nine in Sembe and six in Dalanto.")
    assert [(row.value, row.unit, row.counted, row.part_of) for row in rows] == [
        (13, "person", "killed", None),
        (9, "person", "killed", None),
        (6, "person", "killed", None),
    ]


def test_numbers_that_add_up_are_parts() -> None:
    """The first name holds the others."""
    rows = figures("At least 40 soldiers were killed in Tarn, 12 in Orland and 28 in Belm.")
    assert [row.part_of for row in rows] == [None, rows[0].id, rows[0].id]
