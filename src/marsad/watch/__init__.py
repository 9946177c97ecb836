"""Watching sources: their feeds polled politely, every answer archived, every report written once."""

from marsad.watch.rounds import Watch
from marsad.watch.tally import Tally

__all__ = ["Tally", "Watch"]
