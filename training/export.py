"""Writes a trained checkpoint as the two int8 ONNX graphs and the tokenizer that the package ships.

    python training/export.py --checkpoint training/work/reader.pt --out src/sayso/extract/attributions/model

Stands alone because everything after it runs without PyTorch. ``encoder.onnx``: pieces -> hidden states and tag logits.
``linker.onnx``: hidden states and cues -> source and content logits for each cue and piece.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from data import tokenizer
from network import Linker, Reader

OPSET = 17


class OneWindow(nn.Module):
    """The encoder and tagger over a single window, without padding."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """ids, kinds: pieces; gives pieces x width and pieces x labels."""
        encoder = self.reader.encoder
        places = torch.arange(ids.shape[0])
        x = encoder.norm(encoder.word(ids) + encoder.place(places) + encoder.kind(kinds))
        for layer in encoder.layers:
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
        return link.score(nn.functional.gelu(mixed))


def main() -> None:
    """Reads the arguments and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--float", action="store_true", help="leave the weights in float32 (to measure what int8 costs)"
    )
    args = parser.parse_args()
    made = tokenizer()
    reader = Reader(made.get_vocab_size())
    reader.load_state_dict(torch.load(args.checkpoint, weights_only=True)["reader"])
    reader.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    made.save(str(args.out / "tokenizer.json"), pretty=False)
    pieces = torch.randint(1000, 2000, (40,))
    encoder = (
        OneWindow(reader),
        (pieces, torch.zeros_like(pieces)),
        ["ids", "kinds"],
        ["hidden", "tags"],
        {"ids": {0: "n"}, "kinds": {0: "n"}},
    )
    links = (
        Links(reader.linker),
        (torch.randn(40, reader.tagger.in_features), torch.rand(3, 40), torch.zeros(3, 40, dtype=torch.long)),
        ["hidden", "cues", "distance"],
        ["links"],
        {"hidden": {0: "n"}, "cues": {0: "c", 1: "n"}, "distance": {0: "c", 1: "n"}},
    )
    for name, (module, example, inputs, outputs, axes) in (("encoder", encoder), ("linker", links)):
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain.onnx"
            torch.onnx.export(
                module,
                example,
                str(plain),
                input_names=inputs,
                output_names=outputs,
                dynamic_axes=axes,
                opset_version=OPSET,
                dynamo=False,
            )
            if args.float:
                onnx.save(onnx.load(plain), args.out / f"{name}.onnx")
            else:
                quantize_dynamic(plain, args.out / f"{name}.onnx", per_channel=True, weight_type=QuantType.QInt8)
        print(name, (args.out / f"{name}.onnx").stat().st_size)


if __name__ == "__main__":
    main()
