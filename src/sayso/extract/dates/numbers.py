"""Folds numbers written in several words or signs ("twenty-four", "2 1/2", "nineteen ninety-six") into one lexeme.

Stands alone because the grammar counts on one number being one lexeme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.extract.dates.words import Lexeme

_TENS = 10
_HUNDRED = 100
_LAST_CENTURY = 20
_FIRST_CENTURY = 11
_FRACTION_SIGNS = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75}


def fold(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The same lexemes with each written number as a single one; spans cover all its words."""
    out: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        if lexeme.kind == "n" and lexeme.text[0].isalpha():
            at, folded = _words(lexemes, at)
            out.append(folded)
        elif lexeme.text in _FRACTION_SIGNS and out and out[-1].kind in "dn":
            out[-1] = _joined(out[-1], lexeme, "n", out[-1].value + _FRACTION_SIGNS[lexeme.text])
            at += 1
        else:
            out.append(lexeme)
            at += 1
        at = _tail(lexemes, at, out)
    return out


def _joined(first: Lexeme, last: Lexeme, kind: str, value: float) -> Lexeme:
    return first._replace(kind=kind, value=value, end=last.end)


def _words(lexemes: list[Lexeme], at: int) -> tuple[int, Lexeme]:
    """The number in words that begins at `at`, and where it ends."""
    groups = [[lexemes[at].value]]
    stop = at + 1
    while stop < len(lexemes):
        step = 1 + (lexemes[stop].kind == "-" or (lexemes[stop].kind == "&" and groups[-1][-1] >= _HUNDRED))
        following = lexemes[stop + step - 1] if stop + step - 1 < len(lexemes) else None
        if following is None or following.kind != "n" or not following.text[0].isalpha():
            break
        if _continues(groups[-1][-1], following.value):
            groups[-1].append(following.value)
        elif len(groups) == 1 and step == 1 and _century(groups[0]) and _TENS <= following.value < _HUNDRED:
            groups.append([following.value])
        else:
            break
        stop += step
    if len(groups) == 2:  # noqa: PLR2004 (a century and the years in it: "nineteen ninety-six")
        year = _total(groups[0]) * _HUNDRED + _total(groups[1])
        return stop, _joined(lexemes[at], lexemes[stop - 1], "y", year)
    return stop, _joined(lexemes[at], lexemes[stop - 1], "n", _total(groups[0]))


def _continues(before: int, after: int) -> bool:
    if after >= _HUNDRED:
        return before < after
    return (before >= _HUNDRED) or (before >= 2 * _TENS and before % _TENS == 0 and 0 < after < _TENS)


def _century(words: list[int]) -> bool:
    return _FIRST_CENTURY <= _total(words) <= _LAST_CENTURY


def _total(words: list[int]) -> int:
    total = current = 0
    for word in words:
        if word == _HUNDRED:
            current = max(1, current) * word
        elif word > _HUNDRED:
            total, current = total + max(1, current) * word, 0
        else:
            current += word
    return total + current


def _tail(lexemes: list[Lexeme], at: int, out: list[Lexeme]) -> int:  # noqa: PLR0911 (one answer a case)
    """Joins "1/2", "and a half", "million" and "twenty-first" to the number that `out` ends with."""
    last = out[-1]
    ahead = lexemes[at : at + 3]
    kinds = "".join(lexeme.kind for lexeme in ahead)
    if last.kind in "dn" and kinds == "&aF":
        out[-1] = _joined(last, ahead[2], "n", last.value + ahead[2].value)
        return at + 3
    if last.kind in "dn" and kinds == "-&-" and "".join(one.kind for one in lexemes[at + 3 : at + 6]) == "a-F":
        out[-1] = _joined(last, lexemes[at + 5], "n", last.value + lexemes[at + 5].value)
        return at + 6
    if last.kind == "d" and len(ahead) == 3 and ahead[1].text == "/" and kinds[0] == "d" == kinds[2]:  # noqa: PLR2004
        if ahead[0].start == last.end + 1 and ahead[0].value < ahead[2].value <= _TENS:
            out[-1] = _joined(last, ahead[2], "n", last.value + ahead[0].value / ahead[2].value)
            return at + 3
        return at
    if last.kind in "dn" and last.text[0].isdigit() and kinds[:1] == "n" and ahead[0].text[0].isalpha():
        if ahead[0].value >= _HUNDRED:
            out[-1] = _joined(last, ahead[0], "n", last.value * ahead[0].value)
            return at + 1
        return at
    if last.kind != "n" or last.text[0].isdigit() or last.value % _TENS or not 2 * _TENS <= last.value < _HUNDRED:
        return at
    step = 2 if kinds[:2] == "-o" else 1
    if kinds[:2] == "-o" or kinds[:1] == "o":
        ordinal = ahead[step - 1]
        if ordinal.text[0].isalpha() and ordinal.value < _TENS:
            out[-1] = _joined(last, ordinal, "o", last.value + ordinal.value)
            return at + step
    return at
