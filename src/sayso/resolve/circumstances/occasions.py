"""Carries the day of saying on along the words of one speaker, while a report goes on quoting one occasion.

Stands alone because it needs the speakers, which are known only when all rows have been read.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from sayso.lexicon import words
from sayso.parse.labels import AUXILIARY_OR_NEGATION, STANDING_PRONOUNS, TIME_NAMES

if TYPE_CHECKING:
    from sayso.model import Attribution
    from sayso.stages import Parsed


def carried_on(parsed: Parsed, rows: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with the day of saying also where one tells more of what the one before it does."""
    order = sorted((row for row in rows if row.inside is None), key=_start)
    said = {row.id: row.said for row in rows}
    for before, row in pairwise(order):
        if said[row.id] is None and said[before.id] is not None and _goes_on(parsed, before, row):
            said[row.id] = said[before.id]
    return tuple(msgspec.structs.replace(row, said=said[row.id]) for row in rows)


def _start(row: Attribution) -> int:
    return (row.cue.spans if row.cue is not None and row.cue.spans else row.content.spans)[0].start


def _goes_on(parsed: Parsed, before: Attribution, row: Attribution) -> bool:
    """Whether one speaker goes on nearby, in the same tense, and no other occasion is named."""
    if row.speaker is None or row.speaker != before.speaker or row.kind != "speech":
        return False
    here, there = _cue(parsed, row), _cue(parsed, before)
    if not (_is_past(parsed, here) and _is_past(parsed, there)):
        return False
    apart = int(parsed.paragraph[here[0]]) - int(parsed.paragraph[there[0]])
    near = apart == 0 or (apart == 1 and (_is_one(parsed, row) or _adds(row)))
    return near and not _elsewhere(parsed, row, here, told=parsed.sentence[there[0]])


def _cue(parsed: Parsed, row: Attribution) -> list[int]:
    return [t for span in row.cue.spans for t in parsed.tokens_in(span)] if row.cue is not None else []


def _is_past(parsed: Parsed, cue: list[int]) -> bool:
    """Whether the cue tells in the plain past ("said", "saying"), not "has said" or "says"."""
    verb = next((t for t in cue if parsed.tags[t][:2] == "VB"), None)
    if verb is None or parsed.tags[verb] not in ("VBD", "VBG"):
        return False
    return not any(parsed.deps[c] in AUXILIARY_OR_NEGATION for c in parsed.children[verb])


def _is_one(parsed: Parsed, row: Attribution) -> bool:
    """Whether the source is one person, by name or pronoun: of a body another member may speak next."""
    source = [t for span in row.source.spans for t in parsed.tokens_in(span)] if row.source is not None else []
    pronoun = len(source) == 1 and parsed.tags[source[0]] in STANDING_PRONOUNS
    return pronoun or any(parsed.label_at(t) == "PERSON" for t in source)


def _adds(row: Attribution) -> bool:
    return row.cue is not None and row.cue.lemma in words("circumstances", "occasions", "goes_on")


def _elsewhere(parsed: Parsed, row: Attribution, cue: list[int], *, told: int) -> bool:
    """Whether the words beside the content name another medium or occasion, or a time that sentence `told` does not."""
    sentence = parsed.sentence[cue[0]]
    around = parsed.sentence_tokens(sentence)
    own = [t for t in around if not any(s.start <= int(parsed.starts[t]) < s.end for s in row.content.spans)]
    dated = any(parsed.label_at(t) in TIME_NAMES for t in own)
    named = words("circumstances", "occasions", "other").isdisjoint(parsed.lower[t] for t in own)
    return (dated and sentence != told) or not named
