"""Names of words that stand nowhere, where only a name can stand: "أُصيب حاجيد كبشيحل", "الصيدلي قنار جينفح"."""

from __future__ import annotations

from collections.abc import Callable

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_closed
from marsad.redact.beside import acts_before, fate_before, is_behind, says_before
from marsad.redact.evidence import Announcement, announcement, private_after, thing_before
from marsad.redact.named import Taken
from marsad.redact.nowhere import Stretch, is_held, nowhere_at, reads_as_a_name, stretch
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["strangers", "tells_of_people"]

_MANY = ("ين", "ون", "ات", "ان")
_TWO = ("تان", "تين")
_TWO_OF = ("تي", "تين")
_THE = ("ال", "لل", "بال")
_NAMES = frozenset(("given", "family", "foreign", "word"))
_LONG = 5
_OF_THREE = 3
_SO_FAR, _SO_NEAR = 25, 12
_OPENS_A_ROW = frozenset(":(«•*0123456789٠١٢٣٤٥٦٧٨٩")
_OPENED, _CLOSED = frozenset('«"“'), frozenset('»"”')


def strangers(tokens: Tokens, taken: Callable[[], Taken]) -> dict[int, int]:
    """Return first word to last (excluded) of names of words that stand nowhere."""
    found: dict[int, int] = {}
    resume = 0
    for index in range(len(tokens.words)):
        if index < resume or not _may_begin(tokens, index):
            continue
        told = announcement(tokens, index)
        one = _is_of_one(tokens, told)
        read = stretch(tokens, index, alone=one)
        if not read.nowhere or (tokens.words[index].startswith("ال") and not (read.names > 1 and one)):
            continue
        if not _is_named(tokens, read, told, one=one) or thing_before(tokens, index):
            continue
        if not is_held(taken(), read.first, read.stop):
            found[index] = resume = read.stop
    return found


def _may_begin(tokens: Tokens, index: int) -> bool:
    """Say whether a name may begin with a word that stands nowhere, or with one that is a word, too, before such."""
    if nowhere_at(tokens, index):
        return not (index and tokens.joined(index) and tokens.rank(index - 1) in ("given", "family"))
    if tokens.stems[index][0] or tokens.rank(index) not in ("word", "family") or tokens.starting_at.get(index):
        return False
    return not tokens.words[index].startswith("ال") and tokens.joined_after(index) and nowhere_at(tokens, index + 1)


def _is_of_one(tokens: Tokens, told: Announcement | None) -> bool:
    """Say whether one certain person is announced: "الشاب", "زوجها", "المدعو", not "شاب", "الجرحى"."""
    if told is None or told.role not in ("private", "called"):
        return False
    word = tokens.words[told.first].removeprefix("و")
    if word.endswith(_MANY) or word in listed("plural"):
        return False
    return told.role == "called" or told.person == "relative" or word.startswith(_THE)


def _is_named(tokens: Tokens, read: Stretch, told: Announcement | None, *, one: bool) -> bool:
    """Say whether something speaks for a name: who is announced, a fate, a deed, an age, or a sentence about people."""
    several, plain = _are_several(tokens, read), _is_plain(tokens, read)
    word = tokens.words[read.first]
    alone = read.names == 1 and plain and word[-1] != "ه" and is_closed(tokens, read.stop)
    if one:
        kin = told is not None and told.person in ("relative", "minor") and _is_whole(tokens, read)
        return kin or alone or (several and (plain or word[0] != "و"))
    if not plain:
        return False
    if told is not None and told.role in ("private", "called"):
        return several
    if told is not None and told.role == "home":
        return several or alone
    if (word[0] in "بلكف" and len(word) >= _LONG) or word.endswith(_TWO_OF):
        return False
    if is_behind(tokens, read.first, listed("with-one")):
        return several or alone
    if _does_or_suffers(tokens, read.first):
        return several
    return word[-1] != "ت" and (
        _is_told_of(tokens, read, several=several) or (several and _is_among_people(tokens, read))
    )


