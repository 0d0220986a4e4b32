"""How words came to the reader: outlet, agencies, who quotes whom, media that were told, rows within rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("{s|Ana Rell} {c|said} {q|it was safe}.", ["Miren Post", "Ana Rell"]),
        ("{s|Ana Rell} {c|told} the Halden Courier {q|it was safe}.", ["Miren Post", "Halden Courier", "Ana Rell"]),
        ("{s|Ana Rell} {c|told} a Reuters reporter {q|it was safe}.", ["Miren Post", "Reuters", "Ana Rell"]),
        ("{s|Ana Rell} {c|told} the Miren Post {q|it was safe}.", ["Miren Post", "Ana Rell"]),
        ("{s|Ana Rell} {c|told} reporters {q|it was safe}.", ["Miren Post", "Ana Rell"]),
        (
            "{s|Ana Rell} {c|said} in an interview with Radio Norr {q|it was safe}.",
            ["Miren Post", "Radio Norr", "Ana Rell"],
        ),
        (
            "{q|It was safe}, {s|Ana Rell} {c|said} in remarks carried by Halden TV.",
            ["Miren Post", "Halden TV", "Ana Rell"],
        ),
        ("{s|Ana Rell} was quoted by Reuters as {c|saying} {q|it was safe}.", ["Miren Post", "Reuters", "Ana Rell"]),
        ("Halden TV quoted {s|Ana Rell} {c|as saying} {q|it was safe}.", ["Miren Post", "Halden TV", "Ana Rell"]),
        ("{s|Halden TV} {c|reported}, citing police, {q|that it was safe}.", ["Miren Post", "Halden TV", "police"]),
        (
            "{c|According to} {s|Halden TV quoting the Norr Times}, {q|it was safe}.",
            ["Miren Post", "Halden TV", "Norr Times"],
        ),
        (
            "{1s|Halden TV} {1c|reported} {1q|that {2s|Ana Rell} {2c|said} {2q|it was safe}}.",
            ["Miren Post", "Halden TV"],
        ),
    ],
)
def test_a_chain_runs_from_the_outlet_to_the_speaker(read: Callable[..., Told], text: str, chain: list[str]) -> None:
    """Who quotes, cites, carries or was told stands between outlet and speaker."""
    assert read(text, outlet="Miren Post").chain(1) == chain


def test_a_row_within_another_goes_on_from_its_chain(read: Callable[..., Told]) -> None:
    """Nested words came through whoever told them."""
    found = read(
        "{1s|Halden TV} {1c|reported} {1q|that {2s|Ana Rell} {2c|said} {2q|it was safe}}.", outlet="Miren Post"
    )
    assert found.chain(2) == ["Miren Post", "Halden TV", "Ana Rell"]
    assert found.row(2).inside == "a1"


def test_stacked_sources_end_with_the_speaker(read: Callable[..., Told]) -> None:
    """A stack such as "according to A quoting B, C called on ..." gives C the chain A, B, C."""
    found = read(
        "{1c|According to} {1s|Halden TV quoting the Norr Times}, {1q|{2s|the Free Miren Movement} {2c|called on} {2q|all sides to stop}}.",
        outlet="Miren Post",
    )
    assert found.chain(2) == ["Miren Post", "Halden TV", "Norr Times", "Free Miren Movement"]


def test_an_agency_credited_for_the_report_relays_every_row(read: Callable[..., Told]) -> None:
    """A dateline's agency stands in each chain after the outlet."""
    found = read("MIREN ({k:dateline|Norr News Agency}) - {s|Ana Rell} {c|said} {q|it was safe}.", outlet="Miren Post")
    assert found.chain(1) == ["Miren Post", "Norr News Agency", "Ana Rell"]


def test_an_agency_that_helped_is_no_relay(read: Callable[..., Told]) -> None:
    """A credit such as "with Agency" beside the outlet's own staff is not the way the words came."""
    found = read(
        "{s|Ana Rell} {c|said} {q|it was safe}.\nStaff writers with {k:credit|Norr News Agency}", outlet="Miren Post"
    )
    assert found.chain(1) == ["Miren Post", "Ana Rell"]


def test_the_outlet_stands_once_whatever_its_form(read: Callable[..., Told]) -> None:
    """An agency that publishes its own report is one link."""
    found = read("MIREN ({k:dateline|AFP}) - {s|Ana Rell} {c|said} {q|it was safe}.", outlet="Agence France-Presse")
    assert len(found.row(1).chain) == 2


def test_the_outlet_s_initials_are_the_outlet(read: Callable[..., Told]) -> None:
    """An agency's initials in its own dateline, or told something, are no second body; another's are."""
    text = 'MIREN ({{k:dateline|{0}}}) - {{1s|Ana Rell}} {{1c|said}} {{1q|it was safe}}. {{2q|"Yes,"}} {{2s|she}} told {0}.'
    found = read(text.format("NPS"), outlet="Norr Press Service")
    assert found.chain(1) == found.chain(2) == ["Norr Press Service", "Ana Rell"]
    assert read(text.format("TPA"), outlet="Norr Press Service").chain(1) == ["Norr Press Service", "TPA", "Ana Rell"]


def test_without_outlet_the_chain_starts_with_the_first_relay(read: Callable[..., Told]) -> None:
    """Nothing stands for an unknown outlet."""
    assert read("{s|Ana Rell} {c|told} Halden TV {q|it was safe}.").chain(1) == ["Halden TV", "Ana Rell"]


def test_an_unknown_speaker_ends_the_chain_with_the_last_relay(read: Callable[..., Told]) -> None:
    """A row without a source keeps outlet and agency."""
    found = read("({k:credit|Norr News Agency}) It {c|was reported} {q|that the dam was safe}.", outlet="Miren Post")
    assert found.row(1).speaker is None
    assert found.chain(1) == ["Miren Post", "Norr News Agency"]


def test_the_speaker_s_own_organisation_is_no_relay(read: Callable[..., Told]) -> None:
    """A company's man speaking on its channel went through nobody else."""
    found = read("{s|Halden TV spokesman Tom Ostrand} {c|told} Halden TV {q|it was safe}.", outlet="Miren Post")
    assert found.chain(1) == ["Miren Post", "Tom Ostrand"]


def test_citing_a_reason_is_not_quoting(read: Callable[..., Told]) -> None:
    """A reason cited ("citing flaws") names no source."""
    found = read("{s|Ana Rell}, citing major flaws in the process, {c|called for} {q|a new vote}.", outlet="Miren Post")
    assert found.chain(1) == ["Miren Post", "Ana Rell"]


def test_an_insertion_with_its_own_source_is_inside_nothing(read: Callable[..., Told]) -> None:
    """A clause such as "which Oslo denies" within another's indirect words is the outlet's insertion."""
    found = read("{1s|Ana Rell} {1c|said} {1q|the plan, {2q|which} {2s|Oslo} {2c|denies}, would close the port}.")
    assert found.row(2).inside is None


def test_the_paper_takes_up_the_medium_of_the_interview(read: Callable[..., Told]) -> None:
    """Its name tells no kind; a name may begin with a part of the day; a station is no paper."""
    said = "In an interview with {}, Drost spoke of rain. {q|It rained}, {s|Drost} {c|told} the paper."
    assert read(said.replace("{}", "the Evening Bell"), outlet="Miren Post").chain(1) == [
        "Miren Post",
        "Evening Bell",
        "Drost",
    ]
    assert read(said.replace("{}", "Radio Norr"), outlet="Miren Post").chain(1) == ["Miren Post", "Drost"]
