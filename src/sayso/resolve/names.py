"""Finds the names in a report and the titles that stand before them.

Stands alone because entity labels of a small model are wrong often enough: what a name is, is settled from tags, titles
and labels together, before names are put together in `clusters`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import (
    COMMON_NOUNS,
    OPEN_CLASSES,
    PLACE_NAMES,
    PLACES_AND_PEOPLES,
    PREMODIFIERS,
    PROPER_NOUNS,
    QUALIFIERS,
    SINGULAR_NOUNS,
    TIME_NAMES,
)
from sayso.resolve.phrases import head_of
from sayso.resolve.sorts import PURPOSES, sort_of
from sayso.resolve.terms import gender_of_word, is_title, noun_class, plain
from sayso.resolve.titles import title_start, with_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sayso.resolve.sorts import Sort
    from sayso.resolve.terms import Gender
    from sayso.stages import Entity as Label
    from sayso.stages import Parsed

NAMING = PLACES_AND_PEOPLES | {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART"}
NUMBERS = frozenset({"CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
TIMES = TIME_NAMES | NUMBERS | {"LANGUAGE"}
PLACES_AND_PERSONS = PLACE_NAMES | {"PERSON"}
LINKS = words("function_words", "in_names", "any")
STATE = words("organisations", "state")
LONGEST = 12
"""The longest name, in tokens; a longer run of capitals is a headline."""
SHORT_NAME = 4
SMALL_WORD = 3
FEW = 4
TITLE_CASE = 0.85
"""Share of the words longer than `SMALL_WORD` letters that begin with a capital in a headline in title case."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``[first, last)`` without title and article; `keys` are its words as they are compared.

    `title` are the tokens of the title before it (None where there is none); `gender` is what the title says;
    `modifier`: it only narrows the noun after it ("the Rell campaign").
    """

    first: int
    last: int
    head: int
    keys: tuple[str, ...]
    suffix: str
    sort: Sort
    title: tuple[int, int] | None
    gender: Gender | None
    modifier: bool


def find_names(parsed: Parsed, starts: Collection[int] = ()) -> list[Name]:
    """All names of the report in text order; none overlaps another, and none runs on over one of the tokens `starts`.

    These are where sources begin: "... outside Tarn | the Tarn Observatory said" is two names where a comma is lost.
    """
    labels: list[Label | None] = [None] * len(parsed)
    for entity in parsed.entities:
        for token in range(entity.first, entity.last):
            labels[token] = entity
    for token in range(1, len(parsed) - 1):
        if _in_title(parsed, labels, token):
            labels[token] = None
    found: list[Name] = []
    titled, cased = _in_title_case(parsed), _with_capitals(parsed)
    token = 0
    while token < len(parsed):
        if titled[int(parsed.paragraph[token])]:
            token = _labelled_only(parsed, labels, token, found)
            continue
        small = labels[token] is None and parsed.words[token].islower() and cased[int(parsed.paragraph[token])]
        if small or not _starts(parsed, labels, token):
            token += 1
            continue
        last = _run_end(parsed, labels, token)
        last = next((at for at in range(token + 1, last) if at in starts), last)
        found.extend(name for name in _split(parsed, labels, token, last) if name.keys)
        token = max(last, token + 1)
    return _owned(parsed, found)


def _owned(parsed: Parsed, found: list[Name]) -> list[Name]:
    """The names, a state's office with the state as one: two states have each "Ardovia's Defence Ministry"."""
    names: list[Name] = []
    for name in found:
        owner = names[-1] if names else None
        office = len(name.keys) > 1 and STATE.issuperset(name.keys)
        behind = owner is not None and owner.last == name.first - 1 and parsed.tags[name.first - 1] == "POS"
        if owner is None or not (office and behind) or owner.sort == "person":
            names.append(name)
            continue
        keys, title = (*owner.keys, *name.keys), owner.title
        names[-1] = replace(name, first=owner.first, keys=keys, sort="organisation", title=title)
    return names


