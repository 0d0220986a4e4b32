"""Streams the reports of a JSON Lines file, one record a line, in memory bounded by the longest line.

Stands alone because a broken record must cost its own line and nothing else.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.read.given import Strings
from sayso.read.kinds import of_kind
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.read.limits import Limits

BODIES = ("bytes", "html", "text")
"""The fields that carry a report, the one that is nearest to the original first."""

LOOKED_AT = 8
"""How many lines with something on them are looked at to tell a JSON Lines file."""

_MARK = b"\xef\xbb\xbf"


def looks_like_records(stream: BinaryIO, limits: Limits) -> tuple[bool, list[bytes]]:
    """Whether one of the first lines is a record with a report in it, and the lines that were read to tell.

    Only lines that begin with a brace are read whole; a file without such a line is told by its first line.
    """
    lines: list[bytes] = []
    seen = 0
    while seen < LOOKED_AT:
        line = stream.readline(limits.line_bytes + 1)
        if not line:
            break
        lines.append(line)
        bare = line.removeprefix(_MARK).strip()
        if not bare:
            continue
        seen += 1
        if not bare.startswith(b"{"):
            break
        if _is_record(bare):
            return True, lines
    return False, lines


def records(stream: BinaryIO, lines: list[bytes], path: str, limits: Limits) -> Iterator[Original]:
    """An original for each line that is not blank: `lines`, read before, then what is left of `stream`."""
    rest = iter(lambda: stream.readline(limits.line_bytes + 1), b"")
    too_long = False
    number = 1
    for line in chain(lines, rest):
        ends = line.endswith(b"\n")
        if too_long:
            too_long = not ends
            number += ends
            continue
        if len(line) > limits.line_bytes and not ends:
            too_long = True
            why = f"{path} line {number} is longer than {limits.line_bytes:,} bytes; split it or raise the limit"
            yield Original(b"", f"{path}#{number}", media="unknown", problem=why)
            continue
        bare = line.removeprefix(_MARK).strip() if number == 1 else line.strip()
        if bare:
            yield _record(bare, path, number, limits)
        number += ends


def _is_record(line: bytes) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and any(isinstance(value.get(name), str) for name in BODIES)


def _record(line: bytes, path: str, number: int, limits: Limits) -> Original:
    where = f"{path} line {number}"
    unnamed = Original(line, f"{path}#{number}", media="unknown")
    try:
        value = json.loads(line)
    except UnicodeDecodeError as fault:
        return replace(
            unnamed, problem=f"{where} is not UTF-8 (byte {fault.start} of the line); save the file as UTF-8"
        )
    except (ValueError, RecursionError) as fault:
        deep = isinstance(fault, RecursionError)
        said = getattr(fault, "msg", "nested too deep" if deep else "a number of it has too many digits")
        at = f" at character {fault.pos + 1}" if isinstance(fault, json.JSONDecodeError) else ""
        return replace(unnamed, problem=f"{where} is not JSON ({said}{at}); mend that line")
    if not isinstance(value, dict):
        return replace(
            unnamed, problem=f"{where} is JSON but no object; a record is one object with text, html or bytes"
        )
    strings = Strings(cast("dict[str, object]", value))
    name = _name(value.get("id"), strings) or str(number)
    known = Given(
        outlet=strings.take("outlet"),
        title=strings.take("title"),
        byline=strings.take("byline"),
        published=strings.published(),
        language=_language(strings.take("language")),
    )
    original = Original(b"", f"{path}#{name}", strings.take("address"), media="unknown", given=known)
    return _with_body(original, value, strings, where, limits)


def _name(value: object, strings: Strings) -> str | None:
    if isinstance(value, str):
        return strings.whole(value, "id")
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _language(value: str | None) -> str | None:
    return value.strip().lower().replace("_", "-") or None if value else None


def _with_body(original: Original, value: dict[str, object], strings: Strings, where: str, limits: Limits) -> Original:
    """The original with the bytes of its record, or with the problem that it has none."""
    given = [name for name in BODIES if value.get(name) is not None]
    if len(given) != 1:
        has = f"has {' and '.join(given)}" if given else "has neither text, html nor bytes"
        return replace(original, problem=f"{where} {has}; give one of them")
    field = given[0]
    body = value[field]
    if not isinstance(body, str):
        return replace(original, problem=f"{where}: {field} is no string; give it as one")
    if field == "bytes":
        try:
            data = base64.b64decode("".join(body.split()).encode("ascii"), validate=True)
        except (binascii.Error, ValueError):
            return replace(original, problem=f"{where}: bytes is no base64; encode it anew")
        found = of_kind(replace(original, data=data))
    else:
        data = strings.whole(body, field, spans=field == "text").encode("utf-8")
        found = replace(original, data=data, media="html" if field == "html" else "text", charset="utf-8")
    found = replace(found, refused=tuple(strings.refused))
    if len(data) > limits.report_bytes:
        most = limits.report_bytes
        why = f"{where} has {len(data):,} bytes, more than the limit of {most:,}; split it or raise the limit"
        return replace(found, data=b"", problem=why)
    return found
