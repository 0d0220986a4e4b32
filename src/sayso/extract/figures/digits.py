"""Reads the value of digits with their separators: ``1,234``, ``1.234.567``, ``12,34,567``, thin blanks, decimals.

Stands alone because which separator groups and which divides is provable or not, whatever stands around the number.
"""

from __future__ import annotations

import re

Number = int | float

SPACES = "\u00a0\u2009\u202f"
LARGEST = 2**53
"""No value at or beyond it is given: JSON's readers hold numbers as doubles, which are exact only below (RFC 8785)."""
MOST_DIGITS = 20


GROUPED = re.compile(
    rf"\d{{1,3}}(?:(?P<mark>[,'’٬{SPACES}])\d{{3}})(?:(?P=mark)\d{{3}})*(?:[.٫]\d+)?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)|\d{1,3}(?:\.\d{3}){2,}"  # 1.234,56 and 1.234.567
)
PLAIN = re.compile(r"\d+(?:[.٫]\d+)?|\.\d+")


def tidy(value: Number) -> Number:
    """The value as an integer where it is whole, else rounded to the 15 digits that a double holds."""
    if isinstance(value, float):
        value = float(f"{value:.15g}")
        return int(value) if value.is_integer() and abs(value) < LARGEST else value
    return value


def digits(written: str) -> Number | None:
    """The value of digits with their separators, or null where it cannot be proven.

    ``1,234`` and ``1.234.567`` and thin blanks group; ``1.5`` is a decimal; ``1.2.3.4``, ``1,23``, ``007`` are nothing.
    """
    if len(written) > 2 * MOST_DIGITS or len({_script(c) for c in written if c.isdigit()}) > 1:
        return None
    if PLAIN.fullmatch(written):
        whole = written.replace("٫", ".")
        leading = len(whole) > 1 and whole[0] in "0٠۰" and whole[1] != "."
        return None if leading or len(whole) > MOST_DIGITS else _number(whole)
    if not GROUPED.fullmatch(written) or written[0] == "0":
        return None
    decimal = _decimal_mark(written)
    point = written.rfind(decimal) if decimal else -1
    kept = "".join("." if i == point else c for i, c in enumerate(written) if c.isdigit() or i == point)
    return _number(kept)


def _decimal_mark(written: str) -> str | None:
    marks = [c for c in written if not c.isdigit()]
    last = marks[-1]
    different = last != marks[0]
    tail = len(written) - written.rfind(last) - 1
    if len(marks) == 1:
        return None
    return last if different or (last == "." and tail != 3 and marks.count(last) == 1) else None  # noqa: PLR2004 a group has 3 digits


def _number(plain: str) -> Number | None:
    value: Number = float(plain) if "." in plain else int(plain)
    return tidy(value) if abs(value) < LARGEST else None


def _script(digit: str) -> int:
    return ord(digit) - int(digit) if digit.isdecimal() else -1
