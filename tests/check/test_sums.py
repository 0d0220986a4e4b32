"""Parts of a total: which sums are found wrong, and which stay quiet; texts of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.check import check
from sayso.extract import dates, figures
from sayso.model import Finding, Reading, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph


def found(text: str) -> tuple[Finding, ...]:
    """The findings in `text`, read as far as its dates and figures."""
    report = Report("sha256:0", None, "p", None, None, None, "2021-03-10", None, "en", "read", None, text, (), None)
    cleaned = Cleaned(report, (), (Paragraph(Span(0, len(text))),))
    parsed = parse(cleaned)
    rows = Reading("0", 1, report, figures=tuple(figures.extract(parsed)), dates=dates.extract(parsed).rows)
    return check(rows, cleaned, parsed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Of the 34 lorries, 14 reached Miren, 18 were turned back and four are still held at the ford.",
            "14 + 18 + 4 is 36; the text says 34.",
        ),
        (
            "He said that of 50 boats 20 boats were saved, 25 boats sank and nine boats remain missing.",
            "20 + 25 + 9 is 54; the text says 50.",
        ),
        (
            "Out of 90 homes, 40 were rebuilt, 30 were pulled down and the remaining 25 are empty.",
            "40 + 30 + 25 is 95; the text says 90.",
        ),
        (
            "In all, 187 mm fell over the three days. The gauge of Miren had 64 mm on Friday, 71 mm on Saturday and 42 mm on Sunday.",
            "64 + 71 + 42 is 177; the text says 187.",
        ),
        (
            (
                "Homes were searched in three cities. A total of 58 people were arrested.\n\n"
                "Twenty-two of the arrests were made in Miren, 19 in Varo and 14 in Orun."
            ),
            "22 + 19 + 14 is 55; the text says 58.",
        ),
    ],
)
def test_outcomes_that_come_to_more_than_the_whole_are_found(text: str, why: str) -> None:
    """Outcomes that exclude each other, the last what remains, cannot exceed what they divide."""
    assert [(finding.kind, finding.why) for finding in found(text)] == [("sum-mismatch", why)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 34 lorries, 14 reached Miren, 16 were turned back and four are still held at the ford.",
        "Of the 34 lorries, 14 reached Miren, 10 were turned back and four are still held at the ford.",
        "Of the 34 pupils, 20 are girls, 18 speak Varo and nine were born abroad.",
        "Of the 34 lorries, about 14 reached Miren, 18 were turned back and four are still held.",
        "Of the 34 lorries, 14 reached Miren, 18 were turned back, including four that are still held.",
        "Of the 34 lorries, 32 reached Miren and four are still held.",
        "One of the 34 lorries, 14 of them old, reached Miren. The other 18 came back and four are still held.",
        "Of the 34 drivers, 14 slept at Miren, 18 slept at Varo and four also remained at the ford.",
        "The crew answered eight calls on Friday, five on Saturday, eight on Sunday and four on Monday.",
        "Five people were killed in Miren. Two men and two women were found dead. A woman died in hospital.",
        "Six people were shot in Miren. Police found two victims. Two others fled. The victims, a man and three women, will live.",
        "All four people will live. Police found the woman and two of the three men at the mill.",
        "The dead were four males and one female. Two cases were over 60 and one was under 50.",
        "Six women advise the mayor - Ilda Varo, two deputies and three clerks.",
    ],
)
def test_parts_that_fit_or_are_in_doubt_stay_quiet(text: str) -> None:
    """Parts that may overlap, be rounded, be some of it or count other things are no finding."""
    assert found(text) == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(11, 99), st.integers(11, 99), st.integers(11, 99), st.integers(0, 10))
def test_a_sum_is_found_if_and_only_if_it_exceeds_the_whole(one: int, two: int, three: int, over: int) -> None:
    """The exact sum is silent; a whole that is smaller is found."""
    text = f"Of the {one + two + three - over} lorries, {one} came, {two} went and {three} are still held at the ford."
    assert [finding.kind for finding in found(text)] == (["sum-mismatch"] if over else [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The flood killed 12 people: seven women and four children.", ["sum-mismatch"]),
        ("The flood sank 14 boats: nine tugs, three rafts and four ferries.", ["sum-mismatch"]),
        ("The flood sank 14 boats: nine tugs, one raft and four ferries.", []),
        ("Of the 40 hostages, 22 were freed and the other 16 are still held.", ["sum-mismatch"]),
        ("Of the 40 hostages, 22 were freed and the other 18 are still held.", []),
        ("Of the 40 hostages, 22 were freed and 16 are still held.", []),
        ("The flood killed 12 people (seven women, two men and four children).", ["sum-mismatch"]),
        ("The flood killed 12 people: eight women and four children.", []),
        ("The flood killed 12 people: seven women, four children and a guard.", []),
        ("The flood killed 12 people: seven women and four children in Miren.", []),
        ("The flood killed 12 people: seven mills and four barns burnt.", []),
        ("The flood killed 12 people, including seven women and four children.", []),
        ("The flood killed at least 12 people: seven women and four children.", []),
    ],
)
def test_parts_after_a_colon_and_a_rest_are_the_whole(text: str, kinds: list[str]) -> None:
    """A colon and "the other" say that the parts are all there is; "including" and a bound do not."""
    assert [finding.kind for finding in found(text)] == kinds


def test_numbers_of_other_places_are_no_parts() -> None:
    """They stand beside the first, which is of a place of its own."""
    assert not found("13 people died in Okuriwe, nine in Sembe and six in Dalanto.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Shells fell on Miren: 14 on Monday, 22 on Tuesday, 9 on Wednesday and 17 on Thursday, 60 in all.", True),
        ("Shells fell on Miren: 14 on Monday, 22 on Tuesday, 9 on Wednesday and 17 on Thursday, 62 in all.", False),
        ("Shells fell on Miren: 14 on Monday, 22 on Tuesday and many more on Wednesday, 40 in all.", False),
        ("The team won 14 medals in 2012, 22 in 2016 and 9 in 2020, and 60 in all since it was founded.", False),
        ("The guns shot down 9 of 11 cruise missiles. The remaining three fell in open fields.", True),
        ("The guns shot down 9 of 11 cruise missiles. The remaining two fell in open fields.", False),
        ("Twelve of the 20 hostages were freed. Three died. The remaining five are held in Miren.", False),
        ("Fourteen of the 20 seats went to the Union. The other three parties won two each.", False),
    ],
)
def test_a_sum_called_one_behind_it_and_too_many_left_are_found(text: str, *, kinds: bool) -> None:
    """A total called one behind it is the sum of what stands before it; no more remain than a part leaves."""
    assert [finding.kind for finding in found(text)] == (["sum-mismatch"] if kinds else [])
