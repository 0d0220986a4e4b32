"""What is no part of a report is found, and no sentence of the report is taken for it."""

from __future__ import annotations

import pytest

from sayso.clean.text import clean_text, furniture_of_main_text
from sayso.model import Span

BODY = (
    "The mayor of Miren, Ada Vell, said on Monday that the old bridge over the Tavo would stay closed until May.\n\n"
    "Divers of the council found cracks in two of its arches last week, she told reporters at the town hall.\n\n"
    "A ferry will run every hour. “Nobody will be cut off,” she said, and promised a second boat by the summer.\n\n"
    "The ferry company said that it had not been asked about it, and that it owned only one boat."
)


def removed(text: str) -> dict[str, str]:
    """Give what is cut, and why."""
    return {" ".join(row.span.of(text).split()): row.why for row in clean_text(text).removed}


def kept(text: str) -> str:
    """Give what is left."""
    return "\n\n".join(p.span.of(text) for p in clean_text(text).paragraphs)


def test_a_clean_report_loses_nothing() -> None:
    """Prose alone is kept whole."""
    assert removed(BODY) == {}
    assert kept(BODY) == BODY


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Share this article", "sharing"),
        ("Facebook Twitter WhatsApp Email", "sharing"),
        ("Advertisement", "advertisement"),
        ("LEAVE A REPLY", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("© 2021 Miren Post. All rights reserved.", "copyright"),
        ("Sign up for our newsletter and get the news delivered to your inbox", "subscription"),
        ("We use cookies to give you the best experience on our website.", "cookie notice"),
        ("Home » News » Local", "navigation"),
        ("Privacy Policy | Terms of Use | Contact Us", "navigation"),
        ("Related Articles", "related links"),
        ("Read more: Ferry company asks for money", "related links"),
        ("Photo: Tavo Lens", "photo credit"),
    ],
)
def test_furniture_after_a_report(line: str, why: str) -> None:
    """Each kind of furniture is named."""
    text = f"{BODY}\n\n{line}"
    assert removed(text) == {line: why}
    assert kept(text) == BODY


def test_a_pasted_page() -> None:
    """Menus above, links and forms below; headline and report stay."""
    text = (
        "Skip to content\nHome\nNews\nSport\nOpinion\nSign in\n14.5 C\nTavo\nTuesday, March 9, 2021\n\n"
        "Bridge over the Tavo stays closed until May\n\nShare\nTweet\n\n"
        + BODY
        + "\n\nAdvertisement\n\nMost popular\nWell of Dunmere runs dry for a week\nThree goats win a race in Karo\nWhat the tide left in Sela\n\n"
        "Leave a comment\nName\nEmail\n\nAbout us\nPrivacy policy\n© 2021 Miren Post"
    )
    assert kept(text) == "Bridge over the Tavo stays closed until May\n\n" + BODY
    assert removed(text)["14.5 C"] == "weather"
    assert removed(text)["Tuesday, March 9, 2021"] == "page date"
    assert removed(text)["Three goats win a race in Karo"] == "related links"
    assert clean_text(text).published is None
    assert clean_text(text).outlet is not None


def test_a_link_inside_the_report_goes_and_the_report_goes_on() -> None:
    """A short list of links between paragraphs takes no paragraph with it."""
    first, rest = BODY.split("\n\n", 1)
    text = f"{first}\n\nRelated:\n\nWell of Dunmere runs dry\n\n{rest}"
    assert kept(text) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Share prices in Miren fell by a tenth on Tuesday, the exchange said.",
        "Photo editors at the paper said they had not seen the picture before Monday.",
        "Home owners near the bridge said they would go to court over the works.",
        "Results",
        "By Monday, the ferry had carried four hundred people across the river.",
        "More on the mayor's plans was promised for the autumn by her spokesman.",
        "Related claims were made by the ferry company in a letter to the council.",
        "The council said its privacy policy and the rules of the ferry were under review.",
        "“Follow us,” the ferryman told the divers, and they did.",
        "Source of the cracks, said the divers, was the frost of the last winter.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    """A sentence of the report stays, whatever word it begins with."""
    paragraphs = BODY.split("\n\n")
    text = "\n\n".join([*paragraphs[:2], line, *paragraphs[2:]])
    assert removed(text) == {}


def test_main_text_loses_only_what_is_certain() -> None:
    """Paragraphs that are known to be the main text lose a button, never a short line of the report."""
    lines = ["Bridge closed", "Share this article", *BODY.split("\n\n"), "What comes next", "Advertisement"]
    text = "\n\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    parts = furniture_of_main_text(text, tuple(spans))
    assert [row.span.of(text) for row in parts.removed] == ["Share this article", "Advertisement"]


@pytest.mark.parametrize(
    "line", ["Mayor regrets her comments", "The ferry company declined to comment.", "Other towns have bridges"]
)
def test_headings_of_the_report_are_no_headings_of_threads(line: str) -> None:
    """A headline or a sentence about comments opens no thread of them."""
    assert removed(f"{line}\n\n{BODY}") == {}
    assert removed(f"{BODY}\n\n{line}") == {}


@pytest.mark.parametrize("line", ["23 Comments", "View all comments", "(7) Comments"])
def test_a_thread_after_the_report_is_cut(line: str) -> None:
    """Under the heading of a thread all goes but sentences of another report."""
    assert kept(f"{BODY}\n\n{line}\n\nKaro Dun\n\nReply") == BODY


def test_a_list_that_ends_the_report_stays_on_a_pasted_page() -> None:
    """Names after the last sentence belong to the report, though menus and forms follow."""
    names = "Karo Dun, 41, of Tavo\n\nSela Mor, 7, of Dunmere\n\nIvo Tarn, 63, of Miren"
    text = f"Home\n\nSign in\n\nSearch\n\n{BODY}\n\n{names}\n\nShare this article\n\nMost read\n\nThree goats win a race\n\nPrivacy policy"
    assert kept(text) == f"{BODY}\n\n{names}"


def test_rules_of_dashes_cut_nothing_but_themselves() -> None:
    """Separators between parts of a report take no line of it with them."""
    text = f"Miren\n\n___\n\n{BODY}\n\n___\n\nKaro Dun\n\n---\n\nTavo"
    assert set(removed(text).values()) == {"separator"}


def test_a_long_sentence_with_a_button_at_its_end_stays() -> None:
    """A quoted message that ends on a call to subscribe is the report's."""
    line = (
        "The mayor wrote to all who live by the river that the bridge would stay closed until May, that the ferry would run every hour, "
        "that nobody would be asked to pay for it, and that she was sorry. SIGN UP FOR OUR NEWSLETTER — Ada Vell (@mayor) 4 March 2021."
    )
    assert removed(f"{BODY}\n\n{line}\n\nThe ferry is slow, she added on Tuesday.") == {}
