"""Finds a page whose date cannot be the report's: the report tells of a later day as past.

Stands alone because it sets the page's date against the days that its text tells of.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.check.events import kinds_of
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.stretches import stretches
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES, PRESENT
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.model import Severity, Span
    from sayso.stages import Parsed

DATELINE, TOLD, ZERO = "dateline-after-page", "told-after-page", "zero-of-clock"
CLOCKS_BEGIN = date(1970, 1, 1).toordinal()  # POSIX time counts from this day, and writes it where there is no date
FARTHEST = 31  # days: later dates are programmes and terms
YEARS = 3660  # days after the page beyond which four digits are hardly a year told as past
YEAR, WEEK = 365.25, 7
FARTHEST_VERB = 8  # heads between a preposition and its finite verb
SLACK = 1  # days: time zones, and evening editions dated the day after
_PAST, _NOT_PAST = words("clauses", "helpers", "past"), words("clauses", "helpers", "not_past")
_UNFINISHED, _WITHOUT_TIME = words("clauses", "helpers", "unfinished"), words("clauses", "helpers", "without_time")
_AFTER, _WITHIN = words("clauses", "prepositions", "after"), words("clauses", "prepositions", "within")
_DAYS = words("clauses", "prepositions", "days")
_STATING = words("clauses", "verbs", "stating")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where dateline or text tell of a day after the page's date."""
    yield from _dateline(facts)
    if facts.published is not None and abs(facts.published - CLOCKS_BEGIN) <= SLACK:
        yield from _zero(facts)
    else:
        yield from _told(facts)


def _zero(facts: Facts) -> Iterator[Judgement]:
    """A page of the day from which computers count, with a text that names a later year."""
    later = next((when for when in facts.days if when.printed_year and when.day > CLOCKS_BEGIN + 2 * YEAR), None)
    if later is not None:
        why = f"The page's date, {_name(facts)}, is the zero of computers' clocks, but its text speaks of {later.name}."
        yield Found("page-date", ZERO, "high", why, (*_shown(facts), later.row.span))


def _dateline(facts: Facts) -> Iterator[Judgement]:
    line = facts.cleaned.dateline
    if line is None or line.date is None or facts.published is None:
        return
    for day in facts.days:
        if not (day.grain == "day" and line.date.meets(day.row.span)):
            continue
        spans, off = (line.date,), abs(day.day - facts.published)
        if _reprinted(facts, line.date):
            yield LetGo(DATELINE, "what the dateline heads is printed again", spans)
            continue
        if day.printed_year and off > SLACK and round(off / YEAR) and abs(off - round(off / YEAR) * YEAR) <= WEEK:
            why = f"The dateline says {day.name}, and the page {_name(facts)}: the days are near, the years are not."
            yield Found("page-date", DATELINE, "low", why, spans)
            continue
        if day.day <= facts.published + SLACK:
            continue
        if not day.printed_year and day.day > facts.published + FARTHEST:
            yield LetGo(DATELINE, "the dateline prints no year", spans)
        elif _changed(facts) >= day.day - SLACK:
            yield LetGo(DATELINE, "the page was changed on that day or later", spans)
        else:
            severity: Severity = "high" if day.printed_year else "low"
            why = f"The dateline says {day.name}, but the page says that it was published on {_name(facts)}."
            yield Found("page-date", DATELINE, severity, why, spans)


def _reprinted(facts: Facts, dateline: Span) -> bool:
    """Whether the words before a dateline say that an old report follows: "From our archive", "first printed in"."""
    before = facts.text[: dateline.start].lower()
    return any(words in before for words in table("checks")["reprints"]["words"])


def _told(facts: Facts) -> Iterator[Judgement]:
    """A full date after the page's own that the text tells as past ("burnt on 4 March 2022", "died in May 2022")."""
    comments = min((cut.span.start for cut in facts.reading.report.removed if cut.why == "comment form"), default=None)
    for event in facts.events:
        when = event.at
        if comments is not None and event.span.start > comments:
            return
        if facts.published is None or not when.printed_year or when.grain not in ("clock", "day", "month", "year"):
            continue
        if when.day <= facts.published + (SLACK if when.grain in ("clock", "day") else 0):
            continue
        reason = _doubt(facts, event)
        if reason is not None:
            yield LetGo(TOLD, reason, (event.span,))
        else:
            why = f"The text tells of {when.name} as past, but the page says that it was published on {_name(facts)}."
            yield Found("page-date", TOLD, "low", why, (*_shown(facts), event.span))
            return  # the one date is wrong, however many days it makes later than the page


