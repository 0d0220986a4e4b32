"""Two reports' counts are set against each other only where all but the number agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.link.misfits.told import Said, differs, found, report

from sayso.link.misfits.between import keys
from sayso.link.misfits.quantities import Start

if TYPE_CHECKING:
    from sayso.link.misfits.between import Prepared

ARMY = "Twelve soldiers were killed in the ambush at the Tarn pass on Wednesday, the army said on Friday."
FRONT = "The Front said on Friday that 26 soldiers were killed in the ambush at the Tarn pass on Wednesday."


def army(text: str = ARMY, number: str = "Twelve", value: int = 12, bound: str = "exact") -> Prepared:
    """What the army says of the dead."""
    content = text.split(", the army", maxsplit=1)[0]
    counts = ((number, value, "killed"),)
    said = (Said("the army", "said", content),)
    return report("Hill Radio", text, said=said, counts=counts, noun="soldiers", bound=bound)


def front(text: str = FRONT, published: str = "2031-05-09", teller: str = "The Front") -> Prepared:
    """What its enemy says of them."""
    said = (Said(teller, "said", text.split(" that ")[1].rstrip(".")),)
    counts = (("26", 26, "killed"),)
    return report("Voice", text, said=said, counts=counts, noun="soldiers", published=published)


def test_two_sources_apart_on_one_count() -> None:
    """An army and its enemy who count the dead of one ambush two days later do not fit."""
    assert found(army(), front()) == ["figure-conflict"]


def test_lower_bounds_far_apart_fit() -> None:
    """At least 12 is no contradiction of 26."""
    assert found(army(bound="at_least"), front()) == []
    assert differs(army(bound="at_least"), front()) >= {"bound"}


def test_other_places_are_not_compared() -> None:
    """Ambushes at two passes are two events."""
    assert found(army(), front(FRONT.replace("the Tarn pass", "Vessen"))) == []


def test_other_people_are_not_compared() -> None:
    """Soldiers and civilians are counted apart."""
    civilians = ARMY.replace("soldiers", "civilians")
    other = report(
        "Hill Radio", civilians, said=(Said("the army", "said", civilians.split(", the army")[0]),),
        counts=(("Twelve", 12, "killed"),), noun="civilians",
    )  # fmt: skip
    assert found(other, front()) == []
    assert "population" in differs(other, front())


def test_one_source_may_correct_itself() -> None:
    """Two numbers of one source on one day are no conflict of two."""
    same = front(FRONT.replace("The Front", "The army"), teller="The army")
    assert found(army(), same) == []
    assert "source" in differs(army(), same)


def test_who_heads_a_body_may_speak_for_it() -> None:
    """A person's number is not another source's than that of the body which her sentence names."""
    text = ARMY.replace("the army", "Ana Rell, who heads the military command,")
    said = (Said("Ana Rell", "said", text.split(", Ana")[0]),)
    counts = (("Twelve", 12, "killed"),)
    rell = report("Hill Radio", text, said=said, counts=counts, noun="soldiers", roles=(("Ana Rell", "colonel"),))
    assert found(rell, front()) == ["figure-conflict"]
    command = front(FRONT.replace("The Front", "The Tarn military command"), teller="The Tarn military command")
    assert found(rell, command) == []


TOTAL = "Since the war began {} people have been killed in Darvan, the health ministry said on Friday."


def total(number: str, value: int, published: str, text: str = TOTAL, bound: str = "exact") -> Prepared:
    """One ministry's total, as of some day."""
    words = text.format(number)
    content = words.split(", the health")[0]
    said = (Said("the health ministry", "said", content),)
    counts = ((number, value, "killed"),)
    return report(f"Post {published}", words, said=said, counts=counts, published=published, bound=bound)


def test_a_total_since_a_start_cannot_fall() -> None:
    """One ministry's total of the dead is lower a week later."""
    assert found(total("8,415", 8415, "2031-05-09"), total("8,145", 8145, "2031-05-16")) == ["figure-decrease"]


def test_what_was_at_least_so_many_cannot_be_at_least_fewer() -> None:
    """Two lower bounds of one ministry since one start are set side by side; a bound and a number are not."""
    before = total("At least 8,415", 8415, "2031-05-09", bound="at_least")
    after = total("At least 8,145", 8145, "2031-05-16", bound="at_least")
    assert found(before, after) == ["figure-decrease"]
    assert found(after, total("8,415", 8415, "2031-05-09")) == []


