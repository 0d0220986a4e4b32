"""Tells numbers that count or measure nothing from figures: years, dates, times, names, addresses, scores, list marks.

Stands alone because each rule is a reason to leave a number out, and figures are clearer where none of them mixes in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.calendar import is_day, is_year, plural_right
from sayso.extract.figures.hours import is_hour
from sayso.lexicon import table
from sayso.parse.labels import BRANDS, MODIFIERS, NOUNS, PLURAL_NOUNS, PROPER_NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.model import Span
    from sayso.stages import Parsed

NAMES = table("designations")
BEFORE = frozenset(NAMES["before"]["words"])
ALWAYS = frozenset(NAMES["always"]["words"])
TYPES = re.compile(rf"[-\s](?:{'|'.join(NAMES['after']['types'])})\b", re.IGNORECASE)
ORDERS = re.compile(rf"-(?:{'|'.join(NAMES['after']['orders'])})\b", re.IGNORECASE)
CLOCK = tuple(NAMES["after"]["clock"])
STREETS = frozenset(NAMES["streets"]["words"])
TEXT_PARTS = frozenset(NAMES["before"]["parts"])
PART_JOINING = frozenset(NAMES["before"]["joining"])
TEXTS = frozenset(NAMES["before"]["texts"])
GROUPS = frozenset(NAMES["before"]["groups"])
NETWORKS = frozenset(NAMES["before"]["networks"])
STATIONS = frozenset(NAMES["before"]["stations"])
SCORE = frozenset(NAMES["quantifying"]["score"])
IDIOMS = tuple(NAMES["quantifying"]["idioms"])

NAME_LABELS = frozenset(("ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "FAC", "LAW", "LOC", "GPE"))
DIGIT_DASH = re.compile(r"\d[-–—‐‑−]$")
TIME_BEFORE = re.compile(r"\d[:.]$")
GLUED_AFTER = re.compile(r"[_@#\\]|[:/]\d|[-–]\d|[-–][A-Z]\d|[^\W\d_]")
GLUED_BEFORE = re.compile(r"[\w@#/\\]$")
PHONE = re.compile(r"\d{3}-\d{4}")
INTERNATIONAL = re.compile(r"\+\d{1,3}(?:[ .-]\(?\d{2,5}\)?){2,5}(?!\d)")
AREA_CODE = re.compile(r"\)\s?\d{3}[-.\s]\d{4}\b")
DIGITS_BEFORE = re.compile(r"\d[-–/.:]$")
BY_AFTER, BY_BEFORE = re.compile(r"(?:\s?[x×]\s?)?\d"), re.compile(r"\d\s?[x×]\s?$")
"""One side of what is told by two ("4×4", "12 x 14 feet"): the second counts only in a unit."""
LETTER_DASH = re.compile(r"[A-Za-z][-–]$")
INNINGS_AFTER, INNINGS_BEFORE = (
    re.compile(r"\s(?:for|off)\s\d{1,3}\b(?!\s[a-z]+s\b)"),
    re.compile(r"\d\s(?:for|off)\s$"),
)
"""Runs for wickets or off balls ("357 for 8", "82 off 56"), but not what is paid for so many things."""
PREFIXED = re.compile(r"\b(?:" + "|".join(NAMES["prefixes"]["words"]) + r")-$", re.IGNORECASE)
BLOCK = re.compile(r" block of [A-Z\d]")
LIST_MARK = re.compile(r"[ \t]*[).:](?=\s)")
SCAN = 5
FAR_PART = 16
"""So many words before a number in a list of sections the word "sections" stands at most."""
NEAR = 60
NUMBER = 24
"""Characters around a number in which a telephone number begins and ends."""
BEFORE_IDIOM, AFTER_IDIOM = 12, 14


def counts_nothing(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """Whether the number in `tokens` names, dates or orders something instead of counting or measuring it."""
    text, numeral = parsed.text, quantity.numeral
    typed = numeral.form == "digits" and TYPES.match(text, numeral.end) is not None
    orders = numeral.form == "words" and ORDERS.match(text, numeral.end) is not None
    if not tokens or typed or orders or _glued(text, quantity):
        return True
    if quantity.unit is not None or quantity.per is not None:
        return _idiom_of_one(parsed, quantity, tokens, paragraph)
    if numeral.form in ("vague", "fraction", "multiple"):
        return False
    if _alone(parsed, tokens):
        return True
    if any(test(parsed, quantity, tokens) for test in (is_day, is_year, is_hour)):
        return True
    rules = (_in_idiom, _time, _listed, _named, _part_of_text, _addressed, _scored)
    return any(rule(parsed, quantity, tokens, paragraph) for rule in rules)


def _glued(text: str, quantity: Quantity) -> bool:
    """Whether letters, digits or a chain of groups bind the number into an id, a phone number, a date or a version."""
    start = quantity.start
    before, after = text[max(0, start - 2) : start], text[quantity.end : quantity.end + 3]
    if GLUED_AFTER.match(after) or AREA_CODE.match(text, quantity.end) or _in_telephone(text, start):
        return True
    if GLUED_BEFORE.search(before) and quantity.numeral.form == "digits":
        return True
    if BY_AFTER.match(text[quantity.end : quantity.end + 4]):
        return True
    if BY_BEFORE.search(text[max(0, start - 4) : start]) and quantity.kind != "measure":
        return True
    if quantity.ranged and DIGITS_BEFORE.search(before):
        return True
    return bool(LETTER_DASH.search(before)) and not PREFIXED.search(text[max(0, start - 6) : start])


def _in_telephone(text: str, start: int) -> bool:
    """Whether the number at `start` stands in a telephone number with its country: "+99 123 456 7890"."""
    near = text[max(0, start - NUMBER) : start + NUMBER]
    at = min(start, NUMBER)
    return "+" in near[: at + 1] and any(m.start() <= at < m.end() for m in INTERNATIONAL.finditer(near))


def _in_idiom(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    numeral = quantity.numeral
    if numeral.form != "words" and not numeral.plain:
        return False
    before = tokens[0] - 1
    joining = before >= 0 and parsed.lower[before] == "that" and parsed.tags[before] == "IN"  # "said that one man died"
    begin = max(paragraph.start, numeral.start - BEFORE_IDIOM)
    window = parsed.text[begin : numeral.end + AFTER_IDIOM].lower().replace("\n", " ")
    at = numeral.start - begin
    for idiom in IDIOMS:
        found = window.find(idiom)
        if 0 <= found <= at < found + len(idiom) and _whole(window, found, len(idiom)):
            return found == at or not joining
    return False


def _idiom_of_one(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    return quantity.numeral.value == 1 and _in_idiom(parsed, quantity, tokens, paragraph)


def _whole(window: str, found: int, length: int) -> bool:
    before, after = window[found - 1 : found], window[found + length : found + length + 1]
    return not before.isalnum() and not after.isalnum()


def _time(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    text = parsed.text
    if TIME_BEFORE.search(text[max(paragraph.start, quantity.start - 2) : quantity.start]):
        return True
    if re.match(r":\d", text[quantity.end : quantity.end + 2]):
        return True
    after = text[quantity.end : quantity.end + 12].lower().lstrip(" ,")
    del tokens
    return any(after.startswith(word) and not after[len(word) : len(word) + 1].isalpha() for word in CLOCK)


def _listed(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """A mark of a list or a number alone in brackets: "1) ...", "(4)", "2." at the start of a paragraph."""
    del tokens
    text = parsed.text
    small = isinstance(quantity.numeral.value, int) and abs(quantity.numeral.value) < 100  # noqa: PLR2004 no list is longer
    if quantity.numeral.form != "digits" or not small:
        return False
    first = not text[paragraph.start : quantity.start].strip(" \t([-•*")
    mark = LIST_MARK.match(text, quantity.end)
    if first and mark is not None:
        return True
    before, after = text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1]
    return (before in ("(", "[") and after in (")", "]")) or (
        after == ")" and text.rfind("(", max(0, quantity.start - 60), quantity.start) < 0
    )


def _named(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """A number that belongs to a name ("Boeing 737", "Group of 7") or an index ("page 12", "No. 1")."""
    del paragraph
    words, tags = parsed.lower, parsed.tags
    first, last = tokens[0], tokens[-1]
    previous = first - 1
    same = previous >= 0 and parsed.paragraph[previous] == parsed.paragraph[first]
    if not same:
        return False
    shortened = f"{words[previous - 1]}." if previous and words[previous] == "." else ""
    word = shortened if shortened in BEFORE else words[previous]
    digits = quantity.numeral.form == "digits"
    titled = parsed.words[previous][0].isupper() or word == shortened  # "Part 7 of it", "no. 9 of the command"
    of_one = digits and titled and words[last + 1 : last + 2] == ("of",)
    bare = (digits or not _counted_right(parsed, last)) and not plural_right(parsed, last)
    station = digits and titled and word in NETWORKS and bool(STATIONS.intersection(words[last + 1 : last + 2]))
    if station or (word in ALWAYS and quantity.numeral.plain) or (word in BEFORE and (of_one or bare)):
        return True
    if tags[previous] == "POS" and digits and bare and previous > 0 and tags[previous - 1] == "NNP":
        graded = last + 1 < len(parsed) and tags[last + 1].startswith("RB")
        alone = quantity.numeral.plain and not graded and not _counted_right(parsed, last)
        return alone and _is_maker(parsed, previous - 1)
    if word == "of" and previous > 0 and words[previous - 1] in GROUPS:
        return not plural_right(parsed, last)
    if tags[previous] in PROPER_NOUNS and parsed.words[previous][0].isupper() and not plural_right(parsed, last):
        return not _age_like(parsed, quantity, previous)
    return _within_name(parsed, first, last) and not plural_right(parsed, last)


def _part_of_text(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """Whether a number in digits is that of a part of a law or book, alone or in a list of these."""
    del paragraph
    first, last, at = tokens[0], tokens[-1], tokens[0] - 1
    if quantity.numeral.form != "digits" or not quantity.numeral.plain:
        return False
    while at > first - FAR_PART and at > 0 and (parsed.tags[at] == "CD" or parsed.lower[at] in PART_JOINING):
        at -= 1
    listed = at >= 0 and parsed.tags[at + 1] == "CD" and parsed.paragraph[at] == parsed.paragraph[first]
    if not listed or parsed.lower[at] not in TEXT_PARTS:
        return False
    if parsed.lower[last + 1 : last + 2] != ("of",):
        return not _counted_right(parsed, last)
    inner = next((t for t in range(last + 2, len(parsed)) if parsed.tags[t] not in MODIFIERS | {"DT"}), last)
    return parsed.tags[inner] not in PLURAL_NOUNS or parsed.lower[inner] in TEXTS


def _is_maker(parsed: Parsed, name: int) -> bool:
    """Whether the name before a model's number is a body's ("Boeing's 787")."""
    entity = parsed.entity_at(name)
    return entity is not None and entity.label in BRANDS


def _age_like(parsed: Parsed, quantity: Quantity, previous: int) -> bool:
    value = quantity.numeral.value
    before = parsed.entity_at(previous)
    person = before is not None and before.label == "PERSON" and before.last == previous + 1
    return person and isinstance(value, int) and 10 <= value <= 100  # noqa: PLR2004


def _within_name(parsed: Parsed, first: int, last: int) -> bool:
    entity = parsed.entity_at(first)
    if entity is None or last >= entity.last or entity.label not in NAME_LABELS or entity.last - entity.first == 1:
        return False
    return entity.first < first or parsed.words[first][0].isupper()


def _around(parsed: Parsed, tokens: range) -> range:
    """The tokens of the number's sentence, at most `NEAR` on each side."""
    sentence = parsed.sentence_tokens(parsed.sentence[tokens[0]])
    return range(max(sentence[0], tokens[0] - NEAR), min(sentence[-1] + 1, tokens[-1] + NEAR))


