"""Writes docs/reference/cli.md from the command line itself, so that the page cannot say anything else.

    python tools/cli_reference.py          # write the page
    python tools/cli_reference.py --check  # exit code 1 where the page on disk is another

Stands alone because the commands are declared once, in `sayso.cli`, and this is the only other place that lists them.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import typer

from sayso.cli import app

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"
HEAD = """\
# Command line

<!-- Made by tools/cli_reference.py from the program: change the help there, then run it again. -->

Every command takes `--help` (`-h`); `sayso --version` prints the version, `sayso --install-completion` completes
commands in the shell, and `--show-completion` prints what it would install. What a program reads goes to standard
output, everything said about it to standard error.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | something was not there or could not be read or written: standard error names it, the rest was done |
| 2 | wrong use |
| 3 | the ledger is not there, is no ledger, is newer than the program, damaged or locked |
| 130 | interrupted; what was done so far stands |
"""


def reference() -> str:
    """The whole page."""
    group: Any = typer.main.get_command(app)
    panels: dict[str, list[Any]] = {}
    for command in group.commands.values():
        panels.setdefault(getattr(command, "rich_help_panel", None) or "Commands", []).append(command)
    parts = [HEAD]
    for panel, commands in panels.items():
        parts.append(f"## {panel}\n")
        parts.extend(section(command) for command in commands)
    return "\n".join(parts)


def section(command: Any) -> str:
    """One command: its help, arguments and options."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    call = " ".join(["sayso", command.name, *(metavar(p) for p in arguments)])
    parts = [f"### `{call}`\n", inspect.cleandoc(command.help or "") + "\n"]
    rows = [(f"`{metavar(p)}`", p) for p in arguments] + [(names(p), p) for p in options]
    if rows:
        parts.append("| | meaning | default |\n| --- | --- | --- |")
        parts.append("\n".join(f"| {name} | {cell(p.help or '')} | {default(p)} |" for name, p in rows) + "\n")
    return "\n".join(parts)


def metavar(parameter: Any) -> str:
    """The argument as it stands in a call: `PATHS...`."""
    return parameter.name.upper() + ("..." if parameter.nargs == -1 else "")


def names(parameter: Any) -> str:
    """All spellings of an option, short ones first."""
    return ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))


def default(parameter: Any) -> str:
    """What holds where the option is not given, and the environment variable that may give it."""
    value = getattr(parameter.default, "value", parameter.default)
    shown = "" if value is None or isinstance(value, bool) or callable(value) or parameter.required else f"`{value}`"
    return f"{shown} (or `${parameter.envvar}`)" if parameter.envvar else shown


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Writes the page, or compares it with the one on disk."""
    page = reference()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text("utf-8") != page:
        sys.exit(f"{PAGE} is not what the program says; run python tools/cli_reference.py")


if __name__ == "__main__":
    main()
