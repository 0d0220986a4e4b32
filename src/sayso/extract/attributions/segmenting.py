"""Cuts a section into sources, cues and contents: the one likeliest row of roles, which seldom cuts a phrase in two.

Stands alone because roles are chosen for all words of a paragraph at once (Viterbi's algorithm), while a threshold a
word leaves holes of single words and edges within noun phrases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sayso.extract.attributions.tagged import Segment, Words
    from sayso.stages import Parsed

TIGHT = frozenset(
    ("det", "predet", "amod", "nummod", "quantmod", "compound", "nmod", "npadvmod", "poss", "case", "neg", "prt")
) | frozenset(("pobj", "pcomp"))
"""Relations between words that a span seldom parts: those of a noun phrase, and a preposition's to its object."""
NOTHING = 0.995
"""From this chance on a word belongs to no span whatever stands beside it, and the search begins anew behind it."""
LEAST = 1e-4
EDGE = 0.02
OUTSIDE = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """In logarithms, for source, cue and content: what a span gains a word, and costs at each edge.

    `gain` is added for a word of that role, `sharp` multiplies the tagger's chances, `begin` its chances of a
    beginning; `edge` is the price of an edge to no role, `cut` that of one that parts a phrase. Two spans of one role
    side by side are two where the tagger's beginning there is likelier than `anew`. Chosen on PolNeAR's dev half
    (docs/decisions/attribution-reader.md).
    """

    gain: tuple[float, float, float] = (0.85, 0.6, 0.35)
    sharp: float = 1.2
    begin: float = 0.55
    edge: tuple[float, float, float] = (0.0, 0.0, 0.13)
    cut: tuple[float, float, float] = (2.0, 3.0, 1.0)
    anew: float = 0.95


COSTS = Costs()
INNER_COSTS = Costs(gain=(1.3, 0.6, 0.75))
"""Within another's content: the tagger is less sure there, for it has seen fewer of these."""


def phrases_cut(parsed: Parsed | None, own: Words) -> NDArray[np.bool_]:
    """For each word whether an edge right before it parts a phrase; never without a parse."""
    if parsed is None or not len(parsed):
        return np.zeros(len(own), dtype=bool)
    opened = np.zeros(len(parsed) + 1, dtype=np.int64)
    heads = parsed.heads.tolist()
    for token, relation in enumerate(parsed.deps):
        if relation in TIGHT:
            low, high = sorted((token, heads[token]))
            opened[low + 1] += 1
            opened[high + 1] -= 1
    within = np.cumsum(opened)[:-1] > 0
    at = np.searchsorted(parsed.starts, own.starts, side="right") - 1
    found: NDArray[np.bool_] = within[np.clip(at, 0, len(parsed) - 1)]
    return found


def segmented(own: Words, cut: Sequence[bool], costs: Costs = COSTS) -> tuple[list[Segment], ...]:
    """The segments of each role, in order: sources, cues, contents. `cut`: as `phrases_cut` gives it."""
    roles = _roles(own, cut, costs)
    found: tuple[list[list[int]], ...] = ([], [], [])
    paragraph = own.paragraph.tolist()
    for word, role in enumerate(roles):
        if role == OUTSIDE:
            continue
        runs = found[role - 1]
        goes_on = word > 0 and roles[word - 1] == role and paragraph[word] == paragraph[word - 1]
        if goes_on and own.begins[word, role - 1] <= own.roles[word, role - 1] * costs.anew:
            runs[-1][1] = word + 1
        else:
            runs.append([word, word + 1])
    return tuple([(first, last) for first, last in runs] for runs in found)


def _roles(own: Words, cut: Sequence[bool], costs: Costs) -> list[int]:
    """Each word's role (0 for none, else 1 on), stretch by stretch between words that surely have none."""
    if not len(own):
        return []
    nothing = np.clip(1.0 - own.roles.sum(axis=1), LEAST, 1.0)
    chances = np.log(np.column_stack([nothing, np.clip(own.roles, LEAST, 1.0)]))
    scores = costs.sharp * chances + np.array([0.0, *costs.gain])
    share = np.clip(own.begins / np.maximum(own.roles, LEAST), EDGE, 1 - EDGE)
    begins, goes_on = costs.begin * np.log(share), costs.begin * np.log(1 - share)
    breaks = np.r_[True, own.paragraph[1:] != own.paragraph[:-1]]
    edges = np.flatnonzero(np.r_[True, breaks[1:] | (nothing[1:] > NOTHING) | (nothing[:-1] > NOTHING)])
    roles: list[int] = []
    for first, last in zip(edges.tolist(), [*edges.tolist()[1:], len(own)], strict=True):
        if nothing[first] > NOTHING:
            roles += [OUTSIDE] * (last - first)
            continue
        alone = bool(breaks[first]), last == len(own) or bool(breaks[last])
        rows = scores[first:last].tolist(), begins[first:last].tolist(), goes_on[first:last].tolist()
        roles += _likeliest(*rows, [bool(one) for one in cut[first : last + 1]], costs, alone)
    return roles


def _likeliest(
    scores: list[list[float]],
    begins: list[list[float]],
    goes_on: list[list[float]],
    cut: list[bool],
    costs: Costs,
    alone: tuple[bool, bool],
) -> list[int]:
    """The best roles of a stretch; `alone` says at which ends of it a paragraph ends, where an edge costs nothing."""
    whole, parting = [(0.0, *costs.edge)], [(0.0, *(e + c for e, c in zip(costs.edge, costs.cut, strict=True)))]
    prices = whole[0], parting[0]
    opening = prices[cut[0]] if not alone[0] else (0.0,) * 4
    best = [scores[0][0], *(scores[0][k] + begins[0][k - 1] - opening[k] for k in (1, 2, 3))]
    back: list[tuple[int, ...]] = []
    for word in range(1, len(scores)):
        price, plain = prices[cut[word]], prices[False]
        row, begin, stay = scores[word], begins[word], goes_on[word]
        left = [best[0], best[1] - price[1], best[2] - price[2], best[3] - price[3]]
        origin = max(range(4), key=left.__getitem__)
        made, came = [left[origin] + row[0]], [origin]
        for role in (1, 2, 3):
            value, source = best[role] + stay[role - 1], role
            enter = begin[role - 1]
            for other in range(4):
                if other != role:
                    toll = price[role] if other == OUTSIDE else plain[role] + plain[other]
                    if best[other] + enter - toll > value:
                        value, source = best[other] + enter - toll, other
            made.append(value + row[role])
            came.append(source)
        best = made
        back.append(tuple(came))
    closing = prices[cut[-1]] if not alone[1] else (0.0,) * 4
    role = max(range(4), key=lambda k: best[k] - closing[k])
    path = [role]
    for came_from in reversed(back):
        role = came_from[role]
        path.append(role)
    return path[::-1]
