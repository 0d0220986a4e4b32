"""Sayso keeps a ledger of who said what in reports, every row traceable to the bytes that it was read from."""

import sayso.read  # noqa: F401 - the stage comes first, so that the function below keeps its name
from sayso.api import Readings, read, read_text
from sayso.model import Reading
from sayso.version import __version__

__all__ = ["Reading", "Readings", "__version__", "read", "read_text"]
