"""Tells a bare number that is an hour of the clock from a count: "trams ran again from eight", "by nine on Friday".

Stands alone because an hour without its mark is known only from what is done then, or from the day beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import is_person
from sayso.extract.figures.tree import children
from sayso.extract.figures.trends import CAUSES, VERBS
from sayso.lexicon import either, table
from sayso.parse import lemma
from sayso.parse.labels import COMMON_NOUNS, PLURAL_NOUNS, SUBJECTS

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

WORDS = table("designations")["hours"]
BEFORE = frozenset(WORDS["before"])
HEDGES = frozenset(WORDS["hedges"])
AFTER = frozenset(WORDS["after"])
DAYS = frozenset(WORDS["days"])
DONE_THEN = frozenset(WORDS["verbs"])
AT_LEVELS = frozenset(WORDS["levels"])
ADJECTIVES = frozenset(WORDS["adjectives"])
PRICED = frozenset(WORDS["priced"])
EVENTS = frozenset(WORDS["events"])
LAST_HOUR = 12
DAY_REACH = 3
UP = 3
TO = frozenset(WORDS["to"])
PLACING = frozenset(WORDS["placing"])
TIMING = frozenset(WORDS["timing"])
DATING = frozenset(WORDS["dating"])
SELVES = frozenset(WORDS["selves"])
OPENING = frozenset(WORDS["opening"])
NEAR = frozenset(WORDS["near"])
DOING = frozenset(WORDS["doing"])
STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
"""An hour with its minutes, as many papers print it: "10.30"."""
LAST_OF_STAMP = 24
JOINED_TO_CLOCK = re.compile(
    rf"\d ?(?:{either(table('designations')['after']['clock'])}) (?:{either(WORDS['joining'])}) $"
)
WINDOW = 24
BEGINNING = frozenset(("EX", "PRP", "PRP$", "DT"))
GOING_ON = frozenset((",", "and", "but"))


def is_hour(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether the number in `tokens`, or both ends of a range, is an hour and counts nothing."""
    stamped = _stamped(parsed, quantity)
    ends = (quantity.low, quantity.high) if quantity.ranged else (quantity.numeral.value,)
    plain = quantity.numeral.form == "words" or quantity.numeral.plain
    whole = plain and all(isinstance(end, int) and 1 <= end <= LAST_HOUR for end in ends)
    if not stamped and not whole:
        return False
    if _beside_day(parsed, tokens) or _joined_to_clock(parsed, quantity, tokens):
        return True
    preposition = _preposition(parsed, tokens[0])
    if preposition is None:
        return whole and _is_around(parsed, tokens)
    if stamped:
        return _is_free(parsed, preposition, tokens) and _is_timed(parsed, preposition, tokens)
    if _before_person(parsed, tokens) or _before_clause(parsed, preposition, tokens):
        return True
    return _is_free(parsed, preposition, tokens) and _is_of_day(parsed, preposition, tokens)


