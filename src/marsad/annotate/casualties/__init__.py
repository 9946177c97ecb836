"""People killed, wounded, detained, abducted and released, as the words of a report tell it."""

from marsad.annotate.casualties.find import find

__all__ = ["find"]
