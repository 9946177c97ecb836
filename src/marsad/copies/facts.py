"""Figures and places of a report: what a daily bulletin changes while its wording stays.

"ألقى الطيران ثلاثة براميل على حي الفردوس" and "ألقى الطيران أربعة براميل على حي الصالحين" share their wording
and tell of two things.
"""

from __future__ import annotations

from dataclasses import dataclass

from marsad.annotate import dates, numbers, places
from marsad.arabic.affixes import stems
from marsad.copies.credits import is_medium
from marsad.copies.words import CopyText, key_words
from marsad.gazetteer import Gazetteer
from marsad.lexicon.role_words import forms_of, role_words
from marsad.model.report import Document, Report
from marsad.model.where import PlaceMention
from marsad.normalise import fold_text
from marsad.segment import split
from marsad.segment.parts import parts

__all__ = ["Agreement", "Facts", "agreement", "facts_of"]

_WIDE = frozenset(("country", "region", "admin1", "river", "road"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`figures` are counts (of the killed, of homes, of shells), dates not among them.

    `places` are the names of the places smaller than a governorate, as plain words; `words` are all words of the
    report with what may be left of each without its clitics.
    """

    figures: frozenset[int]
    places: frozenset[tuple[str, ...]]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Which figures and places of a short report stand in a long one.

    `shared` counts those in both. `replaced` counts those of the short one that the long one lacks, as far as the
    long one has others of the same kind in their stead; `lacking` counts all that the long one lacks.
    """

    shared: int
    replaced: int
    lacking: int


def facts_of(text: CopyText, gazetteer: Gazetteer) -> Facts:
    """Read the facts of a report's body."""
    document = split(Report(report_id="", text=text.body), fold_text(text.body))
    figures: set[int] = set()
    named: set[tuple[str, ...]] = set()
    for part in parts(document):
        figures |= _figures(part)
        named |= {
            key_words(fold_text(place.name).text)
            for place in places.find(part, gazetteer=gazetteer)
            if _counts(place) and not (place.first and is_medium(part.words[place.first - 1]))
        }
    words = {stem for word in document.words for stem in stems(word)}
    return Facts(figures=frozenset(figures), places=frozenset(named - {()}), words=frozenset(words) | set(text.words))


def _counts(place: PlaceMention) -> bool:
    """Keep what is listed and smaller than a governorate, and unlisted settlements: not "سوق الخضار"."""
    if place.place:
        return place.place.feature not in _WIDE
    return place.type_word in role_words("settlement", "outskirt")


def _figures(document: Document) -> set[int]:
    counted, nouns = numbers.find(document), forms_of("numbers", "number-noun")
    dated = {word for day in dates.find(document, numbers=counted) for word in range(day.first, day.stop)}
    return {
        int(value)
        for number in counted
        if (value := number.estimate.best or number.estimate.low) is not None
        and value > 1
        and number.first not in dated
        and not any(noun in document.words[number.first] for noun in nouns)  # "عدداً من" reads as a dual
    }


def agreement(short: Facts, long: Facts) -> Agreement:
    """Compare the facts of two reports."""
    figures, other_figures = short.figures - long.figures, long.figures - short.figures
    named = {place for place in short.places if not long.words.issuperset(place)}
    other_named = {place for place in long.places if not short.words.issuperset(place)}
    return Agreement(
        shared=len(short.figures & long.figures) + len(short.places) - len(named),
        replaced=min(len(figures), len(other_figures)) + min(len(named), len(other_named)),
        lacking=len(figures) + len(named),
    )
