"""The stage `read`: files, folders, JSON Lines and standard input become originals, their bytes unchanged.

Stands alone because whoever adds a source of reports adds it here, and no later stage knows where bytes came from.
"""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.read.kinds import of_kind
from sayso.read.limits import Limits
from sayso.read.places import STANDARD_INPUT, Place, because, places
from sayso.read.records import looks_like_records, records
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Limits", "originals"]


def originals(
    paths: Sequence[str],
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    given: Given = Given(),  # noqa: B008 - frozen
) -> Iterator[Original]:
    """The originals at `paths`, in the order given: files, every file of a folder in order of name, ``-``.

    What is `given` holds for each of them, but for what a record says of itself. A JSON Lines file gives one for each
    record, one line in memory at a time. What cannot be read comes as an original whose `problem` says why and what to
    do; nothing raises and nothing stops the rest.
    """
    for path in paths:
        for place in places(path):
            if place.problem is not None:
                yield Original(b"", place.path, media="unknown", problem=place.problem)
            else:
                yield from (_besides(original, given) for original in _opened(place, limits))


def _besides(original: Original, given: Given) -> Original:
    """The original with what is given for all, where its own record says nothing else."""
    missing = {one.name: getattr(given, one.name) for one in fields(Given) if not getattr(original.given, one.name)}
    told = {name: value for name, value in missing.items() if value}
    return replace(original, given=replace(original.given, **told)) if told else original


def _opened(place: Place, limits: Limits) -> Iterator[Original]:
    try:
        if place.file == STANDARD_INPUT and sys.stdin is None:
            problem = "standard input is closed: give a file, or pipe something in"
            yield Original(b"", place.path, media="unknown", problem=problem)
        elif place.file == STANDARD_INPUT:
            yield from _from_stream(cast("BinaryIO", sys.stdin.buffer), place.path, limits)
        else:
            with open(place.file, "rb") as stream:  # noqa: PTH123 - the path is kept as given
                yield from _from_stream(stream, place.path, limits)
    except OSError as fault:
        yield Original(b"", place.path, media="unknown", problem=because(place.file, fault))


def _from_stream(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Original]:
    are_records, lines = looks_like_records(stream, limits)
    if are_records:
        yield from records(stream, lines, path, limits)
        return
    read = sum(map(len, lines))
    data = b"".join(chain(lines, [stream.read(max(0, limits.report_bytes + 1 - read))]))
    if len(data) > limits.report_bytes:
        why = f"{path} is larger than the limit of {limits.report_bytes:,} bytes a report; split it or raise the limit"
        yield Original(b"", path, media="unknown", problem=why)
        return
    yield of_kind(Original(data, path))
