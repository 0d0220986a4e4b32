"""What is claimed is not told as a fact, what is cited stands where it is cited from, and one event has one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.link.misfits.told import Said, both, differs, found, report

if TYPE_CHECKING:
    from sayso.link.misfits.between import Prepared

CLAIM = "the convoy was carrying rockets for the militia in the Wadi Sur hills"
CAREFUL = f"The army said that {CLAIM}. The drivers' union denied it."


def careful() -> Prepared:
    """The report that has it from the army."""
    return report("Bureau", CAREFUL, said=(Said("The army", "said", CLAIM),))


def test_a_disputed_claim_told_as_fact() -> None:
    """The other report has no source for it anywhere."""
    bold = report("Shield", f"{CLAIM.capitalize().replace('wadi sur', 'Wadi Sur')}. The beaches are open.")
    assert found(careful(), bold) == ["own-voice-shift"]


def test_a_source_near_by_is_a_source() -> None:
    """A report that names the source elsewhere attributes it too."""
    text = f"{CLAIM.capitalize().replace('wadi sur', 'Wadi Sur')}. It had rockets for the militia, the army said."
    bold = report("Shield", text, said=(Said("the army", "said", "It had rockets for the militia"),))
    assert found(careful(), bold) == []


def test_doubt_is_no_fact() -> None:
    """Who writes "allegedly" does not tell it as a fact."""
    bold = report("Shield", f"Allegedly {CLAIM}. The beaches are open.")
    assert found(careful(), bold) == []


def test_a_bodys_own_report_tells_what_it_says() -> None:
    """What the others have from the army, the army's own page tells as its own."""
    own = report("The army", f"{CLAIM.capitalize().replace('wadi sur', 'Wadi Sur')}. The beaches are open.")
    spoken = report("Bureau", CAREFUL.replace("The army", "Orvan army"), said=(Said("Orvan army", "said", CLAIM),))
    assert found(spoken, report("Orvan army", own.text)) == []


SOURCE = "A tanker lost 300 tonnes of oil off Nera on Wednesday. The slick drifts north to Cape Tor."
CITING = "A tanker has lost 3,000 people off Nera, the Nera Agency reported on Friday. Cape Tor fears for its season."


def citing(published: str) -> Prepared:
    """The report that has a number from the agency."""
    content = "A tanker has lost 3,000 people off Nera"
    said = (Said("the Nera Agency", "reported", content),)
    return report("Messenger", CITING, said=said, counts=(("3,000", 3000, "missing"),), published=published)


def test_the_cited_report_has_it_not() -> None:
    """The number is not in the report of the day that is cited."""
    assert found(report("Nera Agency", SOURCE, published="2031-05-09"), citing("2031-05-10")) == ["not-in-cited-source"]


def test_a_report_of_something_else_is_not_the_one_that_is_meant() -> None:
    """A report of the same day and town tells of another thing: its outlet will have told of this elsewhere."""
    other = "Off Nera the tanker race was won on Friday by a crew from Cape Tor. No prizes were given."
    cited = report("Nera Agency", other, published="2031-05-09")
    content = "Cape Tor has lost 3,000 voters"
    text = f"{content}, the Nera Agency reported on Friday. Nera had a race."
    said = (Said("the Nera Agency", "reported", content),)
    citing_ = report("Messenger", text, said=said, counts=(("3,000", 3000, "missing"),), published="2031-05-10")
    assert found(cited, citing_) == []
    assert "event" in differs(cited, citing_)


def test_another_day_may_have_had_it() -> None:
    """A report of another day than is cited says nothing."""
    assert found(report("Nera Agency", SOURCE, published="2031-05-07"), citing("2031-05-10")) == []


UNDATED = CITING.replace(" on Friday", "").replace("Nera Agency", "Nera Herald")


def undated(outlet: str) -> Prepared:
    """A report that has the number from an outlet, and does not say of which day."""
    content = "A tanker has lost 3,000 people off Nera"
    said = (Said(f"the {outlet}", "reported", content),)
    text = UNDATED.replace("Nera Herald", outlet)
    return report("Messenger", text, said=said, counts=(("3,000", 3000, "missing"),), published="2031-05-10")


def test_a_paper_prints_few_reports_of_one_thing_and_an_agency_many() -> None:
    """Without a day the paper's report is the one that is meant, though less surely."""
    herald = both(undated("Nera Herald"), report("Nera Herald", SOURCE, published="2031-05-09")).findings
    assert [(one.kind, one.severity) for one in herald] == [("not-in-cited-source", "low")]
    assert found(undated("Nera Agency"), report("Nera Agency", SOURCE, published="2031-05-09")) == []


def test_a_datelines_day_is_the_reports_own() -> None:
    """It does not say of which day the cited report is."""
    content = "A tanker has lost 3,000 people off Nera"
    said = (Said("the Nera Herald", "reported", content),)
    text = f"CAPE TOR, Saturday - {UNDATED}"
    dated = report("Messenger", text, said=said, counts=(("3,000", 3000, "missing"),), published="2031-05-10")
    assert found(dated, report("Nera Herald", SOURCE, published="2031-05-09")) == ["not-in-cited-source"]


def test_one_event_has_one_day() -> None:
    """An arrest is put on two days."""
    one = report("Vesper", "The banker Simon Lenk was arrested on Monday at his villa in Monte Alba.")
    two = report("Alba Post", "Simon Lenk was arrested on Wednesday at the villa in Monte Alba. His lawyer protests.")
    assert found(one, two) == ["date-conflict"]


def test_an_act_is_one_in_any_form_of_its_verb_and_a_dateline_is_not_another_day() -> None:
    """Ships "sank", and the place and day of writing before the first sentence say nothing of their own."""
    one = report("Vesper", "VARNA, Wednesday - The steamer Corvina sank off Varna on Wednesday in thick fog.")
    two = report("Alba Post", "The steamer Corvina sank off Varna on Monday because no light was lit.")
    assert found(one, two) == ["date-conflict"]


def test_two_raids_on_two_days_fit() -> None:
    """What is done again and again may be done on both days."""
    one = report("Vesper", "Jets raided the town of Marja on Monday, and a bakery burned.")
    two = report("Alba Post", "Jets raided the town of Marja on Tuesday at the hour of prayer.")
    assert found(one, two) == []
