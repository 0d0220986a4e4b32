"""Writes how rare words are in news: the lexicon's ``rarity.toml``, from the training parts of the data alone.

    SAYSO_DATA=... python training/rarity.py [--skip 823]

Stands alone because it runs once, and the table that it writes is what ships. A word's share is the mean of its
shares of texts of four kinds (local crime, politics, a mixture, and speeches of all states), so that no kind's words
count as common everywhere. `--skip` leaves out the first reports of US incidents, which the weights of events are
fitted on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.link.events.terms import FLOOR, STEP, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    ("gva_incidents/train",),
    ("polnear/train",),
    ("ecbplus/train", "tempeval3/train", "wikinews/all"),
    ("un_debates/all",),
)
RAREST = 1 / 750
TARGET = Path(__file__).parent.parent / "src/sayso/lexicon/rarity.toml"
HEAD = f"""# How rare words are: for each level the words whose share of texts is about exp(-level), in lower case.
# Words that stand nowhere here are rarer than one text in {round(1 / RAREST)}. Written by training/rarity.py.

[source]
method = "Shares of texts that hold the word, the mean over local crime, politics, mixed news, and speeches"
texts = [
    "training parts of the Gun Violence Archive (those that weights are fitted on left out), PolNeAR, ECB+, TempEval-3",
    "Wikinews 2019 and 2020, UN General Debate statements 2015 to 2024",
]
counts = "of words alone"

[levels]
"""


def texts(name: str, skip: int) -> Iterator[str]:
    """The reports of a file with their titles; of incidents those after the first `skip`."""
    with gzip.open(Path(os.environ["SAYSO_DATA"]) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        seen = 0
        for row in map(json.loads, lines):
            pages = row.get("docs") or [row]
            seen += len(pages)
            if "docs" not in row or seen > skip:
                yield from (f"{page.get('title') or ''}\n{page['text']}" for page in pages)


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--skip", type=int, default=823)
    skip = parser.parse_args().skip
    shares: Counter[str] = Counter()
    for kind in KINDS:
        counted: Counter[str] = Counter()
        total = 0
        for name in kind:
            for text in texts(name, skip):
                counted.update({term.word for term in terms(text)})
                total += 1
        for word, count in counted.items():
            shares[word] += count / total / len(KINDS)
    levels: dict[float, list[str]] = {}
    for word, share in shares.items():
        if share >= RAREST and not word[0].isdigit():
            levels.setdefault(min(FLOOR, round(-math.log(share) / STEP) * STEP), []).append(word)
    lines = [f'"{level:g}" = "{" ".join(sorted(words))}"' for level, words in sorted(levels.items())]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
