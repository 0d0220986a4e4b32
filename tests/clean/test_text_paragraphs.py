"""Lines become paragraphs as a reader would join them."""

from __future__ import annotations

import pytest

from sayso.clean.text import clean_text


def paragraphs(text: str) -> list[tuple[str, str]]:
    """Give kind and words of each paragraph."""
    return [(p.kind, " ".join(p.span.of(text).split())) for p in clean_text(text).paragraphs]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """A single newline inside a sentence is white space, a blank line ends the paragraph."""
    text = (
        "The mayor of Miren, Ada Vell, said on Monday that the old bridge over the\n"
        "Tavo would stay closed until May, and that the ferry would run every hour,\n"
        "the council's engineers having found cracks in two of its arches.\n\n"
        "The ferry company said it had not been asked."
    )
    assert [kind for kind, _ in paragraphs(text)] == ["body", "body"]
    assert paragraphs(text)[0][1].startswith("The mayor of Miren")
    assert paragraphs(text)[0][1].endswith("of its arches.")


def test_a_wrapped_line_may_go_on_with_a_capital() -> None:
    """A full line without an end goes on in the next even where that begins with a name."""
    text = "The cracks were found by an engineer of the council on Sunday, according to\nKaro Dun, who leads the works, and by a diver on Monday morning, he said."
    assert len(paragraphs(text)) == 1


def test_newline_in_a_sentence_far_from_any_margin() -> None:
    """A line that goes on with a small letter is not ended by its newline."""
    assert len(paragraphs("The mayor of Miren said on Monday that the bridge\nwould stay closed.")) == 1


def test_each_line_a_paragraph() -> None:
    """Without blank lines a line that ends as a sentence ends a paragraph, and a headline does."""
    text = (
        "Bridge to stay closed until May\n"
        "The mayor of Miren said on Monday that the bridge would stay closed until May, and that a ferry would run every hour of the day.\n"
        "The ferry company said it had not been asked about it, and that it owned only one boat that could carry a car across the river.\n"
    )
    assert [kind for kind, _ in paragraphs(text)] == ["headline", "body", "body"]


def test_carriage_returns_are_line_ends() -> None:
    """Windows line ends change nothing but the offsets."""
    text = "Bridge to stay closed\r\n\r\nThe mayor said so on Monday,\r\nand left.\r\n"
    assert paragraphs(text) == [
        ("headline", "Bridge to stay closed"),
        ("body", "The mayor said so on Monday, and left."),
    ]


def test_an_abbreviation_does_not_end_a_line() -> None:
    """An abbreviation such as "Mr." at the end of a wrapped line is no end of a sentence."""
    assert (
        len(
            paragraphs("The works are led by the council's engineer, Mr.\nKaro Dun, who said on Monday he was content.")
        )
        == 1
    )


def test_bullets_are_a_list() -> None:
    """Items of a list are paragraphs of their own kind."""
    text = "The mayor asked for three things on Monday:\n- a new bridge over the river\n- a second ferry\n* money for both\n1. and a plan"
    assert [kind for kind, _ in paragraphs(text)] == ["body", "list", "list", "list", "list"]


def test_indented_paragraphs() -> None:
    """Leading blanks belong to no paragraph."""
    text = "   The bridge at Miren stays closed until May.\n   The ferry runs every hour, the mayor said."
    assert [p.span.of(text)[0] for p in clean_text(text).paragraphs] == ["T", "T"]


def test_a_headline_with_a_full_stop() -> None:
    """A short first line in words that the report repeats is its headline."""
    text = "Mayor of Miren closes bridge.\n\nThe mayor of Miren, Ada Vell, closed the old bridge on Monday after a diver found cracks in two arches."
    assert paragraphs(text)[0] == ("headline", "Mayor of Miren closes bridge.")
    assert clean_text(text).title == "Mayor of Miren closes bridge."


def test_a_headline_with_a_speaker_after_the_colon() -> None:
    """A headline such as "...: police" stays whole."""
    text = "Two arches of Miren bridge cracked: police\n\nTwo arches of the bridge at Miren were found cracked on Monday, the police said."
    assert clean_text(text).title == "Two arches of Miren bridge cracked: police"


def test_a_subheading_is_a_headline_and_a_quotation_is_not() -> None:
    """Headings inside the report have the kind of headlines; a line that is a quotation has not."""
    text = (
        "The bridge at Miren stays closed, the mayor said on Monday.\n\nWhat the divers found\n\n"
        "Divers found cracks in two arches of the bridge, she said.\n\n“Nobody was hurt,” she said\n"
    )
    assert [kind for kind, _ in paragraphs(text)] == ["body", "headline", "body", "body"]


def test_a_caption_is_known_by_its_picture_credit() -> None:
    """A sentence that ends with a photographer's credit is a caption."""
    text = "The bridge at Miren stays closed, the mayor said on Monday.\n\nThe bridge at Miren in March. (Tavo Lens/Miren Photo)\n\nThe ferry runs every hour, she said."
    assert [kind for kind, _ in paragraphs(text)] == ["body", "caption", "body"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\r\n"])
def test_nothing_gives_nothing(text: str) -> None:
    """A text without ink has no parts."""
    parts = clean_text(text)
    assert (parts.paragraphs, parts.removed, parts.title) == ((), (), None)
