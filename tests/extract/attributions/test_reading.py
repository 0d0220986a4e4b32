"""What the whole extractor holds true on reports of our own, with the shipped model."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.extract.attributions import extract
from sayso.model import Attribution, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph


def read(*paragraphs: str, headline: bool = False) -> tuple[str, tuple[Attribution, ...]]:
    """The attributions of a report of `paragraphs`, the first of which may be its headline."""
    text, spans = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    kinds = ["headline" if headline and not i else "body" for i in range(len(spans))]
    cleaned = Cleaned(report, (), tuple(Paragraph(s, k) for s, k in zip(spans, kinds, strict=True) if s.end > s.start))  # type: ignore[arg-type]
    return text, extract(parse(cleaned))


def parts(rows: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    """Source, cue and content as printed."""
    return [(r.source.text if r.source else "", r.cue.text if r.cue else "", r.content.text) for r in rows]


def test_a_plain_report_of_speech() -> None:
    """Source, cue and content, "that" in none of them."""
    _, rows = read("Harbour master Ilva Tarn said on Monday that the ferry had been overloaded.")
    assert parts(rows) == [("Harbour master Ilva Tarn", "said", "the ferry had been overloaded")]
    assert (rows[0].mode, rows[0].act, rows[0].kind) == ("indirect", "assert", "speech")


def test_a_broken_quotation_is_one_attribution_with_two_spans() -> None:
    """Both halves keep their marks."""
    _, rows = read('"The road is closed," the mayor said, "and it will stay closed until spring."')
    assert len(rows) == 1
    assert [span.end - span.start for span in rows[0].content.spans] == [21, 39]
    assert rows[0].mode == "direct"


def test_a_quotation_over_two_paragraphs_is_one_attribution() -> None:
    """It reopens in the second paragraph and closes once."""
    _, rows = read(
        "The governor, Sel Aram, said: “We have lost the bridge and the mill.",
        "“We have not lost the town, and we shall not lose it.”",
    )
    assert len(rows) == 1
    assert len(rows[0].content.spans) == 2


def test_saying_nothing_gives_no_row() -> None:
    """The outlet's own voice."""
    _, rows = read("The ministry declined to comment on the report.")
    assert not [row for row in rows if row.cue and "declined" in row.cue.text]


def test_a_headline_with_a_colon_names_its_source() -> None:
    """Without a cue."""
    _, rows = read("Four hurt in Kesh ferry fire: police", headline=True)
    assert parts(rows) == [("police", "", "Four hurt in Kesh ferry fire")]


def test_a_place_before_a_headlines_colon_is_no_source() -> None:
    """It says where, as the report's own words show."""
    _, rows = read("Kesh: 23 dead in market fire", "A fire broke out in Kesh before dawn.", headline=True)
    assert "Kesh" not in [source for source, _, _ in parts(rows)]
    _, rows = read("Chaos in Kesh: 23 dead in market fire", "A fire broke out before dawn.", headline=True)
    assert not rows
    _, rows = read("Kesh: 23 dead in market fire", "OLD HARBOUR, Kesh, March 4 - A fire broke out.", headline=True)
    assert "Kesh" not in [source for source, _, _ in parts(rows)]


def test_a_quotation_signed_with_a_dash_has_its_signature_as_source() -> None:
    """Readers' letters and collections of voices print them so."""
    _, rows = read("“The harbour was all we had, and they sold it to strangers.” ― Mirel Oda")
    assert parts(rows)[0][0] == "Mirel Oda"


def test_a_content_that_is_itself_an_attribution_gives_a_row_of_its_own() -> None:
    """Stacked sources: the inner speaker's words are marked within the outer's."""
    _, rows = read("According to Radio Oru, the Harbour Party called on dockers to stop work.")
    assert ("the Harbour Party", "called on", "dockers to stop work") in parts(rows)


