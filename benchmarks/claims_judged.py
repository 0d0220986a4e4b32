"""Scores the rule of claims on pairs in real reports that were judged one by one, and fits its weights.

    SAYSO_DATA=... python benchmarks/claims_judged.py --keep FOLDER [--fit] [--together] [--mistakes]

`claims_set/judged.tsv` points at 12,442 pairs of attributions of two reports of one event (`claims_set/README.md` says
how they were chosen and judged). By the CRC-32 of an event's name three of four teach, one in eight says how much the
network counts (`--together`), and one in eight tests. Beside them stand pairs of two incidents that the program would
compare: no two of these are one claim. `--fit` fits the weights on the events that teach and the dev pairs of
`claims_set`; both print what the lexicon has. `--keep` keeps the readings, which take a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import sayso
from claims import NAMES, SET, data, marked
from claims import load as invented
from logistic import chances, fitted
from sayso.link.claims.agreeing import clash
from sayso.link.claims.judging import judged as judged_together
from sayso.link.claims.measures import measured, nearness, speakers
from sayso.link.claims.meeting import keys
from sayso.link.claims.same import MEASURES, TWO, bars, chance, doubtful, same_claim, speaking, weighed
from sayso.link.claims.statements import Statement, statements
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Reading

PAIRS = SET / "judged.tsv"
LEAST_ALIKE, FEWEST = 0.4, 3
INCIDENTS, OTHERS, MOST = 400, 2_500, 200
"""So many incidents give so many pairs of two incidents; of keys that more statements have none are taken."""
LEAST, HOPELESS, FROM_EVENT = 0.35, 0.17, 400
"""Of an event so many pairs of such a likeness, and no less likely to be one claim, are written to be labelled."""
CHARACTERS = 400
INVENTED = 4.0
"""What a pair of the invented sets weighs in the fit beside one of real reports."""
ONE_REPORT = -1.5
"""Not fitted, but set: what one report tells twice, it tells in like words."""

Place = tuple[str, str, tuple[Span, ...]]
"""A data set, a row, and where the words said stand."""


@dataclass(frozen=True)
class Judged:
    """A pair as it was judged: "same", "speaker" (the same words of two speakers), "apart" or "none"."""

    group: str
    judgement: str
    a: Place
    b: Place

    @property
    def part(self) -> str:
        """What it is for: three events in four teach, one in eight fits how much the network counts, the rest test."""
        return part(self.group)


@dataclass(frozen=True)
class Case:
    """Two statements, whether they are one claim, what they are for, and how much the pair weighs."""

    a: Statement
    b: Statement
    same: bool
    part: str
    weight: float = 1.0


def part(group: str) -> str:
    """What the pairs of an event are for, by its name."""
    return {0: "test", 4: "together"}.get(zlib.crc32(group.encode()) % 8, "taught")


def main() -> None:
    """Prints the table, or the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, required=True, help="a folder for the readings")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--together", action="store_true", help="fit how much the network counts beside the measures")
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--pairs", type=Path, help="write the pairs with their words, for training/claims.py")
    parser.add_argument("--unjudged", type=Path, help="write pairs of the events that teach which nobody has judged")
    args = parser.parse_args()
    told = [pair for pair in judged() if pair.judgement != "none"]
    readings = kept(args.keep, {place[:2] for pair in told for place in (pair.a, pair.b)})
    by_report = {name: statements(reading) for name, reading in readings.items()}
    cases = [
        Case(a, b, pair.judgement == "same", pair.part)
        for pair in told
        if (a := at(pair.a, readings, by_report)) and (b := at(pair.b, readings, by_report))
    ]
    others = list(of_two_incidents(told, by_report))
    print(f"{len(told)} pairs, {len(cases)} of them read; {len(others)} of two incidents", file=sys.stderr)
    if args.unjudged:
        args.unjudged.write_text("".join(unjudged(told, by_report)), encoding="utf-8")
    elif args.pairs:
        args.pairs.write_text("".join(lines(told, readings, by_report)), encoding="utf-8")
    elif args.fit:
        fit([*cases, *others])
    elif args.together:
        together([*cases, *others])
    else:
        show(cases, others, mistakes=args.mistakes)


