"""Finds what is told with "reportedly" or "allegedly" and no more, where the reader found no row or half of one.

Stands alone because such a word is print, not reading: wherever it stands somebody else is said to have told the
clause, and its row names nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.model import Span
    from sayso.stages import Parsed

CONFIDENCE = 0.8
PARTING = frozenset(";:")
ENDING = frozenset(".!?,;:")
LEADING = frozenset(("mark", "cc", "punct"))
MOST = 60
"""Words of a clause at most."""


def without_halves(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for those by a word of hearsay whose content lacks the verb of its clause."""
    return [c for c in found if not _is_half(parsed, c)]


def hearsay(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for each word of hearsay that stands in no row's words and in no quotation."""
    taken = {token for c in found for span in (*c.source, *c.cue, *c.content) for token in parsed.tokens_in(span)}
    for token, word in enumerate(parsed.lower):
        if word not in _words() or token in taken or marks.meeting(parsed.span(token, token + 1)):
            continue
        content = _clause(parsed, token, taken)
        if content:
            yield Candidate((), (parsed.span(token, token + 1),), content, CONFIDENCE)


def _words() -> frozenset[str]:
    return words("cues", "hearsay", "adverbs")


def _is_half(parsed: Parsed, one: Candidate) -> bool:
    cue = [token for span in one.cue for token in parsed.tokens_in(span)]
    if len(cue) != 1 or parsed.lower[cue[0]] not in _words() or one.source:
        return False
    verb = _verb(parsed, cue[0])
    return verb is not None and not any(verb in parsed.tokens_in(span) for span in one.content)


def _verb(parsed: Parsed, adverb: int) -> int | None:
    """The verb of the clause that the word stands in."""
    verb = int(parsed.heads[adverb])
    while not parsed.tags[verb].startswith("VB") and int(parsed.heads[verb]) != verb:
        verb = int(parsed.heads[verb])
    return verb if parsed.tags[verb].startswith("VB") else None


def _clause(parsed: Parsed, adverb: int, taken: set[int]) -> tuple[Span, ...]:
    """The clause that the word stands in, on both sides of it; none where another row has some of that."""
    verb = _verb(parsed, adverb)
    if verb is None:
        return ()
    below = parsed.subtree(verb)
    first, last = min(below), max(below)
    first = max([first, *(at + 1 for at in range(first, adverb) if parsed.words[at] in PARTING)])
    while first < adverb and parsed.deps[first] in LEADING:
        first += 1
    while last > adverb and parsed.words[last] in ENDING:
        last -= 1
    if last - first > MOST or not taken.isdisjoint(range(first, last + 1)):
        return ()
    sides = ((first, adverb), (adverb + 1, last + 1))
    spans = (trimmed(parsed.text, parsed.span(*side)) for side in sides if side[0] < side[1])
    return tuple(span for span in spans if any(letter.isalnum() for letter in span.of(parsed.text)))
