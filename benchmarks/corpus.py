"""Scores the whole reading on the project's own corpus: who said what, nested and relayed, by whom and through whom.

    python benchmarks/corpus.py [--part test|train|all] [--genre relay] [-v]   # -v shows each difference in a line

Stands alone because no other corpus marks nested attributions, chains, acts and stances. A passage is read with its
outlet and its date given. An attribution counts as found where its words meet those marked (IoU of tokens 0.5 and more,
one to one) and its source shares a word with the one marked, or neither has a source. Speakers, chains and the like are
judged on what is found. A name fits where one of the two holds the other, case and article aside.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "training" / "corpus"))
import marks

import sayso
from fitting import any_fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sayso.model import Attribution, Reading

TOKEN = re.compile(r"\w+|\S")
FUNCTION = frozenset({
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "from", "by", "with", "and", "or", "but", "as", "s", "that",
    "this", "who", "which", "whose", "is", "was", "are", "were", "be", "been", "has", "have", "had",
})  # fmt: skip
ROLES = ("source", "cue", "content")
KINDS = ("name", "pronoun", "description", "unnamed", "none")
Tokens = frozenset[int]


@dataclass(frozen=True)
class Parts:
    """One attribution as it is compared: its parts as spans and as the tokens that these meet."""

    spans: dict[str, marks.Spans]
    tokens: dict[str, Tokens]
    words: Tokens
    telling: Tokens


@dataclass(frozen=True)
class Read:
    """A passage with what was read in it; `found` leads from a marked attribution's index to the read one's."""

    passage: marks.Passage
    reading: Reading
    gold: tuple[Parts, ...]
    told: tuple[Parts, ...]
    found: dict[int, int]

    def pairs(self) -> Iterator[tuple[marks.Marked, Attribution]]:
        """What was found, as marked and as read."""
        for marked, read in self.found.items():
            yield self.passage.attributions[marked], self.reading.attributions[read]


class Tally:
    """Counts of right, read and marked under names, in the order of the names; an accuracy where none are `read`."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0], {name: [0, 0, 0] for name in names})

    def add(self, name: str, right: int, marked: int = 1, read: int = 0) -> None:
        """Adds to the counts of `name`."""
        for place, more in enumerate((right, read, marked)):
            self.counts[name][place] += more

    def lines(self) -> Iterator[str]:
        """One line a name: precision, recall and F1, or the share that is right."""
        for name, (right, read, marked) in self.counts.items():
            share = f"{right / marked:.3f}" if marked else "    -"
            if read:
                f1 = 2 * right / (read + marked)
                yield f"{name:34} {right / read:.3f}  {share}  {f1:.3f}   {right} right, {read} read, {marked} marked"
            else:
                yield f"{name:34}        {share}          {right} of {marked}"


def parts(text: str, spans: dict[str, marks.Spans]) -> Parts:
    """The tokens of an attribution's spans; those that tell its source are its words, or whatever it has of them."""
    bounds = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text)]

    def held(role: str, fits: Callable[[str], bool] = bool) -> Tokens:
        return frozenset(
            n for n, (a, b, word) in enumerate(bounds) if fits(word) and any(a < e and s < b for s, e in spans[role])
        )

    telling = held("source", lambda word: word[0].isalnum() and word.lower() not in FUNCTION)
    return Parts(
        spans=spans,
        tokens={role: held(role) for role in ROLES},
        words=held("content", lambda word: word[0].isalnum()),
        telling=telling or held("source"),
    )


def marked_parts(passage: marks.Passage) -> tuple[Parts, ...]:
    """The parts of the attributions marked in a passage."""
    return tuple(parts(passage.text, {role: getattr(a, role) for role in ROLES}) for a in passage.attributions)


def read_parts(reading: Reading) -> tuple[Parts, ...]:
    """The parts of the attributions read."""
    found = []
    for row in reading.attributions:
        passages = {"source": row.source, "cue": row.cue, "content": row.content}
        spans = {role: tuple((s.start, s.end) for s in one.spans) if one else () for role, one in passages.items()}
        found.append(parts(reading.report.text, spans))
    return tuple(found)


def iou(one: Tokens, other: Tokens) -> float:
    """How much of the tokens of either are shared."""
    return len(one & other) / len(one | other) if one | other else 0.0


def same_source(marked: Parts, read: Parts) -> bool:
    """Whether the sources share a telling word, or there is none on either side."""
    if not marked.tokens["source"]:
        return not read.tokens["source"]
    return bool(marked.telling & read.tokens["source"])


def same_words(marked: Parts, read: Parts) -> bool:
    """Whether the contents have the same words, punctuation aside."""
    return marked.words == read.words


def near_words(marked: Parts, read: Parts) -> bool:
    """Whether the contents share half of their tokens."""
    return iou(marked.tokens["content"], read.tokens["content"]) >= 0.5


