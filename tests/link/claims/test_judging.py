"""Holds the network that reads two statements together: it tells what is said from what is not, and always the same."""

from __future__ import annotations

import pytest
from tests.link.saying import said

from sayso.link.claims.judging import judged

SHELLED = "at least 14 people were killed when shells hit the market in Tarnow"


@pytest.mark.parametrize(
    ("one", "same", "apart"),
    [
        (
            "A 34-year-old man was taken to hospital with a gunshot wound to the leg.",
            "the victim, 34, was shot in the leg and taken to a nearby hospital",
            "the gunman was driving a dark blue van",
        ),
        (
            "“We will not sit down with them until the last soldier has left our land,”",
            "there would be no talks before all troops had withdrawn from the country",
            "the dam at Orsk was safe and would be reopened to traffic within days",
        ),
        (
            SHELLED,
            "14 civilians had died in the shelling of Tarnow's market",
            "the army had opened a crossing for families who wanted to leave Tarnow",
        ),
    ],
)
def test_other_words_for_it_are_likelier_one_claim_than_another_matter(one: str, same: str, apart: str) -> None:
    """As agencies and papers print it."""
    assert judged(said(one), said(same, report="two")).one > judged(said(one), said(apart, report="two")).one


def test_a_pair_is_read_alike_whatever_was_read_before() -> None:
    """Each pair is read by itself."""
    one, other = said(SHELLED), said("fourteen had died in Tarnow", report="two")
    first = judged(one, other)
    judged(said("a long speech " * 200), other)
    assert judged(one, other) == first


def test_empty_and_endless_statements_are_read() -> None:
    """What is not read is cut, and nothing is no error."""
    assert isinstance(judged(said(""), said("x " * 100_000, report="two")).one, float)
