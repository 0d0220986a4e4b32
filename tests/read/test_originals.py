"""What reading holds true: every input gives an original, in order, and one bad one stops nothing."""

from __future__ import annotations

import base64
import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from sayso.model import Span
from sayso.read import Limits, originals
from sayso.stages import Given

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.stages import Original


def of_lines(tmp_path: Path, *lines: object) -> list[Original]:
    """The originals of a JSON Lines file with these lines; what is no string is written as JSON."""
    file = tmp_path / "r.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    return list(originals([str(file)]))


def test_kinds_are_told_by_content_not_by_name(tmp_path: Path) -> None:
    """A page named .txt is a page, and a text named .html is a text."""
    (tmp_path / "a.txt").write_bytes(b"<!DOCTYPE html><title>x</title>")
    (tmp_path / "b.html").write_bytes(b"The mayor of Miren spoke.")
    (tmp_path / "c.txt").write_bytes('\ufeff{"text": "Hello"}\n'.encode())
    (tmp_path / "d.txt").write_bytes("<html><body>x".encode("utf-16-le"))
    found = list(originals([str(tmp_path)]))
    assert [one.media for one in found] == ["html", "text", "text", "html"]
    assert found[2].path.endswith("c.txt#1")
    assert found[2].data == b"Hello"


def test_a_folder_gives_every_file_in_order_of_name(tmp_path: Path) -> None:
    """Folders within take part in the order, and paths start with the folder as given."""
    for name in ("b.txt", "a/z.txt", "a/b/x.txt", "c"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    given = f"{tmp_path}/"
    assert [one.path for one in originals([given])] == [
        f"{given}{name}" for name in ("a/b/x.txt", "a/z.txt", "b.txt", "c")
    ]


def test_a_folder_that_leads_back_into_itself_is_named_and_left(tmp_path: Path) -> None:
    """A link to a folder above is one problem and no endless walk."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "t").write_text("x", "utf-8")
    found = list(originals([str(tmp_path)]))
    assert [one.problem is None for one in found] == [False, True]
    assert "leads back" in (found[0].problem or "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "PDF is not read yet"),
        (b"PK\x03\x04.....word/document.xml", "DOCX"),
        (b"Received: from x\nSubject: y\n\nHello", "EML"),
        (b"<?xml version='1.0'?><rss><channel>", "feed"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_kinds_that_are_not_read_say_so(tmp_path: Path, data: bytes, says: str) -> None:
    """What is recognised and not read is an original with a problem that names the kind."""
    (tmp_path / "x").write_bytes(data)
    (only,) = originals([str(tmp_path / "x")])
    assert says in (only.problem or "")


def test_what_cannot_be_had_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A missing path comes first, and the text behind it is still read."""
    (tmp_path / "t").write_text("x", "utf-8")
    missing, text = originals([str(tmp_path / "no"), str(tmp_path / "t")])
    assert "no such file" in (missing.problem or "")
    assert text.problem is None


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user"
)
def test_a_file_without_rights_is_a_problem(tmp_path: Path) -> None:
    """The sentence says that rights are missing."""
    (tmp_path / "t").write_text("x", "utf-8")
    (tmp_path / "t").chmod(0)
    (only,) = originals([str(tmp_path / "t")])
    assert "right" in (only.problem or "")


def test_a_report_over_the_limit_is_refused(tmp_path: Path) -> None:
    """A file, a record and a line over their limits are problems; the record behind them is read."""
    (tmp_path / "t").write_text("x" * 11, "utf-8")
    (only,) = originals([str(tmp_path / "t")], limits=Limits(report_bytes=10))
    assert "limit of 10 bytes" in (only.problem or "")
    lines = tmp_path / "r"
    lines.write_text(
        '{"text": "ok"}\n' + '{"text": "' + "y" * 2_000_000 + '"}\n{"text": "' + "x" * 11 + '"}\n{"text": "end"}\n',
        "utf-8",
    )
    found = list(originals([str(lines)], limits=Limits(report_bytes=10)))
    assert [one.problem is None for one in found] == [True, False, False, True]
    assert [one.path.rpartition("#")[2] for one in found] == ["1", "2", "3", "4"]


