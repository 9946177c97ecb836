"""Runs of words that have the shape of a person's name: "أحمد عبد الرزاق الخالد", "أبو محمد", "قتيبة بن علي الزعبي"."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.redact.anyword import is_a_number, is_closed, may_be_a_name, may_be_strange
from marsad.redact.beside import TITLE_LETTERS
from marsad.redact.evidence import age_after
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
from marsad.redact.lastnames import PREPOSITIONS, initial, initials, is_a_name_at_the_end, next_line, parted_by_a_line
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import compound, demonyms, ends_a_name, is_common, listed, names, rank, spelled

__all__ = ["Run", "grown", "kunya", "read_run"]

_FATHER = frozenset(("ابو", "ابا", "ابي", "بو"))
_FATHER_IN_SUDAN = "اب"
_MOTHER = frozenset(("ام",))
_MOTHERS = frozenset(("الام", "والام"))
"""A mother, and a mother company: "الشركة الأم"."""
_STRANGE = frozenset(("foreign", "unknown"))
_HOUSE = "ال"
_SERVANT = "عبد"
_LONGEST = 7
_SHORT = 3
_NAMES = frozenset(("given", "word", "foreign"))


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `stop` (excluded) of a name, parted into its names without proclitics.

    `opens` is the rank of its first name ("kunya" for أبو and أم, "house" for آل); `family` says that a family name
    or a second given name follows.
    """

    first: int
    stop: int
    names: tuple[str, ...]
    opens: str
    family: bool


def kunya(name: str) -> bool:
    """Say whether a name is a kunya: "ابو محمد"."""
    return name.startswith(("ابو ", "ام "))


def read_run(tokens: Tokens, first: int, *, announced: bool, stop_at: int | None = None) -> Run | None:
    """Return the name that begins with a word, or None.

    `announced` says that a name is known to begin here, so that words of any rank do.
    """
    if len(tokens.words[first]) == 1:
        alone = (
            announced
            and tokens.words[first] not in TITLE_LETTERS
            and initial(tokens, first) > first
            and tokens.gaps[first + 1][:1] in (".", ")")
        )
        return Run(first, first + 1, (tokens.words[first],), "initial", family=False) if alone else None
    end = min(stop_at if stop_at is not None else len(tokens.words), first + _LONGEST)
    opening = _unit(tokens, first, end, announced=announced, opening=True)
    if opening is None:
        return None if stop_at is None else _as_listed(tokens, first, stop_at)
    if stop_at is not None and opening[0] < stop_at:
        rest = tokens.words[opening[0] : stop_at]
        return Run(first, stop_at, (opening[1], *rest), opening[2], family=True)
    at, name, opens = opening
    found = [name]
    at = initials(tokens, _to_the_end(tokens, at, end, found, opens, announced=announced))
    return Run(first, at, tuple(found), opens, len(found) > 1)


def grown(tokens: Tokens, first: int, stop: int) -> int:
    """Return the word after the last of an announced name of which words `first` to `stop` (excluded) are known."""
    end = min(len(tokens.words), first + _LONGEST)
    found = list(tokens.words[first:stop])
    return _to_the_end(tokens, stop, end, found, "given", announced=True)


def _to_the_end(tokens: Tokens, at: int, end: int, found: list[str], opens: str, *, announced: bool) -> int:
    """Add the names that follow to those found, and return the word after the last."""
    surname = False
    while at < end:
        following = _grow(tokens, at, end, found, opens, announced=announced, surname=surname)
        if following is None:
            break
        at, name, is_surname = following
        found.append(name)
        surname = surname or is_surname
    return at


def _as_listed(tokens: Tokens, first: int, stop: int) -> Run:
    """Return the words of an item as a name, whatever they are."""
    opening = tokens.words[first]
    behind = opening[1:] if opening[0] == "و" and len(opening) > _SHORT else opening
    return Run(first, stop, (behind, *tokens.words[first + 1 : stop]), "unknown", stop - first > 1)


