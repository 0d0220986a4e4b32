"""Makes reports of an invented world with their readings, as many as wanted, without reading them.

Stands alone because linking has to be timed at a hundred thousand reports, which nobody has read in an hour. Some 25
reports come a day; words are English and follow Zipf's law; one report in five prints most of one of the two days
before; some hundred people and places are in the news at a time, some far more than others, and others every month.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from sayso.model import Actor, Attribution, Cue, Figure, Outlet, Passage, Printed, Reading, Report, Span, Stretch
from sayso.stages import Original

A_DAY, OUTLETS, NAMES, PLACES, MONTH = 25, 400, 600, 800, 750
START = date(2020, 1, 1)


@cache
def vocabulary() -> tuple[str, ...]:
    """English words, the frequent ones first: those of the encoder's own list of word pieces."""
    listed = json.loads(files("sayso.parse.encoder").joinpath("tokenizer.json").read_text("utf-8"))
    pieces: dict[str, int] = listed["model"]["vocab"]
    whole = (piece for piece, _ in sorted(pieces.items(), key=lambda item: item[1]))
    return tuple(piece for piece in whole if piece.isascii() and piece.isalpha() and len(piece) > 1)


def words(chance: random.Random, count: int) -> str:
    """So many words, the frequent ones often."""
    listed = vocabulary()
    return " ".join(listed[int(len(listed) ** chance.random()) - 1] for _ in range(count))


def name(number: int) -> str:
    """The name of the so-manieth somebody."""
    chance = random.Random(number * 7 + 1)  # noqa: S311 - as above
    return " ".join(chance.choice(vocabulary()[5_000:]).capitalize() for _ in range(2))


def report(number: int) -> tuple[Original, Reading]:
    """The so-manieth report, from 1: four attributions, a toll, and a body of text."""
    chance = random.Random(number)  # noqa: S311 - as above
    source = number - chance.randint(1, 2 * A_DAY) if chance.random() < 0.2 else number
    told = random.Random(max(1, source))  # noqa: S311 - as above
    day = START + timedelta(days=number // A_DAY)
    outlet = f"{name(10**7 + chance.randrange(OUTLETS))} Post"
    base = number // MONTH * NAMES
    text, rows, actors, figures = "", [], {}, []
    for at in range(4):
        who = name(base + int(NAMES * told.random() ** 2))
        content = words(told, 14)
        start = len(text)
        text += f"{who} said {content}. "
        spans = [Span(start, start + len(who)), Span(start + len(who) + 1, start + len(who) + 5)]
        said = Span(start + len(who) + 6, len(text) - 2)
        actor = who.lower().replace(" ", "-")
        mentions = (*(actors[actor].mentions if actor in actors else ()), spans[0])
        actors[actor] = Actor(actor, who, "person", (), (), mentions)
        rows.append(
            Attribution(
                id=f"a{at + 1}", kind="speech", source=Passage((spans[0],), who),
                cue=Cue((spans[1],), "said", "say", "neutral"), content=Passage((said,), content), mode="indirect",
                act="assert", speaker=actor, chain=("outlet", actor), said=None, place=None, addressee=None,
                inside=None, confidence=0.9,
            )
        )  # fmt: skip
    place, toll = name(10**6 + number // MONTH * PLACES + told.randrange(PLACES)).split()[0], told.randint(2, 40)
    start = len(text)
    text += f"{toll} people were killed in {place}. {words(told, 90)}. {words(chance, 60)}."
    counted = f"{toll} people"
    figures.append(
        Figure(
            id="f1", kind="count", span=Span(start, start + len(counted)), text=counted, value=toll, low=toll,
            high=toll, bound="exact", trend=None, unit="person",
            noun=Printed(Span(start + len(str(toll)) + 1, start + len(counted)), "people"), counted="killed",
            part_of=None, convention=None, population=None, place=place, as_of=None, since=None, attribution=None,
        )
    )  # fmt: skip
    actors["outlet"] = Actor("outlet", outlet, "organisation", (), (), ())
    original = Original(text.encode(), f"{number}.txt", charset="utf-8")
    made = Report(
        id=original.id, address=None, path=original.path, outlet=Outlet(outlet), title=None, byline=None,
        published=day.isoformat(), published_from="given", language="en", status="read", why=None, text=text,
        removed=(), origin=(Stretch(0, len(text), 0, len(text.encode()), "literal"),),
    )  # fmt: skip
    reading = Reading("0.1.0", 1, made, tuple(actors.values()), tuple(rows), tuple(figures))
    return original, reading
