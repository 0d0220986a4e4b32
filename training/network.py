"""The network: a MiniLM encoder, a tagger over its pieces, a linker from each cue to its pieces, and a parser.

Stands alone because training needs PyTorch and reading does not: `export.py` turns exactly this into ONNX.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from parsing import Parser
from sayso.parse.encoder.pieces import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from parsing import Labels

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
BUCKETS = 19
STYLES = 8
"""Habits of marking that the network is told of while it learns (`STYLES` in `data.py` names them)."""


class Layer(nn.Module):
    """One post-norm transformer layer with BERT's parts."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_a = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_b = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: batch x pieces x width; bias: batch x 1 x 1 x pieces, very negative on padding."""
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm_a(x + self.drop(self.out(y.transpose(1, 2).reshape(b, n, w))))
        return self.norm_b(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT's embeddings and layers; `kinds` (token types) carry quotation marks and case."""

    def __init__(
        self, vocab: int, width: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(vocab, width)
        self.place = nn.Embedding(512, width)
        self.kind = nn.Embedding(KINDS, width)
        self.style = nn.Embedding(STYLES, width)
        nn.init.zeros_(self.style.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, heads, inner, dropout) for _ in range(layers)])
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor, styles: Tensor) -> Tensor:
        """ids, kinds, mask: batch x pieces; styles: batch; gives batch x pieces x width."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.word(ids) + self.place(places)[None] + self.kind(kinds))
        x = self.drop(x + self.style(styles)[:, None])
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Linker(nn.Module):
    """For one cue: the chance that each piece belongs to its source, and to its content."""

    def __init__(self, width: int = 384, inner: int = 192) -> None:
        super().__init__()
        self.piece = nn.Linear(width, inner)
        self.cue = nn.Linear(width, inner)
        self.piece_gate = nn.Linear(width, inner)
        self.cue_gate = nn.Linear(width, inner)
        self.distance = nn.Embedding(BUCKETS, inner)
        self.score = nn.Linear(inner, 2)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, cues: Tensor, distance: Tensor) -> Tensor:
        """hidden: cues x pieces x width; cues: cues x pieces (weights, sum 1); distance: cues x pieces (buckets).

        Gives cues x pieces x 2 (source, content) in logits.
        """
        cue = torch.einsum("cp,cpw->cw", cues.to(hidden.dtype), hidden)[:, None]
        mixed = (
            self.piece(hidden) + self.cue(cue) + self.distance(distance) + self.piece_gate(hidden) * self.cue_gate(cue)
        )
        return self.score(self.drop(F.gelu(mixed)))


class Reader(nn.Module):
    """Encoder, tagger, linker and parser.

    The tagger has two layers of `LABELS`: attributions, and those that stand inside another's content.
    """

    def __init__(self, vocab: int, labels: Labels, **sizes: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocab, **sizes)
        width = self.encoder.word.embedding_dim
        self.tagger = nn.Linear(width, 2 * len(LABELS))
        self.linker = Linker(width)
        self.parser = Parser(width, labels)
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states and tag logits."""
        hidden = self.encoder(ids, kinds, mask, styles)
        return hidden, self.tagger(self.drop(hidden))


def load_encoder(encoder: Encoder, weights: Path) -> None:
    """Fills the encoder with BERT-style weights from a safetensors file."""
    raw = {name.removeprefix("bert."): value for name, value in load_file(weights).items()}
    e = "embeddings."
    state = {
        "word.weight": raw[e + "word_embeddings.weight"],
        "place.weight": raw[e + "position_embeddings.weight"],
        "kind.weight": raw[e + "token_type_embeddings.weight"].repeat(KINDS // 2, 1),
        "norm.weight": raw[e + "LayerNorm.weight"],
        "norm.bias": raw[e + "LayerNorm.bias"],
        "style.weight": torch.zeros_like(encoder.style.weight),
    }
    for i in range(len(encoder.layers)):
        there = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [raw[f"{there}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in (
                ("out", "attention.output.dense"),
                ("norm_a", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm_b", "output.LayerNorm"),
            ):
                state[f"layers.{i}.{ours}.{kind}"] = raw[f"{there}{theirs}.{kind}"]
    encoder.load_state_dict(state)


def bucket(distance: Tensor) -> Tensor:
    """Signed distance in pieces from the nearest piece of the cue -> one of `BUCKETS` (0 within the cue)."""
    size = torch.floor(torch.log2(distance.abs().clamp(1).float())).long().clamp(max=8)
    side = torch.where(distance < 0, 1, 10)
    return torch.where(distance == 0, torch.zeros_like(size), side + size)
