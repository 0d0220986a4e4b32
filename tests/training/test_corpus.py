"""What holds of the corpus of marked passages: it is in its form, balanced, and at one with the lexicon of cues."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from types import ModuleType

FILE = Path(__file__).parents[2] / "training" / "corpus" / "marks.py"
if not FILE.is_file():
    pytest.skip("the corpus is not here", allow_module_level=True)

FEWEST = 350
CLASSES = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "adverbs": "adjective"}
BY_WORDS = {"assert", "ask", "demand", "predict"}  # what a neutral cue may do by its words (the guide's rule 12)
DIFFERENT = {
    ("ask", "demand"),  # "asked them to leave"
    ("call out", "assert"),  # to shout, not to blame
    ("caution", "demand"),  # "cautioned against leaving"
    ("complaint", "condemn"),  # about a smell, of nobody
    ("explanation", "endorsing"),  # as "explain"
    ("favour", "assert"),  # to be for a plan
    ("offer", "promise"),  # "offered a truck"
    ("plead", "assert"),  # "pleaded not guilty"
    ("testify to", "neutral"),  # of what one saw
    ("warn", "demand"),  # "warned them not to leave"
}


def by_path(path: Path) -> ModuleType:
    """The module at `path`."""
    spec = importlib.util.spec_from_file_location("corpus_marks", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


marks = by_path(FILE)


@pytest.fixture(scope="module", name="passages")
def all_passages() -> list[Any]:
    """Every passage; reading one that is not in the form raises."""
    return list(marks.passages())


def test_every_passage_is_in_the_form_and_has_a_name_of_its_own(passages: list[Any]) -> None:
    """There are many of them, and each name stands once."""
    assert len(passages) >= FEWEST
    assert [name for name, count in Counter(p.name for p in passages).items() if count > 1] == []


def test_a_tenth_of_each_genre_is_for_testing(passages: list[Any]) -> None:
    """What no rule may be tuned to is drawn evenly."""
    all_of = Counter(p.genre for p in passages)
    tests = Counter(p.genre for p in passages if p.test)
    assert {genre for genre, count in all_of.items() if abs(tests[genre] - count / 10) >= 1} == set()


def test_every_genre_has_nested_attributions(passages: list[Any]) -> None:
    """An attribution within another's words is marked wherever such reports are written."""
    nested = {p.genre for p in passages for a in p.attributions if a.inside is not None}
    assert {p.genre for p in passages} == nested


def test_acts_and_stances_agree_with_the_lexicon(passages: list[Any]) -> None:
    """A cue of one meaning is marked as the lexicon has it, but for what is listed above with its reason."""
    wrong = {
        (f"{passage.name} {row.number}", *different)
        for passage in passages
        for row in passage.attributions
        for different in differing(cue_words(passage.text, row.cue), row)
        if different not in DIFFERENT
    }
    assert wrong == set()


def cue_words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The words of a cue in lower case."""
    return [word.strip(",").lower() for start, end in spans for word in text[start:end].split()]


def differing(words: list[str], row: object) -> list[tuple[str, str]]:
    """The cue's key in the lexicon with each marked value that the lexicon, where it has one meaning, does not give."""
    key, entries = meanings(words)
    found = []
    for what in ("act", "stance"):
        told = {entry[what] for entry in entries}
        marked = getattr(row, what)
        if len(told) == 1 and marked not in told and not (told == {"assert"} and marked in BY_WORDS):
            found.append((key, marked))
    return found


def meanings(words: list[str]) -> tuple[str, list[dict[str, str]]]:
    """The longest phrase of the lexicon in the cue, else what its one word means in each class; empty if unknown."""
    forms = [{word, lemma(word, "verb")} for word in words]
    phrases = [key for key in table("cues")["phrases"] if in_order(key, forms)]
    if phrases:
        longest = max(phrases, key=lambda key: len(bare(key)))
        return longest, [table("cues")["phrases"][longest]]
    if len(words) != 1:
        return "", []
    keys = {name: lemma(words[0], kind) for name, kind in CLASSES.items()}  # type: ignore[arg-type]
    known = [(key, table("cues")[name][key]) for name, key in keys.items() if key in table("cues")[name]]
    return (known[0][0], [entry for _, entry in known]) if known else ("", [])


def bare(key: str) -> list[str]:
    """The words of a phrase's key without what stands for a name."""
    return [word for word in key.split() if word not in {"one's", "X", "X's"}]


def in_order(key: str, forms: list[set[str]]) -> bool:
    """Whether the phrase's words stand in the cue in order."""
    ahead = iter(forms)
    return all(any(word in form for form in ahead) for word in bare(key))
