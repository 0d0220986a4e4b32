"""The version of Sayso, which every reading and every ledger names.

Stands alone so that a stage can name it without importing the package's interface.
"""

__version__ = "0.1.0"
