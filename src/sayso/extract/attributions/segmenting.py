"""Cuts a section into sources, cues and contents: the one likeliest row of roles, which seldom cuts a phrase in two.

Stands alone because roles are chosen for all words of a paragraph at once (Viterbi's algorithm), while a threshold a
word leaves holes of single words and edges within noun phrases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.parse.labels import PREPOSITIONAL_OBJECTS

if TYPE_CHECKING:
    from sayso.extract.attributions.tagged import Segment, Words
    from sayso.stages import Ints, Parsed

TIGHT = (
    frozenset(
        ("det", "predet", "amod", "nummod", "quantmod", "compound", "nmod", "npadvmod", "poss", "case", "neg", "prt")
    )
    | PREPOSITIONAL_OBJECTS
)
"""Relations between words that a span seldom parts: those of a noun phrase, and a preposition's to its object."""
LEADING = frozenset(("IN", "TO", "DT", "CC", "WRB", "WDT", "WP$", "PRP$"))
"""Tags of words that lead on to what follows: no source and no content ends with one."""
NOTHING = 0.995
"""From this chance on a word belongs to no span whatever stands beside it, and the search begins anew behind it."""
LEAST = 1e-4
EDGE = 0.02
OUTSIDE = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """In logarithms, for source, cue and content: what a span gains a word, and costs at each edge.

    `gain` is added for a word of that role, `sharp` multiplies the tagger's chances, `begin` its chances of a
    beginning; `edge` is the price of an edge to no role, `cut` that of one that parts a phrase, `hanging` that of the
    end of a source or content behind a word that leads on. Two spans of one role side by side are two where the
    tagger's beginning there is likelier than `anew`. Chosen on PolNeAR's dev half
    (docs/decisions/attribution-reader.md).
    """

    gain: tuple[float, float, float] = (0.85, 0.6, 0.35)
    sharp: float = 1.2
    begin: float = 0.55
    edge: tuple[float, float, float] = (0.0, 0.0, 0.13)
    cut: tuple[float, float, float] = (2.0, 3.0, 1.0)
    hanging: float = 4.0
    anew: float = 0.95


COSTS = Costs()
INNER_COSTS = Costs(gain=(1.3, 0.6, 0.75))
"""Within another's content: the tagger is less sure there, for it has seen fewer of these."""


@dataclass(frozen=True, slots=True)
class Edges:
    """For each word whether an edge right before it parts a phrase, and whether a word that leads on stands there."""

    cut: list[bool]
    hanging: list[bool]


@dataclass(frozen=True, slots=True)
class Syntax:
    """The same for each token of a report, which begin at `starts`: read off the parse once, for all its sections."""

    starts: Ints
    edges: Edges


def syntax(parsed: Parsed) -> Syntax:
    """What the parse says of the edges between tokens."""
    return Syntax(parsed.starts, Edges(_within_phrases(parsed), [_leads_on(parsed, t) for t in range(len(parsed))]))


def edges(known: Syntax | None, own: Words) -> Edges:
    """What is known of the edges between words; nothing without a parse."""
    if known is None or not len(known.starts):
        return Edges([False] * len(own), [False] * len(own))
    at = np.clip(np.searchsorted(known.starts, own.starts, side="right") - 1, 0, len(known.starts) - 1).tolist()
    return Edges([known.edges.cut[token] for token in at], [known.edges.hanging[token] for token in at])


def _within_phrases(parsed: Parsed) -> list[bool]:
    """For each token whether it stands in one phrase, or one name, with the token before it."""
    opened = np.zeros(len(parsed) + 1, dtype=np.int64)
    heads = parsed.heads.tolist()
    for token, relation in enumerate(parsed.deps):
        if relation in TIGHT:
            low, high = sorted((token, heads[token]))
            opened[low + 1] += 1
            opened[high + 1] -= 1
    for entity in parsed.entities:
        opened[entity.first + 1] += 1
        opened[entity.last] -= 1
    found: list[bool] = (np.cumsum(opened)[:-1] > 0).tolist()
    return found


def _leads_on(parsed: Parsed, token: int) -> bool:
    """Whether the token before `token` is a word like "the" or "when", and what it leads to stands behind it."""
    before = token - 1
    if before < 0 or parsed.tags[before] not in LEADING or parsed.sentence[before] != parsed.sentence[token]:
        return False
    if parsed.tags[before] not in ("IN", "TO"):
        return True
    return int(parsed.heads[before]) > before or any(child > before for child in parsed.children[before])


