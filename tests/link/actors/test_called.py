"""One name for one actor, however reports call it; two actors never share one."""

from __future__ import annotations

from itertools import permutations

from tests.link.saying import known

from sayso.link.actors.called import common_names

SCENE = ("orvana", "sarn")


def test_a_body_has_its_fullest_name_in_all_reports() -> None:
    """Through apostrophes, word order and the owner that a report leaves out, in any order of the reports."""
    names = ("Kaldria's health ministry", "Kaldria’s health ministry", "Kaldria Ministry of Health", "health ministry")
    told = [known(name, "organisation", places=SCENE) for name in names]
    for turned in permutations(told):
        found = common_names({(f"r{place}", "a"): one for place, one in enumerate(turned)})
        (name,) = set(found.values())
        assert name != "health ministry"


def test_two_owners_bodies_keep_their_names_and_a_bare_one_between_them_its_own() -> None:
    """What may be either body's is shown under neither name, in any order of the reports."""
    names = ("Kaldria's health ministry", "Zemlar's health ministry", "Kaldria's defence ministry", "health ministry")
    for turned in permutations(names):
        told = {(f"r{place}", "a"): known(name, "organisation", places=SCENE) for place, name in enumerate(turned)}
        found = common_names(told)
        named = {name: found[one] for one, name in zip(told, turned, strict=True)}
        assert named == {name: name for name in names}


def test_namesakes_and_people_without_a_name_keep_theirs() -> None:
    """Two people of one surname, and officials of whom nothing is known."""
    names = ("Marta Dorne", "Edvin Dorne", "a senior official", "officials")
    told = {(f"r{place}", "a"): known(name, "person" if place < 2 else "unnamed") for place, name in enumerate(names)}
    assert tuple(common_names(told).values()) == names
