"""Exchanges the names of two opposing sides in a text, and carries places in it over to the exchanged text.

Stands alone because what a fair exchange is has nothing to do with how readings are compared (`symmetry.py`). The pairs
and how they were chosen stand in ``symmetry_pairs.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import lexicon
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides: what each form becomes, to which side it belongs, and which reports cannot be exchanged fairly."""

    name: str
    group: str
    becomes: dict[str, str]
    left: frozenset[str]
    forms: re.Pattern[str]
    without: re.Pattern[str] | None

    def sides(self, text: str) -> int:
        """How many of the two sides the text names; none where it has a word that has no counterpart."""
        if self.without and self.without.search(text):
            return 0
        return len({found["form"] in self.left for found in self.forms.finditer(text) if found["form"] in self.becomes})


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A text with its names exchanged; `chunks`: what stood where, and where its replacement stands."""

    text: str
    chunks: tuple[tuple[Span, Span], ...]

    def carried(self, span: Span) -> Span:
        """A span of the text as printed, carried over; an edge inside a name goes to the name's own edge."""
        shift, start, end = 0, None, None
        for old, new in self.chunks:
            if start is None and span.start < old.end:
                start = new.start if span.start >= old.start else span.start + shift
            if span.end <= old.end:
                end = new.end if span.end > old.start else span.end + shift
                break
            shift = new.end - old.end
        return Span(span.start + shift if start is None else start, span.end + shift if end is None else end)

    def widened(self, span: Span) -> Span:
        """A span of the exchanged text, with an edge inside a name at the name's own edge."""
        start, end = span.start, span.end
        for _, new in self.chunks:
            start = new.start if new.start < start < new.end else start
            end = new.end if new.start < end < new.end else end
        return Span(start, end)


def pairs() -> list[Pair]:
    """The pairs of the file beside this one."""
    listed = tomllib.loads(Path(__file__).with_name("symmetry_pairs.toml").read_text("utf-8"))
    return [pair(entry) for entry in listed["pair"]]


def pair(entry: dict[str, Any]) -> Pair:
    """One entry of the file with the forms that follow by themselves: capitals, and a genitive without apostrophe."""
    becomes: dict[str, str] = {}
    for left, right in entry["forms"]:
        becomes.setdefault(left, right)
        becomes.setdefault(right, left)
    left = {left for left, _ in entry["forms"]}
    for form, other in tuple(becomes.items()):
        for made, its in ((form + "s", other + "s"), (form.upper(), other.upper())):
            if made not in becomes:
                becomes[made] = its
                left |= {made} if form in left else set()
    kept = [*entry.get("keep", ()), *(name for name in names_of_media() if any(form in name for form in becomes))]
    return Pair(
        name="/".join(entry["forms"][0]),
        group=entry["group"],
        becomes=becomes,
        left=frozenset(left),
        forms=re.compile(rf"(?:\b(?P<article>[Aa]n?) )?(?P<form>{either([*becomes, *kept])})"),
        without=re.compile(either(entry["without"])) if "without" in entry else None,
    )


def either(words: Iterable[str]) -> str:
    """A pattern of whole words, the longest first."""
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)"


def names_of_media() -> Iterator[str]:
    """The names of agencies and outlets of more than one word."""
    for entries in (lexicon.table("agencies")["agencies"], lexicon.table("agencies")["outlets"]):
        for name, entry in entries.items():
            yield from (form for form in (name, *entry["variants"]) if " " in form)


def exchange(text: str, pair: Pair) -> Exchanged:
    """The text with the pair's forms exchanged, all at once, and "a" or "an" before them set right."""
    made: list[str] = []
    chunks: list[tuple[Span, Span]] = []
    at = length = 0
    for found in pair.forms.finditer(text):
        if found["form"] not in pair.becomes:
            continue
        start, other = found.start("form"), pair.becomes[found["form"]]
        if found["article"]:
            article = found["article"][0] + ("n" if vowel(other) else "")
            if article != found["article"]:
                start, other = found.start(), f"{article} {other}"
        length += start - at
        made += [text[at:start], other]
        chunks.append((Span(start, found.end()), Span(length, length + len(other))))
        at, length = found.end(), length + len(other)
    return Exchanged("".join([*made, text[at:]]), tuple(chunks))


def vowel(name: str) -> bool:
    """Whether "an" stands before the name."""
    return name[0] in "AEIOaeio" and not name.startswith(("Eu", "EUR"))
