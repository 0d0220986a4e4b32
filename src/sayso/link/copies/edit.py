"""The value that says one thing which a copy does otherwise than its original.

Stands alone because the rules that find such things import it, and it imports none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.link.rows import EditKind
    from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that the later report does otherwise: where in the earlier, where in the later, and one sentence why.

    `before` is empty where something was added, `after` where it was cut. A headline that is stronger than its text has
    `before` empty, and `after` holds the headline's words and those of the text, both in the later report.
    """

    kind: EditKind
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    why: str
