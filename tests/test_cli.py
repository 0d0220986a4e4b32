"""What the command line promises: exit codes, one line for each error, whole lines of JSON, nothing raw from reports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent / "show"))

import handmade

import sayso.reading
from sayso import __version__
from sayso.cli import app
from sayso.ledger import Ledger
from sayso.model import from_json
from sayso.stages import Choices, Original

ROWS = ["reports", "attributions", "actors", "figures", "dates", "demands", "wording", "findings", "versions"]


def run(*words: str) -> Result:
    """Runs the command line in this process."""
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger that holds the handmade report."""
    original = Original(handmade.TEXT.encode(), "miren.txt", address="https://nordal.example/miren", charset="utf-8")
    with Ledger.open(tmp_path / "test.db") as kept:
        kept.add(original, handmade.reading(id=original.id))
    return str(tmp_path / "test.db")


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the handmade reading in the place of the stages."""

    def read(original: Original, choices: Choices) -> object:
        assert choices == Choices()
        if original.problem:
            return sayso.reading.failed(original, original.problem)
        return handmade.reading(id=original.id, path=original.path, address=original.address)

    monkeypatch.setattr(sayso.reading, "read_original", read)


@pytest.fixture
def report(tmp_path: Path) -> str:
    """The handmade report as a file."""
    (tmp_path / "miren.txt").write_bytes(handmade.TEXT.encode())
    return str(tmp_path / "miren.txt")


def test_version_is_printed() -> None:
    """``--version`` prints the version and ends with 0."""
    assert run("--version").stdout == f"sayso {__version__}\n"


@pytest.mark.parametrize(
    "command", [*ROWS, "read", "add", "show", "search", "trace", "verify", "schema", "demo", "page"]
)
def test_every_command_explains_itself_by_an_example(command: str) -> None:
    """The help of each command holds a line that can be typed."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"sayso {command}" in result.stdout.partition("Usage:")[2].partition("\n")[2]


def test_wrong_use_ends_with_2() -> None:
    """An option that is not there, and one that does not fit, both end with 2."""
    assert run("read", "--nonsense").exit_code == 2
    assert run("read", "x.txt", "--out", "y.txt").exit_code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("attributions", "--act", "denies"),
        ("attributions", "--mode", "quoted"),
        ("actors", "--kind", "people"),
        ("findings", "--severity", "hig"),
        ("copies", "--kind", "twin"),
        ("wording", "--voice", "paper"),
    ],
)
def test_a_misspelt_name_ends_with_2_and_says_what_there_is(wrong: tuple[str, ...], ledger: str) -> None:
    """Else it would read as if nothing were found."""
    found = run(*wrong, "--ledger", ledger)
    assert found.exit_code == 2
    assert "is none of" in found.output or "is neither" in found.output


@pytest.mark.parametrize("command", [*ROWS, "verify", "page"])
def test_a_ledger_that_is_not_there_ends_with_3(command: str, tmp_path: Path) -> None:
    """Asking a ledger that does not exist ends with 3, says so in one line, and makes none."""
    result = run(command, "--ledger", str(tmp_path / "none.db"))
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("stages")
def test_what_cannot_be_read_is_named_and_the_rest_is_done(report: str, tmp_path: Path) -> None:
    """One path of two is missing: one line on standard error, both objects printed, exit code 1."""
    result = run("read", str(tmp_path / "missing.txt"), report, "--format", "json", "--quiet")
    assert result.exit_code == 1
    assert [line.startswith("sayso: ") for line in result.stderr.splitlines()] == [True]
    assert [json.loads(line)["report"]["status"] for line in result.stdout.splitlines()] == ["failed", "read"]


@pytest.mark.usefixtures("stages")
def test_json_is_the_contract(report: str) -> None:
    """Each line decodes as a reading, its origin null unless asked for."""
    plain = from_json(run("read", report, "--format", "json").stdout)
    traced = from_json(run("read", report, "--format", "json", "--origin").stdout)
    assert plain.report.origin is None
    assert traced.report.origin == handmade.stretches()