def found_by_source(marked: Parts, read: Parts) -> bool:
    """Whether the same is said by the same source."""
    return near_words(marked, read) and same_source(marked, read)


def matched(gold: Sequence[Parts], told: Sequence[Parts], fits: Callable[[Parts, Parts], bool]) -> dict[int, int]:
    """One to one those that fit, the closest first: by content, then cue, then source."""
    order = ("content", "cue", "source")
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    close = [
        (tuple(-iou(m.tokens[role], r.tokens[role]) for role in order), i, j)
        for i, m in enumerate(gold)
        for j, r in enumerate(told)
        if fits(m, r)
    ]
    for _, i, j in sorted(close):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return dict(sorted(chosen.items()))


def read_passage(passage: marks.Passage) -> Read:
    """The passage read by the whole program, with what it found."""
    reading = sayso.read_text(passage.text, outlet=passage.outlet, published=passage.published)
    gold, told = marked_parts(passage), read_parts(reading)
    return Read(passage, reading, gold, told, matched(gold, told, found_by_source))


def score_spans(reads: Iterable[Read]) -> Tally:
    """Table one: what was found of the marked attributions."""
    tally = Tally()
    for one in reads:
        size, told = len(one.gold), len(one.told)
        tally.add("who said what", len(one.found), size, told)
        tally.add("content IoU 0.5", len(matched(one.gold, one.told, near_words)), size, told)
        tally.add("content exact on words", len(matched(one.gold, one.told, same_words)), size, told)
        for role in ROLES:
            marked, read = ({span for row in rows for span in row.spans[role]} for rows in (one.gold, one.told))
            tally.add(f"exact spans: {role}", len(marked & read), len(marked), len(read))
    return tally


def groups(marked: marks.Marked) -> Iterator[str]:
    """The groups of marked attributions to which one belongs."""
    if marked.inside is not None:
        yield "nested"
    if not marked.cue:
        yield "without a cue"
    if marked.kind == "thought":
        yield "thought"
    yield f"source: {marked.by}"
    yield f"mode: {marked.mode}"


def score_recall(reads: Sequence[Read]) -> Tally:
    """Table one, second half: recall of who said what by group; by genre with precision."""
    names = ("nested", "without a cue", "thought", *(f"source: {kind}" for kind in KINDS))
    tally = Tally((*names, *(f"mode: {mode}" for mode in marks.VALUES["mode"])))
    for one in reads:
        for number, marked in enumerate(one.passage.attributions):
            for name in groups(marked):
                tally.add(name, number in one.found)
    for one in sorted(reads, key=lambda one: one.passage.genre):
        tally.add(f"genre: {one.passage.genre}", len(one.found), len(one.gold), len(one.told))
    return tally


def forms(reading: Reading, actor: str | None) -> tuple[str, ...]:
    """The names of an actor."""
    return next(((a.name, *a.aliases) for a in reading.actors if a.id == actor), ())


def right_speaker(marked: marks.Marked, read: Attribution, reading: Reading) -> bool:
    """Whether the speaker is the one marked, or unknown in both."""
    if not marked.speaker:
        return read.speaker is None
    return any_fits(marked.speaker, forms(reading, read.speaker))


def right_chain(passage: marks.Passage, marked: marks.Marked, read: Attribution, reading: Reading) -> bool:
    """Whether the chain has the same links in the same order; a link may have any name marked for its speaker."""
    if len(marked.chain) != len(read.chain):
        return False
    known = [a.speaker for a in passage.attributions]
    links = [{link, *(name for names in known if link in names for name in names)} for link in marked.chain]
    return all(any_fits(names, forms(reading, link)) for names, link in zip(links, read.chain, strict=True))


def relayed(passage: marks.Passage, marked: marks.Marked) -> bool:
    """Whether the chain has a link that is neither the outlet nor the speaker of it or of one around it."""
    by_number = {a.number: a for a in passage.attributions}
    known = {passage.outlet}
    here: marks.Marked | None = marked
    while here is not None:
        known.update(here.speaker)
        here = by_number[here.inside] if here.inside is not None else None
    return any(link not in known for link in marked.chain[:-1])


def parent(one: Read, marked: marks.Marked) -> str | None:
    """The id of the read attribution that was found for the one around `marked`; empty where that was missed."""
    if marked.inside is None:
        return None
    index = next(n for n, a in enumerate(one.passage.attributions) if a.number == marked.inside)
    return one.reading.attributions[one.found[index]].id if index in one.found else ""


@dataclass(frozen=True)
class Judged:
    """One thing judged of one found attribution: under which names it counts, what was expected, what was read."""

    names: tuple[str, ...]
    number: int
    right: bool
    expected: object
    read: object


