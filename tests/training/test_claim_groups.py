"""The groups that the judge of claims is taught by keep their form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from claim_groups import GROUPS, groups

if TYPE_CHECKING:
    from pathlib import Path

KINDS = frozenset(
    "negation modality number name date place topic strength part condition role object act".split()  # noqa: SIM905
)
FILES = sorted(GROUPS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_group_has_both_and_says_why_they_are_apart(path: Path) -> None:
    """At least three lines of one claim and three that are not, each of a kind that the guide knows, none twice."""
    for group in groups(path):
        assert len(group.same) >= 3, group.id
        assert len(group.apart) >= 3, group.id
        assert set(group.kinds) <= KINDS, group.id
        lines = Counter((*group.same, *group.apart))
        assert max(lines.values()) == 1, (group.id, lines.most_common(1))


def test_ids_are_unbroken_names_of_one_group() -> None:
    """No two groups share an id."""
    ids = Counter(group.id for path in FILES for group in groups(path))
    assert ids
    assert max(ids.values()) == 1


def test_words_in_common_do_not_give_the_answer_away() -> None:
    """Statements that are one claim share no more of their words than those that are apart."""
    shared: dict[bool, list[float]] = {True: [], False: []}
    for path in FILES:
        for group in groups(path):
            told = [set(one.lower().split()) for one in (*group.same, *group.apart)]
            for i, j, same in group.pairs():
                shared[same > 0].append(len(told[i] & told[j]) / min(len(told[i]), len(told[j])))
    assert sum(shared[True]) / len(shared[True]) < sum(shared[False]) / len(shared[False])
