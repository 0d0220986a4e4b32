"""Cuts a text into its lines and says which lines go on in the next one, as hard-wrapped text does.

Stands alone because furniture is found in lines and paragraphs are joined from them, on the same offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.clean.text.stamps import is_date_line
from sayso.lexicon import words

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\s]+")
_BULLET = re.compile(r"(?:[•◦▪‣●■*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_CLOSERS = "\"'”’»)]}›"
_TERMINALS = ".!?…。！？؟۔"
_RUN_ON = ",;&/–—-"
# What a shape is judged by: a line's beginning and end, so that a line of megabytes costs no more than a long one.
_HEAD = 2000
_TAIL = 400
# Columns at which people and programs wrap by hand; a longer line is a paragraph of its own.
_NARROWEST, _WIDEST = 30, 132


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink on it: `start` and `end` are those of its ink, `text` is its ink, cut where it is very long.

    `gap`: a blank line (or the beginning of the text) stands before it. `indent`: blanks before its ink.
    """

    start: int
    end: int
    text: str
    gap: bool
    indent: int

    @property
    def tail(self) -> str:
        """The last characters of the line's ink."""
        return self.text[-_TAIL:]


def lines_of(text: str) -> list[Line]:
    """All lines of `text` that are not blank, in order; offsets count its code points. Linear in its length."""
    found: list[Line] = []
    gap = True
    start = 0
    while start <= len(text):
        match = _BREAK.search(text, start)
        stop, following = (match.start(), match.end()) if match else (len(text), len(text) + 1)
        ink = _INK.search(text, start, stop)
        if ink is None:
            gap = True
        else:
            end = _ink_end(text, ink.start(), stop)
            found.append(Line(ink.start(), end, _sample(text, ink.start(), end), gap, ink.start() - start))
            gap = False
        start = following
    return found


def line_of_span(text: str, start: int, end: int) -> Line | None:
    """The line that is the ink of ``text[start:end)``; null where there is none."""
    ink = _INK.search(text, start, end)
    if ink is None:
        return None
    stop = _ink_end(text, ink.start(), end)
    return Line(ink.start(), stop, _sample(text, ink.start(), stop), gap=True, indent=0)


def _ink_end(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _sample(text: str, start: int, end: int) -> str:
    if end - start <= _HEAD + _TAIL:
        return text[start:end]
    return text[start : start + _HEAD] + text[end - _TAIL : end]


def ends_as_sentence(ink: str) -> bool:
    """Whether the words end as a sentence does; "Mr." and single initials do not end one."""
    bare = ink.rstrip(_CLOSERS)
    if not bare or bare[-1] not in _TERMINALS:
        return False
    if bare[-1] != "." or bare != ink:
        return True
    last = bare.rsplit(None, 1)[-1].rstrip(".").lstrip("([\"'“‘").casefold()
    return not (last in words("furniture", "function", "abbreviations") or (len(last) == 1 and last.isalpha()))


def is_bullet(ink: str) -> bool:
    """Whether the line is an item of a list, by its mark."""
    return _BULLET.match(ink) is not None


def goes_on(lines: list[Line]) -> list[bool]:
    """For each line whether the next one continues it: a single newline inside a sentence is white space."""
    on = [False] * len(lines)
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and not lines[last].gap:
            last += 1
        _join_block(lines, first, last, on)
        first = last
    return on


def joined(lines: list[Line]) -> list[Line]:
    """The lines with those that go on in the next one made one: each is a paragraph, unless it is furniture."""
    units: list[Line] = []
    parts: list[Line] = []
    for line, more in zip(lines, goes_on(lines), strict=True):
        parts.append(line)
        if not more:
            units.append(parts[0] if len(parts) == 1 else _merged(parts))
            parts = []
    return units


def _merged(parts: list[Line]) -> Line:
    head = " ".join(part.text for part in parts[: _HEAD // _NARROWEST])
    text = head if len(parts) <= _HEAD // _NARROWEST else head + " " + parts[-1].text
    if len(text) > _HEAD + _TAIL:
        text = text[:_HEAD] + text[-_TAIL:]
    return Line(parts[0].start, parts[-1].end, text, parts[0].gap, parts[0].indent)


def _join_block(lines: list[Line], first: int, last: int, on: list[bool]) -> None:
    widths = [line.indent + line.end - line.start for line in lines[first:last]]
    width = max(widths)
    wrapped = _NARROWEST <= width <= _WIDEST and last - first > 1 and _runs_on(lines[first:last])
    for at, (line, following) in zip(range(first, last), pairwise(lines[first:last]), strict=False):
        full = wrapped and widths[at - first] + 1 + len(_first_word(following.text)) > width
        on[at] = _continues(line, following, full=full)


def _runs_on(block: list[Line]) -> bool:
    """Whether a block reads on from line to line: it ends as a sentence, or a line begins small. A list does not."""
    return ends_as_sentence(block[-1].tail) or any(line.text[0].islower() for line in block[1:])


def _continues(line: Line, following: Line, *, full: bool) -> bool:
    if ends_as_sentence(line.tail) or is_bullet(following.text) or is_date_line(following.text):
        return False
    head = following.text.lstrip("\"'“‘«([")[:1]
    if head.islower():
        return not _is_address(_first_word(following.text)) and (
            full or len(line.text) >= _NARROWEST or line.text[-1:] in _RUN_ON
        )
    if line.text[-1] in ",–—" or (line.text[-1] == "-" and len(line.text) >= 4):  # noqa: PLR2004 - a rule of dashes is no line of words
        return True
    if line.text.rsplit(None, 1)[-1].casefold() in _joining() and len(line.text.split(None, 3)) > 2:  # noqa: PLR2004 - a menu's line is shorter
        return True
    return full and not line.text.endswith(":") and not _is_title_case(line.text)


def _is_address(word: str) -> bool:
    return "@" in word or "/" in word or word.count(".") > 1


def _first_word(ink: str) -> str:
    match = _WORD.match(ink)
    return match.group() if match else ""


def _is_title_case(ink: str) -> bool:
    long = [word for word in ink.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - short words stay small in titles
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)  # noqa: PLR2004


def _joining() -> frozenset[str]:
    return words("furniture", "function", "joins")
