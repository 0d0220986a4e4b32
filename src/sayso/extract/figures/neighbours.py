"""Gives a figure what it shares with the one before it: a restated amount, a list, the two ends of a change.

Stands alone because these rules look at two figures and the words between them, while all others look at one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.adjoining import gapped
from sayso.extract.figures.hedging import restates
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

HANGING = re.compile(r"-,?(?: and| or)?,? ")
CHANGED = re.compile(r",? (?:to|at|from) (?:a |an )?")
PLACED = words("figures", "prepositions", "placed")
LIST = re.compile(r", |,? and ")
COMPARED = words("figures", "prepositions", "compared")
JOINING = words("figures", "joining", "clauses")
AND_AGE = re.compile(r",? (?:and|or) |, ")
HOLDING = words("figures", "holding", "verbs")
OF_WHICH = tuple(map(tuple, table("figures")["joining"]["of_which"]))
MILLION = 1_000_000
RANGED = ("to", "and")
AMOUNTS = frozenset(("measure", "money", "percent", "rate"))


def leaves_noun(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether the number before left its noun to this one: "five- and six-cylinder engines"."""
    between = parsed.text[before.quantity.core : draft.quantity.start]
    return before.unit is None and bool(HANGING.fullmatch(between)) and parsed.text.startswith("-", draft.quantity.core)


