"""Puts one figure together from its number: kind, unit, noun, bound, trend and value, before figures are related.

Stands alone because it is the order in which the other rules are asked, and what each answer means for the row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.aged import whose
from sayso.extract.figures.ages import in_brackets, is_age
from sayso.extract.figures.changes import ends_of, share
from sayso.extract.figures.coins import coin
from sayso.extract.figures.counting import counted
from sayso.extract.figures.digits import tidy
from sayso.extract.figures.draft import Draft
from sayso.extract.figures.hedging import hedge
from sayso.extract.figures.measured import lasting, measured, pays
from sayso.extract.figures.measures import named_unit, rate_after
from sayso.extract.figures.neighbours import leaves_age, leaves_noun, leaves_out_noun, take_over
from sayso.extract.figures.noise import counts_nothing
from sayso.extract.figures.nouns import counted_noun, multiplier, noun_at, singular, unit_of
from sayso.extract.figures.numerals import NUMBERS
from sayso.extract.figures.parts import is_of_things
from sayso.extract.figures.quantities import quantities, rated
from sayso.extract.figures.told import told_of
from sayso.extract.figures.trends import trend
from sayso.extract.figures.vocabulary import ADVERBS, OF_PERSONS, PARTICIPLES, VOCABULARY
from sayso.extract.figures.voices import is_range_of_accounts, says_nothing, voice
from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse import lemma
from sayso.parse.labels import EQUATED, NOUNS, PARTIES, SUPERLATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.figures.digits import Number
    from sayso.extract.figures.nouns import Noun
    from sayso.extract.figures.quantities import Quantity
    from sayso.model import Bound, FigureKind
    from sayso.stages import Parsed

TAKING_UP = words("figures", "more", "taking_up")
BY_FATE = frozenset(table("people")["people"]["by_fate"])
UNCOUNTED = frozenset(("PERSON", "GPE", "LOC", "DATE", "TIME"))
SPEAKING = frozenset(
    verb for verb, sense in table("cues")["verbs"].items() if sense["kind"] == "speech" and sense["act"] != "threaten"
)
MOST_HANGING = 6
"""So many numbers share the last one's noun ("four-, five- and six-seat cars")."""
MULTIPLE = "time"
OPEN_LOW = frozenset(("at_most", "less_than"))
OPEN_HIGH = frozenset(("at_least", "more_than"))


def drafts_of(
    parsed: Parsed, paragraph: Span, convention: str | None, coins: frozenset[str] = frozenset()
) -> Iterator[Draft]:
    """The figures of one paragraph in text order, each by itself; `coins` are words that are money in the report."""
    before: Draft | None = None
    hanging: list[Draft] = []
    for quantity in quantities(parsed, paragraph):
        ends = ends_of(parsed, quantity)
        for single in ends:
            draft = _draft(parsed, single, paragraph, before, (convention, coins))
            if draft is not None:
                if before is not None and single is not ends[0] and before.quantity is ends[0]:
                    share(before, draft)
                hanging = (
                    [*hanging[-MOST_HANGING:], before]
                    if before is not None and leaves_noun(parsed, before, draft)
                    else []
                )
                for shared in hanging:
                    shared.unit, shared.noun = draft.unit, draft.noun
                if before is not None and leaves_age(parsed, before, draft):
                    before.kind, before.unit, before.counted = "age", draft.unit, None
                before = draft
                yield draft


