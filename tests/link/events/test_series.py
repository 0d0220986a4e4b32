"""Series of a figure: in the order of time, one point where reports agree, with what kind of count it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.making import plain, said

from sayso.link.copies.alike import origins
from sayso.link.events import occurring
from sayso.link.events.happenings import Happening, happenings
from sayso.link.events.series import Series, how_counted, series
from sayso.model import Actor, Figure, Reading, Span


def figure(text: str, words: str, value: int, **more: object) -> Figure:
    """A count of the killed that stands in the text."""
    start = text.index(words)
    given = {
        "id": "f1", "kind": "count", "span": Span(start, start + len(words)), "text": words, "value": value, "low": value,
        "high": value, "bound": "exact", "trend": None, "unit": "person", "noun": None, "counted": "killed",
        "part_of": None, "convention": None, "population": None, "place": "Miren", "as_of": None, "since": None,
        "attribution": None,
    }  # fmt: skip
    return Figure(**{**given, **more})  # type: ignore[arg-type]


def reading(text: str, words: str, value: int, path: str, published: str | None, **more: object) -> Reading:
    """A report with one figure."""
    return plain(text, path, published=published, figures=(figure(text, words, value, **more),), title=None).reading


def points(found: tuple[Series, ...]) -> list[tuple[str | None, str, float | None, int]]:
    """Day, source, value and independent tellers of every point."""
    return [(point.when, point.source, point.value, point.independent) for each in found for point in each.points]


def test_points_stand_in_the_order_of_time() -> None:
    """Those without a day come last; what the text says the number is for goes before the day of printing."""
    made = [
        reading("In Miren 9 died.", "9", 9, "c.txt", None),
        reading("In Miren 7 died.", "7", 7, "b.txt", "2031-03-05"),
        reading("In Miren 8 died.", "8", 8, "a.txt", "2031-03-09", as_of="2031-03-06"),
    ]
    assert [(when, value) for when, _, value, _ in points(series(made))] == [
        ("2031-03-05", 7), ("2031-03-06", 8), (None, 9),
    ]  # fmt: skip


def test_parts_of_a_count_are_no_steps_of_it() -> None:
    """The count did not move from its children to all."""
    text = "In Miren 7 died, 3 of them children."
    rows = (figure(text, "7", 7), figure(text, "3", 3, id="f2", part_of="f1"))
    made = plain(text, "a.txt", published="2031-03-05", figures=rows, title=None).reading
    assert [value for _, _, value, _ in points(series([made]))] == [7]


def test_two_prints_of_one_story_are_one_independent_teller() -> None:
    """Both are named, and counted as one."""
    text = "In Miren 7 died."
    carrier = said("a1", text, "", "", "7 died")
    made = [
        plain(text * 9, path, published="2031-03-05", figures=(figure(text, "7", 7, attribution="a1"),),
              attributions=(carrier,), title=None).reading
        for path in ("a.txt", "b.txt")
    ]  # fmt: skip
    (point,) = series(made, origins(made).__getitem__)[0].points
    assert (len(point.tellers), point.independent) == (2, 1)


def test_another_event_is_another_series() -> None:
    """A fire in one town and a flood in another on another day, each in two reports."""
    fire = "A fire in the rope works at Miren on 4 March 2031 killed 7 people, the Miren fire brigade said."
    flood = "The river Tessa flooded the village of Dravik on 19 June 2031 and killed 9 people, villagers said."
    made = [
        reading(text, words, value, f"{at}.txt", day)
        for at, (text, words, value, day) in enumerate(
            [(fire, "7 people", 7, "2031-03-05"), (flood, "9 people", 9, "2031-06-20")] * 2
        )
    ]
    found = series(made)
    assert sorted([point.value for point in each.points] for each in found) == [[7, 7], [9, 9]]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The death toll stands at 31, officials said.", "31", "cumulative"),
        ("So far 31 people have died.", "31 people", "cumulative"),
        ("Another 31 people died.", "31 people", "new"),
        ("31 more people died.", "31", "new"),
        ("More than 31 people died.", "More than 31 people", "unknown"),
        ("31 people died. So far nobody was held.", "31 people", "unknown"),
    ],
)
def test_words_around_a_count_say_what_kind_it_is(text: str, words: str, kind: str) -> None:
    """Within its clause."""
    assert how_counted(text, figure(text, words, 31)) == kind


def test_one_source_under_two_names_is_one_point() -> None:
    """Whatever the apostrophe and the order of its name."""
    text = "In Miren 7 died."
    carrier = said("a1", text, "", "", "7 died", speaker="ministry")
    made = [
        plain(text, path, published="2031-03-05", figures=(figure(text, "7", 7, attribution="a1"),), title=None,
              attributions=(carrier,), actors=(Actor("ministry", name, "organisation", (), (), ()),)).reading
        for path, name in (("a.txt", "Kaldria’s health ministry"), ("b.txt", "Kaldria Ministry of Health"))
    ]  # fmt: skip
    ((_day, source, value, _roots),) = points(series(made))
    assert source in {"Kaldria’s health ministry", "Kaldria Ministry of Health"}
    assert value == 7


def test_an_event_told_in_passing_is_named_by_who_tells_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rarest words ("sarn, 1, 400") would say nothing."""
    text = "A fire in the rope works of Sarn on 4 March 2031 had killed 7 people and hurt 1,400 more."
    made = plain(text, "a.txt", published="2031-07-10", title="Mayor opens fair", figures=(figure(text, "7", 7),))

    def in_passing(read: Reading) -> tuple[Happening, ...]:
        return tuple(replace(one, main=one) for one in happenings(read))

    monkeypatch.setattr(occurring, "happenings", in_passing)
    assert [each.event for each in series([made.reading])] == ["told in “Mayor opens fair”"]
