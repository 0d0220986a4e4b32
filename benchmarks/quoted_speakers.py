"""Measures whether the speaker of a quoted span is the right one, through the whole of reading: on BASIL's named ones.

    SAYSO_DATA=... python benchmarks/quoted_speakers.py [-v]

Stands alone because here nothing is given: the row has to be found, its source too, and whom that means. BASIL marks
slanted spans inside quotations with who speaks; those called only "other_pro", or a group, name nobody and are left
out. Right: the speaker of the innermost row over the span bears the surname that the corpus gives.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import sayso
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.model import Attribution, Reading

GROUPS = ("other", "house", "senate", "democratic", "republican", "tea", "protestors")
SUFFIXES = {"jr.", "sr.", "ii", "iii"}
PRONOUNS = {"he", "she", "it", "they", "who", "i", "we", "his", "her", "him"}


def main() -> None:
    """Prints one line a kind of source, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    if "SAYSO_DATA" not in os.environ:
        sys.exit("SAYSO_DATA is not set; see the head of this file")
    counts: Counter[tuple[str, str]] = Counter()
    with gzip.open(Path(os.environ["SAYSO_DATA"]) / "basil" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            wanted = [s for s in report["spans"] if s["quote"] and not s["speaker"].lower().startswith(GROUPS)]
            reading = sayso.read_text(report["text"], published=report["date"], language="en") if wanted else None
            for span in wanted:
                if reading is not None:
                    kind, verdict, told = judged(reading, Span(span["start"], span["end"]), span["speaker"])
                    counts[kind, verdict] += 1
                    if args.verbose and verdict != "right":
                        print(f"{verdict}: {span['text'][:70]!r} is {span['speaker']}'s, told: {told}")
    for kind in ("name", "pronoun", "description", "none", "all"):
        own = {v: sum(n for (k, w), n in counts.items() if w == v and kind in (k, "all")) for v in VERDICTS}
        print(
            f"{kind:12} {own['right']:4} of {sum(own.values()):4} right, {own['wrong']:3} wrong, {own['null']:3} null"
        )


VERDICTS = ("right", "wrong", "null")


def judged(reading: Reading, span: Span, speaker: str) -> tuple[str, str, str | None]:
    """The kind of source, whether the speaker is right, and the name told."""
    over = [row for row in reading.attributions if any(part.meets(span) for part in row.content.spans)]
    row = min(over, key=lambda one: len(one.content.text), default=None)
    actor = next((one for one in reading.actors if row is not None and one.id == row.speaker), None)
    if actor is None:
        return kind_of(row), "null", None
    surname = [part for part in speaker.lower().split("_") if part not in SUFFIXES][-1]
    known = " ".join((actor.name, *actor.aliases)).lower().split()
    return kind_of(row), "right" if any(word.startswith(surname) for word in known) else "wrong", actor.name


def kind_of(row: Attribution | None) -> str:
    """Pronoun, name or description, by the words of the source; none where there is no row or no source."""
    if row is None or row.source is None:
        return "none"
    words = row.source.text.split()
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    return "name" if any(word[:1].isupper() for word in words[1:] or words) else "description"


if __name__ == "__main__":
    main()
