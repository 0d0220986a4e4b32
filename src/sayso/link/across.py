"""Gathers all that a ledger knows across its reports: copies, claims that several have, and what does not fit between.

Stands alone because a page shows the three together, and must get them in one look at the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.link.claims.claimed import claims
from sayso.link.copies.listed import copies
from sayso.link.misfits.listed import misfits

if TYPE_CHECKING:
    from sayso.ledger import FindingRow, Ledger
    from sayso.link.rows import ClaimsRow, CopiesRow


@dataclass(frozen=True, slots=True)
class Across:
    """What joins the reports of a ledger; of claims only those that more than one report has, the most told first."""

    findings: tuple[FindingRow, ...] = ()
    claims: tuple[ClaimsRow, ...] = ()
    copies: tuple[CopiesRow, ...] = ()


def across(ledger: Ledger) -> Across:
    """All of it, from links as they stand."""
    # Claims come with the most told first, so that the first of one report ends what is wanted.
    shared = takewhile(lambda row: row.reports > 1, claims(ledger))
    return Across(tuple(misfits(ledger)), tuple(shared), tuple(copies(ledger)))