def judged(one: Read) -> Iterator[Judged]:
    """Everything judged of what was found in a passage; a parent only where it was found itself."""
    for marked, read in one.pairs():
        for key, plain in (("mode", None), ("kind", "speech"), ("act", "assert"), ("stance", "neutral")):
            wanted = getattr(marked, key)
            got = getattr(read, key) if key != "stance" else read.cue.stance if read.cue else "neutral"
            names = (key, *([f"{key}, not {plain}"] if plain and wanted != plain else []))
            yield Judged(names, marked.number, got == wanted, wanted, got)
        around = parent(one, marked)
        if around != "":
            names = ("inside", *(["inside, nested"] if around else []))
            yield Judged(names, marked.number, read.inside == around, around, read.inside)
        right, got = right_speaker(marked, read, one.reading), forms(one.reading, read.speaker)
        names = ("speaker", f"speaker, {marked.by}")
        yield Judged(names, marked.number, right, " / ".join(marked.speaker) or "?", " / ".join(got) or None)
        names = (
            "chain",
            *(["chain, with a relay"] if relayed(one.passage, marked) else []),
            *(["chain, nested"] if marked.inside is not None else []),
        )
        right = right_chain(one.passage, marked, read, one.reading)
        yield Judged(names, marked.number, right, " > ".join(marked.chain), " > ".join(read.chain))


def apart(one: Read) -> Iterator[Judged]:
    """For each two speakers of a passage that stay unnamed whether they are two actors."""
    unnamed = {a.speaker[0] for a in one.passage.attributions if a.by == "unnamed" and a.speaker}
    actors: defaultdict[str, set[str | None]] = defaultdict(set)
    numbers: dict[str, int] = {}
    for marked, read in one.pairs():
        if marked.speaker and marked.speaker[0] in unnamed:
            actors[marked.speaker[0]].add(read.speaker)
            numbers.setdefault(marked.speaker[0], marked.number)
    for first, second in combinations(actors, 2):
        got = actors[first], actors[second]
        right = got[0].isdisjoint(got[1])
        yield Judged(("unnamed told apart",), numbers[second], right, f"{first}, {second}", got[0] & got[1])


ORDER = (
    "mode", "kind", "kind, not speech", "act", "act, not assert", "stance", "stance, not neutral", "inside",
    "inside, nested", "speaker", *(f"speaker, {kind}" for kind in KINDS), "unnamed told apart", "chain",
    "chain, with a relay", "chain, nested",
)  # fmt: skip


def score_joins(reads: Iterable[Read]) -> Tally:
    """Table two: how much of what was found is right besides its spans."""
    tally = Tally(ORDER)
    for one in reads:
        for judgement in (*judged(one), *apart(one)):
            for name in judgement.names:
                tally.add(name, judgement.right)
    return tally


def differences(one: Read) -> Iterator[str]:
    """A line for each attribution missed or read besides, and for each thing that is wrong of what was found."""
    text, name = one.passage.text, one.passage.name

    def printed(rows: Parts) -> str:
        return " | ".join(" ... ".join(" ".join(text[s:e].split()) for s, e in rows.spans[role]) for role in ROLES)

    for number, row in enumerate(one.gold):
        if number not in one.found:
            yield f"{name} {one.passage.attributions[number].number} missed: {printed(row)}"
    for number, row in enumerate(one.told):
        if number not in one.found.values():
            yield f"{name} - besides: {printed(row)}"
    for judgement in (*judged(one), *apart(one)):
        if not judgement.right:
            yield f"{name} {judgement.number} {judgement.names[-1]}: {judgement.expected} <> {judgement.read}"


def chosen(part: str, genre: str | None) -> Iterator[marks.Passage]:
    """The passages of a part of the corpus, of one genre where it is given."""
    for passage in marks.passages():
        if part in {"all", "test" if passage.test else "train"} and genre in {None, passage.genre}:
            yield passage


def main() -> None:
    """Reads the passages and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--part", choices=("test", "train", "all"), default="test")
    parser.add_argument("--genre")
    parser.add_argument("-v", "--verbose", action="store_true", help="show each difference in a line")
    args = parser.parse_args()
    begun = time.time()
    reads = [read_passage(passage) for passage in chosen(args.part, args.genre)]
    if args.verbose:
        print(*(line for one in reads for line in differences(one)), "", sep="\n")
    print(f"{len(reads)} passages ({args.part}), read in {time.time() - begun:.0f} s")
    print(f"\n{'attributions':34} P      R      F1")
    print(*score_spans(reads).lines(), *score_recall(reads).lines(), sep="\n")
    bare = [one for one in reads if not one.gold]
    print(f"{sum(len(one.told) for one in bare)} rows read in the {len(bare)} passages that have none")
    failed = [one.passage.name for one in reads if one.reading.report.status != "read"]
    if failed:
        print(f"not read at all: {', '.join(failed)}")
    print(f"\n{'of what was found':34}        right")
    print(*score_joins(reads).lines(), sep="\n")


if __name__ == "__main__":
    main()
