"""What a text says of its own origin: dates, writers, credits, datelines, outlet, and whose words it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.text import clean_text
from sayso.clean.text.stamps import habit, is_date_line

HEAD = "Bridge over the Tavo stays closed until May"
BODY = (
    "The mayor of Miren, Ada Vell, said on Monday that the bridge over the Tavo would stay closed until May.\n\n"
    "Divers of the council found cracks in two of its arches last week, she told reporters at the town hall.\n\n"
    "The ferry company said that it had not been asked about it, and that it owned only one boat."
)


def page(*lines: str) -> str:
    """Give a report with lines between its headline and its body."""
    return "\n\n".join([HEAD, *lines, BODY])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: Sat, 4 November 2023 14:05 GMT", "2023-11-04T14:05Z"),
        ("4 November 2023", "2023-11-04"),
        ("November 4th, 2023", "2023-11-04"),
        ("Posted on Nov. 4, 2023 at 2:05 pm", "2023-11-04T14:05"),
        ("2023-11-04 14:05:10 +03:30", "2023-11-04T14:05:10+03:30"),
        ("Date of publication: 13/11/2023", "2023-11-13"),
        ("11/13/2023", "2023-11-13"),
        ("04.11.2023", "2023-11-04"),
        ("Saturday 4 November 2023 | 12:05 am EST", "2023-11-04T00:05-05:00"),
        ("Last updated at Nov 04, 2023", "2023-11-04"),
        ("First published on 4 Nov 2023, updated 6 Nov 2023", "2023-11-04"),
    ],
)
def test_date_lines(line: str, value: str) -> None:
    """The date that a page prints of itself is read, and its line is furniture."""
    parts = clean_text(page(line))
    assert parts.published == value
    assert [row.why for row in parts.removed] == ["page date"]


def test_two_dates_are_two_claims() -> None:
    """What was published and what was changed are kept apart."""
    parts = clean_text(page("Published: 3 May 2021 Updated: 5 May 2021"))
    assert [(claim.what, claim.value) for claim in parts.claims if claim.what in {"published", "modified"}] == [
        ("published", "2021-05-03"),
        ("modified", "2021-05-05"),
    ]


def test_a_date_with_two_readings_is_refused() -> None:
    """Day and month that could be either give no date, and say so."""
    parts = clean_text(page("Published 05/06/2019"))
    assert parts.published is None
    assert [row.why for row in parts.refused] == ["05/06/2019: day and month could be either"]


def test_the_text_may_prove_its_habit() -> None:
    """Another date of the same text with a part above twelve settles which stands first."""
    assert (
        clean_text(page("Published 05/06/2019") + "\n\nThe works began on 23/04/2019, she said.").published
        == "2019-06-05"
    )
    assert (
        clean_text(page("Published 05/06/2019") + "\n\nThe works began on 04/23/2019, she said.").published
        == "2019-05-06"
    )


@given(st.dates(), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y", "%d.%m.%Y"]))
def test_every_day_is_read_as_printed(day: object, form: str) -> None:
    """A date printed in a plain form is that date."""
    if day.year < 1600 or day.year > 2200:  # type: ignore[attr-defined]
        return
    (stamp,) = is_date_line(day.strftime(form))  # type: ignore[attr-defined]
    assert stamp.value == day.isoformat()  # type: ignore[attr-defined]


def test_habit_needs_agreement() -> None:
    """A text that writes both ways proves nothing."""
    assert habit("23/04/2019 and 04/23/2019") is None


def test_a_date_glued_to_the_report() -> None:
    """Where a page lost the line break, the date is cut and the sentence kept."""
    text = "30 September 2016 Two divers were hurt at Miren on Friday, the police said."
    parts = clean_text(text)
    assert parts.published == "2016-09-30"
    assert [p.span.of(text) for p in parts.paragraphs] == ["Two divers were hurt at Miren on Friday, the police said."]


def test_a_sentence_that_begins_with_a_date_stays() -> None:
    """A date that is part of the sentence is no date line."""
    parts = clean_text("30 September 2016 was the day on which the bridge fell, the mayor said.")
    assert parts.removed == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Vell", "Ada Vell"),
        ("By Ada Vell and Karo Dun, Reuters", "Ada Vell and Karo Dun"),
        ("Ada Vell | Staff writer", "Ada Vell"),
        ("By Ada Vell, Karo Dun and Sela Mor", "Ada Vell, Karo Dun and Sela Mor"),
        ("Written by: Ada Vell", "Ada Vell"),
        ("By Ada Vell - 11/19/19 06:56 AM EST", "Ada Vell"),
        ("BY ADA VELL", "ADA VELL"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    """Who wrote it is read and the line cut."""
    parts = clean_text(page(line))
    assert parts.byline == names
    assert [row.why for row in parts.removed] == ["byline"]


def test_an_agency_in_a_byline_is_credited() -> None:
    """The agency beside the writers relays the report."""
    parts = clean_text(page("By Ada Vell and Karo Dun, Reuters"))
    assert [(credit.name, credit.kind) for credit in parts.credits] == [("Reuters", "byline")]


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("MIREN, 4 March (Reuters) - ", "MIREN", "4 March", "Reuters"),
        ("MIREN (AFP) – ", "MIREN", None, "Agence France-Presse"),
        ("[Miren] (AP) -- ", None, None, "Associated Press"),
        ("MIREN, SANA – ", "MIREN", None, "SANA"),
        ("MIREN: ", "MIREN", None, None),
        ("PORT TAVO, Ore. — ", "PORT TAVO, Ore.", None, None),
        ("Miren/Tavo, Feb. 8 (UPI) — ", "Miren/Tavo", "Feb. 8", "United Press International"),
        ("West Tavo(IP): ", "West Tavo", None, "Iran Press"),
        ("IRNA/ Miren: ", "Miren", None, "IRNA"),
    ],
)
def test_datelines(head: str, place: str | None, date: str | None, agency: str | None) -> None:
    """Place, date and agency of a dateline, which stays in the report."""
    text = f"{HEAD}\n\n{head}{BODY}"
    parts = clean_text(text)
    assert parts.dateline is not None
    assert text[parts.dateline.span.start : parts.dateline.span.end] == head
    if place:
        assert parts.dateline.place is not None
        assert parts.dateline.place.of(text) == place
    assert (parts.dateline.date.of(text) if parts.dateline.date else None) == date
    assert [credit.name for credit in parts.credits if credit.kind == "dateline"] == ([agency] if agency else [])
    assert parts.removed == ()


@pytest.mark.parametrize(
    "opening",
    [
        "The mayor - who is new - said on Monday that the bridge was closed.",
        "UPDATE: The bridge at Miren is open again, the mayor said on Monday.",
        "Ada Vell: I never said that the bridge was safe to walk on.",
        "Miren's bridge (built in 1904) - long a worry - was closed on Monday.",
        "Sea-level rise - a worry - was discussed in Miren on Monday.",
    ],
)
def test_sentences_that_are_no_datelines(opening: str) -> None:
    """A dash or a colon near the beginning makes no dateline."""
    assert clean_text(f"{HEAD}\n\n{opening}\n\n{BODY}").dateline is None


def test_speakers_of_a_dialogue_are_no_places() -> None:
    """Names in capitals before colons, again and again, are speakers."""
    text = "WARDEN: Who closed the bridge on Monday?\n\nMAYOR: I did it myself, and I would again.\n\nWARDEN: And the ferry, then?"
    assert clean_text(text).dateline is None


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("Source: IRNA", ["IRNA"]),
        ("SourceIRNA", ["IRNA"]),
        ("(Reuters)", ["Reuters"]),
        ("— AFP", ["Agence France-Presse"]),
        ("With inputs from PTI", ["Press Trust of India"]),
        ("(With Reuters and AFP)", ["Reuters", "Agence France-Presse"]),
        ("Source: Tavo News Service", ["Tavo News Service"]),
        ("Reporting by Ada Vell; Editing by Karo Dun", []),
        ("Ada Vell contributed to this report.", []),
    ],
)
def test_credit_lines(foot: str, names: list[str]) -> None:
    """The party that a credit line names; staff are none."""
    parts = clean_text(f"{HEAD}\n\n{BODY}\n\n{foot}")
    assert [credit.name for credit in parts.credits] == names
    assert [row.why for row in parts.removed] == ["credit"]


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        (" (Reuters)", ["Reuters"]),
        (" --Reuters", ["Reuters"]),
        ("-AFP", ["Agence France-Presse"]),
        (" (Source: Council of Miren)", ["Council of Miren"]),
        (" Reporting by Ada Vell; editing by Karo Dun", []),
    ],
)
def test_credits_at_the_end_of_the_last_paragraph(foot: str, names: list[str]) -> None:
    """A credit that ends the last paragraph is cut from it."""
    text = f"{HEAD}\n\n{BODY}{foot}"
    parts = clean_text(text)
    assert [credit.name for credit in parts.credits] == names
    assert parts.paragraphs[-1].span.of(text).endswith("one boat.")


def test_a_bracket_that_is_part_of_the_sentence_is_no_credit() -> None:
    """Words in brackets that say more than a name stay."""
    assert clean_text(f"{BODY} (Reuters first told of it in 2019.)").credits == ()


def test_an_agency_beside_own_staff_is_no_relay() -> None:
    """The words "with Agency" beside the outlet's own writer credits nobody."""
    assert clean_text(f"{page('By Ada Vell')}\n\n(With AFP)").credits == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEAD} | Miren Post\n\n{BODY}", "Miren Post"),
        (f"{HEAD} - Press TV\n\n{BODY}", "Press TV"),
        (f"{HEAD}\n\n{BODY}\n\n© 2019-2021 Miren Post Ltd. All rights reserved.", "Miren Post"),
        (f"{HEAD}\n\n{BODY}\n\nMiren Post - All rights reserved", "Miren Post"),
        (f"{HEAD}\n\nMIREN (AFP) - {BODY}", "Agence France-Presse"),
        (f"{HEAD}\n\nMiren – Asharq Al-Awsat – {BODY}", "Asharq Al-Awsat"),
    ],
)
def test_outlets(text: str, name: str) -> None:
    """The outlet is named by a title's ending, a copyright line, or the dateline; its spans say where."""
    parts = clean_text(text)
    assert parts.outlet is not None
    assert parts.outlet.name == name
    assert parts.outlet.spans
    assert parts.title == HEAD


