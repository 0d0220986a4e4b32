"""Asking: rows come out as the contract's JSON, whole and in order, and each is followed back to the bytes."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.making import MIREN, PAGE, PAGE_QUOTE, Made, at, html_page, plain, reading_of, said

from sayso import model
from sayso.errors import InputError
from sayso.ledger import (
    ActorRow,
    AttributionRow,
    DateRow,
    DemandRow,
    FigureRow,
    FindingRow,
    Ledger,
    ReportRow,
    VersionsRow,
    WordingRow,
    to_json,
)
from sayso.ledger.places import Source, stands
from sayso.show import words


def put(ledger: Ledger, *several: Made) -> str:
    """Adds, and gives the id of the last."""
    for made in several:
        assert ledger.add(made.original, made.reading).outcome in ("new", "version")
    return several[-1].original.id


@pytest.mark.parametrize(
    ("row", "of"),
    [
        (ActorRow, model.Actor),
        (AttributionRow, model.Attribution),
        (DateRow, model.Date),
        (DemandRow, model.Demand),
        (WordingRow, model.Wording),
    ],
)
def test_rows_are_those_of_a_report_with_its_id_in_front(row: type, of: type) -> None:
    """The objects of a report's JSON, each with its report first."""
    expected = [(field.name, field.type) for field in msgspec.structs.fields(of)]
    assert [(field.name, field.type) for field in msgspec.structs.fields(row)] == [("report", str), *expected]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (ReportRow, "id path address outlet title published language text added version_of status why"),
        (FindingRow, "id kind why evidence"),
        (
            FigureRow,
            "report id span text attribution speaker value low high bound unit counted population place as_of said act",
        ),
        (VersionsRow, "address reports changes ground"),
    ],
)
def test_rows_have_the_fields_of_the_contract(row: type, names: str) -> None:
    """Field for field, in order."""
    assert " ".join(field.name for field in msgspec.structs.fields(row)) == names


def test_each_row_comes_back_as_it_was_read(ledger: Ledger) -> None:
    """A reading's rows and the ledger's rows have the same JSON, but for the report's id."""
    made = plain()
    report = put(ledger, made)
    asked = {
        "actors": ledger.actors(),
        "attributions": ledger.attributions(),
        "dates": ledger.dates(),
        "demands": ledger.demands(),
        "wording": ledger.wording(),
    }
    for name, rows in asked.items():
        found = [json.loads(to_json(row)) for row in rows]
        expected = json.loads(model.to_json(made.reading))[name]
        assert found == [{"report": report, **row} for row in expected]
    assert ledger.show(report) == made.reading
    assert ledger.original(report) == made.original.data


def test_a_report_is_told_with_outlet_and_time(ledger: Ledger) -> None:
    """The time is that of the log, in UTC."""
    put(ledger, plain())
    (row,) = ledger.reports()
    assert (row.outlet, row.added, row.version_of) == ("Orlo News", "2024-03-05T12:00:00Z", None)
    assert (row.title, row.text) == ("Fire in Miren harbour", MIREN)


def test_a_figure_says_what_its_attribution_does_with_it(ledger: Ledger) -> None:
    """A number that somebody denies is not shown as one that he gives."""
    put(ledger, plain())
    rows = list(ledger.figures())
    acts = {(row.report, row.id): row.act for row in ledger.attributions()}
    assert rows
    assert [row.act for row in rows] == [acts.get((row.report, row.attribution or "")) for row in rows]
    denied = msgspec.structs.replace(rows[0], attribution="a1", speaker="Ada Rell", act="deny")
    assert words.teller(denied) == "Ada Rell (denies)"
    assert words.teller(msgspec.structs.replace(denied, act="assert")) == "Ada Rell"


def test_a_figure_is_told_with_its_speaker(ledger: Ledger) -> None:
    """The speaker and day are those of the attribution that carries the figure; a huge number keeps every digit."""
    put(ledger, plain())
    first, second = ledger.figures()
    assert (first.speaker, first.said, first.attribution) == ("ada-venn", "2024-03-04", "a1")
    assert (second.speaker, second.said) == (None, None)
    assert (second.value, second.low, second.high) == (9, 9.5, 10**30)
    assert isinstance(second.value, int)


def test_a_finding_shows_its_evidence(ledger: Ledger) -> None:
    """A finding's id can be traced, and its evidence is the words printed."""
    report = put(ledger, plain())
    (finding,) = ledger.findings()
    assert finding.id == f"{report}/x1"
    (evidence,) = finding.evidence
    assert (evidence.report, evidence.text) == (report, "12 9")
    assert [stand.words for stand in ledger.trace(finding.id).stands] == ["12", "9"]


