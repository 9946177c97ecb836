"""One name of a person, of one word or two: "أحمد", "عبد الرزاق", "أبو محمد", "آل الخالد"."""

from __future__ import annotations

from functools import cache

from marsad.lexicon.role_words import written_forms
from marsad.redact.anyword import is_a_number, is_closed, may_be_a_name, may_be_strange
from marsad.redact.beside import acts_before, fate_before, says_before
from marsad.redact.goingon import has_the_shape_of_a_name, is_plain
from marsad.redact.lastnames import parted_by_a_line
from marsad.redact.nowhere import nowhere_at, reads_as_a_name
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import compound, demonyms, ends_a_name, first_listed, is_common, listed, rank, spelled

__all__ = ["kunya", "one_name"]

_STRANGE = frozenset(("foreign", "unknown"))
_SHORT = 3


def kunya(name: str) -> bool:
    """Say whether a name is a kunya: "ابو محمد"."""
    opening, gap, _ = name.partition(" ")
    return gap != "" and (opening in listed("father") or opening in listed("mother"))


def _leads_on(word: str) -> bool:
    """Say whether a name goes on behind a word: "أبو", "أم", "عبد"."""
    return word in _openings()


@cache
def _openings() -> frozenset[str]:
    return listed("father") | listed("mother") | listed("servant")


def one_name(tokens: Tokens, index: int, end: int, *, announced: bool, opening: bool) -> tuple[int, str, str] | None:
    """Read one name: (word after it, name, rank); only an opening one may stand behind proclitics: "وأحمد"."""
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
    if stem in listed("son") or _leads_on(stem):
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
        return tokens.words[index] not in listed("preposition") and not _says_how(tokens, at, index)
    if tokens.has(at, "private") is None:
        return False
    said = tokens.rank(index + 1)
    if tokens.words[index + 1].startswith("ال"):
        return said in ("family", "unknown") and (
            before.startswith(("ال", "وال", "لل", "بال")) or before.endswith(spelled("kin-of-one"))
        )
    if said == "foreign" and before.startswith(("ال", "وال")) and before.removeprefix("و") not in listed("the-mother"):
        return True
    if said in ("given", "word") and tokens.joined(index) and _is_of_one(before) and _goes_on(tokens, index + 2):
        return True
    if not has_the_shape_of_a_name(tokens, index):
        return False
    return said != "" or has_the_shape_of_a_name(tokens, index + 1)


def _says_how(tokens: Tokens, called: int, index: int) -> bool:
    """Say whether an accusative stands behind a name that is not told: "لم يذكر اسمه خوفا من", "المعروف محليا باسم"."""
    word = tokens.words[index]
    return not tokens.words[called].endswith(spelled("so-called")) and word[-1] == "ا" and rank(word) == ""


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
    if following.startswith("ال") and stem in listed("servant"):
        return index + 2, f"{first_listed('servant')} {following}", "given"
    word = words[index]
    parted = word[1:] if opening and (word[:1] in "ولف" or word in listed("behind-b")) and _leads_on(word[1:]) else word
    led_on = _behind_what_leads_on(tokens, index, parted, announced=announced) if _leads_on(parted) else None
    if led_on is not None:
        return led_on
    if opening and word.endswith(spelled("house")) and _is_house(tokens, index):
        return index + 2, f"{first_listed('house')} {following}", "house"
    if opening and parted in listed("bin") and rank(following) == "given" and not _follows_a_name(tokens, index):
        return index + 2, f"{parted} {following}", "given"
    if opening and announced and stem in listed("child-of") and is_plain(tokens, index + 1):
        return index + 2, f"{stem} {following}", "given"
    if compound(stem, following) and tokens.stems[index][0] in ("", "و"):
        weak = following in listed("god") and opening and not announced
        return index + 2, f"{stem} {following}", "word" if weak else "given"
    if (
        announced
        and opening
        and following in listed("wad")
        and tokens.words[index][0] not in "بلو"
        and _may_have_a_father(tokens, index)
    ):
        return index + 1, stem, "given"
    if opening and announced and following in listed("of-abroad"):
        return index + 1, stem, "foreign"
    if opening and following in listed("bin") and _may_have_a_father(tokens, index):
        return index + 1, stem, "given"
    return None


