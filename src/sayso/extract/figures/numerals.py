"""Reads the numbers that stand in a stretch of text, in digits or words, with their values and places.

Stands alone because it is a grammar of English number writing and knows nothing of syntax, units or what is counted.
Forms whose value cannot be proven (``1.2.3.4``, mixed scripts, a leading zero, beyond 2**53) give no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.extract.figures.cardinals import BY_TALE, HUNDRED, SCALES, SMALL, TENS, Cardinal
from sayso.extract.figures.digits import LARGEST, MOST_DIGITS, SPACES, Number, digits, tidy
from sayso.lexicon import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "multiple"]
NUMBERS = table("numbers")
ABBREVIATIONS: dict[str, int] = NUMBERS["abbreviations"]
FRACTIONS: dict[str, int] = NUMBERS["fractions"]
SIGNS: dict[str, list[int]] = NUMBERS["signs"]
ORDINALS: dict[str, int] = NUMBERS["ordinals"]
VAGUE: dict[str, str] = NUMBERS["vague"]["words"]
VAGUE_SCALES: dict[str, int] = NUMBERS["vague"]["scale"]

LETTER_SIGNS = tuple(sign for sign in table("currencies")["signs"] if sign[-1].isalpha())
LONGEST_SIGN = max(map(len, LETTER_SIGNS))
NO_HALF_AFTER = frozenset(NUMBERS["half"]["not_after"])

WORDS = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(SCALES)
    | frozenset(FRACTIONS)
    | frozenset(ORDINALS)
    | frozenset(VAGUE)
)
SIGN_CLASS = "".join(SIGNS)

ATOM = re.compile(
    rf"\d[\d.,'’٬٫{SPACES}]*(?<=[\d])|\.\d+|[{SIGN_CLASS}]|[^\W\d_]+",
)
BLANK_GROUP = re.compile(r",? 000\b(?![.,]\d)")
POWER = re.compile(r"\s?[x×*]\s?10\s?\^?([-−+]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)")
SUPERSCRIPT = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−", "-+0123456789-")
SLASHED = re.compile(r"(?:(?P<whole>\d{1,3})[ -])?(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,3})(?![\w/⁄]|[.,]\d)")
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 128))
TIGHT = frozenset("-‐‑")
GLUE = re.compile(r"[ \u00a0]|\s?\n|[-‐‑]")
MINUS = re.compile(r"(?:(?<=[\s(\[$£€])|^)[-−–]\s?$|\bminus[ -]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of the text: ``[start, end)`` in code points, its value (null for a vague word), and its form.

    `plain` says that it is digits alone, as years are. `scale` is the last scale word's factor, by which a range
    partner may share it. `vague` is the entry of the vague words' table, `factor` what multiplies its reading.
    """

    start: int
    end: int
    value: Number | None
    form: Form
    scale: int = 1
    vague: str | None = None
    factor: int = 1
    plain: bool = False

    def scaled(self, factor: int, end: int) -> Numeral:
        """The number times `factor`, reaching to `end`."""
        return replace(
            self, value=None if self.value is None else tidy(self.value * factor), end=end, scale=factor, plain=False
        )


@dataclass(slots=True)
class _Atom:
    start: int
    end: int
    word: str
    value: Number | None = None


