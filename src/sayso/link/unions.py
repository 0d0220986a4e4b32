"""Joins things into groups, whatever the order in which they are joined (union-find).

Stands alone because copies, claims and roots all need it, and each group must be known by its least member.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

Member = TypeVar("Member", bound=Any)


class Unions(Generic[Member]):
    """Groups of members that can be ordered; a member that was never joined is a group of its own."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}

    def find(self, member: Member) -> Member:
        """The least member of the group."""
        top = member
        while (above := self._above.get(top, top)) != top:
            top = above
        while member != top:
            self._above[member], member = top, self._above.get(member, member)
        return top

    def join(self, one: Member, other: Member) -> None:
        """Makes one group of the two."""
        first, second = self.find(one), self.find(other)
        if first != second:
            low, high = min(first, second), max(first, second)
            self._above[high] = low
