"""What reading a page holds true: its words are the page's own characters, each with its bytes."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.html.named import Named
from sayso.clean.html.page import read_page
from sayso.clean.html.placing import place
from sayso.clean.html.stream import stream_of
from sayso.clean.html.tokens import Piece, evened, pieces
from sayso.read.decode import decode, decode_slice

if TYPE_CHECKING:
    from sayso.clean.html.messages import Page

WORDS = "The mayor of Miren said on Monday that the bridge would open again in May, after a year of work."


def page(body: str, head: str = "") -> str:
    """A whole page around a body."""
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>{head}</head><body>{body}</body></html>'


def article(*paragraphs: str) -> str:
    """An article of these paragraphs between the furniture of a site."""
    inner = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return page(
        f'<nav><ul><li><a href="/">Home</a></li></ul></nav><article>{inner}</article><footer><p>Imprint</p></footer>'
    )


def proven(read: Page, data: bytes) -> bool:
    """Whether the stretches tile the text and the bytes of each, references resolved, are its words."""
    codec = decode(data, kind="html").codec
    at = 0
    for row in read.origin:
        written = decode_slice(data[row.byte_start : row.byte_end], codec)
        printed = read.text[row.text_start : row.text_end]
        meant = html.unescape(written) if row.how == "reference" else written
        if row.text_start != at or (printed.strip() if row.how == "space" else meant != printed):
            return False
        at = row.text_end
    return at == len(read.text)


class Fallback(HTMLParser):
    """The standard library's reader, which tells line and column of each event."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = page
        self.lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self.found: list[Piece] = []

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An opening tag, with its attributes."""
        start = self._here()
        end = start + len(self.get_starttag_text() or "")
        self.found.append(Piece("open", start, end, tag, tuple((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        """A closing tag."""
        start = self._here()
        end = self.page.find(">", start) + 1
        if self.page.startswith("</", start):
            self.found.append(Piece("close", start, end or len(self.page), tag))

    def handle_data(self, data: str) -> None:
        """A run of text."""
        start = self._here()
        self.found.append(Piece("text", start, start + len(data), data))

    def handle_entityref(self, name: str) -> None:
        """A reference by name."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A reference by number."""
        self._reference(f"&#{name}")

    def _reference(self, source: str) -> None:
        start = self._here()
        end = start + len(source)
        end += self.page.startswith(";", end)
        self.found.append(Piece("reference", start, end, html.unescape(self.page[start:end])))


def slow_pieces(page: str) -> list[Piece]:
    """The pieces of a page by the standard library alone."""
    reader = Fallback(page)
    reader.feed(page)
    reader.close()
    return reader.found


def test_the_article_is_read_and_the_furniture_is_not() -> None:
    """Paragraphs stand apart by a blank line; menus and footers are not in the text."""
    data = article(WORDS, "It fell last year.").encode()
    read = read_page(data)
    assert read.text == f"{WORDS}\n\nIt fell last year."
    assert [span.span.of(read.text) for span in read.paragraphs] == [WORDS, "It fell last year."]
    assert proven(read, data)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("A &amp; B &eacute;t&eacute; &#8220;x&#8221;", "A & B été “x”"),
        ("a&#xD800;b", "a\N{REPLACEMENT CHARACTER}b"),
        ("&#146;tis", "’tis"),
        ("one\r\n\t two&nbsp;three<br>four", "one two three four"),
        ("b<b>ol</b>d <i>and</i> more", "bold and more"),
        ("x\0y", "xy"),
        ("z\N{ZERO WIDTH SPACE}w \N{RIGHT-TO-LEFT OVERRIDE}n", "z\N{ZERO WIDTH SPACE}w \N{RIGHT-TO-LEFT OVERRIDE}n"),
        ("e\N{COMBINING ACUTE ACCENT} \N{GRINNING FACE} 9,572", "e\N{COMBINING ACUTE ACCENT} \N{GRINNING FACE} 9,572"),
        ("p &notit; q &copy r", "p ¬it; q © r"),
        ("s</>t", "st"),
    ],
)
def test_what_is_written_is_printed_as_a_browser_would(written: str, printed: str) -> None:
    """References, white space, markup within words and strange characters each come out once, with their bytes."""
    data = article(WORDS, f"Here {written} ends the second paragraph of this report.", WORDS.upper()).encode()
    read = read_page(data)
    joined = " ".join(read.text.split())
    assert f"Here {printed} ends the second" in joined
    assert proven(read, data)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), min_size=1, max_size=4), st.booleans())
