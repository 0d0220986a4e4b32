"""What limits hold true: a page beyond them is one failed report, and the next page is read."""

from __future__ import annotations

import sys
from typing import NoReturn

import pytest

from sayso.clean import clean, limited
from sayso.errors import InputError
from sayso.stages import Given, Original

PAGE = b"<html><body><article><p>The mayor of Miren said that the bridge would open in May.</p></article></body></html>"


def original(data: bytes = PAGE, **more: object) -> Original:
    """A page as it was found."""
    return Original(data, "a.html", media="html", **more)  # type: ignore[arg-type]


def test_a_page_read_apart_is_the_page_read_here() -> None:
    """The process changes nothing in the report."""
    assert limited.clean(original()) == clean(original())


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is the kernel's")
def test_too_much_memory_is_one_failure_and_the_next_page_is_read() -> None:
    """The reader says why, and goes on."""
    reader = limited.PageReader(limited.PageLimits(memory=150_000_000))
    try:
        with pytest.raises(InputError, match=r"memory|ended the process"):
            reader.read(b"<html><body>" + b"<p>a<b>b</b></p>" * 400_000)
        assert "mayor" in reader.read(PAGE).text
    finally:
        reader.close()


def test_a_process_that_ends_is_started_again() -> None:
    """An answer that never comes is a failure of that page alone."""
    reader = limited.PageReader()
    try:
        reader.read(PAGE)
        assert reader._process is not None
        reader._process.kill()
        assert "mayor" in reader.read(PAGE).text
    except InputError as fault:
        assert "ended the process" in str(fault)  # noqa: PT017 - the kill may fall on either side of the next task
        assert "mayor" in reader.read(PAGE).text
    finally:
        reader.close()


def test_time_is_limited() -> None:
    """The page that takes longer fails with a sentence."""
    reader = limited.PageReader(limited.PageLimits(seconds=1, patience=1))
    try:
        reader.read(PAGE)
        with pytest.raises(InputError, match="second"):
            reader.read(b"<html><body>" + b"<p>a<b>b</b></p>" * 400_000)
    finally:
        reader.close()


def test_the_failure_is_a_row() -> None:
    """`clean` turns it into a failed report that names the page."""

    def refuse(_data: bytes, _charset: str | None) -> NoReturn:
        message = "the page could not be read"
        raise InputError(message)

    report = clean(original(), page_of=refuse).report
    assert (report.status, report.why) == ("failed", "a.html: the page could not be read")


def test_given_metadata_beats_the_page() -> None:
    """Each field that is given is believed, and said to be given."""
    data = PAGE.replace(b"<body>", b'<head><meta name=author content="Ada Lund"><title>Bridge</title></head><body>')
    report = clean(
        original(data, given=Given(outlet="Miren Post", title="T", byline="B", published="2024-03-04"))
    ).report
    assert report.outlet is not None
    assert (report.outlet.name, report.title, report.byline) == ("Miren Post", "T", "B")
    assert (report.published, report.published_from) == ("2024-03-04", "given")


@pytest.mark.parametrize(
    ("data", "media", "given", "why"),
    [
        (b"", "text", Given(), "empty"),
        (b" \n\xc2\xa0", "text", Given(), "empty"),
        (b"<html><body></body></html>", "html", Given(), "empty"),
        (b"Der Satz ist deutsch.", "text", Given(language="de"), "language de"),
    ],
)
def test_what_is_not_read_says_why(data: bytes, media: str, given: Given, why: str) -> None:
    """The text is kept, and the lists are empty."""
    cleaned = clean(Original(data, "x", media=media, given=given))  # type: ignore[arg-type]
    assert (cleaned.report.status, cleaned.report.why, cleaned.paragraphs) == ("not-read", why, ())
    assert cleaned.report.text == (data.decode() if media == "text" else "")


def test_a_problem_of_reading_is_a_failed_report() -> None:
    """Its sentence is the reason."""
    report = clean(Original(b"", "x", problem="x: there is no such file")).report
    assert (report.status, report.why) == ("failed", "x: there is no such file")


def test_plain_text_is_kept_character_for_character() -> None:
    """One stretch from behind the byte order mark covers it."""
    cleaned = clean(Original("\ufeffA “b”\r\n\r\n  c.".encode(), "x"))
    assert cleaned.report.text == "A “b”\r\n\r\n  c."
    assert [(row.byte_start, row.byte_end) for row in cleaned.origin] == [(3, 20)]
