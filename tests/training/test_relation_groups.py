"""Groups of dated and counting sentences: every line is read, marks become offsets, pairs say how two stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relation_groups import GROUPS, groups, passage

if TYPE_CHECKING:
    from pathlib import Path


def test_all_groups_are_as_the_readme_says() -> None:
    """Each passage has one mark, and no group lacks another telling."""
    found = [group for path in sorted(GROUPS.glob("*.jsonl")) for group in groups(path)]
    assert len(found) == 370
    assert all(group.others["same"] for group in found)


def test_a_mark_is_taken_out_and_kept_as_an_offset() -> None:
    """Offsets are of the words without marks."""
    told = passage("The store was hit on <<4 May>>, she said.")
    assert told.text == "The store was hit on 4 May, she said."
    assert told.marked.of(told.text) == "4 May"


@pytest.mark.parametrize("words", ["no mark", "<<two>> of <<them>>", "<<open"])
def test_a_passage_has_one_mark(words: str) -> None:
    """None, two or half a mark is an error."""
    with pytest.raises(ValueError, match="one expression"):
        passage(words)


def test_pairs_hold_each_telling_against_the_rest(tmp_path: Path) -> None:
    """Two tellings and one part make three pairs; a line with other keys is refused with its number."""
    path = tmp_path / "counts-x.jsonl"
    row = '{"n": "<<9>> died.", "same": ["<<8>> fell."], "later": [], "other": [], "parts": ["<<4>> men."], "not_parts": []}'
    path.write_text(f"{row}\n", "utf-8")
    assert sorted(key for _, _, key in groups(path)[0].pairs()) == ["parts", "parts", "same"]
    path.write_text(f'{row}\n{{"n": "<<9>> died."}}\n', "utf-8")
    with pytest.raises(ValueError, match="line 2"):
        groups(path)
