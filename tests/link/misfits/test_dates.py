"""Two reports give two days for one event only where both clauses tell one act of the same named ones."""

from __future__ import annotations

from tests.link.misfits.told import Said, differs, found, report

TUESDAY = (
    "Brewer Aksel Thornvik was arrested at his villa in Lundby on Tuesday. His lawyer, Ida Bruckvar, has appealed."
)
THURSDAY = (
    "A judge will hear Aksel Thornvik, who was arrested at his villa in Lundby on Thursday. Ida Bruckvar is his lawyer."
)


def test_one_arrest_on_two_days() -> None:
    """One man is arrested on Tuesday by the one report and on Thursday by the other."""
    assert found(report("A Post", TUESDAY), report("B Post", THURSDAY)) == ["date-conflict"]


def test_an_arrest_and_a_charge_are_two_acts() -> None:
    """Who is arrested on one day is charged on another."""
    assert found(report("A Post", TUESDAY), report("B Post", THURSDAY.replace("arrested", "charged"))) == []


def test_custody_is_no_arrest() -> None:
    """A state that lasts has no day of its own."""
    held = THURSDAY.replace("who was arrested at", "who is in custody and was seen at")
    assert found(report("A Post", TUESDAY), report("B Post", held)) == []


def test_a_sentence_without_names_speaks_of_the_one_before() -> None:
    """Who "he" is stands in the sentence before."""
    later = "Aksel Thornvik is in the prison of Lundby. He was arrested at his villa on Thursday. Ida Bruckvar is his lawyer."
    assert found(report("A Post", TUESDAY), report("B Post", later)) == ["date-conflict"]


def test_the_day_of_speaking_is_not_the_day_of_the_event() -> None:
    """A day beside the cue says when somebody spoke, even where the words spoken are read to begin with it."""
    text = "Police said Thursday Aksel Thornvik was arrested at his villa in Lundby."
    spoken = (Said("Police", "said", "Thursday Aksel Thornvik was arrested at his villa in Lundby"),)
    assert found(report("A Post", TUESDAY), report("B Post", text, said=spoken)) == []


def test_a_decision_is_not_what_it_decides() -> None:
    """A truce is agreed on one day and takes effect on another."""
    agreed = "The truce in the Halimvar valley was announced on Tuesday, mediators of the Sornhold league told us."
    begun = (
        "Convoys roll: the truce in the Halimvar valley took effect on Thursday. The Sornhold league sent mediators."
    )
    again = "The truce in the Halimvar valley is holding, the Sornhold league told us. It took effect on Wednesday."
    assert found(report("A Post", agreed), report("B Post", begun)) == []
    assert found(report("A Post", again), report("B Post", begun)) == ["date-conflict"]


def test_a_night_is_of_two_days() -> None:
    """What happened around midnight is of either day."""
    night = THURSDAY.replace("on Thursday", "on Wednesday, shortly before midnight")
    assert found(report("A Post", TUESDAY), report("B Post", night)) == []
    assert "time" in differs(report("A Post", TUESDAY), report("B Post", night))


def test_villas_in_two_towns_are_two_places() -> None:
    """An act in a town that the other report does not know is another act."""
    assert found(report("A Post", TUESDAY), report("B Post", THURSDAY.replace("Lundby", "Ostervik"))) == []


def test_the_day_to_which_is_counted_is_no_day_of_an_event() -> None:
    """A toll that stands unchanged is told "as of" one day and "as of" the next."""
    toll = "As of {} 214 people had been killed by shells in Vetrin, the hospital of Ostervik told us."
    for day in ("Tuesday,", "late on Tuesday,"):
        assert report("A Post", toll.format(day)).dated == ()
    assert len(report("A Post", toll.replace("As of {}", "On Tuesday,")).dated) == 1
