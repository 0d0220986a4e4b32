"""Takes one original through all stages that read, from its bytes to its `Reading`.

Stands alone because the command line, the Python interface and the workers all take this one way, and because only here
is a fault of one stage kept from ending the whole run.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from tempfile import gettempdir
from typing import TYPE_CHECKING

import msgspec

from sayso.errors import UsageError
from sayso.interrupts import held
from sayso.model import SCHEMA_VERSION, Reading, Refused, Report
from sayso.read import originals as find
from sayso.stages import Choices, Given
from sayso.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.check import LetGo
    from sayso.stages import Cleaned, Original, Parsed


DEFAULT = Choices()
NOTHING = Given()


@dataclass(slots=True)
class _Progress:
    """How far a report came: the stage it is in, and what was known of it by then."""

    stage: str = "clean"
    cleaned: Cleaned | None = None
    parsed: Parsed | None = None


def read_original(original: Original, choices: Choices = DEFAULT) -> Reading:
    """The reading of one original: cleaned, parsed, extracted, resolved and checked, with its origin filled in.

    It depends on the original alone. A report that is not to be read (empty, another language) or failed has no rows.
    It never raises for what the original holds: a fault inside a stage gives status ``failed`` and names the stage.
    Pages are read in a process of their own, under limits of time and memory.
    """
    return _guarded(original, _Progress(), choices)


def explained(original: Original, choices: Choices = DEFAULT) -> tuple[Reading, tuple[LetGo, ...]]:
    """The reading of one original, and the pairs that checking looked at in it and let go, each with the reason."""
    from sayso.check import explain

    progress = _Progress()
    reading = _guarded(original, progress, choices)
    if progress.cleaned is None or progress.parsed is None or reading.report.status != "read":
        return reading, ()
    return reading, explain(reading, progress.cleaned, progress.parsed)


def failed(original: Original, why: str) -> Reading:
    """The reading of an original that could not be read at all, with the reason."""
    return _encodable(_with_refused(Reading(__version__, SCHEMA_VERSION, _bare(original, why)), original.refused))


def read_all(
    originals: Iterable[Original], jobs: int = 1, choices: Choices = DEFAULT
) -> Iterator[tuple[Original, Reading]]:
    """Each original with its reading, in the order given.

    `jobs` worker processes share the work; the readings are the same for any number. Memory does not grow with the
    number of reports. Raises `sayso.errors.UsageError` where `jobs` is below one.
    """
    if jobs < 1:
        message = f"jobs must be 1 or more, not {jobs}"
        raise UsageError(message)
    if jobs == 1:
        return ((original, read_original(original, choices)) for original in originals)
    from sayso.workers import read_in_workers  # with several processes alone: starting takes long enough

    return read_in_workers(originals, jobs, partial(read_original, choices=choices), failed)


def read_paths(
    paths: Sequence[str], jobs: int = 1, choices: Choices = DEFAULT, given: Given = NOTHING
) -> Iterator[tuple[Original, Reading]]:
    """Each original found at `paths` (files, folders, JSON Lines, ``-``) with its reading; see `read_all`.

    What is `given` is believed of each of them, but for what a record says of itself.
    """
    return read_all(find(paths, given=given), jobs, choices)


def _guarded(original: Original, progress: _Progress, choices: Choices) -> Reading:
    try:
        reading = _through(original, progress, choices)
    except Exception as fault:  # noqa: BLE001 - one report's fault must not end the run of the others
        reading = _failed(original, progress, fault)
    return _encodable(_with_refused(reading, original.refused))


def _through(original: Original, progress: _Progress, choices: Choices) -> Reading:
    from sayso.clean.limited import clean

    cleaned = progress.cleaned = clean(original)
    if cleaned.report.status != "read":
        return Reading(__version__, SCHEMA_VERSION, _with_origin(cleaned), refused=cleaned.refused)

    with _loading():
        return _rows(cleaned, progress, choices)


def _rows(cleaned: Cleaned, progress: _Progress, choices: Choices) -> Reading:
    from sayso.check import check
    from sayso.extract import extract
    from sayso.parse import parse
    from sayso.resolve import resolve

    progress.stage = "parse"
    parsed = progress.parsed = parse(cleaned, choices.engine)
    progress.stage = "extract"
    extracted = extract(parsed, choices.convention)
    progress.stage = "resolve"
    reading = resolve(parsed, extracted)
    progress.stage = "check"
    findings = check(reading, cleaned, parsed)
    whole = msgspec.structs.replace(reading, report=_with_origin(cleaned, reading.report), findings=findings)
    return _with_refused(whole, (*cleaned.refused, *extracted.refused))


_loaded: list[bool] = []


@contextmanager
def _loading() -> Iterator[None]:
    """Holds interrupts back at a process's first report: it loads libraries that abort where one is raised in them."""
    if _loaded:
        yield
        return
    with held():
        try:
            yield
        finally:
            _loaded.append(True)


def _with_origin(cleaned: Cleaned, report: Report | None = None) -> Report:
    return msgspec.structs.replace(report or cleaned.report, origin=cleaned.origin)


def _with_refused(reading: Reading, refused: Sequence[Refused]) -> Reading:
    """The reading with these refusals added in front, each once, in order."""
    added = [row for row in dict.fromkeys(refused) if row not in reading.refused]
    return msgspec.structs.replace(reading, refused=(*added, *reading.refused)) if added else reading


_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def _failed(original: Original, progress: _Progress, fault: Exception) -> Reading:
    said = " ".join(str(fault).split())[:200]
    if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
        why = f"no room is left for temporary files ({said}); make some in {gettempdir()}, or set TMPDIR"
    else:
        why = f"the stage '{progress.stage}' met a fault of its own ({type(fault).__name__}: {said}); please report it"
    if progress.cleaned is None:
        return Reading(__version__, SCHEMA_VERSION, _bare(original, why))
    report = msgspec.structs.replace(_with_origin(progress.cleaned), status="failed", why=why)
    return Reading(__version__, SCHEMA_VERSION, report, refused=progress.cleaned.refused)


def _bare(original: Original, why: str) -> Report:
    """The report of an original of which only place and given metadata are known."""
    return Report(
        id=original.id,
        address=original.address,
        path=original.path,
        outlet=None,
        title=original.given.title,
        byline=original.given.byline,
        published=None,
        published_from=None,
        language=original.given.language,
        status="failed",
        why=why,
        text="",
        removed=(),
        origin=(),
    )


def _encodable(reading: Reading) -> Reading:
    """The reading without lone surrogates (a path of bytes that are no UTF-8 has them), which no JSON can carry.

    Each becomes U+FFFD, one for one, so that offsets hold.
    """
    try:
        msgspec.json.encode(reading)
    except UnicodeEncodeError:
        return msgspec.convert(_without_surrogates(msgspec.to_builtins(reading)), Reading)
    return reading


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, dict):
        return {key: _without_surrogates(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(part) for part in value]
    return value
