"""What was read, as it was read: pages and files kept byte for byte, and a log of every act on them."""

from marsad.archive.item import Item
from marsad.archive.reading import Archive
from marsad.archive.writer import Kept, Writer

__all__ = ["Archive", "Item", "Kept", "Writer"]
