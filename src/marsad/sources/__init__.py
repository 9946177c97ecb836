"""Sources: who publishes, on whose side, how far to be relied on, and where it can be fetched."""

from marsad.sources.read import check_sources, read_sources
from marsad.sources.registry import Registry
from marsad.sources.schema import Feed, Reliability, Source

__all__ = ["Feed", "Registry", "Reliability", "Source", "check_sources", "read_sources"]
