"""Says which addresses are of one page: scheme, "www.", a last slash, a fragment and tracking make no other.

Stands alone because addresses that people give and those that pages state are set against each other in one form.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from sayso.lexicon import table, words

_OWN_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000


def page_of(address: str) -> str | None:
    """The page that a whole address of the web is of, in one form for all its addresses; null where it is no such."""
    bare = address.strip()
    try:
        parts = urlsplit(f"https:{bare}" if bare.startswith("//") else bare)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if len(bare) > _LONGEST or parts.scheme not in _OWN_PORTS or "." not in host:
        return None
    site = host.removeprefix("www.") + ("" if port in (None, _OWN_PORTS[parts.scheme]) else f":{port}")
    path = quote(unquote(parts.path), safe="/~:@!$&'()*+,;=").rstrip("/")
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0]))
    return f"{site}{path}?{urlencode(asked)}" if asked else site + path


def is_home(page: str) -> bool:
    """Whether a page, in the form of `page_of`, is the first of a site or of one of its languages."""
    _, _, path = page.partition("/")
    return "?" not in page and all(part.lower() in _homes() for part in path.split("/") if part)


def _tracks(name: str) -> bool:
    low = name.lower()
    return low in words("html_claims", "addresses", "tracking") or low.startswith(_starts())


@cache
def _homes() -> frozenset[str]:
    return words("html_claims", "addresses", "home") | words("languages", "codes")


@cache
def _starts() -> tuple[str, ...]:
    return tuple(table("html_claims")["addresses"]["tracking_starts"])
