"""Says whether two places of a report stand too far apart, in a report of its length, to be held for one thing.

Stands alone because it is the one condition that rests on no word of the report. The more a report tells, the more
pairs of its dates and counts look comparable by chance: of 77 wrong findings in real reports by the rules of `PAIRING`
this lets 54 go, of five right ones one (`benchmarks/findings_verdicts.toml`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.judgement import LetGo

if TYPE_CHECKING:
    from sayso.check.judgement import Found

LONG = 350
"""Words of a report from which on only what stands near is compared by the rules of `PAIRING`."""
NEAR, FAR = 180, 1_200
"""Characters from the first word of a pair to the last: of a long report, and of any."""
PAIRING = frozenset(
    {
        "two-dates-of-one-event",
        "second-before-first",
        "end-before-start",
        "act-outside-life",
        "length-of-spell",
        "length-since-last-date",
        "number-of-anniversary",
        "parts-of-total",
        "shares-of-whole",
        "age-from-birth",
    }
)
"""Rules that hold two tellings for one thing by what they are told with alone, and not by a name or a voice."""


def out_of_reach(one: Found, words: int) -> LetGo | None:
    """Why a finding is let go whose places are too far apart in a report of `words` words; null where they are not."""
    if one.rule not in PAIRING:
        return None
    apart = max(span.end for span in one.spans) - min(span.start for span in one.spans)
    if apart <= (NEAR if words > LONG else FAR):
        return None
    why = f"they stand {apart:,} characters apart in a report of {words:,} words, which tells of more than one thing"
    return LetGo(one.rule, why, one.spans)
