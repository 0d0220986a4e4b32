"""Finds loaded terms, each with the guide and rule that name it and the plain alternative.

Stands alone because a term is found by its words and their neighbours only; in whose voice it stands is for `resolve`.
The terms, their sources and the limits of their senses are in ``lexicon/loaded.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso import lexicon
from sayso.model import Wording
from sayso.parse.labels import ADNOMINALS, PATIENTS, PLACE_NAMES, PREMODIFIERS, PROPER_NOUNS

if TYPE_CHECKING:
    from sayso.stages import Parsed

MOST_TOKENS = 8
"""No form of the list is longer than this, hyphens counted."""

_FIRST = re.compile(r"\w+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})
_HEADLINE_WORD = 4
_HEADLINE_SHARE = 0.8
"""A sentence of at least this many words of at least this length, so large a share capitalised, is in headline case."""
_PEOPLE = frozenset({"PERSON", "NORP"})


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the list: its form without white space, what it is reported as, and where its sense holds."""

    form: str
    rule: str
    guide: str
    plain: str
    tags: tuple[str, ...]
    not_after: frozenset[str]
    not_before: tuple[str, ...]
    object: str | None
    head: str | None
    followed_by: str | None
    in_name: bool


def extract(parsed: Parsed) -> tuple[Wording, ...]:
    """The loaded terms of the report in text order, ids ``w1`` onwards, each with ``voice`` still ``outlet``.

    Where forms overlap the longer one is taken. A name that holds the word ("National Liberation Front") is left alone.
    """
    index = _terms()
    found: list[tuple[int, int, Term]] = []
    token = 0
    while token < len(parsed):
        hit = _match(parsed, token, index.get(_key(parsed.lower[token]), ()))
        if hit is None:
            token += 1
            continue
        end, term = hit
        found.append((token, end, term))
        token = end
    return tuple(_row(parsed, number, *hit) for number, hit in enumerate(found, 1))


def _row(parsed: Parsed, number: int, first: int, last: int, term: Term) -> Wording:
    span = parsed.span(first, last)
    return Wording(
        id=f"w{number}",
        span=span,
        text=span.of(parsed.text),
        list=term.guide,
        rule=term.rule,
        voice="outlet",
        plain=term.plain,
    )


def _match(parsed: Parsed, first: int, terms: tuple[Term, ...]) -> tuple[int, Term] | None:
    """The longest of `terms` that stands at token `first` in its loaded sense, and the token after it."""
    for term in terms:
        last = _end(parsed, first, term.form)
        if last is not None and _holds(parsed, first, last, term):
            return last, term
    return None


def _end(parsed: Parsed, first: int, form: str) -> int | None:
    """The token after `form` where it stands at `first`, whichever way hyphens were split; null where it does not."""
    stop = min(len(parsed), first + MOST_TOKENS)
    sentence = parsed.sentence
    joined = ""
    for token in range(first, stop):
        if sentence[token] != sentence[first]:
            return None
        joined += parsed.lower[token].translate(_APOSTROPHES)
        if joined == form:
            return token + 1
        if not form.startswith(joined):
            return None
    return None


def _holds(parsed: Parsed, first: int, last: int, term: Term) -> bool:
    return (
        (not term.tags or parsed.tags[first].startswith((*term.tags, "NNP")))
        and _neighbours_fit(parsed, first, last, term)
        and (term.in_name or not _in_name(parsed, first, last))
        and (term.object is None or _object_fits(parsed, first, last, term.object))
        and (term.head is None or _beside(parsed, first, term.head))
        and (term.followed_by is None or _before_name(parsed, last, term.followed_by))
    )


def _neighbours_fit(parsed: Parsed, first: int, last: int, term: Term) -> bool:
    before = parsed.lower[first - 1] if first else ""
    if before == "-" and first > 1:
        before = parsed.lower[first - 2]
    if before in term.not_after:
        return False
    after = " ".join(parsed.lower[last : last + 3]) + " "
    return not any(after.startswith(words + " ") for words in term.not_before)


