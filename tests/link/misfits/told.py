"""Reports made by hand for the tests of what does not fit between two, so that they need no trained model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sayso.link.misfits.between import Compared, Prepared, Shared, compare, prepare
from sayso.model import Actor, Attribution, Cue, Date, Figure, Outlet, Passage, Printed, Reading, Report, Span

FRIDAY = date(2031, 5, 9)
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Said:
    """An attribution: source, cue and content as they stand in the text, and the relays before the speaker."""

    source: str
    cue: str
    content: str
    relays: tuple[str, ...] = ()
    act: str = "assert"
    stance: str = "neutral"


def slug(name: str) -> str:
    """The id of an actor."""
    return "-".join(name.lower().split())


def report(  # noqa: PLR0913 - what a report has
    outlet: str,
    text: str,
    *,
    published: str = "2031-05-09",
    said: tuple[Said, ...] = (),
    counts: tuple[tuple[str, int, str], ...] = (),
    bound: str = "exact",
    noun: str = "people",
    roles: tuple[tuple[str, str], ...] = (),
) -> Prepared:
    """A report of `outlet`; `counts` are words, value and what befell the counted; days of the week are found."""
    rows = tuple(_attribution(text, number, outlet, one) for number, one in enumerate(said))
    names = {outlet, *(name for one in said for name in (one.source, *one.relays))}
    given = dict(roles)
    actors = tuple(
        Actor(slug(name), name, "person" if name in given else "organisation", (given[name],) if name in given else (), (), ())
        for name in sorted(names)
    )  # fmt: skip
    figures = tuple(_figure(text, number, *one, bound, noun, rows) for number, one in enumerate(counts))
    made = Report(
        f"sha256:{outlet}", None, outlet, Outlet(outlet), None, None, published, "given", "en", "read", None, text, (), None,
    )  # fmt: skip
    return prepare(Reading("0", 1, made, actors, rows, figures, _dates(text, published)))


def found(a: Prepared, b: Prepared, shared: Shared | None = None) -> list[str]:
    """The kinds of what does not fit between two reports."""
    return [one.kind for one in both(a, b, shared).findings]


def both(a: Prepared, b: Prepared, shared: Shared | None = None) -> Compared:
    """What two reports make together, the same in either order."""
    known = shared or Shared()
    one, other = compare(a, b, known), compare(b, a, known.turned())
    assert one == other
    return one


def differs(a: Prepared, b: Prepared) -> set[str]:
    """What kept the pairs apart that were let go."""
    return {one.differs for one in both(a, b).passed}


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _attribution(text: str, number: int, outlet: str, one: Said) -> Attribution:
    spans = (_at(text, one.content),)
    mode = "direct" if one.content.startswith('"') else "indirect"
    return Attribution(
        f"a{number}", "speech", Passage((_at(text, one.source),), one.source),
        Cue((_at(text, one.cue),), one.cue, {"said": "say", "reported": "report"}.get(one.cue, one.cue), one.stance),  # type: ignore[arg-type]
        Passage(spans, one.content), mode, one.act,  # type: ignore[arg-type]
        slug(one.source), (slug(outlet), *map(slug, one.relays), slug(one.source)), None, None, None, None, 0.9,
    )  # fmt: skip


def _figure(  # noqa: PLR0913, PLR0917 - what a figure has
    text: str, number: int, words: str, value: int, befell: str, bound: str, noun: str, rows: tuple[Attribution, ...]
) -> Figure:
    span = _at(text, words)
    told = next((row.id for row in rows if any(part.holds(span) for part in row.content.spans)), None)
    low = None if bound == "at_most" else value
    high = None if bound == "at_least" else value
    printed = Printed(_at(text[span.start :], noun), noun) if noun in text[span.start :] else None
    if printed is not None:
        printed = Printed(Span(printed.span.start + span.start, printed.span.end + span.start), noun)
    return Figure(
        f"f{number}", "count", span, words, value, low, high, bound, None, "person", printed, befell or None, None, None,  # type: ignore[arg-type]
        noun, None, None, None, told,
    )  # fmt: skip


def _dates(text: str, published: str) -> tuple[Date, ...]:
    """The days of the week that a text names, as the last such day up to its publication."""
    rows = []
    now = date.fromisoformat(published[:10])
    for name in WEEK:
        at = text.find(name)
        while at >= 0:
            back = (now.weekday() - WEEK.index(name)) % 7
            value = (now - timedelta(days=back)).isoformat()
            rows.append(Date(f"d{len(rows)}", Span(at, at + len(name)), name, "DATE", value, None, None))
            at = text.find(name, at + 1)
    return tuple(sorted(rows, key=lambda row: row.span))
