"""Holds what is one claim and what is not: paraphrase joins, figures, days, names, negation and modality part."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.saying import LIRA, known, said

from sayso.link.claims.meeting import keys
from sayso.link.claims.same import same_claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the grain ships would be let into the harbour again", "grain ships will be let back into the harbour"),
        (
            "the bridge had been closed to traffic",
            "the bridge was closed to all traffic after the storm had damaged it",
        ),
        ("the talks had not failed", "the talks never failed"),
        ("the tap water was safe", "the tap water was not unsafe"),
        ("the road would be open again", "the road will no longer be closed"),
        ("the council must be dissolved", "the council has to be dissolved"),
        ("the region could not cope with more refugees", "the region has no room for any more refugees"),
        ("the captain had been drunk", "the captain was not sober"),
        ("the wounds were not life-threatening", "the wounds were non-life-threatening"),
    ],
)
def test_one_claim_in_other_words(one: str, other: str) -> None:
    """Tense, length, two negations, another word for a duty."""
    decision = same_claim(said(one), said(other, report="two"))
    assert decision.same, decision.why
    assert decision.differs is None


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("the convoy will cross the border", "the convoy will not cross the border", "negation"),
        ("the crew was able to seal the leak", "the crew was unable to seal the leak", "opposite"),
        ("everyone had left the building", "no one had left the building", "negation"),
        ("prices in the capital had risen", "prices in the capital had fallen", "opposite"),
        ("the water was safe to drink", "the water was unsafe to drink", "opposite"),
        ("the hospital had running water again", "the hospital still has no running water", "negation"),
        ("the foundry would close", "the foundry could close", "modality"),
        ("the owner must pay the widows", "the owner should pay the widows", "modality"),
        ("a cable caused the fire at the mill", "a cable was one possible cause of the fire at the mill", "modality"),
        ("pupils must wear masks", "pupils may wear masks", "modality"),
        ("he would lower the rents", "he would consider lowering the rents", "modality"),
        ("the wells would be shut", "the wells would be shut if the price fell", "modality"),
        ("the fire was possibly started on purpose", "the fire was certainly started on purpose", "modality"),
        ("drones hit the bridge at Lower Sant", "drones hit the bridge at Upper Sant", "name"),
        ("it was the third rockfall in the shaft", "it was the fourth rockfall in the shaft", "number"),
        ("cases of fever had doubled", "cases of fever had tripled", "number"),
        ("the virus was found in poultry at the farm", "the virus was found in pigs at the farm", "word"),
    ],
)
def test_what_keeps_two_claims_apart_is_named(one: str, other: str, differs: str) -> None:
    """All words but one are the same, and that one is told."""
    decision = same_claim(said(one), said(other, report="two"))
    assert not decision.same, decision.why
    assert decision.differs == differs


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("47 people", 47, "exact"), ("74 people", 74, "exact"), False),
        (("300 people", 300, "more_than"), ("300 people", 300, "at_least"), True),
        (("200 people", 200, "more_than"), ("200 people", 200, "less_than"), False),
        (("297 people", 297, "exact"), ("300 people", 300, "about"), False),
    ],
)
def test_figures_agree_with_their_bounds(
    one: tuple[str, float, str], other: tuple[str, float, str], *, same: bool
) -> None:
    """Equal numbers with bounds that do not point apart."""
    told = [f"the shelling of the village killed {figure[0]}" for figure in (one, other)]
    decision = same_claim(said(told[0], figures=(one,)), said(told[1], figures=(other,), report="two"))
    assert decision.same == same, decision.why


def test_a_denial_and_a_negation_are_one() -> None:
    """The cue may say what the content says elsewhere."""
    denial = said("his troops had crossed the river", act="deny", cue="denied that")
    assert same_claim(denial, said("his troops had not crossed the river", report="two")).same
    assert not same_claim(denial, said("his troops had crossed the river", report="two")).same


def test_a_cue_that_is_denied_denies_what_it_tells() -> None:
    """Where a reader draws the edge between cue and content makes no difference."""
    within = said("he did not know how many men had been in the car")
    before = said("how many men had been in the car", cue="did not know", report="two")
    known_to_him = said("how many men had been in the car", cue="knew", report="three")
    assert same_claim(within, before).same
    assert same_claim(before, known_to_him).differs == "negation"


def test_evening_and_night_are_one_part_of_a_day() -> None:
    """Papers call the same hours by either word."""
    told = "a child had been shot in a playground on {}"
    evening, night, morning = (
        said(told.format(words), dates=((words, "TIME", f"2031-03-02T{part}"),), report=part)
        for words, part in (("Sunday evening", "EV"), ("Sunday night", "NI"), ("Sunday morning", "MO"))
    )
    assert same_claim(evening, night).same
    assert same_claim(night, morning).differs == "date"


def test_days_must_agree_and_the_finer_lies_in_the_coarser() -> None:
    """Two days of one month are two, a day and its month agree, a bare weekday is one."""

    def hearing(words: str, value: str) -> object:
        return said(f"the hearing would be held in {words}", dates=((words, "DATE", value),), report=words)

    june, third, later = (
        hearing(*told) for told in (("June", "2033-06"), ("3 June", "2033-06-03"), ("13 June", "2033-06-13"))
    )
    assert same_claim(june, third).same  # type: ignore[arg-type]
    assert same_claim(third, later).differs == "date"  # type: ignore[arg-type]
    monday = [said("it would open on Monday", dates=(("Monday", "DATE", day),)) for day in ("2031-03-03", "2031-03-10")]
    assert same_claim(*monday).same


def test_what_is_before_a_day_is_compared_with_what_is_before_another() -> None:
    """A bound is no day, and two weekdays are two."""
    may = said("there would be no trains before May", dates=(("May", "DATE", "2031-05"),))
    april = said("there would be no trains before April", dates=(("April", "DATE", "2031-04"),), report="two")
    within = said("there would be no trains in April", dates=(("April", "DATE", "2031-04"),), report="two")
    assert same_claim(may, april).differs == "date"
    assert same_claim(may, within).differs != "date"
    friday, saturday = (
        said(f"the hall would open on {day}", dates=((day, "DATE", value),), report=day)
        for day, value in (("Friday", "2031-03-07"), ("Saturday", "2031-03-08"))
    )
    assert same_claim(friday, saturday).differs == "date"


def test_another_speaker_makes_another_claim() -> None:
    """Word for word the same, and still two."""
    words = "the other side had broken the truce eleven times overnight"
    decision = same_claim(said(words), said(words, known("Edvin Dorne"), report="two"))
    assert not decision.same
    assert decision.differs == "actor"


def test_speakers_who_are_called_differently_must_say_nearly_the_same() -> None:
    """A body and its people may be one voice, but only where the words leave little doubt."""
    crew, board = known("a crew member", "unnamed"), known("Harbour Board", "organisation")
    words = "the ferry left the harbour with four hundred passengers on board, eleven of them ill"
    near = same_claim(said(words, crew), said(f"{words} with fever", board, report="two"))
    far = same_claim(said(words, crew), said("the ferry had gone with ill people on board", board, report="two"))
    same = same_claim(said(words), said("the ferry had gone with ill people on board", report="two"))
    assert near.same, near.why
    assert near.why.startswith("Speakers whom the reports call differently")
    assert not far.same
    assert far.score < same.score


def test_without_a_speaker_only_the_same_words_are_one_claim() -> None:
    """A copy is known again, a paraphrase is not."""
    words = "the ferry left the harbour with four hundred passengers on board"
    assert same_claim(said(words, None), said(words, None, report="two")).same
    assert not same_claim(said(words, None), said("the ferry had sailed with its passengers", None, report="two")).same
    assert keys(said(words, None)) & keys(said(words, None, report="two"))


def test_without_a_speaker_statements_meet_by_what_they_tell() -> None:
    """In two orders of words as in one, within a few days; the very same words meet whenever they are told."""
    words = "the ferry left the harbour with four hundred passengers on board"
    other = "with four hundred passengers on board the ferry left the harbour"
    assert keys(said(words, None)) & keys(said(other, report="two"))
    assert not keys(said(words, None)) & keys(said(other, None, published="2031-05-05", report="two"))
    assert keys(said(words, None)) & keys(said(words, None, published="2031-05-05", report="two"))


def test_a_name_that_a_sentence_goes_on_with_is_a_name() -> None:
    """Though it is a word of the dictionary too: "said Miller had a permit" begins no sentence, a quotation does."""
    assert said("Miller had a permit to keep the gun").names == {("miller",)}
    assert not said("Miller had a permit to keep the gun", cue='said: "').names


def test_another_matter_is_another_claim() -> None:
    """One speaker says many things."""
    decision = same_claim(said("the new school would have a library"), said("the harvest had been poor", report="two"))
    assert decision.differs == "meaning"


def test_every_decision_explains_itself_in_one_line() -> None:
    """A reader is told why."""
    some = [said("the bridge had been closed"), said("the bridge had not been closed"), said("it was late", None)]
    for one, other in combinations(some, 2):
        why = same_claim(one, other).why
        assert why
        assert "\n" not in why


def test_keys_meet_within_a_few_days_only() -> None:
    """One speaker's statements of one week are brought together, those of two months are not."""
    words = "the bridge had been closed"
    first = said(words, published="2031-03-05")
    assert all(keys(first) & keys(said(words, published=f"2031-03-{day:02}")) for day in range(2, 9))
    assert not keys(first) & keys(said(words, published="2031-05-05"))
    assert keys(said(words, published=None)) == keys(said(words, published="no day"))


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_contents_can_be_compared(one: str, other: str) -> None:
    """Whatever is printed, the decision is the same both ways, and a content is what it is."""
    a, b = said(one, LIRA, report="one"), said(other, LIRA, report="two")
    there, back = same_claim(a, b), same_claim(b, a)
    assert (there.same, there.score) == (back.same, back.score)
    assert 0 <= there.score <= 1


def test_a_speech_told_whole_is_compared_in_part() -> None:
    """A content without end costs no more than a long passage."""
    speech = said("the bridge will be closed and the road will be open, " * 2_000)
    assert len(speech.words) < 1_000
    assert same_claim(speech, said("the bridge will be closed and the road will be open, " * 2_000, report="two")).same


def test_numbers_of_one_phrase_are_compared_whatever_they_were_read_to_count() -> None:
    """A daily statement repeats its words with the number of the day; "22" and "25" have no unit in common here."""
    formula = "{} of the wounded remained in intensive care"
    one = said(formula.format(22), figures=(("22", 22, "exact"),))
    later = said(formula.format(25), figures=(("25", 25, "exact"),), report="two")
    again = said(formula.format(22), figures=(("22", 22, "exact"),), report="three")
    assert same_claim(one, later).differs == "number"
    assert same_claim(one, again).same
