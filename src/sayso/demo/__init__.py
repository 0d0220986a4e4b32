"""Gives the reports that come with Sayso as originals, each with what its manifest says of it.

Stands alone because these files are part of the package: they are found wherever it is installed.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from sayso.read import originals as find
from sayso.stages import Given

if TYPE_CHECKING:
    from sayso.stages import Original


def originals() -> list[Original]:
    """The demonstration's originals in the order of the manifest; their paths are ``demo/FILE``."""
    folder = files("sayso.demo") / "reports"
    entries = tomllib.loads((folder / "manifest.toml").read_text("utf-8"))["report"]
    found: list[Original] = []
    for entry in entries:
        with as_file(folder / entry["file"]) as file:
            found.extend(_named(original, entry) for original in find([str(file)]))
    return found


def _named(original: Original, entry: dict[str, Any]) -> Original:
    given = Given(**entry.get("given", {}))
    return replace(original, path=f"demo/{entry['file']}", address=entry.get("address"), given=given)
