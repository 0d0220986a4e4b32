"""One text with another parser's answers, as arrays over its tokens.

Stands alone because what is taught from these answers must load them without loading that parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Silver:
    """One text with the parser's answers. All but `text` one a token; `heads` index tokens, `begins` marks sentences.

    `entities`: "O", "B-PERSON", "I-PERSON" ...
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    heads: NDArray[np.int32]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    begins: NDArray[np.bool_]
    entities: tuple[str, ...]
