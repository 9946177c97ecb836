"""The sources of a file, found by their names as reports write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from marsad.arabic.letters import fold
from marsad.sources.schema import Feed, Source

__all__ = ["Registry", "fold_outlet"]


def fold_outlet(name: str) -> str:
    """Return a name of an outlet without what does not count: case, hamza, spaces more than one."""
    return " ".join(fold(name).lower().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Sources in the order of their file; paths of feeds are meant from its folder."""

    folder: Path
    sources: tuple[Source, ...]
    by_name: dict[str, Source] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {fold_outlet(name): source for source in self.sources for name in source.names}
        object.__setattr__(self, "by_name", names)

    def find(self, outlet: str) -> Source | None:
        """Return the source of this name or id ("المرصد السوري" and "المرصد السورى" are one), None for none."""
        found = self.by_name.get(fold_outlet(outlet))
        return found or next((source for source in self.sources if source.id == outlet), None)

    def path(self, feed: Feed) -> Path:
        """Return where a feed of files lies."""
        return self.folder / feed.address
