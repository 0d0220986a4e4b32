"""What holds of the conversion of brat files into annotated documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import polnear

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ana Rell said it rains, and it will."
ANN = (
    "T1\tSource 0 8\tAna Rell\nT2\tCue 9 13\tsaid\nT3\tContent 14 22;28 35\tit rains it will\n"
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T2 Cue:T2 Source:T1\n"
)


def checkout(folder: Path) -> Path:
    """A corpus of one document by one person."""
    for kind, name, text in (("text", "oru_1.txt", TEXT), ("attributions", "oru_1_ab12.ann", ANN)):
        place = folder / "data" / "train" / kind
        place.mkdir(parents=True)
        (place / name).write_text(text, encoding="utf-8")
    return folder


def test_events_join_spans_by_role(tmp_path: Path) -> None:
    """Discontinuous spans stay apart; an event without content is left out."""
    (document,) = polnear.documents(checkout(tmp_path), "train")
    assert document["annotator"] == "ab12"
    assert document["attributions"] == [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 22], [28, 35]]}]


def test_a_folder_that_is_no_checkout_is_named(tmp_path: Path) -> None:
    """The error says what to give."""
    with pytest.raises(FileNotFoundError, match="give the root of a PolNeAR checkout"):
        polnear.documents(tmp_path, "train")
