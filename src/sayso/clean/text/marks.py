"""Judges one line by itself: is it furniture for certain, perhaps, a sentence, or only a few words, and why.

Stands alone because it looks at no other line; `body.py` weighs the lines together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from sayso.clean.text.lines import ends_as_sentence, is_bullet
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from sayso.clean.text.lines import Line

_TOKEN = re.compile(r"[^\W_](?:[^\s]*[^\W_])?|[&+]|©")
_AGO = re.compile(r"~?(?:an?|\d{1,3})\s?(?:minute|min|hour|hr|day|week|month|year|[mhdw])s?\s+ago\b", re.IGNORECASE)
_NUMBERS_ONLY = re.compile(r"[\d\s.,:/%$€£+*#x()|•·–—-]+")
_SEPARATOR = re.compile(r"[-–—_=*#~•·.\s]{2,80}")
_RULE = re.compile(r"[^\w\s]{1,80}|_{1,80}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,32}|@\w{2,30}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}\s+\S")
_STARTS_MAX, _HOLDS_MAX, _WHOLE_WORDS = 200, 400, 14
_LONGEST_PHRASE = 8
_PASSING, _OPENING = 220, 140
# A sentence of a report may begin like a button; only these kinds of furniture are written in full sentences.
_IN_SENTENCES = frozenset({"comment form", "subscription", "cookie notice", "copyright", "sharing"})
_CATEGORIES = (
    "comments",
    "cookies",
    "subscription",
    "advertisement",
    "copyright",
    "related",
    "sharing",
    "photo",
    "press",
    "navigation",
)


class Shape(Enum):
    """What a line looks like."""

    PROSE = "prose"
    FEW = "few"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Mark:
    """`why` set: furniture for certain. `weak`: furniture in such company. `opens`: heads a list of links or a form."""

    shape: Shape
    why: str | None = None
    weak: bool = False
    opens: bool = False


def mark(line: Line) -> Mark:
    """The mark of one line. Linear in its length, which is bounded."""
    ink = line.text
    length = line.end - line.start
    words = ink.split() if length <= _HOLDS_MAX else ink[:_HOLDS_MAX].split()
    shape = _shape(ink, length, words)
    if length > _HOLDS_MAX:
        return Mark(shape)
    low = _plain(ink)
    why = _weather(ink) or _whole(low, words) or _starts(low, shape, length) or _holds(low, shape)
    heading = _heading(low, shape)
    if why or heading:
        return Mark(shape, heading or why, opens=heading is not None or low.strip(" :.»›>") in _opens())
    if _SEPARATOR.fullmatch(ink):
        return Mark(shape, "separator")
    if _is_link_residue(ink, shape):
        return Mark(shape, "navigation")
    return Mark(shape, weak=_is_weak(ink, low, words, shape))


def holds_furniture(ink: str) -> bool:
    """Whether a word of a few words is one of menus and buttons."""
    return any(_known(word.strip(".,:()").casefold()) for word in ink.split())


def is_section(ink: str) -> bool:
    """Whether all of the few words are those of menus and sections ("World", "Middle East")."""
    tokens = _TOKEN.findall(_plain(ink))
    return bool(tokens) and _is_covered(tokens)


def _shape(ink: str, length: int, words: list[str]) -> Shape:
    if length >= _HOLDS_MAX:
        return Shape.PROSE
    small = sum(word.strip(".,;:\"'“”‘’()").casefold() in _function() for word in words)
    ended = ends_as_sentence(ink)
    if (ended and len(words) >= 6 and small >= 0.12 * len(words)) or (len(words) >= 18 and small >= 0.2 * len(words)):  # noqa: PLR2004 - tuned
        return Shape.PROSE
    if ended and (len(words) >= 10 or (len(words) < 4 and length >= 40)):  # noqa: PLR2004 - languages without these words, or without blanks
        return Shape.PROSE
    if ended and ink[:1] in "\"'“‘«" and len(words) >= 2:  # noqa: PLR2004 - a short quotation
        return Shape.PROSE
    return Shape.HEADING if len(words) >= 4 else Shape.FEW  # noqa: PLR2004 - a headline has four words or more


def _plain(ink: str) -> str:
    return " ".join(ink.casefold().replace("’", "'").replace("‘", "'").split())


def _whole(low: str, words: list[str]) -> str | None:
    """The reason where phrases of furniture, numbers and separators are all that the line holds."""
    if len(words) > _WHOLE_WORDS:
        return None
    tokens = _TOKEN.findall(low)
    tokens = [token for token in tokens if not token.replace(".", "").replace(",", "").isdigit()]
    reason: str | None = None
    at = 0
    phrases = _phrases()
    while at < len(tokens):
        for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            why = phrases.get(" ".join(tokens[at : at + size]))
            if why:
                reason = reason or why
                at += size
                break
        else:
            return None
    return reason


def _starts(low: str, shape: Shape, length: int) -> str | None:
    if length > _STARTS_MAX:
        return None
    for phrase, why in _starting().get(low[:1], ()):
        if not low.startswith(phrase):
            continue
        if phrase[-1].isalnum() and low[len(phrase) : len(phrase) + 1].isalnum():
            continue
        if shape is not Shape.PROSE or why in _IN_SENTENCES:
            return why
    return None


def _holds(low: str, shape: Shape) -> str | None:
    """The reason where a phrase stands in the line; in a long sentence only near its beginning."""
    within = low[:_OPENING] if shape is Shape.PROSE and len(low) > _PASSING else low
    return next((why for phrase, why in _holding() if phrase in within), None)


def _heading(low: str, shape: Shape) -> str | None:
    """The reason of a heading such as "More great stories" or "23 comments"."""
    words = [word.strip("()[]:.»") for word in low.split()]
    if shape is Shape.PROSE or ends_as_sentence(low) or not 2 <= len(words) <= 5:  # noqa: PLR2004 - a heading
        return None
    headings = table("furniture")["headings"]
    if words[-1] in headings["comments"] and all(word.isdigit() or word in headings["threads"] for word in words[:-1]):
        return "comment form"
    return "related links" if words[0] in headings["first"] and words[-1] in headings["last"] else None


def _weather(ink: str) -> str | None:
    if len(ink) > 40:  # noqa: PLR2004 - a weather line is short
        return None
    low = ink.casefold()
    number, rest = _leading_number(low)
    if number and rest.strip(" °º.,") in {"f", "c", ""} and (rest.strip() in _weather_units()):
        return "weather"
    words = low.replace(",", " ").split()
    return (
        "weather"
        if len(words) > 1 and all(_is_weather_word(word) for word in words) and any(c in "°º℃℉%" for c in low)
        else None
    )


def _leading_number(low: str) -> tuple[str, str]:
    cut = 0
    while cut < len(low) and (low[cut].isdigit() or low[cut] in "+-.,−"):
        cut += 1
    return low[:cut], low[cut:]


def _is_weather_word(word: str) -> bool:
    _, rest = _leading_number(word)
    return rest in _weather_units() or rest in {"", "%", "/"} or word in _weather_words()


def _is_link_residue(ink: str, shape: Shape) -> bool:
    """Arrows, bare addresses, telephone numbers, "3 hours ago", a line of strokes between links."""
    if shape is Shape.PROSE or len(ink) > _STARTS_MAX:
        return False
    if (ink[-1] in "→»›>" and ink[0] != "<") or ink.count("|") >= 3 or ink.count("»") >= 2:  # noqa: PLR2004 - separators of a menu or a path
        return True
    rest = _ADDRESS.sub("", ink)
    if rest != ink and not any(c.isalnum() for c in rest):
        return not ink.startswith("@")
    return _AGO.search(ink) is not None and len(_AGO.sub("", ink).split()) <= 4  # noqa: PLR2004 - "updated 3 hours ago"


def _is_weak(ink: str, low: str, words: list[str], shape: Shape) -> bool:
    if shape is Shape.PROSE or is_bullet(ink):
        return False
    bare = not any(c.isalnum() for c in _ADDRESS.sub("", ink))
    if bare or _NUMBERS_ONLY.fullmatch(ink) or _RULE.fullmatch(ink) or _CLOCK.match(ink):
        return True
    tokens = [token for token in _TOKEN.findall(low) if not token.isdigit()]
    if len(tokens) > 2 and ends_as_sentence(ink):  # noqa: PLR2004 - "On YouTube and Twitter."
        return False
    if _AGO.search(ink) and len(words) <= 30:  # noqa: PLR2004 - a link with its age
        return True
    return bool(tokens) and _is_covered(tokens)


def _is_covered(tokens: list[str]) -> bool:
    at = 0
    while at < len(tokens):
        size = next((n for n in range(min(4, len(tokens) - at), 0, -1) if _known(" ".join(tokens[at : at + n]))), 0)
        if not size:
            return False
        at += size
    return True


def _known(phrase: str) -> bool:
    return phrase in _weak() or phrase in _phrases()


@cache
def _reasons() -> dict[str, str]:
    furniture = table("furniture")
    return {name: str(furniture[name].get("why", name)) for name in _CATEGORIES}


@cache
def _phrases() -> dict[str, str]:
    furniture = table("furniture")
    found: dict[str, str] = {}
    for name, why in _reasons().items():
        for phrase in furniture[name].get("whole", ()):
            found.setdefault(" ".join(_TOKEN.findall(phrase)), why)
    found.pop("", None)
    return found


@cache
def _starting() -> dict[str, tuple[tuple[str, str], ...]]:
    furniture = table("furniture")
    found: dict[str, list[tuple[str, str]]] = {}
    for name, why in _reasons().items():
        for phrase in furniture[name].get("starts", ()):
            found.setdefault(phrase[:1], []).append((phrase, why))
    return {head: tuple(entries) for head, entries in found.items()}


@cache
def _holding() -> tuple[tuple[str, str], ...]:
    furniture = table("furniture")
    return tuple((phrase, why) for name, why in _reasons().items() for phrase in furniture[name].get("holds", ()))


@cache
def _opens() -> frozenset[str]:
    furniture = table("furniture")
    return frozenset(phrase for name in _CATEGORIES for phrase in furniture[name].get("opens", ()))


@cache
def _weak() -> frozenset[str]:
    return frozenset(" ".join(_TOKEN.findall(phrase)) for phrase in table("furniture")["weak"]["whole"])


def _function() -> frozenset[str]:
    return words("furniture", "function", "words")


def _weather_units() -> frozenset[str]:
    return words("furniture", "weather", "units")


@cache
def _weather_words() -> frozenset[str]:
    return frozenset(word for phrase in table("furniture")["weather"]["words"] for word in phrase.split())
