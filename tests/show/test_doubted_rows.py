"""A row that is more likely wrong than right looks like it in every view."""

import handmade
import msgspec
from test_page_of_reports import Elements, item
from test_terminal_view import shown

from sayso.ledger import AttributionRow
from sayso.show.html import page
from sayso.show.tables import table

READING = handmade.reading()
DOUBTED = msgspec.structs.replace(
    READING,
    attributions=(msgspec.structs.replace(READING.attributions[0], confidence=0.19), *READING.attributions[1:]),
)


def test_a_terminal_tells_it_beside_the_cue() -> None:
    """The row has its doubt, the others have none."""
    assert shown(DOUBTED, width=200).count("only 19% sure") == 1
    assert "sure" not in shown(READING, width=200)


def test_a_page_has_its_words_without_a_tint_and_says_why() -> None:
    """The mark is another one, list, margin and legend tell; a page without such a row has none of it."""
    html = page([item(DOUBTED)])
    marks = [given["class"] for tag, given in Elements(html).found if "unsure" in given.get("class", "")]
    assert len(marks) >= 2
    assert html.count('<em class="stance">only 19% sure</em>') == 1
    assert "more likely wrong than right" in html
    assert "more likely wrong than right" not in page([item(READING)])


def test_a_table_of_a_ledger_tells_it_in_the_column_of_the_act() -> None:
    """No column is added."""
    first = DOUBTED.attributions[0]
    row = AttributionRow(report="sha256:0", **{name: getattr(first, name) for name in first.__struct_fields__})
    grid = table(AttributionRow, [row], 200)
    assert [str(column.header) for column in grid.columns] == ["row", "speaker", "chain", "act", "words"]
    assert "only 19% sure" in str(next(iter(grid.columns[3].cells)))
