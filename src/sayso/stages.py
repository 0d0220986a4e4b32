"""The frozen values that one stage hands the next besides the JSON contract: original, cleaned, parsed, extracted.

Stands alone because these types are internal (never printed, free to change), while `model.py` is a promise.
"""

from __future__ import annotations

import bisect
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from sayso.model import (
    Attribution,
    Date,
    Demand,
    Figure,
    Refused,
    Report,
    Span,
    Stretch,
    Wording,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]


Engine = Literal["best", "fast"]
"""Which of the two trained models reads."""

Convention = Literal["conservative", "range"]
"""How vague words ("dozens") are read as numbers: see the section `vague` of the lexicon's numbers."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user chooses of how reports are read; a null `convention` leaves vague words without numbers."""

    engine: Engine = "best"
    convention: Convention | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What a record or a caller says of a report; each is believed over what the report says of itself."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Original:
    """The bytes as they came, never changed, with the place they came from.

    `path` as in the contract (``-`` for standard input, ``FILE#ID`` for a record). `media` is the kind found from
    the content: ``text`` or ``html`` (``pdf``, ``docx``, ``eml`` to come). `charset` is what came with the bytes from
    outside (an HTTP header, or ``utf-8`` for a record's own string), null where only the bytes can tell.
    `refused` is what the reading of the container itself had to refuse. `problem` is set where the bytes could not be
    had or may not be read: the report is then ``failed`` with that sentence as `why`.
    """

    data: bytes
    path: str
    address: str | None = None
    media: Literal["text", "html", "unknown"] = "text"
    charset: str | None = None
    given: Given = Given()
    refused: tuple[Refused, ...] = ()
    problem: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Hex SHA-256 of the bytes: the original's name in the archive."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def id(self) -> str:
        """The report's id: ``sha256:`` and the digest of the bytes, a NUL byte and the address (else the path)."""
        place = (self.address or self.path).encode("utf-8", "surrogatepass")
        return "sha256:" + hashlib.sha256(self.data + b"\0" + place).hexdigest()


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a page says of itself: a date, author, outlet or title, where it says so, as printed there.

    `what`: published, modified, author, outlet, title, language, address, based-on. `by`: json-ld, meta, text, address,
    time-element, given; of an address ``canonical`` or the name of the meta element. `value` is normalised (ISO 8601
    for dates), `raw` as printed. `bytes` is the range in the original, `span` the one in the text; either may be null.
    """

    what: str
    by: str
    value: str
    raw: str
    span: Span | None = None
    bytes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A party that the furniture of a report names as the way its words came.

    `kind`: ``dateline`` ("ANKARA (Reuters) -"), ``credit`` ("Source: IRNA", "(AFP)"), ``byline`` ("By X, Reuters"),
    ``statement`` ("The following remarks were made by X": a whole-document statement).
    """

    name: str
    span: Span
    kind: Literal["dateline", "credit", "byline", "statement"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date at the head of a report ("MIREN, 4 March (Agency) -"), each as printed."""

    span: Span
    place: Span | None
    date: Span | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text that is part of the report; ``headline`` has no sentence of its own."""

    span: Span
    kind: Literal["headline", "body", "list", "caption", "cell"] = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with ink in it, at `row` and `column` (from 0, of `rows` and `columns` that it spans).

    `heading`: it heads a column (as cells of the table's first rows do) or a row (as those of its first column do).
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns of numbers, as cells in text order; each cell is a paragraph. `caption` is null without one."""

    cells: tuple[Cell, ...]
    caption: Span | None = None

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.cells[0].span.start, self.cells[-1].span.end)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A report with what later stages need of its making: where it stands in the bytes, and what it says of itself.

    `paragraphs` are in order, do not overlap, and leave out all that is in ``report.removed``.
    """

    report: Report
    origin: tuple[Stretch, ...]
    paragraphs: tuple[Paragraph, ...] = ()
    claims: tuple[Claimed, ...] = ()
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    refused: tuple[Refused, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens ``[first, last)``, its span, and its OntoNotes label (PERSON, ORG, GPE, NORP, ...)."""

    first: int
    last: int
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces in text order, a paragraph break between paragraphs.

    `ids`: vocabulary ids. `starts`, `ends`: code points in the text (equal for a paragraph break). `kinds`: 1 within
    quotation marks (the marks too), 2 more where the word has a capital and 4 more where it is all capitals. `words`:
    the index of the word that each piece belongs to, -1 for a break. `whole`: whether it stands for a whole name.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    kinds: Ints
    words: Ints
    whole: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pieces as the trained encoder sees them.

    `tags` and `inner`: pieces x labels, the chance of each label of an attribution, and of one that stands inside
    another's content. `spans`: each window's ``[first, last)`` pieces; `hidden`: each window's states, pieces (and one
    more at either end) x width.
    """

    pieces: Pieces
    tags: Floats
    inner: Floats
    spans: tuple[tuple[int, int], ...]
    hidden: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs that are encoded together; `encoded` is null where a long report's is made anew when it is needed."""

    paragraphs: tuple[Span, ...]
    encoded: Encoded | None


@dataclass(frozen=True)
class Parsed:
    """A report's tokens, sentences, syntax and entities, as arrays over all its paragraphs, in text order.

    `starts`, `ends`: code points in ``report.text``, one a token. `heads`: the index of each token's syntactic head (a
    root is its own). `tags`: Penn Treebank tags. `deps`: labels of the CLEAR style (nsubj, ccomp, dobj, prep, pobj,
    nummod, quantmod, ...). `sentences`: the first token of each sentence; a sentence never crosses a paragraph.
    `paragraph`: the index into ``cleaned.paragraphs`` of each token. `sections`: what the encoder made of the
    paragraphs, for the reader of attributions. `engine` says which encoder that was.
    """

    cleaned: Cleaned
    starts: Ints
    ends: Ints
    heads: Ints
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    sentences: tuple[int, ...]
    paragraph: Ints
    entities: tuple[Entity, ...] = ()
    sections: tuple[Section, ...] = ()
    engine: Engine = "best"

    @property
    def text(self) -> str:
        """The whole text of the report."""
        return self.cleaned.report.text

    def __len__(self) -> int:
        return len(self.tags)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each token as printed."""
        text = self.text
        return tuple(text[s:e] for s, e in zip(self.starts.tolist(), self.ends.tolist(), strict=True))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each token in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the tokens whose head it is, in text order (a root is no child of itself)."""
        below: list[list[int]] = [[] for _ in self.tags]
        for token, head in enumerate(self.heads.tolist()):
            if head != token:
                below[head].append(token)
        return tuple(tuple(tokens) for tokens in below)

    def subtree(self, token: int) -> list[int]:
        """The token and all that hangs below it, in text order."""
        found = [token]
        for below in found:
            found.extend(self.children[below])
        return sorted(found)

    @cached_property
    def sentence(self) -> tuple[int, ...]:
        """For each token the index of its sentence."""
        ends = (*self.sentences[1:], len(self))
        return tuple(
            i for i, (first, last) in enumerate(zip(self.sentences, ends, strict=True)) for _ in range(first, last)
        )

    def sentence_tokens(self, index: int) -> range:
        """The tokens of sentence `index`."""
        last = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self)
        return range(self.sentences[index], last)

    def tokens_in(self, span: Span) -> range:
        """The tokens that share at least one character with `span` (empty range where none does)."""
        first = bisect.bisect_right(self._ends_list, span.start)
        last = bisect.bisect_left(self._starts_list, span.end)
        return range(first, max(first, last))

    def entities_in(self, first: int, last: int) -> tuple[Entity, ...]:
        """The entities that share at least one of the tokens ``[first, last)``, found without looking at the others."""
        low = bisect.bisect_right(self.entities, first, key=lambda entity: entity.last)
        high = bisect.bisect_left(self.entities, last, key=lambda entity: entity.first)
        return self.entities[low:high]

    def entity_at(self, token: int) -> Entity | None:
        """The entity that holds `token`, null where none does."""
        at = bisect.bisect_right(self.entities, token, key=lambda entity: entity.first) - 1
        return self.entities[at] if at >= 0 and token < self.entities[at].last else None

    def label_at(self, token: int) -> str | None:
        """The label of the entity that holds `token`, null where none does."""
        entity = self.entity_at(token)
        return None if entity is None else entity.label

    def entities_of(self, span: Span) -> tuple[Entity, ...]:
        """The entities that share at least one token with the characters of `span`."""
        tokens = self.tokens_in(span)
        return self.entities_in(tokens[0], tokens[-1] + 1) if tokens else ()

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``[first, last)``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    @cached_property
    def _starts_list(self) -> list[int]:
        return list(map(int, self.starts))

    @cached_property
    def _ends_list(self) -> list[int]:
        return list(map(int, self.ends))


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the extractors found, each without knowing of the others; `resolve` joins them.

    The rows are those of the contract with the joining fields still null: an attribution's speaker, chain, said, place,
    addressee and inside; a figure's attribution, place, as_of and since; a demand's who and attribution; a wording's
    voice is ``outlet``.
    """

    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    demands: tuple[Demand, ...] = ()
    wording: tuple[Wording, ...] = ()
    refused: tuple[Refused, ...] = field(default=())
