"""Whether two acts of one course (an arrest and a release) are of one thing or person, as syntax and names tell it.

Stands alone because acts that follow one another differ in kind, so the test of one event does not serve them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.events import kinds, small
from sayso.check.people import PERSONAL, People, person_at
from sayso.check.things import SYNONYMS
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import ATTRIBUTIVES, JOINED, NOMINAL_CLASSES, PATIENTS, PREMODIFIERS, PREPOSITIONAL_PHRASES
from sayso.parse.meaning import alike, word

if TYPE_CHECKING:
    from sayso.check.events import Event
    from sayso.check.facts import Facts

NEXT = 2  # sentences behind a thing in which a pronoun may take it up
_IMPERSONAL, _OWNERS = words("clauses", "pronouns", "things"), words("clauses", "pronouns", "owners")
_INDEFINITE = words("function_words", "articles", "indefinite")
_NEW, _TAKING_UP = words("clauses", "determiners", "new"), words("clauses", "determiners", "taking_up")
_COURSES = words("clauses", "prepositions", "courses")


def tied(facts: Facts, known: People, one: Event, two: Event) -> str | None:  # noqa: PLR0911 (one tie each)
    """What ties two acts to one thing or person, in a word; null where nothing does."""
    people = person(facts, known, one), person(facts, known, two)
    if people[0] and people[1]:
        return people[0] if people[0] == people[1] and people[0] not in known.shared else None
    early, late = sorted((one, two), key=lambda event: event.span)
    if (one.core | two.core) & set(table("checks")["kin"]["words"]):
        return None
    if early.sentence == late.sentence and early.subject == late.subject >= 0:
        return "the subject"
    themes = theme(facts, one), theme(facts, two)
    if common := themes[0] & themes[1]:
        return None if _of_two(facts, one, two, themes) or _first_told(facts, late, common) else min(common)
    if (events := kinds(themes[0]) & kinds(themes[1])) and late.sentence - early.sentence <= NEXT:
        return min(events)
    if late.sentence - early.sentence <= NEXT and _synonyms(facts, early, late):
        return "words alike"
    if _within(facts, one, two) or _within(facts, two, one):
        return "the clause"
    return "a pronoun" if _taken_up(facts, early, late) else None


def _within(facts: Facts, inner: Event, outer: Event) -> bool:
    """Whether one tells of what the other came after or stands in ("convicted after a trial which began on")."""
    parsed, at = facts.parsed, inner.subject
    if parsed is None or min(at, inner.verb, outer.verb) < 0 or parsed.deps[inner.verb] != "relcl":
        return False
    links: set[str] = set()
    while (head := int(parsed.heads[at])) != at and at != outer.verb:
        if not (parsed.deps[at] in PREPOSITIONAL_PHRASES or parsed.tags[at] == "IN"):
            return False
        links |= {parsed.lower[at]} if parsed.tags[at] == "IN" else set()
        at = head
    return at == outer.verb and bool(links & _COURSES)


def definite(facts: Facts, early: Event, late: Event) -> bool:
    """Whether the later sentence takes the event up with no more than "the" ("The trial, which began ...")."""
    parsed, token = facts.parsed, affected(facts, late)
    if parsed is None or token < 0 or not 0 < late.sentence - early.sentence <= NEXT:
        return False
    own = [child for child in parsed.children[token] if parsed.deps[child] in PREMODIFIERS | {"det", "poss", "prep"}]
    return [parsed.lower[child] for child in own] == ["the"]


def of_hurt(facts: Facts, accident: Event, after: Event) -> bool:
    """Whether what came after befell those whom the accident hurt: it names them or their wounds, and no other."""
    lexicon = table("checks")["course_words"]
    words, parsed, token = after.words | after.clause, facts.parsed, affected(facts, after)
    articles = {parsed.lower[child] for child in parsed.children[token]} if parsed is not None and token >= 0 else set()
    if "earlier" in after.clause or articles & _INDEFINITE:
        return False
    if not words & set(lexicon["hurt"]) or (accident.core | words) & set(table("checks")["kin"]["words"]):
        return False
    others = kinds(after.words) & set(table("checks")["event_words"]["physical"]) - accident.kinds
    return not others and not (person(facts, facts.people, accident) and person(facts, facts.people, after))


def _of_two(facts: Facts, one: Event, two: Event, themes: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether one noun stands with other nouns in each ("the strike at the port", "at the airport")."""
    parsed, tokens = facts.parsed, [affected(facts, event) for event in (one, two)]
    if parsed is None or min(tokens) < 0:
        return False
    heads = {lemma(parsed.words[token], "noun") for token in tokens}
    adjectives = {parsed.lower[t] for t, tag in enumerate(parsed.tags) if tag[:2] == "JJ"}
    rest = [theme_ - themes[0] & themes[1] - adjectives for theme_ in themes]
    return len(heads) == 1 and all(rest)


def belongs(facts: Facts, event: Event) -> bool:
    """Whether what the act befell is another's by its own words ("its relay satellite")."""
    parsed, token = facts.parsed, affected(facts, event)
    if parsed is None or token < 0 or event.noun >= 0 or lemma(parsed.words[token], "noun") in event.predicates:
        return False
    return any(parsed.tags[child] == "PRP$" for child in parsed.children[token])


