"""The stage `link`: what joins reports, and what does not fit between them.

The only stage that looks at several reports. It keeps what it finds in the ledger, and can make all of it again.
"""

from .copies import copies
from .linking import forget, link
from .misfit_rows import misfits

__all__ = ["copies", "forget", "link", "misfits"]
