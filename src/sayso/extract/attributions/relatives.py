"""Puts what a relative word stands for in its place, where a source or content has nothing but that word to go by.

Stands alone because a relative clause says who said something of words that stand elsewhere ("the attack, which Renn
condemned", "what Renn called a gift"), and the reader marks the relative word for want of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.wholes import trimmed
from sayso.model import Span
from sayso.parse.labels import RELATIVE_PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.decoding import Candidate
    from sayso.stages import Parsed

RELATIVE = RELATIVE_PRONOUNS | {"WP$"}
JOINING = frozenset(("IN", ",", "CC", "TO"))
"""What leads on to a relative word that ends a content: "in which"."""
MOST = 25
"""Words of what a relative word stands for at most."""


def without_relatives(parsed: Parsed, one: Candidate) -> Candidate | None:
    """The candidate without relative words; null where its content is one that stands for nothing told."""
    if not one.cue or not one.content:
        return one
    source = _own(parsed, one)
    if all(_bare(parsed, span) for span in one.content):
        told = _antecedent(parsed, one)
        return None if told is None else replace(one, source=source, content=(told,))
    content = (*one.content[:-1], _ended(parsed, one.content[-1]))
    return replace(one, source=source, content=_without_what(parsed, content))


def _without_what(parsed: Parsed, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content without the "what" in front of a part of its own: "what | Renn described | as a gift"."""
    if len(content) == 1 or not _bare(parsed, content[0]):
        return content
    first, *more = content[1:]
    tokens = parsed.tokens_in(first)
    if len(tokens) > 1 and parsed.lower[tokens[0]] == "as":
        first = Span(int(parsed.starts[tokens[1]]), first.end)
    return (first, *more)


def _bare(parsed: Parsed, span: Span) -> bool:
    """Whether a span is a relative word alone, or behind a preposition."""
    tags = [parsed.tags[token] for token in parsed.tokens_in(span)]
    return bool(tags) and tags[-1] in RELATIVE and all(tag in JOINING for tag in tags[:-1])


def _ended(parsed: Parsed, span: Span) -> Span:
    """`span` without a relative word that it ends in, and without what leads on to that."""
    tokens = list(parsed.tokens_in(span))
    if not tokens or parsed.tags[tokens[-1]] not in RELATIVE or _asks(parsed, tokens):
        return span
    tokens.pop()
    while tokens and parsed.tags[tokens[-1]] in JOINING:
        tokens.pop()
    return trimmed(parsed.text, Span(span.start, int(parsed.ends[tokens[-1]]))) if tokens else span


def _asks(parsed: Parsed, tokens: Sequence[int]) -> bool:
    """Whether the sentence ends with the last of the words: "I know what"."""
    after = tokens[-1] + 1
    return after == len(parsed) or not parsed.words[after][0].isalnum()


def _antecedent(parsed: Parsed, one: Candidate) -> Span | None:
    """What a relative clause hangs on, as far as it stands before it: "| a gift |, which he refused"."""
    relative = next(t for span in one.content for t in parsed.tokens_in(span) if parsed.tags[t] in RELATIVE)
    if parsed.lower[relative] == "what":
        return None
    verb = relative
    while parsed.deps[verb] != "relcl":
        if int(parsed.heads[verb]) == verb:
            return None
        verb = int(parsed.heads[verb])
    head = int(parsed.heads[verb])
    before = [token for token in parsed.subtree(head) if token < relative]
    own = {token for span in (*one.source, *one.cue) for token in parsed.tokens_in(span)}
    if head >= relative or not before or not own.isdisjoint(before) or relative - min(before) > MOST:
        return None
    end = relative - 1
    while end > head and not parsed.words[end][0].isalnum():
        end -= 1
    while end > head and parsed.tags[end] in JOINING:
        end -= 1
    return parsed.span(min(before), end + 1)


def _own(parsed: Parsed, one: Candidate) -> tuple[Span, ...]:
    """The source from the cue's subject on, where a relative word before that parts it: "a man who, | police | say"."""
    verbs = [token for span in one.cue for token in parsed.tokens_in(span)]
    for at, span in enumerate(one.source):
        tokens = parsed.tokens_in(span)
        for token in tokens[:-1]:
            if parsed.tags[token] not in RELATIVE_PRONOUNS or parsed.lower[token] == "who":
                continue
            subject = next((t for t in range(token + 1, tokens.stop) if int(parsed.heads[t]) in verbs), None)
            if subject is not None and parsed.deps[subject] == "nsubj":
                first = max(token + 1, min(parsed.subtree(subject)))
                return (*one.source[:at], Span(int(parsed.starts[first]), span.end), *one.source[at + 1 :])
    return one.source
