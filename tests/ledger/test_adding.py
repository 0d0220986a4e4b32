"""Adding: what is new, known or a version, and that nothing gets in whose words are not in the original."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.ledger.making import PAGE, PAGE_QUOTE, Made, html_page, plain

from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.ledger.migrating import shipped
from sayso.model import Figure, Span, Stretch

if TYPE_CHECKING:
    from pathlib import Path

STEPS = len(shipped())


def add(ledger: Ledger, made: Made) -> str:
    """The outcome of adding."""
    return ledger.add(made.original, made.reading).outcome


def test_a_new_report_is_new_and_verifies(ledger: Ledger) -> None:
    """One addition makes one report, one entry, and a ledger that holds."""
    made = plain()
    added = ledger.add(made.original, made.reading)
    assert (added.outcome, added.report, added.entry) == ("new", made.original.id, STEPS + 1)
    found = ledger.verify()
    assert found.wrong is None
    assert (found.reports, found.entries, found.originals) == (1, STEPS + 1, 1)


def test_same_bytes_from_same_place_change_nothing(ledger: Ledger) -> None:
    """The second time nothing is written, not even to the log."""
    assert add(ledger, plain()) == "new"
    before = ledger.verify()
    assert add(ledger, plain()) == "known"
    assert ledger.verify() == before


def test_same_bytes_from_another_place_are_another_report_of_one_original(ledger: Ledger) -> None:
    """Two reports, one copy of the bytes."""
    assert add(ledger, plain()) == "new"
    assert add(ledger, plain(path="other.txt")) == "new"
    found = ledger.verify()
    assert (found.reports, found.originals, found.wrong) == (2, 1, None)


@pytest.mark.parametrize("address", [None, "https://orlo.example/fire"])
def test_other_bytes_at_one_place_are_a_version(ledger: Ledger, address: str | None) -> None:
    """A version names the report that it follows."""
    first = plain(address=address)
    second = plain("Later.", address=address)
    assert add(ledger, first) == "new"
    added = ledger.add(second.original, second.reading)
    assert (added.outcome, added.version_of) == ("version", first.original.id)
    assert [row.version_of for row in ledger.reports()] == [None, first.original.id]
    assert ledger.verify().wrong is None


def test_an_address_counts_before_a_path(ledger: Ledger) -> None:
    """Two files saved from two addresses are no versions of each other, whatever they are called."""
    assert add(ledger, plain("One.", address="https://orlo.example/1")) == "new"
    assert add(ledger, plain("Two.", address="https://orlo.example/2")) == "new"


def test_going_back_to_the_first_bytes_is_known(ledger: Ledger) -> None:
    """A page that returns to its first words is already there."""
    assert [add(ledger, plain(text)) for text in ("One.", "Two.", "One.")] == ["new", "version", "known"]


def test_known_tells_before_anything_is_read(ledger: Ledger) -> None:
    """A run can pass over what is there without reading it again."""
    made = plain()
    assert not ledger.known(made.original)
    add(ledger, made)
    assert ledger.known(made.original)


def test_a_clock_set_back_does_not_break_the_chain(path: Path) -> None:
    """Order is by number, not by time."""
    times = iter(datetime(2024, 3, 5, tzinfo=UTC) - timedelta(days=day) for day in range(9))
    with Ledger.open(path, clock=lambda: next(times)) as ledger:
        add(ledger, plain("One."))
        add(ledger, plain("Two."))
        assert [row.text for row in ledger.reports()] == ["One.", "Two."]
        assert ledger.verify().wrong is None


def test_a_page_with_references_and_markup_is_taken(ledger: Ledger) -> None:
    """Words written as references, and broken by markup, stand in the original too."""
    assert add(ledger, html_page(PAGE, quote=PAGE_QUOTE)) == "new"
    assert ledger.verify().wrong is None


def test_words_that_are_not_in_the_text_are_refused(ledger: Ledger) -> None:
    """A row whose words were never printed is named, and nothing is added."""
    made = plain()
    row = made.reading.attributions[0]
    invented = msgspec.structs.replace(
        row, content=msgspec.structs.replace(row.content, text="At least 40 dockers died")
    )
    reading = msgspec.structs.replace(made.reading, attributions=(invented, *made.reading.attributions[1:]))
    with pytest.raises(InputError, match="row a1 is not what was printed"):
        ledger.add(made.original, reading)
    assert ledger.verify().reports == 0


def test_text_that_is_not_in_the_bytes_is_refused(ledger: Ledger) -> None:
    """A text that the original does not spell out is refused, whatever its rows say."""
    made = plain("Twelve were hurt.")
    report = msgspec.structs.replace(made.reading.report, text="Twenty were hurt.")
    with pytest.raises(InputError, match="does not stand in the original"):
        ledger.add(made.original, msgspec.structs.replace(made.reading, report=report))


@pytest.mark.parametrize(
    "origin",
    [
        (),
        (Stretch(0, 3, 0, 3, "literal"),),
        (Stretch(0, 3, 0, 3, "literal"), Stretch(4, 5, 4, 5, "literal")),
        (Stretch(0, 5, 0, 99, "literal"),),
        (Stretch(0, 5, 0, 5, "space"),),
        (Stretch(0, 5, 0, 5, "rumour"),),
    ],
)
def test_a_map_with_gaps_or_outside_the_bytes_is_refused(ledger: Ledger, origin: tuple[Stretch, ...]) -> None:
    """The map must tile the text and point into the original."""
    made = plain("Five.")
    report = msgspec.structs.replace(made.reading.report, origin=origin)
    with pytest.raises(InputError):
        ledger.add(made.original, msgspec.structs.replace(made.reading, report=report))


def test_a_reading_of_another_original_is_refused(ledger: Ledger) -> None:
    """An original and a reading must belong together."""
    with pytest.raises(InputError, match="the original is"):
        ledger.add(plain("One.").original, plain("Two.").reading)


def test_two_rows_of_one_name_are_refused(ledger: Ledger) -> None:
    """A row's id names one row."""
    made = plain()
    twice = msgspec.structs.replace(made.reading, dates=made.reading.dates * 2)
    with pytest.raises(InputError, match="called d1"):
        ledger.add(made.original, twice)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_that_is_no_number_is_refused(ledger: Ledger, value: float) -> None:
    """JSON has no such numbers, so no ledger has."""
    made = plain()
    figure: Figure = msgspec.structs.replace(made.reading.figures[0], value=value)
    with pytest.raises(InputError, match="figure f1"):
        ledger.add(made.original, msgspec.structs.replace(made.reading, figures=(figure,)))