def _in_title(parsed: Parsed, labels: list[Label | None], token: int) -> bool:
    """Whether a part of the day or of the week begins a name: "the Morning Bell"."""
    label, after = labels[token], labels[token + 1]
    alone = label is not None and label.label in TIMES and label.last - token == 1
    capital = parsed.words[token][:1].isupper() and parsed.words[token + 1][:1].isupper()
    named = parsed.tags[token + 1] in PROPER_NOUNS and (after is None or after.label not in TIMES | {"PERSON"})
    return alone and capital and named and parsed.lower[token - 1] == "the"


def _in_title_case(parsed: Parsed) -> list[bool]:
    """For each paragraph whether it is a headline, or printed like one: nearly all words with a capital."""
    longer, capitals = [0] * len(parsed.cleaned.paragraphs), [0] * len(parsed.cleaned.paragraphs)
    for word, paragraph in zip(parsed.words, parsed.paragraph.tolist(), strict=True):
        if len(word) > SMALL_WORD and word[0].isalpha():
            longer[paragraph] += 1
            capitals[paragraph] += word[0].isupper()
    return [
        paragraph.kind == "headline" or (many >= FEW and high >= TITLE_CASE * many)
        for paragraph, many, high in zip(parsed.cleaned.paragraphs, longer, capitals, strict=True)
    ]


def _with_capitals(parsed: Parsed) -> list[bool]:
    """For each paragraph whether capitals are printed in it, so that a word in small letters is no name."""
    found = [False] * len(parsed.cleaned.paragraphs)
    for at, word in enumerate(parsed.words):
        found[int(parsed.paragraph[at])] |= word[0].isupper()
    return found


def _labelled_only(parsed: Parsed, labels: list[Label | None], token: int, found: list[Name]) -> int:
    """Adds the name labelled at `token`, if it is short enough to be one; gives the token to go on from."""
    label = labels[token]
    if label is None or label.first != token or label.label not in NAMING:
        return token + 1
    if label.last - label.first <= SHORT_NAME and all(
        parsed.tags[t][:2] != "VB" for t in range(label.first, label.last)
    ):
        found.extend(name for name in _split(parsed, labels, label.first, label.last) if name.keys)
    return label.last


def _starts(parsed: Parsed, labels: list[Label | None], token: int) -> bool:
    label = labels[token]
    if label is not None and label.label in TIMES:
        return False
    compound = parsed.deps[token] == "compound" and parsed.tags[token] == "JJ" and parsed.words[token][:1].isupper()
    if parsed.tags[token] in PROPER_NOUNS or (compound and parsed.tags[int(parsed.heads[token])] in PROPER_NOUNS):
        return True
    return label is not None and label.label in NAMING and label.first == token and _named(parsed, label)


def _named(parsed: Parsed, label: Label) -> bool:
    """Whether any word of the labelled stretch is a proper noun (not "Israeli" alone, nor "the left")."""
    if any(parsed.tags[t] in PROPER_NOUNS for t in range(label.first, label.last)):
        return True
    word = parsed.words[label.last - 1]
    return label.label != "NORP" and word[:1].isupper() and parsed.tags[label.last - 1] not in {"JJ", "DT", "PRP"}


def _run_end(parsed: Parsed, labels: list[Label | None], first: int) -> int:
    sentence = parsed.sentence[first]
    token = first
    while token < len(parsed) and token - first < LONGEST and parsed.sentence[token] == sentence:
        label = labels[token]
        inside = label is not None and label.label in NAMING and token >= first
        if parsed.tags[token] == "POS" or parsed.words[token] in {",", "(", ")", ";", ":", '"', "“", "”", "—", "–"}:
            break
        if (
            (parsed.tags[token] in PROPER_NOUNS and (label is None or label.label not in TIMES))
            or (inside and (parsed.lower[token] in LINKS or parsed.words[token][:1].isupper() or token == first))
            or token == first
            or _heads_name(parsed, token)
            or _of_body(parsed, labels, first, token)
            or (
                parsed.lower[token] in {"-", "."}
                and token > first
                and token + 1 < len(parsed)
                and _glued(parsed, token)
            )
        ):
            token += 1
        else:
            break
    while token > first + 1 and (parsed.lower[token - 1] in LINKS or parsed.words[token - 1].islower()):
        if _given(parsed, labels, token - 1):
            break
        token -= 1
    return token


