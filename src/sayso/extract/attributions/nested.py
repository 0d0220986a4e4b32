"""Finds the attributions that stand inside another's content: those that the reader saw, and plain ones by syntax.

Stands alone because the largest corpus that the reader learns from marks one attribution a word. The syntax is asked
only for the main clause of a content outside quotation marks, and only for words of saying in the past, so that little
is added and what is added is plain: "according to X, Y said that ...".
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.kinds import is_silence, sense_of, without_that
from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse.labels import AUXILIARY_OR_NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.stages import Parsed

CONFIDENCE = 0.6
PERFECT = words("function_words", "auxiliaries", "perfect")
NOBODY = words("function_words", "subjects", "nobody")
CALLS = frozenset({"demand", "deny", "threaten", "accuse"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "prep", "prt", "pobj"})


def within(inner: Sequence[Candidate], outer: Sequence[Candidate], plain: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those of `inner` that stand in the content of one of `outer`, cut to it, less what repeats those or `plain`."""
    cues = sorted(span for candidate in (*outer, *plain) for span in candidate.cue)
    holders = sorted(span for candidate in outer for span in candidate.content)
    longest = max((span.end - span.start for span in (*cues, *holders)), default=0)
    for candidate in inner:
        own = (*candidate.source, *candidate.cue)
        holder = min(
            (h for h in near(holders, own[0], longest) if all(h.holds(s) for s in own)),
            key=lambda h: h.end - h.start,
            default=None,
        )
        if holder is None or any(cue.meets(other) for cue in candidate.cue for other in near(cues, cue, longest)):
            continue
        content = tuple(
            Span(max(s.start, holder.start), min(s.end, holder.end)) for s in candidate.content if s.meets(holder)
        )
        if content and content != (holder,):
            yield replace(candidate, content=content)


def near(spans: Sequence[Span], to: Span, longest: int) -> Sequence[Span]:
    """Those of `spans`, which are in order and none longer than `longest`, that can meet `to`."""
    return spans[bisect.bisect_left(spans, Span(to.start - longest, 0)) : bisect.bisect_left(spans, Span(to.end, 0))]


def nested(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The attributions that make up the content of those in `found`."""
    taken = {span.start for candidate in found for span in candidate.cue}
    for candidate in found:
        for span in candidate.content:
            inner = _main_clause(parsed, span)
            if inner is None or inner.cue[0].start in taken or marks.meeting(inner.cue[0]):
                continue
            taken.add(inner.cue[0].start)
            yield inner


def _main_clause(parsed: Parsed, content: Span) -> Candidate | None:
    """The content's main clause as an attribution: subject, verb of saying, what is said."""
    tokens = parsed.tokens_in(content)
    for verb in tokens:
        head = int(parsed.heads[verb])
        told_of = parsed.tags[verb] == "VBD" or any(parsed.lower[c] in PERFECT for c in parsed.children[verb])
        if (head != verb and head in tokens) or not told_of or not parsed.tags[verb].startswith("VB"):
            continue
        subject = next(
            (c for c in parsed.children[verb] if parsed.deps[c] == "nsubj" and c in tokens and c < verb), None
        )
        cue = cue_of(parsed, verb)
        told = [t for t in parsed.tokens_in(Span(cue.end, content.end)) if t in tokens]
        if subject is None or parsed.lower[subject] in NOBODY or not told or not _says(parsed, verb, cue, told):
            return None
        end = content.end - (parsed.text[content.end - 1] in ",;:")
        said = Span(int(parsed.starts[told[0]]), end)
        source = phrase(parsed, subject, tokens)
        return Candidate((source,), (cue,), without_that(parsed, (said,)), CONFIDENCE)
    return None


def cue_of(parsed: Parsed, verb: int) -> Span:
    """The verb with its auxiliaries before it and, where the lexicon knows the two as one, the word after it."""
    first = min(
        (c for c in parsed.children[verb] if parsed.deps[c] in AUXILIARY_OR_NEGATION and c < verb), default=verb
    )
    if any(parsed.deps[t] == "nsubj" for t in range(first, verb)):
        first = verb
    alone = parsed.span(first, verb + 1)
    if verb + 1 < len(parsed) and parsed.sentence[verb + 1] == parsed.sentence[verb]:
        longer = parsed.span(first, verb + 2)
        if len(sense_of(parsed, [longer]).lemma.split()) > len(sense_of(parsed, [alone]).lemma.split()):
            return longer
    return alone


def _says(parsed: Parsed, verb: int, cue: Span, told: Sequence[int]) -> bool:
    """Whether the verb is one of speech with what speech needs: a clause, or the object of a call, threat or denial."""
    sense = sense_of(parsed, [cue])
    known = sense.lemma in table("cues")["verbs"] or sense.lemma in table("cues")["phrases"]
    negated = any(parsed.deps[c] == "neg" for c in parsed.children[verb])
    if not known or negated or sense.kind != "speech" or is_silence(parsed, [cue]):
        return False
    roles = {parsed.deps[c] for t in parsed.tokens_in(cue) for c in parsed.children[t] if c in told}
    return "ccomp" in roles or (sense.act in CALLS and bool(roles & COMPLEMENTS))


def phrase(parsed: Parsed, head: int, within: range) -> Span:
    """The noun phrase of `head` as far as it lies in `within`."""
    first = last = head
    todo = [head]
    while todo:
        for child in parsed.children[todo.pop()]:
            if child in within and parsed.deps[child] not in ("relcl", "punct", "ccomp", "parataxis", "advcl"):
                first, last = min(first, child), max(last, child)
                todo.append(child)
    opened = [parsed.words[t] for t in range(first, last + 1)]
    if opened.count("(") > opened.count(")") and last + 1 in within and parsed.words[last + 1] == ")":
        last += 1
    return parsed.span(first, last + 1)
