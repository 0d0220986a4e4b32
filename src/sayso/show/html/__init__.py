"""Readings as one self-contained page that asks nothing of anywhere, and as a small piece of one for notebooks."""

from sayso.show.html.page import Item, notebook, page

__all__ = ["Item", "notebook", "page"]
