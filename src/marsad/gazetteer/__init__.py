"""Places by name and by id: the embedded set, or official place files in a folder."""

from marsad.gazetteer.index import Gazetteer
from marsad.gazetteer.load import load

__all__ = ["Gazetteer", "load"]
