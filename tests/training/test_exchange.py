"""What holds of the exchange of names in training texts."""

from __future__ import annotations

import numpy as np

from exchange import Row, exchanged, pools, words
from silver import Silver

TEXT = "Ana Rell said on Monday that Oru had denied it. Rell left."
TAGS = ["NNP", "NNP", "VBD", "IN", "NNP", "IN", "NNP", "VBD", "VBN", "PRP", ".", "NNP", "VBD", "."]
NAMED = {"Ana": "B-PERSON", "Rell": "I-PERSON", "Oru": "B-GPE"}


def row() -> Row:
    """The text with its parse and one attribution."""
    tokens = TEXT.replace(".", " .").split()
    starts, at = [], 0
    for token in tokens:
        at = TEXT.index(token, at)
        starts.append(at)
        at += len(token)
    ends = [start + len(token) for start, token in zip(starts, tokens, strict=True)]
    silver = Silver(
        TEXT,
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array([1, 2, 2, 2, 3, 8, 8, 8, 2, 8, 2, 12, 12, 12], dtype=np.int32),
        tuple(TAGS),
        (
            "compound",
            "nsubj",
            "ROOT",
            "prep",
            "pobj",
            "mark",
            "nsubj",
            "aux",
            "ccomp",
            "dobj",
            "punct",
            "nsubj",
            "ROOT",
            "punct",
        ),
        np.array([i in (0, 11) for i in range(14)]),
        tuple(NAMED.get(token, "O") for token in tokens),
    )
    marks = {"source": [[0, 8]], "cue": [[9, 13]], "content": [[29, 46]]}
    return Row({"id": "x", "text": TEXT, "attributions": [marks]}, silver)


def test_names_change_alike_and_marks_move_with_them() -> None:
    """The same name gives the same other name, and each span still holds the words that took the old ones' place."""
    kinds = {("PERSON", "NNP"): ["Vandermolen"], ("GPE", "NNP"): ["Qel"], ("cue", "VBD"): ["stated"]}
    got = exchanged(row(), kinds, np.random.default_rng(0), cue_share=1.0)
    assert got.raw["text"] == "Vandermolen Vandermolen stated on Monday that Qel had denied it. Vandermolen left."
    held = {role: got.raw["text"][slice(*got.raw["attributions"][0][role][0])] for role in ("source", "cue", "content")}
    assert held == {"source": "Vandermolen Vandermolen", "cue": "stated", "content": "Qel had denied it"}
    assert words(got.silver)[:3] == ["Vandermolen", "Vandermolen", "stated"]
    assert got.silver.text == got.raw["text"]


def test_without_a_word_to_put_in_its_place_nothing_changes() -> None:
    """A pool that holds nothing leaves the text as it is."""
    assert exchanged(row(), {}, np.random.default_rng(0), cue_share=1.0).raw["text"] == TEXT


def test_pools_hold_what_was_seen_often_enough() -> None:
    """Names by kind and tag, verbs of saying by tag."""
    kinds = pools([row(), row(), row()], [])
    assert kinds["PERSON", "NNP"] == ["Ana", "Rell"]
    assert kinds["cue", "VBD"] == ["said"]
