"""Writes a checkpoint of the engine that ships, out of its 8-bit integers, for training to go on from.

    python training/shipped.py --out training/work/shipped.pt

Stands alone because it alone reads what `export.py` wrote: whoever has the package can train on without the first
checkpoints. Each weight is a whole number times its scale, and so up to half a scale away from what was trained.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from data import tokenizer
from network import STYLES, Reader
from parsing import Labels

MODEL = Path(__file__).parent.parent / "src/sayso/parse/encoder"
SCORE = "linker.score.weight"
"""The one table whose name the graph does not keep."""


def tables(path: Path) -> dict[str, np.ndarray]:
    """The tables of a graph by their names in the network, an initializer's transpose where it multiplies."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    multiplied = {name for node in graph.node if node.op_type == "MatMulInteger" for name in node.input}
    found = {}
    for name, table in held.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            whole = (table.astype(np.float32) - held[f"{stem}_zero_point"]) * held[f"{stem}_scale"]
            found[SCORE if stem.startswith("onnx::") else stem] = whole.T if name in multiplied else whole
        elif not name.endswith(("_scale", "_zero_point")):
            found[name] = table
    return {name.removeprefix("reader."): table for name, table in found.items()}


def network(engine: str) -> tuple[Reader, Labels]:
    """The shipped engine of that name as a network, its habit of marking told in every style."""
    found = tables(MODEL / "embedding.onnx")
    for part in ("layers", "linker", "parser", "relations"):
        found |= tables(MODEL / engine / f"{part}.onnx")
    named = json.loads((MODEL / "labels.json").read_text())
    labels = Labels(*(tuple(named[kind]) for kind in ("tags", "deps", "entities")))
    layers = 1 + max(int(name.split(".")[2]) for name in found if name.startswith("encoder.layers."))
    reader = Reader(tokenizer().get_vocab_size(), labels, layers=layers)
    style = found.pop("style")
    found["encoder.style.weight"] = np.tile(style, (STYLES, 1))
    reader.load_state_dict({name: torch.from_numpy(np.array(table)) for name, table in found.items()})
    return reader.eval(), labels


def main() -> None:
    """Reads the arguments and writes the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=("best", "fast"), default="best")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reader, labels = network(args.engine)
    names = [list(kind) for kind in (labels.tags, labels.deps, labels.entities)]
    sizes = {"layers": len(reader.encoder.layers)}
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"reader": reader.state_dict(), "labels": names, "sizes": sizes}, args.out)


if __name__ == "__main__":
    main()
