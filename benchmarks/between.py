"""Prints how well what does not fit between reports is found: on invented groups, and on real ones judged by eye.

    python benchmarks/between.py [--part dev|further|fourth|test|fresh] [-v]         # the project's own sets
    SAYSO_DATA=... python benchmarks/between.py --real [-v]             # real groups, by the kept verdicts

Stands alone because a finding between reports that is none costs a reader more than one that is missed. The sets hold
groups of invented reports, half with one thing that does not fit and half near misses: ``dev``, ``further`` and
``fourth``, which rules may be mended on (`between_set/`, `between_set3/`, `between_set4/`), and ``test`` and ``fresh``
(`between_set2/`, `between_set5/`), by writers who knew none of it. A finding is right if it is
of the expected kind and its words meet those that the group's mark rests on; all others are wrong. In the real groups
each finding was read by eye once; `between_verdicts.toml` keeps the verdicts, and what has none is told as unjudged.
Readings are kept in the folder that SAYSO_CACHE names, where it is set.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import pickle
import sys
import time
import tomllib
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.link.copies.passages import shared_runs
from sayso.link.copies.shingles import fingerprint
from sayso.link.copies.words import words_of_report
from sayso.link.misfits.between import Misfit, Prepared, Shared, compare, keys, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model import Reading

HERE = Path(__file__).parent
SETS = {
    part: HERE / f"between_set{number}"
    for part, number in (("dev", ""), ("further", 3), ("fourth", 4), ("test", 2), ("fresh", 5))
}
VERDICTS = HERE / "between_verdicts.toml"
KINDS = (
    "figure-conflict", "figure-decrease", "date-conflict", "attribution-conflict", "quote-altered", "own-voice-shift",
    "not-in-cited-source",
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """One report of a group: what the program is given, and the words that the group's mark rests on."""

    outlet: str
    published: str
    title: str
    address: str
    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Reports on one event or story: the kind of what does not fit ("none" for a near miss)."""

    id: str
    finding: str
    trap: str
    why: str
    reports: tuple[Given, ...]


def groups(part: str) -> list[Group]:
    """The groups of that part."""
    found = []
    for path in sorted(SETS[part].glob("*.toml")):
        for one in tomllib.loads(path.read_text("utf-8"))["group"]:
            reports = tuple(
                Given(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in one["report"]
            )
            found.append(Group(one["id"], one["finding"], one["trap"], one["why"], reports))
    return found


def kept(name: str, make: Callable[[], Reading]) -> Reading:
    """The reading, from the folder that SAYSO_CACHE names if it was made before."""
    folder = os.environ.get("SAYSO_CACHE")
    if not folder:
        return make()
    path = Path(folder) / f"{name}.pickle"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(make()))
    return pickle.loads(path.read_bytes())  # noqa: S301 - the program's own


def read(group: Group, number: int) -> Reading:
    """One report of a group as the program reads it."""
    row = group.reports[number]
    digest = zlib.crc32(repr(row).encode())
    address = row.address or f"https://{group.id}-{number}.example/"
    return kept(
        f"{group.id}-{number}-{digest}",
        lambda: sayso.read_text(
            row.text.strip(), outlet=row.outlet or None, published=row.published or None, title=row.title or None,
            address=address,
        ),
    )  # fmt: skip


def shared(a: Prepared, b: Prepared) -> Shared:
    """What two reports share word for word, as the linking of copies finds it."""
    words = [words_of_report(side.reading.report) for side in (a, b)]
    runs = shared_runs(words[0], fingerprint(words[0]), words[1], fingerprint(words[1]))
    return Shared(tuple(run.a for run in runs), tuple(run.b for run in runs))


def found_in(readings: list[Reading]) -> list[tuple[int, int, Misfit]]:
    """The findings between each two of the readings that share a key, with the numbers of the two."""
    sides = [prepare(reading) for reading in readings]
    blocks = [keys(side) for side in sides]
    return [
        (i, j, finding)
        for i, j in combinations(range(len(sides)), 2)
        if blocks[i] & blocks[j]
        for finding in compare(sides[i], sides[j], shared(sides[i], sides[j])).findings
    ]


def fits(group: Group, readings: list[Reading], finding: Misfit) -> bool:
    """Whether a finding is the one that the group holds: its kind, and its words in a report that the mark rests on."""
    if finding.kind != group.finding:
        return False
    for evidence in finding.evidence:
        for number, reading in enumerate(readings):
            if reading.report.id != evidence.report:
                continue
            words = [span.of(reading.report.text) for span in evidence.spans]
            if any(a in b or b in a for a in group.reports[number].rests_on for b in words):
                return True
    return False


def own_set(part: str, *, verbose: bool) -> None:
    """Prints precision and recall by kind on the set."""
    wrong: Counter[str] = Counter()
    told: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    silent = left = 0
    for group in groups(part):
        readings = [read(group, number) for number in range(len(group.reports))]
        findings = [finding for _i, _j, finding in found_in(readings)]
        right = [finding for finding in findings if fits(group, readings, finding)]
        bad = [finding for finding in findings if finding not in right]
        wrong.update(finding.kind for finding in bad)
        if group.finding == "none":
            silent, left = silent + 1, left + (not bad)
        else:
            meant[group.finding] += 1
            told[group.finding] += bool(right)
        if verbose and (bad or (group.finding != "none" and not right)):
            print(f"{group.id} wants {group.finding} ({group.trap}): {group.why}")
            for finding in bad:
                print(f"    wrong: {finding.kind}: {finding.why}")
    print(f"{part:22s} groups   told  wrong  precision  recall")
    for kind in KINDS:
        _row(kind, meant[kind], told[kind], wrong[kind])
    _row("all", meant.total(), told.total(), wrong.total())
    print(f"{'silent groups':22s} {silent:6d} {left:6d} left in silence")


def _row(kind: str, meant: int, told: int, wrong: int) -> None:
    precision = told / (told + wrong) if told + wrong else 1.0
    print(f"{kind:22s} {meant:6d} {told:6d} {wrong:6d} {precision:10.3f} {told / max(1, meant):7.3f}")


def rows(path: str) -> list[dict[str, Any]]:
    """The objects of a file of the data folder."""
    root = Path(os.environ.get("SAYSO_DATA") or sys.exit("SAYSO_DATA is not set; see the head of this file"))
    with gzip.open(root / path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def given(name: str, text: str, outlet: str | None, title: str | None, published: str | None = None) -> Reading:
    """A report of the data folder as the program reads it; each has an address of its own."""
    address = f"https://{name.replace('/', '-')}.example/"
    return kept(
        f"given-{name.replace('/', '-')}",
        lambda: sayso.read_text(text, outlet=outlet, title=title, published=published, address=address),
    )


def fakes() -> dict[str, list[tuple[str, Reading]]]:
    """The groups of `fakes` (one day and place) that hold several reports: each report's id and reading."""
    found: dict[str, list[tuple[str, Reading]]] = defaultdict(list)
    every = rows("fakes/dev.jsonl.gz")
    sizes = Counter(row["group"] for row in every)
    for row in every:
        if sizes[row["group"]] > 1:
            found[row["group"]].append((row["id"], given(row["id"], row["text"], row["source"], row["title"])))
    return found


