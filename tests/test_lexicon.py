"""What holds of the language knowledge that ships as data."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from sayso import lexicon
from sayso.model import Act, AttributionKind, Stance

SHOWN_NOWHERE = {"loaded.term.conflict", "loaded.term.side", "loaded.term.advice"}
"""Of each loaded term: by the first two the list is kept even-handed; the third tells who reads the list why it is there."""

NAMES = sorted(
    path.name.removesuffix(".toml") for path in files("sayso.lexicon").iterdir() if path.name.endswith(".toml")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_says_where_its_entries_come_from(name: str) -> None:
    """Each lexicon file has a source, and the source says something."""
    source = lexicon.table(name)["source"]
    assert any(str(value).strip() for value in (source.values() if isinstance(source, dict) else [source]))


@pytest.mark.parametrize("part", ["verbs", "nouns", "phrases", "adjectives", "adverbs"])
def test_every_cue_has_a_stance_an_act_and_a_kind(part: str) -> None:
    """A cue's entry holds exactly these, each a word of the contract."""
    for cue, entry in lexicon.table("cues")[part].items():
        assert entry.keys() == {"stance", "act", "kind"}, cue
        assert entry["stance"] in get_args(Stance)
        assert entry["act"] in get_args(Act)
        assert entry["kind"] in get_args(AttributionKind)
        assert cue == cue.strip()


def test_the_stances_that_the_codebook_names() -> None:
    """Said is neutral; revealed, admitted and pointed out endorse; claimed, alleged and purported doubt; avowing is neutral."""
    cues = lexicon.table("cues")
    assert cues["verbs"]["say"]["stance"] == "neutral"
    assert {cues["verbs"][verb]["stance"] for verb in ("reveal", "admit")} == {"endorsing"}
    assert cues["phrases"]["point out"]["stance"] == "endorsing"
    assert {cues["verbs"][verb]["stance"] for verb in ("claim", "allege", "purport")} == {"doubting"}
    assert cues["phrases"]["claim responsibility"]["stance"] == "neutral"


def test_no_loaded_form_is_listed_twice() -> None:
    """A form stands in one entry, in lower case, and a rule's name is its own."""
    terms = lexicon.table("loaded")["term"]
    forms = [form for term in terms for form in term["forms"]]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower().strip() for form in forms)
    rules = [term["rule"] for term in terms]
    assert len(rules) == len(set(rules))


@pytest.mark.parametrize("part", ["infinitive", "clause", "duty", "deadline"])
def test_no_word_of_a_demand_is_listed_twice(part: str) -> None:
    """No list of the demands' lexicon repeats a word."""
    for words in lexicon.table("demands")[part].values():
        assert len(words) == len(set(words))


def test_words_become_a_pattern_that_prefers_the_longer_and_takes_no_mark_for_a_sign() -> None:
    """Of two words that begin alike the longer is tried first, and a full stop fits a full stop alone."""
    pattern = re.compile(lexicon.either(["age", "age of", "b."]))
    assert [found.group() for found in pattern.finditer("age of b. bc age")] == ["age of", "b.", "age"]


@pytest.mark.slow
def test_every_key_is_read() -> None:
    """No file holds a key that nothing reads, but for what only who reads the list needs."""
    program = Path(__file__).with_name("lexicon_reads.py")
    ran = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True, timeout=300)
    assert set(ran.stdout.split("\n")) - {""} == SHOWN_NOWHERE