def numerals(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """All numbers of ``text[start:end]`` in order; they do not overlap. Takes time linear in the length."""
    stop = len(text) if end is None else end
    atoms = list(_atoms(text, start, stop))
    found: list[Numeral] = []
    at = 0
    while at < len(atoms):
        read = _read(text, atoms, at)
        if read is None:
            at += 1
            continue
        numeral, at = read
        if numeral.value is None or abs(numeral.value) < LARGEST:
            found.append(_signed(text, numeral, start))
    return found


def _atoms(text: str, start: int, stop: int) -> Iterator[_Atom]:
    skip = start
    for match in ATOM.finditer(text, start, stop):
        if match.start() < skip:
            continue
        word = match.group()
        first = word[0]
        if first.isalpha() and not first.isdecimal():
            lower = word.lower()
            if lower in WORDS or lower in _ARTICLES or lower in _LINKS:
                yield _Atom(match.start(), match.end(), lower)
            elif lower.endswith("fold") and lower[:-4] in SMALL:
                yield _Atom(match.start(), match.end(), "fold", SMALL[lower[:-4]])
            continue
        atom = _digit_atom(text, match, stop)
        skip = atom.end
        yield atom


_ARTICLES = words("function_words", "articles", "indefinite")
_LINKS = words("numbers", "written", "links")


def _digit_atom(text: str, match: re.Match[str], stop: int) -> _Atom:
    word = match.group()
    start, end = match.span()
    if word in SIGNS:
        top, bottom = SIGNS[word]
        return _Atom(start, end, "/", top / bottom)
    before = text[start - 1] if start else " "
    if (
        (before.isalnum() and not _currency(text, start))
        or before == "_"
        or (before in ".,:/" and start > 1 and text[start - 2].isdigit())
    ):
        return _Atom(start, end, "?")
    slashed = SLASHED.match(text, start, stop)
    if slashed and (fraction := _slashed(slashed)) is not None:
        return _Atom(start, slashed.end(), "/", fraction)
    power = POWER.match(text, end, stop)
    value = digits(word)
    if power and value is not None:
        exponent = int(power.group(1).translate(SUPERSCRIPT))
        scaled = float(value) * 10.0**exponent if abs(exponent) < MOST_DIGITS * 15 else float("inf")
        return _Atom(start, power.end(), "#", tidy(scaled) if abs(scaled) < LARGEST else None)
    group = BLANK_GROUP.match(text, end, stop)
    if group and word.isdigit() and len(word) <= 3 and value:  # noqa: PLR2004 a group has 3 digits
        return _Atom(start, group.end(), "#", value * 1000)
    return _Atom(start, end, "#", value)


def _currency(text: str, start: int) -> bool:
    """Whether the letters written straight before the digits are a currency's ("AUD1.5m", "$US55")."""
    window = text[max(0, start - LONGEST_SIGN - 1) : start]
    return any(window.endswith(sign) and not window[: -len(sign)][-1:].isalnum() for sign in LETTER_SIGNS)


def _slashed(match: re.Match[str]) -> float | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    if bottom not in DENOMINATORS or top >= bottom:
        return None
    return int(match["whole"] or 0) + top / bottom


def _read(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int] | None:
    atom = atoms[at]
    if atom.word in ("#", "/"):
        return _read_digits(text, atoms, at) if atom.value is not None else None
    if atom.word == "fold" and atom.value is not None:
        return Numeral(atom.start, atom.end, atom.value, "multiple"), at + 1
    for reader in (_read_vague, _read_fraction, _read_words):
        read = reader(text, atoms, at)
        if read is not None:
            return read
    if atom.word in ORDINALS:
        return Numeral(atom.start, atom.end, ORDINALS[atom.word], "ordinal"), at + 1
    return None


def _joined(text: str, atoms: list[_Atom], left: int, right: int) -> str | None:
    """What stands between two neighbouring atoms, if it is glue ("-" or one blank); null where it is not."""
    if right >= len(atoms):
        return None
    between = text[atoms[left].end : atoms[right].start]
    return between if GLUE.fullmatch(between) else None


def _read_digits(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int]:
    atom = atoms[at]
    form: Form = "fraction" if atom.word == "/" and isinstance(atom.value, float) and atom.value < 1 else "digits"
    plain = atom.word == "#" and text[atom.start : atom.end].isdigit()
    numeral = Numeral(atom.start, atom.end, atom.value, form, plain=plain)
    if (
        atom.word == "#"
        and at + 1 < len(atoms)
        and atoms[at + 1].word == "/"
        and isinstance(atoms[at + 1].value, float)
    ):
        gap = text[atom.end : atoms[at + 1].start]
        if gap in ("", " ") and plain and (atoms[at + 1].value or 1) < 1:
            at += 1
            numeral = replace(numeral, end=atoms[at].end, value=(atom.value or 0) + (atoms[at].value or 0), plain=False)
    if at + 1 < len(atoms) and atoms[at + 1].word == "fold" and atoms[at + 1].value is None:
        return replace(numeral, form="multiple", end=atoms[at + 1].end), at + 2
    return _scales_after(text, atoms, at, numeral)


def _scales_after(text: str, atoms: list[_Atom], at: int, numeral: Numeral) -> tuple[Numeral, int]:
    while _joined(text, atoms, at, at + 1) is not None and atoms[at + 1].word in SCALES and numeral.value is not None:
        at += 1
        numeral = numeral.scaled(SCALES[atoms[at].word], atoms[at].end)
    return numeral, at + 1


def _read_words(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int] | None:
    """Spelled-out cardinals: "three hundred and twelve", "a dozen", "two and a half million"."""
    number, last = Cardinal(), at
    if atoms[at].word in _ARTICLES:
        if _joined(text, atoms, at, at + 1) is None or atoms[at + 1].word not in SCALES:
            return None
        number.current, last = 1, at + 1
    taken = None
    following: int | None = last
    while following is not None and number.take(atoms[following].word):
        taken = following
        following = _next_word(text, atoms, taken)
    if taken is None:
        return None
    value = number.total + number.current
    numeral = Numeral(atoms[at].start, atoms[taken].end, value, "words", scale=number.scale)
    return _and_a_half(text, atoms, taken, numeral)


def _next_word(text: str, atoms: list[_Atom], last: int) -> int | None:
    """The atom that goes on after `last`, over an "and" that follows hundreds or thousands."""
    if _joined(text, atoms, last, last + 1) is None:
        return None
    after = last + 1
    if atoms[after].word != "and":
        return after
    if SCALES.get(atoms[last].word, HUNDRED) in BY_TALE or atoms[last].word not in SCALES:
        return None
    if _joined(text, atoms, after, after + 1) is None:
        return None
    word = atoms[after + 1].word
    return after + 1 if word in SMALL or word in TENS else None


def _and_a_half(text: str, atoms: list[_Atom], at: int, numeral: Numeral) -> tuple[Numeral, int]:
    words = [a.word for a in atoms[at + 1 : at + 4]]
    if words == ["and", "a", "half"] and all(_joined(text, atoms, at + i, at + i + 1) for i in range(3)):
        step = max(1, numeral.scale)
        value = tidy((numeral.value or 0) + 0.5 * step)
        return _scales_after(text, atoms, at + 3, replace(numeral, value=value, end=atoms[at + 3].end))
    return numeral, at + 1


def _read_fraction(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int] | None:
    """Parts of a whole: "a third of", "two-thirds", "half the", "half a million", "one in five"."""
    word = atoms[at].word
    if word == "half":
        return _read_half(text, atoms, at)
    between = _joined(text, atoms, at, at + 1)
    if between is None or (word not in _ARTICLES and word not in SMALL):
        return None
    top = SMALL.get(word, 1)
    nxt = atoms[at + 1].word
    if nxt in FRACTIONS and nxt != "halves":
        bottom = FRACTIONS[nxt]
        of = text.startswith(" of ", atoms[at + 1].end)
        plural = (top > 1) == nxt.endswith("s") or nxt == "half"
        tight = between in TIGHT
        if top < bottom and plural and of and (scaled := _of_scale(text, atoms, at + 1, top / bottom)) is not None:
            return replace(scaled[0], start=atoms[at].start), scaled[1]
        point = nxt == "quarter" and QUARTER_POINT.match(text, atoms[at + 1].end) is not None
        if top < bottom and plural and (of or point or (tight and nxt not in ("quarter", "quarters"))):
            return Numeral(atoms[at].start, atoms[at + 1].end, top / bottom, "fraction"), at + 2
        return None
    return _read_one_in(text, atoms, at, top)


def _of_scale(text: str, atoms: list[_Atom], last: int, part: float) -> tuple[Numeral, int] | None:
    """A part of a scale word: "a quarter of a million"."""
    words = [a.word for a in atoms[last + 1 : last + 4]]
    if len(words) < 3 or words[0] != "of" or words[1] not in _ARTICLES or words[2] not in SCALES:  # noqa: PLR2004
        return None
    if any(_joined(text, atoms, last + i, last + i + 1) is None for i in range(3)):
        return None
    scale = SCALES[words[2]]
    return Numeral(atoms[last].start, atoms[last + 3].end, tidy(part * scale), "words", scale=scale), last + 4


def _read_one_in(text: str, atoms: list[_Atom], at: int, top: int) -> tuple[Numeral, int] | None:
    words = [a.word for a in atoms[at + 1 : at + 4]]
    skip = 2 if words[:1] == ["in"] else 3 if words[:2] == ["out", "of"] else 0
    if (
        not skip
        or at + skip >= len(atoms)
        or any(_joined(text, atoms, at + i, at + i + 1) is None for i in range(skip))
    ):
        return None
    bottom = SMALL.get(atoms[at + skip].word, TENS.get(atoms[at + skip].word))
    if bottom is None or top >= bottom:
        return None
    return Numeral(atoms[at].start, atoms[at + skip].end, top / bottom, "fraction"), at + skip + 1


def _read_half(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int] | None:
    after = atoms[at].end
    nxt = atoms[at + 1].word if _joined(text, atoms, at, at + 1) is not None else ""
    if nxt in _ARTICLES and at + 2 < len(atoms) and _joined(text, atoms, at + 1, at + 2) is not None:
        third = atoms[at + 2].word
        if third in SCALES:
            value = tidy(SCALES[third] / 2)
            numeral = Numeral(atoms[at].start, atoms[at + 2].end, value, "words", scale=SCALES[third])
            return _scales_after(text, atoms, at + 2, numeral)
    before = re.split(r"[\s-]+", text[max(0, atoms[at].start - 12) : atoms[at].start].lower().rstrip(" -"))[-1]
    if HALF_OF.match(text, after) and before not in NO_HALF_AFTER:
        return Numeral(atoms[at].start, after, 0.5, "fraction"), at + 1
    return None


HALF_OF = re.compile(
    rf" (?:of|{either(NUMBERS['half']['of'])})\b|-(?=(?:{either(NUMBERS['half']['units'])})\b)", re.IGNORECASE
)
QUARTER_POINT = re.compile(r"[ -](?:percentage[ -])?point\b", re.IGNORECASE)


def _read_vague(text: str, atoms: list[_Atom], at: int) -> tuple[Numeral, int] | None:
    """Vague amounts: "dozens", "tens of thousands", "several hundred", "a couple of"."""
    start, first = atoms[at].start, at
    if (
        atoms[at].word in _ARTICLES
        and _joined(text, atoms, at, at + 1) is not None
        and VAGUE.get(atoms[at + 1].word) in ("couple", "handful", "few")
    ):
        first = at + 1
    elif (
        VAGUE.get(atoms[at].word) in ("several", "few")
        and _joined(text, atoms, at, at + 1) is not None
        and atoms[at + 1].word in VAGUE_SCALES
    ):
        first = at + 1  # "several tens of thousands"
    name = VAGUE.get(atoms[first].word)
    if name is None or (name in ("couple", "handful", "few") and first == at):
        return None
    factor, last = 1, first
    while last + 1 < len(atoms):
        step = last + 1
        if atoms[step].word == "of" and _joined(text, atoms, last, step) and step + 1 < len(atoms):
            step += 1
        if _joined(text, atoms, step - 1, step) is None:
            break
        if name in VAGUE_SCALES and atoms[step].word in VAGUE_SCALES and step > last + 1:
            factor *= VAGUE_SCALES[atoms[step].word]
        elif name not in VAGUE_SCALES and atoms[step].word in SCALES:
            factor *= SCALES[atoms[step].word]
        else:
            break
        last = step
    return Numeral(start, atoms[last].end, None, "vague", vague=name, factor=factor), last + 1


def _signed(text: str, numeral: Numeral, start: int) -> Numeral:
    """The number with the minus that stands before it as a sign, not as a dash or a range."""
    if numeral.form != "digits" or numeral.value is None or not numeral.value:
        return numeral
    sign = MINUS.search(text, max(start, numeral.start - 7), numeral.start)
    if sign is None or (sign.group().endswith(" ") and not sign.group().lower().startswith("minus")):
        return numeral
    return replace(numeral, start=sign.start(), value=-numeral.value)
