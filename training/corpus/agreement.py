"""Prints how far two markers of the corpus's test part agree, part by part and row by row.

    python training/corpus/agreement.py [--list]

Stands alone because a score on the corpus means little without what two readers of one guide reach. The second marking
lies in ``second/``; its marker saw the guide and the plain texts, never the first marking. F1 of the one against the
other is the same in both directions.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marks import HERE, Marked, MarkError, Passage, Spans, passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

TOKEN = re.compile(r"\w+|\S")
PARTS = ("source", "cue", "content")
LABELS = ("by", "mode", "act", "stance", "kind")
ARTICLE = re.compile(r"^(?:the|a|an) ")
# The list and the threshold are those of the PolNeAR scorer, so that the numbers stand beside that corpus's own.
FUNCTION = re.compile(
    "the|a|an|of|to|in|on|at|for|from|by|with|and|or|but|as|s|that|this|who|which|whose"
    "|is|was|are|were|be|been|has|have|had"
)
ENOUGH = 0.5
Numbers = frozenset[int]
Pairs = list[tuple[Marked, Marked]]


@dataclass(frozen=True)
class Both:
    """One passage in both markings."""

    first: Passage
    second: Passage
    tokens: tuple[tuple[int, int, str], ...]

    def inside(self, spans: Spans) -> Numbers:
        """The numbers of the tokens in `spans`."""
        return frozenset(i for i, (s, e, _) in enumerate(self.tokens) if any(s < b and a < e for a, b in spans))

    def words(self, spans: Spans) -> Numbers:
        """The same without punctuation."""
        return frozenset(i for i in self.inside(spans) if self.tokens[i][2].isalnum())

    def naming(self, spans: Spans) -> Numbers:
        """The same without function words."""
        return frozenset(i for i in self.words(spans) if not FUNCTION.fullmatch(self.tokens[i][2].lower()))


def main() -> None:
    """Compares the passages that both markers marked and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="each disagreement, passage by passage")
    wanted = parser.parse_args()
    shared = list(together())
    matched = [(both, paired(both, same_source)) for both in shared]
    table(shared, matched)
    if wanted.list:
        for both, pairs in matched:
            told(both, pairs)


def together() -> Iterable[Both]:
    """Every passage of the second marking with its first; a text that differs is an error."""
    first = {passage.name: passage for passage in passages()}
    for second in passages(sorted((HERE / "second").glob("*.txt"))):
        one = first[second.name]
        if one.text != second.text:
            raise MarkError(f"{one.name}: the two markings have different texts")
        yield Both(one, second, tuple((*m.span(), m[0]) for m in TOKEN.finditer(one.text)))


def paired(both: Both, fits: Callable[[Both, Marked, Marked], bool]) -> Pairs:
    """Attributions matched one to one by falling overlap of their words, of those that overlap enough and fit."""
    open_pairs = [
        (overlap(both.inside(a.content), both.inside(b.content)), overlap(both.inside(a.cue), both.inside(b.cue)), a, b)
        for a in both.first.attributions
        for b in both.second.attributions
        if fits(both, a, b)
    ]
    pairs: Pairs = []
    for shared, _, a, b in sorted(open_pairs, key=lambda pair: pair[:2], reverse=True):
        if shared >= ENOUGH and all(a is not x and b is not y for x, y in pairs):
            pairs.append((a, b))
    return pairs


def overlap(one: Numbers, other: Numbers) -> float:
    """Intersection over union."""
    return len(one & other) / (len(one | other) or 1)


def any_source(_both: Both, _a: Marked, _b: Marked) -> bool:
    """Any two fit."""
    return True


def same_source(both: Both, a: Marked, b: Marked) -> bool:
    """The sources share a naming word, or neither has one."""
    return bool(both.naming(a.source) & both.naming(b.source)) or not (a.source or b.source)


def same_words(both: Both, a: Marked, b: Marked) -> bool:
    """The contents are the same but for punctuation."""
    return both.words(a.content) == both.words(b.content)


def exact(both: Both, part: str) -> tuple[int, int, int]:
    """Spans of a part that are the same, those of the first marker, those of the second."""
    one, other = (
        {both.inside((span,)) for marked in passage.attributions for span in getattr(marked, part)}
        for passage in (both.first, both.second)
    )
    return len(one & other), len(one), len(other)


