"""Trains the attribution reader on annotated documents and writes its weights, with fixed seeds.

    python training/train.py --train polnear/train.jsonl.gz --out training/work/reader.pt

Stands alone because it is the one long step of rebuilding the model: data comes in, a checkpoint goes out.
"""

from __future__ import annotations

import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from data import Batch, batch, document, encoder_weights, epoch_windows, lines, tokenizer
from network import Reader, load_encoder


def main() -> None:
    """Reads the arguments, trains, and saves the averaged weights."""
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng(args.seed)
    made = tokenizer()
    documents = [document(raw, made) for path in args.train for raw in lines(path)]
    cls, sep = made.token_to_id("[CLS]"), made.token_to_id("[SEP]")
    reader = Reader(made.get_vocab_size())
    load_encoder(reader.encoder, encoder_weights())
    groups = [
        {"params": list(reader.encoder.parameters()), "lr": args.rate},
        {"params": [*reader.tagger.parameters(), *reader.linker.parameters()], "lr": 4 * args.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    epochs = [epoch_windows(documents, rng) for _ in range(args.epochs)]
    steps = sum(-(-len(w) // args.batch) for w in epochs)
    warm = max(1, round(0.08 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    averaged = copy.deepcopy(reader)
    snapshots: list[dict[str, torch.Tensor]] = []
    print(f"{len(documents)} documents, {steps} steps", flush=True)
    step, begun = 0, time.time()
    for number, windows in enumerate(epochs, 1):
        for at in range(0, len(windows), args.batch):
            reader.train()
            losses = learn(reader, batch(windows[at : at + args.batch], cls, sep), args)
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            average(averaged, reader, min(args.average, step / (step + 10)))
            if step % 20 == 0 or step == 3:
                pace = (time.time() - begun) / step
                done = f"epoch {number} step {step}/{steps}"
                print(f"{done} tag {losses[0]:.4f} link {losses[1]:.4f} {pace:.2f} s/step", flush=True)
            if args.steps and step >= args.steps:
                return
        snapshots.append(copy.deepcopy(averaged.state_dict()))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"reader": mixed(snapshots, args.mix)}, args.out)


def mixed(snapshots: list[dict[str, torch.Tensor]], shares: list[float]) -> dict[str, torch.Tensor]:
    """The weighted mean of the last snapshots, one an epoch: it reads better than any of them alone."""
    last = snapshots[-len(shares) :]
    total = sum(shares[-len(last) :])
    return {
        name: sum(share / total * one[name] for share, one in zip(shares[-len(last) :], last, strict=True))  # type: ignore[misc]
        for name in last[0]
    }


def learn(reader: Reader, b: Batch, args: argparse.Namespace) -> tuple[float, float]:
    """One backward pass; gives the tagger's and the linker's loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
        hidden, logits = reader(b.ids, b.kinds, b.mask)
        links = reader.linker(hidden[b.row], b.cues, b.distance)
    tag = F.cross_entropy(logits.float().flatten(0, 1), b.tags.flatten(), ignore_index=-1)
    valid = b.mask[b.row].float()[:, :, None]
    each = F.binary_cross_entropy_with_logits(links.float(), b.targets, reduction="none") * valid
    link = each.sum() / valid.sum()
    (tag + args.link_weight * link).backward()
    return tag.item(), link.item()


@torch.no_grad()
def average(into: Reader, reader: Reader, keep: float) -> None:
    """Moves the running average of the weights towards the present ones."""
    for mean, now in zip(into.parameters(), reader.parameters(), strict=True):
        mean.mul_(keep).add_(now, alpha=1 - keep)


def arguments() -> argparse.Namespace:
    """The command line, with the values of the shipped model as defaults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="annotated documents, JSON Lines")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16, help="windows a step")
    parser.add_argument(
        "--rate", type=float, default=2.5e-4, help="learning rate of the encoder; heads learn four times as fast"
    )
    parser.add_argument("--link-weight", type=float, default=1.0)
    parser.add_argument("--average", type=float, default=0.99, help="decay of the running average of weights")
    parser.add_argument(
        "--mix", type=float, nargs="+", default=[0.2, 0.4, 0.4], help="shares of the last epochs' averages"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
