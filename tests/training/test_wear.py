"""What holds of training texts whose print is worn off."""

from __future__ import annotations

import numpy as np
import pytest

from exchange import Row, words
from silver import Silver
from wear import worn

TOKENS = ("Rell", ",", "who", "left", ",", "denied", "Oru", "'s", "claim", ".", "He", "slept", ".")
TEXT = "Rell, who left, denied Oru's claim.\nHe slept."


def row() -> Row:
    """The text with its parse and one attribution."""
    starts, at = [], 0
    for token in TOKENS:
        at = TEXT.index(token, at)
        starts.append(at)
        at += len(token)
    count = len(TOKENS)
    silver = Silver(
        TEXT,
        np.array(starts, dtype=np.int32),
        np.array([start + len(token) for start, token in zip(starts, TOKENS, strict=True)], dtype=np.int32),
        np.array([5, 0, 3, 0, 0, 5, 8, 6, 5, 5, 11, 11, 11], dtype=np.int32),
        ("X",) * count,
        ("x",) * count,
        np.array([i in {0, 10} for i in range(count)]),
        ("O",) * count,
    )
    raw = {"text": TEXT, "attributions": [{"source": [[0, 14]], "cue": [[16, 22]], "content": [[23, 34]]}]}
    return Row(raw, silver)


@pytest.mark.parametrize("seed", range(12))
def test_marks_stay_on_their_words(seed: int) -> None:
    """Whatever signs go, source, cue and content keep their letters, and each token hangs on one that is there."""
    made = worn(row(), np.random.default_rng(seed))
    told = made.raw["attributions"][0]
    kept = {role: "".join(c for s, e in told[role] for c in made.raw["text"][s:e] if c.isalpha()) for role in told}
    assert kept == {"source": "Rellwholeft", "cue": "denied", "content": "Orusclaim"}
    assert all(words(made.silver))
    assert made.silver.heads.max() < len(made.silver.tags)
    assert made.silver.text == made.raw["text"] != TEXT


def test_what_hung_on_a_lost_sign_hangs_on_its_head() -> None:
    """The syntax of the words that stay is the same but for what is gone."""
    made = next(m for seed in range(40) if "," not in (m := worn(row(), np.random.default_rng(seed))).raw["text"])
    told = words(made.silver)
    assert told[int(made.silver.heads[told.index("left")])] == "Rell"
