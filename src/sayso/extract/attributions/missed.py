"""Finds by rule what the trained reader left: quotations without an attribution, and headlines that name a source.

Stands alone because these are forms of print (marks, colons), not of language, and each finding is told apart by its
low, fixed confidence.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.kinds import sense_of
from sayso.extract.attributions.turns import may_speak
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse.labels import ACTORS, FINITE, FINITE_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.parse.quotes import Quote
    from sayso.stages import Parsed

REACH = 6
"""How many spans before a quotation are looked at for one that reaches into it."""
FEW = 3
"""How many words of the report's own between two quotations part them."""
LONGEST_LABEL = 80
LABEL = re.compile(r"(?:^|[.!?][\"”’]?\s+)([A-Z][^:.!?\"“”«»]{1,60}):\s*$")
CLOSING = frozenset("”\"»’'」』")
BESIDE_VERB = 0.6
FLOATING = 0.4
HEADLINE = 0.6
LEAST_WORDS = 4
LONGEST_SOURCE = 6


@dataclass(frozen=True, slots=True)
class Missed:
    """Attributions to add, and quotations that go on from an earlier attribution (its index -> more content)."""

    added: tuple[Candidate, ...]
    more: dict[int, tuple[Span, ...]]


def missed(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Missed:
    """What `found` lacks of the report's quotations and headlines."""
    contents = sorted((span, row) for row, candidate in enumerate(found) for span in candidate.content)
    spoken = sorted((span, row) for row, c in enumerate(found) for span in (*c.source, *c.cue))
    added: list[Candidate] = []
    more: dict[int, tuple[Span, ...]] = {}
    before: Quote | None = None
    owner: int | None = None
    alone: int | None = None
    owned: set[int] = set()
    for quote in marks.outer:
        row = _owner([one for one in _around(contents, quote.span) if not _within(found[one[1]], quote)], quote.span)
        goes_on = before is not None and before.goes_on
        taken = [span for span, one in _around(spoken, quote.span) if not _within(found[one], quote)]
        if row is None and goes_on and owner is not None:
            more[owner] = (*more.get(owner, ()), quote.span)
            row = owner
        elif row is not None and goes_on and alone is not None and not quote.opened:
            more[row] = (*added[alone].content, *more.get(row, ()))  # one pair of marks has one speaker
            owned.add(alone)
        elif row is None and goes_on and alone is not None:
            added[alone] = replace(added[alone], content=(*added[alone].content, quote.span))
        elif row is None and _may_be_said(parsed, quote, contents) and not _meets(taken, quote.span):
            near = [span for span, _ in spoken]
            one = _beside(parsed, quote, near) or _announced(parsed, quote, near)
            one = one or _labelled(parsed, quote, near) or Candidate((), (), (quote.span,), FLOATING)
            row = None if one.source else _same_breath(parsed, quote, marks, contents, found)
            if row is None:
                alone = len(added)
                added.append(one)
            else:
                more[row] = (*more.get(row, ()), quote.span)
        alone = alone if row is None else None
        before, owner = quote, row
    floating = [one for at, one in enumerate(added) if at not in owned]
    whole = sorted([*contents, *((span, -1) for one in floating for span in one.content if one.source)])
    return Missed((*floating, *_headlines(parsed, whole)), more)


def parted(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> list[Candidate]:
    """The attributions without the quotations that only stand after theirs: another turn, or another sentence's."""
    return [replace(one, content=_own_quotes(parsed, marks, one)) if one.cue else one for one in found]


def _own_quotes(parsed: Parsed, marks: Marks, one: Candidate) -> tuple[Span, ...]:
    kept: list[Span] = []
    parting = False
    for span in sorted(one.content):
        meeting = marks.meeting(span)
        whole = len(meeting) == 1 and meeting[0].span.start <= span.start and span.start > one.cue[0].start
        if not (whole and _goes_on_before(marks, meeting[0])):
            parting = whole and bool(kept) and _stands_apart(parsed, marks, meeting[0], replace(one, content=(*kept,)))
        if not parting:
            kept.append(span)
    return tuple(kept)


def _goes_on_before(marks: Marks, quote: Quote) -> bool:
    """Whether the quotation goes on from the one before it, which the paragraph's end left open."""
    at = bisect.bisect_left(marks.outer, quote.span.start, key=lambda one: one.span.start)
    return at > 0 and marks.outer[at - 1].goes_on


def _stands_apart(parsed: Parsed, marks: Marks, quote: Quote, rest: Candidate) -> bool:
    """Whether a quotation is no part of what stands before it: another paragraph's, or a sentence's of its own."""
    if _paragraph_of(parsed, quote.span) != _paragraph_of(parsed, rest.cue[0]):
        return True
    if _told_between(parsed, quote.span, rest):
        return True
    lead = parsed.text[max(0, quote.span.start - FEW) : quote.span.start].rstrip()[-1:]
    return lead in {".", "!", "?"} and not any(marks.meeting(span) for span in rest.content)


def _paragraph_of(parsed: Parsed, span: Span) -> int:
    tokens = parsed.tokens_in(span)
    return int(parsed.paragraph[tokens[0]]) if len(tokens) else -1


def _around(spans: Sequence[tuple[Span, int]], quote: Span) -> list[tuple[Span, int]]:
    """Those of `spans` that can meet the quotation, of the few before its start and all that start within it."""
    first = max(0, bisect.bisect_left(spans, (quote, -1)) - REACH)
    return list(spans[first : bisect.bisect_left(spans, (Span(quote.end, 0), -1))])


def _within(candidate: Candidate, quote: Quote) -> bool:
    """Whether the attribution stands within the quotation, so that somebody else must say the quotation itself."""
    telling = (*candidate.source, *candidate.cue)
    inside = [*telling, *candidate.content]
    return bool(telling) and all(quote.span.holds(span) for span in inside) and quote.span not in candidate.content


def _same_breath(
    parsed: Parsed, quote: Quote, marks: Marks, contents: Sequence[tuple[Span, int]], found: Sequence[Candidate]
) -> int | None:
    """The attribution that speaks in quotation marks next to `quote` in its paragraph: it goes on after "he said"."""
    tokens = parsed.tokens_in(quote.span)
    if not len(tokens):
        return None
    paragraph = parsed.cleaned.paragraphs[int(parsed.paragraph[tokens[0]])].span
    at = bisect.bisect_left(contents, (quote.span, -1))
    for near in chain(range(at - 1, max(-1, at - 4), -1), range(at, min(len(contents), at + 3))):
        span, row = contents[near]
        if paragraph.holds(span) and marks.meeting(span) and not _told_between(parsed, quote.span, found[row]):
            return row
    return None


def _told_between(parsed: Parsed, quote: Span, candidate: Candidate) -> bool:
    """Whether a sentence of the report's own stands between the attribution and the quotation."""
    spans = (*candidate.source, *candidate.cue, *candidate.content)
    nearest = max((s.end for s in spans if s.end <= quote.start), default=None)
    if nearest is None:
        return False
    between = [t for t in parsed.tokens_in(Span(nearest, quote.start)) if parsed.words[t][0].isalnum()]
    ends = {parsed.sentence[t] for t in (*parsed.tokens_in(Span(nearest - 1, nearest)), *parsed.tokens_in(quote)[:1])}
    return sum(parsed.sentence[t] not in ends for t in between) >= FEW


def _owner(contents: Sequence[tuple[Span, int]], span: Span) -> int | None:
    at = bisect.bisect_left(contents, (Span(span.end, 0), -1))
    for near in range(at - 1, max(-1, at - 6), -1):
        if contents[near][0].meets(span):
            return contents[near][1]
    return None


def _meets(spans: Sequence[Span], span: Span) -> bool:
    at = bisect.bisect_left(spans, Span(span.end, 0))
    return any(spans[near].meets(span) for near in range(max(0, at - 3), at))


def _may_be_said(parsed: Parsed, quote: Quote, contents: Sequence[tuple[Span, int]]) -> bool:
    """Whether a quotation is speech by its own words, or by a label before it and the mark of a sentence's end."""
    ends = quote.inner().of(parsed.text).rstrip()[-1:] in {".", "!", "?", "…"}
    return _is_speech(parsed, quote, contents) or (ends and _labelled(parsed, quote, ()) is not None)


def _is_speech(parsed: Parsed, quote: Quote, contents: Sequence[tuple[Span, int]]) -> bool:
    """Not a title, a nickname or a scare quote: several words, and a verb or the mark of a sentence's end within.

    A paragraph that is nothing but a quotation is speech where something is said in the paragraph before it.
    """
    tokens = parsed.tokens_in(quote.inner())
    if len(tokens) and _is_turn(parsed, quote, int(parsed.paragraph[tokens[0]]), contents):
        return True
    words = [t for t in tokens if parsed.words[t][0].isalnum()]
    if len(words) < LEAST_WORDS:
        return False
    long_words = [t for t in words if len(parsed.words[t]) > 3]  # noqa: PLR2004 - the words that titles capitalise
    if long_words and all(parsed.words[t][0].isupper() for t in long_words):
        return False
    ends = quote.inner().of(parsed.text).rstrip()[-1:] in ",.!?…"
    return ends or any(parsed.tags[t] in FINITE for t in words)


def _is_turn(parsed: Parsed, quote: Quote, number: int, contents: Sequence[tuple[Span, int]]) -> bool:
    paragraphs = parsed.cleaned.paragraphs
    own = paragraphs[number]
    if (
        own.kind != "body"
        or len(own.span.of(parsed.text).strip()) > quote.span.end - quote.span.start + 1
        or not number
    ):
        return False
    last = paragraphs[number - 1].span
    return last.of(parsed.text).rstrip()[-1:] in CLOSING or any(last.holds(s) for s, _ in _around(contents, last))


def _beside(parsed: Parsed, quote: Quote, spoken: Sequence[Span]) -> Candidate | None:
    """The quotation with the verb of saying and its subject beside it in the same sentence, if there is one."""
    tokens = parsed.tokens_in(quote.span)
    around = {parsed.sentence[t] for t in (tokens[0], tokens[-1])} if len(tokens) else set()
    for sentence in sorted(around):
        if (found := _said_in(parsed, sentence, quote, spoken)) is not None:
            return found
    return None


def _announced(parsed: Parsed, quote: Quote, spoken: Sequence[Span]) -> Candidate | None:
    """The quotation that makes up a paragraph with the verb of speaking in the sentence before it."""
    tokens = parsed.tokens_in(quote.span)
    number = int(parsed.paragraph[tokens[0]]) if len(tokens) else 0
    if not number or parsed.cleaned.paragraphs[number].span.start < quote.span.start or tokens[0] == 0:
        return None
    last = parsed.cleaned.paragraphs[number - 1].span
    if int(parsed.paragraph[tokens[0] - 1]) != number - 1 or last.of(parsed.text).rstrip()[-1:] in CLOSING:
        return None
    return _said_in(parsed, parsed.sentence[tokens[0] - 1], quote, spoken)


def _labelled(parsed: Parsed, quote: Quote, spoken: Sequence[Span]) -> Candidate | None:
    """The quotation with whom a label before its colon names, at the head of a paragraph or sentence ("Mayor: ...")."""
    tokens = parsed.tokens_in(quote.span)
    if not len(tokens):
        return None
    start = max(
        parsed.cleaned.paragraphs[int(parsed.paragraph[tokens[0]])].span.start, quote.span.start - LONGEST_LABEL
    )
    match = LABEL.search(parsed.text[start : quote.span.start])
    if match is None:
        return None
    label = Span(start + match.start(1), start + match.end(1))
    named = may_speak(parsed, label) or _names_somebody(parsed, label)
    if not named or _meets(spoken, label) or _is_place(parsed, label):
        return None
    return Candidate((label,), (), (quote.span,), HEADLINE)


def _said_in(parsed: Parsed, sentence: int, quote: Quote, spoken: Sequence[Span]) -> Candidate | None:
    tokens = parsed.tokens_in(quote.span)
    for token in parsed.sentence_tokens(sentence):
        if token in tokens or parsed.tags[token] not in FINITE_VERBS:
            continue
        cue = parsed.span(token, token + 1)
        sense = sense_of(parsed, [cue])
        subject = next((c for c in parsed.children[token] if parsed.deps[c] == "nsubj" and c not in tokens), None)
        if sense.kind == "speech" and sense.lemma in _sayings() and subject is not None and not _meets(spoken, cue):
            source = _phrase(parsed, subject, token)
            if not source.meets(quote.span):
                return Candidate((source,), (cue,), (quote.span,), BESIDE_VERB)
    return None


@cache
def _sayings() -> frozenset[str]:
    return frozenset(table("cues")["verbs"])


def _phrase(parsed: Parsed, head: int, verb: int) -> Span:
    """The noun phrase around `head` on its side of `verb`."""
    first = last = head
    todo = [head]
    while todo:
        token = todo.pop()
        for child in parsed.children[token]:
            if (child < verb) == (head < verb) and parsed.deps[child] not in ("relcl", "punct", "ccomp", "parataxis"):
                first, last = min(first, child), max(last, child)
                todo.append(child)
    return parsed.span(first, last + 1)


def _headlines(parsed: Parsed, contents: Sequence[tuple[Span, int]]) -> list[Candidate]:
    """Attributions without a cue, as headlines have them ("Four hurt: police", "Police: four hurt")."""
    made = []
    for paragraph in parsed.cleaned.paragraphs:
        if paragraph.kind != "headline" or _owner(contents, paragraph.span) is not None:
            continue
        colons = [t for t in parsed.tokens_in(paragraph.span) if parsed.words[t] == ":"]
        if len(colons) != 1:
            continue
        if any(_is_document(parsed.lower[t]) for t in parsed.tokens_in(paragraph.span) if t < colons[0]):
            continue
        before = Span(paragraph.span.start, int(parsed.ends[colons[0] - 1])) if colons[0] else None
        after = Span(int(parsed.ends[colons[0]]) + 1, paragraph.span.end)
        if before is None or after.end - after.start < 2:  # noqa: PLR2004
            continue
        for source, content in ((after, before), (before, after)):
            if source is before and (_is_place(parsed, source) or _is_topic(parsed, source, content)):
                continue
            if _names_somebody(parsed, source) and not _names_somebody(parsed, content):
                made.append(Candidate((_trim(parsed, source),), (), (_trim(parsed, content),), HEADLINE))
                break
    return made


def _is_document(word: str) -> bool:
    """Whether the word before a headline's colon says what the text is ("SITUATION REPORT: ...")."""
    return word in table("statements")["turns"]["documents"]


def _names_somebody(parsed: Parsed, span: Span) -> bool:
    """Short, without a finite verb, and either a name or a word for those who speak."""
    tokens = [t for t in parsed.tokens_in(span) if parsed.words[t][0].isalnum()]
    if not tokens or len(tokens) > LONGEST_SOURCE:
        return False
    if any(parsed.tags[t] in FINITE | {"CD"} for t in tokens):
        return False
    where = table("headline_sources")["words"]["locative"]
    who = list(takewhile(lambda t: parsed.lower[t] not in where, tokens))  # "Chaos in Miren: 12 dead" names nobody
    if not who:
        return False
    named = any(e.label in ACTORS for e in parsed.entities_in(who[0], who[-1] + 1))
    return named or _is_speaker_word(parsed.lower[who[-1]])


def _is_place(parsed: Parsed, span: Span) -> bool:
    """Whether the report uses the name somewhere as the place of something, or its dateline has it."""
    before, name = "|".join(table("headline_sources")["words"]["locative"]), re.escape(span.of(parsed.text).strip())
    return re.search(rf"\b(?:{before}) {name}\b|^[A-Z][A-Z .'-]+, {name}\b", parsed.text, re.MULTILINE) is not None


def _is_topic(parsed: Parsed, name: Span, content: Span) -> bool:
    """Whether a country or town only says where, as what stands behind it has no verb ("Orvana: 23 dead in blasts")."""
    labels = {entity.label for entity in parsed.entities_of(name)}
    return labels == {"GPE"} and not any(parsed.tags[t] in FINITE for t in parsed.tokens_in(content))


def _is_speaker_word(word: str) -> bool:
    return word in table("headline_sources")["words"]["speakers"]


def _trim(parsed: Parsed, span: Span) -> Span:
    text = span.of(parsed.text)
    left = len(text) - len(text.lstrip())
    return Span(span.start + left, span.start + len(text.rstrip()))
