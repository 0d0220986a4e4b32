"""What stands above and before a report's first sentence: mastheads, dates in company, datelines, glued headlines."""

from __future__ import annotations

import pytest

from sayso.clean.text import clean_text

HEAD = "Bridge over the Tavo stays closed until May"
BODY = (
    "The mayor of Miren, Ada Vell, said on Monday that the bridge over the Tavo would stay closed until May.\n\n"
    "Divers of the council found cracks in two of its arches last week, she told reporters at the town hall.\n\n"
    "The ferry company said that it had not been asked about it, and that it owned only one boat."
)


@pytest.mark.parametrize(
    ("line", "name", "printed"),
    [
        ("The Miren Post", "The Miren Post", "The Miren Post"),
        ("THE MIREN POST", "The Miren Post", "THE MIREN POST"),
        ("Tavo News Network (English Service)", "Tavo News Network", "Tavo News Network"),
        ("MST - Miren State Television", "Miren State Television", "Miren State Television"),
        ("MRB NEWS", "MRB NEWS", "MRB NEWS"),
        ("Ministry of Roads", "Ministry of Roads", "Ministry of Roads"),
        ("Press TV", "Press TV", "Press TV"),
    ],
)
def test_a_masthead_names_the_outlet(line: str, name: str, printed: str) -> None:
    """The line above the headline is the outlet's name, no part of the report, and not its title."""
    text = f"{line}\n5 March 2021\n\n{HEAD}\n\n{BODY}"
    parts = clean_text(text)
    assert parts.title == HEAD
    assert parts.outlet is not None
    assert parts.outlet.name == name
    assert [span.of(text) for span in parts.outlet.spans] == [printed]
    assert [row.why for row in parts.removed] == ["masthead", "page date"]


@pytest.mark.parametrize(
    "text",
    [
        f"Blast in Miren\n\n{HEAD}\n\n{BODY}",
        f"Miren opens its Post\n\n{BODY}",
        f"The Miren Post\n\n{BODY}",
        f"Mayor: no comment to the Post\n\n{HEAD}\n\n{BODY}",
        f"Bridge 2 Press\n\n{HEAD}\n\n{BODY}",
        f"Submit News\n\n{HEAD}\n\n{BODY}",
    ],
)
def test_other_lines_are_no_mastheads(text: str) -> None:
    """Without a word for a medium or a body, or without a headline below, the first line is no masthead."""
    parts = clean_text(text)
    assert parts.outlet is None
    assert "masthead" not in [row.why for row in parts.removed]


def test_a_letterhead_below_the_words_press_release() -> None:
    """What kind of paper it is may stand above the letterhead."""
    parts = clean_text(f"FOR IMMEDIATE RELEASE\nMinistry of Roads\nMiren, 5 March 2021\n\n{HEAD}\n\n{BODY}")
    assert parts.outlet is not None
    assert (parts.outlet.name, parts.title, parts.published) == ("Ministry of Roads", HEAD, "2021-03-05")


@pytest.mark.parametrize(
    "day",
    ["Miren, 5 March 2021", "Miren, Friday, 21 Rajab 1442 (5 March 2021)", "Miren, 15 Esfand 1399 AP (5 March 2021)"],
)
@pytest.mark.parametrize("department", ["", "Directorate of Bridges\n"])
def test_a_ministrys_numbered_statement(day: str, department: str) -> None:
    """Its number stands below the letterhead and the day, whatever calendar goes first; a department is not whose it is."""
    parts = clean_text(f"MINISTRY OF ROADS\n{department}{day}\n\nStatement No. 12: Correction\n\n{BODY}")
    assert parts.outlet is not None
    assert (parts.outlet.name, parts.published) == ("Ministry of Roads", "2021-03-05")
    assert parts.title == "Statement No. 12: Correction"
    assert [credit.kind for credit in parts.credits] == ["statement"]


