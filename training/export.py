"""Writes trained checkpoints as the int8 ONNX graphs, the labels and the tokenizer that the package ships.

    python training/export.py --best training/work/best.pt --fast training/work/fast.pt --out src/sayso/parse/encoder

Stands alone because everything after it runs without PyTorch. Both engines share ``embedding.onnx`` (pieces -> states
before the first layer), ``tokenizer.json`` and ``labels.json``. Each has ``layers.onnx`` (those -> hidden states and
tag logits), ``linker.onnx`` (hidden states and cues -> source and content logits for each cue and piece),
``parser.onnx`` (hidden states and tokens -> scores of tags, entities, sentence starts and heads) and ``relations.onnx``
(tokens and their heads -> relations).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from data import STYLES, tokenizer
from network import Encoder, Linker, Reader
from parsing import ARC, LABEL, Labels, Parser

OPSET = 17


class Embedding(nn.Module):
    """The pieces of a single window before the first layer."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """ids, kinds: pieces; gives pieces x width."""
        e = self.encoder
        return e.norm(e.word(ids) + e.place(torch.arange(ids.shape[0])) + e.kind(kinds))  # type: ignore[no-any-return]


class Layers(nn.Module):
    """The layers and the tagger over a single window, without padding, in one mixture of styles."""

    def __init__(self, reader: Reader, shares: dict[str, float]) -> None:
        super().__init__()
        self.reader = reader
        told = torch.tensor([shares.get(name, 0.0) for name in STYLES])
        self.style: Tensor
        self.register_buffer("style", (told / told.sum()) @ reader.encoder.style.weight.detach())

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """x: pieces x width; gives pieces x width and pieces x labels."""
        x = x + self.style
        for layer in self.reader.encoder.layers:
            q, k, v = (
                t.reshape(-1, layer.heads, x.shape[1] // layer.heads).transpose(0, 1)
                for t in layer.qkv(x).chunk(3, dim=1)
            )
            weights = torch.softmax(q @ k.transpose(1, 2) * (q.shape[2] ** -0.5), dim=2)
            mixed = (weights @ v).transpose(0, 1).reshape(x.shape)
            x = layer.norm_a(x + layer.out(mixed))
            x = layer.norm_b(x + layer.down(nn.functional.gelu(layer.up(x))))
        return x, self.reader.tagger(x)


class Links(nn.Module):
    """The linker over a single window, its projections of the pieces computed once for all cues."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, hidden: Tensor, cues: Tensor, distance: Tensor) -> Tensor:
        """hidden: pieces x width; cues: cues x pieces, weights; distance: cues x pieces, buckets."""
        link = self.linker
        cue = cues @ hidden
        mixed = (
            link.piece(hidden)[None]
            + link.cue(cue)[:, None]
            + link.distance(distance)
            + link.piece_gate(hidden)[None] * link.cue_gate(cue)[:, None]
        )
        return link.score(nn.functional.gelu(mixed))  # type: ignore[no-any-return]


class Tokens(nn.Module):
    """The parser over a single window."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, hidden: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """hidden: pieces x width; first, last: tokens; gives tokens x scores, tokens x tokens, tokens x relations."""
        tokens = torch.cat([hidden[first], hidden[last]], dim=1)
        below, above = self.parser.arc(tokens).chunk(2, dim=1)
        return self.parser.token(tokens), below @ above.T * ARC**-0.5, self.parser.relation(tokens)


class Relations(nn.Module):
    """The relation of each token to its head."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, tokens: Tensor, heads: Tensor) -> Tensor:
        """tokens, heads: tokens x relations, as the parser gives them; gives the index of the likeliest label."""
        own, own_gate, _, _ = tokens.chunk(4, dim=1)
        _, _, head, head_gate = heads.chunk(4, dim=1)
        return self.parser.name(nn.functional.gelu(own + head + own_gate * head_gate)).argmax(dim=1)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Graph:
    """One graph to write: what it computes, an input to trace it with, and the names of its changing sizes."""

    module: nn.Module
    example: tuple[Tensor, ...]
    inputs: dict[str, dict[int, str]]
    outputs: tuple[str, ...]


def graphs(reader: Reader, shares: dict[str, float]) -> dict[str, Graph]:
    """The graphs of one engine, which reads in the styles of `shares`."""
    states, few = torch.randn(40, reader.tagger.in_features), torch.arange(30)
    rows = torch.randn(30, 4 * LABEL)
    return {
        "layers": Graph(Layers(reader, shares), (states,), {"states": {0: "n"}}, ("hidden", "tags")),
        "linker": Graph(
            Links(reader.linker),
            (states, torch.rand(3, 40), torch.zeros(3, 40, dtype=torch.long)),
            {"hidden": {0: "n"}, "cues": {0: "c", 1: "n"}, "distance": {0: "c", 1: "n"}},
            ("links",),
        ),
        "parser": Graph(
            Tokens(reader.parser),
            (states, few, few),
            {"hidden": {0: "n"}, "first": {0: "t"}, "last": {0: "t"}},
            ("scores", "heads", "relations"),
        ),
        "relations": Graph(
            Relations(reader.parser), (rows, rows), {"tokens": {0: "t"}, "heads": {0: "t"}}, ("labels",)
        ),
    }


def shared(reader: Reader) -> Graph:
    """The graph that both engines begin with."""
    pieces = torch.randint(1000, 2000, (40,))
    inputs = {"ids": {0: "n"}, "kinds": {0: "n"}}
    return Graph(Embedding(reader.encoder), (pieces, torch.zeros_like(pieces)), inputs, ("states",))


def write(graph: Graph, path: Path, *, whole: bool) -> None:
    """Writes a graph, its weights in 8-bit integers unless `whole`."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            graph.module,
            graph.example,
            str(plain),
            input_names=list(graph.inputs),
            output_names=list(graph.outputs),
            dynamic_axes=graph.inputs,
            opset_version=OPSET,
            dynamo=False,
        )
        if whole:
            onnx.save(onnx.load(plain), path)
        else:
            quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8)
    print(path.name, path.stat().st_size)


def loaded(path: Path) -> tuple[Reader, Labels]:
    """The network of a checkpoint."""
    told = torch.load(path, weights_only=True)
    labels = Labels(*(tuple(names) for names in told["labels"]))
    reader = Reader(tokenizer().get_vocab_size(), labels, **told["sizes"])
    reader.load_state_dict(told["reader"])
    return reader.eval(), labels


def main() -> None:
    """Reads the arguments and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--best", type=Path, required=True)
    parser.add_argument("--fast", type=Path, help="a checkpoint that was taught by the best")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--styles", nargs="+", default=["="], help="whose habits the best engine reads in: NAME=SHARE")
    parser.add_argument("--float", action="store_true", help="keep float32, to measure what int8 costs")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader, labels = loaded(args.best)
    tokenizer().save(str(args.out / "tokenizer.json"), pretty=False)
    (args.out / "labels.json").write_text(json.dumps(asdict(labels)) + "\n", encoding="utf-8")
    write(shared(reader), args.out / "embedding.onnx", whole=args.float)
    told = {name: float(share or 1) for name, _, share in (one.partition("=") for one in args.styles)}
    for name, path, shares in (("best", args.best, told), ("fast", args.fast, {"": 1.0})):
        if path is not None:
            (args.out / name).mkdir(exist_ok=True)
            for part, graph in graphs(loaded(path)[0], shares).items():
                write(graph, args.out / name / f"{part}.onnx", whole=args.float)


if __name__ == "__main__":
    main()
