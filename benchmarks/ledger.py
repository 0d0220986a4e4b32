"""Measures the ledger: reports added a second (reading left out), bytes a report, search, trace, verify, and kills.

Stands alone because it makes its own readings of invented reports, so that nothing but the ledger is measured.

    python benchmarks/ledger.py                  # 100,000 reports
    python benchmarks/ledger.py --reports 10000  # on a busy machine
    python benchmarks/ledger.py --kill 50        # kill -9 at random moments while adding, then compare
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.ledger import Ledger
from sayso.model import Actor, Attribution, Cue, Date, Figure, Outlet, Passage, Reading, Report, Span, Stretch
from sayso.stages import Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLACES = ("Miren", "Orlo", "Tavel", "Sund", "Karsa", "Ennis Bay", "Old Harr", "Velm")
NAMES = ("Ada Venn", "Ivo Karsk", "Mara Tell", "Joren Abt", "Sia Molde", "Pelle Orn")
PHRASES = tuple(
    f"{who} of the {what} {did} the {thing} near the {where}"
    for who in ("Two dockers", "A clerk", "The council", "Three witnesses", "Officers")
    for what in ("harbour office", "upper town", "grain board", "night ferry")
    for did in ("saw", "closed", "repaired", "counted", "described")
    for thing in ("quay", "warehouse", "toll gate", "water tower", "rail yard")
    for where in ("old bridge", "river mouth", "market", "north road", "school")
)
REPORTS, KILLS, WORST_MS = 100_000, 50, 50.0


def addition(number: int) -> tuple[Original, Reading]:
    """Report `number`: some 130 words, two actors, two attributions, a figure and a date."""
    chance = random.Random(number)  # noqa: S311 - invented text, no secret
    place, name, hurt = chance.choice(PLACES), chance.choice(NAMES), chance.randint(2, 400)
    filling = ". ".join(chance.sample(PHRASES, 9))
    text = (
        f"Fire number {number} in {place}\n\nAt least {hurt} people were hurt, said {name} on 4 March. {filling}.\n"
        f'"We will not leave {place}," {name} said.\n'
    )
    original = Original(text.encode(), f"report-{number}.txt", charset="utf-8")
    return original, _reading(original, text, name, f"At least {hurt} people", f"We will not leave {place},")


def _reading(original: Original, text: str, name: str, count: str, quote: str) -> Reading:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def said(row: str, content: str) -> Attribution:
        cue = Cue((at("said"),), "said", "say", "neutral")
        source, words = Passage((at(name),), name), Passage((at(content),), content)
        return Attribution(row, "speech", source, cue, words, "direct", "assert", "speaker", ("orlo-news", "speaker"),
                           "2024-03-04", None, None, None, 0.9)  # fmt: skip

    report = Report(
        id=original.id,
        address=None,
        path=original.path,
        outlet=Outlet("Orlo News"),
        title=text.partition("\n")[0],
        byline=None,
        published="2024-03-04",
        published_from="text",
        language="en",
        status="read",
        why=None,
        text=text,
        removed=(),
        origin=(Stretch(0, len(text), 0, len(original.data), "literal"),),
    )
    figure = Figure(
        id="f1",
        kind="count",
        span=at(count),
        text=count,
        value=int(count.split()[2]),
        low=None,
        high=None,
        bound="at_least",
        trend=None,
        unit="person",
        noun=None,
        counted="wounded",
        part_of=None,
        convention=None,
        population=None,
        place=None,
        as_of="2024-03-04",
        since=None,
        attribution="a1",
    )
    actors = (
        Actor("speaker", name, "person", (), (), (at(name),)),
        Actor("orlo-news", "Orlo News", "organisation", (), (), ()),
    )
    dates = (Date("d1", at("4 March"), "4 March", "DATE", "2024-03-04", None, None),)
    return Reading("0.1.0", 1, report, actors, (said("a1", f"{count} were hurt"), said("a2", quote)), (figure,), dates)


def additions(reports: int) -> Iterator[tuple[Original, Reading]]:
    """The first so many reports."""
    return map(addition, range(reports))


def timed(what: Callable[[], object], times: int) -> str:
    """The median and the worst of several runs, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        what()
        found.append((time.perf_counter() - start) * 1000)
    found.sort()
    return f"median {found[len(found) // 2]:.1f} ms, worst {found[-1]:.1f} ms"


