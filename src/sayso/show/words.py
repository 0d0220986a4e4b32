"""The plain English in which every view names what the contract names by key: acts, findings, bounds, quantities.

Stands alone so that the terminal, the page and the tables say the same thing in the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.show.visible import one_line

if TYPE_CHECKING:
    from sayso.ledger import AttributionRow, FigureRow
    from sayso.link.rows import ClaimsRow
    from sayso.model import Act, Actor, Attribution, Bound, Figure, FindingKind, Reading, Report, Stance

ACTS: dict[Act, str] = {
    "assert": "states",
    "deny": "denies",
    "demand": "demands",
    "promise": "promises",
    "threaten": "threatens",
    "accuse": "accuses",
    "praise": "praises",
    "condemn": "condemns",
    "predict": "predicts",
    "ask": "asks",
}


def claimed(row: ClaimsRow) -> str:
    """A claim's words on one line, with what is done by them where that is more than to state them ("denies: ...")."""
    act = row.attributions[0].act
    said = one_line(row.text)
    return said if act == "assert" else f"{ACTS[act]}: {said}"


STANCES: dict[Stance, str] = {
    "neutral": "",
    "endorsing": "cue endorses",
    "doubting": "cue doubts",
}

BOUNDS: dict[Bound, str] = {
    "exact": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
    "about": "about ",
    "between": "",
}

FINDINGS: dict[FindingKind, str] = {
    "duration-mismatch": "The duration does not match its dates",
    "order-conflict": "The end stands before the start",
    "weekday-mismatch": "The weekday does not match the date",
    "sum-mismatch": "The parts do not add up to the total",
    "figure-conflict": "Two sources give figures that do not meet",
    "figure-decrease": "A running count goes down",
    "date-conflict": "Two dates for one event",
    "attribution-conflict": "One utterance, two speakers",
    "quote-altered": "The same quotation with other words",
    "own-voice-shift": "Attributed there, told as fact here",
    "page-date": "The date on the page cannot be the report's",
    "not-in-cited-source": "The cited source does not say it",
}

AS_PRINTED = frozenset({"age", "duration", "measure", "rate"})
"""Kinds of figure whose own words hold the unit as well ("two days"), so that none is put together here."""
LIKELY = 0.5
"""An attribution of which we are less sure than this is more likely wrong than right, and is marked in every view."""

STATUSES = {"read": "read", "not-read": "not read", "failed": "failed"}


def number(value: float) -> str:
    """A number with thousands set apart by commas, and no zeros that were not there."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def bounded(value: float | None, low: float | None, high: float | None, bound: Bound) -> str:
    """A value with its bound in words ("at least 34", "20 to 30"); empty where there is no value to give."""
    if bound == "between" and low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    return "" if value is None else BOUNDS[bound] + number(value)


def amount(figure: Figure) -> str:
    """The figure's value with its bound ("at least 34", "20 to 30"); its words as printed where it has no value."""
    said = bounded(figure.value, figure.low, figure.high, figure.bound)
    if not said or figure.kind in AS_PRINTED:
        return one_line(figure.text)
    if figure.unit == "percent":
        return said + " %"
    return f"{figure.unit} {said}" if figure.kind == "money" and figure.unit else said


def counted(figure: Figure) -> str:
    """What the figure counts, as printed, then as understood ("bodies · killed"); empty where `amount` says it."""
    if figure.kind == "rate":
        return _rated(figure)
    if figure.kind in AS_PRINTED:
        return one_line(figure.counted or "")
    said = bounded(figure.value, figure.low, figure.high, figure.bound)
    if figure.noun:
        noun = figure.noun.text
    else:
        told = (
            figure.unit in {None, "percent"} or figure.kind == "money" or (figure.unit == "person" and figure.counted)
        )
        noun = figure.unit if said and figure.unit and not told else ""
    known = not said and figure.noun is not None and figure.noun.text in figure.text
    parts = [noun if noun and not known else "", figure.counted or ""]
    return one_line(" · ".join(dict.fromkeys(part for part in parts if part)))


