"""Settings in which any word is a name: behind who is announced, between those who are named, before a family name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from marsad.lexicon.match import Hit
from marsad.lexicon.role_words import written_forms
from marsad.redact.anyword import (
    is_a_people,
    is_closed,
    looks_like_a_name,
    may_be_a_name,
    may_be_new,
    may_be_strange,
    surname_at,
)
from marsad.redact.beside import opens_a_clause, says_before
from marsad.redact.evidence import distant_announcement
from marsad.redact.goingon import is_plain
from marsad.redact.houses import house, houses
from marsad.redact.named import Taken
from marsad.redact.partof import is_of_a_role
from marsad.redact.runs import grown, read_run
from marsad.redact.strangers import strangers
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import Role, compound, ends_a_name, is_common, is_unused, listed, rank, spelled

__all__ = ["named_by_setting"]

_MOST_NAMES = 4
_OF_MANY = ("ين", "ون", "ات", "ان", "يه", "يها", "يهم", "اه", "اها", "اوه", "اوها", "ايه", "ايها", "تيه")
_OF_ONE = ("private.kin", "private.friend", "private.child", "private.young", "private.victim", "private.detainee",
           "private.citizen", "private.worker", "private.fighter", "private.of-them", "called")  # fmt: skip
_PLURAL = ("ين", "ون", "ات")
_PASSED_OVER = 2
_NAMES = frozenset(("given", "word"))
_SHORTEST_TIED = 4


def named_by_setting(tokens: Tokens, taken: Callable[[], Taken]) -> dict[int, int]:
    """Return first word to last (excluded) of names that begin with an ordinary word.

    >>> # "وقُتلت أخته سنبلة وابنها موج"  ->  سنبلة, موج
    """
    found: dict[int, int] = {}
    for index in range(1, len(tokens.words)):
        if index in found:
            continue
        unread = rank(tokens.words[index]) in ("", "unknown") or is_a_people(tokens.words[index])
        stop = house(tokens, index) if unread else None
        plain = rank(tokens.words[index]) in ("", "unknown", "family") and (
            tokens.words[index][:2] != "ال" or tokens.written(index)[0] == "إ"
        )
        if stop is None and plain and may_be_strange(tokens, index):
            stop = _behind_one(tokens, index, strange=True)
            if stop is not None and stop < len(tokens.words) and not _acts(tokens, stop):
                stop = _grown(tokens, index, stop)
        if stop is None and plain and may_be_new(tokens, index) and _is_named_on(tokens, index + 1):
            stop = _behind_one(tokens, index)
        if stop is None and plain and may_be_a_name(tokens, index):
            stop = _behind_one(tokens, index) or _before_a_surname(tokens, index, taken)
            if stop is not None:
                stop = _grown(tokens, index, stop)
        stop = (
            stop or _in_a_row(tokens, index, found) or _so_called(tokens, index) or _who_is_heard(tokens, index, taken)
        )
        if stop is not None:
            found[index] = stop
    for index, stop in strangers(tokens, taken).items():
        found[index] = max(found.get(index, 0), stop)
    for index in range(2, len(tokens.words) - 1):
        if _are_children(tokens, index):
            found |= {index - 2: index - 1, index - 1: index}
        found |= {at: at + 1 for at in houses(tokens, index)}
    return found


def _is_named_on(tokens: Tokens, index: int) -> bool:
    """Say whether a listed name follows at once: the second of "المدعو يامن سهيل"."""
    follows = index < len(tokens.words) and tokens.joined(index) and not tokens.stems[index][0]
    return follows and tokens.rank(index) in ("given", "family")


def _grown(tokens: Tokens, first: int, stop: int) -> int:
    read = read_run(tokens, first, announced=True)
    return max(stop, read.stop if read is not None else grown(tokens, first, stop))


@cache
def _callings() -> frozenset[str]:
    return listed("so-called") | listed("nicknamed") | {"ب"}


def _so_called(tokens: Tokens, index: int) -> int | None:
    """Return the word after what somebody is called, any word that is left by itself: "متطوعة تدعى فائدة."."""
    word = tokens.words[index]
    called = tokens.words[index - 1].removeprefix("و")
    if called not in _callings():
        return None
    if called == "ب" and index > 1 and tokens.words[index - 2] in listed("nicknamed") and tokens.close(index):
        quoted = tokens.gaps[index].strip(" ") and tokens.gaps[index + 1][:1] in ('"', "»", "”")
        return index + 1 if quoted else None  # "الملقب بـ"العمو""
    if called == "ب" or tokens.written(index - 1).endswith("ي") or not tokens.joined(index):
        return None
    if rank(word) != "" or word[-1] == "ا" or not is_plain(tokens, index) or word in listed("no-name"):
        return None
    return index + 1 if not word.startswith("ال") and word[0] not in "بلو" and is_closed(tokens, index + 1) else None


def _who_is_heard(tokens: Tokens, index: int, taken: Callable[[], Taken]) -> int | None:
    """Return the word after the family name of one who says something and is told of: "وروى الدومة، وهو مرافق"."""
    word = tokens.words[index]
    if not word.startswith("ال") or not says_before(tokens, index) or not tokens.joined(index):
        return None
    stop = index + 1
    told = (
        stop + 1 < len(tokens.words) and tokens.gaps[stop].strip(" ") == "،" and tokens.words[stop] in listed("who-is")
    )
    if not told or tokens.document.starts[stop] in tokens.borders or tokens.words[stop + 1].startswith("ال"):
        return None
    if index in taken().lone_bodies or index in taken().bodies or index in taken().lone_places:
        return None
    named = rank(word) in ("family", "word") or (rank(word) == "unknown" and is_unused(word))
    return stop if named and tokens.has(index, "private", "title", "thing", "honorific") is None else None


def _are_children(tokens: Tokens, index: int) -> bool:
    """Say whether a dual word of kinship follows two names tied by و: "سعيد وسلامة ابني عائلة", "ابنا قصي"."""
    if tokens.words[index] not in listed("two-children"):
        return False
    if not all(tokens.joined(at) for at in range(index - 1, index + 2)):
        return False
    first, second = tokens.words[index - 2], tokens.words[index - 1]
    named = rank(first) in _NAMES and second[0] == "و" and rank(second[1:]) in _NAMES
    follows = tokens.words[index + 1]
    of_these = follows in listed("of-these") or tokens.written(index + 1) in written_forms("name-grammar", "house")
    return named and (of_these or tokens.rank(index + 1) == "given")


def _in_a_row(tokens: Tokens, index: int, found: dict[int, int]) -> int | None:
    """Return the word after a name that و ties to one before it: "أبنائه حصان وسفينة", "غزال عبيد وشتاء كوسا"."""
    word = tokens.words[index]
    if word[0] != "و" or len(word) < _SHORTEST_TIED or not tokens.joined(index) or rank(word) not in ("", "unknown"):
        return None
    if not any(stop == index for stop in found.values()) or not looks_like_a_name(word[1:]):
        return None
    stop = _to_the_end(tokens, index)
    return stop if stop - index > 1 or is_closed(tokens, stop) else None


def _behind_one(tokens: Tokens, index: int, *, strange: bool = False) -> int | None:
    """Return the word after a name behind a word for one certain person: "زوجها جبل", "الشابة نجمة الرحال"."""
    if not tokens.joined(index):
        return None
    told = _told(tokens, index)
    certain = any(_is_certain(tokens, hit.first, role.entry_id) for hit, role in told)
    many = any(_is_of_many(tokens, hit.first) for hit, _ in told)
    several = (
        many
        and not tokens.words[index].endswith(_PLURAL)
        and (_is_one_of_two(tokens, index) or (strange and _is_strange_too(tokens, index)))
    )
    if not certain and not several:
        return None
    if tokens.has(index, "private", "title", "honorific", "end", "list") is not None:
        return None
    stop = _to_the_end(tokens, index)
    if stop - index > 1 or is_closed(tokens, stop) or (strange and _acts(tokens, stop)):
        return stop
    if strange and certain and not _is_a_deed(tokens.words[index]) and rank(tokens.words[stop]) == "":
        return stop  # "من نجله أصلان فدية"
    return stop + 1 if certain and _is_second(tokens, stop) else None


def _is_strange_too(tokens: Tokens, index: int) -> bool:
    """Say whether a name goes on with a listed one, or with another that news never use: "كوهدار برواري"."""
    named = tokens.joined_after(index) and may_be_strange(tokens, index + 1)
    return surname_at(tokens, index + 1) or named


def _is_a_deed(word: str) -> bool:
    """Say whether a word in no list may be a verb: "توسلت", "ينتحب"."""
    return word[-1] == "ت" or word[0] in "يت" or word.startswith("است")


def _acts(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of the present, or whom or what for, follows: "شكران تضع وردة", "شيرا للقناة"."""
    word = tokens.words[index]
    return word.startswith("لل") or (word[0] in "يت" and len(word) > _PASSED_OVER and not rank(word))


