"""Prints what linking costs: its share of the time of reading, and how it grows with the ledger.

    SAYSO_DATA=... python benchmarks/linking.py [--reports 400]       # real reports, read and linked in one process
    SAYSO_DATA=... python benchmarks/linking.py --grow 100000         # the cost of the N-th report, generated reports

Stands alone because linking is the only work on a report that could grow with the number of reports before it. Times
are CPU seconds of one thread, in one run, and worth their ratios only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import generated
from copies import SETS, pages
from sayso.ledger import Ledger
from sayso.link.linking import link
from sayso.reading import read_all
from sayso.stages import Given, Original

WINDOW, BATCH = 512, 64

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Reading


def real(most: int) -> Iterator[Original]:
    """Real reports, those of one event near one another."""
    for _, path, _ in SETS[1:]:
        for page in pages(path)[: most // 2]:
            given = Given(outlet=page.outlet, title=page.title)
            yield Original(page.text.encode("utf-8", "replace"), page.id, charset="utf-8", given=given)


def share(most: int) -> None:
    """Prints the time of linking as a share of the time of reading."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "sayso.db") as ledger:
        begun = time.process_time()
        read: list[tuple[Original, Reading]] = list(read_all(real(most), 1))
        reading = time.process_time() - begun
        list(ledger.add_all(read))
        begun = time.process_time()
        count = sum(link(ledger))
        linking = time.process_time() - begun
    print("| reports | reading, ms a report | linking, ms a report | linking of reading |")
    print("| --- | --- | --- | --- |")
    print(f"| {count} | {reading / count * 1000:.1f} | {linking / count * 1000:.1f} | {linking / reading:.1%} |")


def grow(most: int) -> None:
    """Prints the mean cost of linking a report to a growing ledger, and its ratio to that at a thousand reports.

    The ledger of a thousand is filled anew and timed beside the large one each time, so that drift of the machine meets
    both.
    """
    print("| reports | ms a report | at 1,000 reports | ratio | bytes a report |")
    print("| --- | --- | --- | --- | --- |")
    marks = sorted(mark for mark in {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, most} if mark <= most)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "large.db") as ledger:
        before = 0
        for mark in marks:
            fill(ledger, before + 1, mark - WINDOW)
            with Ledger.open(Path(folder) / f"small-{mark}.db") as small:
                fill(small, 1, 1_000 - WINDOW)
                spent = {id(ledger): 0.0, id(small): 0.0}
                for step in range(0, WINDOW, BATCH):
                    for kept, end in ((ledger, mark), (small, 1_000)):
                        first = end - WINDOW + step + 1
                        spent[id(kept)] += fill(kept, first, first + BATCH - 1)
            large, little = (spent[id(kept)] / WINDOW * 1000 for kept in (ledger, small))
            size = (Path(folder) / "large.db").stat().st_size / mark
            print(f"| {mark} | {large:.1f} | {little:.1f} | {large / little:.2f} | {size:.0f} |", flush=True)
            before = mark


def fill(ledger: Ledger, first: int, last: int) -> float:
    """Adds generated reports and links them; gives the CPU seconds that linking took."""
    list(ledger.add_all(generated.report(number) for number in range(first, last + 1)))
    begun = time.process_time()
    for _ in link(ledger):
        pass
    return time.process_time() - begun


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--grow", type=int, default=0, metavar="REPORTS")
    args = parser.parse_args()
    if args.grow:
        grow(args.grow)
    else:
        share(args.reports)


if __name__ == "__main__":
    sys.exit(main())