def _unit(tokens: Tokens, index: int, end: int, *, announced: bool, opening: bool) -> tuple[int, str, str] | None:
    """Read one name; only the opening one may stand behind proclitics."""
    parted = parted_by_a_line(tokens, index)
    if parted is not None and index + 1 < end:
        return index + 2, parted, "given"
    proclitics, stem = tokens.stems[index]
    if proclitics and not opening:
        stem = tokens.words[index]
    following = index + 1 < end and tokens.joined(index + 1)
    compound = _compound(tokens, index, stem, opening=opening, announced=announced) if following else None
    if compound is not None:
        return compound
    opens_a_house = opening and announced and following and stem in listed("foreign-house")
    if opens_a_house and rank(tokens.words[index + 1]) in _STRANGE:
        return index + 1, stem, "foreign"
    if stem in listed("son") or stem == _SERVANT or stem in _FATHER or stem in _MOTHER:
        return None
    said = tokens.rank(index) if opening or not proclitics else rank(stem)
    if said in ("given", "word", "foreign"):
        return index + 1, stem, said
    if announced and said in ("unknown", "family"):
        return index + 1, stem, said
    if announced and opening and following and _may_be_called(tokens, index):
        return index + 1, stem, "unknown"
    return None


def _may_be_called(tokens: Tokens, index: int) -> bool:
    """Say whether an announced ordinary word and the one after it read as a name: "المهندس مارون شديد"."""
    if tokens.words[index] in listed("no-name") or is_a_number(tokens.words[index]):
        return False
    strange = rank(tokens.words[index + 1]) == "foreign" and not is_common(tokens.words[index])
    if (tokens.words[index].startswith(("ال", "ي", "ت")) and not strange) or not is_plain(tokens, index):
        return False
    at = index - 1
    while at > 0 and tokens.joined(at) and tokens.has(at, "private", "called") is None and _stands_beside(tokens, at):
        at -= 1
    before = tokens.words[at]
    if tokens.has(at, "called") is not None:
        return tokens.words[index] not in PREPOSITIONS and not _says_how(tokens, at, index)
    if tokens.has(at, "private") is None:
        return False
    said = tokens.rank(index + 1)
    if tokens.words[index + 1].startswith("ال"):
        return said in ("family", "unknown") and (
            before.startswith(("ال", "وال", "لل", "بال")) or before.endswith(spelled("kin-of-one"))
        )
    if said == "foreign" and before.startswith(("ال", "وال")) and before not in _MOTHERS:
        return True
    if said in ("given", "word") and tokens.joined(index) and _is_of_one(before) and _goes_on(tokens, index + 2):
        return True
    if not has_the_shape_of_a_name(tokens, index):
        return False
    return said != "" or has_the_shape_of_a_name(tokens, index + 1)


