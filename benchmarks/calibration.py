"""Prints how far a row's confidence is from the share of such rows that are right, with a reliability diagram.

    SAYSO_DATA=... SAYSO_EVAL=... python benchmarks/calibration.py [--engine best] [--svg docs/images/reliability.svg]

Stands alone because a confidence is a promise of its own. A row is right if it says who said what as the gold does:
content at IoU 0.5 or more, and a shared place of the source. PolNeAR dev (rows inside another's words left out, for it
marks none) and the test part of the project's own corpus (those rows alone). As the curves were fitted on these rows,
the error is also given by five-fold cross-validation over documents.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
sys.path.insert(0, str(Path(__file__).parent.parent / "training" / "corpus"))

import sayso
from attributions import folder, lines
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Attribution

BINS = 10
FOLDS = 5
IOU = 0.5
Spans = Iterable[tuple[int, int]]


@dataclass(frozen=True)
class Judged:
    """One row: where it comes from, how it was found, how strong the reader was, and whether it is right."""

    document: str
    how: str
    strength: float
    right: bool


def judged(engine: Literal["best", "fast"]) -> list[Judged]:
    """The rows of both corpora, judged."""
    from marks import passages

    found = []
    for gold in lines(folder("SAYSO_DATA") / "polnear" / "dev.jsonl.gz"):
        reading = sayso.read_text(gold["text"], engine=engine, language="en")
        wanted = [(chars(a["source"]), chars(a["content"])) for a in gold["attributions"]]
        rows = [row for row in reading.attributions if how(row, reading.attributions) != "inner"]
        found += [
            Judged(gold["id"], how(row, rows), row.confidence, right)
            for row, right in zip(rows, matched(rows, wanted), strict=True)
        ]
    for passage in passages():
        if passage.test:
            reading = sayso.read_text(passage.text, outlet=passage.outlet, engine=engine, language="en")
            wanted = [(chars(a.source), chars(a.content)) for a in passage.attributions]
            pairs = zip(reading.attributions, matched(reading.attributions, wanted), strict=True)
            found += [
                Judged(passage.name, "inner", row.confidence, right)
                for row, right in pairs
                if how(row, reading.attributions) == "inner"
            ]
    return found


def how(row: Attribution, rows: Sequence[Attribution]) -> str:
    """Which curve a row's confidence came from: with a cue and a source, without either, or inside another's words."""
    own = chars([*_spans(row.source), *_spans(row.cue), *_spans(row.content)])
    if row.cue and any(other is not row and own < chars(_spans(other.content)) for other in rows):
        return "inner"
    if not row.cue:
        return "quote"
    hearsay = row.cue.lemma in table("cues")["adverbs"]
    return "cue" if row.source or hearsay else "nobody"


def _spans(part: Any) -> Spans:  # noqa: ANN401 - a passage or a cue, or none
    return [(span.start, span.end) for span in part.spans] if part else ()


def chars(spans: Spans) -> frozenset[int]:
    """The places that spans cover."""
    return frozenset(at for start, end in spans for at in range(start, end))


def matched(rows: Sequence[Attribution], wanted: Sequence[tuple[frozenset[int], frozenset[int]]]) -> list[bool]:
    """For each row whether it is matched, one to one from the best overlap down, with an attribution of the gold."""
    pairs = []
    for i, row in enumerate(rows):
        source, content = chars(_spans(row.source)), chars(_spans(row.content))
        for j, (their_source, their_content) in enumerate(wanted):
            shared = len(content & their_content)
            if shared and shared >= IOU * len(content | their_content):
                named = bool(source & their_source) or not their_source
                pairs.append((shared / len(content | their_content), named, i, j))
    right, taken = [False] * len(rows), set()
    used = set()
    for _, named, i, j in sorted(pairs, reverse=True):
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            right[i] = named
    return right


def error(rows: Sequence[Judged]) -> float:
    """The expected calibration error: the mean distance of confidence and share, over `BINS` equal bins."""
    chance, right = np.array([r.strength for r in rows]), np.array([r.right for r in rows], dtype=float)
    index = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs(chance[index == b].mean() - right[index == b].mean()) * (index == b).sum() for b in set(index)]
    return float(sum(gaps) / len(rows))


def crossed(rows: Sequence[Judged]) -> list[Judged]:
    """The rows with the confidence that curves fitted on the other documents give."""
    from calibrate import fitted
    from sayso.extract.attributions.confidence import confidence

    names = sorted({r.document for r in rows})
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    found = []
    for part in range(FOLDS):
        curves = fitted([r for r in rows if fold[r.document] != part])
        found += [
            Judged(r.document, r.how, confidence(r.strength, curves.get(r.how)), r.right)
            for r in rows
            if fold[r.document] == part
        ]
    return found


def diagram(rows: Sequence[Judged]) -> str:
    """The reliability diagram as SVG: confidence across, share of right rows up, the area of a dot is its rows."""
    size, edge = 320, 40
    dots = []
    for b in range(BINS):
        own = [r for r in rows if min(int(r.strength * BINS), BINS - 1) == b]
        if own:
            x = edge + size * sum(r.strength for r in own) / len(own)
            y = edge / 2 + size * (1 - sum(r.right for r in own) / len(own))
            radius = 2 + 30 * (len(own) / len(rows)) ** 0.5 / 2
            dots.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{len(own)} rows</title></circle>')
    low, high, top, bottom = edge, edge + size, edge / 2, edge / 2 + size
    words = "".join(
        f'<text x="{low + size * t:.0f}" y="{bottom + 16:.0f}" text-anchor="middle">{t:g}</text>'
        f'<text x="{low - 6}" y="{bottom - size * t + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.5, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 60} {size + 60}" font-family="sans-serif"'
        ' font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f'<path d="M{low} {top}V{bottom}H{high}" fill="none" stroke="#444"/>'
        f'<path d="M{low} {bottom}L{high} {top}" stroke="#999" stroke-dasharray="4"/>'
        f'<g fill="#1b5e8c" fill-opacity=".75">{"".join(dots)}</g>{words}'
        f'<text x="{(low + high) / 2}" y="{bottom + 34:.0f}" text-anchor="middle">confidence</text>'
        f'<text x="{low + 6}" y="{top + 12}">share of rows that are right</text></svg>\n'
    )


def main() -> None:
    """Prints the table, the errors, and writes the diagram."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=("best", "fast"), default="best")
    parser.add_argument("--svg", type=Path)
    args = parser.parse_args()
    rows = judged(args.engine)
    print("confidence   rows   mean   right")
    for b in range(BINS):
        own = [r for r in rows if min(int(r.strength * BINS), BINS - 1) == b]
        if own:
            mean, share = (sum(v) / len(own) for v in ([r.strength for r in own], [r.right for r in own]))
            print(f"{b / BINS:.1f} to {(b + 1) / BINS:.1f} {len(own):6d}  {mean:.3f}   {share:.3f}")
    print(f"expected calibration error {error(rows):.3f} over {len(rows)} rows")
    sayso.parse.encoder.load(args.engine).curves.clear()
    print(f"the same, curves fitted on other documents (five folds) {error(crossed(judged(args.engine))):.3f}")
    if args.svg:
        args.svg.write_text(diagram(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
