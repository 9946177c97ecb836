"""Names of two words told by where they stand, whatever the words: "قُتل العامل الزراعي نزيه الحشيش، 42 عاماً"."""

from __future__ import annotations

from collections.abc import Callable

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_closed, is_of_its_own, may_be_a_name
from marsad.redact.beside import SOON, acts_before, fate_before, is_behind, opens_a_sentence, says_before
from marsad.redact.evidence import Announcement, announcement, private_after, thing_before, title_before
from marsad.redact.kinds import kind_of
from marsad.redact.mention import Mention
from marsad.redact.named import Named, Taken
from marsad.redact.nowhere import is_held, reads_as_a_name
from marsad.redact.offices import is_title_after
from marsad.redact.strangers import tells_of_people
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, is_unused, listed

__all__ = ["standing"]

_STRONG = frozenset(("given", "word", "foreign", "family"))
_LISTED = frozenset(("given", "family", "foreign", "word"))
_MANY = ("ين", "ون", "ات", "ان")
_MOST_NAMES = 4
_SHORTEST_SECOND = 5
_RARE = frozenset(("word", "foreign"))
_RARE_SECOND = frozenset(("unknown", "foreign", "family"))
_OF_SOMEBODY = ("ك", "ي")
_OF_A_VERB = ("ي", "ت")
_NISBA = ("ي", "يه")


def standing(tokens: Tokens, found: list[Named], taken: Callable[[], Taken]) -> list[Named]:
    """Return those who stand where only a person can, and were not found by what they are called."""
    held = {word for named in found for word in range(named.first, named.stop)}
    people: list[Named] = []
    for index in range(1, len(tokens.words) - 1):
        if index in held or index + 1 in held or not tokens.joined(index + 1):
            continue
        if not _may_open(tokens, index) or not _may_be_second(tokens, index + 1):
            continue
        stop = _stop(tokens, index, held)
        told = announcement(tokens, index) or _who(tokens, index)
        if not _is_a_person(tokens, index, stop, told) or thing_before(tokens, index):
            continue
        if is_held(taken(), index, stop) or title_before(tokens, index) or is_title_after(tokens, stop):
            continue
        kind, _, sure = kind_of(Mention(tokens, index, stop, told, age_after(tokens, stop)))
        names = tokens.words[index:stop]
        people.append(Named(index, stop, names, kind, "shape.standing", announced=True, sure=sure))
        held |= set(range(index, stop))
    return people


def _has_another_use(tokens: Tokens, at: int) -> bool:
    """Say whether a word has a use in which no name has it: a role, a fate, a verb of saying, an adverb."""
    word = tokens.words[at]
    used = is_of_its_own(tokens, at) or tokens.has(at, "post") is not None or at in tokens.fates or tokens.is_adverb(at)
    used = used or any(word in listed(role) for role in ("says", "acts", "preposition", "not", "that", "no-name"))
    return used or not word.isalpha() or not "ء" <= word[0] <= "ي"


