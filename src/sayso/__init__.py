"""Sayso keeps a ledger of who said what in reports, every row traceable to the bytes that it was read from."""

__version__ = "0.1.0"
