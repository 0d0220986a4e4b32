"""Draws the series of a figure as SVG for the page: a dot or a bar a number, each a link to the words that say it.

Stands alone because it only reckons places on paper: what a series holds is `sayso.link.events.series`' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.show import words
from sayso.show.plot import counts, heading, how
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sayso.link.events.series import Point, Series

WIDTH, HEIGHT = 640, 240
"""The drawing's size, in its own units."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 24, 14, 34
_HUES, _SHAPES = 7, 3
_FEWEST, _MOST_PLOTS = 3, 12
_TICKS = 4
_SPREAD = 9.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One number: where it stands (`low` and `high` are the ends of its bar), whose it is, and where its words are.

    Sources share a hue only where they differ in `shape`. `back`: where the words stand that take it back, empty where
    nothing does.
    """

    x: float
    y: float
    low: float
    high: float
    hue: int
    shape: int
    anchor: str
    label: str
    back: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid, or a day below it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A source with its colour and shape."""

    hue: int
    shape: int
    name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One series, ready for the template."""

    title: str
    marks: tuple[Mark, ...]
    values: tuple[Tick, ...]
    days: tuple[Tick, ...]
    legend: tuple[Legend, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    base: int = HEIGHT - _BOTTOM

    @property
    def back(self) -> bool:
        """Whether a number in it was taken back."""
        return any(mark.back for mark in self.marks)


def drawings(found: Iterable[Series], anchor: Callable[[str, str], str]) -> tuple[Drawing, ...]:
    """The series that are worth a drawing: with at least three numbers that have a day, on two days or more.

    `anchor` gives for a report's id and a row the place on the page to which its mark leads. The fullest come first.
    """
    made = [drawing for each in found if (drawing := _drawing(each, anchor))]
    return tuple(sorted(made, key=lambda drawing: -len(drawing.marks)))[:_MOST_PLOTS]


def _drawing(each: Series, anchor: Callable[[str, str], str]) -> Drawing | None:
    points = [(day, point) for point in each.points if (day := _day(point.when)) is not None]
    days = sorted({day for day, _ in points})
    if len(points) < _FEWEST or len(days) < 2:  # noqa: PLR2004 - one day is no series
        return None
    top = _rounded(max(end for _, point in points for end in (point.low, point.high) if end is not None))
    across = (WIDTH - _LEFT - _RIGHT) / ((days[-1] - days[0]).days or 1)
    sources = list(dict.fromkeys(point.source for _, point in points))
    taken: dict[date, int] = {}
    marks = []
    for day, point in points:
        shift = taken[day] = taken.get(day, -1) + 1
        aside = _SPREAD * ((shift + 1) // 2) * (-1 if shift % 2 else 1)
        x = _LEFT + (day - days[0]).days * across + aside
        marks.append(_mark(point, min(max(x, _LEFT), WIDTH - _RIGHT), top, sources, anchor))
    return Drawing(
        heading(each),
        tuple(marks),
        tuple(Tick(_height(top * step / _TICKS, top), words.number(top * step / _TICKS)) for step in range(_TICKS + 1)),
        tuple(Tick(_LEFT + (day - days[0]).days * across, day.isoformat()) for day in _few(days)),
        tuple(Legend(at % _HUES, _shape(at), one_line(source)) for at, source in enumerate(sources)),
    )


def _mark(point: Point, x: float, top: float, sources: list[str], anchor: Callable[[str, str], str]) -> Mark:
    low = point.low if point.low is not None else 0.0
    high = point.high if point.high is not None else top
    value = point.value if point.value is not None else low if point.high is None else high
    said = words.bounded(point.value, point.low, point.high, point.bound) or one_line(point.text)
    parts = point.when or "", one_line(point.source), said, how(point), counts(point), _corrected(point)
    label = ", ".join(part for part in parts if part)
    by = point.corrected
    first, at = point.tellers[0], sources.index(point.source)
    return Mark(
        round(x, 1), _height(value, top), _height(low, top), _height(high, top),
        at % _HUES, _shape(at), anchor(first.report, first.row), label,
        anchor(by.report, by.row) if by is not None else "",
    )  # fmt: skip


def _corrected(point: Point) -> str:
    """That a number was taken back, with the words; or which number it puts right; empty for any other."""
    if (by := point.corrected) is not None:
        return f"taken back: {words.number(by.value)} ({one_line(by.words)})"
    return f"corrects {words.number(point.corrects)}" if point.corrects is not None else ""


def _shape(at: int) -> int:
    return at // _HUES % _SHAPES


def _height(value: float, top: float) -> float:
    room = HEIGHT - _TOP - _BOTTOM
    return round(HEIGHT - _BOTTOM - room * min(max(value, 0), top) / top, 1)


def _rounded(most: float) -> float:
    """The end of the axis: the next number that four steps reach evenly."""
    step = 1
    while step * _TICKS < most:
        step *= 10
    for part in (step / 10, step / 5, step / 4, step / 2):
        if part * _TICKS >= most and part >= 1:
            return part * _TICKS
    return float(step * _TICKS)


def _few(days: list[date], most: int = 7) -> list[date]:
    stride = -(-len(days) // most)
    return days[::stride]


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat(when or "")
    except ValueError:
        return None
