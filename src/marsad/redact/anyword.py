"""Ordinary words that may be somebody's name where something speaks for a person: "أخته سنبلة", "الشاب حجر"."""

from __future__ import annotations

from functools import cache, lru_cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import (
    compound,
    demonyms,
    ends_a_name,
    is_strange,
    is_unused,
    listed,
    may_be_read_as,
    names,
    rank,
)

__all__ = [
    "is_a_number",
    "is_a_people",
    "is_closed",
    "is_of_its_own",
    "looks_like_a_name",
    "may_be_a_name",
    "may_be_new",
    "may_be_strange",
    "stands_for_a_thing",
    "stands_for_nothing",
    "surname_at",
    "tied_names",
]

_NO_LETTER = ("ال", "است", "ي", "ان")
_NO_ENDING = ("ين", "ون", "ات", "وا", "هم", "ها", "هن", "نا", "هما", "كم", "تا", "وني", "ايه", "يه", "انا")
_OF_THEIR_OWN = ("private", "title", "honorific", "thing", "end", "list", "called", "home")
_SHORTEST = 3
_LONGEST = 6
_CLITIC = 4


@cache
def _taken() -> frozenset[str]:
    """Return the folded words that stand for acts, people, outcomes and places by other lists."""
    found: set[str] = set()
    for family in ("triggers", "outcomes", "people", "numbers", "connectives"):
        for entry in entries(family):
            found.update(form for form in map(fold, entry.forms) if " " not in form)
    for entry in entries("name-words"):
        if entry["role"] not in ("of-faith", "of-god", "thing", "address"):
            found.update(form for form in map(fold, entry.forms) if " " not in form)
    return frozenset(found)


def is_of_its_own(tokens: Tokens, at: int) -> bool:
    """Say whether a word announces, ranks or ends a name, or is the adjective of a people: "الشاب", "أمس", "سوري"."""
    word = tokens.words[at]
    return tokens.has(at, *_OF_THEIR_OWN) is not None or word in demonyms() or ends_a_name(word)


def stands_for_a_thing(word: str) -> bool:
    """Say whether a folded word is that of an act, of people, of what became of them or of a place: "جروح"."""
    return word in _taken()


@lru_cache(maxsize=50_000)
def looks_like_a_name(word: str) -> bool:
    """Say whether nothing but its use speaks against a folded word as a name: no verb, no adverb, nothing inflected."""
    if not _SHORTEST <= len(word) <= _LONGEST or word.startswith(_NO_LETTER) or word.endswith(_NO_ENDING):
        return False
    if (
        word in listed("part")
        or word in demonyms()
        or ends_a_name(word)
        or word in _taken()
        or word in listed("no-name")
    ):
        return False
    return not may_be_read_as(word) and not (word[0] in "بلكف" and len(word) > _CLITIC)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(fold(form) for entry in entries("numbers") for form in entry.forms)


def is_a_number(word: str) -> bool:
    """Say whether a folded word is a number: "ثلاث"."""
    return word in _numbers()


def is_a_people(word: str) -> bool:
    """Say whether a folded word is the adjective of a people or country: "اللبناني"."""
    return word in demonyms()


def may_be_a_name(tokens: Tokens, index: int) -> bool:
    """Say whether an ordinary word may be somebody's name: "سنبلة", not "خرجت", "بطلاً", "زوجته" or "السابق"."""
    word = tokens.words[index]
    if not word.isalpha() or not "ء" <= word[0] <= "ي" or tokens.is_adverb(index) or index in tokens.fates:
        return False
    if word[-1] == "ه" and tokens.written(index)[-1] == "ه":
        return False
    return looks_like_a_name(word)


def may_be_new(tokens: Tokens, index: int) -> bool:
    """Say whether news never use a word in this form, and it stands for nothing else: "يامن"."""
    article = tokens.words[index].startswith("ال") and tokens.written(index)[0] == "ا"
    return not article and stands_for_nothing(tokens, index)


def stands_for_nothing(tokens: Tokens, index: int) -> bool:
    """Say whether news never use a word in this form, with an article or not, and no list holds it: "الدهعان"."""
    word = tokens.words[index]
    if not is_unused(word) or not word.isalpha() or not "ء" <= word[0] <= "ي" or tokens.is_adverb(index):
        return False
    if index in tokens.fates or ends_a_name(word) or word in _taken():
        return False
    return word not in listed("no-name") and word not in listed("part")


def may_be_strange(tokens: Tokens, index: int) -> bool:
    """Say whether a word that news never use may be a name, whatever it ends with: "كاسر", "أصلان"."""
    word = tokens.words[index]
    if not may_be_new(tokens, index):
        return False
    if (word[-1] == "ه" and tokens.written(index)[-1] == "ه") or (word[0] in "يت" and word.endswith("ون")):
        return False
    return is_strange(word)


