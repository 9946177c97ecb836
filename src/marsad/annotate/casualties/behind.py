"""Who stands behind a verb, over its subject, day and place: "قُتل في القصف طفل", "اغتال مسلحون ناشطاً"."""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.casualties.context import MANY, ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.doers import behind_agent, behind_lone_doer, closing_number, force_hits
from marsad.annotate.casualties.followers import with_chief
from marsad.annotate.casualties.joined import has_own_fate, is_his
from marsad.annotate.casualties.losses import had_fallen
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_someone, no_one, person
from marsad.annotate.casualties.phrase import Phrase, is_generic
from marsad.annotate.casualties.words import given_names, listed, pairs, with_and
from marsad.arabic.affixes import bare

__all__ = ["BehindReader"]

_FELL, _SEIZURE, _TAKEN, _DID_AWAY = "outcomes.fell", "outcomes.seizure", "outcomes.taken", "outcomes.did-away"
_OF_SIDE = (2, 3)
_REACH, _ASIDE, _NAME = 18, 9, 4


class BehindReader:
    """Reads the victims behind verbs in one sentence that starts at word `first`."""

    __slots__ = ("first", "reader", "words")

    def __init__(self, reader: Reader, first: int) -> None:
        self.reader, self.first, self.words = reader, first, reader.words

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

    def aside(self, cue: Cue, limit: int) -> int:
        """Return the word behind what is put in between, 0 where nothing is: "وقتلوا، كما قالوا، ستة"."""
        at = cue.stop
        if at >= limit or self.words[at] not in listed("aside") or not self.reader.parted(at):
            return 0
        return self._aside_end(at, limit)

    def _aside_end(self, at: int, limit: int) -> int:
        """Return the word behind the aside that starts at word `at`, 0 where it runs on."""
        return next((end for end in range(at + 1, min(limit, at + _ASIDE)) if self.reader.parted(end)), 0)

    def read(self, cue: Cue, limit: int) -> Phrase | None:
        """Read the nearest phrase behind a verb: "قُتل أمس في الغارة ثلاثة مدنيين"."""
        if behind := self.aside(cue, limit):
            cue = cue._replace(stop=behind)
        end = min(limit, cue.stop + _REACH)
        if (everybody := self._everybody(cue.stop, end)) is not None:
            return everybody
        if cue.entry_id == _FELL and self._is_of_things(cue, end):
            return None
        if (name := self._named_behind_day(cue, end)) is not None:
            return name
        return self._nearest(cue, end)

    def _nearest(self, cue: Cue, end: int) -> Phrase | None:
        """Read on from a verb to the first people whom it befell; doers and those of a place are passed over."""
        at, preposition = cue.stop, False
        fallback: Phrase | None = None
        while at < end:
            word = self.words[at]
            if word in listed("upon") and cue.entry_id == _SEIZURE and at + 1 < end:
                return self.reader.read(at + 1, end, strict=False)
            if word in listed("company", "with-him") and (his := self._his_company(cue, at, end)) is not None:
                return his
            over = self._over(cue, at, end)
            if over is None:
                fallback = fallback or self._beyond_relative(cue, at, end)
                break
            if over > at:
                at = over
                continue
            preposition = preposition or (cue.people_only and at > cue.stop and self.reader.parted(at))
            if self._is_start(at, cue) and person(word) is None and is_someone(word):
                return Phrase(at, at + 1, ONE, word, "unknown", numbered=False, definite=False)
            phrase = self._phrase(cue, at, end)
            if phrase is not None:
                victims = self._sure(cue, at, phrase, fallback, end, preposition=preposition)
                if victims is not None:
                    return victims
                # behind an active verb the first unnumbered people may be the doers
                further = fallback is None or (at > cue.stop and fallback.first == cue.stop)
                if further and self._may_suffer(cue, at, phrase, preposition=preposition):
                    fallback = phrase
                at = phrase.stop
                while at < end and self.words[at].endswith("ون") and at not in self.reader.by_first:
                    at += 1  # "مسلحون مجهولون"
                continue
            if word in listed("preposition") or (
                len(word) > 3 and word.startswith(("ب", "ل")) and person(word) is None
            ):
                preposition = True
            at += 1
        if fallback is not None and cue.entry_id == _DID_AWAY and self._is_doer(fallback, cue):
            told = self._object_behind(fallback.stop, end)  # "اغتال مسلحون يستقلون سيارة ناشطاً مدنياً"
            return told or _one_unnamed(fallback)  # "اغتال مسلحون": one
        return fallback or closing_number(self.reader, cue, end)

    def _his_company(self, cue: Cue, at: int, end: int) -> Phrase | None:
        """Read those behind "مع" who died with one told by name alone: "قتل محمد العلي برفقة صديقه"."""
        if not cue.stop < at <= cue.stop + _NAME or self.words[at - 1] in listed("stop", "weekday"):
            return None
        if any(person(self.words[index]) is not None or self.reader.parted(index) for index in range(cue.stop, at)):
            return None
        own = self.reader.read(at + 1, end, strict=True)
        if own is None or not is_his(self.reader, own) or has_own_fate(self.reader, own, end):
            return None
        return own

    def _beyond_relative(self, cue: Cue, at: int, end: int) -> Phrase | None:
        """Read those counted behind the day of a relative clause: "قضى في العملية التي وقعت الاثنين 32 شخصاً"."""
        if at == cue.stop or not self.words[at].startswith("ال") or cue.voice == "active":
            return None
        for index in range(at + 1, min(end, at + _ASIDE)):
            if self.reader.parted(index):
                return None
            if index in self.reader.by_first and self.words[index - 1] in listed("weekday", "day"):
                told = self.reader.read(index, end, strict=True)
                return told if told is not None and told.numbered else None
        return None

    def _over(self, cue: Cue, at: int, end: int) -> int | None:
        """Return the word behind what is read over, `at` where that is nothing, None where the verb governs no more."""
        word = self.words[at]
        if word in listed("aside") and word not in listed("until") and self.reader.parted(at):
            return self._aside_end(at, end) or None  # "قُتل في القصف، بحسب مديرية الصحة، ستة"
        if word in listed("ago") and at + 1 in self.reader.by_first:
            ago = self.reader.by_first[at + 1]
            return ago.stop + (ago.kind != "dual")  # "قبل ثلاثة أيام"
        if self._breaks(at, cue):
            return None
        return at + 2 if word in listed("of-whom") else at  # "اعتقلت الشرطة التابعة للجيش مدرساً"

    def _sure(
        self, cue: Cue, at: int, phrase: Phrase, fallback: Phrase | None, end: int, *, preposition: bool
    ) -> Phrase | None:
        """Return the victims that the people at word `at` settle, None where others further on may be those."""
        if (hit := behind_lone_doer(self.reader, cue, phrase, end)) is not None:
            return hit
        if at == cue.stop and phrase.numbered and phrase.kind == "armed" and cue.voice != "passive":
            victim = behind_agent(self.reader, phrase, end)
            if victim is None and cue.entry_id == _DID_AWAY and self.words[at].endswith("ان"):
                victim = _one_unnamed(phrase)  # "اغتال مسلحان قرب الدوار"
            return victim or phrase
        if fallback is not None and fallback.stop == at and self.reader.joins(at):
            return fallback  # "شرطي وأحد المهاجمين"
        if fallback is not None and with_chief(self.reader, fallback, phrase):
            return replace(fallback, stop=phrase.stop, estimate=phrase.estimate.plus(ONE))
        of_them = not listed("of-them").isdisjoint(
            self.words[phrase.stop - 1 : phrase.stop + 1]
        )  # "في الكمين ثمانية منهم"
        of_place = preposition and phrase.head is None and not of_them and not self._of_side(cue, at)
        if (phrase.numbered and not of_place) or phrase.others:
            return phrase
        near = cue.voice == "passive" or (at == cue.stop and phrase.estimate != MANY)
        return phrase if near and self._may_suffer(cue, at, phrase, preposition=preposition) else None

    def _may_suffer(self, cue: Cue, at: int, phrase: Phrase, *, preposition: bool) -> bool:
        """Say whether people may be the victims, and are neither any such nor those of a place: "في حي الفلاحين"."""
        if is_generic(phrase):
            return False
        new = not preposition or (self._ends_place(self.words[at - 1]) and self._is_someone_new(phrase))
        return new and not (preposition and cue.voice == "active")

    def _is_of_things(self, cue: Cue, end: int) -> bool:
        """Say whether a thing fell: "سقطت قذيفة أطلقتها ميليشيات", "سقط صاروخان روسيان", "كان صاروخ قد سقط"."""
        at = cue.stop
        if at >= end:
            return had_fallen(self.words, self.first, cue)
        number, word = self.reader.by_first.get(at), self.words[at]
        two = number is not None and number.kind == "dual" and word.endswith("ان")
        thing = no_one(word[:-2]) or no_one(word[:-3] + "ه") if two else number is None and no_one(word)
        return thing or had_fallen(self.words, self.first, cue)

    def _everybody(self, at: int, end: int) -> Phrase | None:
        """Read those who are told as all at word `at`: "قُتل كل من أحمد الحلاق ومحمد النجار", "وقُتل من كان فيه"."""
        if at >= end:
            return None
        word, following = self.words[at], self.words[at + 1] if at + 1 < end else ""
        if (word, following) in pairs("each-of") and not self.reader.parted(at):
            named = self.reader.read(at, end, strict=True)
            if named is not None:
                return named
        if word in listed("all") and not self.reader.parted(at):
            return Phrase(at, at + 1, MANY, None, "unknown", numbered=False, definite=True)
        if word in listed("of") and following in listed("whoever"):
            return Phrase(at, at + 2, MANY, None, "unknown", numbered=False, definite=True)
        return None

    def _of_side(self, cue: Cue, at: int) -> bool:
        """Say whether word `at` counts those of a side behind the verb: "سقط من اللواء ثلاثة"."""
        return self.words[cue.stop] in listed("of") and at - cue.stop in _OF_SIDE and at in self.reader.by_first

    def _named_behind_day(self, cue: Cue, end: int) -> Phrase | None:
        """Read one who was taken by name, right behind the verb or its day: "اعتقلت الاثنين الماضي بسام الحلاق"."""
        if cue.outcome not in ("detained", "abducted") or cue.entry_id in (_TAKEN, _SEIZURE):
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
        if self.words[at : at + 2] in pairs("break"):
            return True
        return word in listed("break") or (at > cue.stop and word in with_and("subset"))

    def _closes(self, cue: Cue, at: int) -> bool:
        """Say whether a clause ends before word `at`."""
        word = self.words[at]
        return (
            self.reader.parted(at)
            or word in listed("charge", "captive")
            or (self.words[cue.stop] in listed("of") and word.startswith("و"))
        )

    def _phrase(self, cue: Cue, at: int, end: int) -> Phrase | None:
        """Read a phrase of victims at word `at` of the stretch behind a verb."""
        word = self.words[at]
        named = person(word) is not None or word in listed("one-of", "several") or bare(word) in listed("band")
        named = named or (at <= cue.stop + _NAME and self.reader.two_of_origin(at))
        if at not in self.reader.by_first and not named and not (at == cue.stop and word in listed("other")):
            return None
        of_force = force_hits(self.reader, cue, at, end)
        near = of_force or at <= cue.stop + 1 or self._of_side(cue, at)
        of_them = at == cue.stop + 1 and self.words[cue.stop] in listed("of-them")  # "سقط منهم سبعة ليلة أمس"
        if word in listed("one-of") and at > cue.stop + 4:
            return None
        alone = word in listed("one") and listed("of").isdisjoint(self.words[at + 1 : at + 2])
        if cue.entry_id == _TAKEN and near and alone:
            return Phrase(at, at + 1, ONE, None, "unknown", numbered=True, definite=False)  # "مسكت واحد عايش"
        number = self.reader.by_first.get(at)
        closes = (
            near
            and number is not None
            and (of_force or of_them or number.stop >= end or self._closes(cue, number.stop))
        )
        # a bare number counts people right behind a verb of persons, or at the end of a clause: "وأسرت ثلاثة"
        of_these = number is not None and not listed("of-them").isdisjoint(self.words[number.stop : number.stop + 1])
        phrase = self.reader.read(at, end, strict=not (closes or of_these) and (cue.people_only or not near))
        if cue.entry_id == _TAKEN and not _is_taken(phrase, near=near, subject=at <= cue.stop + 3):
            return None  # "سحب ألفين من القوات"
        if phrase is not None and phrase.others and phrase.head is None and not phrase.numbered and not near:
            return None
        return phrase


def _one_unnamed(doers: Phrase) -> Phrase:
    """Return the one whom doers killed and nobody names: "اغتال مسلحون"."""
    return replace(doers, estimate=ONE, kind="unknown", head=None)


def _is_taken(phrase: Phrase | None, *, near: bool, subject: bool) -> bool:
    """Say whether people are taken, and no troops withdrawn; behind who takes them only those counted are read."""
    if phrase is None or phrase.person is None:
        return phrase is not None and near and phrase.numbered and (phrase.head or "").endswith(("ين", "ون"))
    return near or (subject and phrase.numbered and phrase.kind != "armed")
