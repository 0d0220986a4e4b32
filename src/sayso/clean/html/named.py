"""Asks trafilatura which paragraphs of a page are its article.

Stands alone because the judgement is bought in: another extractor can be put here, and the text never comes from it.
"""

from __future__ import annotations

import html
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lxml.html import HTMLParser, document_fromstring
from trafilatura import bare_extraction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from sayso.clean.html.tokens import Piece

ParagraphKind = Literal["headline", "body", "list", "caption", "cell"]

LONGEST_TAG = 10_000
"""From how many code points on a tag is cut to its name: pictures written into attributes, and attacks."""

_KINDS: dict[str, ParagraphKind] = {"head": "headline", "item": "list"}
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "cell", "row", "table", "list", "code", "div", "ab", "body", "main", "text"}
)
_BREAKS = frozenset({"lb"})
_SPANS = ("colspan", "rowspan", "span")
_MOST_SPANNED = 3
_CONTROL_REFERENCE = re.compile(r"&#(?:x0*[89][0-9a-f]|0*1[2-5][0-9])(?![0-9a-f]);?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph that belongs to the article, in the extractor's words."""

    text: str
    kind: ParagraphKind


def tree_of(page: str, parts: Sequence[Piece] = ()) -> HtmlElement | None:
    """The page as the tree that the extractors work on; null where there is nothing in it.

    Spans of a thousand columns and more, and the attributes of tags longer than `LONGEST_TAG`, are left out: that
    changes no word of the page.
    """
    tame = _CONTROL_REFERENCE.sub(_as_standard, _without_long_tags(page, parts).replace("\0", ""))
    if not tame.strip():
        return None
    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        tree = document_fromstring(tame.encode("utf-8", "replace"), parser=parser)
    except (ValueError, SyntaxError):
        return None
    for cell in tree.iter("td", "th", "col", "colgroup"):
        for name in _SPANS:
            if len(cell.get(name, "")) > _MOST_SPANNED:
                del cell.attrib[name]
    return tree


def _without_long_tags(page: str, parts: Sequence[Piece]) -> str:
    kept: list[str] = []
    at = 0
    for part in parts:
        if part.kind == "open" and part.end - part.start > LONGEST_TAG and part.text != "meta":
            kept.extend((page[at : part.start], f"<{part.text}>"))
            at = part.end
    kept.append(page[at:])
    return "".join(kept)


def named(tree: HtmlElement) -> list[Named]:
    """The paragraphs of the article in order. The tree is used up."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, include_comments=False, include_tables=True, fast=True)
    body = getattr(found, "body", None)
    return list(_paragraphs(body)) if body is not None else []


def _as_standard(found: re.Match[str]) -> str:
    """References to the control characters 128 to 159 mean windows-1252, as in browsers."""
    return html.unescape(found.group().rstrip(";") + ";")


def _paragraphs(body: _Element) -> Iterator[Named]:
    """The runs of text between one block and the next, depth first, without recursion."""
    words: list[str] = []
    kinds: list[ParagraphKind] = ["body"]

    def done() -> Iterator[Named]:
        text = "".join(words)
        words.clear()
        if text.strip():
            yield Named(text, kinds[-1])

    stack: list[tuple[_Element, bool]] = [(body, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        if closing:
            if block:
                yield from done()
                kinds.pop()
            words.append(element.tail or "" if element is not body else "")
            continue
        if block:
            yield from done()
            kinds.append(_KINDS.get(tag, kinds[-1]))
        elif tag in _BREAKS:
            yield from done()
        if tag:
            words.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from done()
