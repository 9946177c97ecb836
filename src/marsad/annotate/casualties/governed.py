"""Which people an outcome word governs: behind a noun ("مقتل ستة"), around a verb, as a noun of its own."""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.casualties.ahead import AheadReader, is_plural
from marsad.annotate.casualties.behind import BehindReader
from marsad.annotate.casualties.context import MANY, ONE, both_of, denied, is_total, may_be_name, owner
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.doers import behind_doers, behind_force
from marsad.annotate.casualties.followers import (
    joint_kind,
    names_a_death,
    other_side,
    their_number,
    with_followers,
)
from marsad.annotate.casualties.found import Found, without_repeats
from marsad.annotate.casualties.joined import beyond_apposition, together, with_his
from marsad.annotate.casualties.losses import LEAVING, dies_of_wounds, fell_captive, gives_up, leaves_dead, needs_death
from marsad.annotate.casualties.named import adds_one, told_before
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_someone, person
from marsad.annotate.casualties.phrase import Phrase, is_generic, same_side
from marsad.annotate.casualties.subsets import with_subsets
from marsad.annotate.casualties.victims import FOUND_KILLED, VictimReader, Victims
from marsad.annotate.casualties.words import given_names, listed, pairs, parts, with_and
from marsad.model.quantity import Estimate

__all__ = ["Governor"]

_HARM = ("killed", "wounded")
_GAVE_UP = "outcomes.gave-up"
_UPON, _FATE = 5, 30
"""Words behind a verb within which "على" leads to who is finished off, and the death stands that it is told with."""


