"""Who is counted together: a chief's own men over his name and office, a man and his family, both sides' dead."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.found import Found
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed, with_and
from marsad.model.quantity import Estimate

__all__ = [
    "joint_kind",
    "names_a_death",
    "other_side",
    "their_number",
    "with_chief",
    "with_followers",
]

_NAME = 16
_OTHER_SIDE = 9
_THEY = 3


def followers(reader: Reader, phrase: Phrase, limit: int) -> Phrase | None:
    """Return the counted men of the one in `phrase` over his name: "قُتل القيادي أبو عمر وثلاثة من مرافقيه"."""
    if phrase.others:
        return None
    words, office = reader.words, listed("office-link")
    told = range(0)
    for at in range(phrase.stop, min(limit, phrase.stop + _NAME)):
        if at in told:
            continue
        if words[at] in listed("who") and reader.parted(at):
            told = range(at, _closed(reader, at + 1, limit))
            continue
        if words[at] in listed("stop") and words[at] not in office and not _is_ali(reader, at):
            return None
        begin = at + (words[at] in listed("company"))
        if begin >= limit or not (begin > at or reader.joins(at)):
            continue
        own = reader.read(begin, limit, strict=True)
        if own is not None and begin > at and _beside_him(own) and office.isdisjoint(words[phrase.stop : at]):
            return own
        if own is not None and own.numbered and (_of_his_group(own) or (own.person is not None and own.person.owned)):
            return own
    return None


def _is_ali(reader: Reader, at: int) -> bool:
    """Say whether word `at` is the name, which only folding makes the preposition: "الضابط علي الأسعد"."""
    return reader.words[at] in listed("upon") and reader.document.quote(at, at + 1).endswith("ي")


def _beside_him(own: Phrase) -> bool:
    """Say whether people right behind a chief's "مع" died with him: "آخرين", "عدد من العناصر"."""
    return (own.others and own.head is None) or (own.numbered and own.kind == "armed")


def with_followers(reader: Reader, found: list[Found], phrase: Phrase, limit: int) -> list[Found]:
    """Add to a single victim his counted men, whom his name or office parts from him."""
    own = followers(reader, phrase, limit) if len(found) == 1 and found[0].estimate == ONE else None
    return [replace(found[0], estimate=ONE.plus(own.estimate), stop=own.stop)] if own else found


def _of_his_group(own: Phrase) -> bool:
    """Say whether counted men are told by a group of his: "أربعة من مجموعته"."""
    head = own.head or ""
    return own.person is None and head.endswith("ته") and f"{head[:-2]}ه" in listed("armed-group", "home")


def _closed(reader: Reader, first: int, limit: int) -> int:
    """Return the word behind the comma that closes a relative clause: "القائد، الذي عينته الجماعة، مع مرافقيه"."""
    return next((at for at in range(first, min(limit, first + _NAME)) if reader.parted(at)), limit)


def names_a_death(cue: Cue, phrase: Phrase) -> bool:
    """Say whether a definite "الاغتيال" only stands before somebody new: "خبر الاغتيال فرد بأنه سمعه"."""
    known = cue.proclitics.endswith(("ال", "لل"))
    new = phrase.person is not None and phrase.person.proclitics == "" and not phrase.numbered
    return known and new and phrase.estimate == ONE


def joint_kind(group: list[Phrase]) -> str:
    """Return the kind of phrases counted together; a man and his family are civilians: "رجل وزوجته"."""
    kinds = {one.kind for one in group}
    if len(kinds) == 1:
        return group[0].kind
    family = any(one.person is not None and one.person.owned for one in group)
    return "unknown" if "unknown" in kinds and not family else "civilians"


def their_number(reader: Reader, at: int, stop: int) -> Estimate | None:
    """Read the number of "أفراد خلية ... وعددهم خمسة", "وقتلوا من فيها وهم خمسة"."""
    for index in range(at, min(stop - 1, at + 12)):
        near = index < at + _THEY and reader.words[index] in listed("they")
        if near or reader.words[index] in listed("their-number", "its-number"):
            number = reader.by_first.get(index + 1)
            return number.estimate if number is not None and number.kind == "cardinal" else None
    return None


def with_chief(reader: Reader, chief: Phrase, others: Phrase) -> bool:
    """Say whether counted people are joined to one who is told by office or name.

    "قائد المجلس وأربعة من قيادييه", "المواطن وليد النجار وثلاثة آخرين".
    """
    if chief.estimate != ONE or chief.numbered or not others.numbered or not reader.joins(others.first):
        return False
    ranks = ("armed", "officials")
    known = chief.person is not None and chief.person.many == 1 and chief.person.proclitics == "ال"
    if not known and (chief.kind not in ranks or others.kind not in ranks):
        return False
    ends = listed("stop", "weekday") | with_and("subset")
    between = range(chief.stop, others.first)
    return not any(reader.words[at] in ends or reader.parted(at) for at in between)


def other_side(reader: Reader, start: int, limit: int, told: Container[str | None]) -> Phrase | None:
    """Return the people counted behind "مقابل", a few words behind word `start`.

    Those of `told` once more are counted at another time: "مقتل 30 مدنياً مقابل 20 مدنياً في الشهر السابق".
    """
    for at in range(start, min(limit, start + _OTHER_SIDE) - 1):
        if reader.words[at] in listed("versus") and at + 1 in reader.by_first:
            other = reader.read(at + 1, limit, strict=True)
            return None if other is None or other.head is None or other.head in told else other
    return None
