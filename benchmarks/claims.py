"""Scores which attributions of two reports are one claim, and which actors of two reports are one.

    SAYSO_DATA=... python benchmarks/claims.py [--half dev|test] [--mistakes] [--only KIND]

`benchmarks/claims_set` holds the pairs, 658 invented and 100 in real reports (texts under `SAYSO_DATA`, by
reference); its README is the judging guide. A pair whose id has an even CRC-32 is dev, an odd one test, unless its
file says of which half all of it is. *Marked*: speaker and content are given as the set marks them, figures, dates
and acts as Sayso reads them. *Found*: the attribution that Sayso itself finds for those words (half of the characters
of either must be shared), with its speaker; a pair of which a side is not found counts as apart. The rule's
weights are fitted by `claims_judged.py`.

Actors: in newswcl50, people and groups of one event in two outlets' reports; an actor that Sayso reads belongs to the
chain that most of its mentions meet. Countries are left out (their chains hold officials and cities too), and pairs
within a chain of several individuals.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
import tomllib
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.link.actors.known import known_actors
from sayso.link.actors.same import Known, same_actor
from sayso.link.claims.meeting import keys
from sayso.link.claims.same import same_claim
from sayso.link.claims.statements import Statement, rows, statement, statements
from sayso.model import Actor, ActorKind, Passage, Reading, Span
from sayso.resolve.terms import is_title, noun_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SET = Path(__file__).parent / "claims_set"
NAMES = ("invented", "words", "real", "fresh", "speakers")


@dataclass(frozen=True)
class Side:
    """One attribution of the set: its report, the words said, and the words that name the speaker."""

    text: str
    outlet: str | None
    published: str | None
    content: tuple[Span, ...]
    speaker: tuple[Span, ...]


@dataclass(frozen=True)
class Pair:
    """Two attributions and the judgement."""

    id: str
    same: bool
    kind: str
    a: Side
    b: Side
    half: str


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    parser.add_argument("--only", choices=(*NAMES, "actors"))
    parser.add_argument("--mistakes", action="store_true", help="print what is decided wrongly (dev only)")
    args = parser.parse_args()
    if args.only != "actors":
        pairs = [pair for name in NAMES if args.only in {None, name} for pair in load(name)]
        half = [pair for pair in pairs if pair.half == args.half]
        show(half, args.half, mistakes=args.mistakes and args.half == "dev")
    if args.only in {None, "actors"}:
        actors(mistakes=args.mistakes)


def load(name: str) -> list[Pair]:
    """The pairs of the files of one kind."""
    made = real if name == "real" else invented
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(SET.glob(f"claims-{name}-*.toml"))]
    return [
        Pair(row["id"], row["same"], row["kind"], made(row["a"]), made(row["b"]), file.get("half", by_name(row["id"])))
        for file in files
        for row in file["pair"]
    ]


def by_name(name: str) -> str:
    """The half of a pair whose file is not of one half."""
    return "test" if zlib.crc32(name.encode()) % 2 else "dev"


def invented(side: dict[str, Any]) -> Side:
    """A side whose text stands in the set."""
    text = side["text"]
    at = text.index(side["content"])
    who = text.find(side["speaker"]) if side["speaker"] else -1
    return Side(
        text,
        side["outlet"],
        side["published"] or None,
        (Span(at, at + len(side["content"])),),
        (Span(who, who + len(side["speaker"])),) if who >= 0 else (),
    )


def real(side: dict[str, Any]) -> Side:
    """A side that points into a data set; `named` says who it is where the source is a pronoun."""
    row = data(side["dataset"])[side["id"]]
    spans = [Span(*side[name]) for name in ("source", "named") if side.get(name)]
    outlet = row.get("outlet") or row.get("source") or row.get("site")
    return Side(row[side["field"]], outlet, row.get("date") or None, (Span(*side["content"]),), tuple(spans))


@cache
def data(name: str) -> dict[str, dict[str, Any]]:
    """The rows of a data set by id, documents of incidents each on their own."""
    path = Path(os.environ["SAYSO_DATA"]) / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = {}
    for row in rows:
        for part in row.get("docs", (row,)):
            found[part.get("doc_id") or part.get("id")] = part
    return found


@cache
def reading(text: str, outlet: str | None, published: str | None) -> Reading:
    """The reading of a report."""
    return sayso.read_text(text, outlet=outlet, published=published)


def read(side: Side) -> Reading:
    """The reading of a side's report."""
    return reading(side.text, side.outlet, side.published)