def _may_open(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if _has_another_use(tokens, at) or tokens.stems[at][0] or word.startswith("ال"):
        return False
    if word in listed("statement") or word in listed("son"):
        return False
    return bool(tokens.rank(at)) or (may_be_a_name(tokens, at) and word[-1] != "ه")


def _may_be_second(tokens: Tokens, at: int) -> bool:
    """Say whether a word may be the second of a name: a listed one, one of no list, or any with an article."""
    word, said = tokens.words[at], tokens.rank(at)
    if _has_another_use(tokens, at) or tokens.stems[at][0]:
        return False
    if said or _before_a_family(tokens, at):
        return True
    return word.startswith("ال") and len(word) >= _SHORTEST_SECOND and not word.endswith((*_MANY, "ه"))


def _before_a_family(tokens: Tokens, at: int) -> bool:
    """Say whether a family name that news never use follows a father's, whatever that is: "جميل حزام البريهي"."""
    inflected = tokens.words[at].startswith(("ال", "و", "ي", "ت")) or tokens.words[at].endswith(("ها", "هم", "ات"))
    if inflected or not tokens.joined_after(at) or not tokens.words[at + 1].startswith("ال"):
        return False
    return tokens.rank(at + 1) in ("family", "unknown") and is_unused(tokens.words[at + 1])


def _stop(tokens: Tokens, first: int, held: set[int]) -> int:
    """Return the word after the last of a name of which the first two words are known."""
    stop = first + 2
    while stop < len(tokens.words) and stop - first < _MOST_NAMES and stop not in held and tokens.joined(stop):
        named = tokens.rank(stop) in ("given", "family", "unknown") and not tokens.stems[stop][0]
        if not named or _has_another_use(tokens, stop):
            break
        stop += 1
    return stop


def _is_a_person(tokens: Tokens, first: int, stop: int, told: Announcement | None) -> bool:
    """Say whether what leads up to two words, how they look and what follows them speak together for a person."""
    opens, second = tokens.rank(first), tokens.rank(first + 1)
    listed_second = second in _LISTED
    if told is not None and told.role in ("private", "called"):
        return opens in _STRONG and (second != "" or _is_told_of(tokens, stop)) and _is_of_one(tokens, told)
    if not tokens.joined(first) and _opens_a_line(tokens, first) and age_after(tokens, stop) is not None:
        return opens != "" or second in ("family", "unknown")
    if opens in _STRONG and second in _LISTED and _is_rung(tokens, stop):
        return True
    if opens in _RARE and ":" in tokens.gaps[first] and tokens.gaps[stop].strip(" ") in ("،", ","):
        last = tokens.words[stop - 1]
        return last.startswith("ال") and is_unused(last) and tokens.rank(stop - 1) in ("family", "unknown")
    if opens in _RARE and second in _RARE_SECOND and _is_rare(tokens, first, stop):
        return True
    if not _leads_to_people(tokens, first):
        return False
    if opens == "foreign":
        return second in ("foreign", "unknown", "family")
    if opens == "unknown":
        return (listed_second or second == "unknown") and _is_told_of(tokens, stop)
    if opens in _STRONG:
        return (second != "" or _is_told_of(tokens, stop)) and _is_left(tokens, stop)
    suffers = fate_before(tokens, first) or is_behind(tokens, first, listed("with-one"))
    return suffers and second in ("family", "unknown") and is_closed(tokens, stop)


def _is_rung(tokens: Tokens, stop: int) -> bool:
    """Say whether the number of a telephone follows two names: "أو آمنة الزين +249 91 224 7710"."""
    return stop < len(tokens.words) and tokens.gaps[stop].strip(" ") == "+" and tokens.words[stop].isdigit()


def _is_rare(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a second name that news never use ends what stands by itself, in a sentence that tells of people."""
    second = first + 1
    rare = is_unused(tokens.words[second]) and reads_as_a_name(tokens, second)
    if not rare or tokens.words[second][-1] in _OF_SOMEBODY or tokens.words[first][0] in _OF_A_VERB:
        return False
    return is_closed(tokens, stop) and tells_of_people(tokens, first)


def _opens_a_line(tokens: Tokens, first: int) -> bool:
    """Say whether a line begins with a word, or a colon stands before it."""
    return "\n" in tokens.gaps[first] or ":" in tokens.gaps[first]


def _is_of_one(tokens: Tokens, told: Announcement) -> bool:
    word = tokens.words[told.first].removeprefix("و")
    return told.role == "called" or not (word.endswith(_MANY) or word in listed("plural"))


def _is_left(tokens: Tokens, stop: int) -> bool:
    return is_closed(tokens, stop) or opens_a_sentence(tokens.words[stop])


def _is_told_of(tokens: Tokens, stop: int) -> bool:
    """Say whether an age, who it is, or what was said follows: "، 42 عاماً", "وهو مسعف", "إن"."""
    if age_after(tokens, stop) is not None or private_after(tokens, stop):
        return True
    return stop < len(tokens.words) and tokens.joined(stop) and opens_a_sentence(tokens.words[stop])


def _leads_to_people(tokens: Tokens, first: int) -> bool:
    """Say whether a fate, a verb of saying or doing, company, a courtesy or a people stands right before a word."""
    if any(sign in tokens.gaps[first] for sign in '"«“('):
        return False
    if fate_before(tokens, first) or says_before(tokens, first) or is_behind(tokens, first, listed("with-one")):
        return True
    if acts_before(tokens, first):
        return tokens.rank(first) == "foreign"
    if not tokens.joined(first):
        return False
    if any(role.role == "list" for _, role in tokens.ending_at.get(first, ())):
        return tokens.words[first - 1] in listed("one-of-them")
    if tokens.words[first - 1] in demonyms():
        return _tells_of_people(tokens, first)
    return tokens.words[first - 1].removeprefix("و") in listed("spoken-of")


def _tells_of_people(tokens: Tokens, index: int) -> bool:
    """Say whether somebody private is told of shortly before, in one sentence: "سجين سابق، الفرنسي نيكولا"."""
    at = index - 1
    while at > 0 and index - at < SOON and not tokens.ends_at(at):
        at -= 1
    return any(tokens.has(near, "private") is not None for near in range(at, index - 1))


def _who(tokens: Tokens, index: int) -> Announcement | None:
    """Return the word for one person before an adjective and a name: "العامل الزراعي نزيه", "المصور الهنغاري بالاج"."""
    if index < 2 or not tokens.joined(index) or not tokens.joined(index - 1):
        return None
    adjective = tokens.words[index - 1]
    if not adjective.startswith("ال") or not adjective.endswith(_NISBA):
        return None
    for hit, role in tokens.ending_at.get(index - 1, ()):
        one = tokens.words[hit.first].removeprefix("و")
        if role.role == "private" and one.startswith("ال") and not one.endswith(_MANY):
            return Announcement(role.role, role.person, role.entry_id, hit.first)
    return None
