"""What stands before a name and makes a place of it: prepositions, owned things, tags, distances, seats."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from marsad.annotate.places.words import facts, place_words
from marsad.arabic.affixes import bare, stems
from marsad.arabic.letters import plain
from marsad.lexicon.role_words import written_forms
from marsad.model.report import Document, Sentence

__all__ = [
    "heads_an_item",
    "is_led",
    "is_locative",
    "is_look_alike",
    "is_owned",
    "is_tagged",
    "relation_before",
    "stands_apart",
]

_LETTERS = frozenset(("ب", "ع", "ل"))  # prepositions written apart
_BULLET = re.compile(r"[-*•–▪●◆▪️]\s*$|\d+\s*[.)-]\s*$")


def is_locative(words: tuple[str, ...], index: int, proclitics: str) -> bool:
    """Say whether a preposition of place stands before a word, or is its own ب."""
    return "ب" in proclitics or (index > 0 and _is_preposition(words[index - 1]))


def _is_preposition(word: str) -> bool:
    return word in _LETTERS or word in place_words("locative")


def is_tagged(document: Document, index: int) -> bool:
    """Say whether a word is a whole hashtag: "#سلوك", and neither "#عباس_الجوهري" nor "ناجي #المنصوري"."""
    if "#" not in document.gap(index) or (index + 1 < len(document.words) and document.gap(index + 1) == "_"):
        return False
    return index == 0 or not facts(document.words[index - 1]).person


def is_owned(words: tuple[str, ...], index: int) -> bool:
    """Say whether the word before is one that a place mostly owns: "مدخل التبانة", and not "وسط المدينة"."""
    if index == 0 or not _owns(words[index - 1]):
        return False
    return not facts(words[index]).generic and not facts(bare(words[index])).alone


@lru_cache(maxsize=50_000)
def _owns(word: str) -> bool:
    """Say whether a word's owner is mostly a place: "أهالي سلوك", "سقوط القائم"."""
    return not place_words("owner").isdisjoint(stems(word))


def is_led(document: Document, index: int) -> bool:
    """Say whether what stands before a word makes a place of it: a preposition, an owned thing, a "#"."""
    words = document.words
    return (
        is_locative(words, index, "")
        or is_tagged(document, index)
        or is_owned(words, index)
        or heads_an_item(document, index)
    )


def heads_an_item(document: Document, index: int) -> bool:
    """Say whether a word stands alone before the colon of an item in a bulletin: "- الباب: اعتقال شاب"."""
    if index + 1 >= len(document.words) or not document.gap(index + 1).startswith(":"):
        return False
    before = document.gap(index) if index > 0 else "\n"
    return "\n" in before and bool(_BULLET.search(before))


def is_look_alike(document: Document, word: int) -> bool:
    """Say whether a word only looks like a place word: "حياً سكنياً" is no construct, "إحياء" and "وأدى" are others."""
    said = document.quote(word, word + 1)
    return "\u064b" in said or any(form in plain(said) for form in _look_alikes())


@cache
def _look_alikes() -> tuple[str, ...]:
    return tuple(written_forms("places", "look-alike"))


def relation_before(document: Document, sentence: Sentence, lead: int) -> str | None:
    """Read what cues of one word cannot say: a distance ("على بعد 5 كم من إدلب"), whose seat a place is."""
    words = document.words
    if (
        lead - sentence.first >= 2
        and words[lead - 1] in place_words("distance-from")
        and words[lead - 2] in place_words("distance")
    ):
        return "near"
    before, seats = words[max(sentence.first, lead - 2) : lead], place_words("seat")
    if not seats.isdisjoint(before) and (words[lead - 1] in seats or words[lead - 1] in place_words("inside")):
        seat = lead - 1 if words[lead - 1] in seats else lead - 2
        # "أصيب جندي في مقرها في الناقورة" tells where, "ومقره لندن" whose it is
        if seat == sentence.first or not _is_preposition(words[seat - 1]):
            return "seat"
    return None


def stands_apart(words: tuple[str, ...], index: int, lead: int, proclitics: str, *, keep: bool) -> bool:
    """Say whether a name is told apart from its cue: "مدرسة بسومطرة", "قاعدة للاتحاد", "في العاصمة وذي قار".

    `keep` says that the cue is a part of names, `lead` where it stands: names that share one are not told apart.
    """
    if "ب" in proclitics or ("ل" in proclitics and keep):
        return True
    return "و" in proclitics and lead < index and words[index - 1].lstrip("وفبل").startswith("ال")
