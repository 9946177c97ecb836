"""How marsad was called, so that what it tells people to type works where they are."""

from __future__ import annotations

import os

__all__ = ["called"]


def called() -> str:
    """Return "marsad", or what `marsad.sh` says that it was called as: "./marsad.sh"."""
    return os.environ.get("MARSAD_CALLED") or "marsad"
