"""Tells rows that nobody asserts: reports that their own sentence calls false, headlines whose subject is only told.

Stands alone because both look like attributions to a reader of words: a noun or verb of saying with somebody before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Span
    from sayso.stages import Parsed

TELLING = frozenset(("VBN", "VBD"))


def is_refuted(parsed: Parsed, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the cue is a noun of which its own clause says that it is false ("reports of a retreat are untrue").

    Where the noun has an owner ("the army's reports", "claims by the army") that is who said so, false or not.
    """
    for token in _tokens(parsed, cue):
        verb = int(parsed.heads[token])
        told = lemma(parsed.lower[token], "noun") in words("silences", "refuted", "nouns")
        if not told or parsed.deps[token] != "nsubj" or not parsed.tags[token].startswith("NN"):
            continue
        below = set(parsed.subtree(token))
        if _calls_false(parsed, verb) and not any(owner in below for owner in _tokens(parsed, source)):
            return True
    return _goes_on_false(parsed, source, cue, content)


def _goes_on_false(parsed: Parsed, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """The same by the order of words, where the noun was taken for a verb ("and claims that he fled are baseless")."""
    nouns, told, owners = _tokens(parsed, cue), _tokens(parsed, content), _tokens(parsed, source)
    if not nouns or not told or nouns[-1] > told[0]:
        return False
    if lemma(parsed.lower[nouns[0]], "noun") not in words("silences", "refuted", "nouns"):
        return False
    owned = any(nouns[0] - 1 <= owner <= told[0] for owner in owners) or parsed.lower[nouns[-1]] == "to"
    verb = told[-1] + 1
    if (
        owned
        or verb + 2 >= len(parsed)
        or lemma(parsed.lower[verb], "verb") not in words("silences", "refuted", "verbs")
    ):
        return False
    negated = parsed.deps[verb + 1] == "neg"
    return parsed.lower[verb + 1 + negated] in words("silences", "refuted", "true" if negated else "false")


def _calls_false(parsed: Parsed, verb: int) -> bool:
    """Whether "is false" or "is not true" is said at a verb."""
    if lemma(parsed.lower[verb], "verb") not in words("silences", "refuted", "verbs"):
        return False
    children = parsed.children[verb]
    negated = any(parsed.deps[c] == "neg" for c in children)
    said = [parsed.lower[c] for c in children if parsed.deps[c] in {"acomp", "attr", "oprd"}]
    return any(word in words("silences", "refuted", "true" if negated else "false") for word in said)


def is_told(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a headline's participle says that its subject is told to do something ("Residents told to leave")."""
    after = list(_tokens(parsed, content))[:2]
    leads = any(parsed.tags[token] == "TO" for token in (*_tokens(parsed, cue), *after))
    return leads and _told_verb(parsed, cue, "to") is not None


def is_told_of(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a headline's participle says of what its subject was told ("Commander notified of suspicion")."""
    verb = _told_verb(parsed, cue, "of")
    if verb is None or verb + 1 >= len(parsed) or not content:
        return False
    return parsed.lower[verb + 1] in words("silences", "told", "joining")


def _told_verb(parsed: Parsed, cue: Sequence[Span], way: str) -> int | None:
    """The participle that a headline's cue is, where nobody stands behind it who is told."""
    tokens = list(_tokens(parsed, cue))
    verb = tokens[0] if tokens else None
    if verb is None or parsed.cleaned.paragraphs[int(parsed.paragraph[verb])].kind != "headline":
        return None
    if parsed.tags[verb] not in TELLING or lemma(parsed.lower[verb], "verb") not in words("silences", "told", way):
        return None
    after = verb + 1 < len(parsed) and parsed.lower[verb + 1] in words("silences", "told", "joining")
    return verb if after else None


def _tokens(parsed: Parsed, spans: Sequence[Span]) -> list[int]:
    return [token for span in spans for token in parsed.tokens_in(span)]
