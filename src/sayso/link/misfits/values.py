"""What a rule on two reports gives: a misfit with its evidence in each, or a pair it let go, and what differed.

Stands alone because every rule gives these two and nothing else, and none of them knows the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.decision import Decision
    from sayso.model import FindingKind, Severity, Span

Differs = Literal[
    "counted thing", "population", "place", "event", "time", "bound", "source", "scope", "wording", "version", "speaker"
]
"""What keeps two things apart, so that they are not compared or fit each other."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The characters of one report that a misfit rests on."""

    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, order=True)
class Misfit:
    """Something that does not fit between two reports: `evidence` has the spans in each, the lesser id first."""

    kind: FindingKind
    rule: str
    severity: Severity
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, order=True)
class Passed:
    """A pair that a rule looked at and let go: what differed, and one plain sentence."""

    rule: str
    differs: Differs
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What is known of a pair beforehand: the stretches of each that stand word for word in the other.

    `version`: whether one is a later version of the other's page.
    """

    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()
    version: bool = False

    def turned(self) -> Shared:
        """The same seen from the other report."""
        return Shared(self.b, self.a, self.version)


Judgement = Misfit | Passed


def other_event(decision: Decision) -> tuple[Differs, str]:
    """What keeps two apart that are not of one happening, and why."""
    return ("place" if decision.differs == "place" else "time" if decision.differs == "time" else "event"), decision.why


def evidence(*sides: tuple[str, Iterable[Span]]) -> tuple[Evidence, ...]:
    """The spans of each report, in one order whichever is asked first."""
    return tuple(sorted(Evidence(report, tuple(sorted(set(spans)))) for report, spans in sides))
