"""Turns the reader's chances into attributions: the tagger says where spans stand, the linker to which cue they belong.

Stands alone because it is pure arithmetic on arrays, the same for every model that gives tag chances and links.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.extract.attributions.segmenting import COSTS, INNER_COSTS, Costs, edges, segmented
from sayso.extract.attributions.tagged import CONTENT, CUE, SOURCE, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.segmenting import Syntax
    from sayso.extract.attributions.tagged import Segment, Words
    from sayso.model import Span
    from sayso.parse.encoder.engine import Encoder, Floats, Links
    from sayso.stages import Encoded


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds on chances, chosen on PolNeAR's dev half (docs/decisions/attribution-reader.md has the table)."""

    source_link: float = 0.4
    source_least: float = 0.1
    content_link: float = 0.3
    keep: float = 0.7
    costs: Costs = COSTS


OUTER = Settings()
INNER = Settings(keep=0.75, costs=INNER_COSTS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as spans in the text; `confidence` is the mean chance over its content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


def decode(encoded: Encoded, reader: Encoder, known: Syntax | None, settings: Settings = OUTER) -> list[Candidate]:
    """The attributions of the section that stand in no other's content, in order of their cues.

    Where the syntax is `known`, spans seldom end within a phrase.
    """
    return _decoded(encoded, encoded.tags, reader, known, settings)


def decode_inner(
    encoded: Encoded, reader: Encoder, known: Syntax | None, settings: Settings = INNER
) -> list[Candidate]:
    """The attributions of the section that stand inside another's content, in order of their cues."""
    return _decoded(encoded, encoded.inner, reader, known, settings)


def _decoded(
    encoded: Encoded, tags: Floats, reader: Encoder, known: Syntax | None, settings: Settings
) -> list[Candidate]:
    own = words(encoded, tags)
    if not len(own):
        return []
    sources, cues, contents = segmented(own, edges(known, own), settings.costs)
    if not cues:
        return []
    links = reader.link(encoded, [range(int(own.first[a]), int(own.last[b - 1]) + 1) for a, b in cues])
    return assemble(own, (sources, cues, contents), Linked.of(own, links), settings)


@dataclass(frozen=True, slots=True)
class Linked:
    """Each cue's links over the words of its window, summed up so that any mean is two look-ups.

    `lows` and `highs` are the windows' words; cues come in text order, so both rise, and only the cues whose window
    holds a segment are looked at: work stays linear in the report's length.
    """

    lows: list[int]
    highs: list[int]
    source: list[Floats]
    content: list[Floats]

    @classmethod
    def of(cls, own: Words, links: Sequence[Links]) -> Linked:
        """The links of pieces as sums over words."""
        made = cls([], [], [], [])
        for link in links:
            low, high = np.searchsorted(own.first, [link.first, link.first + len(link.content)]).tolist()
            at = own.first[low:high] - link.first
            made.lows.append(low)
            made.highs.append(high)
            made.source.append(np.concatenate([[0.0], np.cumsum(link.source[at])]).astype(np.float32))
            made.content.append(np.concatenate([[0.0], np.cumsum(link.content[at])]).astype(np.float32))
        return made

    def means(self, sums: list[Floats], segment: Segment) -> list[tuple[int, float]]:
        """For each cue whose window meets `segment`: its index and its mean link to the segment's words."""
        a, b = segment
        first, last = bisect.bisect_right(self.highs, a), bisect.bisect_left(self.lows, b)
        found = []
        for cue in range(first, last):
            low, high = max(a, self.lows[cue]) - self.lows[cue], min(b, self.highs[cue]) - self.lows[cue]
            found.append((cue, float(sums[cue][high] - sums[cue][low]) / (b - a)))
        return found


def assemble(own: Words, parts: Sequence[Sequence[Segment]], linked: Linked, settings: Settings) -> list[Candidate]:
    """Gives each content to the cue it is linked to best, each source to every cue that claims it; drops weak ones.

    `parts`: the segments of sources, cues and contents.
    """
    cues = parts[CUE]
    contents: list[list[Segment]] = [[] for _ in cues]
    chances: list[list[float]] = [[] for _ in cues]
    for segment in parts[CONTENT]:
        a, b = segment
        best, link = max(linked.means(linked.content, segment), key=lambda pair: pair[1], default=(0, 0.0))
        if link > settings.content_link:
            contents[best].append(segment)
            chances[best] += [(link + float(own.roles[a:b, CONTENT].mean())) / 2] * (b - a)
    sources = speakers(parts[SOURCE], len(cues), linked, settings)
    found = []
    for row, (a, b) in enumerate(cues):
        if not contents[row]:
            continue
        strength = float(np.mean(chances[row])) * float(own.roles[a:b, CUE].mean()) ** 0.25
        if strength >= settings.keep:
            spans = [tuple(map(own.span, parts)) for parts in (sources[row], [cues[row]], contents[row])]
            found.append(Candidate(spans[0], spans[1], spans[2], strength))
    return found


def speakers(segments: Sequence[Segment], count: int, linked: Linked, settings: Settings) -> list[list[Segment]]:
    """Each cue's source: all segments that it claims clearly, else the one that it claims best."""
    sources: list[list[Segment]] = [[] for _ in range(count)]
    nearest: list[tuple[float, Segment | None]] = [(settings.source_least, None)] * count
    for segment in segments:
        for row, link in linked.means(linked.source, segment):
            if link > nearest[row][0]:
                nearest[row] = (link, segment)
            if link > settings.source_link:
                sources[row].append(segment)
    return [some or ([best[1]] if best[1] else []) for some, best in zip(sources, nearest, strict=True)]
