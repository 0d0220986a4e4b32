"""How figures, chains and headings are worded in all views."""

import handmade
import msgspec
import pytest

from sayso.model import Bound, Figure, Printed, Span
from sayso.show import words
from sayso.show.voices import letters, voices


def figure(**changed: object) -> Figure:
    """The first figure of the handmade report, changed."""
    return msgspec.structs.replace(handmade.FIGURES[0], **changed)


@pytest.mark.parametrize(
    ("bound", "said"),
    [("at_least", "at least 9,572"), ("more_than", "more than 9,572"), ("about", "about 9,572"), ("exact", "9,572")],
)
def test_a_bound_is_told_in_words(bound: Bound, said: str) -> None:
    """A figure's bound stands before its value, the value with its thousands set apart."""
    assert words.amount(figure(value=9572, bound=bound)) == said


def test_a_range_has_both_ends() -> None:
    """A figure between two values names both."""
    assert words.amount(figure(value=None, low=20, high=30, bound="between")) == "20 to 30"


def test_a_figure_without_a_value_is_told_as_printed() -> None:
    """A vague word that has no reading is not turned into a number."""
    shown = figure(value=None, low=None, high=None, bound="exact", text="scores of people")
    assert words.amount(shown) == "scores of people"


def test_money_and_percent_have_their_units() -> None:
    """Money has its currency before the value, a share its sign behind it."""
    assert words.amount(figure(kind="money", unit="USD", value=2.5, bound="exact")) == "USD 2.5"
    assert words.amount(figure(kind="percent", unit="percent", value=12, bound="exact")) == "12 %"


def test_letters_go_on_after_z() -> None:
    """The 27th speaker is AA."""
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_one_speaker_has_one_badge() -> None:
    """All attributions of one speaker have one voice, and different speakers differ."""
    given = voices(handmade.reading())
    assert given["a1"] == given["a2"]
    assert len({voice.badge for voice in given.values()}) == 5


def test_a_report_without_title_is_headed_by_its_first_words() -> None:
    """Where there is no title the text's beginning stands for it, and the path where there is no text."""
    assert words.heading(handmade.reading(title=None).report).startswith("Home | World")
    assert words.heading(handmade.unread().report) == "lost.html"


def test_a_measured_figure_is_told_in_its_own_words() -> None:
    """No unit is put together with a value where the print has both."""
    shown = figure(kind="duration", unit="day", value=2, bound="exact", text="two days", noun=None, counted=None)
    assert (words.amount(shown), words.counted(shown)) == ("two days", "")


def test_what_is_understood_stands_apart_from_what_is_printed() -> None:
    """The noun as printed and the sense given to it do not run into a phrase that nobody wrote."""
    assert " · killed" in words.counted(figure(counted="killed"))


def test_a_rate_is_told_by_what_and_of_what() -> None:
    """A price keeps its money and its "a barrel", with what it is the price of behind it."""
    oil = Printed(Span(0, 3), "Oil")
    shown = figure(kind="rate", unit="USD per barrel", value=91.4, text="$91.40 a barrel", noun=oil, counted=None)
    assert (words.amount(shown), words.counted(shown)) == ("$91.40 a barrel", "(Oil)")


@pytest.mark.parametrize(("confidence", "told"), [(0.19, "only 19% sure"), (0.49, "only 49% sure"), (0.5, "")])
def test_only_a_row_more_likely_wrong_than_right_tells_its_doubt(confidence: float, told: str) -> None:
    """What is doubted is said; other rows stay as they are."""
    row = msgspec.structs.replace(handmade.reading().attributions[0], confidence=confidence)
    assert words.doubt(row) == told
