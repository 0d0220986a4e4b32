"""What the README says of the demonstration's reports: four outlets, one source, and a bound lost on the way."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.demo import originals
from sayso.reading import read_original

if TYPE_CHECKING:
    from sayso.model import Figure, Reading


@cache
def told(name: str) -> Reading:
    """The reading of one report of the demonstration."""
    return next(read_original(original) for original in originals() if original.path == f"demo/{name}")


def toll(reading: Reading) -> Figure:
    """The toll of the report's body, which stands behind that of its headline."""
    told = (row for row in reading.figures if row.value == 23 and row.noun and row.noun.text == "people")
    return next(row for row in told if row.noun and row.noun.span.meets(row.span))


def test_three_outlets_have_the_toll_from_one_directorate_through_one_agency() -> None:
    """Each keeps the bound and names the source; the customers' chains lead through the agency."""
    for name in ("meridian-0304-market.txt", "courier-0304-market.txt", "coastline-0304-market.txt"):
        reading = told(name)
        row = toll(reading)
        carrier = next(one for one in reading.attributions if one.id == row.attribution)
        assert row.bound == "at_least"
        assert "directorate" in (carrier.speaker or "")
        assert name.startswith("meridian") or any("meridian" in relay for relay in carrier.chain[:-1])


def test_the_fourth_tells_it_as_a_fact() -> None:
    """No attribution carries the toll, and nothing is left of "at least"."""
    row = toll(told("standard-0304-market.html"))
    assert row.bound == "exact"
    assert row.attribution is None


def test_the_relayed_forty_has_its_chain() -> None:
    """What one outlet says that the agency reported is kept with the agency and its source."""
    reading = told("qesra-0305-relay.txt")
    row = next(row for row in reading.figures if row.value == 40)
    carrier = next(one for one in reading.attributions if one.id == row.attribution)
    assert "directorate" in (carrier.speaker or "")
    assert any("meridian" in relay for relay in carrier.chain[:-1])


def test_the_wrong_weekday_is_found() -> None:
    """The row that the README follows back to its bytes is there."""
    assert told("qesra-0305-relay.txt").findings[0].kind == "weekday-mismatch"
