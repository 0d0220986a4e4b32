"""Turns the reader's chances into attributions: the tagger says where spans stand, the linker to which cue they belong.

Stands alone because it is pure arithmetic on arrays, the same for every model that gives tag chances and links.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sayso.parse.encoder.engine import Encoder, Floats, Links
    from sayso.stages import Encoded

SOURCE, CUE, CONTENT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds on chances, chosen on PolNeAR's dev half (docs/decisions/attribution-reader.md has the table)."""

    cue: float = 0.4
    source: float = 0.3
    content: float = 0.4
    source_link: float = 0.4
    source_least: float = 0.1
    content_link: float = 0.3
    keep: float = 0.7


OUTER = Settings()
INNER = Settings(cue=0.4, source=0.25, content=0.35, keep=0.75)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as spans in the text; `confidence` is the mean chance over its content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


Segment = tuple[int, int]
"""Words ``[first, last)`` that the tagger holds for one span."""


@dataclass(frozen=True, slots=True)
class Words:
    """Word by word: first and last piece, characters, chance of each role and of its beginning, paragraph."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    roles: Floats
    begins: Floats
    paragraph: NDArray[np.int64]

    def span(self, segment: Segment) -> Span:
        """The characters of a segment."""
        return Span(int(self.starts[segment[0]]), int(self.ends[segment[1] - 1]))


def words(encoded: Encoded, tags: Floats) -> Words:
    """The section's words with the mean of the chances `tags` of their pieces."""
    pieces = encoded.pieces
    solid = np.flatnonzero(pieces.words >= 0)
    if not len(solid):
        none = np.zeros(0, dtype=np.int64)
        empty = np.zeros((0, 3), dtype=np.float32)
        return Words(none, none, none, none, empty, empty, none)
    number = pieces.words[solid]
    firsts = np.flatnonzero(np.r_[True, number[1:] != number[:-1]])
    sizes = np.diff(np.r_[firsts, len(solid)])
    mean = np.add.reduceat(tags[solid], firsts, axis=0) / sizes[:, None]
    first, last = solid[firsts], solid[firsts + sizes - 1]
    return Words(
        first=first,
        last=last,
        starts=pieces.starts[first].astype(np.int64),
        ends=pieces.ends[last].astype(np.int64),
        roles=np.stack([mean[:, 1] + mean[:, 2], mean[:, 3] + mean[:, 4], mean[:, 5] + mean[:, 6]], axis=1),
        begins=tags[first][:, [1, 3, 5]],
        paragraph=np.cumsum(pieces.words < 0, dtype=np.int64)[first],
    )


def decode(encoded: Encoded, reader: Encoder, settings: Settings = OUTER) -> list[Candidate]:
    """The attributions of the section that stand in no other's content, in order of their cues."""
    return _decoded(encoded, encoded.tags, reader, settings)


def decode_inner(encoded: Encoded, reader: Encoder, settings: Settings = INNER) -> list[Candidate]:
    """The attributions of the section that stand inside another's content, in order of their cues."""
    return _decoded(encoded, encoded.inner, reader, settings)


def _decoded(encoded: Encoded, tags: Floats, reader: Encoder, settings: Settings) -> list[Candidate]:
    own = words(encoded, tags)
    cues = segments(own, CUE, settings.cue)
    if not cues:
        return []
    links = reader.link(encoded, [range(int(own.first[a]), int(own.last[b - 1]) + 1) for a, b in cues])
    return assemble(own, cues, Linked.of(own, links), settings)


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


def segments(own: Words, role: int, least: float) -> list[Segment]:
    """Runs of words that are likelier than `least` in `role`: a new one wherever the tagger begins one."""
    runs: list[list[int]] = []
    chance, begins = own.roles[:, role], own.begins[:, role]
    for word in np.flatnonzero(chance > least).tolist():
        goes_on = runs and runs[-1][1] == word and own.paragraph[word] == own.paragraph[word - 1]
        if goes_on and begins[word] <= chance[word] / 2:
            runs[-1][1] = word + 1
        else:
            runs.append([word, word + 1])
    return [(a, b) for a, b in runs]


def assemble(own: Words, cues: Sequence[Segment], linked: Linked, settings: Settings) -> list[Candidate]:
    """Gives each content to the cue it is linked to best, each source to every cue that claims it; drops weak ones."""
    contents: list[list[Segment]] = [[] for _ in cues]
    chances: list[list[float]] = [[] for _ in cues]
    for segment in segments(own, CONTENT, settings.content):
        a, b = segment
        best, link = max(linked.means(linked.content, segment), key=lambda pair: pair[1], default=(0, 0.0))
        if link > settings.content_link:
            contents[best].append(segment)
            chances[best] += [(link + float(own.roles[a:b, CONTENT].mean())) / 2] * (b - a)
    sources = speakers(own, len(cues), linked, settings)
    found = []
    for row, (a, b) in enumerate(cues):
        if not contents[row]:
            continue
        strength = float(np.mean(chances[row])) * float(own.roles[a:b, CUE].mean()) ** 0.25
        if strength >= settings.keep:
            spans = [tuple(map(own.span, parts)) for parts in (sources[row], [cues[row]], contents[row])]
            found.append(Candidate(spans[0], spans[1], spans[2], strength))
    return found


def speakers(own: Words, count: int, linked: Linked, settings: Settings) -> list[list[Segment]]:
    """Each cue's source: all segments that it claims clearly, else the one that it claims best."""
    sources: list[list[Segment]] = [[] for _ in range(count)]
    nearest: list[tuple[float, Segment | None]] = [(settings.source_least, None)] * count
    for segment in segments(own, SOURCE, settings.source):
        for row, link in linked.means(linked.source, segment):
            if link > nearest[row][0]:
                nearest[row] = (link, segment)
            if link > settings.source_link:
                sources[row].append(segment)
    return [some or ([best[1]] if best[1] else []) for some, best in zip(sources, nearest, strict=True)]
