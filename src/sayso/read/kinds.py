"""Tells from the first bytes of an original what kind of document it is, and says which kinds are read.

Stands alone because it is the one place to change for a new kind: a module that reads it, and its line in `KINDS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.stages import Original

HEAD = 65_536
"""How many bytes are looked at to tell the kind."""

PAGE_HEAD = 4096
"""How many code points are searched for the tags that make a page."""

_FIRST_TAG = re.compile(
    r"\s*(?:<!doctype\s+html|<(?:html|head|body|script|style|title|meta|link|base|iframe|h[1-6]|div|span|font|table|article|main"
    r"|section|header|nav|ul|ol|dl|figure|img|a|b|i|p|br|noscript|center|blockquote|form|pre)[\s/>]|<!--)",
    re.IGNORECASE,
)
_LATER_TAG = re.compile(r"^[ \t]*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE | re.MULTILINE)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE | re.DOTALL
)
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,60}:[^\n]*\n|[ \t][^\n]*\n")
_MAIL_FIELDS = re.compile(rb"^(?:mime-version|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE)
_NAMED = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"WARC/1.", "a WARC archive"),
)
_BINARY_SHARE = 0.05
_BINARY_LEAST = 4
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 27}))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: how it is recognised from its first bytes, and what is made of an original of it."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[Original], Original]


_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")


def of_kind(original: Original) -> Original:
    """The original with its `media` set from its content, or with a `problem` where it is of a kind not read.

    An original without bytes is text; ``media`` that the container already settled (a record's ``html``) is kept by not
    calling this.
    """
    head = original.data[:HEAD]
    kind = next(kind for kind in KINDS if kind.recognises(head))
    return kind.read(original)


def _unread(what: str, todo: str) -> Callable[[Original], Original]:
    problem = f"not read: {what} is not read yet; {todo}"
    return lambda original: replace(original, media="unknown", problem=problem)


def _binary(original: Original) -> Original:
    head = original.data[:HEAD]
    what = next((name for mark, name in _NAMED if head.startswith(mark)), None)
    if what is None and head.startswith(b"PK\x03\x04"):
        what = "a ZIP archive"
    problem = (
        f"not read: {original.path} is {what or 'binary data'}, neither text nor HTML; give the text or the page itself"
    )
    return replace(original, media="unknown", problem=problem)


def _is_binary(head: bytes) -> bool:
    if head.startswith(b"PK\x03\x04") or any(head.startswith(mark) for mark, _ in _NAMED):
        return True
    if b"\0" in head and decode(head).codec.startswith("utf-16"):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls >= _BINARY_LEAST and controls > _BINARY_SHARE * len(head)


def _is_docx(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head)


def _is_mail(head: bytes) -> bool:
    """A block of header fields from the first line on, with one that only mail software writes."""
    at = 0
    while (line := _HEADER_LINE.match(head, at)) is not None:
        at = line.end()
    return _MAIL_FIELDS.search(head[:at]) is not None


def _is_feed(head: bytes) -> bool:
    return _FEED.match(decode(head).text[:PAGE_HEAD]) is not None


def _is_page(head: bytes) -> bool:
    start = decode(head).text[:PAGE_HEAD]
    if start.lstrip().startswith("<?xml"):
        return _LATER_TAG.search(start.replace("?>", "?>\n")) is not None
    return _FIRST_TAG.match(start) is not None or _LATER_TAG.search(start) is not None


KINDS: tuple[Kind, ...] = (
    Kind("utf-32", lambda head: head.startswith(_UTF_32), _unread("text in UTF-32", "save the file as UTF-8")),
    Kind("pdf", lambda head: b"%PDF-" in head[:1024], _unread("PDF", "give its text, or the page")),
    Kind("docx", _is_docx, _unread("DOCX", "save it as plain text or HTML")),
    Kind("binary", _is_binary, _binary),
    Kind("eml", _is_mail, _unread("EML (a mail message)", "give its text")),
    Kind("feed", _is_feed, _unread("a feed", "give the pages that it names")),
    Kind("html", _is_page, lambda original: replace(original, media="html")),
    Kind("text", lambda _: True, lambda original: replace(original, media="text")),
)
"""The kinds, in the order in which they are tried; the last takes what is left."""
