"""Readings built by hand, of reports that we wrote about places that do not exist, for the tests of all views."""

from __future__ import annotations

import hashlib

from sayso.model import (
    Act,
    Actor,
    Attribution,
    Cue,
    Date,
    Demand,
    Figure,
    Finding,
    Mode,
    Outlet,
    Passage,
    Printed,
    Reading,
    Refused,
    Removed,
    Report,
    Span,
    Stance,
    Stretch,
    Wording,
)

TEXT = """\
Home | World | Sport | Weather

Toll in Miren strike rises, officials trade blame

MIREN, 4 March (Agence Nordal) - At least 34 people were killed and more than 120 wounded when a shell hit the \
covered market of Miren on Sunday, the Ministry of Health said.

Among the dead were 12 women and 19 children, the ministry said in a statement.

“This was a deliberate attack on families buying bread,” said Ilona Varga, the mayor of Miren. She called on the \
Karsk government to withdraw its artillery from the ridge by 10 March.

General Anton Reske claimed that the regime in Miren had fired the shell itself. “Our guns were silent for 45 days, \
from 12 January to 3 March,” he told Radio Karsk.

According to the Café Post, quoting a senior official, Varga had said that “nobody will sleep on the ridge \
tonight”, which Karsk denies.

The Agence Nordal could not verify either account. Some 2,300 people have left the town since January.

Share this article | Sign up for our newsletter
"""


