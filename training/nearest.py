"""Finds, for statements of real reports, others that mean nearly the same, and says which of them are one claim.

    python training/nearest.py --incidents gva.jsonl.gz --texts polnear.jsonl.gz --out training/work/real.jsonl

Stands alone because it needs the shipped reader and no PyTorch. Statements of two incidents are never one claim; those
that are nearest by the meaning of their words are the hardest to tell apart. Two of one report are added: a report
seldom says a thing twice. One claim are statements in two reports of one incident that share nearly all, without a
figure, day or name that differs; where there is none, the statement with less detail. What is written is for training.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import sayso
from sayso.link.claims.agreeing import clash
from sayso.link.claims.same import likelihood, nearness, weighed
from sayso.link.claims.statements import Statement, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 3_000
"""Characters of a text that are read."""
WORDS = range(4, 46)
OTHERS, OWN, COPIES = 3, 2, 2
DISTANT, ALIKE = 0.97, 0.85
"""Statements nearer than this may be one claim after all: of two incidents, and of one report."""
CLOSE, SURE = 0.75, 0.8
"""Statements of one incident that are at least so near, and so likely one claim, are one."""


@dataclass(frozen=True)
class Told:
    """A statement, its cue and words in one line, and the incident that its report is of."""

    incident: str
    statement: Statement
    said: str


def main() -> None:
    """Reads the arguments, the texts, and writes a line for each group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=Path, required=True, help="lines with several texts of one incident (docs)")
    parser.add_argument("--texts", type=Path, required=True, help="lines with a text each")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    order = random.Random(6)  # noqa: S311
    found = [*read(args.incidents, 170, 3, order), *read(args.texts, 80, 1, order)]
    vectors = np.stack([one.statement.vector for one in found])
    near = vectors @ vectors.T
    rows = [row(found, at, near[at]) for at in range(len(found))]
    copied = [told for told, whole in rows if whole]
    others = [told for told, whole in rows if not whole]
    order.shuffle(others)
    kept = [one for one in (*copied, *others[: max(300, len(copied))]) if one["apart"]]
    args.out.write_text("".join(json.dumps(one) + "\n" for one in kept), encoding="utf-8")
    print(f"{len(kept)} groups, {len(copied)} with a claim of two reports")


def read(path: Path, count: int, each: int, order: random.Random) -> Iterator[Told]:
    """The statements of `each` reports of `count` incidents."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [raw for line in lines if len((raw := json.loads(line)).get("docs", (raw,))) >= min(each, 2)]
    order.shuffle(rows)
    for number, raw in enumerate(rows[:count]):
        for part in raw.get("docs", (raw,))[:each]:
            reading = sayso.read_text(part["text"][:LONGEST], language="en")
            for one, told in zip(statements(reading), reading.attributions, strict=True):
                said = " ".join(f"{told.cue.text if told.cue else ''} {one.text}".split())
                if len(one.text.split()) in WORDS:
                    yield Told(f"{path.parent.name} {number}", one, said)


def row(found: list[Told], at: int, near: Any) -> tuple[dict[str, Any], bool]:  # noqa: ANN401 - a row of cosines
    """One statement with those that are one claim with it and those that are not; whether two reports tell it."""
    one = found[at]
    ranked = [int(i) for i in np.argsort(-near) if i != at]
    twins = [i for i in ranked if near[i] >= CLOSE and one_claim(one, found[i])][:COPIES]
    others = [i for i in ranked if found[i].incident != one.incident and near[i] < DISTANT][:OTHERS]
    own = [i for i in ranked if found[i].statement.report == one.statement.report and near[i] < ALIKE][:OWN]
    said = one.said
    same = [said, *(found[i].said for i in twins)] if twins else [said, shorter(said)]
    return {"same": same, "apart": [found[i].said for i in (*others, *own)]}, bool(twins)


def one_claim(one: Told, other: Told) -> bool:
    """Whether two statements of two reports of an incident share nearly all, and nothing keeps them apart."""
    a, b = one.statement, other.statement
    if one.incident != other.incident or a.report == b.report or one.said == other.said:
        return False
    shared = nearness(a, b)
    return likelihood(weighed(a, b, shared), open_actor=False, one_report=False) > SURE and clash(a, b, shared) is None


def shorter(said: str) -> str:
    """A statement without what follows its last comma, or told with another cue."""
    comma = said.rfind(", ")
    return said[:comma] if comma > len(said) / 2 else " ".join(["added", *said.split()[1:]])


if __name__ == "__main__":
    main()