def _draft(
    parsed: Parsed,
    quantity: Quantity,
    paragraph: Span,
    before: Draft | None,
    known: tuple[str | None, frozenset[str]],
) -> Draft | None:
    convention, coins = known
    tokens = parsed.tokens_in(Span(quantity.numeral.start, quantity.core))
    if not tokens:
        return None
    age = is_age(parsed, quantity, tokens) or in_brackets(parsed, quantity, tokens)
    if age:
        quantity = replace(quantity, unit="year", kind="age")
    elif counts_nothing(parsed, quantity, tokens, paragraph):
        return None
    bare = quantity.unit is None
    noun = counted_noun(parsed, quantity, tokens, PARTICIPLES) if bare else None
    if not _stands(parsed, quantity, tokens, noun) or (noun is not None and _in_model(parsed, quantity, noun)):
        return None
    named = named_unit(parsed.lower[noun.head]) if noun is not None and _unit_within(noun, quantity) else None
    if noun is not None and named is not None:
        quantity = replace(quantity, end=int(parsed.ends[noun.head]), unit=named[0], kind=named[1])
        noun, bare = None, False
    money = coin(parsed, quantity, noun, coins) if noun is not None and coins else None
    if noun is not None and money is not None:
        quantity = rated(
            parsed.text, replace(quantity, end=int(parsed.ends[noun.head]), unit=money, kind="money"), paragraph.end
        )
        noun, bare = None, False
    times = multiplier(parsed, noun) if noun is not None else None
    if times is not None:
        quantity, noun = replace(quantity, end=int(parsed.ends[times]), unit=MULTIPLE), None
    noun_end = int(parsed.ends[noun.last - 1]) if noun is not None else quantity.end
    if bare and (rate := rate_after(parsed.text, noun_end, paragraph.end)) is not None:
        quantity, noun_end = replace(quantity, per=rate[1], end=max(quantity.end, rate[0])), max(noun_end, rate[0])
    around = hedge(parsed.text, quantity, paragraph.start, noun_end, paragraph.end)
    unit = unit_of(parsed, noun, VOCABULARY) if noun is not None else quantity.unit
    last = _after(parsed, max(quantity.end, noun_end, around.end))
    draft = Draft(
        quantity=quantity,
        tokens=tokens,
        sentence=parsed.sentence[tokens[0]],
        start=around.start,
        end=around.end,
        last=last,
        kind=_kind(quantity),
        unit=unit,
        noun=noun,
        bound=around.bound,
    )
    _name(parsed, draft, before, bare=bare)
    idle = _picks_out(parsed, draft) or _takes_up(parsed, draft)
    return None if idle or not _value(draft, convention) else draft


def _in_model(parsed: Parsed, quantity: Quantity, noun: Noun) -> bool:
    """Whether number and name make one name ("the 737 Max"): the noun is no plural, and no people's name."""
    plain = quantity.numeral.form == "digits" and quantity.numeral.plain and quantity.numeral.value != 1
    if not plain or parsed.tags[noun.core] != "NNP" or noun.first != noun.core or not noun.direct:
        return False
    entity = parsed.entity_at(noun.core)
    within = entity is not None and entity.label == "PRODUCT" and entity.first < noun.core
    peoples = entity is not None and entity.label in PARTIES
    return within or (parsed.tags[noun.head] == "NNP" and not peoples)


def _takes_up(parsed: Parsed, draft: Draft) -> bool:
    """Whether a small number in words only takes up those named before: "the two did not meet"."""
    before = draft.tokens[0] - 1
    bare = draft.unit is None and draft.noun is None and draft.counted is None
    followed = parsed.lower[draft.last : draft.last + 1] == ("of",)
    return (
        bare
        and draft.quantity.numeral.form == "words"
        and before >= 0
        and parsed.lower[before] in TAKING_UP
        and not followed
    )


def _picks_out(parsed: Parsed, draft: Draft) -> bool:
    """Whether a "one of" only says who or how it is: "Ada Rell, one of his lawyers", "one of the worst attacks"."""
    numeral = draft.quantity.numeral
    if numeral.value != 1 or numeral.form != "words" or draft.noun is None:
        return False
    first, after = draft.tokens[0], draft.tokens[-1] + 1
    if parsed.lower[after : after + 1] != ("of",) or draft.unit is None:
        return False
    if any(parsed.tags[at] in SUPERLATIVES for at in range(after, draft.noun.head)):
        return True
    if draft.counted is not None:
        return False
    role, verb = parsed.deps[first], parsed.lower[int(parsed.heads[first])]
    speaks = role == "nsubj" and lemma(verb, "verb") in SPEAKING
    stands = role in EQUATED or (role == "pobj" and parsed.lower[first - 1] == "as") or speaks
    named = draft.last + 1 < len(parsed) and parsed.words[draft.last] == "," and parsed.tags[draft.last + 1] == "NNP"
    return stands or named


def _unit_within(noun: Noun, quantity: Quantity) -> bool:
    """Whether the noun may be a unit with words before it: "517 rushing yards", "1/16 of a US pint"."""
    return noun.first < noun.head if noun.direct else quantity.numeral.form == "fraction"