@pytest.mark.usefixtures("stages")
def test_a_page_can_be_written_to_a_file(report: str, tmp_path: Path) -> None:
    """``--out`` writes the whole page and leaves no part of one behind."""
    assert run("read", report, "--format", "html", "--out", str(tmp_path / "page.html")).exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8").rstrip().endswith("</html>")
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] == []


@pytest.mark.usefixtures("stages")
def test_adding_twice_changes_nothing(report: str, tmp_path: Path) -> None:
    """The same file from the same place is known the second time."""
    kept = str(tmp_path / "twice.db")
    assert "1 added" in run("add", report, "--ledger", kept).stdout
    assert "1 known already" in run("add", report, "--ledger", kept).stdout
    assert len(run("reports", "--ledger", kept, "--format", "json").stdout.splitlines()) == 1


def test_adding_says_of_what_nothing_was_read(tmp_path: Path) -> None:
    """An empty file and one in another language are kept, and told as what they are, by `add` and by `reports`."""
    kept, empty, french = str(tmp_path / "some.db"), tmp_path / "empty.txt", tmp_path / "french.txt"
    empty.write_text("")
    french.write_text("Le maire de la ville a dit mardi que trois personnes étaient mortes dans la gare.", "utf-8")
    told = " ".join(run("add", str(empty), str(french), "--ledger", kept).stdout.split())
    assert "2 added, of which 2 not read: 1 empty, 1 language fr" in told
    assert "not read" not in run("add", str(empty), "--ledger", kept).stdout
    rows = [json.loads(row) for row in run("reports", "--ledger", kept, "--format", "json").stdout.splitlines()]
    assert [(row["status"], row["why"]) for row in rows] == [("not-read", "empty"), ("not-read", "language fr")]
    assert "not read: empty" in run("reports", "--ledger", kept).stdout


@pytest.mark.parametrize("command", [row for row in ROWS if row != "versions"])
def test_rows_are_printed_as_json_and_as_a_table(command: str, ledger: str) -> None:
    """Every kind of row prints as objects and as a table with heads."""
    lines = run(command, "--ledger", ledger, "--format", "json").stdout.splitlines()
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert len(run(command, "--ledger", ledger).stdout.splitlines()) > 2


def test_filters_hold(ledger: str) -> None:
    """Figures can be asked for by what they count and where, attributions by the speaker's name."""
    killed = run("figures", "--counted", "killed", "--place", "Miren", "--ledger", ledger, "--format", "json").stdout
    assert [json.loads(line)["id"] for line in killed.splitlines()] == ["f1", "f3", "f4"]
    said = run("attributions", "--speaker", "ilona varga", "--ledger", ledger, "--format", "json").stdout
    assert [json.loads(line)["id"] for line in said.splitlines()] == ["a3", "a4", "a8"]
    assert not run("attributions", "--speaker", "nobody", "--ledger", ledger, "--format", "json").stdout


def test_a_speaker_is_found_alike_by_every_command(ledger: str) -> None:
    """By the name and by what else a report calls it."""
    run("link", "--ledger", ledger)
    for command in ("claims", "attributions"):
        names = "Ministry of Health", "the ministry", "ministry-of-health"
        told = [run(command, "--speaker", name, "--ledger", ledger, "--format", "json").stdout for name in names]
        assert told[0] == told[1] == told[2] != ""


def test_a_table_says_that_it_was_cut(ledger: str) -> None:
    """Where there are more rows than a table shows, a line says so."""
    assert "the first 2" in run("attributions", "--ledger", ledger, "--most", "2").stdout


def test_a_row_is_traced_to_its_bytes(ledger: str) -> None:
    """``trace`` names the bytes that print the words."""
    (row,) = (json.loads(line) for line in run("reports", "--ledger", ledger, "--format", "json").stdout.splitlines())
    short = row["id"].removeprefix("sha256:")[:8]
    found = json.loads(run("trace", f"{short}/a8", "--ledger", ledger, "--format", "json").stdout)
    content = next(stand for stand in found["stands"] if stand["part"] == "content")
    start, end = content["bytes"][0]["start"], content["bytes"][-1]["end"]
    assert handmade.TEXT.encode()[start:end].decode() == "“nobody will sleep on the ridge tonight”"
    assert run("trace", f"{short}/a99", "--ledger", ledger).exit_code == 1
    assert "“nobody will sleep on the ridge tonight”" in run("show", short, "--ledger", ledger).stdout


