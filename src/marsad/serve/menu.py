"""The menu at the top of every page."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.serve.permissions import Permission

__all__ = ["MenuItem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """A page that the menu leads to: `place` orders the menu, `title` is translated where it is shown."""

    place: int
    path: str
    title: str
    permission: Permission = Permission.READ
