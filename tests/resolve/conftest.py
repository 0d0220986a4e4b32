"""Reads short texts in which the words of source, cue and content are marked, so that a test says all it rests on."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from sayso.model import Actor, Attribution, Cue, Date, Outlet, Passage, Reading, Report, Span
from sayso.parse import lemma, parse
from sayso.resolve import resolve
from sayso.stages import Cleaned, Credit, Extracted, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = re.compile(r"\{(\d*)([scqdk])(?::([^|]*))?\||\}")
QUOTED = re.compile(r'["“]')


@dataclass(frozen=True)
class Told:
    """A reading with shorthands for what tests ask of it."""

    reading: Reading

    def actor(self, number: int) -> Actor:
        """The speaker of row `number` (counted from 1)."""
        speaker = self.row(number).speaker
        return next(actor for actor in self.reading.actors if actor.id == speaker)

    def row(self, number: int) -> Attribution:
        """Row `number`, counted from 1."""
        return self.reading.attributions[number - 1]

    @property
    def speakers(self) -> list[str | None]:
        """The name of each row's speaker."""
        names = {actor.id: actor.name for actor in self.reading.actors}
        return [None if row.speaker is None else names[row.speaker] for row in self.reading.attributions]

    def chain(self, number: int) -> list[str]:
        """The names in the chain of row `number`."""
        names = {actor.id: actor.name for actor in self.reading.actors}
        return [names[one] for one in self.row(number).chain]


@dataclass
class Marked:
    """The text without marks, and the spans that each mark names."""

    text: str
    rows: dict[int, dict[str, list[Span]]]
    dates: list[tuple[Span, str]]
    credits: list[tuple[Span, str]]


def unmark(marked: str) -> Marked:
    """Takes the marks out of `{1s|Rell} {1c|said} {1q|it rained}`; `{d:2023-03-04|4 March}` is a date, `{k:credit|X}` a credit."""
    text, stack = "", []
    rows: defaultdict[int, dict[str, list[Span]]] = defaultdict(lambda: {"s": [], "c": [], "q": []})
    found = Marked("", rows, [], [])
    last = 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group() != "}":
            stack.append((int(mark[1] or 1), mark[2], mark[3] or "", len(text)))
            continue
        number, kind, value, start = stack.pop()
        span = Span(start, len(text))
        if kind == "d":
            found.dates.append((span, value))
        elif kind == "k":
            found.credits.append((span, value))
        else:
            rows[number][kind].append(span)
    found.text = text + marked[last:]
    return found


def base_form(words: str) -> str:
    """The cue's words with the first as a dictionary has it: "go on" for "went on"."""
    first, blank, rest = words.partition(" ")
    return lemma(first, "verb") + blank + rest


def attribution(text: str, number: int, spans: dict[str, list[Span]]) -> Attribution:
    """The row that the marks of one number make."""

    def passage(kind: str) -> Passage:
        own = tuple(sorted(spans[kind]))
        return Passage(own, " ".join(span.of(text) for span in own))

    cue, content = passage("c"), passage("q")
    return Attribution(
        id=f"a{number}",
        kind="speech",
        source=passage("s") if spans["s"] else None,
        cue=Cue(cue.spans, cue.text, base_form(cue.text), "neutral") if spans["c"] else None,
        content=content,
        mode="direct" if QUOTED.match(content.text) else "indirect",
        act="assert",
        speaker=None,
        chain=(),
        said=None,
        place=None,
        addressee=None,
        inside=None,
        confidence=0.9,
    )


def cleaned(text: str, **known: Any) -> Cleaned:  # noqa: ANN401 - fields of a report
    """The report of `text`, each line a paragraph; a line that begins with "# " stays text but is a headline."""
    credits_ = known.pop("credits", ())
    outlet = known.pop("outlet", None)
    report = Report(
        id="sha256:0",
        address=None,
        path="-",
        outlet=Outlet(outlet) if outlet else None,
        title=None,
        byline=known.pop("byline", None),
        published=None,
        published_from=None,
        language="en",
        status="read",
        why=None,
        text=text,
        removed=(),
        origin=None,
    )
    paragraphs = [Paragraph(Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text)]
    return Cleaned(report=report, origin=(), paragraphs=tuple(paragraphs), credits=credits_)


def told(marked: str, **known: Any) -> Told:  # noqa: ANN401 - fields of a report
    """The reading of a marked text; `outlet`, `byline`, `figures`, `wording` and `demands` may be given."""
    found = unmark(marked)
    rows = tuple(attribution(found.text, n, spans) for n, spans in sorted(found.rows.items()))
    dates = tuple(
        Date(f"d{n}", span, span.of(found.text), "DATE", value, None, None)
        for n, (span, value) in enumerate(found.dates, 1)
    )
    extra = {name: known.pop(name)(found.text) for name in ("figures", "wording", "demands") if name in known}
    credits_ = tuple(Credit(span.of(found.text), span, kind) for span, kind in found.credits)  # type: ignore[arg-type]
    parsed = parse(cleaned(found.text, credits=credits_, **known))
    return Told(resolve(parsed, Extracted(attributions=rows, dates=dates, **extra)))


@pytest.fixture(scope="session")
def read() -> Callable[..., Told]:
    """The function that reads a marked text."""
    return told