def surname_at(tokens: Tokens, index: int) -> bool:
    """Say whether a name goes on with a word: a listed one, or "السلوم", which is no ordinary word."""
    if index >= len(tokens.words) or not tokens.joined(index):
        return False
    word = tokens.words[index]
    if ends_a_name(word) or word in listed("says") or word in listed("acts") or index in tokens.fates:
        return False
    if tokens.has(index, "private", "title", "thing", "home", "list", "called") is not None:
        return False
    if word in demonyms():
        return surname_at(tokens, index + 1) and tokens.words[index + 1].startswith("ال")
    if tokens.joined_after(index) and compound(word, tokens.words[index + 1]):
        return True
    said = tokens.rank(index) if tokens.stems[index][0] == "" else rank(word)
    if said == "unknown":
        if not word.startswith("ال"):
            return word[0] not in "ويبلفت" and index > 0 and is_closed(tokens, index + 1) and looks_like_a_name(word)
        return not word.endswith(("ه", "ات", "ين", "ون"))
    return said in ("given", "family") or word in listed("part")


def tied_names(tokens: Tokens) -> dict[int, int]:
    """Return first word to last (excluded) of what و may tie to a name: "مطشر الخلف ونهار الدرويش في".

    Any word that may be somebody's name, and a listed family name right behind it.
    """
    found: dict[int, int] = {}
    for index in range(1, len(tokens.words) - 1):
        word, second = tokens.words[index], tokens.words[index + 1]
        if word[0] != "و":
            continue
        bare = word[1:]
        if (second in listed("god") and _is_of_god(tokens, index)) or _is_of_his_names(tokens, index):
            family = (
                index + 2 < len(tokens.words) and tokens.joined(index + 2) and rank(tokens.words[index + 2]) == "family"
            )
            found[index] = index + 2 + family
            continue
        if _is_tied_and_new(tokens, index):
            found[index] = index + 2
            continue
        if not (second.startswith("ال") or bare in names("rare")) or rank(second) != "family":
            continue
        if not tokens.joined(index) or not tokens.joined(index + 1) or tokens.rank(index) not in ("", "unknown"):
            continue
        if (bare in names("rare") or looks_like_a_name(bare)) and not ends_a_name(second):
            taken = tokens.has(index, "private", "title", "thing", "home", "list", "called", "post", "honorific")
            if taken is None and index not in tokens.fates and is_closed(tokens, index + 2):
                found[index] = index + 2
    return found


def _is_tied_and_new(tokens: Tokens, index: int) -> bool:
    """Say whether و ties a word that news never use and a listed name: "وسعدون عبيد في", "وكوليت حداد،"."""
    word, second = tokens.words[index], tokens.words[index + 1]
    if word[0] != "و" or tokens.rank(index) not in ("", "unknown") or not tokens.joined(index):
        return False
    named = tokens.joined(index + 1) and tokens.rank(index + 1) in ("given", "family") and rank(second)
    if not named or not is_closed(tokens, index + 2):
        return False
    bare = word[1:]
    return is_strange(bare) and not bare.startswith("ال") and bare[-1] != "ت" and not ends_a_name(second)


def _is_of_god(tokens: Tokens, index: int) -> bool:
    """Say whether و ties a name that الله ends: "إخوتها صبحي ودفع الله", not "قصي وحمد الله على"."""
    word = tokens.words[index]
    bare = word[1:]
    tied = word[0] == "و" and tokens.joined(index) and tokens.joined(index + 1)
    return tied and bare in listed("of-god") and bare not in listed("praise")


def _is_of_his_names(tokens: Tokens, index: int) -> bool:
    """Say whether و ties a name of two words, one of them a name of God: "وأمة الرزاق شمسان", not "وأمه"."""
    tied = tokens.joined(index) and tokens.joined(index + 1) and tokens.words[index + 1] in listed("his-names")
    unread = tokens.rank(index) in ("", "unknown") and tokens.written(index)[-1] != "ه"
    return tied and unread and tokens.words[index][1:] in listed("of-his-names")


def is_closed(tokens: Tokens, stop: int) -> bool:
    """Say whether what follows a word leaves it by itself: a stop, a preposition, a verb of fate, an age."""
    if stop >= len(tokens.words) or not tokens.joined(stop):
        return True
    word = tokens.words[stop]
    if word in listed("upon"):
        return tokens.rank(stop) == ""
    if word in listed("left-alone") or stop in tokens.fates or (word[0] == "و" and rank(word) != "given"):
        return True
    if word in listed("says") or word in listed("acts") or tokens.has(stop, "private") is not None:
        return True
    if ends_a_name(word) and not word.startswith("ال"):
        return True
    return len(word) == 1 or (word[0] == "ب" and word[1:] in _taken())