def _after(parsed: Parsed, end: int) -> int:
    tokens = parsed.tokens_in(Span(end - 1, end))
    return tokens[-1] + 1 if tokens else len(parsed)


def _kind(quantity: Quantity) -> FigureKind:
    if quantity.per is not None or (quantity.numeral.form == "fraction" and quantity.unit is None):
        return "rate"
    if quantity.kind is not None:
        return quantity.kind
    return "ordinal" if quantity.numeral.form == "ordinal" else "count"


def _stands(parsed: Parsed, quantity: Quantity, tokens: range, noun: Noun | None) -> bool:
    """Whether a number without unit counts something: "one" needs its noun, an ordinal one of the vocabulary."""
    numeral = quantity.numeral
    if quantity.unit is not None:
        return True
    if numeral.form == "ordinal":
        return (
            noun is not None
            and noun.direct
            and noun.first == noun.head
            and unit_of(parsed, noun, VOCABULARY) in VOCABULARY
        )
    if numeral.value == 1 and numeral.form == "words" and not quantity.ranged:
        return noun is not None or _one_stands(parsed, tokens)
    if numeral.form == "vague":
        return noun is not None or numeral.vague not in ("several", "few", "couple", "handful")
    return True


def _one_stands(parsed: Parsed, tokens: range) -> bool:
    """Whether a lone "one" tells somebody's fate ("one fatally", "one was killed")."""
    after = tokens[-1] + 1
    if after >= len(parsed):
        return False
    return parsed.lower[after] in ADVERBS or counted(parsed, tokens, None, person=True, last=after) is not None


def _name(parsed: Parsed, draft: Draft, before: Draft | None, *, bare: bool) -> None:
    """Fills in what is counted or measured, the trend, and what a restated amount takes over from the one before."""
    quantity = draft.quantity
    hedged = parsed.tokens_in(Span(draft.start, draft.end))
    first = hedged[0] if hedged else draft.tokens[0]
    if bare:
        by_fate = draft.noun is not None and lemma(parsed.lower[draft.noun.head], "noun") in BY_FATE
        person = draft.unit in ("person", None) or by_fate
        draft.counted = counted(parsed, draft.tokens, draft.noun, person=person, last=draft.last)
        if draft.noun is None and before is not None and is_of_things(parsed, before, draft):
            draft.counted = counted(parsed, draft.tokens, None, person=False, last=draft.last)
        if (draft.noun is None or by_fate) and draft.counted in OF_PERSONS and quantity.numeral.form != "fraction":
            draft.unit = "person"
        after = parsed.lower[draft.last] if draft.last < len(parsed) else ""
        draft.fate = draft.noun is None and (after in ADVERBS or draft.counted is not None)
    elif draft.kind == "duration":
        draft.noun = lasting(parsed, draft.tokens, draft.last, bounded=draft.bound != "exact")
    elif draft.kind == "age":
        draft.noun = whose(parsed, draft.tokens, first, quantity.end, draft.last)
        if draft.noun is not None and lemma(parsed.lower[draft.noun.head], "noun") == "age":
            draft.noun = None
    else:
        own = range(first, draft.tokens[-1] + 1)
        draft.noun = measured(parsed, own, draft.last, money=draft.kind == "money")
        draft.noun = None if _is_voice(parsed, draft, draft.noun) else draft.noun
    if bare and draft.noun is None:
        _name_alone(parsed, draft, before, first)
    earlier = before is not None and before.sentence == draft.sentence and before.trend is not None
    of_measure = draft.kind in ("percent", "money", "measure", "rate")
    draft.trend = trend(parsed, quantity, first, measured=of_measure, earlier=earlier)
    changed = earlier or draft.trend is not None
    if draft.kind == "money" and not changed and draft.noun is not None and pays(parsed, draft.noun, first):
        draft.noun = None
    if before is not None and before.sentence == draft.sentence:
        take_over(parsed, before, draft, bare=bare)
    if quantity.per is not None:
        draft.unit = f"{draft.unit or 'count'} per {quantity.per}"


