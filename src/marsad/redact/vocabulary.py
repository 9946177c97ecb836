"""What the word lists say of one word of a text: a given name, a family name, an ordinary word, or none of these."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache

from marsad.arabic.affixes import splits
from marsad.arabic.letters import fold
from marsad.lexicon.load import RESOURCES, entries
from marsad.lexicon.match import Matcher
from marsad.lexicon.role_words import forms_of, written_forms

__all__ = [
    "Role",
    "compound",
    "countries",
    "demonyms",
    "ends_a_name",
    "first_listed",
    "is_common",
    "is_listed",
    "is_strange",
    "is_unused",
    "listed",
    "may_be_read_as",
    "may_open",
    "name_words",
    "names",
    "plain",
    "private_houses",
    "public_people",
    "rank",
    "spelled",
    "stem_of",
    "written_with_maqsura",
]

_SHORTEST_UNKNOWN = 3
_SHORTEST_FUTURE = 5
_BEFORE_A_NAME = frozenset(("و", "ف", "ل", "ب", "ك", "ول", "وب", "فل", "فب"))
_INFLECTED = ("ين", "ون", "ات", "وا", "هم", "ها", "ته", "نا", "هما", "تين", "تان", "كم", "يه", "اء", "ان", "و")
_OF_AN_OBJECT = ("ها", "هم", "هما", "وا", "ني", "ته", "ت", "ا")
_TAKEN_ON = ("ه", "ها", "ات", "ين", "ا", "هم", "ت", "وا")
_BESIDE = (
    "private", "called", "home", "post", "list", "title", "honorific", "thing", "end", "place-name", "address", "lost",
    "of-age",
)  # fmt: skip
"""Roles of words that are found behind clitics; those of the other roles stand by themselves."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a word or phrase beside names does; see `marsad.lexicon.schema.NameWordEntry`."""

    role: str
    person: str | None
    entry_id: str
    article: bool


@cache
def names(role: str) -> frozenset[str]:
    """Return the folded names of a role: given, word, family, foreign or rare."""
    return forms_of("names", role)


@cache
def private_houses() -> frozenset[str]:
    """Return the folded words for what a private person directs: "مدرسة", "مشفى"."""
    directors = (entry for entry in entries("name-words") if entry.entry_id == "private.director")
    return frozenset(fold(form).split()[1].removeprefix("ال") for entry in directors for form in entry.forms)


@cache
def written_with_maqsura() -> frozenset[str]:
    """Return the folded names that end in ى: "ليلى" is a name, "ليلي" may be "nightly"."""
    return frozenset(
        fold(form) for entry in entries("names") if entry["role"] != "family" for form in entry.forms if form[-1] == "ى"
    )


@cache
def listed(role: str) -> frozenset[str]:
    """Return the folded words of a role, as they are listed: "says", "acts", "break", "portfolio" ..."""
    return forms_of("name-words", role) | forms_of("name-grammar", role)


@cache
def spelled(role: str) -> tuple[str, ...]:
    """Return the folded words of a role for asking whether another begins or ends with one: "الملقب", "لعائلة"."""
    return tuple(listed(role))


@cache
def first_listed(role: str) -> str:
    """Return the first word of a role, folded: the one that stands for all, "أبو" for "أبا" and "أبي"."""
    return fold(next(iter(written_forms("name-grammar", role))))


def is_listed(word: str, role: str) -> bool:
    """Say whether a folded word is of a role, with و or ف before it or not: "وقال" is of "says"."""
    return word in listed(role) or (word[0] in "وف" and word[1:] in listed(role))


def plain(word: str) -> str:
    """Take و, and ل before an article, from a folded word: "وللسيد" is "السيد"."""
    word = word.removeprefix("و")
    return "ا" + word[1:] if word.startswith("لل") else word


def ends_a_name(word: str) -> bool:
    """Say whether no name goes on with a folded word: "البالغ", "التي", "اليوم", with و before it or not."""
    ends = listed("end")
    return word in ends or (word[:1] in ("و", "ف") and word[1:] in ends and rank(word) != "given")


@cache
def demonyms() -> frozenset[str]:
    """Return the folded adjectives of countries and peoples, with and without ال and the feminine ending."""
    found: set[str] = set()
    for entry in entries("actor-words"):
        if entry["role"] in ("demonym", "accusative"):
            for form in map(fold, entry.forms):
                bare = form.removeprefix("ال")
                found |= {bare, f"ال{bare}", f"{bare}ه", f"ال{bare}ه"}
    return frozenset(found)


