"""Nouns that are victims by themselves: "9 قتلى", "جريحان", "عدد القتلى إلى 12", "بين قتيل وجريح"."""

from __future__ import annotations

from typing import NamedTuple

from marsad.annotate.casualties.context import MANY, ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import STOPS, Reader
from marsad.annotate.casualties.people import is_thing, person
from marsad.model.quantity import Estimate

__all__ = ["COUNTS", "Victims", "read_toll", "read_victims"]

COUNTS = frozenset(
    "عدد حصيله عداد اعداد اجمالي مجموع وعدد وحصيله لعدد بعدد حصيلتها حصيلته بحصيله العدد الحصيله".split()
)
_REACHES = frozenset(
    "الي بلغ بلغت يبلغ وصل وصلت يصل تجاوز تجاوزت يتجاوز تصبح اصبح اصبحت يصبح تبلغ تصل لتصل ليصل لتبلغ ليبلغ تخطي تخطت "
    "وبلغ وبلغت فاق يفوق ناهز قارب".split()
)
_FOUND = ("عثر", "العثور", "عثور", "انتشل", "انتشال", "وجد", "استخراج", "استخرج", "اكتشاف", "القاء", "رمي", "بانتشال")
_NAMED_AFTER = frozenset(
    "مستشفي مشفي كتيبه كتائب لواء الويه ساحه حي مخيم شارع مدرسه جسر عوائل عائلات اسر ذوي مقبره دوار".split()
)
_PLURALS = (
    "قتلي", "جرحي", "شهداء", "ضحايا", "وفيات", "مصابين", "مصابون", "اصابات", "جثث", "صرعي", "جثامين", "حالات", "متصاوبين",
    "مجاريح", "مجروحين", "مقتولين",
)  # fmt: skip


class Victims(NamedTuple):
    """A count of victims in words `first` to `stop`; the naming goes on to `people_stop`."""

    first: int
    stop: int
    people_stop: int
    estimate: Estimate
    noun: str | None
    kind: str
    rule: str


def read_victims(
    reader: Reader, cue: Cue, sentence_first: int, sentence_stop: int, before: Cue | None
) -> Victims | None:
    """Read how many victims the noun at `cue` tells; `before` is the outcome word before it."""
    words = reader.words
    if cue.entry_id == "outcomes.body" and not _is_found(words, sentence_first, cue.first):
        return None
    number = reader.by_stop.get(cue.first)
    if number is not None and number.kind in ("cardinal", "range", "vague") and not reader.parted(cue.first):
        if _shared(reader, cue):
            # "60 قتيلاً وجريحاً": the number is of both together
            return _counted(reader, cue, number.first, MANY, sentence_stop)
        return _counted(reader, cue, number.first, number.estimate, sentence_stop)
    if words[cue.first - 1] == "من" and cue.first - 1 in reader.by_stop:
        number = reader.by_stop[cue.first - 1]
        return _counted(reader, cue, number.first, number.estimate, sentence_stop)
    definite = cue.proclitics.endswith(("ال", "لل"))
    if before is not None and before.voice == "victim" and before.stop == cue.first and cue.proclitics.startswith("و"):
        shared = reader.by_stop.get(before.first)
        if shared is not None and not reader.parted(cue.first) and cue.stop not in reader.by_first:
            if definite:
                estimate = shared.estimate if shared.kind == "vague" else MANY
                return _counted(reader, cue, cue.first, estimate, sentence_stop)
            if _shared(reader, before):
                return _counted(reader, cue, cue.first, MANY, sentence_stop)
    if cue.first > sentence_first and words[cue.first - 1] in COUNTS:
        return read_toll(reader, cue, sentence_stop) or _toll_before(reader, cue, sentence_first, sentence_stop)
    if cue.first > sentence_first and words[cue.first - 1] == "بين":
        return _counted(reader, cue, cue.first, MANY, sentence_stop)
    word = words[cue.stop - 1]
    if before is not None and before.stop == cue.first and cue.proclitics == "و" and words[before.first - 1] == "بين":
        return _counted(reader, cue, cue.first, MANY, sentence_stop)
    if not definite and word.endswith(("ان", "ين")) and word not in _PLURALS and not word.endswith(_PLURALS):
        return _counted(reader, cue, cue.first, Estimate.exactly(2), sentence_stop)
    following = reader.by_first.get(cue.stop)
    if following is not None and following.kind == "cardinal" and not reader.parted(cue.stop):
        thing = following.stop < sentence_stop and is_thing(words[following.stop])
        if definite and cue.first > sentence_first and words[cue.first - 1] == "بين":
            # "من بين القتلى 27 طفلاً": some of them
            return _counted(reader, cue, cue.first, following.estimate, sentence_stop, following.stop, "subset")
        if thing:
            return None if definite else _counted(reader, cue, cue.first, ONE, sentence_stop)
        if not words[cue.stop].startswith("و") or words[cue.stop] in ("واحد", "واحده"):
            return _counted(reader, cue, cue.first, following.estimate, sentence_stop, following.stop)
    if definite:
        return None
    ahead = words[cue.first - 1] if cue.first > sentence_first else ""
    behind = words[cue.stop] if cue.stop < sentence_stop and not reader.parted(cue.stop) else ""
    if ahead in _NAMED_AFTER or behind in ("هذه", "هذا", "ذلك", "تلك"):
        return None
    if behind.startswith("ال") and person(behind) is None and word.endswith(_PLURALS):
        return None  # "ضحايا الهجوم", "شهداء الأقصى": known ones
    many = word.endswith(_PLURALS) or words[cue.first].endswith("حالات")
    return _counted(reader, cue, cue.first, MANY if many else ONE, sentence_stop)


