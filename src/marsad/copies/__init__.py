"""Which reports are copies of one another, and so count as one independent source.

`group_copies` groups reports at once; a `CopyIndex` takes them one at a time.
"""

from marsad.copies.group import CopyGroup, Reason
from marsad.copies.index import CopyIndex, group_copies
from marsad.copies.judge import How

__all__ = ["CopyGroup", "CopyIndex", "How", "Reason", "group_copies"]