@pytest.mark.parametrize(
    ("line", "outlet"), [("Blue Bridge Society, 5 March 2021", "Blue Bridge Society"), ("Miren, 5 March 2021", None)]
)
def test_who_releases_and_when_in_one_line(line: str, outlet: str | None) -> None:
    """Below the words "press release" a body's name before the day is whose release it is; a place's is not."""
    parts = clean_text(f"PRESS RELEASE\nFor immediate release\n{line}\n\n{HEAD}\n\n{BODY}")
    assert (parts.outlet and parts.outlet.name, parts.published) == (outlet, "2021-03-05")


def test_a_letterhead_and_the_day_of_a_speech() -> None:
    """A statement is published by the body on its letterhead, on the day on which its heading says it was made."""
    text = (
        "COUNCIL OF MIREN\nPress Office\n\nThe following remarks were made by Karo Dun, clerk of the council, at the "
        "ferry in Miren on Friday, 5 March 2021.\n\nFriends, the ferry will run again. Nobody shall wait for it.\n\n"
        "For more information: press@miren.example"
    )
    parts = clean_text(text)
    assert parts.outlet is not None
    assert (parts.outlet.name, parts.title, parts.published) == ("Council of Miren", None, "2021-03-05")
    assert [row.why for row in parts.removed] == ["masthead", "press release", "press release"]


@pytest.mark.parametrize(
    "line",
    [
        "Miren, 5 March 2021",
        "Port Tavo, Friday, March 5, 2021",
        "World | Friday 5 March 2021",
        "5 March 2021 | Coast | 2 comments",
        "Harbour · March 5, 2021",
    ],
)
def test_a_date_beside_a_section(line: str) -> None:
    """A line of a section and a date is a date line."""
    parts = clean_text(f"{HEAD}\n\n{line}\n\n{BODY}")
    assert parts.published == "2021-03-05"
    assert [row.why for row in parts.removed] == ["page date"]


def test_a_writer_beside_a_date_is_a_byline() -> None:
    """A name and a date parted by a stroke are writer and date."""
    parts = clean_text(f"{HEAD}\n\nBy Ada Vell | 5 March 2021\n\n{BODY}")
    assert (parts.byline, parts.published) == ("Ada Vell", "2021-03-05")


def test_a_situation_reports_head() -> None:
    """The date with a remark in brackets dates the report and stays, and the title is the line below the place."""
    text = (
        "TAVO RELIEF\nTavo: Miren\nFlood Report No. 3\n5 March 2021 (data as of 4 March)\n\nHIGHLIGHTS\n\n"
        "- At least 12 people have been hurt at Miren since 1 March, according to the council."
    )
    parts = clean_text(text)
    assert (parts.title, parts.published) == ("Flood Report No. 3", "2021-03-05")
    assert "5 March 2021 (data as of 4 March)" in [row.span.of(text) for row in parts.paragraphs]


def test_a_pasted_weblog_keeps_its_headline() -> None:
    """Under the weather and the menu the headline that stands alone is no weather, though it shares but one word."""
    text = (
        "Ferry Notes\nHome\nAbout\nContact\nSearch this site\n\n12.4 C\nMiren\nFriday, March 5, 2021\n\n"
        "The Orla: all that we have heard\n\nPosted by admin\n\nShare on Facebook\nTweet\n\n"
        "The Orla, with 30 people on board, ran aground this afternoon near the breakwater of Miren in thick fog.\n\n"
        "The council says that all of them were brought to the shore, and that nobody had to go to hospital."
    )
    parts = clean_text(text)
    assert parts.title == "The Orla: all that we have heard"
    assert parts.outlet is not None
    assert parts.outlet.name == "Ferry Notes"
    assert [row.span.of(text) for row in parts.removed if row.why == "weather"] == ["12.4 C", "Miren"]
    assert [row.span.of(text) for row in parts.removed if row.why == "byline"] == ["Posted by admin"]
    assert parts.published is None


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("MIREN, Tavo, March 5 (Corvin) - ", "Corvin"),
        ("MIREN (Corvin News) — ", "Corvin News"),
        ("Miren, 5 March (Corvin) – ", "Corvin"),
    ],
)
def test_an_unknown_agency_in_a_dateline(head: str, agency: str) -> None:
    """A name in brackets after a date, or after a place in capitals, is an agency even if nobody knows it."""
    parts = clean_text(f"{HEAD}\n\n{head}{BODY}")
    assert [(credit.name, credit.kind) for credit in parts.credits] == [(agency, "dateline")]


