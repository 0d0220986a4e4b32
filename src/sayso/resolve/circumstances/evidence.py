"""Names what speaks for and against a count holding at a place that the report names.

Stands alone because the fit (`training/places.py`) and the choice share these names; what each is worth stands in
`weights.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Here:
    """How a name in a count's own sentence stands to it.

    One of the first five is 1, but for a name that is no place. `other`: what is counted befell nobody, also beside how
    it stands. `apart`: the tokens between, as a logarithm; `between`: how many other numbers. By the sort of name:
    `wide`, the sentence tells of a war or of years, `since`, it says since when, `size`, the number's digits. From
    `few` on it is told of the name in the whole report.
    """

    below: float
    same: float
    next: float
    far: float
    teller: float
    other: float
    below_other: float
    same_other: float
    nearest: float
    alone: float
    apart: float
    after: float
    between: float
    rivals: float
    event: float
    aside: float
    country_near: float
    country_far: float
    wide_country: float
    wide_narrow: float
    since_country: float
    since_narrow: float
    elsewhere: float
    size_country: float
    size_narrow: float
    person: float
    site: float
    state: float
    few: float
    first: float
    share: float
    times: float
    never: float
    lead: float
    dateline: float
    personal: float
    body: float
    subject: float
    unmarked: float


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How a name that a count's own sentence lacks stands to it; likewise, with `other` for what befell nobody.

    `scene_before` and the like are 1 by the sentence beside, and less with each farther on.
    """

    scene_before: float
    scene_before_other: float
    named_before: float
    scene_after: float
    named_after: float
    both_sides: float
    last: float
    last_other: float
    other: float
    names_here: float
    scenes_here: float
    countries_here: float
    wide_country: float
    since_country: float
    since_narrow: float
    size_country: float
    size_narrow: float
    called_wide: float
    called_narrow: float
    person: float
    person_other: float
    one: float
    country: float
    only_country: float
    site: float
    state: float
    few: float
    first: float
    first_other: float
    share: float
    share_other: float
    all: float
    most: float
    times: float
    never: float
    tellers: float
    lead: float
    lead_few: float
    dateline: float
    personal: float
    body: float
    subject: float
    unmarked: float
