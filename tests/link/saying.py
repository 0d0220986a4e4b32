"""Statements and actors made by hand for the tests of claims, so that they need no trained model."""

from __future__ import annotations

from sayso.link.actors.known import Known
from sayso.link.claims.statements import Statement, rows, statement
from sayso.model import Act as Acts
from sayso.model import Actor, ActorKind, Attribution, Cue, Date, Figure, Mode, Outlet, Passage, Reading, Report, Span

Counted = tuple[str, float, str]
"""The words of a figure, its value and its bound."""
Dated = tuple[str, str, str]
"""The words of a date, its type and its value."""


def known(
    name: str,
    kind: ActorKind = "person",
    *roles: str,
    aliases: tuple[str, ...] = (),
    outlet: str | None = None,
    places: tuple[str, ...] = (),
    told: tuple[str, ...] = (),
) -> Known:
    """An actor as a report tells of it."""
    row = Actor(name.casefold().replace(" ", "-"), name, kind, roles, aliases, ())
    return Known(row, outlet, frozenset(places), None, told)


LIRA = known("Lira Venn", "person", "minister")


def said(  # noqa: PLR0913 - each may be told of a content
    content: str,
    by: Known | None = LIRA,
    *,
    figures: tuple[Counted, ...] = (),
    dates: tuple[Dated, ...] = (),
    published: str | None = "2031-03-05",
    act: Acts = "assert",
    mode: Mode = "indirect",
    cue: str = "said",
    report: str = "one",
) -> Statement:
    """A statement with `content`, told after a cue."""
    text = f"{cue} {content}"
    start = len(cue) + 1
    span = Span(start, len(text))
    row = Attribution(
        "a1", "speech", None, Cue((Span(0, len(cue)),), cue, cue, "neutral"), Passage((span,), content), mode, act,
        by.actor.id if by else None, (), None, None, None, None, 0.9,
    )  # fmt: skip
    made = Reading(
        "0", 1, _report(report, text, published), (by.actor,) if by else (), (row,),
        tuple(_figure(text, *figure) for figure in figures), tuple(_date(text, *date) for date in dates),
    )  # fmt: skip
    return statement(rows(made), row.content, by, row)


def _report(name: str, text: str, published: str | None) -> Report:
    return Report(
        name, None, name, Outlet("The Courier"), None, None, published, None, "en", "read", None, text, (), None
    )  # fmt: skip


def _figure(text: str, words: str, value: float, bound: str) -> Figure:
    start = text.index(words)
    unit = words.rsplit(maxsplit=1)[-1]
    return Figure(
        words, "count", Span(start, start + len(words)), words, value, value, value, bound, None, unit, None,  # type: ignore[arg-type]
        None, None, None, None, None, None, None, None,
    )  # fmt: skip


def _date(text: str, words: str, kind: str, value: str) -> Date:
    start = text.index(words)
    return Date(words, Span(start, start + len(words)), words, kind, value, None, None)  # type: ignore[arg-type]
