"""Folded text to words, clauses and sentences."""

from marsad.segment.split import split

__all__ = ["split"]
