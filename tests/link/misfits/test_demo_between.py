"""What is planted between reports of the demonstration: each kind is found, and no near miss is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from sayso import demo
from sayso.link.misfits.between import Shared, compare, keys, prepare
from sayso.reading import read_original

pytestmark = pytest.mark.slow
PLANTED: list[dict[str, Any]] = tomllib.loads((files("sayso.demo") / "reports" / "manifest.toml").read_text("utf-8"))[
    "planted"
]
KINDS = ("figure-conflict", "figure-decrease", "date-conflict", "attribution-conflict", "quote-altered")


@cache
def _found() -> frozenset[tuple[str, frozenset[tuple[str, str]]]]:
    """Kind of every finding between two reports, with each file and the words from its first span to its last."""
    made = []
    for original in demo.originals():
        side = prepare(read_original(original))
        made.append((original.path.removeprefix("demo/"), side, keys(side)))
    rows = set()
    for (one, a, first), (other, b, second) in combinations(made, 2):
        if one.split("-toll-")[0] == other.split("-toll-")[0] or not first & second:
            continue
        sides = {a.id: (one, a.text), b.id: (other, b.text)}
        for finding in compare(a, b, Shared()).findings:
            told = ((sides[part.report], part.spans) for part in finding.evidence)
            parts = frozenset((name, text[spans[0].start : spans[-1].end]) for (name, text), spans in told)
            rows.add((finding.kind, parts))
    return frozenset(rows)


def _meets(planted: dict[str, Any]) -> bool:
    """Whether a finding of the kind rests on words of the passages, in both files."""
    wanted = list(zip(planted["file"], planted["words"], strict=True))
    return any(
        kind == planted["kind"]
        and all(any(name == file and _alike(words, text) for name, text in parts) for file, words in wanted)
        for kind, parts in _found()
    )


def _alike(words: str, text: str) -> bool:
    plain = " ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split()).strip(' ",')
    return plain in words or words in plain or words.strip(' ",').startswith(plain)


@pytest.mark.parametrize("kind", KINDS)
def test_one_of_each_kind_is_found(kind: str) -> None:
    """What was planted between two reports is found where both have the words."""
    assert any(_meets(one) for one in PLANTED if one["kind"] == kind and not one["fits"])


def test_all_seven_kinds_are_found() -> None:
    """None of the kinds that need two reports goes unshown."""
    assert {kind for kind, _ in _found()} == {*KINDS, "own-voice-shift", "not-in-cited-source"}


def test_no_near_miss_is_found() -> None:
    """What only looks as if it did not fit is left in silence."""
    near = [one for one in PLANTED if one["fits"] and len(set(one["file"])) > 1]
    assert [one["why"] for one in near if _meets(one)] == []
