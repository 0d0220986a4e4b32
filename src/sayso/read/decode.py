"""Turns an original's bytes into text in the order that browsers follow, keeping the place of each code point.

Stands alone because a wrong guess here spoils every word after it, and the order of guesses is one decision.
"""

from __future__ import annotations

import codecs
import re
import string
import threading
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from sayso.lexicon import table
from sayso.read import bytemap
from sayso.read.letters import oddness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.read.bytemap import ByteMap

PRESCAN = 1024
"""How many bytes of a page are searched for its declared encoding (HTML standard, 13.2.3.2)."""

DETECTED = 65_536
"""How many bytes the statistical detector sees: enough for it, and bounded."""

_DOUBT = 1.5
"""How much less must stand where it does not belong in a reading by another code than by windows-1252."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_SINGLE = ("cp125", "cp866", "cp874", "iso8859", "koi8", "mac-")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the codec it was read by, and where each code point stands in the bytes.

    A byte order mark is no part of `text`. What the codec cannot read is U+FFFD, by the rule of the Encoding Standard.
    """

    text: str
    codec: str
    map: ByteMap


def decode(data: bytes, *, charset: str | None = None, kind: Literal["text", "html"] = "text") -> Decoded:
    """`data` as text.

    In this order: the byte order mark; `charset` (what came with the bytes); for HTML what the first 1,024 bytes
    declare; UTF-8 if valid; UTF-16 without a mark; the detector's guess; windows-1252. One departure from the
    standard: a declared encoding that the bytes plainly are not (UTF-8 that is broken more often than not, a
    single-byte code whose every byte above 127 makes valid UTF-8) is not believed. Never raises.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, len(mark))
    declared = codec_of(charset) if charset else None
    if declared is None and kind == "html":
        declared = declared_codec(data)
    if declared is None or not _believable(data, declared):
        declared = _detected(data)
    return _decoded(data, declared, 0)


def codec_of(label: str) -> str | None:
    """The codec that an encoding's label stands for (``latin1`` is windows-1252), or null for an unknown label."""
    return _codecs().get(label.strip().lower())


def declared_codec(data: bytes) -> str | None:
    """What a page's first 1,024 bytes say that its encoding is; UTF-16 said in readable bytes is UTF-8."""
    head = _COMMENT.sub(b"", data[:PRESCAN])
    for found in (_META.search(head), _XML.match(head)):
        codec = codec_of(found.group(1).decode("latin-1")) if found else None
        if codec:
            return "utf-8" if codec.startswith("utf-16") else codec
    return None


def decode_slice(data: bytes, codec: str) -> str:
    """Bytes that stand for whole code points, read by `codec`: by the map's promise that part of the text."""
    return data.decode(codec, _handler(codec))


@cache
def _codecs() -> dict[str, str]:
    return {label: codec for codec, labels in table("html_encodings")["labels"].items() for label in labels}


def _believable(data: bytes, codec: str) -> bool:
    if codec == "utf-8":
        return _mostly_utf8(data)
    if codec.startswith("utf-16"):
        return b"\0" in data[:PRESCAN] or not _is_utf8(data)
    return data.isascii() or not codec.startswith(_SINGLE) or not _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, a few broken places allowed: fewer than its well-formed longer code points."""
    if _is_utf8(data):
        return True
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    longer = sum(1 for char in text if char > "\x7f") - broken
    return broken < longer


def _detected(data: bytes) -> str:
    if b"\0" in data[:PRESCAN]:
        wide = _wide(data)
        if wide:
            return wide
    if _mostly_utf8(data):
        return "utf-8"
    head = data[:DETECTED]
    tried: list[str] = table("letters")["codes"]["tried"]
    first, *others = tried
    odd = oddness(decode_slice(head, first))
    if not odd:
        return first
    guess = _guessed(head)
    # Of a text in another script the detector knows best which code it is; in Latin text it sees what is not there.
    others = [guess, *others] if _is_mostly_high(head) else [*others, guess]
    costs = {codec: _DOUBT + oddness(decode_slice(head, codec)) for codec in others} | {first: odd}
    return min((first, *others), key=costs.__getitem__)


def _is_mostly_high(data: bytes) -> bool:
    """Whether more of the bytes stand beyond ASCII than are its letters."""
    codes = np.frombuffer(data, dtype=np.uint8)
    letters = np.isin(codes, np.frombuffer(string.ascii_letters.encode(), dtype=np.uint8))
    return int((codes >= 0x80).sum()) > int(letters.sum())  # noqa: PLR2004


def _guessed(head: bytes) -> str:
    """What the statistical detector takes the bytes for."""
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    codec = codec_of(best.encoding.replace("_", "-")) if best else None
    return codec if codec and not codec.startswith("utf-") else "cp1252"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: text has far more zero bytes on one side of its byte pairs than on the other."""
    head = np.frombuffer(data[: PRESCAN * 4], dtype=np.uint8)
    even, odd = int((head[::2] == 0).sum()), int((head[1::2] == 0).sum())
    pairs = len(head) // 2
    if max(even, odd) * 4 < pairs or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decoded(data: bytes, codec: str, skip: int) -> Decoded:
    body = data[skip:]
    if codec == "utf-8":
        return _utf8(body, skip)
    if codec.startswith("utf-16"):
        return _utf16(body, codec, skip)
    if codec.startswith(_SINGLE):
        text = body.decode(codec, _handler(codec))
        return Decoded(text, codec, bytemap.even(len(text), 1, skip))
    return _longer(body, codec, skip)


