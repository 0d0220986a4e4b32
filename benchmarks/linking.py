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

from copies import SETS, pages
from sayso import link
from sayso.ledger import Ledger
from sayso.reading import read_all
from sayso.stages import Given, Original

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
        count = sum(link.link(ledger))
        linking = time.process_time() - begun
    print("| reports | reading, ms a report | linking, ms a report | linking of reading |")
    print("| --- | --- | --- | --- |")
    print(f"| {count} | {reading / count * 1000:.1f} | {linking / count * 1000:.1f} | {linking / reading:.1%} |")


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=400)
    args = parser.parse_args()
    share(args.reports)


if __name__ == "__main__":
    sys.exit(main())
