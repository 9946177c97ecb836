"""What words beside a name tell: a dual of sites ("حقلي العمر والتنك"), half a longer name, a country, a kind."""

from __future__ import annotations

from marsad.annotate.places.before import is_led
from marsad.annotate.places.words import PlaceWord, facts, names_behind_in, place_words, stands_for
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import NameHit
from marsad.model.report import Document

__all__ = [
    "country_told",
    "is_described",
    "is_land",
    "is_quarter",
    "is_such",
    "one_of",
    "opens_with",
    "runs_on",
    "tells_twins",
]

_QUARTER = "place.quarter"
_TWINNED = frozenset(("city", "town", "village", "quarter"))


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


def is_described(document: Document, index: int) -> bool:
    """Say whether a word that may stand for a land is told of something else: "القطاع الخاص", not "القطاع المحاصر"."""
    words = document.words
    if not stands_for(words[index]) or index + 1 >= len(words):
        return False
    behind = words[index + 1]
    return document.gap(index + 1) == " " and behind.startswith("ال") and behind not in place_words("land-told")


def is_land(document: Document, hit: NameHit, *, cued: bool) -> bool:
    """Say whether a demonym is the name of its country: "صاروخ على السعودية", "في مالي", not "القوات السعودية"."""
    if not (cued or "ب" in hit.proclitics or is_led(document, hit.first)):
        return False
    named = names_behind_in(document.words[hit.first], hit.proclitics)
    return any(entry.feature == "country" and (entry.article or named) for entry in hit.entries)


def is_quarter(hit: NameHit, type_word: PlaceWord | None) -> bool:
    """Say whether a name behind the word for a quarter is that of one which marsad knows."""
    return type_word is not None and type_word.entry_id == _QUARTER and is_such(hit, type_word)


def is_such(hit: NameHit, cue: PlaceWord) -> bool:
    """Say whether marsad knows a place of a name that is of the kind a type word tells: "مخيم الهول"."""
    return any(entry.feature in cue.features[:2] and entry.weight > 1 for entry in hit.entries)


def opens_with(words: tuple[str, ...], hit: NameHit) -> PlaceWord | None:
    """Return the type word that a listed name opens with: "شارع الوحدة", "حي الروضة"."""
    cues = facts(words[hit.first]).cues
    return next((cue for _, cue in cues if cue.role == "type" and not cue.known and not cue.many), None)


def tells_twins(word: str, hit: NameHit, cues: tuple[PlaceWord, ...], type_word: PlaceWord | None) -> bool:
    """Say whether an adjective parts a town or quarter from its twin: "الرفيعة الكبيرة", "المزة القديمة"."""
    if type_word is not None and word in place_words("size"):
        return True
    small = hit.stop == hit.first + 1 and any(entry.feature in _TWINNED and entry.weight > 0 for entry in hit.entries)
    return (
        small and word in place_words("age") and not any(cue.role in ("part", "direction") or cue.many for cue in cues)
    )