@pytest.mark.parametrize("head", ["MIREN (Canada) - ", "PORT TAVO (Ore.) - ", "Miren (the old town) - "])
def test_a_country_in_brackets_is_no_agency(head: str) -> None:
    """A country or a state in brackets says where the place lies."""
    assert clean_text(f"{HEAD}\n\n{head}{BODY}").credits == ()


def test_the_datelines_agency_may_stand_again_at_the_end() -> None:
    """A last line of nothing but the agency's name in brackets is a credit."""
    parts = clean_text(f"The Miren Post\n\n{HEAD}\n\nMIREN, 5 March (Corvin) - {BODY}\n\n(Corvin)")
    assert [(credit.name, credit.kind) for credit in parts.credits] == [("Corvin", "dateline"), ("Corvin", "credit")]
    assert [row.why for row in parts.removed] == ["masthead", "credit"]
    assert parts.outlet is not None
    assert parts.outlet.name == "The Miren Post"


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Corvin/ Miren: ", "Miren"),
        ("Corvin/ Tavo Affairs Desk: ", None),
        ("Geneva Press/\u00a0West Miren:\u00a0 ", "West Miren"),
        ("GENEVA ", "GENEVA"),
        ("MIREN - 5 March 2021 - ", "MIREN"),
    ],
)
def test_other_forms_of_datelines(head: str, place: str | None) -> None:
    """A name, a stroke, a blank and a place; and a city of datelines in capitals that lost its dash."""
    text = f"{HEAD}\n\n{head}{BODY}"
    parts = clean_text(text)
    assert parts.dateline is not None
    assert parts.dateline.span.of(text) == head
    assert (parts.dateline.place.of(text) if parts.dateline.place else None) == place


@pytest.mark.parametrize(
    "opening",
    [
        "MIREN The mayor said on Monday that the bridge would stay closed until May.",
        "GENEVA is where the mayor of Miren said on Monday that she would go.",
        "Men/Women: The mayor of Miren said on Monday that the baths would be open to all.",
        "Update/ Miren: The mayor said on Monday that the bridge would stay closed until May.",
    ],
)
def test_what_only_looks_like_these(opening: str) -> None:
    """Capitals that are no city of datelines, a word in small letters behind, and labels make no dateline."""
    assert clean_text(f"{HEAD}\n\n{opening}\n\n{BODY}").dateline is None


def test_no_paragraph_holds_a_dateline() -> None:
    """A paragraph begins behind its dateline, the second one's too; the words stay in the report."""
    text = f"{HEAD}\n\nMIREN, 5 March (Corvin) - {BODY}"
    text = text.replace("Divers of", "Corvin/ Miren: Divers of")
    parts = clean_text(text)
    assert [row.span.of(text)[:10] for row in parts.paragraphs[1:3]] == ["The mayor ", "Divers of "]
    assert [span.of(text) for span in parts.datelines] == ["MIREN, 5 March (Corvin) - ", "Corvin/ Miren: "]
    assert parts.removed == ()


@pytest.mark.parametrize(
    ("prefix", "why"), [("", []), ("5 March 2021 ", ["page date"]), ("Posted on March 5 2021 by Ada Vell ", ["byline"])]
)
def test_a_headline_glued_to_the_first_sentence(prefix: str, why: list[str]) -> None:
    """Where a page says its headline again before the first sentence, the sentence begins behind it."""
    text = f"{HEAD}\n\n{prefix}{HEAD} . {BODY}"
    parts = clean_text(text)
    assert [(row.kind, row.span.of(text)[:10]) for row in parts.paragraphs[:3]] == [
        ("headline", "Bridge ove"),
        ("headline", "Bridge ove"),
        ("body", "The mayor "),
    ]
    assert [row.why for row in parts.removed] == why
    assert parts.published == ("2021-03-05" if prefix else None)


