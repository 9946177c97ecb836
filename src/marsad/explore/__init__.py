"""Incidents explored: found by words and facets, drawn on a map and along time, counted by who and against whom."""

from marsad.explore.graph import Graph, graph_of
from marsad.explore.grid import Drawn, drawn
from marsad.explore.index import FACETS, IncidentIndex, index_of
from marsad.explore.spots import Spot

__all__ = ["FACETS", "Drawn", "Graph", "IncidentIndex", "Spot", "drawn", "graph_of", "index_of"]
