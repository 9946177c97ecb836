"""Whose kin a name is of, and what became of them."""

from __future__ import annotations

from marsad.lexicon.match import Hit
from marsad.redact.anyword import is_a_number
from marsad.redact.beside import (
    FAR,
    NEAR,
    OF_KIN,
    SOON,
    fate_after,
    fate_before,
    is_behind,
    opens_a_clause,
    told_before,
)
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import Role, listed, spelled

__all__ = [
    "fate_of_kin",
    "first_of_kin",
    "has_a_pronoun",
    "has_lost_kin",
    "is_kin_behind",
    "is_kin_set_off",
    "is_late_kin",
    "is_of_one_unnamed",
    "is_of_those_left",
    "is_offspring",
    "is_tied",
    "is_whose_kin",
    "kin_of_one_unnamed",
]

_LOST = 4
_NEAREST = 2


def has_a_pronoun(tokens: Tokens, at: int) -> bool:
    """Say whether a word of kinship says whose kin is told: "شقيقه", "أختها", "عمي", not "زوجة"."""
    return tokens.words[at].endswith(("ه", "ها", "هم", "هما", "ي", "نا")) and not tokens.written(at).endswith("ة")


def first_of_kin(tokens: Tokens, at: int) -> int:
    """Return the first of two words of kinship, where the one beside a name has a pronoun: "ونجل شقيقه قصي"."""
    if not tokens.joined(at) or not has_a_pronoun(tokens, at):
        return at
    for hit, role in tokens.ending_at.get(at, ()):
        if role.role == "private" and role.person == "relative" and not has_a_pronoun(tokens, hit.first):
            return hit.first
    return at


