"""What holds of the project: the docs say what the code does, and every file keeps to the house's rules."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

import sayso.ledger.rows
import sayso.link.rows
import sayso.model

ROOT = Path(__file__).parents[1]
CODEBOOK = ROOT / "docs" / "reference" / "codebook.md"
SOURCES = sorted(
    path for folder in ("src", "tests", "benchmarks", "training", "tools") for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES = 400
NOT_PRINTED = {"Value", "Span", "Added"}
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)")


def explained() -> dict[str, set[str]]:
    """The columns that the codebook explains under each heading."""
    found: dict[str, set[str]] = {}
    heading = ""
    for line in CODEBOOK.read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        elif row := re.match(r"\| `(\w+)` \| [^|]{3,}", line):
            found.setdefault(heading, set()).add(row[1])
    return found


def printed() -> list[type[msgspec.Struct]]:
    """Every struct of the contract that has columns of its own."""
    modules = (sayso.model, sayso.ledger.rows, sayso.link.rows)
    every = [one for module in modules for one in vars(module).values()]
    structs = {one for one in every if isinstance(one, type) and issubclass(one, msgspec.Struct)}
    return sorted((one for one in structs if one.__name__ not in NOT_PRINTED), key=lambda one: one.__name__)


@pytest.mark.skipif(not CODEBOOK.is_file(), reason="the docs are not here")
@pytest.mark.parametrize("struct", printed(), ids=lambda struct: struct.__name__)
def test_every_column_has_an_entry_in_the_codebook(struct: type[msgspec.Struct]) -> None:
    """A ledger's row need not explain again what its report's row explains."""
    book = explained()
    columns = set(struct.__struct_fields__)
    base = struct.__name__.removesuffix("Row")
    known = book[struct.__name__] | (book.get(base, set()) if base != struct.__name__ else set())
    assert columns - known == set(), "columns without an entry"
    assert book[struct.__name__] - columns == set(), "entries without a column"


def test_every_kind_of_finding_is_explained() -> None:
    """The page of findings has a heading for each kind that the contract names."""
    page = ROOT / "docs" / "reference" / "findings.md"
    headings = set(re.findall(r"^## `([\w-]+)`", page.read_text("utf-8"), re.MULTILINE))
    assert headings == set(sayso.model.FindingKind.__args__)


def test_the_page_of_commands_is_what_the_program_says() -> None:
    """Every command, argument and option stands in the reference, in the program's own words."""
    made = subprocess.run(
        [sys.executable, ROOT / "tools" / "cli_reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr


def test_no_link_in_the_docs_is_broken() -> None:
    """Every link to a file of the project leads to one."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {link[1]}"
        for page in pages
        for link in LINK.finditer(page.read_text("utf-8"))
        if link[1] and not (page.parent / link[1]).exists()
    ]
    assert not broken


def test_the_readme_has_two_commands_each_on_one_line() -> None:
    """What a newcomer copies is one line to see the demonstration and one to run the tests."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert blocks[0].rstrip().endswith("sayso demo")
    assert blocks[1].rstrip().endswith("pytest -q")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    """No module has more lines than a sitting, and each begins with its docstring."""
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    if path.name != "__init__.py":
        assert lines[0].startswith(('"""', "#!"))


def test_the_pins_hold_what_is_declared() -> None:
    """Every dependency has an exact version, and no pin names a place."""
    pins = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][\w.+!-]*", pin) for pin in pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    names = {normal(pin.split("==")[0]) for pin in pins}
    assert {normal(re.match(r"[\w.-]+", one)[0]) for one in declared} <= names  # type: ignore[index]


def normal(name: str) -> str:
    """A package's name as indexes compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_file_names_a_machine() -> None:
    """Nothing that is kept under version control names a folder of somebody's machine."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no checkout")
    names = [name for name in listed.stdout.decode().split("\0") if name and not name.endswith((".png", ".onnx"))]
    place = re.compile(r"(?<![\w.])/(?:work|home|root|Users|mnt)/\w|\.\./" + "shared")
    met = [
        name for name in names if (ROOT / name).is_file() and place.search((ROOT / name).read_text("utf-8", "replace"))
    ]
    assert not met
