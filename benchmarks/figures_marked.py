"""Prints how often the fields of figures in real reports are as readers marked them who saw no program.

    SAYSO_DATA=... python benchmarks/figures_marked.py [--part apart] [-v place]     # -v shows what differs (learnt)

Stands alone because no corpus marks what a news report's numbers count, where, and on whose word. Places were learnt
from the part ``learnt`` (`training/figures`), and rules mended on it; of the part ``apart`` only totals are looked at.
A noun or place is right if its words are those marked, or some of these, or have these among them; a voice if both are
the outlet's, or the source that carries the figure shares its words with the one marked.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.extract import extract
from sayso.resolve import resolve

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from marked import APART, LEARNT, Mark, marks
from verdicts import reports

if TYPE_CHECKING:
    from sayso.model import Attribution, Figure, Span
    from sayso.stages import Parsed

WORD = re.compile(r"\w+")
BEFELL = frozenset(
    ("killed", "wounded", "missing", "detained", "released", "displaced", "evacuated", "hostages", "rescued", "charged")
)
FINER = {"shot": "wounded", "hospitalised": "wounded", "executed": "killed", "trapped": "other", "survived": "other"}
"""Kinds of the program's own that the guide had no word for."""
OUTCOMES = ("right", "missing", "wrong", "spare")


def main() -> None:
    """Prints a line a field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=(LEARNT, APART), default=APART)
    parser.add_argument("-v", "--verbose", choices=("counted", "noun", "place", "voice"), help="show what differs")
    args = parser.parse_args()
    wanted = [mark for mark in marks() if mark.part == args.part]
    outcomes: Counter[tuple[str, str]] = Counter()
    for parsed, own in reports(Path(os.environ["SAYSO_DATA"]), wanted):
        resolved = resolve(parsed, extract(parsed))
        rows = {row.id: row for row in resolved.attributions}
        for mark in own:
            figure = next((one for one in resolved.figures if one.span.meets(mark.span)), None)
            for field, outcome in judged(parsed, mark, figure, rows).items():
                outcomes[field, outcome] += 1
                if args.verbose == field and outcome != "right" and args.part == LEARNT:
                    print(f"{outcome}: {_shown(parsed, mark, figure, field)}")
    print(f"{len(wanted)} figures, part {args.part}")
    print(f"{'':10}{'told':>7}" + "".join(f"{outcome:>9}" for outcome in OUTCOMES) + f"{'precision':>11}{'recall':>9}")
    for field in ("a figure", "counted", "noun", "place", "voice"):
        right, missing, wrong, spare = (outcomes[field, outcome] for outcome in OUTCOMES)
        told, filled = right + missing + wrong, right + wrong + spare
        line = f"{field:10}{told:7}{right:9}{missing:9}{wrong:9}{spare:9}"
        print(f"{line}{right / max(1, filled):11.3f}{right / max(1, told):9.3f}")


def judged(parsed: Parsed, mark: Mark, figure: Figure | None, rows: dict[str, Attribution]) -> dict[str, str]:
    """What each field of a marked figure is; nothing of fields that both leave empty."""
    if not mark.counts or figure is None:
        return {"a figure": "missing" if figure is None and mark.counts else "spare"} if figure or mark.counts else {}
    found = {"a figure": "right"}
    counted = FINER.get(figure.counted or "", figure.counted) if figure.counted else None
    told = mark.counted if mark.counted in BEFELL else None
    found |= _outcome("counted", counted if counted in BEFELL else None, told, counted == told)
    if mark.counted is None:
        return found | _voice(parsed, mark, figure, rows)
    noun = figure.noun.text if figure.noun is not None else None
    names = [span.of(parsed.text) for span in mark.places]
    marked = mark.noun.of(parsed.text) if mark.noun is not None else None
    found |= _outcome("noun", noun, marked, noun is not None and marked is not None and same(noun, marked))
    if figure.kind == "count":
        right = figure.place is not None and any(same(figure.place, name) for name in names)
        found |= _outcome("place", figure.place, names[0] if names else None, right)
    return found | _voice(parsed, mark, figure, rows)


def _voice(parsed: Parsed, mark: Mark, figure: Figure, rows: dict[str, Attribution]) -> dict[str, str]:
    row = rows.get(figure.attribution or "")
    source = None if row is None else row.source.text if row.source is not None else "nobody"
    marked = mark.voice.of(parsed.text) if mark.voice is not None else None
    if source is None and marked is None:
        return {}
    return _outcome("voice", source, marked, source is not None and marked is not None and same(source, marked))


def _outcome(field: str, read: str | None, marked: str | None, right: bool) -> dict[str, str]:
    if read is None and marked is None:
        return {}
    if read is None or marked is None:
        return {field: "missing" if read is None else "spare"}
    return {field: "right" if right else "wrong"}


def same(one: str, two: str) -> bool:
    """Whether one of two phrases has all words of the other; some texts have lost their apostrophes."""
    own, other = ({word.lower().rstrip("s") for word in WORD.findall(phrase)} for phrase in (one, two))
    return bool(own) and bool(other) and (own <= other or other <= own)


def _shown(parsed: Parsed, mark: Mark, figure: Figure | None, field: str) -> str:
    read = getattr(figure, field, None)
    spans: dict[str, tuple[Span, ...]] = {
        "noun": (mark.noun,) if mark.noun else (),
        "place": mark.places,
        "voice": (mark.voice,) if mark.voice else (),
    }
    marked = mark.counted if field == "counted" else [span.of(parsed.text) for span in spans.get(field, ())]
    around = parsed.text[max(0, mark.span.start - 90) : mark.span.end + 70]
    return f"{read!r}, marked {marked!r}: {' '.join(around.split())}"


if __name__ == "__main__":
    main()
