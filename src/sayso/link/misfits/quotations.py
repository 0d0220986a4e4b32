"""Reads the words that stand in quotation marks, as they are compared: without case, points, brackets and gaps.

Stands alone because two rules compare quotes: one asks whether words were changed, the other who said them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.copies.words import quotations
from sayso.link.misfits.spelling import fold, meaning
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.telling import Telling
    from sayso.model import Attribution, Span

SHORTEST = 5
RUN = 4
GAP = "…"
"""Stands in `Quoted.words` where the report left words out or put its own in brackets."""
STOP = "."
"""Stands in `Quoted.words` where a sentence ends."""
_TOKEN = re.compile(
    r"(?P<gap>\[[^\]\n]{0,80}\]|\((?:[^)\n]{0,60})\)|\.\s?\.\s?\.(?:\s?\.)?|…)|(?P<stop>[.!?;]+)|(?P<word>[^\W_]+(?:['’.,][^\W_]+)*)"
)
_JOIN = 60


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, folded, with `GAP` where something was left out; who said them and when, if known.

    A quote that is broken by "he said" is one, with a span for each part.
    """

    words: tuple[str, ...]
    printed: tuple[str, ...]
    spans: tuple[Span, ...]
    row: Attribution | None
    source: Source | None
    said: int | None
    bag: frozenset[str]
    runs: frozenset[str]


def quoted(told: Telling) -> tuple[Quoted, ...]:
    """The quotes of a report, in text order, one source's same words once; names and scare quotes are none."""
    first: dict[tuple[tuple[str, ...], str | None], Quoted] = {}
    for quote in _quoted(told):
        first.setdefault((quote.words, quote.source.name if quote.source is not None else None), quote)
    return tuple(first.values())


def _quoted(told: Telling) -> Iterator[Quoted]:
    text = told.text
    parts = [one.inner() for one in quotations(text) if one.depth == 1 and (one.closed or one.goes_on)]
    groups: list[tuple[list[Span], Attribution | None]] = []
    for part in parts:
        row = _row(told, part)
        if groups and row is not None and groups[-1][1] is row and part.start - groups[-1][0][-1].end < _JOIN * 2:
            groups[-1][0].append(part)
        else:
            groups.append(([part], row))
    for spans, row in groups:
        tokens = [token for span in spans for token in ((GAP, GAP), *_tokens(span.of(text)))][1:]
        words = tuple(plain for _printed, plain in tokens)
        if len(solid(words)) < SHORTEST:
            continue
        yield Quoted(
            words=words,
            printed=tuple(printed for printed, _plain in tokens),
            spans=tuple(spans),
            row=row,
            source=told.speaker(row),
            said=_said(told, spans[0], row),
            bag=frozenset(solid(words)),
            runs=frozenset(_runs(solid(words))),
        )


def _row(told: Telling, part: Span) -> Attribution | None:
    """The attribution whose content a quote is, the innermost if several are."""
    found = [row for row in told.reading.attributions if any(own.meets(part) for own in row.content.spans)]
    found = [row for row in found if row.kind == "speech"]
    if not found:
        return None
    return min(found, key=lambda row: (sum(own.end - own.start for own in row.content.spans), row.id))


def _said(told: Telling, span: Span, row: Attribution | None) -> int | None:
    """The day on which the words were said, as far as the report tells."""
    if row is not None and (known := ordinal(row.said)) is not None:
        return known
    sentence = told.sentence(span.start)
    days = [day.at for day in sentence.days if day.told] if sentence is not None else []
    return days[0] if len(days) == 1 else None


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """The words of a quote as printed and as compared."""
    for found in _TOKEN.finditer(text):
        if found["gap"]:
            yield found["gap"], GAP
        elif found["stop"]:
            yield found["stop"], STOP
        else:
            word = found["word"]
            for plain in _plain(word):
                yield word, plain


@lru_cache(maxsize=100_000)
def _plain(word: str) -> tuple[str, ...]:
    """A word as it is compared: written out, in one spelling, small numbers in digits."""
    lexicon = table("between")["spelling"]
    low = word.lower().replace("’", "'").replace(",", "").rstrip(".")
    if low in lexicon["contracted"]:
        return tuple(lexicon["contracted"][low].split())
    low = re.sub(r"(?<=\w)\.(?=\w)", "", low)
    for ending, full in lexicon["endings"].items():
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return (*_plain(low[: -len(ending)]), full)
    low = lexicon["same"].get(low, low)
    for old, new in lexicon["oceans"].items():
        if len(low) > len(old) + 2:
            low = low.replace(old, new)
    return tuple(fold(low).split()) or (low,)


def spell(words: Iterable[str]) -> Iterator[str]:
    """Words as those of quotes are compared."""
    for word in words:
        yield from _plain(word)


def solid(words: tuple[str, ...]) -> list[str]:
    """The words without the marks of gaps and ends of sentences."""
    return [word for word in words if word not in (GAP, STOP)]


def _runs(words: list[str]) -> Iterator[str]:
    """Keys of runs of four words that carry meaning: of each three neighbours the least (winnowing)."""
    hashes: list[str | None] = []
    for at in range(len(words) - RUN + 1):
        run = words[at : at + RUN]
        telling = sum(meaning(word) and len(word) > 3 for word in run) >= 2  # noqa: PLR2004 - "we will not have" is anybody's
        hashes.append(blake2b(" ".join(run).encode(), digest_size=8).hexdigest() if telling else None)
    for at in range(max(1, len(hashes) - 2)):
        window = [one for one in hashes[at : at + 3] if one is not None]
        if window:
            yield min(window)
