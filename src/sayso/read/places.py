"""Finds the files that a path stands for: itself, every file of a folder in order of name, or standard input.

Stands alone because links, loops, pipes and rights are matters of the file system and of nothing else here.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """A file to open, the path it is known by, and, where it may not be opened, one sentence saying why."""

    file: str
    path: str
    problem: str | None = None


def places(path: str) -> Iterator[Place]:
    """The files at `path`; never raises for what the file system holds."""
    if path == STANDARD_INPUT:
        yield Place(path, path)
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the path is kept as given, character for character
    except FileNotFoundError:
        yield Place(path, shown(path), f"{shown(path)}: there is no such file or folder; check the path")
    except (OSError, ValueError) as fault:
        yield Place(path, shown(path), because(path, fault))
    else:
        if stat.S_ISDIR(mode):
            yield from _inside(path)
        else:
            yield Place(path, shown(path))


def shown(path: str) -> str:
    """The path with bytes that are no UTF-8 written as escapes, so that it can be printed."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not _plain(path) else path


def because(path: str, fault: Exception) -> str:
    """One sentence saying why `path` could not be read."""
    if isinstance(fault, PermissionError):
        return f"{shown(path)}: no right to read it; change its permissions or run as somebody who has the right"
    said = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return f"{shown(path)} could not be read ({said}); check the path"


def _plain(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _inside(folder: str) -> Iterator[Place]:
    """Depth first, by name within each folder; a folder met again inside itself is named, not entered.

    What is hidden, as its name begins with a dot, is left out.
    """
    waiting: list[tuple[str, tuple[tuple[int, int], ...]]] = [(folder, ())]
    while waiting:
        path, above = waiting.pop()
        try:
            known = os.stat(path)  # noqa: PTH116
        except OSError as fault:
            yield Place(path, shown(path), because(path, fault))
            continue
        if stat.S_ISREG(known.st_mode):
            yield Place(path, shown(path))
        elif not stat.S_ISDIR(known.st_mode):
            yield Place(
                path, shown(path), f"{shown(path)} is neither a file nor a folder; name it by itself to read it"
            )
        elif (known.st_dev, known.st_ino) in above:
            yield Place(path, shown(path), f"{shown(path)} leads back into a folder that it stands in; remove the link")
        else:
            try:
                names = sorted((name for name in os.listdir(path) if name[0] != "."), reverse=True)  # noqa: PTH208
            except OSError as fault:
                yield Place(path, shown(path), because(path, fault))
                continue
            here = (*above, (known.st_dev, known.st_ino))
            waiting.extend((os.path.join(path, name), here) for name in names)  # noqa: PTH118
