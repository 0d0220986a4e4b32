"""Puts the training code on the path; where it is not there, as beside an installed package, its tests are left out."""

from __future__ import annotations

import sys
from pathlib import Path

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))
collect_ignore_glob = [] if TRAINING.is_dir() else ["test_*.py"]
