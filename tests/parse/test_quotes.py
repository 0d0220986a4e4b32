"""What holds of quotations found by their marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.parse.quotes import quotes


def spans_of(text: str) -> list[Span]:
    """Each line of `text` is a paragraph."""
    made, at = [], 0
    for line in text.split("\n"):
        made.append(Span(at, at + len(line)))
        at += len(line) + 1
    return made


def found(text: str) -> list[str]:
    """The quotations as printed, with their marks."""
    return [quote.span.of(text) for quote in quotes(text, spans_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "it is good" and left.', ['"it is good"']),
        ("“That’s fine,” she said.", ["“That’s fine,”"]),
        ("The workers’ party is ‘not amused’, he said.", ["‘not amused’"]),
        ("'It was the workers' choice,' he said.", ["'It was the workers' choice,'"]),
        ("„Nein“, «oui», 「はい」", ["„Nein“", "«oui»", "「はい」"]),
        ("A 5'10\" man don't know 'tis '90s music.", []),
        ("''It's a start,'' he said, ``but no more.''", ["''It's a start,''", "``but no more.''"]),
        ("”Wrong mark first,” he said.", ["”Wrong mark first,”"]),
    ],
)
def test_marks_pair_by_type_and_place(text: str, expected: list[str]) -> None:
    """Straight, curly, single, foreign and mistaken marks; apostrophes and inches open nothing."""
    assert found(text) == expected


def test_a_quotation_within_another_is_one_level_deeper() -> None:
    """“... ‘...’ ...” gives depths 1 and 2."""
    text = "“He told me ‘go away,’ and I went,” she said."
    assert [(q.span.of(text), q.depth) for q in quotes(text, spans_of(text))] == [
        ("“He told me ‘go away,’ and I went,”", 1),
        ("‘go away,’", 2),
    ]


def test_a_quotation_goes_on_where_the_next_paragraph_reopens_it() -> None:
    """It closes once, at its end."""
    text = "“First part.\n“Second part,” she said."
    first, second = quotes(text, spans_of(text))
    assert (first.closed, first.goes_on) == (False, True)
    assert (second.closed, second.goes_on) == (True, False)


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_quotation_broken_over_lines_goes_on_to_its_mark(marks: str) -> None:
    """The second line closes what the first opened, a line without marks stands within, and inner words lose no letter."""
    opening, closing = marks
    text = f"{opening}We are sorry.\nWe waited.\nWe left,{closing} she said.\n{opening}Go,{closing} he said."
    got = quotes(text, spans_of(text))
    assert [one.inner().of(text) for one in got] == ["We are sorry.", "We waited.", "We left,", "Go,"]
    assert [one.goes_on for one in got] == [True, True, False, False]


def test_a_mark_left_open_takes_no_later_quotation() -> None:
    """The next mark opens one of its own."""
    assert found('It was "a mess.\n"We left," she said.') == ['"a mess.', '"We left,"']


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    """A lost mark does not swallow the rest of the report."""
    text = 'He said "we will see\nThe rest is prose.'
    (quote,) = quotes(text, spans_of(text))
    assert quote.span.of(text) == '"we will see'
    assert not quote.closed


@given(st.text(alphabet="ab .,'\"“”‘’«»„\n😀", max_size=80))
@example('“\n\n"')
def test_any_marks_give_quotations_within_paragraphs(text: str) -> None:
    """Never an error, never over a paragraph's border, always in order."""
    paragraphs = spans_of(text)
    got = quotes(text, paragraphs)
    assert [q.span.start for q in got] == sorted(q.span.start for q in got)
    assert all(any(p.holds(q.span) for p in paragraphs) and q.span.start < q.span.end for q in got)


def test_time_is_linear_in_the_number_of_marks() -> None:
    """Ten times the unbalanced marks cost at most some twenty times as long."""

    def seconds(count: int) -> float:
        text = "\"a 'b “c ‘d " * count
        begun = time.process_time()
        quotes(text, [Span(0, len(text))])
        return time.process_time() - begun

    def least(count: int) -> float:
        return min(seconds(count) for _ in range(3))

    assert least(10_000) < 25 * max(least(1_000), 0.002)


def test_a_mark_with_blanks_on_both_sides_closes_what_a_paragraph_before_opened() -> None:
    """Old conversions part a closing mark from its full stop, and paragraphs within the quotation have no mark."""
    text = '"They do respect us.\nWe are respectful of them. "\nHe left.'
    assert found(text) == ['"They do respect us.', 'We are respectful of them. "']
    assert quotes(text, spans_of(text))[0].goes_on
