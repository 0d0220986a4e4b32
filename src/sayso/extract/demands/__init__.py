"""Finds demands by their syntax: whom they are put to, what is asked, and until when.

Stands alone because a demand shows in the construction ("called on X to do Y", "X must do Y") whoever utters it; who
does is joined by `resolve`. Precision comes first: what is only supposed, denied or wished is left out. The verbs,
nouns and words of duty are in ``lexicon/demands.toml``.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sayso.extract.demands.constructions import demand_at, uttered
from sayso.extract.demands.frames import frames
from sayso.model import Demand, Printed

if TYPE_CHECKING:
    from sayso.extract.demands.shape import Found
    from sayso.stages import Parsed


def extract(parsed: Parsed) -> tuple[Demand, ...]:
    """The report's demands in text order, ids ``m1`` onwards; `who` and `attribution` are left to `resolve`.

    `action` is the clause or thing asked for, without "to", "that" and those asked. `until` is ISO 8601 where the words
    are a whole date, else the words as printed.
    """
    found: dict[tuple[int, int], Found] = {}
    said = uttered(parsed)
    for token, tag in enumerate(parsed.tags):
        hit = demand_at(parsed, token, tag, said)
        if hit is not None:
            found.setdefault(hit.action, hit)
    rows = sorted(found.values(), key=lambda row: row.action)
    # Of two that end at one word, the one that begins later and knows who is asked says the same more closely.
    latest = {row.action[1]: row.action[0] for row in rows if row.of}
    kept = [row for row in rows if row.action[0] >= latest.get(row.action[1], -1)]
    return tuple(_demand(parsed, number, row) for number, row in enumerate(kept, 1))


def _demand(parsed: Parsed, number: int, row: Found) -> Demand:
    span = parsed.span(row.action[0], row.action[1] + 1)
    of = tuple(
        " ".join(parsed.words[t] for t in who) if _gapped(who) else _text(parsed, who[0], who[-1]) for who in row.of
    )
    return Demand(
        id=f"m{number}",
        attribution=None,
        who=None,
        of=of,
        action=Printed(span=span, text=span.of(parsed.text)),
        until=None if row.until is None else _date(_text(parsed, *row.until)),
    )


def _gapped(tokens: tuple[int, ...]) -> bool:
    return tokens[-1] - tokens[0] + 1 != len(tokens)


def _text(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(parsed.span(first, last + 1).of(parsed.text).split())


def _date(words: str) -> str:
    for form in frames().formats:
        try:
            return datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return words
