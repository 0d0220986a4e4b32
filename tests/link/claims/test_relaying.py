"""Through whom an attribution came, and on whom else its report leans."""

from __future__ import annotations

from msgspec.structs import replace
from tests.link.handmade import reading

from sayso.link.claims.relaying import leans_on, relays

TEXT = "A clerk said the quay is shut. A clerk added the gate is open."
SAID = (("A clerk", "said", "the quay is shut"), ("A clerk", "added", "the gate is open"))


def test_a_speaker_s_other_words_lean_on_who_relayed_the_first() -> None:
    """The chain of one row names the agency, that of the next does not."""
    made = reading(TEXT, outlet="Orlo Post", relays=("Miren Press Agency",), said=SAID)
    bare = replace(made.attributions[1], chain=("speaker",))
    made = replace(made, attributions=(made.attributions[0], bare))
    assert relays(made, bare) == frozenset()
    assert leans_on(made, bare) == {"Miren Press Agency", "speaker"}
    assert leans_on(made, replace(bare, addressee="Orlo Post")) == frozenset()


def test_the_outlet_itself_relays_nothing_and_is_not_leant_on() -> None:
    """It stands first in every chain."""
    made = reading(TEXT, outlet="Orlo Post", relays=("Orlo Post",), said=SAID)
    assert relays(made, made.attributions[0]) == frozenset()
    assert leans_on(made, made.attributions[0]) == {"speaker"}
