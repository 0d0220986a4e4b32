"""Verifying: any value changed in any table is found, and the first thing wrong is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.conftest import NOON
from tests.ledger.making import PAGE, PAGE_QUOTE, html_page, plain

from sayso.errors import LedgerError
from sayso.ledger import ClaimRow, Item, Ledger, Linked, Links, MisfitRow, PairRow, Verified
from sayso.ledger.migrating import shipped
from sayso.ledger.packing import pack
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Cell = str | int | float | bytes | None


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger with rows of every kind, two versions, a page, and a report in a script without blanks."""
    path = tmp_path_factory.mktemp("sound") / "sayso.db"
    with Ledger.open(path, clock=lambda: NOON) as ledger:
        made = [
            plain(),
            html_page(PAGE, quote=PAGE_QUOTE, address="https://orlo.example/quay"),
            plain("港の火事で十二人が負傷した。", path="minato.txt"),
            plain("The fire is out.", path="miren.txt"),
        ]
        outcomes = [ledger.add(one.original, one.reading).outcome for one in made]
        assert outcomes == ["new", "new", "new", "version"]
        link_by_hand(ledger)
    return path


def link_by_hand(ledger: Ledger) -> None:
    """A row in every table of links, a report removed, and a review."""
    report = next(ledger.reports()).id
    gone = plain("This report goes by order.", "gone.txt")
    ledger.add(gone.original, gone.reading)
    ledger.remove(gone.original.id, "by order")
    with ledger.linking() as links:
        fill(links, ledger.number(report))
    one, two = (f"{row.report}/{row.id}" for row in islice(ledger.attributions(), 2))
    ledger.review("apart", one, two, "two of one name")


def fill(links: Links, report: int) -> None:
    """A row in every table."""
    links.enter(Linked(report, 7, 8, "miren post"))
    links.post(8, [11, -12])
    links.note_pages(5, {}, {11: b"ab", -12: None})
    links.put_pair(PairRow(8, 9, "copy", 0.9, 0.9, 0.8, 30, 0.9, ((0, 9),), ((2, 11),)))
    links.put_keys("claims", 7, [{21}, {22}])
    links.put_claims([ClaimRow(Item(7, 0), Item(7, 1), 0.75, True, "The same words.")])
    spans = (Span(1, 2),)
    links.put_misfits([MisfitRow(7, 9, 0, "figure-conflict", "toll", "high", "12 is not 13.", spans, spans)])


def tables(connection: sqlite3.Connection) -> list[str]:
    """Every table with values of its own: those of the schema, and those in which the indexes keep theirs."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    return [name for (name,) in connection.execute(query)]


def keys(connection: sqlite3.Connection, table: str) -> str:
    """The columns that name a row of the table."""
    return ", ".join(name for _, name, _, _, _, key in connection.execute(f"PRAGMA table_info({table})") if key)


def others(value: Cell) -> Iterator[Cell]:
    """Values that are not `value`, as near to it as can be."""
    if isinstance(value, int):
        yield from (value + 1, None)
    elif isinstance(value, float):
        yield from (value + 0.125, None)
    elif isinstance(value, str):
        yield from (value + " ", value[:-1], None)
    elif isinstance(value, bytes):
        for at in {0, 5, len(value) // 2, len(value) - 1} & set(range(len(value))):
            yield value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
        yield value + b"\0"
    else:
        yield from ("x", 1)


def verified(path: Path) -> Verified:
    """What verifying the ledger finds."""
    with Ledger.open(path) as ledger:
        return ledger.verify()


def mutations(path: Path) -> Iterator[tuple[str, str, int, Cell, Cell]]:
    """Each table, column and row, with the value there and one to put in its place."""
    connection = sqlite3.connect(path)
    for table in tables(connection):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {keys(connection, table)} LIMIT 2")  # noqa: S608
        names = [column[0] for column in cursor.description]
        for row, cells in enumerate(cursor.fetchall()):
            for name, value in zip(names, cells, strict=True):
                for other in others(value):
                    yield table, name, row, value, other
    connection.close()


def changed(path: Path, table: str, column: str, row: int, value: Cell) -> bool:
    """Puts a value in its place; false where the table itself does not let it in."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        names = keys(connection, table)
        where = connection.execute(f"SELECT {names} FROM {table} ORDER BY {names} LIMIT 1 OFFSET {row}").fetchone()  # noqa: S608
        condition = " AND ".join(f"{key} IS ?" for key in names.split(", "))
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {condition}", (value, *where))  # noqa: S608
    except (sqlite3.IntegrityError, sqlite3.OperationalError):
        return False
    else:
        return True
    finally:
        connection.close()