def _name_alone(parsed: Parsed, draft: Draft, before: Draft | None, first: int) -> None:
    """Names what a number without unit and noun counts by the words around it, or what it measures."""
    if draft.kind == "count":
        _tell(parsed, draft, first)
    if draft.noun is not None or draft.unit not in (None, MULTIPLE):
        return
    if draft.last < len(parsed) and parsed.lower[draft.last] == "who":
        draft.unit = "person"
    elif not _of_others(parsed, draft):
        found = measured(parsed, range(first, draft.tokens[-1] + 1), draft.last)
        draft.noun = None if _is_voice(parsed, draft, found) or _is_somebody(parsed, found, draft) else found
        draft.measures = draft.noun is not None
    if before is not None and leaves_out_noun(parsed, before, draft, first):
        draft.unit, draft.noun, draft.measures = before.unit, before.noun, False


def _is_voice(parsed: Parsed, draft: Draft, noun: Noun | None) -> bool:
    """Whether the noun found before an amount is who says it, or stands for no more than what was counted before."""
    if noun is None or noun.head >= draft.tokens[0]:
        return False
    if is_range_of_accounts(parsed, noun.head):
        return True
    verb = voice(parsed, range(draft.tokens[0], draft.last))
    return verb is not None and int(parsed.heads[noun.head]) == verb and says_nothing(parsed, noun.head)


def _is_somebody(parsed: Parsed, noun: Noun | None, draft: Draft) -> bool:
    """Whether it names a person, a place or a day, which no whole number counts; in "Ama Doro: 4" it is rated."""
    if noun is None:
        return False
    entity = parsed.entity_at(noun.head)
    whole = isinstance(draft.quantity.numeral.value, int) and parsed.words[draft.tokens[0] - 1] != ":"
    return whole and entity is not None and entity.label in UNCOUNTED


def _tell(parsed: Parsed, draft: Draft, first: int) -> None:
    """Names what a number alone counts where it is told of "the number of ..." these."""
    inner = told_of(parsed, first)
    if inner is None:
        return
    named = parsed.tags[inner] in NOUNS and parsed.lower[inner] not in PARTICIPLES
    noun = noun_at(parsed, inner, line=inner == first - 2) if named else None
    unit = unit_of(parsed, noun, VOCABULARY) if noun is not None else "person"
    person = unit == "person" or singular(parsed.lower[inner]) in BY_FATE
    fate = counted(parsed, range(inner, inner + 1), noun, person=person, last=inner + 1)
    draft.counted = fate or draft.counted
    if draft.counted in OF_PERSONS:
        draft.unit, draft.noun = "person", noun if person else None  # "the number of arrests": of people
    elif noun is not None:
        draft.unit, draft.noun = unit, noun


def _of_others(parsed: Parsed, draft: Draft) -> bool:
    """Whether a bare number is a part of what was named before ("three of them"), or a fraction."""
    after = draft.tokens[-1] + 1
    follows = after < len(parsed) and parsed.lower[after] == "of"
    return follows or draft.quantity.numeral.form in ("fraction", "vague") or draft.counted is not None


def _value(draft: Draft, convention: str | None) -> bool:
    """Sets value, low and high; false where nothing provable is left (a negative count)."""
    quantity, numeral = draft.quantity, draft.quantity.numeral
    if quantity.ranged:
        draft.low, draft.high, draft.bound = quantity.low, quantity.high, "between"
        return True
    if numeral.form == "vague":
        return _read_vague(draft, convention)
    value = numeral.value
    if value is None or (value < 0 and draft.kind in ("count", "age", "duration")):
        return False
    draft.value = value
    draft.low, draft.high = interval(value, draft.bound)
    return True


def interval(value: Number, bound: Bound) -> tuple[Number | None, Number | None]:
    """The ends that the words state: "at least" leaves the upper one open, "about" both."""
    if bound == "exact":
        return value, value
    return (value if bound in OPEN_HIGH else None), (value if bound in OPEN_LOW else None)


def _read_vague(draft: Draft, convention: str | None) -> bool:
    """A vague word has no value but by a named convention; without one it stays a figure without numbers."""
    draft.bound = "about" if draft.bound == "exact" else draft.bound
    numeral = draft.quantity.numeral
    readings = NUMBERS["vague"].get(convention) if convention else None
    if readings is None or numeral.vague is None:
        return True
    reading = readings[numeral.vague]
    draft.convention = convention
    if isinstance(reading, list):
        draft.low, draft.high, draft.bound = (
            tidy(reading[0] * numeral.factor),
            tidy(reading[1] * numeral.factor),
            "between",
        )
    else:
        draft.value = tidy(reading * numeral.factor)
    return True
