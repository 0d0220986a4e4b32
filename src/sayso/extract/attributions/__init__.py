"""Reads who said what: a trained reader, made whole by rules of print, with stance and act from the lexicon of cues.

Stands alone as one extractor: a parsed report in, attributions with spans and confidence out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.acts import act_of
from sayso.extract.attributions.cited import cited
from sayso.extract.attributions.closing import closed, ended
from sayso.extract.attributions.confidence import confidence
from sayso.extract.attributions.contents import finished, unheard
from sayso.extract.attributions.decoding import Candidate, decode, decode_inner
from sayso.extract.attributions.evidence import tells_a_deed
from sayso.extract.attributions.further import with_further
from sayso.extract.attributions.hearsay import hearsay, without_halves
from sayso.extract.attributions.kinds import (
    PLAIN,
    before_silence,
    full_sense,
    is_downed,
    is_hearsay,
    is_no_cue,
    is_received,
    is_silence,
    without_that,
)
from sayso.extract.attributions.missed import missed, parted
from sayso.extract.attributions.nested import nested, within
from sayso.extract.attributions.passed_on import passed_on
from sayso.extract.attributions.plain import plain
from sayso.extract.attributions.refuted import is_refuted, is_told, is_told_of
from sayso.extract.attributions.relatives import without_relatives
from sayso.extract.attributions.segmenting import syntax
from sayso.extract.attributions.signatures import signed
from sayso.extract.attributions.sources import (
    apposed,
    chosen,
    completed,
    divided,
    is_share,
    subject,
    unaddressed,
    unbroken,
    undated,
)
from sayso.extract.attributions.tallies import tallies
from sayso.extract.attributions.turns import bracketed, turns, without
from sayso.extract.attributions.wholes import Marks, joined, mode_of, whole, whole_source
from sayso.model import Attribution, Cue, Passage, Span
from sayso.parse.encoder import load
from sayso.parse.quotes import quotes
from sayso.parse.stamps import unstamped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.confidence import Curve
    from sayso.stages import Parsed

__all__ = ["extract"]


def extract(parsed: Parsed) -> tuple[Attribution, ...]:
    """All attributions of a report in text order, ids ``a1`` on; what resolving gives (speaker, chain) is null."""
    spans = [paragraph.span for paragraph in parsed.cleaned.paragraphs]
    marks = Marks(parsed.text, quotes(parsed.text, spans))
    reader = load(parsed.engine)
    known = syntax(parsed)
    outer: list[Candidate] = []
    inner: list[Candidate] = []
    for section in parsed.sections:
        encoded = section.encoded or reader.encode(parsed.text, section.paragraphs)
        outer += decode(encoded, reader, known)
        inner += decode_inner(encoded, reader, known)
    found = finished(parsed, with_further(parsed, marks, _spoken(parsed, marks, outer)))
    found = without_halves(parsed, _told(parsed, marks, found))
    found = signed(parsed, marks, ended(marks, closed(marks, found)))
    printed = [*turns(parsed), *bracketed(parsed)]
    found = parted(parsed, marks, without(found, printed))
    left = missed(parsed, marks, [*found, *printed])
    found = [replace(c, content=joined(parsed.text, [*c.content, *left.more.get(i, ())])) for i, c in enumerate(found)]
    told = [*found, *printed, *without(left.added, printed)]
    told += hearsay(parsed, marks, told)
    told += plain(parsed, marks, told)
    told += cited(parsed, marks, told)
    told += tallies(parsed, marks, told)
    told, quoted = passed_on(parsed, told)
    inside = unheard(parsed, [*quoted, *nested(parsed, marks, told)])
    seen = unheard(parsed, list(within(_told(parsed, marks, _spoken(parsed, marks, inner), "inner"), told, inside)))
    told, seen, inside = (_without_downed(parsed, some) for some in (told, seen, inside))
    ordered = sorted([*told, *seen, *inside], key=lambda c: (min((*c.source, *c.cue, *c.content)), c.content))
    within_others = {id(c) for c in (*seen, *inside)}
    return tuple(
        _attribution(
            parsed, marks, c, f"a{number}", reader.curves.get("inner" if id(c) in within_others else _way(parsed, c))
        )
        for number, c in enumerate(ordered, 1)
    )


def _without_downed(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whose content is not shot down from the sky."""
    return [c for c in found if not is_downed(parsed, c.cue, c.content)]


