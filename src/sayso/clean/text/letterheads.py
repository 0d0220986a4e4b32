"""Reads the head of a body's own paper: its name, "Briefing" or "Situation report" below, and the day.

Stands alone because the three together say what none of them says alone: the whole text is that body's statement.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.clean.text.head_dates import placed
from sayso.clean.text.mastheads import cased, without_remark
from sayso.clean.text.parties import Party, known
from sayso.clean.text.stamps import Stamp, is_date_line, months, read_stamps
from sayso.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.clean.text.lines import Line

_LONGEST, _MOST_WORDS = 120, 12
_PAPER, _PAPER_WORDS = 120, 6
_FIRST, _NEAR = 3, 3
_MARKS = frozenset('.:;?!"“”‘»«,/@#')
_WORD = re.compile(r"[^\W\d_][^\s,;:()\d]*")
_DATED = re.compile(r"\b(?:\d|[A-Z])")


def letterhead_of(lines: Sequence[Line]) -> tuple[int, Party] | None:
    """The line at the head of `lines` that names the body whose paper it is, and the body; null where none does.

    A word for such a paper must stand below it, and the day of the paper beside that, above or below. Of two
    bodies the lower is named, but for a mere department of the upper.
    """
    for at in range(min(_FIRST, len(lines)) - 1, -1, -1):
        below = lines[at + 1 : at + 1 + _NEAR]
        paper = next((place for place, other in enumerate(below[:2]) if is_paper(other.text)), None)
        if paper is None or not any(_day(other.text) for other in below):
            continue
        if party := _body(lines[at].text, lines[at].start):
            return _whole(lines, at) or (at, party)
    return None


def _whole(lines: Sequence[Line], at: int) -> tuple[int, Party] | None:
    """The body named right above one of its departments, which are called so ("Directorate of Roads")."""
    if not at or not is_department(lines[at].text):
        return None
    above = lines[at - 1]
    party = _body(above.text, above.start)
    return None if party is None else (at - 1, party)


def body_before(ink: str, at: int) -> Party | None:
    """The body, and no medium, that what stands before the day of a line names ("Red Bridge Society, 5 March 2021")."""
    return _body(ink.rstrip(" ,"), at) if ink.rstrip().endswith(",") else None


def is_department(ink: str) -> bool:
    """Whether a line begins as the name of a body's department does."""
    return ink.split(maxsplit=1)[0].casefold() in words("credits", "mastheads", "departments")


def is_paper(ink: str) -> bool:
    """Whether a line only says what kind of paper follows, of what place, its number and its day."""
    return _papers_end(ink) is not None


def _papers_end(ink: str) -> int | None:
    """Where the words for a paper end in a line that holds no more but its number and day; null where it is no such."""
    if len(ink) > _PAPER:
        return None
    found = list(_WORD.finditer(ink))
    papers = words("credits", "mastheads", "papers")
    named = next((at for at, match in enumerate(found) if match.group().casefold() in papers), _PAPER_WORDS)
    if named >= _PAPER_WORDS or found[0].group().casefold() in words("credits", "mastheads", "small"):
        return None
    title = ink[: found[named].start()]
    if any(c in _MARKS - {":"} or c.isdigit() for c in title) or not all(w[0].isupper() for w in _WORD.findall(title)):
        return None
    beside = words("credits", "mastheads", "beside_papers") | papers | words("credits", "weekdays", "names")
    behind = (match.group().casefold() for match in found[named + 1 :])
    if not all(word in beside or word.rstrip(".") in beside | months().keys() for word in behind):
        return None
    return found[named].end()


def told_until(ink: str) -> Stamp | None:
    """The day of a line that says no more than until when a paper holds, or of which day it is; null for others."""
    start = _until_end(ink) or _papers_end(ink)
    return None if start is None else _stamp(ink, start)


def is_until(ink: str) -> bool:
    """Whether a line says until when a paper holds, and no more ("As of 5 March 2021")."""
    start = _until_end(ink)
    return start is not None and _stamp(ink, start) is not None


def _until_end(ink: str) -> int | None:
    """Where "as of" ends, or what else such a line begins with; null where it does not begin so."""
    low = ink.casefold()
    if len(ink) > _PAPER:
        return None
    return max((len(p) for p in words("credits", "mastheads", "until") if low.startswith(p + " ")), default=None)


def _day(ink: str) -> bool:
    return bool(is_date_line(ink) or placed(ink)) or told_until(ink) is not None


def _stamp(ink: str, start: int) -> Stamp | None:
    """The whole date with which a line ends, somewhere behind `start`."""
    for begun in _DATED.finditer(ink, start):
        read = read_stamps(ink[begun.start() :])
        if read.stamps and read.stamps[0].value and not ink[begun.start() + read.end :].strip(" .)]"):
            first = read.stamps[0]
            return replace(first, start=begun.start() + first.start, end=begun.start() + first.end)
    return None


def _body(ink: str, at: int) -> Party | None:
    """The body, and no medium, that the line `ink` names, all of it."""
    bare = without_remark(ink)
    named = bare.split()
    small = words("credits", "mastheads", "small")
    plain = [word for word in named if word.casefold() not in small]
    if len(ink) > _LONGEST or not 1 < len(plain) <= _MOST_WORDS or any(c in _MARKS or c.isdigit() for c in bare):
        return None
    low = bare.casefold()
    issuers = tuple(words("credits", "mastheads", "issuers"))
    printed = plain[2:] if low.startswith(issuers) else plain
    if known(bare) or not bare[0].isupper() or not all(word[0].isupper() or word == "&" for word in printed):
        return None
    if low.startswith(issuers) or low.endswith(issuers):
        return _party(bare, at) if len(plain) > 2 else None  # noqa: PLR2004 - a press office and whose it is
    shared = words("credits", "mastheads", "shared")
    media = words("credits", "mastheads", "media") - shared
    heads, pairs = _heads(low.split()), pairwise(low.split())
    bodily = heads & (words("credits", "mastheads", "bodies") | words("credits", "mastheads", "forces"))
    of_media = heads & media or any(before in media and after in shared for before, after in pairs)
    return _party(bare, at) if bodily and not of_media else None


def _heads(low: list[str]) -> set[str]:
    """The words of a name that may say what it is of: the last but for a point of the compass, those before "of"."""
    sided = len(low) > 1 and low[-1] in words("circumstances", "places", "directions")
    before = (one for one, after in pairwise(low) if after in words("credits", "mastheads", "small"))
    return {low[-2] if sided else low[-1], *before}


def _party(bare: str, at: int) -> Party:
    return Party(cased(bare), at, at + len(bare), agency=False, known=False)
