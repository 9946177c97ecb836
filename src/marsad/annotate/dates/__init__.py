"""Time expressions."""

from marsad.annotate.dates.find import find
from marsad.annotate.dates.resolve import so_long_before

__all__ = ["find", "so_long_before"]
