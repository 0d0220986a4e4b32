"""Writes the weighted mean of several checkpoints of one network.

    python training/mean.py --out middle.pt --embedding-of best.pt first.pt=0.5 best.pt=0.5

Stands alone because runs that begin from one network end near one another, and their mean reads better than either. The
embedding is taken whole from one of them, as every network that ships has the same.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

EMBEDDING = tuple(f"encoder.{name}." for name in ("word", "place", "kind", "norm"))


def main() -> None:
    """Reads the arguments and the checkpoints, and writes the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", nargs="+", help="PATH=SHARE; the shares add up to one")
    parser.add_argument("--embedding-of", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    parts = [one.rpartition("=") for one in args.checkpoints]
    loaded = [(float(share), torch.load(path, weights_only=True)) for path, _, share in parts]
    embedding = torch.load(args.embedding_of, weights_only=True)["reader"]
    told = loaded[0][1]
    told["reader"] = {
        name: embedding[name]
        if name.startswith(EMBEDDING)
        else sum(share * one["reader"][name] for share, one in loaded)
        for name in told["reader"]
    }
    torch.save(told, args.out)


if __name__ == "__main__":
    main()
