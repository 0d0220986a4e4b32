"""What holds of bodies' names in the parse."""

from __future__ import annotations

import pytest

from sayso.model import Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph


def names(text: str) -> list[str]:
    """The bodies that are named in a text of one paragraph, without articles."""
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    got = parse(Cleaned(report, (), (Paragraph(Span(0, len(text))),)))
    found = [one.span.of(text).removeprefix("the ").removeprefix("The ") for one in got.entities if one.label == "ORG"]
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norr Water Company shut the gate.", ["Norr Water Company"]),
        ("Rain kept the Lodrin City Council from meeting.", ["Lodrin City Council"]),
    ],
)
def test_a_run_of_capitals_that_ends_in_a_body_is_one_name(text: str, expected: list[str]) -> None:
    """Whatever part of it the encoder takes."""
    assert names(text) == expected


def test_a_headline_in_title_case_is_no_name() -> None:
    """Where every word has a capital, capitals tell nothing."""
    assert "Storm Shuts Ferry Between Kesh And Oru Company" not in names(
        "Winter Storm Shuts Ferry Between Kesh And Oru Company"
    )
