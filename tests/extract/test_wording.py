"""What holds of loaded terms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.making import parsed

from sayso import lexicon
from sayso.extract.wording import MOST_TOKENS, extract


def rules(text: str) -> list[tuple[str, str]]:
    """The terms found in `text`, each with its rule."""
    return [(row.text, row.rule) for row in extract(parsed(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime in Dravik closed the road.", [("regime", "regime")]),
        ("Regime Turns Back Bread of Sel Maret", [("Regime", "regime")]),
        ("The so-called Northern Assembly met.", [("so-called", "so-called")]),
        ("Our martyrs will be buried today.", [("martyrs", "martyr")]),
        (
            "Nine militants were neutralised at dawn.",
            [("militants", "militants-killed"), ("neutralised", "neutralise")],
        ),
        ("The army eliminated nine fighters.", [("eliminated", "eliminate")]),
        ("The troops liberated three villages.", [("liberated", "liberate")]),
        ("They used the fishermen as human shields.", [("human shields", "human-shields")]),
        ("Police held 40 illegal aliens.", [("illegal aliens", "illegal-alien")]),
        ("The occupation must end, the assembly said.", [("occupation", "occupation")]),
        ("It was a surgical\nstrike, the colonel said.", [("surgical\nstrike", "surgical")]),
    ],
)
def test_loaded_terms_are_found(text: str, found: list[tuple[str, str]]) -> None:
    """A term is found in its loaded sense, wherever its line breaks."""
    assert rules(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Her training regime starts at five.",
        "The tax regime and the regime of sanctions were both changed.",
        "The acid was neutralised with lime.",
        "The rule eliminated the tax on bread.",
        "By occupation he is a baker.",
        "The bulbs and the so-called carried interest were dull.",
        "The National Liberation Front met in Karsk.",
        "The militant speech lasted an hour.",
        "The puppet show was full.",
        "He was tried under the Terrorism Act.",
    ],
)
def test_other_senses_and_names_are_left_alone(text: str) -> None:
    """A word of the list in another sense, or within a name, is no loaded term."""
    assert rules(text) == []


def test_the_longer_term_wins() -> None:
    """Of two terms that overlap one row is made, for the longer."""
    assert rules("The Zionist regime closed the road.") == [("Zionist regime", "zionist-entity")]


def test_rows_name_their_guide_and_the_plain_word() -> None:
    """Each row says which guide and what to write instead; the voice is left to be joined."""
    (row,) = extract(parsed("The regime fell."))
    assert (row.id, row.list, row.plain, row.voice) == ("w1", "guardian", "government, authorities", "outlet")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["regime", "the", "so-called", "Army", "martyrs", ",", "“", "killed", "’s", "of", "human shields"]
        ),
        max_size=12,
    )
)
def test_spans_are_the_printed_words_in_order(words: list[str]) -> None:
    """Whatever the words, spans hold what is printed, in order and without overlap."""
    text = " ".join(words)
    rows = extract(parsed(text))
    assert all(row.span.of(text) == row.text for row in rows)
    assert all(one.span.end <= two.span.start for one, two in pairwise(rows))


def test_each_side_of_a_conflict_has_about_as_many_terms() -> None:
    """Entries of the two sides of a conflict differ by one at most, their forms by half."""
    for sides in _by_conflict("entries").values():
        named = {side: count for side, count in sides.items() if side != "any"}
        assert len(named) == 2
        assert max(named.values()) - min(named.values()) <= 1
    for sides in _by_conflict("forms").values():
        named = {side: count for side, count in sides.items() if side != "any"}
        assert max(named.values()) <= 2 * min(named.values())


def _by_conflict(what: str) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for term in lexicon.table("loaded")["term"]:
        sides = counts.setdefault(term["conflict"], {})
        sides[term["side"]] = sides.get(term["side"], 0) + (1 if what == "entries" else len(term["forms"]))
    return counts


def test_every_term_names_a_guide_that_is_listed() -> None:
    """A term's list is one of the guides, its classes are there, and no form is longer than the search."""
    data = lexicon.table("loaded")
    for term in data["term"]:
        assert term["list"] in data["source"]["guides"]
        assert all(len(form.replace("-", " - ").split()) <= MOST_TOKENS for form in term["forms"])
        for key in ("head", "followed_by"):
            assert term.get(key) is None or term[key] in data["classes"]


def test_every_form_is_found_somewhere() -> None:
    """No form is listed in a shape that the text's tokens can never take."""
    unrestricted = [
        form
        for term in lexicon.table("loaded")["term"]
        if not {"tags", "object", "head", "followed_by"} & term.keys()
        for form in term["forms"]
    ]
    text = "\n\n".join(f"they spoke of {form} again." for form in unrestricted)
    found = {" ".join(row.text.split()) for row in extract(parsed(text))}
    assert [form for form in unrestricted if form not in found] == []
