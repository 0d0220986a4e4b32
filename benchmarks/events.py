"""Prints how well reports, and happenings told in them, are known to be of one event.

    SAYSO_DATA=... python benchmarks/events.py [--keep FOLDER]

Stands alone because it measures one decision, on three kinds of pairs: reports of US shootings (one event: the same
incident, over all reports pooled), documents of ECB+ (one event: the same topic and event, over all documents pooled),
and gold mentions of acts in ECB+ (one event: the same chain, in two documents of one topic). Nothing of the records of
incidents is read; a page's own date is given, and in the second row is not. `--keep` keeps the readings between runs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import pickle
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.link.events.groups import groups
from sayso.link.events.same import happenings, keys, same_event, told_at
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sayso.link.decision import Decision
    from sayso.link.events.happenings import Happening
    from sayso.model import Reading

LONGEST = 20_000
Pairs = set[tuple[int, int]]


def rows(name: str) -> list[dict[str, Any]]:
    """The objects of a file of the data folder."""
    root = Path(os.environ.get("SAYSO_DATA") or sys.exit("SAYSO_DATA is not set; see the head of this file"))
    with gzip.open(root / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def kept(folder: Path | None, name: str, make: Callable[[], dict[str, Reading]]) -> dict[str, Reading]:
    """The readings of that name, from the folder where it holds them."""
    path = folder / f"{name}.pkl" if folder else None
    if path is not None and path.exists():
        found: dict[str, Reading] = pickle.loads(path.read_bytes())  # noqa: S301 - written by this program
        return found
    made = make()
    if path is not None:
        path.write_bytes(pickle.dumps(made))
    return made


def incidents(split: str, *, dated: bool) -> dict[str, Reading]:
    """The reports of US shootings by "incident/report", with the metadata of the page alone."""
    return {
        f"{row['incident_id']}/{page['doc_id']}": sayso.read_text(
            page["text"][:LONGEST],
            title=page["title"],
            outlet=page["site"],
            published=page["date"] if dated else None,
            address=page["url"],
            language="en",
        )
        for row in rows(f"gva_incidents/{split}")
        for page in row["docs"]
    }


def documents(split: str) -> dict[str, Reading]:
    """The documents of ECB+ by their ids."""
    return {
        row["id"]: sayso.read_text(row["text"], address=f"ecb:{row['id']}", language="en")
        for row in rows(f"ecbplus/{split}")
    }


def candidates(found: list[Happening | None]) -> Pairs:
    """The pairs that share a key, as positions."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        for key in keys(one) if one else ():
            blocks[key].append(at)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def line(name: str, truth: Pairs, met: Pairs, told: Pairs, total: int) -> None:
    """Prints a row: precision, recall, F1, blocking recall, and the share of all pairs that was compared."""
    right = len(truth & told)
    precision, recall = right / max(1, len(told)), right / max(1, len(truth))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    cells = f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {len(truth & met) / len(truth):.3f} | {len(met) / total:.3f}"
    print(f"| {name} | {len(truth)} | {cells} |", flush=True)


def whole(name: str, mains: list[Happening | None], labels: list[Any]) -> None:
    """Prints the rows of whole reports: pairs, and groups."""
    truth = {pair for pair in combinations(range(len(labels)), 2) if labels[pair[0]] == labels[pair[1]]}
    met = candidates(mains)
    decisions: dict[tuple[tuple[str, int], tuple[str, int]], Decision] = {}
    told: Pairs = set()
    for one, other in met:
        a, b = mains[one], mains[other]
        if a is None or b is None:
            continue
        decision = decisions[("", one), ("", other)] = same_event(a, b)
        if decision.same:
            told.add((one, other))
    total = len(labels) * (len(labels) - 1) // 2
    line(f"{name}, pairs", truth, met, told, total)
    made = groups([("", at) for at in range(len(labels))], decisions)
    joined = {pair for group in made for pair in combinations(sorted(at for _, at in group), 2)}
    line(f"{name}, groups", truth, met, joined, total)


def mentions(name: str, readings: dict[str, Reading], data: list[dict[str, Any]]) -> None:
    """Prints the row of gold mentions in pairs of documents of one topic, all of which are compared."""
    found: list[tuple[dict[str, Any], str | None, Happening]] = []
    for row in data:
        main = happenings(readings[row["id"]])[0]
        for mention in row["mentions"]:
            if "ACTION" in mention["tag"]:
                span = Span(mention["start"], mention["end"])
                found.append((row, mention.get("chain"), told_at(readings[row["id"]], span, main)))
    topics: dict[Any, list[int]] = defaultdict(list)
    for at, (row, _, _) in enumerate(found):
        topics[row["topic"]].append(at)
    truth, told, total = set[tuple[int, int]](), set[tuple[int, int]](), 0
    for pair in across(topics.values(), found):
        (_, chain, a), (_, other, b) = found[pair[0]], found[pair[1]]
        total += 1
        if chain is not None and chain == other:
            truth.add(pair)
        if same_event(a, b).same:
            told.add(pair)
    line(name, truth, truth, told, total)


def across(
    topics: Iterable[list[int]], found: list[tuple[dict[str, Any], str | None, Happening]]
) -> Iterable[tuple[int, int]]:
    """The pairs of mentions of one topic that stand in two documents."""
    return (pair for topic in topics for pair in combinations(topic, 2) if found[pair[0]][0] is not found[pair[1]][0])


def main() -> None:
    """Reads the arguments and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--no-mentions", action="store_true")
    args = parser.parse_args()
    print("| pairs | of one event | precision | recall | F1 | blocking recall | compared |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for suffix, name in (("", ""), ("_undated", ", no dates given")):
        readings = kept(args.keep, f"gva_{args.split}{suffix}", lambda: incidents(args.split, dated=not suffix))  # noqa: B023
        mains = [next(iter(happenings(reading)), None) for reading in readings.values()]
        whole(f"US shootings{name}", mains, [key.split("/")[0] for key in readings])
    readings = kept(args.keep, f"ecb_{args.split}", lambda: documents(args.split))
    data = rows(f"ecbplus/{args.split}")
    whole(
        "ECB+ documents",
        [next(iter(happenings(readings[row["id"]])), None) for row in data],
        [row["event"] for row in data],
    )
    if not args.no_mentions:
        mentions("ECB+ gold mentions", readings, data)


if __name__ == "__main__":
    main()
