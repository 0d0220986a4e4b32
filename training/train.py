"""Trains the network: first on another parser's answers, then on people's annotations as well, with fixed seeds.

    python training/train.py parse --parses training/work/parses.pkl --out training/work/base.pt
    python training/train.py read --start training/work/base.pt --train training/work/polnear.jsonl \
        --parses training/work/polnear.pkl --out training/work/best.pt
    python training/train.py read --start training/work/best.pt --layers 3 ... --out training/work/fast.pt

With `--layers` fewer than the start has, or with `--student`, the start is the teacher: the smaller network learns its
states and tags beside what people marked, on plain texts as well.

Stands alone because it is the one long step of rebuilding the model: data comes in, a checkpoint goes out.
"""

from __future__ import annotations

import argparse
import copy
import pickle
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from data import Batch, Document, batch, document, encoder_weights, epoch_windows, lines, plain, tokenizer
from exchange import Row, exchanged, pools
from network import LABELS, Reader, load_encoder
from parsing import Labels, Targets
from wear import worn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenizers import Tokenizer

    from exchange import Pools
    from silver import Silver

Weights = dict[str, torch.Tensor]
Epochs = Iterable[list[Document]]
UNTOLD = 0.25
"""Share of windows that are read without being told whose marks they have."""
WORN = 0.12
"""Share of documents that lose some of their print."""
TEACHER_SCALE = 2.0
"""What brings the squared distance of two states to the size of the other losses."""


def main() -> None:
    """Reads the arguments, trains, and saves the averaged weights."""
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng(args.seed)
    made = tokenizer()
    silver: list[Silver] = [s for path in args.parses for s in pickle.loads(path.read_bytes())]  # noqa: S301
    reader, labels = begun(args, silver, made)
    epochs: Epochs = (
        parses(silver, labels, made, args.epochs) if args.what == "parse" else readings(silver, labels, made, args, rng)
    )
    snapshots = [copy.deepcopy(w) for w in trained(reader, epochs, made, args, teacher_of(args, made))]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(stored(mixed(snapshots, args.mix), labels, reader), args.out)


def begun(args: argparse.Namespace, silver: list[Silver], made: Tokenizer) -> tuple[Reader, Labels]:
    """The network to start from: a checkpoint's, or the bare encoder's."""
    if args.start:
        reader, labels = loaded(args.start, made)
        if args.student:
            return with_embedding_of(loaded(args.student, made)[0], reader), labels
        return (shallower(reader, labels, args.layers) if args.layers else reader), labels
    labels = Labels.of(silver)
    reader = Reader(made.get_vocab_size(), labels)
    load_encoder(reader.encoder, encoder_weights())
    return reader, labels


def loaded(checkpoint: Path, made: Tokenizer) -> tuple[Reader, Labels]:
    """The network of a checkpoint."""
    told = torch.load(checkpoint, weights_only=True)
    labels = Labels(*(tuple(names) for names in told["labels"]))
    reader = Reader(made.get_vocab_size(), labels, **told["sizes"])
    reader.load_state_dict(told["reader"])
    return reader, labels


def with_embedding_of(student: Reader, teacher: Reader) -> Reader:
    """The student with the teacher's embedding, for the shipped networks share one."""
    for part in ("word", "place", "kind", "style", "norm"):
        getattr(student.encoder, part).load_state_dict(getattr(teacher.encoder, part).state_dict())
    return student


def shallower(reader: Reader, labels: Labels, layers: int) -> Reader:
    """A network with every n-th layer of `reader`, the last one among them, and all else of it."""
    deep = len(reader.encoder.layers)
    kept = [round((i + 1) * deep / layers) - 1 for i in range(layers)]
    made = Reader(reader.encoder.word.num_embeddings, labels, layers=layers)
    state = {k: v for k, v in reader.state_dict().items() if not k.startswith("encoder.layers.")}
    for i, layer in enumerate(kept):
        state |= {f"encoder.layers.{i}.{k}": v for k, v in reader.encoder.layers[layer].state_dict().items()}
    made.load_state_dict(state)
    return made


def teacher_of(args: argparse.Namespace, made: Tokenizer) -> Reader | None:
    """The network at the start, where a shallower one is to learn from it."""
    return loaded(args.start, made)[0].eval() if args.layers or args.student else None


def stored(weights: Weights, labels: Labels, reader: Reader) -> dict[str, object]:
    """What a checkpoint holds."""
    names = [list(n) for n in (labels.tags, labels.deps, labels.entities)]
    return {"reader": weights, "labels": names, "sizes": {"layers": len(reader.encoder.layers)}}


