"""The next name of a person whose first is known: "الزعبي" of "قتيبة بن علي الزعبي", "بن علي" before it."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_a_number, is_closed
from marsad.redact.goingon import (
    closes,
    ends_it,
    goes_on_foreign,
    has_the_shape_of_a_name,
    is_aged,
    is_hour,
    is_of_no_use,
    is_of_the_maghreb,
    is_plain,
    may_follow_a_word,
    may_go_on,
    named_on,
    says,
    stands_between,
)
from marsad.redact.lastnames import is_a_name_at_the_end, next_line
from marsad.redact.onename import one_name
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import ends_a_name, listed, names, rank, spelled

__all__ = ["SoFar", "next_name"]

_FEW, _FEW_FOREIGN = 4, 3
_SHORTEST_WITH_ARTICLE = 5
_GIVEN = frozenset(("given", "word"))
_SURE = frozenset(("given", "kunya", "foreign"))

_Next = tuple[int, str, bool]
"""The word after a name, the name, and whether it is a family name."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """The names of a person that are known: `opens` is the rank of the first, `surname` says that one is a family's."""

    names: list[str]
    opens: str
    announced: bool
    surname: bool = False

    def and_then(self, name: str, *, surname: bool) -> SoFar:
        """Return the names with one more."""
        return SoFar([*self.names, name], self.opens, self.announced, self.surname or surname)

    @property
    def sure(self) -> bool:
        """Say whether it is a person that is named, and no ordinary word that only looks like a name."""
        return self.announced or self.opens in _SURE or any(rank(name) == "given" for name in self.names)


def next_name(tokens: Tokens, at: int, end: int, known: SoFar) -> _Next | None:
    """Read the next name of a person, None where word `at` is none: "الخالد" of "أحمد الخالد أمس", not "أمس"."""
    if not tokens.joined(at):
        return next_line(tokens, at, known.names)
    word = tokens.words[at]
    if word.isdigit() or (word.startswith("لل") and not rank(word[2:])):
        return None  # "ابنه نواف 0944718203"
    if is_aged(tokens, at):
        return at + 1, word, True
    if _is_told_of_it(tokens, at, end):
        return None
    if _links(word) and at + 1 < end and tokens.joined(at + 1):
        return _behind_link(tokens, at, end, known)
    fixed = _in_fixed_form(tokens, at, end, known)
    if fixed is not None:
        return fixed
    unit = one_name(tokens, at, end, announced=False, opening=False)
    if unit is not None:
        read_on = unit[2] != "word" or _is_name_too(tokens, at, unit[0], known)
        return (unit[0], unit[1], known.surname) if read_on else None
    if ends_a_name(word) and word not in listed("son"):
        return (at + 1, word, True) if known.sure and known.opens != "word" else None
    said = rank(word)
    if said == "":
        return _ordinary(tokens, at, known)
    goes_on = said == "unknown" and (known.sure or may_follow_a_word(word))
    if said == "family" or (goes_on and may_go_on(tokens, at, announced=known.announced)):
        return at + 1, word, rank(word[2:]) not in _GIVEN
    return None


def _is_told_of_it(tokens: Tokens, at: int, end: int) -> bool:
    """Say whether a word tells of the person and is no name: kin, a fate, an age: "ابنه حمودة ذو العشر سنوات"."""
    word = tokens.words[at]
    if any(hit.stop - at > 1 and role.person == "relative" for hit, role in tokens.starting_at.get(at, ())):
        return True  # "غونول بنت خاله"
    if word in listed("owner") and at + 1 < end and is_a_number(tokens.words[at + 1].removeprefix("ال")):
        return True
    if _is_where(tokens, at) or word in listed("portfolio"):
        return True
    return (
        says(tokens, at)
        or (at in tokens.fates and tokens.rank(at) in ("", "unknown"))
        or (ends_a_name(word) and word not in listed("son") and not is_a_name_at_the_end(tokens, at))
        or (tokens.is_adverb(at) and rank(word.removesuffix("ا")) != "given")
    )


def _is_where(tokens: Tokens, at: int) -> bool:
    """Say whether a word tells where, and is no name: "بمشفى الحوراني"."""
    if rank(tokens.words[at]) == "family" and is_closed(tokens, at + 1):
        return False  # "وقاسم بدير، سقطوا"
    return any(role.role == "thing" and hit.proclitics == "ب" for hit, role in tokens.starting_at.get(at, ()))


def _links(word: str) -> bool:
    """Say whether a word leads on to a name: "بن", "أبو", "حاج"."""
    return (
        word in listed("son")
        or word in listed("father")
        or word in listed("middle")
        or word in listed("father-in-sudan")
    )


