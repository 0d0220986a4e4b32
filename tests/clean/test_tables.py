"""Tables of pages and of typed text become cells with their rows, columns and headings."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.clean import clean
from sayso.clean.tabular import headings
from sayso.stages import Original

TYPED = """Report of the relief office

The relief office of Marn said on Monday that the roads were open again and that its lorries had come.

District        Killed   Wounded
Telva           12       41
Orsk Valley     5        1,012

The office will publish the next numbers in a week, it said, if the lines hold.
"""
PAGE = b"""<!doctype html><html><head><title>Numbers</title></head><body><article>
<p>The relief office of Marn said on Monday that the roads were open again and that its lorries had come.</p>
<table><caption>Casualties by district</caption>
<tr><th rowspan=2>District<th colspan=2>Killed<th rowspan=2>Wounded</tr><tr><th>Men<th>Women</tr>
<tr><td>Telva<td>12<td>2<td>41</tr><tr><td>Orsk Valley<td>5<td>0<td>1,012</tr></table>
<p>The office will publish the next numbers in a week, it said, if the lines hold until then.</p>
</article></body></html>"""


def _rows(original: Original) -> list[tuple[str, list[str]]]:
    """Each number of the only table with its headings."""
    cleaned = clean(original)
    (table,) = cleaned.tables
    text = cleaned.report.text
    return [(span.of(text), [cell.span.of(text) for cell in found]) for span, found in headings(table).items()]


def test_typed_columns_are_cells_with_their_headings() -> None:
    """Wide blanks part columns; the first line heads them, the first column heads the rows."""
    assert _rows(Original(TYPED.encode(), "a.txt")) == [
        ("12", ["Killed", "Telva"]),
        ("41", ["Wounded", "Telva"]),
        ("5", ["Killed", "Orsk Valley"]),
        ("1,012", ["Wounded", "Orsk Valley"]),
    ]


def test_a_cell_left_blank_keeps_the_others_in_their_columns() -> None:
    """What stands under a heading is of its column, though the line has fewer words."""
    typed = TYPED.replace(
        "The office will", "Port Amel                9\nSarn            4\n\nThe office will"
    ).replace("1,012\n\n", "1,012\n")
    assert _rows(Original(typed.encode(), "a.txt"))[4:] == [
        ("9", ["Wounded", "Port Amel"]),
        ("4", ["Killed", "Sarn"]),
    ]


def test_bars_and_tabulators_part_columns_too() -> None:
    """The same table typed with bars or tabulators has the same cells."""
    wide = _rows(Original(TYPED.encode(), "a.txt"))
    for mark in (" | ", "\t"):
        lines = [mark.join(line.replace("Orsk Valley", "Orsk~Valley").split()) for line in TYPED.splitlines()[4:7]]
        typed = "\n".join((*TYPED.splitlines()[:4], *lines, *TYPED.splitlines()[7:])).replace("~", " ")
        assert _rows(Original(typed.encode(), "a.txt")) == wide


def test_a_heading_over_several_columns_heads_each_of_them() -> None:
    """Spans of rows and columns are followed, the nearest heading first."""
    assert _rows(Original(PAGE, "a.html", media="html"))[:3] == [
        ("12", ["Men", "Killed", "Telva"]),
        ("2", ["Women", "Killed", "Telva"]),
        ("41", ["Wounded", "Telva"]),
    ]


def test_every_cell_is_a_paragraph_and_the_line_before_is_the_caption() -> None:
    """Nothing of a table is read together with its neighbour."""
    for original in (Original(PAGE, "a.html", media="html"), Original(TYPED.encode(), "a.txt")):
        cleaned = clean(original)
        cells = [paragraph.span for paragraph in cleaned.paragraphs if paragraph.kind == "cell"]
        assert cells == [cell.span for cell in cleaned.tables[0].cells]
        before = [part.span for part in cleaned.paragraphs if part.span.end <= cells[0].start]
        assert cleaned.tables[0].caption == before[-1]


def test_cells_of_a_page_lead_to_their_bytes() -> None:
    """The characters of each cell are those of the page."""
    cleaned = clean(Original(PAGE, "a.html", media="html"))
    for cell in cleaned.tables[0].cells:
        places = [one for one in cleaned.origin if one.text_start <= cell.span.start < one.text_end]
        at = places[0].byte_start + cell.span.start - places[0].text_start
        printed = cell.span.of(cleaned.report.text)
        assert PAGE[at : at + len(printed)].decode() == printed


def test_the_text_of_a_page_shows_its_rows() -> None:
    """A line a row, a tabulator a column; what spans several leaves them empty."""
    text = clean(Original(PAGE, "a.html", media="html")).report.text
    assert "District\tKilled\t\tWounded\n\tMen\tWomen\t\nTelva\t12\t2\t41\nOrsk Valley\t5\t0\t1,012\n\n" in text


def test_prose_in_columns_a_list_with_numbers_and_a_layout_are_no_tables() -> None:
    """Only numbers under headings make a table."""
    prose = "The mayor spoke.  He said no.\nThe crowd left.  It was late.\nThe lights went out.  Nobody came."
    numbered = "1   The first aim of the plan\n2   The second aim of the plan\n3   The third aim of the plan"
    layout = PAGE.replace(b"<article>", b"<table><tr><td>Menu<td>").replace(b"</article>", b"</table>")
    for original in (Original(prose.encode(), "a.txt"), Original(numbered.encode(), "a.txt")):
        assert clean(original).tables == ()
    assert all(len(table.cells) < 16 for table in clean(Original(layout, "a.html", media="html")).tables)


@given(st.lists(st.text(alphabet="ab 12\t|-,\n", max_size=30), max_size=12))
def test_no_character_is_lost_or_told_twice(lines: list[str]) -> None:
    """Paragraphs and what is cut tile the ink of any text."""
    cleaned = clean(Original("\n".join(lines).encode(), "a.txt"))
    text = cleaned.report.text
    spans = sorted([*(cut.span for cut in cleaned.report.removed), *(part.span for part in cleaned.paragraphs)])
    assert all(one.end <= two.start for one, two in pairwise(spans))
    if cleaned.report.status == "read" and cleaned.dateline is None:
        covered = {at for span in spans for at in range(span.start, span.end)}
        assert all(char.isspace() or at in covered for at, char in enumerate(text))
