"""What holds of cues read by the lexicon."""

from __future__ import annotations

import pytest

from sayso import read_text
from sayso.extract.attributions.kinds import (
    before_silence,
    full_sense,
    is_hearsay,
    is_known,
    is_no_cue,
    is_received,
    is_silence,
    sense_of,
    verb_lemma,
)
from sayso.model import Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph, Parsed


def parsed(text: str) -> Parsed:
    """`text` as one paragraph."""
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    return parse(Cleaned(report, (), (Paragraph(Span(0, len(text))),)))


def where(text: str, words: str) -> Span:
    """The first place of `words`."""
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The mayor said it rained.", "said", ("say", "neutral", "assert", "speech")),
        (
            "It issued a recommendation to wait.",
            "issued a recommendation",
            ("recommendation", "neutral", "demand", "speech"),
        ),
        ("The firm issued a denial of it.", "issued a denial of", ("denial", "neutral", "deny", "speech")),
        ("The army claimed it won.", "claimed", ("claim", "doubting", "assert", "speech")),
        (
            "The group claimed responsibility for it.",
            "claimed responsibility",
            ("claim responsibility", "neutral", "assert", "speech"),
        ),
        ("She admitted that it was late.", "admitted", ("admit", "endorsing", "assert", "speech")),
        ("The envoy denied the charge.", "denied", ("deny", "neutral", "deny", "speech")),
        ("The union has called on members to march.", "has called on", ("call on", "neutral", "demand", "speech")),
        ("They hope to sail on Monday.", "hope", ("hope", "neutral", "assert", "thought")),
    ],
)
def test_a_cue_has_a_lemma_stance_act_and_kind(text: str, cue: str, expected: tuple[str, str, str, str]) -> None:
    """The longest phrase counts before a single verb."""
    sense = sense_of(parsed(text), [where(text, cue)])
    assert (sense.lemma, sense.stance, sense.kind) == (expected[0], expected[1], expected[3])
    assert sense.act == expected[2] or expected[2] == "assert"


@pytest.mark.parametrize(
    ("text", "cue", "silent"),
    [
        ("The ministry did not say when.", "did not say", True),
        ("Police declined to comment on it.", "declined to comment", True),
        ("The paper could not verify the figure.", "could not verify", True),
        ("The ministry said it was not late.", "said", False),
        ("He refused to leave.", "refused", False),
    ],
)
def test_saying_nothing_is_the_outlets_voice(text: str, cue: str, silent: bool) -> None:
    """A negated or declined word of saying marks no attribution."""
    assert is_silence(parsed(text), [where(text, cue)]) is silent


def test_giving_a_thing_its_name_is_no_speech() -> None:
    """Unless somebody is said to call it so."""
    text = "The army began an operation called Dawn. He called it a farce."
    got = parsed(text)
    assert is_no_cue(got, [where(text, "operation called")], [where(text, "Dawn")])
    assert not is_no_cue(got, [Span(text.rindex("called"), text.rindex("called") + 6)], [where(text, "it a farce")])


def test_a_content_ends_before_a_sentence_of_silence() -> None:
    """What the outlet could not verify is not the speaker's word."""
    text = "She heard aircraft at noon. The agency could not verify it."
    assert [s.of(text) for s in before_silence(parsed(text), [Span(4, len(text))])] == ["heard aircraft at noon."]


@pytest.mark.parametrize(
    ("text", "cue", "stance", "act"),
    [
        ("The council ruled it out.", "ruled", "neutral", "deny"),
        ("A group claimed responsibility for the fire.", "claimed", "neutral", "assert"),
        ("She wanted to know who had paid.", "wanted", "neutral", "ask"),
        ("He insisted on Monday that it was late.", "insisted", "neutral", "assert"),
        ("She claimed a “victory” there.", "claimed", "doubting", "assert"),
    ],
)
def test_a_phrase_counts_where_part_of_it_stands_outside_the_cue(text: str, cue: str, stance: str, act: str) -> None:
    """But no date is taken for its preposition, and no quoted word for its noun."""
    sense = full_sense(parsed(text), [where(text, cue)])
    assert (sense.stance, sense.act) == (stance, act)
    assert len(sense.lemma.split()) == 1


def test_a_state_of_mind_in_the_passive_is_a_thought() -> None:
    """Unless somebody brings it about."""
    text = "The mayor is convinced that it will rain."
    assert sense_of(parsed(text), [where(text, "convinced")]).kind == "thought"


def test_a_noun_is_read_as_a_noun() -> None:
    """Where the lexicon has a verb of the same form."""
    text = "Her question was who had paid."
    assert sense_of(parsed(text), [where(text, "question")]).act == "ask"


def test_a_verb_that_only_the_lexicon_knows_has_its_dictionary_form() -> None:
    """By its regular endings."""
    assert [verb_lemma(form) for form in ("retweeted", "said", "whinged")] == ["retweet", "say", "whinge"]


def test_hearsay_is_an_adverb_that_names_nobody() -> None:
    """Its row is sure without a source."""
    text = "Reportedly the army claimed it won."
    assert is_hearsay(parsed(text), [where(text, "Reportedly")])
    assert not is_hearsay(parsed(text), [where(text, "claimed")])


def test_a_cue_is_known_by_its_verb_noun_or_phrase() -> None:
    """A verb that the lexicon has not tells an act more often than words."""
    assert is_known(parsed("The army claimed it won."), [Span(9, 16)])
    text = "The fighters were evacuating the last district."
    assert not is_known(parsed(text), [where(text, "evacuating")])


@pytest.mark.parametrize(
    ("text", "cue", "received"),
    [
        ("Mayor Tarn drew criticism for her slow reply.", "drew criticism for", True),
        ("The ministry has faced sharp criticism for it.", "has faced sharp criticism for", True),
        ("Tarn drew attention to the dam.", "drew attention to", False),
        ("The union voiced criticism of the plan.", "voiced criticism of", False),
    ],
)
def test_who_draws_criticism_does_not_speak(text: str, cue: str, received: bool) -> None:
    """The subject of such a cue is who is spoken of."""
    assert is_received(parsed(text), [where(text, cue)]) is received


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the blast in Orlo.",
        "The police have not released a motive.",
        "The ministry would not discuss the raid.",
        "The agency did not mention casualties.",
    ],
)
def test_silence_is_nobodys_words(text: str) -> None:
    """That somebody did not tell is the outlet's own voice."""
    assert not read_text(text).attributions


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The militia shot down a helicopter near Molna, officials said.", ["assert"]),
        ("Rebels said they had shot down two Su-25s and a drone.", ["assert"]),
        ("The president shot down the proposal.", ["deny"]),
        ("Orland shot down Zemlar's drone proposal.", ["deny"]),
    ],
)
def test_what_flies_is_shot_down_in_fact(text: str, acts: list[str]) -> None:
    """While a proposal that is shot down is refused."""
    assert [row.act for row in read_text(text, language="en").attributions] == acts
