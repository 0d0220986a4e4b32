"""Distils static vectors of word pieces from a sentence encoder: ``meaning.npz``, which the package ships.

    python training/meaning.py --texts polnear.jsonl.gz claimdiff.jsonl.gz ... --out src/sayso/parse/meaning.npz

Stands alone because what it writes is a table that needs no network: a passage's vector is the sum of its pieces'. As
in model2vec (van Dulken and Tulkens 2024), a piece starts as the teacher's answer to that piece alone, weighted by
a / (a + frequency) (SIF: Arora et al. 2017); then one linear map, the weights and what each piece adds of its own are
fitted so that sums point where the teacher's sentences do and agree with it on how alike two sentences are. TEXTS are
JSON Lines with a "text", "docs" or "claim_a" and "claim_b" each; every twentieth text is held out. Half an hour on one
core; ``training/requirements.txt`` names what it needs.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from data import encoder_weights, tokenizer
from network import Encoder, load_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

WIDTH = 128
STEPS = 9
"""Steps of the stored integers in one standard deviation: finer ones only make the file larger."""
COMMON = 3e-4
LONGEST = 40
EVERY = 20
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(A-Z0-9])|\n+")
CLAUSE = re.compile(r"[,;:]\s|\s[–—-]\s|[\"“”]")
FOREIGN = re.compile(r"[\u0250-\u1fff\u2c00-\uffff]|^\[unused")


@dataclass(frozen=True)
class Sentences:
    """Piece ids of sentences, the text each comes from, whether it is held out, and the teacher's vectors."""

    ids: list[list[int]]
    texts: NDArray[np.int64]
    held: NDArray[np.bool_]
    taught: Tensor


def main() -> None:
    """Reads the arguments, asks the teacher, fits, writes and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="JSON Lines")
    parser.add_argument("--sentences", type=int, default=11_000, help="of each file at most")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kept", type=Path, help="where the teacher's answers are kept between runs")
    args = parser.parse_args()
    torch.manual_seed(7)
    if args.kept and args.kept.exists():
        told, words = torch.load(args.kept, weights_only=False)
    else:
        told, words = asked(args.texts, args.sentences)
        if args.kept:
            torch.save((told, words), args.kept)
    student = fitted(told, words, args.epochs)
    table = student.table().detach().numpy()
    step = table[np.abs(table).sum(axis=1) > 0].std() / STEPS
    whole = np.clip(np.rint(table / step), -127, 127).astype(np.int8)
    np.savez_compressed(args.out, pieces=whole)
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")
    report(told, torch.from_numpy(whole.astype(np.float32)))


def asked(paths: Sequence[Path], most: int) -> tuple[Sentences, Tensor]:
    """The sentences of all files with the teacher's vectors, and its vectors of single pieces."""
    pieces = tokenizer()
    words = [
        [at] if not FOREIGN.search(piece) else []
        for piece, at in sorted(pieces.get_vocab().items(), key=lambda item: item[1])
    ]
    ids: list[list[int]] = []
    texts: list[int] = []
    held: list[bool] = []
    for path in paths:
        found = chosen(path, most)
        print(path.parent.name, len(found), flush=True)
        ids += [e.ids[:LONGEST] for e in pieces.encode_batch([s for _, s in found], add_special_tokens=False)]
        texts += [name for name, _ in found]
        held += [name % EVERY == 0 for name, _ in found]
    teacher = Encoder(len(words)).eval()
    load_encoder(teacher, encoder_weights())
    ends = [pieces.token_to_id(name) for name in ("[CLS]", "[SEP]")]
    taught = answers(teacher, ids, ends)
    alone = answers(teacher, words, ends)
    alone[[not word for word in words]] = 0.0
    return Sentences(ids, np.array(texts), np.array(held), taught), alone


def chosen(path: Path, most: int) -> list[tuple[int, str]]:
    """Sentences of a file, each text's together, and of every third sentence a clause instead; at most `most`."""
    rng = random.Random(7)  # noqa: S311
    by_text: list[list[tuple[int, str]]] = []
    seen: set[str] = set()
    for text in texts_of(path):
        name = int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)
        own = []
        for sentence in SENTENCE.split(text):
            part = rng.choice(CLAUSE.split(sentence)) if rng.random() < 1 / 3 else sentence
            part = " ".join(part.split())
            if part not in seen and len(part.split()) >= 3 and len(part) < 500:
                seen.add(part)
                own.append((name, part))
        by_text.append(own)
    rng.shuffle(by_text)
    share = max(8, 3 * most // max(1, len(by_text)))
    found = [row for own in by_text for row in own[:share]]
    return found[:most]


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if "docs" in row:
                yield from (doc["text"] for doc in row["docs"] if doc.get("text"))
            elif "claim_a" in row:
                yield f"{row['claim_a']}\n{row['claim_b']}"
            else:
                yield row["text"]


@torch.no_grad()
def answers(teacher: Encoder, ids: Sequence[Sequence[int]], ends: Sequence[int]) -> Tensor:
    """The teacher's unit vectors: the mean of its last states, in batches of like length."""
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    out = torch.zeros(len(ids), 384)
    teacher = teacher.to(torch.bfloat16)
    for at in range(0, len(order), 64):
        if at % 6400 == 0:
            print("asked", at, "of", len(order), flush=True)
        some = order[at : at + 64]
        rows = [[ends[0], *ids[i], ends[1]] for i in some]
        width = max(len(row) for row in rows)
        batch = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[True] * len(row) + [False] * (width - len(row)) for row in rows])
        none = torch.zeros(len(some), dtype=torch.long)
        states = teacher(batch, torch.zeros_like(batch), mask, none).float() * mask[..., None]
        out[some] = F.normalize(states.sum(1) / mask.sum(1, keepdim=True), dim=1)
    return out


