"""Cuts a page into markup, text and character references, each with its place in the page.

Stands alone because one C package does the cutting, and tests hold it against the standard library's.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from turbohtml import Tokenizer, TokenType

from sayso.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "reference", "open", "close"]

_EMPTY_END = "</>"
_CLOSED_IN_ITSELF = re.compile(
    r"<(?:t(?=itle[^<>]*/>)|t(?=extarea[^<>]*/>)|s(?=tyle[^<>]*/>)|n(?=o(?:script|embed|frames)[^<>]*/>)|x(?=mp[^<>]*/>))",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A stretch ``[start, end)`` of the page's code points.

    `text` is what it stands for: the characters themselves, or what the reference resolves to; of markup, the tag's
    name in lower case. `attributes` are those of an opening tag that can say something of the page, references
    resolved. (A named tuple, for there are thousands a page.)
    """

    kind: Kind
    start: int
    end: int
    text: str
    attributes: tuple[tuple[str, str], ...] = ()


def pieces(page: str) -> Iterator[Piece]:
    """The pieces of `page` in order; gaps between them are markup that stands for nothing.

    `page` must have no carriage return (see `evened`), so that places can be told by line and column.
    """
    tokenizer = Tokenizer(resolve_references=False, capture_source=True)
    lines = _line_starts(page)
    telling = words("html_elements", "telling", "names")
    text_token, reference, opening, closing = (
        TokenType.TEXT,
        TokenType.CHARACTER_REFERENCE,
        TokenType.START_TAG,
        TokenType.END_TAG,
    )
    for token in chain(tokenizer.feed(page), tokenizer.close()):
        kind = token.type
        start = lines[token.line - 1] + token.col
        if kind is text_token:
            data = token.data or ""
            if page.startswith(data, start):
                yield Piece("text", start, start + len(data), data)
            else:
                yield from _parted(data, page, start)
        elif kind is opening:
            tag = token.tag or ""
            given = tuple((name, value or "") for name, value in token.attrs or ()) if tag in telling else ()
            yield Piece("open", start, start + len(token.source or ""), tag, given)
        elif kind is closing:
            yield Piece("close", start, start + len(token.source or ""), token.tag or "")
        elif kind is reference:
            yield Piece("reference", start, start + len(token.source or ""), token.data or "")


def evened(page: str) -> str:
    """The page as the tokenizer needs it, character for character, so that offsets stay as they are.

    Carriage returns are blanks or newlines. An element of raw text that is closed in its own tag, as drawings have
    them, gets another name: the tokenizer would take all that follows for its content.
    """
    if "\r" in page:
        page = page.replace("\r\n", " \n").replace("\r", "\n")
    return _CLOSED_IN_ITSELF.sub("<x", page)


def _line_starts(page: str) -> list[int]:
    starts, at = [0], page.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = page.find("\n", at + 1)
    return starts


def _parted(data: str, page: str, start: int) -> Iterator[Piece]:
    """A run of text with empty end tags inside it, which the tokenizer passes over: the parts between them."""
    at = start
    while data:
        stop = page.find(_EMPTY_END, at)
        part = data[: stop - at] if stop >= 0 else data
        if not page.startswith(part, at):
            return
        if part:
            yield Piece("text", at, at + len(part), part)
        data = data[len(part) :]
        at = stop + len(_EMPTY_END)
