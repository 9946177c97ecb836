"""Whether a name as found is likely none: an ordinary word, one that describes, what stands before it."""

from __future__ import annotations

from typing import Literal

from marsad.annotate.places.grammar import Named
from marsad.annotate.places.words import PlaceWord, facts, is_word_too, names_behind_in, place_words, stands_for
from marsad.arabic.affixes import bare
from marsad.model.report import Document

__all__ = ["behind_in", "is_described", "is_doubtful", "only_describes"]


def only_describes(document: Document, name: Named, typed: PlaceWord) -> bool:
    """Say whether an indefinite ordinary word describes a site ("حاجز عسكري") rather than names it ("شارع جمال")."""
    return name.ordinary and not name.article and typed.keep and not facts(document.words[name.first]).person


def behind_in(document: Document, name: Named) -> Literal["", "word", "name"]:
    """Say whether "في" stands before a name that no place word is ("في حوارة", not "في الحي"), and it is hardly else.

    "name" also holds for ب, for what is near, roads and directions, of a word that stands behind none but as a name:
    "في سلمية", "قرب القائم".
    """
    words, word = document.words, document.words[name.first]
    if name.stop > name.first + 1 or facts(word).generic:
        return ""
    if stands_for(word):  # "من القطاع" mostly tells whence, as the name of Gaza would
        told = name.locative and words[name.first - 1] not in place_words("distance-from")
        return "name" if name.cues or told else ""
    if name.lead < name.first:
        leads = name.cues and name.cues[0].role in ("near", "road", "direction") and not name.cues[0].many
        return "name" if leads and names_behind_in(word, name.proclitics) else ""
    is_in = not name.proclitics and name.first > 0 and words[name.first - 1].removeprefix("و") in place_words("inside")
    if (is_in or name.proclitics in ("ب", "وب")) and names_behind_in(word, name.proclitics):
        return "name"
    return "word" if is_in else ""


def is_described(document: Document, name: Named) -> bool:
    """Say whether a name only describes a zone: "المنطقة العازلة" of any front, "الضفة الغربية" of a river."""
    words = document.words[name.first : name.stop]
    if bare(words[0]) in place_words("bank"):
        return not place_words("river").isdisjoint(map(bare, document.words))
    if len(words) < 2 or bare(words[0]) not in place_words("zone") or not all(facts(word).ordinary for word in words):
        return False
    return all(entry.feature == "region" for entry in name.entries)


def is_doubtful(document: Document, name: Named) -> bool:
    """Say whether nothing announces a place and the name is a word or a person's name as well: "تأنيب الضمير"."""
    if name.stop == name.first + 1 and (name.type_word is not None or name.cues or name.tagged):
        return False
    return is_word_too(document.words[name.first : name.stop], name.proclitics)