def _utf8(body: bytes, skip: int) -> Decoded:
    if body.isascii():
        return Decoded(body.decode("ascii"), "utf-8", bytemap.even(len(body), 1, skip))
    text, broken = _with_broken(body, "utf-8")
    units = np.frombuffer(body, dtype=np.uint8)
    return Decoded(text, "utf-8", _map_of((units & 0xC0) != 0x80, broken, len(body), skip))  # noqa: PLR2004


def _utf16(body: bytes, codec: str, skip: int) -> Decoded:
    text, broken = _with_broken(body, codec)
    units = np.frombuffer(body[: len(body) // 2 * 2], dtype="<u2" if codec == "utf-16-le" else ">u2")
    starts = np.zeros(len(body), dtype=bool)
    starts[: len(units) * 2 : 2] = (units & 0xFC00) != 0xDC00  # noqa: PLR2004
    return Decoded(text, codec, _map_of(starts, broken, len(body), skip))


def _map_of(starts: NDArray[np.bool_], broken: list[tuple[int, int]], size: int, skip: int) -> ByteMap:
    """The map of a text whose code points start where `starts` holds, but for the `broken` ranges: one U+FFFD each."""
    starts = starts.copy()
    for first, last in broken:
        starts[first:last] = False
        starts[first] = True
    at = np.append(np.flatnonzero(starts), size).astype(np.int64) + skip
    return bytemap.of_starts(at)


def _with_broken(body: bytes, codec: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, and the byte ranges that became U+FFFD."""
    codecs.register_error("sayso.broken", _as_broken)
    _met.broken = []
    text = body.decode(codec, "sayso.broken")
    return text, _met.broken


class _Met(threading.local):
    """The broken ranges of the decoding under way in this thread: an error handler can hand over nothing else."""

    def __init__(self) -> None:
        self.broken: list[tuple[int, int]] = []


_met = _Met()


def _as_broken(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    _met.broken.append((fault.start, fault.end))
    return "\N{REPLACEMENT CHARACTER}", fault.end


def _longer(body: bytes, codec: str, skip: int) -> Decoded:
    """East Asian codes, byte by byte: where a code point comes out, the bytes read since the last one are its own."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    pieces: list[str] = []
    starts: list[int] = []
    last = 0
    for at in range(len(body) + 1):
        out = decoder.decode(body[at : at + 1], final=at == len(body))
        if out:
            read = min(at + 1, len(body)) - len(decoder.getstate()[0])
            pieces.append(out)
            starts.extend(_shares(len(out), last, read))
            last = read
    starts.append(len(body))
    return Decoded("".join(pieces), codec, bytemap.of_starts(np.array(starts, dtype=np.int64) + skip))


def _shares(count: int, first: int, end: int) -> list[int]:
    """Where each of `count` code points that came out at once starts: the last bytes go to the last ones."""
    return [first] + [max(first, end - count + rank) for rank in range(1, count)]


@cache
def _handler(codec: str) -> str:
    """The name of the error handler: U+FFFD, but in windows-1252 the five free bytes are control characters."""
    if codec != "cp1252":
        return "replace"
    codecs.register_error("sayso.c1", _as_control)
    return "sayso.c1"


def _as_control(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return "".join(map(chr, fault.object[fault.start : fault.end])), fault.end
