"""Time expressions."""

from marsad.annotate.dates.find import find

__all__ = ["find"]
