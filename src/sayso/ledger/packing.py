"""Bytes packed with zstd and unpacked again, never beyond the size that was written down for them.

Stands alone because a ledger may come from a stranger: a packed value must not grow without end when it is opened.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import zstandard

from .chain import digest

LEVEL = 6
MOST_BYTES = 512 * 1024 * 1024
"""The largest original, and the largest reading, that a ledger takes."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A packed value with the SHA-256 of both sides; `size` is in bytes, unpacked."""

    sha256: str
    size: int
    packed: bytes
    packed_sha256: str


class _Tools(threading.local):
    """A packer a thread: making one costs more than packing a small report."""

    def __init__(self) -> None:
        self.packer = zstandard.ZstdCompressor(level=LEVEL, write_content_size=True)
        self.unpacker = zstandard.ZstdDecompressor()


_TOOLS = _Tools()


def pack(data: bytes) -> Packed:
    """`data` packed by Zstandard, with its size in bytes and the digests of both."""
    packed = _TOOLS.packer.compress(data)
    return Packed(digest(data), len(data), packed, digest(packed))


def unpack(packed: bytes, size: int) -> bytes:
    """What was packed; raises `ValueError` where it is damaged or does not unpack to `size` bytes."""
    if not 0 <= size <= MOST_BYTES:
        message = f"a size of {size} bytes is beyond what a ledger takes"
        raise ValueError(message)
    try:
        promised = zstandard.frame_content_size(packed)
        if promised != size:
            message = f"unpacks to {promised} bytes, not {size}"
            raise ValueError(message)
        tool = _TOOLS.unpacker.decompressobj(read_across_frames=False)
        data = tool.decompress(packed)
    except zstandard.ZstdError as error:
        message = f"does not unpack ({error})"
        raise ValueError(message) from None
    if not tool.eof or tool.unused_data:
        message = "is cut short or runs on past its end"
        raise ValueError(message)
    if len(data) != size:
        message = f"unpacks to {len(data)} bytes, not {size}"
        raise ValueError(message)
    return data
