"""Runs the trained encoder over a report's pieces, window by window, with the heads that read its states.

Stands alone because it alone knows the ONNX graphs. Windows run one at a time: int8 takes one activation scale a run,
so a reading depends on the report alone, never on what is read beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.parse.encoder.pieces import WINDOW, cut, windows
from sayso.stages import Encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from sayso.model import Span
    from sayso.stages import Engine

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OVERLAP = 64
MAX_CUES = 64


@dataclass(frozen=True, slots=True)
class Links:
    """One cue's links: from piece `first` on, the chance to belong to its source and to its content."""

    first: int
    source: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class Names:
    """What the columns of the parser's scores stand for."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """One window's tokens: scores of tags, entities, sentence starts and heads (tokens x tokens), and relations."""

    tags: Floats
    entities: Floats
    begins: Floats
    heads: Floats
    relations: Floats


class Encoder:
    """The graphs of one engine, with the tokenizer and the embedding that both share.

    `curves` turn a find's strength into a confidence, one for each way of finding it: "cue",
    "nobody" (a cue without a source), "quote" (no cue), "inner" (in another's words).
    """

    def __init__(self, engine: str = "best") -> None:
        from tokenizers import Tokenizer

        self.embedding = session("embedding.onnx")
        self.layers, self.linker, self.parser, self.relations = (
            session(engine, f"{name}.onnx") for name in ("layers", "linker", "parser", "relations")
        )
        place = files("sayso.parse.encoder")
        self.tokenizer: Tokenizer = Tokenizer.from_str(place.joinpath("tokenizer.json").read_text("utf-8"))
        self.first, self.last = (self.tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
        told = json.loads(place.joinpath("labels.json").read_text("utf-8"))
        self.names = Names(*(tuple(told[name]) for name in ("tags", "deps", "entities")))
        curves = place.joinpath(engine, "calibration.json")
        self.curves: dict[str, tuple[float, float]] = (
            {how: (slope, height) for how, (slope, height) in json.loads(curves.read_text("utf-8")).items()}
            if curves.is_file()
            else {}
        )

    def encode(self, text: str, paragraphs: Sequence[Span]) -> Encoded:
        """The states of `paragraphs`, and the chance of each label for each piece where it is most central."""
        pieces = cut(text, paragraphs, self.tokenizer)
        spans = tuple(windows(len(pieces), OVERLAP, WINDOW))
        hidden: list[Floats] = []
        chances = np.zeros((len(pieces), 2 * len(LABELS)), dtype=np.float32)
        owner = central(len(pieces), spans)
        for number, (first, last) in enumerate(spans):
            ids = np.concatenate([[self.first], pieces.ids[first:last], [self.last]]).astype(np.int64)
            kinds = np.concatenate([[0], pieces.kinds[first:last], [0]]).astype(np.int64)
            states = self.embedding.run(None, {"ids": ids, "kinds": kinds})[0]
            seen, logits = self.layers.run(None, {"states": states})
            hidden.append(seen)
            own = owner[first:last] == number
            chances[first:last][own] = np.concatenate(
                [softmax(part[1:-1]) for part in np.split(logits, 2, axis=1)], axis=1
            )[own]
        outer, inner = np.split(chances, 2, axis=1)
        return Encoded(pieces, outer, inner, spans, tuple(hidden))

    def link(self, encoded: Encoded, cues: Sequence[Sequence[int]]) -> list[Links]:
        """For each cue (its pieces' indexes) the links of the window where it is most central."""
        found: list[Links | None] = [None] * len(cues)
        by_window: dict[int, list[int]] = {}
        for number, cue in enumerate(cues):
            by_window.setdefault(most_central((cue[0] + cue[-1]) // 2, encoded.spans), []).append(number)
        for window, numbers in by_window.items():
            first, last = encoded.spans[window]
            for at in range(0, len(numbers), MAX_CUES):
                some = numbers[at : at + MAX_CUES]
                weights = np.zeros((len(some), last - first + 2), dtype=np.float32)
                for row, number in enumerate(some):
                    inside = [piece - first + 1 for piece in cues[number] if first <= piece < last]
                    weights[row, inside] = 1.0 / len(inside)
                distance = np.stack([distances(np.flatnonzero(row), weights.shape[1]) for row in weights])
                logits = self.linker.run(
                    None, {"hidden": encoded.hidden[window], "cues": weights, "distance": distance}
                )[0]
                chances = 1.0 / (1.0 + np.exp(-logits[:, 1:-1]))
                for row, number in enumerate(some):
                    found[number] = Links(first, chances[row, :, 0], chances[row, :, 1])
        return [links for links in found if links is not None]

    def score(self, states: Floats, first: Indexes, last: Indexes) -> Scored:
        """The parser's scores of one window's tokens; `first` and `last` index the rows of `states`."""
        scores, heads, relations = self.parser.run(None, {"hidden": states, "first": first, "last": last})
        tags, entities = len(self.names.tags), len(self.names.entities)
        return Scored(scores[:, :tags], scores[:, tags : tags + entities], scores[:, -1], heads, relations)

    def relate(self, tokens: Floats, heads: Floats) -> Indexes:
        """The relation of each token to its head (index into `names.deps`), from the rows of `Scored.relations`."""
        return self.relations.run(None, {"tokens": tokens, "heads": heads})[0]  # type: ignore[no-any-return]


@cache
def session(*parts: str) -> InferenceSession:
    """The graph of a file that ships beside this module, on one thread, loaded once."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    place = files("sayso.parse.encoder").joinpath(*parts)
    return onnxruntime.InferenceSession(place.read_bytes(), options, providers=["CPUExecutionProvider"])


@cache
def load(engine: Engine = "best") -> Encoder:
    """The encoder of that engine, loaded once a process."""
    return Encoder(engine)


def central(count: int, spans: Sequence[tuple[int, int]]) -> Indexes:
    """For each of `count` pieces the window in whose middle it stands best; windows come in order."""
    if len(spans) < 2:  # noqa: PLR2004
        return np.zeros(count, dtype=np.int64)
    borders = [(spans[i][1] + spans[i + 1][0]) // 2 for i in range(len(spans) - 1)]
    return np.searchsorted(np.array(borders), np.arange(count), side="right").astype(np.int64)


def most_central(piece: int, spans: Sequence[tuple[int, int]]) -> int:
    """The index of the window (``[start, end)`` in pieces, in order) in whose middle `piece` stands best."""
    low, high = 0, len(spans) - 1
    while low < high:
        middle = (low + high) // 2
        if piece >= (spans[middle][1] + spans[middle + 1][0]) // 2:
            low = middle + 1
        else:
            high = middle
    return low


def softmax(logits: Floats) -> Floats:
    """The chances that each row of `logits` stands for: positive, and 1 in sum."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def distances(places: Indexes, width: int) -> Indexes:
    """The buckets of each place's signed distance to the nearest of `places`, as the network was trained with."""
    gaps = np.arange(width)[:, None] - places[None]
    gap = gaps[np.arange(width), np.abs(gaps).argmin(axis=1)]
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(gap), 1))), 8)
    return np.where(gap == 0, 0, np.where(gap < 0, 1, 10) + size).astype(np.int64)