def has_lost_kin(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name is of one who lost others: "فقد قصي زوجته", "هند التي فقدت أخاها", not "فقد قصي ساقه"."""
    if is_behind(tokens, begin, listed("loses")) and "ُ" not in tokens.written(begin - 1):
        return _are_others(tokens, stop)
    who = tokens.words[stop : stop + 2]
    return len(who) > 1 and who[0] in listed("who") and who[1] in listed("loses") and _are_others(tokens, stop + 2)


def _are_others(tokens: Tokens, at: int) -> bool:
    """Say whether a word is somebody's kin, or how many they are: "زوجته", "ثلاثة من أبنائه"."""
    if at >= len(tokens.words) or not tokens.joined(at):
        return False
    counted = is_a_number(tokens.words[at])
    return any(
        role.person == "relative"
        for index in range(at, at + _LOST if counted else at + 1)
        for _, role in tokens.starting_at.get(index, ())
    )


def is_kin_set_off(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether commas set a name off behind a word of kinship and whose kin it is: "خطيبة قصي، هند، في رسالة"."""
    if tokens.gaps[first].strip(" ") not in ("،", ",") or tokens.gaps[stop][:1] not in ("،", ","):
        return False
    for index in range(first - 1, max(first - 1 - _LOST, -1), -1):
        for hit, role in tokens.starting_at.get(index, ()):
            if role.person == "relative" and hit.stop < first and not has_a_pronoun(tokens, hit.stop - 1):
                return not fate_before(tokens, index)
        if not tokens.joined(index):
            return False
    return False


def is_whose_kin(tokens: Tokens, begin: int, first: int) -> bool:
    """Say whether the name right behind a word of kinship is of the one whose kin is told: "قالت زوجة قصي"."""
    word = tokens.words[begin]
    of_nobody = tokens.written(begin).endswith("ة") or not word.endswith("ه")
    plain = word[1:] if word[0] in "ولبف" else word
    if not of_nobody or not {word, plain} & listed("of-whom"):
        return False
    return all(
        tokens.joined(at + 1) and (at == begin or tokens.words[at].startswith("ال")) for at in range(begin, first)
    )


def is_kin_behind(tokens: Tokens, stop: int) -> bool:
    """Say whether kinship follows a name: "خلود الهلالي، زوجة المعتقل", "خلود، وهي والدة أحدهم"."""
    if stop >= len(tokens.words) or tokens.document.starts[stop] in tokens.borders:
        return False
    if tokens.words[stop] in listed("who-is") and tokens.gaps[stop].strip(" ") in ("", "،"):
        stop += 1
        if stop >= len(tokens.words) or not tokens.joined(stop):
            return False
    elif tokens.gaps[stop].strip(" ") != "،":
        return False
    return any(role.person == "relative" and not hit.proclitics for hit, role in tokens.starting_at.get(stop, ()))


def fate_of_kin(tokens: Tokens, begin: int, stop: int) -> str | None:
    """Return what became of a relative, told before the word of kinship or soon after the name: "قُتل شقيقه قصي"."""
    at = stop + (stop < len(tokens.words) and tokens.joined(stop) and tokens.words[stop] in listed("who"))
    if fate_after(tokens, at):
        return tokens.told[at][1]
    if _is_who_did_it(tokens, begin):
        return "detainee"
    if _is_given_something(tokens, begin):
        return None
    lost = _is_lost(tokens, begin)
    if lost is not None:
        return lost
    if is_behind(tokens, begin, listed("one-of-them")):
        return told_before(tokens, begin, in_sentence=True)
    headed = _is_headed(tokens, begin)
    tied = is_tied(tokens.words[begin]) or _is_along(tokens, begin) or headed
    far = FAR // 2 if headed else NEAR if tied else OF_KIN
    for index in range(begin - 1, max(begin - far, -1), -1):
        if set(".\n؛!؟«") & set(tokens.gaps[index + 1]) or not (tied or tokens.joined(index + 1)):
            break
        if index in tokens.told:
            return tokens.told[index][1]
    for index in range(stop, min(stop + SOON, len(tokens.words))):
        if set(".\n؛!؟:") & set(tokens.gaps[index]) or opens_a_clause(tokens.words[index]):
            break
        if index in tokens.told:
            return None if _is_of_the_next(tokens, index) else tokens.told[index][1]
    return told_before(tokens, begin) if _is_an_item(tokens, begin) else None


def _is_given_something(tokens: Tokens, begin: int) -> bool:
    """Say whether kin are those to whom something goes: "سلّم هويته لابنه", "كتب إلى ابنته", not "ولدها"."""
    if tokens.words[begin].removeprefix("و")[0] == "ل" and any(
        role.person == "relative" and hit.proclitics.endswith("ل") for hit, role in tokens.starting_at.get(begin, ())
    ):
        return True
    return begin > 0 and tokens.joined(begin) and tokens.words[begin - 1] in listed("to")


def _is_of_the_next(tokens: Tokens, index: int) -> bool:
    """Say whether what became of somebody stands before the next name: "أمه هند وخاله الجريح قصي"."""
    stop = tokens.told[index][0]
    return stop < len(tokens.words) and tokens.joined(stop) and tokens.rank(stop) in ("given", "word")


def _is_who_did_it(tokens: Tokens, begin: int) -> bool:
    """Say whether kin are told as those who shot or beat: "قُتلت برصاص زوجها", "على يد شقيقه"."""
    if begin < _NEAREST or not tokens.joined(begin):
        return False
    by = begin - (tokens.words[begin - 1] in listed("from"))
    return tokens.words[by - 1] in listed("by-whom") or " ".join(tokens.words[begin - 2 : begin]) in listed("by-hand")


def _is_lost(tokens: Tokens, begin: int) -> str | None:
    """Return what became of kin by the word that asks or mourns for them: "تحمل صورة ابنها", "فقد بكداش زوجته"."""
    for index in range(begin, max(begin - _LOST, 0), -1):
        if not tokens.joined(index):
            return None
        for hit, role in tokens.ending_at.get(index, ()):
            if role.role == "lost":
                return "detainee" if "ُ" in tokens.written(hit.first) else role.person
    return None


def _is_headed(tokens: Tokens, begin: int) -> bool:
    """Say whether a colon stands before kin and nobody speaks: "قُتلت أسرة نبراس: زوجته"."""
    return (
        begin > 0
        and tokens.gaps[begin].strip(" ") == ":"
        and not any(tokens.words[at].removeprefix("و") in listed("says") for at in range(max(0, begin - NEAR), begin))
    )


def _is_along(tokens: Tokens, begin: int) -> bool:
    """Say whether kin are told to be with somebody: "مع ابنتيه", "ومعها أختي"."""
    return begin > 0 and tokens.joined(begin) and tokens.words[begin - 1].removeprefix("و") in listed("along-with")


def is_offspring(tokens: Tokens, begin: int, first: int) -> bool:
    """Say whether a name is one of those whose parent is told: "والد كل من قصي والمهندس غسان ولينا"."""
    for index in range(first - 1, max(begin - FAR // 2, 0), -1):
        if set(".\n؛!؟:") & set(tokens.gaps[index + 1]) or index + 1 in tokens.fates:
            return False
        if " ".join(tokens.words[index - 1 : index + 1]) in listed("each-of"):
            return any(role.person == "relative" for _, role in tokens.ending_at.get(index - 1, ()))
    return False


def is_late_kin(tokens: Tokens, begin: int) -> bool:
    """Say whether kin of the late are told, not the late: "أرملة المرحوم صبحي"."""
    if begin == 0 or not tokens.joined(begin) or tokens.words[begin] not in listed("late"):
        return False
    return any(role.person == "relative" for _, role in tokens.ending_at.get(begin, ()))


def is_of_those_left(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether kin speak, or receive those who mourn: "وناشد والده عصمي", "العزاء في منزل عمه صالح"."""
    follows = tokens.words[stop] if stop < len(tokens.words) and tokens.joined(stop) else ""
    if follows in listed("speaks") or (follows[:1] in ("ي", "ت") and follows in listed("says")):
        return not fate_before(tokens, begin)
    if begin == 0 or not tokens.joined(begin):
        return False
    before = tokens.words[begin - 1].removeprefix("و")
    return before in listed("says") or before in listed("heard") or before in listed("home-of")


def is_tied(word: str) -> bool:
    """Say whether و stands before a word of kinship: "وابنه", "ووالدته", not "والدته"."""
    return word[0] == "و" and not word.startswith(spelled("parent"))


def _is_an_item(tokens: Tokens, begin: int) -> bool:
    """Say whether a word opens an item of a list: on a line of its own, or behind a dash."""
    gap = tokens.gaps[begin]
    return "\n" in gap or "-" in gap


def kin_of_one_unnamed(tokens: Tokens, at: int) -> tuple[Hit, Role] | None:
    """Return the word for the kin of one who is not named, before a comma: "والدة الشهيد، أم صبحي، زغردت"."""
    for hit, role in tokens.ending_at.get(at - 1, ()):
        if role.person == "relative" and role.role == "private" and is_of_one_unnamed(tokens, hit, at):
            return hit, role
    return None


def is_of_one_unnamed(tokens: Tokens, kin: Hit, at: int) -> bool:
    """Say whether kin of one who is not named are told, and a name between commas: "والدة الأولى، تقية، إن"."""
    word = tokens.words[kin.first]
    return not {word, word[1:]}.isdisjoint(listed("of-whom")) and any(
        tokens.gaps[index].startswith("،") for index in range(at + 1, min(at + _LOST, len(tokens.gaps)))
    )
