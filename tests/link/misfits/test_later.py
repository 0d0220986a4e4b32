"""A higher count is a conflict, a doubtful one or none, by when and how the two were told."""

from __future__ import annotations

from tests.link.misfits.told import Said, both, report

MINISTRY = "Twelve soldiers were killed in the ambush at the Tarnvik pass on {}, the Orvan ministry said on Friday."
FRONT = "The Highland Front said on Friday that 26 soldiers were killed in the ambush at the Tarnvik pass on {}."


def told(ministry: str, front: str, day: str, bound: str = "exact") -> list[str]:
    """The severities of what does not fit between the two tellings of that day."""
    first, second = ministry.format(day), front.format(day)
    a = report(
        "Hill Radio", first, said=(Said("Orvan ministry", "said", first.split(", the Orvan")[0]),),
        counts=(("Twelve", 12, "killed"),), noun="soldiers", bound=bound,
    )  # fmt: skip
    b = report(
        "Voice", second, said=(Said("The Highland Front", "said", second.split(" that ")[1].rstrip(".")),),
        counts=(("26", 26, "killed"),), noun="soldiers",
    )  # fmt: skip
    return [one.severity for one in both(a, b).findings]


def test_days_later_two_exact_counts_conflict() -> None:
    """Two days after an ambush neither side's count still grows."""
    assert told(MINISTRY, FRONT, "Wednesday") == ["high"]


def test_on_the_day_two_exact_counts_of_named_sources_may_conflict() -> None:
    """On the day itself the same is told with low severity."""
    assert told(MINISTRY, FRONT, "Friday") == ["low"]


def test_what_still_grows_is_no_conflict() -> None:
    """Words that say that a count goes on, or a lower bound, let the pair go."""
    assert told(MINISTRY.replace("Twelve", "So far Twelve"), FRONT, "Friday") == []
    assert told(MINISTRY, FRONT, "Friday", bound="at_least") == []


def test_a_sentence_about_a_stranger_is_let_go_on_the_day() -> None:
    """A place that the other report does not know may be another ambush's."""
    assert told(MINISTRY, FRONT.replace("pass on {}", "pass on {} as the column left Vessenholm"), "Friday") == []
