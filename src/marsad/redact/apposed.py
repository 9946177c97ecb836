"""Names between commas behind who somebody is: "لكن عم الفتى، رزق الحشيش، طلب", "اثنين منهم، منتصر وسلافة، فقدا"."""

from __future__ import annotations

from collections.abc import Callable

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_of_its_own
from marsad.redact.evidence import Announcement, title_before
from marsad.redact.kinds import kind_of
from marsad.redact.mention import Mention
from marsad.redact.named import Named, Taken
from marsad.redact.nowhere import is_held
from marsad.redact.offices import is_title_after
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import Role, listed

__all__ = ["apposed"]

_COMMAS = frozenset(("،", ","))
_MOST_NAMES = 3
_NEAR = 4
_NAMES = frozenset(("given", "word", "foreign", "family", "unknown"))


def apposed(tokens: Tokens, found: list[Named], taken: Callable[[], Taken]) -> list[Named]:
    """Return those whose names stand between commas, and who was told right before the first."""
    held = {word for named in found for word in range(named.first, named.stop)}
    people: list[Named] = []
    for index in range(2, len(tokens.words)):
        if index in held or tokens.gaps[index].strip(" ") not in _COMMAS:
            continue
        if tokens.document.starts[index] in tokens.borders or tokens.stems[index][0]:
            continue
        spans = _names(tokens, index, held)
        told = _who(tokens, index) if spans else None
        if told is None or (told.person != "relative" and title_before(tokens, index)):
            continue
        for first, stop in spans:
            unlisted = any(not tokens.rank(at) for at in range(first, stop))
            if (
                (unlisted and told.person != "relative")
                or is_held(taken(), first, stop)
                or is_title_after(tokens, stop)
            ):
                break
            kind, _, sure = kind_of(Mention(tokens, first, stop, told, age_after(tokens, stop)))
            names = (tokens.stems[first][1], *tokens.words[first + 1 : stop])
            people.append(Named(first, stop, names, kind, "shape.apposed", announced=True, sure=sure))
    return people


def _names(tokens: Tokens, index: int, held: set[int]) -> list[tuple[int, int]]:
    """Return the names from a word to the next comma, those that و ties apart; none where other words stand there."""
    spans: list[tuple[int, int]] = []
    first = at = index
    while at < len(tokens.words) and (at == index or tokens.joined(at)) and at not in held:
        tied = at > index and tokens.stems[at][0] == "و"
        if at > index and _goes_on(tokens, at):
            return [*spans, (first, at)]
        surname = at == first + 1 and _may_be_a_surname(tokens, at)
        if not (surname or _may_be_a_name(tokens, at, tied=tied)) or at - first >= _MOST_NAMES:
            return []
        if tied:
            spans.append((first, at))
            first = at
        at += 1
    if at == index or at >= len(tokens.words):
        return []
    comma = tokens.gaps[at].strip(" ") in _COMMAS
    tied = at in held and tokens.joined(at) and tokens.words[at][0] == "و"
    return [*spans, (first, at)] if tied or (comma and at not in held) else []


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Say whether an age, or who it is, follows: "ذو التسع سنوات", "وهو"."""
    return age_after(tokens, at) is not None or tokens.words[at] in listed("owner") or tokens.words[at] in listed("who")


def _may_be_a_surname(tokens: Tokens, at: int) -> bool:
    """Say whether any word with an article may end a name: "رزق الحشيش"."""
    word = tokens.words[at]
    plain = not is_of_its_own(tokens, at) and tokens.has(at, "post") is None
    return plain and word.startswith("ال") and len(word) > _NEAR and not word.endswith(("ه", "ات", "ين", "ون"))


def _may_be_a_name(tokens: Tokens, at: int, *, tied: bool) -> bool:
    word = tokens.words[at]
    if tokens.rank(at) not in _NAMES or (tokens.stems[at][0] and not tied) or at in tokens.fates:
        return False
    if is_of_its_own(tokens, at) or tokens.has(at, "post") is not None:
        return False
    used = any(word in listed(role) for role in ("says", "acts", "preposition", "not", "that", "no-name", "between"))
    return not used and not tokens.is_adverb(at)


def _who(tokens: Tokens, index: int) -> Announcement | None:
    """Return the word for a private person that leads up to a comma: "عم الفتى", "أحد الطفلين", "اثنين منهم"."""
    if tokens.words[index - 1] in listed("one-of-them"):
        return Announcement("list", None, "list", index - 1)
    for at in range(index - 1, max(index - 1 - _NEAR, -1), -1):
        if at in tokens.fates or tokens.words[at] in listed("preposition"):
            return None
        for hit, role in tokens.starting_at.get(at, ()):
            if role.role in ("private", "title") and hit.stop <= index:
                kin = _of_whom(tokens, at) if role.person != "relative" else None
                if kin is None and role.role == "title":
                    continue
                return Announcement(role.role, (kin or role).person, (kin or role).entry_id, at - (kin is not None))
        if not tokens.words[at].startswith("ال") or not tokens.joined(at):
            return None
    return None


def _of_whom(tokens: Tokens, at: int) -> Role | None:
    """Return the word of kinship before whose kin it is: "عم الفتى", "ابن القيادي"."""
    if at == 0 or not tokens.joined(at):
        return None
    for _, role in tokens.starting_at.get(at - 1, ()):
        if role.role == "private" and role.person == "relative":
            return role
    return None
