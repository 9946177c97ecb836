"""Names of places inside names of other things: "قوات سوريا الديمقراطية" names no place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from marsad.annotate.places.words import place_words
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.match import Matcher

__all__ = ["blanked"]


@cache
def _matcher() -> Matcher[str]:
    """Return the matcher of phrases; its payloads are the lines, words in brackets only have to follow."""
    text = (RESOURCES / "places" / "not_places.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return Matcher((line.replace("[", "").replace("]", ""), "fixed", line) for line in lines)


def blanked(words: Sequence[str]) -> frozenset[int]:
    """Return the indexes of words that stand inside a phrase which is no place."""
    found: set[int] = set()
    for hit in _matcher().find(words):
        if hit.first and hit.proclitics == "ال" and words[hit.first - 1].endswith(tuple(place_words("named-so"))):
            continue  # "قرية الصورة الكبيرة"
        phrase = str(hit.payload).partition("[")[0].split()
        found.update(range(hit.first, hit.first + len(phrase)))
    return frozenset(found)
