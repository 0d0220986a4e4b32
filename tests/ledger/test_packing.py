"""Packed values: they come back whole, and none grows beyond the size that was written down for it."""

from __future__ import annotations

import pytest
import zstandard

from sayso.ledger.packing import pack, unpack


def test_what_is_packed_comes_back() -> None:
    """With its size."""
    packed = pack(b"The quay is shut." * 1000)
    assert unpack(packed.packed, packed.size) == b"The quay is shut." * 1000


def test_a_value_that_keeps_its_size_to_itself_is_refused_before_it_is_unpacked() -> None:
    """A small value that says nothing of its size may hold gigabytes."""
    silent = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(50_000_000))
    with pytest.raises(ValueError, match="bytes"):
        unpack(silent, 100)
