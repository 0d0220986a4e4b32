"""Finds what keeps two statements apart whatever else they share: figures, days, names, negation, modality, opposites.

Stands alone because each of these is a veto of its own, and says which words it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.link.actors.names import spelt_alike
from sayso.link.actors.places import one_place
from sayso.link.claims.opposites import bare, opposites
from sayso.link.claims.placing import KINDS
from sayso.link.claims.quantities import apart, days_apart
from sayso.parse.meaning import unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.link.claims.marks import Mark
    from sayso.link.claims.quantities import Quantity
    from sayso.link.claims.statements import Floats, Statement

_BEARING, _ASIDE = 0.5, 0.75
"""A mark counts where a word it bears on has at least so near a word on the other side; one beside it, a nearer."""
_BESIDE, _BESIDES = 3, 0.6
_ARTICLES = words("function_words", "articles", "all")
_PHRASE = 3
"""Words behind two numbers that tell that both count the same."""
_FRAME, _SYNONYM = 0.5, 0.6
_UNMARKED = frozenset({"will", "sure"})
_MAYBE = frozenset({"able", "possible", "weigh"})
"""What may be told without a word for it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What two statements differ in, and in which words."""

    what: str
    why: str


def clash(a: Statement, b: Statement, near: Floats) -> Clash | None:
    """The first thing that keeps the two apart; `near` holds how near their telling words are to one another."""
    if figures := apart(a.quantities, b.quantities):
        return Clash("number", f"One says {figures[0].text!r}, the other {figures[1].text!r}")
    if in_place := _in_one_phrase(a, b):
        return Clash("number", f"One says {in_place[0].text!r}, the other {in_place[1].text!r}")
    if days := days_apart(a.days, b.days):
        return Clash("date", f"One speaks of {days[0]}, the other of {days[1]}")
    if a.order and b.order and not a.order & b.order:
        return Clash("number", f"One says {min(a.order)!r}, the other {min(b.order)!r}")
    if names := _names_apart(a, b):
        return Clash("name", f"One names {names[0]}, the other {names[1]}")
    ours, theirs = tuple(_counted(a, near)), tuple(_counted(b, near.T))
    return (
        _turned(a, b, near, ours, theirs)
        or _weakened(ours, b)
        or _weakened(theirs, a)
        or _of_other_share(ours, theirs)
        or _replaced(a, b)
    )


def _in_one_phrase(a: Statement, b: Statement) -> tuple[Quantity, Quantity] | None:
    """Two counts that stand before the same words and are not one number, whatever each was read to count."""
    ours, theirs = ([one for one in side.quantities if one.kind == "count"] for side in (a, b))
    left = [one for one in ours if not any(one.meets(other) for other in theirs)]
    right = [one for one in theirs if not any(one.meets(other) for other in ours)]
    return next(((one, other) for one in left for other in right if _behind(a, one) & _behind(b, other)), None)


def _behind(statement: Statement, one: Quantity) -> set[tuple[str, ...]]:
    """The words that stand behind a number wherever it is printed, where they are enough to be a phrase."""
    words = [word.low for word in statement.words]
    number = one.text.lower().split()
    ends = (at + len(number) for at in range(len(words)) if words[at : at + len(number)] == number)
    phrases = (tuple(words[end : end + _PHRASE]) for end in ends)
    return {phrase for phrase in phrases if len(phrase) == _PHRASE}


def _replaced(a: Statement, b: Statement) -> Clash | None:
    """Whether the two begin and end in the same words, and between them speak of other things."""
    ours, theirs = _skeleton(a), _skeleton(b)
    shorter = min(len(ours), len(theirs))
    first = next((i for i in range(shorter) if not _one_word(a, ours[i], b, theirs[i])), shorter)
    last = next(
        (i for i in range(shorter - first) if not _one_word(a, ours[-1 - i], b, theirs[-1 - i])), shorter - first
    )
    if first + last < _FRAME * max(len(ours), len(theirs)):
        return None
    here, there = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    one, other = _meaning_of(a, here), _meaning_of(b, there)
    if one is None or other is None or float(one @ other) >= _SYNONYM:
        return None
    words = (" ".join(some.words[i].low for i in middle) for some, middle in ((a, here), (b, there)))
    return Clash("word", "In the same words one says {!r}, the other {!r}".format(*words))


def _skeleton(one: Statement) -> list[int]:
    """The words of a content that a change of tense or of speaker leaves alone."""
    changing = words("comparing", "changing", "words")
    return [i for i, word in enumerate(one.words) if not word.stop and word.low not in changing]


def _one_word(a: Statement, i: int, b: Statement, j: int) -> bool:
    return bool(a.words[i].forms & b.words[j].forms)


def _meaning_of(one: Statement, some: Sequence[int]) -> Floats | None:
    """The unit vector of some of the telling words, null where there are none, or names or numbers among them."""
    row = {index: at for at, index in enumerate(one.telling)}
    rows = [row[index] for index in some if index in row]
    if not rows or all(one.words[index].forms & words("comparing", "light", "words") for index in some if index in row):
        return None
    if any(one.words[index].raw[0].isupper() or one.words[index].raw[0].isdecimal() for index in some):
        return None
    total: Floats = one.weights[rows] @ one.senses[rows]
    return unit(total)


def _names_apart(a: Statement, b: Statement) -> tuple[str, str] | None:
    left = sorted(run for run in a.names if not _named(run, b))
    right = sorted(run for run in b.names if not _named(run, a))
    alike = len(left) == len(right) == 1 and _same_besides(a, b)
    found = next(((one, other) for one in left for other in right if alike or _in_one_place(a, one, b, other)), None)
    return (_printed(found[0]), _printed(found[1])) if found else None


def _same_besides(a: Statement, b: Statement) -> bool:
    """Whether most of the shorter's telling words, names aside, stand in the other too."""
    shorter, longer = sorted((a, b), key=lambda one: len(one.telling))
    words = [shorter.words[i] for i in shorter.telling if not shorter.words[i].capital]
    return sum(not word.forms.isdisjoint(longer.forms) for word in words) >= _BESIDES * max(1, len(words))


