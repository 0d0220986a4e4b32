"""Which reports are versions of one page: given addresses, paths, and what pages state, whatever the order."""

from __future__ import annotations

from itertools import permutations

import pytest

from sayso.ledger.pages import MANY, series_of
from sayso.ledger.store import Placed

FIRE = "At least 12 dockers were hurt in a fire at the quay of Miren, the mayor said on Monday."
LATER = "At least 14 dockers were hurt in a fire at the quay of Miren, the mayor said on Tuesday."
OTHERS = (
    "Schools in Selle open an hour later because buses are short of drivers this winter.",
    "Farmers near Tarn lost half their wheat to hail, insurers reckon after two visits.",
    "Parliament votes next week about taxes on imported timber, ministers announced.",
)
PAGE = "https://courier.example/world/fire"


def page(number: int, *stated: str, address: str | None = None, path: str = "", changed: str | None = None) -> Placed:
    """A report at a path of its own, whose page states addresses by ``canonical``."""
    return Placed(
        number, str(number), path or f"{number}.html", address, changed, tuple(("canonical", s) for s in stated)
    )


def grouped(*reports: Placed, texts: dict[int, str] | None = None) -> list[tuple[tuple[int, ...], str]]:
    """The series and their grounds; every text that is not given is told of one fire."""
    told = {1: FIRE, 2: LATER, **(texts or {})}
    found = series_of(reports, lambda number: (None, told.get(number, FIRE)))
    return [(series.numbers, series.ground(series.numbers)) for series in found]


def test_two_pages_that_state_one_address_are_versions() -> None:
    """However it is written, and whatever the files are called."""
    other = "http://www.courier.example/world/fire/?utm_source=letter#comments"
    assert grouped(page(1, PAGE), page(2, other)) == [((1, 2), f"both state the address {min(PAGE, other)}")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://courier.example/", "https://www.courier.example"),
        ("https://courier.example/en/", "https://courier.example/en"),
        ("https://courier.example/?p=1", "https://courier.example/?p=2"),
        ("/world/fire", "/world/fire"),
    ],
)
def test_home_pages_and_parts_of_addresses_are_no_story(one: str, other: str) -> None:
    """They are stated by all pages of a site, or of any."""
    assert not grouped(page(1, one), page(2, other))


def test_what_is_given_outweighs_what_is_stated() -> None:
    """A copy at a given place is no version of the page whose address it states; a saved file may be."""
    mirror = page(1, PAGE, address="https://mirror.example/fire")
    assert not grouped(mirror, page(2, PAGE))
    given = page(1, address=PAGE)
    saved = page(2, "https://other.example/x", PAGE)
    assert not grouped(given, saved)
    assert grouped(given, page(2, PAGE)) == [
        ((1, 2), f"one was given the address {PAGE}, one states the address {PAGE}")
    ]


def test_canonical_stands_before_what_else_is_stated() -> None:
    """Two that agree by og:url only, and state other canonical addresses, are two pages."""
    one = Placed(1, "1", "1.html", None, None, (("og:url", PAGE), ("canonical", f"{PAGE}/a")))
    other = Placed(2, "2", "2.html", None, None, (("og:url", PAGE), ("canonical", f"{PAGE}/b")))
    assert not grouped(one, other)
    listing = tuple(("json-ld", f"{PAGE}/{name}") for name in "ab")
    assert not grouped(*(Placed(number, "", f"{number}", None, None, listing) for number in (1, 2)))


def test_an_address_that_many_unlike_reports_state_is_none_of_theirs() -> None:
    """Nor do two of them that are alike become versions by it; two unlike ones are not joined at all."""
    assert not grouped(page(1, PAGE), page(2, PAGE), texts={2: OTHERS[0]})
    texts = dict(enumerate(OTHERS, 3))
    assert len(texts) >= MANY - 1
    assert not grouped(*(page(number, PAGE) for number in (1, 2, *texts)), texts=texts)


def test_the_order_of_adding_changes_nothing() -> None:
    """Who is a version of whom, and where pages say when they were changed, which came first."""
    days = {1: "2031-03-04", 2: "2031-03-05T10:00:00Z", 3: "2031-03-06"}
    texts = dict.fromkeys(days, FIRE)
    for order in permutations(days):
        made = [page(at, PAGE, path=f"{name}.html", changed=days[name]) for at, name in enumerate(order, 1)]
        ((numbers, _),) = grouped(*made, page(9, "https://courier.example/world/hail"), texts={**texts, 9: OTHERS[1]})
        assert [order[number - 1] for number in numbers] == [1, 2, 3]


def test_files_stand_at_their_paths_as_before() -> None:
    """A file that was saved over is a version, whatever it states."""
    assert grouped(page(1, PAGE, path="a.html"), page(2, path="a.html")) == [((1, 2), "both stand at the path a.html")]
    assert grouped(page(1, address=PAGE), page(2, address=PAGE)) == [((1, 2), f"both were given the address {PAGE}")]
