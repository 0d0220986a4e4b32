"""What holds of the golden marks themselves: they speak of words that are there."""

from __future__ import annotations

import html
import re
from importlib.resources import files
from typing import get_args

import pytest
from tests.golden.marks import NAMES, located, marks, places

from sayso.model import Act, AttributionKind, Bound, FigureKind, FindingKind, Mode, Stance


def text_of(name: str) -> str:
    """The text of the report that marks are for, with markup left out."""
    text = files("sayso").joinpath("demo", "reports", name).read_text("utf-8")
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if name.endswith(".html") else text


@pytest.mark.parametrize("name", NAMES)
def test_marked_words_stand_in_their_report(name: str) -> None:
    """Every span of every row is found in the text."""
    gold = marks(name)
    text = text_of(gold["report"])
    for row, spans in zip(gold["attributions"], located(text, gold["attributions"]), strict=True):
        for part in ("source", "cue", "content"):
            assert len(spans[part]) == len(row[part]), row
    rows = [row["text"] for what in ("figures", "dates", "wording") for row in gold[what]]
    rows += [words for row in gold["findings"] for words in row["words"]]
    rows += [row["action"] for row in gold["demands"]] + gold.get("not_in_any_row", [])
    assert [words for words in rows if not places(text, words)] == []


@pytest.mark.parametrize("name", NAMES)
def test_marks_use_the_words_of_the_contract(name: str) -> None:
    """Modes, acts, stances, bounds and kinds are those of the model."""
    gold = marks(name)
    allowed = {"mode": Mode, "act": Act, "stance": Stance, "kind": AttributionKind}
    for row in gold["attributions"]:
        assert all(row[key] in get_args(kind) for key, kind in allowed.items() if key in row)
        assert row.get("inside", 0) < len(gold["attributions"])
    assert all(row["bound"] in get_args(Bound) for row in gold["figures"])
    assert all(row.get("kind", "count") in get_args(FigureKind) for row in gold["figures"])
    assert all(row["kind"] in get_args(FindingKind) for row in gold["findings"])