def _is_second(tokens: Tokens, index: int) -> bool:
    """Say whether a second word of no other use ends a name: "الطبيب الأمريكي جيم ستيوارت،"."""
    word = tokens.words[index]
    if not is_plain(tokens, index) or word.startswith(("ال", "و", "ي", "ت", "بال", "لل")) or tokens.is_adverb(index):
        return False
    if word in listed("says") or word in listed("acts") or is_common(word):
        return False
    return _is_left_alone(tokens, index + 1)


def _is_left_alone(tokens: Tokens, stop: int) -> bool:
    return stop >= len(tokens.words) or not tokens.joined(stop) or opens_a_clause(tokens.words[stop])


def _told(tokens: Tokens, index: int) -> list[tuple[Hit, Role]]:
    """Return the words for people that end before a word, an honorific or what was passed over: "زوجها السابق"."""
    at = index
    for _ in range(_PASSED_OVER):
        ending = tokens.ending_at.get(at, ())
        told = [
            (hit, role)
            for hit, role in ending
            if role.role in ("private", "called")
            and role.entry_id.startswith(_OF_ONE)
            and not is_of_a_role(tokens, hit, role)
        ]
        if told or not any(role.role == "honorific" for _, role in ending) or at < 2 or not tokens.joined(at - 1):
            return told
        at -= 1
    return []


