"""Makes originals and readings of invented reports by hand, each row standing where its words are printed."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from sayso.model import (
    Actor,
    Attribution,
    Cue,
    Date,
    Demand,
    Figure,
    Finding,
    Outlet,
    Passage,
    Printed,
    Reading,
    Refused,
    Removed,
    Report,
    Span,
    Stated,
    Stretch,
    Wording,
)
from sayso.stages import Original

MIREN = """Fire in Miren harbour

MIREN, 4 March (Orlo News) - At least 12 dockers were hurt, said Mayor Ada Venn on Monday.
"The quay must be closed until 9 March," she said. The junta's clerk claimed 9 were hurt.
"""

_PIECE = re.compile(r"<[^>]*>|&[#\w]+;|\s+|[^<&\s]+")


@dataclass(frozen=True)
class Made:
    """An original and its reading."""

    original: Original
    reading: Reading


def at(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in the text for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def passage(text: str, *words: str) -> Passage:
    """The words as a passage, one span each."""
    return Passage(tuple(at(text, one) for one in words), " ".join(words))


def plain_map(text: str, charset: str = "utf-8") -> tuple[Stretch, ...]:
    """The map of plain text: one literal stretch."""
    return (Stretch(0, len(text), 0, len(text.encode(charset)), "literal"),) if text else ()


def page(source: str, charset: str = "utf-8") -> tuple[bytes, str, tuple[Stretch, ...]]:
    """The bytes of a small page, its text (tags and white space as one blank), and the map of one into the other."""
    stretches: list[Stretch] = []
    text, pending, byte = "", None, 0
    for piece in _PIECE.findall(source):
        size = len(piece.encode(charset))
        if piece.startswith("<") or piece.isspace():
            pending = pending or byte
        else:
            if pending is not None and text:
                stretches.append(Stretch(len(text), len(text) + 1, pending, byte, "space"))
                text += " "
            pending = None
            words = html.unescape(piece)
            how = "reference" if piece.startswith("&") else "literal"
            stretches.append(Stretch(len(text), len(text) + len(words), byte, byte + size, how))
            text += words
        byte += size
    return source.encode(charset), text, tuple(stretches)


def reading_of(original: Original, text: str, origin: tuple[Stretch, ...], **rows: object) -> Reading:
    """A reading of the original with the rows given."""
    report = Report(
        id=original.id,
        address=original.address,
        path=original.path,
        outlet=rows.pop("outlet", None),
        title=rows.pop("title", text.partition("\n")[0][:80] or None),
        byline=None,
        published=rows.pop("published", "2024-03-04"),
        published_from="text",
        language=rows.pop("language", "en"),
        status="read",
        why=None,
        text=text,
        removed=rows.pop("removed", ()),
        origin=origin,
        stated=rows.pop("stated", ()),
    )
    return Reading("0.1.0", 1, report, **rows)


def plain(
    text: str = MIREN, path: str = "miren.txt", address: str | None = None, charset: str = "utf-8", **rows: object
) -> Made:
    """A report of plain text; with the rows of `miren_rows` where the text is that of Miren."""
    data = text.encode(charset)
    original = Original(data, path, address, "text", charset)
    if text.startswith("Fire in Miren"):
        rows = {**miren_rows(text), **rows}
    return Made(original, reading_of(original, text, plain_map(text, charset), **rows))


def html_page(
    source: str, path: str = "page.html", address: str | None = None, charset: str = "utf-8", quote: str | None = None
) -> Made:
    """A report of a page, with one attribution whose content is `quote`."""
    data, text, origin = page(source, charset)
    original = Original(data, path, address, "html", charset)
    rows = (said("a1", text, "", "", quote),) if quote else ()
    stated = (Stated("address", "canonical", "https://orlo.example/page", (0, 1)),)
    return Made(original, reading_of(original, text, origin, attributions=rows, title="A page", stated=stated))


def said(
    row: str, text: str, source: str, cue: str, *content: str, speaker: str | None = None, date: str | None = None
) -> Attribution:
    """An attribution whose source, cue and content are words of the text."""
    return Attribution(
        id=row,
        kind="speech",
        source=passage(text, source) if source else None,
        cue=Cue((at(text, cue),), cue, "say", "neutral") if cue else None,
        content=passage(text, *content),
        mode="indirect",
        act="assert",
        speaker=speaker,
        chain=("orlo-news", speaker) if speaker else (),
        said=date,
        place=None,
        addressee=None,
        inside=None,
        confidence=0.75,
    )


def figure(
    row: str, text: str, words: str, value: float | None, carrier: str | None = None, noun: str | None = None
) -> Figure:
    """A figure that counts people hurt."""
    return Figure(
        id=row,
        kind="count",
        span=at(text, words),
        text=words,
        value=value,
        low=value,
        high=None,
        bound="at_least",
        trend=None,
        unit="person",
        noun=Printed(at(text, noun), noun) if noun else None,
        counted="wounded",
        part_of=None,
        convention=None,
        population="dockers",
        place="Miren",
        as_of="2024-03-04",
        since=None,
        attribution=carrier,
    )


def miren_rows(text: str) -> dict[str, tuple[object, ...]]:
    """Rows of every kind for the report of Miren, each with as many of its columns filled as there can be."""
    mayor = at(text, "Ada Venn")
    full = Attribution(
        id="a2",
        kind="speech",
        source=passage(text, "she"),
        cue=Cue((at(text, "said", 1),), "said", "say", "neutral"),
        content=passage(text, "The quay must be closed until 9 March,"),
        mode="direct",
        act="demand",
        speaker="ada-venn",
        chain=("orlo-news", "ada-venn"),
        said="2024-03-04",
        place="Miren",
        addressee="harbour office",
        inside="a1",
        confidence=0.5,
    )
    whole = Figure(
        id="f2",
        kind="count",
        span=at(text, "9", 1),
        text="9",
        value=9,
        low=9.5,
        high=10**30,
        bound="between",
        trend="up",
        unit="person",
        noun=None,
        counted="wounded",
        part_of="f1",
        convention="plain",
        population="dockers",
        place="Miren",
        as_of="2024-03-04",
        since="2024-03-01",
        attribution=None,
    )
    return {
        "outlet": Outlet("Orlo News", (at(text, "Orlo News"),)),
        "removed": (Removed(Span(0, 4), "navigation"),),
        "actors": (
            Actor("ada-venn", "Ada Venn", "person", ("mayor of Miren",), ("Venn",), (mayor,)),
            Actor("orlo-news", "Orlo News", "organisation", (), (), (at(text, "Orlo News"),)),
        ),
        "attributions": (
            said(
                "a1",
                text,
                "Mayor Ada Venn",
                "said",
                "At least 12 dockers were hurt",
                speaker="ada-venn",
                date="2024-03-04",
            ),
            full,
        ),
        "figures": (figure("f1", text, "At least 12 dockers", 12, "a1", "dockers"), whole),
        "dates": (Date("d1", at(text, "9 March"), "9 March", "DATE", "2024-03-09", "START", "2024-03-09/.."),),
        "demands": (
            Demand("m1", "a2", "ada-venn", ("harbour office",), Printed(at(text, "closed"), "closed"), "2024-03-09"),
        ),
        "wording": (Wording("w1", at(text, "junta"), "junta", "rulers", "junta-1", "outlet", "government"),),
        "findings": (
            Finding("x1", "figure-conflict", "one-count", "high", "12 and 9.", (at(text, "12"), at(text, "9", 1))),
        ),
        "refused": (Refused(at(text, "Monday"), "date", "which Monday"), Refused(None, "date", "05/06: either")),
    }


PAGE = (
    "<html><head><title>Quay</title></head><body><nav>Home</nav>\n<p>Caf&eacute; owner Ede Örs told us:"
    " <q>We &amp; the dockers will not <b>leave</b></q>.</p><p>&#x201C;Nonsense&rdquo;, wrote the clerk.</p></body></html>"
)
PAGE_QUOTE = "We & the dockers will not leave"
