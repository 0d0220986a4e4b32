"""What holds of cues read by the lexicon."""

from __future__ import annotations

import pytest

from sayso.extract.attributions.kinds import act_of, before_silence, is_no_cue, is_silence, sense_of
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


def test_asking_somebody_to_do_something_is_a_demand() -> None:
    """The infinitive decides, not the verb alone."""
    text = "The mayor asked them to leave. The mayor asked whether they had left."
    got = parsed(text)
    asked = sense_of(got, [where(text, "asked")])
    assert act_of(asked, got, [where(text, "to leave")]) == "demand"
    assert act_of(asked, got, [where(text, "whether they had left")]) == "ask"


def test_a_content_ends_before_a_sentence_of_silence() -> None:
    """What the outlet could not verify is not the speaker's word."""
    text = "She heard aircraft at noon. The agency could not verify it."
    assert [s.of(text) for s in before_silence(parsed(text), [Span(4, len(text))])] == ["heard aircraft at noon."]


def test_a_question_asks_and_a_plain_will_foretells() -> None:
    """Only where the cue itself is a plain assertion."""
    text = '"Who will pay?" he said. The bridge will fall, she said.'
    got = parsed(text)
    plain = sense_of(got, [where(text, "said")])
    assert act_of(plain, got, [where(text, '"Who will pay?"')]) == "ask"
    assert act_of(plain, got, [where(text, "The bridge will fall")]) == "predict"