def judged() -> Iterator[Judged]:
    """The pairs of the file, in order."""
    for line in PAIRS.read_text("utf-8").splitlines()[1:]:
        group, judgement, *sides = line.split("\t")
        yield Judged(group, judgement, place(*sides[:3]), place(*sides[3:]))


def place(dataset: str, row: str, content: str) -> Place:
    """Where one side stands: "10-20+30-40" are two spans."""
    spans = tuple(Span(*map(int, part.split("-"))) for part in content.split("+"))
    return dataset, row, spans


def kept(folder: Path, names: set[tuple[str, str]]) -> dict[tuple[str, str], Reading]:
    """The readings of the rows, from the folder where it holds them."""
    path = folder / "judged.pkl"
    if path.exists():
        found: dict[tuple[str, str], Reading] = pickle.loads(path.read_bytes())  # noqa: S301 - written by this program
        return found
    made = {}
    for dataset, name in sorted(names):
        row = data(dataset)[name]
        outlet = row.get("outlet") or row.get("source") or row.get("site")
        made[dataset, name] = sayso.read_text(row["text"], outlet=outlet, published=row.get("date") or None)
    path.write_bytes(pickle.dumps(made))
    return made


def at(
    of: Place, readings: dict[tuple[str, str], Reading], by_report: dict[tuple[str, str], tuple[Statement, ...]]
) -> Statement | None:
    """The statement whose words share most characters with those of a side, if that is half of either."""
    dataset, name, spans = of
    best, found = 0.5, None
    for row, one in zip(readings[dataset, name].attributions, by_report[dataset, name], strict=True):
        common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in row.content.spans for y in spans)
        longer = max(sum(x.end - x.start for x in some) for some in (row.content.spans, spans))
        if common / longer >= best:
            best, found = common / longer, one
    return found


def of_two_incidents(told: Iterable[Judged], by_report: dict[tuple[str, str], tuple[Statement, ...]]) -> Iterator[Case]:
    """Pairs of statements in reports of two incidents that share a key and are not all unlike."""
    order = random.Random(4)  # noqa: S311
    of = {place[:2]: pair.group for pair in told for place in (pair.a, pair.b) if place[0].startswith("gva")}
    groups = sorted(set(of.values()))
    chosen = set(order.sample(groups, min(len(groups), INCIDENTS)))
    some = [(group, one) for name, group in sorted(of.items()) if group in chosen for one in by_report[name]]
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, one) in enumerate(some):
        for key in keys(one):
            blocks[key].append(number)
    pairs = sorted({pair for block in blocks.values() if len(block) < MOST for pair in combinations(block, 2)})
    order.shuffle(pairs)
    count = 0
    for i, j in pairs:
        (group, a), (other, b) = some[i], some[j]
        few = min(len(a.telling), len(b.telling)) < FEWEST
        if group == other or few or float(a.vector @ b.vector) < LEAST_ALIKE:
            continue
        yield Case(a, b, same=False, part=part(group))
        count += 1
        if count == OTHERS:
            return


def unjudged(told: Iterable[Judged], by_report: dict[tuple[str, str], tuple[Statement, ...]]) -> Iterator[str]:
    """A line for each of many pairs of statements in two reports of an event that teaches, but for the plainest."""
    order = random.Random(5)  # noqa: S311
    groups: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for pair in told:
        groups[pair.group].update((pair.a[:2], pair.b[:2]))
    away = {name for group, names in groups.items() if part(group) != "taught" for name in names}
    for group in sorted(group for group in groups if part(group) == "taught"):
        names = sorted(groups[group] - away)
        pairs = [(a, b) for one, other in combinations(names, 2) for a in by_report[one] for b in by_report[other]]
        near = [(a, b) for a, b in pairs if len(a.telling) >= FEWEST <= len(b.telling) and a.vector @ b.vector >= LEAST]
        for a, b in order.sample(near, min(len(near), FROM_EVENT)):
            if chance(weighed(measured(a, b, nearness(a, b))) + speaking("same")) >= HOPELESS:
                yield json.dumps({"a": a.said[:CHARACTERS], "b": b.said[:CHARACTERS]}, ensure_ascii=False) + "\n"