def marked(side: Side) -> Statement:
    """The side as the set marks it; its act is that of the attribution that Sayso finds for the words."""
    made = read(side)
    row = nearest(side, made)
    text = " ".join(span.of(side.text) for span in side.content)
    return statement(rows(made), Passage(side.content, text), speaker(side, made), row)


def nearest(side: Side, made: Reading) -> Any:  # noqa: ANN401 - an attribution or nothing
    """The attribution whose content shares most characters with the side's, if that is half of either."""
    best, found = 0.0, None
    for row in made.attributions:
        common = sum(
            max(0, min(one.end, other.end) - max(one.start, other.start))
            for one in row.content.spans
            for other in side.content
        )
        total = max(
            sum(span.end - span.start for span in row.content.spans),
            sum(span.end - span.start for span in side.content),
        )
        if common / max(1, total) > best:
            best, found = common / total, row
    return found if best >= 0.5 else None


def speaker(side: Side, made: Reading) -> Known | None:
    """The actor that stands at the words that name the speaker; made from these words where Sayso has none there."""
    if not side.speaker:
        return None
    known = known_actors(made)
    told = tuple(span.of(side.text) for span in side.speaker)
    overlaps = Counter(
        {
            actor.id: sum(
                max(0, min(m.end, s.end) - max(m.start, s.start)) for m in actor.mentions for s in side.speaker
            )
            for actor in made.actors
        }
    )
    best = [(name, count) for name, count in overlaps.most_common(1) if count and heads(side, made, name)]
    if best:
        found = known[best[0][0]]
        return Known(
            found.actor, found.outlet, found.places, found.published, tuple(dict.fromkeys((*told, *found.told)))
        )
    kind = kind_of(told[-1])
    name = told[-1].split(",")[-1].strip() if kind == "person" else re.sub(r"^[Tt]he ", "", told[-1])
    row = Actor("marked", name, kind, (), (), side.speaker)
    return Known(row, side.outlet, frozenset(), side.published, told)


def heads(side: Side, made: Reading, name: str) -> bool:
    """Whether an actor's mention is what the speaker's words turn on, not whose or of what somebody is."""
    actor = next(actor for actor in made.actors if actor.id == name)
    for mention in actor.mentions:
        for span in side.speaker:
            if mention.meets(span):
                before = side.text[span.start : mention.start]
                after = side.text[mention.end : mention.end + 2]
                if not re.search(r"\b(?:of|for|to|in|at)\b", before) and after not in {"'s", "’s"}:
                    return True
    return False


def kind_of(phrase: str) -> ActorKind:
    """What words that Sayso read nobody from name, by their last word."""
    tail = phrase.rsplit(",", maxsplit=1)[-1].split()
    if "," in phrase and len(tail) > 1 and all(word[0].isupper() for word in tail[-2:]):
        return "person"
    first = re.split(r"\b(?:of|for|in|at)\b|,", phrase)[0].split()
    words = phrase.split()
    if noun_class(first[-1].lower()) == "body":
        return "organisation"
    named = len(words) > 1 and words[-1][0].isupper() and words[-2][0].isupper()
    return "person" if named and not is_title(first[-1]) else "unnamed"


def found(side: Side) -> Statement | None:
    """The statement that Sayso finds for the side's words."""
    made = read(side)
    row = nearest(side, made)
    return next((one for one in statements(made) if row and one.row == row.id), None)


