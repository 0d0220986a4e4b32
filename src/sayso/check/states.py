"""Finds a length told of a state (a closure, years in custody, a strike) that its beginning and its end do not span.

Stands alone because it is one rule: which acts begin and end a state, and which length is told of it. Words alone do
not say so, and three things must agree: the length's clause is tied to the state and its ends, no two dates of the
report explain the length, and it is near enough to the time between the ends to be a miscount of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.cutting import letters
from sayso.check.events import kind_words
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import ALIKE, COARSE, UNITS, Told, between, explained, fits, in_words, plausible, stated
from sayso.check.moments import DAY, WEEK, by_weekday
from sayso.check.same import of_one_thing
from sayso.check.stretches import with_ends
from sayso.check.things import apart
from sayso.check.ties import tied
from sayso.lexicon import table, words
from sayso.parse.labels import PRESENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment
    from sayso.stages import Parsed

    State = Mapping[str, Sequence[str]]

RULE = "length-of-spell"
MOST_ENDS = 3  # distinct moments that begin, or end, states of one kind, beyond which a report tells several
LEAD, TAIL = 40, 24  # characters before and behind a length in which words say that it is no time gone by
TIED, NEARLY_TIED = 6.0, 3.2  # times that a miscount is at most off by where the words tie the length to the state
OTHER = 90  # days beyond which a date beside a length is none of the state's
NEAR = 3  # words right before a length that say of what part it is
_WEEKS = (-WEEK * DAY, WEEK * DAY)
_PERFECT = words("function_words", "auxiliaries", "present_perfect")
_PLANNED, _UNTIL_NOW = words("clauses", "helpers", "planned"), words("clauses", "helpers", "until_now")
_LASTING, _PLAINLY_LASTING = (words("clauses", "prepositions", name) for name in ("lasting", "plainly_lasting"))
_CHANGES, _NEXT = words("clauses", "prepositions", "changes"), words("clauses", "links", "next")
_OWNED, _KNOWN = words("clauses", "determiners", "owned"), words("clauses", "determiners", "known")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each length of a state that no beginning and end of such a state give."""
    events = with_ends(facts)
    for told, clause in facts.lengths if events else ():
        judged = [
            found
            for state in (table("events")["states"] if clause is not None else ())
            if clause is not None and (found := _judged(facts, events, told, clause, state)) is not None
        ]
        yield from [one for one in judged if isinstance(one, Found)][:1] or judged[:1]


def _judged(facts: Facts, events: Sequence[Event], told: Told, clause: Event, state: State) -> Judgement | None:
    own = [event for event in events if of_one_thing(facts, event, clause) and not _of_another(event, clause, state)]
    starts = [event for event in own if _begins(event, state) and not _follows(clause, event)]
    stops = [event for event in own if _ends(event, state)]
    if not starts or not (
        _nth_of(told, clause, state) or _told_of(clause, state, (*starts, *stops)) or (stops and _definite(facts, told))
    ):
        return None
    if not (_tied(clause, state, (*starts, *stops)) or told.nth or told.unit == "hour" or _definite(facts, told)):
        return None
    own_end = [event for event in own if _ended_by(facts, clause, event) and event not in starts]
    stops = own_end or stops
    starts, stops = (
        [one for one in ends if told.unit == "year" or one.at.grain in COARSE[told.unit]] for ends in (starts, stops)
    )
    pairs = [(a.at, b.at) for a in starts for b in stops if a.at.first < b.at.first and a.span != b.span]
    if not stops and facts.now is not None and _to_now(facts, told, clause, state):
        pairs = [(a.at, facts.now) for a in starts if a.at.first < facts.now.last]
    if not pairs:
        return None
    start, stop = pairs[0]
    spans = tuple(sorted({start.row.span, stop.row.span, told.span} - {(0, 0)}))
    low, high = between(start, stop)
    reason = _doubt(facts, told, clause, pairs, stops)
    loose = bool(clause.phrase) and ("named" in state or told.unit == "year" or not stops)
    if reason is None and loose and not _begun(facts, clause, starts):
        reason = "nothing ties what began to what the length is of"
    alike = _alike(facts, told, clause, state, (starts, stops))
    if reason is None and alike < TIED:
        reason = explained(told, (*facts.moments, *((facts.now,) if facts.now is not None else ())))
        if reason is None and any(fits(one, low, high) for one, _ in facts.lengths if one.unit in (told.unit, "week")):
            reason = "another length of the report is that of the state"
    if reason is None and not plausible(told, low, high, alike):
        reason = f"{told.text} is too far from {in_words(low, high, told.unit)} to be a count of it"
    if reason is None and by_weekday(start) != by_weekday(stop) and any(fits(told, low + a, high + a) for a in _WEEKS):
        reason = "a weekday alone may be of the week before or after"
    if reason is not None:
        return LetGo(RULE, reason, spans)
    span = f"{start.name} to {stop.name} is {in_words(low, high, told.unit)}"
    if told.nth and low == high:
        span += f", so that is {told.unit} {low // round(UNITS[told.unit]) + 1:,}"
    why = f"{span}; the text says {stated(told)}."
    return Found("duration-mismatch", RULE, "low", why, spans)