def parses(silver: list[Silver], labels: Labels, made: Tokenizer, epochs: int) -> list[list[Document]]:
    """The parser's answers alone, the same in every epoch."""
    documents = [plain(s.text, made) for s in silver]
    documents = [replace(d, parse=Targets.of(s, d.pieces, labels)) for d, s in zip(documents, silver, strict=True)]
    return [documents] * epochs


def readings(
    silver: list[Silver], labels: Labels, made: Tokenizer, args: argparse.Namespace, rng: np.random.Generator
) -> Iterator[list[Document]]:
    """Annotated documents with their parse: in each epoch anew, with names exchanged in a share of them."""
    import own
    from parses import parsed, teacher

    by_text = {s.text: s for s in silver}
    rows = [Row(raw, by_text[raw["text"]]) for path in args.train for raw in lines(path) if raw["text"] in by_text]
    nlp = teacher()
    mine = [Row(raw, parsed(nlp, raw["text"])) for raw in own.documents()] * args.own
    print(f"{len(rows)} documents, {len(mine)} passages", flush=True)
    kinds = pools(rows + mine, silver)
    others = [s for s in silver if s.text not in {row.raw["text"] for row in rows}]
    for _ in range(args.epochs):
        again = rng.choice(len(others), min(len(others), args.refresh), replace=False)
        yield [
            *(seen(row, kinds, labels, made, args.exchange, rng) for row in rows + mine),
            *parses([others[i] for i in again], labels, made, 1)[0],
        ]


def seen(row: Row, kinds: Pools, labels: Labels, made: Tokenizer, share: float, rng: np.random.Generator) -> Document:
    """One document, its names exchanged or not."""
    chosen = exchanged(row, kinds, rng) if rng.random() < share else row
    chosen = worn(chosen, rng) if rng.random() < WORN else chosen
    found = document(chosen.raw, made)
    return replace(found, parse=Targets.of(chosen.silver, found.pieces, labels))


