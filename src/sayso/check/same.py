"""Whether two clauses speak of one event or one thing, and if not, in which aspect they differ.

Stands alone because every rule that sets two places of a report against each other rests on this one test, and
`--explain` tells its answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.events import kind_words
from sayso.check.things import apart
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import LANDS

if TYPE_CHECKING:
    from sayso.check.events import Event
    from sayso.check.facts import Facts


def of_one_thing(facts: Facts, one: Event, two: Event) -> bool:
    """Whether two clauses may be of one thing: no two persons."""
    people = [_persons(facts, event) for event in (one, two)]
    return not (people[0] and people[1]) or bool(people[0] & people[1])


def around(facts: Facts, one: Event, two: Event) -> frozenset[str]:
    """What both name and one of them is mainly about, with the same words left out."""
    vague = set(table("checks")["event_words"]["vague"]) | facts.places
    return (one.words & two.words) & (one.core | two.core) - vague - kind_words(one.kinds & two.kinds)


def set_apart(facts: Facts, one: Event, two: Event) -> str | None:
    """The words by which a report itself sets two clauses of one kind of event apart, as a reason; null for none."""
    lexicon = table("checks")["event_words"]
    words, near = one.clause | two.clause, _modifiers(facts, one) | _modifiers(facts, two)
    reasons = (
        (one.denied or two.denied, "one of the two is denied"),
        (_told_apart(facts, one, two), "the date tells one such event from others"),
        (_relative_in_quotation(facts, one) or _relative_in_quotation(facts, two), _QUOTED),
        (words & set(lexicon["changed"]), "the words say that the date was changed"),
        (
            words & set(lexicon["again"]) or near & set(lexicon["others"]),
            "the words say that there may be two such events",
        ),
        (words & set(lexicon["zones"]), "the two may be times of two places"),
        (apart(_places(facts, one), _places(facts, two)), "the two may be in two places"),
    )
    return next((reason for differ, reason in reasons if differ), None)


_OTHER, _SEVERAL = words("clauses", "determiners", "other"), words("clauses", "determiners", "several")
_QUOTED = "a day named within a quotation is counted from the day of the words"


def _modifiers(facts: Facts, event: Event) -> frozenset[str]:
    """The words that stand with the verb of an event and with the nouns that name it."""
    parsed, names = facts.parsed, kind_words(event.kinds)
    if parsed is None:
        return event.helpers
    tokens = parsed.sentence_tokens(event.sentence)
    nouns = [
        token for token in tokens if parsed.tags[token][:2] == "NN" and lemma(parsed.words[token], "noun") in names
    ]
    main = [token for token in (event.subject, event.noun) if token >= 0]
    others = {parsed.lower[child] for token in main for child in parsed.children[token]} & _OTHER
    own = event.helpers if event.noun < 0 else frozenset()  # of a noun's event, they are those of another act
    return own | others | {parsed.lower[child] for token in nouns for child in parsed.children[token]}


def several(facts: Facts, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the plural anywhere, or has a numeral or another's mark beside it."""
    parsed = facts.parsed
    if parsed is None or not words:
        return False
    for token, tag in enumerate(parsed.tags):
        if tag[:2] != "NN" or lemma(parsed.words[token], "noun") not in words:
            continue
        if tag == "NNS" or any(parsed.lower[child] in _SEVERAL for child in parsed.children[token]):
            return True
    return False


def _told_apart(facts: Facts, one: Event, two: Event) -> bool:
    """Whether a date before the noun, in either sentence, tells which of several it is ("last year's meeting")."""
    return any(
        event.picks
        and event.sentence in (one.sentence, two.sentence)
        and event.noun >= 0
        and event.nouns & one.words
        and event.span not in (one.span, two.span)
        for event in facts.events
    )


def _relative_in_quotation(facts: Facts, event: Event) -> bool:
    """Whether a quotation names the day by its distance from the speaker's own ("this morning")."""
    words = event.span.of(facts.text).lower().split()
    if set(words) & {*table("dates")["weekdays"], *table("dates")["months"]} or any(
        char.isdigit() for char in "".join(words)
    ):
        return False
    start = facts.sentence_start(event.span.start)
    quoted = facts.text[:start].rstrip()[-1:] in (":", "\u201c", '"')
    return quoted or any(span.holds(event.span) for row in facts.reading.attributions for span in row.content.spans)


def _places(facts: Facts, event: Event) -> set[str]:
    """The places that the event's clause names."""
    parsed = facts.parsed
    if parsed is None:
        return set()
    tokens = parsed.sentence_tokens(event.sentence)
    found = (entity for entity in parsed.entities_in(tokens.start, tokens.stop) if entity.label in LANDS)
    names = {entity.span.of(facts.text).lower().removeprefix("the ") for entity in found}
    return {name for name in names if name.split()[-1] in event.words}


def _persons(facts: Facts, event: Event) -> set[str]:
    """The surnames in the clause of the event."""
    known = {name for _, name in facts.people.mentions}
    return known & {name.lower() for name in event.names & event.core}
