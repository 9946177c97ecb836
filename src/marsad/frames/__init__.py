"""Trigger words and what stands around them, stretch by stretch."""

from marsad.frames.assemble import assemble
from marsad.frames.context import Context

__all__ = ["Context", "assemble"]
