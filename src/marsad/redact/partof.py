"""Words beside names that are part of something else: of a role, a body, a trade, a place or a caliph's name."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.lexicon.match import Hit
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import Role, listed, spelled

__all__ = [
    "bare",
    "is_a_place_s",
    "is_abu_bakr",
    "is_inside_a_trade",
    "is_of_a_body",
    "is_of_a_role",
    "is_of_a_town",
    "opens_a_rank",
]


def is_of_a_role(tokens: Tokens, hit: Hit, role: Role) -> bool:
    """Say whether a role or a known name holds a word, or a role leads up to it: "المنسق المقيم", "محافظ حماة"."""
    if role.role != "private":
        return False
    if any(first < hit.first < stop for first, stop in tokens.known.items()):
        return True
    if any(title.role == "title" and one.first < hit.first for one, title in tokens.ending_at.get(hit.stop, ())):
        return True
    town = role.person == "relative" and tokens.words[hit.first] in listed("also-a-town") and tokens.joined(hit.first)
    return town and any(title.role == "title" for _, title in tokens.ending_at.get(hit.first, ()))


def is_of_a_body(tokens: Tokens, hit: Hit) -> bool:
    """Say whether a word for many people is part of the name of a body: "هيئة شؤون الأسرى", "مجلس عوائل الشهداء"."""
    first = hit.first
    if (
        tokens.words[first] in listed("youth")
        and first > 0
        and tokens.joined(first)
        and (any(role.role == "title" for _, role in tokens.ending_at.get(first, ())))
    ):
        return True
    if hit.stop - first == 1 and first > 0 and tokens.words[first - 1].endswith(spelled("defence")):
        return True
    if hit.stop - first > 1 or tokens.words[first] not in listed("of-many") or not tokens.joined(first):
        return False
    words = [bare(word) for word in tokens.words[max(0, first - 2) : first]]
    if not words or words[-1] not in listed("body") | listed("whose-affairs"):
        return False
    return words[-1] in listed("body") or (tokens.joined(first - 1) and words[0] in listed("body"))


def bare(word: str) -> str:
    """Take ل, ب and و from a word unless it is the name of a body with them: "لجنة"."""
    plain = word.removeprefix("و")
    return plain if plain in listed("body") else plain.removeprefix("ل").removeprefix("ب")


def is_abu_bakr(tokens: Tokens, hit: Hit) -> bool:
    """Say whether a word for a friend is part of the name of a caliph, and of what is called after him."""
    return " ".join(tokens.words[max(0, hit.first - 1) : hit.stop]) in listed("caliph")


def is_a_place_s(tokens: Tokens, index: int) -> bool:
    """Say whether a word for a place, and no name, begins what something is called: "المكان المسمى واد الما"."""
    return tokens.rank(index) == "" and tokens.has(index, "thing") is not None and tokens.joined_after(index)


def is_of_a_town(tokens: Tokens, index: int) -> bool:
    """Say whether a word follows one for a town, whose name it begins: "رئيس بلدية مارون الراس"."""
    return index > 0 and tokens.joined(index) and tokens.words[index - 1].removeprefix("و") in listed("town")


def is_inside_a_trade(title: Hit, roles: Sequence[tuple[Hit, Role]]) -> bool:
    """Say whether a title is the last word of what a private person does: "الطبيب الشرعي"."""
    return any(role.role == "private" and hit.first < title.first for hit, role in roles)


def opens_a_rank(tokens: Tokens, title: Hit) -> bool:
    """Say whether a title is the first word of a rank below the offices: "نائب الضابط"."""
    return any(role.role == "private" and hit.stop > title.stop for hit, role in tokens.starting_at[title.first])