def _begins(event: Event, state: State) -> bool:
    if event.denied:
        return False
    since = event.preposition in table("events")["ends"]["since"] and (event.acts | event.words) & set(state["words"])
    return bool(since) or _does(event, state["first"])


def _begun(facts: Facts, clause: Event, starts: Sequence[Event]) -> bool:
    """Whether a beginning names what the length is of, or befell the same thing or person."""
    said = (clause.phrase or clause.words | clause.predicates) - set(table("checks")["event_words"]["vague"])
    if clause.pronoun:
        return True  # it takes up what was told
    return any(said & (start.words | start.predicates) or tied(facts, facts.people, start, clause) for start in starts)


def _follows(clause: Event, event: Event) -> bool:
    """Whether an act comes after the length: "after six weeks, talks were held from 9 June"."""
    return clause.preposition == "after" and event.verb == clause.verb and event.preposition == "from"


def _ends(event: Event, state: State) -> bool:
    if event.denied:
        return False
    if event.preposition in table("events")["ends"]["until"]:
        return bool((event.acts | event.words) & set(state["words"])) and not _does(event, state["last"])
    return ("again" in event.helpers and "restart" in state["last"]) or _does(event, state["last"])


def _does(event: Event, acts: Sequence[str]) -> bool:
    """Whether an event is one of the acts, or brings it about ("ordered the release")."""
    brought = table("events")["ends"]["brought"]
    return bool(event.acts & {*acts, *(f"{verb} {act}" for verb in brought for act in acts)})


def _told_of(clause: Event, state: State, ends: Sequence[Event]) -> bool:
    """Whether the length's clause names the state, or an act that begins or ends it, or stands with one."""
    words = clause.acts | clause.words | clause.clause | clause.helpers
    if words & {*state["words"], *state["first"], *state["last"]}:
        return True
    theme = clause.words - set(table("checks")["event_words"]["vague"])
    return any(event.sentence == clause.sentence or event.words & theme for event in ends)


def _nth_of(told: Told, clause: Event, state: State) -> bool:
    """Whether a numbered day ("the sixty-first day") may be one of the state: the clause names no other."""
    named = {word for other in table("events")["states"] for word in other["words"]} & (clause.words | clause.phrase)
    return told.nth and (not named or bool(named & set(state["words"])))


def _ended_by(facts: Facts, clause: Event, event: Event) -> bool:
    """Whether the length ends with the event: "reached it on Sunday after 41 days", "for six days when he woke"."""
    if facts.parsed is None or event.sentence != clause.sentence or min(event.verb, clause.verb) < 0:
        return False
    when = facts.parsed.deps[event.verb] == "advcl" and int(facts.parsed.heads[event.verb]) == clause.verb
    return (clause.preposition == "after" and event.verb == clause.verb) or (clause.preposition == "for" and when)


