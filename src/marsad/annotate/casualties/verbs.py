"""Who stands around an outcome verb: the victims before it, or behind it over subject, day and place."""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.casualties.context import MANY, ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.doers import behind_agent, behind_lone_doer, suffers
from marsad.annotate.casualties.followers import with_chief
from marsad.annotate.casualties.joined import together
from marsad.annotate.casualties.losses import had_fallen
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_someone, no_one, opens_name, person
from marsad.annotate.casualties.phrase import Phrase, is_generic
from marsad.annotate.casualties.words import given_names, listed, with_and
from marsad.arabic.affixes import bare
from marsad.model.quantity import Estimate

__all__ = ["VerbReader", "is_plural"]

_BESIDE = ("الي", "جانب")
_OF_SIDE = (2, 3)
_LEFT_REACH, _RIGHT_REACH, _FOUND_REACH, _ASIDE, _NAME, _LONG = 14, 18, 8, 9, 4, 8


class VerbReader:
    """Reads the victims of verbs in one sentence that starts at word `first`."""

    __slots__ = ("first", "reader", "words")

    def __init__(self, reader: Reader, first: int) -> None:
        self.reader, self.first, self.words = reader, first, reader.words

    def has_subject(self, cue: Cue, before: int) -> bool:
        """Say whether the word ahead of a verb is its subject: "إن فلسطينياً قُتل وأصيب آخرون"."""
        if cue.first == before or cue.proclitics.startswith(("و", "ف")) or self.reader.parted(cue.first):
            return False
        ahead = self.words[cue.first - 1]
        return ahead not in listed("stop", "weekday") and not ahead.endswith(("ما", "ثم"))

    def has_object(self, cue: Cue, limit: int) -> bool:
        """Say whether those before a verb do it to those behind it: "ملثمون يقتلون شاباً", "مسلحون خطفوا أمس شاباً"."""
        at = cue.stop if cue.present else self.reader.behind_day(cue.stop, limit)
        if at >= limit or any(self.reader.parted(between) for between in range(cue.stop, at + 1)):
            return False
        victim = self.reader.read(at, limit, strict=True)
        if victim is None or victim.others or not (victim.numbered or victim.is_somebody):
            return False
        behind = self.words[victim.stop - 1 : victim.stop + 1]
        return cue.present or (victim.person is not None and with_and("subset").isdisjoint(behind))

    def left(self, cue: Cue, before: int, *, plural: bool, others: bool = False) -> Phrase | None:
        """Read the phrase that ends right before a verb: "36 مدنياً قتلوا", "طفلة ووالدتها قُتلتا".

        With `others`, what stands right behind word `before` has another fate already: "أصيب خمسة بينهم طفلان توفيا".
        """
        at = cue.first
        if self.reader.dashed(at):
            return None  # "حماة – أصيب مدنيان"
        dual = self.words[cue.stop - 1].endswith("ا") and not self.words[cue.stop - 1].endswith("وا")
        if dual and at > before and self.words[at - 1].endswith("يين") and at - 1 not in self.reader.by_stop:
            return Phrase(at - 1, at, Estimate.exactly(2), self.words[at - 1], "unknown", numbered=True, definite=False)
        some, taken = False, before
        for start in range(max(before, at - _LEFT_REACH), at):
            number = self.reader.by_first.get(start)
            if number is None and person(self.words[start]) is None:
                continue
            if start > self.first and self.words[start - 1] in with_and("subset") and not some:
                alone = None if plural else self.reader.read(start, at, strict=True)
                if alone is not None and alone.is_somebody and alone.stop == at and cue.outcome == "killed":
                    return alone  # "إصابات بينها امرأة فقدت حياتها"
                continue
            if start - 2 >= before and self.words[start - 1] == "من" and number is None:
                of = person(self.words[start - 2])
                if of is not None and of.many == 1:
                    continue  # "شيخ من وجهاء العشيرة قد لقي مصرعه": one
            phrase = self.reader.read(start, at, strict=not (plural and number is not None))
            if phrase is None or (phrase.definite and not phrase.numbered and not self._is_the_one(cue, phrase)):
                continue
            partitive = self.words[phrase.stop : phrase.stop + 1] == ("من",) or (
                number is not None and number.kind == "vague"
            )
            bare = phrase.head is None and not partitive
            end, last = phrase.stop if bare else self.reader.people_stop(phrase, at), phrase
            for other in together(self.reader, phrase, at):
                end, last = self.reader.people_stop(other, at), other
            rest = self.words[max(end, last.stop) : at]
            if plural and any(word in with_and("subset") or word in listed("one-of-them") for word in rest[:2]):
                if (cue.outcome == "detained" and not self._opens(start)) or (others and start <= taken):
                    # "خرج 30 ألف شخص، بينهم 200 مقاتل استسلموا", "أصيب خمسة بينهم طفلان توفيا": these alone
                    some, taken = True, phrase.stop
                    continue
                return phrase
            if plural and phrase.numbered and phrase.head is not None:
                # "عشرون شاباً من أهالي القرية في الجبل قُتلوا"
                opening = self._opens(start) and at - phrase.stop <= _LONG and suffers(self.reader, cue)
                if opening or self._runs_on(phrase.stop, at):
                    return phrase
            had = self.words[at - 1] in ("كان", "كانت")  # "شاباً من أهالي البلدة كان خُطف"
            far = end - phrase.stop > (_NAME if had else 2) or self.words[start].endswith("ون")  # "ناشطون لشاب قضى"
            if not plural and not phrase.numbered and far:
                continue
            if all(word in listed("link") or (word.startswith("و") and person(word)) for word in rest):
                return phrase
        if at > before and is_someone(self.words[at - 1]) and self.words[at - 1].endswith("يا"):
            return Phrase(at - 1, at, ONE, self.words[at - 1], "unknown", numbered=True, definite=False)
        return None

    def found_dead(self, cue: Cue, start: int) -> Phrase | None:
        """Read who was found dead: "ثلاثة شبان وُجدوا مقتولين", "عُثر على 14 منهم مقتولين"."""
        if self.words[cue.first - 1] in with_and("found"):
            return self.left(cue._replace(first=cue.first - 1), start, plural=True)
        for at in range(cue.first - 1, max(start, cue.first - _FOUND_REACH), -1):
            if at in self.reader.by_first:
                found = not with_and("found").isdisjoint(self.words[max(start, at - _FOUND_REACH) : at])
                return self.reader.read(at, cue.first, strict=False) if found else None
        return None

    def _is_the_one(self, cue: Cue, phrase: Phrase) -> bool:
        """Say whether a known person before the verb died: "المهاجم قُتل", "المسعف محمد استشهد"."""
        one = phrase.person
        if one is None or one.many != 1 or one.owned or cue.outcome != "killed" or is_plural(self.words[cue.stop - 1]):
            return False
        return suffers(self.reader, cue) and not cue.people_only and cue.first - phrase.stop <= 1

    def _opens(self, at: int) -> bool:
        """Say whether a sentence or clause opens at word `at`."""
        return at == self.first or self.reader.parted(at) or self.words[at - 1] in ("ان", "وان")

    def _runs_on(self, first: int, stop: int) -> bool:
        """Say whether a long name of the victims' side reaches up to the verb, with nothing to end it."""
        ends = listed("stop", "weekday") | with_and("subset")
        first += 2 * (self.words[first : first + 2] == ("علي", "الاقل"))
        return all(self.words[at] not in ends and not self.reader.parted(at) for at in range(first, stop))

    def aside(self, cue: Cue, limit: int) -> int:
        """Return the word behind what is put in between, 0 where nothing is: "وقتلوا، كما قالوا، ستة"."""
        at = cue.stop
        if at >= limit or self.words[at] not in listed("aside") or not self.reader.parted(at):
            return 0
        return self._aside_end(at, limit)

    def _aside_end(self, at: int, limit: int) -> int:
        """Return the word behind the aside that starts at word `at`, 0 where it runs on."""
        return next((end for end in range(at + 1, min(limit, at + _ASIDE)) if self.reader.parted(end)), 0)

    def right(self, cue: Cue, limit: int) -> Phrase | None:
        """Read the nearest phrase behind a verb, over its subject, day and place."""
        if behind := self.aside(cue, limit):
            cue = cue._replace(stop=behind)
        end, at = min(limit, cue.stop + _RIGHT_REACH), cue.stop
        preposition = False
        fallback: Phrase | None = None
        if (everybody := self._everybody(at, end)) is not None:
            return everybody
        if cue.entry_id == "outcomes.fell" and at < end and at not in self.reader.by_first and no_one(self.words[at]):
            return None  # "سقطت قذيفة أطلقتها ميليشيات", "سقط أحدها داخل البلدة"
        if cue.entry_id == "outcomes.fell" and had_fallen(self.words, self.first, cue):
            return None  # "وكان صاروخ قد سقط قرب السجن"
        if (name := self._named_behind_day(cue, end)) is not None:
            return name
        while at < end:
            word = self.words[at]
            if word in listed("aside") and word != "حتي" and self.reader.parted(at):
                behind = self._aside_end(at, end)
                if not behind:
                    break
                at = behind  # "قُتل في القصف، بحسب مديرية الصحة، ستة"
                continue
            if word in listed("ago") and at + 1 in self.reader.by_first:
                ago = self.reader.by_first[at + 1]
                at = ago.stop + (ago.kind != "dual")  # "قبل ثلاثة أيام"
                continue
            if word == "علي" and cue.entry_id == "outcomes.seizure" and at + 1 < end:
                return self.reader.read(at + 1, end, strict=False)
            if self._breaks(at, cue):
                break
            if word in listed("of-whom"):
                at += 2  # "اعتقلت الشرطة التابعة للجيش مدرساً"
                continue
            preposition = preposition or (cue.people_only and at > cue.stop and self.reader.parted(at))
            if self._is_start(at, cue) and person(word) is None and is_someone(word):
                return Phrase(at, at + 1, ONE, word, "unknown", numbered=False, definite=False)
            phrase = self._phrase(cue, at, end)
            if phrase is not None and (hit := behind_lone_doer(self.reader, cue, phrase, end)) is not None:
                return hit
            if phrase is not None:
                if at == cue.stop and phrase.numbered and phrase.kind == "armed" and cue.voice != "passive":
                    victim = behind_agent(self.reader, phrase, end)
                    if victim is None and cue.entry_id == "outcomes.did-away" and self.words[at].endswith("ان"):
                        victim = replace(phrase, estimate=ONE, kind="unknown", head=None)  # "اغتال مسلحان قرب الدوار"
                    return victim or phrase
                if fallback is not None and fallback.stop == at and self.reader.joins(at):
                    return fallback  # "شرطي وأحد المهاجمين"
                if fallback is not None and with_chief(self.reader, fallback, phrase):
                    return replace(fallback, stop=phrase.stop, estimate=phrase.estimate.plus(ONE))
                of_side = self._of_side(cue, at)
                if (phrase.numbered and not (preposition and phrase.head is None and not of_side)) or phrase.others:
                    return phrase
                ends = preposition and self._ends_place(self.words[at - 1]) and self._is_someone_new(phrase)
                if (not preposition or (ends and cue.voice != "active")) and not is_generic(phrase):
                    if cue.voice == "passive" or (at == cue.stop and phrase.estimate != MANY):
                        return phrase
                    # behind an active verb the first unnumbered people may be the doers
                    if fallback is None or (at > cue.stop and fallback.first == cue.stop):
                        fallback = phrase
                at = phrase.stop
                while at < end and self.words[at].endswith("ون") and at not in self.reader.by_first:
                    at += 1  # "مسلحون مجهولون"
                continue
            if word in listed("preposition") or (len(word) > 3 and word[0] in "بل" and person(word) is None):
                preposition = True
            at += 1
        if fallback is not None and cue.entry_id == "outcomes.did-away" and self._is_doer(fallback, cue):
            told = self._object_behind(fallback.stop, end)  # "اغتال مسلحون يستقلون سيارة ناشطاً مدنياً"
            return told or replace(fallback, estimate=ONE, kind="unknown", head=None)  # "اغتال مسلحون": one
        return fallback

    def _everybody(self, at: int, end: int) -> Phrase | None:
        """Read those who are told as all at word `at`: "قُتل كل من أحمد الحلاق ومحمد النجار", "وقُتل من كان فيه"."""
        if at >= end:
            return None
        word, following = self.words[at], self.words[at + 1] if at + 1 < end else ""
        if word == "كل" and following == "من" and not self.reader.parted(at):
            named = self.reader.read(at, end, strict=True)
            if named is not None:
                return named
        if word in listed("all") and not self.reader.parted(at):
            return Phrase(at, at + 1, MANY, None, "unknown", numbered=False, definite=True)
        if word == "من" and following in listed("whoever"):
            return Phrase(at, at + 2, MANY, None, "unknown", numbered=False, definite=True)
        return None

    def _of_side(self, cue: Cue, at: int) -> bool:
        """Say whether word `at` counts those of a side behind the verb: "سقط من اللواء ثلاثة"."""
        return self.words[cue.stop] == "من" and at - cue.stop in _OF_SIDE and at in self.reader.by_first

    def _named_behind_day(self, cue: Cue, end: int) -> Phrase | None:
        """Read one who was taken by name, right behind the verb or its day: "اعتقلت الاثنين الماضي بسام الحلاق"."""
        if cue.outcome not in ("detained", "abducted") or cue.entry_id in ("outcomes.taken", "outcomes.seizure"):
            return None  # "القبض أمس على أربعة" holds no علي
        at = self.reader.behind_day(cue.stop, end)
        if at + 1 >= end or self.words[at] not in given_names() or at in self.reader.by_first:
            return None
        return Phrase(at, at + 1, ONE, None, "unknown", numbered=True, definite=False)

    def _is_doer(self, phrase: Phrase, cue: Cue) -> bool:
        """Say whether unnumbered gunmen behind a verb in the singular do the killing."""
        plural = self.words[cue.stop - 1].endswith("وا")
        return phrase.first == cue.stop and phrase.kind == "armed" and phrase.estimate == MANY and not plural

    def _object_behind(self, at: int, end: int) -> Phrase | None:
        """Return one person in the accusative, told behind what the doers rode or wore."""
        for index in range(at, end):
            if self.reader.parted(index):
                return None
            found = person(self.words[index])
            if found is not None and found.many == 1 and found.proclitics == "" and self.words[index].endswith("ا"):
                return self.reader.read(index, end, strict=True)
        return None

    def _ends_place(self, word: str) -> bool:
        """Say whether a word closes what stands behind a preposition: "في القصف نفسه", "متأثراً بجراحه", "أمس"."""
        return word.startswith("ال") or word in listed("closes-place")

    def _is_someone_new(self, phrase: Phrase) -> bool:
        """Say whether a phrase brings in one person: "قُتل في القصف طفل"."""
        one = phrase.person
        return one is not None and one.many == 1 and one.proclitics == "" and not one.owned

    def _is_start(self, at: int, cue: Cue) -> bool:
        """Say whether word `at` stands right behind a verb that may be passive, and opens no number."""
        return at == cue.stop and cue.voice != "active" and at not in self.reader.by_first

    def _breaks(self, at: int, cue: Cue) -> bool:
        """Say whether what stands at `at` can no longer be governed by the verb."""
        word = self.words[at]
        if word == "بعد" and self.words[at + 1 : at + 2] == ("ان",):
            return True
        return word in listed("break") or (at > cue.stop and word in with_and("subset"))

    def _closes(self, cue: Cue, at: int) -> bool:
        """Say whether a clause ends before word `at`."""
        word = self.words[at]
        return (
            self.reader.parted(at)
            or word in listed("charge", "captive")
            or (self.words[cue.stop] == "من" and word.startswith("و"))
        )

    def chief(self, cue: Cue, phrase: Phrase) -> bool:
        """Say whether somebody unlisted died with his own men: "قتلوا آمر فوج وثلاثة من مرافقيه", "قُتل مع زوجته"."""
        words, first = self.words, phrase.first
        if suffers(self.reader, cue) and cue.stop < first <= cue.stop + _NAME and self._names_one(cue.stop, first):
            return True
        if phrase.others and phrase.numbered and first - 1 == cue.stop and words[first - 1] in ("مع", "برفقه"):
            return suffers(self.reader, cue) or first - 2 > self.first  # "إن القائد قُتل مع 13 آخرين"
        if words[first - 2 : first] == _BESIDE and phrase.numbered and cue.stop < first - 2 <= cue.stop + _NAME:
            # "قتل الصماد إلى جانب عشرين قيادياً": one more, told by name
            return words[cue.stop] not in listed("stop", "weekday") and not any(
                at in self.reader.by_first or words[at] in listed("stop", "weekday") or self.reader.parted(at)
                for at in range(cue.stop + 1, first - 2)
            )
        own = phrase.is_kin or any(_is_own(word) for word in words[phrase.first + 1 : phrase.stop])
        if not own or first < cue.stop or any(self.reader.parted(at) for at in range(cue.stop + 1, first + 1)):
            return False
        if words[first - 1] in listed("company", "with-him"):
            return first - 1 == cue.stop or person(words[cue.stop]) is None
        return first > cue.stop and words[first].startswith("و") and self.reader.joins(first)

    def _names_one(self, at: int, stop: int) -> bool:
        """Say whether only the name or office of one stands before further victims: "قُتل أبو عمر وثلاثة عناصر"."""
        words = self.words
        if not (words[at] in listed("name-opening") or opens_name(words[at])) or not self.reader.joins(stop):
            return False
        ends = listed("stop", "weekday") | with_and("subset")
        return all(words[index] not in ends and person(words[index]) is None for index in range(at, stop)) and not any(
            self.reader.parted(index) for index in range(at, stop + 1)
        )

    def _phrase(self, cue: Cue, at: int, end: int) -> Phrase | None:
        """Read a phrase of victims at word `at` of the stretch behind a verb."""
        word = self.words[at]
        named = person(word) is not None or word in listed("one-of", "several") or bare(word) in listed("band")
        named = named or (at <= cue.stop + _NAME and self.reader.two_of_origin(at))
        if at not in self.reader.by_first and not named and not (at == cue.stop and word in listed("other")):
            return None
        near = at <= cue.stop + 1 or self._of_side(cue, at)
        of_them = at == cue.stop + 1 and self.words[cue.stop] in listed("of-them")  # "سقط منهم سبعة ليلة أمس"
        if word in listed("one-of") and at > cue.stop + 4:
            return None
        if cue.entry_id == "outcomes.taken" and word == "واحد" and near and self.words[at + 1 : at + 2] != ("من",):
            return Phrase(at, at + 1, ONE, None, "unknown", numbered=True, definite=False)  # "مسكت واحد عايش"
        number = self.reader.by_first.get(at)
        closes = near and number is not None and (of_them or number.stop >= end or self._closes(cue, number.stop))
        # a bare number counts people right behind a verb of persons, or at the end of a clause: "وأسرت ثلاثة"
        phrase = self.reader.read(at, end, strict=not closes and (cue.people_only or not near))
        if cue.entry_id == "outcomes.taken" and not _is_taken(phrase, near=near, subject=at <= cue.stop + 3):
            return None  # "سحب ألفين من القوات"
        if phrase is not None and phrase.others and phrase.head is None and not phrase.numbered and not near:
            return None
        return phrase

    def told_before(self, cue: Cue, stop: int) -> bool:
        """Say whether a death tells of one named before: "على شاب فقُتل على الفور", "المسعف محمد استشهد"."""
        words = self.words
        word = words[cue.stop - 1]
        if is_plural(word) or cue.stop - cue.first > 1 or cue.voice == "active":
            return False
        if self._named_later(cue, stop):
            return True
        behind = words[cue.stop] if cue.stop < stop else ""
        next_word = words[cue.stop + 1] if cue.stop + 1 < stop else ""
        if behind in listed("sudden") or (behind in ("علي", "في") and next_word in listed("sudden")):
            return True
        if cue.entry_id == "outcomes.killed" and "ُ" not in self.reader.document.quote(cue.first, cue.first + 1):
            return False
        if cue.stop < stop and not self.reader.parted(cue.stop) and opens_name(behind) and not cue.people_only:
            return True  # "استشهد كمال العلي برصاص مستوطن"
        marked = cue.voice == "passive" or "ُ" in self.reader.document.quote(cue.first, cue.first + 1)
        closed = cue.stop >= stop or self.reader.parted(cue.stop) or behind in listed("cause", "course")
        return marked and closed and cue.proclitics.startswith(("ف", "و"))

    def _named_later(self, cue: Cue, stop: int) -> bool:
        """Say whether a name stands behind a death and its day: "استشهد اليوم ياسر الحلبي", "استشهد أبو ياسر"."""
        at = self.reader.behind_day(cue.stop, stop)
        if at + 1 >= stop or any(self.reader.parted(between) for between in range(cue.stop, at + 1)):
            return False
        word = self.words[at]
        passive = cue.voice == "passive" and not cue.people_only
        return passive and (word in ("ابو", "ام") or (at > cue.stop and word in given_names()))


def _is_taken(phrase: Phrase | None, *, near: bool, subject: bool) -> bool:
    """Say whether people are taken, and no troops withdrawn; behind who takes them only those counted are read."""
    if phrase is None or phrase.person is None:
        return phrase is not None and near and phrase.numbered and (phrase.head or "").endswith(("ين", "ون"))
    return near or (subject and phrase.numbered and phrase.kind != "armed")


def _is_own(word: str) -> bool:
    """Say whether a noun has an owner: "مرافقيه"."""
    found = person(word)
    return found is not None and found.owned


def is_plural(word: str) -> bool:
    """Say whether a verb form has several doers, so that they stand before it: "قتلوا", "قُتلتا", "أوقفن"."""
    many = word.endswith(("وا", "تا", "ون")) or (word.endswith("ا") and len(word) > 3)
    return many or (word.endswith("ن") and len(word) > 3 and word.lstrip("وف") not in listed("own-nun"))
