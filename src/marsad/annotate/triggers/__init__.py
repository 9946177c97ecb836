"""Words that may tell an act."""

from marsad.annotate.triggers.find import find
from marsad.annotate.triggers.senses import SENSES, possible_types

__all__ = ["SENSES", "find", "possible_types"]