def trained(
    reader: Reader, epochs: Epochs, made: Tokenizer, args: argparse.Namespace, teacher: Reader | None
) -> Iterator[Weights]:
    """The running average of the weights after each epoch."""
    if teacher is not None or args.keep_embedding:
        for part in (reader.encoder.word, reader.encoder.place, reader.encoder.kind, reader.encoder.norm):
            part.requires_grad_(requires_grad=False)  # both engines share one embedding
    cls, sep = made.token_to_id("[CLS]"), made.token_to_id("[SEP]")
    rng = np.random.default_rng(args.seed)
    heads = [*reader.tagger.parameters(), *reader.linker.parameters(), *reader.parser.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(reader.encoder.parameters()), "lr": args.rate},
            {"params": heads, "lr": 4 * args.rate},
        ],
        weight_decay=0.01,
    )
    averaged = copy.deepcopy(reader)
    step, begun_at, steps = 0, time.time(), 0
    for number, documents in enumerate(epochs, 1):
        windows = epoch_windows(documents, rng)
        if number == 1:
            steps = args.epochs * -(-len(windows) // args.batch)
            print(f"some {steps} steps", flush=True)
        for at in range(0, len(windows), args.batch):
            for group, rate in zip(optimizer.param_groups, (args.rate, 4 * args.rate), strict=True):
                group["lr"] = rate * slope(step, steps)
            reader.train()
            losses = learn(reader, batch(windows[at : at + args.batch], cls, sep), args, teacher)
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            average(averaged, reader, min(args.average, step / (step + 10)))
            if step % 20 == 0 or step == 3:
                told = " ".join(f"{name} {loss:.3f}" for name, loss in losses.items())
                print(f"epoch {number} step {step}: {told} {(time.time() - begun_at) / step:.2f} s/step", flush=True)
        if args.snapshots:
            torch.save(averaged.state_dict(), args.out.with_suffix(f".{number}.pt"))
        yield averaged.state_dict()


def slope(step: int, steps: int) -> float:
    """The share of the full learning rate: up over the first 8 % of the steps, then down to nothing."""
    warm = max(1, round(0.08 * steps))
    return min((step + 1) / warm, max(0.01, (steps - step) / (steps - warm)))


def mixed(snapshots: list[Weights], shares: list[float]) -> Weights:
    """The weighted mean of the last snapshots, one an epoch: it reads better than any of them alone."""
    last = snapshots[-len(shares) :]
    total = sum(shares[-len(last) :])
    return {
        name: sum(share / total * one[name] for share, one in zip(shares[-len(last) :], last, strict=True))  # type: ignore[misc]
        for name in last[0]
    }


def learn(reader: Reader, b: Batch, args: argparse.Namespace, teacher: Reader | None = None) -> dict[str, float]:
    """One backward pass; gives each part's loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
        styles = torch.where(torch.rand(b.styles.shape) < UNTOLD, torch.zeros_like(b.styles), b.styles)
        hidden, logits = reader(b.ids, b.kinds, b.mask, styles)
        total, told = torch.zeros(()), {}
        if args.what == "read":
            tag, link = attribution_losses(reader, hidden, logits, b)
            total = tag + args.link_weight * link
            told = {"tags": tag.item(), "links": link.item()}
        if b.parse is not None:
            parse, parts = reader.parser.loss(hidden, b.parse)
            total = total + (1.0 if args.what == "parse" else args.parse_weight) * parse
            told |= parts
        if teacher is not None:
            states, likely = taught(teacher, hidden, logits, b)
            total = total + args.teach_weight * (states + likely)
            told |= {"states": states.item(), "likely": likely.item()}
    total.backward()  # type: ignore[no-untyped-call]
    return told


def taught(teacher: Reader, hidden: torch.Tensor, logits: torch.Tensor, b: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """How far the states and the chances of tags are from the teacher's, over all pieces of the batch."""
    with torch.no_grad():
        shown, answers = teacher(b.ids, b.kinds, b.mask, torch.zeros_like(b.styles))
    valid = b.mask.bool()
    states = F.mse_loss(hidden.float()[valid], shown.float()[valid]) * TEACHER_SCALE
    ours, theirs = (part.float()[valid].unflatten(1, (2, len(LABELS))).log_softmax(2) for part in (logits, answers))
    return states, 2 * F.kl_div(ours.flatten(0, 1), theirs.flatten(0, 1), log_target=True, reduction="batchmean")


def attribution_losses(
    reader: Reader, hidden: torch.Tensor, logits: torch.Tensor, b: Batch
) -> tuple[torch.Tensor, torch.Tensor]:
    """The loss of both layers of tags, each a mean over what is learnt of it, and the loss of the links."""
    links = reader.linker(hidden[b.row], b.cues, b.distance).float()
    outer, inner = logits.float().flatten(0, 1).split(len(LABELS), dim=1)
    tag = F.cross_entropy(outer, b.tags.flatten(), ignore_index=-1)
    if (b.inner >= 0).any():
        tag = tag + F.cross_entropy(inner, b.inner.flatten(), ignore_index=-1, reduction="sum") / (b.tags >= 0).sum()
    valid = b.mask[b.row].float()[:, :, None]
    each = F.binary_cross_entropy_with_logits(links, b.targets, reduction="none") * valid
    return tag, each.sum() / valid.sum()


@torch.no_grad()
def average(into: Reader, reader: Reader, keep: float) -> None:
    """Moves the running average of the weights towards the present ones."""
    for mean, now in zip(into.parameters(), reader.parameters(), strict=True):
        mean.mul_(keep).add_(now, alpha=1 - keep)


def arguments() -> argparse.Namespace:
    """The command line, with the values of the shipped model as defaults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("parse", "read"))
    parser.add_argument("--start", type=Path, help="a checkpoint to start from (default: the bare encoder)")
    parser.add_argument("--train", type=Path, nargs="*", default=[], help="annotated documents, JSON Lines")
    parser.add_argument("--parses", type=Path, nargs="+", required=True, help="what parses.py wrote of the texts")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16, help="windows a step")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="of the encoder; heads learn four times as fast")
    parser.add_argument("--link-weight", type=float, default=1.0)
    parser.add_argument("--parse-weight", type=float, default=0.2, help="of the parser's loss beside the annotations'")
    parser.add_argument("--exchange", type=float, default=0.4, help="share of documents whose names are exchanged")
    parser.add_argument("--own", type=int, default=3, help="how often an epoch sees the project's own corpus")
    parser.add_argument("--refresh", type=int, default=200, help="plain texts an epoch parses again")
    parser.add_argument("--layers", type=int, default=0, help="of a smaller network, taught by the one at the start")
    parser.add_argument("--student", type=Path, help="a smaller network to go on with, taught by the one at the start")
    parser.add_argument("--teach-weight", type=float, default=1.0, help="of the distance from the teacher")
    parser.add_argument("--keep-embedding", action="store_true", help="train the layers and heads alone")
    parser.add_argument("--average", type=float, default=0.99, help="decay of the running average of weights")
    parser.add_argument("--mix", type=float, nargs="+", default=[0.2, 0.4, 0.4], help="shares of the last epochs")
    parser.add_argument("--snapshots", action="store_true", help="also save each epoch's weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
