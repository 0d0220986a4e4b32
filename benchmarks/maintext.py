"""Measures main text: the article-extraction-benchmark's measure, the share of paragraphs placed, and broken stretches.

Stands alone: it needs the folder of test data as its argument or in SAYSO_DATA, and no test depends on it.

The measure is that of the article-extraction-benchmark (Scrapinghub, MIT): 4-grams of the words of true and extracted
text as multisets; precision and recall of a page are shared 4-grams over those extracted and over the true ones; both
are averaged over pages, and F1 is the harmonic mean of the two averages.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from trafilatura import extract

from sayso.clean.html.named import named, tree_of
from sayso.clean.html.page import read_page
from sayso.read.decode import Decoded, decode, decode_slice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.clean.html.messages import Page

_WORD = re.compile(r"\w+")
_MODES = {
    "standard": {},
    "fast": {"fast": True},
    "precision": {"favor_precision": True},
    "fast precision": {"fast": True, "favor_precision": True},
}


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's words with their counts; a shorter text is one gram."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def scored(true: str, got: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, found = shingles(true), shingles(got)
    shared = sum((wanted & found).values())
    return shared / max(1, sum(found.values())), shared / max(1, sum(wanted.values()))


def f1(rows: list[tuple[float, float]]) -> str:
    """Mean precision, mean recall and their harmonic mean, as a line."""
    precision = sum(row[0] for row in rows) / len(rows)
    recall = sum(row[1] for row in rows) / len(rows)
    return f"F1 {2 * precision * recall / (precision + recall):.4f}  precision {precision:.4f}  recall {recall:.4f}"


def violations(article: Page, data: bytes, decoded: Decoded) -> int:
    """How many stretches do not hold: a gap in the text, or bytes that are not the printed words."""
    at = wrong = 0
    for row in article.origin:
        written = decode_slice(data[row.byte_start : row.byte_end], decoded.codec)
        printed = article.text[row.text_start : row.text_end]
        meant = html.unescape(written) if row.how == "reference" else written
        wrong += (
            row.text_start != at
            or (row.how != "space" and meant != printed)
            or (row.how == "space" and bool(printed.strip()))
        )
        at = row.text_end
    return wrong + (at != len(article.text))


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """The pages as (HTML, true body)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["html"], row["body"]


def main() -> None:
    """Prints the figures for trafilatura alone, in each mode asked for, and for Sayso."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("SAYSO_DATA"), help="the folder that holds webpages/")
    parser.add_argument("--modes", action="store_true", help="trafilatura alone in each mode, with and without tables")
    parser.add_argument("--show", action="store_true", help="print what could not be placed")
    args = parser.parse_args()
    if not args.data:
        parser.error("name the data folder, or set SAYSO_DATA")
    rows = list(pages(Path(args.data) / "webpages" / "maintext_dev.jsonl.gz"))
    modes = _MODES if args.modes else {"fast": _MODES["fast"]}
    for name, mode in modes.items():
        for tables in (False, True) if args.modes else (True,):
            began = time.perf_counter()
            got = [extract(page, include_comments=False, include_tables=tables, **mode) or "" for page, _ in rows]
            took = time.perf_counter() - began
            result = f1([scored(true, text) for (_, true), text in zip(rows, got, strict=True)])
            print(f"trafilatura {name}, tables {'on' if tables else 'off'}: {result}  {len(rows) / took:.1f} pages/s")
    measure_sayso(rows, show=args.show)


def measure_sayso(rows: list[tuple[str, str]], *, show: bool) -> None:
    """Prints what Sayso makes of the same pages."""
    results: list[tuple[float, float]] = []
    wrong = placed = lost = 0
    took = 0.0
    for page, true in rows:
        data = page.encode("utf-8")
        began = time.perf_counter()
        decoded = decode(data, charset="utf-8", kind="html")
        article = read_page(data, "utf-8")
        took += time.perf_counter() - began
        results.append(scored(true, article.text))
        wrong += violations(article, data, decoded)
        placed += len(article.paragraphs)
        lost += len(article.refused)
        if show:
            for unplaced in article.refused:
                print(f"  {unplaced.why}", file=sys.stderr)
    began = time.perf_counter()
    for page, _ in rows:
        tree = tree_of(page)
        if tree is not None:
            named(tree)
    naming = time.perf_counter() - began
    print(f"sayso: {f1(results)}  {len(rows) / took:.1f} pages/s, of the time {naming / took:.0%} is trafilatura's")
    print(f"paragraphs placed: {placed} of {placed + lost} ({placed / (placed + lost):.3%})")
    print(f"stretches that do not hold: {wrong}")


if __name__ == "__main__":
    main()
