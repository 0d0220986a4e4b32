"""Tells time expressions from words that only look like one: "may" the verb, 2000 the count, "a year" the rate.

Stands alone because it is the one place where a found expression is let go, each test with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sayso.extract.dates.lengths import value as length_value
from sayso.extract.dates.shapes import Known, Length, Mention, Plain, Recurring, Same, Steps
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.dates.words import Lexeme
    from sayso.stages import Entity, Parsed

MONEY = frozenset("$\u20ac\u00a3\u00a5#")
FIRST_SURE_YEAR, LAST_SURE_YEAR = 1900, 2099


@dataclass(frozen=True)
class Place:
    """A mention where it stands: its lexemes, the words around it, and its tokens."""

    parsed: Parsed
    lexemes: Sequence[Lexeme]
    mention: Mention

    @cached_property
    def span(self) -> Span:
        """The characters of the mention."""
        return Span(self.lexemes[self.mention.first].start, self.lexemes[self.mention.last - 1].end)

    @cached_property
    def tokens(self) -> range:
        """The tokens that share a character with it."""
        return self.parsed.tokens_in(self.span)

    def word(self, offset: int) -> str:
        """The lexeme before (-1) or after (1) the mention in lower case, empty at the end of the paragraph."""
        at = self.mention.first + offset if offset < 0 else self.mention.last + offset - 1
        return self.lexemes[at].text.lower() if 0 <= at < len(self.lexemes) else ""

    @property
    def tag(self) -> str:
        """The tag of its last token."""
        return self.parsed.tags[self.tokens[-1]] if self.tokens else ""

    @cached_property
    def _entities(self) -> tuple[Entity, ...]:
        """The named entities that share a token with it."""
        return self.parsed.entities_in(self.tokens.start, self.tokens.stop)

    def is_name(self) -> bool:
        """Whether its first word belongs to a person's name."""
        span = self.span
        return any(entity.label == "PERSON" and entity.span.meets(span) for entity in self._entities)

    def is_title(self) -> bool:
        """Whether it is printed with a capital within the longer name of a paper, a programme or a thing."""
        span = self.span
        if not self.lexemes[self.mention.last - 1].text[:1].isupper():
            return False
        return any(
            entity.label in _TITLES and entity.span.holds(span) and entity.span != span for entity in self._entities
        )


# Rules whose words are also the names of papers and programmes ("the Daily", "USA Today", "60 Minutes").
_NAMED = frozenset(("near-day", "frequency", "reference", "pointed", "length", "weekday", "near-night"))
_TITLES = frozenset(("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT"))


def meant(place: Place) -> Mention | None:
    """The mention, changed where the words around change what it is; null where it is no time expression."""
    if place.mention.cue in _NAMED and place.is_title():
        return None
    test = _TESTS.get(place.mention.cue)
    return place.mention if test is None else test(place)


def _lexicon(section: str, entry: str) -> Any:  # noqa: ANN401 (lists of words of the lexicon)
    return table("dates")[section][entry]


