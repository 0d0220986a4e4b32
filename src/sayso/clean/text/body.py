"""Weighs the lines of a text together and says which are no part of the report, and why.

Stands alone because a menu's line is known by its company: where the report begins and ends decides about the rest.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.clean.text.bylines import read_byline
from sayso.clean.text.lines import ends_as_sentence, is_bullet
from sayso.clean.text.marks import Mark, Shape
from sayso.clean.text.stamps import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.clean.text.lines import Line

# Weights of lines in the search for the stretch that is the report; tuned on pages with known main text.
_MOST_OF_A_LINE = 600
_FURNITURE, _WEAK, _FEW, _HEADING = -90, -60, -30, -30
# A heading such as "Related" weighs by the list below it: inside a report it has a link or two, after it a dozen.
_OPENER, _OPENED, _MOST_OPENED = -40, -40, 8
# Prose under a comment heading, or between headings under "More stories", counts for less: it is threads and teasers.
_UNDER_COMMENTS, _TEASER = 0.35, 0.25
# So many certain lines of furniture, and such a share of lines, make a pasted page: doubtful lines are furniture too.
_PAGE, _PAGE_SHARE = 3, 0.15
# A sentence this near to the report, sharing this much of its words, belongs to it.
_NEAR, _SHARED, _FEWEST_SHARED = 12, 0.45, 4
_LINKS_INSIDE, _HEADING_WORDS = 5, 2
# A page prints its headline in its title, its path and its head; what stands there more often is a label.
_TITLES = 4
_HEADLINE_REACH, _HEADLINE_LONGEST = 60, 250
# The last heading before the report is its headline with one word in common, if it stands so many lines before it.
_BESIDE = 12
_CLOSING = frozenset({"related links", "comment form"})


@dataclass(frozen=True, slots=True)
class Body:
    """`first`, `last`: the lines ``[first, last)`` in which the report stands; `why`: each line's reason, or null."""

    first: int
    last: int
    headline: int | None
    why: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[Line]
    marks: Sequence[Mark]
    repeated: frozenset[str]
    often: frozenset[str]
    pasted: bool

    def is_prose(self, at: int) -> bool:
        return 0 <= at < len(self.marks) and self.marks[at].shape is Shape.PROSE and self.marks[at].why is None

    def is_repeated(self, at: int) -> bool:
        return self.lines[at].text in self.repeated


def body_of(lines: Sequence[Line], marks: Sequence[Mark]) -> Body:
    """Which of `lines` are cut, and why. Linear in the number of lines."""
    if not lines:
        return Body(0, 0, None, ())
    certain = sum(_is_evidence(mark) for mark in marks)
    doubtful = sum(mark.weak for mark in marks)
    counts = Counter(line.text for line in lines)
    repeated = frozenset(text for text, number in counts.items() if number > 1)
    often = frozenset(text for text, number in counts.items() if number > _TITLES)
    page = _Page(
        lines, marks, repeated, often, pasted=certain >= _PAGE and certain + doubtful >= _PAGE_SHARE * len(lines)
    )
    first, last = _widened(page, *_stretch(page))
    if not page.pasted:
        first = next((at for at in range(first) if page.is_prose(at)), first)
    headline = _headline(page, first, last)
    why: list[str | None] = [mark.why for mark in marks]
    _spare_headings(page, why, first, last)
    _cut_links_inside(page, why, first, last)
    _cut_head(page, why, first if headline is None else headline)
    _cut_between(page, why, range(0 if headline is None else headline + 1, first))
    _cut_tail(page, why, last)
    return Body(first, last, headline, tuple(why))


def _stretch(page: _Page) -> tuple[int, int]:
    """The run of lines with the greatest sum of scores (Kadane's algorithm, in Bentley 1984): ``[first, last)``."""
    scores = _scores(page)
    best, best_first, best_last = 0.0, 0, len(scores)
    total, first = 0.0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, first = 0.0, at
        total += score
        if total > best:
            best, best_first, best_last = total, first, at + 1
    return best_first, best_last


