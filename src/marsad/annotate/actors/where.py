"""Where a report plays, guessed from its own words when nobody says."""

from __future__ import annotations

from collections import Counter

from marsad.annotate.actors.pieces import Piece

__all__ = ["country_of"]

_POWERS = frozenset(("US", "RU", "TR", "IR", "IL", "FR", "GB", "SA", "AE", "DE", "QA", "CN"))
"""Countries that act abroad: their names weigh little."""


def country_of(pieces: list[Piece]) -> str | None:
    """Return the ISO code of the country that most names in a report point to, None without any."""
    counts: Counter[str] = Counter()
    for piece in pieces:
        roles = piece.roles
        word = roles.get("place") or roles.get("country") or roles.get("demonym")
        if word is not None and word.country is not None and len(word.country) == 2:
            weight = 3.0 if word.role == "place" else 1.0
            if word.country in _POWERS and word.role != "place":
                weight = 0.3
            counts[word.country] += weight  # type: ignore[assignment]
        elif piece.names:
            item, alias = piece.names[0]
            home = item.actor.country
            if home and not alias.where and len(piece.names) == 1:
                counts[home] += 0.3 if home in _POWERS else 1.5  # type: ignore[assignment]
    return counts.most_common(1)[0][0] if counts else None
