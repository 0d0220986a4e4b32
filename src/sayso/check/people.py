"""The persons that a report names, by surname, and which of them a pronoun, a role or a line of dates speaks of.

Stands alone because rules on ages and on lives need to know of whom a clause speaks, actors or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse.labels import NOUNS_BESIDE_NOUNS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.check.facts import Facts
    from sayso.stages import Parsed

_NAME = re.compile(r"[^\W\d_][\w'\u2019-]*")
_TITLES: dict[str, str] = table("checks")["persons"]["titles"]
_NO_NAMES = {*_TITLES, *table("checks")["persons"]["other_titles"]}
_TITLE = re.compile(r"\b([A-Z][a-z]+)\.? (?:[A-Z][\w'\u2019.-]* ){0,2}$")
BEFORE = 40  # characters before a surname in which its title stands
_OF_PLACES = words("checks", "persons", "places")
_SAME: dict[str, list[str]] = table("clauses")["pronouns"]["third"]
PERSONAL = words("clauses", "pronouns", "persons")
_THIRD = {word: name for name, words in _SAME.items() for word in words}
MOST = 200  # names beyond which a report is a list
FARTHEST = 12  # sentences back to which a pronoun may reach


@dataclass(frozen=True, slots=True)
class People:
    """Surnames with every place where they stand, in text order, those that two persons share, and known pronouns."""

    mentions: tuple[tuple[Span, str], ...]
    shared: frozenset[str]
    pronouns: Mapping[str, str] = field(default_factory=dict)

    def at(self, start: int, end: int) -> str | None:
        """The surname that stands within these characters, the first one."""
        return next((name for span, name in self.mentions if start <= span.start < end), None)

    def only(self, start: int, end: int) -> str | None:
        """The one surname that stands within these characters; null for none or several."""
        names = {name for span, name in self.mentions if start <= span.start < end}
        return names.pop() if len(names) == 1 else None

    def before(self, start: int, end: int) -> str | None:
        """The last surname that stands within these characters."""
        return next((name for span, name in reversed(self.mentions) if start <= span.start < end), None)


def people(parsed: Parsed | None) -> People:
    """The persons among the report's entities; none where there is no parse.

    A given name alone is the person's of whom the report has the whole name. A lone word that stands where a place
    does ("of Sabra", "at Sabra") is none.
    """
    if parsed is None:
        return People((), frozenset())
    given: dict[str, set[str]] = {}
    lone: dict[str, bool] = {}
    for entity in parsed.entities:
        words = [_bare(word) for word in _NAME.findall(entity.span.of(parsed.text)) if word[0].isupper()]
        if entity.label != "PERSON" or not words:
            continue
        given.setdefault(words[-1], set()).update(
            word for word in words[:1] if word.title() not in _NO_NAMES and words[1:]
        )
        if len(words) == 1 and parsed.tokens_in(entity.span):
            before = parsed.tokens_in(entity.span)[0] - 1
            lone[words[0]] = lone.get(words[0], True) and before >= 0 and parsed.lower[before] in _OF_PLACES
    all_firsts = [name for names in given.values() for name in names]
    firsts = {
        name: surname
        for surname, names in given.items()
        if len(names) == 1
        for name in names
        if all_firsts.count(name) == 1
    }
    given = {name: names for name, names in given.items() if names or not (lone.get(name) or name in firsts)}
    if not 0 < len(given) <= MOST:
        return People((), frozenset())
    pattern = re.compile(
        r"\b(" + "|".join(re.escape(name) for name in sorted(given.keys() | firsts)) + r")\b", re.IGNORECASE
    )
    found = [
        (Span(*match.span(1)), name if (name := match[1].lower()) in given else firsts[name])
        for match in pattern.finditer(parsed.text)
        if match[1][0].isupper()
    ]
    pronouns = {
        name: _TITLES[title[1]]
        for span, name in found
        if (title := _TITLE.search(parsed.text[max(0, span.start - BEFORE) : span.start])) and title[1] in _TITLES
    }
    return People(tuple(found), frozenset(name for name, first in given.items() if len(first) > 1), pronouns)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s").lower()


def person_at(facts: Facts, known: People, span: Span) -> str | None:
    """Of whom the words at `span` speak: a name in the sentence before them, else the sentence's subject or who was.

    Sentences before are asked for their subject: a name is it, and another's pronoun passes the question on.
    """
    parsed = facts.parsed
    start = facts.sentence_start(span.start)
    tokens = facts.tokens(Span(span.start, max(span.end, span.start + 1)))
    if parsed is None or not tokens:
        return known.before(start, span.start) or known.before(0, start)
    own = parsed.sentence[tokens[0]]
    pronoun = next((_THIRD[word] for t in tokens if (word := parsed.lower[t]) in _THIRD), "")
    fits = {name for _, name in known.mentions if known.pronouns.get(name, pronoun) == pronoun or not pronoun}
    inside = [name for at, name in known.mentions if start <= at.start < span.start and name in fits]
    if inside:
        mains = [main for main in _subjects(parsed, own) if main < tokens[0]]
        return next((name for main in mains if (name := named(parsed, known, main)) in inside), inside[-1])
    for index in range(own, max(-1, own - FARTHEST), -1):
        subjects = _subjects(parsed, index)
        found = (name for main in subjects if (name := named(parsed, known, main)) in fits)
        if (name := next(found, None)) is not None:
            return name
        said = next((parsed.lower[main] for main in subjects if parsed.lower[main] in _SAME), "")
        if said:
            pronoun = pronoun or said
        elif index < own:
            row = parsed.sentence_tokens(index)
            whole = parsed.span(row.start, row.stop)
            taken_up = any(parsed.lower[t] in _SAME[pronoun] for t in row) if pronoun else False
            if not taken_up and (name := known.before(whole.start, whole.end)) in fits:
                return name
    return None


def named(parsed: Parsed, known: People, token: int) -> str | None:
    """The person that a noun names, alone or beside it ("the painter Ilse Brandt")."""
    tokens = (token, *(c for c in parsed.children[token] if parsed.deps[c] in NOUNS_BESIDE_NOUNS))
    spans = (parsed.span(at, at + 1) for at in tokens)
    return next((name for span in spans if (name := known.at(span.start, span.end)) is not None), None)


def _subjects(parsed: Parsed, sentence: int) -> list[int]:
    """The subject of a sentence's main verb, and that of what it says ("Brand fell on 2 July, his team said")."""
    row = parsed.sentence_tokens(sentence)
    root = next((t for t in row if int(parsed.heads[t]) == t), -1)
    verbs = (root, *(c for c in parsed.children[root] if parsed.deps[c] == "ccomp")) if root >= 0 else ()
    return [c for verb in verbs for c in parsed.children[verb] if parsed.deps[c] in SUBJECTS]
