"""Who says so, inside the text."""

from marsad.annotate.attribution.find import find
from marsad.annotate.attribution.scope import sources_for, sources_of_act

__all__ = ["find", "sources_for", "sources_of_act"]
