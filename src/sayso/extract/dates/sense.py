"""Tells time expressions from words that only look like one: "may" the verb, 2000 the count, "the night shift".

Stands alone because it is the one place where a found date is let go, each test with its reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates.lengths import value as length_value
from sayso.extract.dates.place import without_that, words_of
from sayso.extract.dates.shapes import Clock, Frame, Known, Length, Mention, Plain, Recurring, Same, Steps, Yearless
from sayso.extract.dates.spans import MONEY, a_unit, bare_length, length
from sayso.extract.dates.tense import direction
from sayso.extract.dates.words import KINDS
from sayso.lexicon import table
from sayso.parse.labels import PLURAL_NOUNS, PREMODIFIERS
from sayso.parse.stamps import stamp_of

if TYPE_CHECKING:
    from sayso.extract.dates.place import Place

_APOSTROPHES = ("'", "\u2019")
_OPENERS = ('"', "'", "\u201c", "\u2018", "`")
FIRST_SURE_YEAR, LAST_SURE_YEAR = 1900, 2099
# Rules whose words are also the names of papers and programmes ("the Daily", "USA Today", "60 Minutes").
_NAMED = frozenset(("near-day", "frequency", "reference", "pointed", "length", "weekday", "near-night"))
_OPENING = ("", ".", "(", ":", "-", "\u2013", "\u2014", *_OPENERS)
_NEARBY = 50  # words around "the first half" among which a match is named


def meant(place: Place) -> Mention | None:
    """The mention, changed where the words around change what it is; null where it is no time expression."""
    place = without_that(place)
    if place.mention.cue in _NAMED and (place.is_title() or _quoted_title(place)):
        return None
    test = _TESTS.get(place.mention.cue)
    return place.mention if test is None else test(place)


def _ends_title(place: Place) -> bool:
    """Whether "the" is small and what follows is not: "person of the Year", "Miren in the Morning"."""
    the, word, *_ = (*place.lexemes[place.mention.first : place.mention.last], place.lexemes[place.mention.last - 1])
    return the.kind == KINDS["the"] and the.text[0].islower() and word.text[0].isupper()


def _quoted_title(place: Place) -> bool:
    """Whether it is printed in capitals right behind a quotation mark: "This Week", "60 Minutes"."""
    words = place.lexemes[place.mention.first : place.mention.last]
    return len(words) > 1 and place.word(-1) in _OPENERS and all(not word.text[0].islower() for word in words)


def _year(place: Place) -> Mention | None:
    shape = place.mention.shape
    if not isinstance(shape, Known) or shape.period.grain != "year" or place.mention.last - place.mention.first > 1:
        return place.mention
    before, after, year = place.word(-1), place.word(1), shape.period.index
    if before in MONEY or after == "%" or after in words_of("year_cues", "counted"):
        return None
    if (
        before in (".", "-", "/")
        and place.lexemes[place.mention.first - 1].end == place.span.start
        and place.word(-2)[-1:].isdigit()
    ):
        return None if before != "-" or not _is_year(place.word(-2)) else place.mention
    if place.lexemes[place.mention.first].text[0] in _APOSTROPHES:  # "'87", which may be a quoted number
        return place.mention if before in words_of("year_cues", "before") else None
    cued = before in words_of("year_cues", "before") or before in ("", "(", ",", "\u2013", "-", "[")
    if FIRST_SURE_YEAR <= year <= LAST_SURE_YEAR:
        return place.mention if cued or not _counts(place) else None
    return place.mention if before in words_of("beside", "year") and not _counts(place) else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()  # noqa: PLR2004 (the digits of a year)


def _counts(place: Place) -> bool:
    """Whether the number counts the plural noun after it; reports count in round numbers where they print no comma."""
    token = place.tokens[-1] if place.tokens else -1
    if token < 0 or place.parsed.deps[token] != "nummod":
        return False
    head = int(place.parsed.heads[token])
    if place.parsed.tags[head] not in PLURAL_NOUNS or head < token:
        return False
    if place.parsed.lower[head] in words_of("year_cues", "counted"):
        return True
    year = int(place.parsed.words[token]) if place.parsed.words[token].isdecimal() else 0
    return year % 10 == 0 and head == token + 1


def _month(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if isinstance(shape, Recurring) and shape.grain == "month":
        word = place.lexemes[mention.last - 1].text
        if word[0].islower() or place.is_name():
            return None
        if word.lower() in words_of("ambiguous", "months") and not place.tag.startswith("NN"):
            return None
        if place.word(1) == "'":
            return None
        if word.lower() in words_of("ambiguous", "months") and _is_march(place):
            return None
    return mention


def _is_march(place: Place) -> bool:
    """Whether it is a name or an event and no month: "Mrs May", "the annual March for Life"."""
    before = place.word(-1)
    if before in words_of("ambiguous", "titles"):
        return True
    return (
        place.word(1) in words_of("beside", "event")
        and not place.word(2)[-1:].isdigit()
        and place.mention.last - place.mention.first == 1
        and (before == "the" or before not in (*words_of("year_cues", "before"), ",", ""))
    )


def _weekday(place: Place) -> Mention | None:
    mention, before = place.mention, place.lexemes[place.mention.first - 1] if place.mention.first else None
    if mention.last - mention.first > 1 or before is None:
        return None if mention.last - mention.first == 1 and place.is_name() else mention
    short = place.lexemes[mention.first].kind == KINDS["short-weekday"]
    if short and before.text[0].isupper():
        return None  # "the Miren Sun."
    named = before.text[0].isupper() and before.text.lower() in words_of("named_days", "before")
    return None if named or place.is_name() else mention


def _month_day(place: Place) -> Mention | None:
    """For "19 May"; "Covid-19 may" tells of no day."""
    words = (place.lexemes[at].text for at in range(place.mention.first, place.mention.last))
    return None if any(word in words_of("ambiguous", "months") for word in words) else place.mention


def _frequency(place: Place) -> Mention | None:
    """For "daily"; with a capital within a sentence it is a paper, and so is "the weekly Harbour Mirror"."""
    capital = place.lexemes[place.mention.first].text[0].isupper()
    head = int(place.parsed.heads[place.tokens[-1]]) if place.tokens else -1
    paper = head > place.tokens[-1] and place.parsed.tags[head] == "NNP" if place.tokens else False
    return None if paper or (capital and place.word(-1) not in _OPENING) else place.mention


def _weekdays(place: Place) -> Mention | None:
    """For "Mondays"; before a noun it is one Monday whose apostrophe was lost ("Mondays attack")."""
    token = place.tokens[-1] if place.tokens else -1
    tags, head = place.parsed.tags, int(place.parsed.heads[token]) if token >= 0 else -1
    owns = head > token and tags[head].startswith("NN")
    beside = 0 <= token < len(tags) - 1 and tags[token + 1] == "NN" and place.word(-1) != "on"
    words = place.lexemes[place.mention.first : place.mention.last]
    if not (owns or beside):
        return place.mention
    day = Recurring("weekday", number=words[0].value)
    if len(words) == 1:
        return replace(place.mention, type="DATE", shape=day, cue="weekday")
    return replace(place.mention, type="TIME", shape=Clock(f"T{words[1].value}", day), cue="weekday-part")


def _season(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Recurring):
        return mention
    word = place.lexemes[mention.last - 1].text.lower()
    if not place.tag.startswith("NN"):
        return None
    if shape.pull is None and not shape.told:
        if word in words_of("ambiguous", "seasons") and place.word(-1) not in words_of("beside", "season"):
            return None
        if mention.last - mention.first == 1 and place.word(-1) not in words_of("beside", "season") | words_of(
            "beside", "bare_season"
        ):
            return None
    return mention


def _the_unit(place: Place) -> Mention | None:
    """For "the year", "the quarter": a date unless it names one of many ("the year of the flood")."""
    mention = place.mention
    if not isinstance(mention.shape, Same) or mention.mod is not None:
        return mention
    to_month = place.word(1) in words_of("beside", "span_to") and place.word(2) in table("dates")["months"]
    if (place.word(1) in words_of("beside", "ended") or to_month) and mention.shape.grain == "year":
        return replace(
            mention, type="DURATION", shape=Length(length_value(1, mention.shape.grain), 1, mention.shape.grain)
        )
    if place.word(1) == "of" and place.word(2) in MONEY:
        return mention  # "a high for the year of $42"
    after = words_of("beside", "one_of")
    after = after if mention.shape.grain == "quarter" else after | words_of("beside", "naming")
    told_over = place.word(1) == "that" and place.word(-1) in words_of(
        "beside", "told_over"
    )  # "said over the weekend that"
    if (place.word(1) in after and not told_over) or _ends_title(place):
        return None
    token = place.tokens[-1] if place.tokens else -1
    if (
        token >= 0
        and place.parsed.deps[token] in ("compound", "nsubj", "nmod", "poss")
        and place.parsed.tags[token] == "NN"
    ):
        named = place.parsed.deps[token] == "compound" and mention.shape.grain != "weekend"
        return None if named else mention  # "the year end", but "the weekend vote"
    return mention


def _half(place: Place) -> Mention | None:
    """For "the first half": of a year, not of a match."""
    mention = place.mention
    if not isinstance(mention.shape, Recurring) or mention.shape.grain != "half":
        return mention
    unit = place.word(2 if place.word(1) == "-" else 1)
    if unit in table("dates")["units"] and unit != "year":
        return None  # "the first half-hour"
    around = place.lexemes[max(0, mention.first - _NEARBY) : mention.last + _NEARBY]
    return None if any(lexeme.text.lower() in words_of("play", "words") for lexeme in around) else mention


def _the_nth(place: Place) -> Mention | None:
    """For "on the 4th": a day where nothing follows that is the fourth."""
    tags, tokens = place.parsed.tags, place.tokens
    after = tags[tokens.stop] if tokens and tokens.stop < len(tags) else ""
    led = place.word(-1) in words_of("beside", "nth")
    if place.word(1) in words_of("beside", "goes_on"):
        return None
    return place.mention if led and not after.startswith(("NN", "JJ", "CD", "VBG", "HYPH")) else None


def _that(place: Place) -> Mention | None:
    """For "that year"; "the corresponding quarter" only with its year."""
    shape, first = place.mention.shape, place.lexemes[place.mention.first]
    word = place.lexemes[place.mention.first + 1] if first.kind == "D" else first
    lone = word.text.lower() in words_of("that", "needs_year") and isinstance(shape, Same) and not shape.back
    return None if lone else place.mention


def _period(place: Place) -> Mention | None:
    """For "the latest period"; "the same period" only with its year."""
    shape = place.mention.shape
    latest = any(one.text.lower() == "latest" for one in place.lexemes[place.mention.first : place.mention.last])
    told = isinstance(shape, Frame) and (shape.back or shape.year is not None)
    return place.mention if latest or told else None


def _reference(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Plain):
        return mention
    named = place.tag == "JJ" and place.lexemes[mention.first].kind == KINDS["the"]
    if shape.value == "FUTURE_REF" and (place.word(1) == "of" or named):
        return None  # "the future of the mill", "its future plans"
    if (
        shape.value == "FUTURE_REF"
        and mention.last - mention.first == 1
        and place.word(-1) not in words_of("beside", "future")
    ):
        return None
    return mention


def _the_past(place: Place) -> Mention | None:
    token = place.tokens[-1] if place.tokens else -1
    if token < 0 or place.parsed.tags[token] not in ("NN", "JJ"):
        return None
    after = token + 1
    if after < len(place.parsed) and place.parsed.tags[after] in ("NN", "NNS", "CD", "JJ", "NNP") and place.word(1):
        return None
    return place.mention


def _clock(place: Place) -> Mention | None:
    """A bare "12:30" is a time only with a zone, a day, a word that times have, or where a live page's post begins."""
    mention = place.mention
    post = stamp_of(place.parsed, place.span)
    if post is not None and post.holds(place.span) and isinstance(mention.shape, Clock) and mention.shape.day is None:
        return replace(mention, shape=replace(mention.shape, day=Steps("day", 0)))
    several = mention.last - mention.first > 1
    return mention if several or place.word(-1) in words_of("clock_cues", "before") else None


