"""Reads a dated clause as one telling of an event: what was done, to whom, by whom, and whether it is news or known.

Stands alone because a second telling of one event has other words and other syntax than the first ("police detained
Danek", "his client's arrest"), and only here the two become what can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.events import Event, kinds, kinds_of
from sayso.check.things import fresh, one_thing, unheard
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import (
    ADNOMINAL_CLAUSES,
    AUXILIARIES,
    NOUNS_ON_NOUNS,
    OBJECTS_AND_PREDICATES,
    PARTICIPLES,
    PREMODIFIERS,
    SUBJECT_SHARING,
    SUBJECTS,
)
from sayso.parse.meaning import alike, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.stages import Parsed

DERIVED = 0.35  # cosine from which a verb and a noun that begin alike are of one stem ("notify", "notification")
STEM = 4  # letters with which they begin
_STATING = words("clauses", "verbs", "stating")
_THROUGH, _WITHIN = words("clauses", "prepositions", "through"), words("clauses", "prepositions", "within")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one clause tells it; `patient` and `agent` are tokens, -1 for none.

    `acts`: dictionary forms of the verb or noun that names it. `phase`: its beginning or its end, where only that is
    dated. `given`: it is taken for known ("the collision", "since he was arrested", "the club, founded in 1961").
    `noun`: the noun that names it, -1 where a verb does. `voice`: who tells it; empty for the outlet.
    """

    event: Event
    kinds: frozenset[str]
    acts: frozenset[str]
    phase: str
    noun: int
    patient: int
    agent: int
    given: bool
    voice: str


def tellings(facts: Facts, parsed: Parsed, event: Event) -> Iterator[Telling]:
    """What the clause of a date tells: the act of its verb or noun, and the event at which somebody was then."""
    verb, noun = event.verb, _noun(parsed, event)
    if verb < 0 and not kinds_of(parsed, noun):
        return  # a name or thing beside a date is no event
    there = _attended(parsed, event) if verb >= 0 > noun else -1
    there = there if there >= 0 or verb < 0 else _right_before(parsed, event)
    if noun >= 0 or (there >= 0 and _definite(parsed, there)):
        yield _by_noun(facts, parsed, event, noun if noun >= 0 else there)
    if noun < 0:
        name = lemma(parsed.words[verb], "verb") if verb >= 0 else ""
        patient, agent = _of_verb(parsed, verb, event.subject) if verb >= 0 else (-1, -1)
        acts = frozenset((name, *(act for act in event.predicates if act.startswith(f"{name} ")))) - {""}
        own = (event.acts | event.predicates) - ({name} if verb >= 0 and _of_another(parsed, verb) else frozenset())
        phrases = kinds(act for act in own if act.startswith(f"{name} "))  # "open fire" is no opening
        found = phrases or kinds((name,) if name in own else ())
        found |= kinds_of(parsed, there) if there >= 0 else frozenset()
        given = verb < 0 or _subordinate(parsed, event) or _stands_out(facts, event)
        yield Telling(event, found, acts, "", -1, patient, agent, given, _voice(facts, event))


def _of_another(parsed: Parsed, verb: int) -> bool:
    """Whether a verb of many senses only leads to another: "tried to keep her away"."""
    wide = lemma(parsed.words[verb], "verb") in table("events")["light"]["wide"]
    return wide and any(parsed.deps[child] == "xcomp" for child in parsed.children[verb])


def _by_noun(facts: Facts, parsed: Parsed, event: Event, noun: int) -> Telling:
    name = lemma(parsed.words[event.verb], "verb") if event.verb >= 0 else ""
    dated = name in table("events")["light"]["verbs"] or (noun == event.subject >= 0)
    own = kinds_of(parsed, noun)
    phase = _phase(event.acts, name) if dated and not own & kinds((name,)) else ""
    given, voice = _definite(parsed, noun) or _stands_out(facts, event), _voice(facts, event)
    found = own | kinds(act for act in event.acts if dated and " " in act)
    acts = frozenset((lemma(parsed.words[noun], "noun"),))
    patient, agent = _of_noun(parsed, noun, parsed.tokens_in(event.span))
    return Telling(event, found, acts, phase, noun, patient, agent, given, voice)


def one_act(one: Telling, two: Telling) -> bool:
    """Whether both tell of one kind of act, and of the same end of it."""
    if {one.phase, two.phase} in ({"begin", "end"}, {"end", ""}):
        return False
    return bool(one.kinds & two.kinds) or one_word(one, two)


def one_word(one: Telling, two: Telling) -> bool:
    """Whether one word, or two of one stem, name the act in both."""
    return bool(_own(one) & _own(two)) or any(
        a[:STEM] == b[:STEM] and alike(word(a), word(b)) >= DERIVED for a in _own(one) for b in _own(two)
    )


def called_alike(parsed: Parsed, one: Telling, two: Telling) -> bool:
    """Whether both nouns stand with the same words, two or more ("the great Cordel earthquake of 1939")."""
    named = [
        {parsed.lower[c] for c in parsed.children[told.noun] if parsed.deps[c] in PREMODIFIERS}
        for told in (one, two)
        if told.noun >= 0
    ]
    return len(named) > 1 and named[0] == named[1] and len(named[0]) > 1