class Governor:
    """Reads the casualty counts of one sentence."""

    __slots__ = ("ahead", "behind", "cues", "first", "numbered", "reader", "stop", "victims", "words")

    def __init__(self, reader: Reader, cues: list[Cue], first: int, stop: int) -> None:
        self.reader, self.first, self.stop = reader, first, stop
        self.cues = [cue for cue in cues if not self._happened(cue)]
        self.words = reader.words
        self.victims = VictimReader(reader, first, stop)
        self.ahead = AheadReader(reader, first)
        self.behind = BehindReader(reader, first)
        self.numbered = frozenset(
            at
            for number in reader.by_first.values()
            if first <= number.first < stop
            for at in range(number.first, number.stop)
        )

    def _happened(self, cue: Cue) -> bool:
        """Say whether a verb tells that an act took place, nobody's giving up: "العملية التي وقعت الاثنين"."""
        word = self.reader.words[cue.stop - 1]
        return word in listed("happened") and cue.entry_id == _GAVE_UP and not gives_up(self.reader, cue, self.stop)

    def read(self) -> list[Found]:
        """Return the counts of the sentence, subsets last."""
        found: list[Found] = []
        waiting: list[Cue] = []  # "قتل وجرح 30": the first word waits for the phrase of the second
        for position, cue in enumerate(self.cues):
            if denied(self.words, self._scope(cue), cue.first, self.numbered):
                continue
            after = self.cues[position + 1] if position + 1 < len(self.cues) else None
            before = self.cues[position - 1] if position else None
            if after is not None and self._joint(cue, after, before):
                waiting.append(cue)
                continue
            own = self._of_cue(cue, before, after)
            if own and own[0].rule == "pronoun":
                own = self._stands_for(cue, own[0], found) + own[1:]
            if waiting and own:
                estimate = own[0].estimate if own[0].estimate.best is None else MANY
                if len({one.outcome for one in [*waiting, cue]}) > 1:
                    own = [replace(own[0], estimate=estimate), *own[1:]]
                    own += [
                        replace(own[0], outcome=one.outcome, entry_id=one.entry_id, rule="joint") for one in waiting
                    ]
            waiting = []
            found += own
        found = without_repeats(found)
        return with_subsets(self.reader, self._totals(found), self.cues, self.first, self.stop)

    def _scope(self, cue: Cue) -> int:
        """Return where a denial over an outcome word may stand from: none reaches a verb over a comma."""
        if cue.voice in ("victim", "nominal"):
            return self.first
        return next((at for at in range(cue.first, self.first, -1) if self.reader.parted(at)), self.first)

    def _totals(self, found: list[Found]) -> list[Found]:
        """Mark the counts that close a longer account."""
        marked: list[Found] = []
        for one in found:
            start = max((other.stop for other in found if other.stop <= one.first), default=self.first)
            stop = min((other.first for other in found if other.first >= one.stop), default=self.stop)
            total = is_total(self.reader.document, start, stop, (one.first, one.stop))
            marked.append(replace(one, total=True) if total else one)
        return marked

    def _stands_for(self, cue: Cue, pronoun: Found, found: list[Found]) -> list[Found]:
        """Give a pronoun the count of those it stands for: "خطفت ثلاثة ثم قتلتهم", "19 شخصاً تم توقيفهم".

        A wound told of somebody already counted ("استشهد طفل إثر إصابته") and a leading away after an arrest
        are no counts of their own.
        """
        led_or_hurt = cue.outcome == "wounded" or cue.entry_id == "outcomes.led-away"
        if (found and led_or_hurt) or any(one.outcome == cue.outcome for one in found):
            return []
        if pronoun.estimate != MANY:
            return [pronoun]
        if found:
            return [replace(pronoun, estimate=found[-1].estimate, kind=found[-1].kind)]
        for first in sorted((at for at in self.reader.by_first if self.first <= at < cue.first), reverse=True):
            told = self.reader.read(first, cue.first, strict=True)
            if told is not None and told.numbered:
                return [replace(pronoun, estimate=told.estimate, victims=told.head, kind=told.kind)]
        return [pronoun]

    def _of_cue(self, cue: Cue, before: Cue | None, after: Cue | None) -> list[Found]:
        limit = after.first if after else self.stop
        if cue.voice == "victim":
            if before is not None and dies_of_wounds(self.words, before, cue):
                return []
            toll = self._of_noun(cue, before, limit)
            return toll + self._against(cue, toll, limit)
        if after is not None and dies_of_wounds(self.words, cue, after):
            return [self._found(cue, after.first - 1, after.stop, ONE, None, "verb")]
        own = self._nominal_or_verb(cue, before, limit)
        if own and after is not None and after.voice == "victim" and own[0].victims is None and own[0].stop == limit:
            return []  # "سقوط تسعة قتلى": the number is the noun's
        return own + self._against(cue, own, limit)

    def _of_noun(self, cue: Cue, before: Cue | None, limit: int) -> list[Found]:
        victims = self.victims.read(cue, before)
        if victims is None:
            return []
        own = self._victims(cue, victims)
        if self.words[cue.first].startswith(parts("slain")) or cue.entry_id == FOUND_KILLED:
            left = self.ahead.found_dead(cue, before.stop if before else self.first)
            if left is not None:
                return self._with_joined(cue, left, cue.first, "before-verb")  # "ثلاثة شبان وُجدوا مقتولين"
        at = victims.people_stop
        joined = at < limit and self.words[at].startswith("و")
        at += joined and self.words[at] == "و"
        number = self.reader.by_first.get(at)
        if not joined or number is None or number.kind != "cardinal" or number.stop >= limit:
            return [own]
        ranks = self.words[number.stop : number.stop + 2] in pairs("among-ranks")
        other = self.reader.read(at, limit, strict=not ranks)
        if other is None or self.reader.parted(at) or victims.rule == "subset" or cue.outcome not in _HARM:
            return [own]
        return [own, *self._with_joined(cue, other, limit, "addend")]  # "11 قتيلاً من التنظيم وأربعة من الجنود"

    def _nominal_or_verb(self, cue: Cue, before: Cue | None, limit: int) -> list[Found]:
        if cue.voice == "nominal":
            met = before is not None and needs_death(self.words[before.first])
            if met and self.words[cue.first].startswith(parts("his-death")):
                return []  # "لقي ثلاثة مصرعهم" is read at its verb
            return self._nominal(cue, limit)
        others = before is not None and before.outcome != cue.outcome
        return self._verb(cue, before.stop if before else self.first, limit, others=others)

    def _joint(self, cue: Cue, after: Cue, before: Cue | None) -> bool:
        """Say whether two outcome words share what follows: "قتل وجرح ثلاثون", "مقتل وإصابة عشرات"."""
        if "victim" in (cue.voice, after.voice) or cue.stop != after.first or self.reader.parted(after.first):
            return False
        if not after.proclitics.startswith("و") or owner(self.words[cue.stop - 1]) is not None:
            return False
        if cue.voice == "nominal":
            return True
        plural = is_plural(self.words[cue.stop - 1])
        if plural != is_plural(self.words[after.stop - 1]):
            return False  # "7 جنود قتلوا وأصيب 3"
        return not self.ahead.has_subject(cue, before.stop if before else self.first)

    def _victims(self, cue: Cue, victims: Victims) -> Found:
        return Found(
            victims.first, victims.stop, victims.first, victims.people_stop, cue.outcome, victims.estimate,
            victims.noun, victims.kind, victims.rule, cue.entry_id, subset=victims.rule == "subset",
        )  # fmt: skip

    def _nominal(self, cue: Cue, limit: int) -> list[Found]:
        word = self.words[cue.stop - 1]
        counts = word in listed("wound") and not self.reader.parted(cue.first)
        number = self.reader.by_stop.get(cue.first) if counts else None
        if number is not None and number.kind == "cardinal":
            wounded = Phrase(number.first, cue.stop, number.estimate, word, "unknown", numbered=True, definite=False)
            return self._with_joined(cue, wounded, cue.stop, "victim")  # "45 شهيداً و120 إصابة"
        pronoun = owner(word)
        phrase = None if self.reader.parted(cue.stop) else self.reader.read(cue.stop, limit, strict=False)
        if pronoun is not None and (len(word) > 4 or cue.entry_id == "outcomes.lost-limb"):
            if phrase is not None and phrase.numbered and cue.outcome != "wounded":
                return self._with_joined(cue, phrase, limit, "nominal")  # "توقيفها ثلاثة من المشاركين"
            if cue.people_only and cue.outcome == "killed" and not word.endswith(("هم", "هما", "هن")):
                return []  # "سقوطها": a town
            stands = Phrase(cue.first, cue.stop, pronoun, None, "unknown", numbered=False, definite=True)
            return self._with_joined(cue, stands, limit, "pronoun")  # "مصرعه مع سائقه"
        if phrase is not None and names_a_death(cue, phrase):
            return []  # "خبر الاغتيال فرد بأنه سمعه": a known death governs nobody
        if phrase is not None and not is_generic(phrase):
            return with_followers(self.reader, self._with_joined(cue, phrase, limit, "nominal"), phrase, limit)
        if phrase is not None and (taken := behind_doers(self.reader, phrase, limit)) is not None:
            return self._with_joined(cue, taken, limit, "nominal")
        if phrase is not None and (count := their_number(self.reader, phrase.stop, self.stop)) is not None:
            return [self._found(cue, phrase.first, phrase.stop, count, phrase.head, "nominal")]
        if phrase is not None or cue.stop >= limit:
            return []
        following = self.words[cue.stop]
        if following in listed("last-of") and (last := their_number(self.reader, cue.stop, self.stop)) is not None:
            return [self._found(cue, cue.stop, cue.stop + 1, last, None, "nominal")]  # "تصفية آخر من بقي، وعددهم ستة"
        if following in listed("all"):
            count = their_number(self.reader, cue.stop, self.stop) or MANY
            return [self._found(cue, cue.stop, cue.stop + 1, count, None, "all")]
        if following.startswith("ال") and following.endswith(("ين", "ون")):
            count = their_number(self.reader, cue.stop, self.stop)
            return [self._found(cue, cue.stop, cue.stop + 1, count, following, "nominal")] if count else []
        if (taken := behind_force(self.reader, cue, limit)) is not None:
            return with_followers(self.reader, self._with_joined(cue, taken, limit, "nominal"), taken, limit)
        if cue.outcome == "killed" and is_someone(following) and not self.reader.parted(cue.stop):
            one = Phrase(cue.stop, cue.stop + 1, ONE, following, "unknown", numbered=False, definite=False)
            return self._with_joined(cue, one, limit, "nominal")  # "سقوط فلسطيني وسوريين اثنين"
        if cue.outcome == "detained" and following in given_names() and not self.reader.parted(cue.stop):
            return [self._found(cue, cue.stop, cue.stop + 1, ONE, None, "named")]  # "القبض على حسام الحلاق"
        if cue.people_only or self.reader.parted(cue.stop) or cue.proclitics.endswith(("ال", "لل")):
            return []
        if may_be_name(following) and cue.stop not in self.reader.by_first:
            named = self._found(cue, cue.stop, cue.stop + 1, ONE, None, "named")
            if (his := with_his(self.reader, cue.stop, limit)) is not None:  # "مقتل محمد العلي مع شقيقه"
                return [replace(named, estimate=ONE.plus(his.estimate), stop=his.stop)]
            others = beyond_apposition(self.reader, cue.stop + 1, limit)
            return [named, *(one for other in others for one in self._with_joined(cue, other, limit, "addend"))]
        return []

    def _verb(self, cue: Cue, before: int, limit: int, *, others: bool) -> list[Found]:
        """Read the victims of a verb, ahead of it, in it or behind it: "36 مدنياً قتلوا", "قتلتهم", "قُتل ثلاثة"."""
        if cue.entry_id == "outcomes.fell" and fell_captive(self.words, cue, limit):
            cue = cue._replace(outcome="detained")
        if cue.entry_id == "outcomes.taken-to-hospital":
            return self._taken_to_hospital(cue, limit)
        if self._says_who_is_counted(cue):
            return self._counted(cue)
        if (finished := self._finished(cue, limit)) is not None:
            return self._with_joined(cue, finished, limit, "verb")
        if cue.entry_id == _GAVE_UP and not gives_up(self.reader, cue, self.stop):
            return []
        dying = needs_death(self.words[cue.first])
        if (fate := self._fate(cue) if dying else None) is None and dying:
            return []
        word, plural = self.words[cue.stop - 1], is_plural(self.words[cue.first])  # "فقدت حياتها"
        ahead = self._ahead(cue, before, limit, plural=plural, others=others)
        if ahead is not None and (plural or ahead.numbered or cue.voice == "passive"):
            return self._with_joined(cue, ahead, cue.first, "before-verb")
        hits_them = cue.voice in ("active", "either") and word.endswith(("هم", "هما", "هن"))
        if hits_them and ahead is None and not cue.present:
            return [self._found(cue, cue.first, cue.stop, owner(word) or MANY, None, "pronoun")]
        behind = None
        if not (plural and self.reader.parted(cue.stop)) or self.behind.aside(cue, limit):
            behind = self.behind.read(cue, limit if fate is None else min(limit, fate))
        if cue.entry_id in LEAVING and not leaves_dead(self.reader, cue, behind, self.stop):
            return []
        one = behind is not None and cue.outcome == "detained" and behind.estimate == ONE  # "الشرطة تعتقل القاتل"
        if behind is not None and (not cue.present or behind.numbered or behind.is_somebody or one):
            return self._all_behind(cue, behind, limit, fate)
        if cue.present:  # "ينفجر لغم بطفل ويقتله"
            return self._pronoun(cue, word) if cue.outcome == "killed" and word.endswith(("ه", "ها")) else []
        if ahead is not None:
            return self._with_joined(cue, ahead, cue.first, "before-verb")
        if fate is not None:
            dead = self._found(cue, fate, fate + 1, owner(self.words[fate]) or both_of(word) or ONE, None, "pronoun")
            return [dead, *self._company(cue, fate)]
        return self._pronoun(cue, word)

    def _says_who_is_counted(self, cue: Cue) -> bool:
        """Say whether a verb tells who is meant by a toll: "عدد المدنيين الذين قتلوا"."""
        relative = cue.first - 2 >= self.first and self.words[cue.first - 1] in listed("those-who")
        return relative and not with_and("count").isdisjoint(self.words[max(self.first, cue.first - 4) : cue.first - 1])

    def _counted(self, cue: Cue) -> list[Found]:
        """Read the toll whose people a verb tells."""
        toll = self.victims.toll_around(cue)
        named = person(self.words[cue.first - 2])
        if toll is not None and named is not None and toll.kind == "unknown":
            toll = toll._replace(kind=named.kind, noun=named.noun)
        return [self._victims(cue, toll)] if toll else []

    def _finished(self, cue: Cue, limit: int) -> Phrase | None:
        """Read who was finished off: "قضت خلالها على 17 إرهابياً"."""
        if not self.words[cue.first].lstrip("وف").startswith(parts("finishes")) or cue.stop - cue.first != 1:
            return None
        reach = range(cue.stop, min(limit, cue.stop + _UPON))
        upon = next((at for at in reach if self.words[at] in listed("upon")), None)
        return None if upon is None else self.reader.read(upon + 1, limit, strict=True)

    def _fate(self, cue: Cue) -> int | None:
        """Return where the death stands that a verb is told with: "لقي ثلاثة جنود في الهجوم مصرعهم"."""
        reach = range(cue.stop, min(self.stop, cue.stop + _FATE))
        return next((at for at in reach if self.words[at].startswith(parts("death"))), None)

    def _ahead(self, cue: Cue, before: int, limit: int, *, plural: bool, others: bool) -> Phrase | None:
        """Read the victims ahead of a verb, unless those there do it to others: "ملثمون يقتلون شاباً"."""
        starts = cue.voice == "active" or cue.proclitics.startswith(("و", "ف"))
        if starts or (not plural and self.reader.parted(cue.first)):
            return None
        ahead = self.ahead.read(cue, before, plural=plural, others=others)
        doers = ahead is not None and cue.voice != "passive" and self.behind.has_object(cue, limit)
        return None if doers else ahead

    def _all_behind(self, cue: Cue, victims: Phrase, limit: int, fate: int | None) -> list[Found]:
        """Count the victims behind a verb with their chief, their men and those told behind their death."""
        if adds_one(self.reader, cue, victims, self.first):
            victims = replace(victims, estimate=victims.estimate.plus(ONE))
        found = with_followers(self.reader, self._with_joined(cue, victims, limit, "verb"), victims, limit)
        return found + self._company(cue, fate) if fate is not None and found[-1].stop <= fate else found

    def _taken_to_hospital(self, cue: Cue, limit: int) -> list[Found]:
        """Read "نُقل ثلاثة شرطيين إلى المشفى" in a sentence that tells of no other wounded."""
        told = any(other.outcome == "wounded" and other is not cue for other in self.cues)
        hurt = None if told else self.behind.read(cue, limit)
        if hurt is None or not hurt.numbered or (hurt.person is None and not hurt.others):
            return []
        return self._with_joined(cue, hurt, limit, "verb")

    def _against(self, cue: Cue, own: list[Found], limit: int) -> list[Found]:
        """Read the other side's dead: "92 من الجنود سقطوا في ثلاثة أيام مقابل 61 من المهاجمين"."""
        if cue.outcome not in _HARM or not own or own[-1].estimate == MANY:
            return []
        told = {one.victims for one in own}
        other = other_side(self.reader, max(cue.stop, own[-1].stop), limit, told)
        dead = [] if other is None else self._with_joined(cue, other, limit, "addend")
        return [replace(one, first=one.people_first) for one in dead]

    def _company(self, cue: Cue, fate: int) -> list[Found]:
        """Read who died with the victim: "لقي القائد مصرعه مع ثلاثة من مرافقيه"."""
        at = fate + 1
        if at >= self.stop:
            return []
        beside = self.words[at] in listed("company")
        if not beside and not self.reader.joins(at):
            return []
        phrase = self.reader.read(at + beside, self.stop, strict=True)
        if phrase is None or not (beside or (phrase.person is not None and phrase.person.owned)):
            return []
        return self._with_joined(cue, phrase, phrase.stop, "addend")

    def _pronoun(self, cue: Cue, word: str) -> list[Found]:
        """Read a verb whose victim was named before: "الذي قُتل", "وكان قد اعتُقل", "اعتقلوه"."""
        ahead = self.words[cue.first - 1] if cue.first > self.first else ""
        if cue.voice == "passive" and cue.people_only:
            return []
        if cue.voice in ("either", "passive") and ahead in listed("who", "already") and not word.endswith("وا"):
            count = Estimate.exactly(2) if is_plural(word) else ONE
            return [self._found(cue, cue.first, cue.stop, count, None, "pronoun")]
        two = both_of(word) if cue.voice == "passive" and not cue.people_only else None
        if two is not None:
            return [self._found(cue, cue.first, cue.stop, two, None, "pronoun")]
        if cue.outcome == "killed" and told_before(self.reader, cue, self.stop):
            return [self._found(cue, cue.first, cue.stop, ONE, None, "pronoun")]
        taken = word.endswith("ته") and cue.voice in ("either", "active")
        if cue.present or taken or word.endswith(("وه", *parts("felled-him"))):
            return [self._found(cue, cue.first, cue.stop, ONE, None, "pronoun")]
        return []

    def _with_joined(self, cue: Cue, phrase: Phrase, limit: int, rule: str) -> list[Found]:
        groups: list[list[Phrase]] = []
        end = limit if phrase.estimate == ONE else phrase.stop
        joined = together(self.reader, phrase, limit) or beyond_apposition(self.reader, phrase.stop, end)
        for one in [phrase, *joined]:
            if groups and (same_side(groups[-1][-1].kind, one.kind) or one.is_kin) and not one.others:
                groups[-1].append(one)
            else:
                groups.append([one])
        found = []
        for number, group in enumerate(groups):
            estimate = group[0].estimate
            if len(group) == 1 and estimate == MANY:
                estimate = their_number(self.reader, group[0].stop, self.stop) or MANY
            for other in group[1:]:
                estimate = estimate.plus(other.estimate)
            first, last = group[0], group[-1]
            people_stop = self.reader.people_stop(last, max(limit, last.stop))
            found.append(
                Found(
                    first.first if number else min(cue.first, first.first),
                    last.stop if number else max(cue.stop, last.stop),
                    first.first, people_stop, cue.outcome, estimate, first.head, joint_kind(group),
                    "addend" if number else rule, cue.entry_id,
                )
            )  # fmt: skip
        return found

    def _found(self, cue: Cue, first: int, stop: int, estimate: Estimate, victims: str | None, rule: str) -> Found:
        return Found(
            cue.first, max(cue.stop, stop), first, stop, cue.outcome, estimate, victims, "unknown", rule, cue.entry_id
        )
