"""Finds the days of a figure: as of when it holds and since when it counts.

Stands alone because these are questions of its clause and of when it was told, and none of where.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES, FINITE, NOUNS, PATIENTS, PRESENT, SUBJECT_SHARING, SUBJECTS
from sayso.read.iso import DAY, ISO
from sayso.resolve.circumstances.places import clause_of
from sayso.resolve.circumstances.starts import began, compares, lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model import Attribution, Date, Figure
    from sayso.resolve.circumstances.saying import Surroundings
    from sayso.stages import Parsed

KINDS = frozenset(("count", "measure", "money", "percent", "rate"))
PERFECT = words("function_words", "auxiliaries", "perfect")
PRESENT_PERFECT = words("function_words", "auxiliaries", "present_perfect")
WANTED = frozenset(("demand", "promise", "threaten"))
"""Acts whose "by" gives a deadline, by which nothing has been counted yet."""
STEPS = 8
LED = 3
"""How many words before a number with its hedge a word may stand that joins it to what comes before."""
MOST = 16
"""How many dates of a sentence are looked at."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence: its ISO value, the preposition of time before it ("" for none), the token it hangs by.

    `top` is the one of its tokens that hangs from a word outside it.
    """

    value: str
    lead: str
    token: int
    top: int


class Days:
    """The dates of a report by sentence, and on which day each of its attributions was told."""

    def __init__(self, parsed: Parsed, dates: Sequence[Date], rows: Sequence[Attribution], said: Surroundings) -> None:
        self.parsed = parsed
        self.dated = _dated(parsed, dates)
        published = parsed.cleaned.report.published
        self.published = published[:DAY] if published else None
        self.now = _now(parsed)
        self.wanted = {row.id for row in rows if row.act in WANTED}
        self.told = {row.id: row.said or said.told(row) for row in rows}
        self.sometime = {row.id for row in rows if self.told[row.id] is None and said.told_sometime(row)}

    def of(self, figure: Figure) -> tuple[str | None, str | None]:
        """As of when it holds and since when it counts, as ISO dates; null where the text does not say."""
        tokens = self.parsed.tokens_in(figure.span)
        if not len(tokens) or figure.kind not in KINDS:
            return None, None
        since = self._since(tokens)
        as_of = self._bound(figure, tokens[-1]) or self._reached(tokens[-1])
        row, verb = figure.attribution or "", self._clause(tokens[-1])
        return as_of or self._by_now(verb, row, counts_on=since is not None), since

    def _here(self, token: int) -> Iterable[Dated]:
        return self.dated.get(self.parsed.sentence[token], ())[:MOST]

    def _since(self, tokens: range) -> str | None:
        """The start in the figure's clause, or in one that it goes on from ("a siege since May that killed")."""
        token = tokens[-1]
        starts = words("relays", "times", "since")
        own = self._clause(token)
        clauses = self._above(own)
        for one in self._here(token):
            clause = self._clause(one.token)
            near = clause == own or (clause in clauses and one.token < token) or own in self._above(clause)
            near = near and (clause == own or not self._is_aside(own, clause))
            if (
                one.lead in starts
                and near
                and not self._parted(one.token, tokens[0])
                and not compares(self.parsed, one.token, tokens)
            ):
                return one.value
        return None

    def _parted(self, start: int, number: int) -> bool:
        """Whether a verb before the start and "and" behind it part it from a count, however the parser ties it."""
        parsed = self.parsed
        first = parsed.sentences[parsed.sentence[start]]
        joined = any(parsed.tags[at] == "CC" for at in range(max(start, number - LED), number))
        begun = any(parsed.tags[at] in FINITE or parsed.tags[at] == "VBN" for at in range(first, start))
        after = any(parsed.tags[at][:2] == "VB" for at in range(start, number))
        perfect = any(parsed.lower[c] in PERFECT for c in parsed.children[self._clause(number)])
        return joined and begun and not after and not perfect

    def _is_aside(self, own: int, clause: int) -> bool:
        """Whether the start in another `clause` is of that alone: "fighting had not stopped since May and 14 died".

        A count in the perfect goes on from there all the same ("has not stopped since May and has killed 14").
        """
        parsed = self.parsed
        if any(parsed.lower[c] in PERFECT for c in parsed.children[own]):
            return False
        lower = own if clause in self._above(own) else clause
        subject = any(parsed.deps[c] in SUBJECTS for c in parsed.children[lower])
        negated = any(parsed.deps[c] == "neg" for c in parsed.children[clause])
        return negated or (subject and parsed.deps[lower] == "conj")

    def _above(self, clause: int) -> set[int]:
        """The clauses that a clause is joined to or goes on from."""
        found: set[int] = set()
        for _ in range(STEPS):
            if self.parsed.deps[clause] not in ("conj", "relcl"):
                break
            clause = self._clause(clause)
            found.add(clause)
        return found

    def _bound(self, figure: Figure, token: int) -> str | None:
        """The day of "as of", "by" and the like: in the figure's clause, "as of" anywhere in its sentence."""
        clause = self._clause(token)
        below = [c for c in self.parsed.children[clause] if self.parsed.deps[c] == "aux"]
        ahead = any(self.parsed.tags[c] in ("MD", "TO") for c in below) or figure.attribution in self.wanted
        lasts = figure.counted in words("circumstances", "running", "lasting")
        lasts = lasts or not any(self.parsed.lower[c] in PERFECT for c in below)
        for one in self._here(token):
            if one.lead.startswith("as ") and one.lead in words("relays", "times", "as_of"):
                return one.value
            over = lasts and one.lead in words("circumstances", "running", "until")
            if one.lead in words("relays", "times", "as_of") and self._clause(one.token) == clause:
                to_come = self.published is not None and one.value > self.published
                return None if ahead or over or to_come else one.value
        return None

    def _reached(self, token: int) -> str | None:
        """The day on which a toll is told to have come to the number: "the toll rose to 39 on Tuesday"."""
        verb = self._clause(token)
        if not self._tells_total(verb) or self._of_this_moment(verb):
            return None
        days = [one.value for one in self._here(token) if not one.lead and self._is_when(one.top, verb)]
        return days[0] if len(days) == 1 else None

    def _of_this_moment(self, verb: int) -> bool:
        """Whether it tells of the moment of telling: "the toll from the fire on Monday now stands at 31"."""
        return any(
            self.parsed.lower[c] in words("circumstances", "running", "moment") for c in self.parsed.children[verb]
        )

    def _is_when(self, token: int, verb: int) -> bool:
        """Whether a date is told of a verb, and of no noun below it ("the toll from Tuesday's strike has risen")."""
        for _ in range(STEPS):
            if token == verb:
                return True
            token = int(self.parsed.heads[token])
            if self.parsed.tags[token] in NOUNS:
                return False
        return False

    def _by_now(self, verb: int, row: str, *, counts_on: bool) -> str | None:
        """The day of telling, where the number is told as what has been counted by then."""
        told = self.told.get(row)
        total = self._tells_total(verb)
        runs_on = (total or counts_on or self._since_some(verb)) and self._is_present(verb)
        if verb in self.now or runs_on:
            return told or (self.published if row not in self.sometime else None)
        return told if total else None

    def _since_some(self, verb: int) -> bool:
        """Whether it counts from a start that has no date ("since the war began", "has since killed")."""
        parsed, starts = self.parsed, words("relays", "times", "since")
        clauses = (c for at in parsed.children[verb] if parsed.deps[at] == "advcl" for c in parsed.children[at])
        marks = (c for c in clauses if parsed.deps[c] == "mark")
        return any(parsed.lower[c] in starts for c in (*parsed.children[verb], *marks))

    def _clause(self, token: int) -> int:
        return clause_of(self.parsed, int(self.parsed.heads[token]))

    def _tells_total(self, verb: int) -> bool:
        """Whether the verb says what a toll comes to: "the death toll has risen to 39", "puts the number at 12"."""
        parsed = self.parsed
        word = lemma(parsed.lower[verb], "verb")
        roles = SUBJECTS if word in words("circumstances", "running", "goes_on") else frozenset()
        roles |= PATIENTS if word in words("circumstances", "running", "brings") else frozenset()
        totals = words("circumstances", "running", "totals")
        return any(parsed.deps[c] in roles and parsed.lower[c] in totals for c in parsed.children[verb])

    def _is_present(self, verb: int) -> bool:
        """Whether the verb, or the one that it is joined to, is in the present or the perfect."""
        parsed = self.parsed
        for _ in range(STEPS):
            below = {parsed.lower[c] for c in parsed.children[verb] if parsed.deps[c] in AUXILIARIES}
            if below & PRESENT_PERFECT or (parsed.tags[verb] in PRESENT and not below):
                return True
            if below or parsed.deps[verb] not in SUBJECT_SHARING:
                return False
            verb = int(parsed.heads[verb])
        return False


