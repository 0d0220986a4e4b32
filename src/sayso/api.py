"""The Python interface: reads paths or text and gives readings, which a notebook shows with their text marked.

Stands alone because it is a promise to those who write scripts; what lies behind it is free to change.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sayso.model import Reading
from sayso.reading import read_original, read_paths
from sayso.stages import Choices, Convention, Engine, Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterable

    Place = str | os.PathLike[str]


class Readings(list[Reading]):
    """A list of readings that a notebook shows one below the other."""

    def _repr_html_(self) -> str:
        return "".join(map(_shown, self))


def read(
    *paths: Place | Iterable[Place],
    published: str | None = None,
    outlet: str | None = None,
    jobs: int = 1,
    engine: Engine = "best",
    convention: Convention | None = None,
) -> Readings:
    """The readings of all reports at `paths`: files, folders, JSON Lines files, one or several or a list of them.

    What cannot be read has the status ``failed`` and says why; nothing raises for it. `published` and `outlet` are
    believed of all of them (see `read_text`), but for what a JSON Lines record says of itself. `jobs` is the number of
    worker processes, `engine` the trained model: ``best``, or ``fast`` for bulk; `convention` reads vague words
    ("dozens") as numbers: ``conservative`` or ``range``. For more reports than memory holds, iterate over
    `sayso.reading.read_paths`.

        >>> readings = sayso.read("report.html")              # doctest: +SKIP
        >>> [row.content.text for row in readings[0].attributions]   # doctest: +SKIP
    """
    given = Given(outlet=outlet, published=published)
    return Readings(
        reading for _original, reading in read_paths(_flat(paths), jobs, Choices(engine, convention), given)
    )


def read_text(  # noqa: PLR0913 - each may be given, and by name alone
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    address: str | None = None,
    engine: Engine = "best",
    convention: Convention | None = None,
) -> Reading:
    """The reading of a report given as plain text; what is given besides is believed over what the text says.

    `published` is an ISO 8601 date or date-time, against which words such as "on Sunday" are resolved. Offsets count
    code points of `text`. Lone surrogates become U+FFFD. `engine` and `convention`: see `read`.
    """
    data = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text).encode()
    given = Given(outlet=outlet, title=title, published=published, language=language)
    original = Original(data, "text", address=address, charset="utf-8", given=given)
    return read_original(original, Choices(engine, convention))


def _flat(paths: Iterable[Place | Iterable[Place]]) -> list[str]:
    flat: list[str] = []
    for path in paths:
        if isinstance(path, str | os.PathLike):
            flat.append(os.fspath(path))
        else:
            flat.extend(os.fspath(part) for part in path)
    return flat


def _shown(reading: Reading) -> str:
    from sayso.show.html import notebook

    return notebook(reading)


# The struct belongs to the model, which may not know how it is shown; notebooks look for this one name.
setattr(Reading, "_repr_html_", _shown)  # noqa: B010