def _is_of_many(tokens: Tokens, first: int) -> bool:
    return (
        tokens.words[first].removeprefix("و") not in listed("one-brother")
        and tokens.words[first].endswith(_OF_MANY)
        and not tokens.written(first).endswith("ة")
    )


def _is_one_of_two(tokens: Tokens, index: int) -> bool:
    """Say whether a second name is tied to a word: "الطفلان قمح وسنبلة في", "ولديها غيث ومسمار كل مساء"."""
    second = index + 1
    if second >= len(tokens.words) or not tokens.joined(second):
        return False
    word = tokens.words[second]
    if word[0] != "و" or len(word) < _SHORTEST_TIED or second in tokens.fates or tokens.is_adverb(second):
        return False
    if rank(word[1:]) not in ("given", "word", "unknown") and not looks_like_a_name(word[1:]):
        return False
    return is_closed(tokens, second + 1) or surname_at(tokens, second + 1)


def _is_certain(tokens: Tokens, first: int, entry_id: str) -> bool:
    word = tokens.words[first].removeprefix("و").removeprefix("ف")
    plain = "ال" + word[2:] if word.startswith("لل") else word
    if word not in listed("one-brother") and word.endswith(_OF_MANY) and not word.endswith("تان"):
        return False
    if plain in listed("plural"):
        return False
    if entry_id == "called":
        return word.startswith(spelled("so-called"))
    if word.startswith(("ال", "لل")):
        return True
    return (
        entry_id.startswith(("private.kin", "private.friend", "private.of-them"))
        and word.endswith(("ه", "ها", "ي", "هم", "هن", "هما", "نا", "ك", "كم"))
        and not tokens.written(first).endswith("ة")
    )


