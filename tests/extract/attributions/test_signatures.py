"""What holds of quotations that are signed with a dash."""

from __future__ import annotations

from sayso.extract.attributions import extract
from sayso.model import Attribution, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph


def read(*paragraphs: str) -> tuple[Attribution, ...]:
    """The attributions of a report of `paragraphs`."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    return extract(parse(Cleaned(report, (), tuple(Paragraph(span) for span in spans))))


def test_in_a_row_of_signed_quotations_each_is_its_signers() -> None:
    """A signature stands before the next quotation too, and is not its source."""
    rows = read(
        "We asked readers about the new ferry.",
        "“It saves me an hour on every working day.” ― Ilo Renn",
        "“They took away the only boat that ran at night.” ― Marta Oss",
        "“I have not seen it yet, and I live on the quay.” ― Jon Velde, Kesh",
    )
    assert [(row.source.text, row.content.text[:6]) for row in rows if row.source and "“" in row.content.text] == [
        ("Ilo Renn", "“It sa"),
        ("Marta Oss", "“They "),
        ("Jon Velde, Kesh", "“I hav"),
    ]


def test_a_dash_before_more_of_the_sentence_is_no_signature() -> None:
    """Only what ends the line signs."""
    rows = read("“The ferry is late again” — Kesh has heard it before, said Ana Rell of the port office.")
    assert all(row.source is None or "Kesh has" not in row.source.text for row in rows)