def incidents() -> dict[str, list[tuple[str, Reading]]]:
    """The incidents of `gva_incidents` that have several reports."""
    found: dict[str, list[tuple[str, Reading]]] = {}
    for row in rows("gva_incidents/dev.jsonl.gz"):
        if len(row["docs"]) > 1:
            found[str(row["incident_id"])] = [
                (name, given(name, page["text"], page.get("site"), page.get("title"), page.get("date")))
                for page in row["docs"]
                for name in [f"{row['incident_id']}/{page['doc_id']}"]
            ]
    return found


def real(name: str, found: dict[str, list[tuple[str, Reading]]], *, verbose: bool) -> None:
    """Prints the findings in real groups and the precision by the verdicts that are kept."""
    verdicts = {
        (row["kind"], *_place(row["a"], row["a_spans"]), *_place(row["b"], row["b_spans"])): row["right"]
        for row in (tomllib.loads(VERDICTS.read_text("utf-8")).get("verdict", []) if VERDICTS.exists() else [])
    }
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    unjudged: Counter[str] = Counter()
    pairs = 0
    for group, own in sorted(found.items()):
        pairs += len(own) * (len(own) - 1) // 2
        for i, j, finding in found_in([reading for _id, reading in own]):
            spans = {row.report: [[span.start, span.end] for span in row.spans] for row in finding.evidence}
            sides = ((own[at][0], spans[own[at][1].report.id], own[at][1]) for at in (i, j))
            a, b = sorted(sides, key=lambda side: side[0])
            verdict = verdicts.get((finding.kind, *_place(a[0], a[1]), *_place(b[0], b[1])))
            (unjudged if verdict is None else right if verdict else wrong)[finding.kind] += 1
            if verbose:
                _show(group, finding, verdict, (a, b))
    print(f"\n{name}: {len(found)} groups, {pairs} pairs")
    print(f"{'kind':22s}   told  right  wrong  unjudged  precision")
    for kind in (*KINDS, "all"):
        cells = [c.total() if kind == "all" else c[kind] for c in (right, wrong, unjudged)]
        precision = f"{cells[0] / (cells[0] + cells[1]):10.3f}" if cells[0] + cells[1] else f"{'-':>10s}"
        print(f"{kind:22s} {sum(cells):6d} {cells[0]:6d} {cells[1]:6d} {cells[2]:9d} {precision}")


