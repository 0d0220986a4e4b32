"""Measures even-handedness: whether exchanging two sides' names in real reports changes anything but the names.

    SAYSO_DATA=... python benchmarks/symmetry.py [--all] [--cases 400] [--jobs 2] [-v]

Stands alone because it needs no gold: each report is read as printed and with the names of one pair of sides exchanged
(``symmetry_pairs.toml`` says which and why), and the rows of the one reading, carried through the exchange, must be the
rows of the other. The aim is 0.98 of rows alike. "both": the report names both sides of the pair, which change places;
"one": it names one only, and the other takes its place. A row is alike if every column is; a row that only one of the
two readings has counts as a row that differs. "control" exchanges names that nobody is opposed over and is no part of
the total: what it falls short of 1 is how much any other word moves the reader, whoever is named.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange import Exchanged, Pair, exchange, pairs
from sayso.reading import read_all
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sayso.model import Attribution, Reading, Span

SEED = 20261121
CONTROL = "control"
KINDS = ("attribution", "figure", "date", "demand", "wording")
WORDS = 70


@dataclass(frozen=True, slots=True)
class Case:
    """One report with one pair that it names; `sides` is how many of the two."""

    document: str
    pair: Pair
    sides: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a reading in the exchanged text's terms: where it stands, and its columns."""

    kind: str
    id: str
    anchor: tuple[Span, ...]
    columns: dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Rows compared and alike, by what they are told apart by, and the columns and ways in which they differ."""

    rows: Counter[tuple[str, ...]] = field(default_factory=Counter)
    alike: Counter[tuple[str, ...]] = field(default_factory=Counter)
    columns: Counter[tuple[str, str]] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)


def rows(reading: Reading, at: Callable[[Span], Span], named: Callable[[str], str], ids: dict[str, str]) -> list[Row]:
    """All rows of a reading: spans as `at` carries them, names as `named` turns them, other rows' ids as `ids` does."""
    actors = {actor.id: (named(actor.name), actor.kind) for actor in reading.actors}

    def who(actor: str | None) -> str | None:
        return None if actor is None else actors[actor][0] if actor in actors else named(actor)

    def text(words: str | None) -> str | None:
        return None if words is None else named(words)

    def voice(row: str | None) -> str | None:
        return ids.get(row, f"{row}, lost") if row not in {None, "outlet"} else None

    made: list[Row] = []
    for a in reading.attributions:
        columns = parts(a, at) | {
            "mode": a.mode, "stance": a.cue and a.cue.stance, "act": a.act, "kind": a.kind, "speaker": who(a.speaker),
            "speaker's kind": actors[a.speaker][1] if a.speaker in actors else None,
            "chain": [who(actor) for actor in a.chain], "said": a.said, "place": text(a.place),
            "addressee": who(a.addressee), "inside": voice(a.inside),
        }  # fmt: skip
        made.append(Row("attribution", a.id, (*columns["source"], *columns["cue"], *columns["content"]), columns))
    figures = {figure.id: at(figure.span) for figure in reading.figures}
    for f in reading.figures:
        columns = {
            "span": at(f.span), "value": (f.value, f.low, f.high, f.convention), "bound": f.bound, "kind": f.kind,
            "trend": f.trend, "unit": text(f.unit), "noun": f.noun and at(f.noun.span), "counted": f.counted,
            "part of": figures.get(f.part_of or ""), "population": text(f.population), "place": text(f.place),
            "as of": (f.as_of, f.since), "voice": voice(f.attribution),
        }  # fmt: skip
        made.append(Row("figure", f.id, (at(f.span),), columns))
    for d in reading.dates:
        columns = {"span": at(d.span), "value": (d.type, d.value, d.mod, d.edtf)}
        made.append(Row("date", d.id, (at(d.span),), columns))
    for m in reading.demands:
        columns = {
            "action": at(m.action.span), "who": who(m.who), "of": [named(words) for words in m.of], "until": m.until,
            "voice": voice(m.attribution),
        }  # fmt: skip
        made.append(Row("demand", m.id, (at(m.action.span),), columns))
    for w in reading.wording:
        columns = {"span": at(w.span), "rule": (w.list, w.rule, w.plain), "voice": voice(w.voice)}
        made.append(Row("wording", w.id, (at(w.span),), columns))
    return made


