"""What stands around a name and says whose it is: a private person's, a public one's, or a thing's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from marsad.lexicon.match import Hit
from marsad.redact.beside import is_behind_a_title_letter
from marsad.redact.kin import first_of_kin, is_of_one_unnamed, kin_of_one_unnamed
from marsad.redact.lastnames import is_a_last_name
from marsad.redact.leads import leads_before, stands_beside
from marsad.redact.offices import (
    are_several,
    directs_what_is_private,
    drives,
    is_an_artist,
    is_called_like_a_ruler,
    is_of_the_faith,
    reports_for,
    stands_in_a_name,
)
from marsad.redact.partof import (
    bare,
    is_a_place_s,
    is_abu_bakr,
    is_inside_a_trade,
    is_of_a_body,
    is_of_a_role,
    is_of_a_town,
    opens_a_rank,
)
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import Role, demonyms, listed, spelled

__all__ = [
    "Announcement",
    "announcement",
    "distant_announcement",
    "private_after",
    "thing_before",
    "title_before",
]

_FAR = 10
_NOT_SO_FAR = 6
_BETWEEN = 4
_BREAK = re.compile('[.،,؛;:!?؟\n()«»"“”•|]')
_SOFT = re.compile("[ \u00a0«»\"“”()'ـ\u200e\u200f]*")
_CITIZEN = "private.citizen"
_BYLINE = "post.byline"
_STAGE = "title.stage"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What announces the name that begins with a word: its role, the kind of person, and the word it begins at."""

    role: str
    person: str | None
    rule: str
    first: int


def announcement(tokens: Tokens, index: int) -> Announcement | None:
    """Return what announces a name right before it, honorifics and origins passed over: "الطفلة", "زميله البولندي"."""
    at = index
    if at > 1 and tokens.words[at - 1] == "ب" and tokens.close(at) and at not in tokens.ending_at:
        at -= 1  # "الملقب بـ"القنفذ""
    for _ in range(_BETWEEN):
        if is_behind_a_title_letter(tokens, at) and tokens.close(at - 1):
            at -= 1
        if at <= 0 or not (tokens.close(at) or _after_comma(tokens, at)):
            return None
        if at == index and tokens.words[at - 1] in listed("vocative") and _is_called_to(tokens, index):
            return Announcement("called", "other", "vocative", at - 1)
        best: Announcement | None = None
        passed = False
        for hit, role in tokens.ending_at.get(at, ()):
            if is_of_a_body(tokens, hit) or is_of_a_role(tokens, hit, role):
                continue
            if role.role == "private" and tokens.gaps[at] == "، " and at > 1:
                kin = kin_of_one_unnamed(tokens, at)
                if kin is not None:
                    return Announcement("private", "relative", kin[1].entry_id, kin[0].first)
            if tokens.words[at - 1] in listed("the-mother") and "آ" in tokens.written(at - 1):
                continue
            if tokens.words[at - 1].endswith(spelled("so-called")) and tokens.written(at - 1).endswith("ي"):
                continue  # تدّعي
            if role.role == "list" and hit.stop - hit.first > 1:
                best = _of_whose_kin(tokens, hit.first) or best
            if role.role in ("private", "called", "home", "post"):
                if role.role == "called" and is_a_place_s(tokens, index):
                    continue
                if _is_a_thing_s(tokens, hit, at) or (role.entry_id == _BYLINE and not _is_a_byline(tokens, hit, at)):
                    continue
                of_a_place = role.role == "home" or tokens.words[hit.first] in listed("in-a-place-name")
                if of_a_place and _is_in_a_place(tokens, hit.first):
                    continue
                if tokens.words[hit.first] in listed("and-demands") or is_abu_bakr(tokens, hit):
                    continue  # a verb: "وطالب قصي"
                if role.role == "home" and hit.proclitics.endswith(("ال", "لل")):
                    continue
                if (
                    role.entry_id == _CITIZEN
                    and hit.first > 0
                    and tokens.words[hit.first - 1].endswith(spelled("defence"))
                ):
                    continue
                if best is None or hit.first < best.first or role.role == "private":
                    best = Announcement(role.role, role.person, role.entry_id, hit.first)
            elif role.role == "honorific":
                passed = True
        if best is not None:
            if best.role == "called":
                return _who_is_called(tokens, best)
            best = _nearer(tokens, best)
            return replace(best, first=first_of_kin(tokens, best.first)) if best.person == "relative" else best
        last = tokens.words[at - 1]
        if not passed and not (last.startswith("ال") and (last in demonyms() or _is_whose_kin(tokens, at))):
            return None
        at -= 1
    return None


