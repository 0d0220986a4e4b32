"""Rebuilds the shipped reader from a PolNeAR checkout in one command, with fixed seeds.

    python training/rebuild.py CHECKOUT

Stands alone because it only puts the steps in order: convert, train, export. It needs ``training/requirements.txt``,
and about 40 minutes on two cores with bfloat16 instructions.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from polnear import documents

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/sayso/extract/attributions/model"


def main() -> None:
    """Converts, trains and exports; stops at the first step that fails."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    work = HERE / "work"
    work.mkdir(exist_ok=True)
    rows = documents(Path(sys.argv[1]), "train")
    train = work / "train.jsonl"
    train.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    checkpoint = work / "reader.pt"
    for step in (
        ["train.py", "--train", str(train), "--out", str(checkpoint)],
        ["export.py", "--checkpoint", str(checkpoint), "--out", str(MODEL)],
    ):
        subprocess.run([sys.executable, str(HERE / step[0]), *step[1:]], check=True)


if __name__ == "__main__":
    main()
