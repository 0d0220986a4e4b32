"""Trains a judge of claims on groups of invented statements, and measures it on groups that it has not seen.

    python training/claims.py --start best.pt --real real.jsonl --hold crime2 law3 --work judge.pt

The judge is not in use (`docs/decisions/claims.md` says what it reaches). `claims/README.md` says what the groups are.
`--start` is the reader's checkpoint, whose embedding is kept as it is, so that both networks could share one; the
layers begin as the bare encoder's. `--real` is what `nearest.py` wrote of real reports.

Stands alone because judging two statements is a task of its own, learnt from nothing that reading is learnt from.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from claim_groups import GROUPS, groups, real
from data import encoder_weights, tokenizer
from network import Encoder, load_encoder
from sayso.model import Span
from sayso.parse.encoder.pieces import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from claim_groups import Group

WIDTH, SEEK, INNER = 384, 128, 192
LONGEST = 150
"""Word pieces of a statement that are read."""
KEPT = (0, 2, 5)
"""The layers of the bare encoder that the judge begins with."""
BATCH, SHARE = 6, 3
"""Groups a step; an epoch sees one in `SHARE` of the real ones."""
SAME_WEIGHT = 2.0
NEVER = -1e4


@dataclass(frozen=True)
class Ready:
    """A group as pieces: of each statement its ids and kinds."""

    statements: tuple[tuple[NDArray[np.int32], NDArray[np.int32]], ...]
    pairs: tuple[tuple[int, int, float], ...]


class Judge(nn.Module):
    """Each statement is read alone; then each piece of the one takes what it seeks from the other, and is compared."""

    def __init__(self, layers: int = len(KEPT)) -> None:
        super().__init__()
        self.encoder = Encoder(tokenizer().get_vocab_size(), layers=layers)
        self.seek = nn.Linear(WIDTH, SEEK, bias=False)
        self.sharpness = nn.Parameter(torch.tensor(2.3))
        self.compare = nn.Sequential(
            nn.Linear(4 * WIDTH, INNER), nn.GELU(), nn.Dropout(0.1), nn.Linear(INNER, INNER), nn.GELU()
        )
        self.weigh = nn.Linear(WIDTH, 1)
        self.judge = nn.Sequential(nn.Linear(4 * INNER, INNER), nn.GELU(), nn.Dropout(0.1), nn.Linear(INNER, 1))

    def read(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The states of the pieces of statements, each read alone: statements x pieces x width."""
        return self.encoder(ids, kinds, mask, torch.zeros(len(ids), dtype=torch.long))  # type: ignore[no-any-return]

    def forward(self, one: Tensor, other: Tensor, one_mask: Tensor, other_mask: Tensor) -> Tensor:
        """States and masks of pairs; gives a logit for each."""
        ours, theirs = (F.normalize(self.seek(x).float(), dim=-1) for x in (one, other))
        near = ours @ theirs.transpose(1, 2) * self.sharpness.exp()
        found = torch.softmax(near + hidden(other_mask)[:, None, :], -1).to(one.dtype) @ other
        back = torch.softmax(near.transpose(1, 2) + hidden(one_mask)[:, None, :], -1).to(one.dtype) @ one
        left, right = self.side(one, found, one_mask), self.side(other, back, other_mask)
        return self.judge(torch.cat([left + right, (left - right).abs()], -1))[:, 0]  # type: ignore[no-any-return]

    def side(self, own: Tensor, found: Tensor, mask: Tensor) -> Tensor:
        """What comparing each piece with what it found comes to, on average and at the most."""
        told = self.compare(torch.cat([own, found, (own - found).abs(), own * found], -1)).float()
        away = hidden(mask)[:, :, None]
        shares = torch.softmax(self.weigh(own).float() + away, 1)
        return torch.cat([(told * shares).sum(1), (told + away).max(1).values], -1)


def hidden(mask: Tensor) -> Tensor:
    """What is added to scores so that padding counts for nothing."""
    return (1.0 - mask.float()) * NEVER


def begun(start: Path) -> Judge:
    """The judge with the reader's embedding, which is not trained, and the bare encoder's layers."""
    made = Judge()
    bare = Encoder(tokenizer().get_vocab_size())
    load_encoder(bare, encoder_weights())
    told = torch.load(start, weights_only=True)["reader"]
    state = {k.removeprefix("encoder."): v for k, v in told.items() if k.startswith("encoder.")}
    parts = ("word", "place", "kind", "norm", "style")
    for name in parts:
        part = getattr(made.encoder, name)
        own = {k.removeprefix(f"{name}."): v for k, v in state.items() if k.startswith(f"{name}.")}
        part.load_state_dict(own or {"weight": torch.zeros_like(part.weight)})
        part.requires_grad_(requires_grad=False)
    for layer, kept in zip(made.encoder.layers, KEPT, strict=True):
        layer.load_state_dict(bare.layers[kept].state_dict())
    return made


def ready(group: Group) -> Ready:
    """The group's statements cut into pieces as the program will cut them."""
    made = known()
    cuts = []
    for text in (*group.same, *group.apart):
        pieces = printed(text, [Span(0, len(text))], made)
        cuts.append((pieces.ids[:LONGEST], pieces.kinds[:LONGEST]))
    return Ready(tuple(cuts), tuple(group.pairs()))


