"""Holds readings ready by twin: each is read from the ledger once, however many reports it is compared with.

Stands alone because everything that looks at two reports needs the same few things of each, and must not keep them all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from sayso.link.actors.known import known_actors
from sayso.link.copies.kept import hashed
from sayso.link.copies.retelling import telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.ledger import Ledger, Links
    from sayso.link.actors.known import Known
    from sayso.link.copies.retelling import Telling
    from sayso.model import Reading

HELD = 1_024


def twin(reading: Reading) -> int:
    """What is alike in all reports that linking cannot tell apart: everything but their names and places."""
    bare = msgspec.structs.replace(reading.report, id="", path="", address=None, origin=None, stated=())
    return hashed(msgspec.json.encode(msgspec.structs.replace(reading, report=bare, sayso="")).decode())


def anonymous(reading: Reading, of: int) -> Reading:
    """The reading as all reports of a twin have it: named by the twin, without a place."""
    report = msgspec.structs.replace(reading.report, id=f"twin:{of}", path="", address=None, origin=None, stated=())
    return msgspec.structs.replace(reading, report=report)


class Twins:
    """The readings of a ledger by twin, and what is made of them."""

    def __init__(self, ledger: Ledger, links: Links) -> None:
        self._ledger = ledger
        self.links = links
        self._now: dict[int, Reading] = {}
        self.reading: Callable[[int], Reading] = lru_cache(maxsize=HELD)(self._reading)
        self.telling: Callable[[int], Telling] = lru_cache(maxsize=HELD)(lambda of: telling(self.reading(of)))
        self.actors: Callable[[int], dict[str, Known]] = lru_cache(maxsize=HELD)(
            lambda of: known_actors(self.reading(of))
        )

    def hold(self, of: int, reading: Reading) -> None:
        """Takes a reading that is linked now, so that it is not read again."""
        self._now = {of: reading}

    def _reading(self, of: int) -> Reading:
        reading = self._now.get(of) or self._ledger.numbered(self.links.by_twin(of)[0])
        return anonymous(reading, of)
