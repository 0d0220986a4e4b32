"""Finds who is quoted where the reader gave a quotation to who passed it on: "'Q,' Koll said, according to his office".

Stands alone because both are attributions, one within the other: what was passed on is that Koll said it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.kinds import is_silence, sense_of
from sayso.extract.attributions.nested import cue_of, phrase
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import words
from sayso.model import Span
from sayso.parse.labels import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.stages import Parsed

MOST = 40
"""Words between a quotation and who passed it on at most."""


def passed_on(parsed: Parsed, found: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Those in `found`, of whom passed something on with all that they passed on, and who was quoted within these."""
    cues = [span for one in found for span in one.cue]
    outer: list[Candidate] = []
    inner: list[Candidate] = []
    for one in found:
        between = _between(parsed, one)
        said = None if between is None else _said(parsed, between)
        if between is None or said is None or any(said.cue[0].meets(cue) for cue in cues):
            outer.append(one)
            continue
        before = [span for span in one.content if span.end <= between.start]
        told = Span(before[-1].start, between.end)
        outer.append(replace(one, content=(*before[:-1], told, *one.content[len(before) :])))
        inner.append(replace(said, content=one.content, confidence=one.confidence))
    return outer, inner


def _between(parsed: Parsed, one: Candidate) -> Span | None:
    """What stands between a content and "according to" behind it in one paragraph; null where there is nothing."""
    before = [span for span in one.content if one.cue and span.end <= one.cue[0].start]
    if not before or " ".join(one.cue[0].of(parsed.text).lower().split()) not in words("cues", "passing", "words"):
        return None
    span = trimmed(parsed.text, Span(before[-1].end, one.cue[0].start))
    tokens, told = parsed.tokens_in(span), parsed.tokens_in(before[-1])
    if not tokens or not told or len(tokens) > MOST or parsed.paragraph[tokens[-1]] != parsed.paragraph[told[-1]]:
        return None
    return span


def _said(parsed: Parsed, between: Span) -> Candidate | None:
    """Who says something there, and the verb: "Koll said in an address", "said Koll"."""
    tokens = parsed.tokens_in(between)
    for verb in tokens:
        if parsed.tags[verb] not in FINITE:
            continue
        who = next((c for c in parsed.children[verb] if parsed.deps[c] == "nsubj" and c in tokens), None)
        cue = cue_of(parsed, verb)
        if who is None or sense_of(parsed, [cue]).kind != "speech" or is_silence(parsed, [cue]):
            return None
        return Candidate((phrase(parsed, who, tokens),), (cue,), (), 0.0)
    return None
