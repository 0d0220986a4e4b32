"""Joins figures, wording and demands to the attribution that carries them.

Stands alone because it links rows that the extractors found apart and changes none of their spans.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from sayso.model import Printed, Span
from sayso.resolve.nesting import innermost

if TYPE_CHECKING:
    from sayso.model import Actor, Attribution, Demand, Figure, Passage, Wording
    from sayso.stages import Parsed


FARTHEST = 6
"""Heads between what is asked and the verb of asking."""


def join_figures(figures: tuple[Figure, ...], rows: tuple[Attribution, ...]) -> tuple[Figure, ...]:
    """The figures with the innermost attribution that holds each."""
    held = innermost(rows, [figure.span for figure in figures])
    return tuple(
        msgspec.structs.replace(figure, attribution=None if row is None else rows[row].id)
        for figure, row in zip(figures, held, strict=True)
    )


def join_wording(wording: tuple[Wording, ...], rows: tuple[Attribution, ...]) -> tuple[Wording, ...]:
    """The loaded terms with the voice they stand in: the innermost attribution that holds each, else the outlet."""
    held = innermost(rows, [term.span for term in wording])
    return tuple(
        msgspec.structs.replace(term, voice="outlet" if row is None else rows[row].id)
        for term, row in zip(wording, held, strict=True)
    )


def join_demands(
    parsed: Parsed, demands: tuple[Demand, ...], rows: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> tuple[Demand, ...]:
    """The demands with the innermost attribution that holds what is asked for, and its speaker as who asks.

    Of one that no attribution holds, who asks is the actor that the subject of its verb names. What begins with the
    only sentence of a demand's content is all of it: "called for | those who fired to be tried".
    """
    held = innermost(rows, [demand.action.span for demand in demands])
    demands_of = Counter(held)
    joined = []
    for demand, row in zip(demands, held, strict=True):
        if row is None:
            joined.append(msgspec.structs.replace(demand, who=_asker(parsed, demand, actors)))
            continue
        whole = demand.action
        if (
            demands_of[row] == 1
            and rows[row].act == "demand"
            and _begins(parsed, demand.action.span, rows[row].content)
        ):
            whole = _bare(rows[row].content.spans[0], parsed.text)
        joined.append(msgspec.structs.replace(demand, attribution=rows[row].id, who=rows[row].speaker, action=whole))
    return tuple(joined)


def _asker(parsed: Parsed, demand: Demand, actors: tuple[Actor, ...]) -> str | None:
    """The actor that the subject of the verb of asking names; null where that is one who is asked, or no actor."""
    tokens = parsed.tokens_in(demand.action.span)
    at = tokens[0] if tokens else -1
    for _ in range(FARTHEST):
        head = int(parsed.heads[at])
        if at < 0 or head == at:
            return None
        at = head
        if at in tokens or not parsed.tags[at].startswith("VB"):
            continue
        subject = next((child for child in parsed.children[at] if parsed.deps[child] == "nsubj"), None)
        if subject is None:
            continue
        span = parsed.span(subject, subject + 1)
        named = (actor.id for actor in actors if any(mention.holds(span) for mention in actor.mentions))
        asked = parsed.words[subject] in {word for one in demand.of for word in one.split()}
        return None if asked else next(named, None)
    return None


def _begins(parsed: Parsed, action: Span, content: Passage) -> bool:
    """Whether a content of one stretch and one sentence begins with what is asked, and goes on after it."""
    span = content.spans[0]
    tokens = parsed.tokens_in(span)
    one = len(content.spans) == 1 and len(tokens) > 0 and parsed.sentence[tokens[0]] == parsed.sentence[tokens[-1]]
    return one and action.start == span.start and action.end < span.end


def _bare(span: Span, text: str) -> Printed:
    """The words of a stretch without the marks that end its sentence."""
    words = span.of(text).rstrip(" ,.;:!?")
    return Printed(Span(span.start, span.start + len(words)), words)
