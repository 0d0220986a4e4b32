"""Says what becomes of rows in real reports that were judged one by one: how many no attributions are made still.

    SAYSO_DATA=... python benchmarks/rows.py [--part fifth|fourth|third|second|first]

Stands alone because it needs no gold but verdicts on rows that an earlier version made (`training/rows`). A row is made
still where its cue, or without one its content, meets that of a row of now; it is as it was where source, cue and
content are the same. What was learnt comes from the first four lots; the fifth taught nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.extract.attributions import extract

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from verdicts import PARTS, Verdict, reports, verdicts

if TYPE_CHECKING:
    from sayso.model import Attribution, Span

KINDS = (
    ("right", ("y",)),
    ("no attribution", ("n",)),
    ("wrong source, cue or content", ("s", "c", "k")),
    ("twice", ("d",)),
)


def main() -> None:
    """Prints a line a kind of verdict, and the share of no attributions before and now."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="fifth")
    args = parser.parse_args()
    if "SAYSO_DATA" not in os.environ:
        sys.exit("SAYSO_DATA is not set; see the head of this file")
    wanted = [one for one in verdicts() if one.part == args.part and one.made]
    judged: Counter[str] = Counter()
    made: Counter[str] = Counter()
    same: Counter[str] = Counter()
    rows = 0
    for parsed, of_report in reports(Path(os.environ["SAYSO_DATA"]), wanted):
        found = extract(parsed)
        rows += len(found)
        for one in of_report:
            kind = next(name for name, letters in KINDS if set(letters) & set(one.letters))
            near = [row for row in found if _meets(one, row)]
            judged[kind] += 1
            made[kind] += bool(near)
            same[kind] += any(_spans(row) == (one.source, one.cue, one.content) for row in near)
    print(f"{'':30}{'judged':>8}{'made still':>12}{'as it was':>11}")
    for name, _ in KINDS:
        print(f"{name:30}{judged[name]:8}{made[name]:12}{same[name]:11}")
    print(f"{'all':30}{judged.total():8}{made.total():12}{same.total():11}   {rows} rows now")
    before, now = (count["no attribution"] / count.total() for count in (judged, made))
    print(f"no attribution: {before:.3f} of the rows judged, {now:.3f} of those made still")


def _spans(row: Attribution) -> tuple[tuple[Span, ...], ...]:
    return tuple(part.spans if part else () for part in (row.source, row.cue, row.content))


def _meets(one: Verdict, row: Attribution) -> bool:
    told, own = (one.cue, row.cue.spans) if one.cue and row.cue else (one.content, row.content.spans)
    return bool(one.cue) == bool(row.cue) and any(a.meets(b) for a in told for b in own)


if __name__ == "__main__":
    main()