def _in_name(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the term is part of a capitalised name; words of a headline in capitals are no names."""
    words, tags = parsed.words, parsed.tags
    if not all(word[:1].isupper() for word in words[first:last] if word[:1].isalpha()):
        return False
    tokens = parsed.sentence_tokens(parsed.sentence[first])
    if _headline_case(parsed, tokens):
        return False
    beside = [token for token in (first - 1, last) if token in tokens]
    if first == tokens[0]:
        beside = [token for token in beside if token == last]
    return any(words[token][:1].isupper() and tags[token] in PROPER_NOUNS for token in beside)


def _headline_case(parsed: Parsed, tokens: range) -> bool:
    words = [parsed.words[token] for token in tokens]
    long = [word for word in words if len(word) >= _HEADLINE_WORD and word.isalpha()]
    return len(long) >= _HEADLINE_WORD and sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)


def _object_fits(parsed: Parsed, first: int, last: int, kind: str) -> bool:
    return any(_is(parsed, token, kind) for token in _objects(parsed, first, last))


def _objects(parsed: Parsed, first: int, last: int) -> list[int]:
    """The heads of what the term's words act on: object, passive subject, the noun that a participle describes."""
    inside = range(first, last)
    found: list[int] = []
    for token in inside:
        found += [child for child in parsed.children[token] if parsed.deps[child] in PATIENTS and child not in inside]
        found += _after_of(parsed, token)
        head = int(parsed.heads[token])
        if parsed.deps[token] in ADNOMINALS | {"prep"} and head not in inside:
            found.append(head)
        if parsed.deps[token] == "conj":
            found += [child for child in parsed.children[head] if parsed.deps[child] in PATIENTS]
    return found


def _is(parsed: Parsed, token: int, kind: str) -> bool:
    """Whether the noun at `token`, or what it is a number of, belongs to the class `kind` of the list."""
    for candidate in (token, *_counted(parsed, token)):
        label = parsed.label_at(candidate)
        word = parsed.lower[candidate]
        if kind in {"person", "person-or-place"} and (label in _PEOPLE or word in _classes()["person"]):
            return True
        if kind in {"place", "person-or-place"} and (label in PLACE_NAMES or word in _classes()["place"]):
            return True
        if word in _classes().get(kind, frozenset()):
            return True
    return False


def _counted(parsed: Parsed, token: int) -> list[int]:
    if parsed.lower[token] not in _classes()["quantity"] and parsed.tags[token] != "CD":
        return []
    return _after_of(parsed, token)


def _after_of(parsed: Parsed, token: int) -> list[int]:
    of = [child for child in parsed.children[token] if parsed.lower[child] == "of"]
    return [below for child in of for below in parsed.children[child]]


def _beside(parsed: Parsed, token: int, kind: str) -> bool:
    """Whether the noun at `token` hangs on a word of the class, or such a word describes it."""
    if parsed.deps[token] in PREMODIFIERS:
        return False
    words = _classes()[kind]
    chain = [token]
    for _ in range(3):
        chain.append(int(parsed.heads[chain[-1]]))
    near = (*chain[1:], *(child for child in parsed.children[token] if parsed.deps[child] in ADNOMINALS))
    return any(parsed.lower[other] in words for other in near)


def _before_name(parsed: Parsed, last: int, kind: str) -> bool:
    """Whether the words from `last` on are a capitalised name or end, within four words, in one of the class."""
    ahead = range(last, min(last + 4, len(parsed)))
    quoted = [token for token in ahead if parsed.words[token][0].isalpha()]
    return bool(quoted) and (
        parsed.tags[quoted[0]] in PROPER_NOUNS or any(parsed.lower[token] in _classes()[kind] for token in quoted)
    )


def _key(word: str) -> str:
    match = _FIRST.match(word)
    return match.group() if match else word


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon.table("loaded")["classes"].items()}


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """The terms by the first word of their form, longest form first."""
    index: dict[str, list[Term]] = {}
    for entry in lexicon.table("loaded")["term"]:
        for form in entry["forms"]:
            term = Term(
                form="".join(form.split()),
                rule=entry["rule"],
                guide=entry["list"],
                plain=entry["plain"],
                tags=tuple(entry.get("tags", ())),
                not_after=frozenset(entry.get("not_after", ())),
                not_before=tuple(entry.get("not_before", ())),
                object=entry.get("object"),
                head=entry.get("head"),
                followed_by=entry.get("followed_by"),
                in_name=entry.get("in_name", False),
            )
            index.setdefault(_key(form), []).append(term)
    return {key: tuple(sorted(terms, key=lambda term: -len(term.form))) for key, terms in index.items()}
