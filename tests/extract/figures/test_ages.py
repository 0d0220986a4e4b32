"""Ages told as ranges, together or in brackets, and words beside a number that are not what they look like."""

from __future__ import annotations

from sentences import figures, one


def test_ages_may_be_told_as_a_range_or_together() -> None:
    """Two are told by "12 and 15 years old", and one range of them by "between 19 and 67 years old"."""
    ranged = one("The suspects are between 19 and 67 years old.")
    assert (ranged.kind, ranged.low, ranged.high, ranged.bound) == ("age", 19, 67, "between")
    assert [(row.kind, row.value) for row in figures("The boys were 12 and 15 years old.")] == [
        ("age", 12),
        ("age", 15),
    ]


def test_years_in_brackets_behind_people_are_their_age() -> None:
    """The same brackets behind a thing hold a length."""
    assert [row.kind for row in figures("Three children (5-8 years) were hurt.")] == ["count", "age"]
    assert [row.kind for row in figures("Two loans (5 years) were granted.")] == ["count", "duration"]


def test_the_bar_of_a_table_is_counted_by_nothing() -> None:
    """A mark between two cells is no noun."""
    assert all(row.noun is None or "|" not in row.noun.text for row in figures("Orun | 12 | 30 dead"))


def test_whoever_was_forced_to_evacuate_is_evacuated() -> None:
    """What they were forced to says what befell them."""
    assert one("Shelling forced 58,000 civilians to evacuate.").counted == "evacuated"
    assert one("The police forced 20 men to confess.").counted is None


def test_a_hyphen_makes_another_word_of_a_body() -> None:
    """Four narrow-bodies are aircraft, and nobody's dead."""
    assert one("The airline wants four narrow-bodies.").counted is None
