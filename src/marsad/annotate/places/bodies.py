"""Names of armed bodies that hold a place's name, and are none: "لواء أحرار الجولان", "كتيبة نسور الضفة"."""

from __future__ import annotations

from marsad.annotate.places.words import place_words
from marsad.arabic.affixes import bare
from marsad.model.report import Document

__all__ = ["names_a_body", "opens_a_body"]


def names_a_body(document: Document, index: int) -> bool:
    """Say whether word `index` closes the name of an armed body: behind a word for one and a word for fighters."""
    words = document.words
    if index < 2 or words[index - 1] not in place_words("body-word"):
        return False
    if document.gap(index) != " " or document.gap(index - 1) != " ":
        return False
    head = words[index - 2]
    return not place_words("body-head").isdisjoint((head, bare(head), head[1:]))


def opens_a_body(document: Document, index: int, *, listed: bool) -> bool:
    """Say whether an unlisted name is but the word that opens a body's own: "بين لواء درع الوادي ومسلحين"."""
    following = document.words[index + 1 : index + 2]
    opens = not listed and document.words[index] in place_words("body-head")
    return opens and not place_words("body-word").isdisjoint(following)
