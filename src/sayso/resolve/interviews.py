"""Says who stands behind "Q:" and "A:" in an interview: those whom the text before it names, else two without a name.

Stands alone because such labels name nobody, and who the two are is told once, in a title or a sentence of the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse import lemma
from sayso.resolve.entities import Entity
from sayso.resolve.terms import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Span
    from sayso.resolve.names import Name
    from sayso.resolve.walk import Walk

WITH = words("statements", "turns", "with")
OF = words("statements", "turns", "of")
REACH = 6
"""How many tokens behind "interview with" the name of the one interviewed begins at most."""


def interview(walk: Walk) -> dict[int, Entity]:
    """For each row whose source is but a label of an interview's turn, by index, who speaks."""
    asking = [i for i in range(len(walk.rows)) if _label(walk, i) in words("statements", "turns", "interviewer")]
    answering = [i for i in range(len(walk.rows)) if _label(walk, i) in words("statements", "turns", "interviewee")]
    if not answering and not asking:
        return {}
    first = min(walk.parsed.tokens_in(_label_span(walk, i)).start for i in (*asking, *answering))
    asked, asks = _two(walk, first)
    found: dict[int, Entity] = {}
    for rows, entity, name in ((asking, asks, "interviewer"), (answering, asked, "interviewee")):
        who = entity or Entity(kind="unnamed", first=-1, name=name)
        for row in rows:
            who.kept.add(_label_span(walk, row))
            found[row] = who
    return found


def _label(walk: Walk, row: int) -> str | None:
    """The words of the label that a row's source is, in lower case; null for a row with a cue or without a source."""
    told = walk.rows[row]
    return told.source.text.lower().strip(".") if told.cue is None and told.source is not None else None


def _label_span(walk: Walk, row: int) -> Span:
    source = walk.rows[row].source
    assert source is not None  # noqa: S101 - only rows with a label are asked
    return source.spans[0]


def _two(walk: Walk, until: int) -> tuple[Entity | None, Entity | None]:
    """Who is asked and who asks, as the text before token `until` says; null for whom it does not name."""
    asked = asks = None
    for token in range(until):
        if walk.parsed.lower[token] in words("statements", "turns", "interviews"):
            name = _named_with(walk, token, until)
            if name is not None and _asks(walk, name):
                asks, asked = asks or walk.entity_of[name.first], asked or _teller(walk, token)
            elif name is not None and name.sort == "person":
                asked = asked or walk.entity_of[name.first]
                owner = next((n for n in walk.names if n.last == token - 1 and _is_mediums(walk, token - 1)), None)
                asks = asks or (walk.entity_of[owner.first] if owner is not None else None)
    for subject, other in _talks(walk, until):
        if _own(walk, subject) and _person(walk, other):
            asked = asked or _who(walk, other)
        elif _asks_at(walk, subject) and not _asks_at(walk, other):
            asks, asked = asks or _who(walk, subject), asked or _person(walk, other)
        elif _asks_at(walk, other) or (asked is not None and _who(walk, subject) is asked):
            asks, asked = asks or _who(walk, other), asked or _person(walk, subject)
    return asked, asks if asks is not asked else None


def _named_with(walk: Walk, token: int, until: int) -> Name | None:
    """The name that stands behind "interview with" (or with a colon behind "Q&A"), in the same paragraph."""
    after = token + 1
    if after >= until or not (walk.parsed.lower[after] in WITH or walk.parsed.words[after] == ":"):
        return None
    here = walk.parsed.paragraph[token]
    near = (
        n for n in walk.names if after < n.last and n.first <= after + REACH and walk.parsed.paragraph[n.first] == here
    )
    return next((name for name in near if not name.modifier or name.sort == "person"), None)


def _asks(walk: Walk, name: Name) -> bool:
    """Whether a name is a medium's, or that of somebody who is called a medium's own."""
    entity = walk.entity_of[name.first]
    outlet = walk.parsed.cleaned.report.outlet
    if any(is_medium(form) or (outlet is not None and form == outlet.name) for form in entity.names):
        return True
    before = (name.title[0] if name.title is not None else name.first) - 1
    return _is_mediums(walk, before) or _is_from_medium(walk, name.last)


def _is_mediums(walk: Walk, token: int) -> bool:
    """Whether the possessive mark of a medium's name stands at `token`."""
    if token < 0 or walk.parsed.tags[token] != "POS":
        return False
    return any(name.last == token and _is_outlets(walk, name) for name in walk.names)


def _is_from_medium(walk: Walk, token: int) -> bool:
    """Whether "of" and a medium's name stand behind a person's ("Rita Solm of the Eastgate Daily")."""
    if token >= len(walk.parsed) or walk.parsed.lower[token] not in OF:
        return False
    return any(token < name.first <= token + 2 and _is_outlets(walk, name) for name in walk.names)


def _is_outlets(walk: Walk, name: Name) -> bool:
    return any(is_medium(form) for form in walk.entity_of[name.first].names)


def _talks(walk: Walk, until: int) -> Iterator[tuple[int, int]]:
    """For each "X spoke with Y" the tokens of the two."""
    parsed = walk.parsed
    for verb in range(until):
        if not parsed.tags[verb].startswith("VB") or lemma(parsed.lower[verb], "verb") not in words(
            "statements", "turns", "talks"
        ):
            continue
        subject = next((c for c in parsed.children[verb] if parsed.deps[c] == "nsubj"), None)
        below = [c for c in parsed.children[verb] if parsed.lower[c] in WITH and parsed.deps[c] == "prep"]
        others = [o for c in below for o in parsed.children[c] if parsed.deps[o] == "pobj"]
        if subject is not None and others:
            yield subject, others[0]


def _who(walk: Walk, token: int) -> Entity | None:
    name = walk.name_at.get(token)
    return walk.entity_of[name.first] if name is not None else walk.memory.at.get(token)


def _person(walk: Walk, token: int) -> Entity | None:
    entity = _who(walk, token)
    return entity if entity is not None and entity.kind in {"person", "unnamed"} else None


def _own(walk: Walk, token: int) -> bool:
    """Whether a word stands for the medium's own people ("we", "our correspondent")."""
    own = words("statements", "turns", "own")
    return walk.parsed.lower[token] in own or any(walk.parsed.lower[c] in own for c in walk.parsed.children[token])


def _asks_at(walk: Walk, token: int) -> bool:
    name = walk.name_at.get(token)
    return name is not None and _asks(walk, name)


def _teller(walk: Walk, token: int) -> Entity | None:
    """Who is said to tell something in the interview at `token`: the subject of its sentence."""
    parsed = walk.parsed
    sentence = parsed.sentence_tokens(parsed.sentence[token])
    subjects = (
        t for t in sentence if parsed.deps[t] == "nsubj" and parsed.heads[int(parsed.heads[t])] == parsed.heads[t]
    )
    return next((who for t in subjects if (who := _person(walk, t)) is not None), None)
