"""Weapons and means."""

from marsad.annotate.means.find import find

__all__ = ["find"]