def test_questions_narrow_the_rows(ledger: Ledger) -> None:
    """Each argument must be matched; a report may be named short."""
    report = put(ledger, plain(), plain(path="other.txt"))
    short = report.removeprefix("sha256:")[:8]
    assert len(list(ledger.figures(counted="wounded", place="Miren"))) == 4
    assert {row.report for row in ledger.figures(report=short)} == {report}
    assert [row.id for row in ledger.attributions(report=short, act="demand")] == ["a2"]
    assert list(ledger.figures(counted="killed")) == []
    assert list(ledger.figures(place="' OR 1=1 --")) == []
    assert [row.id for row in ledger.reports(report=short)] == [report]


@pytest.mark.parametrize("name", ["", "sha256:", "1234567", "g" * 8, "0" * 8, "0" * 65, "%" * 8, "sha256:" + "f" * 64])
def test_a_name_that_fits_no_report_is_said(ledger: Ledger, name: str) -> None:
    """Too short, no hex, or unknown: one clear sentence."""
    put(ledger, plain())
    with pytest.raises(InputError, match=r"names no report|no report of this ledger"):
        ledger.show(name)


def test_a_name_that_fits_two_reports_asks_for_more_digits(ledger: Ledger) -> None:
    """Nothing is guessed."""
    report = put(ledger, plain())

    class Two:
        """A store that finds every report twice."""

        def heads(self, first: str, last: str, most: int) -> list[object]:
            return ledger._store.heads(first, last, most) * 2

        reading = None

    with pytest.raises(InputError, match="more digits"):
        Ledger(Two()).show(report[:15])


@pytest.mark.parametrize("row", ["a9", "", "a1/a1", "A1"])
def test_an_unknown_row_is_said(ledger: Ledger, row: str) -> None:
    """The report is there, the row is not."""
    report = put(ledger, plain())
    with pytest.raises(InputError, match="has no row"):
        ledger.trace(f"{report}/{row}")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "windows-1252"])
def test_a_trace_ends_at_the_bytes(ledger: Ledger, charset: str) -> None:
    """The bytes at the place, decoded, are the words, in any encoding."""
    text = "“Né,” said Örs of Løkke. " * 3
    mark = b"\xff\xfe" if charset == "utf-16-le" else b""
    made = plain(text, charset=charset)
    if mark:
        data = mark + text.encode(charset)
        original = type(made.original)(data, "marked.txt", None, "text", None)
        origin = (model.Stretch(0, len(text), 2, len(data), "literal"),)
        made = Made(original, reading_of(original, text, origin))
    rows = (said("a1", text, "Örs of Løkke", "said", "Né,"),)
    made = Made(made.original, msgspec.structs.replace(made.reading, attributions=rows))
    report = put(ledger, made)
    trace = ledger.trace(f"{report[7:15]}/a1")
    assert [stand.part for stand in trace.stands] == ["source", "cue", "content"]
    for stand in trace.stands:
        (place,) = stand.bytes
        assert place.decoded == stand.words == stand.span.of(text)
        assert made.original.data[place.start : place.end] == stand.words.encode(charset)


def test_a_trace_shows_references_and_markup(ledger: Ledger) -> None:
    """Every stretch of a page is given with the way it is written there."""
    made = html_page(PAGE, quote=PAGE_QUOTE)
    report = put(ledger, made)
    trace = ledger.trace(f"{report}/a1")
    assert (trace.original, trace.size) == (made.original.sha256, len(made.original.data))
    (stand,) = trace.stands
    assert stand.words == PAGE_QUOTE
    hows = [(place.how, place.decoded) for place in stand.bytes]
    assert ("reference", "&amp;") in hows
    assert ("space", " <b>") in hows
    for place in stand.bytes:
        assert made.original.data[place.start : place.end].decode() == place.decoded


