"""Running counts: which fall and are found, and what stays quiet; texts of our own."""

from __future__ import annotations

import pytest

import sayso
from sayso.check.counting import person

A = "By Monday the health ministry had counted {} deaths since the fever broke out in July, it said."
B = "The health ministry said on Wednesday that {} people had died since the fever broke out."


def kinds(text: str) -> list[str]:
    """The kinds of finding in a report of Thursday, 11 March 2021."""
    return [one.kind for one in sayso.read_text(text, published="2021-03-11").findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A.format('1,204')}\n\n{B.format('1,187')}", ["figure-decrease"]),
        (f"{A.format('1,187')}\n\n{B.format('1,204')}", []),
        (f"{A.format('about 1,204')}\n\n{B.format('1,187')}", []),
        (f"{A.format('1,204')}\n\n{B.format('at least 1,187')}", []),
        (f"{A.format('1,204')}\n\n{B.format('1,187')} The number was revised after an audit.", []),
        (f"{A.format('1,204')}\n\n{B.format('1,187')} It did not speak of a revision.", ["figure-decrease"]),
        (f"{A.format('1,204')}\n\nIn Varo, the health ministry said on Wednesday, 80 people had died since July.", []),
        (f"{A.format('1,204')}\n\nThe health ministry said on Wednesday that 31 people had died since Monday.", []),
        (f"{A.format('1,204')}\n\nThe health ministry said on Wednesday that 87 people were in hospital.", []),
        (
            """On Monday the fire service said that since Friday the flames had eaten 4,300 hectares of oak.

            The area burned since Friday was 3,950 hectares by Wednesday night, according to the fire service.""",
            ["figure-decrease"],
        ),
    ],
)
def test_a_running_count_that_falls_is_found(text: str, expected: list[str]) -> None:
    """One source, one start and two days; corrections, other places, starts, groups and sources stay quiet."""
    assert kinds(text) == expected


def test_people_who_met_with_something_else_are_another_count() -> None:
    """Fewer displaced than fed is no fall, nor are fewer people killed than attacks."""
    text = (
        "As of 10 March 71,200 people have been displaced since 1 January, according to the province.\n\n"
        "Partners reached 96,400 people with food between 1 and 9 March."
    )
    assert kinds(text) == []


def test_attacks_are_no_people() -> None:
    """What befell things is counted in things."""
    figures = sayso.read_text("The report lists 61 attacks. It finds that 118 nurses were killed.").figures
    assert [person(figure) for figure in figures] == [False, True]


def test_those_called_otherwise_by_another_are_no_running_count() -> None:
    """Fewer prisoners in one hand than freed men at home on another day is no fall, and bare numbers are of nothing."""
    text = (
        "The ministry freed 120 detainees, it said. Relatives told Hill Radio that only 97 had come home by Tuesday "
        'evening.\n\nColonel Tarro said the Front held "about two hundred" of its men. Falcon has put the figure at 76.'
    )
    assert "figure-decrease" not in kinds(text)
    assert kinds("Hill Radio counted 97 by Tuesday evening.\n\nFalcon has put the figure at 76 so far.") == []