def _year(place: Place) -> Mention | None:
    shape = place.mention.shape
    if not isinstance(shape, Known) or shape.period.grain != "year" or place.mention.last - place.mention.first > 1:
        return place.mention
    before, after, year = place.word(-1), place.word(1), shape.period.index
    if before in MONEY or after == "%" or after in _lexicon("year_cues", "counted"):
        return None
    if (
        before in (".", "-", "/")
        and place.lexemes[place.mention.first - 1].end == place.span.start
        and place.word(-2)[-1:].isdigit()
    ):
        return None if before != "-" or not _is_year(place.word(-2)) else place.mention
    cued = before in _lexicon("year_cues", "before") or before in ("", "(", ",", "\u2013", "-", "[")
    if FIRST_SURE_YEAR <= year <= LAST_SURE_YEAR:
        return place.mention if cued or not _counts(place) else None
    return (
        place.mention
        if before in ("in", "since", "from", "until", "by", "of", "to", "fiscal") and not _counts(place)
        else None
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()  # noqa: PLR2004 (the digits of a year)


def _counts(place: Place) -> bool:
    """Whether the number counts the plural noun after it."""
    token = place.tokens[-1] if place.tokens else -1
    if token < 0 or place.parsed.deps[token] != "nummod":
        return False
    head = int(place.parsed.heads[token])
    return place.parsed.tags[head] in ("NNS", "NNPS") and head > token


def _month(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if isinstance(shape, Recurring) and shape.grain == "month":
        word = place.lexemes[mention.last - 1].text
        if word[0].islower() or place.is_name():
            return None
        if word.lower() in _lexicon("ambiguous", "months") and not place.tag.startswith("NN"):
            return None
        if place.word(1) == "'" or (
            word.lower() in _lexicon("ambiguous", "months") and place.word(-1) in ("ms", "mrs", "mr", "miss", "theresa")
        ):
            return None
    return mention


def _weekday(place: Place) -> Mention | None:
    return None if place.mention.last - place.mention.first == 1 and place.is_name() else place.mention


def _season(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Recurring):
        return mention
    word = place.lexemes[mention.last - 1].text.lower()
    if not place.tag.startswith("NN"):
        return None
    if shape.pull is None and not shape.told:
        if word in _lexicon("ambiguous", "seasons") and place.word(-1) not in (
            "in",
            "since",
            "until",
            "by",
            "during",
            "through",
        ):
            return None
        if mention.last - mention.first == 1 and place.word(-1) not in (
            "in",
            "since",
            "until",
            "by",
            "during",
            "through",
            "over",
            "late",
            "early",
        ):
            return None
    return mention


def _a_unit(place: Place) -> Mention | None:  # noqa: PLR0911 (one answer a case)
    """For "a week": a length after a preposition, a rate ("15 a year") after a number or noun."""
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Length) or not shape.bare:
        return mention
    before = place.word(-1)
    token = place.tokens[-1] if place.tokens else -1
    if shape.unit == "quarter":
        return None
    if place.word(1) in ("of", "when", "that", "which", "in") and shape.unit == "day":
        return None
    if token >= 0 and place.parsed.deps[token] == "npadvmod" and place.parsed.tags[token] == "NN":
        if place.word(1) in ("after", "before"):
            return mention
        head = int(place.parsed.heads[token])
        if (
            place.parsed.tags[head][:2] in ("NN", "CD")
            or before[-1:].isdigit()
            or before in ("once", "twice", "times", "million", "billion")
        ):
            return replace(mention, type="SET", shape=Plain(length_value(1, shape.unit)), cue="rate")
    if before in _lexicon("length_cues", "before"):
        return mention
    if place.word(1) in ("after", "before") or token < 0 or mention.first + 2 < mention.last:
        return mention
    if place.parsed.deps[token] in ("nsubj", "nsubjpass", "attr", "conj", "ROOT", "appos", "compound", "poss"):
        return None
    return mention if shape.unit in ("week", "month", "year", "decade", "century", "hour", "fortnight") else None


def _bare_length(place: Place) -> Mention | None:
    """For "for weeks", "months of talks": plural units that are alone."""
    mention = place.mention
    if (place.word(-1) in _lexicon("length_cues", "before") and place.word(-1) != "of") or place.word(1) in (
        "of",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
    ):
        return mention
    if place.word(1) == "-" and place.word(2) == "long":
        return mention
    return None


def _length(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Length):
        return mention
    if _is_age(place) or place.word(-1) == "aged":
        return None
    if shape.unit == "second" and place.lexemes[mention.last - 1].kind == "u" and place.word(-1) != "-":
        return mention
    if shape.unit == "quarter" and mention.cue == "length" and shape.amount is not None and place.word(1) == "of":
        return None
    if place.word(-1) in MONEY:
        return None
    return mention


def _is_age(place: Place) -> bool:
    old = _lexicon("ages", "words")
    return place.word(1) in old or (place.word(1) in ("-", "of") and place.word(2) in old)


def _the_unit(place: Place) -> Mention | None:
    """For "the year", "the quarter": a date unless it names one of many ("the year of the flood")."""
    mention = place.mention
    if not isinstance(mention.shape, Same) or mention.mod is not None:
        return mention
    if place.word(1) in ("ended", "ending") and mention.shape.grain == "year":
        return replace(
            mention, type="DURATION", shape=Length(length_value(1, mention.shape.grain), 1, mention.shape.grain)
        )
    if place.word(1) in ("of", "before", "after", "when", "that", "and", "-", "in"):
        return None
    token = place.tokens[-1] if place.tokens else -1
    if (
        token >= 0
        and place.parsed.deps[token] in ("compound", "nsubj", "nmod", "poss")
        and place.parsed.tags[token] == "NN"
    ):
        return None if place.parsed.deps[token] == "compound" else mention
    return mention


def _reference(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if not isinstance(shape, Plain):
        return mention
    if (
        shape.value == "FUTURE_REF"
        and mention.last - mention.first == 1
        and place.word(-1) not in ("in", "near", "for")
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
    """A bare "12:30" is a time only with a zone, a day, or a word that times have."""
    mention = place.mention
    if mention.last - mention.first > 1 or place.word(-1) in (
        "at",
        "by",
        "until",
        "since",
        "from",
        "around",
        "about",
        "before",
        "after",
        "to",
    ):
        return mention
    return None


def _noon(place: Place) -> Mention | None:
    return None if place.tag not in ("NN", "NNP", "") else place.mention


def _part(place: Place) -> Mention | None:
    """For "the night": a time, not the name of a thing ("the night shift")."""
    token = place.tokens[-1] if place.tokens else -1
    if token >= 0 and (
        place.parsed.deps[token] in ("compound", "amod") or place.word(1) in ("of", "before", "when", "after")
    ):
        return None
    return place.mention


def _pointed(place: Place) -> Mention | None:
    mention, shape = place.mention, place.mention.shape
    if isinstance(shape, Steps) and shape.grain == "day" and shape.count <= 0 and not shape.told:
        return None  # "the last day", "this day"
    return mention


def _decade(place: Place) -> Mention | None:
    return None if place.word(-1) in MONEY or place.word(-1) in ("his", "her", "their", "my", "your") else place.mention


def _holiday(place: Place) -> Mention | None:
    return None if place.is_name() else place.mention


_TESTS = {
    "year": _year,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "a-unit": _a_unit,
    "bare-length": _bare_length,
    "length": _length,
    "the-unit": _the_unit,
    "reference": _reference,
    "the-past": _the_past,
    "clock": _clock,
    "noon": _noon,
    "the-part": _part,
    "pointed": _pointed,
    "decade": _decade,
    "holiday": _holiday,
}
