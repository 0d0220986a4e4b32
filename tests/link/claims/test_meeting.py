"""Keys under which statements meet: the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys

PRINTING = """
from sayso.link.actors.same import keys
from sayso.link.claims.meeting import keys as meeting
from tests.link.saying import known, said
body = known("Amber Delta Noble Basin Union", "organisation")
print(sorted(keys(body.actor)), sorted(meeting(said("the wolves fell on the ferry and found the axes", body))))
"""
"""Words of one length, and words of which two forms are the shortest."""


def test_keys_do_not_hang_on_the_order_of_sets() -> None:
    """A ledger that one process began and another goes on with has each claim under the same keys."""
    made = {
        subprocess.run(
            [sys.executable, "-c", PRINTING],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(2)
    }
    assert len(made) == 1
