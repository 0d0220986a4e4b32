"""Tells headlines, list items and captions from paragraphs of sentences.

Stands alone because a headline is read by rules of its own later ("...: police" is an attribution without a cue).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from sayso.clean.text.body import content
from sayso.clean.text.head_dates import placed
from sayso.clean.text.letterheads import is_until, letterhead_of
from sayso.clean.text.lines import ends_as_sentence, is_bullet
from sayso.clean.text.marks import Mark, Shape
from sayso.clean.text.mastheads import read_masthead
from sayso.clean.text.stamps import is_date_line
from sayso.clean.text.statements import read_statement
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.clean.text.lines import Line
    from sayso.clean.text.parties import Party

Kind = Literal["headline", "body", "list", "caption", "cell"]
_FIRST_LINES = 8
_LONGEST_HEADLINE = 160
_LONGEST_HEADING = 100
_LONGEST_WITH_STOP = 110
_CAPTION = 500
_AGAIN = 120
_RESTATED = 0.5


def kind_of(line: Line, mark: Mark) -> Kind:
    """The kind of a paragraph by its own shape."""
    ink = line.text
    if is_bullet(ink):
        return "list"
    if line.end - line.start <= _CAPTION and _is_caption(ink):
        return "caption"
    short = line.end - line.start <= _LONGEST_HEADING and mark.shape is not Shape.PROSE
    return (
        "headline"
        if short and not ends_as_sentence(line.tail) and ink[-1] not in ":,;-–—" and ink[:1] not in "\"'“‘—–-"
        else "body"
    )


def _is_caption(ink: str) -> bool:
    low = ink.casefold().rstrip(" .")
    if any(low.endswith(ending) for ending in _endings()):
        return True
    if low.endswith((")", "]")):
        cut = max(low.rfind("("), low.rfind("["))
        return cut >= 0 and any(low[cut + 1 :].startswith(word) or low[:-1].endswith(word) for word in _brackets())
    return False


def masthead_of(lines: Sequence[Line], marks: Sequence[Mark], kept: Sequence[int]) -> tuple[int, Party] | None:
    """The line above the headline that names who publishes, and whom it names; null where there is none.

    It is the first of the text but for such words as "press release", and a headline, or a statement's heading, must
    follow before the first sentence.
    """
    head = letterhead_of(lines)
    if head is not None:
        return head
    first = next((at for at, mark in enumerate(marks[:_FIRST_LINES]) if mark.why != "press release"), None)
    if first is None or (marks[first].why is not None and marks[first].shape is not Shape.FEW):
        return None
    party = read_masthead(lines[first].text, lines[first].start)
    return (first, party) if party is not None and _is_above_headline(lines, marks, kept, first) else None


def _is_above_headline(lines: Sequence[Line], marks: Sequence[Mark], kept: Sequence[int], first: int) -> bool:
    for at in kept[: _FIRST_LINES + 1]:
        if at > first and _heads_statement(lines[at]):
            return True
        if at <= first or is_date_line(lines[at].text):
            continue
        named = read_statement(lines[at].text) or kind_of(lines[at], marks[at]) == "headline"
        return bool(named) or marks[at].shape is Shape.HEADING
    return False


def _heads_statement(line: Line) -> bool:
    """Whether a line only says that what follows is a statement, and of which day: "Statement, 11 June 2031"."""
    word = line.text.split(maxsplit=1)[0].rstrip(",:.").casefold()
    short = line.end - line.start <= _LONGEST_HEADING and not ends_as_sentence(line.tail)
    return short and word in words("credits", "statements", "documents")


def title_of(lines: Sequence[Line], marks: Sequence[Mark], kept: Sequence[int], headline: int | None) -> int | None:
    """Which line is the report's headline: the one found by its words, else the first where it looks like one."""
    if headline is not None and headline in kept:
        return headline
    kept = [at for at in kept[:_FIRST_LINES] if not _is_dated(lines[at].text)]
    for place, at in enumerate(kept[:2]):
        line, mark = lines[at], marks[at]
        if line.end - line.start > _LONGEST_HEADLINE or place + 1 >= len(kept):
            break
        following = lines[kept[place + 1]]
        if place and marks[kept[0]].shape is not Shape.FEW:
            break
        open_ended = ends_as_sentence(line.tail) or line.text[-1] in ":,"
        if kind_of(line, mark) == "headline" or (not open_ended and mark.shape is Shape.HEADING):
            return kept[place + 1] if _is_kicker(line, mark, following, marks[kept[place + 1]]) else at
        if not (open_ended or place) and _begins_with(following, line):
            return at
        if (
            _restated(line, [lines[i] for i in kept[place + 1 : place + 4]])
            and following.end - following.start > line.end - line.start
        ):
            return at
    return None


def _is_dated(ink: str) -> bool:
    """Whether a line only says when the text was written, where, or until when it holds."""
    return bool(is_date_line(ink) or placed(ink)) or is_until(ink)


def _is_kicker(line: Line, mark: Mark, following: Line, after: Mark) -> bool:
    """Whether a few words only say where the headline belongs that stands on the next line ("Miren: the bridge")."""
    return (
        mark.shape is Shape.FEW
        and after.shape is Shape.HEADING
        and not following.gap
        and following.start > line.end
        and kind_of(following, after) == "headline"
    )


def _begins_with(following: Line, line: Line) -> bool:
    """Whether the next paragraph says a line again within its first words, as pages do with their headline."""
    return line.text in following.text[: _AGAIN + len(line.text)]


def _restated(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line with a full stop is a headline: one short sentence in title case or in the report's own words."""
    ink = line.text.rstrip()
    if (
        len(ink) > _LONGEST_WITH_STOP
        or not following
        or any(stop in ink[:-1] for stop in (". ", "! ", "? "))
        or ink[0] in '"“'
    ):
        return False
    words = [word for word in ink.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - small words stay small in titles
    if len(words) > 2 and all(word[0].isupper() for word in words):  # noqa: PLR2004
        return True
    own = content(ink)
    beginning = {word for other in following for word in content(other.text)}
    return len(own) > 2 and sum(word in beginning for word in own) >= _RESTATED * len(own)  # noqa: PLR2004


@cache
def _endings() -> tuple[str, ...]:
    return tuple(table("furniture")["photo"]["endings"])


@cache
def _brackets() -> tuple[str, ...]:
    return tuple(table("furniture")["photo"]["brackets"])
