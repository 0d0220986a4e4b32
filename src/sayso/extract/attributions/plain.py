"""Finds the plainest attributions by syntax where the reader found none: "X said (that) ...".

Stands alone because it asks no network: a verb of saying with a subject and a clause, in words that no row has. It adds
what the reader's doubt left out, and nothing beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.kinds import is_silence, sense_of, without_that
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import table, words
from sayso.parse.labels import FINITE_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.model import Span
    from sayso.stages import Parsed

CONFIDENCE = 0.9
NOBODY = words("function_words", "subjects", "nobody") | words("function_words", "subjects", "anybody")
LEAST, MOST = 4, 80
"""Words of a content."""


def plain(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The plain attributions whose words stand in none of those in `found`, and whose cue is not quoted."""
    taken = {token for c in found for span in (*c.source, *c.cue, *c.content) for token in parsed.tokens_in(span)}
    for token, tag in enumerate(parsed.tags):
        made = _said(parsed, token) if tag in FINITE_VERBS and token not in taken else None
        if made is None or any(marks.meeting(span) for span in made.cue):
            continue
        words = {t for span in (*made.source, *made.cue, *made.content) for t in parsed.tokens_in(span)}
        if taken.isdisjoint(words):
            taken |= words
            yield made


def _said(parsed: Parsed, verb: int) -> Candidate | None:
    """A verb of saying with its subject and its clause."""
    below = parsed.children[verb]
    subject = next((c for c in below if parsed.deps[c] == "nsubj"), None)
    clause = next((c for c in below if parsed.deps[c] == "ccomp"), None)
    if subject is None or clause is None or parsed.lower[subject] in NOBODY:
        return None
    cue = parsed.span(verb, verb + 1)
    sense = sense_of(parsed, [cue])
    negated = any(parsed.deps[c] == "neg" for c in below)
    if sense.lemma not in table("cues")["plain"]["verbs"] or negated or is_silence(parsed, [cue]):
        return None
    content = _below(parsed, clause, {verb, *parsed.subtree(subject)})
    own = any(parsed.deps[c].startswith("nsubj") for c in parsed.children[clause])
    if content is None or not own or len(content.of(parsed.text).split()) < LEAST:
        return None
    source = _below(parsed, subject, {verb, *parsed.subtree(clause)})
    return Candidate((source,), (cue,), without_that(parsed, (content,)), CONFIDENCE) if source is not None else None


def _below(parsed: Parsed, head: int, without: set[int]) -> Span | None:
    """What hangs on a word, as one stretch; null where it is none, is too long or holds some of `without`."""
    tokens = parsed.subtree(head)
    first, last = min(tokens), max(tokens)
    if last - first > MOST or any(token in without for token in range(first, last + 1)):
        return None
    return trimmed(parsed.text, parsed.span(first, last + 1))
