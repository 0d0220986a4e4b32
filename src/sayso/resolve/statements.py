"""Makes an attribution of each paragraph where the whole document is somebody's words: a statement, remarks, a speech.

Stands alone because such a document says once, at its head, whose words follow: no cue stands beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from sayso.extract.attributions.kinds import sense_of
from sayso.lexicon import words
from sayso.model import Attribution, Passage
from sayso.resolve.nesting import holders
from sayso.resolve.scene import quoted_tokens
from sayso.resolve.terms import is_medium, noun_class, plain

if TYPE_CHECKING:
    from sayso.model import Span
    from sayso.stages import Cleaned, Credit, Paragraph, Parsed

CONFIDENCE = 0.9
"""Of rows made from a statement's head; a speech known only by its forms of address has `LESS`."""
LESS = 0.6
OWN_VOICE = 0.012
"""Share of the words "I", "we", "our" from which a document is taken for a speech; reports stay below a third of it."""
COVERED = 0.9
SHORT = 4
FEWEST = 4
ISSUED = 2
"""How often at least a body that writes itself says "we" or "our" outside quotation marks and others' words."""
HEAD = 120
"""How many words at the head of a document are searched for the openings of a speech."""
FIRST = 12
"""How many paragraphs may begin with the first form of address."""

SUBJECTS = words("function_words", "subjects", "oneself")
OFFICE = re.compile(r"(?:the )?(?:(?:press|private|media) )?office of (?:the )?(\w.*)", re.IGNORECASE)
TO_WHOM = re.compile(r"(?:dear|to (?:the|our|all)) [^.!?\"“«]{3,50}:")


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


def issuer(parsed: Parsed, rows: tuple[Attribution, ...]) -> str | None:
    """Who speaks in a document that a body other than a medium publishes in its own voice, else null.

    That is the body itself; where the office of somebody publishes what says "I", its holder.
    """
    outlet = parsed.cleaned.report.outlet
    if outlet is None or not is_body(outlet.name):
        return None
    own = _own_words(parsed, rows)
    said = [word for word in own if word in words("pronouns", "first")]
    text = parsed.text
    spoken = any(_opens(paragraph, text) for paragraph in parsed.cleaned.paragraphs if paragraph.kind == "body")
    speaks = SUBJECTS.intersection(said) and len(said) >= ISSUED and len(said) >= OWN_VOICE * len(own)
    if not spoken and not speaks:
        return None
    plural = sum(word in words("pronouns", "first", "plural") for word in said)
    holder = OFFICE.match(outlet.name)
    return holder[1] if holder is not None and 2 * plural < len(said) else outlet.name


def is_body(name: str) -> bool:
    """Whether a publisher is a body that speaks for itself (a ministry, a party, an army), and no medium."""
    parts = [plain(part.strip("(),")) for part in name.replace("-", " ").split()]
    if is_medium(name) or words("media", "heads", "words").intersection(parts):
        return False
    known = words("credits", "mastheads", "bodies") | words("statements", "bodies")
    return any(part in known or noun_class(part) in {"body", "group"} for part in parts)


def _own_words(parsed: Parsed, rows: tuple[Attribution, ...]) -> list[str]:
    """The words outside quotation marks and outside what is attributed to others, in lower case."""
    held = quoted_tokens(parsed)
    for row in rows:
        if row.source is None or row.source.text.lower() in words("pronouns", "first"):
            continue
        for span in row.content.spans:
            for token in parsed.tokens_in(span):
                held[token] = True
    return [word for word, other in zip(parsed.lower, held, strict=True) if not other]


def _opens(paragraph: Paragraph, text: str) -> bool:
    """Whether the paragraph begins as a body's own words do: "In the name of", "To our people:", "Comrades!"."""
    begins = " ".join(text[paragraph.span.start : paragraph.span.start + 60].lower().split())
    return begins.startswith(tuple(words("statements", "invocations"))) or TO_WHOM.match(begins) is not None


def statement_rows(parsed: Parsed, rows: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The rows that a statement or speech adds: one a paragraph, without source and cue; none where it is neither."""
    credit = statement_credit(parsed.cleaned)
    if _is_transcript(parsed, rows):
        return ()
    if credit is None and not is_speech(parsed) and issuer(parsed, rows) is None:
        return ()
    made = []
    for paragraph in _spoken(parsed, credit):
        if _is_address(paragraph, parsed.text) or _others(paragraph.span, rows):
            continue
        made.append(
            Attribution(
                id="",
                kind="speech",
                source=None,
                cue=None,
                content=Passage((paragraph.span,), paragraph.span.of(parsed.text)),
                mode="indirect",
                act="deny" if _denies(parsed, paragraph.span) else "assert",
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


def _denies(parsed: Parsed, paragraph: Span) -> bool:
    """Whether a paragraph of a body's own words begins with its denial: "We categorically reject the accusations"."""
    tokens = parsed.tokens_in(paragraph)
    sentence = parsed.sentence_tokens(parsed.sentence[tokens[0]]) if len(tokens) else range(0)
    root = next((t for t in sentence if int(parsed.heads[t]) == t), None)
    if root is None or not parsed.tags[root].startswith("VB"):
        return False
    first = words("pronouns", "first")
    own = any(parsed.deps[c] == "nsubj" and parsed.lower[c] in first for c in parsed.children[root])
    plain = not any(parsed.deps[c] == "neg" for c in parsed.children[root])
    return own and plain and sense_of(parsed, [parsed.span(root, root + 1)]).act == "deny"


_COLON = re.compile(r"\s*:")


def _is_transcript(parsed: Parsed, rows: tuple[Attribution, ...]) -> bool:
    """Whether the document's words are told turn by turn, each with its own speaker."""
    turns = (r for r in rows if r.cue is None and r.source is not None and len(r.source.spans) == 1)
    return sum(_COLON.match(parsed.text, r.source.spans[0].end) is not None for r in turns if r.source is not None) > 1


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
        if held >= COVERED * (span.end - span.start):
            return row.source is None or row.source.text.lower() not in words("pronouns", "first")
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
    """All rows by where they start, numbered anew, and the indices of the `added` ones among them.

    What says no more than an added row, "we demand" within "our" own paragraph, is left out.
    """
    every = (*rows, *added)
    sources = [row.source.spans[0] if row.source is not None else row.content.spans[0] for row in rows]
    held = holders(every, sources)
    kept = [
        row
        for row, around in zip(rows, held, strict=True)
        if not _says_again(row, [every[at] for at in around if every[at] is not row])
    ]
    marked = sorted(
        [*((row, False) for row in kept), *((row, True) for row in added)], key=lambda pair: _start(pair[0])
    )
    numbered = tuple(msgspec.structs.replace(row, id=f"a{number}") for number, (row, _) in enumerate(marked, 1))
    return numbered, frozenset(index for index, (_, new) in enumerate(marked) if new)


def _says_again(row: Attribution, holding: list[Attribution]) -> bool:
    """Whether the row is "we say" in a paragraph that is theirs anyway, and not in the words of somebody else.

    `holding` are the other rows whose content holds its source.
    """
    first = words("pronouns", "first")
    if row.source is None or row.source.text.lower() not in first or row.mode == "direct":
        return False
    return bool(holding) and all(other.source is None or other.source.text.lower() in first for other in holding)


def _start(row: Attribution) -> tuple[int, int]:
    spans = list(row.content.spans)
    if row.cue is not None:
        spans.extend(row.cue.spans)
        if row.source is not None:
            spans.extend(row.source.spans)
    size = sum(span.end - span.start for span in row.content.spans)
    return (min((span.start for span in spans), default=0), -size)