def segmented(own: Words, edges: Edges, costs: Costs = COSTS) -> tuple[list[Segment], ...]:
    """The segments of each role, in order: sources, cues, contents."""
    roles = _roles(own, edges, costs)
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


def _roles(own: Words, edges: Edges, costs: Costs) -> list[int]:
    """Each word's role (0 for none, else 1 on), stretch by stretch between words that surely have none."""
    if not len(own):
        return []
    nothing = np.clip(1.0 - own.roles.sum(axis=1), LEAST, 1.0)
    chances = np.log(np.column_stack([nothing, np.clip(own.roles, LEAST, 1.0)]))
    scores = costs.sharp * chances + np.array([0.0, *costs.gain])
    share = np.clip(own.begins / np.maximum(own.roles, LEAST), EDGE, 1 - EDGE)
    begins, goes_on = costs.begin * np.log(share), costs.begin * np.log(1 - share)
    breaks = np.r_[True, own.paragraph[1:] != own.paragraph[:-1]]
    ends = np.flatnonzero(np.r_[True, breaks[1:] | (nothing[1:] > NOTHING) | (nothing[:-1] > NOTHING)])
    roles: list[int] = []
    for first, last in zip(ends.tolist(), [*ends.tolist()[1:], len(own)], strict=True):
        if nothing[first] > NOTHING:
            roles += [OUTSIDE] * (last - first)
            continue
        alone = bool(breaks[first]), last == len(own) or bool(breaks[last])
        rows = scores[first:last].tolist(), begins[first:last].tolist(), goes_on[first:last].tolist()
        around = Edges(edges.cut[first : last + 1], edges.hanging[first : last + 1])
        roles += _likeliest(*rows, _prices(around, costs, alone, last - first), costs)
    return roles


Prices = list[tuple[float, float, float, float]]


def _prices(edges: Edges, costs: Costs, alone: tuple[bool, bool], count: int) -> tuple[Prices, Prices]:
    """What it costs to begin and to end a span of each role right before each word, and behind the last.

    `alone` says at which ends of the stretch a paragraph ends, where an edge costs nothing.
    """
    parting = tuple(edge + cut for edge, cut in zip(costs.edge, costs.cut, strict=True))
    free, opening, closing = (0.0, 0.0, 0.0, 0.0), [], []
    for cut, hanging in zip(edges.cut, edges.hanging, strict=True):
        source, cue, content = parting if cut else costs.edge
        more = costs.hanging if hanging else 0.0
        opening.append((0.0, source, cue, content))
        closing.append((0.0, source + more, cue, content + more))
    if alone[0]:
        opening[0] = free
    if alone[1]:
        closing[count:] = [free]
    return opening, closing


def _likeliest(
    scores: list[list[float]],
    begins: list[list[float]],
    goes_on: list[list[float]],
    prices: tuple[Prices, Prices],
    costs: Costs,
) -> list[int]:
    """The best roles of a stretch, given the prices of edges to no role; from role to role an edge parts no phrase."""
    opening, closing = prices
    plain = (0.0, *costs.edge)
    best = [scores[0][0], *(scores[0][k] + begins[0][k - 1] - opening[0][k] for k in (1, 2, 3))]
    back: list[list[int]] = []
    for word in range(1, len(scores)):
        row, begin, stay, price, toll = scores[word], begins[word], goes_on[word], opening[word], closing[word]
        left = [best[0], best[1] - toll[1], best[2] - toll[2], best[3] - toll[3]]
        origin = max(range(4), key=left.__getitem__)
        made, came = [left[origin] + row[0]], [origin]
        for role in (1, 2, 3):
            value, source = best[role] + stay[role - 1], role
            for other in range(4):
                cost = price[role] if other == OUTSIDE else plain[role] + plain[other]
                if other != role and best[other] + begin[role - 1] - cost > value:
                    value, source = best[other] + begin[role - 1] - cost, other
            made.append(value + row[role])
            came.append(source)
        best = made
        back.append(came)
    role = max(range(4), key=lambda k: best[k] - closing[len(scores)][k])
    path = [role]
    for came_from in reversed(back):
        role = came_from[role]
        path.append(role)
    return path[::-1]