def at(words: str, after: str = "") -> Span:
    """The span of `words` in the text, the first one behind `after`."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def passage(*words: str, after: str = "") -> Passage:
    """The passage made of these words, each looked up in the text."""
    return Passage(tuple(at(part, after) for part in words), " ".join(words))


def attribution(  # noqa: PLR0913 - a row of the contract has that many columns
    row: str,
    source: str | None,
    cue: tuple[str, str, Stance] | None,
    content: tuple[str, ...],
    *,
    speaker: str | None,
    chain: tuple[str, ...],
    mode: Mode = "indirect",
    act: Act = "assert",
    inside: str | None = None,
    after: str = "",
) -> Attribution:
    """One attribution of the sample; `cue` is words, lemma and stance."""
    return Attribution(
        id=row,
        kind="speech",
        source=passage(source, after=after) if source else None,
        cue=Cue((at(cue[0], after),), *cue) if cue else None,
        content=passage(*content, after=after),
        mode=mode,
        act=act,
        speaker=speaker,
        chain=chain,
        said="2029-03-04",
        place=None,
        addressee=None,
        inside=inside,
        confidence=0.9,
    )


def figure(row: str, words: str, value: float, noun: str, counted: str | None, **other: object) -> Figure:
    """One figure of the sample: exact unless told otherwise."""
    columns: dict[str, object] = {
        "kind": "count",
        "low": value,
        "high": value,
        "bound": "exact",
        "trend": None,
        "unit": "person",
        "part_of": None,
        "convention": None,
        "population": None,
        "place": "Miren",
        "as_of": "2029-03-04",
        "since": None,
        "attribution": None,
    }
    return Figure(
        id=row,
        span=at(words),
        text=words,
        value=value,
        noun=Printed(at(noun), noun),
        counted=counted,
        **columns | other,
    )  # type: ignore[arg-type]


def actor(row: str, name: str, kind: str, *mentions: str, roles: tuple[str, ...] = ()) -> Actor:
    """One actor of the sample, mentioned where each of `mentions` first stands."""
    return Actor(row, name, kind, roles, mentions, tuple(at(words) for words in mentions))  # type: ignore[arg-type]


ACTORS = (
    actor("agence-nordal", "Agence Nordal", "organisation", "Agence Nordal"),
    actor("ministry-of-health", "Ministry of Health", "organisation", "Ministry of Health", "the ministry"),
    actor("ilona-varga", "Ilona Varga", "person", "Ilona Varga", "Varga had", roles=("mayor of Miren",)),
    actor("anton-reske", "Anton Reske", "person", "Anton Reske", roles=("General",)),
    actor("radio-karsk", "Radio Karsk", "organisation", "Radio Karsk"),
    actor("cafe-post", "Café Post", "organisation", "Café Post"),
    actor("a-senior-official", "a senior official", "unnamed", "a senior official"),
    actor("karsk", "Karsk", "place", "Karsk denies"),
)

TOLL = "At least 34 people were killed and more than 120 wounded when a shell hit the covered market of Miren on Sunday"

ATTRIBUTIONS = (
    attribution(
        "a1",
        "the Ministry of Health",
        ("said", "say", "neutral"),
        (TOLL,),
        speaker="ministry-of-health",
        chain=("agence-nordal", "ministry-of-health"),
    ),
    attribution(
        "a2",
        "the ministry",
        ("said in a statement", "say", "neutral"),
        ("Among the dead were 12 women and 19 children",),
        speaker="ministry-of-health",
        chain=("agence-nordal", "ministry-of-health"),
        after="Among the dead",
    ),
    attribution(
        "a3",
        "Ilona Varga",
        ("said", "say", "neutral"),
        ("“This was a deliberate attack on families buying bread,”",),
        speaker="ilona-varga",
        chain=("agence-nordal", "ilona-varga"),
        mode="direct",
        act="accuse",
        after="“This was",
    ),
    attribution(
        "a4",
        "She",
        ("called on", "call", "neutral"),
        ("the Karsk government to withdraw its artillery from the ridge by 10 March",),
        speaker="ilona-varga",
        chain=("agence-nordal", "ilona-varga"),
        act="demand",
    ),
    attribution(
        "a5",
        "General Anton Reske",
        ("claimed", "claim", "doubting"),
        ("the regime in Miren had fired the shell itself",),
        speaker="anton-reske",
        chain=("agence-nordal", "anton-reske"),
        act="accuse",
    ),
    attribution(
        "a6",
        "he",
        ("told", "tell", "neutral"),
        ("“Our guns were silent for 45 days, from 12 January to 3 March,”",),
        speaker="anton-reske",
        chain=("agence-nordal", "radio-karsk", "anton-reske"),
        mode="direct",
        after="“Our guns",
    ),
    attribution(
        "a7",
        "the Café Post, quoting a senior official",
        ("According to", "accord", "neutral"),
        ("Varga had said that “nobody will sleep on the ridge tonight”",),
        speaker="a-senior-official",
        chain=("agence-nordal", "cafe-post", "a-senior-official"),
        mode="mixed",
    ),
    attribution(
        "a8",
        "Varga",
        ("had said", "say", "neutral"),
        ("“nobody will sleep on the ridge tonight”",),
        speaker="ilona-varga",
        chain=("agence-nordal", "cafe-post", "a-senior-official", "ilona-varga"),
        mode="direct",
        act="threaten",
        inside="a7",
        after="Varga had",
    ),
    attribution(
        "a9",
        "Karsk",
        ("denies", "deny", "neutral"),
        ("which",),
        speaker="karsk",
        chain=("agence-nordal", "karsk"),
        act="deny",
        after="which Karsk",
    ),
)

FIGURES = (
    figure("f1", "At least 34 people", 34, "people", "killed", bound="at_least", high=None, attribution="a1"),
    figure("f2", "more than 120", 120, "people", "wounded", bound="more_than", high=None, attribution="a1"),
    figure("f3", "12 women", 12, "women", "killed", part_of="f1", attribution="a2"),
    figure("f4", "19 children", 19, "children", "killed", part_of="f1", attribution="a2"),
    figure("f5", "45 days", 45, "days", None, kind="duration", unit="day", place=None, attribution="a6"),
    figure("f6", "Some 2,300 people", 2300, "people", "displaced", bound="about", since="2029-01"),
)

DATES = (
    Date("d1", at("4 March"), "4 March", "DATE", "2029-03-04", None, None),
    Date("d2", at("Sunday"), "Sunday", "DATE", "2029-03-04", None, None),
    Date("d3", at("10 March"), "10 March", "DATE", "2029-03-10", None, None),
    Date("d4", at("45 days"), "45 days", "DURATION", "P45D", None, None),
    Date("d5", at("12 January"), "12 January", "DATE", "2029-01-12", None, None),
    Date("d6", at("3 March"), "3 March", "DATE", "2029-03-03", None, None),
    Date("d7", at("January", "since"), "January", "DATE", "2029-01", None, "2029-01"),
)

FINDINGS = (
    Finding(
        "x1",
        "duration-mismatch",
        "duration-of-range",
        "high",
        "From 12 January to 3 March is 50 days; the text says 45.",
        (at("45 days"), at("12 January"), at("3 March")),
    ),
    Finding(
        "x2",
        "sum-mismatch",
        "parts-of-total",
        "low",
        "12 women and 19 children make 31; the total given is at least 34.",
        (at("At least 34 people"), at("12 women"), at("19 children")),
    ),
)

FURNITURE = (at("Home | World | Sport | Weather"), at("Share this article | Sign up for our newsletter"))


def stretches() -> tuple[Stretch, ...]:
    """The origin of the text as UTF-8, with line breaks as white space."""
    rows: list[Stretch] = []
    start = byte = 0
    for line in TEXT.splitlines(keepends=True):
        for part, how in ((line.rstrip("\n"), "literal"), ("\n", "space")):
            if part:
                size = len(part.encode())
                rows.append(Stretch(start, start + len(part), byte, byte + size, how))
                start, byte = start + len(part), byte + size
    return tuple(rows)


def reading(**changed: object) -> Reading:
    """The rich sample; `changed` are fields of its report to be set otherwise."""
    columns: dict[str, object] = {
        "id": "sha256:" + hashlib.sha256(TEXT.encode() + b"\0miren.txt").hexdigest(),
        "address": "https://nordal.example/miren",
        "path": "miren.txt",
        "outlet": Outlet("Agence Nordal", (at("Agence Nordal"),)),
        "title": "Toll in Miren strike rises, officials trade blame",
        "byline": None,
        "published": "2029-03-04",
        "published_from": "text",
        "language": "en",
        "status": "read",
        "why": None,
        "text": TEXT,
        "removed": (Removed(FURNITURE[0], "navigation"), Removed(FURNITURE[1], "sharing and sign-up")),
        "origin": stretches(),
    }
    return Reading(
        "0.1.0",
        1,
        Report(**columns | changed),  # type: ignore[arg-type]
        ACTORS,
        ATTRIBUTIONS,
        FIGURES,
        DATES,
        (
            Demand(
                "m1",
                "a4",
                "ilona-varga",
                ("the Karsk government",),
                Printed(at("withdraw its artillery from the ridge"), "withdraw its artillery from the ridge"),
                "2029-03-10",
            ),
        ),
        (Wording("w1", at("regime"), "regime", "names for governments", "regime", "a5", "government"),),
        FINDINGS,
        (Refused(at("tonight"), "date", "the report does not say on which day this was uttered"),),
    )


def unread(status: str = "failed", why: str = "no such file") -> Reading:
    """A reading of something that gave no text."""
    return Reading(
        "0.1.0",
        1,
        Report(
            "sha256:" + "0" * 64,
            None,
            "lost.html",
            None,
            None,
            None,
            None,
            None,
            None,
            status,  # type: ignore[arg-type]
            why,
            "",
            (),
            (),
        ),
    )
