"""Further verbs of saying of one subject."""

from __future__ import annotations

from tests.extract.making import parsed as parsed_text

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.further import with_further
from sayso.extract.attributions.wholes import Marks
from sayso.model import Span
from sayso.parse.quotes import quotes


def parts(text: str, cue: str, content: str) -> list[tuple[str, str]]:
    """The cues and contents that one candidate becomes."""
    parsed = parsed_text(text)
    marks = Marks(text, quotes(text, [Span(0, len(text))]))
    one, told = (Span(text.index(words), text.index(words) + len(words)) for words in (cue, content))
    found = with_further(parsed, marks, [Candidate((), (one,), (told,), 0.9)])
    return [(row.cue[0].of(text), row.content[0].of(text)) for row in found]


def test_a_further_verb_of_saying_ends_a_content_and_begins_its_own() -> None:
    """One speaker has two attributions where he "condemned X, saying Y"."""
    text = "The ministry condemned the raid, saying that it had broken the truce."
    assert parts(text, "condemned", "the raid, saying that it had broken the truce") == [
        ("condemned", "the raid"),
        ("saying", "it had broken the truce"),
    ]


def test_a_participle_of_somebody_in_the_content_stays_in_it() -> None:
    """What the one told of asks is no further attribution of the one who tells."""
    text = "The mayor said the owner sent a letter asking for a refund."
    told = "the owner sent a letter asking for a refund"
    assert parts(text, "said", told) == [("said", told)]


def test_a_deed_that_is_judged_does_not_speak() -> None:
    """Who condemns it says the rest too, without a comma; a report that is judged may claim something itself."""
    text = "The ministry condemned the attack describing it as cowardly."
    assert parts(text, "condemned", "the attack describing it as cowardly") == [
        ("condemned", "the attack"),
        ("describing", "it as cowardly"),
    ]
    text = "Rell criticised the report claiming that two men had fled."
    told = "the report claiming that two men had fled"
    assert parts(text, "criticised", told) == [("criticised", told)]