@given(st.text(alphabet="aé\u20ac\U0001f600 ", min_size=1, max_size=30), st.data())
def test_any_part_of_a_stretch_has_its_own_bytes(text: str, data: st.DataObject) -> None:
    """Whatever span is taken, the bytes given for it are those that print it and no others."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = model.Span(start, end)
    row = model.Date("d1", span, span.of(text), "DATE", "2024", None, None)
    made = plain(text, dates=(row,))
    (stand,) = stands(Source(made.original.data, "utf-8"), made.reading, row)
    (place,) = stand.bytes
    assert made.original.data[place.start : place.end] == span.of(text).encode()


@given(st.lists(st.sampled_from([b"a", b"\xc3\xa9", b"\xff", b"\xe2\x82", b"\xe2\x82\xac"]), min_size=1, max_size=12))
def test_broken_codes_are_placed_as_well(pieces: list[bytes]) -> None:
    """Bytes that are no valid code stand as U+FFFD, and each has its place."""
    data = b"".join(pieces)
    text = data.decode("utf-8", "replace")
    original = model_original(data)
    for index in range(len(text)):
        row = model.Date("d1", model.Span(index, index + 1), text[index], "DATE", "2024", None, None)
        origin = (model.Stretch(0, len(text), 0, len(data), "literal"),)
        (stand,) = stands(Source(data, "utf-8"), reading_of(original, text, origin, dates=(row,)), row)
        (place,) = stand.bytes
        assert text[index] in data[place.start : place.end].decode("utf-8", "replace")


def model_original(data: bytes) -> object:
    """An original of these bytes."""
    return type(plain("x").original)(data, "broken.txt", None, "text", "utf-8")


def test_versions_show_what_changed(ledger: Ledger) -> None:
    """Attributions and figures that came, went or changed, the title, and lines."""
    first = "Fire\n\nThe mayor said 12 were hurt. A clerk said all is well.\nOld line.\n"
    second = "Big fire\n\nThe mayor said 14 were hurt. Dockers said all is well.\nNew line.\n"
    for text, hurt, who in ((first, "12", "A clerk"), (second, "14", "Dockers")):
        rows = (
            said("a1", text, "The mayor", "said", f"{hurt} were hurt", speaker="mayor"),
            said("a2", text, who, "said", "all is well"),
        )
        count = msgspec.structs.replace(plain().reading.figures[0], span=at(text, hurt), text=hurt, noun=None)
        put(ledger, plain(text, address="https://orlo.example/fire", attributions=rows, figures=(count,)))
    put(ledger, plain("Alone."))
    (row,) = ledger.versions()
    assert row.address == "https://orlo.example/fire"
    assert row.reports == tuple(one.id for one in ledger.reports(address=row.address))
    changes = {(change.kind, change.what, change.before, change.after) for change in row.changes}
    assert ("changed", "title", "Fire", "Big fire") in changes
    assert ("changed", "figure", "12", "14") in changes
    assert ("changed", "attribution", "The mayor said: 12 were hurt", "The mayor said: 14 were hurt") in changes
    assert ("changed", "attribution", "A clerk said: all is well", "Dockers said: all is well") in changes
    assert ("went", "text", "Old line.", None) in changes
    assert ("came", "text", None, "New line.") in changes


def test_versions_show_what_came_and_went(ledger: Ledger) -> None:
    """What only one version says is told as come or gone, and what both say is not told."""
    first = "The mayor said 12 were hurt. Both said so."
    second = "Both said so. Dockers claimed the gate was open."
    both = {text: said("a1", text, "Both", "said", "so") for text in (first, second)}
    put(ledger, plain(first, attributions=(both[first], said("a2", first, "The mayor", "said", "12 were hurt"))))
    put(
        ledger,
        plain(second, attributions=(both[second], said("a2", second, "Dockers", "claimed", "the gate was open"))),
    )
    (row,) = ledger.versions()
    changes = [(change.kind, change.before, change.after) for change in row.changes if change.what == "attribution"]
    assert changes == [
        ("went", "The mayor said: 12 were hurt", None),
        ("came", None, "Dockers claimed: the gate was open"),
    ]


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "gb18030", "big5", "iso-2022-jp"])
def test_a_trace_ends_at_the_bytes_of_east_asian_codes(ledger: Ledger, charset: str) -> None:
    """Where a byte's meaning hangs on those before it, the bytes still decode to the words."""
    text = (
        "港の火事で市長が「十二人が負傷」と言"
        if charset in ("shift_jis", "euc-jp", "iso-2022-jp")
        else "市長言十二人負傷"
    )
    made = plain(text, charset=charset)
    rows = (said("a1", text, "市長", "言", "十二人"),)
    made = Made(made.original, msgspec.structs.replace(made.reading, attributions=rows))
    report = put(ledger, made)
    for stand in ledger.trace(f"{report}/a1").stands:
        assert "".join(place.decoded for place in stand.bytes) == stand.words
    assert ledger.verify().wrong is None
