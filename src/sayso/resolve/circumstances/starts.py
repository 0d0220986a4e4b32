"""Tells of a date whether it is a start from which something is counted, or with which it is only compared.

Stands alone because a start is no day on which a thing was said, and both who counts and who speaks must know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import ADNOMINAL_CLAUSES, AUXILIARIES, FINITE, NOUNS, SPECIFIERS, SUPERLATIVES
from sayso.resolve.circumstances.places import events

if TYPE_CHECKING:
    from sayso.stages import Parsed

STEPS = 8
MOST = 16
"""How many tokens before a start are looked at for what it is compared with."""


def lead(parsed: Parsed, token: int) -> str:
    """The preposition of time right before `token` (or at it, where the date's words begin with it)."""
    for end in (token, token + 1):
        for size in (2, 1):
            phrase = " ".join(parsed.lower[max(0, end - size) : end])
            if phrase in words("relays", "times"):
                return phrase
    return ""


def began(parsed: Parsed, token: int) -> int | None:
    """The token by which "since" hangs on its clause, where a date tells its start ("since war began in 2011")."""
    at = token
    for _ in range(STEPS):
        head = int(parsed.heads[at])
        if head == at:
            return None
        at = head
        if parsed.lower[at] in words("relays", "times", "since"):
            return at
        if parsed.tags[at][:2] == "VB":
            below = (parsed.lower[c] for c in parsed.children[at] if c < token)
            return at if any(word in words("relays", "times", "since") for word in below) else None
    return None


def is_passed(parsed: Parsed, tokens: range) -> bool:
    """Whether what is told was not on the date at `tokens`, but from it on, or before or after it."""
    led = lead(parsed, tokens[0])
    other = words("relays", "times", "since") | words("relays", "times", "beside")
    return led in other or (not led and began(parsed, tokens[-1]) is not None)


def compares(parsed: Parsed, token: int, counted: range) -> bool:
    """Whether a start is that of a comparison and of no count: "the largest since 2009", "the first deaths since May".

    `token` is the one by which the start hangs, `counted` are those of the figure.
    """
    starts = words("relays", "times", "since")
    low = parsed.sentence_tokens(parsed.sentence[token]).start
    since = next((at for at in range(token, max(low, token - MOST) - 1, -1) if parsed.lower[at] in starts), token)
    if _is_unseen(parsed, since):
        return True
    for at in range(since - 1, max(low, since - MOST) - 1, -1):
        if at in counted or _ends(parsed, at, since):
            break
        if _singles_out(parsed, at) and (not _counts_on(parsed, since) or _is_event(parsed, _noun_of(parsed, at))):
            return True
        if parsed.lower[at] == "any" and "than" in parsed.lower[max(low, at - 2) : at]:  # "more than on any day since"
            return True
    return False


def _is_unseen(parsed: Parsed, since: int) -> bool:
    """Whether something is told not to have been before: "never since May", "levels not seen since May"."""
    before = parsed.lower[max(0, since - 2) : since]
    never = words("circumstances", "starts", "never")
    if before[-1:] and before[-1] in never:
        return True
    noun = len(before) > 1 and before[0] in never and parsed.tags[since - 1] == "VBN"
    return noun and since > 2 and parsed.tags[since - 3][:2] in ("NN", "JJ")  # noqa: PLR2004 (noun, "not", "seen")


def _ends(parsed: Parsed, at: int, since: int) -> bool:
    """Whether the words before a start begin behind `at`: it is a clause's verb, or joins clauses."""
    verb = int(parsed.heads[at]) if parsed.deps[at] in AUXILIARIES else at
    finite = parsed.tags[at] in FINITE and parsed.deps[verb] not in ADNOMINAL_CLAUSES
    return finite or parsed.lower[at] in (";", ":") or (parsed.tags[at] == "CC" and at == since - 1)


def _singles_out(parsed: Parsed, at: int) -> bool:
    """Whether a word makes one of many the greatest, the first or the only: "the worst attack", "the fifth"."""
    low, before = parsed.lower[at], parsed.lower[at - 1] if at else ""
    if parsed.tags[at] in SUPERLATIVES:
        after = parsed.lower[at + 1] if at + 1 < len(parsed) else ""
        return before != "at" and (low != "most" or (before == "the" and after != "of"))
    if low == "other":
        return before == "no"
    ordinal = parsed.label_at(at) == "ORDINAL" and parsed.tags[at] == "JJ"
    led = parsed.tags[at - 1] in SPECIFIERS if at else False
    return (
        ordinal
        or low in words("circumstances", "starts", "unlike")
        or (led and low in words("circumstances", "starts", "one"))
    )


def _noun_of(parsed: Parsed, at: int) -> int:
    """The noun that a word stands with, or the word itself."""
    for _ in range(STEPS):
        above = int(parsed.heads[at])
        if parsed.tags[at] in NOUNS or above == at or (parsed.tags[above][:2] in ("IN", "VB") and above < at):
            break
        at = above
    return at


def _counts_on(parsed: Parsed, since: int) -> bool:
    """Whether the verb that a start hangs by is in the perfect, which itself counts on from a start."""
    at = since
    for _ in range(STEPS):
        above = int(parsed.heads[at])
        marked = parsed.deps[at] == "mark" or parsed.deps[at] == "advmod"
        at = int(parsed.heads[above]) if marked else above
        if parsed.tags[at][:2] == "VB" or int(parsed.heads[at]) == at:
            break
    own = parsed.deps[at] not in ADNOMINAL_CLAUSES  # "the only ship to have sailed since May"
    return own and any(
        parsed.lower[c] in words("function_words", "auxiliaries", "perfect") for c in parsed.children[at]
    )


def _is_event(parsed: Parsed, noun: int) -> bool:
    """Whether a noun names what happens, a toll or a stretch of time, or is no noun at all: "the worst since May"."""
    word = lemma(parsed.lower[noun], "noun")
    known = word in table("dates")["units"] or word in words("circumstances", "running", "totals") or word in events()
    return known or parsed.tags[noun] not in NOUNS
