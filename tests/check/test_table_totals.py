"""A total of a table that is not the sum of its row or column, and tables whose sums may rightly differ."""

from __future__ import annotations

import pytest
from tests.check.reports import findings

HEAD = "Numbers of the office\n\nThe relief office spoke on Monday of the fighting in Marn.\n\n"
WRONG = "District | Killed | Wounded\nTelva | 12 | 41\nOrsk | 5 | 12\nMarn | 3 | 7\nTotal | 20 | 62"


def test_a_column_that_does_not_make_its_total_is_told_with_the_sum() -> None:
    """All numbers of the sum are shown."""
    (found,) = findings(HEAD + WRONG, "sum-mismatch")
    assert found.why == "41 + 12 + 7 is 60; the table says 62."
    assert [span.of(HEAD + WRONG) for span in found.spans] == ["41", "12", "7", "62"]


def test_a_row_that_does_not_make_its_total_is_told() -> None:
    """Totals stand at the end of rows too."""
    table = "District | Men | Women | Total\nTelva | 12 | 41 | 53\nOrsk | 5 | 12 | 19\nMarn | 3 | 7 | 10"
    assert [one.why for one in findings(HEAD + table, "sum-mismatch")] == ["5 + 12 is 17; the table says 19."]


@pytest.mark.parametrize(
    "table",
    [
        WRONG.replace("62", "60"),
        WRONG.replace("| 7", "| -"),
        WRONG.replace("| 7", "| ~7"),
        WRONG.replace("| 7", "| 7+"),
        WRONG.replace("Wounded", "Rate"),
        WRONG.replace("Marn |", "of which Marn |"),
        WRONG.replace("Marn |", "Subtotal |"),
        WRONG.replace("Total", "Average"),
        WRONG.replace("Total", "Total*") + "\n\n* With those who died later.",
        WRONG + "\n\nTotals may not add up because some districts report late.",
        WRONG.replace("| 62", "| 62.4").replace("41", "41.3").replace("| 12\nMarn", "| 13.8\nMarn").replace("7", "7.2"),
        WRONG.replace("62", "900"),
    ],
)
def test_what_makes_its_total_or_cannot_be_added_up_is_left_alone(table: str) -> None:
    """Right sums, missing and rough numbers, averages, parts of parts, rounding."""
    assert not findings(HEAD + table, "sum-mismatch")
