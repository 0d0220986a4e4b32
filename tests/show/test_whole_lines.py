"""What JSON output promises: the contract, one whole object a line."""

import io
import json
import os
import signal

import handmade
import pytest

from sayso.interrupts import held
from sayso.show import jsonl


def test_origin_is_printed_on_request_only() -> None:
    """Without being asked, ``origin`` is null; asked, it lists the stretches."""
    assert json.loads(jsonl.reading_line(handmade.reading()))["report"]["origin"] is None
    origin = json.loads(jsonl.reading_line(handmade.reading(), origin=True))["report"]["origin"]
    assert origin[0] == [0, 30, 0, 30, "literal"]


def test_a_reading_is_one_line() -> None:
    """A text with many line breaks is still one line of JSON."""
    encoded = jsonl.reading_line(handmade.reading())
    assert encoded.count(b"\n") == 1
    assert encoded.endswith(b"}\n")


class Interrupting(io.BytesIO):
    """A stream amid whose writing an interrupt comes."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Writes one half, is interrupted, and writes the other."""
        half = len(data) // 2
        super().write(data[:half])
        os.kill(os.getpid(), signal.SIGINT)
        return half + super().write(data[half:])


def test_an_interrupt_waits_for_the_end_of_the_line() -> None:
    """An interrupt amid a line is raised once the line is whole."""
    stream = Interrupting()
    with pytest.raises(KeyboardInterrupt):
        jsonl.write(stream, b"abcdef\n")
    assert stream.getvalue() == b"abcdef\n"


def test_the_handlers_of_before_are_put_back() -> None:
    """After the lines, interrupts are handled as they were before."""
    before = signal.getsignal(signal.SIGINT)
    with held():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_interrupt_is_raised_at_once() -> None:
    """Whoever interrupts twice does not wait for the end."""
    steps: list[str] = []

    def interrupted_twice() -> None:
        with held():
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("held")
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("held back again")

    with pytest.raises(KeyboardInterrupt):
        interrupted_twice()
    assert steps == ["held"]