def _show(
    group: str, finding: Misfit, verdict: bool | None, sides: tuple[tuple[str, list[list[int]], Reading], ...]
) -> None:
    print(f"\n{group} {finding.kind}: {finding.why}\n  verdict: {verdict}")
    for key, places, reading in sides:
        print(f"  {key} {places}")
        for start, end in places:
            print(f"      ...{' '.join(reading.report.text[max(0, start - 200) : end + 160].split())}...")


def _place(key: str, spans: list[list[int]]) -> tuple[str, tuple[tuple[int, ...], ...]]:
    return key, tuple(tuple(span) for span in spans)


def speed() -> None:
    """Prints what preparing a report and comparing a pair cost, in milliseconds of one thread, on the real groups."""
    own = [reading for group in fakes().values() for _id, reading in group]
    for reading in own:
        prepare(reading)
    begun = time.process_time()
    sides = [prepare(reading) for reading in own]
    made = (time.process_time() - begun) / len(own) * 1000
    begun = time.process_time()
    blocks = [keys(side) for side in sides]
    keyed = (time.process_time() - begun) / len(own) * 1000
    pairs = [(i, j) for i, j in combinations(range(len(own)), 2) if blocks[i] & blocks[j]]
    begun = time.process_time()
    for i, j in pairs:
        compare(sides[i], sides[j], Shared())
    compared = (time.process_time() - begun) / max(1, len(pairs)) * 1000
    share = len(pairs) / (len(own) * (len(own) - 1) / 2)
    print(f"prepare {made:.2f} ms, keys {keyed:.2f} ms a report; compare {compared:.2f} ms a pair, {share:.3f} of all")


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=tuple(SETS), default="dev")
    parser.add_argument("--real", action="store_true", help="groups of fakes and gva_incidents instead")
    parser.add_argument("--speed", action="store_true", help="what preparing and comparing cost, on fakes")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed and what was wrong")
    args = parser.parse_args()
    if args.speed:
        speed()
    elif args.real:
        real("fakes", fakes(), verbose=args.verbose)
        real("gva_incidents", incidents(), verbose=args.verbose)
    else:
        own_set(args.part, verbose=args.verbose)


if __name__ == "__main__":
    main()
