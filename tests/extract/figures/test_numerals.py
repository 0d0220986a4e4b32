"""Holds the number grammar to its promises: values, places, and nothing that cannot be proven."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.figures.digits import LARGEST, digits
from sayso.extract.figures.numerals import NUMBERS, numerals

SMALL = {value: word for word, value in NUMBERS["small"].items()}
TENS = {value: word for word, value in NUMBERS["tens"].items()}


def spelled(number: int) -> str:
    """A whole number below a thousand million in English words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        rest = number % 10
        return TENS[number - rest] + (f"-{SMALL[rest]}" if rest else "")
    for factor, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= factor:
            high, rest = divmod(number, factor)
            joint = " and " if factor == 100 else " "
            return f"{spelled(high)} {word}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 999_999_999))
def test_spelled_numbers_read_back(number: int) -> None:
    """A number in words has the value that was spelled, and its span is all of it."""
    words = spelled(number)
    (found,) = numerals(f"There were {words} left.")
    assert found.value == number
    assert f"There were {words} left."[found.start : found.end] == words


@given(st.integers(0, LARGEST - 1), st.sampled_from([",", "\u2009", "\u202f", "\u00a0", "'"]))
def test_grouped_digits_read_back(number: int, mark: str) -> None:
    """Every grouping mark gives the number that was grouped."""
    assert digits(f"{number:,}".replace(",", mark)) == number


@given(st.integers(1, 10**9), st.integers(1, 99))
def test_decimals_keep_their_value(whole: int, part: int) -> None:
    """A decimal has its value, whole values are integers, and none is NaN or infinite."""
    value = digits(f"{whole}.{part:02d}")
    assert value == pytest.approx(whole + part / 100)
    assert isinstance(digits(f"{whole}.0"), int)


@given(st.text(alphabet="0123456789.,'’/-–−+ ⅓½×kmbn$€%a٣٤othreeuandhalfofdozens\n\u2009", max_size=60))
def test_spans_are_exact_and_apart(text: str) -> None:
    """Whatever stands in a text, numbers lie in it in order, do not overlap and hold finite values."""
    end = 0
    for found in numerals(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value is None or abs(found.value) < LARGEST
        end = found.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("1.234.567", 1_234_567),
        ("1.234.567,5", 1_234_567.5),
        ("12,34,567", 1_234_567),
        ("10 000 shells", 10_000),
        ("1.5 million", 1_500_000),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("10 1/2 miles", 10.5),
        ("½ cup", 0.5),
        ("two-thirds of it", 2 / 3),
        ("one in five", 0.2),
        ("sixfold", 6),
        ("minus 12", -12),
        ("٣٤", 34),
        ("2 x 10^3", 2000),
    ],
)
def test_forms_have_their_value(text: str, value: float) -> None:
    """Each way of writing a number has its one value."""
    assert [n.value for n in numerals(text)] == [pytest.approx(value)]


@pytest.mark.parametrize("text", ["1.2.3.4", "1,23", "007", "3٤", "9" * 25, "A380"])
def test_unprovable_forms_give_nothing(text: str) -> None:
    """What has no provable value is no number."""
    assert numerals(text) == []


@pytest.mark.parametrize("text", ["7" * 10_000, "1," * 50_000, "1.1." * 20_000, "one " * 50_000, "1-" * 50_000])
def test_long_input_takes_linear_time(text: str) -> None:
    """A number of ten thousand digits, or any long run, neither crashes nor takes long."""
    begun = time.process_time()
    numerals(text)
    assert time.process_time() - begun < 5


def test_vague_words_keep_their_name() -> None:
    """A vague word has no value but the entry of the table that may read it, and its factor."""
    (found,) = numerals("tens of thousands of people")
    assert (found.value, found.vague, found.factor) == (None, "tens", 1000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rose by half a percentage point.", 0.5),
        ("It rose by a quarter point.", 0.25),
        ("It rose by a half-point.", 0.5),
        ("It is half a kilometre away.", 0.5),
    ],
)
def test_a_half_with_a_unit_is_a_number(text: str, value: float) -> None:
    """Parts of a unit are measured like whole ones."""
    assert [one.value for one in numerals(text)] == [value]
