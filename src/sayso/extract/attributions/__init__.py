"""Reads who said what: a trained reader, made whole by rules of print, with stance and act from the lexicon of cues.

Stands alone as one extractor: a parsed report in, attributions with spans and confidence out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate, decode
from sayso.extract.attributions.engine import load
from sayso.extract.attributions.kinds import (
    PLAIN,
    act_of,
    before_silence,
    is_no_cue,
    is_silence,
    sense_of,
    without_that,
)
from sayso.extract.attributions.missed import missed
from sayso.extract.attributions.nested import nested
from sayso.extract.attributions.wholes import Marks, joined, mode_of, whole
from sayso.extract.quotes import quotes
from sayso.model import Attribution, Cue, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.stages import Parsed

__all__ = ["extract"]

SECTION = 60_000


def extract(parsed: Parsed) -> tuple[Attribution, ...]:
    """All attributions of a report in text order, ids ``a1`` on; what resolving gives (speaker, chain) is null."""
    spans = [paragraph.span for paragraph in parsed.cleaned.paragraphs]
    marks = Marks(parsed.text, quotes(parsed.text, spans))
    reader = load()
    found = [
        _whole(parsed, marks, candidate)
        for section in _sections(spans)
        for candidate in decode(reader.tag(parsed.text, section), reader)
    ]
    found = [c for c in found if not (is_silence(parsed, c.cue, c.content) or is_no_cue(parsed, c.cue, c.content))]
    left = missed(parsed, marks, found)
    found = [replace(c, content=joined(parsed.text, [*c.content, *left.more.get(i, ())])) for i, c in enumerate(found)]
    told = [*found, *left.added]
    ordered = sorted(
        [*told, *nested(parsed, marks, told)], key=lambda c: (min((*c.source, *c.cue, *c.content)), c.content)
    )
    return tuple(_attribution(parsed, marks, c, f"a{number}") for number, c in enumerate(ordered, 1))


def _sections(paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    """The paragraphs in runs of at most `SECTION` characters (one at least), so that memory stays bounded."""
    section: list[Span] = []
    for paragraph in paragraphs:
        if section and paragraph.end - section[0].start > SECTION:
            yield section
            section = []
        section.append(paragraph)
    if section:
        yield section


def _whole(parsed: Parsed, marks: Marks, candidate: Candidate) -> Candidate:
    content = whole(marks, candidate.content, (*candidate.source, *candidate.cue))
    content = before_silence(parsed, without_that(parsed, content))
    return replace(candidate, content=content)


def _attribution(parsed: Parsed, marks: Marks, candidate: Candidate, name: str) -> Attribution:
    sense = sense_of(parsed, candidate.cue) if candidate.cue else PLAIN
    cue = passage(parsed.text, candidate.cue)
    return Attribution(
        id=name,
        kind=sense.kind,
        source=passage(parsed.text, candidate.source),
        cue=Cue(cue.spans, cue.text, sense.lemma, sense.stance) if cue else None,
        content=passage(parsed.text, candidate.content) or Passage((), ""),
        mode=mode_of(marks, candidate.content),
        act=act_of(sense, parsed, candidate.content),
        speaker=None,
        chain=(),
        said=None,
        place=None,
        addressee=None,
        inside=None,
        confidence=round(min(1.0, candidate.confidence), 2),
    )


def passage(text: str, spans: Sequence[Span]) -> Passage | None:
    """The spans with their words as printed; null where there is none."""
    return Passage(tuple(spans), " ".join(span.of(text) for span in spans)) if spans else None
