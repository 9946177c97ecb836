"""What words beside a name tell: a dual of sites ("حقلي العمر والتنك"), half a longer name, a country told."""

from __future__ import annotations

from marsad.annotate.places.words import PlaceWord, facts
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import NameHit
from marsad.model.report import Document

__all__ = ["country_told", "one_of", "runs_on"]


def runs_on(gazetteer: Gazetteer, words: tuple[str, ...], hit: NameHit, stop: int) -> bool:
    """Say whether the last word of a hamlet opens a better known name: "حقل عين" of "حقل عين سفني"."""
    if any(entry.weight for entry in hit.entries):
        return False
    longer = gazetteer.find(words, hit.stop - 1, stop)
    return any(other.stop > hit.stop and any(entry.weight > 1 for entry in other.entries) for other in longer)


def one_of(document: Document, gazetteer: Gazetteer, index: int, stop: int, of: PlaceWord) -> NameHit | None:
    """Return what a list has as one of the sites that a dual joins: "حقلي العمر والتنك" are حقل العمر and حقل التنك."""
    word = document.words[index]
    joined = "و" if index > 0 and word.startswith("و") and facts(document.words[index - 1]).cues == () else ""
    spelled = (fold(of.single), word.removeprefix(joined), *document.words[index + 1 : min(stop, index + 3)])
    for hit in gazetteer.find(spelled, 0, len(spelled)):
        if hit.stop > 1:
            return NameHit(index, index + hit.stop - 1, joined, spelled[1].startswith("ال"), hit.entries)
    return None


def country_told(document: Document, stop: int) -> str | None:
    """Return the country of a feminine demonym behind a masculine word: "القائم العراقية", not "الثورة السورية"."""
    word, demonym = document.words[stop - 1 : stop + 1]
    if document.gap(stop) != " " or not demonym.endswith("ه") or word.endswith(("ه", "ا", "ء")) or facts(word).generic:
        return None
    return facts(demonym).country
