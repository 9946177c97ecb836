"""Who and how many in one stretch: "نحو ستة من عناصر الفصيل", "طفلين", "أحد القياديين", "امرأة وطفليها"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from marsad.annotate.casualties.context import MANY, ONE, is_last
from marsad.annotate.casualties.people import Person, is_thing, looks_like_people, person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import given_names, listed, pairs, parts, with_and
from marsad.arabic.affixes import bare
from marsad.lexicon.role_words import role_words
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.report import Document

__all__ = ["Reader"]

_PARTING = frozenset("،,.؛:\n!؟")
_DASHES = frozenset("-–—")
_LOOSE = ("ال", "و", "ب", "ل", "ان")  # clitics written apart
_COUNTS = ("cardinal", "range", "vague", "dual")

_LONGEST = 8
_LIST = 40


class Reader:
    """Reads phrases of victims from a document and the numbers found in it."""

    __slots__ = ("by_first", "by_stop", "document", "words")

    def __init__(self, document: Document, numbers: tuple[NumberMention, ...]) -> None:
        self.document = document
        self.words = document.words
        self.by_first: Mapping[int, NumberMention] = {number.first: number for number in numbers}
        self.by_stop: Mapping[int, NumberMention] = {number.stop: number for number in numbers}

    def parted(self, index: int) -> bool:
        """Say whether punctuation stands before word `index` (brackets and quotes do not part)."""
        gap = self.document.gap(index)
        return gap != " " and not _PARTING.isdisjoint(gap)

    def dashed(self, index: int) -> bool:
        """Say whether a dash stands before word `index`: "حماة – أصيب مدنيان"."""
        return not _DASHES.isdisjoint(self.document.gap(index))

    def behind_day(self, index: int, stop: int) -> int:
        """Return the word behind the day that word `index` may open: "أمس", "مساء الاثنين"."""
        while index < stop and self.words[index] in listed("weekday", "day", "part-of-day"):
            index += 1
        return index

    def two_of_origin(self, index: int) -> bool:
        """Say whether two are told by where they are from: "سوريين اثنين"."""
        word, following = self.words[index], self.words[index + 1 : index + 2]
        of_origin = word.endswith(("يين", "يان")) and not word.startswith(("ال", "لل")) and looks_like_people(word)
        return of_origin and not listed("two").isdisjoint(following)

    def read(self, index: int, stop: int, *, strict: bool) -> Phrase | None:
        """Read one phrase that starts at word `index`; `strict` asks for a noun for people in it."""
        words = self.words
        while index + 1 < stop and index not in self.by_first:
            if words[index : index + 2] in pairs("below-officer"):
                index += 1
                continue
            if words[index : index + 2] in pairs("each-named"):
                named = self._each_named(index + 2, stop)
                if named is not None:
                    return replace(named, first=index)
                index += 2
            elif (words[index] in with_and("several") and index + 1 in self.by_first) or words[index] in _LOOSE:
                index += 1
            else:
                break
        if index >= stop:
            return None
        number = self.by_first.get(index)
        word = words[index]
        if word in listed("and-one-of") and self._one_of(index):
            found = person(words[index + 1])
            assert found is not None
            return self._phrase(index, index + 2, ONE, found, numbered=True)
        if number is not None and number.kind == "ordinal":
            return self._one_more(number, stop)
        if number is not None and number.kind in _COUNTS:
            return self._numbered(number, stop, strict=strict)
        stem = word[1:] if word[0] in "وبل" else word
        if not listed("one-of").isdisjoint((word, stem)):
            if word.endswith(("هم", "هن", "ها", "هما")):
                return Phrase(index, index + 1, ONE, None, "unknown", numbered=True, definite=False)
            found = person(words[index + 1]) if index + 1 < stop else None
            if found is None or found.many == 1:
                return None
            return self._phrase(index, index + 2, ONE, found, numbered=True)
        if word in with_and("several") and not listed("after-several").isdisjoint(words[index + 1 : index + 2]):
            return Phrase(index, index + 2, MANY, None, "unknown", numbered=True, definite=False, others=True)
        if not listed("other").isdisjoint((word, stem)):
            goes_on = index + 1 < stop and not self.parted(index + 1)
            if stem in listed("last-of") and goes_on and is_last(self.words, index + 1):
                return None  # "القضاء على آخر معاقلهم"
            count = ONE if word.endswith(parts("another-one")) else MANY
            if word.endswith(parts("two-others")):
                count = Estimate.exactly(2)
            return Phrase(index, index + 1, count, None, "unknown", numbered=False, definite=False, others=True)
        found = person(word)
        if found is not None:
            return self._unnumbered(index, stop, found)
        if bare(word) in listed("band") and (many := self._family(index, stop)) is not None:
            return replace(self._bare(many), first=index)  # "القبض على خلية من ستة أشخاص"
        if index + 1 < stop and self.two_of_origin(index):  # "مقتل فلسطينيين اثنين"
            return Phrase(index, index + 2, Estimate.exactly(2), word, "unknown", numbered=True, definite=False)
        if not strict and word.endswith(("يين", "يون")) and looks_like_people(word):
            if word.startswith(("ال", "لل")):
                return None
            return Phrase(index, index + 1, MANY, word, "unknown", numbered=False, definite=False)
        return None

    def _each_named(self, index: int, stop: int) -> Phrase | None:
        """Count the names of "أحمد الحلاق ومحمد الحلاق وعلي النجار"; each opens with a given name."""
        count, at = 0, index
        while at < stop and at - index < _LIST:
            word = self.words[at]
            opens = at == index or self.parted(at) or (word.startswith("و") and word not in given_names())
            named = word in given_names() or (opens and word.removeprefix("و") in given_names())
            if (opens and not named) or (not named and word in listed("stop", "weekday")):
                break
            count += opens
            at += 1
        if count < 2:
            return None
        return Phrase(index, at, Estimate.exactly(count), None, "unknown", numbered=True, definite=False)

    def _one_more(self, number: NumberMention, stop: int) -> Phrase | None:
        """Read "أصيب ثالث": one more of those told before."""
        word = self.words[number.first]
        if (
            word.startswith("ال")
            or number.value == 1
            or (number.stop < stop and person(self.words[number.stop]) is not None)
        ):
            return None
        return Phrase(number.first, number.stop, ONE, None, "unknown", numbered=False, definite=False, others=True)

    def _numbered(self, number: NumberMention, stop: int, *, strict: bool) -> Phrase | None:
        words, index = self.words, number.stop
        estimate = number.estimate
        if number.kind == "dual":
            found = person(words[number.stop - 1])
            end = number.stop
            if end < stop and words[end] in listed("two"):
                end += 1
            if found is not None:
                return self._phrase(number.first, end, estimate, found, numbered=True)
            if number.counted is None or is_thing(number.counted):
                return None
            return replace(self._bare(number, end), head=words[number.stop - 1])
        if words[index : min(index + 3, stop)] in pairs("at-least-of"):
            index += 2  # "8 على الأقل من مسلحي التنظيم"
        part = words[index] if index < stop and not self.parted(index) else ""
        if part in with_and("subset"):
            of_them = part.removeprefix("و").startswith(parts("of"))  # "أحد عشر منهم", but "13 بينهم أربعة أطفال"
            return self._bare(number, index + 1) if of_them else self._bare(number)
        partitive = False
        if index + 1 < stop and words[index] in listed("of", "case"):
            partitive = words[index] in listed("of")
            index += 1
            if words[index] in listed("out-of"):
                index += 1
        if index >= stop or self.parted(number.stop) or words[index] in listed("stop", "weekday"):
            return None if strict else self._bare(number)
        word = words[index]
        if word in listed("other"):
            return replace(self._bare(number, index + 1), others=True)
        found = person(word)
        if found is not None and not found.proclitics.startswith(("و", "ب", "ف")) and word not in listed("august"):
            end = index + 1
            others = end < stop and words[end] in listed("other")
            phrase = self._phrase(number.first, end + others, estimate, found, numbered=True)
            return replace(phrase, others=True) if others else phrase
        if partitive and bare(word) in listed("armed-group"):
            return replace(self._bare(number, index + 1), head=word, kind="armed")
        if partitive and bare(word) in listed("home"):
            return self._bare(number, index + 1)
        if is_thing(word) and not word.startswith("و"):
            whole = words[number.stop - 1].startswith("ال")  # "العشرات الأسبوع الماضي"
            return self._bare(number) if whole and not strict else None
        if looks_like_people(word) or partitive or (word in listed("national") and index == number.stop):
            return replace(self._bare(number, index + 1), head=word)
        return None if strict else self._bare(number)

    def _bare(self, number: NumberMention, stop: int | None = None) -> Phrase:
        end = number.stop if stop is None else stop
        return Phrase(number.first, end, number.estimate, None, "unknown", numbered=True, definite=False)

    def _unnumbered(self, index: int, stop: int, found: Person) -> Phrase:
        after = index + 1
        while after < min(stop, index + 3) and after not in self.by_first and looks_like_people(self.words[after]):
            after += 1
        number = self.by_first.get(after) if after < stop and not self.parted(after) else None
        if number is not None and number.kind == "cardinal" and not self.joins(after) and not self._one_of(after):
            beyond = person(self.words[number.stop]) if number.stop < stop else None
            if (found.many is None and (beyond is None or beyond.proclitics.startswith("و"))) or (
                number.value == found.many
            ):
                return self._phrase(index, number.stop, number.estimate, found, numbered=True)
        if found.many is None and found.proclitics.endswith(("ال", "لل")):
            named = self._each_named(index + 1, stop)  # "مقتل الشبان أحمد الحلاق ومحمد النجار وعلي سالم"
            if named is not None:
                return self._phrase(index, named.stop, named.estimate, found, numbered=True)
        family = self._family(index, stop) if found.entry_id == "people.family" else None
        if family is not None:
            return self._phrase(index, family.stop, family.estimate, found, numbered=True)
        brother = self.words[index].endswith(parts("his-brother"))
        brother = brother and self.document.quote(index, index + 1).endswith("ه")
        man = self.words[index].endswith(parts("man-or-men"))
        man = man and not listed("one-man").isdisjoint(self.words[index + 1 : index + 2])
        many = 1 if brother or man else found.many  # "أخوه", not "إخوة"; in dialect "رجال كبير"
        estimate = MANY if many is None else Estimate.exactly(many)
        return self._phrase(index, index + 1, estimate, found, numbered=found.many == 2)

    def _family(self, index: int, stop: int) -> NumberMention | None:
        """Return the number of "عائلة مؤلفة من 5 أشخاص"."""
        for at in range(index + 1, min(stop, index + 5)):
            if self.words[at] in listed("of"):
                return self.by_first.get(at + 1)
            number = self.by_first.get(at)
            if number is not None and number.stop < stop and self.words[number.stop] in listed("member"):
                return number  # "عائلة كاملة، 25 فرداً"
        return None

    def _phrase(self, first: int, stop: int, estimate: Estimate, found: Person, *, numbered: bool) -> Phrase:
        return Phrase(
            first,
            stop,
            estimate,
            found.noun,
            self._kind(found, stop),
            numbered,
            found.definite,
            entry_id=found.entry_id,
            person=found,
        )

    def _kind(self, found: Person, stop: int) -> str:
        """Return the kind of victims, which the next word may tell: "شابين مدنيين", "عنصر سابق"."""
        following = self.words[stop] if stop < len(self.words) and not self.parted(stop) else ""
        if following in role_words("former"):
            return "civilians"
        if found.kind == "unknown" and following:
            told = person(following)
            if told is not None and told.proclitics in ("", "ال"):
                return told.kind
        return found.kind

    def ends_naming(self, index: int) -> bool:
        """Say whether the naming of victims ends before word `index`: at "في", "بينهم", a number, a lone و."""
        word = self.words[index]
        ends = word == "و" or word in listed("stop", "weekday") or word in with_and("subset")
        ends = ends or (word.startswith("ب") and len(word) > 3 and not looks_like_people(word) and person(word) is None)
        return ends or index in self.by_first

    def people_stop(self, phrase: Phrase, limit: int) -> int:
        """Return where the naming of the victims ends: adjectives and "من قوات الفصيل" belong to it."""
        at = phrase.stop
        end = min(limit, phrase.stop + _LONGEST)
        while at < end:
            word = self.words[at]
            if self.words[at : at + 2] in pairs("at-least"):
                at, end = at + 2, min(limit, end + 2)
                continue
            if self.parted(at) or self.ends_naming(at):
                break
            if word.startswith("و") and len(word) > 3 and (person(word) is not None or not word.startswith("وال")):
                break  # a further victim, or a verb: "وشرد"
            at += 1
        return at

    def joins(self, index: int) -> bool:
        """Say whether word `index` starts with the conjunction و: "وطفليها", not "والدته"."""
        word = self.words[index]
        if not word.startswith("و") or word in listed("counted-one"):
            return False
        if word in listed("and-one-of"):
            number = self.by_first.get(index)
            return self._one_of(index) or (number is not None and number.value != 1)
        if index in self.by_first or word[1:] in listed("other", "one-of"):
            return True
        found = person(word)
        return found is not None and found.proclitics.startswith("و")

    def _one_of(self, index: int) -> bool:
        """Say whether "واحد" is "and one of": "شرطي وأحد المهاجمين"."""
        following = self.words[index + 1] if index + 1 < len(self.words) else ""
        found = person(following)
        return found is not None and found.many is None and found.proclitics == "ال"