def test_the_original_comes_back_unchanged(ledger: str) -> None:
    """``show --original`` writes the very bytes."""
    row = json.loads(run("reports", "--ledger", ledger, "--format", "json").stdout)
    assert run("show", row["id"], "--ledger", ledger, "--original").stdout_bytes == handmade.TEXT.encode()


def test_a_whole_ledger_is_verified_with_0_and_a_damaged_one_with_3(ledger: str) -> None:
    """``verify`` says what it checked; after a byte of the file was changed it ends with 3 in one line."""
    assert run("verify", "--ledger", ledger).exit_code == 0
    file = Path(ledger)
    data = bytearray(file.read_bytes())
    place = data.index(b"withdraw its artillery")
    data[place : place + 8] = b"withhold"
    file.write_bytes(data)
    result = run("verify", "--ledger", ledger)
    assert result.exit_code == 3
    assert len((result.stdout + result.stderr).strip().splitlines()) == 1


def test_search_finds_words(ledger: str) -> None:
    """Words that stand in an attribution find it."""
    hits = [
        json.loads(line)
        for line in run("search", "ridge", "sleep", "--ledger", ledger, "--format", "json").stdout.splitlines()
    ]
    assert "a8" in {hit["row"] for hit in hits}


def test_a_search_says_that_it_was_cut(ledger: str) -> None:
    """In a table; as JSON all is printed."""
    assert "the first 1" in run("search", "the", "--ledger", ledger, "--most", "1").output
    assert len(run("search", "the", "--ledger", ledger, "--most", "1", "--format", "json").stdout.splitlines()) > 1


def test_the_schema_describes_what_is_printed() -> None:
    """The schema is JSON and names the fields of a reading."""
    made = json.loads(run("schema").stdout)
    assert "attributions" in made["$defs"]["Reading"]["properties"]


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, ledger: str) -> None:
    """An unexpected exception ends with 1 and one line, without a traceback."""

    def fails(*_given: object, **_more: object) -> None:
        message = "two\nlines \x1b[31m"
        raise ValueError(message)

    monkeypatch.setattr(Ledger, "reports", fails)
    result = run("reports", "--ledger", ledger)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def program(*words: str, **more: object) -> subprocess.Popen[bytes]:
    """Starts the program in a process of its own."""
    command = [sys.executable, "-c", "from sayso.cli import main; main()", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.slow
def test_a_closed_pipe_is_silent(ledger: str) -> None:
    """Where the reader of the output goes away, the program ends without a word."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "attributions", "--ledger", ledger]
    done = subprocess.run([*command, "--format", "json"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_an_encoding_that_lacks_signs_gets_plain_ones(ledger: str) -> None:
    """Nothing fails for want of a dash."""
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown, said = program("attributions", "--ledger", ledger, env=plain).communicate(timeout=120)
    assert shown.isascii()
    assert b"fault" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full here")
def test_a_full_disk_is_said_in_one_line(ledger: str) -> None:
    """And is no fault of the program's."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from sayso.cli import main; main()", "reports", "--ledger", ledger],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"make room" in done.stderr


def test_what_is_counted_is_of_the_vocabulary_and_places_are_found_in_any_case(ledger: str) -> None:
    """A kind that there is not is no empty answer."""
    wrong = run("figures", "--counted", "deaths", "--ledger", ledger)
    assert wrong.exit_code == 2
    assert "killed" in wrong.output
    told = [
        run("figures", "--place", place, "--format", "json", "--ledger", ledger).output for place in ("Miren", "MIREN")
    ]
    assert told[0] == told[1] != ""


def test_a_narrow_terminal_gets_a_line_a_cell(monkeypatch: pytest.MonkeyPatch, ledger: str) -> None:
    """No column is cut letter by letter, and none is left out."""
    monkeypatch.setenv("COLUMNS", "40")
    told = run("figures", "--place", "Miren", "--ledger", ledger).output
    assert "place: Miren" in told.splitlines()


def test_an_interrupt_ends_with_one_line() -> None:
    """SIGINT while the program waits for standard input: one line, exit code 130, no traceback."""
    running = program("read", "-", "--format", "json", stdin=subprocess.PIPE)
    time.sleep(2)  # it has loaded by then, and waits
    running.send_signal(signal.SIGINT)
    _out, errors = running.communicate(timeout=10)
    assert running.returncode == 130
    assert len(errors.decode().splitlines()) == 1


@pytest.mark.slow
def test_the_package_loads_quickly_and_without_the_parser() -> None:
    """``import sayso`` loads neither the parser nor the model's runtime nor the templates."""
    code = "import sys, sayso; print(sorted({'spacy', 'onnxruntime', 'jinja2', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout.strip() == b"[]"


def test_explaining_shows_what_was_let_go(tmp_path: Path) -> None:
    """Pairs that were compared and fit are listed with the reason; other formats refuse the option."""
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry was out of service from 3 March 2031 to 9 March 2031, a week, the port office said.\n")
    shown = run("read", str(path), "--explain").stdout
    assert "Compared and let go" in shown
    assert run("read", str(path), "--explain", "--format", "json").exit_code == 2


def test_the_ledger_itself_and_what_is_hidden_are_no_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder may hold its own ledger."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ilona Varga said the quay was shut.", "utf-8")
    (tmp_path / ".b.txt").write_text("Ilona Varga said the quay was open.", "utf-8")
    for told in ("1 added", "1 known already"):
        found = run("add", ".", "--ledger", "week.db")
        assert (found.exit_code, told in found.output) == (0, True), found.output


