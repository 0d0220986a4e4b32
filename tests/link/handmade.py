"""Readings made by hand for the tests of copies, so that they need no trained model."""

from __future__ import annotations

from sayso.model import Actor, Attribution, Cue, Figure, Outlet, Passage, Reading, Report, Span

Told = tuple[str, str, str]
Counted = tuple[str, int, str]


def at(text: str, words: str) -> Span:
    """Where the words stand in the text, the last time."""
    start = text.rindex(words)
    return Span(start, start + len(words))


def reading(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    said: tuple[Told, ...] = (),
    figures: tuple[Counted, ...] = (),
    relays: tuple[str, ...] = (),
) -> Reading:
    """A reading of `text`; `said` are source, cue and content, `figures` the words, the value and the bound."""
    report = Report(
        "sha256:0", None, "p", Outlet(outlet) if outlet else None, title, None, published, None, "en", "read",
        None, text, (), None,
    )  # fmt: skip
    rows = tuple(_attribution(text, number, *parts, relays) for number, parts in enumerate(said))
    counts = tuple(_figure(text, number, *parts) for number, parts in enumerate(figures))
    actors = tuple(Actor(relay, relay, "organisation", (), (), ()) for relay in (*relays, "speaker"))
    return Reading("0", 1, report, actors, rows, counts)


def _attribution(text: str, number: int, source: str, cue: str, content: str, relays: tuple[str, ...]) -> Attribution:
    return Attribution(
        f"a{number}", "speech", Passage((at(text, source),), source), Cue((at(text, cue),), cue, "say", "neutral"),
        Passage((at(text, content),), content), "indirect", "assert", "speaker", (*relays, "speaker"), None, None, None,
        None, 0.9,
    )  # fmt: skip


def _figure(text: str, number: int, words: str, value: int, bound: str) -> Figure:
    start = text.index(words)
    return Figure(
        f"f{number}", "count", Span(start, start + len(words)), words, value, value, value, bound, None, "person", None,  # type: ignore[arg-type]
        "killed", None, None, None, None, None, None, None,
    )  # fmt: skip