def leaves_age(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether the number before is an age told with this one: "12 and 15 years old"."""
    bare = before.kind == "count" and before.unit is None and before.noun is None
    return bare and draft.kind == "age" and AND_AGE.fullmatch(parsed.text[before.end : draft.start]) is not None


def take_over(parsed: Parsed, before: Draft, draft: Draft, *, bare: bool) -> None:
    """Fills in what `draft` shares with the figure `before` it in the same sentence; `bare` says it has no unit."""
    again = _again(parsed, before, draft)
    if _in_brackets(parsed, before, draft):
        draft.noun = before.noun
    elif draft.kind in AMOUNTS and before.unit == draft.unit and gapped(parsed, draft.tokens[0]) is not None:
        draft.trend = draft.trend or before.trend
    elif again is not None:
        draft.trend = draft.trend or before.trend
        draft.noun = before.noun if before.kind not in ("count", "duration") else draft.noun
        if draft.bound == "exact" and again.strip() in ("(", "/", "[") and before.bound != "between":
            draft.bound = before.bound
    elif draft.kind in AMOUNTS and _same_change(parsed, before, draft):
        level = parsed.lower[draft.tokens[0] - 1] == "at"
        draft.noun = (before.noun if level else draft.noun) or before.noun or draft.noun
    elif not bare and draft.noun is None and _listed(parsed, before, draft):
        draft.noun = before.noun
    elif bare and (_goes_on(parsed, before, draft) or _of_which(parsed, draft)):
        draft.unit, draft.noun, draft.measures = before.unit, before.noun, False
    elif _is_sum_too(before, draft):
        draft.unit, draft.kind, draft.measures = before.unit, "money", False
    elif _is_sum_too(draft, before) and parsed.text[before.end : draft.start].strip() in RANGED:
        before.unit, before.kind, before.measures = draft.unit, "money", False  # "2.1 billion to 2.4 billion crowns"
    elif draft.unit is None:
        draft.unit = _elided_unit(parsed, before, draft)


def _again(parsed: Parsed, before: Draft, draft: Draft) -> str | None:
    """What stands between two amounts that say the same in two units; null where they do not."""
    if _names_own(draft):
        return None
    end = before.end
    if before.noun is not None and before.end <= int(parsed.starts[before.noun.first]) < draft.start:
        end = int(parsed.ends[before.noun.head])  # "60% of its value, or $30 billion"
    for at in dict.fromkeys((before.end, end)):
        again = restates(parsed.text, replace(before.quantity, end=at, unit=before.unit), draft.quantity, draft.start)
        if again is not None:
            return again
    return None


def _names_own(draft: Draft) -> bool:
    """Whether the thing measured stands right after the amount."""
    return draft.noun is not None and draft.noun.first >= draft.last


def _same_change(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether both tell one change: "rose 5 per cent to 12 euros", "to 6.7% from 6.3%", "down 68p at 1,112p"."""
    told = before.trend is not None or before.unit == draft.unit
    return told and before.kind in AMOUNTS and bool(CHANGED.fullmatch(parsed.text[before.end : draft.start]))


def _in_brackets(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether it measures in brackets the things just counted ("four fillets (500 grams)") and names none itself."""
    if before.kind != "count" or before.noun is None or draft.kind not in AMOUNTS:
        return False
    return not _names_own(draft) and parsed.text[before.end : draft.start] in (" (", " [")


def _of_which(parsed: Parsed, draft: Draft) -> bool:
    """Whether a bare number counts some of those before it ("two polls, of which four are needed")."""
    return draft.unit is None and parsed.lower[max(0, draft.tokens[0] - 2) : draft.tokens[0]] in OF_WHICH


def _goes_on(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether a number counts more of what was just counted ("40 homes by sale and 18 by tender")."""
    first, after = draft.tokens[0], draft.tokens[-1] + 1
    if draft.unit is not None or draft.counted is not None or draft.quantity.numeral.form not in ("digits", "words"):
        return False
    if before.kind != "count" or before.noun is None or before.measures or before.unit is None or first == 0:
        return False
    joined = parsed.lower[first - 1] == "and" and after < len(parsed) and parsed.lower[after] in PLACED
    return joined and parsed.text.find(",", before.end, draft.start) < 0


def leaves_out_noun(parsed: Parsed, before: Draft, draft: Draft, first: int) -> bool:
    """Whether a number counts what the one before counts and leaves it out: "Doro had 40 votes, Salako had 38".

    `first` is the first token of the number with its hedge.
    """
    if before.kind != "count" or before.noun is None or before.measures or draft.sentence - before.sentence > 1:
        return False
    if draft.unit is not None or draft.counted is not None or draft.quantity.numeral.form not in ("digits", "words"):
        return False
    at = max(first - 1, 0)
    follows = _goes_on_after(parsed, draft)
    if follows and parsed.lower[draft.last] not in PLACED | JOINING:
        return False
    while at > 0 and parsed.tags[at].startswith("RB"):
        at -= 1
    if parsed.sentence[at] != draft.sentence:
        return False
    near = before.sentence == draft.sentence
    if not parsed.tags[at].startswith("VB"):
        return parsed.tags[at] in NOUNS and near and not follows
    return _does_as_much(parsed, before.noun.head, at, near=near)


def _is_sum_too(before: Draft, draft: Draft) -> bool:
    """Whether a number in millions that counts nothing is money as the one before: "412 million euros, 318 million"."""
    bare = draft.kind == "count" and draft.unit is None and draft.counted is None and not draft.quantity.per
    named = draft.noun is not None and draft.noun.head > draft.tokens[0]
    scaled = min(before.quantity.numeral.scale, draft.quantity.numeral.scale) >= MILLION
    return before.kind == "money" and before.quantity.per is None and bare and not named and scaled


def _goes_on_after(parsed: Parsed, draft: Draft) -> bool:
    after = draft.last
    return after < len(parsed) and parsed.sentence[after] == draft.sentence and parsed.words[after][0].isalnum()


def _does_as_much(parsed: Parsed, noun: int, at: int, *, near: bool) -> bool:
    """Whether the verb at token `at` says of its number what the verb of `noun` says of that."""
    own = lemma(parsed.lower[at], "verb")
    verb = int(parsed.heads[noun])
    if parsed.deps[verb] == "relcl":  # "Tarnau, which has 40 schools, has 12"
        return False
    told = lemma(parsed.lower[verb], "verb")
    return own in (told, "have") or (near and own in HOLDING)


def _listed(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether an amount goes on a list of amounts in the same unit, or a length of time ("2 days and 3 hours")."""
    if draft.kind == "duration":
        return before.kind == "duration" and bool(LIST.fullmatch(parsed.text[before.end : draft.start]))
    return before.unit == draft.unit and draft.kind != "age"


def _elided_unit(parsed: Parsed, before: Draft, draft: Draft) -> str | None:
    """The unit of the number before, where this one is compared with it ("up from 12", "compared with 63")."""
    at = draft.tokens[0] - 1
    previous = parsed.lower[at] if at >= 0 else ""
    if previous == "with" and not parsed.lower[at - 1].startswith("compar"):
        return None  # "left with 163"
    compared = previous in COMPARED and before.kind in ("count", "percent", "money")
    return before.unit if compared else None
