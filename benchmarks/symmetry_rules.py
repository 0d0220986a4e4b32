"""Measures the even-handedness of the rules and word lists alone: `symmetry.py` with the model's reading held fixed.

    SAYSO_DATA=... python benchmarks/symmetry_rules.py [--cases 400] [-v]

Stands alone because a difference here has a line of code or of a list to be mended, which one in the model has not.
What the encoder made of the report as printed (words, syntax, entities, states) is laid over the exchanged text, and
cleaning, extraction and resolution work on both. Only cases whose names are one word each way are taken, so that a word
stays a word.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from exchange import Exchanged, exchange
from sayso.clean.limited import clean
from sayso.extract import extract
from sayso.model import Span
from sayso.parse import parse
from sayso.resolve import resolve
from symmetry import KINDS, Case, Tally, cases, compared, count, original, show, texts, told

if TYPE_CHECKING:
    from sayso.model import Reading
    from sayso.stages import Cleaned, Ints, Parsed, Pieces, Section


def plain(case: Case, exchanged: Exchanged, text: str) -> bool:
    """Whether every name in the text is one word of letters, and so is what it becomes."""
    words = [word for old, new in exchanged.chunks for word in (old.of(text), new.of(exchanged.text))]
    return case.sides > 0 and all(word.isalpha() for word in words)


def laid(parsed: Parsed, cleaned: Cleaned, exchanged: Exchanged) -> Parsed:
    """The parse of the report as printed, laid over the exchanged text."""
    starts, ends = moved(parsed.starts, parsed.ends, exchanged)
    return replace(
        parsed,
        cleaned=cleaned,
        starts=starts,
        ends=ends,
        entities=tuple(replace(entity, span=exchanged.carried(entity.span)) for entity in parsed.entities),
        sections=tuple(laid_section(section, exchanged) for section in parsed.sections),
    )


def laid_section(section: Section, exchanged: Exchanged) -> Section:
    """A section with its places carried over, and what the encoder made of it as it was."""
    encoded = section.encoded and replace(section.encoded, pieces=laid_pieces(section.encoded.pieces, exchanged))
    return replace(section, paragraphs=tuple(map(exchanged.carried, section.paragraphs)), encoded=encoded)


def laid_pieces(pieces: Pieces, exchanged: Exchanged) -> Pieces:
    """Word pieces with their places carried over; all pieces of a name stand where the whole name stands."""
    starts, ends = moved(pieces.starts, pieces.ends, exchanged)
    return replace(pieces, starts=starts, ends=ends)


def moved(starts: Ints, ends: Ints, exchanged: Exchanged) -> tuple[Ints, Ints]:
    """Places carried over."""
    spans = [exchanged.carried(Span(*place)) for place in zip(starts.tolist(), ends.tolist(), strict=True)]
    return np.array([s.start for s in spans], np.int32), np.array([s.end for s in spans], np.int32)


def same_cleaning(before: Cleaned, after: Cleaned, exchanged: Exchanged) -> bool:
    """Whether the same stretches were cut and kept, and the same date and credits found."""
    return (
        [exchanged.carried(p.span) for p in before.paragraphs] == [p.span for p in after.paragraphs]
        and [exchanged.carried(r.span) for r in before.report.removed] == [r.span for r in after.report.removed]
        and [(c.kind, exchanged.carried(c.span)) for c in before.credits] == [(c.kind, c.span) for c in after.credits]
        and before.report.published == after.report.published
    )


def compare(chosen: list[Case], reports: dict[str, str], *, verbose: bool) -> tuple[Tally, list[str]]:
    """Counts what differs, and names the cases that were cleaned otherwise."""
    tally, uncleaned = Tally(), list[str]()
    read: dict[str, tuple[Parsed, Reading] | None] = {}
    for case in chosen:
        exchanged = exchange(reports[case.document], case.pair)
        if case.document not in read:
            cleaned = clean(original(reports[case.document]))
            fresh = parse(cleaned) if cleaned.report.status == "read" else None
            read[case.document] = (fresh, resolve(fresh, extract(fresh))) if fresh else None
        known = read[case.document]
        if known is None:
            continue
        parsed, before = known
        cleaned = clean(original(exchanged.text))
        if not same_cleaning(parsed.cleaned, cleaned, exchanged):
            uncleaned.append(f"{case.document} {case.pair.name}")
            continue
        over = laid(parsed, cleaned, exchanged)
        for old, new in compared(before, resolve(over, extract(over)), exchanged, case.pair):
            ways = count(tally, case, old, new)
            if ways and verbose:
                show(case, exchanged, old, new, ways)
    return tally, uncleaned


def main() -> None:
    """Prints the shares of rows alike, the columns that differ, and the cases whose cleaning differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=400, help="how many reports are exchanged for one pair")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the rows that differ")
    args = parser.parse_args()
    reports = texts()
    able = [case for case in cases(reports) if plain(case, exchange(text := reports[case.document], case.pair), text)]
    tally, uncleaned = compare(able[: args.cases], reports, verbose=args.verbose)
    print(f"{min(args.cases, len(able))} of {len(able)} cases with names of one word, the model's reading held fixed")
    print(f"{len(uncleaned)} cleaned otherwise: {', '.join(uncleaned[:10])}")
    told(tally, [(kind,) for kind in KINDS])
    for (kind, column), number in tally.columns.most_common():
        print(f"{kind + ': ' + column:40s} {number:7d}")


if __name__ == "__main__":
    main()