def _stamped(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether it is an hour with its minutes, or one of the two ends is and the other may be: "10.30 and 11"."""
    parts = [part.numeral for part in quantity.parts] or [quantity.numeral]
    printed = [parsed.text[one.start : one.end] for one in parts]
    with_minutes = [STAMP.fullmatch(one) is not None for one in printed]
    hours = (one.isdigit() and int(one) <= LAST_OF_STAMP for one in printed)
    return any(with_minutes) and all(one or other for one, other in zip(with_minutes, hours, strict=True))


def _joined_to_clock(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether it is the second of two hours of which the first has its mark: "between 6.30pm and 9"."""
    start = quantity.start
    before = JOINED_TO_CLOCK.search(parsed.text[max(0, start - WINDOW) : start])
    after = tokens[-1] + 1
    bare = after >= len(parsed) or parsed.sentence[after] != parsed.sentence[tokens[0]]
    return before is not None and (bare or parsed.lower[after] in AFTER | DAYS)


def _is_timed(parsed: Parsed, preposition: int, tokens: range) -> bool:
    """Whether something is done at an hour with minutes: no price, rate or currency stands at it."""
    lead = parsed.lower[preposition]
    head = _governor(parsed, preposition)
    own = _subject(parsed, head)
    if _is_priced(parsed, head) or (own is not None and is_unit(parsed.lower[own])):
        return False
    if lead in TIMING or (lead in DATING and _on_day(parsed, tokens)):
        return True
    return _is_of_day(parsed, preposition, tokens)


def _is_around(parsed: Parsed, tokens: range) -> bool:
    """Whether somebody goes, comes or the like then, with a hedge alone before the hour: "left around 7 and"."""
    lead = tokens[0] - 1
    if lead < 0 or parsed.lower[lead] not in NEAR or not _is_free(parsed, lead, tokens):
        return False
    verb = _governor(parsed, lead)
    if not parsed.tags[verb].startswith("VB") or lemma(parsed.lower[verb], "verb") not in DOING or verb > lead:
        return False
    own = _subject(parsed, verb)
    return _moves(parsed, verb) or (own is not None and is_person(lemma(parsed.lower[own], "noun")))


def _before_clause(parsed: Parsed, preposition: int, tokens: range) -> bool:
    """Whether a clause begins right behind the hour with which the sentence opens: "By seven there are 300 people"."""
    after = tokens[-1] + 1
    if parsed.lower[preposition] not in OPENING or after >= len(parsed):
        return False
    after += parsed.words[after] == ","
    if after >= len(parsed) or parsed.sentence[after] != parsed.sentence[tokens[0]]:
        return False
    if preposition == parsed.sentences[parsed.sentence[preposition]]:
        return parsed.tags[after] in BEGINNING
    return parsed.lower[preposition - 1] in GOING_ON and parsed.tags[after] in ("EX", "PRP")


def _beside_day(parsed: Parsed, tokens: range) -> bool:
    """Whether part of a day stands right beside: "around 10 Saturday night", "on Tuesday morning, around 7, he"."""
    lead, after = tokens[0] - 1, tokens[-1] + 1
    if lead < 0 or parsed.lower[lead] not in BEFORE | HEDGES:
        return False
    if all(word in DAYS for word in parsed.lower[after : after + 2]) and after + 1 < len(parsed):
        return True
    before = lead - 2 >= 0 and parsed.words[lead - 1] == "," and parsed.lower[lead - 2] in DAYS
    return before and parsed.words[after : after + 1] == (",",)


def _before_person(parsed: Parsed, tokens: range) -> bool:
    """Whether one with a name stands right behind a number in words, which counts nobody ("at eight Ana Rell left")."""
    after = tokens[-1] + 1
    beside = parsed.entity_at(after)
    named = beside is not None and beside.label == "PERSON" and beside.first == after
    return named and parsed.words[tokens[0]].islower()


def _is_free(parsed: Parsed, preposition: int, tokens: range) -> bool:
    """Whether nothing that the number could count stands behind it, and no number that it is told with."""
    after = tokens[-1] + 1
    if after >= len(parsed) or parsed.sentence[after] != parsed.sentence[tokens[0]]:
        return True
    if parsed.lower[after] not in AFTER | DAYS:
        return False
    told_with = after + 1 < len(parsed) and parsed.tags[after + 1] == "CD"
    return not told_with or (parsed.lower[preposition] == "from" and parsed.lower[after] in TO)


def _preposition(parsed: Parsed, first: int) -> int | None:
    """The preposition of time before the number, of the first hour where this is the second ("from six to two")."""
    at = first - 1
    if at > 1 and parsed.lower[at] in TO and parsed.tags[at - 1] == "CD" and parsed.lower[at - 2] == "from":
        at -= 2
    elif at > 0 and parsed.lower[at] in HEDGES:
        at -= 1
    return at if at >= 0 and parsed.lower[at] in BEFORE and parsed.sentence[at] == parsed.sentence[first] else None


def _is_of_day(parsed: Parsed, preposition: int, tokens: range) -> bool:
    """Whether what the preposition hangs on is done at some hour, or the words beside it name a day."""
    lead = parsed.lower[preposition]
    if lead in TIMING:
        return True
    head = _governor(parsed, preposition)
    word = lemma(parsed.lower[head], "verb")
    opens = preposition == parsed.sentences[parsed.sentence[preposition]] or parsed.words[preposition - 1] == ","
    if word in VERBS or word in CAUSES or (head > preposition and not opens):
        return False
    if _on_day(parsed, tokens):
        if lead in DATING or word in DONE_THEN or (lead == "at" and _moves(parsed, head)):
            return True
    elif lead in PLACING and _counted_before(parsed, preposition):
        return False
    if word in DONE_THEN and parsed.tags[head].startswith("VB"):
        in_words = parsed.words[tokens[0]][0].isalpha()
        return word not in AT_LEVELS or _moves(parsed, head) or (in_words and not _is_priced(parsed, head))
    return parsed.lower[head] in ADJECTIVES or _is_event(parsed, head)


def _governor(parsed: Parsed, preposition: int) -> int:
    """The verb, adjective or noun on which the preposition hangs, over "shortly" and other prepositions."""
    at = int(parsed.heads[preposition])
    for _ in range(UP):
        if not parsed.tags[at].startswith(("RB", "IN", "CD", "RP")) or parsed.lower[at] in ADJECTIVES:
            break
        at = int(parsed.heads[at])
    if lemma(parsed.lower[at], "verb") == "be":
        closed = (c for c in children(parsed, at) if parsed.lower[c] in ADJECTIVES and parsed.deps[c] != "prt")
        return next(closed, at)
    return at


def _subject(parsed: Parsed, verb: int) -> int | None:
    return next((c for c in children(parsed, verb) if parsed.deps[c] in SUBJECTS), None)


def _is_priced(parsed: Parsed, verb: int) -> bool:
    """Whether the subject has a price or a level ("prices start at nine")."""
    own = _subject(parsed, verb)
    return own is not None and lemma(parsed.lower[own], "noun") in PRICED


def _moves(parsed: Parsed, verb: int) -> bool:
    """Whether the subject is a person or an event, which have no level."""
    own = _subject(parsed, verb)
    if own is None:
        return False
    return parsed.label_at(own) == "PERSON" or parsed.lower[own] in SELVES or _is_event(parsed, own)


def _is_event(parsed: Parsed, noun: int) -> bool:
    return parsed.tags[noun] in COMMON_NOUNS and lemma(parsed.lower[noun], "noun") in EVENTS


def _on_day(parsed: Parsed, tokens: range) -> bool:
    """Whether a day or a part of one stands right beside the number: "by nine on Friday", "on Friday at nine"."""
    sentence = parsed.sentence[tokens[0]]
    after = range(tokens[-1] + 1, min(tokens[-1] + 1 + DAY_REACH, len(parsed)))
    before = range(max(0, tokens[0] - DAY_REACH), tokens[0])
    near = [at for at in (*before, *after) if parsed.sentence[at] == sentence]
    return any(parsed.lower[at] in DAYS for at in near)


def _counted_before(parsed: Parsed, preposition: int) -> bool:
    """Whether some were counted earlier in the sentence, so that "at eight" may be at eight of them."""
    begin = parsed.sentences[parsed.sentence[preposition]]
    return any(
        parsed.tags[at] in PLURAL_NOUNS and any(parsed.tags[c] == "CD" for c in children(parsed, at))
        for at in range(begin, preposition)
    )
