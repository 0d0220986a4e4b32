"""Roots of a claim: copies and relays lead back, what outlets got on their own counts."""

from __future__ import annotations

from sayso.link.claims.rooting import Member, roots
from sayso.link.copies.first import Origin


def member(report: str, outlet: str | None, *relays: str, published: str | None = None) -> Member:
    """One report's attribution."""
    return Member(Origin(report, outlet, frozenset(), frozenset(), published), frozenset(relays))


def test_two_outlets_with_words_of_their_own_are_two_roots() -> None:
    """Both were told."""
    found = roots([member("a", "post"), member("b", "herald")], [])
    assert (found.roots, found.independent) == ((True, True), 2)


def test_a_wire_story_and_its_prints_are_one_root() -> None:
    """The one published first is the root, and is first."""
    members = [
        member("a", "post", published="2031-03-05"),
        member("b", "wire", published="2031-03-04"),
        member("c", None),
    ]
    found = roots(members, [(0, 1)])
    assert (found.roots, found.independent) == ((False, True, True), 2)
    assert roots(members[:2], [(0, 1)]).first == 1


def test_copies_of_which_nobody_knows_the_first_have_no_root_and_count_once() -> None:
    """One is copied, and nobody can say which."""
    found = roots([member("a", "post"), member("b", "herald")], [(0, 1)])
    assert (found.roots, found.independent, found.first) == ((False, False), 1, None)


def test_two_outlets_that_cite_one_agency_are_one_root() -> None:
    """Its own report is not in the ledger."""
    found = roots([member("a", "post", "wire"), member("b", "herald", "wire"), member("c", "gazette")], [])
    assert (found.roots, found.independent) == ((False, False, True), 2)


def test_who_cites_an_agency_goes_back_to_its_report() -> None:
    """Where the ledger has it."""
    found = roots([member("a", "post", "wire"), member("b", "wire")], [])
    assert (found.roots, found.independent) == ((False, True), 1)


def test_two_reports_that_cite_each_other_go_back_to_nobody() -> None:
    """Neither is a root, and neither is independent of the other."""
    found = roots([member("a", "post", "herald"), member("b", "herald", "post")], [])
    assert (found.roots, found.independent) == ((False, False), 1)


def test_an_agency_is_known_by_the_part_that_tells_it_from_others() -> None:
    """Meridian is the Meridian Press Agency."""
    members = [member("a", "Miren Post", "Meridian"), member("b", "Meridian Press Agency"), member("c", "Orlo Post")]
    assert roots(members, []).independent == 2
    assert roots([members[0], member("d", None, "Meridian Press Agency")], []).independent == 1


def test_an_outlet_that_tells_it_again_is_one_root() -> None:
    """It has it from itself, another outlet has not."""
    members = [
        member("a", "ministry", published="2031-03-04"),
        member("b", "ministry", published="2031-03-05"),
        member("c", "post", published="2031-03-05"),
    ]
    found = roots(members, [])
    assert (found.roots, found.independent) == ((True, False, True), 2)


def test_what_an_agency_cited_beside_it_has_told_goes_back_to_it() -> None:
    """A report that cites the agency for a speaker's words has his other words from it, where these are in its report."""
    wire = member("a", "Meridian Press Agency", published="2031-03-04")
    leaning = Member(Origin("b", "post", frozenset(), frozenset(), "2031-03-05"), frozenset(), frozenset({"Meridian"}))
    found = roots([wire, leaning], [])
    assert (found.roots, found.independent) == ((True, False), 1)
    assert roots([member("c", "herald"), leaning], []).independent == 2
    later = member("a", "Meridian Press Agency", published="2031-03-06")
    assert roots([later, leaning], []).independent == 2