def _is_whose_kin(tokens: Tokens, at: int) -> bool:
    """Say whether kinship and one of those told before stand before a name: "زوجة الأخير قصي", "ابن الأول ورد"."""
    return tokens.words[at - 1] in listed("last-of-them") and any(
        role.person == "relative" for _, role in tokens.ending_at.get(at - 1, ())
    )


def _is_called_to(tokens: Tokens, index: int) -> bool:
    """Say whether somebody is spoken to by name: "يا وسيم كنت", not "يا سلام", "يا نور العين", "يا شباب"."""
    said = tokens.rank(index)
    if said not in ("given", "word") or tokens.words[index] in listed("called-out"):
        return False
    if said == "given":
        return True
    again = not listed("vocative").isdisjoint(
        (*tokens.words[index - 3 : index - 1], *tokens.words[index + 1 : index + 2])
    )
    return not again and not (tokens.joined_after(index) and tokens.words[index + 1].startswith("ال"))


def _is_a_byline(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether a colon follows "إعداد", or a bracket holds who wrote: "(تغطية صحفية قصي وتحرير ربا الزعبي)"."""
    if ":" in tokens.gaps[at]:
        return True
    before = tokens.source[: tokens.document.starts[hit.first]]
    opened = before.rfind("(")
    if opened < max(before.rfind(")"), before.rfind("\n")):
        return False
    return any(
        role.entry_id == _BYLINE and "(" in tokens.gaps[first]
        for first in range(max(0, hit.first - _NOT_SO_FAR), hit.first + 1)
        for _, role in tokens.starting_at.get(first, ())
    )


def _of_whose_kin(tokens: Tokens, at: int) -> Announcement | None:
    """Return the word of kinship before "كل من": "والدة كل من محمد وأسامة"."""
    if not tokens.joined(at):
        return None
    for hit, role in tokens.ending_at.get(at, ()):
        if role.role == "private" and role.person == "relative":
            return Announcement(role.role, role.person, role.entry_id, hit.first)
    return None


def _is_a_thing_s(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether a thing's name follows, no person's: "مدير مشفى ابن النفيس", "مشفى ابن النفيس"."""
    if any(
        role.role == "thing" and thing.first > hit.first and not thing.proclitics.endswith("ال")
        for thing, role in tokens.ending_at.get(at, ())
    ):
        return True
    named = tokens.words[hit.first] in listed("ibn") and hit.stop - hit.first == 1 and tokens.joined(hit.first)
    return named and any(role.role == "thing" for _, role in tokens.ending_at.get(hit.first, ()))


def _who_is_called(tokens: Tokens, best: Announcement) -> Announcement:
    """Return the kind of the person who is called by a name: "طفلة اسمها ميار", "أحد أقاربه، ويدعى غصاب"."""
    at = best.first
    if at == 0 or tokens.gaps[at].strip(" ") not in ("", "،") or tokens.document.starts[at] in tokens.borders:
        return best
    for hit, role in tokens.ending_at.get(at, ()):
        if role.role == "private" and role.person not in (None, "other"):
            return Announcement(best.role, role.person, best.rule, hit.first)
    return best


def _nearer(tokens: Tokens, best: Announcement) -> Announcement:
    """Return what a courtesy stands behind, if that says more of the person: "والدته الحاجة", "الطفلان الشقيقان"."""
    brothers = tokens.words[best.first] in listed("brothers")
    if (
        best.role != "private"
        or not (brothers or best.rule == _CITIZEN)
        or best.first == 0
        or not tokens.joined(best.first)
    ):
        return best
    for hit, role in tokens.ending_at.get(best.first, ()):
        if role.role == "private" and role.person not in (None, "other") and not _weak(role.entry_id):
            return Announcement(role.role, role.person, role.entry_id, hit.first)
    return best


def _after_comma(tokens: Tokens, at: int) -> bool:
    """Say whether a comma parts a name from whose it is: "وقال أحد أقاربه، فواز كنجو، إن"."""
    roles = tokens.ending_at.get(at, ())
    if any(role.role == "honorific" for _, role in roles) and tokens.joined(at - 1):
        further = tokens.ending_at.get(at - 1, ())  # "أما الشاهدة الثانية، وصفية، فطلبت"
        roles = [one for one in further if one[1].person == "witness" or is_of_one_unnamed(tokens, one[0], at)]
    return tokens.gaps[at] in ("، ", ", ") and any(
        role.person in ("relative", "witness") and role.role == "private" for _, role in roles
    )


def private_after(tokens: Tokens, stop: int) -> bool:
    """Say whether what follows a name speaks of a person: "، زوجة المعتقل", "، وهو مزارع", " طبيب الأسنان"."""
    if stop >= len(tokens.words) or tokens.document.starts[stop] in tokens.borders:
        return False
    gap = tokens.gaps[stop].strip(" ")
    if gap not in ("", "،", ",", "("):
        return False
    if tokens.words[stop] in listed("who-is"):
        return True
    if tokens.words[stop] in listed("copula") and stop + 1 < len(tokens.words) and tokens.words[stop + 1][0] in "يت":
        return True
    return any(
        role.role == "private" and hit.proclitics in ("", "ال") for hit, role in tokens.starting_at.get(stop, ())
    )


def thing_before(tokens: Tokens, index: int) -> bool:
    """Say whether a name belongs to a thing: "شارع", "كتائب", "ثانوية الشهيد"."""
    at = index
    if at > 0 and tokens.words[at - 1] in listed("ibn") and tokens.joined(at):
        at -= 1
    if (
        at > 0
        and tokens.words[at] in listed("saint")
        and tokens.joined(at)
        and tokens.words[at - 1].removeprefix("و") in listed("where-a-saint")
    ):
        return True
    if at > 0 and tokens.words[at - 1] in listed("named-after") and tokens.joined(at):
        at -= 1
    elif at > 0 and tokens.joined(at) and any(role.role == "honorific" for _, role in tokens.ending_at.get(at, ())):
        earlier = at - 1
        if earlier > 0 and any(role.role == "thing" for _, role in tokens.ending_at.get(earlier, ())):
            return tokens.joined(earlier)
    if at <= 0 or not tokens.close(at):
        return False
    for hit, role in tokens.ending_at.get(at, ()):
        if tokens.words[at - 1].removeprefix("و") in listed("to-prison") and _is_sentenced(tokens, index):
            continue
        if role.role == "thing" and (hit.stop - hit.first > 1 or not hit.proclitics.endswith(("ال", "لل"))):
            return True
        if role.role == "home" and _is_in_a_place(tokens, hit.first):
            return True
    return False


def _is_in_a_place(tokens: Tokens, first: int) -> bool:
    """Say whether a word such as "grave" or "house" is part of the name of a place: "قرية قبر فضة"."""
    return tokens.joined(first) and any(role.entry_id == "thing.place" for _, role in tokens.ending_at.get(first, ()))


def _is_sentenced(tokens: Tokens, index: int) -> bool:
    """Say whether years in prison follow a name behind "بسجن": "قضت بسجن أروى الصبري 12 سنة"."""
    return not listed("sentence").isdisjoint(tokens.words[index : index + _NOT_SO_FAR + 1])


def title_before(tokens: Tokens, index: int) -> bool:
    """Say whether a public role leads up to a name: "المتحدث باسم وزارة الداخلية العميد"."""
    if is_an_artist(tokens, index) or leads_before(tokens, index):
        return True
    if stands_beside(tokens, index):
        return False
    at = index
    for step in range(_FAR):
        if at <= 0:
            return False
        gap = tokens.gaps[at]
        if _BREAK.search(gap) and not (step == 0 and (_SOFT.fullmatch(gap) or gap in ("، ", ", "))):
            return False
        if tokens.document.starts[at] in tokens.borders:
            return False
        roles = tokens.ending_at.get(at, ())
        if any(
            role.role == "title"
            and _is_title(tokens, hit, role.entry_id)
            and not is_inside_a_trade(hit, roles)
            and not opens_a_rank(tokens, hit)
            for hit, role in roles
        ):
            return True
        if any(_stops(tokens, at, hit, role) and not is_of_a_role(tokens, hit, role) for hit, role in roles):
            return False
        word = tokens.words[at - 1]
        defends = " ".join(tokens.words[max(0, at - 2) : at]).endswith(spelled("defends"))
        if defends or (step > 0 and word in listed("and-rest")):
            at -= 1  # "لجنة الدفاع عن أراضي سلوان", "أنطاكية وسائر المشرق"
            continue
        if (
            word in listed("break")
            or word in listed("that")
            or (step > 0 and tokens.rank(at - 1) == "given" and not is_of_a_town(tokens, at - 1))
        ):
            return False
        if step > 0 and word.startswith("و") and tokens.rank(at - 1) == "" and len(word) > 4 and word[1:3] != "ال":
            return step < 1
        at -= 1
    return False


def _stops(tokens: Tokens, at: int, hit: Hit, role: Role) -> bool:
    """Say whether a word before a name leads to a private person; "أهل الحق", where no name follows, does not."""
    if role.role == "home":
        if tokens.joined(hit.first) and bare(tokens.words[hit.first - 1]) in listed("body"):
            return False  # "لجنة أهالي المفقودين"
        follows = at < len(tokens.words) and tokens.words[at].startswith("ال") and tokens.rank(at) == ""
        return not follows or at + 1 in tokens.ending_at
    if role.role != "private" or is_of_a_body(tokens, hit):
        return False
    return not _weak(role.entry_id) or are_several(tokens, hit)


def _is_title(tokens: Tokens, hit: Hit, entry_id: str) -> bool:
    """Say whether a title is one: neither part of the name of a body nor "إلى", which reads as "والي" behind و.

    Artists stay where a body is called after them: "فرقة الفنان قصي الزعبي".
    """
    return (
        (entry_id == _STAGE or not _in_a_thing(tokens, hit.first))
        and not directs_what_is_private(tokens, hit.first)
        and not drives(tokens, hit.first)
        and not reports_for(tokens, hit.first)
        and not is_called_like_a_ruler(tokens, hit.first)
        and not is_of_the_faith(tokens, hit.first)
        and not stands_in_a_name(tokens, hit)
        and not is_a_last_name(tokens, hit.first)
        and not ("إ" in tokens.written(hit.first) and tokens.words[hit.first] in listed("and-to"))
    )


def _in_a_thing(tokens: Tokens, first: int) -> bool:
    """Say whether a title is part of the name of a body or place: "فرقة السلطان مراد", not "مجموعة يقودها"."""
    return tokens.words[first][0] != "ي" and any(
        role.role == "thing" and not hit.proclitics.endswith("ال") for hit, role in tokens.ending_at.get(first, ())
    )


def _weak(entry_id: str) -> bool:
    """Say whether an announcement may stand between a public role and its name: "الناطق باسم الجيش النقيب"."""
    return entry_id in ("private.fighter", "private.worker")


def distant_announcement(tokens: Tokens, index: int) -> Announcement | None:
    """Return a private role some words before a name: "الباحث في معهد الشرق الأوسط"."""
    at = index
    for step in range(_NOT_SO_FAR):
        if at <= 0 or (_BREAK.search(tokens.gaps[at]) and not (step == 0 and _SOFT.fullmatch(tokens.gaps[at]))):
            return None
        if tokens.document.starts[at] in tokens.borders or tokens.words[at - 1] in listed("break"):
            return None
        if tokens.words[at - 1] in listed("upon") and not tokens.rank(at - 1):
            return None  # "شكر ذوي القتيل على كرم"
        for hit, role in tokens.ending_at.get(at, ()):
            if role.role == "title":
                return None
            if role.role == "private" and not is_of_a_role(tokens, hit, role):
                return (
                    None
                    if role.person == "relative"
                    else Announcement("distant", role.person, role.entry_id, hit.first)
                )
        if step > 0 and tokens.rank(at - 1) == "given":
            return None
        at -= 1
    return None
