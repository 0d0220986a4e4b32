"""Says whether two actors that names and kinds keep apart may be one voice all the same, for all that two reports tell.

Stands alone because only words that agree can settle it: who tells the same, in the same days, and is described by the
other's name, is most often the body's own man, or one person in two spellings. Alone it says that nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.link.actors.bodies import of_one_kind
from sayso.link.actors.known import content_words
from sayso.link.actors.names import likeness, spelt_alike
from sayso.link.actors.persons import OPEN
from sayso.link.actors.roles import affairs, bodies
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.actors.known import Known

_SOUNDS, _TWO = 0.7, 0.5
"""How alike two names must sound word by word on average, and at the least."""


def perhaps(a: Known, b: Known) -> Decision | None:
    """The decision that leaves it open, with what may tie the two; null where nothing does or no name is shared."""
    if not a.beside(b):
        return None
    why = _named_alike(a, b) or _member(a, b) or _member(b, a) or _kin(a, b) or _kin(b, a) or _one_description(a, b)
    return Decision(False, OPEN, f"{a.actor.name} and {b.actor.name}: {why}") if why else None


def _named_alike(a: Known, b: Known) -> str | None:
    """Two names of persons or of bodies that may be spellings of one."""
    if a.contrast != b.contrast or (a.generation and b.generation and a.generation != b.generation):
        return None
    for ours in a.forms[:2] if a.person else (a.body_words,):
        for theirs in b.forms[:2] if b.person else (b.body_words,):
            if _sounds(ours, theirs) or _sounds(ours, theirs[::-1]) or _joined(ours, theirs):
                return "the names may be spellings of one"
    return None


def _sounds(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if len(ours) != len(theirs) or not ours:
        return False
    each = [likeness(one, other) for one, other in zip(ours, theirs, strict=True)]
    return min(each) >= _TWO and sum(each) / len(each) >= _SOUNDS


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Names whose words are parted in another way, or stand in another order."""
    turns = ["".join((*theirs[i:], *theirs[:i])) for i in range(len(theirs))]
    return len(ours) > 1 and len(theirs) > 1 and any(spelt_alike("".join(ours), turn) for turn in turns)


def _member(one: Known, body: Known) -> str | None:
    """Somebody, named or not, who is described by the name of the body, or by an office and by no other body."""
    if body.person or body.described or not (one.person or one.described or one.nameless):
        return None
    told = _told(one)
    if body.portfolios and (others := affairs(told)) and not body.portfolios & others:
        return None
    named = body.own or body.heads
    if named and _all_in(named, told):
        return "who is described by the name of a body, and the body"
    held = any(made.titles for made in one.roles)
    others = frozenset(word for made in one.roles for word in made.names)
    if held and (not others or _any_in(others, frozenset(body.body_words))) and _of_kind(one, body):
        return "who holds an office that may be of a body, and a body"
    return None


def _of_kind(one: Known, body: Known) -> bool:
    """Whether no description of somebody names another sort of body."""
    kinds = _told(one) & (words("organisations", "heads") | bodies())
    return not (kinds and body.heads) or of_one_kind(kinds, body.heads)


def _kin(one: Known, other: Known) -> str | None:
    """Whoever is called after somebody ("Venn's wife"), and who has his name."""
    if one.person or not other.person:
        return None
    shared = frozenset(content_words(one.actor.name)) & {form[-1] for form in other.forms}
    return "who is called after somebody, and one of his name" if shared else None


def _one_description(a: Known, b: Known) -> str | None:
    """Two of whom at least one has no name, whose descriptions share what is no everyday word for anybody."""
    if a.person and b.person:
        return None
    if not (a.nameless or b.nameless or a.described or b.described) and not of_one_kind(a.heads, b.heads):
        return None
    shared = _telling(a) & _telling(b)
    return "described in the same words" if len(shared) > 1 or (shared and _names_something(shared)) else None


def _names_something(shared: frozenset[str]) -> bool:
    return not shared.isdisjoint(words("organisations", "heads") | bodies() | words("linking", "portfolios", "words"))


def _telling(known: Known) -> frozenset[str]:
    plain = words("linking", "anybody", "words") | words("linking", "levels", "words")
    return frozenset(word for word in _told(known) if word not in plain)


def _told(known: Known) -> frozenset[str]:
    """All words by which a report describes somebody or names a body."""
    phrases = (known.actor.name, *known.actor.aliases, *known.actor.roles, *known.told)
    return frozenset(word for phrase in phrases for word in content_words(phrase))


def _any_in(named: Iterable[str], told: frozenset[str]) -> bool:
    return any(word in told or any(spelt_alike(word, other) for other in told) for word in named)


def _all_in(named: Iterable[str], told: frozenset[str]) -> bool:
    return all(word in told or any(spelt_alike(word, other) for other in told) for word in named)
