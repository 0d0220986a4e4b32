"""Reads a masthead or a letterhead: the line above the headline that names who publishes ("The Miren Post").

Stands alone because such a line looks like a headline: only its words and what follows it tell them apart.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sayso.clean.text.marks import is_section
from sayso.clean.text.parties import Party, known
from sayso.lexicon import table, words

_LONGEST, _MOST_WORDS, _NOTE_WORDS = 70, 6, 3
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_BESIDE = re.compile(r"\s+[-–—|•·]\s+")
_LEADING_ON = words("function_words", "in_names", "heads")
_MARKS = frozenset('.:;?!"“”‘»«,/@#')
_VOWELS = frozenset("aeiouyáéíóúäöü")
_SHORT = 3


def read_masthead(ink: str, at: int) -> Party | None:
    """The outlet or body that the line `ink` names, all of it; null where it may be anything else.

    Known names are believed; others must be few, begin with capitals, and have a word for a medium or a body where
    such names have it ("Post", "Ministry of"). `at` is the line's offset in the text.
    """
    if len(ink) > _LONGEST:
        return None
    bare = without_remark(ink)
    whole = known(bare, at)
    if whole:
        return whole if len(bare) > _SHORT else None
    parts = list(_pieces(bare))
    edited = _edited(ink, at)
    if edited is not None:
        return edited
    if len(parts) == 2 and (name := _expanded(*(words for _, words in parts))):  # noqa: PLR2004 - a short form and its name
        offset = next(start for start, words in parts if words == name)
        return known(name, at + offset) or Party(cased(name), at + offset, at + offset + len(name), False, False)
    if len(parts) == 1 and _is_name(bare) and not is_section(bare):
        return Party(cased(bare), at, at + len(bare), agency=False, known=False)
    return None


def without_remark(ink: str) -> str:
    """A name without the remark in brackets behind it ("(translated)")."""
    return _REMARK.sub("", ink)


def _pieces(ink: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for match in _BESIDE.finditer(ink):
        found.append((start, ink[start : match.start()]))
        start = match.end()
    return [*found, (start, ink[start:])]


def _edited(ink: str, at: int) -> Party | None:
    """The name, whatever its words, beside which a note says which edition of it this is."""
    name, *notes = (words for _, words in _pieces(ink))
    if not notes and (remark := _REMARK.search(ink)):
        name, notes = ink[: remark.start()], [remark.group().strip(" ()[]")]
    editions = tuple(words("credits", "mastheads", "editions"))
    if len(notes) != 1 or not notes[0].casefold().endswith(editions) or len(notes[0].split()) > _NOTE_WORDS:
        return None
    if not _may_be_name(name) or is_section(name):
        return None
    return known(name, at) or Party(cased(name), at, at + len(name), agency=False, known=False)


def _may_be_name(name: str) -> bool:
    """Whether some words may be a name: few, with capitals, without marks and figures."""
    small = _small()
    printed = [word for word in name.split() if word.casefold() not in small]
    plain = not any(c in _MARKS or c.isdigit() for c in name)
    return (
        plain
        and 0 < len(printed) <= _MOST_WORDS
        and all(word[0].isupper() or word == "&" for word in name.split()[:1] + printed)
    )


def _expanded(first: str, second: str) -> str | None:
    """The name of which the other is the short form, by its initials."""
    for short, name in ((first, second), (second, first)):
        words = [word for word in name.split() if word[0].isupper()]
        if len(words) > 1 and short.isupper() and short == "".join(word[0] for word in words):
            return name
    return None


def is_short_form(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`."""
    return _expanded(short, name) == name


def _is_name(ink: str) -> bool:
    words = ink.split()
    small = _small()
    if not 1 < sum(word not in small for word in words) <= _MOST_WORDS or any(c in _MARKS or c.isdigit() for c in ink):
        return False
    if not all(word[0].isupper() or word in small or word == "&" for word in words):
        return False
    low = [word.casefold() for word in words]
    ends = {
        low[-1],
        *(before for before, after in pairwise(low) if after in _LEADING_ON),
    }
    return bool(ends & _nouns())


def cased(name: str) -> str:
    """A name printed in capitals as it is usually written, where no word of it may be a short form."""
    words = name.split()
    if not name.isupper() or any(_may_be_short(word) for word in words):
        return " ".join(words)
    small = _small()
    return " ".join(
        word.lower() if place and word.lower() in small else word.title() for place, word in enumerate(words)
    )


def _may_be_short(word: str) -> bool:
    low = word.casefold()
    return low not in _small() and (len(word) <= _SHORT or not _VOWELS & set(low))


@cache
def _nouns() -> frozenset[str]:
    heads = table("credits")["mastheads"]
    return frozenset(heads["media"]) | frozenset(heads["bodies"])


def _small() -> frozenset[str]:
    return words("credits", "mastheads", "small")