def measure(path: Path, reports: int) -> None:
    """Adds so many reports, asks, proves, and prints what it took."""
    start, busy = time.perf_counter(), time.process_time()
    for _ in additions(reports):
        pass
    making, making_busy = time.perf_counter() - start, time.process_time() - busy
    start, busy = time.perf_counter(), time.process_time()
    with Ledger.open(path) as ledger:
        for added in ledger.add_all(additions(reports)):
            if added.outcome == "refused":
                sys.exit(str(added.why))
    adding, adding_busy = time.perf_counter() - start - making, time.process_time() - busy - making_busy
    say(f"added {reports} reports in batches: {reports / adding:.0f} a second ({adding:.1f} s, making them left out)")
    say(f"by processor time alone: {reports / adding_busy:.0f} a second ({adding_busy:.1f} s)")
    say(f"size: {path.stat().st_size / reports:.0f} bytes a report")
    with Ledger.open(path) as ledger:
        start = time.perf_counter()
        single = [ledger.add(*addition(reports + number)) for number in range(200)]
        say(f"one a transaction: {len(single) / (time.perf_counter() - start):.0f} a second")
        ask(ledger, reports)


def ask(ledger: Ledger, reports: int) -> None:
    """Times searches and traces all over the ledger, then proves it."""
    chance = random.Random(1)  # noqa: S311
    for words in (f"number {reports // 2}", "warehouse", "at least people hurt", '"will not leave"', "venn", "nowhere"):
        say(f"search {words!r}: {timed(lambda words=words: ledger.search(words), 7)}")
    names = [addition(chance.randrange(reports))[0].id for _ in range(50)]
    rows = iter(f"{name}/{row}" for name in names for row in ("a1", "f1"))
    say(f"trace: {timed(lambda: ledger.trace(next(rows)), 100)}")
    start = time.perf_counter()
    found = ledger.verify()
    if found.wrong:
        sys.exit(f"wrong: {found.wrong}")
    spent = time.perf_counter() - start
    say(f"verify: {spent:.1f} s, {found.reports / spent:.0f} reports a second, {found.rows} rows")


def kill(folder: Path, kills: int, reports: int) -> None:
    """Kills a process that adds, at random moments, and has the next one go on; the outcome must be the same."""
    whole, broken = folder / "whole.db", folder / "broken.db"
    with Ledger.open(whole) as ledger:
        list(ledger.add_all(additions(reports)))
        expected = ledger.verify()
    chance = random.Random(time.time_ns())  # noqa: S311
    done = 0
    for _ in range(kills):
        child = subprocess.Popen([sys.executable, __file__, "--add", str(broken), "--reports", str(reports)])
        time.sleep(0.25 + chance.random() * 1.5)
        child.send_signal(signal.SIGKILL)
        done += child.wait() == -signal.SIGKILL
        if broken.exists():
            with Ledger.open(broken) as ledger:
                found = ledger.verify()
            if found.wrong:
                sys.exit(f"after a kill: {found.wrong}")
    with Ledger.open(broken) as ledger:
        survived = ledger.verify().reports
        list(ledger.add_all(additions(reports)))
        found = ledger.verify()
    if found.wrong or found.content != expected.content:
        sys.exit(f"after {done} kills the ledger differs: {found} {expected}")
    say(f"killed {done} of {kills} times: each time the ledger held; {survived} reports were in by then,")
    say("and once the rest is added it has the content of a run that nobody killed")


def say(line: str) -> None:
    """One line of outcome."""
    print(line, flush=True)


def main() -> None:
    """Reads the arguments and runs what they ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--kill", type=int, nargs="?", const=KILLS, default=0)
    parser.add_argument("--folder", type=Path, help="where the ledgers are made (default: a temporary folder)")
    parser.add_argument("--add", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.add:
        with Ledger.open(given.add) as ledger:
            for number in range(given.reports):
                ledger.add(*addition(number))
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        say(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        if given.kill:
            kill(Path(folder), given.kill, min(given.reports, 3000))
        else:
            measure(Path(folder) / "sayso.db", given.reports)


if __name__ == "__main__":
    main()