def _rated(figure: Figure) -> str:
    """Of what a rate is, in brackets behind its own words ("(Oil prices)")."""
    noun = figure.noun.text if figure.noun and figure.noun.text not in figure.text else ""
    told = " · ".join(part for part in (noun, figure.counted) if part)
    return f"({one_line(told)})" if told else ""


def when(figure: Figure) -> str:
    """The day for which the figure is told, and since when it counts, in a few words."""
    parts = []
    if figure.since:
        parts.append(f"since {figure.since}")
    if figure.as_of:
        parts.append(f"as of {figure.as_of}")
    return ", ".join(parts)


_FULL_MINUTE = re.compile(r"^(\d\d:\d\d):00(?=Z|[+-]|$)")


def moment(published: str | None) -> str:
    """An ISO 8601 date or date-time as people read it: the date, then the time with its zone."""
    if not published:
        return "no date"
    day, _t, time = published.partition("T")
    time = _FULL_MINUTE.sub(r"\1", time)
    return f"{day} {time.removesuffix('Z')} UTC" if time.endswith("Z") else f"{day} {time}".rstrip()


def dated(report: Report) -> str:
    """The report's date and where it comes from, in words."""
    if not report.published or not report.published_from:
        return moment(report.published)
    return moment(report.published) + {"given": ", as given", "text": ", from the text"}.get(
        report.published_from, ", from the metadata"
    )


def heading(report: Report) -> str:
    """The report's title; without one its first words; without text its path."""
    if report.title:
        return one_line(report.title)
    first = one_line(report.text[:200])
    return (first[:80].rsplit(" ", 1)[0] + " …" if len(first) > 80 else first) or one_line(report.path)  # noqa: PLR2004


def names(reading: Reading) -> dict[str, str]:
    """The name of each actor by its id."""
    return {actor.id: one_line(actor.name) for actor in reading.actors}


def speaker(attribution: Attribution, named: dict[str, str]) -> str:
    """The speaker's name; where it is unknown, the source as printed; without a source, that it is unknown."""
    if attribution.speaker:
        return named.get(attribution.speaker, attribution.speaker)
    if attribution.source:
        return one_line(attribution.source.text)
    return "unknown"


def relays(attribution: Attribution, named: dict[str, str], outlet: str | None) -> list[str]:
    """The names through whom the words came, nearest to the reader first, without speaker and own outlet."""
    chain = list(attribution.chain)
    if chain and chain[-1] == attribution.speaker:
        chain.pop()
    told = [named.get(actor, one_line(actor)) for actor in chain]
    return told[1:] if told and outlet is not None and told[0] == one_line(outlet) else told


def via(attribution: Attribution, named: dict[str, str], outlet: str | None) -> str:
    """Through whom the words came as a phrase: "via Radio Karsk, then a senior official"; empty where nobody else."""
    told = relays(attribution, named, outlet)
    return "via " + ", then ".join(told) if told else ""


def outlet_name(reading: Reading) -> str | None:
    """The name of the report's outlet, null where it is unknown."""
    return reading.report.outlet.name if reading.report.outlet else None


def act(attribution: Attribution | AttributionRow) -> str:
    """What is done with the words ("demands"); for a thought, that it is one."""
    return ACTS[attribution.act] if attribution.kind == "speech" else "thought"


def doubt(attribution: Attribution | AttributionRow) -> str:
    """How sure we are of a row that is more likely wrong than right ("only 19% sure"); empty for any other."""
    return f"only {attribution.confidence:.0%} sure" if attribution.confidence < LIKELY else ""


def teller(figure: FigureRow) -> str:
    """Who says a figure, and where that is more than stating it what is done: "Ada Rell (denies)"."""
    if figure.attribution is None:
        return "the outlet"
    who = figure.speaker or "unknown"
    return who if figure.act in (None, "assert") else f"{who} ({ACTS[figure.act]})"


def roles(actor: Actor) -> str:
    """The actor's roles as one line."""
    return one_line("; ".join(actor.roles))
