"""Sites that one dual joins: "حقلي العمر والتنك" are حقل العمر and حقل التنك."""

from __future__ import annotations

from marsad.annotate.places.words import PlaceWord, facts
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import NameHit
from marsad.model.report import Document

__all__ = ["one_of"]


def one_of(document: Document, gazetteer: Gazetteer, index: int, stop: int, of: PlaceWord) -> NameHit | None:
    """Return what a list has as one of the sites that a dual joins: "حقلي العمر والتنك" are حقل العمر and حقل التنك."""
    word = document.words[index]
    joined = "و" if index > 0 and word.startswith("و") and facts(document.words[index - 1]).cues == () else ""
    spelled = (fold(of.single), word.removeprefix(joined), *document.words[index + 1 : min(stop, index + 3)])
    for hit in gazetteer.find(spelled, 0, len(spelled)):
        if hit.stop > 1:
            return NameHit(index, index + hit.stop - 1, joined, spelled[1].startswith("ال"), hit.entries)
    return None
