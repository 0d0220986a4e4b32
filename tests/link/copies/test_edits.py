"""What a copy made of its original: sentences, sources, doubts, figures and headlines."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.handmade import at, reading
from tests.link.making import telling

from sayso.link.copies.edits import edits
from sayso.link.copies.sentences import align, sentences
from sayso.link.copies.words import words_of
from sayso.model import Span

REST = "The ferry left Orlo at dawn with forty people and a bell. It was built at Velm nine years ago."


def kinds(before: str, after: str) -> list[str]:
    """The kinds of edits between two texts without rows."""
    return [edit.kind for edit in edits(reading(before), reading(after))]


@given(st.integers(0, 10**6), st.integers(1, 8))
@settings(max_examples=20, deadline=None)
def test_a_text_and_itself_differ_in_nothing(seed: int, number: int) -> None:
    """No edit where nothing was edited."""
    assert kinds(telling(seed, number), telling(seed, number)) == []


def test_a_sentence_may_be_added_cut_or_changed() -> None:
    """Each is told once, with its place."""
    first, second = telling(1, 1), telling(2, 1)
    assert kinds(REST, f"{REST} {first}") == ["added"]
    assert kinds(f"{second} {REST}", REST) == ["cut"]
    assert kinds(REST, REST.replace("nine years ago", "ten years back")) == ["changed"]


def test_sentences_in_another_order_are_kept() -> None:
    """To move a sentence is no edit of it."""
    assert kinds(telling(1, 4) + " " + REST, REST + " " + telling(1, 4)) == []


def test_an_edit_points_at_its_words() -> None:
    """The span is that of the sentence, in its own report."""
    added = telling(3, 1)
    after = f"{REST} {added}"
    (edit,) = edits(reading(REST), reading(after))
    assert edit.before == ()
    assert edit.after[0].of(after) == added.rstrip(".")


def test_a_source_that_is_gone_is_a_dropped_attribution() -> None:
    """What a witness told becomes what the outlet tells."""
    content = "the ferry struck the old quay at Miren in the dark"
    before, after = f"A witness said {content}. {REST}", f"On Friday {content}. {REST}"
    found = [
        edit
        for edit in edits(reading(before, said=(("A witness", "said", content),)), reading(after))
        if edit.kind != "changed"
    ]
    assert [edit.kind for edit in found] == ["attribution-dropped"]
    assert [span.of(before) for span in found[0].before] == ["said", "A witness"]
    assert "'A witness'" in found[0].why


def test_another_source_is_no_dropped_attribution() -> None:
    """The copy still says that somebody says so."""
    content = "the ferry struck the old quay at Miren in the dark"
    before, after = f"A witness said {content}. {REST}", f"A clerk said {content}. {REST}"
    first, second = (
        reading(text, said=((source, "said", content),)) for text, source in ((before, "A witness"), (after, "A clerk"))
    )
    assert [edit.kind for edit in edits(first, second)] == ["changed"]


def test_a_source_that_is_still_named_was_not_dropped() -> None:
    """Even where the reader of the copy found no attribution."""
    content = "the ferry struck the old quay at Miren in the dark"
    before, after = f"A witness said {content}. {REST}", f"On Friday, to hear a witness, {content}. {REST}"
    found = edits(reading(before, said=(("A witness", "said", content),)), reading(after))
    assert [edit.kind for edit in found] == ["changed"]


def test_a_bound_that_is_gone_is_a_dropped_hedge() -> None:
    """At least forty became forty."""
    before, after = (
        "At least 40 people died when the ferry sank off Velm.",
        "Some said 40 people died when the ferry sank off Velm.",
    )
    first = reading(before, figures=(("At least 40 people", 40, "at_least"),))
    second = reading(after, figures=(("40 people", 40, "exact"),))
    assert [edit.kind for edit in edits(first, second)] == ["changed", "hedge-dropped"]
    assert "hedge-dropped" not in [edit.kind for edit in edits(second, first)]


def test_a_word_of_doubt_that_is_gone_is_a_dropped_hedge() -> None:
    """Allegedly is not there any more."""
    before, after = (
        f"The pilot allegedly slept while the ferry drifted to Velm. {REST}",
        f"The pilot slept while the ferry drifted to Velm. {REST}",
    )
    found = edits(reading(before), reading(after))
    assert [edit.kind for edit in found] == ["changed", "hedge-dropped"]
    assert found[1].before == (at(before, "allegedly"),)


def test_another_value_is_a_changed_figure() -> None:
    """Both figures are pointed at."""
    before, after = (
        "In all 40 people died when the ferry sank off Velm.",
        "In all 44 people died when the ferry sank off Velm.",
    )
    first, second = (
        reading(text, figures=((f"{value} people", value, "exact"),)) for text, value in ((before, 40), (after, 44))
    )
    found = [edit for edit in edits(first, second) if edit.kind == "figure-changed"]
    assert [(edit.before, edit.after) for edit in found] == [((Span(7, 16),), (Span(7, 16),))]


def test_a_headline_without_its_texts_bound_is_stronger() -> None:
    """The text says at least, the headline says so many."""
    text = f"40 people die off Velm\n\nAt least 40 people died when the ferry sank. {REST}"
    rows = (("40 people", 40, "exact"), ("At least 40 people", 40, "at_least"))
    later = reading(text, title="40 people die off Velm", figures=rows)
    found = [edit for edit in edits(reading(text), later) if edit.kind == "headline-stronger"]
    assert [[span.of(text) for span in edit.after] for edit in found] == [["40 people", "At least 40 people"]]


def test_sentences_end_where_they_end() -> None:
    """Ranks, initials and decimals end none; a blank line does."""
    text = 'Gen. J. Abt left. "He was 4.5 hours late," she said. Was he?\n\nA new part'
    words = words_of(text)
    assert [words.span(first, last).of(text) for first, last in sentences(text, words)] == [
        "Gen. J. Abt left",
        'He was 4.5 hours late," she said',
        "Was he",
        "A new part",
    ]


def test_two_sentences_made_one_are_not_cut() -> None:
    """Both stand in the joined one."""
    first, second = (
        "Two bakers left Velm for Orlo by night. A nurse came with them on foot.",
        "Two bakers left Velm for Orlo by night and a nurse came with them on foot.",
    )
    a, b = words_of(first), words_of(second)
    found = align(a, sentences(first, a), b, sentences(second, b))
    assert (found.cut, found.added, len(found.changed)) == ((), (), 1)