def _clock_part(place: Place) -> Mention | None:
    """For "at 4 in the morning"; "killed 4 in the morning" tells only of the morning."""
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Clock) or place.word(-1) in words_of("clock_cues", "before"):
        return mention
    the = next(at for at in range(mention.first, mention.last) if place.lexemes[at].kind == "D")
    part = place.lexemes[the + 1].value
    return replace(mention, first=the, shape=replace(shape, time=f"T{part}"), cue="the-part")


def _unit_beyond(place: Place) -> Mention | None:
    """For "the year before": a date where nothing follows that it is before ("the year before the flood")."""
    token = place.tokens[-1] if place.tokens else -1
    ends = not place.word(1)[:1].isalnum()  # what stands before a comma is before nothing
    if token < 0 or place.lexemes[place.mention.first].kind != "D" or (place.tag == "IN" and not ends):
        return None
    return None if any(child > token for child in place.parsed.children[token]) else place.mention


def _then(place: Place) -> Mention | None:
    """For "until then", "by that time"; "at that time" is as old as what is told."""
    tags, tokens = place.parsed.tags, place.tokens
    after = tags[tokens.stop] if tokens and tokens.stop < len(tags) else ""
    cued = place.word(-1) in words_of("then_cues", "before")
    return place.mention if cued and not after.startswith("NN") else None


