"""Prints the keys of the lexicon that nothing reads: neither named in the code, nor met while the demonstration is read.

A program of its own because the tables must be watched before any module reads them; `test_lexicon.py` runs it.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import sayso
from sayso import lexicon

CODE = Path(sayso.__file__).parent
NAMED = frozenset(
    node.value
    for path in CODE.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
)

MARKED = "The mayor of Tarn said on Monday that \u300cthe bridge is open\u300d."
"""What the demonstration lacks: marks of quotation that no module names."""
TABLE = """Losses by district, 1 to 8 March 2031 (in thousands)

District | Killed | of them women | Lorries | Share | Change
Tarn | ~12 | 3 | 4 | 41% | 2
Sarn | 5 | nil | n/a | 59% | 1
Total | 17 | 3 | 4 | 100% | 3

Figures may not add up because of rounding.
"""
"""And a table of numbers."""
BULLETIN = """Air defence bulletin No. {number}

The air defence of Orvana said that {number}0 drones were launched at Tarn on Sunday, 2 March 2031.
{same}
"""
SAME = (
    "The command asks everyone to stay away from windows, to keep lamps low and to leave what has fallen where it lies."
)
"""And two instalments of one series, which tell of what flies."""


def _gone_through(name: str) -> Any:  # noqa: ANN401 - a method of dictionaries
    """That method, of a table that then knows that it was gone through whole."""
    plain = getattr(dict, name)

    def asked(table: Watched) -> Any:  # noqa: ANN401 - an iterator, or a view
        table.whole = True
        return plain(table)

    return asked


class Watched(dict[str, Any]):
    """A table that knows whether it was gone through whole, or asked for a key that no code names: it is a list then."""

    def __init__(self, part: dict[str, Any], path: tuple[str, ...]) -> None:
        super().__init__({key: watched(value, (*path, key)) for key, value in part.items()})
        self.path, self.whole = path, False

    def unread(self) -> list[str]:
        """The keys that nothing has read."""
        values = [value for key, value in super().items() if key != "source" or len(self.path) > 1]
        if self.whole or self.path[1:2] == ("source",) or all(map(_is_plain, values)):
            return []
        top = len(self.path) == 1
        return [key for key in list(super().__iter__()) if key not in NAMED and not (top and key == "source")]

    def _ask(self, key: object) -> None:
        self.whole |= key not in NAMED

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - whatever the table holds
        self._ask(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._ask(key)
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as above
        """The value of a key, or `default`."""
        self._ask(key)
        return super().get(key, default)

    __iter__, keys, values, items = map(_gone_through, ("__iter__", "keys", "values", "items"))


TABLES: list[Watched] = []


def watched(value: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - a part of a file of TOML
    """The same part of a file, its tables watched."""
    if isinstance(value, dict):
        TABLES.append(Watched(value, path))
        return TABLES[-1]
    return [watched(part, path) for part in value] if isinstance(value, list) else value


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a value is a number, a word or a pair of numbers: of a table of these a key is a word, not a name."""
    return not isinstance(value, (dict, list)) or not all(isinstance(part, str) for part in value)


def main() -> None:
    """Reads and links the demonstration with every module imported, and prints what was never read."""
    plain = lexicon.table
    read = cache(lambda name: watched(plain(name), (name,)))
    for module in [module for name, module in sys.modules.items() if name.startswith("sayso")]:
        if vars(module).get("table") is plain:
            vars(module)["table"] = read
    for other in pkgutil.walk_packages(sayso.__path__, "sayso."):
        importlib.import_module(other.name)
    from sayso.clean import clean
    from sayso.cli.demo import demo
    from sayso.demo import originals
    from sayso.link.copies.instalments import instalments
    from sayso.link.misfits.between import Shared, compare, prepare
    from sayso.read.decode import decode

    sayso.read_text(MARKED)
    sayso.read_text(TABLE, published="2031-03-09", language="en")
    one, other = (
        sayso.read_text(BULLETIN.format(number=day, day=day, same=SAME), published=f"2031-03-0{day}", language="en")
        for day in (3, 4)
    )
    instalments(one, other)
    compare(prepare(one), prepare(other), Shared())
    decode(MARKED.encode(), charset="koi8-r")
    for original in originals():
        clean(original)  # pages in this process, where they are watched
    with tempfile.TemporaryDirectory() as folder:
        demo(Path(folder), quiet=True)
    loaded = {table.path[0] for table in TABLES}
    names = {
        path.name.removesuffix(".toml") for path in files("sayso.lexicon").iterdir() if path.name.endswith(".toml")
    }
    unread = {".".join((*table.path, key)) for table in TABLES for key in table.unread()}
    sys.stdout.writelines(f"{one}\n" for one in sorted(unread | (names - loaded)))


if __name__ == "__main__":
    main()
