"""What holds of demands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.making import parsed

from sayso.extract.demands import extract


@pytest.mark.parametrize(
    ("text", "of", "action", "until"),
    [
        ("She called on both parties to let the trucks pass.", ("both parties",), "let the trucks pass", None),
        ('Calder urged both to "step back".', ("both",), '"step back"', None),
        ("She asked the minister for a list.", ("the minister",), "a list", None),
        ("Oshel urged Dravik to step back.", ("Dravik",), "step back", None),
        (
            "Residents were ordered to leave within 48 hours.",
            ("Residents",),
            "leave within 48 hours",
            "within 48 hours",
        ),
        (
            "He demanded that the court produce the pages by Wednesday.",
            ("the court",),
            "produce the pages by Wednesday",
            "Wednesday",
        ),
        ("We demand that it be lifted without conditions.", (), "it be lifted without conditions", None),
        ("The union called for an inquiry.", (), "an inquiry", None),
        (
            "The army must leave the city by 14 March 2031, he said.",
            ("The army",),
            "leave the city by 14 March 2031",
            "2031-03-14",
        ),
        ("They warned residents not to return.", ("residents",), "not to return", None),
        (
            "The office repeats its call on all parties to let the rest through.",
            ("all parties",),
            "let the rest through",
            None,
        ),
        ('"The mediators must not sit on them," he said.', ("The mediators",), "not sit on them", None),
        (
            "The army gave residents until Friday to leave the town.",
            ("residents",),
            "leave the town",
            "until Friday",
        ),
        ("On Monday the residents were given 24 hours to leave.", ("the residents",), "leave", "24 hours"),
        (
            "We give the occupier until the dawn of Wednesday to leave the stores.",
            ("the occupier",),
            "leave the stores",
            "until the dawn of Wednesday",
        ),
        ("The Front set the mayor a deadline of 10 May to resign.", ("the mayor",), "resign", "10 May"),
        (
            "The party set the government a deadline of 10 March to hold elections.",
            ("the government",),
            "hold elections",
            "10 March",
        ),
        ("The minister issued an ultimatum to the militia to disarm.", ("the militia",), "disarm", None),
        (
            "The president demanded that the rebels leave the town by Friday.",
            ("the rebels",),
            "leave the town by Friday",
            "Friday",
        ),
        ("Among the rebels' demands is an end to the blockade.", (), "an end to the blockade", None),
    ],
)
def test_demands_are_found(text: str, of: tuple[str, ...], action: str, until: str | None) -> None:
    """Each construction gives who is asked, what for, and until when."""
    (row,) = extract(parsed(text))
    assert (row.of, row.action.text, row.until) == (of, action, until)


def test_each_thing_of_a_list_of_demands_is_one() -> None:
    """What demands "include" is cut at its commas and "and"."""
    rows = extract(parsed("Their demands include the release of all prisoners and the withdrawal of troops."))
    assert [row.action.text for row in rows] == ["the release of all prisoners", "the withdrawal of troops"]


@pytest.mark.parametrize(
    "text",
    [
        "The government gave the army money to buy tanks on Friday.",
        "Later that month the council is set to publish its report.",
        "The tour includes a visit to Miren.",
        "He did not ask them to leave.",
        "If they ask us to go we shall go.",
        "She could have urged the court to sit.",
        "She asked whether he knew.",
        "He told reporters that he was tired.",
        "They must have left, she said.",
        "The army must leave the city.",
        "He insisted that he was right.",
        "The work is hard, and it demands time.",
        '"Must the army leave?" she asked.',
    ],
)
def test_what_is_denied_supposed_or_guessed_is_no_demand(text: str) -> None:
    """Neither a negated nor a supposed demand counts, nor "must" in the outlet's own voice or as a guess."""
    assert extract(parsed(text)) == ()


def test_duty_counts_throughout_a_statement_printed_whole() -> None:
    """In a whole-document statement all words are uttered, without quotation marks."""
    text = "The mediators must name the officers."
    assert extract(parsed(text)) == ()
    (row,) = extract(parsed(text, statement_by="Jonas Terrick"))
    assert row.of == ("The mediators",)


def test_rows_leave_the_speaker_to_be_joined() -> None:
    """Who demands, and in which attribution, is not known here."""
    (row,) = extract(parsed("She urged both sides to step back."))
    assert (row.id, row.who, row.attribution) == ("m1", None, None)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["She", "urged", "the army", "to leave", "must", "demanded that", "“", "”", "and", "not", "by Friday", "."]
        ),
        max_size=14,
    )
)
def test_actions_are_the_printed_words(words: list[str]) -> None:
    """Whatever the words, the action's span holds what is printed."""
    text = " ".join(words)
    rows = extract(parsed(text))
    assert all(row.action.span.of(text) == row.action.text != "" for row in rows)
    assert [row.id for row in rows] == [f"m{number}" for number in range(1, len(rows) + 1)]


@pytest.mark.parametrize("text", ["The union called a strike for Sunday.", "She called the man a hero for his deeds."])
def test_what_is_called_is_not_called_for(text: str) -> None:
    """A verb that asks with "for" asks nothing where it has an object."""
    assert extract(parsed(text)) == ()


def test_two_are_addressed_each_with_a_demand_of_their_own() -> None:
    """Behind "and" the preposition comes again, with the second one's demand and term; without a verb it is one."""
    found = extract(parsed("She calls on Norr to end the raids, and on Tarn to open the road by 1 June."))
    assert [(row.of, row.action.text, row.until) for row in found] == [
        (("Norr",), "end the raids", None),
        (("Tarn",), "open the road by 1 June", "1 June"),
    ]
    (row,) = extract(parsed("She called on both sides to focus on aid and on the wounded."))
    assert row.of == ("both sides",)