def test_titles_and_scare_quotes_are_not_speech() -> None:
    """Short or capitalised quotations give no row by rule."""
    _, rows = read('The "peace camp" was cleared on Friday, and "The Long Road to Oru" opened in Kesh.')
    assert not rows


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7 8 9 10",
        "ALL CAPITALS SAID THE MAYOR",
        "“" * 300,
        "”''\"‘" * 100,
        "שלום said עולם",
        "😀 said “😀” 😀.",
        "a" * 5_000,
    ],
)
def test_odd_text_is_read_without_error(text: str) -> None:
    """Spans lie in the text and are its words."""
    whole, rows = read(text)
    for row in rows:
        assert row.content.text == " ".join(span.of(whole) for span in row.content.spans)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ['"I see,"', "said", "Mayor Tarn", "😀", "that", "“", "”", "the sea", "\u200f", "e\u0301", "."]
        ),
        max_size=30,
    )
)
def test_spans_are_exact_whatever_the_characters(words: list[str]) -> None:
    """Code points, astral and combining ones too."""
    whole, rows = read(" ".join(words))
    for row in rows:
        for passage in (row.source, row.cue, row.content):
            if passage:
                assert passage.text == " ".join(span.of(whole) for span in passage.spans)


def test_the_same_report_reads_the_same_beside_any_other() -> None:
    """No batch mates: int8 scales are those of the report's own windows."""
    report = "Aid workers told the radio that two camps lack water. “It is hot,” one said."
    _, alone = read(report)
    read("The sea is calm, the ministry said, and boats may sail.")
    _, again = read(report)
    assert alone == again


@pytest.mark.slow
def test_time_is_linear_in_length() -> None:
    """Ten times the text costs at most some eleven times as long, one endless sentence included.

    The least of four counts, for a busy machine only ever adds.
    """

    def seconds(count: int) -> float:
        begun = time.process_time()
        read("the mayor said that it rained and the baker said that it snowed and " * count)
        return time.process_time() - begun

    seconds(10)
    assert min(seconds(1_000) / seconds(100) for _ in range(4)) < 13


def test_a_no_within_the_words_silences_nobody() -> None:
    """What is answered in quotation marks is said, whatever the syntax makes of its "not"."""
    _, rows = read('"Are we where we need to be? Probably not," Ms. Rell said. "Are we on the way? Absolutely."')
    assert [(row.source.text, row.cue.text) for row in rows if row.source and row.cue] == [("Ms. Rell", "said")]
    assert len(rows[0].content.spans) == 2


def test_when_it_was_said_is_no_part_of_what_was_said() -> None:
    """A day between the cue and its "that" belongs to the telling."""
    _, rows = read("The port office announced on Wednesday that the ferry would not sail.")
    assert [row.content.text for row in rows] == ["the ferry would not sail"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Ilda Varo says, "Do not do it," until shots are heard.', ('"Do not do it,"',)),
        ("“He loves us,” Ilda Varo said, and soon, the balloons were dropping.", ("“He loves us,”",)),
        ("\"They call it 'Orun outreach,' \" Ilda Varo told the group.", ("\"They call it 'Orun outreach,' \"",)),
    ],
)
def test_a_quotation_ends_where_its_sentence_goes_on_to_tell(text: str, content: tuple[str, ...]) -> None:
    """What stands behind the marks, or behind the cue, is the outlet's."""
    row = sayso.read_text(text).attributions[0]
    assert tuple(span.of(text) for span in row.content.spans) == content