def _own(told: Telling) -> frozenset[str]:
    """The words for the act that say by themselves what was done."""
    light = table("events")["light"]
    return told.acts - {*light["verbs"], *light["said"], *light["wide"]}


def _noun(parsed: Parsed, event: Event) -> int:
    """The noun that names the event: what the date hangs on, or the subject or object of a verb that says no more."""
    behind = event.noun < min(parsed.tokens_in(event.span), default=0)  # "is held over the shooting Sunday night"
    near = event.preposition == "of" or (event.preposition == "" and not behind)
    own = event.noun >= 0 and (near or parsed.deps[event.noun] in SUBJECTS)
    if event.verb < 0 or (own and kinds_of(parsed, event.noun)):
        return event.noun
    verb, subject = event.verb, event.subject
    name = lemma(parsed.words[verb], "verb")
    light = name in table("events")["light"]["verbs"]
    objects = [c for c in parsed.children[verb] if parsed.deps[c] in OBJECTS_AND_PREDICATES]
    passive = subject >= 0 and parsed.deps[subject] == "nsubjpass"
    if subject >= 0 and parsed.tags[subject].startswith("NN") and kinds_of(parsed, subject):
        words = table("checks")["event_words"]
        manifest = kinds((name,)) & set(words["harm"]) or (
            (objects or _through(parsed, verb)) and kinds_of(parsed, subject) & set(words["physical"])
        )
        before = subject < min(parsed.tokens_in(event.span), default=0) < verb
        if before or light or (manifest and not passive) or _phase(event.acts, name):
            return subject
    if light and objects and kinds_of(parsed, objects[0]) and not passive:
        return objects[0]
    return -1


def _through(parsed: Parsed, verb: int) -> bool:
    return any(parsed.lower[c] in _THROUGH for c in parsed.children[verb])


def _attended(parsed: Parsed, event: Event) -> int:
    """The event at which somebody was hurt, or was present, then: "died in the explosion", "survived the raid"."""
    words, name = table("checks")["event_words"], lemma(parsed.words[event.verb], "verb")
    near: list[int] = []
    for child in parsed.children[event.verb]:
        if parsed.deps[child] == "dobj" and name in words["present"]:
            near.append(child)
        elif parsed.lower[child] in _WITHIN:
            inner = [c for c in parsed.children[child] if parsed.deps[c] == "pobj"]
            own = kinds((name,))
            there = name in words["present"] or own & set(words["harm"]) or parsed.lower[child] == "by"
            near += [c for c in inner if there or own & kinds_of(parsed, c)]
    return next((c for c in near if kinds_of(parsed, c)), -1)


def _right_before(parsed: Parsed, event: Event) -> int:
    """The event right before the date, where the verb is none: "they were there within an hour of the blast on ..."."""
    if lemma(parsed.words[event.verb], "verb") not in _STATING:
        return -1
    at = min(parsed.tokens_in(event.span), default=0) - 2
    linked = at > event.verb and parsed.tags[at + 1] == "IN"
    return at if linked and kinds_of(parsed, at) else -1


def _phase(acts: frozenset[str], verb: str) -> str:
    """Whether a verb tells of the beginning of an event or of its end; empty where of neither."""
    own = {act for act in acts if act.split()[0] == verb}
    for phase, verbs in table("checks")["event_words"]["phases"].items():
        if own & set(verbs):
            return str(phase)
    return ""


def _of_noun(parsed: Parsed, noun: int, date: range) -> tuple[int, int]:
    """What befell whom, by a noun: "the strike on the store", "Reyt's death", "the Cordel earthquake"."""
    by_link = {
        parsed.lower[child]: deep
        for child in parsed.children[noun]
        if parsed.deps[child] == "prep"
        for deep in parsed.children[child]
        if parsed.tags[deep].startswith("NN") and deep not in date
    }
    owner = next((c for c in parsed.children[noun] if parsed.deps[c] == "poss"), -1)
    patient = next((by_link[link] for link in table("clauses")["prepositions"]["befalling"] if link in by_link), -1)
    if patient >= 0:
        return patient, owner
    beside = [c for c in parsed.children[noun] if parsed.deps[c] in NOUNS_ON_NOUNS and c not in date]
    named = [c for c in beside if parsed.tags[c].startswith("NNP")]
    return (owner if owner >= 0 else next(iter(named or beside), -1)), -1


def _of_verb(parsed: Parsed, verb: int, subject: int) -> tuple[int, int]:
    """Object and subject of a verb; the subject alone where there is no object, or where it suffers the act."""
    objects = [c for c in parsed.children[verb] if parsed.deps[c] in OBJECTS_AND_PREDICATES | {"oprd"}]
    if subject >= 0 and parsed.deps[subject] == "nsubjpass":
        return subject, _by(parsed, verb)
    if objects and subject >= 0 and kinds((f"{lemma(parsed.words[verb], 'verb')} {parsed.lower[objects[0]]}",)):
        return subject, -1  # "the act takes effect", "the storm made landfall"
    participle = parsed.tags[verb] == "VBN" and parsed.deps[verb] in ADNOMINAL_CLAUSES
    if participle or not objects:
        return subject, _by(parsed, verb)
    return objects[0], subject


