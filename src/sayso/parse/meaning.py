"""Gives words and passages vectors whose cosine says how much meaning they share, from one table of word pieces.

Stands alone because it needs no network: `training/meaning.py` distilled the table from a sentence encoder, and a
passage's vector is the sum of its words'. How long a word's own vector is says how much the word tells. The order of
words, and with it who did what to whom, is lost; so is most of a negation: who compares must look for these himself.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vector = NDArray[np.float32]
_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST_WORD = 64


def passage(text: str) -> Vector:
    """The unit vector of all words of `text`; zeros where none has a meaning."""
    found = [telling(word) for word in _WORD.findall(text)]
    return unit(np.add.reduce(found)) if found else unit(np.zeros(_table().shape[1], dtype=np.float32))


def word(text: str) -> Vector:
    """The unit vector of one word; zeros where it has no meaning."""
    return unit(telling(text))


def alike(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors: 1 for the same meaning, about 0 for none in common."""
    return float(one @ other)


@lru_cache(maxsize=100_000)
def pieces(text: str) -> int:
    """Of how many pieces one word is made: more than one where it is rare, or a name."""
    return len(_ids(text))


@lru_cache(maxsize=100_000)
def telling(text: str) -> Vector:
    """The vector of one word as it counts in a passage: the longer, the more the word tells."""
    total: Vector = _table()[_ids(text)].sum(axis=0, dtype=np.float32)
    total.flags.writeable = False
    return total


@lru_cache(maxsize=100_000)
def _ids(text: str) -> list[int]:
    """The pieces of one word; one that is a piece itself is only looked up, at a tenth of what it costs to cut it."""
    plain = text.isascii() and text.isalpha() and text.islower()
    whole = tokenizer().token_to_id(text) if plain else None
    return [whole] if whole is not None else tokenizer().encode(text[:_LONGEST_WORD], add_special_tokens=False).ids


def unit(vector: Vector) -> Vector:
    """`vector` at length 1; zeros stay zeros."""
    length = float(np.sqrt(vector @ vector))
    return vector / np.float32(length) if length else vector


@cache
def _table() -> NDArray[np.int8]:
    with files("sayso.parse").joinpath("meaning.npz").open("rb") as packed:
        return np.load(packed)["pieces"]  # type: ignore[no-any-return]


@cache
def tokenizer() -> Tokenizer:
    """The reader's tokenizer, which cuts nothing short."""
    from tokenizers import Tokenizer

    text = files("sayso.parse.encoder").joinpath("tokenizer.json").read_text("utf-8")
    made: Tokenizer = Tokenizer.from_str(text)
    made.no_truncation()
    made.no_padding()
    return made
