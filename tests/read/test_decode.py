"""What decoding holds true: the order of belief, the standard's labels, and the exact bytes of each code point."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.decode import Decoded, codec_of, decode, decode_slice


def holds(data: bytes, decoded: Decoded) -> bool:
    """Whether the bytes of each code point decode to it, and the bytes of the whole text to the whole."""
    size = len(decoded.text)
    at = decoded.map.bytes_at(np.arange(size + 1)).tolist()
    whole = decode_slice(data[at[0] : at[-1]], decoded.codec) == decoded.text
    each = all(decode_slice(data[at[i] : at[i + 1]], decoded.codec) == decoded.text[i] for i in range(size))
    return whole and each


@given(st.binary(max_size=80), st.sampled_from([None, "utf-8", "latin1", "windows-1256", "utf-16le", "utf-16be"]))
def test_every_span_of_any_bytes_decodes_to_itself(data: bytes, charset: str | None) -> None:
    """Whatever the bytes are, the map names for each code point the bytes that it came from."""
    assert holds(data, decode(data, charset=charset))


@given(st.sampled_from([b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe"]), st.binary(max_size=60))
def test_a_byte_order_mark_is_no_text_and_shifts_the_map(mark: bytes, rest: bytes) -> None:
    """The first code point starts behind the mark, also where what follows is broken."""
    decoded = decode(mark + rest, charset="latin1")
    assert holds(mark + rest, decoded)
    assert decoded.map.range_of(0, 0)[0] == len(mark)


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(["gb18030", "euc-jp", "shift_jis", "euc-kr", "koi8-r", "utf-8", "utf-16le"]),
)
def test_well_formed_text_of_any_code_is_mapped(text: str, label: str) -> None:
    """Codes of one, two and more bytes, mixed with ASCII, map each code point."""
    data = text.encode(codec_of(label) or "", "ignore")
    assert holds(data, decode(data, charset=label))


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        (" ISO-8859-1 ", "cp1252"),
        ("gb2312", "gb18030"),
        ("UTF8", "utf-8"),
        ("utf-7", None),
        ("x", None),
    ],
)
def test_labels_mean_what_the_standard_says(label: str, codec: str | None) -> None:
    """Latin 1 is windows-1252; UTF-7 and unknown labels are nothing."""
    assert codec_of(label) == codec


def test_a_mark_beats_what_came_with_the_bytes_and_that_beats_the_page() -> None:
    """The order is: byte order mark, charset from outside, the page's own declaration."""
    page = '<meta charset="koi8-r"><p>é</p>'
    assert decode(b"\xef\xbb\xbf" + page.encode(), charset="latin1", kind="html").codec == "utf-8"
    assert decode(page.encode("cp1252"), charset="latin1", kind="html").codec == "cp1252"
    assert decode(page.encode("cp1252"), kind="html").codec == "koi8-r"


def test_a_declaration_beyond_the_prescan_or_in_a_comment_is_not_seen() -> None:
    """Only the first 1,024 bytes count, and comments do not."""
    page = "<!-- <meta charset=koi8-r> -->" + " " * 1100 + "<meta charset=koi8-r>"
    assert decode(page.encode() + "é".encode(), kind="html").codec == "utf-8"


def test_broken_bytes_become_one_replacement_a_maximal_part() -> None:
    """A code point cut short is one U+FFFD, and what follows is read on."""
    data = b"a\xe2\x82b\xffc"
    decoded = decode(data + "é—é—".encode(), charset="utf-8")
    assert decoded.text == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}cé—é—"
    assert decoded.map.range_of(1, 2) == (1, 3)


def test_a_lying_charset_falls_to_detection() -> None:
    """UTF-8 that is broken throughout is read by what the bytes are; so is latin 1 that is UTF-8 throughout."""
    text = "Le maire a déclaré à la mairie que l’été serait très élégant et agréable. " * 5
    assert decode(text.encode("cp1252"), charset="utf-8").text == text
    assert decode(text.encode(), charset="iso-8859-1").text == text


def test_utf_16_without_a_mark_is_seen() -> None:
    """Both byte orders are told by where the zero bytes stand."""
    text = "The bridge of Miren opens in May."
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text


def test_the_free_bytes_of_windows_1252_are_controls() -> None:
    """Byte 129 is U+0081, as in browsers, and no replacement."""
    assert decode(b"a\x81\x93", charset="latin1").text == "a\x81“"


def test_a_few_zero_bytes_are_text() -> None:
    """They are kept, each in its place."""
    decoded = decode(b"a\0b text that goes on")
    assert decoded.text.startswith("a\0b")
    assert decoded.map.range_of(2, 3) == (2, 3)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("The minister, François Lefèvre, said that the town of Señas would not sign.", "cp1252"),
        ("Håkon Sørensen and José Peña met in São Tomé.", "cp1252"),
        ("Søren Kjær said that it was 41°C.", "cp1252"),
        ("Wałęsa spoke in Łódź.", "cp1250"),
        ("Miloš Zeman met Jiří Dienstbier in Plzeň.", "cp1250"),
        ("Dragan Čović", "cp1250"),
        ("The newspaper Правда said so.", "cp1251"),
        ("Министр сказал, что погибли двенадцать человек на станции утром.", "koi8-r"),
        ("השר אמר כי שנים עשר בני אדם נהרגו בתקיפה ביום שלישי בתחנה.", "cp1255"),
    ],
)
def test_short_texts_are_read_by_the_code_whose_letters_make_names(text: str, codec: str) -> None:
    """Bytes without a label are windows-1252 unless letters stand there where no language of the West has them."""
    assert decode(text.encode(codec)).text == text
