"""What the summary of several readings shows."""

import io

import handmade
import msgspec
from rich.console import Console

from sayso.model import Reading
from sayso.show.summary import summary


def shown(*readings: Reading, width: int = 200) -> str:
    """The summary as printed, each run of blanks as one."""
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, highlight=False, emoji=False).print(summary(readings))
    return " ".join(stream.getvalue().split())


def test_a_summary_names_outlets_speakers_and_what_does_not_fit() -> None:
    """Each outlet is counted, and each finding is told with its arithmetic."""
    text = shown(handmade.reading())
    assert f"Agence Nordal 1 {len(handmade.ATTRIBUTIONS)}" in text
    assert "Most quoted" in text
    assert all(" ".join(row.why.split()) in text for row in handmade.reading().findings)


def test_a_toll_stands_once_for_all_outlets_that_carry_it() -> None:
    """Two outlets with one speaker's toll share a line."""
    first = handmade.reading()
    toll = msgspec.structs.replace(first.figures[0], counted="killed", value=777, bound="exact", attribution=None)
    first = msgspec.structs.replace(first, figures=(toll,))
    outlet = msgspec.structs.replace(first.report.outlet, name="Miren Post")
    second = msgspec.structs.replace(first, report=msgspec.structs.replace(first.report, outlet=outlet))
    assert "777 the outlet itself Agence Nordal, Miren Post" in shown(first, second)


def test_a_report_without_outlet_is_not_given_its_path_for_a_name() -> None:
    """An unknown outlet is said to be unknown."""
    text = shown(handmade.unread())
    assert "outlet unknown" in text
    assert "lost.html" not in text


def test_nothing_read_gives_an_empty_summary() -> None:
    """Without readings there are no heads over nothing."""
    assert not shown()
