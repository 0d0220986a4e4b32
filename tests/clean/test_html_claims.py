"""What a page says of itself is collected with its bytes, and the surest of it believed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sayso.clean import clean
from sayso.clean.html.moments import moment
from sayso.clean.html.page import read_page
from sayso.stages import Original

if TYPE_CHECKING:
    from sayso.clean.html.messages import Page

BODY = "<article><h1>Bridge opens</h1><p>The mayor of Miren said that the bridge would open in May, after a year.</p></article>"


def read(head: str, body: str = BODY) -> tuple[Page, bytes]:
    """The page with this head, and its bytes."""
    data = f"<html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    return read_page(data), data


def test_json_ld_is_believed_and_each_claim_has_its_bytes() -> None:
    """Date, author, publisher and headline come from the report's own object, however deep it stands."""
    stated = {
        "@graph": [
            {"@type": "WebSite", "name": "Site"},
            {
                "@type": ["NewsArticle"],
                "headline": "Bridge opens",
                "datePublished": "2024-03-04T10:00:00+01:00",
                "dateModified": "2024-03-05",
                "author": [{"name": "Ada Lund"}, {"name": "Bo Falk"}],
                "publisher": {"name": "Miren Post"},
                "isBasedOn": "https://tessel.example/1",
            },
        ]
    }
    page, data = read(f'<script type="application/ld+json">{json.dumps(stated)}</script>')
    assert (page.title, page.byline, page.outlet) == ("Bridge opens", "Ada Lund, Bo Falk", "Miren Post")
    assert (page.published, page.published_from) == ("2024-03-04T10:00:00+01:00", "metadata")
    based = next(claim for claim in page.claims if claim.what == "based-on")
    assert based.bytes is not None
    assert data[slice(*based.bytes)] == b"https://tessel.example/1"


def test_meta_elements_are_read_with_their_bytes() -> None:
    """Open Graph and article names count, and the outlet's name is cut from the title."""
    page, data = read(
        '<title>Bridge opens | Miren Post</title><meta property="og:site_name" content="Miren &amp; Post">'
        '<meta name="author" content="By Ada Lund"><meta property="article:published_time" content="2024-03-04T09:00:00Z">'
    )
    assert (page.title, page.byline, page.outlet) == ("Bridge opens", "Ada Lund", "Miren & Post")
    assert page.published == "2024-03-04T09:00:00Z"
    date = next(claim for claim in page.claims if claim.what == "published")
    assert data[slice(*(date.bytes or (0, 0)))] == b"2024-03-04T09:00:00Z"


def test_one_instant_is_told_by_the_outlets_clock() -> None:
    """Where UTC and local time are both given, the local day is the report's."""
    page, _ = read(
        '<meta property="article:published_time" content="2024-03-05T02:00:00Z">',
        '<time datetime="2024-03-04T21:00:00-05:00">4 March</time>' + BODY,
    )
    assert page.published == "2024-03-04T21:00:00-05:00"


@pytest.mark.parametrize("name", ["admin", "https://miren.example/ada", "@adalund", "Miren Post"])
def test_what_names_nobody_is_no_byline(name: str) -> None:
    """Roles of software, addresses and the outlet itself are claims, but not believed."""
    page, _ = read(f'<meta property="og:site_name" content="Miren Post"><meta name="author" content="{name}">')
    assert page.byline is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Lund, Wednesday 11 May 2033 08:00 | Updated 19:30", "Ada Lund"),
        ("By Ada Lund and Bo Falk, Friday May 6, 2033 | Last updated 10:00", "Ada Lund, Bo Falk"),
        ("By May Lund, Sunday", "May Lund"),
        ("Ada Lund, Political Correspondent", "Ada Lund, Political Correspondent"),
    ],
)
def test_a_day_behind_the_author_is_no_part_of_the_name(line: str, author: str) -> None:
    """A printed byline ends where a weekday, a date or "Updated" begins; a name like a month stays."""
    page, _ = read("", f'<article><h1>Bridge opens</h1><p class="byline">{line}</p>{BODY}</article>')
    assert page.byline == author


def test_broken_json_ld_is_no_fault() -> None:
    """A script that is no JSON, or nests without end, says nothing."""
    page, _ = read(
        '<script type="application/ld+json">{nope</script><script type="application/ld+json">'
        + "[" * 100_000
        + "</script>"
    )
    assert page.published is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2024-03-04 10:00:00 +0100", "2024-03-04T10:00:00+0100"),
        ("2024/3/4", "2024-03-04"),
        ("20240304", "2024-03-04"),
        ("Mon, 04 Mar 2024 10:00:00 GMT", "2024-03-04T10:00:00+00:00"),
        ("1709546400", "2024-03-04T10:00:00Z"),
        ("2024-02-30", None),
        ("soon", None),
    ],
)
def test_machine_dates_become_iso_8601(raw: str, value: str | None) -> None:
    """The forms that publishers' systems write are read; what cannot be is null."""
    assert moment(raw) == value


