"""Reads a number that somebody only says: "The ministry says 30", "the prosecutor put it at 47".

Stands alone because its noun is never who says it, but what another voice has just counted, if anything is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import UP
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

VOICES = {name: frozenset(some) for name, some in table("figures")["voices"].items()}
PLAIN = SUBJECTS | AUXILIARIES | {"advmod", "punct", "mark", "cc", "prt"}
ENDS = frozenset((".", ";", ",", "!", "”", '"', ")"))
BACK = 8
"""So many figures back what is counted may stand."""


def voice(parsed: Parsed, tokens: range) -> int | None:
    """The verb with which somebody says the number in `tokens`, and names nothing that it counts; null for none."""
    at = tokens[-1]
    for _ in range(UP):
        if int(parsed.heads[at]) not in tokens or int(parsed.heads[at]) == at:
            break
        at = int(parsed.heads[at])
    dep, head = parsed.deps[at], int(parsed.heads[at])
    if dep == "pobj":
        verb = int(parsed.heads[head])
        return verb if _says_of(parsed, verb, head) else None
    told = dep in ("dobj", "ccomp", "npadvmod") and lemma(parsed.lower[head], "verb") in VOICES["saying"]
    return head if told and parsed.tags[head].startswith("VB") else None


def _says_of(parsed: Parsed, verb: int, preposition: int) -> bool:
    """Whether it is "spoke of" or "put it at", "put the figure at", and the thing put stands for what was counted."""
    word, lead = lemma(parsed.lower[verb], "verb"), parsed.lower[preposition]
    if not parsed.tags[verb].startswith("VB"):
        return False
    things = [c for c in children(parsed, verb) if parsed.deps[c] == "dobj"]
    if word in VOICES["speaking"] and not things:
        return lead == "of"
    stands = bool(things) and all(_stands_alone(parsed, c) for c in things)
    return word in VOICES["putting"] and lead == "at" and stands


def _stands_alone(parsed: Parsed, thing: int) -> bool:
    """Whether it says nothing of what is counted: "it", "the figure", "the number" without "of"."""
    bare = not any(parsed.deps[c] not in ("det", "punct") for c in children(parsed, thing))
    return parsed.lower[thing] in VOICES["standing"] and bare


def says_nothing(parsed: Parsed, noun: int) -> bool:
    """Whether the noun of a clause is who says it, or stands for whatever was counted."""
    return parsed.deps[noun] in SUBJECTS or parsed.lower[noun] in VOICES["standing"]


def told_before(parsed: Parsed, drafts: Sequence[Draft], index: int) -> Draft | None:
    """The one figure of the clause or sentence before whose number figure `index` tells otherwise; null for none."""
    draft = drafts[index]
    verb = voice(parsed, draft.tokens)
    if verb is None or not _says_no_more(parsed, draft, verb):
        return None
    found = [
        other
        for other in drafts[max(0, index - BACK) : index]
        if other.countable
        and draft.sentence - other.sentence <= 1
        and parsed.paragraph[other.tokens[0]] == parsed.paragraph[verb]
    ]
    found = [other for other in found if other.sentence == draft.sentence] or found
    return found[0] if len(found) == 1 and not found[0].measures and found[0].unit is not None else None


def _says_no_more(parsed: Parsed, draft: Draft, verb: int) -> bool:
    """Whether the clause has only who says it, the verb and the number, and ends there."""
    own = range(verb + 1, draft.tokens[-1] + 1)
    more = (c for c in children(parsed, verb) if parsed.deps[c] not in PLAIN and c not in own)
    within = parsed.deps[verb] in ("advcl", "conj", "ccomp")  # "said 15 had died, while the ministry said 30"
    last = draft.last >= len(parsed) or parsed.paragraph[draft.last] != parsed.paragraph[verb]
    ends = last or parsed.words[draft.last] in ENDS
    apart = (c for c in more if parsed.deps[c] != "ccomp" or c > verb)  # "said 15 had died; the ministry said 30"
    return ends and not any(not within or c > verb for c in apart)


def is_range_of_accounts(parsed: Parsed, noun: int) -> bool:
    """Whether "estimates range from 30 to 40": what is estimated is counted, and not how many estimates there are."""
    ranging = lemma(parsed.lower[int(parsed.heads[noun])], "verb") in VOICES["ranging"]
    return ranging and lemma(parsed.lower[noun], "noun") in VOICES["accounts"]
