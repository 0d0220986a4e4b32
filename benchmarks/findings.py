"""Prints how many of the set's reports that hold something that does not fit are told, and how many that fit are left.

    python benchmarks/findings.py [--part dev|test|taught] [-v]

Stands alone because a finding that is none costs a reader more than one that is missed. The sets are the project's
own: short reports, half with one thing that does not fit and half near misses that do. ``dev``, which rules may be
mended on and weights are fitted to, are `findings_set/` to `findings_set4/`; ``test``, `findings_set5/`, is by hands
that knew neither rules nor the other sets; ``taught`` are the reports that weights are fitted to besides dev. A finding
is right if it is of the expected kind and one of its spans meets the words that the report's mark rests on; all others
are wrong.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sayso

if TYPE_CHECKING:
    from sayso.model import Finding, Reading

HERE = Path(__file__).parent
SETS = {
    "dev": ("findings_set", "findings_set2", "findings_set3", "findings_set4"),
    "test": ("findings_set5",),
    "taught": ("../training/findings",),
}


@dataclass(frozen=True)
class Case:
    """One report of the set: what is to be found in it ("none" for a near miss), and the words that it rests on."""

    id: str
    finding: str
    trap: str
    published: str
    outlet: str
    why: str
    rests_on: tuple[str, ...] = ()
    text: str = ""
    html: str = ""


@dataclass(frozen=True)
class Judged:
    """A case with what the program found: right findings, wrong ones."""

    rule: str
    case: Case
    right: tuple[str, ...]
    wrong: tuple[str, ...]


def cases(folder: Path) -> dict[str, list[Case]]:
    """The cases of a set, by the file (a rule) that holds them."""
    found: dict[str, list[Case]] = {}
    for path in sorted(folder.glob("*.toml")):
        own = [
            Case(**{k: tuple(v) if isinstance(v, list) else v for k, v in one.items()})
            for one in tomllib.loads(path.read_text("utf-8"))["report"]
        ]
        found[path.stem] = own
    return found


def read(case: Case) -> Reading:
    """The case as the program reads it: a text with its outlet and date, or a page."""
    if not case.html:
        return sayso.read_text(case.text, outlet=case.outlet or None, published=case.published or None)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "in.jsonl"
        told = {"outlet": case.outlet, "published": case.published}
        record = {"id": case.id, "html": case.html} | {k: v for k, v in told.items() if v}
        path.write_text(json.dumps(record), "utf-8")
        return sayso.read(path)[0]


def judged(rule: str, case: Case) -> Judged:
    """What the program finds in one case."""
    reading = read(case)
    right, wrong = [], []
    for finding in reading.findings:
        (right if fits(case, reading, finding) else wrong).append(f"{finding.kind}: {finding.why}")
    return Judged(rule, case, tuple(right), tuple(wrong))


def fits(case: Case, reading: Reading, finding: Finding) -> bool:
    """Whether the finding is the one that the case holds; a page's dates may stand outside its text."""
    if finding.kind != case.finding:
        return False
    words = [span.of(reading.report.text) for span in finding.spans]
    return bool(case.html) or any(a in b or b in a for a in case.rests_on for b in words)


def main() -> None:
    """Prints the table by rule, and with ``-v`` what was missed or wrongly told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=tuple(SETS), default="dev")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed and what was wrong")
    args = parser.parse_args()
    for name in SETS[args.part]:
        rows = [judged(rule, case) for rule, own in cases(HERE / name).items() for case in own]
        report(name, args.part, rows, verbose=args.verbose)


def report(name: str, part: str, rows: list[Judged], *, verbose: bool) -> None:
    """Prints what was missed and wrong, if asked for, and the table of a set."""
    if verbose:
        for row in rows:
            if row.wrong or (row.case.finding != "none" and not row.right):
                print(f"{row.case.id} wants {row.case.finding} ({row.case.trap}): {row.case.why}")
                print(*(f"    wrong: {why}" for why in row.wrong), sep="\n", end="\n" if row.wrong else "")
    print(f"{name + ', ' + part:20s} misfits   told  near misses  left  wrong findings  precision  recall")
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        by_rule[row.rule].append(row)
    for rule, own in [*by_rule.items(), ("all", rows)]:
        misfits = [r for r in own if r.case.finding != "none"]
        near = [r for r in own if r.case.finding == "none"]
        told, wrong = sum(bool(r.right) for r in misfits), sum(len(r.wrong) for r in own)
        precision = told / (told + wrong) if told + wrong else 1.0
        left = sum(not r.wrong for r in near)
        print(
            f"{rule:20s} {len(misfits):7d} {told:6d} {len(near):12d} {left:5d} {wrong:15d}"
            f" {precision:10.3f} {told / max(1, len(misfits)):7.3f}"
        )


if __name__ == "__main__":
    main()
