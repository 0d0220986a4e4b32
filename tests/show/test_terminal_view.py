"""What the terminal shows of a report, and how."""

import io

import handmade
import msgspec
from rich.console import Console

from sayso.model import Reading
from sayso.show import terminal


def shown(reading: Reading, width: int = 110, *, colour: bool = False) -> str:
    """The report as printed."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=colour, markup=False, highlight=False, emoji=False)
    console.print(terminal.report(reading))
    return stream.getvalue()


def test_what_does_not_fit_comes_before_who_says_what() -> None:
    """Findings stand first, the grave one before the other; then attributions, then figures."""
    text = shown(handmade.reading())
    heads = ("What does not fit", "The duration does not", "The parts do not", "Who says what", "Figures")
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_an_attribution_shows_speaker_chain_stance_act_and_words() -> None:
    """All that a row says stands in its lines, without the report's own outlet in the chain."""
    text = " ".join(shown(handmade.reading(), width=200).split())
    assert "C Anton Reske accuses the regime in Miren" in text
    assert "cue doubts" in text
    assert "via Café Post, then a senior official" in text
    assert "via Agence Nordal" not in text


def test_escape_codes_of_a_report_are_never_sent() -> None:
    """A title, a name and words with escape codes print without a single ESC."""
    bad = "\x1b]0;owned\x07\x9b31m"
    reading = handmade.reading(title=bad, path=bad, address=None)
    actors = tuple(msgspec.structs.replace(actor, name=bad, roles=(bad,)) for actor in reading.actors)
    text = shown(msgspec.structs.replace(reading, actors=actors))
    assert not set(text) & {"\x1b", "\x07", "\x9b"}


def test_markup_of_the_printing_library_is_mere_text() -> None:
    """Words in square brackets, which the library would take for a style, print as they are."""
    assert "[red]x[/red] :smile:" in shown(handmade.reading(title="[red]x[/red] :smile:"))


def test_an_unread_report_says_why() -> None:
    """A failed report shows its path and the reason."""
    text = shown(handmade.unread())
    assert "failed: no such file" in text
    assert "lost.html" in text


def test_a_narrow_terminal_is_not_overrun() -> None:
    """No line is longer than the terminal is wide."""
    assert max(map(len, shown(handmade.reading(), width=60).splitlines())) <= 60


def test_colour_is_sent_only_where_it_is_wanted() -> None:
    """The same report has escape codes of ours on a terminal, and none elsewhere."""
    assert "\x1b[" in shown(handmade.reading(), colour=True)
    assert "\x1b[" not in shown(handmade.reading())
