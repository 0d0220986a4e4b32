"""Finds the name of a page's site where no element states it: in the page's title and in its copyright line.

Stands alone because these are printed words, read as in a text, while `claims.py` reads what is marked up.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.clean.text.marks import is_section
from sayso.clean.text.mastheads import is_short_form
from sayso.clean.text.outlets import read_copyright
from sayso.clean.text.parties import known
from sayso.lexicon import table, words
from sayso.stages import Claimed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.clean.html.stream import Stream
    from sayso.read.bytemap import ByteMap

_LAST_BLOCKS, _LONGEST = 60, 300
_MOST_WORDS = 4
_SIGNS = words("credits", "owners", "signs")


def owner_of(stream: Stream, bytes_of: ByteMap) -> Claimed | None:
    """Whom the last copyright line of a page that names anybody names as its owner; null where none does."""
    end = len(stream.text)
    for _ in range(_LAST_BLOCKS):
        start = stream.text.rfind("\n", 0, end) + 1
        line = stream.text[start : min(end, start + _LONGEST)]
        low = line.casefold()
        ink = line.lstrip()
        if any(sign in low for sign in _SIGNS) and (party := read_copyright(ink, start + len(line) - len(ink))):
            first, last = int(stream.starts[party.start]), int(stream.ends[party.end - 1])
            raw = stream.text[party.start : party.end]
            return Claimed("outlet", "text", party.name, raw, bytes=bytes_of.range_of(first, last))
        if start == 0:
            break
        end = start - 1
    return None


def named_in_title(title: str, headings: Sequence[str], owner: str | None) -> str | None:
    """The site that the page's title names at its end or its beginning, by its fullest name; null where it is unsure.

    It is sure of a known outlet, of the owner in the copyright line or its short form, of what stands beside the page's
    own heading, and of a few capitalised words behind a stroke.
    """
    for site, rest, at_end in _divided(title):
        party = known(site)
        if party:
            return party.name
        if owner and is_same(site, owner):
            return owner if len(owner) >= len(site) else site
        beside_heading = any(key(rest) == key(heading) for heading in headings)
        if is_section(site) or not _is_name(site):
            continue
        if beside_heading or (at_end == "|" and len(rest.split()) > len(site.split())):
            return site
    return None


def is_same(site: str, owner: str) -> bool:
    """Whether two names are one, without their articles and the like, or one is the other's short form."""
    short, long = sorted((site, owner), key=len)
    return _bare(site) == _bare(owner) or is_short_form(short.strip(), long.strip())


def key(name: str) -> str:
    """The letters and digits of a name, in small letters."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _bare(name: str) -> str:
    return key(name[4:] if name[:4].casefold() == "the " else name)


def _divided(title: str) -> Iterator[tuple[str, str, str]]:
    """The last or the first part of the title, the rest of it, and the mark where it is the last."""
    for mark in _marks():
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and tail.strip():
            yield tail.strip(), head.strip(), mark.strip()
    for mark in _marks():
        head, found, tail = title.partition(mark)
        if found and head.strip() and tail.strip():
            yield head.strip(), tail.strip(), ""


def _is_name(words: str) -> bool:
    parts = words.split()
    small = table("credits")["mastheads"]["small"]
    return len(parts) <= _MOST_WORDS and all(part[0].isupper() or part in small or part == "&" for part in parts)


@cache
def _marks() -> tuple[str, ...]:
    return tuple(table("html_claims")["titles"]["marks"])
