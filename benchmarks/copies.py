"""Prints how well copies are found: recall and precision against the exact comparison, speed, and the cost of growth.

    SAYSO_DATA=... python benchmarks/copies.py                  # all tables but the last
    SAYSO_DATA=... python benchmarks/copies.py --grow 100000    # and the cost of the N-th report, generated text

Stands alone because it compares the linking of copies with nothing else of Sayso. What is true is the data's
``reuse_*``: for pairs of reports the share of each that stands in runs of eight words in the other, computed exactly
(copy: 0.8, derived: 0.3). Counted are the pairs with 20 shared words outside quotations. Speeds are CPU seconds of one
thread, in one run, and worth their ratios only.
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
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.clean import clean
from sayso.link.copies.furniture import PAGES
from sayso.link.copies.index import CopyIndex
from sayso.link.copies.keeping import InMemory
from sayso.link.copies.sharing import FEWEST_WORDS
from sayso.link.copies.shingles import SIZE, Fingerprint, fingerprint
from sayso.link.copies.words import words_of, words_of_report
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SETS = (
    ("gva_incidents train", "gva_incidents/train.jsonl.gz", "gva_incidents/reuse_train.jsonl.gz"),
    ("gva_incidents dev", "gva_incidents/dev.jsonl.gz", "gva_incidents/reuse_dev.jsonl.gz"),
    ("fakes dev", "fakes/dev.jsonl.gz", "fakes/reuse_dev.jsonl.gz"),
)
SPEED, SAMPLED_PAIRS, WINDOW = 5_000, 40_000, 500
LABELS = ("copy", "derived")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Page:
    """A report as the data gives it, with its outlet."""

    id: str
    text: str
    title: str | None
    outlet: str | None


def rows(path: str) -> Iterator[dict[str, Any]]:
    """The objects of a file of the data folder."""
    root = Path(os.environ.get("SAYSO_DATA") or sys.exit("SAYSO_DATA is not set; see the head of this file"))
    with gzip.open(root / path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pages(path: str) -> list[Page]:
    """The reports of a file: records, or incidents with their reports."""
    found = []
    for row in rows(path):
        for page in row.get("docs") or [row]:
            name = f"{row['incident_id']}/{page['doc_id']}" if "incident_id" in row else str(row.get("id"))
            found.append(Page(name, page["text"], page.get("title"), page.get("site") or page.get("source")))
    return found


def as_given(page: Page) -> Fingerprint:
    """The fingerprint of the text as it is compared in the data."""
    return fingerprint(words_of(page.text, page.title))


def as_cleaned(page: Page) -> Fingerprint:
    """The fingerprint of the report that Sayso makes of it, furniture that cleaning finds left out."""
    given = Given(outlet=page.outlet, title=page.title)
    original = Original(page.text.encode("utf-8", "replace"), page.id, charset="utf-8", given=given)
    return fingerprint(words_of_report(clean(original).report))


def ordered(one: str, other: str) -> Pair:
    """The pair, the lesser first."""
    return (one, other) if one < other else (other, one)


def linked(found: list[Page], prints: dict[str, Fingerprint], pages_: int) -> dict[Pair, str]:
    """The kind of each pair of reports that the index finds."""
    kept = InMemory()
    index = CopyIndex(kept, pages=pages_)
    for number, page in enumerate(found):
        index.add(number, prints[page.id], page.outlet)
    kinds = {
        ordered(found[one].id, found[other].id): sharing.kind
        for (first, second), sharing in index.pairs()
        for one in kept.reports(first)
        for other in kept.reports(second)
    }
    for text in {print_.digest for print_ in prints.values()}:
        if int(kept.print(text).own.sum()) >= FEWEST_WORDS:
            same = combinations(kept.reports(text), 2)
            kinds.update((ordered(found[one].id, found[other].id), "copy") for one, other in same)
    return kinds


def told_words(one: Fingerprint, other: Fingerprint) -> int:
    """The words outside quotations of `one` that stand in the other in runs of eight, found without the index."""
    theirs = set(other.shingles.tolist())
    covered = np.zeros(len(one), np.bool_)
    for at, value in enumerate(one.shingles.tolist()):
        if value in theirs:
            covered[at : at + SIZE] = True
    return int(np.count_nonzero(covered & one.own))


def quality(name: str, found: list[Page], truth: dict[Pair, str], make: Callable[[Page], Fingerprint]) -> None:
    """Prints recall by label and precision of one set, with furniture counted and left in."""
    prints = {page.id: make(page) for page in found}
    shared = {
        pair: min(told_words(prints[pair[0]], prints[pair[1]]), told_words(prints[pair[1]], prints[pair[0]]))
        for pair, label in truth.items()
        if label in LABELS
    }
    for rule, pages_ in (("left in", 10**9), ("left out", PAGES)):
        kinds = linked(found, prints, pages_)
        reported = [pair for pair, kind in kinds.items() if kind != "passage"]
        right = sum(truth.get(pair) in LABELS for pair in reported)
        cells = []
        for label in LABELS:
            meant = [pair for pair, words in shared.items() if truth[pair] == label and words >= FEWEST_WORDS]
            hit = sum(kinds.get(pair, "passage") != "passage" for pair in meant)
            cells.append(f"{hit / len(meant):.3f} ({hit}/{len(meant)})")
        cells.append(f"{right / len(reported):.3f} ({right}/{len(reported)})")
        text = make.__name__.removeprefix("as_")
        print(f"| {name} | {text} | {rule} | {' | '.join(cells)} |")


def qualities() -> None:
    """Prints the table of recall and precision."""
    print("| set | text | furniture of outlets | recall copy | recall derived | precision |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, path, reuse in SETS:
        truth = {ordered(row["a"], row["b"]): row["label"] for row in rows(reuse)}
        found = pages(path)
        for make in (as_given, as_cleaned):
            quality(name, found, truth, make)


def everything() -> list[Page]:
    """Real reports, as many as the speed is measured at."""
    files = [path for _, path, _ in SETS] + ["wikinews/all.jsonl.gz"]
    found = list({page.id: page for path in files for page in pages(path)}.values())
    random.Random(5).shuffle(found)  # noqa: S311 - an order, no secret
    return found[:SPEED]


def speed() -> None:
    """Prints the time of linking against that of comparing all pairs, both from texts to pairs.

    All pairs are compared the quickest plain way: sets of shingles, made once, asked whether they meet; only those that
    do are counted out. Its time is that of a random sample of pairs, scaled up.
    """
    found = everything()
    begun = time.process_time()
    prints = {page.id: as_given(page) for page in found}
    fingerprints = time.process_time() - begun
    begun = time.process_time()
    linked(found, prints, PAGES)
    linking = time.process_time() - begun
    early, late = growth(found, prints)
    count = len(found) * (len(found) - 1) // 2
    begun = time.process_time()
    words = [re.findall(r"\w+", page.text.lower()) for page in found]
    sets = [frozenset(zip(*(each[at:] for at in range(SIZE)), strict=False)) for each in words]
    making = time.process_time() - begun
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    sample = [chance.sample(range(len(found)), 2) for _ in range(SAMPLED_PAIRS)]
    begun = time.process_time()
    for one, other in sample:
        if not sets[one].isdisjoint(sets[other]):
            cover(words[one], sets[other])
            cover(words[other], sets[one])
    comparing = (time.process_time() - begun) / len(sample) * count
    begun = time.process_time()
    for one, other in sample[: SAMPLED_PAIRS // 20]:
        cover(words[one], sets[other])
        cover(words[other], sets[one])
    counting = (time.process_time() - begun) / (SAMPLED_PAIRS // 20) * count
    print(
        f"\nreal text, ms to add a report: {early:.3f} at 1,000 reports, {late:.3f} at {len(found)}, {late / early:.2f}"
    )
    print(f"\n{len(found)} reports, {count} pairs, CPU seconds of one thread")
    print("| way | from text | comparing | together | ratio to the index |")
    print("| --- | --- | --- | --- | --- |")
    total = fingerprints + linking
    for way, first, second in (
        ("index", fingerprints, linking),
        ("all pairs, only those that meet counted out", making, comparing),
        ("all pairs, each counted out", making, counting),
    ):
        print(f"| {way} | {first:.1f} | {second:.1f} | {first + second:.1f} | {(first + second) / total:.1f} |")


def growth(found: list[Page], prints: dict[str, Fingerprint]) -> tuple[float, float]:
    """Milliseconds to add a report to a thousand and as the last of all, each the mean of five hundred."""
    index = CopyIndex()
    taken = {"early": 0.0, "late": 0.0}
    for number, page in enumerate(found):
        begun = time.process_time()
        index.add(number, prints[page.id], page.outlet)
        spent = time.process_time() - begun
        if 1_000 <= number < 1_000 + WINDOW:
            taken["early"] += spent
        elif number >= len(found) - WINDOW:
            taken["late"] += spent
    return taken["early"] / WINDOW * 1000, taken["late"] / WINDOW * 1000


def cover(words: list[str], theirs: frozenset[tuple[str, ...]]) -> int:
    """The words that stand in runs of eight in the other: how the data's shares were computed."""
    covered = bytearray(len(words))
    for at, shingle in enumerate(zip(*(words[at:] for at in range(SIZE)), strict=False)):
        if shingle in theirs:
            covered[at : at + SIZE] = b"\1" * SIZE
    return sum(covered)


