"""Finds the media that were told a row's words, that carried them or held their occasion, and who passed them on.

Stands alone because each of these is a construction of its own beside the cue, and a chain only puts them in order.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import FINITE_VERBS, SUBJECTS
from sayso.resolve.ground import described
from sayso.resolve.terms import noun_class, singular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.resolve.entities import Entity
    from sayso.resolve.ground import Ground
    from sayso.resolve.media import Medium

REACH = 8
"""How many tokens lie at most between "interview" or "carried" and the medium."""
NEAR = 5
CLIMB = 12
"""How many steps of the syntax are followed from the cue up to a verb."""
AFTER_CUE = frozenset({"PRP", "RB", "NNP", ",", "''"})
"""What may stand between the cue and "on": whom it was told, when, the end of a quotation."""
OWNERS = words("function_words", "determiners", "owners")
STOPS = frozenset({";", ":", ".", "(", ")"})


def carriers(ground: Ground) -> Iterator[Entity]:
    """The media that were told, or that carried, published or held the occasion of the words, in text order."""
    seen: set[int] = set()
    here = set(ground.tokens)
    for token in ground.tokens:
        medium = ground.media.at.get(token)
        if medium is None or medium.first in seen:
            continue
        seen.add(medium.first)
        if medium.entity is None or (medium.last - 1) not in here or _own_medium(ground, medium):
            continue
        if ground.source.issuperset(range(medium.first, medium.last)):
            found = _reached_within(ground, medium)
        else:
            found = _reached(ground, medium) or _passes_on(ground, medium) or _by_its_account(ground, medium)
        if found:
            yield medium.entity
    yield from _hearsay(ground, here)


def _own_medium(ground: Ground, medium: Medium) -> bool:
    """Whether it is the speaker's own ("its own station"), or only whose something is ("the daily's account")."""
    parsed = ground.parsed
    if any(parsed.lower[t] in OWNERS for t in range(medium.first, medium.last)):
        return True
    after = medium.last
    if after + 1 < len(parsed) and parsed.tags[after] == "POS":
        return singular(parsed.lower[after + 1]) not in words("media", "people")
    return False


def _reached_within(ground: Ground, medium: Medium) -> bool:
    """Whether the source itself says that the medium was told or carried it: "a note published by the weekly"."""
    lead = [token for token in _lead(ground, medium) if token in ground.source]
    if ground.anchor is None or not any(ground.parsed.tags[token][:2] == "VB" for token in lead[:NEAR]):
        return False
    return _reached(ground, medium)


def _reached(ground: Ground, medium: Medium) -> bool:
    """Whether the words before the medium say that it was told, that it carried the words or held their occasion."""
    lead = _lead(ground, medium)
    says = [ground.parsed.lower[t] for t in lead]
    if not lead or not (medium.sure or words("relays", "printing").intersection(says[:NEAR])):
        return False
    if says[0] in words("relays", "inflected", "tell"):
        return not ground.others(lead[0]) and not _asked_of(ground)
    if says[0] in {"by", "to"}:
        return (_by if says[0] == "by" else _to)(ground, lead, says)
    return says[0] in words("relays", "ways") or _occasion(ground, lead, says)


def _lead(ground: Ground, medium: Medium) -> list[int]:
    """The tokens before the medium, the nearest first, past its reporter, its viewers or its air."""
    parsed = ground.parsed
    at = medium.first - 1
    first = parsed.sentence_tokens(parsed.sentence[medium.first]).start
    people = words("media", "people") | words("media", "carriers")
    for _ in range(3):
        if at <= first or parsed.lower[at] not in words("function_words", "prepositions", "media"):
            break
        if not people.intersection({parsed.lower[at - 1], parsed.lower[at - 1].removesuffix("s")}):
            break
        at -= 2
        while at > first and (
            parsed.tags[at] in {"DT", "JJ", "PRP$", "CD"} or parsed.deps[at] in {"det", "amod", "compound"}
        ):
            at -= 1
    lead = []
    for token in range(at, max(first - 1, at - REACH), -1):
        if parsed.words[token] in STOPS:
            break
        lead.append(token)
    return lead


def _asked_of(ground: Ground) -> bool:
    """Whether the medium is whom the speaker asks to do something ("told the paper to apologise")."""
    content = ground.row.content
    return content.text.lower().startswith("to ") and ground.row.mode == "indirect"


def _by(ground: Ground, lead: list[int], says: list[str]) -> bool:
    """After "carried by", "as quoted by", "reached by"."""
    done = words("relays", "inflected", "carry") | words("relays", "inflected", "ask")
    return any(
        word in done and not ground.others(token) for token, word in zip(lead[1:NEAR], says[1:NEAR], strict=True)
    )


def _to(ground: Ground, lead: list[int], says: list[str]) -> bool:
    """After "said to", "leaked to", "in a message to": a verb of saying or giving, or its noun, soon before."""
    if _asked_of(ground) and lead[1:2] and lead[1] in ground.cue:
        return False
    handed = words("relays", "inflected", "to") | words("relays", "inflected", "hand")
    for token, word in zip(lead[1:], says[1:], strict=True):
        if word == ",":
            return False
        if token in ground.cue:
            return True
        if ground.others(token):
            return False
        if word in handed or word in words("relays", "occasions", "nouns"):
            return not _of_another(ground, token)
    return False


