"""Who died and is told by name, or was before: "قتلوا آمر فوج وثلاثة من مرافقيه", "المسعف محمد استشهد"."""

from __future__ import annotations

from marsad.annotate.casualties.ahead import is_plural
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.doers import suffers
from marsad.annotate.casualties.joined import is_his
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import opens_name, person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import given_names, listed, pairs, with_and

__all__ = ["adds_one", "told_before"]

_NAME = 4
_MURDERED = "outcomes.assassinated"


def adds_one(reader: Reader, cue: Cue, phrase: Phrase, opening: int) -> bool:
    """Say whether one more died than those counted: "قتلوا آمر فوج وثلاثة من مرافقيه", "قُتل مع زوجته".

    The sentence begins at word `opening`.
    """
    words, first = reader.words, phrase.first
    if suffers(reader, cue) and cue.stop < first <= cue.stop + _NAME and _names_one(reader, cue.stop, first):
        return True
    if phrase.others and phrase.numbered and first - 1 == cue.stop and words[first - 1] in listed("with-someone"):
        return suffers(reader, cue) or first - 2 > opening  # "إن القائد قُتل مع 13 آخرين"
    if words[first - 2 : first] in pairs("alongside") and phrase.numbered and cue.stop < first - 2 <= cue.stop + _NAME:
        # "قتل الصماد إلى جانب عشرين قيادياً": one more, told by name
        return words[cue.stop] not in listed("stop", "weekday") and not any(
            at in reader.by_first or words[at] in listed("stop", "weekday") or reader.parted(at)
            for at in range(cue.stop + 1, first - 2)
        )
    own = (
        phrase.is_kin or is_his(reader, phrase) or any(_is_own(word) for word in words[phrase.first + 1 : phrase.stop])
    )
    if not own or first < cue.stop or any(reader.parted(at) for at in range(cue.stop + 1, first + 1)):
        return False
    if words[first - 1] in listed("company", "with-him"):
        return first - 1 == cue.stop or person(words[cue.stop]) is None
    return first > cue.stop and words[first].startswith("و") and reader.joins(first)


def _names_one(reader: Reader, at: int, stop: int) -> bool:
    """Say whether only the name or office of one stands before further victims: "قُتل أبو عمر وثلاثة عناصر"."""
    words = reader.words
    if not (words[at] in listed("name-opening") or opens_name(words[at])) or not reader.joins(stop):
        return False
    ends = listed("stop", "weekday") | with_and("subset")
    return all(words[index] not in ends and person(words[index]) is None for index in range(at, stop)) and not any(
        reader.parted(index) for index in range(at, stop + 1)
    )


def told_before(reader: Reader, cue: Cue, stop: int) -> bool:
    """Say whether a death tells of one named before: "على شاب فقُتل على الفور", "المسعف محمد استشهد"."""
    words = reader.words
    word = words[cue.stop - 1]
    if is_plural(word) or cue.stop - cue.first > 1 or cue.voice == "active":
        return False
    if _named_later(reader, cue, stop) or _was_murdered(reader, cue, stop):
        return True
    behind = words[cue.stop] if cue.stop < stop else ""
    next_word = words[cue.stop + 1] if cue.stop + 1 < stop else ""
    if behind in listed("sudden") or (behind in listed("before-sudden") and next_word in listed("sudden")):
        return True
    if cue.entry_id == "outcomes.killed" and "ُ" not in reader.document.quote(cue.first, cue.first + 1):
        return not cue.proclitics and _is_only_named(reader, cue.stop, stop)
    if cue.stop < stop and not reader.parted(cue.stop) and opens_name(behind) and not cue.people_only:
        return True  # "استشهد كمال العلي برصاص مستوطن"
    marked = cue.voice == "passive" or "ُ" in reader.document.quote(cue.first, cue.first + 1)
    closed = cue.stop >= stop or reader.parted(cue.stop) or behind in listed("cause", "course")
    return marked and closed and cue.proclitics.startswith(("ف", "و"))


def _is_only_named(reader: Reader, at: int, stop: int) -> bool:
    """Say whether a verb has nobody but one named behind it: "قتل محمد العلي برصاص مجهولين", "قتل أبو عمر أمس"."""
    words = reader.words
    if at >= stop or not (words[at] in given_names() or words[at] in listed("kunya")) or at in reader.by_first:
        return False
    for index in range(at + 1, min(stop, at + 1 + _NAME)):
        if words[index] in listed("stop", "weekday", "company") or reader.parted(index):
            return True
        if index in reader.by_first or person(words[index]) is not None or words[index][0] == "و":
            return False
    return False


def _was_murdered(reader: Reader, cue: Cue, stop: int) -> bool:
    """Say whether somebody told before was murdered: "مختار القرية سالم الحسن اغتيل الليلة البارحة"."""
    if cue.entry_id != _MURDERED or cue.proclitics or cue.first == 0 or reader.parted(cue.first):
        return False
    if reader.words[cue.first - 1] in listed("stop", "break", "weekday"):
        return False
    behind = listed("stop", "weekday", "day", "tonight") - listed("therein")
    return cue.stop >= stop or reader.parted(cue.stop) or reader.words[cue.stop] in behind


def _named_later(reader: Reader, cue: Cue, stop: int) -> bool:
    """Say whether a name stands behind a death and its day: "استشهد اليوم ياسر الحلبي", "استشهد أبو ياسر"."""
    at = reader.behind_day(cue.stop, stop)
    if at + 1 >= stop or any(reader.parted(between) for between in range(cue.stop, at + 1)):
        return False
    word = reader.words[at]
    passive = cue.voice == "passive" and not cue.people_only
    return passive and (word in listed("kunya") or (at > cue.stop and word in given_names()))


def _is_own(word: str) -> bool:
    """Say whether a noun has an owner: "مرافقيه"."""
    found = person(word)
    return found is not None and found.owned
