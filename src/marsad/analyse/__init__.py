"""From records to answers: counts that say what is vague, and lead to the records behind every number."""

from marsad.analyse.beside import Beside, side_by_side
from marsad.analyse.counts import Counts, Row, Spec, count
from marsad.analyse.ged import read_ged
from marsad.analyse.stored import count_stored
from marsad.analyse.tally import Figure, Tally

__all__ = [
    "Beside", "Counts", "Figure", "Row", "Spec", "Tally", "count", "count_stored", "read_ged", "side_by_side",
]  # fmt: skip
