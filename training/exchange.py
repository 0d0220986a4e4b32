"""Exchanges the names and plain cues of a training text for others, so that the reader learns places and not persons.

Stands alone because it is one augmentation: a text with its marks and parse comes in, another of that shape goes out.
A name is exchanged word by word for a word of the same kind and tag, the same one all through the text, so that marks
and parse hold as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from silver import Silver

NAMED = ("PERSON", "GPE", "NORP", "LOC")
SAYING = frozenset({"say", "says", "said", "saying"})
SEEN = 3
"""How often a word must have been seen to be put in another's place: once is often a slip of the parser."""

Pools = dict[tuple[str, str], list[str]]


@dataclass(frozen=True)
class Row:
    """A training text: `attributions` as in `data.py`, with the parser's answers."""

    raw: dict[str, Any]
    silver: Silver


def pools(rows: Iterable[Row], more: Iterable[Silver]) -> Pools:
    """For each kind and tag the words that may stand in for one another: names, and verbs that mark cues ("cue")."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    kept = list(rows)
    for silver in (*(row.silver for row in kept), *more):
        for word, tag, kind in zip(words(silver), silver.tags, silver.entities, strict=True):
            if kind[2:] in NAMED and word[:1].isupper():
                counts[kind[2:], tag][word] += 1
    for row in kept:
        for word, tag in cues(row):
            counts["cue", tag][word] += 1
    return {key: sorted(w for w, n in found.items() if n >= SEEN) for key, found in counts.items()}


def exchanged(row: Row, made: Pools, rng: np.random.Generator, cue_share: float = 0.15) -> Row:
    """`row` with all its names exchanged, and a share of its plain words of saying."""
    silver = row.silver
    others: dict[str, str] = {}
    new = list(words(silver))
    for word, tag, kind in zip(new, silver.tags, silver.entities, strict=True):
        pool = made.get((kind[2:], tag))
        if pool and kind[2:] in NAMED and word[:1].isupper() and word not in others:
            others[word] = pool[int(rng.integers(len(pool)))]
    marked = {start for a in row.raw["attributions"] for start, _ in a["cue"]}
    complements = {int(h) for h, dep in zip(silver.heads, silver.deps, strict=True) if dep == "ccomp"}
    for i, (word, tag) in enumerate(zip(tuple(new), silver.tags, strict=True)):
        if word in others and tag in {"NNP", "NNPS", "JJ"}:
            new[i] = others[word]
        elif word in SAYING and int(silver.starts[i]) in marked and i in complements and rng.random() < cue_share:
            pool = made.get(("cue", tag))
            new[i] = pool[int(rng.integers(len(pool)))] if pool else word
    return rebuilt(row, new)


def rebuilt(row: Row, new: Sequence[str]) -> Row:
    """`row` with its tokens replaced by `new`, what stands between them kept, and all offsets moved."""
    text, silver = row.raw["text"], row.silver
    parts: list[str] = []
    starts, ends, size, before = [], [], 0, 0
    for start, end, word in zip(silver.starts.tolist(), silver.ends.tolist(), new, strict=True):
        parts += [text[before:start], word]
        starts.append(size + start - before)
        size = starts[-1] + len(word)
        ends.append(size)
        before = end
    parts.append(text[before:])
    old = np.stack([silver.starts, silver.ends], axis=1).ravel() if starts else np.zeros(1, dtype=np.int64)
    now = np.stack([starts, ends], axis=1).ravel() if starts else np.zeros(1, dtype=np.int64)

    def moved(spans: Sequence[Sequence[int]]) -> list[list[int]]:
        return [[place(s), place(e)] for s, e in spans]

    def place(offset: int) -> int:
        at = int(np.searchsorted(old, offset, side="right")) - 1
        if at < 0:
            return offset
        limit = int(now[at + 1]) if at + 1 < len(now) else size + len(text)
        return min(int(now[at]) + offset - int(old[at]), limit)

    raw = dict(row.raw)
    raw["text"] = "".join(parts)
    raw["attributions"] = [
        {**a, **{role: moved(a[role]) for role in ("source", "cue", "content")}} for a in row.raw["attributions"]
    ]
    raw["unlearnt"] = moved(row.raw.get("unlearnt", []))
    edges = {"starts": np.array(starts, dtype=np.int32), "ends": np.array(ends, dtype=np.int32)}
    return Row(raw, replace(silver, text=raw["text"], **edges))


def words(silver: Silver) -> list[str]:
    """The tokens as printed."""
    return [silver.text[s:e] for s, e in zip(silver.starts.tolist(), silver.ends.tolist(), strict=True)]


def cues(row: Row) -> Iterable[tuple[str, str]]:
    """The single verbs that mark a cue and take a clause, each with its tag."""
    silver = row.silver
    at = {int(start): i for i, start in enumerate(silver.starts)}
    complements = {int(h) for h, dep in zip(silver.heads, silver.deps, strict=True) if dep == "ccomp"}
    for attribution in row.raw["attributions"]:
        if len(attribution["cue"]) == 1:
            start, end = attribution["cue"][0]
            i = at.get(start)
            if i is not None and int(silver.ends[i]) == end and i in complements and silver.tags[i].startswith("VB"):
                yield silver.text[start:end], silver.tags[i]
