"""People told together with others: "مقتل امرأة وطفليها و3 رجال", "أبو حمزة، أمير التنظيم، وثلاثة من مرافقيه"."""

from __future__ import annotations

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import hurt, listed, pairs, with_and

__all__ = ["beyond_apposition", "has_own_fate", "is_his", "together", "with_his"]

_NAME, _APPOSITION = 5, 12


def together(reader: Reader, first: Phrase, limit: int) -> list[Phrase]:
    """Return the phrases joined to `first` by و: "مقتل امرأة وطفليها و3 رجال"."""
    joined: list[Phrase] = []
    at, last = first.stop, first
    behind = False  # a word stood between that ends the naming
    while at < limit and at - last.stop <= 5:
        word = reader.words[at]
        step = _joiner(reader, at, limit)
        if word in with_and("subset") or (reader.parted(at) and not step and not reader.joins(at)):
            break
        if reader.words[at : at + 2] in pairs("at-least"):
            at += 2
            continue
        behind = behind or (word in listed("stop") and not step)
        other_side = _of_other_side(reader, at, limit)
        if other_side is not None:
            joined.append(other_side)
            last = other_side
            at = other_side.stop
            continue
        begin = at + step
        if begin < limit and (step or reader.joins(at)):
            other = reader.read(begin, limit, strict=begin not in reader.by_first)
            if other is None or _tells_wounded(reader, first, other) or _survived(reader, other):
                break
            if behind and not _goes_with(reader, first, other, limit):
                break
            if step == 2 or _adds(reader, last, other):
                joined.append(other)
                last = other
            at = other.stop
            continue
        at += 1
    return joined


def _tells_wounded(reader: Reader, first: Phrase, other: Phrase) -> bool:
    """Say whether joined people are a toll of their own: "أربعة مدنيين و11 جريحاً"."""
    if not other.numbered or hurt().intersection(reader.words[first.first : first.stop]):
        return False
    return not hurt().isdisjoint(reader.words[other.first : other.stop + 1])


def _survived(reader: Reader, other: Phrase) -> bool:
    """Say whether joined people came off: "راح الضابط والشوفير سلم"."""
    return not listed("survived").isdisjoint(reader.words[other.stop : other.stop + 1])


def _goes_with(reader: Reader, first: Phrase, other: Phrase, limit: int) -> bool:
    """Say whether people told behind "في" are added: "قيادي في الحزب واثنين من مرافقيه".

    A chief's fellows are, too ("قائد في اللواء واثنان من مقاتلي الفصيل"), unless a verb of their own follows.
    """
    if other.person is None:
        return False
    if other.person.owned or other.person.noun in listed("kin"):
        return True
    chief = first.estimate == ONE and not first.numbered and first.kind == "armed"
    if not chief or not other.numbered or other.kind != "armed":
        return False
    end = reader.people_stop(other, limit)
    return end < limit or limit >= len(reader.words) or reader.parted(end) or reader.words[end].startswith("و")


def beyond_apposition(reader: Reader, index: int, limit: int) -> list[Phrase]:
    """Read who died with one who is told by rank between commas: "أبو حمزة، أمير التنظيم، وثلاثة من مرافقيه"."""
    opening = next((at for at in range(index, min(limit, index + _NAME)) if reader.parted(at)), None)
    if opening is None or reader.joins(opening):
        return []
    for at in range(opening + 1, min(limit, opening + _APPOSITION)):
        if at in reader.by_first and not reader.parted(at):
            return []
        if reader.parted(at):
            other = reader.read(at, limit, strict=False) if at in reader.by_first and reader.joins(at) else None
            company = other is not None and (other.others or (other.person is not None and other.person.owned))
            return [other] if other is not None and company else []
    return []


def with_his(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Read who died with the one named at word `index`: "مقتل محمد العلي مع شقيقه", "مقتل سالم وابنه"."""
    one = Phrase(index, index + 1, ONE, None, "unknown", numbered=False, definite=True)
    first = next(iter(together(reader, one, limit)), None)
    return first if first is not None and is_his(reader, first) else None


def _of_other_side(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Read "ومن المهاجمين تسعة" behind "سقط من المدافعين خمسة"."""
    number = reader.by_first.get(index + 2) if reader.words[index] in listed("and-of") else None
    if number is None or number.kind != "cardinal" or number.stop > limit:
        return None
    of = person(reader.words[index + 1])
    if of is None or of.many is not None or (number.stop < limit and not reader.parted(number.stop)):
        return None
    return Phrase(number.first, number.stop, number.estimate, of.noun, of.kind, numbered=True, definite=False)


def _joiner(reader: Reader, index: int, limit: int) -> int:
    """Return how many words at `index` add people: و 1, "بالإضافة إلى" 2, "مع" before "عدد من مرافقيه" 1.

    Another outcome is told from word `limit` on: "مع صديقه الذي أصيب" adds nobody.
    """
    word, following = reader.words[index], reader.words[index + 1 : index + 2]
    if word == "و":
        return 1
    if (word, *following) in pairs("adding"):
        return 2
    if word in listed("company", "with-him") and following:
        phrase = reader.read(index + 1, min(index + 8, len(reader.words)), strict=True)
        if phrase is not None and is_his(reader, phrase) and not has_own_fate(reader, phrase, limit):
            return 1
    return 0


def has_own_fate(reader: Reader, phrase: Phrase, limit: int) -> bool:
    """Say whether another outcome is told of people right behind them: "صديقه الذي أصيب", "صديقه الذي نجا"."""
    if reader.words[phrase.stop : phrase.stop + 1] not in [(who,) for who in listed("who")]:
        return False
    return phrase.stop + 1 == limit or reader.words[phrase.stop + 1] in listed("survived")


def is_his(reader: Reader, phrase: Phrase) -> bool:
    """Say whether people are somebody's own: "مرافقيه", "شقيقه", "أفراد من أسرته"."""
    if phrase.person is None:
        return False
    if phrase.person.owned or phrase.person.noun in listed("kin"):
        return True
    of, owner = reader.words[phrase.stop : phrase.stop + 1], reader.words[phrase.stop + 1 : phrase.stop + 2]
    family = person(owner[0]) if owner and not listed("of").isdisjoint(of) else None
    return family is not None and family.owned


def _adds(reader: Reader, last: Phrase, other: Phrase) -> bool:
    """Say whether `other` adds people: not in "36 سيدة وطفلاً" nor "30 من المطلوبين والمشتبه بهم"."""
    if other.numbered or other.others or not last.numbered:
        return True
    if last.stop - last.first > 2 and reader.words[last.stop - 2] in listed("of") and last.estimate.low != 1:
        # "اثنان من مقاتليه وطفل", not "460 من المرضى ومرافقيهم"
        return other.person is not None and other.person.many == 1 and not other.definite
    if other.person is None or other.person.owned:
        return True
    many = last.estimate.low is None or last.estimate.low > 2
    of_more = last.estimate.best is None or not listed("of").isdisjoint(reader.words[last.first : last.stop])
    if other.person.many is None and of_more:
        return False  # "7 من ضباط وأفراد الحرس", "العشرات من القوات ومقاتلين"
    singular = last.person is not None and last.person.many == 1
    return not (many and (singular or other.definite))