def _behind_what_leads_on(tokens: Tokens, index: int, opening: str, *, announced: bool) -> tuple[int, str, str] | None:
    """Read the name that a word opens with the next: "عبد الكريم", "أبو خالد", "أم خالد"."""
    following = tokens.words[index + 1]
    if opening in listed("servant") and (following.startswith("ال") or following in listed("servant-of")):
        return index + 2, f"{first_listed('servant')} {following}", "given"
    if opening in listed("servant") and rank(following) == "given" and not _follows_a_name(tokens, index):
        return index + 1, tokens.stems[index][1], "given"  # "عبد حمود"
    if opening in listed("father") and _may_follow_father(tokens, index + 1):
        return _kunya(tokens, index, first_listed("father"))
    if opening in listed("mother") and _may_follow_mother(tokens, index + 1, announced=announced):
        return _kunya(tokens, index, first_listed("mother"))
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
    if words[at] in listed("servant") and at + 1 < len(words) and tokens.joined(at + 1):
        return at + 2, f"{opening} {words[at]} {words[at + 1]}", "kunya"
    if tokens.joined_after(at) and words[at + 1] in listed("religion") and words[at] in listed("of-faith"):
        return at + 2, f"{opening} {words[at]} {words[at + 1]}", "kunya"  # "أبو فخر الدين"
    return at + 1, f"{opening} {words[at]}", "kunya"


def _may_follow_father(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word.isalpha() and "ء" <= word[0] <= "ي" and tokens.has(index, "end") is None


def _may_follow_mother(tokens: Tokens, index: int, *, announced: bool) -> bool:
    said = rank(tokens.words[index])
    word = tokens.words[index]
    if word.startswith("ال"):
        child = rank(word[2:]) in ("given", "word") or word[2:] in listed("servant")
        named = child or (announced and is_plain(tokens, index))
        return named or _is_told_by_her_child(tokens, index)
    if said in ("given", "word"):
        return True
    strange = may_be_a_name(tokens, index) or may_be_strange(tokens, index) or _is_behind_one(tokens, index)
    return (announced and (said == "unknown" or strange)) or _is_told_by_her_child(tokens, index)


def _is_behind_one(tokens: Tokens, index: int) -> bool:
    """Say whether who is announced and a stop stand around a mother called after a child: "الجارة أم نبأ."."""
    told = any(role.role == "private" for _, role in tokens.ending_at.get(index - 1, ()))
    return told and tokens.joined(index - 1) and is_plain(tokens, index) and not tokens.joined_after(index)


def _is_told_by_her_child(tokens: Tokens, index: int) -> bool:
    """Say whether a mother called after a child of a name in no list speaks or acts: "روت أم البفق", not "أم هذا"."""
    mother = index - 1
    if not nowhere_at(tokens, index) or not reads_as_a_name(tokens, index):
        return False
    set_off = tokens.gaps[mother].strip(" ") in ("،", ",", ":", "-") or not mother
    return set_off or says_before(tokens, mother) or acts_before(tokens, mother) or fate_before(tokens, mother)


def _is_house(tokens: Tokens, index: int) -> bool:
    """Say whether a word is آل as published ("آل الخالد"), not an article left alone."""
    start, end = tokens.document.starts[index], tokens.document.ends[index]
    if tokens.source[start:end][-2:] not in written_forms("name-grammar", "house") or len(tokens.words[index]) > 3:
        return False
    following = tokens.words[index + 1]
    return following.startswith("ال") or rank(following) not in ("", "foreign") or may_be_strange(tokens, index + 1)