def test_every_stretch_of_any_page_is_proven(texts: list[str], escaped: bool) -> None:
    """Whatever stands between the tags, markup of its own too, each printed character has its bytes."""
    body = [html.escape(text) if escaped else text for text in texts]
    data = article(WORDS, *body, WORDS).encode()
    assert proven(read_page(data), data)


@pytest.mark.parametrize("codec", ["cp1252", "utf-16-le", "shift_jis"])
def test_other_encodings_are_proven_too(codec: str) -> None:
    """The bytes are those of the page's own encoding."""
    label = {"cp1252": "windows-1252", "utf-16-le": "utf-16", "shift_jis": "shift_jis"}[codec]
    text = {"shift_jis": "橋は五月に開く"}.get(codec, "L’été à Miren")
    mark = b"\xff\xfe" if codec == "utf-16-le" else b""
    data = mark + article(WORDS, f"{text}, she said.").replace("utf-8", label).encode(codec)
    read = read_page(data)
    assert text in read.text
    assert proven(read, data)


def test_the_copy_in_article_order_is_taken() -> None:
    """Words that stand in a teaser before the article are placed in the article."""
    teaser = f"<aside><p>{WORDS}</p></aside>"
    data = page(
        f"{teaser}<article><p>First of all, it rained in Miren all day long.</p><p>{WORDS}</p></article>"
    ).encode()
    read = read_page(data)
    assert read.origin[-1].byte_start > data.index(b"First of all")
    assert proven(read, data)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + f"<p>{WORDS}</p>",
        f"<table><tr><td colspan=9000000000000000>x</td></tr></table><p>{WORDS}</p>",
        f'<p title="{"x" * 1_000_000}">{WORDS}</p>',
        f"<p>{WORDS}<p>And so on",
        f"<p>{WORDS}</p><!-- " * 3,
        f"<svg><title/><style/><path d='M1'/></svg><p>{WORDS}</p>",
        f"<script>var x = '<p>no</p>';</script><style>p {{}}</style><p>{WORDS}</p>",
    ],
)
def test_hostile_pages_still_give_their_words(body: str) -> None:
    """Depth, huge spans, huge attributes, missing end tags and scripts cost nothing but themselves."""
    data = page(body).encode()
    read = read_page(data)
    assert WORDS in read.text
    assert "no</p>" not in read.text
    assert proven(read, data)


def test_a_page_whose_text_is_glued_into_one_run_is_placed_block_by_block() -> None:
    """Where the extractor gives the words of many blocks as one, the blocks are taken, in page order."""
    lines = [f"On day {number} the mayor of Miren said that the bridge would open." for number in range(1, 9)]
    stream = stream_of(pieces("".join(f"<div>{line}</div><div>Share</div>" for line in lines)))
    placed, unplaced = place(stream, [Named(" ".join(lines), "body")])
    assert [stream.text[spot.start : spot.end] for spot in placed] == lines
    assert unplaced == []


def test_what_is_not_in_the_page_is_refused() -> None:
    """A paragraph that the extractor made up is not placed anywhere, and said to be missing."""
    stream = stream_of(pieces(f"<p>{WORDS}</p>"))
    placed, unplaced = place(stream, [Named("The bridge of Tessel stays closed for good, said nobody.", "body")])
    assert placed == []
    assert [row.why for row in unplaced] == ["does not stand in the page as one run"]


def test_a_page_without_words_is_empty() -> None:
    """There is no text, and no fault."""
    assert read_page(page("").encode()).text == ""
    assert read_page(b"").text == ""


@pytest.mark.parametrize(
    "source",
    [
        article(WORDS, "A &amp; B<br>c &#8220;d&#8221; <b>e</b>"),
        "<p>a\r\nb</p>\n<p class=x>\N{GRINNING FACE} c</p><!-- d --><script>e < f</script>",
    ],
)
def test_both_readers_of_markup_agree(source: str) -> None:
    """The reader of the standard library finds the same text and references at the same places."""
    even = evened(source)
    fast = [piece[:4] for piece in pieces(even) if piece.kind in ("text", "reference")]
    slow = [piece[:4] for piece in slow_pieces(even) if piece.kind in ("text", "reference")]
    assert fast == slow
