"""Invented text for the tests of copies: sentences of an invented coast that share no eight words by chance."""

from __future__ import annotations

import random

WHO = (
    "A ferryman",
    "Two bakers",
    "The harbour master",
    "A night nurse",
    "Three masons",
    "The toll clerk",
    "An old pilot",
)
DID = ("mended", "counted", "painted", "described", "closed", "sold", "measured", "moved", "opened", "drew")
WHAT = (
    "the grey lantern",
    "seven barrels",
    "a stone quay",
    "the north gate",
    "an iron stair",
    "the salt store",
    "a bell",
)
WHERE = ("at Miren", "near Orlo", "above Tavel", "in old Sund", "behind Karsa", "by Velm", "past Ennis Bay")
WHEN = (
    "before dawn",
    "on Tuesday",
    "after the fair",
    "in heavy rain",
    "at low tide",
    "during the strike",
    "last spring",
)


def telling(seed: int, sentences: int = 6) -> str:
    """So many sentences of some 27 words, the same for the same seed; their numbers keep them unlike any other seed's."""
    chance = random.Random(seed)  # noqa: S311 - invented text, no secret
    told = []
    for _ in range(sentences):
        first, second = chance.sample(WHO, 2)
        lot, berth, page, badge = (chance.randrange(10**6) for _ in range(4))
        told.append(
            f"{first} {chance.choice(DID)} {chance.choice(WHAT)} of lot {lot} {chance.choice(WHERE)} at berth {berth} "
            f"{chance.choice(WHEN)}, on page {page}, while {second.lower()} with badge {badge} {chance.choice(DID)} it."
        )
    return " ".join(told)
