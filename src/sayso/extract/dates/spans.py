"""Tells lengths of time from words that only look like one: "a year" the rate, "39 years" the age, "one day" some day.

Stands alone because lengths have no date to check, only the words and the syntax around them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates.lengths import value as length_value
from sayso.extract.dates.place import words_of
from sayso.extract.dates.shapes import Length, Mention, Plain
from sayso.parse.labels import EQUATED, SUBJECTS

if TYPE_CHECKING:
    from sayso.extract.dates.place import Place

MONEY = frozenset("$\u20ac\u00a3\u00a5#")


def a_unit(place: Place) -> Mention | None:  # noqa: PLR0911 (one answer a case)
    """For "a week": a length after a preposition, a rate ("15 a year") after a number or noun."""
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Length) or not shape.bare:
        return mention
    before = place.word(-1)
    token = place.tokens[-1] if place.tokens else -1
    if shape.unit == "quarter":
        return None
    if place.word(1) in words_of("beside", "some_day") and shape.unit == "day":
        return None
    if before in words_of("beside", "counts_in"):
        return replace(mention, type="SET", shape=Plain(length_value(1, shape.unit)), cue="rate")
    if token >= 0 and place.parsed.deps[token] == "npadvmod" and place.parsed.tags[token] == "NN":
        if place.word(1) in words_of("beside", "measured"):
            return mention
        head = int(place.parsed.heads[token])
        if place.parsed.tags[head][:2] in ("NN", "CD") or before[-1:].isdigit() or before in words_of("beside", "rate"):
            return replace(mention, type="SET", shape=Plain(length_value(1, shape.unit)), cue="rate")
    if before in words_of("length_cues", "before"):
        return mention
    if place.word(1) in words_of("beside", "measured") or token < 0 or mention.first + 2 < mention.last:
        return mention
    if place.parsed.deps[token] in SUBJECTS | EQUATED | {"ROOT", "compound", "conj", "poss"}:
        return None
    return mention if shape.unit in ("week", "month", "year", "decade", "century", "hour", "fortnight") else None


def bare_length(place: Place) -> Mention | None:
    """For "for weeks", "months of talks": plural units that are alone."""
    mention = place.mention
    if place.word(-1) in words_of("beside", "hours") and place.span.of(place.parsed.text).lower() == "hours":
        return None  # "in the small hours of Monday": a time, not a length
    if (place.word(-1) in words_of("length_cues", "before") and place.word(-1) != "of") or place.word(1) in words_of(
        "beside", "length"
    ):
        return mention
    if place.word(1) == "-" and place.word(2) == "long":
        return mention
    if place.word(-1) == "the" and (
        place.word(-2) in words_of("beside", "length_over") or place.word(1) in words_of("beside", "length_ahead")
    ):
        return mention
    return None


def length(place: Place) -> Mention | None:
    """For "39 years": a length, not somebody's age and not "the third quarter of"."""
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Length):
        return mention
    if _is_age(place) or place.word(-1) == "aged":
        return None
    if place.lexemes[mention.first].kind == "l" and place.tokens and place.parsed.tags[place.tokens[0]][:2] == "VB":
        mention = replace(mention, first=mention.first + 1)  # "the talks last two weeks"
    if shape.unit == "second" and place.lexemes[mention.last - 1].kind == "u" and place.word(-1) != "-":
        return mention
    fraction = shape.unit == "quarter" and mention.cue == "length" and shape.amount is not None
    if fraction and place.word(1) == "of" and place.lexemes[mention.first].kind != "D":
        return None
    if _someday(place):
        return replace(mention, type="DATE", shape=Plain("FUTURE_REF"), cue="reference")
    return None if place.word(-1) in MONEY else mention


def _someday(place: Place) -> bool:
    """Whether "one day" stands before its verb: "he may one day return"."""
    tags, tokens = place.parsed.tags, place.tokens
    if place.span.of(place.parsed.text).lower() != "one day":
        return False
    after = tags[tokens.stop] if tokens and tokens.stop < len(tags) else ""
    before = tags[tokens.start - 1] if tokens and tokens.start else ""
    return before == "MD" or after in ("VB", "VBP", "MD")


def _is_age(place: Place) -> bool:
    """Whether somebody is that old; a truce or a strike may be eight months old, but "years old" is said of people."""
    old = words_of("ages", "words")
    if not (place.word(1) in old or (place.word(1) in words_of("beside", "goes_on") and place.word(2) in old)):
        return False
    shape, after = place.mention.shape, place.word(3)
    young = isinstance(shape, Length) and shape.unit in ("hour", "day", "week", "month")
    return not (young and place.word(1) == "-" and after.isalpha() and after not in words_of("ages", "young"))
