"""Prints how figures of tables are read: reports of our own, pages and typed texts, each number marked by hand.

    python benchmarks/tables.py [--part dev|test] [--wrong]

Stands alone because a table's figures have no sentence: noun, place and day all come from headings. The reports of
``tables_set`` and ``tables_set2`` were written and marked by hands that knew nothing of the program; the rules for
headings were mended on the first, and of the second only totals were looked at.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.clean import clean
from sayso.reading import read_original
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Figure, Reading, Span

SETS = {"dev": "tables_set", "test": "tables_set2"}
ASKED = ("value", "heading", "counted", "place", "as_of", "since", "part_of")


@dataclass(frozen=True, slots=True)
class Marked:
    """One report with its marked cells, its own cells in text order, and its reading."""

    name: str
    gold: list[dict[str, Any]]
    wrong_total: tuple[str, ...]
    cells: list[tuple[str, Span]]
    reading: Reading


def marked(part: str) -> Iterator[Marked]:
    """Every report of a part, read."""
    for path in sorted(Path(__file__).with_name(SETS[part]).glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["report"]:
            html = row.get("html")
            data = (html or row["text"]).encode()
            original = Original(
                data, row["id"], media="html" if html else "text", given=Given(published=row["published"])
            )
            cleaned = clean(original)
            text = cleaned.report.text
            cells = [(" ".join(c.span.of(text).split()), c.span) for table in cleaned.tables for c in table.cells]
            yield Marked(row["id"], row["cell"], tuple(row["wrong_total"]), cells, read_original(original))


def found(report: Marked, printed: str, nth: int) -> Figure | None:
    """The figure of the cell that prints `printed` for the `nth` time; null where there is none."""
    spans = [span for words, span in report.cells if words == " ".join(printed.split())]
    if len(spans) < nth:
        return None
    return next((one for one in report.reading.figures if spans[nth - 1].holds(one.span)), None)


def answers(report: Marked, cell: dict[str, Any], figure: Figure) -> dict[str, tuple[str, str]]:
    """For each question what is marked and what is read, alike where they mean the same."""
    noun = figure.noun.text.lower() if figure.noun else ""
    heading = " ".join(cell["heading"].lower().split())
    whole = next((one for one in report.reading.figures if one.id == figure.part_of), None)
    printed = f"{whole.text if whole else ''}"
    marked_part = cell["part_of"].rpartition("/")[0]
    return {
        "value": (f"{cell['value']} {cell['bound']}", f"{_unscaled(cell['value'], figure.value or 0)} {figure.bound}"),
        "heading": (heading, heading if noun and (noun in heading or heading in noun) else noun),
        "counted": (cell["counted"], figure.counted or ""),
        "place": (cell["place"], (figure.place or "") if cell["place"] else ""),
        "as_of": (cell["as_of"], figure.as_of or ""),
        "since": (cell["since"], figure.since or ""),
        "part_of": (marked_part, printed),
    }


def _unscaled(marked: float, read: float) -> float:
    """The value as marked (as printed) where a heading says "in thousands" and the row is a thousand times it."""
    return marked if read in (marked, marked * 1000, marked * 1_000_000) else read


def main() -> None:
    """Reads the set and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=SETS, default="test")
    parser.add_argument("--wrong", action="store_true", help="print each answer that is wrong (of dev)")
    args = parser.parse_args()
    show = args.wrong and args.part == "dev"
    told, right, given, missed = Counter[str](), Counter[str](), Counter[str](), 0
    cells = totals = told_totals = wrong_totals = 0
    for report in marked(args.part):
        for cell in report.gold:
            cells += 1
            figure = found(report, cell["printed"], cell["nth"])
            if figure is None:
                missed += 1
                if show:
                    print(report.name, "missed", cell["printed"], cell["nth"], "under", cell["heading"])
                continue
            for name, (gold, read) in answers(report, cell, figure).items():
                told[name] += bool(gold)
                given[name] += bool(read)
                right[name] += bool(gold) and gold == read
                if show and gold != read:
                    print(report.name, cell["printed"], cell["nth"], name, "marked", repr(gold), "read", repr(read))
        findings = [one for one in report.reading.findings if one.rule == "total-of-table"]
        texts = [tuple(span.of(report.reading.report.text) for span in one.spans) for one in findings]
        wrong = " ".join(report.wrong_total[-1].split()) if report.wrong_total else None
        hit = [one for one in texts if " ".join(one[-1].split()) == wrong]
        totals += bool(report.wrong_total)
        told_totals += bool(hit)
        wrong_totals += len(texts) - len(hit)
        if show and (bool(report.wrong_total) != bool(hit) or len(texts) > len(hit)):
            print(report.name, "total", report.wrong_total, "told", texts)
    print(f"{cells} marked cells, {cells - missed} of them figures ({(cells - missed) / max(1, cells):.3f})")
    print(f"{'of these':<10}{'marked':>8}{'told':>8}{'right':>8}{'precision':>11}{'recall':>9}")
    for name in ASKED:
        precision, recall = right[name] / max(1, given[name]), right[name] / max(1, told[name])
        print(f"{name:<10}{told[name]:>8}{given[name]:>8}{right[name]:>8}{precision:>11.3f}{recall:>9.3f}")
    print(f"wrong totals: {told_totals} of {totals} told, {wrong_totals} told wrongly")


if __name__ == "__main__":
    main()
