"""Holds altered statements to differ in one thing from what they were made of, and varied ones in grammar alone."""

from __future__ import annotations

import random

import pytest

from altered import altered, names_in, varied


def seeded(number: int) -> random.Random:
    """A source of choices that are the same each time."""
    return random.Random(number)  # noqa: S311 - no secret


STATEMENT = "said that 12 of the prisoners were released near Tarn before the talks"


def test_what_is_altered_is_another_statement_by_the_same_verb() -> None:
    """Whatever is changed, the verb of saying stays, and something else does not."""
    names = names_in([STATEMENT, "said the bridge at Sel Maret is open"])
    made = {altered(STATEMENT, seeded(seed), names) for seed in range(60)}
    assert len(made) > 8
    assert all(one is None or (one != STATEMENT and one.startswith("said ")) for one in made)


@pytest.mark.parametrize("words", ["were not released", "were never released", "may have been released", "11 of the"])
def test_each_way_is_taken_now_and_then(words: str) -> None:
    """Denied, weakened, of another number: all of them are met."""
    made = [altered(STATEMENT, seeded(seed), {}) or "" for seed in range(300)]
    assert any(words in one for one in made)


def test_what_is_varied_keeps_numbers_and_names() -> None:
    """Grammar alone is changed."""
    made = [varied("says the 12 will not leave Tarn", seeded(seed)) or "" for seed in range(40)]
    assert any("won't" in one for one in made)
    assert any("would not" in one for one in made)
    assert all("12" in one and "Tarn" in one for one in made)
