"""Prepares the ground on which mentions are read: what is quoted, how told sentences are counted, where sources stand.

Stands alone because descriptions, pronouns and the walk over both ask the same questions of a place in the text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import JOINED, PROPER_NOUNS, SUBJECTS, SUBORDINATE_CLAUSES
from sayso.parse.quotes import quotes
from sayso.resolve.entities import Mention
from sayso.resolve.phrases import head_of

if TYPE_CHECKING:
    from sayso.model import Attribution
    from sayso.stages import Parsed

WEIGHTS = {
    "nsubj": 40,
    "nsubjpass": 35,
    "agent": 20,
    "dobj": 15,
    "dative": 15,
    "attr": 5,
    "pobj": 5,
    "ROOT": 20,
    "poss": 0,
    "compound": -5,
    "amod": -5,
    "nmod": -5,
}
"""How much a place in the syntax draws attention (subjects most), after the order of Lappin and Leass (1994)."""
ARTICLES = words("function_words", "articles", "all")
SHORTEST_QUOTE = 4
"""Quoted words fewer than this are a name or a scare quote, no speech."""
DOERS = SUBJECTS | {"agent"}
BREAK = 8
"""How many sentences a headline within the report counts for: nothing refers back over it."""


@dataclass(frozen=True)
class Scene:
    """The report as the walk sees it; every list has one entry a token, `sources` maps a source's head to its rows."""

    parsed: Parsed
    quoted: list[bool]
    told: list[int]
    heads: tuple[int | None, ...]
    sources: dict[int, list[int]]
    rows: tuple[Attribution, ...]

    def mention(self, token: int) -> Mention:
        """How the mention headed by `token` stands in the text."""
        parsed = self.parsed
        top = token
        for _ in range(4):
            if parsed.deps[top] in JOINED | {"compound"} and int(parsed.heads[top]) < top:
                top = int(parsed.heads[top])
        dep = parsed.deps[top]
        governor = int(parsed.heads[top])
        if dep == "pobj" and parsed.deps[governor] == "agent":
            dep = "agent"
        clause = self.clause(top)
        weight = WEIGHTS.get(dep, 0)
        if dep in SUBJECTS and parsed.deps[clause] in SUBORDINATE_CLAUSES:
            weight -= 15
        return Mention(token, self.told[token], weight, clause, self.quoted[token])

    def clause(self, token: int) -> int:
        """The verb (or other head of a clause) on which `token` depends."""
        parsed = self.parsed
        here = int(parsed.heads[token])
        for _ in range(12):
            if parsed.tags[here][:2] == "VB" or int(parsed.heads[here]) == here:
                break
            here = int(parsed.heads[here])
        return here


def make_scene(parsed: Parsed, rows: tuple[Attribution, ...]) -> Scene:
    """The scene of one report with its attributions."""
    quoted = quoted_tokens(parsed)
    heads = tuple(_source_head(parsed, row) for row in rows)
    sources: defaultdict[int, list[int]] = defaultdict(list)
    for index, head in enumerate(heads):
        if head is not None:
            sources[head].append(index)
    return Scene(parsed, quoted, _told(parsed, quoted), heads, dict(sources), rows)


def articled_sources(parsed: Parsed, rows: tuple[Attribution, ...]) -> frozenset[int]:
    """The tokens at which sources begin with an article: no name runs on over one."""
    spans = (span for row in rows if row.source is not None for span in row.source.spans)
    starts = (parsed.tokens_in(span).start for span in spans)
    return frozenset(at for at in starts if at < len(parsed) and parsed.lower[at] in ARTICLES)


def quoted_tokens(parsed: Parsed) -> list[bool]:
    """For each token whether it stands within quotation marks that hold at least `SHORTEST_QUOTE` tokens."""
    mask = [False] * len(parsed)
    for quote in quotes(parsed.text, [p.span for p in parsed.cleaned.paragraphs]):
        tokens = parsed.tokens_in(quote.span)
        if quote.depth == 1 and len(tokens) >= SHORTEST_QUOTE:
            for token in tokens:
                mask[token] = True
    return mask


def _told(parsed: Parsed, quoted: list[bool]) -> list[int]:
    """The number of each token's sentence, counting only sentences that are not wholly within quotation marks."""
    numbers = [0] * len(parsed)
    count = 0
    paragraph = -1
    for index in range(len(parsed.sentences)):
        tokens = parsed.sentence_tokens(index)
        if any(not quoted[t] and parsed.tags[t][:1].isalpha() for t in tokens):
            count += 1
        here = int(parsed.paragraph[tokens[0]]) if len(tokens) else paragraph
        if here != paragraph and parsed.cleaned.paragraphs[here].kind == "headline":
            count += BREAK
        paragraph = here
        for token in tokens:
            numbers[token] = count
    return numbers


def _source_head(parsed: Parsed, row: Attribution) -> int | None:
    if row.source is None:
        return None
    parts = [list(parsed.tokens_in(span)) for span in row.source.spans]
    parts = [part for part in parts if part]
    if len(parts) > 1 and row.cue is not None:
        parts = _with_cue(parsed, parts, [t for span in row.cue.spans for t in parsed.tokens_in(span)])
    tokens = [token for part in parts for token in part]
    head = head_of(parsed, tokens) if tokens else None
    return None if head is None else _whole_head(parsed, head, row)


def _whole_head(parsed: Parsed, head: int, row: Attribution) -> int:
    """The head of the phrase of which the source has only a part: an article, or what stands after "as"."""
    governor = int(parsed.heads[head])
    if parsed.tags[head] == "DT" and parsed.deps[head] == "det" and parsed.tags[governor][:2] == "NN":
        return governor
    if parsed.deps[head] == "pobj" and parsed.lower[governor] == "as" and row.cue is not None:
        cue = [t for span in row.cue.spans for t in parsed.tokens_in(span)]
        subjects = (c for t in cue for c in parsed.children[t] if parsed.deps[c] == "nsubj" and c < governor)
        before = governor - 2
        named = before >= 0 and parsed.words[governor - 1] == "," and parsed.tags[before] in PROPER_NOUNS
        return next(subjects, before if named else head)
    return head


def _with_cue(parsed: Parsed, parts: list[list[int]], cue: list[int]) -> list[list[int]]:
    """Of the parts of a source those that belong to its cue: its subject's, else those in its sentence, else all."""
    verbs = set(cue)
    beside = {parsed.sentence[token] for token in cue}
    here = [part for part in parts if parsed.sentence[part[0]] in beside]
    subjects = [part for part in here if any(parsed.deps[t] in DOERS and int(parsed.heads[t]) in verbs for t in part)]
    return subjects or here or parts