def test_a_year_in_the_footer_dates_nothing() -> None:
    """The date that the page states of itself is believed, also in years to come; a year alone is no date."""
    footer = "<footer>Serving Miren since 2009</footer>"
    page, _ = read('<meta property="article:published_time" content="2131-03-06T22:55:00+01:00">', BODY + footer)
    assert page.published == "2131-03-06T22:55:00+01:00"
    page, _ = read("", BODY + footer)
    assert page.published is None


@pytest.mark.parametrize(
    ("title", "footer", "outlet"),
    [
        ("Bridge opens | Tavo News Network", "", "Tavo News Network"),
        ("MST | The bridge opens at Miren", "© MST – Miren State Television. Use is free.", "Miren State Television"),
        ("Bridge opens - Miren Post", "", "Miren Post"),
        ("Bridge opens", "All rights for Tavo Radio are reserved.", "Tavo Radio"),
        ("Bridge opens", "© 2021 Miren Post Ltd", "Miren Post"),
        ("Bridge opens | World", "", None),
        ("Bridge opens - at last", "", None),
        ("Bridge opens", "© 2021 Reuters", None),
    ],
)
def test_the_outlet_is_named_by_title_or_copyright(title: str, footer: str, outlet: str | None) -> None:
    """Where no element states the site's name, its title and its copyright line may; an agency's line does not."""
    page, _ = read(f"<title>{title}</title>", f"{BODY}<footer>{footer}</footer>")
    assert page.outlet == outlet


def test_a_copyright_line_is_a_claim_with_its_bytes() -> None:
    """The owner's name stands where the claim says."""
    page, data = read("", BODY + "<footer>&copy; 2021 Miren &amp; Tavo Post</footer>")
    claim = next(claim for claim in page.claims if claim.what == "outlet")
    assert claim.bytes is not None
    assert (claim.value, data[slice(*claim.bytes)]) == ("Miren & Tavo Post", b"Miren &amp; Tavo Post")


def test_the_sites_name_before_the_title_is_cut() -> None:
    """A title that begins with the outlet's name or its short form is left without it."""
    page, _ = read(
        "<title>MST | The bridge opens at Miren</title>", "<p>Bridge.</p><p>© MST – Miren State Television</p>"
    )
    assert page.title == "The bridge opens at Miren"


def test_a_change_shown_under_the_headline_is_a_claim() -> None:
    """The line of dates has both, and each keeps its own kind."""
    body = (
        "<article><h1>Bridge opens</h1><p>Published 5 March 2026 &bull; Updated 2 March 2026</p>"
        "<p>The mayor of Miren said that the bridge would open in May, after a year of works on both of its piers.</p></article>"
    )
    page, _ = read("", body)
    told = {(claim.what, claim.value) for claim in page.claims if claim.what in ("shown", "changed")}
    assert told == {("shown", "2026-03-05"), ("changed", "2026-03-02")}


@pytest.mark.parametrize(
    ("printed", "author"),
    [
        ("By Ada Lund, Wednesday 6 March 2024 08:00 | Updated 19:30", "Ada Lund"),
        ("By Ada Lund | Published 6 March 2024", "Ada Lund"),
        ("By Ada Lund and April May", "Ada Lund"),
        ("By Ada Lund, Bo Falk", "Ada Lund"),
    ],
)
def test_a_byline_is_no_day(printed: str, author: str) -> None:
    """What is left of the line's day is no part of who wrote; two authors and names that are months stay."""
    body = BODY.replace("<p>", f'<p class="byline">{printed}</p><p>', 1)
    byline = read("", body)[0].byline or ""
    assert byline.startswith(author)
    assert not {"Wednesday", "Updated", "Published"} & set(byline.replace(",", " ").split())
    assert ("Bo Falk" in byline) == ("Bo Falk" in printed)


def test_addresses_that_a_page_states_are_kept_with_their_bytes() -> None:
    """Each by what states it; slashes may be escaped in a script."""
    page, data = read(
        '<link rel="canonical" href="https://miren.example/a"><meta property="og:url" content="https://miren.example/b">'
        '<script type="application/ld+json">{"@type":"NewsArticle","url":"https:\\/\\/miren.example\\/c"}</script>'
    )
    made = Original(data, "a.html", None, "html")
    stated = clean(made, page_of=lambda *_: page).report.stated
    assert {(row.by, row.value) for row in stated} == {
        ("canonical", "https://miren.example/a"),
        ("og:url", "https://miren.example/b"),
        ("json-ld", "https://miren.example/c"),
    }
    for row in stated:
        assert row.bytes is not None
        assert data[slice(*row.bytes)].decode().replace("\\/", "/") == row.value
