"""Incidents explored: found by words and facets, drawn on a map and along time, counted by who and against whom."""

from marsad.explore.ask import FACETS, Question
from marsad.explore.grid import Drawn, drawn
from marsad.explore.index import IncidentIndex, index_of
from marsad.explore.spots import Spot

__all__ = ["FACETS", "Drawn", "IncidentIndex", "Question", "Spot", "drawn", "index_of"]