def _scores(page: _Page) -> list[float]:
    scores: list[float] = []
    factor, opened, prose = 1.0, False, 0.0
    below = _lists_below(page)
    for at, (line, mark) in enumerate(zip(page.lines, page.marks, strict=True)):
        if mark.opens and prose > _MOST_OF_A_LINE:
            opened = True
            if mark.why == "comment form":
                factor = _UNDER_COMMENTS
        if not page.is_prose(at):
            scores.append(_penalty(mark, below[at]))
            continue
        score = 0.0 if page.is_repeated(at) else factor * min(line.end - line.start, _MOST_OF_A_LINE)
        alone = not page.is_prose(at - 1) and not page.is_prose(at + 1)
        scores.append(score * _TEASER if opened and alone else score)
        prose += score
    return scores


def _is_evidence(mark: Mark) -> bool:
    """Whether a line is certain furniture of a page, which a rule of dashes is not: reports have them too."""
    return mark.why is not None and mark.why != "separator"


def _penalty(mark: Mark, below: int) -> float:
    if _is_evidence(mark):
        return _OPENER + _OPENED * below if mark.opens else _FURNITURE
    return _WEAK if mark.weak else _FEW if mark.shape is Shape.FEW else _HEADING


def _lists_below(page: _Page) -> list[int]:
    """For each line the number of lines below it up to the next sentence, at most `_MOST_OPENED`."""
    below = [0] * len(page.lines)
    run = _MOST_OPENED
    for at in range(len(page.lines) - 1, -1, -1):
        below[at] = run
        run = 0 if page.is_prose(at) else min(run + 1, _MOST_OPENED)
    return below


def _widened(page: _Page, first: int, last: int) -> tuple[int, int]:
    """The stretch with the sentences close by that speak of the same."""
    words = {word for at in range(first, last) if page.is_prose(at) for word in content(page.lines[at].text)}
    for at in range(max(0, first - _NEAR), first):
        if _belongs(page, at, words):
            first = at
            break
    for at in range(min(len(page.lines), last + _NEAR) - 1, last - 1, -1):
        if _belongs(page, at, words) and not any(page.marks[between].opens for between in range(last, at)):
            last = at + 1
            break
    return first, last


def _belongs(page: _Page, at: int, words: set[str]) -> bool:
    if not page.is_prose(at) or page.is_repeated(at):
        return False
    own = content(page.lines[at].text)
    shared = sum(word in words for word in own)
    return shared >= max(_FEWEST_SHARED, _SHARED * len(own))


def _headline(page: _Page, first: int, last: int) -> int | None:
    """The line before the report that shares most words with its beginning; null where none does."""
    beginning = {
        word for at in range(first, min(last, first + 8)) if page.is_prose(at) for word in content(page.lines[at].text)
    }
    best, found = 0.0, None
    alone: int | None = None
    for at in range(max(0, first - _HEADLINE_REACH), min(first + 1, len(page.lines))):
        line = page.lines[at]
        if page.marks[at].why or page.is_prose(at) or line.text in page.often or len(line.text) > _HEADLINE_LONGEST:
            continue
        words = [] if is_date_line(line.text) else content(line.text)
        share = sum(word in beginning for word in words)
        score = share + share / max(1, len(words))
        if len(words) > 2 and share > 1 and score >= best:  # noqa: PLR2004 - one common word is chance
            best, found = score, at
        elif page.marks[at].shape is Shape.HEADING and not page.marks[at].weak:
            near = first - at <= _BESIDE and len(words) > 1 and share and not ends_as_sentence(line.tail)
            alone = at if near and _stands_alone(page, at) else None
    if found is not None or alone is None or not page.pasted:
        return found
    return alone if all(_may_stand_between(page, at) for at in range(alone + 1, first)) else None


def _may_stand_between(page: _Page, at: int) -> bool:
    """Whether a line may stand between headline and report: furniture, a date, a writer."""
    mark, ink = page.marks[at], page.lines[at].text
    return bool(mark.why or mark.weak or is_date_line(ink) or read_byline(ink))


