"""What holds of what somebody's words do."""

from __future__ import annotations

import pytest

from sayso.extract.attributions.acts import act_of
from sayso.extract.attributions.kinds import sense_of
from sayso.model import Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph, Parsed


def parsed(text: str) -> Parsed:
    """`text` as one paragraph."""
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    return parse(Cleaned(report, (), (Paragraph(Span(0, len(text))),)))


def act(text: str, cue: str, *content: str) -> str:
    """The act of `cue` with `content`."""
    got = parsed(text)
    cued, *spans = (Span(text.index(words), text.index(words) + len(words)) for words in (cue, *content))
    return act_of(sense_of(got, [cued]), got, spans)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The mayor asked them to leave.", "asked", "to leave", "demand"),
        ("The mayor asked for a boat.", "asked", "for a boat", "demand"),
        ("The mayor asked that the gate be opened.", "asked", "the gate be opened", "demand"),
        ("The mayor asked where to queue.", "asked", "where to queue", "ask"),
        ("The mayor asked whether they had left.", "asked", "whether they had left", "ask"),
        ("The clerk told the drivers to be patient.", "told", "to be patient", "demand"),
        ("The clerk told the drivers the road was open.", "told", "the road was open", "assert"),
        ("The clerk warned them not to sail.", "warned", "not to sail", "demand"),
        ("The clerk warned that the sea was rough.", "warned", "the sea was rough", "predict"),
    ],
)
def test_the_first_words_of_a_content_may_make_a_phrase_with_the_cue(
    text: str, cue: str, content: str, expected: str
) -> None:
    """Whichever part of "ask for", "tell to" or "warn to" is marked as the cue, it demands."""
    assert act(text, cue, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“Leave your keys in the doors,”", "demand"),
        ("“Please do not open the gate,”", "demand"),
        ("“We call on the council to open the gate,”", "demand"),
        ("“Let them come with their boats,”", "assert"),
        ("“They called on the council to open the gate,”", "assert"),
        ("“We left the keys in the doors,”", "assert"),
    ],
)
def test_an_order_under_a_plain_cue_is_a_demand(content: str, expected: str) -> None:
    """A wish in the form of an order is none, nor what is told of others."""
    text = f"{content} the harbour master said."
    assert act(text, "said", content) == expected


def test_a_content_asks_where_all_of_it_does() -> None:
    """A question that it ends on or tells of makes none of what goes before."""
    assert act("“Who will pay?” he said.", "said", "“Who will pay?”") == "ask"
    assert act("“Who will,” he said, “pay for it?”", "said", "“Who will,”", "“pay for it?”") == "ask"
    assert act("“They took boats,” he said. “Whose boats?”", "said", "“They took boats,”", "“Whose boats?”") == "assert"
    assert act("“She asked, ‘Who will pay?’” he said.", "said", "“She asked, ‘Who will pay?’”") == "assert"


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The bridge will fall, she said.", "said", "The bridge will fall", "predict"),
        ("We will leave at noon, she said.", "said", "We will leave at noon", "assert"),
        ("The council said it will appeal.", "said", "it will appeal", "assert"),
        ("Our boats will sail, she said.", "said", "Our boats will sail", "assert"),
        ("The gate will be closed on Monday, she said.", "said", "The gate will be closed on Monday", "assert"),
        ("She admitted that the bridge will fall.", "admitted", "the bridge will fall", "assert"),
    ],
)
def test_a_plain_will_foretells(text: str, cue: str, content: str, expected: str) -> None:
    """Only of others, of what comes of itself, and under a neutral cue: else it is a plan."""
    assert act(text, cue, content) == expected


def test_what_stands_behind_a_colon_is_said_and_not_denied() -> None:
    """Who disagrees with "never" does not deny it."""
    text = 'Lund disagreed: "The dykes were never mended."'
    assert act(text, "disagreed", '"The dykes were never mended."') == "assert"
    assert act("Lund denied that she knew.", "denied", "she knew") == "deny"
