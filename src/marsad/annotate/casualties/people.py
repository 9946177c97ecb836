"""Nouns for people: which words can be victims, how many their form tells, and of what kind they are.

>>> person("طفليها").many
2
>>> person("المدنيين").kind
'civilians'
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from marsad.annotate.casualties.context import may_be_name
from marsad.annotate.casualties.words import listed
from marsad.arabic.affixes import splits
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.role_words import forms_of

__all__ = ["Person", "is_someone", "is_thing", "looks_like_people", "no_one", "opens_name", "person"]

_CLITICS = frozenset(
    before + preposition + article
    for before in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال", "ل")
)
_OWNERS = ("ه", "ها", "هم", "هما", "هن", "نا")


class Person(NamedTuple):
    """A noun for people. `many` is 1, 2, or None for a plural that says no number."""

    noun: str
    many: int | None
    kind: str
    entry_id: str
    proclitics: str
    owned: bool

    @property
    def definite(self) -> bool:
        """Say whether the noun has the article or an owner."""
        return self.owned or self.proclitics.endswith(("ال", "لل"))


class _Form(NamedTuple):
    noun: str
    many: int | None
    kind: str
    entry_id: str
    owned: bool


@cache
def _forms() -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    nouns = [
        (entry, [fold(form) for form in entry.forms], {fold(form) for form in entry["singular"] or ()})
        for entry in entries("people")
    ]
    for entry, words, singulars in nouns:
        for word in words:
            forms[word] = _Form(
                word, 1 if word in singulars else None, entry["victim_kind"], entry.entry_id, owned=False
            )
    for entry, words, singulars in nouns:
        kind = entry["victim_kind"]
        # plurals first: مقاتليها are her fighters, not her two
        for word in sorted(words, key=singulars.__contains__):
            made = _of_singular(word) if word in singulars else _of_plural(word)
            for form, count, owned in made:
                if form in _things():
                    continue  # مدرسه is a school, not his teacher
                forms.setdefault(form, _Form(word, count, kind, entry.entry_id, owned))
    return forms


def _of_singular(word: str) -> list[tuple[str, int, bool]]:
    """Case endings, duals and owners of a singular: طفلا, طفلان, طفليها, زوجته."""
    if word.endswith("ه"):
        stem = word[:-1] + "ت"
        made = [(stem + "ان", 2, False), (stem + "ين", 2, False), (stem + "ا", 2, False), (stem + "ي", 2, False)]
    else:
        stem = word
        made = [(word + "ا", 1, False), (word + "ان", 2, False), (word + "ين", 2, False)]
    if word in listed("case-kin"):  # أبوه, أباها, أخيهم
        return made + [(word + case + owner, 1, True) for case in "واي" for owner in _OWNERS]
    # no owner on relative nouns: امنيه is an adjective
    made += [(stem + owner, 1, True) for owner in _OWNERS if not word.endswith("ي")]
    made += [(stem + "ي" + owner, 2, True) for owner in _OWNERS]
    made += [(stem + "ا" + owner, 2, True) for owner in _OWNERS]
    return made


def _of_plural(word: str) -> list[tuple[str, None, bool]]:
    """Case endings and owners of a plural: جنودا, اطفاله, مقاتلو, مقاتليها."""
    if word.endswith(("ون", "ين")):
        made: list[tuple[str, None, bool]] = [(word[:-1], None, False)]
        return made + [(word[:-1] + owner, None, True) for owner in _OWNERS]
    if word.endswith("ه"):  # إخوته, not أخوها
        return [(word[:-1] + "ت" + owner, None, True) for owner in _OWNERS]
    made = [(word + "ا", None, False)]
    if word.endswith("اء"):  # أعضائه, أعضاؤه
        made += [(word[:-1] + seat + owner, None, True) for seat in "يو" for owner in _OWNERS]
    return made + [(word + owner, None, True) for owner in _OWNERS]


@lru_cache(maxsize=100_000)
def person(word: str) -> Person | None:
    """Return what a folded word says about people, None when it is no such noun."""
    forms = _forms()
    for proclitics, rest in splits(word):
        found = None if rest in listed("not-people") else forms.get(rest)
        if found is not None and proclitics in _CLITICS and not (found.owned and proclitics.endswith(("ال", "لل"))):
            return Person(found.noun, found.many, found.kind, found.entry_id, proclitics, found.owned)
    return None


@cache
def _things() -> frozenset[str]:
    words = forms_of("numbers", "thing", "things")
    return frozenset(words | {word + "ا" for word in words} | {word[:-1] + "تين" for word in words if word[-1] == "ه"})


@lru_cache(maxsize=50_000)
def is_thing(word: str) -> bool:
    """Say whether a folded word is a noun for things ("منازل")."""
    return any(rest in _things() for _proclitics, rest in splits(word))


def no_one(word: str) -> bool:
    """Say whether a thing is told to have fallen: "قذيفة", "أحدها"."""
    return is_thing(word) or (word.endswith("ها") and word in listed("one-of"))


@lru_cache(maxsize=50_000)
def looks_like_people(word: str) -> bool:
    """Guess whether an unlisted word names people: a relative noun ("كرديا", "تونسيين", "حوثيين")."""
    if len(word) < 4 or not word.endswith(("يا", "يين", "يون", "يان", "ي", "ييه")) or is_thing(word):
        return False
    return all(rest not in listed("not-people") for _proclitics, rest in splits(word))


def opens_name(word: str) -> bool:
    """Guess whether the word behind "استشهد" is its victim's name."""
    if word.startswith("ال") and word not in listed("not-victim", "stop", "weekday"):
        return not word.endswith(("ين", "ون", "ات", "ه", "ء"))  # "قُتل المنفذ"
    if word.startswith(("ب", "ل", "و", "ا")) or word in listed("not-victim", "other", "one-of", "several"):
        return False
    return may_be_name(word) and person(word) is None and not is_thing(word)


def is_someone(word: str) -> bool:
    """Say whether an unlisted word right behind a verb is one person by origin: "قُتل فلسطيني"."""
    return (
        word not in listed("stop", "weekday")
        and word.endswith(("ي", "يا", "يه"))
        and not word.startswith("ال")
        and looks_like_people(word)
    )
