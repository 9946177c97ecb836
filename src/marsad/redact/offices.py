"""Public roles told behind a name, and directors of what is private: "، الناطق باسم", "للأوقاف", "مدير مدرسة"."""

from __future__ import annotations

from marsad.lexicon.match import Hit
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, listed, plain, private_houses

__all__ = [
    "are_several",
    "directs_what_is_private",
    "drives",
    "is_an_artist",
    "is_called_like_a_ruler",
    "is_followed",
    "is_of_the_faith",
    "is_title_after",
    "leads_several",
    "reports_for",
    "stands_in_a_name",
]

_SO_FAR = 4
_IN_A_CABINET = 60
_NEAR = 4
_SO_NEAR = 3


def is_title_after(tokens: Tokens, stop: int) -> bool:
    """Say whether a public role follows a name: "، الناطق باسم", "وهو وزير", "(قائد الفرقة)"."""
    if stop >= len(tokens.words) or tokens.document.starts[stop] in tokens.borders:
        return False
    gap = tokens.gaps[stop]
    if gap.strip(' ،,()«»"-–') or "\n" in gap:
        return False
    at = stop
    if tokens.words[at] in listed("office") or _has_a_portfolio(tokens, at):
        return True
    plain = tokens.words[at].removesuffix("ا")
    if tokens.is_adverb(at) and tokens.joined(at) and plain in listed("title") and plain[-1] != "ي":
        return True  # "بتعيين قصي الزعبي محافظاً", not "سياسياً"
    if _is_a_former_officer(tokens, at) and gap.strip(" "):
        return True
    if tokens.words[at] in listed("one-of") and tokens.joined_after(at):
        return any(_opens_a_title(tokens, word) for word in (at, at + 1)) or tokens.words[at + 1] in listed("chiefs")
    if tokens.words[at] in listed("opens-a-role"):
        if tokens.words[at].removeprefix("و") in listed("copula") and _is_another_s(tokens, at + 1):
            return False
        at += 1
        if tokens.joined_after(at - 1) and tokens.words[at] in listed("holds-office"):
            at += 2
        if at < len(tokens.words) and tokens.joined(at) and tokens.words[at] in listed("officer"):
            return True
    elif not gap.strip(" "):
        return not _is_a_last_word(tokens, at) and _opens_a_title(tokens, at)
    if at >= len(tokens.words) or (at > stop and not tokens.joined(at)):
        return False
    return _opens_a_title(tokens, at)


def _is_another_s(tokens: Tokens, at: int) -> bool:
    """Say whether somebody else is named with the role that "and was" opens: "وكان رئيس الهيئة توفيق قد صرح"."""
    for further in range(at + 1, min(at + _SO_FAR, len(tokens.words))):
        if not tokens.joined(further):
            return False
        if tokens.rank(further) in ("given", "word") and not tokens.stems[further][0]:
            return True
    return False


def _is_a_last_word(tokens: Tokens, at: int) -> bool:
    """Say whether a word for a leader is the last of a name: "علي الخلف السلطان", "قصي قائد وبشير"."""
    word = tokens.words[at]
    if word.startswith("ال"):
        return word in listed("last-ruler")
    closed = at + 1 >= len(tokens.words) or not tokens.joined(at + 1) or tokens.words[at + 1][0] == "و"
    return word in listed("ruler") and closed


def _has_a_portfolio(tokens: Tokens, at: int) -> bool:
    """Say whether a member of a cabinet is named with what the ministry is for: "قصي الزعبي للأوقاف"."""
    if tokens.words[at] not in listed("portfolio") or not tokens.joined(at):
        return False
    return not listed("cabinet").isdisjoint(tokens.words[max(0, at - _IN_A_CABINET) : at])


def _is_a_former_officer(tokens: Tokens, at: int) -> bool:
    """Say whether an officer's rank and what tells it from a name follow: "، العميد السابق في"."""
    named = tokens.words[at].removeprefix("ال") in listed("officer") and tokens.joined_after(at)
    return named and tokens.words[at + 1] in listed("former-officer")


def _opens_a_title(tokens: Tokens, at: int) -> bool:
    return not directs_what_is_private(tokens, at) and any(
        role.role == "title" and role.entry_id != "title.rank" and hit.proclitics in ("", "ال")
        for hit, role in tokens.starting_at.get(at, ())
    )


def are_several(tokens: Tokens, hit: Hit) -> bool:
    """Say whether private people are told, and not whose head somebody is: "محكمة وزو الناشطين"."""
    first = hit.first
    if (
        hit.stop - first > 1
        or not tokens.words[first].startswith("ال")
        or not tokens.words[first].endswith(("ين", "ون"))
    ):
        return False
    before = tokens.words[first - 1] if first else ""
    return before.startswith("ال") or tokens.rank(first - 1) == "unknown"


