"""Runs the trained reader over a report's pieces: the chance of each role for each piece, and each cue's links.

Stands alone because it alone knows the ONNX graphs. Windows run one at a time: int8 takes one activation scale a run,
so a reading depends on the report alone, never on what is read beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.extract.attributions.pieces import WINDOW, Pieces, cut, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from sayso.model import Span

Floats = NDArray[np.float32]
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OVERLAP = 64
MAX_CUES = 64


@dataclass(frozen=True, slots=True)
class Tagged:
    """A report's pieces with tag chances (pieces x `LABELS`), and what linking needs of each window."""

    pieces: Pieces
    tags: Floats
    spans: tuple[tuple[int, int], ...]
    hidden: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """One cue's links: from piece `first` on, the chance to belong to its source and to its content."""

    first: int
    source: Floats
    content: Floats


class Engine:
    """The two graphs and the tokenizer of one model."""

    def __init__(self, folder: str = "model") -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        place = files("sayso.extract.attributions").joinpath(folder)

        def session(name: str) -> InferenceSession:
            return onnxruntime.InferenceSession(
                place.joinpath(name).read_bytes(), options, providers=["CPUExecutionProvider"]
            )

        self.encoder, self.linker = session("encoder.onnx"), session("linker.onnx")
        self.tokenizer: Tokenizer = Tokenizer.from_str(place.joinpath("tokenizer.json").read_text("utf-8"))
        self.first, self.last = (self.tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tagged:
        """The chance of each tag for each piece of `paragraphs`, as seen by the window where it is most central."""
        pieces = cut(text, paragraphs, self.tokenizer)
        spans = tuple(windows(len(pieces), OVERLAP, WINDOW))
        hidden: list[Floats] = []
        tags = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
        owner = central(len(pieces), spans)
        for number, (first, last) in enumerate(spans):
            ids = np.concatenate([[self.first], pieces.ids[first:last], [self.last]]).astype(np.int64)
            kinds = np.concatenate([[0], pieces.quoted[first:last], [0]]).astype(np.int64)
            states, logits = self.encoder.run(None, {"ids": ids, "kinds": kinds})
            hidden.append(states)
            own = owner[first:last] == number
            tags[first:last][own] = softmax(logits[1:-1])[own]
        return Tagged(pieces, tags, spans, tuple(hidden))

    def link(self, tagged: Tagged, cues: Sequence[Sequence[int]]) -> list[Links]:
        """For each cue (its pieces' indexes) the links of the window where it is most central."""
        found: list[Links | None] = [None] * len(cues)
        by_window: dict[int, list[int]] = {}
        for number, cue in enumerate(cues):
            by_window.setdefault(most_central((cue[0] + cue[-1]) // 2, tagged.spans), []).append(number)
        for window, numbers in by_window.items():
            first, last = tagged.spans[window]
            for at in range(0, len(numbers), MAX_CUES):
                some = numbers[at : at + MAX_CUES]
                weights = np.zeros((len(some), last - first + 2), dtype=np.float32)
                for row, number in enumerate(some):
                    inside = [piece - first + 1 for piece in cues[number] if first <= piece < last]
                    weights[row, inside] = 1.0 / len(inside)
                distance = np.stack([distances(np.flatnonzero(row), weights.shape[1]) for row in weights])
                logits = self.linker.run(
                    None, {"hidden": tagged.hidden[window], "cues": weights, "distance": distance}
                )[0]
                chances = 1.0 / (1.0 + np.exp(-logits[:, 1:-1]))
                for row, number in enumerate(some):
                    found[number] = Links(first, chances[row, :, 0], chances[row, :, 1])
        return [links for links in found if links is not None]


@cache
def load(folder: str = "model") -> Engine:
    """The engine of the model in `folder`, loaded once."""
    return Engine(folder)


def central(count: int, spans: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """For each of `count` pieces the window in whose middle it stands best; windows come in order."""
    if len(spans) < 2:  # noqa: PLR2004
        return np.zeros(count, dtype=np.int64)
    borders = [(spans[i][1] + spans[i + 1][0]) // 2 for i in range(len(spans) - 1)]
    return np.searchsorted(np.array(borders), np.arange(count), side="right").astype(np.int64)


def most_central(piece: int, spans: Sequence[tuple[int, int]]) -> int:
    """The window in whose middle `piece` stands best."""
    low, high = 0, len(spans) - 1
    while low < high:
        middle = (low + high) // 2
        if piece >= (spans[middle][1] + spans[middle + 1][0]) // 2:
            low = middle + 1
        else:
            high = middle
    return low


def softmax(logits: Floats) -> Floats:
    """Row by row."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def distances(places: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """The buckets of each place's signed distance to the nearest of `places`, as the network was trained with."""
    gaps = np.arange(width)[:, None] - places[None]
    gap = gaps[np.arange(width), np.abs(gaps).argmin(axis=1)]
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(gap), 1))), 8)
    return np.where(gap == 0, 0, np.where(gap < 0, 1, 10) + size).astype(np.int64)