def show(pairs: Sequence[Pair], half: str, *, mistakes: bool) -> None:
    """Prints the scores of both ways."""
    print(f"claims, {half}: {len(pairs)} pairs, {sum(pair.same for pair in pairs)} the same")
    print("| attributions | precision | recall | F1 | negated merged | altered numbers merged | keys meet |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, way in (("marked", marked), ("found", found)):
        sides = [(pair, way(pair.a), way(pair.b)) for pair in pairs]
        said = [(pair, bool(a and b and same_claim(a, b).same)) for pair, a, b in sides]
        hits = sum(pair.same and same for pair, same in said)
        precision = hits / max(1, sum(same for _, same in said))
        recall = hits / max(1, sum(pair.same for pair, _ in said))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        met = sum(bool(a and b and keys(a) & keys(b)) for pair, a, b in sides if pair.same)
        print(
            f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {merged(said, 'negation')} | "
            f"{merged(said, 'number')} | {met}/{sum(pair.same for pair in pairs)} |"
        )
        if mistakes:
            explain(sides)
            for pair, a, b in sides:
                if pair.same and a and b and same_claim(a, b).same and not keys(a) & keys(b):
                    print(f"  {pair.id} never met: {sorted(keys(a))} {sorted(keys(b))}")
        if name == "marked":
            kinds(said)


def merged(said: Iterable[tuple[Pair, bool]], kind: str) -> str:
    """How many pairs of a kind that are apart were merged."""
    some = [same for pair, same in said if pair.kind == kind and not pair.same]
    return f"{sum(some)}/{len(some)}"


def kinds(said: Iterable[tuple[Pair, bool]]) -> None:
    """Prints the share decided rightly by kind."""
    right: defaultdict[tuple[bool, str], list[bool]] = defaultdict(list)
    for pair, same in said:
        right[not pair.same, pair.kind].append(same == pair.same)
    print("  right by kind: " + ", ".join(f"{kind} {sum(r)}/{len(r)}" for (_, kind), r in sorted(right.items())))


def explain(sides: Iterable[tuple[Pair, Statement | None, Statement | None]]) -> None:
    """Prints each pair that is decided wrongly, with the decision's own line."""
    for pair, a, b in sides:
        if a is None or b is None:
            if pair.same:
                print(f"  {pair.id} {pair.kind}: not found")
            continue
        told = same_claim(a, b)
        if told.same != pair.same:
            print(f"  {pair.id} {pair.kind} same={pair.same} score={told.score:.2f}: {told.why} [{told.differs}]")
            for name, one in (("A", a), ("B", b)):
                print(f"      {name} {one.actor and one.actor.actor.name!r}: {one.text}")


def of_one(one: Span, other: Span) -> bool:
    """Whether two mentions are of one: they end together or share most of their characters."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and (one.end == other.end or 2 * common >= max(one.end, other.end) - min(one.start, other.start))


def actors(*, mistakes: bool) -> None:
    """Prints how well actors of two outlets' reports of one event are linked."""
    rows = list(data("newswcl50/dev").values())
    by_event: defaultdict[str, list[tuple[str, str, Known]]] = defaultdict(list)
    for row in rows:
        chains = [
            (m["start"], m["end"], m["chain"]) for m in row["mentions"] if m["kind"] in {"ACTOR", "ACTOR-I", "GROUP"}
        ]
        made = reading(row["text"], row["outlet"], None)
        for known in known_actors(made).values():
            met = Counter(chain for s, e, chain in chains for m in known.actor.mentions if of_one(m, Span(s, e)))
            if met:
                by_event[row["event"]].append((row["outlet"], met.most_common(1)[0][0], known))
    started, asked = time.process_time(), 0
    counts: dict[str, Counter[tuple[bool, bool]]] = {name: Counter() for name in ("all", "with a name")}
    for some in by_event.values():
        for (outlet, chain, one), (other_outlet, other_chain, other) in combinations(some, 2):
            if outlet == other_outlet or (chain == other_chain and chain.endswith(("-I_ACTOR-I", "-Misc_ACTOR-I"))):
                continue
            decided = same_actor(one, other)
            asked += 1
            counts["all"][chain == other_chain, decided.same] += 1
            if "unnamed" not in {one.actor.kind, other.actor.kind} and not one.nameless and not other.nameless:
                counts["with a name"][chain == other_chain, decided.same] += 1
            if mistakes and decided.same != (chain == other_chain):
                print(f"  {chain} {one.actor.name!r} / {other_chain} {other.actor.name!r}: {decided.why}")
    spent = (time.process_time() - started) / max(1, asked) * 1e6
    print(f"actors, newswcl50: {spent:.0f} microseconds a pair")
    print("| both | pairs | the same | precision | recall | F1 |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, found in counts.items():
        hits, wrong, missed = found[True, True], found[False, True], found[True, False]
        precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"| {name} | {found.total()} | {hits + missed} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")


if __name__ == "__main__":
    main()