def _in_one_place(a: Statement, one: tuple[str, ...], b: Statement, other: tuple[str, ...]) -> bool:
    """Whether two names are told of the same: they share a word, or the words before or after them are the same."""
    if set(one) & set(other):
        return True
    ours, theirs = _around(a, one), _around(b, other)
    return any(x & y for x, y in zip(ours, theirs, strict=True))


def _around(statement: Statement, run: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The forms of the words before and after a name, articles left out."""
    words = [word for word in statement.words if word.low not in _ARTICLES]
    at = next((i for i, word in enumerate(words) if run[0] in word.parts), 0)
    end = at + len(run)
    none: frozenset[str] = frozenset()
    return words[at - 1].forms if at else none, words[end].forms if end < len(words) else none


def _named(run: tuple[str, ...], other: Statement) -> bool:
    """Whether a name of the one stands on the other side too: in full, in part, in another spelling."""
    for theirs in other.names:
        if one_place(" ".join(run), " ".join(theirs)):
            return True
        shorter, longer = sorted((run, theirs), key=len)
        if all(any(spelt_alike(word, one) or one_place(word, one) for one in longer) for word in shorter):
            return True
    return all(word in other.forms for word in run)


def _printed(run: tuple[str, ...]) -> str:
    return " ".join(word.capitalize() for word in run)


def _counted(one: Statement, near: Floats) -> Iterator[Mark]:
    """The marks that bear on what the other side speaks of too."""
    row = {index: at for at, index in enumerate(one.telling)}
    best = near.max(axis=1) if near.size else ()
    for mark in one.marks:
        bears = [row[index] for index in mark.on if index in row] if len(best) else []
        if not mark.on or any(best[at] >= (_ASIDE if mark.aside else _BEARING) for at in bears):
            yield mark


def _turned(a: Statement, b: Statement, near: Floats, ours: Sequence[Mark], theirs: Sequence[Mark]) -> Clash | None:
    """Whether one says what the other denies: an odd number of negations and opposites between them."""
    pairs = opposites(a, b, near)
    paired = {word for pair in pairs for word in pair}
    no_a, no_b = (
        [
            mark
            for mark in one.marks
            if "negation" in mark.classes and (mark in some or any(one.words[i].low in paired for i in mark.on))
        ]
        for one, some in ((a, ours), (b, theirs))
    )
    marked = {mark.text for mark in (*a.marks, *b.marks)}
    against = [pair for pair in pairs if not marked & set(pair)]
    if (len(no_a) + len(no_b) + len(against)) % 2 == 0 or (_unanswered(a, no_a, no_b) or _unanswered(b, no_b, no_a)):
        return None
    if not against and (_told_as_ending(a, b, no_a, near) or _told_as_ending(b, a, no_b, near.T)):
        return None
    if against:
        return Clash("opposite", f"One says {against[0][0]!r}, the other {against[0][1]!r}")
    more = (no_a if len(no_a) > len(no_b) else no_b)[0].text
    prefixed = any(more in pair for pair in pairs)  # "able", "unable": no other reading of the rest helps
    return Clash("opposite" if prefixed else "negation", f"Only one of them says {more!r}")


def _unanswered(one: Statement, counted: Sequence[Mark], others: Sequence[Mark]) -> bool:
    """Whether one's only clause has a negation that no word of the other's answers, while the other's has one too."""
    if len(counted) >= len(others) or any(word.stop for word in one.words[:-1]):
        return False
    return sum("negation" in mark.classes for mark in one.marks) == len(others)


def _told_as_ending(one: Statement, other: Statement, negations: Sequence[Mark], near: Floats) -> bool:
    """Whether one's negation is the other's word for an end: "no longer besieged", "the siege is over"."""
    ending = words("opposites", "negation", "ending")
    row = {index: at for at, index in enumerate(one.telling)}
    for mark in negations:
        if mark.text == "no longer" and any(word.forms & ending & _stopping() for word in other.words):
            return True
        if any(one.words[i].forms & ending for i in range(max(0, mark.at - 2), max(0, mark.at))):
            return True
        for index in mark.on:
            if index not in row or not near.size or near[row[index]].max() < _BEARING:
                continue
            there = other.telling[int(near[row[index]].argmax())]
            beside = other.words[max(0, there - _BESIDE) : there + _BESIDE + 1]
            if any(word.forms & ending and word.forms.isdisjoint(one.forms) for word in beside):
                return True
    return False


def _stopping() -> frozenset[str]:
    return words("opposites", "negation", "stopping")


def _weakened(counted: Sequence[Mark], there: Statement) -> Clash | None:
    """Whether one says that something may, can, should or might be, and the other that it is or will be."""
    others = _modal(there.marks)
    told = frozenset[str]().union(*(mark.classes for mark in others))
    for mark in _modal(counted):
        if mark.classes & _UNMARKED and not (others and mark.classes <= {"sure"} and "possible" in told):
            continue
        # What cannot be, is not: the two differ in nothing else where the other is denied too.
        if mark.denied and mark.classes - {"negation"} <= _MAYBE and _denied(there):
            continue
        if not mark.classes & told:
            what = f"the other {others[0].text!r}" if others else "the other says it outright"
            return Clash("modality", f"One says {mark.text!r}, {what}")
    return None


def _denied(one: Statement) -> bool:
    """Whether a content holds a negation, or a word for what cannot be done ("unforgivable")."""
    return any("negation" in mark.classes for mark in one.marks) or any(
        word.low.endswith(("able", "ible")) and bare(word.low) for word in one.words
    )


def _modal(marks: Sequence[Mark]) -> list[Mark]:
    modal = KINDS
    return [mark for mark in marks if mark.classes & modal]


def _of_other_share(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Clash | None:
    """Whether one speaks of all and the other of some."""
    first, second = _shares(ours), _shares(theirs)
    if not first or not second or set(first) & set(second):
        return None
    one, other = next(iter(first.values())), next(iter(second.values()))
    return Clash("number", f"One says {one!r}, the other {other!r}")


def _shares(marks: Sequence[Mark]) -> dict[str, str]:
    listed = {"share-all", "share-most", "share-some"}
    return {name: mark.text for mark in marks for name in sorted(mark.classes & listed)}