def _alone(parsed: Parsed, tokens: range) -> bool:
    """Whether nothing but marks stands beside the number in its sentence."""
    return not any(parsed.words[t][0].isalnum() for t in _around(parsed, tokens) if t not in tokens)


def _counted_right(parsed: Parsed, last: int) -> bool:
    return last + 1 < len(parsed) and parsed.tags[last + 1] in NOUNS | MODIFIERS


def _addressed(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """An address, "16 Industrial Avenue", "the 500 block of North Street": a number, capitalised words, a street."""
    del paragraph
    if quantity.numeral.form != "digits":
        return False
    if BLOCK.match(parsed.text[quantity.end : quantity.end + 12]):
        return True
    for at in range(tokens[-1] + 1, min(tokens[-1] + 1 + SCAN, len(parsed))):
        word = parsed.words[at]
        if not (word[0].isupper() or word[0].isdigit()):
            return False
        if parsed.lower[at] in STREETS and (at > tokens[-1] + 1 or word[0].isupper()):
            return True
    return False


def _scored(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """A result ("2-1", "357 for 8"), a vote or a telephone as two numbers with a dash, or half of a longer chain."""
    text = parsed.text
    if _in_innings(parsed, quantity, tokens, paragraph):
        return True
    if PHONE.fullmatch(text, quantity.start, quantity.end) and not plural_right(parsed, tokens[-1]):
        return True
    before = text[max(paragraph.start, quantity.start - 2) : quantity.start]
    if DIGIT_DASH.search(before) or re.match(r"[-–—‐‑−](?:to-)?\d", text[quantity.end : quantity.end + 5]):
        return True
    if (
        not quantity.ranged
        or quantity.from_to
        or not re.search(r"\d\s?[-–—‐‑−]\s?\d", text[quantity.start : quantity.end])
    ):
        return False
    return not plural_right(parsed, tokens[-1]) and any(parsed.lower[t] in SCORE for t in _around(parsed, tokens))


def _in_innings(parsed: Parsed, quantity: Quantity, tokens: range, paragraph: Span) -> bool:
    """One of two bare numbers that tell an innings."""
    text = parsed.text
    if quantity.numeral.form != "digits" or quantity.ranged:
        return False
    if INNINGS_AFTER.match(text, quantity.end, paragraph.end):
        return True
    return bool(INNINGS_BEFORE.search(text, paragraph.start, quantity.start)) and not plural_right(parsed, tokens[-1])
