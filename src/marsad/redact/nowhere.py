"""Words that stand nowhere, in no list and in no news, and how far a name of such words goes: "هاعم وردزا الدهعان"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic.affixes import splits
from marsad.redact.anyword import is_closed, stands_for_a_thing, stands_for_nothing
from marsad.redact.named import Taken
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import compound, countries, is_strange, is_unused, listed, rank

__all__ = ["Stretch", "is_held", "is_nowhere", "nowhere_at", "reads_as_a_name", "runs_on", "stretch"]

_MOST = 7
_MOST_MORE = 3
_SHORTEST, _LONG = 3, 5
_NAMES = frozenset(("given", "family", "foreign", "word"))
_NO_BEGINNING = ("ي", "ت", "است", "لي", "لت", "مت", "بال", "لل", "وال", "كال", "فال", "ال")
_OF_TWO = ("تين", "تان", "هما")
_NO_ENDING = ("ها", "هم", "هن", "نا", "وا", "ني", "كم", "ته", "ات", "ان", "ين", "ون", "يه", "هما")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to `stop` (excluded) that read as a name: of how many names, and how many stand nowhere."""

    first: int
    stop: int
    names: int
    nowhere: int


@lru_cache(maxsize=50_000)
def is_nowhere(word: str) -> bool:
    """Say whether a folded word is in no list, and news use neither it nor what it would be without clitics.

    >>> [is_nowhere(word) for word in ("سقنيا", "وردزا", "قصي", "بيتهم", "الدهعان")]
    [True, True, False, False, True]
    """
    if len(word) < _SHORTEST or not is_unused(word) or word in countries():
        return False
    if any(before and stands_for_a_thing(stem) for before, stem in splits(word)):
        return False
    said = rank(word)
    return said == "unknown" or (said == "" and is_strange(word) and not word.startswith("ال"))


def nowhere_at(tokens: Tokens, index: int) -> bool:
    """Say whether a word that stands nowhere may be somebody's name where it stands."""
    return stands_for_nothing(tokens, index) and is_nowhere(tokens.words[index]) and not tokens.starting_at.get(index)


def reads_as_a_name(tokens: Tokens, index: int, skip: int = 0) -> bool:
    """Say whether a word that stands nowhere is no verb, nobody's own and nothing of many: "سقنيا", not "موبايله"."""
    word = tokens.words[index][skip:]
    if word.startswith("ال") and rank(word) == "unknown":
        return not word.endswith(("ات", "ين", "ون", "ان"))
    if word.startswith(_NO_BEGINNING) or word.endswith(_NO_ENDING) or (word[0] == "س" and word[1] in "اي"):
        return False
    if len(word) >= _LONG and word[0] in "بلف" and word[1] in "تاني":
        return False  # "بتدليك", "لاستدراج", "فنتجمع"
    return not (word[-1] == "ه" and tokens.written(index)[-1] == "ه")


def is_held(spans: Taken, first: int, stop: int) -> bool:
    """Say whether a place or a body holds one of some words."""
    words = range(first, stop)
    return any(
        not held.isdisjoint(words) for held in (spans.places, spans.lone_places, spans.bodies, spans.lone_bodies)
    )


def stretch(tokens: Tokens, first: int, *, alone: bool = False) -> Stretch:
    """Return how far a name goes that begins with a word, as far as each word is a name or stands nowhere.

    Behind who is one person `alone`, "and" begins no other: "الشاب هاعم وردزا الدهعان".
    """
    at, names, strange = first, 0, 0
    words = tokens.words
    while at < len(words) and (at == first or tokens.joined(at)) and at - first < _MOST:
        word = words[at]
        following = words[at + 1] if tokens.joined_after(at) else ""
        if following and names and (word in listed("son") or word in listed("father") or word in listed("servant")):
            at, names, strange = at + 2, names + 1, strange + is_nowhere(following)
        elif following and (compound(word, following) or (nowhere_at(tokens, at) and _ends_two(following))):
            at, names, strange = at + 2, names + 1, strange + is_nowhere(word)
        elif _is_next(tokens, at, first, alone=alone):
            at, names, strange = at + 1, names + 1, strange + nowhere_at(tokens, at)
        else:
            break
    return Stretch(first, at, names, strange)


def _ends_two(word: str) -> bool:
    return word in listed("god") or word in listed("religion")


def _is_next(tokens: Tokens, at: int, first: int, *, alone: bool) -> bool:
    word = tokens.words[at]
    if at > first and word[0] == "و" and rank(word) not in _NAMES:
        tied = nowhere_at(tokens, at) and is_nowhere(word[1:]) and alone
        return tied and (is_closed(tokens, at + 1) or tokens.words[at + 1].startswith("ال"))
    if nowhere_at(tokens, at):
        return True
    said = tokens.rank(at) if not tokens.stems[at][0] else rank(word)
    if said == "word":
        return at > first and not tokens.starting_at.get(at) and at not in tokens.fates
    return said in _NAMES and at not in tokens.fates


def runs_on(tokens: Tokens, stop: int, *, names: int) -> int:
    """Return the word after the last that a name of so many goes on with, of words that stand nowhere."""
    at = stop
    while at < len(tokens.words) and tokens.joined(at) and at - stop < _MOST_MORE and not tokens.starting_at.get(at):
        if tokens.words[at] in listed("father") and tokens.joined_after(at) and nowhere_at(tokens, at + 1):
            at += 2
            continue
        if nowhere_at(tokens, at):
            if not _goes_on(tokens, at, names + at - stop):
                break
        elif not _makes_two(tokens, at, stop) and not _is_behind_one(tokens, at, stop):
            break
        at += 1
        if tokens.joined_after(at - 1) and _ends_two(tokens.words[at]):
            at += 1
    return at


def _makes_two(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether "of God" or "of the faith" ends a name begun by a word that stands nowhere."""
    return at == stop and _ends_two(tokens.words[at]) and is_nowhere(tokens.words[at - 1])


def _is_behind_one(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a listed name stands behind one that stands nowhere: the last of "عثمان أنساي حردان المكنى"."""
    if at == stop or tokens.stems[at][0]:
        return False
    said = tokens.rank(at)
    return said in ("given", "family") or (said == "word" and is_closed(tokens, at + 1))


def _goes_on(tokens: Tokens, at: int, names: int) -> bool:
    """Say whether a name of so many goes on with a word that stands nowhere: one with any, others with the last."""
    word = tokens.words[at]
    closed = is_closed(tokens, at + 1)
    if word[0] == "و":
        follows = closed or tokens.words[at + 1].startswith("ال")
        return names == 1 and follows and is_nowhere(word[1:]) and reads_as_a_name(tokens, at, 1)
    if word[0] in "يت" or word.endswith(_OF_TWO) or not (reads_as_a_name(tokens, at) or closed):
        return False
    return names == 1 or closed or tokens.rank(at + 1) in ("given", "family", "unknown")
