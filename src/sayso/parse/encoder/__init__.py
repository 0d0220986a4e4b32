"""The trained encoder: pieces, windows, and the graphs that run over them.

Stands alone because parsing and the reading of attributions share one pass of it.
"""

from sayso.parse.encoder.engine import LABELS, Encoder, Links, load

__all__ = ["LABELS", "Encoder", "Links", "load"]
