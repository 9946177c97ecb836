"""The one quotation that shows an act: the frame's own words, at most 200 characters, never cut inside a word."""

from __future__ import annotations

from marsad.model.frame import Frame
from marsad.model.report import Document
from marsad.model.span import Span

__all__ = ["LONGEST", "quote_of"]

LONGEST = 200


def quote_of(document: Document, frame: Frame) -> Span:
    """Return the stretch to quote; a long frame is cut to the words around its head, more after than before."""
    first, stop = frame.first, frame.stop
    starts, ends = document.starts, document.ends
    while ends[stop - 1] - starts[first] > LONGEST and stop - 1 > frame.head.first:
        if frame.head.first - first > (stop - frame.head.first) // 2:
            first += 1
        else:
            stop -= 1
    while ends[stop - 1] - starts[first] > LONGEST and first < frame.head.first:
        first += 1
    return Span(starts[first], min(ends[stop - 1], starts[first] + LONGEST))
