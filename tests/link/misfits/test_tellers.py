"""Whose a count is that a report tells in its own voice, and what number is of another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.link.misfits.told import Said, found, report

if TYPE_CHECKING:
    from sayso.link.misfits.between import Prepared

MINISTRY = "Forty-one people were killed in the strike on Arn on Wednesday, the health ministry said on Friday."
HEAD = "Thirty-seven people were killed in the strike on Arn on Wednesday."


def test_an_outlets_own_toll_is_of_the_body_that_tells_it_in_the_report() -> None:
    """Two tolls of one ministry are no two voices, though an outlet tells the first without naming it."""
    again = f"{HEAD} The health ministry said on Friday that 37 people were killed in the strike on Arn on Wednesday."
    own = report("Hill Radio", HEAD, counts=(("Thirty-seven", 37, "killed"),))
    said = (Said("The health ministry", "said", again.split(" that ")[1].rstrip(".")),)
    led = report("Hill Radio", again, said=said, counts=(("Thirty-seven", 37, "killed"), ("37", 37, "killed")))
    other = report(
        "Voice",
        MINISTRY,
        said=(Said("the health ministry", "said", MINISTRY.split(", the", maxsplit=1)[0]),),
        counts=(("Forty-one", 41, "killed"),),
    )
    assert found(own, other) == ["figure-conflict"]
    assert found(led, other) == []


def test_missiles_that_hit_are_not_those_that_were_stopped() -> None:
    """How many hit is no count of how many were sent; of those that hit there is one."""
    assert found(missiles("Two", 2, "hit"), missiles("Nine", 9, "were intercepted over", "the army")) == []
    assert found(missiles("Two", 2, "hit"), missiles("Nine", 9, "struck", "the army")) == ["figure-conflict"]


def missiles(number: str, value: int, verb: str, teller: str = "the governor") -> Prepared:
    """What somebody says of the missiles of one day."""
    told = f"{number} missiles {verb} the mill of Arn on Wednesday"
    said = (Said(teller, "said", told),)
    outlet = "Voice" if teller == "the army" else "Hill Radio"
    counts = ((number, value, "munitions"),)
    return report(outlet, f"{told}, {teller} said on Friday.", said=said, counts=counts, noun="missiles")