def _of_another(event: Event, clause: Event, state: State) -> bool:
    """Whether two clauses name two such states, of kinds that many are of ("mayor", "council")."""
    words = [each.words & set(state.get("told_apart", ())) for each in (event, clause)]
    return apart(*words)


def _tied(clause: Event, state: State, ends: Sequence[Event]) -> bool:
    """Whether the length is of the state by its own words, shares one with an end, or has a pronoun for it."""
    words = set(state["words"])
    if clause.phrase and not clause.phrase & words:
        return False
    near = 1 if clause.pronoun else 0  # a pronoun takes up the sentence before
    if (clause.pronoun and "named" not in state) or any(0 <= clause.sentence - one.sentence <= near for one in ends):
        return True
    vague = set(table("checks")["event_words"]["vague"])
    said = clause.words | clause.predicates | clause.helpers
    named = {word for event in ends for word in event.words | event.acts | kind_words(event.kinds)}
    return bool(said & words & named if "named" in state else said & words) or bool(named & said - vague)


def _alike(facts: Facts, told: Told, clause: Event, state: State, ends: tuple[list[Event], list[Event]]) -> float:
    """How many times a miscount may be off: more where the words say that the length is one of what began and ended."""
    starts, stops = ends
    words, acts = set(state["words"]), {*state["first"], *state["last"]}
    of_it = bool(clause.phrase & words)
    ended = clause.preposition == "after" and clause.acts & set(state["last"])
    after = ended and (of_it or any(tied(facts, facts.people, start, clause) for start in starts))
    if told.nth:
        return ALIKE if stops else TIED
    if after or (stops and of_it) or (_definite(facts, told) and (of_it or not clause.phrase)):
        return TIED
    of_verb = clause.preposition in _LASTING and (clause.predicates | clause.helpers) & (words | acts)
    of_verb = of_verb or (clause.predicates & set(table("checks")["lengths"]["lasting"]) and clause.words & words)
    beside = any(event.sentence == clause.sentence and event.subject == clause.subject >= 0 for event in starts + stops)
    return NEARLY_TIED if stops and (of_verb or beside) else ALIKE


def _definite(facts: Facts, told: Told) -> bool:
    """Whether the length is one that was spoken of before ("the nine days", "those eight years")."""
    word = facts.before(told.span, 8).split()[-1:]
    return not _OWNED.isdisjoint(word) or (told.unit != "year" and not _KNOWN.isdisjoint(word))


def _goes_on(facts: Facts, clause: Event) -> bool:
    """Whether the clause of the length goes on to what came next: "for ten weeks before being moved"."""
    parsed = facts.parsed
    if parsed is None or clause.verb < 0:
        return False
    last = parsed.tokens_in(clause.span)[-1]
    if any(parsed.deps[deep] == "conj" for deep in _below(parsed, last)):
        return True  # "36 days at sea and six in port"
    behind = [child for child in parsed.children[clause.verb] if child > last]
    links = {parsed.lower[deep] for child in behind for deep in (child, *parsed.children[child])}
    return bool(links & _NEXT)


def _of_several(facts: Facts, clause: Event) -> bool:
    """Whether a length is "of" several things ("31 days of hearings"): these need not follow one another."""
    parsed = facts.parsed
    if parsed is None:
        return False
    last = parsed.tokens_in(clause.span)[-1]
    below = list(_below(parsed, last))
    return "of" in {parsed.lower[t] for t in below} and any(parsed.tags[t] == "NNS" for t in below)


def _below(parsed: Parsed, token: int) -> Iterator[int]:
    """The tokens that hang on a length or on what it is of, two steps down."""
    for child in parsed.children[token]:
        yield child
        yield from parsed.children[child]


def _of_now(facts: Facts, clause: Event) -> bool:
    """Whether the clause is in the present."""
    return facts.parsed is not None and clause.verb >= 0 and facts.parsed.tags[clause.verb] in PRESENT


