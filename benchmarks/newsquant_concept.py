"""Names the concept of a figure as NewsQuant marks it: the noun, what hangs on it, and the subject of the clause.

Stands alone because it is NewsQuant's convention and not Sayso's: a row's `noun` is one stretch of the text, while this
concept is a set of words from anywhere in the sentence. It starts from the row and asks the row's own parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.measured import phrase, subject
from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import UP
from sayso.extract.figures.tree import children
from sayso.parse.labels import NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Figure
    from sayso.stages import Parsed

COMPLEMENTS = frozenset(("of", "in", "from", "for", "between", "on"))
LEFT_OUT = frozenset(
    ("DT", "IN", "CC", "TO", "PRP$", "PRP", "POS", "HYPH", "SYM", "-LRB-", "-RRB-", ",", ".", ":", "WDT")
)
TIMES = frozenset(("DATE", "TIME"))
DEEP = 3


def concept(parsed: Parsed, figure: Figure) -> str:
    """The words of the concept, separated by blanks; empty where NewsQuant marks none."""
    own = parsed.tokens_in(figure.span)
    noun = parsed.tokens_in(figure.noun.span) if figure.noun is not None else range(0)
    part = figure.kind == "rate" and " per " not in (figure.unit or "")
    counts = part or (figure.kind in ("count", "ordinal") and figure.unit is not None)
    counts = counts and (not noun or noun[-1] in own)
    words: set[int] = set()
    if noun and not counts:
        words.update(noun, _split(parsed, noun), _complements(parsed, noun[-1], own))
    at = noun[-1] if noun and noun[-1] >= own[0] else own[-1]
    about = None if part else _about(parsed, at)
    if about is not None and about not in own and about not in words and not _is_amount(parsed, about):
        words.update(_phrase(parsed, about, -1), _complements(parsed, about, own))
    return _written(parsed, sorted(words - set(own)))


def _about(parsed: Parsed, token: int) -> int | None:
    """The subject of the nearest verb above."""
    at = token
    for _ in range(UP):
        head = int(parsed.heads[at])
        if parsed.tags[at].startswith("VB"):
            return subject(parsed, at)
        if head == at:
            return None
        at = head
    return None


def _split(parsed: Parsed, noun: range) -> Iterator[int]:
    """The adjectives that the amount cuts off from the noun ("a turbocharged 2 litre engine")."""
    for child in children(parsed, noun[-1]):
        if child < noun[0] and parsed.deps[child] == "amod":
            yield child


def _is_amount(parsed: Parsed, token: int) -> bool:
    numbered = any(parsed.tags[c] in ("CD", "$") and c < token for c in children(parsed, token))
    return parsed.tags[token] == "CD" or (numbered and is_unit(parsed.lower[token]))


def _phrase(parsed: Parsed, noun: int, after: int) -> range:
    """The noun phrase with the number before it."""
    named = phrase(parsed, noun, after=after)
    first = named.first - 1 if named.first > 0 and parsed.tags[named.first - 1] == "CD" else named.first
    return range(first, named.last)


def _complements(parsed: Parsed, noun: int, own: range, depth: int = 0) -> Iterator[int]:
    """The tokens of the phrases that hang on a noun ("revenue from the mainland"), but for times."""
    for preposition in children(parsed, noun):
        if preposition < noun or parsed.lower[preposition] not in COMPLEMENTS or depth > DEEP:
            continue
        for inner in _joined(parsed, preposition):
            entity = parsed.entity_at(inner)
            timed = entity is not None and entity.label in TIMES
            if parsed.tags[inner] in NOUNS and not timed and inner not in own and not _is_amount(parsed, inner):
                yield from _phrase(parsed, inner, preposition)
                yield from _complements(parsed, inner, own, depth + 1)


def _joined(parsed: Parsed, token: int, depth: int = 0) -> Iterator[int]:
    for inner in children(parsed, token):
        if depth == 0 or parsed.deps[inner] in ("conj", "appos"):
            yield inner
            if depth <= DEEP:
                yield from _joined(parsed, inner, depth + 1)


def _written(parsed: Parsed, tokens: list[int]) -> str:
    """The words as the text has them between blanks, without articles, prepositions and possessors."""
    text = ""
    for last, token in zip([-1, *tokens], tokens, strict=False):
        glued = last == token - 1 and last >= 0 and parsed.ends[last] == parsed.starts[token]
        hyphened = glued and {"-", "/"} & {parsed.words[token], parsed.words[last]}
        if hyphened or parsed.tags[token] not in LEFT_OUT:
            text += parsed.words[token] if glued and parsed.tags[last] != "POS" else f" {parsed.words[token]}"
    return text.strip()