def test_a_head_that_is_no_hash_is_wrong_use(ledger: str) -> None:
    """A typing error is no damage; capitals and the name of the hash are no error."""
    assert run("verify", "--ledger", ledger, "--head", "abc").exit_code == 2
    head = run("verify", "--ledger", ledger, "--format", "json").stdout.partition('"head":"')[2].partition('"')[0]
    assert run("verify", "--ledger", ledger, "--head", f"sha256:{head.upper()}").exit_code == 0


def test_a_removal_says_why_and_is_remembered(report: str, tmp_path: Path) -> None:
    """Without a reason nothing is removed; afterwards its id tells of the removal."""
    ledger = str(tmp_path / "own.db")
    run("add", report, "--ledger", ledger)
    name = run("reports", "--ledger", ledger, "--format", "json").stdout.partition('"id":"sha256:')[2][:8]
    assert run("remove", name, "--reason", " ", "--yes", "--ledger", ledger).exit_code == 2
    assert run("remove", name, "--reason", "court order 12", "--yes", "--ledger", ledger).exit_code == 0
    assert "court order 12" in run("show", name, "--ledger", ledger).stderr


def test_what_is_not_linked_yet_is_said(report: str, tmp_path: Path) -> None:
    """Else an interrupted run would read as if nothing were copied."""
    ledger = tmp_path / "late.db"
    with Ledger.open(ledger) as kept:
        list(kept.add_all(sayso.reading.read_paths([report])))
    assert "not linked yet" in run("copies", "--ledger", str(ledger)).stderr
    assert run("link", "--ledger", str(ledger)).exit_code == 0
    assert "not linked yet" not in run("copies", "--ledger", str(ledger)).stderr


def test_a_review_is_of_two_rows_that_can_be_one(ledger: str) -> None:
    """Not of a row and itself, of people put together, or of dates."""
    first = json.loads(run("attributions", "--ledger", ledger, "--format", "json").stdout.splitlines()[0])
    figure = json.loads(run("figures", "--ledger", ledger, "--format", "json").stdout.splitlines()[0])
    row, other = f"{first['report']}/{first['id']}", f"{figure['report']}/{figure['id']}"
    for wrong in (row, other):
        found = run("review", row, "same", wrong, "--ledger", ledger)
        assert (found.exit_code, "a review is of two" in found.stderr) == (1, True), found.stderr


def test_the_demo_leaves_another_ledger_alone(report: str, tmp_path: Path) -> None:
    """A folder may hold a ledger of the same name."""
    run("add", report, "--ledger", str(tmp_path / "demo.db"))
    assert run("demo", "--out", str(tmp_path)).exit_code == 1
