"""Cues that change what a stretch asserts."""

from marsad.annotate.qualifiers.find import find

__all__ = ["find"]