def _shared(reader: Reader, cue: Cue) -> bool:
    number = reader.by_stop[cue.first]
    after = reader.words[cue.stop : cue.stop + 1]
    return bool(
        number.kind == "cardinal" and after and after[0] in ("وجريح", "وجريحا", "وقتيل", "وقتيلا", "ومصاب", "ومصابا")
    )


def _is_found(words: tuple[str, ...], first: int, cue: int) -> bool:
    return any(
        word.lstrip("وفبل").startswith(_FOUND) or word.startswith(_FOUND) for word in words[max(first, cue - 7) : cue]
    )


def _counted(
    reader: Reader, cue: Cue, first: int, estimate: Estimate, limit: int, stop: int | None = None, rule: str = "victim"
) -> Victims:
    end = cue.stop if stop is None else stop
    kind, noun, people_stop = described(reader, end, limit)
    return Victims(first, end, people_stop, estimate, noun or reader.words[cue.stop - 1], kind, rule)


def described(reader: Reader, at: int, limit: int) -> tuple[str, str | None, int]:
    """Return kind and noun of "قتلى مدنيين", "جريح من العناصر", and where the naming ends."""
    kind, noun = "unknown", None
    end = min(limit, at + 6)
    while at < end and not reader.parted(at):
        word = reader.words[at]
        if word in ("في", "ب") and reader.words[at + 1 : at + 2] == ("صفوف",):
            at += 2
            continue
        if word in STOPS or at in reader.by_first:
            break
        found = person(word)
        if found is not None and noun is None:
            if found.proclitics.startswith(("و", "ب", "ف")):
                break
            kind, noun = found.kind, found.noun
        elif word.startswith(("برصاص", "بقصف", "بانفجار", "بغار", "بنير", "بهجوم")):
            break
        at += 1
    return kind, noun, at


def _toll_before(reader: Reader, cue: Cue, first: int, limit: int) -> Victims | None:
    """Read "ليرتفع إلى تسعة عدد الشهداء": the figure stands before the word that counts."""
    for at in range(cue.first - 2, max(first, cue.first - 8), -1):
        number = reader.by_first.get(at)
        if number is not None and number.kind in ("cardinal", "range", "vague") and at > first:
            if reader.words[at - 1] != "الي" and not reader.words[at].startswith("ل"):
                return None
            kind, noun, people_stop = described(reader, cue.stop, limit)
            stop = max(number.stop, people_stop)
            return Victims(number.first, cue.stop, stop, number.estimate, noun, kind, "toll")
    return None


def read_toll(reader: Reader, cue: Cue, limit: int) -> Victims | None:
    """Read "ارتفع عدد القتلى إلى 12", "عدد المصابين 1100", "حصيلة الضحايا بلغت 30 قتيلاً"."""
    words = reader.words
    at, end, reached = cue.stop, min(limit, cue.stop + 25), False
    while at < end:
        number = reader.by_first.get(at)
        word = words[at]
        reached = reached or word in _REACHES or word.startswith("لل") or word == "ل"
        if number is not None:
            counts = number.kind in ("cardinal", "range", "vague")
            if counts and (reached or at <= cue.stop + 1 or word.startswith(("ل", "ب"))):
                kind, noun, people_stop = described(reader, number.stop, limit)
                own, own_noun, _end = described(reader, cue.stop, number.first)
                return Victims(
                    number.first, number.stop, people_stop, number.estimate, noun or own_noun,
                    kind if kind != "unknown" else own, "toll",
                )  # fmt: skip
            at = number.stop
            continue
        if word in COUNTS:
            return None
        at += 1
    return None
