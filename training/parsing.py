"""The part of the network that parses: tag, head, label, entity and sentence start of each token, from its pieces.

Stands alone because it is taught by another parser's answers on plain text, while people teach the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sayso.parse.encoder.pieces import Pieces
    from silver import Silver

ARC, LABEL = 192, 128
NONE = -1


@dataclass(frozen=True)
class Labels:
    """The names of tags, syntactic relations and entity marks, in the order of the network's outputs."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]

    @classmethod
    def of(cls, silver: Sequence[Silver]) -> Labels:
        """All that occur, in order of name."""
        return cls(
            tuple(sorted({t for s in silver for t in s.tags})),
            tuple(sorted({d for s in silver for d in s.deps})),
            tuple(sorted({e for s in silver for e in s.entities}, key=lambda e: (e != "O", e[2:], e[:1]))),
        )


@dataclass(frozen=True)
class Targets:
    """What the parser should answer: arrays with one value a token; `first` and `last` index pieces."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    heads: NDArray[np.int64]
    line: NDArray[np.int64]
    tags: NDArray[np.int64]
    deps: NDArray[np.int64]
    entities: NDArray[np.int64]
    begins: NDArray[np.int64]

    @classmethod
    def of(cls, silver: Silver, pieces: Pieces, labels: Labels) -> Targets:
        """The answers of `silver` at the pieces of the same text."""
        first, last = token_pieces(pieces, silver.starts, silver.ends)
        indexes = [
            np.array([names.index(n) if n in names else NONE for n in own], dtype=np.int64)
            for names, own in zip(
                (labels.tags, labels.deps, labels.entities), (silver.tags, silver.deps, silver.entities), strict=True
            )
        ]
        line = np.cumsum(pieces.words < 0)[first].astype(np.int64) if len(first) else first
        return cls(first, last, silver.heads.astype(np.int64), line, *indexes, silver.begins.astype(np.int64))


def token_pieces(
    pieces: Pieces, starts: NDArray[np.int32], ends: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first and the last piece of each token."""
    top = max(0, len(pieces) - 1)
    first = np.minimum(np.searchsorted(pieces.ends, starts, side="right"), top)
    last = np.searchsorted(pieces.starts, ends, side="left") - 1
    return first.astype(np.int64), np.maximum(first, np.minimum(last, top)).astype(np.int64)


@dataclass(frozen=True)
class ParseBatch:
    """Targets of a batch of windows, padded; `heads` index tokens of the window, -1 is not learnt."""

    first: Tensor
    last: Tensor
    line: Tensor
    heads: Tensor
    tags: Tensor
    deps: Tensor
    entities: Tensor
    begins: Tensor


def parse_batch(windows: Sequence[tuple[Targets | None, int, int]]) -> ParseBatch | None:
    """The targets of windows ``(targets, first piece, last piece)``; pieces are counted with the leading mark."""
    own = [
        np.flatnonzero((t.first >= a) & (t.last < b)) if t is not None else np.zeros(0, dtype=np.int64)
        for t, a, b in windows
    ]
    width = max((len(o) for o in own), default=0)
    if not width:
        return None
    names = ("first", "last", "line", "heads", "tags", "deps", "entities", "begins")
    made = {name: np.full((len(windows), width), NONE, dtype=np.int64) for name in names}
    made["first"][:] = made["last"][:] = 0
    for row, (t, a, _) in enumerate(windows):
        if t is None or not len(own[row]):
            continue
        low, n = own[row][0], len(own[row])
        chosen = slice(low, low + n)
        made["first"][row, :n] = t.first[chosen] - a + 1
        made["last"][row, :n] = t.last[chosen] - a + 1
        heads = t.heads[chosen] - low
        made["heads"][row, :n] = np.where((heads >= 0) & (heads < n), heads, NONE)
        for name in ("line", "tags", "deps", "entities", "begins"):
            made[name][row, :n] = getattr(t, name)[chosen]
    return ParseBatch(**{name: torch.from_numpy(array) for name, array in made.items()})


class Parser(nn.Module):
    """Scores over a window's tokens, each seen as its first and its last piece."""

    def __init__(self, width: int, labels: Labels) -> None:
        super().__init__()
        self.sizes = (len(labels.tags), len(labels.entities), 1)
        self.token = nn.Linear(2 * width, sum(self.sizes))
        self.arc = nn.Linear(2 * width, 2 * ARC)
        self.relation = nn.Linear(2 * width, 4 * LABEL)
        self.name = nn.Linear(LABEL, len(labels.deps))
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """hidden: batch x pieces x width; first, last: batch x tokens.

        Gives token scores (batch x tokens x tags, entities and sentence start), head scores (batch x tokens x tokens)
        and what `named` needs (batch x tokens x 4 LABEL).
        """
        width = hidden.shape[2]
        tokens = torch.cat([hidden.gather(1, i[:, :, None].expand(-1, -1, width)) for i in (first, last)], dim=2)
        tokens = self.drop(tokens)
        below, above = self.arc(tokens).chunk(2, dim=2)
        return self.token(tokens), below @ above.transpose(1, 2) * ARC**-0.5, self.relation(tokens)

    def named(self, relation: Tensor, heads: Tensor) -> Tensor:
        """Scores of the labels between each token and its head."""
        own, own_gate, _, _ = relation.chunk(4, dim=2)
        theirs = relation.gather(1, heads[:, :, None].expand(-1, -1, relation.shape[2]))
        _, _, head, head_gate = theirs.chunk(4, dim=2)
        return self.name(F.gelu(own + head + own_gate * head_gate))

    def loss(self, hidden: Tensor, b: ParseBatch) -> tuple[Tensor, dict[str, float]]:
        """The sum of the losses, and each as a number."""
        scores, arcs, relation = self(hidden, b.first, b.last)
        tags, entities, begins = scores.float().split(self.sizes, dim=2)
        apart = (b.line[:, :, None] != b.line[:, None, :]) | (b.line[:, None, :] == NONE)
        arcs = arcs.float().masked_fill(apart, -1e4)
        names = self.named(relation, b.heads.clamp(min=0)).float()
        known = torch.where(b.heads >= 0, b.deps, NONE)

        def cross(logits: Tensor, target: Tensor) -> Tensor:
            return F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=NONE)

        valid = (b.begins != NONE).float()
        starts = F.binary_cross_entropy_with_logits(begins[:, :, 0], b.begins.clamp(min=0).float(), reduction="none")
        losses = {
            "tag": cross(tags, b.tags),
            "entity": cross(entities, b.entities),
            "arc": cross(arcs, b.heads),
            "label": cross(names, known),
            "start": (starts * valid).sum() / valid.sum(),
        }
        return torch.stack(list(losses.values())).sum(), {k: v.item() for k, v in losses.items()}
