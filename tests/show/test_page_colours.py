"""What the palette promises: text of all kinds can be read on all grounds, light and dark (WCAG 2.2 AA)."""

import re
from importlib.resources import files

import pytest

from sayso.show import voices

CSS = files("sayso.show.html").joinpath("assets", "sayso.css").read_text("utf-8")
TEXT = 4.5
"""The least contrast of text to its ground (WCAG 2.2, 1.4.3)."""

PAIRS = dict.fromkeys(re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS))
HUES = re.findall(r"--hue: light-dark\((#\w{6}), (#\w{6})\); --tint: light-dark\((#\w{6}), (#\w{6})\)", CSS)
COLOURS = {name: (light, dark) for name, light, dark in PAIRS}


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    """Black on white is 21 to 1, and the grey #767676 the lightest that passes on white."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert contrast("#767676", "#ffffff") > TEXT > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        *((words, ground) for words in ("ink", "soft", "link") for ground in ("paper", "raised")),
        *(("ink", ground) for ground in ("alarm-tint", "care-tint", "lit")),
        ("alarm", "paper"),
        ("alarm", "alarm-tint"),
        ("care", "paper"),
        ("care", "care-tint"),
        ("link", "alarm-tint"),
        ("link", "care-tint"),
        ("paper", "alarm"),
        ("paper", "care"),
    ],
)
def test_words_can_be_read_on_their_ground(words: str, ground: str, theme: int) -> None:
    """Each text colour has the contrast of AA on each ground that it stands on."""
    assert contrast(COLOURS[words][theme], COLOURS[ground][theme]) >= TEXT


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("place", range(8))
def test_every_hue_can_be_read(place: int, theme: int) -> None:
    """A speaker's hue can be read on paper, on every tint that it may be nested in and lit up; so can its badge."""
    hue = HUES[place][theme]
    grounds = [COLOURS["paper"][theme], COLOURS["lit"][theme], *(tints[2 + theme] for tints in HUES)]
    assert min(contrast(hue, ground) for ground in grounds) >= TEXT
    assert contrast(COLOURS["ink"][theme], HUES[place][2 + theme]) >= TEXT


def test_all_hues_are_looked_at() -> None:
    """The style has as many hues as the speakers are given."""
    assert len(HUES) == voices.HUES
