"""Is it rising? Trends on a fixed panel of sources, so that more reporting is not taken for more violence."""

from marsad.trends.changes import Change, changes
from marsad.trends.compare import Comparison, compare
from marsad.trends.contrast import Contrast, Line, contrast, periods_asked
from marsad.trends.days import Days, days_after, days_before, days_of, year_before
from marsad.trends.history import History, history
from marsad.trends.panel import Panel, panel_of
from marsad.trends.rates import Ratio, rate_ratio
from marsad.trends.scan import HotSpot, Spot, hot_spots
from marsad.trends.search import Search, read_searches
from marsad.trends.seasons import ramadan, season
from marsad.trends.spells import Tempo, tempo

__all__ = [
    "Change", "Comparison", "Contrast", "Days", "History", "HotSpot", "Line", "Panel", "Ratio", "Search", "Spot",
    "Tempo", "changes", "compare", "contrast", "days_after", "days_before", "days_of", "history", "hot_spots",
    "panel_of", "periods_asked", "ramadan", "rate_ratio", "read_searches", "season", "tempo", "year_before",
]  # fmt: skip
