"""The stage `link`: what joins reports, and what does not fit between them.

The only stage that looks at several reports. It keeps what it finds in the ledger, and can make all of it again.
"""

from .copies import copies
from .linking import forget, link

__all__ = ["copies", "forget", "link"]