def table(shared: Sequence[Both], matched: Sequence[tuple[Both, Pairs]]) -> None:
    """Prints F1 over all attributions, then the agreement of the matched ones."""
    ones, others = (sum(len(getattr(both, side).attributions) for both in shared) for side in ("first", "second"))
    print(f"{len(shared)} passages, {ones} attributions by the first marker, {others} by the second\n")
    print("| F1 of one marker against the other | |\n| --- | --- |")
    for name, fits in (
        ("who said what", same_source),
        ("content at IoU 0.5", any_source),
        ("content exact on words", same_words),
    ):
        print(f"| {name} | {f1(sum(len(paired(both, fits)) for both in shared), ones, others):.3f} |")
    for part in PARTS:
        counts = [sum(column) for column in zip(*(exact(both, part) for both in shared), strict=True)]
        print(f"| {part} exact spans | {f1(*counts):.3f} |")
    pairs = [(a, b) for _, found in matched for a, b in found]
    print(f"\n| the {len(pairs)} who said what alike | agree | kappa |\n| --- | --- | --- |")
    for label in LABELS:
        values = [(getattr(a, label), getattr(b, label)) for a, b in pairs]
        print(f"| {label} | {sum(x == y for x, y in values) / len(values):.3f} | {kappa(values):.2f} |")
    for name, same in (("speaker", same_speaker), ("chain", same_chain), ("chain, link by link", linked)):
        print(f"| {name} | {sum(same(a, b) for a, b in pairs) / len(pairs):.3f} | |")
    alike = sum(same_inside(a, b, found) for _, found in matched for a, b in found)
    print(f"| inside | {alike / len(pairs):.3f} | |")


def f1(both: int, ones: int, others: int) -> float:
    """Twice what is shared over all there is."""
    return 2 * both / ((ones + others) or 1)


def kappa(values: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: the agreement beyond what the two markers' habits give by chance."""
    seen = sum(x == y for x, y in values) / len(values)
    ones, others = Counter(x for x, _ in values), Counter(y for _, y in values)
    chance = sum(ones[value] * others[value] for value in ones) / len(values) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def same_speaker(a: Marked, b: Marked) -> bool:
    """One name of the one holds one of the other, or both are unknown."""
    return any(holds(x, y) for x in a.speaker for y in b.speaker) or not (a.speaker or b.speaker)


def holds(one: str, other: str) -> bool:
    """Whether one name holds the other as whole words, case and article aside."""
    x, y = (f" {ARTICLE.sub('', name.lower())} " for name in (one, other))
    return x in y or y in x


def same_chain(a: Marked, b: Marked) -> bool:
    """Every link is spelt alike."""
    return a.chain == b.chain


def linked(a: Marked, b: Marked) -> bool:
    """Every link holds the other marker's."""
    return len(a.chain) == len(b.chain) and all(map(holds, a.chain, b.chain))


def same_inside(a: Marked, b: Marked, pairs: Pairs) -> bool:
    """Both are nested in attributions that are matched with one another, or neither is nested."""
    return (a.inside, b.inside) in {(None, None), *((x.number, y.number) for x, y in pairs)}


def told(both: Both, pairs: Pairs) -> None:
    """Prints one passage's disagreements: attributions of one marker only, then parts and labels that differ."""
    lines = [
        f"{mark} {shown(both, one)}"
        for mark, passage, side in (("1", both.first, 0), ("2", both.second, 1))
        for one in passage.attributions
        if all(pair[side] is not one for pair in pairs)
    ]
    for a, b in pairs:
        lines += [
            f"  {label}: {getattr(a, label)} | {getattr(b, label)} ({shown(both, a)})" for label in differing(a, b)
        ]
        lines += [
            f"  {part}: {text(both, getattr(a, part))} | {text(both, getattr(b, part))}"
            for part in PARTS
            if both.inside(getattr(a, part)) != both.inside(getattr(b, part))
        ]
        if not same_inside(a, b, pairs):
            lines.append(f"  inside: {a.inside} | {b.inside} ({shown(both, a)})")
    print("\n".join(["", both.first.name, *lines]))


def differing(a: Marked, b: Marked) -> list[str]:
    """The labels in which two matched attributions differ."""
    names = [label for label in LABELS if getattr(a, label) != getattr(b, label)]
    names += [] if same_speaker(a, b) else ["speaker"]
    return names if linked(a, b) else [*names, "chain"]


def shown(both: Both, one: Marked) -> str:
    """One attribution on a line."""
    return f"{one.number} " + " / ".join(text(both, getattr(one, part)) for part in PARTS)


def text(both: Both, spans: Spans) -> str:
    """The text of spans, an ellipsis between them."""
    return " … ".join(both.first.text[a:b] for a, b in spans)


if __name__ == "__main__":
    main()
