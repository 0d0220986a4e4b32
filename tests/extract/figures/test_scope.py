"""Holds ages that look like counts to sentences."""

from __future__ import annotations

import pytest
from sentences import figures, one


def test_a_list_of_ages_in_words_goes_on() -> None:
    """All numbers after "aged" are ages but the one of those whose age follows."""
    told = figures("The dead were aged nine, ten, two aged fourteen, 49, and 59.")
    assert [(f.value, f.kind) for f in told if f.kind == "count"] == [(2, "count")]
    assert [f.value for f in told if f.kind == "age"] == [9, 10, 14, 49, 59]


@pytest.mark.parametrize("text", ["Another brother, 22, was there.", "They sentenced James Fields, now 22, to prison."])
def test_a_number_beside_one_person_is_an_age(text: str) -> None:
    """A number in commas after one person, named or not, is how old that person is."""
    assert one(text).kind == "age"


def test_the_dead_put_at_a_number_are_no_age() -> None:
    """Those whose number is told with "at" are counted, while somebody dies at an age."""
    assert [(f.kind, f.counted) for f in figures("They put the dead at 23 and the wounded at over 40.")] == [
        ("count", "killed"),
        ("count", "wounded"),
    ]
    assert one("The singer died at 95.").kind == "age"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The militia handed over 95 soldiers in Miren.", "exact"),
        ("The army of Orun took over 12 villages.", "exact"),
        ("The walk took over 20 minutes.", "more_than"),
        ("The army of Orun holds over 12 villages.", "more_than"),
    ],
)
def test_over_bounds_a_number_unless_it_is_the_verbs_own(text: str, bound: str) -> None:
    """What is handed over is counted, and no more than it is printed."""
    assert [figure.bound for figure in figures(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("He has the ability to kill millions of people.", [None]),
        ("The bomb could kill 40,000 people.", [None]),
        ("Police tried to arrest 12 people.", [None]),
        ("The quake may have killed 300 people.", ["killed"]),
        ("The quake killed 300 people.", ["killed"]),
        ("Troops stormed the camp to free 12 hostages.", ["released"]),
        ("22 children were killed along with six teachers.", ["killed", "killed"]),
        ("The shells injured three nurses in addition to five patients.", ["wounded", "wounded"]),
    ],
)
def test_harm_counts_where_it_was_done_and_reaches_those_named_beside(text: str, counted: list[str | None]) -> None:
    """What might be done to people, is tried or meant has befallen nobody; "along with" tells of the same."""
    assert [figure.counted for figure in figures(text)] == counted


@pytest.mark.parametrize(
    "text",
    [
        "Anyone with information should call the police department at 427-1222.",
        "Witnesses are asked to call (410) 396-2221.",
        "The council acted under Chapter 7 of the charter.",
        "He was pronounced dead at 1:05 a.m. at the scene.",
    ],
)
def test_telephones_chapters_and_clocks_count_nothing(text: str) -> None:
    """A range of people is one all the same."""
    assert not figures(text)
    assert [(f.low, f.high) for f in figures("Some 500-1000 people marched.")] == [(500, 1000)]


def test_a_clause_may_begin_with_an_age() -> None:
    """An hour is a small number, and people are counted with a noun."""
    kinds = [figures(text)[0].kind for text in ("At 77, Bidwell became the oldest.", "At 77 sites, Bidwell dug.")]
    assert kinds == ["age", "count"]