def parts(row: Attribution, at: Callable[[Span], Span]) -> dict[str, Any]:
    """Where source, cue and content of an attribution stand."""
    found = {"source": row.source, "cue": row.cue, "content": row.content}
    return {name: tuple(map(at, part.spans)) if part else () for name, part in found.items()}


def matched(before: list[Row], after: list[Row]) -> list[tuple[Row | None, Row | None]]:
    """The rows of one kind from both readings, each with the one that it shares most characters with, if any."""
    shares = sorted(
        ((-share, i, k) for i, old in enumerate(before) for k, new in enumerate(after) if (share := shared(old, new))),
    )
    olds, news = dict[int, int](), set[int]()
    for _, i, k in shares:
        if i not in olds and k not in news:
            olds[i] = k
            news.add(k)
    both: list[tuple[Row | None, Row | None]] = [
        (old, after[olds[i]] if i in olds else None) for i, old in enumerate(before)
    ]
    return both + [(None, new) for k, new in enumerate(after) if k not in news]


def shared(old: Row, new: Row) -> float:
    """The share of the two rows' characters that both have."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in old.anchor for b in new.anchor)
    return 2 * common / sum(span.end - span.start for span in (*old.anchor, *new.anchor))


def compared(before: Reading, after: Reading, exchanged: Exchanged, pair: Pair) -> list[tuple[Row | None, Row | None]]:
    """All rows of both readings side by side, in the exchanged text's terms."""

    def named(words: str) -> str:
        return exchange(words, pair).text

    new = rows(after, exchanged.widened, str, {row.id: row.id for row in after.attributions})
    old = rows(before, exchanged.carried, named, {})
    ids = {a.id: b.id for a, b in matched(of("attribution", old), of("attribution", new)) if a and b}
    old = rows(before, exchanged.carried, named, ids)
    return list(chain.from_iterable(matched(of(kind, old), of(kind, new)) for kind in KINDS))


def of(kind: str, every: list[Row]) -> list[Row]:
    """The rows of one kind."""
    return [row for row in every if row.kind == kind]


