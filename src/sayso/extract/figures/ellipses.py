"""Reads lists in which each number has only its place behind it: "18,500 were in schools, 12,000 in tents".

Stands alone because what such numbers count stands before the list, or is what the verb of the first of them is said
of, while a parser ties each to the noun that happens to stand before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import counted
from sayso.extract.figures.nouns import noun_at, unit_of
from sayso.extract.figures.tree import children
from sayso.extract.figures.vocabulary import PARTICIPLES, VOCABULARY
from sayso.lexicon import either, words
from sayso.parse.labels import COMMON_NOUNS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

_PLACING = either(words("figures", "prepositions", "staying"))
_REST = either(words("figures", "more", "rest"))
OWN = re.compile(rf" (?:{_PLACING}) (?!(?:{either(words('figures', 'prepositions', 'no_slot'))})\b)[^\W\d_]")
"""What a number of such a list has right behind it."""
GOES_ON = re.compile(rf"[^.;:()\d]{{0,50}} (?:{_PLACING}) [^.;:()\d]{{1,50}}(?:,|,? and|,? while) (?:(?:{_REST}) )?")
"""What stands between one of the list and the next."""
OPENS = re.compile(r"[^.;()\d]{0,120}: ")
ITEM = re.compile(r"(?:,|,? and) ")
MOST = 12
COPULAS = words("figures", "ages", "verbs")
UP = 4


def elliptic(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Gives figure `index`, where it goes on such a list or opens one behind a colon, what the list counts."""
    draft = drafts[index]
    if draft.kind != "count" or draft.quantity.unit is not None or draft.quantity.per is not None:
        return
    if index and _goes_on(parsed, drafts[index - 1], draft):
        before = drafts[index - 1]
        _take(draft, before)
        whole = drafts[before.part_of] if before.part_of is not None else None
        if draft.part_of is None and whole is not None and _fits(draft, whole):
            draft.part_of = before.part_of
        return
    if _is_bare(draft) and _opens(parsed, drafts, index):
        _open(parsed, drafts, index)


def _is_bare(draft: Draft) -> bool:
    """Whether nothing that it counts is printed behind it."""
    return draft.noun is None or draft.measures or draft.noun.head < draft.tokens[0]


def _take(draft: Draft, before: Draft) -> None:
    draft.noun, draft.unit, draft.measures = before.noun, before.unit, False
    draft.counted = before.counted or draft.counted
    draft.population = None


def _fits(draft: Draft, whole: Draft) -> bool:
    return draft.value is not None and whole.value is not None and draft.value <= whole.value


