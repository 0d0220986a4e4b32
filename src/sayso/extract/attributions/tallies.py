"""Finds who gave a number where the reader found no row: "had given a toll of 37", "put the number at 40".

Stands alone because such a verb says nothing by itself: its object, a word for a count, and the number behind that do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.model import Span
    from sayso.stages import Parsed

CONFIDENCE = 0.9
MOST = 60
"""Words of a content at most."""
NEAR = 6
"""Words between a count and its number at most."""


def tallies(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The numbers that somebody gave, whose words stand in none of those in `found` and in no quotation."""
    taken = {token for c in found for span in (*c.source, *c.cue, *c.content) for token in parsed.tokens_in(span)}
    for token, word in enumerate(parsed.lower):
        if token in taken or not parsed.tags[token].startswith("VB"):
            continue
        if lemma(word, "verb") not in words("cues", "tallies", "verbs"):
            continue
        made = _active(parsed, token) or _passive(parsed, token)
        if made is None or any(marks.meeting(span) for span in made.cue):
            continue
        told = {t for span in (*made.source, *made.cue, *made.content) for t in parsed.tokens_in(span)}
        if taken.isdisjoint(told):
            taken |= told
            yield made


def _active(parsed: Parsed, verb: int) -> Candidate | None:
    """The row of "The ministry had given a toll of 37 on Tuesday"."""
    who, count = (_child(parsed, verb, label) for label in ("nsubj", "dobj"))
    if who is None or count is None or not who < verb < count or _undone(parsed, verb) or not _numbered(parsed, count):
        return None
    source = _below(parsed, who)
    last = max(t for t in parsed.subtree(verb) if t >= count)
    first = min(parsed.subtree(count))
    content = _stretch(parsed, first, last) if first > verb else None
    return (
        None
        if source is None or content is None
        else Candidate((source,), (_cue(parsed, verb),), (content,), CONFIDENCE)
    )


def _passive(parsed: Parsed, verb: int) -> Candidate | None:
    """The row of "The number of the dead was put at 37 by the ministry"."""
    count, agent = _child(parsed, verb, "nsubjpass"), _child(parsed, verb, "agent")
    if count is None or agent is None or not count < verb < agent or _undone(parsed, verb):
        return None
    who = _child(parsed, agent, "pobj")
    if who is None or not _is_count(parsed, count) or not _number(parsed, range(verb + 1, agent)):
        return None
    source, content = _below(parsed, who), _below(parsed, count)
    rest = _stretch(parsed, verb + 1, agent - 1)
    if source is None or content is None or rest is None:
        return None
    return Candidate((source,), (_cue(parsed, verb),), (content, rest), CONFIDENCE)


def _numbered(parsed: Parsed, count: int) -> bool:
    """Whether a word for a count has its number soon behind it ("a toll of 37", "the figure for March at 40")."""
    behind = range(count + 1, min(count + 1 + NEAR, len(parsed)))
    return _is_count(parsed, count) and _number(parsed, behind, loose=_is_loose(parsed, count))


def _is_count(parsed: Parsed, token: int) -> bool:
    return lemma(parsed.lower[token], "noun") in words("cues", "tallies", "nouns")


def _is_loose(parsed: Parsed, token: int) -> bool:
    return lemma(parsed.lower[token], "noun") in words("cues", "tallies", "loose")


def _number(parsed: Parsed, some: range, *, loose: bool = False) -> bool:
    """Whether a number stands among some words, behind "of", "at" or "as", and no other verb before it.

    `loose`: "of" may lead to what is counted instead.
    """
    leading = words("cues", "tallies", "leading") - ({"of"} if loose else set())
    for token in some:
        if parsed.tags[token] == "CD":
            return any(parsed.lower[t] in leading for t in range(some.start, token))
        if parsed.tags[token] in FINITE or parsed.words[token] in {",", ".", ";"}:
            return False
    return False


def _undone(parsed: Parsed, verb: int) -> bool:
    """Whether it was not done, or may only be."""
    return any(parsed.deps[c] == "neg" or parsed.tags[c] == "MD" for c in parsed.children[verb])


def _cue(parsed: Parsed, verb: int) -> Span:
    return parsed.span(verb, verb + 1)


def _child(parsed: Parsed, head: int, label: str) -> int | None:
    return next((c for c in parsed.children[head] if parsed.deps[c] == label), None)


def _below(parsed: Parsed, head: int) -> Span | None:
    """What hangs on a word, as one stretch."""
    tokens = parsed.subtree(head)
    return _stretch(parsed, min(tokens), max(tokens))


def _stretch(parsed: Parsed, first: int, last: int) -> Span | None:
    while last > first and parsed.words[last] in {".", ",", ";", ":"}:
        last -= 1
    return trimmed(parsed.text, parsed.span(first, last + 1)) if first <= last <= first + MOST else None
