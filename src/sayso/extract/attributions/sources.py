"""Takes from a source what is told of the time (a day before or behind it), and gives it the name that belongs to it.

Stands alone because it asks the parse where dates stand, which rules of print do not know.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.attributions.kinds import sense_of, verb_lemma
from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse.labels import (
    ADNOMINAL_CLAUSES,
    AUXILIARIES,
    FINITE_VERBS,
    NOUN_PHRASES,
    PARTICIPIAL_CLAUSES,
    PAST,
    PEOPLES,
    TIME_NAMES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.stages import Entity, Parsed

EMPTY = words("function_words", "subjects", "empty")
SHARES = words("units", "unsure", "shares")
SHARE_WORDS = SHARES | words("units", "unsure", "share_parts")
SHARING = AUXILIARIES | {"xcomp", "advcl"}
"""How a verb hangs on another one whose subject is its own too."""
_OPENS_SENTENCE = frozenset(word.capitalize() for word in words("pronouns", "determiners", "definite"))
_OPENS_DESCRIPTION = frozenset(("DT", "NN", "PRP$", "JJ", "NNP"))
_BEFORE_A_DAY = words("function_words", "prepositions", "day")


def undated(parsed: Parsed, source: Sequence[Span]) -> tuple[Span, ...]:
    """`source` without a date that runs into it ("October | 13 state media") or ends it ("the office | on June 18")."""
    if not source:
        return ()
    found = [*source]
    found[0] = _after_a_date(parsed, found[0])
    while (shorter := _before_a_date(parsed, found[-1])) != found[-1]:
        found[-1] = shorter
    return tuple(found)


def completed(
    parsed: Parsed, source: Sequence[Span], content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content where the content took the source's first words: "he left | well-informed sources said"."""
    if not source or not content:
        return tuple(source), content
    tokens, told = parsed.tokens_in(source[0]), parsed.tokens_in(content[-1])
    if not tokens or not told or told.stop > tokens.start:
        return tuple(source), content
    first = _first_of_phrase(parsed, tokens, told.start + 1)
    if first == tokens.start:
        return tuple(source), content
    cut = Span(content[-1].start, int(parsed.ends[first - 1]))
    return (Span(int(parsed.starts[first]), source[0].end), *source[1:]), (*content[:-1], cut)


