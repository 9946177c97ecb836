"""Colours that people tell apart who see few colours: Okabe and Ito's eight, and viridis for amounts."""

from __future__ import annotations

__all__ = ["BLACK", "BLUE", "GREY", "ORANGE", "SKY", "VERMILLION", "amounts"]

BLACK, BLUE, SKY, ORANGE, VERMILLION = "#000000", "#0072B2", "#56B4E9", "#E69F00", "#D55E00"
GREY = "#ededed"


def amounts(most: int) -> dict[str, object]:
    """Return the scale for amounts from 1 to `most`: the more, the darker."""
    return {"scheme": "viridis", "reverse": True, "domain": [1, max(most, 2)]}
