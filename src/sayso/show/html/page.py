"""Makes the page: one file that holds everything it needs, and the small piece of it that a notebook shows.

Stands alone because it alone decides what may run and load in the page, and that everything from reports is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from sayso.show import words
from sayso.show.html import rows
from sayso.show.html.across import view
from sayso.show.html.plot import Drawing, drawings
from sayso.show.html.text import Block, blocks
from sayso.show.place import Places
from sayso.show.visible import one_line, visible
from sayso.show.voices import voices
from sayso.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.across import Across
    from sayso.model import Reading

LINKED = ("http://", "https://")
SHORT_HASH = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One report for the page: its reading, and its original's SHA-256 (hex) and size in bytes where they are known."""

    reading: Reading
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    html: Markup
    removed: bool
    heading: bool
    row: bool
    notes: tuple[rows.Note, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    what: str
    figure: rows.Counted
    as_of: str
    outlet: str
    anchor: str


class _View:
    """One report as the template reads it."""

    def __init__(self, item: Item, anchor: str | None) -> None:
        reading, report = item.reading, item.reading.report
        where = rows.placing(Places(report.text, report.origin))
        voiced = voices(reading)
        self.anchor = anchor
        self.id, self.path, self.address = report.id, one_line(report.path), report.address
        self.link = report.address if report.address and report.address.lower().startswith(LINKED) else None
        self.outlet = one_line(report.outlet.name) if report.outlet else ""
        self.title, self.byline = words.heading(report), one_line(report.byline or "")
        self.published, self.dated = words.moment(report.published), words.dated(report)
        self.status, self.why = words.STATUSES[report.status], one_line(report.why or "")
        self.language, self.sha256, self.size = report.language, item.sha256, item.size
        self.short_sha256 = (item.sha256 or report.id.removeprefix("sha256:"))[:SHORT_HASH]
        self.blocks = _with_notes(reading, list(blocks(reading, voiced, self.anchor)), rows.notes(reading, voiced))
        self.findings = rows.findings(reading, where)
        self.said = rows.said(reading, voiced, where)
        self.figures = rows.figures(reading, voiced, where)
        self.speakers, self.others = rows.speakers(reading, voiced, where), rows.others(reading, where)
        self.dates, self.demands = rows.dates(reading, where), rows.demands(reading, voiced, where)
        self.wording, self.refused = rows.wording(reading, voiced, where), rows.refused(reading, where)
        self.left_out = rows.left_out(reading, where)
        self.finding_count, self.said_count = len(self.findings), len(self.said)
        self.figure_count = len(self.figures)
        self.counts = [
            _Count(
                figure.counted, shown, figure.as_of or "", self.outlet or "outlet unknown", f"{self.anchor}-{figure.id}"
            )
            for figure, shown in zip(reading.figures, self.figures, strict=True)
            if figure.counted
        ]


def page(items: Sequence[Item], title: str | None = None, across: Across | None = None) -> str:
    """The whole page for these reports, as the text of one HTML file to be written in UTF-8.

    `across` is what joins them, where they come from a ledger.
    It makes no request, runs no script but its own (by hash), and shows everything that reports say as mere text.
    """
    reports = [_View(item, f"r{place}") for place, item in enumerate(items, 1)]
    css, script = _asset("sayso.css") + _asset("page.css"), _asset("page.js")
    return (
        _templates()
        .get_template("page.html.jinja")
        .render(
            reports=reports,
            counts=_counts(reports),
            across=view(across, _anchored(items)) if across else None,
            drawings=_drawings(items) if len(items) > 1 else (),
            title=title or (reports[0].title if len(reports) == 1 else "Who said what"),
            version=__version__,
            css=Markup(css),  # noqa: S704 - ours, from the package
            script=Markup(script),  # noqa: S704 - ours, from the package
            policy=_policy(css, script),
        )
    )


def _drawings(items: Sequence[Item]) -> tuple[Drawing, ...]:
    """How counts moved over the reports; each mark leads to its figure in the report that has it."""
    from sayso.link.copies.alike import origins
    from sayso.link.events.series import series

    readings = [item.reading for item in items]
    anchored = _anchored(items)
    found = series(readings, origins(readings).__getitem__)
    return drawings(found, lambda report, row: f"{anchored[report][0]}-{row}")


def _anchored(items: Sequence[Item]) -> dict[str, tuple[str, Reading]]:
    """By report's id, where it stands on the page, and its reading."""
    return {item.reading.report.id: (f"r{place}", item.reading) for place, item in enumerate(items, 1)}


def notebook(reading: Reading) -> str:
    """The reading as a piece of HTML for a notebook's output: findings, the marked text, and nothing that runs."""
    view = _View(Item(reading), None)
    css = Markup(_asset("sayso.css"))  # noqa: S704 - ours, from the package
    return _templates().get_template("notebook.html.jinja").render(report=view, css=css)


def _counts(reports: Sequence[_View]) -> list[_Count]:
    """The figures that count something, of all reports, by what they count and the day they are told for."""
    return sorted((row for report in reports for row in report.counts), key=lambda row: (row.what, row.as_of))


def _with_notes(reading: Reading, shown: list[Block], notes: list[rows.Note]) -> list[_Paragraph]:
    """Each paragraph with the notes whose words begin in it (or before it, where nothing of the report stands).

    What a number in a table counts its headings say, so that it has no note there.
    """
    beside: dict[int, list[rows.Note]] = defaultdict(list)
    at = 0
    for note in notes:
        while at < len(shown) - 1 and shown[at].span.end <= note.start:
            at += 1
        if note.kind != "count" or not shown[at].row:
            beside[at].append(note)
    text, title = reading.report.text, reading.report.title
    return [
        _Paragraph(block.html, block.removed, block.span.of(text) == title, block.row, tuple(beside[place]))
        for place, block in enumerate(shown)
    ]


def _policy(css: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(css)}'",
            f"script-src '{_digest(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("sayso.show.html").joinpath("assets", name).read_text("utf-8")


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    """What a template prints: strings with their control characters made visible, null as nothing."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
