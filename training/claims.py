"""Trains the network that reads two statements together, and writes it as the int8 ONNX graph that the package ships.

    python training/claims.py --judged pairs.jsonl --layers 6 --work deep.pt
    python training/claims.py --layers 6 --work deep.pt --label unjudged.jsonl --soft soft.jsonl
    python training/claims.py --judged pairs.jsonl --soft soft.jsonl --begin deep.pt --work claims.pt --out judge.onnx

It gives two answers: whether two statements are one claim, whoever says them, and whether nothing in the one turns the
other. `--judged` is what `benchmarks/claims_judged.py --pairs` wrote: pairs in real reports, one event in four of which
is held out. Beside them it is taught by invented groups (`claims/README.md`): on their own these teach it to distrust
words in common, and without them it never met a denial. The second answer is taught by statements that were altered in
one thing too (`altered.py`), which would spoil the first; the first by what a deeper network says of pairs that nobody
judged. The embedding is the one that ships (`embedding.onnx`) and is kept as it is, so that it ships once; the layers
begin as those of the bare encoder, or of another network (`--begin`).

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
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from altered import altered, names_in, varied
from claim_groups import GROUPS, groups
from data import encoder_weights, tokenizer
from export import Graph, write
from network import Encoder, load_encoder
from sayso.link.claims.judging import LONGEST
from sayso.model import Span
from sayso.parse.encoder.pieces import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

    from altered import Names
    from claim_groups import Group

WIDTH, INNER = 384, 192
KEPT = {4: (0, 1, 3, 5), 6: (0, 1, 2, 3, 4, 5)}
"""The layers of the bare encoder, or of the deeper network, that a network of so many begins with."""
ALTERED, CROSSED, VARIED, SHORT = 1500, 0.35, 0.7, 15
"""So many statements are altered in an epoch, that share of the pairs that are one claim, on so many words at most; and
so often a statement is varied too."""
LEAST, LONG = 4, 24
"""Words of a statement that is altered by itself."""
BATCH, SORTED = 32, 1024
EMBEDDING = Path(__file__).parents[1] / "src/sayso/parse/encoder/embedding.onnx"

BOTH, FIRST, SECOND = (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)
"""Which answers a pair teaches."""
Pair = tuple[str, str, float, tuple[float, float]]
"""Two statements, each its cue and its words, 1 where they are one claim, and which answers that teaches."""


class Judge(nn.Module):
    """An encoder over both statements, and a head of two answers over its first state and the mean of all."""

    def __init__(self, layers: int = 4) -> None:
        super().__init__()
        bare = Encoder(tokenizer().get_vocab_size())
        load_encoder(bare, encoder_weights())
        self.e = Encoder(tokenizer().get_vocab_size(), layers=layers)
        self._take(bare)
        for name, table in shipped().items():
            self.e.get_parameter(name).data.copy_(table)
        for part in (self.e.word, self.e.place, self.e.kind, self.e.norm):
            part.requires_grad_(requires_grad=False)
        self.side = nn.Embedding(2, WIDTH)
        nn.init.normal_(self.side.weight, std=0.1)
        self.head = nn.Sequential(nn.Linear(2 * WIDTH, INNER), nn.GELU(), nn.Dropout(0.1), nn.Linear(INNER, 2))

    def _take(self, encoder: Encoder) -> None:
        for layer, kept in zip(self.e.layers, KEPT[len(self.e.layers)], strict=True):
            layer.load_state_dict(encoder.layers[kept].state_dict())

    def begin(self, deep: Judge) -> None:
        """Begins as a deeper judge, with some of its layers and its head."""
        self._take(deep.e)
        self.side.load_state_dict(deep.side.state_dict())
        self.head.load_state_dict(deep.head.state_dict())

    def forward(self, ids: Tensor, kinds: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """All are pairs x pieces; gives two logits for each pair."""
        e = self.e
        x = e.norm(e.word(ids) + e.place(torch.arange(ids.shape[1]))[None] + e.kind(kinds))
        x = e.drop(x + self.side(sides))
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in e.layers:
            x = layer(x, bias)
        shares = mask[..., None].float()
        mean = (x * shares).sum(1) / shares.sum(1)
        return self.head(torch.cat([x[:, 0], mean], -1))  # type: ignore[no-any-return]


class Single(nn.Module):
    """The judge over one pair, without padding, from the states that the shared embedding gives."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, states: Tensor, sides: Tensor) -> Tensor:
        """states: pieces x width; sides: pieces; gives both logits."""
        x = states + self.judge.side(sides)
        for layer in self.judge.e.layers:
            q, k, v = (
                t.reshape(-1, layer.heads, WIDTH // layer.heads).transpose(0, 1) for t in layer.qkv(x).chunk(3, dim=1)
            )
            weights = torch.softmax(q @ k.transpose(1, 2) * (q.shape[2] ** -0.5), dim=2)
            x = layer.norm_a(x + layer.out((weights @ v).transpose(0, 1).reshape(x.shape)))
            x = layer.norm_b(x + layer.down(F.gelu(layer.up(x))))
        return self.judge.head(torch.cat([x[0], x.mean(0)], -1)[None])[0]  # type: ignore[no-any-return]


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
    for a, b, *_ in pairs:
        (ids, kinds), (other_ids, other_kinds) = cut(a), cut(b)
        sides = [0] * (len(ids) + 2) + [1] * (len(other_ids) + 1)
        rows.append(([first, *ids, last, *other_ids, last], [0, *kinds, 0, *other_kinds, 0], sides, [1] * len(sides)))
    width = max(len(row[0]) for row in rows)
    return tuple(torch.tensor([row[at] + [0] * (width - len(row[at])) for row in rows]) for at in range(4))


def length(pair: Pair) -> int:
    """How many pieces two statements have."""
    return len(cut(pair[0])[0]) + len(cut(pair[1])[0])


def changed(real: list[Pair], names: Names, order: random.Random) -> Iterator[Pair]:
    """Statements beside themselves as altered and as varied, and beside what is one claim with them."""
    told = [one for pair in real for one in pair[:2] if LEAST <= len(one.split()) <= LONG]
    for one in order.sample(told, min(ALTERED, len(told))):
        if other := altered(one, order, names):
            yield one, other, 0.0, SECOND
        if order.random() < VARIED and (other := varied(one, order)):
            yield one, other, 1.0, SECOND
    for pair in real:
        if not pair[2] or order.random() > CROSSED:
            continue
        one, held = order.sample(pair[:2], 2)
        if len(one.split()) <= SHORT and (other := altered(one, order, names)):
            yield other, held, 0.0, SECOND


def epoch(
    some: list[Group], real: list[Pair], soft: list[Pair], args: argparse.Namespace, order: random.Random
) -> list[list[Pair]]:
    """Batches of like length: all real pairs, and as many of each sort of as many groups as the arguments say."""
    names = names_in(one for pair in real for one in pair[:2])
    pairs = [*real, *soft, *changed(real, names, order)]
    for group in order.sample(some, int(len(some) * args.groups)):
        told = (*group.same, *group.apart)
        for sort in (1.0, 0.0):
            own = [(told[i], told[j], same, BOTH) for i, j, same in group.pairs() if same == sort]
            pairs += order.sample(own, min(args.each, len(own)))
    pairs = [pair if order.random() < 0.5 else (pair[1], pair[0], *pair[2:]) for pair in pairs]
    order.shuffle(pairs)
    pairs = [pair for at in range(0, len(pairs), SORTED) for pair in sorted(pairs[at : at + SORTED], key=length)]
    batches = [pairs[at : at + BATCH] for at in range(0, len(pairs), BATCH)]
    order.shuffle(batches)
    return batches


def train(
    judge: Judge, some: list[Group], real: list[Pair], held: list[Pair], soft: list[Pair], args: argparse.Namespace
) -> Judge:
    """Trains, and gives the running average of the weights."""
    order = random.Random(args.seed)  # noqa: S311
    learning = [(name.startswith("e."), p) for name, p in judge.named_parameters() if p.requires_grad]
    parts = [[p for encoder, p in learning if encoder == own] for own in (True, False)]
    rates = (args.rate, 3 * args.rate)
    optimizer = torch.optim.AdamW(
        [{"params": part, "lr": rate} for part, rate in zip(parts, rates, strict=True)], weight_decay=0.01
    )
    averaged = copy.deepcopy(judge)
    steps, step, begun = len(epoch(some, real, soft, args, order)) * args.epochs, 0, time.time()
    for number in range(args.epochs):
        total = 0.0
        batches = epoch(some, real, soft, args, order)
        for batch in batches:
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min((step + 1) / (0.05 * steps), max(0.02, (steps - step) / (0.95 * steps)))
            judge.train()
            wanted, taught = (torch.tensor([pair[at] for pair in batch]) for at in (2, 3))
            each = F.binary_cross_entropy_with_logits(
                judge(*padded(batch)), wanted[:, None].expand(-1, 2), reduction="none"
            )
            loss = (each * taught).sum() / taught.sum()
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
    logits = torch.cat([judge(*padded(some[at : at + BATCH]))[:, 0] for at in range(0, len(some), BATCH)]).numpy()
    ranks, ones = logits.argsort().argsort(), np.array([pair[2] > 0 for pair in some])
    return float((ranks[ones].mean() - (ones.sum() - 1) / 2) / (~ones).sum())


def mean(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of several checkpoints: runs that begin from one network end near one another."""
    loaded: list[dict[str, Tensor]] = [torch.load(path, weights_only=True) for path in paths]
    return {name: torch.stack([one[name] for one in loaded]).mean(0) for name in loaded[0]}


@torch.no_grad()
def label(judge: Judge, unjudged: Path, soft: Path) -> None:
    """Writes pairs that nobody judged with the chance of one claim that the network gives each."""
    judge.eval()
    with soft.open("w", encoding="utf-8") as out:
        for row in rows_of(unjudged):
            chance = torch.sigmoid(judge(*padded([(row["a"], row["b"], 0.0, FIRST)])))[0, 0]
            out.write(json.dumps({"a": row["a"], "b": row["b"], "same": round(float(chance), 4)}) + "\n")


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def taught(judge: Judge, args: argparse.Namespace) -> Judge:
    """The judge after training on the judged pairs, the groups, and what another network says of further pairs."""
    if args.begin:
        deep = Judge(6)
        deep.load_state_dict(mean([args.begin]))
        judge.begin(deep)
    rows = rows_of(args.judged)
    real, held = (
        [(r["a"], r["b"], float(r["same"]), BOTH) for r in rows if r["held"] == kept] for kept in (False, True)
    )
    soft = [(r["a"], r["b"], r["same"], FIRST) for r in (rows_of(args.soft) if args.soft else ())]
    some = [group for path in sorted(GROUPS.glob("*.txt")) if path.stem not in args.hold for group in groups(path)]
    print(f"{len(some)} groups, {len(real)} real pairs, {len(held)} held out, {len(soft)} labelled", flush=True)
    return train(judge, some, real, held, soft, args)


def main() -> None:
    """Trains if there is no checkpoint yet, and labels or exports; of several checkpoints, their mean."""
    args = arguments()
    torch.manual_seed(args.seed)
    judge = Judge(args.layers)
    if all(path.exists() for path in args.work):
        judge.load_state_dict(mean(args.work))
    else:
        judge = taught(judge, args)
        torch.save(judge.state_dict(), args.work[0])
    if args.label:
        label(judge, args.label, args.soft)
    if args.out:
        states, sides = torch.randn(40, WIDTH), torch.tensor([0] * 20 + [1] * 20)
        named = {"states": {0: "n"}, "sides": {0: "n"}}
        write(Graph(Single(judge.eval()), (states, sides), named, ("logits",)), args.out, whole=False)


def arguments() -> argparse.Namespace:
    """The command line, with the values of the shipped network as defaults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judged", type=Path, help="what claims_judged.py --pairs wrote")
    parser.add_argument("--layers", type=int, choices=sorted(KEPT), default=4)
    parser.add_argument("--begin", type=Path, help="the checkpoint of a network of six layers to begin with")
    parser.add_argument("--label", type=Path, help="pairs that nobody judged (claims_judged.py --unjudged)")
    parser.add_argument("--soft", type=Path, help="where their labels are written, or stand")
    parser.add_argument(
        "--work", type=Path, nargs="+", required=True, help="a checkpoint, made where there is none; or several"
    )
    parser.add_argument("--out", type=Path)
    parser.add_argument("--hold", nargs="*", default=["crime2", "law3"], help="files of groups that are not taught")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--groups", type=float, default=0.15, help="the share of the groups that an epoch sees")
    parser.add_argument("--each", type=int, default=2, help="pairs of each sort that it sees of a group")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="of the layers; the rest learns three times as fast")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
