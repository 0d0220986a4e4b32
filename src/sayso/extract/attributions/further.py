"""Parts a content from a second verb of its speaker that runs on in it: "he denied it, | saying nobody had asked".

Stands alone because it makes two candidates of one, by the parse alone: the participle hangs on the cue and is itself
a word of saying, so that the cue's subject is its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.kinds import verb_lemma, without_that
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse import lemma
from sayso.parse.labels import PARTICIPIAL_CLAUSES, VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.decoding import Candidate
    from sayso.extract.attributions.wholes import Marks
    from sayso.stages import Parsed


def with_further(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each content ended before a further verb of saying, which gets a candidate of its own."""
    cues = {token for one in found for span in one.cue for token in parsed.tokens_in(span)}
    return [part for one in found for part in _parted(parsed, marks, one, cues)]


def _parted(parsed: Parsed, marks: Marks, one: Candidate, cues: set[int]) -> Iterator[Candidate]:
    span = one.content[-1] if one.content else None
    verb = _further_verb(parsed, marks, one, span) if span is not None else None
    if span is None or verb is None:
        yield one
        return
    before = trimmed(parsed.text, Span(span.start, int(parsed.ends[verb - 1])))
    yield replace(one, content=(*one.content[:-1], before))
    if verb not in cues:
        after = without_that(parsed, (Span(int(parsed.starts[verb + 1]), span.end),))
        yield replace(one, cue=(parsed.span(verb, verb + 1),), content=after)


def _further_verb(parsed: Parsed, marks: Marks, one: Candidate, span: Span) -> int | None:
    """The first participle within `span`, words on both sides, that is a word of saying and hangs on the cue."""
    cue = {token for part in one.cue for token in parsed.tokens_in(part)}
    verbs = table("cues")["verbs"]
    tokens = parsed.tokens_in(span)
    for token in tokens[1:-1]:
        if parsed.tags[token] != "VBG" or not (_hangs_on(parsed, token, cue) or _hangs_on_deed(parsed, token, cue)):
            continue
        sense = verbs.get(verb_lemma(parsed.lower[token]))
        going_on = any(parsed.deps[child] == "aux" for child in parsed.children[token])
        if (
            sense is not None
            and not going_on
            and sense["kind"] == "speech"
            and not marks.meeting(parsed.span(token, token + 1))
        ):
            return token
    return None


def _hangs_on(parsed: Parsed, verb: int, cue: set[int]) -> bool:
    return parsed.deps[verb] == "advcl" and int(parsed.heads[verb]) in cue


def _hangs_on_deed(parsed: Parsed, verb: int, cue: set[int]) -> bool:
    """Whether it hangs on the cue's object, a deed that cannot speak: "condemned the raid calling it a crime"."""
    noun = int(parsed.heads[verb])
    judged = parsed.deps[noun] == "dobj" and int(parsed.heads[noun]) in cue
    deed = lemma(parsed.lower[noun], "noun") in table("cues")["deeds"]["nouns"]
    beside = not any(parsed.tags[at].startswith(VERBAL) or parsed.lower[at] == "that" for at in range(noun, verb))
    return parsed.deps[verb] in PARTICIPIAL_CLAUSES and noun < verb and judged and deed and beside
