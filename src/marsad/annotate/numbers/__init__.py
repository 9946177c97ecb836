"""Counts, ranks and bounds in words and digits."""

from marsad.annotate.numbers.find import find

__all__ = ["find"]
