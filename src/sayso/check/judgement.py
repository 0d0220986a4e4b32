"""What a rule gives: a finding, or a pair that it looked at and let go, with the reason.

Stands alone because every rule gives these two and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.facts import Facts

if TYPE_CHECKING:
    from sayso.model import FindingKind, Severity, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Something that does not fit: what becomes a `Finding` once it has an id."""

    kind: FindingKind
    rule: str
    severity: Severity
    why: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LetGo:
    """A pair that a rule looked at and kept quiet about, and why."""

    rule: str
    why: str
    spans: tuple[Span, ...]


Judgement = Found | LetGo
Rule = Callable[[Facts], Iterable[Judgement]]
