"""Reads the corpus's marked passages into texts with spans, and checks that every mark and row is sound.

    python training/corpus/marks.py [FILE ...]

Stands alone because training, tests and benchmarks all read the corpus, and nothing else knows its form.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).parent
ROLES = {"s": "source", "c": "cue", "w": "content"}
VALUES = {
    "by": ("name", "pronoun", "description", "unnamed", "none"),
    "mode": ("direct", "mixed", "indirect"),
    "act": ("assert", "deny", "demand", "promise", "threaten", "accuse", "praise", "condemn", "predict", "ask"),
    "stance": ("neutral", "endorsing", "doubting"),
    "kind": ("speech", "thought"),
}
DEFAULTS = {"act": "assert", "stance": "neutral", "kind": "speech", "chain": "", "inside": ""}
OPENING = re.compile(r"\{((?:[scw]\d+)(?:\+[scw]\d+)*) ")
Spans = tuple[tuple[int, int], ...]


class MarkError(Exception):
    """A passage that is not in the form; says which and where."""


@dataclass(frozen=True)
class Marked:
    """One attribution: spans are ``[start, end)`` code points in the passage's text; `inside` is a number or None."""

    number: int
    source: Spans
    cue: Spans
    content: Spans
    speaker: tuple[str, ...]
    by: str
    mode: str
    act: str
    stance: str
    kind: str
    chain: tuple[str, ...]
    inside: int | None


@dataclass(frozen=True)
class Passage:
    """One passage, its marks taken out of `text`; paragraphs are parted by an empty line."""

    name: str
    outlet: str | None
    published: str
    text: str
    attributions: tuple[Marked, ...]

    @property
    def genre(self) -> str:
        """The part of the name before its number."""
        return self.name.rpartition("-")[0]

    @property
    def test(self) -> bool:
        """Whether it is kept aside from training."""
        return self.name.endswith("0")


def passages(files: Sequence[Path] = ()) -> Iterator[Passage]:
    """All passages of `files`, by default of the whole corpus, in order; raises `MarkError` at the first fault."""
    for path in files or sorted(HERE.glob("*.txt")):
        blocks = re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)
        if blocks[0].strip():
            raise MarkError(f"{path.name}: words before the first passage")
        for block in blocks[1:]:
            yield passage(block)


def passage(block: str) -> Passage:
    """One passage from its block, without the leading ``==``."""
    parts = re.split(r"^---\s*$", block, flags=re.MULTILINE)
    name = block.partition("\n")[0].strip()
    if len(parts) != 3:
        raise MarkError(f"{name}: expected head, text and rows with '---' lines between, found {len(parts)} parts")
    head = dict(line.split(": ", 1) for line in parts[0].strip().split("\n")[1:] if line.strip())
    if not {"outlet", "published"} <= head.keys():
        raise MarkError(f"{name}: the head needs outlet and published")
    outlet = None if head["outlet"] == "?" else head["outlet"]
    text, spans = unmarked(name, flowing(parts[1]))
    rows = dict(row(name, line) for line in parts[2].strip().split("\n") if line.strip() and line.strip() != "none")
    numbers = sorted({number for _, number in spans})
    if sorted(rows) != numbers or numbers != list(range(1, len(numbers) + 1)):
        raise MarkError(f"{name}: marks are numbered {numbers}, rows {sorted(rows)}")
    found = tuple(attribution(name, n, rows[n], spans, outlet) for n in numbers)
    return Passage(name, outlet, head["published"], text, placed(name, found, rows, outlet))


def flowing(raw: str) -> str:
    """The text with its line breaks as blanks and one empty line between paragraphs."""
    parts = re.split(r"\n[ \t]*\n", raw.strip())
    return "\n\n".join(" ".join(part.split()) for part in parts)


def unmarked(name: str, raw: str) -> tuple[str, dict[tuple[str, int], list[tuple[int, int]]]]:
    """The text without marks, and the spans of each mark."""
    out: list[str] = []
    size = at = 0
    opened: list[tuple[int, list[str]]] = []
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    while at < len(raw):
        if raw[at] == "{":
            match = OPENING.match(raw, at)
            if not match:
                raise MarkError(f"{name}: '{{' without a mark at: {raw[at : at + 30]}")
            opened.append((size, match[1].split("+")))
            at = match.end()
        elif raw[at] == "}":
            if not opened:
                raise MarkError(f"{name}: '}}' closes nothing at: {raw[max(0, at - 30) : at]}")
            start, marks = opened.pop()
            if start == size or out[start].isspace() or out[-1].isspace():
                raise MarkError(f"{name}: {marks} begins or ends in a blank: {''.join(out[start:])}")
            for mark in marks:
                spans.setdefault((ROLES[mark[0]], int(mark[1:])), []).append((start, size))
            at += 1
        else:
            out.append(raw[at])
            size += 1
            at += 1
    if opened:
        raise MarkError(f"{name}: {opened[-1][1]} is never closed")
    return "".join(out), {key: sorted(value) for key, value in spans.items()}


