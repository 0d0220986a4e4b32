"""Chooses each token's head so that every sentence is one tree, by the best sum of scores (Chu-Liu and Edmonds).

Stands alone because it is a known algorithm over a matrix of scores, whoever gave them. Chu and Liu (1965), On the
shortest arborescence of a directed graph; Edmonds (1967), Optimum branchings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

NEVER = np.float32(-1e9)


def heads(scores: Floats) -> Ints:
    """The head of each token; ``scores[i, j]`` is for j as the head of i, ``scores[i, i]`` for i as the root.

    One token is its own head, the root, and every other one reaches it.
    """
    free: Ints = scores.argmax(axis=1)
    own = np.arange(len(scores))
    others = scores.copy()
    others[own, own] = NEVER
    gain = scores[own, own] - (others.max(axis=1) if len(scores) > 1 else 0)
    root = int(gain.argmax())
    if (free == own).sum() == 1 and not len(_cycle(free, root)):
        return free
    others[root] = NEVER
    others[root, root] = 0
    return _arborescence(others, root)


def _arborescence(scores: Floats, root: int) -> Ints:
    """The best tree under `root`: a cycle of the greedy choice is taken for one token, and opened at the best place."""
    found: Ints = scores.argmax(axis=1)
    found[root] = root
    cycle = _cycle(found, root)
    if not len(cycle):
        return found
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER, dtype=np.float32)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(cycle, outside)] - scores[cycle, found[cycle]][:, None]
    small[-1, :-1] = entering.max(axis=0)
    place = int(np.searchsorted(outside, root))
    small[place] = NEVER
    small[place, place] = 0
    upper = _arborescence(small, place)
    made = found.copy()
    for i, head in zip(outside.tolist(), upper[:-1].tolist(), strict=True):
        made[i] = cycle[leaving[np.searchsorted(outside, i)].argmax()] if head == len(outside) else outside[head]
    opened = int(upper[-1])
    made[cycle[entering[:, opened].argmax()]] = outside[opened]
    made[root] = root
    return made


def _cycle(chosen: Ints, root: int) -> Ints:
    """The tokens of one cycle that never reaches the root, in order; none where there is no cycle."""
    state = np.zeros(len(chosen), dtype=np.int8)
    state[root] = 2
    for start in range(len(chosen)):
        path = []
        token = start
        while state[token] == 0:
            state[token] = 1
            path.append(token)
            token = int(chosen[token])
        if state[token] == 1:
            return np.array(sorted(path[path.index(token) :]), dtype=np.int64)
        state[path] = 2
    return np.zeros(0, dtype=np.int64)