def _given(parsed: Parsed, labels: list[Label | None], token: int) -> bool:
    """Whether the small word is the second half of a person's given name ("Seo-rin")."""
    label = labels[token]
    person = label is not None and label.label == "PERSON" and label.first < token - 1
    return person and parsed.lower[token - 1] == "-" and _glued(parsed, token - 1)


def _of_body(parsed: Parsed, labels: list[Label | None], first: int, token: int) -> bool:
    """Whether a body's name goes on with what it is of or for ("the Tarn Observatory for Human Rights")."""
    if parsed.lower[token] == "the" and token - 1 > first:
        return _of_body(parsed, labels, first, token - 1)
    after = token + 1 + (token + 2 < len(parsed) and parsed.lower[token + 1] == "the")
    if token == first or after >= len(parsed) or parsed.lower[token] not in PURPOSES | {"of"}:
        return False
    known = range(first, token) if parsed.lower[token] == "of" else (token - 1,)
    capital = parsed.words[token - 1][:1].isupper()
    body = capital and any(noun_class(parsed.lower[t]) == "body" for t in known)
    label = labels[after]
    named = parsed.words[after][:1].isupper() and parsed.tags[after].startswith("NN")
    return body and named and (label is None or label.label not in TIMES | PLACES_AND_PERSONS)


def _heads_name(parsed: Parsed, token: int) -> bool:
    """Whether a common noun with a capital ends a name ("Halden TV")."""
    capital = parsed.words[token][:1].isupper() and parsed.tags[token] in COMMON_NOUNS
    return capital and parsed.tags[token - 1] in PROPER_NOUNS and int(parsed.heads[token - 1]) == token


def _glued(parsed: Parsed, token: int) -> bool:
    """Whether a hyphen or stop stands within a name ("Al-Yum", "Col. Ister")."""
    return parsed.tags[token + 1] in PROPER_NOUNS and (
        parsed.lower[token] == "." or int(parsed.ends[token]) == int(parsed.starts[token + 1])
    )


def _split(parsed: Parsed, labels: list[Label | None], first: int, last: int) -> list[Name]:
    """The names in one run of capitals: a title is cut off, and two labelled persons side by side are two."""
    while first < last and parsed.lower[first] in words("function_words", "in_names", "leading"):
        first += 1
    whole = last
    while first < last and _common(parsed, labels, first, last):
        last -= 1
    if last < whole and all(parsed.lower[t] in words("titles", "qualifiers") for t in range(first, last)):
        return []
    office = last - first > 1 and all(parsed.lower[token] in STATE for token in range(first, last))
    cut = first if office else _title_end(parsed, labels, first, last)  # "the General Staff" has no general
    parts = _persons(labels, cut, last)
    names = []
    for i, (begin, end) in enumerate(parts):
        if begin == end:
            continue  # a title or an article alone, maybe at the text's end
        title = (title_start(parsed, first, cut), cut) if i == 0 and cut > first else None
        names.append(_name(parsed, labels, begin, end, title))
    return names


def _common(parsed: Parsed, labels: list[Label | None], first: int, last: int) -> bool:
    """Whether the run ends in a common noun with a capital: "Norr CEO", "the President", "the Council"."""
    word, label = parsed.lower[last - 1], labels[last - 1]
    own = last - first == 1 and first > 0 and (parsed.tags[first - 1] in {"POS", "PRP$"} or _articled(parsed, first))
    if label is not None and label.label == "PERSON" and not (own and label.last - label.first == 1):
        return False
    if word in words("titles", "styles") and last - first == 1:
        return True
    if word in words("titles", "heads"):
        whole = label is not None and label.label in {"ORG", "WORK_OF_ART"} and last - first > 1 and label.last == last
        return word not in words("media", "heads", "words") and not (whole and not parsed.words[last - 1].isupper())
    alone = last - first == 1 and _articled(parsed, first)
    return (
        alone
        and noun_class(word) in {"body", "document"}
        and word not in words("media", "heads")
        and not parsed.words[first].isupper()
    )