def _first_told(facts: Facts, event: Event, common: frozenset[str]) -> bool:
    """Whether "a" before the noun says that it wasn't spoken of before."""
    parsed, token = facts.parsed, affected(facts, event)
    if parsed is None or token < 0 or lemma(parsed.words[token], "noun") not in common:
        return False
    return any(parsed.lower[child] in _NEW for child in parsed.children[token])


def _synonyms(facts: Facts, early: Event, late: Event) -> bool:
    """Whether the later noun takes the earlier up in another word ("a cargo ship", "the vessel")."""
    parsed = facts.parsed
    tokens = [affected(facts, event) for event in (early, late)]
    if parsed is None or min(tokens) < 0 or any(parsed.tags[token] != "NN" for token in tokens):
        return False
    if not any(parsed.lower[c] in _TAKING_UP for c in parsed.children[tokens[1]]):
        return False
    one, two = (lemma(parsed.words[token], "noun") for token in tokens)
    return one != two and alike(word(one), word(two)) >= SYNONYMS


def theme(facts: Facts, event: Event) -> frozenset[str]:
    """Lemmas of what the act befell: the object, else the subject, else the noun that the date hangs on."""
    parsed = facts.parsed
    empty = set(table("checks")["event_words"]["vague"]) | facts.places
    token = affected(facts, event)
    if parsed is not None and token >= 0 and parsed.tags[token] == "CD":
        return frozenset({parsed.lower[token]})  # "the three were seized"
    if parsed is None or token < 0 or not parsed.tags[token].startswith("NN"):
        gerund = {parsed.lower[event.verb]} if parsed is not None and parsed.tags[event.verb] == "VBG" else set()
        return frozenset((event.core if token < 0 else gerund) - empty)
    found, waiting = set(), [token]
    while waiting:
        at = waiting.pop()
        if parsed.tags[at] != "IN":
            found.add(lemma(parsed.words[at], "noun"))
        waiting.extend(
            child
            for child in parsed.children[at]
            if parsed.tags[child][:2] in NOMINAL_CLASSES | {"IN"}
            and parsed.deps[child] in ATTRIBUTIVES | PREPOSITIONAL_PHRASES | JOINED
            and not (event.span.start <= parsed.span(child, child + 1).start < event.span.end)
        )
    if parsed.tags[event.verb] == "VBG":
        found.add(parsed.lower[event.verb])  # "began shooting"
    found |= {
        parsed.lower[c] for c in parsed.children[token] if parsed.deps[c] == "nummod" and parsed.lower[c].isalpha()
    }
    head = {lemma(parsed.words[token], "noun")} - set(table("checks")["event_words"]["vague"])
    return frozenset(found - empty | head)


def affected(facts: Facts, event: Event) -> int:
    """The token of what an act befell; -1 where it hangs on a noun."""
    parsed = facts.parsed
    if parsed is None or event.verb < 0:
        return -1
    verb = event.verb
    children = parsed.children[verb]
    objects = [child for child in children if parsed.deps[child] in PATIENTS]
    if len(objects) > 1 and parsed.tags[objects[1]] == "NNP" and parsed.deps[objects[0]] == parsed.deps[objects[1]]:
        objects = objects[1:]  # "the editor Ida Roe was taken": a role, and its name
    found = next(iter(objects), max((small(parsed, child) for child in children), default=-1))
    own = found >= 0 and lemma(parsed.words[verb], "verb") not in table("checks")["course_words"]["of_subject"]
    return found if own or (found >= 0 and parsed.deps[found] == "nsubjpass") else event.subject


def person(facts: Facts, known: People, event: Event) -> str | None:
    """Whom the act befalls: a name, or the one that a pronoun stands for."""
    parsed, token = facts.parsed, affected(facts, event)
    if parsed is None or token < 0:
        return None
    span = parsed.span(token, token + 1)
    if parsed.lower[token] in PERSONAL:
        return person_at(facts, known, span)
    if (name := known.at(span.start, span.end)) is not None:
        return name
    names = {name for _, name in known.mentions} & theme(facts, event)
    whose = next((c for c in parsed.children[token] if parsed.lower[c] in _OWNERS), -1)
    if not names and whose >= 0:
        return person_at(facts, known, parsed.span(whose, whose + 1))
    return names.pop() if len(names) == 1 else None


def _taken_up(facts: Facts, early: Event, late: Event) -> bool:
    """Whether the later act's pronoun has but the thing or person of the sentence before to stand for."""
    parsed, token = facts.parsed, affected(facts, late)
    if parsed is None or token < 0 or late.sentence - early.sentence > 1:
        return False
    before = affected(facts, early)
    if parsed.lower[token] in _IMPERSONAL and parsed.deps[token] != "expl":
        return before < 0 or parsed.lower[before] not in PERSONAL
    return parsed.lower[token] in PERSONAL and before >= 0 and parsed.lower[before] not in _IMPERSONAL