def _behind_link(tokens: Tokens, at: int, end: int, known: SoFar) -> _Next | None:
    """Read a name with the word that leads on to it: "بن علي", "أبو زيد"."""
    word, following = tokens.words[at], tokens.words[at + 1]
    inner = one_name(tokens, at, end, announced=True, opening=False) if word in listed("father") else None
    if inner is not None:
        return inner[0], inner[1], True
    article = (
        word in listed("of-abroad") and following in listed("article-abroad") and at + 2 < end and tokens.joined(at + 2)
    )
    begins = at + 2 if article else at + 1
    inside = next_name(tokens, begins, end, SoFar([*known.names, word], "given", announced=True))
    if inside is not None:
        return inside[0], " ".join((*tokens.words[at:begins], inside[1])), inside[2]
    if not known.sure:
        return None
    follows = is_plain(tokens, at + 1) or following in listed("middle") or is_closed(tokens, at + 2)
    if word in listed("son") and follows:
        return at + 2, f"{word} {following}", True
    closes_it = word in listed("closing") and is_closed(tokens, at + 1)  # "خدر مراد حجي وبركات"
    return (at + 1, word, True) if closes_it or (word.startswith("ال") and word in listed("middle")) else None


def _in_fixed_form(tokens: Tokens, at: int, end: int, known: SoFar) -> _Next | None:
    """Read a name by its own form: "عبد" with a given name, "آل الخالد", "العبد الله", one of the Maghreb."""
    word = tokens.words[at]
    following = tokens.words[at + 1] if at + 1 < end else ""
    if word in listed("servant") and following and tokens.joined(at + 1) and rank(following) in _GIVEN:
        return at + 2, f"{word} {following}", known.surname
    if known.sure and is_of_the_maghreb(word) and is_closed(tokens, at + 1):
        return at + 1, word, True
    if f"{word} {following}" in listed("servant-of-god"):
        return at + 2, f"{word} {following}", True
    if word in listed("house") and following and tokens.joined(at + 1):
        return at + 2, f"{word} {following}", True
    return None


def _is_name_too(tokens: Tokens, at: int, stop: int, known: SoFar) -> bool:
    """Say whether a name that is an ordinary word, too, is meant as one: "رحاب أمل الزعبي", not the hour of "ظهر"."""
    if known.surname and not (known.announced and rank(known.names[-1]) and is_closed(tokens, stop)):
        return False
    return not is_hour(tokens, at) and (known.sure or stop - at > 1 or named_on(tokens, stop))


def _ordinary(tokens: Tokens, at: int, known: SoFar) -> _Next | None:
    """Read an ordinary word as a name where its place speaks for it: "محمد باقر الموسوي", "زميله قصي غربال"."""
    word, last = tokens.words[at], (at + 1, tokens.words[at], True)
    if known.sure and _has_article(tokens, at):
        return None if known.surname and not word.endswith("ي") else last
    if known.sure and word in names("rare") and is_closed(tokens, at + 1):
        return last
    if known.sure and not known.surname and stands_between(tokens, at, announced=known.announced):
        return at + 1, word, False
    if word.startswith(spelled("bou")) and rank(word[2:]) in _GIVEN:
        return last
    if known.sure and len(word) > 2 and not tokens.joined_after(at) and age_after(tokens, at + 1) is not None:
        return last
    foreign = known.opens == "foreign" and len(known.names) < _FEW_FOREIGN
    if foreign and is_plain(tokens, at) and word not in listed("preposition"):
        return last if goes_on_foreign(tokens, at, len(known.names)) else None
    return last if _closes_name(tokens, at, known) else None


def _has_article(tokens: Tokens, at: int) -> bool:
    """Say whether a word of some length has the article and is no role of a person: "الموسوي", not "المعتقل"."""
    word = tokens.words[at]
    long = len(word) >= _SHORTEST_WITH_ARTICLE
    return word.startswith("ال") and long and not tokens.has(at, "private", "title")


def _closes_name(tokens: Tokens, at: int, known: SoFar) -> bool:
    """Say whether an ordinary word is the last of a name: "زميله قصي غربال في"."""
    word, number = tokens.words[at], len(known.names)
    if number >= _FEW:
        return False
    if known.sure and not known.surname and (is_of_no_use(tokens, at) or closes(tokens, at)):
        return True
    if known.announced and number == 1 and word[-2:] == "ين" and rank(word[:-2]) in _GIVEN:
        return True
    if known.sure and not known.surname and has_the_shape_of_a_name(tokens, at):
        return True
    last = not known.surname or not known.names[-1].startswith("ال") or word[-1] == "ي"
    return known.announced and last and known.opens != "foreign" and ends_it(tokens, at, number)
