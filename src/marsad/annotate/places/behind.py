"""What words right behind a name tell of the country it lies in: "طرابلس شمالي لبنان" is not the one in Libya."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from marsad.annotate.places.grammar import Named
from marsad.annotate.places.words import place_words
from marsad.model.report import Document

__all__ = ["in_countries"]


def in_countries(document: Document, named: Sequence[Named]) -> list[Named]:
    """Return the names, those with the country that a part of it right behind them tells."""
    found = [_in_country(document, name, behind) for name, behind in pairwise(named)]
    return [*found, *named[-1:]]


def _in_country(document: Document, name: Named, behind: Named) -> Named:
    between = document.words[name.stop : behind.lead]
    apart = len(between) > 1 or not place_words("located").issuperset(between) or behind.lead < name.stop
    if name.country is not None or apart or not any(cue.role == "direction" for cue in behind.cues):
        return name
    country = next((entry.country for entry in behind.entries if entry.feature == "country"), None)
    return replace(name, country=country)
