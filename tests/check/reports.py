"""Reads invented texts as the program does, so that tests of rules that rest on syntax and speakers are short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sayso

if TYPE_CHECKING:
    from sayso.model import Finding

PUBLISHED = "2021-03-10"


def findings(text: str, kind: str, published: str | None = PUBLISHED) -> tuple[Finding, ...]:
    """The findings of that kind in `text`."""
    found = sayso.read_text(text, published=published, language="en").findings
    return tuple(finding for finding in found if finding.kind == kind)
