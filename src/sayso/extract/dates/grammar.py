"""The rules that find the simple time expressions in a run of lexemes: regular expressions over their kinds.

Stands alone because this is the grammar and nothing else; what a match means is built in `builders.py`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.extract.dates.words import KINDS

_NAME = re.compile(r"(?<!\?P)<([a-z-]+)>")

# Groups of kinds that rules speak of.
_SETS = {
    **KINDS,
    "any-month": "Mm",
    "any-weekday": "Ww",
    "any-day": "do",
    "count": "dny",
    "any-unit": "uU",
    "link": "-r&",
    "half": "F",
    "dash": "-",
    "the-or-a": "Da",
    "year-or-count": "yn",
    "run": "XJG",
}

_WEEKDAY = "(?:<any-weekday><comma>?)?"
_COMING = "(?:<the>?<pointer>{1,2}(?=<any-weekday>))?"  # "this coming Sunday, March 8"
_YEAR = "(?:<comma>?(?P<year><year>))?"
_AMOUNT = (
    "(?:(?P<low><count>)(?:<link>|<link><a>)?(?P<high><count>)|(?P<amount><count>)<vague>?|<a>?(?P<vague><vague>)<of>?)"
)


class Rule(NamedTuple):
    """A rule's name and its pattern over kinds; the builder of the same name makes the shape."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, *alternatives: str) -> list[Rule]:
    return [Rule(name, re.compile(_NAME.sub(lambda m: f"[{re.escape(_SETS[m[1]])}]", one))) for one in alternatives]