@cache
def known() -> Tokenizer:
    """The tokenizer, made once."""
    return tokenizer()


def padded(statements: Sequence[tuple[NDArray[np.int32], NDArray[np.int32]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, kinds and mask of statements, with the encoder's first and last piece."""
    cls, sep = known().token_to_id("[CLS]"), known().token_to_id("[SEP]")
    width = max(len(ids) for ids, _ in statements) + 2
    made = [torch.zeros(len(statements), width, dtype=torch.long) for _ in range(3)]
    for row, (ids, kinds) in enumerate(statements):
        end = len(ids) + 1
        made[0][row, : end + 1] = torch.tensor([cls, *ids.tolist(), sep])
        made[1][row, 1:end] = torch.from_numpy(kinds.astype(np.int64))
        made[2][row, : end + 1] = 1
    return made[0], made[1], made[2]


def judged(judge: Judge, some: Sequence[Ready]) -> tuple[Tensor, Tensor]:
    """The logits of all pairs of some groups, each statement read once, and what they should be."""
    ids, kinds, mask = padded([one for group in some for one in group.statements])
    firsts = np.cumsum([0, *(len(group.statements) for group in some)])
    pairs = [(at + i, at + j, same) for at, group in zip(firsts, some, strict=False) for i, j, same in group.pairs]
    one, other = (torch.tensor([pair[k] for pair in pairs]) for k in (0, 1))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = judge.read(ids, kinds, mask)
        logits = judge(states[one], states[other], mask[one], mask[other])
    return logits.float(), torch.tensor([pair[2] for pair in pairs])


def train(judge: Judge, data: list[Ready], more: list[Ready], args: argparse.Namespace) -> Judge:
    """Trains, and gives the running average of the weights."""
    order = random.Random(args.seed)  # noqa: S311
    encoder = [p for p in judge.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in judge.named_parameters() if not name.startswith("encoder.")]
    rates = (args.rate, 3 * args.rate)
    optimizer = torch.optim.AdamW(
        [{"params": part, "lr": rate} for part, rate in zip((encoder, heads), rates, strict=True)], weight_decay=0.01
    )
    averaged = copy.deepcopy(judge)
    steps = args.epochs * -(-(len(data) + len(more) // SHARE) // BATCH)
    step, begun_at = 0, time.time()
    for epoch in range(args.epochs):
        total = 0.0
        for some in batches([*data, *order.sample(more, len(more) // SHARE)], order):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min((step + 1) / (0.06 * steps), max(0.02, (steps - step) / (0.94 * steps)))
            judge.train()
            logits, wanted = judged(judge, some)
            weight = torch.where(wanted > 0, SAME_WEIGHT, 1.0)
            loss = F.binary_cross_entropy_with_logits(logits, wanted, weight=weight)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step, total = step + 1, total + loss.item()
            average(averaged, judge, min(0.995, step / (step + 10)))
        print(f"epoch {epoch}: loss {total * args.epochs / steps:.3f}, {time.time() - begun_at:.0f} s", flush=True)
    return averaged


def batches(data: list[Ready], order: random.Random) -> list[list[Ready]]:
    """Groups of like length together, in random order."""
    data.sort(key=lambda group: max(len(ids) for ids, _ in group.statements) + 10 * order.random())
    made = [data[i : i + BATCH] for i in range(0, len(data), BATCH)]
    order.shuffle(made)
    return made


@torch.no_grad()
def average(into: Judge, judge: Judge, keep: float) -> None:
    """Moves the running average of the weights towards the present ones."""
    for mean, now in zip(into.parameters(), judge.parameters(), strict=True):
        mean.mul_(keep).add_(now, alpha=1 - keep)


@torch.no_grad()
def area(judge: Judge, held: Iterable[Ready]) -> float:
    """The share of pairs, one of them one claim and one not, that are put in the right order (area under ROC)."""
    judge.eval()
    found = [judged(judge, [group]) for group in held]
    logits, wanted = (torch.cat(part).numpy() for part in zip(*found, strict=True))
    ranks = np.argsort(np.argsort(logits))
    ones = wanted > 0
    return float((ranks[ones].mean() - (ones.sum() - 1) / 2) / (~ones).sum())


def main() -> None:
    """Trains, or exports what was trained."""
    args = arguments()
    torch.manual_seed(args.seed)
    judge = begun(args.start)
    files = {path.stem: groups(path) for path in sorted(GROUPS.glob("*.txt"))}
    held = [ready(group) for name in args.hold for group in files[name]]
    data = [ready(group) for name, some in files.items() if name not in args.hold for group in some]
    more = [ready(group) for path in args.real for group in real(path)]
    print(f"{len(data)} groups, {len(more)} real ones, {len(held)} held out", flush=True)
    judge = train(judge, data, more, args)
    if held:
        print(f"held out: area under the curve {area(judge, held):.3f}")
    torch.save(judge.state_dict(), args.work)


def arguments() -> argparse.Namespace:
    """The command line, with the values of the shipped judge as defaults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="the reader's checkpoint")
    parser.add_argument("--real", type=Path, nargs="*", default=[], help="what nearest.py wrote")
    parser.add_argument("--work", type=Path, required=True, help="the judge's checkpoint")
    parser.add_argument("--hold", nargs="*", default=[], help="files of groups (crime2) that are kept for measuring")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4, help="of the layers; the rest learns three times as fast")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
