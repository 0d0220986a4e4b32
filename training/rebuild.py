"""Rebuilds both shipped engines from a PolNeAR checkout and plain texts in one command, with fixed seeds.

    python training/rebuild.py CHECKOUT TEXTS...

Stands alone because it only puts the steps in order: convert, parse, learn the parse, learn to read, mark what is
nested, read again, teach the small engine, read once more on text whose print is worn off, take means, teach the small
engine once more, export, distil the vectors of words. TEXTS are JSON Lines of news text ("text" in each, or "docs" that
have one), some 2 million words of them. It needs ``training/requirements.txt``, and about five hours on two cores with
bfloat16 instructions.
`training/calibrate.py` then fits the confidences.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from polnear import documents

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/sayso/parse/encoder"
WORDS = ("--words", "3000000")
AGAIN = (
    *("--epochs", "2", "--own", "2", "--refresh", "150", "--parse-weight", "0.4"),
    *("--exchange", "0.3", "--rate", "2e-4", "--mix", "0.4", "0.6", "--seed", "7"),
)
LAST = (
    *("--epochs", "3", "--own", "3", "--refresh", "120", "--parse-weight", "0.3", "--exchange", "0.25"),
    *("--rate", "2.5e-4", "--mix", "0.4", "0.6", "--keep-embedding", "--seed", "11"),
)
SMALLER = (
    *("--layers", "3", "--epochs", "2", "--own", "2", "--refresh", "200"),
    *("--parse-weight", "0.3", "--mix", "0.3", "0.7"),
)
SMALLER_AGAIN = (
    *("--epochs", "2", "--own", "3", "--refresh", "120", "--parse-weight", "0.4", "--exchange", "0.25"),
    *("--rate", "2e-4", "--mix", "0.4", "0.6", "--keep-embedding", "--seed", "12"),
)


def main() -> None:
    """Runs the steps; stops at the first that fails."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    work = HERE / "work"
    work.mkdir(exist_ok=True)
    train, nested, own, plain, base, first, again, small, middle, last, best, fast = (
        str(work / name)
        for name in (
            "train.jsonl",
            "nested.jsonl.gz",
            "own.pkl",
            "plain.pkl",
            "base.pt",
            "first.pt",
            "again.pt",
            "small.pt",
            "middle.pt",
            "last.pt",
            "best.pt",
            "fast.pt",
        )
    )
    rows = documents(Path(sys.argv[1]), "train")
    Path(train).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    parses = ("--parses", own, plain)
    for step in (
        ("parses.py", "--texts", train, "--longest", "1000000", *WORDS, "--out", own),
        ("parses.py", "--texts", *sys.argv[2:], *WORDS, "--out", plain),
        ("train.py", "parse", *parses, "--out", base, "--epochs", "1"),
        ("train.py", "read", "--start", base, "--train", train, *parses, "--out", first, "--epochs", "3", "--own", "2"),
        ("export.py", "--best", first, "--out", str(MODEL)),
        ("nests.py", "--train", train, "--out", nested),
        ("train.py", "read", "--start", first, "--train", nested, *parses, "--out", again, *AGAIN),
        ("train.py", "read", "--start", again, "--train", nested, *parses, "--out", small, *SMALLER),
        ("mean.py", f"{first}=0.5", f"{again}=0.5", "--embedding-of", again, "--out", middle),
        ("train.py", "read", "--start", middle, "--train", nested, *parses, "--out", last, *LAST),
        ("mean.py", f"{last}=0.75", f"{again}=0.25", "--embedding-of", again, "--out", best),
        (
            "train.py",
            "read",
            "--start",
            best,
            "--student",
            small,
            "--train",
            nested,
            *parses,
            "--out",
            fast,
            *SMALLER_AGAIN,
        ),
        ("export.py", "--best", best, "--fast", fast, "--out", str(MODEL)),
        ("meaning.py", "--texts", train, *sys.argv[2:], "--out", str(MODEL.parent / "meaning.npz")),
    ):
        subprocess.run([sys.executable, str(HERE / step[0]), *step[1:]], check=True)


if __name__ == "__main__":
    main()