def show(cases: list[Case], others: list[Case], *, mistakes: bool) -> None:
    """Prints what the rule makes of the pairs that are kept for measuring, and of all."""
    print("| pairs in real reports | pairs | one claim | precision | recall | F1 |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, some in (
        ("test", [case for case in cases if case.part == "test"]),
        ("fitted how much reading together counts", [case for case in cases if case.part == "together"]),
        ("taught", [case for case in cases if case.part == "taught"]),
    ):
        said = [(case.same, same_claim(case.a, case.b)) for case in some]
        hits, told = sum(same and made.same for same, made in said), sum(made.same for _, made in said)
        wanted = sum(same for same, _ in said)
        precision, recall = hits / max(1, told), hits / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"| {name} | {len(some)} | {wanted} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
        missed = Counter(str(made.differs) for same, made in said if same and not made.same)
        print("  missed for: " + ", ".join(f"{what} {count}" for what, count in missed.most_common()))
        if mistakes and name == "taught":
            for case, (same, made) in zip(some, said, strict=True):
                if same != made.same:
                    print(f"{'missed' if same else 'wrong'} {made.score:.2f} {made.why}")
                    for one in (case.a, case.b):
                        print(f"    {one.actor.actor.name if one.actor else '-'}: {one.text}")
    merged = sum(same_claim(case.a, case.b).same for case in others)
    print(f"of two incidents: {merged} of {len(others)} held to be one")


def lines(
    told: Iterable[Judged],
    readings: dict[tuple[str, str], Reading],
    by_report: dict[tuple[str, str], tuple[Statement, ...]],
) -> Iterator[str]:
    """A line for each pair: what is said on both sides, whether that is one claim (whoever says it), and its part."""
    for pair in told:
        a, b = (at(side, readings, by_report) for side in (pair.a, pair.b))
        if a and b:
            same = pair.judgement in {"same", "speaker"}
            yield json.dumps({"a": a.said, "b": b.said, "same": same, "held": pair.part != "taught"}) + "\n"


def together(cases: list[Case]) -> None:
    """Prints how much the network counts beside the measures, fitted on the pairs that are kept for it."""
    rows, wanted = [], []
    for case in cases:
        if case.part == "together" and (total := doubtful(case.a, case.b)) is not None:
            rows.append([total, judged_together(case.a, case.b).one])
            wanted.append(case.same)
    weights, bias = fitted(np.array(rows), np.array(wanted, dtype=float), np.ones(len(rows)))
    print(f"# fitted on {len(rows)} pairs, of which {sum(wanted)} are one claim")
    print(f"[together]\nbias = {bias:.2f}\nmeasures = {weights[0]:.2f}\nnetwork = {weights[1]:.2f}")


def fit(cases: list[Case]) -> None:
    """Prints the weights."""
    taught = [case for case in cases if case.part == "taught"]
    taught += [
        Case(marked(pair.a), marked(pair.b), pair.same, "taught", INVENTED)
        for name in NAMES
        for pair in invented(name)
        if pair.half == "dev"
    ]
    rows, wanted, weights = [], [], []
    for case in taught:
        near = nearness(case.a, case.b)
        found = measured(case.a, case.b, near)
        apart = clash(case.a, case.b, near)
        told = speakers(case.a, case.b).how
        if told in TWO or (apart and bars(apart.what, found)):
            continue
        row = {name: getattr(found, name) for name in MEASURES if name != "one_report"}
        row[f"speakers {told}"] = 1.0
        if apart:
            row[f"clashes {apart.what}"] = 1.0
        rows.append(row)
        wanted.append(case.same)
        weights.append(case.weight)
    names = sorted({name for row in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    found_weights, bias = fitted(x, np.array(wanted, dtype=float), np.array(weights))
    said = chances(x, found_weights, bias)
    print(f"# fitted on {len(rows)} pairs, of which {sum(wanted)} are one claim; mean chance {said.mean():.3f}")
    by_name = dict(zip(names, found_weights, strict=True))
    print(f"[measures]\nbias = {bias:.2f}")
    for name in MEASURES:
        print(f"{name} = {by_name.get(name, ONE_REPORT):.2f}")
    for section in ("speakers", "clashes"):
        print(f"\n[{section}]")
        for name in names:
            kind, _, rest = name.partition(" ")
            if kind == section:
                print(f'"{rest}" = {by_name[name]:.2f}')


if __name__ == "__main__":
    main()
