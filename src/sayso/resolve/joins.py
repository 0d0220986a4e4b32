"""Joins figures, wording and demands to the attribution that carries them, and figures to the date they hold for.

Stands alone because it links rows that the extractors found apart and changes none of their spans.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from sayso.resolve.nesting import innermost
from sayso.resolve.terms import words

if TYPE_CHECKING:
    from sayso.model import Attribution, Date, Demand, Figure, Wording
    from sayso.stages import Parsed

ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\dW-])")
STEPS = 8


def join_figures(
    parsed: Parsed, figures: tuple[Figure, ...], dates: tuple[Date, ...], rows: tuple[Attribution, ...]
) -> tuple[Figure, ...]:
    """The figures with the innermost attribution that holds each, and the dates of "as of", "by" and "since"."""
    held = innermost(rows, [figure.span for figure in figures])
    by_sentence = _bounds(parsed, dates)
    joined = []
    for figure, row in zip(figures, held, strict=True):
        as_of, since = _dates_of(parsed, figure, by_sentence)
        joined.append(
            msgspec.structs.replace(
                figure,
                attribution=None if row is None else rows[row].id,
                as_of=figure.as_of or as_of,
                since=figure.since or since,
            )
        )
    return tuple(joined)


def _bounds(parsed: Parsed, dates: tuple[Date, ...]) -> dict[int, list[tuple[str, int, str]]]:
    """By sentence, the dates that follow such a preposition: which words, the date's first token, its ISO value."""
    found: defaultdict[int, list[tuple[str, int, str]]] = defaultdict(list)
    for date in dates:
        tokens = parsed.tokens_in(date.span)
        value = ISO.match(date.value)
        if not len(tokens) or value is None:
            continue
        lead = _lead(parsed, tokens[0])
        began = _began(parsed, tokens[-1]) if lead is None else None
        if lead is not None:
            found[parsed.sentence[tokens[0]]].append((lead, tokens[0], value.group()))
        elif began is not None:
            found[parsed.sentence[tokens[0]]].append(("since", began, value.group()))
    return found


def _began(parsed: Parsed, token: int) -> int | None:
    """The token by which "since" hangs on its clause, where a date tells its start ("since war began in 2011")."""
    at = token
    for _ in range(STEPS):
        head = int(parsed.heads[at])
        if head == at:
            return None
        at = head
        if parsed.lower[at] in words("relays", "times", "since"):
            return at
        if parsed.tags[at][:2] == "VB":
            below = (parsed.lower[c] for c in parsed.children[at] if c < token)
            return at if any(word in words("relays", "times", "since") for word in below) else None
    return None


def _lead(parsed: Parsed, token: int) -> str | None:
    """The preposition of time right before `token` (or at it, where the date's words begin with it)."""
    for end in (token, token + 1):
        for size in (2, 1):
            phrase = " ".join(parsed.lower[max(0, end - size) : end])
            if phrase in words("relays", "times"):
                return phrase
    return None


def _dates_of(
    parsed: Parsed, figure: Figure, by_sentence: dict[int, list[tuple[str, int, str]]]
) -> tuple[str | None, str | None]:
    tokens = parsed.tokens_in(figure.span)
    if not len(tokens):
        return None, None
    as_of = since = None
    for lead, token, value in by_sentence.get(parsed.sentence[tokens[0]], ())[:16]:
        clause = _clause(parsed, tokens[-1])
        same = _clause(parsed, token) == clause
        if lead in words("relays", "times", "since"):
            since = since or (value if same else None)
        elif same or lead.startswith("as "):
            ahead = any(parsed.tags[c] in {"MD", "TO"} for c in parsed.children[clause])
            as_of = as_of or (None if ahead and not lead.startswith("as ") else value)
    return as_of, since


def _clause(parsed: Parsed, token: int) -> int:
    here = int(parsed.heads[token])
    for _ in range(STEPS):
        if parsed.tags[here][:2] == "VB" or int(parsed.heads[here]) == here:
            break
        here = int(parsed.heads[here])
    return here


def join_wording(wording: tuple[Wording, ...], rows: tuple[Attribution, ...]) -> tuple[Wording, ...]:
    """The loaded terms with the voice they stand in: the innermost attribution that holds each, else the outlet."""
    held = innermost(rows, [term.span for term in wording])
    return tuple(
        msgspec.structs.replace(term, voice="outlet" if row is None else rows[row].id)
        for term, row in zip(wording, held, strict=True)
    )


def join_demands(demands: tuple[Demand, ...], rows: tuple[Attribution, ...]) -> tuple[Demand, ...]:
    """The demands with the innermost attribution that holds what is asked for, and its speaker as who asks."""
    held = innermost(rows, [demand.action.span for demand in demands])
    joined = []
    for demand, row in zip(demands, held, strict=True):
        if row is None:
            joined.append(demand)
        else:
            joined.append(msgspec.structs.replace(demand, attribution=rows[row].id, who=rows[row].speaker))
    return tuple(joined)