def _to_now(facts: Facts, told: Told, clause: Event, state: State) -> bool:
    """Whether the length runs to the day of publication: by its tense, or as the end that it tells has no day."""
    parsed = facts.parsed
    if told.nth:
        return True
    if parsed is None or clause.verb < 0:
        return False
    if clause.helpers & _UNTIL_NOW or _of_now(facts, clause):
        return True
    ending = clause.acts & {*state["last"], *table("checks")["lengths"]["completed"]}
    return bool(ending) and (clause.preposition == "after" or parsed.tags[clause.verb] == "VBG")


def _doubt(  # noqa: PLR0911 (one reason a case)
    facts: Facts, told: Told, clause: Event, pairs: Sequence[tuple[Moment, Moment]], stops: Sequence[Event]
) -> str | None:
    lexicon = table("checks")["lengths"]
    start = max(facts.sentence_start(told.span.start), told.span.start - LEAD)
    before = set(letters(facts.text[start : told.span.start])[-NEAR:])
    behind = letters(facts.text[told.span.end : told.span.end + TAIL])
    if clause.preposition in _CHANGES and not told.nth:
        return "the length is one of a change, or a number of days apart"
    if clause.predicates & set(lexicon["wanted"]):
        return "the length is one that was wanted, or of something else"
    agreed = "under" in clause.clause and clause.words & set(lexicon["agreed"])
    if _of_several(facts, clause) or agreed:
        return "the length is that of several spells together, or one that was planned"
    if _goes_on(facts, clause):
        return "the words behind the length tell what came next"
    future = clause.helpers & _PLANNED
    if future and not all(_to_come(facts, clause, b, stops) for _, b in pairs):
        return "the length is one that was planned"
    open_ = clause.helpers & set(lexicon["open"]) and not clause.helpers & set(lexicon["shut"])
    of_another = set(behind[:1]) & set(lexicon["not_behind"]) and behind[:2] not in lexicon["jailed"]
    earlier = (clause.clause | clause.helpers) & set(lexicon["earlier"])
    if open_ or earlier or before & set(lexicon["part"]) or of_another:
        return "the words around the length say that it is a part, a limit or another's"
    if max(len({a.first for a, _ in pairs}), len({b.first for _, b in pairs})) > MOST_ENDS:
        return "the text tells several beginnings or ends"
    if told.unit == "hour" and not all(a.grain == b.grain == "clock" for a, b in pairs):
        return "the clock times of both ends are not told"
    if not all(a.sure and b.sure for a, b in pairs):
        return "one of the dates prints no year, so it may be another year's"
    for one, two in pairs:
        if fits(told, *between(one, two)):
            return f"{told.text} fits {one.name} to {two.name}"
    return _of_another_time(facts, told, clause, pairs, stops)


def _to_come(facts: Facts, clause: Event, end: Moment, stops: Sequence[Event]) -> bool:
    """Whether the end is to come, or, of what the verb ends, may be ("resigns this month after a year in the post")."""
    if facts.published is None:
        return False
    of_verb = clause.preposition == "after" and clause.phrase and any(stop.verb == clause.verb for stop in stops)
    return (end.last_day if of_verb else end.day) > facts.published


def _of_another_time(
    facts: Facts, told: Told, clause: Event, pairs: Sequence[tuple[Moment, Moment]], stops: Sequence[Event]
) -> str | None:
    """Why the length may be one of another time than that between the ends."""
    here = [when for when in facts.moments if facts.together(when.row.span, told.span)]
    first, last = pairs[0][0].day - OTHER, pairs[0][1].last_day + OTHER
    if any(when.last_day < first or when.day > last for when in here):
        return "a date beside the length is of another time"
    if clause.preposition == "after" and _of_now(facts, clause) and stops:
        return "the clause is of what always holds"
    perfect = clause.helpers & _PERFECT and clause.preposition in _PLAINLY_LASTING and told.unit != "hour"
    days = [b.day - facts.published for _, b in pairs] if facts.published is not None else []
    if perfect and (any(day > 0 for day in days) or (all(day < 0 for day in days) and "been" not in clause.helpers)):
        return "what has been counted until now is not the spell with that end"
    return explained(told, here)
