"""What does not fit between reports is one row, however many reports tell it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from sayso.cli import app

if TYPE_CHECKING:
    from pathlib import Path

TOLD = (
    "VELTEN - The fire in the mill at Velten on Monday killed 9 people, the Health Ministry said.",
    "VELTEN - Nine people were killed in the fire in the mill at Velten on Monday, the Health Ministry said.",
    "The fire brigade said 12 people were killed in the fire in the mill at Velten on Monday.",
    "Twelve died in the mill fire at Velten on Monday, the fire brigade said. It burnt for hours.",
)


def found(folder: Path, told: tuple[str, ...]) -> list[tuple[str, int]]:
    """The kind of each row, and on how many reports it rests."""
    lines = [
        json.dumps({"id": str(at), "text": text, "outlet": f"Paper {'ABCDE'[at]}", "published": "2032-04-20"})
        for at, text in enumerate(told)
    ]
    (folder / "told.jsonl").write_text("\n".join(lines))
    kept = ("--ledger", str(folder / "told.db"))
    CliRunner().invoke(app, ["add", str(folder / "told.jsonl"), *kept, "--quiet"])
    rows = CliRunner().invoke(app, ["findings", *kept, "--format", "json"]).stdout.splitlines()
    return [(row["kind"], len(row["evidence"])) for row in map(json.loads, rows)]


def test_two_sources_with_two_numbers_are_one_row(tmp_path: Path) -> None:
    """Whether a number is printed in digits or in words; a third number is another row."""
    (tmp_path / "more").mkdir()
    ((kind, reports),) = found(tmp_path, TOLD)
    assert (kind, reports) == ("figure-conflict", 4)
    other = (*TOLD, TOLD[2].replace("12", "14").replace("fire brigade", "mayor"))
    assert len(found(tmp_path / "more", other)) > 1