def _goes_on(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether a bare number with its place behind it goes on from another that has one."""
    if not _is_bare(draft) or before.sentence != draft.sentence or not before.countable or before.measures:
        return False
    if before.noun is None or draft.counted not in (None, before.counted):
        return False
    if before.noun is draft.noun:
        return False
    own = OWN.match(parsed.text, draft.quantity.core)
    return own is not None and GOES_ON.fullmatch(parsed.text, before.end, draft.start) is not None


def _opens(parsed: Parsed, drafts: Sequence[Draft], index: int) -> bool:
    """Whether a list of two bare numbers or more, each with its place, begins with figure `index` behind a colon."""
    draft = drafts[index]
    first = int(parsed.starts[parsed.sentences[draft.sentence]])
    begins = max([first, *(one.end for one in drafts[max(0, index - 1) : index] if one.sentence == draft.sentence)])
    return OPENS.fullmatch(parsed.text, begins, draft.start) is not None and len(_listed(parsed, drafts, index)) > 1


def _listed(parsed: Parsed, drafts: Sequence[Draft], index: int) -> list[Draft]:
    """The bare numbers of one sentence, each with its place, that follow each other from figure `index` on."""
    found: list[Draft] = []
    for draft in drafts[index : index + MOST]:
        between = parsed.text[found[-1].quantity.core : draft.start] if found else ""
        apart = found and (draft.sentence != found[0].sentence or GOES_ON.fullmatch(between) is None)
        if apart or not _is_bare(draft) or draft.kind != "count" or OWN.match(parsed.text, draft.quantity.core) is None:
            break
        found.append(draft)
    return found


def _open(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Names what a list behind a colon counts: what was counted before the colon, else the plural that is told of."""
    draft, listed = drafts[index], _listed(parsed, drafts, index)
    whole = drafts[index - 1] if index and drafts[index - 1].sentence == draft.sentence else None
    if whole is not None:
        if not whole.countable or whole.noun is None or whole.measures:
            return
        parts = sum(one.value or 0 for one in listed) == whole.value
        for one in listed:
            _take(one, whole)
            one.part_of = index - 1 if parts else one.part_of
        return
    head = _told(parsed, draft)
    if head is None:
        return
    draft.noun, draft.measures = noun_at(parsed, head), False
    draft.unit = unit_of(parsed, draft.noun, VOCABULARY)
    person = draft.unit == "person"
    draft.counted = counted(parsed, range(head, head + 1), draft.noun, person=person, last=head + 1)


def _told(parsed: Parsed, draft: Draft) -> int | None:
    """The plural before the colon of which its clause tells: the verb's object, else its subject."""
    first = parsed.sentences[draft.sentence]
    colon = draft.tokens[0] - 1
    while colon > first and parsed.words[colon] != ":":
        colon -= 1
    verb = int(parsed.heads[colon])
    for role in (("dobj",), SUBJECTS if parsed.lower[verb] not in COPULAS else ()):
        for token in range(first, colon):
            own = int(parsed.heads[token]) == verb and parsed.deps[token] in role
            if own and parsed.tags[token] == "NNS":
                return token
    return None


def gap(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Gives those a verb is left out of what its subject counts: "22 carried flour, nine water and five medicine"."""
    draft = drafts[index]
    if draft.kind != "count" or draft.noun is None or draft.measures:
        return
    verb = _verb(parsed, draft)
    given = [c for c in children(parsed, verb) if parsed.deps[c] == "dobj"] if verb is not None else []
    if not given or any(parsed.tags[c] == "CD" for c in children(parsed, given[0])):
        return
    end, parts = int(parsed.ends[given[0]]), []
    for one in drafts[index + 1 : index + MOST]:
        if one.sentence != draft.sentence or ITEM.fullmatch(parsed.text, end, one.start) is None or one.noun is None:
            break
        if one.kind != "count" or _is_bare(one):
            break
        parts.append(one)
        end = int(parsed.ends[one.noun.last - 1])
    if not any(_is_mass(parsed, one) for one in parts):
        return
    for one in parts:
        _take(one, draft)
        one.part_of = draft.part_of
        one.end, one.last = max(one.quantity.end, one.start), one.tokens[-1] + 1


def _verb(parsed: Parsed, draft: Draft) -> int | None:
    """The active verb whose subject is the figure."""
    at = draft.tokens[-1]
    for _ in range(UP):
        above = int(parsed.heads[at])
        if parsed.deps[at] == "nsubj" and above > at and parsed.tags[above].startswith("VB"):
            return above
        if above == at:
            return None
        at = above
    return None


def _is_mass(parsed: Parsed, draft: Draft) -> bool:
    """Whether the noun behind a number of two or more is a singular, which it cannot count."""
    noun = draft.noun
    if noun is None or draft.value is None or draft.value < 2 or noun.first != draft.tokens[-1] + 1:  # noqa: PLR2004
        return False
    word, tag = parsed.lower[noun.head], parsed.tags[noun.head]
    single = tag == "NN" and tag in COMMON_NOUNS and not word.endswith("s") and word not in PARTICIPLES
    ends = noun.last >= len(parsed) or not parsed.words[noun.last][0].isalnum() or parsed.tags[noun.last] == "CC"
    return single and ends and unit_of(parsed, noun, VOCABULARY) != "person"
