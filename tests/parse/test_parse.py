"""What holds of the arrays that parsing gives."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Report, Span
from sayso.parse import lemma, parse
from sayso.stages import Cleaned, Paragraph, Parsed


def parsed(text: str, *spans: tuple[int, int]) -> Parsed:
    """`text` parsed as one paragraph, or as those given."""
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    paragraphs = tuple(Paragraph(Span(*s)) for s in spans or [(0, len(text))])
    return parse(Cleaned(report, (), paragraphs))


def test_tokens_stand_where_the_text_has_them() -> None:
    """White space runs, wrapped lines and no-break spaces shift nothing."""
    text = 'Mayor  Ana\nRell\u00a0said: "No."'
    got = parsed(text)
    assert got.words == ("Mayor", "Ana", "Rell", "said", ":", '"', "No", ".", '"')
    assert [text[s:e] for s, e in zip(got.starts, got.ends, strict=True)] == list(got.words)


def test_a_sentence_never_crosses_a_paragraph() -> None:
    """Each paragraph begins a sentence, and heads stay within it."""
    text = "The mayor of Oru said\n\nno one left the town."
    got = parsed(text, (0, 21), (23, len(text)))
    assert 5 in got.sentences
    assert all(got.paragraph[token] == got.paragraph[head] for token, head in enumerate(got.heads))


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    """The same report parsed twice, with another between, gives the same arrays."""
    one = parsed("Four ferries left the port of Kesh on Monday, the ministry said.")
    parsed("Something else.")
    two = parsed("Four ferries left the port of Kesh on Monday, the ministry said.")
    assert (one.tags, one.deps, one.entities) == (two.tags, two.deps, two.entities)
    assert one.heads.tolist() == two.heads.tolist()


def test_lemmas_of_irregular_and_regular_words() -> None:
    """Exceptions come before rules, and unknown words stay."""
    assert [lemma(w, "verb") for w in ("said", "denied", "told", "claims")] == ["say", "deny", "tell", "claim"]
    assert [lemma(w, "noun") for w in ("children", "buses", "people")] == ["child", "bus", "people"]
    assert lemma("Zorblax", "noun") == "zorblax"


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from('ab .,"\n\t\u00a0\u2003é😀\u05d0“”9'), max_size=60))
def test_tokens_cover_every_printed_character_once(text: str) -> None:
    """In order, without overlap, white space alone left out."""
    got = parsed(text)
    covered = [False] * len(text)
    for start, end in zip(got.starts, got.ends, strict=True):
        assert not any(covered[start:end])
        covered[start:end] = [True] * int(end - start)
    assert all(c or t.isspace() for c, t in zip(covered, text, strict=True))


def test_a_paragraph_of_one_endless_line_is_parsed_in_parts() -> None:
    """Memory stays bounded, and no word is lost."""
    text = "word " * 9_000
    assert len(parsed(text)) == 9_000


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from('AB ab .,!"\n\u00a0é😀“”9'), max_size=80))
def test_every_sentence_is_one_tree(text: str) -> None:
    """Heads stay within the sentence, one token is its own head, and every other reaches it."""
    got = parsed(text)
    for first, end in pairwise([*got.sentences, len(got)]):
        root = next(token for token in range(first, end) if got.heads[token] == token)
        reached = np.arange(first, end)
        for _ in range(end - first):
            reached = got.heads[reached]
        assert set(reached.tolist()) == {root}