def test_what_tells_a_deed_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bar is for deeds alone: however low it is, what is said stays."""
    text = ("A spokeswoman was visibly upset by the child's death, residents said on Monday.",)
    monkeypatch.setattr("sayso.extract.attributions.evidence.MOST", 99.0)
    assert any(cue.endswith("upset by") for _, cue, _ in parts(read(*text)[1]))
    monkeypatch.setattr("sayso.extract.attributions.evidence.MOST", -2.0)
    assert [cue for _, cue, _ in parts(read(*text)[1])] == ["said"]


def test_a_name_between_commas_belongs_to_the_source_before_it() -> None:
    """Who "according to his wife, Amanda, he fell" fell is not called Amanda."""
    _, rows = read("According to his wife, Amanda, Ostrand fell from the pier.")
    assert parts(rows) == [("his wife, Amanda", "According to", "Ostrand fell from the pier")]


def test_a_quotation_broken_over_lines_has_one_speaker() -> None:
    """Whoever says its last line says its first."""
    _, rows = read(
        '"This is a regrettable step to protect the harbour.',
        'We can not afford a collapse," said Stefan Harl, the mayor.',
    )
    assert [(r.source.text if r.source else None, len(r.content.spans)) for r in rows] == [
        ("Stefan Harl, the mayor", 2)
    ]


def test_the_end_of_a_name_is_no_cue() -> None:
    """A capital in running text tells a name from a verb."""
    _, rows = read("Omar bin Said, the long-serving sultan of Lunam, died on Friday aged 79.")
    assert rows == ()
    _, rows = read("Governor Ilse Renn Says Boats May Sail")
    assert [row.cue.text for row in rows if row.cue] == ["Says"]


@pytest.mark.parametrize(
    "label", ["Mayor", "Witness", "Ministry", "Governor of Norr", "Karo Dun, mayor", "Spokesman for the army"]
)
def test_a_label_before_a_quotation_names_its_speaker(label: str) -> None:
    """A role, a body or a name before a colon says whose words stand behind it in quotation marks, few as they may be."""
    for words in ('"They waited for the people to come."', '"I saw nothing."'):
        _, rows = read("Shells fell on the queue.", f"{label}: {words}")
        assert [(r.source and r.source.text, r.cue, r.content.text) for r in rows] == [(label, None, words)]


@pytest.mark.parametrize("label", ["Kesh", "Note", "The plan has two parts", "Title"])
def test_other_labels_name_nobody(label: str) -> None:
    """A place, a word for a part of the text and a clause are no speakers."""
    _, rows = read("Shells fell on the queue in Kesh.", f'{label}: "They waited for the people to come."')
    assert [row.source for row in rows] in ([], [None])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Nine are hurt, two of them children, local media report, citing the mayor.",
            "local media the mayor",
            "report",
            "Nine are hurt, two of them children",
        ),
        (
            "As reported by the newspaper Kesh Post, citing a source in the army, the march will end on May 1.",
            "the newspaper Kesh Post a source in the army",
            "As reported by",
            "the march will end on May 1",
        ),
        (
            "According to the newspaper Kesh Post, citing a source in the army, the march will end on May 1.",
            "the newspaper Kesh Post a source in the army",
            "According to",
            "the march will end on May 1",
        ),
    ],
)
def test_a_medium_that_cites_somebody_tells_the_clause(text: str, source: str, cue: str, content: str) -> None:
    """Who is cited stands in the source beside the medium."""
    _, rows = read(text)
    assert [(r.source and r.source.text, r.cue and r.cue.text, r.content.text) for r in rows] == [
        (source, cue, content)
    ]


@pytest.mark.parametrize("source", ["general staff", "mayor's office", "Air Force command", "border guard"])
def test_small_letters_behind_a_headlines_colon_name_a_source(source: str) -> None:
    """The last word tells that somebody speaks."""
    _, rows = read(f"Four hurt in Kesh ferry fire: {source}", headline=True)
    assert [row.source and row.source.text for row in rows] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The army holds Kesh; reports of its capture are not true.",
        "The army left Kesh on Monday. Rumours of its fall are untrue.",
        "The governor stayed in the town, and claims that he fled are baseless.",
    ],
)
def test_what_its_own_sentence_calls_false_is_nobodys_words(text: str) -> None:
    """The reports of which the clause says that they are false are not those of the subject before."""
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    "text", ["The army's reports of a victory are false.", "Claims by the mayor that it fell are untrue."]
)
def test_false_words_that_have_an_owner_are_the_owners(text: str) -> None:
    """Somebody said so, false or not."""
    assert [row.source is not None for row in read(text)[1]] == [True]


@pytest.mark.parametrize(
    ("headline", "rows"),
    [
        ("Commander of missile brigade notified of suspicion", []),
        ("Council informed of the cost of the bridge", []),
        ("Residents told to leave Kesh", [(None, "told", "demand")]),
        ("Minister asked to resign over the bridge", [(None, "asked", "demand")]),
        ("Union told its members to strike", [("Union", "told", "demand")]),
        ("Mayor told reporters the bridge is safe", [("Mayor", "told", "assert")]),
    ],
)
def test_who_is_told_in_a_headline_does_not_speak(headline: str, rows: list[tuple[str | None, str, str]]) -> None:
    """A participle without an object makes its subject the one spoken to."""
    found = read(headline, "The town was shelled on Monday.", headline=True)[1]
    assert [(r.source and r.source.text, r.cue and r.cue.text, r.act) for r in found] == rows