def _now(parsed: Parsed) -> set[int]:
    """The verbs of the clauses with "so far" or the like, and those that such a clause only goes on."""
    phrases = words("circumstances", "running", "now")
    last = {phrase.rsplit(None, 1)[-1] for phrase in phrases}
    found: set[int] = set()
    for at, low in enumerate(parsed.lower):
        if low in last and any(" ".join(parsed.lower[max(0, at + 1 - size) : at + 1]) in phrases for size in (2, 3)):
            clause = clause_of(parsed, int(parsed.heads[at]))
            found.add(clause)
            if parsed.deps[clause] in SUBJECT_SHARING:  # "are believed to have died so far"
                found.add(clause_of(parsed, int(parsed.heads[clause])))
    return found


def _dated(parsed: Parsed, dates: Iterable[Date]) -> dict[int, list[Dated]]:
    """By sentence its dates, and the starts that are told in a clause ("since war began in 2011")."""
    found: defaultdict[int, list[Dated]] = defaultdict(list)
    for date in dates:
        tokens = parsed.tokens_in(date.span)
        value = ISO.match(date.value)
        if not len(tokens) or value is None:
            continue
        led = lead(parsed, tokens[0])
        top = next((token for token in tokens if int(parsed.heads[token]) not in tokens), tokens[0])
        start = began(parsed, tokens[-1]) if not led else None
        if start is not None:
            found[parsed.sentence[start]].append(Dated(value.group(), "since", start, start))
        else:
            found[parsed.sentence[tokens[0]]].append(Dated(value.group(), led, tokens[0], top))
    return found
