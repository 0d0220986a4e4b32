"""Names that stand as credits at a report's head or foot."""

from __future__ import annotations

import pytest
from tests.link.handmade import reading

from sayso.link.claims.credited import credited

TEXT = "A clerk said the quay is shut. The port of Selle opens on Friday."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{TEXT}\n\n(Miren Press Agency)", {"Miren Press Agency"}),
        (f"(Miren Press Agency)\n\n{TEXT}", {"Miren Press Agency"}),
        (f"{TEXT} [Miren Press Agency]", {"Miren Press Agency"}),
        (f"{TEXT}\n\n-- Miren", {"Miren"}),
        (f"{TEXT} — Miren", {"Miren"}),
        (f"Miren Press Agency saw it.\n\n{TEXT}\n\n(MPA)", {"MPA", "Miren Press Agency"}),
        (f"{TEXT}\n\n(Miren, Tarn News)", {"Miren", "Tarn News"}),
    ],
)
def test_a_name_on_its_own_or_at_the_end_is_a_credit(text: str, names: set[str]) -> None:
    """In brackets or behind a dash; initials also as they are spelt out."""
    assert credited(reading(text, outlet="Orlo Post")) == names


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} It lies by the sea (Miren Press Agency) and the road.",
        f"{TEXT}\n\n(Orlo Post/Miren)",
        f"{TEXT}\n\n(Selle)",
        f"{TEXT}\n\n(Photo: Miren Press Agency)",
        f"{TEXT}\n\n(with Miren Press Agency)",
        f"{TEXT}\n\n(The quay was built in 1901)",
        f"{TEXT} Everybody spoke to Miren Press Agency.",
    ],
)
def test_other_brackets_and_names_are_none(text: str) -> None:
    """Within a sentence, beside the outlet's own name, of a picture, of a place that the text names."""
    assert credited(reading(text, outlet="Orlo Post")) == frozenset()
