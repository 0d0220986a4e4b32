"""Gives a number that stands alone the noun of the number it goes on from: "killed 45 people and wounded 85".

Stands alone because what is left out can stand sentences away, and is known only once all figures and wholes are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import singular
from sayso.extract.figures.vocabulary import NOUN_WORDS, PARTICIPLES
from sayso.extract.figures.voices import told_before
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import SUBJECTS, VERBAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

BACK = 8
"""So many figures back the noun that is left out may stand."""
MORE = words("figures", "more", "determiners") | words("figures", "more", "standing")


def complete(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Gives figure `index` the noun, and where it has none the unit, of its whole or of the number it goes on from."""
    draft = drafts[index]
    if draft.kind != "count" or draft.quantity.per is not None:
        return
    if index and _alike(parsed, drafts[index - 1], draft):
        draft.noun, draft.unit, draft.measures = drafts[index - 1].noun, drafts[index - 1].unit, False
        draft.counted = draft.counted or _same_act(parsed, drafts[index - 1], draft)
    whole = drafts[draft.part_of] if draft.part_of is not None else None
    if whole is not None and whole.noun is not None and draft.unit == whole.unit and _is_led(draft):
        draft.noun = whole.noun  # "The monitors recorded 61 violations, 38 of them by Orland and 21 by Tarn"
    if draft.noun is not None:
        return
    said = told_before(parsed, drafts, index) if draft.unit is None else None
    if said is not None:
        draft.noun, draft.unit, draft.counted = said.noun, said.unit, said.counted
        return
    found = drafts[draft.part_of] if draft.part_of is not None else _before(parsed, drafts, index)
    found = found or _again(drafts, index)
    if found is None or found.noun is None or found.measures or draft.unit not in (None, found.unit):
        return
    draft.noun, draft.unit = found.noun, found.unit


def _before(parsed: Parsed, drafts: Sequence[Draft], index: int) -> Draft | None:
    """The nearest number before figure `index` that counts what it does; null where the words tell of none."""
    draft = drafts[index]
    more = parsed.lower[draft.tokens[-1] + 1 : draft.tokens[-1] + 2]
    added = (bool(more) and more[0] in MORE) or _limited(parsed, draft)
    for at in range(index - 1, max(-1, index - 1 - BACK), -1):
        other = drafts[at]
        apart = draft.sentence - other.sentence
        if apart > added or parsed.paragraph[other.tokens[0]] != parsed.paragraph[draft.tokens[0]]:
            return None
        if not other.countable or other.noun is None or other.measures:
            continue
        other_fate = draft.counted not in (None, other.counted) or _limited(parsed, draft)
        if other.part_of is not None and draft.part_of is None and other_fate:
            continue  # "37 people, among them 14 children, and 112 injured": as many people
        tells = NOUN_WORDS.get(singular(parsed.lower[other.noun.head]))
        if tells is not None and draft.counted not in (None, tells):
            return None  # "37 martyrs and 112 injured"
        goes_on = added or _people(draft, other) or _acts(parsed, draft)
        return other if goes_on else None
    return None


def _is_led(draft: Draft) -> bool:
    """Whether what was taken for its noun stands before the number, as its clause's subject does."""
    return draft.noun is not None and draft.noun.head < draft.tokens[0]


def _limited(parsed: Parsed, draft: Draft) -> bool:
    """Whether a number is set against one before as the subject of its clause: "only 97 had come home"."""
    first, last = draft.tokens[0], draft.tokens[-1]
    lead = parsed.lower[first - 1 : first]
    return bool(lead) and lead[0] in words("figures", "more", "limits") and parsed.deps[last] in SUBJECTS


def _alike(parsed: Parsed, one: Draft, two: Draft) -> bool:
    """Whether a bare number is the object of a second verb as the one before is of the first: "gained 13, lost 10"."""
    bare = two.noun is None or two.measures or two.noun is one.noun
    if not bare or one.noun is None or one.measures or not one.countable:
        return False
    first, second = int(parsed.heads[one.noun.head]), int(parsed.heads[two.tokens[-1]])
    objects = parsed.deps[one.noun.head] == parsed.deps[two.tokens[-1]] == "dobj"
    return objects and parsed.deps[second] == "conj" and int(parsed.heads[second]) == first


def _same_act(parsed: Parsed, one: Draft, two: Draft) -> str | None:
    """What is counted of the first, where one verb is said of both: "lost 463 fighters, and the Union lost 89"."""
    noun = one.noun.head if one.noun is not None else one.tokens[-1]
    verbs = {lemma(parsed.lower[int(parsed.heads[token])], "verb") for token in (noun, two.tokens[-1])}
    return one.counted if len(verbs) == 1 else None


def _again(drafts: Sequence[Draft], index: int) -> Draft | None:
    """The nearest figure that tells the same number of the same fate with its noun: "Seven dead", "seven people died".

    Headlines and leads leave out the noun that the report's next sentences print.
    """
    draft = drafts[index]
    if draft.counted is None or draft.unit not in (None, "person") or draft.low is None:
        return None
    alike = (
        (abs(at - index), other)
        for at, other in enumerate(drafts)
        if other.noun is not None
        and other.unit == "person"
        and (other.counted, other.value, other.low) == (draft.counted, draft.value, draft.low)
    )
    return min(alike, key=lambda pair: pair[0], default=(0, None))[1]


def _people(draft: Draft, other: Draft) -> bool:
    """Whether both tell what befell people: "27 civilians were killed and dozens wounded"."""
    return draft.unit == other.unit == "person" and draft.counted is not None and other.counted is not None


def _acts(parsed: Parsed, draft: Draft) -> bool:
    """Whether a bare number is itself the subject of a clause: "54 states signed, only 27 have ratified it"."""
    last, after = draft.tokens[-1], draft.tokens[-1] + 1
    if draft.unit is not None or after >= len(parsed) or parsed.deps[last] not in SUBJECTS:
        return False
    verb = int(parsed.heads[last])
    return parsed.tags[after][:2] in VERBAL and verb >= after and parsed.lower[after] not in PARTICIPLES