def test_an_agencys_copyright_line_is_a_credit() -> None:
    """The agency that owns the text is not the outlet that prints it."""
    parts = clean_text(f"{HEAD}\n\n{BODY}\n\nCopyright 2021 The Associated Press. All rights reserved.")
    assert parts.outlet is None
    assert [(credit.name, credit.kind) for credit in parts.credits] == [("Associated Press", "credit")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Statement by the Minister of Roads, Karo Dun, on the bridge at Miren", "Minister of Roads, Karo Dun"),
        (
            "Statement attributable to the Spokesperson for the Council of Miren on the ferry",
            "Spokesperson for the Council of Miren",
        ),
        ("The following remarks were made by Ada Vell at the opening of the ferry on Monday:", "Ada Vell"),
        ("Text of President Sela Mor's speech to the council", "President Sela Mor"),
        ("Remarks by Ada Vell", "Ada Vell"),
        ("The following statement was issued today by the Council of Miren.", "Council of Miren"),
    ],
)
def test_whole_document_statements(line: str, name: str) -> None:
    """A line at the head that says whose words the document is."""
    text = f"{line}\n\nI thank the people of Miren. The bridge will open in May, and not a day later.\n\nUntil then we shall run a ferry."
    parts = clean_text(text)
    assert [(credit.name, credit.kind) for credit in parts.credits] == [(name, "statement")]
    assert parts.credits[0].span.of(text) == name


