"""Makes an attribution of each paragraph where the whole document is somebody's words: a statement, remarks, a speech.

Stands alone because such a document says once, at its head, whose words follow: no cue stands beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.model import Attribution, Passage, Span
from sayso.resolve.scene import quoted_tokens
from sayso.resolve.terms import words

if TYPE_CHECKING:
    from sayso.stages import Cleaned, Credit, Paragraph, Parsed

CONFIDENCE = 0.9
"""Of rows made from a statement's head; a speech known only by its forms of address has `LESS`."""
LESS = 0.6
OWN_VOICE = 0.012
"""Share of the words "I", "we", "our" from which a document is taken for a speech; reports stay below a third of it."""
COVERED = 0.9
SHORT = 4
FEWEST = 4
HEAD = 120
"""How many words at the head of a document are searched for the openings of a speech."""
FIRST = 12
"""How many paragraphs may begin with the first form of address."""


def statement_credit(cleaned: Cleaned) -> Credit | None:
    """The credit that names whose words the whole document is, else null."""
    return next((credit for credit in cleaned.credits if credit.kind == "statement"), None)


def is_speech(parsed: Parsed) -> bool:
    """Whether the document is a speech: by its forms of address or its opening, and by how much it says "I" and "we".

    Only words outside quotation marks count: a report that quotes a speech is none.
    """
    quoted = quoted_tokens(parsed)
    own = [word for word, held in zip(parsed.lower, quoted, strict=True) if not held]
    first_person = sum(word in words("pronouns", "first") for word in own)
    if first_person < FEWEST or first_person < OWN_VOICE * len(parsed):
        return False
    head = " ".join(own[:HEAD])
    opens = any(phrase in head for phrase in words("statements", "openings"))
    return opens or any(_addresses(paragraph, parsed.text) for paragraph in parsed.cleaned.paragraphs[:FIRST])


def _addresses(paragraph: Paragraph, text: str) -> bool:
    """Whether the paragraph begins with a form of address ("Mr. President,")."""
    begins = " ".join(text[paragraph.span.start : paragraph.span.start + 60].lower().split())
    return begins.startswith(tuple(words("statements", "addresses")))


def statement_rows(parsed: Parsed, rows: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The rows that a statement or speech adds: one a paragraph, without cue; none where the document is neither."""
    credit = statement_credit(parsed.cleaned)
    if credit is None and not is_speech(parsed):
        return ()
    source = (
        Passage((credit.span,), credit.span.of(parsed.text))
        if credit is not None and credit.span.end > credit.span.start
        else None
    )
    made = []
    for paragraph in _spoken(parsed, credit):
        if _is_address(paragraph, parsed.text) or _others(paragraph.span, rows):
            continue
        made.append(
            Attribution(
                id="",
                kind="speech",
                source=source,
                cue=None,
                content=Passage((paragraph.span,), paragraph.span.of(parsed.text)),
                mode="direct",
                act="assert",
                speaker=None,
                chain=(),
                said=None,
                place=None,
                addressee=None,
                inside=None,
                confidence=CONFIDENCE if credit is not None else LESS,
            )
        )
    return tuple(made)


def _spoken(parsed: Parsed, credit: Credit | None) -> list[Paragraph]:
    """The paragraphs that are the words: those after the line that names whose, or before it where it stands last."""
    body = [p for p in parsed.cleaned.paragraphs if p.kind in {"body", "list"}]
    if credit is None:
        return body
    after = [p for p in body if p.span.start >= credit.span.end]
    return after or [p for p in body if p.span.end <= credit.span.start]


def _is_address(paragraph: Paragraph, text: str) -> bool:
    said = paragraph.span.of(text).split()
    return len(said) < SHORT or (
        len(said) <= 3 * SHORT and " ".join(said).lower().rstrip(" ,.:;!") in words("statements", "addresses")
    )


def _others(span: Span, rows: tuple[Attribution, ...]) -> bool:
    """Whether the paragraph is a quotation of somebody else as a whole."""
    low = _first_reaching(rows, span.start)
    for row in low:
        held = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in row.content.spans)
        if row.source is not None and held >= COVERED * (span.end - span.start):
            return row.source.text.lower() not in words("pronouns", "first")
    return False


def _first_reaching(rows: tuple[Attribution, ...], start: int) -> list[Attribution]:
    """The rows near a paragraph: those whose first content span starts at most a few rows before `start`."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle].content.spans and rows[middle].content.spans[0].start < start:
            low = middle + 1
        else:
            high = middle
    return list(rows[max(0, low - 3) : low + 3])


def in_text_order(
    rows: tuple[Attribution, ...], added: tuple[Attribution, ...]
) -> tuple[tuple[Attribution, ...], frozenset[int]]:
    """All rows by where they start, numbered anew, and the indices of the `added` ones among them."""
    marked = sorted(
        [*((row, False) for row in rows), *((row, True) for row in added)], key=lambda pair: _start(pair[0])
    )
    numbered = tuple(msgspec.structs.replace(row, id=f"a{number}") for number, (row, _) in enumerate(marked, 1))
    return numbered, frozenset(index for index, (_, new) in enumerate(marked) if new)


def _start(row: Attribution) -> tuple[int, int]:
    spans = list(row.content.spans)
    if row.cue is not None:
        spans.extend(row.cue.spans)
        if row.source is not None:
            spans.extend(row.source.spans)
    size = sum(span.end - span.start for span in row.content.spans)
    return (min((span.start for span in spans), default=0), -size)
