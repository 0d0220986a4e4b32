"""Scores figures on NewsQuant and on the recorded tolls of US shootings, and prints the reading speed.

    SAYSO_DATA=... SAYSO_EVAL=... python benchmarks/figures.py [--half dev] [--mistakes]

`SAYSO_DATA` holds ``newsquant/`` and ``gva_incidents/``, `SAYSO_EVAL` the scorers ``figures.py`` and ``adapt.py``.
NewsQuant is scored as its authors do. It is scored a second time in its own form, where that differs from Sayso's rows
by convention alone. Its concept is a set of words: what an amount measures with all that hangs on it, and the subject
of the clause; of a plain count it is the subject alone ("Ford has 300 workers": Ford), of a share nothing. Sayso's noun
is one stretch of the text, and of a count it is what is counted; no row holds the other words, so they are read from
the same parse (``newsquant_concept.py``). NewsQuant writes "dollar per month" for ``USD per month``, "year of age" for
``year``, the printed noun for ``person``, a range for what rose from one number to another, "count" for a multiple and
"% homes" for half of the homes; beside its name a unit is told as printed, as the scorer's lenient measure has it. It
has one field for hedge and trend and mostly keeps the hedge.

Tolls: of the reports in which the recorded number of killed (or injured), two or more, stands at most three words
before a noun for people or a casualty's fate, the share that has a figure of that number counted so (killed; for
injured: wounded, shot, treated in hospital, or shot less killed, since the record counts as injured whoever was shot
and lived), and the share whose first such figure is the record's. In many of these the number is told of others ("three
other children were unhurt"), which no reader takes for the toll; so the share is given a second time for the reports
where the number's sentence also has a word of that fate. That still leaves in sentences with a number of each
("four dead, three hurt").
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from newsquant_concept import concept
from sayso.extract.figures import extract
from sayso.extract.figures.nouns import singular
from sayso.extract.figures.numerals import numerals
from sayso.lexicon import table
from sayso.model import Figure, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph, Parsed

FATES = (
    "dead",
    "killed",
    "injured",
    "wounded",
    "shot",
    "hurt",
    "others",
    "victims",
    "children",
    "men",
    "women",
    "people",
)
PERSON_NEAR = re.compile(
    r"(?:\s[\w-]+){0,2}\s(?:"
    + "|".join((*FATES, *(noun + "s" for noun in table("people")["people"]["nouns"])))
    + r")\b",
    re.IGNORECASE,
)
FATE_WORDS = {
    "killed": r"kill|dead|death|deadly|die[sd]?\b|dying|fatal|slay|slain|murder|homicide|deceased|lives\b|bodies",
    "wounded": r"injur|wound|hurt\b|shot\b|shoot|gunshot|gunfire|hospital|bullet|treated|struck|hit\b|condition",
}
FATE_IN = {counted: re.compile(rf"\b(?:{words})", re.IGNORECASE) for counted, words in FATE_WORDS.items()}
HEDGES = {"about": "~", "at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<"}
CURRENCIES = {
    code: max(words[::-1], key=lambda w: w.count(" ")) for code, words in table("currencies")["words"].items()
}
CURRENCIES = {code: name.removesuffix("s") for code, name in CURRENCIES.items()}
UNIT_NAMES = {
    "pound": "pound-mass",
    "foot pound": "foot pound-force",
    "milliampere_hour": "milliampere-hour",
    "ppm": "part per million",
    "ppb": "parts-per-billion",
}
MULTIPLE = re.compile(r"times|fold|\bx\b", re.IGNORECASE)
PRINTED_UNIT = re.compile(r"\d[ -]?([^\W\d][^\d()]*|%)$")
FUNCTION_WORDS = frozenset(("a", "an", "the", "of", "and", "in", "for", "on", "to", "'s", "’s"))
PEERS = """CQE 2.0.3, spaCy 3.8.18 (measured 2026-11-21)    90.6 / 83.8 / 84.5 / 72.0 / 48.8
GPT-3 few-shot (published answers)               71.5 / 56.5 / 52.8 / 54.8 / 23.5
quantulum3 0.10.0 (2026-11-21)                   70.4 / 45.5 / - / - / -
Duckling, binding 0.3.0 (2026-11-21)             70.1 / 29.9 / 54.7 / - / -
Recognizers-Text 1.0.2a2 (2026-11-21)            67.2 / 28.5 / - / - / -"""


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def parsed(text: str) -> Parsed:
    """The parse of a text whose paragraphs are its lines."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line.rstrip()))))
        start += len(line)
    nothing = dict.fromkeys(("address", "outlet", "title", "byline", "published", "published_from", "why", "origin"))
    report = Report(id="sha256:0", path="-", language="en", status="read", text=text, removed=(), **nothing)  # type: ignore[arg-type]
    return parse(Cleaned(report=report, origin=(), paragraphs=tuple(paragraphs)))


