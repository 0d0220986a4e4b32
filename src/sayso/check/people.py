"""The persons that a report names, by surname, and which of them a pronoun, a role or a line of dates speaks of.

Stands alone because rules on ages and on lives need to know of whom a clause speaks, actors or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from sayso.check.facts import Facts
    from sayso.stages import Parsed

_NAME = re.compile(r"[^\W\d_][\w'\u2019-]*")
MOST = 200  # names beyond which a report is a list


@dataclass(frozen=True, slots=True)
class People:
    """Surnames with every place where they stand, in text order, and those that two persons share."""

    mentions: tuple[tuple[Span, str], ...]
    shared: frozenset[str]

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
    """The persons among the report's entities; none where there is no parse."""
    if parsed is None:
        return People((), frozenset())
    given: dict[str, set[str]] = {}
    for entity in parsed.entities:
        words = _NAME.findall(entity.span.of(parsed.text))
        words = [word for word in words if word[0].isupper() and word not in ("'s", "\u2019s")]
        if entity.label == "PERSON" and words:
            surname = words[-1].removesuffix("'s").removesuffix("\u2019s").lower()
            given.setdefault(surname, set()).update(words[0].lower() for _ in words[1:2])
    if not 0 < len(given) <= MOST:
        return People((), frozenset())
    pattern = re.compile(r"\b(" + "|".join(re.escape(name) for name in sorted(given)) + r")\b", re.IGNORECASE)
    found = [
        (Span(*match.span(1)), match[1].lower()) for match in pattern.finditer(parsed.text) if match[1][0].isupper()
    ]
    titles = {"mr", "mrs", "ms", "dr", "sir", "miss"}
    return People(tuple(found), frozenset(name for name, first in given.items() if len(first - titles) > 1))


def person_at(facts: Facts, known: People, span: Span) -> str | None:
    """Of whom the words at `span` speak: a name in the sentence before it, else the one last named before."""
    start = facts.sentence_start(span.start)
    inside = known.before(start, span.start)
    if inside is not None:
        return inside
    return known.before(0, start)
