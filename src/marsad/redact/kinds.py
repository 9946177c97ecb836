"""What kind of person a removed name belongs to: told by what announces it, else by the words around it."""

from __future__ import annotations

from marsad.redact.evidence import Announcement
from marsad.redact.labelled import speakers
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = [
    "KINDS",
    "PERSONS",
    "acts_before",
    "fate_after",
    "fate_before",
    "follows_a_copula",
    "is_a_child",
    "is_tied",
    "kind_of",
    "says_before",
    "strongest",
]

PERSONS = ("minor", "victim", "detainee", "relative", "witness", "poster", "other")
"""Kinds of people, the one that wins first: a minor stays one when called a victim elsewhere."""

KINDS = (*PERSONS, "phone", "email", "account", "link", "id", "plate", "address", "coordinates", "birth")
"""All kinds of what is removed."""

_NEAR = 9
_FAR = 40
_SAID = frozenset(("قال", "قالت", "يقول", "تقول"))
_ASK = frozenset(("المحاوره", "المحاور", "المذيع", "المذيعه", "الصحفي", "الصحفيه", "القاضي", "المحقق", "سوال", "جواب"))
_OF_KIN = 5
_GROWN_UP = 18
_SOON = 8
_FROM_AFAR = 8
_A_LINE = 8
_AGED = frozenset(
    ("ابن", "ابنه", "ذو", "ذات", "ذي", "ام", "عمره", "عمرها", "وعمره", "وعمرها", "البالغ", "البالغه", "يبلغ", "تبلغ")
)
_FORM = "الصف"
_YEARS = frozenset(("اشهر", "شهور", "سنوات", "سنين", "اعوام", "ربيعا", "عشر", "عشره"))
_WRITES = frozenset(("انا", "كتب", "كتبت", "كتبه", "كتبته", "بقلم", "نشر", "نشرت", "غرد", "غردت", "صفحه", "حساب"))
_CLAUSE = frozenset(("ان", "بان", "انه", "انها", "الذي", "التي"))


def acts_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of what only people do stands right before a word: "عاد ياسين"."""
    if index == 0 or not tokens.joined(index):
        return False
    word = tokens.words[index - 1]
    return word in listed("acts") or (word[0] in "وف" and word[1:] in listed("acts"))


def follows_a_copula(tokens: Tokens, index: int) -> bool:
    """Say whether a word for being stands right before a word: "وكان سعيد"."""
    return index > 0 and tokens.joined(index) and tokens.words[index - 1].removeprefix("و") in listed("copula")


def fate_after(tokens: Tokens, stop: int) -> bool:
    """Say whether a word for what became of people follows a name at once: "سارة قُتلت"."""
    return stop in tokens.fates and tokens.joined(stop) and tokens.words[stop][0] not in "بلك"


def says_before(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of saying stands right before a word: "قال كاوا"."""
    if index == 0 or not tokens.close(index):
        return False
    word = tokens.words[index - 1]
    return word in listed("says") or (word[0] in "وف" and word[1:] in listed("says"))


def fate_before(tokens: Tokens, index: int) -> bool:
    """Say whether a word for what became of people stands right before a word: "قُتل سعيد"."""
    at = index - 1 if index > 1 and tokens.words[index - 1] == "علي" and tokens.words[index - 2] == "عثر" else index
    return at > 0 and tokens.close(index) and (at < index or tokens.fates.get(at - 1, (0,))[0] == at)


def kind_of(
    tokens: Tokens, first: int, stop: int, said: Announcement | None, age: float | None, *, writes: bool = False
) -> str:
    """Return the kind of a private person named by words `first` to `stop` (excluded)."""
    if (age is not None and age < _GROWN_UP) or is_a_child(tokens, stop):
        return "minor"
    told = said.person if said is not None else None
    begin = first if said is None else said.first
    if writes or _signs(tokens, begin, stop):
        return "poster"
    turn = _takes_a_turn(tokens, first, stop)
    if turn is not None:
        return turn
    if told in ("minor", "witness", "poster"):
        return told
    if told == "relative":
        fate = _fate_of_kin(tokens, begin, stop)
        if fate is None and (age is not None or tokens.words[begin].removeprefix("و") in listed("brothers")):
            fate = _told_before(tokens, begin)
        return fate or told
    fate = _nearest_fate(tokens, first, stop)
    if says_before(tokens, first) and tokens.words[first - 1].removeprefix("و") in _SAID:
        return "witness"
    if _is_kin(tokens, stop) and not fate_before(tokens, first) and told not in ("victim", "detainee"):
        return "relative"
    if _is_heard(tokens, begin, stop):
        return "witness"
    if told == "detainee" and _died(tokens, first, stop):
        return "victim"
    if said is not None and said.rule == "private.fighter" and fate is None:
        return _told_around(tokens, first, stop, None) or "other"
    if said is not None and said.rule == "private.fighter":
        return fate or told or "other"
    if told in ("victim", "detainee"):
        return told
    return fate or _told_around(tokens, first, stop, told) or "other"


