"""Puts a report together from what was found in it, believing what was given first.

Stands alone because the order of belief, and what makes a report unread, is the same for texts and pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.clean.language import identify
from sayso.model import Outlet, PublishedFrom, Refused, Report, Stated, Stretch
from sayso.read.given import iso_8601
from sayso.stages import Claimed, Cleaned, Paragraph

if TYPE_CHECKING:
    from sayso.clean.text.parts import TextParts
    from sayso.model import Status
    from sayso.stages import Original

ENGLISH = frozenset({"en", "eng"})
"""The language whose reports are read, by its ISO 639 codes."""

_MOST_STATED = 8
_GIVEN = ("outlet", "title", "byline", "published", "language")


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a report, the bytes it stands in, its parts, and what page and text together say of it.

    `kinds`: paragraphs whose kind the page's markup tells. `published_from` speaks of `published`.
    """

    text: str
    origin: tuple[Stretch, ...]
    parts: TextParts
    title: str | None
    byline: str | None
    outlet: Outlet | None
    published: str | None
    published_from: PublishedFrom | None
    kinds: tuple[Paragraph, ...] = ()
    claims: tuple[Claimed, ...] = ()
    refused: tuple[Refused, ...] = ()


def failed(original: Original, why: str) -> Cleaned:
    """The report of an original that could not be read, with what was given of it."""
    report = Report(
        id=original.id,
        address=original.address,
        path=original.path,
        outlet=Outlet(original.given.outlet) if original.given.outlet else None,
        title=original.given.title,
        byline=original.given.byline,
        published=original.given.published,
        published_from="given" if original.given.published else None,
        language=original.given.language,
        status="failed",
        why=why,
        text="",
        removed=(),
        origin=None,
    )
    return Cleaned(report, (), refused=original.refused)


def cleaned_of(original: Original, found: Found) -> Cleaned:
    """The report with the parts of its text, or without them where it is empty or in another language."""
    given, parts = original.given, found.parts
    language = given.language or identify(found.text)
    status, why = _status(found.text, language)
    published, source, refused = _published(original, found)
    read = status == "read"
    report = Report(
        id=original.id,
        address=original.address,
        path=original.path,
        outlet=Outlet(given.outlet) if given.outlet else found.outlet or (_agency(parts) if read else None),
        title=given.title or found.title,
        byline=given.byline or found.byline,
        published=published,
        published_from=source,
        language=language,
        status=status,
        why=why,
        text=found.text,
        removed=parts.removed if read else (),
        origin=None,
        stated=_stated(found.claims),
    )
    refused = (*original.refused, *refused, *found.refused)
    claims = (*_given_claims(original), *found.claims)
    if not read:
        return Cleaned(report, found.origin, claims=claims, refused=refused)
    return Cleaned(
        report,
        found.origin,
        paragraphs=_with_kinds(parts.paragraphs, found.kinds),
        claims=(*claims, *parts.claims),
        credits=parts.credits,
        dateline=parts.dateline,
        refused=(*refused, *parts.refused),
        tables=parts.tables,
    )


def _stated(claims: tuple[Claimed, ...]) -> tuple[Stated, ...]:
    """What the page states of its own address and of its last change, each kind in the order of the claims."""
    kinds: tuple[Literal["address", "modified"], ...] = ("address", "modified")
    return tuple(
        Stated(kind, claim.by, claim.value, claim.bytes)
        for kind in kinds
        for claim in [claim for claim in claims if claim.what == kind][:_MOST_STATED]
    )


def _status(text: str, language: str | None) -> tuple[Status, str | None]:
    if not text.strip("\0 \t\r\n\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}") or text.isspace():
        return "not-read", "empty"
    if language is not None and language.lower().replace("_", "-").partition("-")[0] not in ENGLISH:
        return "not-read", f"language {language}"
    return "read", None


def _published(original: Original, found: Found) -> tuple[str | None, PublishedFrom | None, tuple[Refused, ...]]:
    """The given date if it is one, else the one found; and a refusal of a given date that is none."""
    given = original.given.published
    read = iso_8601(given) if given else None
    if read is not None:
        return read, "given", ()
    refused = (Refused(None, "date", f"published {given!r} is no ISO 8601 date or date-time"),) if given else ()
    return found.published, found.published_from if found.published else None, refused


def _agency(parts: TextParts) -> Outlet | None:
    """The agency of the dateline, where no other outlet is named."""
    named = next((credit for credit in parts.credits if credit.kind == "dateline"), None)
    return Outlet(named.name, (named.span,)) if named else None


def _with_kinds(paragraphs: tuple[Paragraph, ...], known: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, each of the kind that the markup tells where its span is one of a block's."""
    kinds = {paragraph.span: paragraph.kind for paragraph in known if paragraph.kind != "body"}
    return tuple(
        replace(paragraph, kind=kinds[paragraph.span])
        if paragraph.kind == "body" and paragraph.span in kinds
        else paragraph
        for paragraph in paragraphs
    )


def _given_claims(original: Original) -> tuple[Claimed, ...]:
    values = ((name, getattr(original.given, name)) for name in _GIVEN)
    return tuple(
        Claimed("author" if name == "byline" else name, "given", value, value) for name, value in values if value
    )