def _articled(parsed: Parsed, token: int) -> bool:
    return token > 0 and parsed.lower[token - 1] in words("pronouns", "determiners")


def _title_end(parsed: Parsed, labels: list[Label | None], first: int, last: int) -> int:
    cut = next((t for t in range(first + 1, last) if _person_starts(parsed, labels, first, t)), first)
    for token in range(cut, last - 1):
        follows = token + 1
        if parsed.lower[follows] == ".":
            follows += 1
        if not is_title(parsed.words[token]) or parsed.words[token] in LINKS or follows >= last:
            continue
        label = labels[token]
        held = label is not None and label.label == "ORG" and label.last > follows
        if held or noun_class(parsed.lower[last - 1]) == "body" or parsed.lower[follows] in LINKS:
            continue
        cut = follows
    return cut


def _person_starts(parsed: Parsed, labels: list[Label | None], first: int, token: int) -> bool:
    """Whether a labelled person's name starts at `token` and what stands before it in the run is a title or a body."""
    label = labels[token]
    if label is None or label.label != "PERSON" or label.first != token:
        return False
    before = labels[first]
    if before is None:
        return with_of(parsed, first) < first or any(is_title(parsed.words[t]) for t in range(first, token))
    return before.label not in {"PERSON", "WORK_OF_ART"}


def _persons(labels: list[Label | None], first: int, last: int) -> list[tuple[int, int]]:
    cuts = [first]
    for token in range(first + 1, last):
        here, before = labels[token], labels[token - 1]
        if here is not None and before is not None and here is not before and "PERSON" == here.label == before.label:
            cuts.append(token)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _name(parsed: Parsed, labels: list[Label | None], first: int, last: int, title: tuple[int, int] | None) -> Name:
    while last > first and parsed.tags[last - 1] in {"POS", "HYPH", ",", "."}:
        last -= 1
    suffix = ""
    if last - first > 1 and plain(parsed.words[last - 1]) in words("titles", "suffixes"):
        suffix = plain(parsed.words[last - 1])
    title = title or _lower_title(parsed, first)
    head = head_of(parsed, range(first, last)) if last > first else None
    head = first if head is None else head
    keys = tuple(
        key for t in range(first, last) if (key := plain(parsed.words[t])) and key not in {"-", "the"} and key != suffix
    )
    gender = None
    if title is not None:
        gender = next((g for t in range(*title) if (g := gender_of_word(parsed.words[t]))), None)
    return Name(
        first,
        last,
        head,
        keys,
        suffix,
        sort_of(parsed, labels, first, last, title),
        title,
        gender,
        _modifies(parsed, head, first, last),
    )


def _lower_title(parsed: Parsed, first: int) -> tuple[int, int] | None:
    """The tokens of a title in lower case before a name ("army spokesman Col. Ister", "actress Jane Roe")."""
    token = first
    while token > 0 and parsed.sentence[token - 1] == parsed.sentence[first] and first - token < LONGEST:
        before = token - 1
        if (
            parsed.tags[before][:2] not in OPEN_CLASSES
            and parsed.tags[before] != "HYPH"
            and parsed.lower[before] != "."
        ):
            break
        if parsed.tags[before][:2] == "VB" and parsed.deps[before] not in PREMODIFIERS:
            break
        token = before
    last = first - 1
    while last > token and parsed.lower[last] == ".":
        last -= 1
    if token == first or not (noun_class(parsed.lower[last]) == "person" or is_title(parsed.words[last])):
        return None
    return (token, first) if parsed.tags[last] in SINGULAR_NOUNS else None


def _modifies(parsed: Parsed, head: int, first: int, last: int) -> bool:
    governor = int(parsed.heads[head])
    outside = not first <= governor < last
    return outside and parsed.deps[head] in QUALIFIERS and governor >= last
