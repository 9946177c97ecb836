"""Places named in a report, with the gazetteer rows they may be."""

from marsad.annotate.places.find import find

__all__ = ["find"]