def divided(
    parsed: Parsed, source: Sequence[Span], content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content, parted where a phrase ends: "it was ordered by Tarn, | the prosecutor, Ilo Renn, said".

    A content that breaks off in "Tarn's" leaves that to the source ("he left, | Tarn's mayor said").
    """
    if not source or not content or content[-1].end > source[0].start:
        return tuple(source), content
    tokens, told = parsed.tokens_in(source[0]), parsed.tokens_in(content[-1])
    if not tokens or not told:
        return tuple(source), content
    if parsed.tags[told[-1]] == "POS" and told.stop == tokens.start:
        first = _first_of_name(parsed, told[-1] - 1, told.start)
        if first > told.start:
            cut = Span(content[-1].start, int(parsed.ends[first - 1 - (parsed.words[first - 1] == ",")]))
            return (Span(int(parsed.starts[first]), source[0].end), *source[1:]), (*content[:-1], cut)
    between = range(told.stop, tokens.start) or told[-1:]
    comma = next((t for t in tokens if parsed.words[t] == ","), tokens.start)
    led = len(between) == 1 and parsed.tags[between[0]] == "IN" and int(parsed.heads[between[0]]) in told
    object_ = any(int(parsed.heads[t]) in between and parsed.deps[t] == "pobj" for t in range(tokens.start, comma))
    if led and object_ and comma + 1 < tokens.stop and parsed.tags[comma + 1] in _OPENS_DESCRIPTION:
        whole = Span(content[-1].start, int(parsed.ends[comma - 1]))
        return (Span(int(parsed.starts[comma + 1]), source[0].end), *source[1:]), (*content[:-1], whole)
    return tuple(source), content


def unbroken(parsed: Parsed, source: Sequence[Span], cue: Sequence[Span]) -> tuple[Span, ...]:
    """`source` without what belongs to a sentence before or behind: "according to the UN. | The centre however"."""
    if len(source) != 1 or not cue:
        return tuple(source)
    tokens = parsed.tokens_in(source[0])
    ends = [t for t in tokens[1:] if parsed.words[t - 1][-1] == "." and parsed.words[t] in _OPENS_SENTENCE]
    if not ends:
        return tuple(source)
    if source[0].start > cue[-1].start:
        last = ends[0] - 1
        bare = last - 1 if parsed.words[last] == "." and last > tokens.start else last
        return (Span(source[0].start, int(parsed.ends[bare]) - (bare == last)),)
    return (Span(int(parsed.starts[ends[-1]]), source[0].end),)


def _first_of_name(parsed: Parsed, last: int, least: int) -> int:
    """The first token of the name or phrase that ends at `last`, not before `least`."""
    first = last
    while first > least and parsed.tags[first - 1][:2] in ("NN", "JJ", "DT", "CD") and parsed.words[first - 1] != ",":
        first -= 1
    return first


def _first_of_phrase(parsed: Parsed, tokens: range, least: int) -> int:
    """The first word of the noun phrase that `tokens` end, not before `least`: common words, and a whole name."""
    first = tokens.start
    while (
        first > least
        and parsed.deps[first - 1] in NOUN_PHRASES
        and int(parsed.heads[first - 1]) in range(first, tokens.stop)
    ):
        before = first - 1
        if parsed.tags[before].startswith("NNP"):
            alone = any(e.first == before and e.label in PEOPLES for e in parsed.entities_in(before, first))
            return before if alone else first
        if parsed.tags[before - 1].startswith("NNP") and parsed.tags[before].startswith("NN"):
            return first
        hyphen = parsed.words[before - 1] == "-" and before - 2 > least
        first = before - 2 if hyphen else before
    return first


def chosen(parsed: Parsed, source: Sequence[Span], cue: Sequence[Span]) -> tuple[Span, ...]:
    """The one part of a source in several parts which is the subject of the cue; all, where syntax doesn't tell."""
    if len(source) < 2:  # noqa: PLR2004
        return tuple(source)
    if all(not parsed.text[a.end : b.start].strip(" .") for a, b in pairwise(source)):
        return (Span(source[0].start, source[-1].end),)
    between = [parsed.text[a.end : b.start].lower() for a, b in pairwise(source)]
    relays = (*table("relays")["inflected"]["citing"], *table("relays")["citing"]["phrases"])
    if any(words in part for part in between for words in relays):
        return tuple(source)
    subjects = _subjects(parsed, cue)
    own = [span for span in source if any(subject in parsed.tokens_in(span) for subject in subjects)]
    return tuple(own) if len(own) == 1 else tuple(source)


def unaddressed(parsed: Parsed, source: tuple[Span, ...], cue: Sequence[Span]) -> tuple[Span, ...]:
    """`source` unless it is who is spoken to, the subject of a passive: then who speaks ("told by X"), or nobody."""
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    verb = next((t for t in reversed(tokens) if parsed.tags[t] in PAST), None)
    if verb is None or verb_lemma(parsed.lower[verb]) not in table("cues")["addressing"]["verbs"]:
        return source
    below = {parsed.deps[child] for child in parsed.children[verb]}
    if "auxpass" in below and (by := _agent(parsed, verb)) is not None:
        return source if any(by.meets(span) for span in source) and len(source) == 1 else (by,)
    if not source or parsed.tags[verb] != "VBN":
        return source
    behind = source[0].start > cue[-1].end
    passive = "auxpass" in below and not behind
    passive = passive or (parsed.deps[verb] in PARTICIPIAL_CLAUSES and "aux" not in below)
    return () if passive and below.isdisjoint(("agent", "nsubj")) else source


def _agent(parsed: Parsed, verb: int) -> Span | None:
    """Who does what the passive at `verb` says ("told by a general"), as far as no clause hangs on it."""
    by = next((c for c in parsed.children[verb] if parsed.deps[c] == "agent" and parsed.lower[c] == "by"), None)
    who = None if by is None else next((c for c in parsed.children[by] if parsed.deps[c] == "pobj"), None)
    if who is None or parsed.label_at(who) in TIME_NAMES or parsed.lower[who] in words("cues", "addressing", "means"):
        return None
    cut = {t for c in parsed.children[who] if parsed.deps[c] in ADNOMINAL_CLAUSES for t in parsed.subtree(c)}
    inside = [t for t in parsed.subtree(who) if t not in cut]
    return parsed.span(inside[0], inside[-1] + 1) if inside[-1] - inside[0] + 1 == len(inside) else None


def subject(parsed: Parsed, source: tuple[Span, ...], cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """`source`, or where the reader found none the subject of the cue, or of the verb that the cue is joined to."""
    verb = next((t for span in cue for t in parsed.tokens_in(span) if parsed.tags[t] in FINITE_VERBS), None)
    if source or verb is None or any(parsed.deps[c] == "auxpass" for c in parsed.children[verb]):
        return source
    first = int(parsed.heads[verb]) if parsed.deps[verb] == "conj" else verb
    own = next((c for at in (verb, first) for c in parsed.children[at] if parsed.deps[c] == "nsubj"), None)
    if own is None or parsed.lower[own] in EMPTY:
        return source
    below = parsed.subtree(own)
    found = parsed.span(min(below), max(below) + 1)
    return () if any(found.meets(span) for span in (*cue, *content)) else (found,)


def _subjects(parsed: Parsed, cue: Sequence[Span]) -> list[int]:
    """The subjects of the cue's words, else of the verbs that these hang on; no relative pronouns."""
    found: list[int] = []
    for token in (token for span in cue for token in parsed.tokens_in(span)):
        verb = token
        while not (own := [c for c in parsed.children[verb] if parsed.deps[c] == "nsubj"]):
            if parsed.deps[verb] not in SHARING or int(parsed.heads[verb]) == verb:
                break
            verb = int(parsed.heads[verb])
        found += [subject for subject in own if not parsed.tags[subject].startswith("W")]
    return found


def apposed(
    parsed: Parsed, source: tuple[Span, ...], content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content where the content begins with the source's own name: "according to his wife, | Ama, he fell".

    The source ends in a common noun, and the name stands between two commas.
    """
    if not source or not content or parsed.text[source[-1].end : content[0].start].strip() != ",":
        return source, content
    noun, tokens = parsed.tokens_in(source[-1]), parsed.tokens_in(content[0])
    if not noun or not tokens or parsed.tags[noun[-1]] != "NN":
        return source, content
    end = tokens.start
    while end < tokens.stop and parsed.tags[end] == "NNP":
        end += 1
    if end == tokens.start or end + 1 >= tokens.stop or parsed.words[end] != ",":
        return source, content
    first = Span(source[-1].start, int(parsed.ends[end - 1]))
    return (*source[:-1], first), (Span(int(parsed.starts[end + 1]), content[0].end), *content[1:])


def _after_a_date(parsed: Parsed, span: Span) -> Span:
    tokens = parsed.tokens_in(span)
    for entity in parsed.entities_in(tokens.start, tokens.start + 1) if tokens else ():
        if entity.label in TIME_NAMES and entity.first < tokens.start and entity.last < tokens.stop:
            return Span(int(parsed.starts[entity.last]), span.end)
    return span


def _before_a_date(parsed: Parsed, span: Span) -> Span:
    tokens = parsed.tokens_in(span)
    for entity in parsed.entities_in(tokens.stop - 1, tokens.stop) if tokens else ():
        before = entity.first - 1
        if entity.label not in TIME_NAMES or entity.last < tokens.stop or before <= tokens.start:
            continue
        if parsed.lower[before] in _BEFORE_A_DAY and parsed.tags[before - 1][:2] == "NN":
            return Span(span.start, int(parsed.ends[before - 1]))
        told = any(
            parsed.tags[int(parsed.heads[t])][:2] == "VB" and int(parsed.heads[t]) in tokens for t in _words(entity)
        )
        if not told and (parsed.tags[before][:2] == "NN" or parsed.words[before] == ","):
            return Span(span.start, int(parsed.ends[before - (parsed.words[before] == ",")]))
    return span


def _words(entity: Entity) -> range:
    return range(entity.first, entity.last)


def is_share(parsed: Parsed, source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether a bare share is for or against something ("54 percent supported it"): a count of some, and no words.

    Shares that say something ("54 percent said that") speak for those who were asked.
    """
    tokens = [token for span in source for token in parsed.tokens_in(span)]
    shared = any(parsed.lower[token] in SHARES for token in tokens)
    bare = shared and all(parsed.tags[t] == "CD" or parsed.lower[t] in SHARE_WORDS for t in tokens)
    return bare and bool(cue) and sense_of(parsed, cue).act in ("praise", "deny")
