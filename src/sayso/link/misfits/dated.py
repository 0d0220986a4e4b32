"""Cuts out what a report tells of each day that it names: the clause around the day, its names and the acts it tells.

Stands alone because a sentence may tell of several days and acts, and only those of one clause belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.check.counting import stem
from sayso.lexicon import either, table
from sayso.link.events.acts import act_of, root
from sayso.link.misfits.spelling import fold, meaning, words_in
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.days import Day
    from sayso.link.misfits.telling import Sentence, Telling
    from sayso.model import Span

NEAR = 90
"""Characters on either side of a day that tell of it, where its sentence names others too."""
_BESIDE = 1
_PRONOUNS = (("it",), ("they",), ("this",))
_BREAKS, _RELATIVES = (either(table("between")["clauses"][name]) for name in ("breaks", "relatives"))
_BREAK = re.compile(rf";|,? \b(?:(?P<when>when)|{_BREAKS})\b", re.IGNORECASE)
_RELATIVE = re.compile(rf",? \b(?:{_RELATIVES})\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day with its sentence and the names in it, and the words, stems, acts and phases of the clause around it.

    `acts`: the words that tell acts, in dictionary form, each with its class. `phases`: what the clause tells of the
    course of something ("decided", "took effect", "ended"). `plain`: the stems that are neither names nor acts.
    `the`: the words of acts that are told as known ("the earthquake that struck Arn").
    """

    day: Day
    sentence: Sentence
    words: frozenset[str]
    stems: frozenset[str]
    plain: frozenset[str]
    names: frozenset[str]
    acts: frozenset[tuple[str, str]]
    phases: frozenset[str]
    the: frozenset[str]

    @property
    def classes(self) -> frozenset[str]:
        """The classes of its acts."""
        return frozenset(name for _, name in self.acts)


def dated(told: Telling) -> tuple[Dated, ...]:
    """The days of a report on which something happened, in text order."""
    return tuple(_dated(told))


def _dated(told: Telling) -> Iterator[Dated]:
    for before, sentence in pairwise((None, *told.sentences)):
        days = {day.at: day for day in sentence.days if not (day.limit or day.end or day.told)} if sentence else {}
        if sentence is not None and not sentence.head:
            yield from (_of_day(told.text, before, sentence, day) for day in days.values())


def _of_day(text: str, before: Sentence | None, sentence: Sentence, day: Day) -> Dated:
    """What is told of a day; a sentence that names nobody speaks of whom the one before names ("The mill burned")."""
    words, around = _clause(text, sentence, day)
    names = frozenset(map(fold, around)) & sentence.names
    if before is not None and not names:
        names = before.names
        around = [*around, *before.tokens]
        if sentence.tokens[:1] in _PRONOUNS and not any(map(_act, words)):
            words = [*words, *before.tokens]
    acts = {word: act for word in words if (act := _act(word)) is not None}
    telling = {word for word in words if meaning(word)}
    stems = frozenset(map(stem, telling | {word for word in around if fold(word) in names}))
    return Dated(
        day=day,
        sentence=sentence,
        words=frozenset(words),
        stems=stems,
        plain=stems - {stem(word) for word in around if word in acts or fold(word) in names},
        names=names,
        acts=frozenset((root(word), act) for word, act in acts.items()),
        phases=_phases(words),
        the=_known(words),
    )


def _clause(text: str, sentence: Sentence, day: Day) -> tuple[list[str], list[str]]:
    """The words of a day's clause, and of its sentence; only those near the day where this names other days."""
    start, end = sentence.span.start, sentence.span.end
    printed = day.row.span
    if sum(not other.told for other in sentence.days) > 1:
        start, end = max(start, printed.start - NEAR), min(end, printed.end + NEAR)
    around = _words(text, start, printed, end)
    for found in _BREAK.finditer(text, start, end):
        if found.end() <= printed.start:
            start = found.end()
        elif found.start() >= printed.end and not (found["when"] and found.start() - printed.end <= _BESIDE):
            end = found.start()
            break
    relative = _RELATIVE.search(text, printed.end, end)  # what stands before such a word is who it speaks of
    end = relative.start() if relative is not None else end
    return _words(text, start, printed, end), around


def _words(text: str, start: int, but: Span, end: int) -> list[str]:
    return [*words_in(text[start : max(start, but.start)]), *words_in(text[min(end, but.end) : end])]


def _act(word: str) -> str | None:
    """The class of act that a word tells, or a verb for what is done but once; null for states ("custody")."""
    dates = table("between")["dates"]
    if word in dates["states"]:
        return None
    once: str | None = dates["once"].get(lemma(word, "verb"))
    return once or act_of(word)


def _known(words: list[str]) -> frozenset[str]:
    return frozenset(
        root(word)
        for at, one in enumerate(words)
        if one == "the"
        for word in words[at + 1 : at + 4]
        if _act(word) is not None
    )


def _phases(words: list[str]) -> frozenset[str]:
    phases = table("between")["phases"]
    return frozenset(name for name, told in phases.items() if holds(words, told))