class Student(nn.Module):
    """A table of pieces: the teacher's answer to each piece through one map, weighted, and what it adds of its own."""

    def __init__(self, alone: Tensor, chance: Tensor, axes: Tensor) -> None:
        super().__init__()
        self.register_buffer("alone", alone)
        self.map = nn.Parameter(axes.clone())
        self.weight = nn.Parameter(torch.log(COMMON / (COMMON + chance)))
        self.own = nn.Parameter(torch.zeros(len(alone), WIDTH))

    def table(self) -> Tensor:
        """The vectors of all pieces."""
        real = (self.alone.abs().sum(1, keepdim=True) > 0).float()
        return real * (self.weight.exp()[:, None] * (self.alone @ self.map) + self.own)

    def forward(self, ids: Tensor, owners: Tensor, count: int) -> Tensor:
        """The unit vectors of `count` passages whose pieces stand in one row, each with its owner."""
        vectors = self.weight[ids].exp()[:, None] * (self.alone[ids] @ self.map) + self.own[ids]
        return F.normalize(torch.zeros(count, WIDTH).index_add(0, owners, vectors), dim=1)


def fitted(told: Sentences, alone: Tensor, epochs: int) -> Student:
    """The student after `epochs` over the sentences that are not held out."""
    learnt = np.flatnonzero(~told.held)
    counts = np.bincount(np.concatenate([told.ids[i] for i in learnt]), minlength=len(alone))
    middle = told.taught[learnt].mean(0)
    axes = torch.linalg.svd(told.taught[learnt] - middle, full_matrices=False)[2][:WIDTH].T
    aims = F.normalize(told.taught @ axes, dim=1)
    centre = alone[alone.abs().sum(1) > 0].mean(0)
    lone = torch.where(alone.abs().sum(1, keepdim=True) > 0, alone - 0.9 * centre, alone)
    student = Student(lone, torch.from_numpy(counts / counts.sum()).float(), axes)
    steps = epochs * -(-len(learnt) // 512)
    best = torch.optim.Adam(
        [
            {"params": [student.map], "lr": 1e-3},
            {"params": [student.weight], "lr": 1e-2},
            {"params": [student.own], "lr": 3e-3},
        ]
    )
    pace = torch.optim.lr_scheduler.OneCycleLR(best, [1e-3, 1e-2, 3e-3], total_steps=steps, pct_start=0.1)
    rng = np.random.default_rng(7)
    for step in range(steps):
        some = batch_of(learnt, rng)
        made = student(*laid(told.ids, some), len(some))
        alike, wanted = made @ made.T, told.taught[some] @ told.taught[some].T
        loss = (
            20 * F.mse_loss(alike, wanted) + (1 - (made * aims[some]).sum(1)).mean() + 2e-4 * student.own.square().sum()
        )
        best.zero_grad()
        loss.backward()
        best.step()
        pace.step()
        if step % 250 == 0:
            print(step, steps, round(float(loss.detach()), 4), flush=True)
    return student


def batch_of(learnt: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """512 sentences: half drawn at random, half in runs of 16 that stand together in one text."""
    starts = rng.integers(0, len(learnt) - 16, 16)
    runs = (starts[:, None] + np.arange(16)).ravel()
    return learnt[np.unique(np.concatenate([runs, rng.integers(0, len(learnt), 256)]))]


def laid(ids: list[list[int]], some: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    """The pieces of some sentences in one row, and the number of the sentence that each belongs to."""
    lengths = [len(ids[i]) for i in some]
    return torch.tensor([piece for i in some for piece in ids[i]]), torch.repeat_interleave(
        torch.arange(len(some)), torch.tensor(lengths)
    )


def report(told: Sentences, table: Tensor) -> None:
    """Prints how the shipped table's cosines agree with the teacher's on held-out sentences."""
    held = np.flatnonzero(told.held)
    flat, owners = laid(told.ids, held)
    made = F.normalize(torch.zeros(len(held), WIDTH).index_add(0, owners, table[flat]), dim=1)
    taught = told.taught[held]
    own = told.texts[held]
    rng = np.random.default_rng(7)
    a, b = rng.integers(0, len(held), (2, 200_000))
    first, second = np.triu_indices(len(held), 1)
    near = own[first] == own[second]
    ours, theirs = made @ made.T, taught @ taught.T
    alike = (theirs[first, second] > 0.4).numpy()
    for name, one, other in (
        ("any two", a, b),
        ("of one text", first[near], second[near]),
        ("alike to the teacher (over 0.4)", first[alike], second[alike]),
    ):
        x, y = ours[one, other].numpy(), theirs[one, other].numpy()
        print(f"held out, {name}: {len(x)} pairs, Pearson {np.corrcoef(x, y)[0, 1]:.3f}, Spearman {ranked(x, y):.3f}")


def ranked(x: NDArray[np.float32], y: NDArray[np.float32]) -> float:
    """Spearman's correlation."""
    return float(np.corrcoef(*(np.argsort(np.argsort(values)) for values in (x, y)))[0, 1])


if __name__ == "__main__":
    main()