def _are_several(tokens: Tokens, read: Stretch) -> bool:
    """Say whether two words or more read as names, the second with an article or none that looks like a verb."""
    if read.names == 1:
        return False
    if read.names >= _OF_THREE and read.nowhere > 1:
        return True
    second = read.first + 1
    if tokens.words[second].startswith("ال"):
        return not tokens.words[second].endswith(_MANY[:-1])
    return not nowhere_at(tokens, second) or reads_as_a_name(tokens, second)


def _is_plain(tokens: Tokens, read: Stretch) -> bool:
    """Say whether the first word looks like no verb and like nothing of many, or enough words follow it."""
    first = read.first
    if not nowhere_at(tokens, first) or reads_as_a_name(tokens, first) or read.names >= _OF_THREE:
        return True
    word = tokens.words[first]
    pair = read.names > 1 and word.endswith(("ين", "ون", "ان")) and word[0] not in "يت"
    return pair and not tokens.words[first + 1].endswith(_MANY) and _are_several(tokens, read)


def _is_whole(tokens: Tokens, read: Stretch) -> bool:
    """Say whether a stop or a comma follows the one word behind kin, whatever it looks like: "مع أخيه أمريج."."""
    word, last = tokens.words[read.first], read.stop - 1
    if last > read.first or not nowhere_at(tokens, last) or tokens.joined_after(last):
        return False
    return word[0] != "و" and not word.endswith(_TWO) and tokens.written(last)[-1] != "ه"


def _does_or_suffers(tokens: Tokens, index: int) -> bool:
    return fate_before(tokens, index) or says_before(tokens, index) or acts_before(tokens, index)


def _is_told_of(tokens: Tokens, read: Stretch, *, several: bool) -> bool:
    """Say whether an age, or who it is, follows: "أركت، وهو سائق"."""
    if age_after(tokens, read.stop) is not None or (several and private_after(tokens, read.stop)):
        return True
    follows = tokens.words[read.stop] if read.stop < len(tokens.words) else ""
    return tokens.joined(read.first) and follows in listed("who-is") and tokens.gaps[read.stop].strip(" ") == "،"


def _is_among_people(tokens: Tokens, read: Stretch) -> bool:
    """Say whether a sentence tells of people, and two words or more stand in it where no verb, act or place does."""
    first, before = read.first, tokens.words[read.first - 1]
    if first == 0 or before in listed("before-an-act") or before in listed("before-a-place"):
        return False
    if _is_quoted(tokens, read) or not tells_of_people(tokens, first):
        return False
    if not tokens.joined(first) or tokens.stems[first][0]:
        return _is_in_a_row(tokens, first)
    if read.nowhere > 1 or before.startswith(("ال", "وال", "لل", "بال")):
        return True
    listing = any(role.role == "list" for _, role in tokens.ending_at.get(first, ()))
    return listing or before in listed("preposition") or before in listed("they")


def tells_of_people(tokens: Tokens, index: int) -> bool:
    """Say whether a sentence tells what became of people, or who somebody is."""
    low = high = index
    while low > 0 and not tokens.ends_at(low) and index - low < _SO_FAR:
        low -= 1
    while high + 1 < len(tokens.words) and not tokens.ends_at(high + 1) and high - index < _SO_NEAR:
        high += 1
    return any(at in tokens.fates or tokens.has(at, "private", "called") is not None for at in range(low, high + 1))


def _is_in_a_row(tokens: Tokens, index: int) -> bool:
    """Say whether a name, a colon or a number stands before a word: "قصي الزعبي وتوازش سشكقل"."""
    gap = tokens.gaps[index]
    if not _OPENS_A_ROW.isdisjoint(gap):
        return True
    named = tokens.rank(index - 1) in _NAMES or nowhere_at(tokens, index - 1)
    return named and gap.strip(" ") in ("", "،", ",", "-", "–", "/")


def _is_quoted(tokens: Tokens, read: Stretch) -> bool:
    """Say whether quotation marks stand around a name, which is then that of a firm, a book or a ship."""
    before, after = tokens.gaps[read.first].strip(" "), tokens.gaps[read.stop].strip(" ")
    return bool(before and after) and before[-1] in _OPENED and after[0] in _CLOSED
