"""What the page promises: complete in itself, everything escaped, every row one link from its words."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import handmade
import msgspec
import pytest

from sayso.model import Reading
from sayso.show.html import Item, notebook, page

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\x1b[31m\u202e'


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and checks that they nest."""

    VOID = frozenset({"meta", "link", "input", "br", "img"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Holds the element to be the innermost open one."""
        assert self._open.pop() == tag


def item(reading: Reading | None = None) -> Item:
    """The handmade report as an item of a page."""
    data = handmade.TEXT.encode()
    return Item(reading or handmade.reading(), hashlib.sha256(data).hexdigest(), len(data))


@pytest.fixture(scope="module")
def html() -> str:
    """A page of three reports, one of them unread."""
    return page([item(), Item(handmade.unread()), item(handmade.reading(title="Another"))])


def test_every_link_within_the_page_arrives(html: str) -> None:
    """Each address that begins with # is the id of an element."""
    elements = Elements(html).found
    ids = {attributes["id"] for _tag, attributes in elements if "id" in attributes}
    links = {attributes["href"][1:] for _tag, attributes in elements if attributes.get("href", "").startswith("#")}
    assert links <= ids


def test_ids_are_unique(html: str) -> None:
    """No id stands twice, whatever the number of reports and pieces."""
    counts = Counter(attributes["id"] for _tag, attributes in Elements(html).found if "id" in attributes)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_row_has_its_words_marked() -> None:
    """Each row of the reading is an element of the running text that the row's list links to."""
    reading = handmade.reading()
    elements = Elements(page([item(reading)])).found
    marked = {attributes["id"] for tag, attributes in elements if tag == "span" and "id" in attributes}
    rows = [row.id for group in (reading.attributions, reading.figures, reading.dates) for row in group]
    rows += [row.id for group in (reading.demands, reading.wording, reading.findings) for row in group]
    assert {f"r1-{row}" for row in rows} <= marked


def test_a_row_shows_offsets_bytes_and_hash() -> None:
    """The row of an attribution says where its words stand, in the text and in the bytes, and of which original."""
    html = page([item()])
    content = handmade.ATTRIBUTIONS[7].content.spans[0]
    start = len(handmade.TEXT[: content.start].encode())
    end = len(handmade.TEXT[: content.end].encode())
    assert f"characters {content.start}–{content.end}, bytes {start}–{end}" in html
    assert hashlib.sha256(handmade.TEXT.encode()).hexdigest() in html


def test_nothing_from_a_report_becomes_markup() -> None:
    """Names, titles, text and whys with markup in them print as text; control characters are shown."""
    reading = handmade.reading(title=HOSTILE, byline=HOSTILE, path=HOSTILE)
    changed = msgspec.structs.replace
    reading = changed(
        reading,
        actors=tuple(changed(actor, name=HOSTILE, roles=(HOSTILE,)) for actor in reading.actors),
        findings=tuple(changed(finding, why=HOSTILE, rule=HOSTILE) for finding in reading.findings),
        wording=tuple(changed(term, text=HOSTILE, plain=HOSTILE, list=HOSTILE) for term in reading.wording),
        figures=tuple(changed(figure, text=HOSTILE, place=HOSTILE) for figure in reading.figures),
    )
    html = page([item(reading)])
    tags = Counter(tag for tag, _attributes in Elements(html).found)
    assert tags["script"] == 1
    assert tags["img"] == 0
    assert "\x1b" not in html
    assert "\u202e" not in html


def test_markup_in_the_text_itself_prints_as_text() -> None:
    """A report whose words are markup shows these words."""
    text = "<b onclick=x>words</b> & more"
    reading = Reading("0.1.0", 1, handmade.reading(text=text, removed=(), origin=None, outlet=None).report)
    assert "&lt;b onclick=x&gt;words&lt;/b&gt; &amp; more" in page([Item(reading)])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc"])
def test_only_web_addresses_become_links(address: str) -> None:
    """An address that is no http(s) address is printed and cannot be followed."""
    elements = Elements(page([item(handmade.reading(address=address))])).found
    assert all(attributes["href"].startswith("#") for tag, attributes in elements if tag == "a")


def test_the_policy_allows_exactly_our_style_and_script(html: str) -> None:
    """The content security policy names the hashes of the one style and the one script, and nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    for tag in ("style", "script"):
        inline = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_nothing_is_asked_of_anywhere(html: str) -> None:
    """No element loads anything, no style or script names an address, no style or handler stands in an attribute."""
    for tag, attributes in Elements(html).found:
        assert not {"src", "srcset", "action", "style"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
        assert tag != "link" or attributes["href"] == "data:,"
    ours = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.DOTALL)
    assert not re.search(
        r"https?:|url\(|@import|fetch|XMLHttp|WebSocket|EventSource|sendBeacon|import\(", "".join(ours)
    )


def test_speakers_differ_by_letter() -> None:
    """Each speaker of the report has a letter of its own, shown wherever its words are."""
    html = page([item()])
    assert [letter for letter in "ABCDE" if f">{letter}</a>" in html] == list("ABCDE")


def test_the_words_of_the_report_are_all_there() -> None:
    """Every word of the text, what was left out included, stands in the page in order."""
    html = page([item()])
    shown = re.search(r'<div class="text">(.*)<p class="legend', html, re.DOTALL)
    assert shown
    notes = re.sub(r"<ul class=\"notes\".*?</ul>", " ", shown[1], flags=re.DOTALL)
    plain = re.sub(r"<a class=\"(?:badge|flag).*?</a>", "", notes)
    words = re.sub(r"<[^>]+>", "", plain).replace("&amp;", "&").split()
    assert words == handmade.TEXT.split()


def test_the_same_reports_make_the_same_page() -> None:
    """A page depends on its reports alone."""
    assert page([item()]) == page([item()])


def test_a_notebook_gets_the_marked_text_and_nothing_that_runs() -> None:
    """The notebook's piece nests, holds the words, and has neither script nor links that lead nowhere."""
    elements = Elements(notebook(handmade.reading())).found
    assert all(tag not in {"script", "a"} for tag, _attributes in elements)
    assert any("content" in attributes.get("class", "").split() for _tag, attributes in elements)
