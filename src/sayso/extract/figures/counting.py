"""Decides from syntax what a figure counts: killed, wounded, detained, trucks, strikes and the rest of the vocabulary.

Stands alone because the vocabulary is data (``counted.toml``), and this is the only place that asks how a number hangs
on the verbs, nouns and adjectives of that vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.joint import JOINT, is_joint, joined_behind, of_others
from sayso.extract.figures.nouns import LIGHT, UP, singular
from sayso.extract.figures.of_kinds import at_work, is_feared, is_fired, is_state, of_kind
from sayso.extract.figures.right_behind import closing, has_object, right_behind
from sayso.extract.figures.totals import of_act, of_total, stated
from sayso.extract.figures.tree import children
from sayso.extract.figures.unreal import unreal
from sayso.extract.figures.vocabulary import (
    ADJECTIVES,
    ADVERBS,
    AGENTS,
    AUXILIARY_WORDS,
    HEDGING,
    NOUN_WORDS,
    OF_PERSONS,
    OF_THINGS,
    PARTICIPLES,
    PATIENTS,
    PHRASAL,
    RANK,
    REFLEXIVE,
    of_word,
)
from sayso.extract.flying import flies
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import ADNOMINALS, AUXILIARIES, NOUN_PHRASES, NOUNS, PARTICIPLES_AS_TAGGED, PAST, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.figures.nouns import Noun
    from sayso.stages import Parsed

OBJECTS = frozenset(("dobj", "dative", "attr", "oprd", "ccomp", "npadvmod"))
FRAMES = words("figures", "prepositions", "framing")
BESIDES = tuple(map(tuple, table("figures")["joining"]["besides"]))
"""Words behind which the counted ones share what befell others: "22 pupils were killed along with six teachers"."""
REACHING = frozenset(
    ("prep", "dative", "advmod", "xcomp", "prt", "dobj", "agent", "acomp", "oprd", "ccomp", "amod", "advcl")
)
AFTER = 5
DOWNED = "shot down"
DEEP = 3
"""So many verbs joined to verbs are followed."""


def counted(parsed: Parsed, tokens: range, noun: Noun | None, *, person: bool, last: int) -> str | None:
    """The entry of the vocabulary that the number in `tokens` counts; null where syntax shows none.

    `person` says whether people are counted or the number stands alone, `last` is the token after the quantity.
    """
    put = stated(parsed, tokens[0]) if noun is None else None
    if noun is None and put is None and (ends := closing(parsed, last)) is not None:
        return ends
    told = [put] if put is not None else list(_candidates(parsed, tokens, noun, last))
    found = set(told)
    if noun is not None and not is_fired(parsed, noun.head):
        found.discard(NOUN_WORDS.get(_lemma(parsed, noun), ""))
    # Whose lives are counted are people, whatever befell them.
    person = person or (noun is not None and _lemma(parsed, noun) in words("figures", "people", "lives"))
    if person and JOINT in found and {"killed", "wounded"} <= found:
        return JOINT
    if "hospitalised" in found:
        found.discard("released")  # "treated and released"
    if {"missing", "killed"} <= found and is_feared(parsed, last):
        found.discard("killed")
    if DOWNED in found and (noun is None or flies(parsed, noun.head)):
        found.discard("shot")
        person = person and noun is None
    elif DOWNED in found:
        found.discard(DOWNED)
    if noun is None and OF_PERSONS.isdisjoint(found) and not found.isdisjoint(OF_THINGS):
        person = False
    if noun is not None and noun.last > noun.head + 1:  # "hundreds of deaths and injuries"
        both = {NOUN_WORDS.get(singular(parsed.lower[at])) for at in (noun.head, noun.last - 1)}
        if both == {"killed", "wounded"}:
            return JOINT
    fitting = [
        name
        for name in found
        if (name in OF_PERSONS) == person or (noun is not None and NOUN_WORDS.get(_lemma(parsed, noun)) == name)
    ]
    if noun is not None and len(fitting) > 1 and is_state(state := _lemma(parsed, noun)):
        fitting = [name for name in fitting if name != NOUN_WORDS[state] or told.count(name) > 1]
    return max(fitting, key=lambda name: (RANK[name], name), default=None)


def _lemma(parsed: Parsed, noun: Noun) -> str:
    return singular(parsed.lower[noun.head]) if not _hyphened(parsed, noun.head) else ""


def _hyphened(parsed: Parsed, token: int) -> bool:
    """Whether a hyphen makes the word part of another ("narrow-bodies")."""
    return token > 1 and parsed.words[token - 1] == "-" and parsed.ends[token - 1] == parsed.starts[token]


def _candidates(parsed: Parsed, tokens: range, noun: Noun | None, last: int) -> Iterator[str]:
    role = _role(parsed, tokens, last)
    if noun is not None:
        yield from _of_noun(parsed, noun)
        yield from _of_modifiers(parsed, noun.head)
    adverb = parsed.lower[last] if last < len(parsed) else ""
    if adverb in ADVERBS:
        yield ADVERBS[adverb]
    if noun is None or role != noun.head:
        yield from _of_modifiers(parsed, role)
    if parsed.deps[role] == "pobj" and noun is not None and not noun.direct:
        role = _role(parsed, tokens, tokens[-1] + 1)
    total = role
    role = _unframed(parsed, role, tokens)
    own = set(right_behind(parsed, tokens, last))
    if noun is not None:
        yield from of_kind(parsed, _lemma(parsed, noun), role)
    begins = own and parsed.lower[last] in AUXILIARY_WORDS and int(parsed.heads[role]) < tokens[0]
    if not begins and not (own and parsed.deps[role] in OBJECTS and parsed.lower[last] in PARTICIPLES):
        yield from _of_clause(parsed, role)
        if not own:
            yield from _before(parsed, tokens)
    yield from own
    yield from of_total(parsed, total, tokens)


def _role(parsed: Parsed, tokens: range, last: int) -> int:
    """The token that stands for the counted ones in their clause: the noun, or the number where it has none."""
    at = tokens[-1]
    for _ in range(UP):
        head = int(parsed.heads[at])
        if (parsed.deps[at] in NOUN_PHRASES | {"quantmod"} and tokens[0] <= head < last) or (
            parsed.deps[at] in ("pobj", "prep", "conj") and tokens[0] <= head <= tokens[-1]
        ):
            at = head
        else:
            return at
    return at


def _unframed(parsed: Parsed, role: int, tokens: range) -> int:
    """Past what only frames the number: "a total of 33 people died", "between 500 and 1,300 people died"."""
    preposition = int(parsed.heads[role])
    if parsed.deps[role] != "pobj":
        return role
    noun = int(parsed.heads[preposition])
    if parsed.lower[preposition] == "of" and singular(parsed.lower[noun]) in LIGHT and noun < tokens[0]:
        return noun
    return preposition if preposition == tokens[0] - 1 and parsed.lower[preposition] in FRAMES else role


def _before(parsed: Parsed, tokens: range) -> Iterator[str]:
    """The verb right before a number that the parser gave to another clause: "jets killed 60 people trying to flee"."""
    at = tokens[0] - 1
    while (
        at >= 0
        and at > tokens[0] - AFTER
        and parsed.tags[at] in ("RB", "RBR", "RBS", "JJR", "JJS", "IN", "DT")
        and parsed.lower[at] in HEDGING
    ):
        at -= 1
    if at >= 0 and parsed.tags[at] in ("VBD", "VBG", "VBZ", "VBP", "VB") and not unreal(parsed, at):
        name = PATIENTS.get(lemma(parsed.lower[at], "verb"))
        if name is not None and not parsed.lower[at].startswith("hurt"):
            yield name


def _of_noun(parsed: Parsed, noun: Noun) -> Iterator[str]:
    head = _lemma(parsed, noun)
    for first in range(noun.core, noun.head + 1):
        words = " ".join([*parsed.lower[first : noun.head], head])
        if words in NOUN_WORDS:
            yield NOUN_WORDS[words]
            return
    for at in range(noun.first, noun.head):
        yield from of_word(parsed, at)


def _of_modifiers(parsed: Parsed, role: int) -> Iterator[str]:
    for child in children(parsed, role):
        dep = parsed.deps[child]
        if dep in ("amod", "acl", "acomp", "oprd") and child > role and not _has_number(parsed, child):
            yield from of_word(parsed, child)
            if parsed.tags[child] == "VBG" and (dying := AGENTS.get(lemma(parsed.lower[child], "verb"))):
                yield dying
            yield from _phrasal(parsed, child)
            yield from _conjuncts(parsed, child, passive=True)
        elif dep == "relcl" and not _of_some(parsed, child):
            yield from _as_subject(parsed, child, passive=_is_passive(parsed, child))
        elif dep == "prep" and child > role:
            if not at_work(parsed, role):
                yield from _phrasal(parsed, child)
            yield from _among(parsed, child)


def _of_some(parsed: Parsed, verb: int) -> bool:
    """Whether a relative clause tells of so many of those before it ("12 missiles, of which nine were downed")."""
    return any(parsed.deps[c] in SUBJECTS and parsed.tags[c] == "CD" for c in children(parsed, verb))


def _has_number(parsed: Parsed, word: int) -> bool:
    """Whether a word after the counted ones has a number of its own ("four people injured and one dead")."""
    return any(parsed.tags[c] == "CD" and c < word for c in children(parsed, word))


def _among(parsed: Parsed, preposition: int) -> Iterator[str]:
    """What those are among whom the counted ones are: "11 children among the dead", "among those killed"."""
    if parsed.lower[preposition] != "among":
        return
    for inner in children(parsed, preposition):
        yield from (words[parsed.lower[inner]] for words in (NOUN_WORDS, ADJECTIVES) if parsed.lower[inner] in words)
        for child in children(parsed, inner):
            yield from of_word(parsed, child)


def _is_passive(parsed: Parsed, verb: int) -> bool:
    deps = [parsed.deps[c] for c in children(parsed, verb)]
    return "nsubjpass" in deps or "auxpass" in deps


def _of_clause(parsed: Parsed, role: int) -> Iterator[str]:
    """What the clause says whose subject or object the counted ones are."""
    at = role
    for _ in range(UP):
        dep, head = parsed.deps[at], int(parsed.heads[at])
        if dep != "conj" or (parsed.tags[head] not in NOUNS and parsed.tags[head] != "CD"):
            break
        if _has_own(parsed, at):
            return
        at = head
    role, dep, head = at, parsed.deps[at], int(parsed.heads[at])
    if head == at or dep == "conj":
        return
    if dep == "pobj" and parsed.lower[head] == "of":
        yield from of_act(parsed, int(parsed.heads[head]))
        yield from _of_lives(parsed, int(parsed.heads[head]))
    if dep == "pobj" and parsed.lower[head - 1 : head + 1] in BESIDES and (verb := _verb_above(parsed, head)) >= 0:
        passive = _is_passive(parsed, verb)
        yield from _as_subject(parsed, verb, passive=True) if passive else _as_object(parsed, verb)
    if dep in SUBJECTS:
        head = joined_behind(parsed, head, role)
        passive = dep == "nsubjpass" or _is_passive(parsed, head) or _bare_participle(parsed, head)
        yield from _as_subject(parsed, head, passive=passive)
    elif dep in OBJECTS and (dep != "npadvmod" or parsed.tags[head].startswith("VB")) and not unreal(parsed, head):
        yield from _as_object(parsed, head)
        near = set(_below(parsed, role))
        yield from (name for word, name in PHRASAL.get(lemma(parsed.lower[head], "verb"), ()) if word in near)
    elif dep == "prep" and at < head and parsed.tags[head].startswith("VB"):
        yield from _as_subject(parsed, head, passive=_is_passive(parsed, head))
    elif dep == "prep" and parsed.tags[head].startswith("VB"):
        yield from _as_object(parsed, head)


def _verb_above(parsed: Parsed, token: int) -> int:
    """The first verb above `token`, -1 where there is none near."""
    for _ in range(DEEP):
        token = int(parsed.heads[token])
        if parsed.tags[token].startswith("VB"):
            return -1 if unreal(parsed, token) else token
    return -1


def _of_lives(parsed: Parsed, noun: int) -> Iterator[str]:
    """What is done to those after "of" by a verb and its object: "took the lives of two men"."""
    if parsed.deps[noun] == "dobj":
        verb = lemma(parsed.lower[int(parsed.heads[noun])], "verb")
        yield from (name for word, name in PHRASAL.get(verb, ()) if word == parsed.lower[noun])


def _has_own(parsed: Parsed, role: int) -> bool:
    return any(parsed.deps[c] in ADNOMINALS and c > role for c in children(parsed, role))


def _bare_participle(parsed: Parsed, verb: int) -> bool:
    """Whether it is as in "30 others injured": a participle without auxiliary whose object, if any, has its own."""
    if parsed.tags[verb] not in PAST or parsed.lower[verb] in AUXILIARY_WORDS:
        return False
    for child in children(parsed, verb):
        if parsed.deps[child] in AUXILIARIES:
            return False
        if parsed.deps[child] == "dobj" and not _befallen(parsed, child + 1):
            return False
    return True


def _befallen(parsed: Parsed, at: int) -> bool:
    return at < len(parsed) and parsed.lower[at] in PARTICIPLES and parsed.tags[at] in PARTICIPLES_AS_TAGGED


def _as_subject(parsed: Parsed, verb: int, *, passive: bool, depth: int = 0) -> Iterator[str]:
    word = lemma(parsed.lower[verb], "verb")
    if depth > DEEP or unreal(parsed, verb):
        return
    if word in AGENTS:
        yield AGENTS[word]
    if word in PATIENTS and (passive or _to_themselves(parsed, verb)):
        yield PATIENTS[word]
    if parsed.lower[verb] in ADJECTIVES and (passive or parsed.tags[verb].startswith("JJ")):
        yield ADJECTIVES[parsed.lower[verb]]
    yield from _phrasal(parsed, verb)
    yield from (name for c in children(parsed, verb) if parsed.lower[c] == "with" for name in _phrasal(parsed, c))
    if not passive:
        yield from _complements(parsed, verb, depth)
    else:
        for child in children(parsed, verb):
            if parsed.deps[child] in ("oprd", "acomp"):
                yield from of_word(parsed, child)
            elif parsed.deps[child] == "xcomp":
                yield from _as_subject(parsed, child, passive=_is_passive(parsed, child), depth=depth + 1)
    yield from _conjuncts(parsed, verb, passive=passive, depth=depth)


def _to_themselves(parsed: Parsed, verb: int) -> bool:
    return any(parsed.deps[c] == "dobj" and parsed.lower[c] in REFLEXIVE for c in children(parsed, verb))


def _complements(parsed: Parsed, verb: int, depth: int) -> Iterator[str]:
    for child in children(parsed, verb):
        yield from _among(parsed, child)
        if parsed.deps[child] in ("acomp", "attr", "oprd", "advmod", "xcomp"):
            if parsed.lower[child] in ADJECTIVES:
                yield ADJECTIVES[parsed.lower[child]]
            if parsed.deps[child] == "xcomp":
                yield from _as_subject(parsed, child, passive=_is_passive(parsed, child), depth=depth + 1)


def _conjuncts(parsed: Parsed, verb: int, *, passive: bool, depth: int = 0) -> Iterator[str]:
    """What verbs joined to `verb` say of the same subject; killed and wounded together say how many of both."""
    for child in children(parsed, verb):
        if parsed.deps[child] == "conj" and not any(parsed.deps[c] in SUBJECTS for c in children(parsed, child)):
            if of_others(parsed, verb, child):
                continue
            own = passive and parsed.tags[child] in PARTICIPLES_AS_TAGGED and not has_object(parsed, child)
            if own and is_joint(parsed, verb, child):
                yield JOINT
            yield from _as_subject(parsed, child, passive=own or _is_passive(parsed, child), depth=depth + 1)


def _as_object(parsed: Parsed, verb: int) -> Iterator[str]:
    word = lemma(parsed.lower[verb], "verb")
    if word in PATIENTS:
        yield PATIENTS[word]
    yield from _phrasal(parsed, verb)
    for child in children(parsed, verb):
        if parsed.deps[child] in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "csubj") and not _of_some(parsed, child):
            yield from of_word(parsed, child)
            yield from _conjuncts(parsed, child, passive=True)
    before = int(parsed.heads[verb])
    for child in (*children(parsed, verb), *((before,) if parsed.deps[verb] == "conj" else ())):
        shares = parsed.deps[child] == "conj" or child == before
        if shares and parsed.tags[child].startswith("VB") and not has_object(parsed, child):
            if is_joint(parsed, verb, child):
                yield JOINT
            name = PATIENTS.get(lemma(parsed.lower[child], "verb"))
            if name is not None:
                yield name


def _phrasal(parsed: Parsed, verb: int) -> Iterator[str]:
    pairs = PHRASAL.get(lemma(parsed.lower[verb], "verb"))
    if not pairs:
        return
    near = set(_below(parsed, verb))
    for word, name in pairs:
        if word in near:
            yield name


def _below(parsed: Parsed, verb: int) -> Iterator[str]:
    for child in children(parsed, verb):
        if parsed.deps[child] in SUBJECTS:
            continue
        yield parsed.lower[child]
        if parsed.deps[child] in REACHING:
            for grandchild in children(parsed, child):
                yield parsed.lower[grandchild]
                yield lemma(parsed.lower[grandchild], "noun")
