"""Contents that end where their clauses end."""

from __future__ import annotations

import pytest
from tests.extract.making import parsed as parsed_text

from sayso.extract.attributions.contents import finished
from sayso.extract.attributions.decoding import Candidate
from sayso.model import Span


def ended(text: str, cue: str, content: str, *others: str) -> str:
    """What becomes of a candidate's content; `others` are words that a second candidate has."""
    parsed = parsed_text(text)

    def spans(words: str) -> tuple[Span, ...]:
        at = text.index(words)
        return (Span(at, at + len(words)),)

    found = [Candidate((), spans(cue), spans(content), 0.9)]
    found += [Candidate((), spans(words), (), 0.9) for words in others]
    return " ".join(span.of(parsed.text) for span in finished(parsed, found)[0].content)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("the boat sank", "the boat sank in the harbour of Orlo"),
        ("the boat sank in the harbour", "the boat sank in the harbour of Orlo"),
        ("the boat sank in", "the boat sank in the harbour of Orlo"),
    ],
)
def test_what_hangs_on_a_content_and_follows_it_belongs_to_it(cut: str, whole: str) -> None:
    """A phrase that the reader broke off goes on to its end."""
    assert ended("Renn said the boat sank in the harbour of Orlo.", "said", cut) == whole


def test_no_content_takes_what_another_attribution_has() -> None:
    """A cue or a source that follows stays with its own row, and the word that leads on to it goes."""
    text = "Renn said the boat sank in the harbour according to the guard."
    assert ended(text, "said", "the boat sank in the harbour", "according to") == "the boat sank in the harbour"


def test_a_word_that_only_leads_on_is_no_part_of_a_content() -> None:
    """Of "the nets which" the pronoun goes, where its clause is somebody else's."""
    text = "Renn criticised the use of nets which they say kill dolphins."
    assert ended(text, "criticised", "the use of nets which", "say") == "the use of nets"


@pytest.mark.parametrize("content", ["them she had seen no flare", "she had seen no flare"])
def test_who_is_told_is_no_part_of_what_is_told(content: str) -> None:
    """A clause that follows the hearer begins the content."""
    assert ended("Renn told them she had seen no flare.", "told", content) == "she had seen no flare"


def test_what_is_asked_of_somebody_keeps_its_words() -> None:
    """Only before a clause with a subject of its own is an object the hearer."""
    assert ended("Renn told the story of the flood.", "told", "the story of the flood") == "the story of the flood"


def test_whom_a_passive_tells_of_belongs_to_the_content() -> None:
    """Of "the baby is expected to live" nobody's words are "to live" alone."""
    assert ended("The baby is expected to live.", "is expected", "to live") == "The baby to live"


def test_a_number_that_the_cue_gives_belongs_to_the_content() -> None:
    """Without it nobody would know at what the toll is put."""
    text = "The ministry put the death toll at 40 on Monday."
    assert ended(text, "put", "the death toll") == "the death toll at 40"
    assert ended("The ministry put the plan on the table.", "put", "the plan") == "the plan"


def test_a_day_behind_the_hearer_is_no_part_of_what_is_told() -> None:
    """What is told begins at the word that joins it."""
    text = "Renn told the guard in early March that she had seen no flare."
    content = "the guard in early March that she had seen no flare"
    assert ended(text, "told", content) == "she had seen no flare"


def test_a_clause_that_breaks_off_goes_on() -> None:
    """A content that ends in the subject of a clause has the whole of it."""
    text = "Renn believed her son was asleep and that he had left the lamp alight."
    whole = "her son was asleep and that he had left the lamp alight"
    assert ended(text, "believed", "her son was asleep and that he had") == whole


def test_a_clause_gets_its_subject_back() -> None:
    """Words right before a content's verb that are its subject, and nobody else's, belong to it."""
    text = "The Renland Army have taken the bridge at Orlo, local media reported on Monday."
    assert ended(text, "reported", "have taken the bridge at Orlo").startswith("The Renland Army have taken")
