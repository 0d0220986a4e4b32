"""Collects what a page says of itself in its head: meta elements, links, times, JSON-LD, each with its bytes.

Stands alone because every claim is kept, also the ones that lose: which is believed is decided elsewhere.
"""

from __future__ import annotations

import html
from functools import cache
from typing import TYPE_CHECKING

from sayso.clean.html.jsonld import stated
from sayso.clean.html.messages import Said
from sayso.clean.html.moments import moment
from sayso.clean.html.shown import shown
from sayso.lexicon import table
from sayso.stages import Claimed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.clean.html.tokens import Piece
    from sayso.read.bytemap import ByteMap

LONGEST = 2000
"""How long a claim may be, in code points; what is longer is no name and no date."""

_DATES = frozenset({"published", "modified"})
_META_NAMES = ("property", "name", "itemprop", "http-equiv")


def claims_of(page: str, parts: Sequence[Piece], bytes_of: ByteMap) -> tuple[Claimed, ...]:
    """The claims of a page, the surest first for each `what`: JSON-LD, then meta by the lexicon's order, then elements.

    Dates that cannot be read as ISO 8601 are left out. Bytes are those of the value where it stands there as it is
    read, else those of the element.
    """
    found = sorted(_found(page, parts), key=lambda said: said.rank)
    claims: dict[tuple[str, str, str], Claimed] = {}
    for said in found:
        raw = " ".join(said.raw.split())
        if not raw or len(raw) > LONGEST:
            continue
        value = moment(raw) if said.what in _DATES else raw
        if value is not None:
            claim = Claimed(said.what, said.by, value, raw, bytes=bytes_of.range_of(said.start, said.end))
            claims.setdefault((said.what, said.by, value), claim)
    return tuple(claims.values())


def _found(page: str, parts: Sequence[Piece]) -> Iterator[Said]:
    yield from shown(parts)
    titled = False
    for index, part in enumerate(parts):
        if part.kind != "open":
            continue
        if part.text == "script" and _is_json_ld(part):
            yield from _scripted(page, parts, index)
        elif part.text == "title" and not titled:
            titled = True
            yield from _words_of(parts, index, 400)
        elif part.text == "h1":
            yield from _words_of(parts, index, 401)
        elif part.attributes:
            yield from _attributed(page, part)


def _attributed(page: str, part: Piece) -> Iterator[Said]:
    given = dict(reversed(part.attributes))
    if part.text == "meta":
        value = given.get("content", "")
        for name in _META_NAMES:
            for key in given.get(name, "").lower().split():
                what, rank = _meta().get(key, ("", 0))
                if what:
                    yield Said(what, key if what == "address" else "meta", value, *_place(page, part, value), rank)
    elif part.text == "time" and given.get("datetime"):
        value = given["datetime"]
        rank = 300 if "pubdate" in given or "published" in given.get("itemprop", "").lower() else 301
        what = "modified" if "modified" in given.get("itemprop", "").lower() else "published"
        yield Said(what, "time-element", value, *_place(page, part, value), rank)
    elif part.text == "link" and "canonical" in given.get("rel", "").lower().split() and given.get("href"):
        yield Said("address", "canonical", given["href"], *_place(page, part, given["href"]), -1)
    elif part.text == "html" and given.get("lang"):
        yield Said("language", "meta", given["lang"], *_place(page, part, given["lang"]), 200)


def _place(page: str, part: Piece, value: str) -> tuple[int, int]:
    at = page.find(value, part.start, part.end) if value else -1
    return (at, at + len(value)) if at >= 0 else (part.start, part.end)


def _words_of(parts: Sequence[Piece], index: int, rank: int) -> Iterator[Said]:
    """The title that the element says: its text up to its end tag, markup inside it left out."""
    words: list[str] = []
    last = index
    for at in range(index + 1, min(index + _MOST_PIECES, len(parts))):
        part = parts[at]
        if part.kind == "close" and part.text == parts[index].text:
            break
        if part.kind in ("text", "reference"):
            words.append(part.text)
            last = at
    if words:
        yield Said("title", "text", "".join(words), parts[index].end, parts[last].end, rank)


_MOST_PIECES = 200


def _is_json_ld(part: Piece) -> bool:
    return any(
        name == "type" and value.strip().lower().startswith("application/ld+json") for name, value in part.attributes
    )


def _scripted(page: str, parts: Sequence[Piece], index: int) -> Iterator[Said]:
    if index + 1 == len(parts) or parts[index + 1].kind != "text":
        return
    script = parts[index + 1]
    for rank, stating in enumerate(stated(script.text)):
        value = html.unescape(stating.value)
        start, end = _written(page, script, stating.value)
        yield Said(stating.what, "json-ld", value, start, end, -1000 + 10 * stating.tier + min(rank, 9))


def _written(page: str, script: Piece, value: str) -> tuple[int, int]:
    """Where a value of a script stands, its slashes escaped or not; the whole script where it stands otherwise."""
    for form in (value, value.replace("/", "\\/")):
        at = page.find(form, script.start, script.end)
        if at >= 0:
            return at, at + len(form)
    return script.start, script.end


@cache
def _meta() -> dict[str, tuple[str, int]]:
    listed = table("html_claims")["meta"]
    return {name: (what, rank) for what, names in listed.items() for rank, name in enumerate(names)}
