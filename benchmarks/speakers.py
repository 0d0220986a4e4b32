"""Measures whether the speaker of an attribution is the right one, given its source: on MEANTIME's speech events.

Stands alone because it scores the stage `resolve` by itself: sources and cues are the corpus's, whom they mean is ours.

    python benchmarks/speakers.py [FOLDER]   # holds meantime/ (else SAYSO_DATA names it); -v shows errors

A source is right if the actor that it resolves to is also mentioned where the corpus mentions the same entity again,
and, where the corpus has no other mention of it, if the actor is mentioned nowhere that the corpus gives to somebody
else. Scores by kind of source.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.model import Attribution, Cue, Passage, Report, Span
from sayso.parse import parse
from sayso.resolve import resolve
from sayso.stages import Cleaned, Extracted, Paragraph, Parsed

PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "i", "we", "his", "her", "their", "its", "them", "him"}
Row = dict[str, Any]


def parsed_text(text: str) -> Parsed:
    """The text parsed with each line as a paragraph and nothing known of it."""
    report = Report(
        id="sha256:0", address=None, path="-", outlet=None, title=None, byline=None, published=None,
        published_from=None, language="en", status="read", why=None, text=text, removed=(), origin=None,
    )  # fmt: skip
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return parse(Cleaned(report=report, origin=(), paragraphs=tuple(paragraphs)))


def attribution(number: int, text: str, source: Span, cue: Span, content: tuple[Span, ...]) -> Attribution:
    """A row with the joining fields null."""

    def passage(spans: tuple[Span, ...]) -> Passage:
        return Passage(spans, " ".join(span.of(text) for span in spans))

    return Attribution(
        id=f"a{number}", kind="speech", source=passage((source,)),
        cue=Cue((cue,), cue.of(text), cue.of(text), "neutral"), content=passage(content), mode="indirect", act="assert",
        speaker=None, chain=(), said=None, place=None, addressee=None, inside=None, confidence=1.0,
    )  # fmt: skip


def kind_of(words: str) -> str:
    """Pronoun, name, description or unnamed, by the words of a source."""
    parts = words.split()
    if words.lower() in PRONOUNS:
        return "pronoun"
    if parts[0].lower() in {"a", "an", "some", "several", "many", "one", "two", "another"}:
        return "unnamed"
    if parts[-1][:1].isupper() or any(part[:1].isupper() for part in parts[1:]):
        return "name"
    return "description"


def score_document(row: Row, verbose: bool) -> Counter[tuple[str, str]]:
    """Counts of (kind, right or wrong or null) over one document's speech events that have a speaker."""
    text, until = row["text"], row["annotated_until"]
    spans = {e["id"]: Span(e["start"], e["end"]) for e in [*row["entities"], *row["events"]]}
    chains = [[m for m in c["mentions"] if m in spans] for c in row["coref"] if c["kind"] == "ENTITY"]
    of = {m: number for number, chain in enumerate(chains) for m in chain}
    said = [s for s in row["said"] if s["who"] and s["who"][0] in of and s["cue"] in spans]
    said.sort(key=lambda s: spans[s["cue"]])
    rows = tuple(
        attribution(
            n, text, spans[s["who"][0]], spans[s["cue"]], tuple(sorted({spans[w] for w in s["what"] if w in spans}))
        )
        for n, s in enumerate(said, 1)
    )
    reading = resolve(parsed_text(text), Extracted(attributions=rows))
    actors = {actor.id: actor for actor in reading.actors}
    counts: Counter[tuple[str, str]] = Counter()
    for event, found in zip(said, reading.attributions, strict=True):
        own = spans[event["who"][0]]
        others = [spans[m] for m in chains[of[event["who"][0]]] if not spans[m].meets(own)]
        strangers = [spans[m] for m, c in of.items() if c != of[event["who"][0]] and not spans[m].meets(own)]
        actor = actors.get(found.speaker or "")
        mentions = [m for m in actor.mentions if not m.meets(own) and m.end <= until] if actor else []
        good = sum(any(m.meets(o) for o in others) for m in mentions)
        bad = sum(
            any(s.holds(m) and s.end == m.end for s in strangers) and not any(m.meets(o) for o in others)
            for m in mentions
        )
        named = [o for o in others if o.of(text)[:1].isupper()]
        right = actor is not None and (good > bad or (not bad and not (named and kind_of(own.of(text)) == "pronoun")))
        kind = kind_of(own.of(text))
        counts[kind, "right" if right else "null" if actor is None else "wrong"] += 1
        if verbose and not right:
            meant = [other.of(text) for other in others][:4]
            print(f"  {row['id'][:40]}: {own.of(text)!r} -> {actor and actor.name!r}, not {meant}")
    return counts


def main() -> None:
    """Prints one line a kind of source, and one for all."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    folder = Path(arguments[0] if arguments else os.environ["SAYSO_DATA"])
    counts: Counter[tuple[str, str]] = Counter()
    with gzip.open(folder / "meantime" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts += score_document(json.loads(line), "-v" in sys.argv)
    for kind in ("name", "description", "pronoun", "unnamed", "all"):
        got = (
            Counter({r: n for (k, r), n in counts.items() for _ in [0] if kind in {k, "all"}})
            if kind != "all"
            else Counter()
        )
        if kind == "all":
            for (_, result), number in counts.items():
                got[result] += number
        total = sum(got.values())
        print(f"{kind:12} {got['right']:4} of {total:4} right, {got['wrong']:3} wrong, {got['null']:3} null")


if __name__ == "__main__":
    main()