def _unit_end(place: Place) -> Mention | None:
    """For "since year-end": the end of the year before."""
    mention, shape = place.mention, place.mention.shape
    if isinstance(shape, Same) and place.word(-1) == "since":
        return replace(mention, shape=Steps(shape.grain, -1))
    return mention


def _noon(place: Place) -> Mention | None:
    """For "noon"; with a capital behind another it is part of a name ("High Noon")."""
    before = place.lexemes[place.mention.first - 1].text if place.mention.first else ""
    if before[:1].isupper() and place.lexemes[place.mention.first].text[0].isupper():
        return None
    tag = place.parsed.tags[place.tokens[0]] if place.tokens else ""
    return None if tag not in ("NN", "NNP", "") else place.mention


def _part(place: Place) -> Mention | None:
    """For "the night": a time, not the name of a thing ("the night shift")."""
    token = place.tokens[-1] if place.tokens else -1
    if _ends_title(place):
        return None
    if token >= 0 and (place.parsed.deps[token] in PREMODIFIERS or place.word(1) in words_of("beside", "part")):
        return None
    return place.mention


def _pointed(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if isinstance(shape, Steps) and shape.count == 1 and not shape.told and place.lexemes[mention.first].kind == "D":
        word = place.lexemes[mention.first + 1].text.lower()
        if word == "next" and (shape.grain == "day" or direction(place.parsed, place.tokens) < 0):
            return replace(mention, shape=replace(shape, told=True))  # "the next day" follows the day told of
    if isinstance(shape, Steps) and shape.grain == "day" and shape.count <= 0 and not shape.told:
        return None  # "the last day", "this day"
    return mention


def _decade(place: Place) -> Mention | None:
    return None if place.word(-1) in MONEY or place.word(-1) in words_of("beside", "decade") else place.mention


def _other_calendar(place: Place) -> Mention | None:
    """For "Ramadan 15" without its year: a day only behind a word that days have, and no part of a name."""
    mention = place.mention
    if not isinstance(mention.shape, Yearless):
        return mention
    if place.lexemes[mention.first].kind != KINDS["other-month"]:
        return mention
    return mention if place.word(-1) in words_of("pulls", "days") and not place.is_name() else None


def _holiday(place: Place) -> Mention | None:
    """For "Easter", which is also a name, as "Eid al-Fitr" is not."""
    if place.word(1) in table("holidays")["names"]["after"]:
        return None
    several = len(place.span.of(place.parsed.text).split()) > 1
    return None if place.is_name() and not several else place.mention


_TESTS = {
    "year": _year,
    "month": _month,
    "month-day": _month_day,
    "frequency": _frequency,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "weekday-parts": _weekdays,
    "season": _season,
    "a-unit": a_unit,
    "bare-length": bare_length,
    "length": length,
    "that": _that,
    "the-nth": _the_nth,
    "quarter": _half,
    "period": _period,
    "the-unit": _the_unit,
    "reference": _reference,
    "the-past": _the_past,
    "clock": _clock,
    "clock-part": _clock_part,
    "unit-beyond": _unit_beyond,
    "then": _then,
    "unit-end": _unit_end,
    "noon": _noon,
    "the-part": _part,
    "pointed": _pointed,
    "decade": _decade,
    "holiday": _holiday,
    "other-calendar": _other_calendar,
}
