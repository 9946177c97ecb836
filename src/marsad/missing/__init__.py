"""How much is missing: what nobody tells, by capture and recapture; what each source covers; how late it is told."""

from marsad.missing.coverage import Covered, coverage
from marsad.missing.delay import Delays, delays
from marsad.missing.estimate import ASSUMPTIONS, Missing, missing
from marsad.missing.lists import Lists, lists_of
from marsad.missing.loglinear import Averaged, averaged

__all__ = [
    "ASSUMPTIONS", "Averaged", "Covered", "Delays", "Lists", "Missing", "averaged", "coverage", "delays", "lists_of",
    "missing",
]  # fmt: skip