@pytest.mark.parametrize(
    "line",
    [
        "Statement by minister draws anger in Miren",
        "The following morning the bridge was closed by the mayor.",
        "Remarks of this kind are not rare in Miren, the mayor said on Monday.",
    ],
)
def test_reports_of_statements_are_no_statements(line: str) -> None:
    """A report about a statement is told by its outlet."""
    assert [credit for credit in clean_text(f"{line}\n\n{BODY}").credits if credit.kind == "statement"] == []


def test_a_head_that_lost_its_line_breaks() -> None:
    """Headline, agency, date and report on one line are told apart."""
    text = (
        "Two divers hurt at Miren AFP Saturday 16 Jul 2016 Two divers were hurt at Miren on Saturday, the police said."
    )
    parts = clean_text(text)
    assert [(p.kind, p.span.of(text)[:20]) for p in parts.paragraphs] == [
        ("headline", "Two divers hurt at M"),
        ("body", "Two divers were hurt"),
    ]
    assert parts.published == "2016-07-16"
    assert [(credit.name, credit.kind) for credit in parts.credits] == [("Agence France-Presse", "byline")]


@pytest.mark.parametrize(
    "opening",
    [
        "ALSO: The ferry at Miren is late.",
        "EDITOR’S NOTE: This report was changed.",
        "MOBILE USERS: Watch the film of the bridge.",
    ],
)
def test_labels_before_a_colon_are_no_places(opening: str) -> None:
    """Words in capitals that label a paragraph make no dateline."""
    assert clean_text(f"{HEAD}\n\n{opening}\n\n{BODY}").dateline is None


def test_a_time_before_its_date() -> None:
    """Some pages print the clock first."""
    assert clean_text(page("Updated 11:21 pm CST, Tuesday, November 19, 2019")).published == "2019-11-19T23:21"


@pytest.mark.parametrize(
    ("line", "names"),
    [("Miren Post Staff with AFP", []), ("AFP, Miren", ["Agence France-Presse"]), ("By Ada Vell with AFP", [])],
)
def test_agencies_in_lines_without_by(line: str, names: list[str]) -> None:
    """An agency alone relays the report; beside staff it does not."""
    parts = clean_text(page(line))
    assert [credit.name for credit in parts.credits] == names
    assert [row.why for row in parts.removed] == ["byline"]


def test_a_press_offices_letterhead() -> None:
    """The heading of a statement is its title, and its speaker is credited."""
    text = (
        "MINISTRY OF ROADS\nPress Office\n\nFOR IMMEDIATE RELEASE\n4 March 2021\n\n"
        "Statement by the Minister of Roads, Karo Dun, on the bridge\n\nThe bridge at Miren will open in May.\n\n###"
    )
    parts = clean_text(text)
    assert parts.title == "Statement by the Minister of Roads, Karo Dun, on the bridge"
    assert parts.published == "2021-03-04"
    assert [credit.name for credit in parts.credits] == ["Minister of Roads, Karo Dun"]
    assert [p.kind for p in parts.paragraphs] == ["headline", "body"]
