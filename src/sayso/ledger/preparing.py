"""Makes one reading ready to be written: checked against its original, packed, and laid out, all outside any lock.

Stands alone because this is the gate: no reading gets past it whose words do not stand in the original's bytes.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

from sayso.errors import InputError
from sayso.lexicon import table
from sayso.model import Reading, from_json, to_json
from sayso.read.decode import decode

from .columns import MOST_ROWS
from .packing import MOST_BYTES, Packed, pack
from .places import Source, astray, misplaced, named_rows

if TYPE_CHECKING:
    from sayso.stages import Original


_HALVES = re.compile("[\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One addition, ready to be written: everything but its number, its time and what it follows."""

    original: Packed
    packed_reading: Packed
    reading: Reading
    charset: str
    media: str


def prepare(original: Original, reading: Reading) -> Prepared:
    """The addition that `original` and its `reading` make.

    Raises `InputError` where the two do not belong together, where a row's words do not stand in the original, or
    where they are too large for a ledger.
    """
    report = reading.report
    if report.id != original.id:
        raise InputError(f"{original.path}: the reading is of {report.id}, the original is {original.id}")
    if (report.address, report.path) != (_whole(original.address), _whole(original.path)):
        raise InputError(f"{original.path}: the reading gives another address or path than the original")
    line, sound = _line(original.path, reading)
    for what, size in (("original", len(original.data)), ("reading", len(line))):
        if size > MOST_BYTES:
            raise InputError(f"{original.path}: its {what} has {size} bytes; a ledger takes up to {MOST_BYTES}")
    _check_rows(original.path, sound)
    source = _source(original, sound)
    return Prepared(
        original=pack(original.data),
        packed_reading=pack(line),
        reading=sound,
        charset=source.charset,
        media=original.media,
    )


def _whole(words: str | None) -> str | None:
    """`words` with U+FFFD for each half of a surrogate pair: so does a reading name a file whose name is no UTF-8."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", words) if words else words


def _line(path: str, reading: Reading) -> tuple[bytes, Reading]:
    """The reading as it will be kept, and as it will be read back."""
    for row in reading.figures:
        if any(isinstance(number, float) and not math.isfinite(number) for number in (row.value, row.low, row.high)):
            raise InputError(f"{path}: figure {row.id} has a value that is no finite number")
    try:
        line = to_json(reading)
        return line, from_json(line)
    except UnicodeEncodeError:
        raise InputError(f"{path!r}: holds half of a surrogate pair, which no file of text can keep") from None
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: its reading does not keep to the contract ({error})") from None


def _check_rows(path: str, reading: Reading) -> None:
    seen: set[str] = set()
    for row in named_rows(reading):
        if row.id in seen:
            raise InputError(f"{path}: two rows of its reading are called {row.id}")
        seen.add(row.id)
    if max(len(seen), len(reading.refused)) >= MOST_ROWS:
        raise InputError(f"{path}: its reading has {len(seen)} rows; a ledger takes up to {MOST_ROWS - 1} a report")
    wrong = astray(reading)
    if wrong:
        raise InputError(f"{path}: row {wrong[0]} is not what was printed: {wrong[1]}")


def _source(original: Original, reading: Reading) -> Source:
    """The original in its encoding, once its map has been found to hold."""
    report = reading.report
    if report.origin is None and report.text:
        raise InputError(f"{original.path}: its reading has no map into the original (`origin` is null)")
    kind: Literal["text", "html"] = "html" if original.media == "html" else "text"
    source = Source(original.data, decode(original.data, charset=original.charset, kind=kind).codec)
    wrong = misplaced(source, report.text, report.origin or ())
    if wrong:
        raise InputError(f"{original.path}: its text does not stand in the original: {wrong.why}")
    return source


@cache
def _unspaced() -> re.Pattern[str]:
    blocks = table("scripts")["unspaced"]
    return re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in blocks) + "]")


def unspaced(words: str) -> bool:
    """Whether `words` have characters of a script that writes no blanks, so that no word can be looked up whole."""
    return not words.isascii() and _unspaced().search(words) is not None