def test_the_sound_ledger_holds(sound: Path) -> None:
    """What the other tests break is whole."""
    found = verified(sound)
    assert found.wrong is None
    assert (found.reports, found.originals, found.entries) == (4, 4, len(shipped()) + 9)
    assert found.rows > 10


def test_every_table_has_a_row_to_break(sound: Path) -> None:
    """The next test leaves no table out."""
    connection = sqlite3.connect(sound)
    empty = [name for name in tables(connection) if not connection.execute(f"SELECT 1 FROM {name}").fetchone()]  # noqa: S608
    connection.close()
    assert empty == []


@pytest.mark.slow
def test_any_changed_value_of_any_table_is_found(sound: Path, tmp_path: Path) -> None:
    """Each column of each table, changed in turn, is found wrong."""
    missed, tried = [], 0
    broken = tmp_path / "broken.db"
    for table, column, row, value, other in mutations(sound):
        shutil.copyfile(sound, broken)
        if not changed(broken, table, column, row, other):
            continue
        tried += 1
        try:
            holds = verified(broken).wrong is None
        except LedgerError:
            holds = False
        if holds:
            missed.append((table, column, row, value, other))
    assert missed == []
    assert tried > 300


@pytest.mark.parametrize(
    ("statement", "table", "row", "what"),
    [
        ("UPDATE attributions SET said = '2024-03-05' WHERE id = 'a1'", "attributions", "a1", "said is '2024-03-05'"),
        ("DELETE FROM figures WHERE id = 'f2'", "figures", "f2", "missing"),
        ("INSERT INTO dates SELECT key + 9, report, 'd9', 1, 2, 'x', 'DATE', '2024', null, null FROM dates",
         "dates", "d9", "no such row"),
        ("UPDATE figures SET value = 12.0 WHERE id = 'f1'", "figures", "f1", "value is 12.0"),
        ("DELETE FROM entries WHERE entry = 4", "reports", "key 4", "points at no row"),
        ("UPDATE entries SET body = replace(body, '2024', '2023') WHERE entry = 2", "entries", "entry 2", "its hash"),
        ("DELETE FROM reports WHERE entry = 6", "readings", "key 6", "points at no row"),
        ("UPDATE link_claims SET score = 0.5", "links", None, "changed"),
        ("DELETE FROM link_pairs", "links", None, "changed"),
        ("UPDATE reviews SET verdict = 'same'", "reviews", "entry 12", "not the review"),
        ("INSERT INTO reviews VALUES (3, 'same', 'a', 'b', '')", "reviews", None, "the log tells of 1"),
        ("UPDATE removals SET reason = 'none'", "removals", "entry 10", "not the removal"),
        ("DELETE FROM removals", "reports", "", "is missing"),
        ("CREATE TRIGGER t AFTER INSERT ON dates BEGIN DELETE FROM dates; END", "t", None, "not the one"),
        ("DROP INDEX reports_by_place", "reports_by_place", None, "not the one"),
    ],
)  # fmt: skip
def test_the_first_thing_wrong_is_named(
    sound: Path, tmp_path: Path, statement: str, table: str, row: str | None, what: str
) -> None:
    """Table, row and what differs are said."""
    broken = tmp_path / "broken.db"
    shutil.copyfile(sound, broken)
    connection = sqlite3.connect(broken)
    connection.execute(statement)
    connection.commit()
    connection.close()
    wrong = verified(broken).wrong
    assert wrong is not None
    assert wrong.table == table
    assert (wrong.row or "").endswith(row or "")
    assert what in wrong.what


