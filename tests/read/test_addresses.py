"""Addresses of one page have one form."""

from __future__ import annotations

import pytest

from sayso.read.addresses import is_home, page_of


@pytest.mark.parametrize(
    "address",
    [
        "http://miren.example/a?id=7",
        "https://www.miren.example/a/?id=7#top",
        "//miren.example:443/a?utm_medium=x&id=7&fbclid=9",
        "HTTPS://Miren.Example/%61?id=7",
    ],
)
def test_addresses_of_one_page(address: str) -> None:
    """Scheme, "www.", a last slash, a fragment, an own port and tracking make no other page."""
    assert page_of(address) == "miren.example/a?id=7"


@pytest.mark.parametrize(
    "address", ["/a", "a.html", "about:blank", "file:///a.html", "http://localhost/a", "http://[x", ""]
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    """Nothing is made of it."""
    assert page_of(address) is None


def test_other_pages_stay_others() -> None:
    """Paths, hosts and what is asked for tell them apart."""
    made = ["a?id=7", "a?id=8", "a", "A", "a/b"]
    assert len({page_of(f"https://miren.example/{path}") for path in made}) == len(made)


def test_home_pages() -> None:
    """The first page of a site or of one of its languages, and no story."""
    assert [is_home(page) for page in ("x.example", "x.example/en/index.html", "x.example/?p=3", "x.example/fire")] == [
        True, True, False, False,
    ]  # fmt: skip