def _by(parsed: Parsed, verb: int) -> int:
    agents = (c for c in parsed.children[verb] if parsed.deps[c] == "agent")
    return next((deep for c in agents for deep in parsed.children[c] if parsed.tags[deep].startswith("NN")), -1)


def _subordinate(parsed: Parsed, event: Event) -> bool:
    """Whether the clause is one that tells what is known: "since he was arrested", "the club, founded in 1961"."""
    verb = event.verb
    if parsed.tags[verb] in PARTICIPLES and not any(parsed.deps[c] in AUXILIARIES for c in parsed.children[verb]):
        return True
    for _ in range(3):
        dep, head = parsed.deps[verb], int(parsed.heads[verb])
        marks = {parsed.lower[c] for c in parsed.children[verb] if parsed.deps[c] in ("mark", "advmod", "prep")}
        if dep in ADNOMINAL_CLAUSES or (dep == "advcl" and marks & set(table("checks")["event_words"]["known_by"])):
            return True
        if dep == "pcomp" and parsed.lower[head] in table("checks")["event_words"]["known_by"]:
            return True
        if dep not in SUBJECT_SHARING:
            return False
        verb = head
    return False


def picks(parsed: Parsed, event: Event) -> bool:
    """Whether the clause tells one from others, as no comma parts it from its noun: "the missile tested on ..."."""
    verb, subject = event.verb, event.subject
    if verb < 0 or parsed.deps[verb] not in ADNOMINAL_CLAUSES or int(parsed.heads[verb]) != subject:
        return False
    return not any(parsed.lower[t] in (",", "(", "\u2013", "\u2014", "-") for t in range(subject + 1, verb))


def _stands_out(facts: Facts, event: Event) -> bool:
    """Whether the clause is of a headline over the report, or the entry of a list or box ("Founded: 1961")."""
    if event.span.end <= facts.headline:
        return True
    start = facts.text.rfind("\n", 0, event.span.start) + 1
    return heads_entry(facts, event) or facts.text[start : event.span.start].rstrip().endswith(":")


def heads_entry(facts: Facts, event: Event) -> bool:
    """Whether the date stands over an entry of a list ("16 October: A guard was shot")."""
    start = facts.sentence_start(event.span.start)
    before, behind = facts.text[start : event.span.start].strip(" -*\u2022\n"), facts.text[event.span.end :][:1]
    return not before and behind in (":", ".")


def _definite(parsed: Parsed, noun: int) -> bool:
    before = set(table("checks")["event_words"]["definite"])
    return any(parsed.lower[c] in before or parsed.deps[c] == "poss" for c in parsed.children[noun])


def brings_in(parsed: Parsed, told: Telling) -> bool:
    """Whether a clause brings in somebody or something that the report has not told of: "a boy", "Ida Roe, 19"."""
    return any(fresh(parsed, token) or unheard(parsed, token) for token in (told.patient, told.agent) if token >= 0)


def apart_by_link(parsed: Parsed, one: Telling, two: Telling) -> bool:
    """Whether the same preposition has two names behind it, or two things ("charged with fraud", "with perjury")."""
    first, second = _links(parsed, one), _links(parsed, two)
    telling = set(table("checks")["event_words"]["telling_links"])
    both = first.keys() & second.keys()
    pairs = [(link, first[link], second[link]) for link in both]
    return any(
        one_thing(parsed, a, b, doer=True) is False
        for link, a, b in pairs
        if link in telling or all(parsed.tags[t].startswith("NNP") for t in (a, b))
    )


def _links(parsed: Parsed, told: Telling) -> dict[str, int]:
    """What stands behind the prepositions of a clause, and of whom it befell ("a patient in Orra")."""
    date = parsed.tokens_in(told.event.span)
    tops = [t for t in (told.event.verb if told.noun < 0 else told.noun, told.patient) if t >= 0]
    return {
        parsed.lower[child]: deep
        for top in tops
        for child in parsed.children[top]
        if parsed.deps[child] == "prep"
        for deep in parsed.children[child]
        if parsed.deps[deep] == "pobj" and parsed.tags[deep].startswith("NN") and deep not in date
    }


def _voice(facts: Facts, event: Event) -> str:
    """Whose words the clause is told in: the innermost attribution around it."""
    around = [row for row in facts.reading.attributions if any(s.holds(event.span) for s in row.content.spans)]
    if not around:
        return ""
    row = min(around, key=lambda one: sum(s.end - s.start for s in one.content.spans))
    if row.mode == "indirect" and row.source is not None and row.source.spans[0].start > event.span.end:
        return ""  # a credit behind the outlet's own words: "..., police said"
    return row.speaker or (row.source.text.lower() if row.source is not None else "?")
