"""Reads a page in one go: its article with the bytes of each stretch, its claims, and which of them are believed.

Stands alone because it is the one order in which the parts work, each page parsed once by each of two parsers.
"""

from __future__ import annotations

from sayso.clean.html.assemble import assemble
from sayso.clean.html.chosen import choose
from sayso.clean.html.claims import claims_of
from sayso.clean.html.messages import Page
from sayso.clean.html.named import named, tree_of
from sayso.clean.html.placing import blocks, place
from sayso.clean.html.site import owner_of
from sayso.clean.html.stream import stream_of
from sayso.clean.html.tables import tables_of, told_tables, with_tables
from sayso.clean.html.tokens import evened, pieces
from sayso.model import Refused
from sayso.read.decode import decode


def read_page(data: bytes, charset: str | None = None) -> Page:
    """The page of these bytes. Takes as long and as much memory as the page makes it: see `sayso.clean.limited`."""
    decoded = decode(data, charset=charset, kind="html")
    page = evened(decoded.text)
    parts = list(pieces(page))
    claims = claims_of(page, parts, decoded.map)
    tree = tree_of(page, parts)
    stream = stream_of(parts)
    owner = owner_of(stream, decoded.map)
    claims = (*claims, owner) if owner else claims
    chosen = choose(claims, tree)
    placed, unplaced = place(stream, named(tree) if tree is not None else [])
    refused = [Refused(None, "paragraph", f"{row.text[:120]!r} {row.why}") for row in unplaced]
    if not placed:
        placed = blocks(stream)
        if placed:
            refused.append(Refused(None, "article", "no article was found in the page: all of its text is kept"))
    found = with_tables(stream, placed, tables_of(parts))
    made = assemble(stream, found.placed, decoded.map, found.between)
    return Page(
        text=made.text,
        origin=made.origin,
        paragraphs=made.paragraphs,
        tables=told_tables(found, made.paragraphs),
        claims=claims,
        title=chosen.title,
        byline=chosen.byline,
        outlet=chosen.outlet,
        published=chosen.published,
        published_from=chosen.published_from,
        refused=tuple(refused),
    )
