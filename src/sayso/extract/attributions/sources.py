"""Takes from a source what is told of the time (a day before or behind it), and gives it the name that belongs to it.

Stands alone because it asks the parse where dates stand, which rules of print do not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.stages import Parsed

_TIMES = frozenset(("DATE", "TIME"))
_BEFORE_A_DAY = frozenset(("on", "in", "at"))


def undated(parsed: Parsed, source: Sequence[Span]) -> tuple[Span, ...]:
    """`source` without a date that runs into it ("October | 13 state media") or ends it ("the office | on June 18")."""
    if not source:
        return ()
    found = [*source]
    found[0] = _after_a_date(parsed, found[0])
    found[-1] = _before_a_date(parsed, found[-1])
    return tuple(found)


def apposed(
    parsed: Parsed, source: tuple[Span, ...], content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content where the content begins with the source's own name: "according to his wife, | Ama, he fell".

    The source ends in a common noun, and the name stands between two commas.
    """
    if not source or not content or parsed.text[source[-1].end : content[0].start].strip() != ",":
        return source, content
    noun, tokens = parsed.tokens_in(source[-1]), parsed.tokens_in(content[0])
    if not noun or not tokens or parsed.tags[noun[-1]] != "NN":
        return source, content
    end = tokens.start
    while end < tokens.stop and parsed.tags[end] == "NNP":
        end += 1
    if end == tokens.start or end + 1 >= tokens.stop or parsed.words[end] != ",":
        return source, content
    first = Span(source[-1].start, int(parsed.ends[end - 1]))
    return (*source[:-1], first), (Span(int(parsed.starts[end + 1]), content[0].end), *content[1:])


def _after_a_date(parsed: Parsed, span: Span) -> Span:
    tokens = parsed.tokens_in(span)
    for entity in parsed.entities_in(tokens.start, tokens.start + 1) if tokens else ():
        if entity.label in _TIMES and entity.first < tokens.start and entity.last < tokens.stop:
            return Span(int(parsed.starts[entity.last]), span.end)
    return span


def _before_a_date(parsed: Parsed, span: Span) -> Span:
    tokens = parsed.tokens_in(span)
    for entity in parsed.entities_in(tokens.stop - 1, tokens.stop) if tokens else ():
        before = entity.first - 1
        leads = before > tokens.start and parsed.lower[before] in _BEFORE_A_DAY and parsed.tags[before - 1][:2] == "NN"
        if entity.label in _TIMES and entity.last >= tokens.stop and leads:
            return Span(span.start, int(parsed.ends[before - 1]))
    return span
