"""Find the words that may tell an act.

>>> # "أطلق سراح" is a release, "أطلق النار" a shooting, "أطلق مبادرة" nothing
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from marsad.annotate.triggers.grammar import reads_as_noun, wrong_tense
from marsad.annotate.triggers.table import Trigger, table
from marsad.arabic.affixes import splits
from marsad.lexicon.companions import Around
from marsad.lexicon.match import Hit, longest
from marsad.model.report import Document
from marsad.model.what import TriggerMention

__all__ = ["find"]

_DRONES = ("airstrike.drone-acts", "airstrike.drone-named")
_REACH = 8
_POS = {"verb": "verb", "noun": "noun", "fixed": "phrase"}


def find(document: Document, first: int = 0, stop: int | None = None) -> tuple[TriggerMention, ...]:
    """Return the triggers in words `first` to `stop` (excluded), left to right, none overlapping.

    The longest phrase wins ("أطلق سراح" over "أطلق"); an entry that asks for companions fires only beside
    them, inside the sentence; an entry of sense "none" ("حادث سير") takes its words away and tells nothing.
    """
    end = len(document.words) if stop is None else stop
    found: list[TriggerMention] = []
    for sentence in document.sentences:
        low, high = max(sentence.first, first), min(sentence.stop, end)
        if low < high:
            found += _in_sentence(document, sentence.first, sentence.stop, low, high)
    return tuple(found)


def _in_sentence(document: Document, first: int, stop: int, low: int, high: int) -> list[TriggerMention]:
    matcher, entries, companions = table()
    words = document.words
    hits = matcher.find(words, low, high)
    if not hits:
        return []
    around: Around | None = None
    places: dict[tuple[int, int], list[tuple[Hit, Trigger]]] = {}
    for hit in hits:
        number: Any = hit.payload
        entry = entries[number]
        if hit.proclitics and entry.pos == "verb" and wrong_tense(hit.proclitics, words[hit.first]):
            continue
        if entry.company is not None:
            if around is None:
                around = companions.around(words, first, stop)
            if not entry.company.allows(around, hit.first, hit.stop):
                continue
        places.setdefault((hit.first, hit.stop), []).append((hit, entry))
    chosen = {
        place: readings[0] if len(readings) == 1 else _choose(readings, reads_as_noun(words, first, *place, stop))
        for place, readings in places.items()
    }
    told = [
        _mention(document, *chosen[hit.first, hit.stop])
        for hit in longest(hit for hit, _ in chosen.values())
        if chosen[hit.first, hit.stop][1].sense != "none"
    ]
    return [_downed(before, mention) for before, mention in zip([None, *told], told, strict=False)]


def _downed(before: TriggerMention | None, mention: TriggerMention) -> TriggerMention:
    """Return a drone that the word before brings down as such: "أسقطت الدفاعات الجوية قرب القاعدة مسيرة"."""
    if before is None or before.sense != "downing" or mention.entry_id not in _DRONES:
        return mention
    if mention.first - before.stop > _REACH:
        return mention
    return replace(mention, sub_event_type=before.sub_event_type, sense=before.sense)


def _choose(readings: list[tuple[Hit, Trigger]], as_noun: bool) -> tuple[Hit, Trigger]:
    """Return the reading to keep of the same words: the part of speech the context wants, then the rank."""
    wanted = "noun" if as_noun else "verb"
    return min(readings, key=lambda reading: (reading[1].sense != "none", reading[1].pos != wanted, reading[1].rank))


def _mention(document: Document, hit: Hit, entry: Trigger) -> TriggerMention:
    return TriggerMention(
        span=document.span(hit.first, hit.stop),
        first=hit.first,
        stop=hit.stop,
        rule_id="triggers.lexicon",
        entry_id=entry.entry_id,
        sub_event_type=entry.sub_event_type,
        sense=entry.sense,
        pos=_POS[entry.pos],
        weak=entry.weak,
        definite=entry.pos == "noun" and _has_article(document.words[hit.first], hit.proclitics),
        proclitics=hit.proclitics,
    )


def _has_article(word: str, proclitics: str) -> bool:
    """Say whether a noun stands with ال, parted ("وال" + "قصف") or kept in a listed form ("القبض على")."""
    if proclitics.endswith(("ال", "لل")):
        return True
    return any(rest.startswith("ال") for before, rest in splits(word) if before == proclitics)