def newsquant(gold: Path, scorers: Path, *, own_form: bool) -> str:
    """The scorer's table for one NewsQuant file, the rows as they are or turned into NewsQuant's own form."""
    sys.path.insert(0, str(scorers))
    import adapt  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as folder:
        records, answers = Path(folder) / "gold.jsonl", Path(folder) / "told.jsonl"
        rows = lines(gold)
        records.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with answers.open("w", encoding="utf-8") as out:
            for row in rows:
                report = parsed(row["text"])
                quantities = [
                    in_own_form(report, figure, quantity, adapt.UNITS) if own_form else quantity
                    for figure in (ranges(report, extract(report)) if own_form else extract(report))
                    for quantity in adapt.figures({"figures": [msgspec.to_builtins(figure)]})["quantities"]
                ]
                out.write(json.dumps({"id": row["id"], "quantities": quantities}) + "\n")
        command = [sys.executable, str(scorers / "figures.py"), str(records), str(answers)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def ranges(report: Parsed, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures with a range for each two between which something moved ("grew from 12 to 31")."""
    made: list[Figure] = []
    for figure in figures:
        last = made[-1] if made else None
        moved = last is not None and report.text[: last.span.start].endswith("from ") and last.value is not None
        if moved and last and report.text[last.span.end : figure.span.start] == " to " and figure.value is not None:
            ends = sorted((last.value or 0, figure.value))
            span = Span(last.span.start, figure.span.end)
            as_one = {"span": span, "text": span.of(report.text), "value": None, "bound": "between", "trend": None}
            made[-1] = msgspec.structs.replace(figure, low=ends[0], high=ends[1], **as_one)
        else:
            made.append(figure)
    return tuple(made)


def in_own_form(report: Parsed, figure: Figure, quantity: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The answer as NewsQuant writes it, from what the row says (see the head of this file)."""
    unit, _, per = (figure.unit or "").partition(" per ")
    name = names.get(unit) or CURRENCIES.get(unit) or UNIT_NAMES.get(unit, unit)
    if figure.kind == "rate" and not per:
        name = f"% {_content(figure.noun.text)}" if figure.noun else "-"
    elif unit in ("", "time") and figure.kind in ("count", "rate") and MULTIPLE.search(figure.text):
        name = "count"
    elif figure.kind == "age":
        name = "year of age"
    elif figure.kind == "count" and unit == "person" and figure.noun:
        *before, last = _content(figure.population or figure.noun.text).split() or [""]
        name = " ".join((*before, singular(last)))
    name = f"{name} per {per}" if per else name
    changed = dict(quantity)
    changed["normalized_unit"] = (name or "-").replace("_", " ").replace("meter", "metre").replace("liter", "litre")
    printed_unit = PRINTED_UNIT.search(figure.text)
    measures = figure.kind in ("measure", "money", "percent", "duration", "rate") and per == ""
    changed["unit"] = printed_unit[1] if printed_unit and measures else changed["normalized_unit"]
    if figure.bound not in ("exact", "between"):
        changed["change"] = HEDGES[figure.bound]
    changed["referred_concepts"] = concept(report, figure)
    return changed


def _content(words: str) -> str:
    return " ".join(word for word in words.lower().split() if word not in FUNCTION_WORDS)


def told_as(figures: tuple[Figure, ...], names: tuple[str, ...]) -> list[float]:
    """The numbers of people that a report gives under these entries of the vocabulary, in text order."""
    values = [f.value if f.value is not None else f.high for f in figures if f.counted in names and f.unit == "person"]
    return [v for v in values if v is not None]


def said(figures: tuple[Figure, ...], field: str) -> list[float]:
    """What a report says of the record's field. GVA counts as injured whoever was shot and lived."""
    killed = told_as(figures, ("killed",))
    if field == "killed":
        return killed
    shot = told_as(figures, ("shot",))
    return told_as(figures, ("wounded", "shot", "hospitalised")) + [s - k for s in shot for k in killed if s > k]


def printed(report: Parsed, number: int, fate: re.Pattern[str] | None = None) -> bool:
    """Whether `number` stands, in digits or words, at most three words before people or a casualty's fate.

    With `fate`, its sentence must also have a word of that pattern.
    """
    text = report.text
    places = [n.start for n in numerals(text) if n.value == number and PERSON_NEAR.match(text, n.end)]
    return any(fate is None or fate.search(_sentence(report, place)) for place in places)


def _sentence(report: Parsed, place: int) -> str:
    tokens = report.tokens_in(Span(place, place + 1))
    inside = report.sentence_tokens(report.sentence[tokens[0]]) if tokens else range(0)
    return report.text[int(report.starts[inside[0]]) : int(report.ends[inside[-1]])] if inside else ""


def tolls(gold: Path, limit: int, *, mistakes: bool) -> None:
    """Prints the share of reports whose killed and injured figures are the record's."""
    hits = {counted: [0, 0, 0, 0, 0] for counted in FATE_IN}
    words, seconds = 0, 0.0
    docs = [(incident["facts"], doc) for incident in lines(gold) for doc in incident["docs"]]
    for facts, doc in docs[:limit]:
        text = doc["text"][:20_000]
        report = parsed(text)
        begun = time.process_time()
        figures = extract(report)
        seconds += time.process_time() - begun
        words += len(text.split())
        for counted, field in (("killed", "killed"), ("wounded", "injured")):
            recorded = facts[field]
            if recorded < 2 or not printed(report, recorded):
                continue
            numbers = said(figures, field)
            told_so = printed(report, recorded, FATE_IN[counted])
            right = recorded in numbers
            for at, add in enumerate((right, True, numbers[:1] == [recorded], right and told_so, told_so)):
                hits[counted][at] += add
            if mistakes and not right:
                shown = [(_context(text, f), f.counted) for f in figures if f.value == recorded]
                sys.stdout.write(f"-- {doc['doc_id'][:8]} {counted} {recorded}, said {numbers}: {shown[:6]}\n")
    for counted, (right, of, first, right_so, of_so) in hits.items():
        sys.stdout.write(
            f"{counted:8s} {right} of {of} reports ({100 * right / max(1, of):.1f} %), "
            f"first such figure {100 * first / max(1, of):.1f} %; "
            f"number in a sentence of that fate: {right_so} of {of_so} ({100 * right_so / max(1, of_so):.1f} %)\n"
        )
    sys.stdout.write(f"{words / max(seconds, 1e-9):,.0f} words a CPU second, parsing aside\n")


def _context(text: str, figure: Figure) -> str:
    return " ".join(text[max(0, figure.span.start - 60) : figure.span.end + 80].split())


def main() -> None:
    """Reads the arguments and prints both scores."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", default="dev", choices=("dev", "test", "train"))
    arguments.add_argument("--limit", type=int, default=10**9, help="at most so many reports of the shootings")
    arguments.add_argument("--mistakes", action="store_true")
    given = arguments.parse_args()
    data, scorers = Path(os.environ["SAYSO_DATA"]), Path(os.environ["SAYSO_EVAL"])
    gold = data / "newsquant" / f"{given.half}.jsonl.gz"
    if gold.exists():
        for own_form in (False, True):
            form = "in its own form" if own_form else "rows as they are"
            sys.stdout.write(f"NewsQuant {given.half}, {form}\n{newsquant(gold, scorers, own_form=own_form)}\n")
        sys.stdout.write(f"Peers on dev: value / unit / change / concept partial / complete\n{PEERS}\n\n")
    record = data / "gva_incidents" / f"{given.half}.jsonl.gz"
    if record.exists():
        sys.stdout.write("Recorded tolls of two and more\n")
        tolls(record, given.limit, mistakes=given.mistakes)


if __name__ == "__main__":
    main()
