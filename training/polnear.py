"""Converts PolNeAR, as its authors publish it (text and brat files), into annotated documents, one JSON line each.

    python training/polnear.py CHECKOUT train > training/work/train.jsonl

Stands alone because it alone knows the corpus's files: ``data/SPLIT/text/DOCUMENT.txt`` and
``data/SPLIT/attributions/DOCUMENT_ANNOTATOR.ann``. Where several people annotated a document, one is chosen by the
CRC-32 of its name, so that no one person stands for all of the shared ones. Attributions without content are left out.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from pathlib import Path

ROLES = ("source", "cue", "content")
Spans = list[list[int]]


def documents(checkout: Path, split: str) -> list[dict[str, object]]:
    """The documents of one split in order of name; raises `FileNotFoundError` where the checkout lacks it."""
    folder = checkout / "data" / split
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: no such folder; give the root of a PolNeAR checkout and train, dev or test")
    annotators: dict[str, list[str]] = defaultdict(list)
    for file in sorted((folder / "attributions").glob("*.ann")):
        name, _, annotator = file.stem.rpartition("_")
        annotators[name].append(annotator)
    made: list[dict[str, object]] = []
    for name, people in sorted(annotators.items()):
        chosen = people[zlib.crc32(name.encode()) % len(people)]
        annotation = (folder / "attributions" / f"{name}_{chosen}.ann").read_bytes().decode("utf-8")
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        made.append({"id": name, "annotator": chosen, "text": text, "attributions": attributions(annotation)})
    return made


def attributions(annotation: str) -> list[dict[str, Spans]]:
    """The attributions of a brat file: text-bound lines (T) give spans, event lines (E) join them by role."""
    spans: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if fields[0].startswith("T") and len(fields) > 1:
            _, _, places = fields[1].partition(" ")
            spans[fields[0]] = [[int(number) for number in place.split()] for place in places.split(";")]
        elif fields[0].startswith("E") and len(fields) > 1:
            events.append(fields[1].split()[1:])
    made = []
    for parts in events:
        roles: dict[str, Spans] = {role: [] for role in ROLES}
        for part in parts:
            role, _, name = part.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(name, [])
        if roles["content"]:
            made.append({role: merged(places) for role, places in roles.items()})
    made.sort(key=lambda a: (a["content"], a["cue"], a["source"]))
    return [a for i, a in enumerate(made) if a not in made[:i]]


def merged(places: Spans) -> Spans:
    """Spans in order, those that touch or overlap joined."""
    out: Spans = []
    for start, end in sorted(places):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for document in documents(Path(sys.argv[1]), sys.argv[2]):
        print(json.dumps(document, ensure_ascii=False))
