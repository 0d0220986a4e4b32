"""What does not fit between reports is shown once a wording, the oldest first, with its words in one passage."""

import handmade
from msgspec import structs

from sayso.ledger import Evidence, FindingRow
from sayso.link.across import Across
from sayso.model import Reading, Span
from sayso.show import words
from sayso.show.html.across import view


def reading(name: str, text: str, published: str | None) -> tuple[str, Reading]:
    """A report with an anchor of its name."""
    made = handmade.reading()
    return name, structs.replace(made, report=structs.replace(made.report, id=name, text=text, published=published))


READINGS = {
    "late": reading("late", "Nobody warned us, the captain was quoted as saying.", "2031-03-07"),
    "copy": reading("copy", "“Nobody warned us,” the engineer said.", "2031-03-06T21:40:00Z"),
    "first": reading("first", '"Nobody warned us," the engineer said on the quay.', "2031-03-06"),
}


def evidence(report: str, *told: str) -> Evidence:
    """The words in their report."""
    text = READINGS[report][1].report.text
    starts = [text.index(one) for one in told]
    return Evidence(
        report, tuple(Span(at, at + len(one)) for at, one in zip(starts, told, strict=True)), " ".join(told)
    )


def test_reports_with_the_same_words_stand_together() -> None:
    """A copy is named beside the first, and both stand before the later report; two passages near by are one."""
    quote, who = "Nobody warned us", "the engineer"
    parts = (evidence("late", quote), evidence("copy", quote, who), evidence("first", quote, who))
    found = view(Across((FindingRow("m1", "attribution-conflict", "Why.", parts),), (), ()), READINGS).findings[0]
    assert [[place.anchor for place in part.places] for part in found.evidence] == [["first", "copy"], ["late"]]
    pieces = found.evidence[0].pieces
    assert [told for told, marked in pieces if marked] == [quote, who]
    assert "".join(told for told, _ in pieces) == READINGS["first"][1].report.text


def test_a_full_minute_has_no_seconds() -> None:
    """Clocks are told as people read them."""
    assert words.moment("2031-03-06T21:40:00Z") == "2031-03-06 21:40 UTC"
    assert words.moment("2031-03-06T21:40:31+01:00") == "2031-03-06 21:40:31+01:00"