def texts() -> dict[str, str]:
    """The reports by name: those of all sides on Syria (reports, fakes), and on US politics (PolNeAR dev)."""
    if "SAYSO_DATA" not in os.environ:
        sys.exit("SAYSO_DATA is not set; see the head of this file")
    data = Path(os.environ["SAYSO_DATA"])
    found = {path.stem: path.read_text("utf-8") for path in sorted((data / "reports").glob("*.txt"))}
    for name in ("fakes", "polnear"):
        with gzip.open(data / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            found |= {f"{name}-{row['id']}": row["text"] for row in map(json.loads, lines)}
    return found


def cases(reports: dict[str, str]) -> list[Case]:
    """Every report with every pair that it names, those with both sides first; pairs take turns, each in random order.

    The order is the same at every run, and any number of cases from the front is a fair sample.
    """
    listed: dict[tuple[int, str], list[Case]] = defaultdict(list)
    order = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    for pair in order.sample(every := pairs(), len(every)):
        for name, text in reports.items():
            if sides := pair.sides(text):
                listed[sides, pair.name].append(Case(name, pair, sides))
    for found in listed.values():
        order.shuffle(found)
    ordered = [
        [
            case
            for turn in zip_longest(*(found for (n, _), found in listed.items() if n == sides))
            for case in turn
            if case
        ]
        for sides in (2, 1)
    ]
    return [case for turn in zip_longest(*ordered) for case in turn if case]


def original(text: str) -> Original:
    """The text as the program takes it."""
    return Original(text.encode(), "text", charset="utf-8", given=Given(language="en"))


def compare(chosen: list[Case], reports: dict[str, str], jobs: int, *, verbose: bool) -> Tally:
    """Reads each report as printed once and exchanged once a case, and counts what differs."""
    names = sorted({case.document for case in chosen})
    made = [exchange(reports[case.document], case.pair) for case in chosen]
    wanted = [original(text) for text in chain((reports[name] for name in names), (one.text for one in made))]
    readings = [reading for _, reading in read_all(wanted, jobs)]
    before = dict(zip(names, readings, strict=False))
    tally = Tally()
    for case, exchanged, after in zip(chosen, made, readings[len(names) :], strict=True):
        for old, new in compared(before[case.document], after, exchanged, case.pair):
            ways = count(tally, case, old, new)
            if ways and verbose:
                show(case, exchanged, old, new, ways)
    return tally


def count(tally: Tally, case: Case, old: Row | None, new: Row | None) -> list[str]:
    """Counts one row of the comparison; what differs in it, as words."""
    kind = next(row.kind for row in (old, new) if row)
    counts = case.pair.group != CONTROL
    keys = [(kind,), ("sides", "both" if case.sides == 2 else "one"), ("pair", case.pair.name)] if counts else []
    keys += [("group", case.pair.group), (case.pair.group, f"{case.pair.group}: {kind}")]
    tally.rows.update(keys)
    differ = [name for name in old.columns if old.columns[name] != new.columns[name]] if old and new else []
    if old and new and not differ:
        tally.alike.update(keys)
        return []
    way = "only as printed" if not new else "only exchanged" if not old else ""
    if counts:
        tally.columns.update((kind, name) for name in differ or [way])
        tally.ways[f"{kind}: {way or ', '.join(differ)}"] += 1
    return [f"{name}: {old.columns[name]} -> {new.columns[name]}" for name in differ] if old and new else [way]


def show(case: Case, exchanged: Exchanged, old: Row | None, new: Row | None, ways: list[str]) -> None:
    """Prints one row that differs: report, pair, offset in the exchanged text and the words there."""
    row = old or new
    if row is None:
        return
    start, end = min(span.start for span in row.anchor), max(span.end for span in row.anchor)
    words = " ".join(exchanged.text[start:end].split())
    print(f"{case.document} {case.pair.name} {row.kind} {row.id} [{start}, {end}) {words[:WORDS]!r}")
    for way in ways:
        print(f"    {shortened(way, exchanged.text)}")


def shortened(way: str, text: str) -> str:
    """What differs, with the words of each span beside it."""

    def words(found: re.Match[str]) -> str:
        start, end = int(found[1]), int(found[2])
        held = " ".join(text[start:end].split())
        return f"[{start}, {end}) " + repr(held if len(held) <= WORDS else f"{held[:34]} ... {held[-34:]}")

    return re.sub(r"Span\(start=(\d+), end=(\d+)\)", words, way)


def told(tally: Tally, keys: Iterable[tuple[str, ...]]) -> None:
    """One line a key: rows compared, and the share alike."""
    for key in keys:
        if tally.rows[key]:
            print(f"{key[-1]:40s} {tally.rows[key]:7d} {tally.alike[key] / tally.rows[key]:7.3f}")


def main() -> None:
    """Prints the shares of rows alike, what differs in the others, and with ``-v`` each of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=400, help="how many reports are exchanged for one pair")
    parser.add_argument("--all", action="store_true", help="every report for every pair that it names")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the rows that differ")
    args = parser.parse_args()
    begun = time.time()
    reports = texts()
    every = cases(reports)
    chosen = every if args.all else every[: args.cases]
    tally = compare(chosen, reports, args.jobs, verbose=args.verbose)
    both = sum(case.sides == 2 for case in chosen)
    used = len({case.pair.name for case in chosen})
    print(f"{len(chosen)} of {len(every)} cases ({both} with both sides), {used} pairs, {time.time() - begun:.0f} s")
    print(f"\n{'':40s} {'rows':>7s} {'alike':>7s}")
    total, alike = (sum(counted[kind,] for kind in KINDS) for counted in (tally.rows, tally.alike))
    print(f"{'all rows':40s} {total:7d} {alike / max(total, 1):7.3f}")
    told(tally, [(kind,) for kind in KINDS])
    told(tally, sorted(key for key in tally.rows if key[0] in {"sides", "group", CONTROL}))
    print("\npairs least alike")
    told(
        tally, sorted((key for key in tally.rows if key[0] == "pair"), key=lambda k: tally.alike[k] / tally.rows[k])[:8]
    )
    print(f"\n{'which column differs':40s} {'rows':>7s} {'share':>7s}")
    for (kind, column), number in sorted(tally.columns.items(), key=lambda item: (KINDS.index(item[0][0]), -item[1])):
        print(f"{kind + ': ' + column:40s} {number:7d} {number / tally.rows[kind,]:7.3f}")
    print("\ncommonest ways to differ")
    for way, number in tally.ways.most_common(15):
        print(f"{number:7d}  {way}")


if __name__ == "__main__":
    main()