def test_a_span_outside_the_text_is_refused(ledger: Ledger) -> None:
    """A span must lie in the text."""
    made = plain()
    actor = msgspec.structs.replace(made.reading.actors[0], mentions=(Span(5, 9000),))
    with pytest.raises(InputError, match="leaves the text"):
        ledger.add(made.original, msgspec.structs.replace(made.reading, actors=(actor,)))


def test_adding_many_refuses_one_and_goes_on(ledger: Ledger) -> None:
    """A bad reading among good ones costs only itself, and each good one has its own entry."""
    good, bad, last = plain("One."), plain("Two."), plain("Three.", path="3.txt")
    bad = Made(bad.original, plain("Other.").reading)
    outcomes = list(ledger.add_all((made.original, made.reading) for made in (good, bad, last)))
    assert [(one.outcome, one.entry) for one in outcomes] == [("new", STEPS + 1), ("refused", None), ("new", STEPS + 2)]
    assert ledger.verify().entries == STEPS + 2


def test_one_report_twice_in_a_batch_is_added_once(ledger: Ledger) -> None:
    """What is new in a batch is known to the rest of it."""
    made = plain()
    outcomes = list(ledger.add_all([(made.original, made.reading)] * 2))
    assert [one.outcome for one in outcomes] == ["new", "known"]


def test_an_empty_report_is_taken(ledger: Ledger) -> None:
    """Nothing to read is a report too."""
    assert add(ledger, plain("")) == "new"
    assert ledger.verify().wrong is None


def test_a_file_whose_name_is_no_utf_8_is_taken(ledger: Ledger) -> None:
    """Its name is kept as it can be written, its id is that of its true name."""
    made = plain("One.", path="caf\udce9.txt")
    report = msgspec.structs.replace(made.reading.report, path="caf\ufffd.txt")
    assert ledger.add(made.original, msgspec.structs.replace(made.reading, report=report)).outcome == "new"
    assert [(row.id, row.path) for row in ledger.reports()] == [(made.original.id, "caf\ufffd.txt")]
    assert ledger.verify().wrong is None