def _way(parsed: Parsed, candidate: Candidate) -> str:
    """How a candidate outside all others' words was found: each way has a curve of its own.

    "Reportedly" names nobody and is sure all the same.
    """
    if not candidate.cue:
        return "quote"
    return "cue" if candidate.source or is_hearsay(parsed, candidate.cue) else "nobody"


def _spoken(parsed: Parsed, marks: Marks, read: Sequence[Candidate]) -> list[Candidate]:
    """What the reader found, made whole, without what tells of silence or gives a name."""
    entire = (_whole(parsed, marks, candidate) for candidate in read)
    plain = (without_relatives(parsed, candidate) for candidate in entire)
    made = [c for c in plain if c is not None and not is_share(parsed, c.source, c.cue)]
    heard = [c for c in made if not (is_silence(parsed, c.cue, c.content) or is_no_cue(parsed, c.cue, c.content))]
    return [
        c for c in heard if not (is_refuted(parsed, c.source, c.cue, c.content) or is_told_of(parsed, c.cue, c.content))
    ]


def _told(parsed: Parsed, marks: Marks, found: Sequence[Candidate], way: str | None = None) -> list[Candidate]:
    """Those that tell what somebody says or thinks, and no deed; `way` is how they were found, where it is one."""
    curves = load(parsed.engine).curves

    def deed(c: Candidate) -> bool:
        chance = confidence(c.confidence, curves.get(way or _way(parsed, c)))
        quoted = mode_of(marks, c.content, (*c.source, *c.cue)) != "indirect"
        return tells_a_deed(parsed, (c.source, c.cue, c.content), chance, quoted=quoted)

    return [c for c in found if not c.cue or not deed(c)]


def _whole(parsed: Parsed, marks: Marks, candidate: Candidate) -> Candidate:
    content = whole(marks, candidate.content, (*candidate.source, *candidate.cue))
    content = before_silence(parsed, without_that(parsed, content))
    source = whole_source(parsed.text, candidate.source, (*candidate.cue, *content))
    source = undated(parsed, unbroken(parsed, chosen(parsed, source, candidate.cue), candidate.cue))
    source, content = apposed(parsed, *divided(parsed, *completed(parsed, source, content)))
    source = subject(parsed, unaddressed(parsed, source, candidate.cue), candidate.cue, content)
    if is_received(parsed, candidate.cue) or is_told(parsed, candidate.cue, content):
        source = tuple(span for span in source if span.start > candidate.cue[-1].end)
    return replace(candidate, source=source, content=content)


def _attribution(parsed: Parsed, marks: Marks, candidate: Candidate, name: str, curve: Curve | None) -> Attribution:
    content = unstamped(parsed, candidate.content) or candidate.content
    candidate = replace(candidate, source=unstamped(parsed, candidate.source), content=content)
    sense = full_sense(parsed, candidate.cue) if candidate.cue else PLAIN
    cue = passage(parsed.text, candidate.cue)
    return Attribution(
        id=name,
        kind=sense.kind,
        source=passage(parsed.text, candidate.source),
        cue=Cue(cue.spans, cue.text, sense.lemma, sense.stance) if cue else None,
        content=passage(parsed.text, candidate.content) or Passage((), ""),
        mode=mode_of(marks, candidate.content, (*candidate.source, *candidate.cue), sense.lemma),
        act=act_of(sense, parsed, candidate.content),
        speaker=None,
        chain=(),
        said=None,
        place=None,
        addressee=None,
        inside=None,
        confidence=round(confidence(candidate.confidence, curve), 2),
    )


def passage(text: str, spans: Sequence[Span]) -> Passage | None:
    """The spans with their words as printed; null where there is none."""
    return Passage(tuple(spans), " ".join(span.of(text) for span in spans)) if spans else None
