"""The stage `clean`: an original becomes a report, with its text, its place in the bytes, and what is known of it.

Stands alone because text and pages part ways here and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.clean.believed import Found, cleaned_of, failed
from sayso.clean.text import clean_text, furniture_of_main_text
from sayso.errors import InputError
from sayso.model import Outlet, Stretch
from sayso.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.clean.html.messages import Page
    from sayso.stages import Cleaned, Original

__all__ = ["clean"]


def clean(original: Original, *, page_of: Callable[[bytes, str | None], Page] | None = None) -> Cleaned:
    """The report of an original, with where each stretch of its text stands in the bytes.

    What was given is believed before what a page says of itself, and that before what the text says. Never raises for
    what the original holds: a report is ``failed`` where the original has a problem, ``not-read`` where it is empty or
    in another language than English; it then has no paragraphs. `page_of` reads a page's bytes and charset, by default
    in this process (`sayso.clean.limited` has one with limits); its `sayso.errors.InputError` makes the report
    ``failed``.
    """
    if original.problem is not None:
        return failed(original, original.problem)
    if original.media != "html":
        return cleaned_of(original, _text(original))
    try:
        page = (page_of or _page_reader())(original.data, original.charset)
    except InputError as fault:
        return failed(original, f"{original.path}: {fault}")
    return cleaned_of(original, _article(page))


def _page_reader() -> Callable[[bytes, str | None], Page]:
    from sayso.clean.html.page import read_page  # slow to load, and only pages need it

    return read_page


def _text(original: Original) -> Found:
    """Plain text stays as it is: one stretch, literal, from the first byte that is no byte order mark."""
    decoded = decode(original.data, charset=original.charset)
    size = len(decoded.text)
    origin = (Stretch(0, size, *decoded.map.range_of(0, size), "literal"),) if size else ()
    parts = clean_text(decoded.text)
    return Found(decoded.text, origin, parts, parts.title, parts.byline, parts.outlet, parts.published, "text")


def _article(page: Page) -> Found:
    lines = tuple(paragraph.span for paragraph in page.paragraphs if paragraph.kind != "cell")
    parts = furniture_of_main_text(page.text, lines, page.tables)
    outlet = Outlet(page.outlet) if page.outlet else parts.outlet
    title, byline = page.title or parts.title, page.byline or parts.byline
    date = page.published or parts.published
    source = page.published_from if page.published else "text"
    return Found(
        page.text, page.origin, parts, title, byline, outlet, date, source, page.paragraphs, page.claims, page.refused
    )