def _doubt(facts: Facts, event: Event) -> str | None:  # noqa: PLR0911 (one reason a case)
    """Why the clause may not tell of that time as past; null where it does."""
    parsed, lexicon = facts.parsed, table("checks")["to_come"]
    if _changed(facts) >= event.at.day - SLACK:
        return "the page was changed on that day or later"
    if event.at.grain not in ("clock", "day") and event.at.day > (facts.published or 0) + YEARS:
        return "so far ahead it is no slip"
    if event.at.grain == "year" and event.preposition != "in":
        return "the number may be no year"
    if parsed is None or not ((event.verb >= 0 and _past(parsed, event)) or _within_past(parsed, event)):
        return "no verb of the clause is plainly past"
    ends = {stretch.end.row.span for stretch in stretches(facts)}
    limit = event.span in ends or event.preposition not in _DAYS
    if limit and not (event.span in ends and _done_by_then(parsed, event)):
        return "the date is a limit"
    main = event.verb if event.verb >= 0 else event.noun
    agents = {parsed.lower[child] for child in parsed.children[main] if parsed.deps[child] == "agent"}
    words = {word for word in event.clause | event.helpers if word.isalpha()} - agents
    if words & set(lexicon["words"]) or any(f"{word}>" in event.clause for word in lexicon["verbs"]):
        return "the words of the clause may speak of a day to come"
    told = {parsed.lower[token] for token in parsed.sentence_tokens(event.sentence)}
    if event.picks or told & set(lexicon["verbs"]):
        return "the words of the sentence may speak of a day to come"
    happened = event.verb < 0 or kinds_of(parsed, event.verb) & set(lexicon["happened"])
    stated = event.verb >= 0 and lemma(parsed.words[event.verb], "verb") in _STATING
    if (words & set(lexicon["programme"]) and not happened) or (words & set(lexicon["called"]) and stated):
        return "it may be a day that was set before"
    return None


def _past(parsed: Parsed, event: Event) -> bool:
    """Whether the verb of the clause is a finite one in the past, or a participle with "was", "were" or "had"."""
    tag = parsed.tags[event.verb]
    if event.helpers & _NOT_PAST:
        return False
    return tag == "VBD" or (tag == "VBN" and bool(event.helpers & _PAST))


def _within_past(parsed: Parsed, event: Event) -> bool:
    """Whether it is a noun in or after which something is done that is past ("chose her in a vote held on")."""
    by_noun = event.verb < 0
    noun = event.noun if by_noun else int(parsed.heads[event.verb])
    if not by_noun:
        if event.helpers & _UNFINISHED or (parsed.tags[event.verb], parsed.deps[event.verb]) != ("VBN", "acl"):
            return False
        name, light = lemma(parsed.words[event.verb], "verb"), table("events")["light"]["verbs"]
        if name not in light and not event.kinds & set(table("checks")["to_come"]["happened"]):
            return False
    if noun < 0 or parsed.deps[noun] != "pobj":
        return False
    link = parsed.lower[int(parsed.heads[noun])]
    if link not in (_AFTER if by_noun else _AFTER | _WITHIN):
        return False
    return _under_past(parsed, int(parsed.heads[noun]))


def _under_past(parsed: Parsed, at: int) -> bool:
    """Whether the finite verb above a preposition is in the past ("has won control, taking 29 seats in")."""
    for _ in range(FARTHEST_VERB):
        head = int(parsed.heads[at])
        if head == at:
            return False
        at = head
        helpers = {parsed.lower[child] for child in parsed.children[at] if parsed.deps[child] in AUXILIARIES}
        if parsed.tags[at] == "VBD" or (parsed.tags[at] == "VBN" and helpers and helpers <= _PAST):
            return True
        if helpers - _PAST - _WITHOUT_TIME or parsed.tags[at] in PRESENT:
            return False
    return False


def _done_by_then(parsed: Parsed, event: Event) -> bool:
    """Whether it is what nobody can fix beforehand up to the end of a stretch ("seized", not "closed")."""
    lexicon = table("checks")["to_come"]
    if event.verb < 0:
        return False
    sudden = kinds_of(parsed, event.verb) & set(lexicon["sudden"])
    return bool(sudden) or lemma(parsed.words[event.verb], "verb") in lexicon["tallied"]


def _changed(facts: Facts) -> int:
    """The ordinal of the last day on which the page says that it was changed, or published; 0 where it says neither."""
    line = facts.cleaned.dateline.span if facts.cleaned.dateline is not None else None
    said = (
        ordinal(claim.value)
        for claim in facts.cleaned.claims
        if claim.what in ("modified", "published") and not (line and claim.span and line.meets(claim.span))
    )
    return max((at for at in said if at is not None), default=0)


def _shown(facts: Facts) -> tuple[Span, ...]:
    """Where the page shows its date of publication."""
    return tuple(
        claim.span
        for claim in facts.cleaned.claims
        if claim.what == "published" and claim.span is not None and ordinal(claim.value) == facts.published
    )[:1]


def _name(facts: Facts) -> str:
    return (facts.reading.report.published or "")[:10]
