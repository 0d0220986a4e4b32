"""The ceilings that reading keeps to, each a setting.

Stands alone so that the documentation and the callers name one place.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading refuses to go beyond; a report over a limit is ``failed`` and the rest of the run goes on.

    `report_bytes`: the bytes of one report (a file, or a record's text). A line of a JSON Lines file may be three times
    as long (escapes and base64 take more room than what they stand for).
    """

    report_bytes: int = 20_000_000

    @property
    def line_bytes(self) -> int:
        """The longest line of a JSON Lines file that is read."""
        return 3 * self.report_bytes + 1_000_000
