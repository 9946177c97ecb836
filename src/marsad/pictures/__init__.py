"""Charts and maps from counts: each a Vega-Lite specification, drawn as SVG or PNG, in Arabic or English."""

from marsad.pictures.chart import CHARTS, ON_CALENDARS, chart, dimensions
from marsad.pictures.draw import Picture, can_draw, to_png, to_svg
from marsad.pictures.map import area_map, read_boundaries
from marsad.pictures.select import selected

__all__ = [
    "CHARTS", "ON_CALENDARS", "Picture", "area_map", "can_draw", "chart", "dimensions", "read_boundaries", "selected",
    "to_png", "to_svg",
]  # fmt: skip