def is_a_child(tokens: Tokens, stop: int) -> bool:
    """Say whether a child is told right after a name: "غيث قطيفان الطفل المختطف", "ورد، وهي طفلة"."""
    at = stop
    if at < len(tokens.words) and tokens.words[at] in ("وهو", "وهي") and tokens.gaps[at].strip(" ") in ("", "،"):
        at += 1
    if at >= len(tokens.words) or tokens.gaps[at].strip(" ") not in ("", "،") or _is_border(tokens, at):
        return False
    if tokens.words[at] in ("الذي", "التي") and at + 1 < len(tokens.words):
        at += 1
    if at > stop and tokens.words[at : at + 2] == ("في", _FORM):
        return True
    return tokens.words[at] in listed("child") or (tokens.words[at] in _AGED and _in_years(tokens, at))


def _in_years(tokens: Tokens, at: int) -> bool:
    """Say whether "ابنة" tells an age of few years or months: "ابنة الثلاثة أشهر", "ذو العشرة أعوام"."""
    return any(word in _YEARS for word in tokens.words[at + 1 : at + 5])


def _is_border(tokens: Tokens, at: int) -> bool:
    return tokens.document.starts[at] in tokens.borders


def _signs(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name is the writer's: "أنا قصي الزعبي", "كتب المراسل قصي", "— قصي الزعبي" at the end."""
    before = tokens.words[begin - 1] if begin else ""
    if begin and before in _WRITES and tokens.close(begin):
        return True
    if begin > 1 and before in ("الموقع", "الموقعه", "ادناه") and tokens.joined(begin):
        return True
    dashed = tokens.gaps[begin].strip(" \n\t") in ("—", "–", "-", "―")
    return dashed and stop >= len(tokens.words) and begin > _A_LINE and not tokens.gaps[-1].strip(" .\n")


def _takes_a_turn(tokens: Tokens, first: int, stop: int) -> str | None:
    """Say whether a line is a person's words: whoever is asked is a witness, whoever comments has written."""
    if not tokens.gaps[stop].lstrip(".").startswith(":") or first not in speakers(tokens):
        return None
    return "witness" if _ASK & set(tokens.words) else "poster"


def _is_heard(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether what a person says is told: "قال ...", "بحسب ...", "شهادة ...", or a verb of saying right after."""
    if says_before(tokens, begin):
        return True
    if begin and tokens.joined(begin) and tokens.words[begin - 1].removeprefix("و") in listed("heard"):
        return True
    if stop < len(tokens.words) and tokens.joined(stop) and tokens.words[stop] in listed("says"):
        return tokens.words[stop][0] in "يت" or not fate_before(tokens, begin)
    if _who_says(tokens, stop):
        return not fate_before(tokens, begin)
    return _speaks_from_afar(tokens, begin)


def _who_says(tokens: Tokens, stop: int) -> bool:
    """Say whether a name goes on with what the person says: "هيام دويعر التي قالت إن"."""
    if stop + 1 >= len(tokens.words) or tokens.words[stop] not in ("الذي", "التي"):
        return False
    return tokens.words[stop + 1] in listed("speaks") and tokens.joined(stop + 1)


def _speaks_from_afar(tokens: Tokens, begin: int) -> bool:
    """Say whether a verb of saying stands some words before a name, who or what the person is between them."""
    for index in range(begin - 1, max(begin - _FROM_AFAR, -1), -1):
        if index in tokens.told or not tokens.joined(index + 1) or tokens.words[index] in _CLAUSE:
            return False
        word = tokens.words[index]
        if word in listed("says") or (word[0] in "وف" and word[1:] in listed("says")):
            return any(
                role.role in ("private", "honorific")
                for at in range(index + 1, begin)
                for _, role in tokens.starting_at.get(at, ())
            )
    return False


def _is_kin(tokens: Tokens, stop: int) -> bool:
    """Say whether kinship follows a name behind a comma: "خلود الهلالي، زوجة المعتقل"."""
    if stop >= len(tokens.words) or tokens.gaps[stop].strip(" ") != "،" or _is_border(tokens, stop):
        return False
    return any(role.person == "relative" and not hit.proclitics for hit, role in tokens.starting_at.get(stop, ()))


def _died(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether one who is told as detained lost his life: "المختطف قصي الزعبي توفي", "وفاة المعتقل قصي"."""
    for index in range(stop, min(stop + _SOON, len(tokens.words))):
        if set(".\n؛!؟") & set(tokens.gaps[index]):
            break
        if tokens.words[index] in listed("death"):
            return True
    return any(
        word.removeprefix("و").removeprefix("ب") in listed("death") and tokens.joined(index + 1)
        for index, word in enumerate(tokens.words[max(0, first - _OF_KIN) : first], max(0, first - _OF_KIN))
    )


def _told_around(tokens: Tokens, first: int, stop: int, told: str | None) -> str | None:
    """Return what the text told last of people before a name, else what it tells next."""
    if told not in (None, "other"):
        return told
    before = _told_before(tokens, first)
    if before is not None:
        return before
    for index in range(stop, min(stop + _FAR, len(tokens.words))):
        if index in tokens.told:
            return tokens.told[index][1]
    return told


def _fate_of_kin(tokens: Tokens, begin: int, stop: int) -> str | None:
    """Return what became of a relative, told before the word of kinship or soon after the name."""
    if fate_after(tokens, stop):
        return tokens.told[stop][1]
    tied = is_tied(tokens.words[begin])
    for index in range(begin - 1, max(begin - (_NEAR if tied else _OF_KIN), -1), -1):
        if set(".\n؛!؟:«") & set(tokens.gaps[index + 1]) or (not tied and not tokens.joined(index + 1)):
            break
        if index in tokens.told:
            return tokens.told[index][1]
    for index in range(stop, min(stop + _SOON, len(tokens.words))):
        if set(".\n؛!؟:") & set(tokens.gaps[index]) or tokens.words[index] in _CLAUSE:
            break
        if index in tokens.told:
            return tokens.told[index][1]
    return _told_before(tokens, begin) if _is_listed(tokens, begin) else None


def is_tied(word: str) -> bool:
    """Say whether و stands before a word of kinship: "وابنه", "ووالدته", not "والدته"."""
    return word[0] == "و" and not word.startswith("والد")


def _is_listed(tokens: Tokens, begin: int) -> bool:
    """Say whether a word opens an item of a list: behind a line's dash, or a comma of a list of names."""
    gap = tokens.gaps[begin]
    return "\n" in gap or "-" in gap


def _told_before(tokens: Tokens, begin: int) -> str | None:
    """Return what was told of people last before a word: before an item of a list, the fate that its heading tells."""
    for index in range(begin - 1, max(begin - _FAR, -1), -1):
        if index in tokens.told:
            return tokens.told[index][1]
    return None


def _nearest_fate(tokens: Tokens, first: int, stop: int) -> str | None:
    """Return the kind of the nearest word for what became of people, those before the name first, in its line."""
    words = tokens.words
    low = first
    while low > 0 and first - low < _NEAR and not set(".\n؛!؟") & set(tokens.gaps[low]):
        low -= 1
    for index in range(first - 1, low - 1, -1):
        if index in tokens.told and tokens.told[index][0] <= first:
            return tokens.told[index][1]
    high = stop
    while high < len(words) and high - stop < _NEAR and not set(".\n؛!؟") & set(tokens.gaps[high]):
        if high in tokens.told:
            return tokens.told[high][1]
        high += 1
    return None


def strongest(kinds: list[str]) -> str:
    """Return the kind of a person told in several ways.

    >>> strongest(["other", "victim", "witness"])
    'victim'
    """
    return min(kinds, key=PERSONS.index)