def test_an_original_with_a_forged_hash_is_found_by_the_log(sound: Path, tmp_path: Path) -> None:
    """Other bytes with their own right hash everywhere in the tables are not those of the log."""
    broken = tmp_path / "broken.db"
    shutil.copyfile(sound, broken)
    forged = pack(b"The fire is not out.")
    connection = sqlite3.connect(broken)
    connection.execute("PRAGMA foreign_keys = OFF")
    (old,) = connection.execute("SELECT original FROM reports WHERE text = 'The fire is out.'").fetchone()
    connection.execute("UPDATE reports SET original = ? WHERE original = ?", (forged.sha256, old))
    connection.execute(
        "UPDATE originals SET sha256 = ?, size = ?, packed = ?, packed_sha256 = ? WHERE sha256 = ?",
        (forged.sha256, forged.size, forged.packed, forged.packed_sha256, old),
    )
    connection.commit()
    connection.close()
    assert verified(broken).wrong is not None


def test_a_head_kept_elsewhere_proves_that_nothing_was_cut_off(sound: Path, tmp_path: Path) -> None:
    """A log cut at its end still holds by itself, but not against the head that somebody noted."""
    head = verified(sound).head
    cut = tmp_path / "cut.db"
    with Ledger.open(cut, clock=lambda: NOON) as ledger:
        made = plain()
        ledger.add(made.original, made.reading)
        assert ledger.verify().wrong is None
        wrong = ledger.verify(head=head).wrong
    assert wrong is not None
    assert "cut off or rewritten" in wrong.what
    with Ledger.open(sound) as ledger:
        assert ledger.verify(head=head).wrong is None


def test_a_ledger_opened_for_reading_verifies_too(sound: Path) -> None:
    """Proving needs no right to write."""
    with Ledger.open(sound, read_only=True) as ledger:
        assert ledger.verify().wrong is None


def test_the_log_can_be_recomputed_with_the_standard_library(sound: Path) -> None:
    """What the decision paper says an outsider does, done."""
    connection = sqlite3.connect(sound)
    rows = connection.execute("SELECT entry, hash, body FROM entries ORDER BY entry").fetchall()
    connection.close()
    previous = "0" * 64
    for number, line, body in rows:
        said = json.loads(body)
        assert hashlib.sha256(body.encode()).hexdigest() == line
        assert json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == body
        assert (said["entry"], said["previous"]) == (number, previous)
        previous = line


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), max_size=6))
def test_any_text_goes_in_and_verifies(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Whatever characters a text has, NUL and marks of writing direction among them, it is kept to the letter."""
    with Ledger.open(tmp_path_factory.mktemp("any") / "sayso.db") as ledger:
        for number, text in enumerate(texts):
            made = plain("." + text, path=f"{number}.txt", title=text)
            ledger.add(made.original, made.reading)
        assert [row.text for row in ledger.reports()] == ["." + text for text in texts]
        assert ledger.verify().wrong is None


def test_indexes_of_many_pages_hold(tmp_path: Path) -> None:
    """Merged segments, pages that words run over, and words on very many rows are proven as well."""
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for batch in range(20):
            made = [
                plain(
                    " ".join(f"word{(number * 7919 + at * 31) % 9000}x common" for at in range(90)),
                    path=f"{number}.txt",
                )
                for number in range(batch * 30, batch * 30 + 30)
            ]
            list(ledger.add_all((one.original, one.reading) for one in made))
        assert ledger.verify().wrong is None
    connection = sqlite3.connect(tmp_path / "sayso.db")
    (pages,) = connection.execute("SELECT count(*) FROM report_words_idx").fetchone()
    assert pages > 20
    segment, term = connection.execute("SELECT segid, term FROM report_words_idx ORDER BY segid, term DESC").fetchone()
    connection.execute("UPDATE report_words_idx SET term = ? WHERE segid = ? AND term = ?", (term[:-1], segment, term))
    connection.commit()
    connection.close()
    wrong = verified(tmp_path / "sayso.db").wrong
    assert wrong is not None
    assert wrong.table == "report_words_idx"
