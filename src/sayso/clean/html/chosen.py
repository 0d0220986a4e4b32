"""Decides which of a page's claims are believed: its title, author, outlet and date of publication.

Stands alone because belief is a policy: the claims stay on record whatever is decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from htmldate import find_date
from trafilatura.metadata import extract_author

from sayso.clean.html.site import is_same, key, named_in_title
from sayso.clean.text.parties import known
from sayso.clean.text.stamps import months
from sayso.lexicon import table, words
from sayso.read.iso import instant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from sayso.stages import Claimed

DAY = 10
"""The length of an ISO 8601 day."""

# htmldate's own limit is today, but a reading must not depend on the day it is made on.
_LATEST = "2199-12-31"
_PARTS = re.compile(r"[,;|]")
_ADDRESS = re.compile(r"(?:https?:)?//|^www\.|\S+@\S+\.\S+|^[@#]|^\S+\.[a-z]{2,6}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is believed of a page, null where it says nothing that can be."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    published_from: Literal["metadata", "text"] | None


def choose(claims: Sequence[Claimed], tree: HtmlElement | None) -> Chosen:
    """The page's title, author, outlet and date. Of the dates claimed, the one on the day that htmldate finds.

    Where htmldate finds a day that no claim names, it stands in the page's text or address.
    """
    outlet = _outlet(claims)
    published, source = _published(claims, tree)
    byline = _byline(claims, outlet) or _printed_author(tree, outlet)
    return Chosen(_title(claims, outlet), byline, outlet, published, source)


def _named(claims: Sequence[Claimed], what: str) -> list[Claimed]:
    return [claim for claim in claims if claim.what == what]


def _outlet(claims: Sequence[Claimed]) -> str | None:
    """The name that a meta element states, else JSON-LD, else the page's title, else its copyright line."""
    names = [claim for claim in _named(claims, "outlet") if not _ADDRESS.search(claim.value)]
    stated = [claim.value for by in ("meta", "json-ld") for claim in names if claim.by == by]
    if stated:
        return stated[0]
    owner = next((claim.value for claim in names if claim.by == "text"), None)
    title, headings = _printed(claims)
    named = named_in_title(title, headings, owner) if title else None
    party = known(owner) if owner else None
    # An agency's copyright line says whence a page has its words, not whose page it is.
    return named or (None if party and party.agency else owner)


def _printed(claims: Sequence[Claimed]) -> tuple[str | None, list[str]]:
    """The page's own title and its first headings, as printed."""
    printed = [claim.value for claim in _named(claims, "title") if claim.by == "text"]
    return (printed[0], printed[1:]) if printed else (None, [])


def _title(claims: Sequence[Claimed], outlet: str | None) -> str | None:
    """The headline of JSON-LD, else of a meta element, else the page's title, without the outlet's name.

    Where the page's first heading stands whole within it, the heading: the rest is the site's.
    """
    titles = _named(claims, "title")
    if not titles:
        return None
    printed = [claim.value for claim in titles if claim.by == "text"]
    title = _without_outlet(titles[0].value, outlet, printed[0] if printed else None)
    for heading in printed[1:]:
        bare = key(heading)
        if bare in key(title) and bare != key(outlet or "") and len(bare) >= _HEADING * len(key(title)):
            return heading
    return title


def _without_outlet(title: str, outlet: str | None, printed: str | None) -> str:
    for mark in table("html_claims")["titles"]["marks"]:
        head, found, tail = title.rpartition(mark)
        if not found or not head.strip():
            continue
        if (outlet and is_same(tail.strip(), outlet)) or (
            title == printed and len(tail.split()) <= _SHORT < len(head.split())
        ):
            return _without_outlet(head.strip(), outlet, None)
        first, _, rest = title.partition(mark)
        if outlet and rest.strip() and is_same(first.strip(), outlet):
            return rest.strip()
    return title


_SHORT = 3
_HEADING = 0.4


def _byline(claims: Sequence[Claimed], outlet: str | None) -> str | None:
    names = (_name(claim.value, outlet) for claim in _named(claims, "author"))
    return next((name for name in names if name), None)


def _name(said: str, outlet: str | None) -> str | None:
    """The author's name without "By", or null where what is said names nobody or is the outlet itself."""
    name = " ".join(said.split()).strip(" ,;|")
    lead = next((lead for lead in table("html_claims")["authors"]["lead"] if name.lower().startswith(lead)), "")
    name = _undated(name[len(lead) :].strip())
    if not name or _ADDRESS.search(name) or name.lower() in _nobody() or key(name) == key(outlet or ""):
        return None
    return name


def _printed_author(tree: HtmlElement | None, outlet: str | None) -> str | None:
    """The author named by an element that is marked as a byline, as trafilatura finds it."""
    said = extract_author(tree) if tree is not None else None
    return _name(said.replace("; ", ", "), outlet) if said else None


def _undated(name: str) -> str:
    """The names up to the line's day ("Ada Lund, Wednesday, Updated")."""
    parts = [part.strip() for part in _PARTS.split(name)]
    kept = list(takewhile(lambda part: not _tells_a_day(part), parts))
    return ", ".join(part for part in kept if part) if len(kept) < len(parts) else name


def _tells_a_day(piece: str) -> bool:
    """Whether a piece of a byline is but a day, or begins as what tells when it was posted ("Last updated")."""
    low = [word.strip(".:|") for word in piece.casefold().split() if word.strip(".:|")]
    stamps = words("credits", "dates", "published") | words("credits", "dates", "modified")
    if any(" ".join(low[:size]) in stamps for size in (1, 2, 3)):
        return True
    weekdays = words("credits", "weekdays", "names")
    dated = all(word in weekdays or word in months() or word.isdigit() for word in low)
    return dated and any(word in weekdays or word.isdigit() for word in low)


def _nobody() -> frozenset[str]:
    return words("html_claims", "authors", "nobody")


def _published(
    claims: Sequence[Claimed], tree: HtmlElement | None
) -> tuple[str | None, Literal["metadata", "text"] | None]:
    dates = _named(claims, "published")
    sure = [claim for claim in dates if claim.by in ("json-ld", "meta")]
    if len({claim.value[:DAY] for claim in sure}) == 1:
        return _local(sure[0], dates), "metadata"
    day = _arbiter(tree)
    if day is None:
        return (_local(dates[0], dates), "metadata") if dates else (None, None)
    agreeing = [claim for claim in dates if claim.value[:DAY] == day]
    if agreeing:
        return _local(agreeing[0], dates), "metadata"
    return day, "text"


def _local(claim: Claimed, dates: Sequence[Claimed]) -> str:
    """The claim's date, or what another claim says that tells the same instant by the outlet's clock, not in UTC."""
    believed = instant(claim.value)
    if believed is None or believed.utcoffset():
        return claim.value
    told = ((other.value, instant(other.value)) for other in dates)
    return next(
        (value for value, when in told if when == believed and when is not None and when.utcoffset()), claim.value
    )


def _arbiter(tree: HtmlElement | None) -> str | None:
    if tree is None:
        return None
    try:
        found = find_date(tree, original_date=True, outputformat="%Y-%m-%d", max_date=_LATEST)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    # Of a year alone ("since 2009") htmldate makes its first day.
    return found if isinstance(found, str) and not found.endswith("-01-01") else None
