"""Words that name a person, or nothing, where a list has a place of that name."""

from __future__ import annotations

from marsad.annotate.places.before import is_led
from marsad.annotate.places.words import facts, place_words
from marsad.gazetteer.index import NameHit
from marsad.model.report import Document, Sentence

__all__ = ["is_on", "is_other", "is_persons"]


_OWN_OBJECT = ("ها", "هم", "هما")
"""Pronouns of a verb that has its object already."""


def is_persons(document: Document, hit: NameHit) -> bool:
    """Say whether a longer name is a person's, and no preposition nor what it names makes a place of it."""
    words = document.words
    if any(entry.weight > 1 for entry in hit.entries):
        return False
    if is_led(document, hit.first) and (hit.first == 0 or not _is_named_ali(document, hit.first - 1)):
        return False
    return facts(words[hit.first]).person or (hit.first > 0 and facts(words[hit.first - 1]).person)


def _is_named_ali(document: Document, word: int) -> bool:
    """Say whether a word is the name علي, not the preposition على."""
    return document.words[word] in place_words("upon") and document.quote(word, word + 1).endswith("ي")


def is_other(document: Document, sentence: Sentence, index: int) -> bool:
    """Say whether a bare word is a family name ("علي الحمدي"), a demonym, or an adverb ("دوماً")."""
    words = document.words
    if index > sentence.first and document.gap(index) == " ":
        before = words[index - 1]
        # على (on) is folded to the name علي
        if facts(before).person or _is_named_ali(document, index - 1):
            return True
        if words[index] in place_words("adverb-too") and before.endswith(_OWN_OBJECT):
            return True  # "التي تستهدفها دوما"
    return "\u064b" in document.quote(index, index + 1)


def is_on(document: Document, word: int) -> bool:
    """Say whether a word is the preposition على, which folds to the name علي."""
    return document.words[word] in place_words("upon") and document.quote(word, word + 1).endswith("ى")