@cache
def countries() -> frozenset[str]:
    """Return the folded names of countries of one word: "إيران"."""
    with (RESOURCES / "places" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    named = {fold(name) for row in rows for name in (row["name_ar"], *row["aliases_ar"].split("|"))}
    return frozenset(name for name in named if name and " " not in name)


@cache
def name_words() -> Matcher[Role]:
    """Return the matcher of words beside names: "الشاب", "المدعو", "العميد"."""
    return Matcher(
        (form, entry.pos, Role(entry["role"], entry["person"], entry.entry_id, form.startswith("ال")))
        for entry in entries("name-words")
        if entry["role"] in _BESIDE
        for form in entry.forms
    )


@cache
def public_people() -> Matcher[str]:
    """Return the matcher of people whom every reader knows, "أبا" and "أبي" for "أبو" too."""
    return Matcher(
        (written, entry.pos, entry.entry_id)
        for entry in entries("public-people")
        for form in entry.forms
        for written in _cases_of(form)
    )


def _cases_of(form: str) -> tuple[str, ...]:
    """Return a name as it may be written: of "أبو محمود" also "أبا محمود" and "أبي محمود"."""
    father, *cases = written_forms("name-grammar", "father")
    opening, gap, name = form.partition(" ")
    return (form, *(f"{one} {name}" for one in cases)) if gap and opening == father else (form,)


@cache
def _ordinary() -> frozenset[str]:
    text = (RESOURCES / "places" / "ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=100_000)
def is_common(word: str) -> bool:
    """Say whether news use a folded word with an article, an ending or a clitic, as they use no foreign name.

    >>> [is_common(word) for word in ("مقابل", "مسيرته", "سكريبال", "سيميوني")]
    [True, True, False, False]
    """
    ordinary = _ordinary()
    if word.startswith("ال") or "ال" + word in ordinary or any(word + ending in ordinary for ending in _TAKEN_ON):
        return True
    if word[-1] in "هات" and word[:-1] in ordinary:
        return True
    return any(before and before[-1] != "ك" and stem in ordinary for before, stem in splits(word))


@lru_cache(maxsize=200_000)
def rank(word: str) -> str:
    """Say what a folded word is when nothing is written onto it.

    "given" (a name and hardly anything else), "word" (a name and a word), "family", "foreign", "unknown" (in no
    list at all) or "" (an ordinary word).

    >>> [rank(word) for word in ("قصي", "امل", "النجار", "جون", "قالت")]
    ['given', 'word', 'family', 'foreign', '']
    """
    for role in ("given", "word", "family", "foreign"):
        if word in names(role):
            return role
    if word.startswith("ال") and word[2:] in names("given"):
        return "family"
    if _is_made(word):
        return "given"
    if _is_of_a_name(word):
        return "word"
    if any(word.endswith(god) and word[: -len(god)] in listed("of-god") for god in listed("god")):
        return "word"
    return "unknown" if _is_unknown(word) else ""


def _is_made(word: str) -> bool:
    """Say whether a word is a given name made of two: "عبدالكريم", "نورالدين", "أبوخالد"."""
    if any(word.startswith(one + "ال") and len(word) > len(one) + 3 for one in listed("servant")):
        return True
    if any(word.endswith(one) and word[: -len(one)] in listed("of-faith") for one in listed("religion")):
        return True
    father = first_listed("father")
    return word.startswith(father) and len(word) > len(father) + 2 and word[len(father) :] in names("given")


def _is_of_a_name(word: str) -> bool:
    """Say whether a word is a given name with an ending: "حسينة", "كريمان", "خالدو"."""
    if word in _ordinary():
        return False
    for ending, sets in (("ه", ("given",)), ("ان", ("given", "word")), ("و", ("given", "word"))):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(stem in names(role) for role in sets):
            return True
    return False


def is_unused(word: str) -> bool:
    """Say whether news never use a folded word in this form."""
    return word not in _ordinary()


@lru_cache(maxsize=50_000)
def is_strange(word: str) -> bool:
    """Say whether news never use a folded word, nor what it would be without a clitic, an ending or as a verb.

    >>> [is_strange(word) for word in ("كاسر", "سيلين", "بطعنات", "انهارت", "ليخبره")]
    [True, True, False, False, False]
    """
    ordinary = _ordinary()
    bare = word[1:]
    if len(word) < _SHORTEST_UNKNOWN or word in ordinary or word in demonyms():
        return False
    if word[0] in "بلفو" and ({bare, "ال" + bare, word[2:], bare + "ه"} & ordinary or word[:2] in ("لي", "لت")):
        return False
    if word[0] in "يت" and {bare, "ي" + bare, "ت" + bare} & ordinary:
        return False
    if word[0] == "س" and word[1] in "يت" and bare in ordinary:
        return False
    if len(word) > _SHORTEST_FUTURE and word[0] in "بلفك":
        return False
    if len(word) >= _SHORTEST_FUTURE and word.endswith(("ها", "هم", "نا", "ني", "وا")):
        return False
    stems = [word[: -len(ending)] for ending in _OF_AN_OBJECT if word.endswith(ending)]
    return not any(stem in ordinary or stem + "ه" in ordinary for stem in stems if len(stem) > 2)


def may_be_read_as(word: str) -> bool:
    """Say whether a folded ordinary word reads as a verb, or as another behind a clitic: "خرج", "بيتا", "وقتل".

    What takes the ت of a verb ("خرجت") is one, and so is what holds it ("ماتت").
    """
    ordinary = _ordinary()
    if (word + "ت" in ordinary and not rank(word + "ت")) or (word[-1] == "ت" and word[:-1] in ordinary):
        return True
    if word[-1] == "ا" and word[:-1] in ordinary:
        return True
    if word[0] in "تنا" and "ي" + word[1:] in ordinary:
        return True
    return any(before and stem in ordinary and (before[-1] != "س" or stem[0] in "يتن") for before, stem in splits(word))


def compound(word: str, following: str) -> bool:
    """Say whether two folded words make one given name: "نصر الله", "عز الدين", "جاد الكريم", "نور الهدى"."""
    if f"{word} {following}" in names("given"):
        return True
    if following in listed("god"):
        return word in listed("of-god")
    if following in listed("religion"):
        return word in listed("of-faith")
    return word in listed("of-his-names") and following in listed("his-names")


def _is_unknown(word: str) -> bool:
    if len(word) < _SHORTEST_UNKNOWN or not "ء" <= word[0] <= "ي":
        return False
    ordinary = _ordinary()
    for _, stem in splits(word):
        if stem in ordinary or (len(stem) > _SHORTEST_UNKNOWN and stem.endswith(("ا", "ه")) and stem[:-1] in ordinary):
            return False
    if word[0] == "س" and word[1] in "يتن" and len(word) > _SHORTEST_FUTURE:
        return False
    bare = word.removeprefix("ال")
    if bare in ordinary or bare + "ه" in ordinary:
        return False
    for ending in _INFLECTED:
        if word.endswith(ending) and (word[: -len(ending)] in ordinary or word[: -len(ending)] + "ه" in ordinary):
            return False
    return not (word[0] in "يتن" and word[1:] in ordinary)


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> tuple[str, str]:
    """Return (proclitics, name) of a folded word that may be a name: the whole word where a list holds it.

    >>> stem_of("وليد"), stem_of("وقصي"), stem_of("لقصي"), stem_of("للخالد")
    (('', 'وليد'), ('و', 'قصي'), ('ل', 'قصي'), ('ل', 'الخالد'))
    """
    if rank(word) in ("given", "word", "family", "foreign"):
        return "", word
    found = [(before, stem) for before, stem in splits(word) if before in _BEFORE_A_NAME]
    if word in listed("holds-a-name") or word.removeprefix("و") in listed("holds-a-name"):
        return "", word
    if word[0] == "و" and word[1:] in listed("of-faith"):
        return "و", word[1:]
    for wanted in ("given", "word", "family", "foreign"):
        for before, stem in found:
            if rank(stem) == wanted:
                return before, stem
    for before, stem in found:
        if stem.startswith("ال") and rank(stem[2:]) in ("given", "word"):
            return before, stem
    if rank(word) == "unknown" and word[0] == "و" and rank(word[1:]) == "unknown":
        return "و", word[1:]
    return "", word


@lru_cache(maxsize=200_000)
def may_open(word: str) -> bool:
    """Say whether a name may begin with a folded word, whatever stands around it."""
    stem = stem_of(word)[1]
    if stem in listed("of-faith") or word in listed("may-open") or word.removeprefix("و") in listed("of-faith"):
        return True
    return bool(rank(stem)) or word[-2:] == "ال" or _opens_a_compound(word.lstrip("ولفبك"))


def _opens_a_compound(word: str) -> bool:
    return word in ("و", "ن") or word in listed("part") or word.startswith(spelled("written-onto"))