def test_records_carry_what_is_given(tmp_path: Path) -> None:
    """Fields come over as given, the path ends in the id, whatever characters it has, or in the line's number."""
    record = {
        "text": "A\r\nB",
        "id": "x/#y",
        "address": "https://miren.example/1",
        "outlet": "Miren Post",
        "published": "2024-03-04",
    }
    first, second = of_lines(tmp_path, record, "", {"html": "<p>x"})
    assert first.path.endswith("r.jsonl#x/#y")
    assert (first.data, first.charset, first.address) == (b"A\r\nB", "utf-8", "https://miren.example/1")
    assert (first.given.outlet, first.given.published) == ("Miren Post", "2024-03-04")
    assert second.path.endswith("r.jsonl#3")
    assert second.media == "html"


def test_bytes_of_a_record_are_told_by_content(tmp_path: Path) -> None:
    """Base64 is undone, and then it is as if the bytes had been a file."""
    page, broken = of_lines(tmp_path, {"bytes": base64.b64encode(b"<html><p>x").decode()}, {"bytes": "?"})
    assert (page.media, page.data) == ("html", b"<html><p>x")
    assert "base64" in (broken.problem or "")


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    """Each kind of bad line is one problem that names file and line."""
    found = of_lines(
        tmp_path, "{nope", {"text": "one"}, "[1]", {"id": "n"}, {"text": 4}, '{"text":' + "[" * 100_000, {"text": "two"}
    )
    assert [one.problem is None for one in found] == [False, True, False, False, False, False, True]
    assert all("r.jsonl line" in one.problem for one in found if one.problem)


def test_lone_surrogates_become_replacement_characters_one_for_one(tmp_path: Path) -> None:
    """Offsets stay, and a row in refused names the place."""
    (only,) = of_lines(tmp_path, '{"text": "a\\ud800b\\ud83d\\ude00", "title": "\\udc00"}')
    assert only.data.decode() == "a\N{REPLACEMENT CHARACTER}b\N{GRINNING FACE}"
    assert only.given.title == "\N{REPLACEMENT CHARACTER}"
    assert [row.span for row in only.refused] == [None, Span(1, 2)]


@pytest.mark.parametrize(
    "date",
    [
        "2024-03-04",
        "2024",
        "2024-03",
        "2024-W10",
        "2024-W10-1",
        "2024-064",
        "20240304",
        "2024-03-04T10:00:00Z",
        "2024-03-04T10:00+02:00",
    ],
)
def test_any_iso_8601_date_is_believed(tmp_path: Path, date: str) -> None:
    """It is kept as given."""
    (only,) = of_lines(tmp_path, {"text": "x", "published": date})
    assert (only.given.published, only.refused) == (date, ())


@pytest.mark.parametrize(
    "date", ["04/03/2024", "2024-13-01", "2023-02-29", "yesterday", 20240304, "2024-W60", "2023-366"]
)
def test_what_is_no_date_is_null_and_refused(tmp_path: Path, date: object) -> None:
    """It is never guessed at."""
    (only,) = of_lines(tmp_path, {"text": "x", "published": date})
    assert only.given.published is None
    assert [row.what for row in only.refused] in (["date"], ["published"])


def test_standard_input_is_read_under_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its path is a hyphen, with the record's name behind it where it is JSON Lines."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hello")))
    assert [(one.path, one.data) for one in originals(["-"])] == [("-", b"Hello")]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "x", "id": "q"}\n')))
    assert [one.path for one in originals(["-"])] == ["-#q"]


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    """It is no problem of reading."""
    (tmp_path / "t").write_bytes(b"")
    (only,) = originals([str(tmp_path / "t")])
    assert (only.data, only.media, only.problem) == (b"", "text", None)


def test_what_is_given_for_all_holds_where_a_record_says_nothing_else(tmp_path: Path) -> None:
    """A file has the day and the outlet that the caller gives; a record keeps its own."""
    (tmp_path / "a.txt").write_text("Hello")
    (tmp_path / "b.jsonl").write_text('{"text": "One", "outlet": "Nordal Post"}\n{"text": "Two", "published": "soon"}')
    found = list(originals([str(tmp_path)], given=Given(outlet="Karsk Echo", published="2031-03-05")))
    assert [(one.given.outlet, one.given.published) for one in found] == [
        ("Karsk Echo", "2031-03-05"),
        ("Nordal Post", "2031-03-05"),
        ("Karsk Echo", "2031-03-05"),
    ]