def invented(number: int, vocabulary: list[str], phrases: list[str]) -> str:
    """A generated report of some 250 words: one in five copies most of an earlier one; stock phrases run through all.

    Words follow Zipf's law. A copy takes eight of its twelve passages from one of the five hundred reports before it.
    """
    chance = random.Random(number)  # noqa: S311 - invented text, no secret
    source = number - chance.randint(1, 500) if number > 500 and chance.random() < 0.2 else number
    told = []
    for part in range(12):
        writer = random.Random((source if part < 8 else number) * 100 + part)  # noqa: S311 - as above
        picks = (vocabulary[int(len(vocabulary) ** writer.random()) - 1] for _ in range(18))
        told.append(" ".join(picks))
        if chance.random() < 0.15:
            told.append(phrases[min(int(chance.paretovariate(0.8)), len(phrases)) - 1])
    return ". ".join(told)


def grow(most: int) -> None:
    """Prints the mean cost of adding to a growing index, and its ratio to that of adding to a thousand reports.

    Both are timed in turn, report by report, so that drift of the machine meets both.
    """
    chance = random.Random(3)  # noqa: S311 - invented text, no secret
    vocabulary = ["".join(chance.choices("aeioubdfgklmnprstvz", k=chance.randint(2, 9))) for _ in range(60_000)]
    phrases = [" ".join(chance.choices(vocabulary[:400], k=14)) for _ in range(300)]
    index, small = CopyIndex(), CopyIndex()
    marks = sorted(mark for mark in {2_000, 5_000, 10_000, 20_000, 50_000, 100_000, most} if mark <= most)
    print("\n| reports | ms a report | at 1,000 reports | ratio | compared with | at 1,000 reports |")
    print("| --- | --- | --- | --- | --- | --- |")

    def add(to: CopyIndex, number: int) -> tuple[float, int]:
        print_ = fingerprint(words_of(invented(number, vocabulary, phrases)))
        begun = time.process_time()
        to.add(number, print_, f"outlet {number % 400}")
        return time.process_time() - begun, print_.digest

    for number in range(1, most + 1):
        if not any(mark - WINDOW < number <= mark for mark in marks):
            add(index, number)
            continue
        at = WINDOW - (next(mark for mark in marks if mark >= number) - number)
        if at == 1:
            small = CopyIndex()
            for earlier in range(1, 1_001):
                add(small, earlier)
            large_s = small_s = 0.0
            large_n = small_n = 0
        (spent, large), (spent_small, little) = add(index, number), add(small, 1_000 + at)
        large_s, small_s = large_s + spent, small_s + spent_small
        large_n += len(index.candidates(large))
        small_n += len(small.candidates(little))
        if number in marks:
            times = f"{large_s / WINDOW * 1000:.3f} | {small_s / WINDOW * 1000:.3f} | {large_s / small_s:.2f}"
            print(f"| {number} | {times} | {large_n / WINDOW:.1f} | {small_n / WINDOW:.1f} |", flush=True)


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--grow", type=int, default=0, metavar="REPORTS")
    parser.add_argument("--only-grow", action="store_true")
    args = parser.parse_args()
    if not args.only_grow:
        qualities()
        speed()
    if args.grow:
        grow(args.grow)


if __name__ == "__main__":
    main()