def row(name: str, line: str) -> tuple[int, dict[str, str]]:
    """One line of rows as its number and its keys."""
    match = re.fullmatch(r"\s*(\d+)\s+(.+?)\s*", line)
    if not match:
        raise MarkError(f"{name}: not a row: {line}")
    keys = dict(DEFAULTS)
    for part in match[2].split(" | "):
        key, equals, value = part.partition("=")
        key = key.strip()
        if not equals or key not in {*VALUES, "speaker", "chain", "inside"}:
            raise MarkError(f"{name}: row {match[1]} has an unknown key: {part}")
        if key in VALUES and value.strip() not in VALUES[key]:
            raise MarkError(f"{name}: row {match[1]}: {key} may be {', '.join(VALUES[key])}, not {value}")
        keys[key] = value.strip()
    lacking = {"speaker", "by", "mode"} - keys.keys()
    if lacking:
        raise MarkError(f"{name}: row {match[1]} lacks {', '.join(sorted(lacking))}")
    return int(match[1]), keys


def attribution(
    name: str,
    number: int,
    keys: dict[str, str],
    spans: dict[tuple[str, int], list[tuple[int, int]]],
    outlet: str | None,
) -> Marked:
    """One attribution; `inside` and the chain are filled in by `placed`."""
    source, cue, content = (tuple(spans.get((role, number), ())) for role in ROLES.values())
    if not content:
        raise MarkError(f"{name}: attribution {number} has no words")
    if (keys["by"] == "none") != (not source):
        raise MarkError(f"{name}: attribution {number}: by=none goes with no source span, and only with none")
    speaker = tuple(s.strip() for s in keys["speaker"].split(" / ")) if keys["speaker"] != "?" else ()
    chain = tuple(s.strip() for s in keys["chain"].split(" > ")) if keys["chain"] else ()
    if chain and outlet and chain[0] != outlet:
        raise MarkError(f"{name}: attribution {number}: the chain begins with {chain[0]}, the outlet is {outlet}")
    return Marked(
        number, source, cue, content, speaker, *(keys[k] for k in ("by", "mode", "act", "stance", "kind")), chain, None
    )


def placed(
    name: str, found: tuple[Marked, ...], rows: dict[int, dict[str, str]], outlet: str | None
) -> tuple[Marked, ...]:
    """The attributions with what they are nested in, and with the chains that were left out."""
    inside: dict[int, int | None] = {}
    for one in found:
        told = rows[one.number]["inside"]
        if told and told != "none" and not (told.isdigit() and int(told) in rows and int(told) != one.number):
            raise MarkError(f"{name}: attribution {one.number}: inside={told} is no other attribution")
        holds = [
            o for o in found if o.number != one.number and holding(o.content, (*one.source, *one.cue, *one.content))
        ]
        smallest = min(holds, key=lambda o: sum(e - s for s, e in o.content), default=None)
        inside[one.number] = (int(told) if told.isdigit() else None) if told else smallest and smallest.number
    by_number = {one.number: one for one in found}

    def chain(one: Marked) -> tuple[str, ...]:
        if one.chain:
            return one.chain
        outer = inside[one.number]
        before = chain(by_number[outer]) if outer else ((outlet,) if outlet else ())
        own = one.speaker[:1]
        return before if before[-1:] == own else (*before, *own)

    return tuple(Marked(**{**one.__dict__, "inside": inside[one.number], "chain": chain(one)}) for one in found)


def holding(outer: Spans, inner: Spans) -> bool:
    """Whether every span of `inner` lies in one of `outer`, and they are not the same."""
    return set(outer) != set(inner) and all(any(a <= s and e <= b for a, b in outer) for s, e in inner)


def main() -> None:
    """Checks the files given, or the whole corpus, and prints what it holds."""
    try:
        made = list(passages([Path(name) for name in sys.argv[1:]]))
    except (MarkError, ValueError) as error:
        sys.exit(f"corpus: {error}")
    twice = [name for name, count in Counter(p.name for p in made).items() if count > 1]
    if twice:
        sys.exit(f"corpus: the name {twice[0]} stands twice")
    rows = [a for p in made for a in p.attributions]
    words = sum(len(p.text.split()) for p in made)
    print(f"{len(made)} passages ({sum(p.test for p in made)} test), {words} words, {len(rows)} attributions,", end=" ")
    print(f"{sum(a.inside is not None for a in rows)} nested")
    for key in ("by", "mode", "act", "stance", "kind"):
        print(key, dict(Counter(getattr(a, key) for a in rows).most_common()))
    print("genre", dict(Counter(p.genre for p in made)))


if __name__ == "__main__":
    main()