def test_a_long_headline_is_known_by_being_said_again() -> None:
    """A headline as long as a sentence is one where the next paragraph begins with it."""
    long = "Four people hurt including a child and 25 others cold in a ferry at Miren in the fog and at Port Tavo in the rain"
    parts = clean_text(f"{long}\n\n5 March 2021 {long} . {BODY}")
    assert (parts.title, parts.published) == (long, "2021-03-05")


def test_the_outlet_in_a_headline_is_cut() -> None:
    """What the title ends with is the site's name, and no word of the headline."""
    text = f"{HEAD} | Miren Post\n\n{BODY}"
    parts = clean_text(text)
    assert [row.span.of(text) for row in parts.removed] == ["| Miren Post"]
    assert parts.paragraphs[0].span.of(text) == HEAD


def test_a_section_behind_a_headline_is_no_outlet() -> None:
    """A word of menus behind a stroke is cut from the headline and publishes nothing."""
    parts = clean_text(f"{HEAD} | Commentary\n\n{BODY}\n\nCopyright notice")
    assert (parts.title, parts.outlet) == (HEAD, None)


def test_other_lines_may_not_stand_below_a_weblogs_headline() -> None:
    """A line among others above the report is no headline for one word in common."""
    text = (
        "Home\nAbout\nContact\nSearch this site\n\nA bridge for the weekend and beyond\n\nEleven soups\n\nTweet\n\n"
        "The Orla, with 30 people on board, ran aground this afternoon near the bridge of Miren in thick fog.\n\n"
        "The council says that all of them were brought to the shore, and that nobody had to go to hospital."
    )
    assert clean_text(text).title is None


def test_a_date_below_a_headline_that_ends_on_a_small_word() -> None:
    """A date line is no second half of the headline above it."""
    parts = clean_text(f"Mayor of Miren sworn in\n2021-03-05\n\n{BODY}")
    assert (parts.title, parts.published) == ("Mayor of Miren sworn in", "2021-03-05")


@pytest.mark.parametrize("button", ["", " Twitter", " Facebook Twitter Email"])
def test_buttons_behind_a_credit(button: str) -> None:
    """Names of buttons after a bracketed source do not hide it."""
    text = f"{HEAD}\n\n{BODY} (Source: Council of Miren){button}"
    parts = clean_text(text)
    assert [credit.name for credit in parts.credits] == ["Council of Miren"]
    assert parts.paragraphs[-1].span.of(text).endswith("one boat.")


@pytest.mark.parametrize("line", ["Bridge at Miren fell in the night, two hurt: police", "Bridge unsafe: mayor"])
def test_a_headline_may_end_on_its_source(line: str) -> None:
    """A headline that names its source behind a colon is a headline."""
    text = f"{line}\n\n{BODY}"
    parts = clean_text(text)
    assert (parts.title, parts.paragraphs[0].kind) == (line, "headline")


@pytest.mark.parametrize(
    "note", [" – English edition", " (English edition)", " | International edition", " [in English]"]
)
def test_a_note_of_the_edition_makes_any_name_a_masthead(note: str) -> None:
    """A name without a word for a medium is the outlet where a note says which edition it is."""
    parts = clean_text(f"Le Tavard{note}\n\n{HEAD}\n\n{BODY}")
    assert parts.outlet is not None
    assert (parts.outlet.name, parts.title) == ("Le Tavard", HEAD)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Norr: Flood Situation Report No. 8\nAs of 5 March 2021", "2021-03-05"),
        ("Flood in Norr\nPublished 6 March 2021\nAs of 5 March 2021", "2021-03-06"),
        ("Norr Situation Report No. 8, as of 5 March 2021", "2021-03-05"),
        (f"{HEAD}\n\nAs of 5 March 2021, the bridge at Miren was shut, the council said on the same day.", None),
    ],
)
def test_the_day_until_which_a_paper_holds_dates_it(head: str, day: str | None) -> None:
    """A line of its own says it, where no line says when the paper was published; a sentence does not."""
    assert clean_text(f"{head}\n\n{BODY}").published == day
