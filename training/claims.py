"""Trains the network that reads two statements together, and writes it as the int8 ONNX graph that the package ships.

    python training/claims.py --judged pairs.jsonl --work claims.pt --out src/sayso/parse/encoder/judge.onnx

`--judged` is what `benchmarks/claims_judged.py --pairs` wrote: pairs in real reports, one event in four of which is
held out. Beside them it is taught by invented groups (`claims/README.md`): on their own these teach it to distrust
words in common, and without them it never met a denial. The embedding is the one that ships (`embedding.onnx`) and is
kept as it is, so that it ships once; the layers begin as those of the bare encoder.

Stands alone because judging two statements is a task of its own, learnt from nothing that reading is learnt from.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from claim_groups import GROUPS, groups
from data import encoder_weights, tokenizer
from export import Graph, write
from network import Encoder, load_encoder
from sayso.link.claims.judging import LONGEST
from sayso.model import Span
from sayso.parse.encoder.pieces import printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from claim_groups import Group

WIDTH, INNER = 384, 192
KEPT = (0, 1, 3, 5)
"""The layers of the bare encoder that the network begins with."""
BATCH, SORTED = 32, 1024
EMBEDDING = Path(__file__).parents[1] / "src/sayso/parse/encoder/embedding.onnx"

Pair = tuple[str, str, float]
"""Two statements, each its cue and its words, and 1 where they are one claim."""


class Judge(nn.Module):
    """An encoder over both statements, and a head over its first state and the mean of all."""

    def __init__(self) -> None:
        super().__init__()
        bare = Encoder(tokenizer().get_vocab_size())
        load_encoder(bare, encoder_weights())
        self.e = Encoder(tokenizer().get_vocab_size(), layers=len(KEPT))
        for layer, kept in zip(self.e.layers, KEPT, strict=True):
            layer.load_state_dict(bare.layers[kept].state_dict())
        for name, table in shipped().items():
            self.e.get_parameter(name).data.copy_(table)
        for part in (self.e.word, self.e.place, self.e.kind, self.e.norm):
            part.requires_grad_(requires_grad=False)
        self.side = nn.Embedding(2, WIDTH)
        nn.init.normal_(self.side.weight, std=0.1)
        self.head = nn.Sequential(nn.Linear(2 * WIDTH, INNER), nn.GELU(), nn.Dropout(0.1), nn.Linear(INNER, 1))

    def forward(self, ids: Tensor, kinds: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """All are pairs x pieces; gives a logit for each pair."""
        e = self.e
        x = e.norm(e.word(ids) + e.place(torch.arange(ids.shape[1]))[None] + e.kind(kinds))
        x = e.drop(x + self.side(sides))
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in e.layers:
            x = layer(x, bias)
        shares = mask[..., None].float()
        mean = (x * shares).sum(1) / shares.sum(1)
        return self.head(torch.cat([x[:, 0], mean], -1))[:, 0]  # type: ignore[no-any-return]


class Single(nn.Module):
    """The judge over one pair, without padding, from the states that the shared embedding gives."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, states: Tensor, sides: Tensor) -> Tensor:
        """states: pieces x width; sides: pieces; gives the logit."""
        x = states + self.judge.side(sides)
        for layer in self.judge.e.layers:
            q, k, v = (
                t.reshape(-1, layer.heads, WIDTH // layer.heads).transpose(0, 1) for t in layer.qkv(x).chunk(3, dim=1)
            )
            weights = torch.softmax(q @ k.transpose(1, 2) * (q.shape[2] ** -0.5), dim=2)
            x = layer.norm_a(x + layer.out((weights @ v).transpose(0, 1).reshape(x.shape)))
            x = layer.norm_b(x + layer.down(F.gelu(layer.up(x))))
        return self.judge.head(torch.cat([x[0], x.mean(0)], -1)[None])[0, 0]  # type: ignore[no-any-return]


def shipped() -> dict[str, Tensor]:
    """The embedding's tables as they ship, out of their 8-bit integers."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(EMBEDDING).graph.initializer}
    found = {f"norm.{kind}": held[f"encoder.norm.{kind}"] for kind in ("weight", "bias")}
    for part in ("word", "place", "kind"):
        name = f"encoder.{part}.weight"
        whole = held[f"{name}_quantized"].astype(np.float32) - float(held[f"{name}_zero_point"])
        found[f"{part}.weight"] = whole * float(held[f"{name}_scale"])
    return {name: torch.from_numpy(np.array(table)) for name, table in found.items()}


@cache
def known() -> Tokenizer:
    """The tokenizer, made once."""
    return tokenizer()


@cache
def cut(text: str) -> tuple[list[int], list[int]]:
    """The pieces of a statement and their kinds, as the program will cut them."""
    found = printed(text, [Span(0, len(text))], known())
    return found.ids[:LONGEST].tolist(), found.kinds[:LONGEST].tolist()


def padded(pairs: Sequence[Pair]) -> tuple[Tensor, ...]:
    """Ids, kinds, sides and mask of pairs."""
    first, last = known().token_to_id("[CLS]"), known().token_to_id("[SEP]")
    rows = []
    for a, b, _ in pairs:
        (ids, kinds), (other_ids, other_kinds) = cut(a), cut(b)
        sides = [0] * (len(ids) + 2) + [1] * (len(other_ids) + 1)
        rows.append(([first, *ids, last, *other_ids, last], [0, *kinds, 0, *other_kinds, 0], sides, [1] * len(sides)))
    width = max(len(row[0]) for row in rows)
    return tuple(torch.tensor([row[at] + [0] * (width - len(row[at])) for row in rows]) for at in range(4))


def length(pair: Pair) -> int:
    """How many pieces two statements have."""
    return len(cut(pair[0])[0]) + len(cut(pair[1])[0])


def epoch(some: list[Group], real: list[Pair], args: argparse.Namespace, order: random.Random) -> list[list[Pair]]:
    """Batches of like length: all real pairs, and as many of each sort of as many groups as the arguments say."""
    pairs = list(real)
    for group in order.sample(some, int(len(some) * args.groups)):
        told = (*group.same, *group.apart)
        for sort in (1.0, 0.0):
            own = [(told[i], told[j], same) for i, j, same in group.pairs() if same == sort]
            pairs += order.sample(own, min(args.each, len(own)))
    pairs = [pair if order.random() < 0.5 else (pair[1], pair[0], pair[2]) for pair in pairs]
    order.shuffle(pairs)
    pairs = [pair for at in range(0, len(pairs), SORTED) for pair in sorted(pairs[at : at + SORTED], key=length)]
    batches = [pairs[at : at + BATCH] for at in range(0, len(pairs), BATCH)]
    order.shuffle(batches)
    return batches


def train(judge: Judge, some: list[Group], real: list[Pair], held: list[Pair], args: argparse.Namespace) -> Judge:
    """Trains, and gives the running average of the weights."""
    order = random.Random(args.seed)  # noqa: S311
    learning = [(name.startswith("e."), p) for name, p in judge.named_parameters() if p.requires_grad]
    parts = [[p for encoder, p in learning if encoder == own] for own in (True, False)]
    rates = (args.rate, 3 * args.rate)
    optimizer = torch.optim.AdamW(
        [{"params": part, "lr": rate} for part, rate in zip(parts, rates, strict=True)], weight_decay=0.01
    )
    averaged = copy.deepcopy(judge)
    steps, step, begun = len(epoch(some, real, args, order)) * args.epochs, 0, time.time()
    for number in range(args.epochs):
        total = 0.0
        batches = epoch(some, real, args, order)
        for batch in batches:
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min((step + 1) / (0.05 * steps), max(0.02, (steps - step) / (0.95 * steps)))
            judge.train()
            wanted = torch.tensor([pair[2] for pair in batch])
            loss = F.binary_cross_entropy_with_logits(judge(*padded(batch)), wanted)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step, total = step + 1, total + loss.item()
            average(averaged, judge, min(0.995, step / (step + 10)))
        print(
            f"epoch {number}: loss {total / len(batches):.3f}, area under the curve on held-out events "
            f"{area(averaged, held):.3f}, {time.time() - begun:.0f} s",
            flush=True,
        )
    return averaged


@torch.no_grad()
def average(into: Judge, judge: Judge, keep: float) -> None:
    """Moves the running average of the weights towards the present ones."""
    for mean, now in zip(into.parameters(), judge.parameters(), strict=True):
        if now.requires_grad:
            mean.mul_(keep).add_(now, alpha=1 - keep)


@torch.no_grad()
def area(judge: Judge, held: Sequence[Pair]) -> float:
    """The share of pairs, one of them one claim and one not, that are put in the right order (area under ROC)."""
    judge.eval()
    some = sorted(held, key=length)
    logits = torch.cat([judge(*padded(some[at : at + BATCH])) for at in range(0, len(some), BATCH)]).numpy()
    ranks, ones = logits.argsort().argsort(), np.array([pair[2] > 0 for pair in some])
    return float((ranks[ones].mean() - (ones.sum() - 1) / 2) / (~ones).sum())


def mean(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of several checkpoints: runs that begin from one network end near one another."""
    loaded: list[dict[str, Tensor]] = [torch.load(path, weights_only=True) for path in paths]
    return {name: torch.stack([one[name] for one in loaded]).mean(0) for name in loaded[0]}


def main() -> None:
    """Trains if there is no checkpoint yet, and exports; of several checkpoints, their mean."""
    args = arguments()
    torch.manual_seed(args.seed)
    judge = Judge()
    if all(path.exists() for path in args.work):
        judge.load_state_dict(mean(args.work))
    else:
        rows = [json.loads(line) for line in args.judged.read_text("utf-8").splitlines()]
        real, held = ([(r["a"], r["b"], float(r["same"])) for r in rows if r["held"] == kept] for kept in (False, True))
        some = [group for path in sorted(GROUPS.glob("*.txt")) if path.stem not in args.hold for group in groups(path)]
        print(f"{len(some)} groups, {len(real)} real pairs, {len(held)} held out", flush=True)
        judge = train(judge, some, real, held, args)
        torch.save(judge.state_dict(), args.work[0])
    states, sides = torch.randn(40, WIDTH), torch.tensor([0] * 20 + [1] * 20)
    graph = Graph(Single(judge.eval()), (states, sides), {"states": {0: "n"}, "sides": {0: "n"}}, ("logit",))
    write(graph, args.out, whole=False)


def arguments() -> argparse.Namespace:
    """The command line, with the values of the shipped network as defaults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judged", type=Path, help="what claims_judged.py --pairs wrote")
    parser.add_argument(
        "--work", type=Path, nargs="+", required=True, help="a checkpoint, made where there is none; or several"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", nargs="*", default=["crime2", "law3"], help="files of groups that are not taught")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--groups", type=float, default=0.15, help="the share of the groups that an epoch sees")
    parser.add_argument("--each", type=int, default=2, help="pairs of each sort that it sees of a group")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="of the layers; the rest learns three times as fast")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