BULLETIN = "The toll of the aggression since its beginning thus stands at {} people killed."
STORY = (
    "The health directorate in Darvan called for lorries. Its bulletin brings those killed since the war began to {}."
)


def bulletin(number: str, value: int, published: str, outlet: str = "Darvan Health Directorate") -> Prepared:
    """A body's own report, which names no source."""
    return report(outlet, BULLETIN.format(number), counts=((number, value, "killed"),), published=published)


def story(number: str, value: int, published: str) -> Prepared:
    """A paper's report, which names the body in the sentence before."""
    said = (Said("The health directorate", "called for", "lorries"),)
    return report("Bay Post", STORY.format(number), said=said, counts=((number, value, "killed"),), published=published)


def test_a_bodys_bulletin_and_a_story_on_it_have_one_source() -> None:
    """Neither sentence names who counts: the one is the body's own report, the other follows on its name."""
    later = story("14,290", 14290, "2031-05-16")
    assert found(bulletin("14,902", 14902, "2031-05-09"), later) == ["figure-decrease"]
    assert keys(bulletin("14,902", 14902, "2031-05-09")) & keys(later)
    assert found(bulletin("14,902", 14902, "2031-05-09", "Hill Radio"), later) == []


def test_a_lower_total_told_as_correction_fits() -> None:
    """Who says that names stood twice in the list takes the number back."""
    told = TOTAL + " It had corrected its list, in which names stood twice."
    assert found(total("8,415", 8415, "2031-05-09"), total("8,145", 8145, "2031-05-16", told)) == []
    told = TOTAL + " The correct figure for 9 May was 8,100, not 8,415."
    assert found(total("8,415", 8415, "2031-05-09"), total("8,145", 8145, "2031-05-16", told)) == []
    told = TOTAL + " The correct figure was not given."
    assert found(total("8,415", 8415, "2031-05-09"), total("8,145", 8145, "2031-05-16", told)) == ["figure-decrease"]


def test_a_rising_total_fits() -> None:
    """A later and higher total is an update."""
    assert found(total("8,145", 8145, "2031-05-09"), total("8,415", 8415, "2031-05-16")) == []


def test_what_a_total_rose_from_is_no_total_of_that_day() -> None:
    """The number that a later report tells as the former one is no fall."""
    grown = "Since the war began the dead in Darvan have risen from {} to 8,500, the health ministry said on Friday."
    assert found(total("8,415", 8415, "2031-05-09"), total("8,145", 8145, "2031-05-16", grown)) == []


def test_a_start_told_by_month_and_by_day_is_one() -> None:
    """Since the fourth of May is since May, and since the year began since January."""
    first = Start(frozenset({"2031-05-04"}), frozenset())
    assert first.meets(Start(frozenset({"2031-05"}), frozenset()))
    assert not first.meets(Start(frozenset({"2031-04"}), frozenset()))
    assert Start(frozenset({"2031-01"}), frozenset()).meets(Start(frozenset({"2031"}), frozenset()))


def test_of_a_plain_count_both_must_tell_the_same_beside_it() -> None:
    """Bullets that were fired are not bullets that hit a wall."""
    fired = "Nine bullets were fired from a car in Darvan on Wednesday, the Orvan police said on Friday."
    stuck = "Four bullets stuck in the wall of an inn in Darvan on Wednesday, the innkeeper Ana Rell said on Friday."
    a = report(
        "Hill Radio",
        fired,
        said=(Said("Orvan police", "said", fired.split(", the", maxsplit=1)[0]),),
        counts=(("Nine", 9, ""),),
        noun="bullets",
    )
    b = report(
        "Voice",
        stuck,
        said=(Said("Ana Rell", "said", stuck.split(", the", maxsplit=1)[0]),),
        counts=(("Four", 4, ""),),
        noun="bullets",
    )
    assert found(a, b) == []


def test_a_number_that_is_denied_is_not_a_reports_own() -> None:
    """Who tells the other's number to call it a fantasy has but one; who only tells both has two."""
    both = front().reading.report.text + " {} 12 soldiers were killed in the ambush at the Tarn pass on Wednesday."
    counts = (("26", 26, "killed"), ("12", 12, "killed"))

    def side(lead: str) -> Prepared:
        said = (Said("The Front", "said", FRONT.split(" that ")[1].rstrip(".")),)
        return report("Voice", both.format(lead), said=said, counts=counts, noun="soldiers")

    assert found(army(), side("It is a fantasy that")) == ["figure-conflict"]
    assert found(army(), side("It is also told that")) == []