def _occasion(ground: Ground, lead: list[int], says: list[str]) -> bool:
    """After "in an interview with", "speaking on", "in remarks published in"."""
    if says[0] not in words("relays", "occasions", "prepositions") or lead[0] in ground.cue or len(lead) == 1:
        return False
    token, word = lead[1], says[1]
    if ground.others(token) or _of_another(ground, token):
        return False
    published = (
        words("relays", "inflected", "carry")
        - words("relays", "inflected", "quote")
        - words("relays", "inflected", "unprinted")
    )
    speaking = words("relays", "inflected", "to") | words("relays", "inflected", "heard")
    if word in published | speaking or (says[0] == "in" and token in ground.cue):
        return True
    if says[0] == "on" and (token in ground.cue | ground.source or ground.parsed.tags[token] in AFTER_CUE):
        return ground.row.cue is not None
    nouns = words("relays", "occasions", "nouns")
    return any(singular(w) in nouns or w in nouns for w in says[1:4])


def _of_another(ground: Ground, verb: int) -> bool:
    """Whether the word is a verb with a subject of its own that is not the source: somebody else does it."""
    parsed = ground.parsed
    for _ in range(CLIMB):
        if parsed.tags[verb] in FINITE_VERBS or verb in ground.cue or int(parsed.heads[verb]) == verb:
            break
        if any(parsed.deps[c] in SUBJECTS for c in parsed.children[verb]):
            break
        verb = int(parsed.heads[verb])
    if verb in ground.cue:
        return False
    subject = next((c for c in parsed.children[verb] if parsed.deps[c] in SUBJECTS and parsed.tags[c][0] != "W"), None)
    if subject is None or subject in ground.source:
        return False
    who = ground.at(subject)
    return who is None or who is not ground.walk.sources[ground.index]


def _passes_on(ground: Ground, medium: Medium) -> bool:
    """Whether the medium does it itself: "the portal quotes her", "it published a letter in which", "it reported"."""
    parsed = ground.parsed
    verb = _verb_of(ground, medium)
    if verb is None or verb not in ground.tokens or ground.others(verb) or ground.anchor is None:
        return False
    base = parsed.lower[verb]
    if verb in ground.cue:
        return not ground.source.intersection(range(medium.first, medium.last))
    if not (base in _carrying() or base in _reporting()):
        return False
    under = ground.anchor
    for _ in range(CLIMB):
        if under == verb:
            return True
        if int(parsed.heads[under]) == under:
            break
        under = int(parsed.heads[under])
    return base in _reporting() and _in_parenthesis(ground, verb, medium)


def _in_parenthesis(ground: Ground, verb: int, medium: Medium) -> bool:
    """Whether medium and verb stand after a comma and nothing follows them but the clause's end or another comma."""
    parsed = ground.parsed
    first, last = min(medium.first, verb), max(medium.last - 1, verb)
    return parsed.words[first - 1] in {",", "”", '"', "»"} and parsed.words[min(last + 1, len(parsed) - 1)] in {
        ",",
        ".",
        ";",
    }


def _verb_of(ground: Ground, medium: Medium) -> int | None:
    """The verb of which the medium is the subject, by the syntax or by standing right beside it."""
    parsed = ground.parsed
    for token in range(medium.first, medium.last):
        head = int(parsed.heads[token])
        if parsed.deps[token] in SUBJECTS and parsed.tags[head][:2] == "VB":
            return None if parsed.deps[token] == "nsubjpass" else head
    after = medium.last
    if after < len(parsed) and parsed.tags[after] in {"VBZ", "VBD"}:
        return after
    for before in (medium.first - 1, medium.first - 2):
        if before > 0 and parsed.tags[before] in {"VBZ", "VBD"} and parsed.lower[before] in _reporting() | _carrying():
            return before
    return None


@cache
def _carrying() -> frozenset[str]:
    bases = words("relays", "verbs", "carry") | words("relays", "verbs", "quote")
    forms = frozenset(form for base in bases for form in (base, f"{base}s", f"{base}es"))
    return forms | words("relays", "inflected", "carry") | words("relays", "inflected", "quote")


@cache
def _reporting() -> frozenset[str]:
    return words("relays", "inflected", "report") | words("relays", "inflected", "quote")


def _by_its_account(ground: Ground, medium: Medium) -> bool:
    """After "according to" or "per" where no other row has these words for its cue."""
    lower = ground.parsed.lower
    first = medium.first
    if first > 1 and lower[first - 2 : first] == ("according", "to"):
        return not (first - 2 in ground.cues or first - 1 in ground.cues)
    return first > 0 and lower[first - 1] == "per" and first - 1 not in ground.cues


def _hearsay(ground: Ground, here: set[int]) -> Iterator[Entity]:
    """Persons through whom it came: "is said by a porter to have sworn", "relays, via the priest, that"."""
    parsed = ground.parsed
    for token in ground.tokens:
        word = parsed.lower[token]
        verb = int(parsed.heads[token])
        said = (
            word == "by" and parsed.lower[verb] in words("relays", "inflected", "hearsay") and not ground.others(verb)
        )
        passive = any(parsed.deps[c] == "auxpass" for c in parsed.children[verb])
        if not (word == "via" or (said and (passive or int(parsed.heads[verb]) in ground.source))):
            continue
        for child in parsed.children[token]:
            if child > token and child in here and child not in ground.media.at and child not in ground.source:
                known = ground.at(child) or described(ground, child)
                if known is not None and (said or known.named or noun_class(known.noun) == "person"):
                    yield known
