"""Gives the actors of several reports one name each, so that what one of them tells is not shown under many.

Stands alone because whoever lists actors side by side needs it, and because pairs may disagree: an actor is put with
others only where nothing sets it apart from any of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.link.actors.known import content_words
from sayso.link.actors.same import keys_of, may_be, same_actor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.link.actors.known import Known

MOST = 48
"""So many groups under one key are looked at, and so many of a group's members."""

Id = tuple[str, str]
"""A report's id and the actor's in it."""


@dataclass(eq=False, slots=True)
class _Group:
    """Actors that are one."""

    members: list[Known] = field(default_factory=list)

    def takes(self, known: Known) -> bool:
        """Whether the actor is one of the members for sure, and may be each of them."""
        decisions = [same_actor(known, member) for member in self.members[:MOST]]
        return any(decision.same for decision in decisions) and all(map(may_be, decisions))


def common_names(told: Mapping[Id, Known]) -> dict[Id, str]:
    """For each actor the fullest name by which it, or another that is the same, goes.

    The fullest names come first, so that a short one is put with a full one only where no second would take it.
    """
    standing: dict[str, list[_Group]] = defaultdict(list)
    named: dict[_Group, str] = {}
    found: dict[Id, str] = {}
    for one in sorted(told, key=lambda one: (-_size(told[one]), told[one].published or "~", one)):
        group = _put(told[one], standing)
        found[one] = named.setdefault(group, told[one].actor.name)
    return {one: found[one] for one in told}


def _size(known: Known) -> int:
    return len(content_words(known.actor.name))


def _put(known: Known, standing: dict[str, list[_Group]]) -> _Group:
    """The group that the actor belongs to; a new one where none takes it, or two would."""
    keys = sorted(keys_of(known))
    near = dict.fromkeys(group for key in keys for group in standing[key][:MOST])
    taking = [group for group in near if group.takes(known)]
    group = taking[0] if len(taking) == 1 else _Group()
    group.members.append(known)
    for key in keys:
        if group not in standing[key]:
            standing[key].append(group)
    return group
