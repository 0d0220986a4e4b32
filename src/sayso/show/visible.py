"""Makes characters that command a terminal or hide in text visible and harmless, without dropping any.

Stands alone because every view prints words that somebody else wrote, and each must print them through this.
"""

from __future__ import annotations

import re

_NULL_PICTURE = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"
_SPACE = 0x20
_DELETE = 0x7F

# Cc, Cs and Cf, but for newline and tab, and for the joiners and the soft hyphen that ordinary spelling needs.
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` with control and invisible formatting characters as marks: ESC as ``␛``, others as ``⟨U+202E⟩``.

    Newline, tab, the joiners U+200C and U+200D and the soft hyphen stay. Offsets do not survive: slice first.
    """
    return _COMMANDS.sub(_mark, text)


def one_line(text: str) -> str:
    """`text` made visible, with every run of white space as one blank: for tables and messages."""
    return " ".join(visible(text).split())


def _mark(met: re.Match[str]) -> str:
    code = ord(met.group())
    if code < _SPACE:
        return chr(_NULL_PICTURE + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    return f"⟨U+{code:04X}⟩"