def _to_the_end(tokens: Tokens, index: int) -> int:
    """Return the word after the last that belongs to a name begun by a word."""
    stop = index + 1
    while stop - index < _MOST_NAMES and surname_at(tokens, stop) and not _begins_another(tokens, stop):
        if tokens.words[stop] in listed("part"):
            if not tokens.joined_after(stop):
                break
            stop += 1
        elif tokens.joined_after(stop) and compound(tokens.words[stop], tokens.words[stop + 1]):
            stop += 1
        stop += 1
    return stop


def _begins_another(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][0] == "و" and tokens.stems[index][0] == "و"


def _before_a_surname(tokens: Tokens, index: int, taken: Callable[[], Taken]) -> int | None:
    """Return the word after a name of two words: "مقتل صدى الدبس", "قال حجر الجاسم"."""
    if not surname_at(tokens, index + 1) or not (
        _is_home(tokens, index)
        or _is_told(tokens, index)
        or _is_learned(tokens, index)
        or _is_behind_a_trade(tokens, index)
    ):
        return None
    if tokens.has(index, "private", "title", "honorific", "end", "list", "home") is not None:
        return None
    if tokens.has(index, "thing") is not None and not _is_home(tokens, index):
        return None
    second = tokens.words[index + 1]
    if rank(second) == "given" and not _is_home(tokens, index) and rank(tokens.words[index]) != "family":
        return None
    stop = _to_the_end(tokens, index)
    spans = taken()
    held = spans.places | spans.bodies | spans.lone_bodies | spans.lone_places
    if rank(second) == "family" and second.startswith("ال") and index + 1 not in spans.places | spans.great_places:
        held = held - {index + 1}  # "منزل سائدة النابلسي"
    if stop - index < 2 or any(word in held for word in range(index, stop)) or ends_a_name(tokens.words[index]):
        return None
    return stop


def _is_learned(tokens: Tokens, index: int) -> bool:
    """Say whether a courtesy that stands before people alone comes right before a word: "الدكتور سنبلة شرف الدين"."""
    return tokens.joined(index) and tokens.words[index - 1].removeprefix("و") in listed("courtesy")


def _is_behind_a_trade(tokens: Tokens, index: int) -> bool:
    """Say whether a word and a listed family name stand behind somebody's trade: "سائق الحافلة حجر السهلي"."""
    second = tokens.words[index + 1]
    if not tokens.joined(index) or not second.startswith("ال") or rank(second) != "family":
        return False
    if not is_closed(tokens, index + 2) or any(
        role.role in ("thing", "title", "home", "address") for _, role in tokens.ending_at.get(index, ())
    ):
        return False
    told = distant_announcement(tokens, index)
    return (
        told is not None
        and told.rule == "private.worker"
        and told.first == index - 2
        and tokens.words[index - 1].startswith("ال")
    )


def _is_home(tokens: Tokens, index: int) -> bool:
    if not tokens.joined(index):
        return False
    return any(
        role.role == "home"
        and not hit.proclitics.endswith(("ال", "لل"))
        and tokens.words[hit.first] not in listed("no-home")
        for hit, role in tokens.ending_at.get(index, ())
    )


def _is_told(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of saying or writing stands right before a word, and no quotation begins with it."""
    before = tokens.words[index - 1]
    if index + 1 in tokens.known:
        return False
    if before in listed("by-pen"):
        return tokens.close(index)
    if not tokens.joined(index):
        return False
    return (says_before(tokens, index) and before.removeprefix("و") in listed("speaks")) or _writes(tokens, index)


def _writes(tokens: Tokens, index: int) -> bool:
    return tokens.close(index) and any(role.entry_id == "post" for _, role in tokens.ending_at.get(index, ()))