def _stands_alone(page: _Page, at: int) -> bool:
    """Whether blank lines part a line from those before and after it, as a headline and unlike a menu's line."""
    return page.lines[at].gap and (at + 1 == len(page.lines) or page.lines[at + 1].gap)


def content(ink: str) -> list[str]:
    """The longer words of some ink, each once, cut to their beginnings so that endings do not matter."""
    words = (word.strip(".,;:!?\"'“”‘’()[]").casefold() for word in ink[:600].split())
    return list(dict.fromkeys(word[:6] for word in words if len(word) > 3))  # noqa: PLR2004 - small words say little


def _spare_headings(page: _Page, why: list[str | None], first: int, last: int) -> None:
    """A word of menus between two paragraphs of the report is a heading of the report ("Results")."""
    for at in range(first + 1, last - 1):
        if (
            why[at] == "navigation"
            and page.is_prose(at - 1)
            and page.is_prose(at + 1)
            and len(page.lines[at].text.split()) <= _HEADING_WORDS
        ):
            why[at] = None


def _cut_links_inside(page: _Page, why: list[str | None], first: int, last: int) -> None:
    """Under "Related" inside the report the few headings up to the next sentence go, but the last may be its own."""
    at = first
    while at < last:
        end = at + 1
        if page.marks[at].opens and page.marks[at].why == "related links":
            while (
                end < last
                and page.marks[end].shape is Shape.HEADING
                and not page.marks[end].opens
                and not is_bullet(page.lines[end].text)
            ):
                end += 1
            links = end - at - 1
            if end < last and page.is_prose(end) and links <= _LINKS_INSIDE:
                for inside in range(at + 1, end - (links > 1)):
                    why[inside] = why[inside] or "related links"
        at = end


def _cut_head(page: _Page, why: list[str | None], until: int) -> None:
    surely = any(_is_evidence(page.marks[at]) or page.marks[at].weak for at in range(until))
    for at in range(until):
        if page.marks[at].weak or (surely and (page.pasted or page.marks[at].shape is Shape.FEW)):
            # Beside the temperature stands the name of a place.
            why[at] = why[at] or ("weather" if at > 0 and page.marks[at - 1].why == "weather" else "navigation")


def _cut_between(page: _Page, why: list[str | None], between: range) -> None:
    """Between headline and report: doubtful lines, and what stands there twice; a deck or a byline stays."""
    for at in between:
        if page.marks[at].weak or (page.pasted and page.is_repeated(at)):
            why[at] = why[at] or ("repeated" if page.is_repeated(at) else "navigation")


def _cut_tail(page: _Page, why: list[str | None], last: int) -> None:
    """After the report: doubtful lines, and all from the first certain furniture on; a list may end the report."""
    count = len(page.lines)
    opened = next(
        (at for at in range(last, count) if _is_evidence(page.marks[at]) and page.marks[at].why != "photo credit"),
        count,
    )
    reason = page.marks[opened].why if opened < count else None
    if reason is None:
        return
    for at in range(last, count):
        mark = page.marks[at]
        if mark.why and _is_evidence(mark):
            reason = mark.why if mark.opens else reason if reason in _CLOSING else "navigation"
        if (
            mark.weak
            or (page.pasted and at > opened)
            or (at > opened and mark.shape is not Shape.PROSE and reason in _CLOSING)
        ):
            why[at] = why[at] or reason


def report_of(lines: Sequence[Line], marks: Sequence[Mark]) -> Body:
    """The same for lines that are known to be the main text: only certain furniture goes, and no line by its place."""
    page = _Page(lines, marks, frozenset(), frozenset(), pasted=False)
    why: list[str | None] = [mark.why for mark in marks]
    _spare_headings(page, why, 0, len(lines))
    _cut_links_inside(page, why, 0, len(lines))
    return Body(0, len(lines), None, tuple(why))
