"""Finds what a medium tells and from whom it has it: "..., local media report, citing the mayor".

Stands alone because the two sources beside each other are print enough to know the clause by, where the reader and the
parse of the sentence both took the medium's verb for something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import words
from sayso.parse.labels import FINITE, FINITE_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.model import Span
    from sayso.stages import Parsed

CONFIDENCE = 0.9
LONGEST = 12
"""Words of a source at most."""
LEAST = 4
"""Words of a content at least."""
CLOSING = frozenset(".!?")


def cited(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The attributions with "citing", whose words stand in none of those in `found` and in no quotation."""
    taken = {token for c in found for span in (*c.source, *c.cue, *c.content) for token in parsed.tokens_in(span)}
    for token, word in enumerate(parsed.lower):
        if word not in words("relays", "inflected", "citing") or token in taken or parsed.words[token - 1] != ",":
            continue
        sentence = parsed.sentence_tokens(parsed.sentence[token])
        made = _opening(parsed, sentence, token) or _ending(parsed, sentence, token)
        if made is None or any(marks.meeting(span) for span in (*made.cue, *made.source)):
            continue
        told = {t for span in (*made.source, *made.cue, *made.content) for t in parsed.tokens_in(span)}
        if taken.isdisjoint(told):
            taken |= told
            yield made


def _opening(parsed: Parsed, sentence: range, citing: int) -> Candidate | None:
    """The row of "As reported by X, citing Y, ..." or "According to X, citing Y, ..."."""
    cue = next(
        (
            range(sentence.start, sentence.start + size)
            for size in (3, 2)
            if " ".join(parsed.lower[sentence.start : sentence.start + size]) in words("relays", "opening", "phrases")
        ),
        None,
    )
    comma = next((t for t in range(citing + 1, sentence.stop) if parsed.words[t] == ","), None)
    if cue is None or comma is None:
        return None
    sources = _sources(parsed, (cue.stop, citing - 1), (citing + 1, comma))
    content = _content(parsed, comma + 1, _end(parsed, sentence))
    if sources is None or content is None:
        return None
    return Candidate(sources, (parsed.span(cue.start, cue.stop),), (content,), CONFIDENCE)


def _ending(parsed: Parsed, sentence: range, citing: int) -> Candidate | None:
    """The row of "..., X report, citing Y."."""
    verb = citing - 2
    if verb <= sentence.start or parsed.lower[verb] not in words("relays", "inflected", "report"):
        return None
    comma = next((t for t in range(verb - 1, sentence.start, -1) if parsed.words[t] == ","), None)
    end = _end(parsed, sentence)
    if comma is None or any(parsed.words[t] == "," for t in range(citing, end)):
        return None
    sources = _sources(parsed, (comma + 1, verb), (citing + 1, end))
    content = _content(parsed, sentence.start, comma)
    if sources is None or content is None or parsed.tags[verb - 1][:2] not in {"NN", "PR"}:
        return None
    return Candidate(sources, (parsed.span(verb, verb + 1),), (content,), CONFIDENCE)


def _end(parsed: Parsed, sentence: range) -> int:
    """Where a sentence ends without its full stop."""
    return sentence.stop - (parsed.words[sentence.stop - 1] in CLOSING)


def _sources(parsed: Parsed, *parts: tuple[int, int]) -> tuple[Span, ...] | None:
    """The medium and whom it cites, each but a phrase; null where one is longer, or empty."""
    for first, last in parts:
        inside = range(first, last)
        if not 0 < len(inside) <= LONGEST or any(
            parsed.tags[t] in FINITE_VERBS or parsed.words[t] == "," for t in inside
        ):
            return None
    return tuple(parsed.span(first, last) for first, last in parts)


def _content(parsed: Parsed, first: int, last: int) -> Span | None:
    """What is told, where it is a clause of some words."""
    if last - first < LEAST or not any(parsed.tags[t] in FINITE for t in range(first, last)):
        return None
    return trimmed(parsed.text, parsed.span(first, last))