RULES: tuple[Rule, ...] = tuple(
    rule
    for group in (
        _rule(
            "month-day",
            f"{_COMING}(?P<weekday>{_WEEKDAY})(?P<pointer><pointer>?)(?P<month><any-month>)(?P<day><any-day>){_YEAR}",
            f"{_COMING}(?P<weekday>{_WEEKDAY})(?P<pointer><pointer>?)<the>?(?P<day><any-day>)<of>?(?P<month><any-month>){_YEAR}",
            f"(?P<weekday>{_WEEKDAY})(?P<day><small>)<dash>(?P<month><any-month>)<dash>(?P<year><year>)",
        ),
        _rule(
            "month-days",
            f"(?P<month><any-month>)(?P<day><any-day>)(?:<link>|<comma>)(?P<day2><any-day>)(?:<comma>?<and>(?P<day3><any-day>))?{_YEAR}",
            f"(?P<day><any-day>)(?:<link>|<comma>)(?P<day2><any-day>)(?:<comma>?<and>(?P<day3><any-day>))?<of>?(?P<month><any-month>){_YEAR}",
        ),
        _rule(
            "day-span",
            f"(?P<month><any-month>)(?P<day><any-day>)<comma>?<link>(?P<month2><any-month>)(?P<day2><any-day>){_YEAR}",
            f"(?P<day><any-day>)(?P<month><any-month>)<link>(?P<day2><any-day>)(?P<month2><any-month>){_YEAR}",
        ),
        _rule("month-span", "(?P<month><month>)<link>(?P<month2><any-month>)<comma>?(?P<year><year>)"),
        _rule(
            "month",
            "(?P<pointer>(?:<the>?<pointer><pointer>?|<the>?<that><that>?)?)(?P<month><any-month>)",
            "(?P<pointer>)(?P<month><any-month>)(?:<comma>|<of>)?(?P<year><year>)",
        ),
        _rule("weekday", "(?P<pointer>(?:<the>?<pointer><pointer>?|<the>?<that>)?)(?P<weekday><any-weekday>)"),
        _rule("year-unit", "<the>?(?P<year><year>)<hyphen>?(?P<unit><unit>|<period>)"),
        _rule("period", "<the>?(?P<pointer><pointer>|<that>)<period>"),
        _rule("year-quarter", "<the>?(?P<pointer><pointer>)(?P<year><unit>)<possessive>(?P<unit><unit>|<period>)"),
        _rule("weekday-the", "(?P<weekday><weekday>)<comma>?<the>(?P<day><ordinal>)"),
        _rule(
            "other-calendar",
            f"(?P<weekday>{_WEEKDAY})<the>?(?P<day><any-day>)<of>?(?P<month><other-month>)<comma>?(?P<year><year>)"
            "(?P<era><era>?)",
            f"(?P<weekday>{_WEEKDAY})(?P<month><other-month>)(?P<day><any-day>)<comma>?(?P<year><year>)(?P<era><era>?)",
            f"(?P<weekday>{_WEEKDAY})<the>?(?P<day><any-day>)<of>?(?P<month><other-month>)",
            "(?P<month><other-month>)(?P<day><any-day>)",
            "(?P<month><other-month>)(?:<comma>|<of>)?(?P<year><year>)(?P<era><era>?)",
            "(?:<the>?<unit>)?(?P<year><year>)(?P<era><era>)",
            "<the>?(?P<era><era>)<unit>(?P<year><year>)",
        ),
        _rule("numeric", "(?P<numeric>#)"),
        _rule("year", "(?P<fiscal><fiscal>?)(?P<year><year>)"),
        _rule("year-span", "(?P<year><year>)<dash>(?P<end><small>|<number>)"),
        _rule(
            "named-year",
            "<the>?(?P<fiscal><fiscal>?)<unit>(?P<year><year>|<number>)",
        ),
        _rule("decade", "<the>?(?P<decade><decade>)"),
        _rule("century", "<the>?(?P<number><ordinal>)<hyphen>?(?P<unit><unit>)"),
        _rule(
            "quarter",
            "(?P<quarter><quarter-number>)(?:<comma>?<of>?(?P<fiscal><fiscal>?)(?P<year><year>))?",
            "(?:<the>)?(?P<fiscal><fiscal>?)<hyphen>?(?P<quarter><ordinal>)<hyphen>?(?P<unit><unit>|<half>)",
        ),
        _rule("shared-quarter", "(?P<quarter><ordinal>)<and>(?P<quarter2><ordinal>)(?P<unit><units>)"),
        _rule("half-year", "(?P<pointer><the>?<pointer>)(?P<half><half>)"),
        _rule(
            "season",
            "(?P<pointer>(?:<the>|<the>?<pointer><pointer>?|<the>?<that><that>?)?)(?P<season><season>)(?:<of>?(?P<year><year>))?",
        ),
        _rule("seasons", "(?P<season><seasons>)"),
        _rule("pointed", "<the>?(?P<pointer><pointer>)(?P<second><pointer>?)<fiscal>?(?P<unit><unit>)"),
        _rule("most-recent", "<the>?(?P<most><adjective>)(?P<recent><reference>)(?P<unit><unit>)"),
        _rule("term", "<the>(?P<how><run>)(?P<moment><moment>)"),
        _rule("that", "<the>?<that>(?:<that>|<adjective>)?(?P<unit><unit>)"),
        _rule("the-unit", "<the>(?P<fiscal><fiscal>?)(?P<adjective><adjective>?)(?P<unit><unit>)"),
        _rule("unit-end", "<the>?(?P<unit><unit>)['-]?(?P<mod><modifier>)(?:<comma>?<of>?(?P<year><year>))?"),
        _rule("near-day", "(?P<day><near-day>)"),
        _rule("day-beyond", "<the>?(?P<unit><unit>)(?P<way><direction>)(?P<day><near-day>)"),
        _rule("unit-beyond", "<the>?(?P<unit><unit>|<part>)(?P<way><direction>|<pointer>)"),
        _rule("beyond-next", "<the>?(?P<unit><unit>)(?P<way><direction>)(?P<pointer><pointer>)"),
        _rule("in-the-day", "(?P<mod><modifier>)<in><the>(?P<unit><unit>)"),
        _rule("then", "<then>", "<the>?<that>(?P<moment><moment>)"),
        _rule("the-nth", "<the>(?P<day><ordinal>)"),
        _rule("near-part", "(?P<day><near-day>)(?P<part><part>)"),
        _rule("near-night", "(?P<part><near-night>)"),
        _rule("pointed-part", "(?P<pointer><pointer>)(?P<part><part>)", "<the>(?P<pointer><pointer>)(?P<part><part>)"),
        _rule("that-part", "<the>?<that>(?P<part><part>)"),
        _rule("the-part", "<the>(?P<part><part>)"),
        _rule("mid-part", "(?P<mod><modifier>)<hyphen>?(?P<part><part>)"),
        _rule("weekday-part", "(?P<pointer><pointer>?)(?P<weekday><any-weekday>)(?P<part><part>)"),
        _rule("weekday-parts", "(?P<weekday><any-weekday>)(?P<part><parts>)"),
        _rule("shared-parts", "(?P<weekday><any-weekday>)(?:<and>|<to>)(?P<weekday2><any-weekday>)(?P<part><parts>)"),
        _rule(
            "year-earlier",
            "<the-or-a>?(?P<unit><unit>)<hyphen>(?P<tail><ago>|<direction>|<modifier>)(?P<period>(?:<unit>|<period>)?)",
        ),
        _rule("clock-hours", "(?P<clock><year>|<number>)(?P<unit><units>)"),
        _rule(
            "length",
            f"(?P<pointer>(?:<the>?<pointer>)?)(?:<the>?<ordinal>|<the>)?{_AMOUNT}(?:<hyphen>|<run>)?(?P<unit><any-unit>)",
            "(?P<pointer>)(?P<amount><count>)<hyphen>(?P<unit><any-unit>)",
        ),
        _rule("one-more", "<a>?(?P<run><run>)(?P<unit><unit>)"),
        _rule("a-unit", "(?P<a><a>)(?P<unit><unit>)", "(?P<a><a>)(?P<unit><unit>)<and><a>(?P<half><half>)"),
        _rule("unit-or-two", "<a>(?P<unit><unit>)<and>(?P<high><count>)"),
        _rule("long-unit", "<the-or-a>?(?P<unit><unit>)<hyphen>(?P<long><long>)"),
        _rule("these-units", "(?P<pointer><pointer>)(?P<unit><units>)"),
        _rule("half-unit", "(?P<half><half>)<hyphen>?<a>?<hyphen>?(?P<unit><unit>)"),
        _rule("vague-length", "(?:<the>)?(?P<recent><reference>|<pointer>)(?P<unit><units>)(?:<and><units>)?"),
        _rule("bare-length", "(?P<unit><units>)", "(?P<unit><units>)<and><units>"),
        _rule("frequency", "(?P<frequency><frequency>)"),
        _rule("every", "<every>(?P<which><unit>|<any-weekday>|<any-month>|<season>|<part>)"),
        _rule("every-part", "<every>(?P<weekday><any-weekday>)(?P<part><part>)"),
        _rule("every-other", "<every>(?P<other><run>)(?P<unit><unit>)"),
        _rule("every-two", "<every>(?P<which><any-weekday>)<and>(?P<other><any-weekday>)"),
        _rule("every-count", "<every>(?P<count><count>|<ordinal>|<vague>)(?P<unit><any-unit>)"),
        _rule("weekdays", "(?P<weekday>Y)"),
        _rule("weekends", "(?P<unit><units>)"),
        _rule("reference", "(?P<the><the>?)(?P<reference><reference>)"),
        _rule("current", "(?P<pointer><pointer>)"),
        _rule("near-reference", "<the><adjective>(?P<reference><reference>)"),
        _rule("the-past", "<the>(?P<pointer><pointer>)"),
        _rule(
            "clock",
            "(?P<clock><clock>|<small>)(?P<half><meridiem>)(?P<zone><zone>?)",
            "(?P<clock><clock>)(?P<half>)(?P<zone><zone>?)",
            "(?P<clock><year>|<number>)(?P<half>)(?P<zone><zone>)",
            "(?P<clock><small>|<number>)(?P<half>)<o-clock>(?P<zone><zone>?)",
        ),
        _rule("clock-part", "(?P<clock><clock>|<small>|<number>)<o-clock>?<in><the>(?P<part><part>)"),
        _rule("noon", "(?P<noon><noon>)(?P<zone><zone>?)"),
        _rule(
            "holiday",
            "(?P<pointer><pointer>?)(?P<holiday><holiday>)(?:<comma>?(?P<year><year>))?",
            "(?P<pointer><pointer>?)(?P<holiday><holiday>)(?P<unit><unit>)",
        ),
    )
    for rule in group
)

# A run of lexemes without one of these holds no time expression.
CORES = frozenset("MmWwyE#vuUsSpPkTtRfYQHlNFCoBLZi")


class Match(NamedTuple):
    """A rule that matched kinds ``[first, last)``, with where each of its named groups begins and ends."""

    rule: str
    first: int
    last: int
    groups: dict[str, tuple[int, int]]


def longest(kinds: str, at: int, stop: int) -> list[Match]:
    """All matches that begin at `at` and end by `stop`, longest first, in order of the table where equally long."""
    found = []
    for rule in RULES:
        match = rule.pattern.match(kinds, at, stop)
        if match is not None:
            groups = {name: match.span(name) for name in rule.pattern.groupindex if match.end(name) > match.start(name)}
            found.append(Match(rule.name, at, match.end(), groups))
    found.sort(key=lambda match: -match.last)
    return found
