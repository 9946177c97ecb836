"""Who and how many in one stretch: "نحو ستة من عناصر الفصيل", "طفلين", "أحد القياديين", "امرأة وطفليها"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from marsad.annotate.casualties.people import Person, is_thing, looks_like_people, person
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.report import Document

__all__ = ["OTHERS", "STOPS", "Phrase", "Reader"]

OTHERS = frozenset(("اخر", "اخري", "اخران", "اخرين", "اخرون", "اخريات", "اخرا", "الاخر", "الاخرين", "الاخرون", "غيرهم"))
_ONE_OF = frozenset(("احد", "احدي"))
_CIVIL = frozenset(("civilians", "children", "women", "unknown"))
_MANY = Estimate(2, None, None)

STOPS = frozenset(
    "في فيه فيها جراء اثر نتيجه بسبب بعد قبل خلال اثناء عندما حين علي الي عن قرب امس اليوم غدا مساء صباح فجر ليل ظهر عصر "
    "برصاص بقصف بنيران بهجوم بغاره بغارات بانفجار بعبوه بطلق بعمليه بجروح بهجمات بجراح بعد بينهم بينهن منهم كما فيما حيث "
    "الذي التي الذين اللذين ممن ان وان مع ضمن داخل وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي ريف بريف بمدينه ببلده بقريه "
    "بحي بين ذلك وذلك لكن بل او و منذ حتي عند لدي عبر ضد هذا هذه وفق وفقا بحسب حسب كانوا كان كانت تم حتفهم حتفه مصرعهم "
    "مصرعه قد وقد لم لا لن ما برصاصه بقذيفه بقذائف بصاروخ بتفجير بلغم بكمين باشتباكات بمواجهات علما فضلا بالاضافه اضافه".split()
)
"""Folded words that end the naming of victims."""

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """Victims in words `first` to `stop`; `head` is the folded noun, None for a bare number."""

    first: int
    stop: int
    estimate: Estimate
    head: str | None
    kind: str
    numbered: bool
    definite: bool
    others: bool = False
    entry_id: str | None = None
    person: Person | None = None


class Reader:
    """Reads phrases of victims from a document and the numbers found in it."""

    __slots__ = ("by_first", "by_stop", "document", "inside", "words")

    def __init__(self, document: Document, numbers: tuple[NumberMention, ...]) -> None:
        self.document = document
        self.words = document.words
        self.by_first: Mapping[int, NumberMention] = {number.first: number for number in numbers}
        self.by_stop: Mapping[int, NumberMention] = {number.stop: number for number in numbers}

    def read(self, index: int, stop: int, *, strict: bool) -> Phrase | None:
        """Read one phrase that starts at word `index`; `strict` asks for a noun for people in it."""
        words = self.words
        while (
            index < stop and words[index] in ("كل", "كلا", "كلا", "عدد", "ال", "و", "ب", "ل", "من") and index + 1 < stop
        ):
            if words[index] == "من" and words[index - 1] not in ("كل", "كلا", "عدد"):
                break
            if words[index] == "عدد" and index not in self.by_first and index + 1 not in self.by_first:
                break
            if index in self.by_first:
                break
            index += 1
        if index >= stop:
            return None
        number = self.by_first.get(index)
        if number is not None and number.kind in ("cardinal", "range", "vague", "dual"):
            return self._numbered(number, stop, strict=strict)
        word = words[index]
        if word in _ONE_OF or (word[0] in "وبل" and word[1:] in _ONE_OF):
            found = person(words[index + 1]) if index + 1 < stop else None
            if found is None or found.count is not None:
                return None
            return self._phrase(index, index + 2, Estimate.exactly(1), found, numbered=True)
        if word in OTHERS or (word[0] == "و" and word[1:] in OTHERS):
            count = Estimate.exactly(1) if word.endswith(("خر", "خري", "خرا")) else _MANY
            if word.endswith("خران"):
                count = Estimate.exactly(2)
            return Phrase(index, index + 1, count, None, "unknown", numbered=False, definite=False, others=True)
        found = person(word)
        if found is None:
            return None
        return self._unnumbered(index, stop, found)

    def _numbered(self, number: NumberMention, stop: int, *, strict: bool) -> Phrase | None:
        words, index = self.words, number.stop
        estimate = number.estimate
        if number.kind == "dual":
            found = person(words[number.stop - 1])
            if found is None:
                return None
            end = number.stop
            if end < stop and words[end] in ("اثنين", "اثنان", "اثنتين", "اثنتان"):
                end += 1
            return self._phrase(number.first, end, estimate, found, numbered=True)
        if index < stop and words[index] in ("من", "حاله", "حالات") and index + 1 < stop:
            index += 1
            if words[index] in ("بين", "اصل"):
                index += 1
        if index >= stop or self._parted(number.stop) or words[index] in STOPS:
            return None if strict else self._bare(number)
        word = words[index]
        if word in OTHERS:
            return replace(self._bare(number, index + 1), others=True)
        found = person(word)
        if found is not None and not found.proclitics.startswith(("و", "ب", "ف")):
            end = index + 1
            if end < stop and words[end] in OTHERS:
                return replace(self._phrase(number.first, end + 1, estimate, found, numbered=True), others=True)
            return self._phrase(number.first, end, estimate, found, numbered=True)
        if is_thing(word) and not word.startswith("و"):
            return None
        if looks_like_people(word):
            bare = self._bare(number, index + 1)
            return replace(bare, head=word)
        return None if strict else self._bare(number)

    def _bare(self, number: NumberMention, stop: int | None = None) -> Phrase:
        end = number.stop if stop is None else stop
        return Phrase(number.first, end, number.estimate, None, "unknown", numbered=True, definite=False)

    def _unnumbered(self, index: int, stop: int, found: Person) -> Phrase:
        after = index + 1
        while (
            after < stop and after <= index + 2 and after not in self.by_first and looks_like_people(self.words[after])
        ):
            after += 1
        number = self.by_first.get(after) if after < stop and not self._parted(after) else None
        if (
            number is not None
            and number.kind == "cardinal"
            and found.count != 1
            and not self.words[after].startswith("و")
        ):
            beyond = self.words[number.stop] if number.stop < stop else ""
            if not (beyond and person(beyond) and not beyond.startswith("و")):
                return self._phrase(index, number.stop, number.estimate, found, numbered=True)
        if found.count is None:
            estimate = _MANY
        else:
            estimate = Estimate.exactly(found.count)
            if number is not None and number.value == found.count:
                return self._phrase(index, number.stop, number.estimate, found, numbered=True)
        return self._phrase(index, index + 1, estimate, found, numbered=found.count == 2)

    def _phrase(self, first: int, stop: int, estimate: Estimate, found: Person, *, numbered: bool) -> Phrase:
        return Phrase(
            first, stop, estimate, found.noun, found.kind, numbered, found.definite, False, found.entry_id, found
        )

    def _parted(self, index: int) -> bool:
        """Say whether punctuation stands before word `index` (brackets and quotes around a number do not part)."""
        return any(mark in self.document.gap(index) for mark in "،,.؛:\n!؟")

    def people_stop(self, phrase: Phrase, limit: int) -> int:
        """Return where the naming of the victims ends: adjectives and "من قوات الفصيل" belong to it."""
        at = phrase.stop
        end = min(limit, phrase.first + _LONGEST + (phrase.stop - phrase.first))
        while at < end:
            word = self.words[at]
            if word in STOPS or self._parted(at) or at in self.by_first:
                break
            if word.startswith("و") and len(word) > 3 and person(word) is not None:
                break
            at += 1
        return at

    def together(self, first: Phrase, limit: int) -> list[Phrase]:
        """Return the phrases joined to `first` by و: "مقتل امرأة وطفليها و3 رجال"."""
        joined: list[Phrase] = []
        at, last = first.stop, first
        while at < limit and at - last.stop <= 5:
            word = self.words[at]
            if at > last.stop and (word in STOPS and word != "و") or word in ("بينهم", "منهم"):
                break
            if word.startswith("و") and (at > last.first):
                begin = at
                if word == "و" and at + 1 < limit:
                    begin = at + 1
                nxt = self.read(begin, limit, strict=word != "و" and begin not in self.by_first)
                if nxt is not None and nxt.first <= begin:
                    joined.append(nxt)
                    last, at = nxt, nxt.stop
                    continue
                if at > last.stop or self._parted(at):
                    break
            at += 1
        return joined


def same_side(left: str, right: str) -> bool:
    """Say whether two kinds of victims can be one count: women and children are civilians, "رجل" may be."""
    return left == right or {left, right} <= _CIVIL