def directs_what_is_private(tokens: Tokens, first: int) -> bool:
    """Say whether a school, a hospital or a firm follows a director: "مدير مدرسة", "المدير السابق لمشفى تلدو"."""
    if not any(role.entry_id == "title.director" for _, role in tokens.starting_at.get(first, ())):
        return False
    return any(
        word.removeprefix("ل").removeprefix("ال") in private_houses() or word in listed("one-s-own-work")
        for word in tokens.words[first + 1 : first + _NEAR]
    )


def is_an_artist(tokens: Tokens, first: int) -> bool:
    """Say whether a poet or a sculptor is named: "للنحات قصي الزعبي", not a family: "رائد الشاعر وأخته"."""
    at = first - (first > 0 and tokens.words[first - 1] in demonyms() and tokens.joined(first))
    if at <= 0 or not tokens.joined(at):
        return False
    word = plain(tokens.words[at - 1]).removeprefix("ب")
    behind_a_name = at > 1 and tokens.joined(at - 1) and tokens.rank(at - 2) in ("given", "word", "family", "unknown")
    parted = tokens.words[at - 1].startswith(("لل", "وال"))  # "بيت للشاعر", "والشاعر"
    return word in listed("artist") and (parted or not behind_a_name)


def reports_for(tokens: Tokens, first: int) -> bool:
    """Say whether an agency or a paper is whose man somebody is: "مندوب الوكالة الوطنية", not "مندوب سوريا"."""
    follows = tokens.words[first + 1] if tokens.joined_after(first) else ""
    return tokens.words[first].removeprefix("و") in listed("envoy") and follows in listed("press")


def drives(tokens: Tokens, first: int) -> bool:
    """Say whether a vehicle is what somebody leads: "باص يقوده أمين الوصابي"."""
    if first == 0 or tokens.words[first] not in listed("leads-it"):
        return False
    return any(_bare(word) in listed("vehicle") for word in tokens.words[max(0, first - _NEAR) : first])


def _bare(word: str) -> str:
    bare = word if word in listed("vehicle") else word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    return bare if bare in listed("vehicle") else bare.removeprefix("ال")


def _bares(word: str) -> set[str]:
    """Return a word, and what it is without و, ب or ل before it: "بمستشاريه"."""
    return {word, word.removeprefix("و"), word.removeprefix("ب"), word.removeprefix("ل")}


def is_called_like_a_ruler(tokens: Tokens, first: int) -> bool:
    """Say whether a word for a ruler is a given name, since another follows at once: "سلطان خالد شتيوي"."""
    word = tokens.words[first].removeprefix("و")
    if word not in listed("ruler") or not tokens.joined_after(first):
        return False
    if tokens.rank(first + 1) == "given":
        return not tokens.stems[first + 1][0]
    return _is_named_behind_who(tokens, first)


def _is_named_behind_who(tokens: Tokens, first: int) -> bool:
    """Say whether a private person and a listed family name stand around a word: "الشاب مختار الزعبي"."""
    family = tokens.words[first + 1].startswith("ال") and tokens.rank(first + 1) == "family"
    return (
        family
        and tokens.joined(first)
        and any(role.role == "private" and role.person != "relative" for _, role in tokens.ending_at.get(first, ()))
    )


def is_of_the_faith(tokens: Tokens, first: int) -> bool:
    """Say whether a word that is a role, too, makes a name with the next: "نجم الدين"."""
    made = tokens.joined_after(first) and tokens.words[first + 1] in listed("religion")
    return made and tokens.words[first].removeprefix("و") in listed("of-faith")


def leads_several(tokens: Tokens, first: int) -> bool:
    """Say whether a public role is of several who are named: "برئاسة إلهام أحمد وفوزة يوسف"."""
    return any(
        not listed("led-together").isdisjoint(_bares(tokens.words[at])) and not tokens.is_adverb(at)
        for at in range(max(0, first - _SO_NEAR), first)
    )


def is_followed(tokens: Tokens, first: int) -> bool:
    """Say whether others serve under the one who is named: "المجموعة التابعة لقصي الزعبي"."""
    if first == 0 or not tokens.joined(first) or tokens.stems[first][0] != "ل":
        return False
    return tokens.words[first - 1] in listed("serves") or tokens.words[first - 1] in listed("succeeds")


def stands_in_a_name(tokens: Tokens, hit: Hit) -> bool:
    """Say whether a word for a leader stands between a given and a family name: "محمد أحمد قائد الصبري"."""
    if hit.stop - hit.first > 1 or hit.proclitics or hit.first == 0 or not tokens.joined(hit.first):
        return False
    if tokens.words[hit.first].startswith("ال"):
        return False  # "قائد شرطة ميسان اللواء لؤي"
    follows = tokens.joined_after(hit.first) and tokens.rank(hit.first + 1) in ("family", "given")
    follows = follows or _is_a_last_word(tokens, hit.first)
    return follows and tokens.rank(hit.first - 1) == "given"