def _says_how(tokens: Tokens, called: int, index: int) -> bool:
    """Say whether an accusative stands behind a name that is not told: "لم يذكر اسمه خوفا من", "المعروف محليا باسم"."""
    word = tokens.words[index]
    return not tokens.words[called].endswith("دعي") and word[-1] == "ا" and rank(word) == ""


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Say whether two names end here, or go on with a father or a family."""
    return is_closed(tokens, stop) or tokens.words[stop] in listed("son") or tokens.rank(stop) in ("given", "family")


def _is_of_one(word: str) -> bool:
    """Say whether a word announces one certain person: "الطفلة", not "الأطفال"."""
    return (
        word.startswith(("ال", "وال"))
        and not word.endswith(("ين", "ون", "ات", "ان"))
        and (word.removeprefix("و") not in listed("plural"))
    )


def _stands_beside(tokens: Tokens, index: int) -> bool:
    """Say whether an honorific or an origin stands between who is announced and the name: "زميله البولندي"."""
    return tokens.has(index, "honorific") is not None or tokens.words[index] in demonyms()


def _compound(tokens: Tokens, index: int, stem: str, *, opening: bool, announced: bool) -> tuple[int, str, str] | None:
    words, following = tokens.words, tokens.words[index + 1]
    if stem in _SERVANT and following.startswith("ال"):
        return index + 2, f"{_SERVANT} {following}", "given"
    word = words[index]
    parted = (
        word[1:]
        if opening
        and (word[:1] in "ولف" or word in ("بابو", "بابي", "بام", "بعبد"))
        and word[1:] in _FATHER | _MOTHER | {_SERVANT}
        else word
    )
    if parted == _SERVANT and (following.startswith("ال") or following in listed("servant-of")):
        return index + 2, f"{_SERVANT} {following}", "given"
    if parted in _FATHER and _may_follow_father(tokens, index + 1):
        return _kunya(tokens, index, "ابو")
    if parted in _MOTHER and _may_follow_mother(tokens, index + 1, announced=announced):
        return _kunya(tokens, index, "ام")
    if opening and word[-2:] == _HOUSE and _is_house(tokens, index):
        return index + 2, f"{_HOUSE} {following}", "house"
    if parted == "بن" and opening and rank(following) == "given" and not _follows_a_name(tokens, index):
        return index + 2, f"بن {following}", "given"
    if opening and announced and stem in listed("child-of") and is_plain(tokens, index + 1):
        return index + 2, f"{stem} {following}", "given"
    if compound(stem, following) and tokens.stems[index][0] in ("", "و"):
        weak = following == "الله" and opening and not announced
        return index + 2, f"{stem} {following}", "word" if weak else "given"
    if (
        announced
        and opening
        and following == "ود"
        and tokens.words[index][0] not in "بلو"
        and _may_have_a_father(tokens, index)
    ):
        return index + 1, stem, "given"
    if opening and announced and following == "فان":
        return index + 1, stem, "foreign"
    if opening and following == "بن" and _may_have_a_father(tokens, index):
        return index + 1, stem, "given"
    return None


def _may_have_a_father(tokens: Tokens, index: int) -> bool:
    """Say whether a word before بن is a name, whatever it is: "مبخوت بن جلال"."""
    stem = tokens.stems[index][1]
    if (
        index + 2 >= len(tokens.words)
        or tokens.has(index, "thing") is not None
        or not tokens.joined(index + 2)
        or stem.startswith("ال")
        or len(stem) <= _SHORT - 1
    ):
        return False
    return not ends_a_name(stem) and not tokens.has(index, "private", "title")


def _follows_a_name(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.joined(index) and tokens.rank(index - 1) in ("given", "word", "family", "foreign")


def _kunya(tokens: Tokens, index: int, opening: str) -> tuple[int, str, str]:
    at = index + 1
    words = tokens.words
    if words[at] == _SERVANT and at + 1 < len(words) and tokens.joined(at + 1):
        return at + 2, f"{opening} {words[at]} {words[at + 1]}", "kunya"
    return at + 1, f"{opening} {words[at]}", "kunya"


def _may_follow_father(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word.isalpha() and "ء" <= word[0] <= "ي" and tokens.has(index, "end") is None


def _may_follow_mother(tokens: Tokens, index: int, *, announced: bool) -> bool:
    said = rank(tokens.words[index])
    word = tokens.words[index]
    if word.startswith("ال"):
        return rank(word[2:]) in ("given", "word") or (announced and is_plain(tokens, index))
    if said in ("given", "word"):
        return True
    strange = may_be_a_name(tokens, index) or may_be_strange(tokens, index)
    return announced and (said == "unknown" or strange)


def _is_house(tokens: Tokens, index: int) -> bool:
    """Say whether a word is آل as published ("آل الخالد"), not an article left alone."""
    start, end = tokens.document.starts[index], tokens.document.ends[index]
    if tokens.source[start:end][-2:] != "آل" or len(tokens.words[index]) > 3:
        return False
    following = tokens.words[index + 1]
    return following.startswith("ال") or rank(following) not in ("", "foreign") or may_be_strange(tokens, index + 1)


def _grow(
    tokens: Tokens, at: int, end: int, found: list[str], opens: str, *, announced: bool, surname: bool
) -> tuple[int, str, bool] | None:
    """Read the next name of a run: (word after it, name, whether it is a family name)."""
    if not tokens.joined(at):
        return next_line(tokens, at, found)
    word = tokens.words[at]
    if word.isdigit():
        return None  # "ابنه نواف 0944718203"
    if is_aged(tokens, at):
        return at + 1, word, True
    if any(hit.stop - at > 1 and role.person == "relative" for hit, role in tokens.starting_at.get(at, ())):
        return None  # "غونول بنت خاله"
    if (
        says(tokens, at)
        or (at in tokens.fates and tokens.rank(at) in ("", "unknown"))
        or (ends_a_name(word) and word not in listed("son") and not is_a_name_at_the_end(tokens, at))
        or (tokens.is_adverb(at) and rank(word.removesuffix("ا")) != "given")
    ):
        return None
    sure = announced or opens in ("given", "kunya", "foreign") or any(rank(name) == "given" for name in found)
    if word == "ذو" and at + 1 < end and is_a_number(tokens.words[at + 1].removeprefix("ال")):
        return None  # "ابنه حمودة ذو العشر سنوات"
    if (
        (word in listed("son") or word in _FATHER or word in listed("middle") or word == _FATHER_IN_SUDAN)
        and at + 1 < end
        and tokens.joined(at + 1)
    ):
        inner = _unit(tokens, at, end, announced=True, opening=False) if word in _FATHER else None
        if inner is not None:
            return inner[0], inner[1], True
        inside = _grow(tokens, at + 1, end, [*found, word], "given", announced=True, surname=False)
        if inside is not None:
            return inside[0], f"{word} {inside[1]}", inside[2]
        follows = is_plain(tokens, at + 1) or tokens.words[at + 1] in listed("middle") or is_closed(tokens, at + 2)
        if word in listed("son") and sure and follows:
            return at + 2, f"{word} {tokens.words[at + 1]}", True
        if word in listed("closing") and sure and is_closed(tokens, at + 1):
            return at + 1, word, True  # "خدر مراد حجي وبركات"
        return (at + 1, word, True) if sure and word.startswith("ال") and word in listed("middle") else None
    if word == _SERVANT and at + 1 < end and tokens.joined(at + 1) and rank(tokens.words[at + 1]) in ("given", "word"):
        return at + 2, f"{_SERVANT} {tokens.words[at + 1]}", surname
    if sure and is_of_the_maghreb(word) and is_closed(tokens, at + 1):
        return at + 1, word, True
    if word == "العبد" and at + 1 < end and tokens.words[at + 1] == "الله":
        return at + 2, "العبد الله", True
    if word == _HOUSE and at + 1 < end and tokens.joined(at + 1):
        return at + 2, f"{_HOUSE} {tokens.words[at + 1]}", True
    unit = _unit(tokens, at, end, announced=False, opening=False)
    if (
        unit is not None
        and unit[2] == "word"
        and (
            (surname and not (announced and rank(found[-1]) and is_closed(tokens, unit[0])))
            or is_hour(tokens, at)
            or not (sure or unit[0] - at > 1 or named_on(tokens, unit[0]))
        )
    ):
        return None
    if unit is not None:
        return unit[0], unit[1], surname
    if ends_a_name(word) and word not in listed("son"):
        return (at + 1, word, True) if sure and opens != "word" else None
    said = rank(word)
    if said == "family" or (
        said == "unknown" and (sure or may_follow_a_word(word)) and may_go_on(tokens, at, announced=announced)
    ):
        return at + 1, word, rank(word[2:]) not in ("given", "word")
    if said == "" and sure and word.startswith("ال") and len(word) > 4 and not tokens.has(at, "private", "title"):
        return None if surname and not word.endswith("ي") else (at + 1, word, True)
    if said == "" and sure and word in names("rare") and is_closed(tokens, at + 1):
        return at + 1, word, True
    if said == "" and sure and not surname and stands_between(tokens, at, announced=announced):
        return at + 1, word, False
    if said == "" and word.startswith("بو") and rank(word[2:]) in ("given", "word"):
        return at + 1, word, True
    if said == "" and sure and len(word) > 2 and not tokens.joined_after(at) and age_after(tokens, at + 1) is not None:
        return at + 1, word, True
    if said == "" and opens == "foreign" and len(found) < 3 and is_plain(tokens, at) and word not in PREPOSITIONS:
        return (at + 1, word, True) if goes_on_foreign(tokens, at, len(found)) else None
    if said == "" and sure and not surname and len(found) < 4 and is_of_no_use(tokens, at):
        return at + 1, word, True
    if said == "" and sure and not surname and len(found) < 4 and closes(tokens, at):
        return at + 1, word, True
    if said == "" and announced and len(found) == 1 and word[-2:] == "ين" and rank(word[:-2]) in ("given", "word"):
        return at + 1, word, True
    if said == "" and sure and not surname and len(found) < 4 and has_the_shape_of_a_name(tokens, at):
        return at + 1, word, True
    last = not surname or not found[-1].startswith("ال") or word[-1] == "ي"
    if said == "" and announced and last and opens != "foreign" and len(found) < 4 and ends_it(tokens, at, len(found)):
        return at + 1, word, True
    return None
