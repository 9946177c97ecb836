"""Nouns that are victims by themselves: "9 قتلى", "جريحان", "عدد القتلى إلى 12", "بين قتيل وجريح"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from marsad.annotate.casualties.context import MANY, ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_thing, person
from marsad.annotate.casualties.words import listed, pairs, parts, with_and
from marsad.model.quantity import Estimate, NumberMention

__all__ = ["FOUND_KILLED", "VictimReader", "Victims"]

FOUND_KILLED = "outcomes.found-killed"
"""Participles that tell a death of those found: "وُجدوا مذبوحين"."""

_COUNTABLE = ("cardinal", "range", "vague")
_TOLL_REACH = 25


class Victims(NamedTuple):
    """A count of victims in words `first` to `stop`; the naming goes on to `people_stop`."""

    first: int
    stop: int
    people_stop: int
    estimate: Estimate
    noun: str | None
    kind: str
    rule: str


class VictimReader:
    """Reads the victim nouns of one sentence, words `first` to `stop`."""

    __slots__ = ("first", "reader", "stop", "words")

    def __init__(self, reader: Reader, first: int, stop: int) -> None:
        self.reader, self.first, self.stop = reader, first, stop
        self.words = reader.words

    def read(self, cue: Cue, before: Cue | None) -> Victims | None:
        """Read how many victims the noun at `cue` tells; `before` is the outcome word before it."""
        if cue.entry_id in ("outcomes.body", FOUND_KILLED) and not self._is_found(cue):
            return None
        if (
            before is not None
            and before.entry_id == "outcomes.body"
            and cue.outcome == "killed"
            and cue.first - before.stop <= 3
        ):
            return None  # "جثة شاب مقتول" is one
        ahead = self.words[cue.first - 1] if cue.first > self.first else ""
        number = self._number_before(cue, ahead, before)
        if number is not None:
            # "60 قتيلاً وجريحاً": the number is of both together
            told = self._counted(cue, number.first, MANY if self._is_shared(cue) else number.estimate)
            people = person(ahead) if number.stop < cue.first else None
            return told if people is None else told._replace(kind=people.kind, noun=people.noun)
        definite = cue.proclitics.endswith(("ال", "لل"))
        joined = before is not None and before.voice == "victim" and before.stop == cue.first
        if joined and before is not None and cue.proclitics.startswith("و") and not self.reader.parted(cue.first):
            shared = self.reader.by_stop.get(before.first)
            if shared is not None and cue.stop not in self.reader.by_first and definite:
                return self._counted(cue, cue.first, shared.estimate if shared.kind == "vague" else MANY)
            if self._is_shared(before) or self.words[before.first - 1] in listed("between"):
                return self._counted(cue, cue.first, MANY)
        if ahead in with_and("count") and not self._tells_itself(cue, definite=definite):
            return self.toll_around(cue)
        if (risen := self._risen(cue, ahead)) is not None:
            return risen
        if ahead in listed("between") and not definite:
            return self._counted(cue, cue.first, MANY)
        return self._by_form(cue, ahead, before, definite=definite)

    def _number_before(self, cue: Cue, ahead: str, before: Cue | None) -> NumberMention | None:
        if cue.proclitics.startswith("و"):
            return None  # "قتيل واحد وجريحان"
        number = self.reader.by_stop.get(cue.first)
        if number is None and ahead in listed("of"):
            some = self.reader.by_stop.get(cue.first - 1)  # "ثلاثة من القتلى", but not "وفاة ثلاثة من المصابين"
            return None if some is None or (before is not None and before.stop == some.first) else some
        if number is None and self._describes_people(cue, ahead):
            number = self.reader.by_stop.get(cue.first - 1)  # "50 عسكرياً مقتولاً", "خمسة جنود جرحى"
            return number if number is not None and number.kind == "cardinal" else None
        if number is None or self.reader.parted(cue.first):
            return None
        two = number.kind == "dual" and person(ahead) is not None  # "عنصرين جرحى"
        return number if two or number.kind in _COUNTABLE else None

    def _describes_people(self, cue: Cue, ahead: str) -> bool:
        """Say whether the noun tells what became of people named right before it: "جنود جرحى", not "شرطي وجريح"."""
        return cue.proclitics == "" and person(ahead) is not None and not self.reader.parted(cue.first)

    def _risen(self, cue: Cue, ahead: str) -> Victims | None:
        """Read the figure of "ارتفاع قتلى هجوم مسلح في كركوك إلى 5", "قتلى الغارة يرتفعون إلى ثمانية"."""
        if not self.words[cue.stop - 1].endswith(parts("plural")):
            return None
        risen = ahead in with_and("rise")
        for at in range(cue.stop, min(self.stop - 1, cue.stop + _TOLL_REACH)):
            if self.reader.parted(at) or at in self.reader.by_first:
                return None
            risen = risen or self.words[at] in with_and("rise")
            number = self.reader.by_first.get(at + 1) if risen and self.words[at] in listed("up-to") else None
            if number is not None and number.kind in _COUNTABLE:
                if number.stop < self.stop and is_thing(self.words[number.stop]):
                    return None
                kind, noun, people_stop = self._described(number.stop)
                return Victims(number.first, number.stop, people_stop, number.estimate, noun, kind, "toll")
        return None

    def _tells_itself(self, cue: Cue, *, definite: bool) -> bool:
        """Say whether the noun behind a word that counts is a count: "الحصيلة قتيل وجريحان", not "عدد القتلى 12"."""
        return not definite and not self.words[cue.stop - 1].endswith(parts("plural"))

    def _by_form(self, cue: Cue, ahead: str, before: Cue | None, *, definite: bool) -> Victims | None:
        """Read a noun whose form or following number counts: "جريحان", "قتيل واحد", "قتلى"."""
        word, reader = self.words[cue.stop - 1], self.reader
        pair = reader.by_stop.get(cue.stop)
        if pair is not None and pair.kind == "dual" and not definite:
            return self._counted(cue, pair.first, pair.estimate)
        if word.removeprefix("و") in listed("pair"):
            return self._counted(cue, cue.first, Estimate.exactly(2))  # "جثتي شقيقين"
        plural = word.endswith(parts("plural")) or self.words[cue.first].endswith(parts("cases"))
        plural = plural or word.endswith(parts("own-dead"))
        following = reader.by_first.get(cue.stop)
        if following is not None and following.kind == "cardinal" and not reader.parted(cue.stop):
            if definite and ahead in listed("between"):
                # "من بين القتلى 27 طفلاً": some of them
                return self._counted(cue, cue.first, following.estimate, following.stop, "subset")
            if following.stop < self.stop and is_thing(self.words[following.stop]):
                return None if definite else self._counted(cue, cue.first, ONE)  # an age: "(31 عاماً)"
            if not self.words[cue.stop].startswith("و") or self.words[cue.stop] in listed("one"):
                return self._counted(cue, cue.first, following.estimate, following.stop)
        owned = self._number_of_owner(cue) if plural and not definite else None
        if owned is not None:
            return self._counted(cue, cue.first, owned.estimate, owned.stop)
        if definite and plural and self.words[cue.stop : cue.stop + 1] == ("ال",):
            figure = reader.by_first.get(cue.stop + 1)
            if figure is not None and figure.kind == "cardinal":
                return self._counted(cue, cue.first, figure.estimate, figure.stop)  # "المصابين الـ 43"
        if definite and not plural and before is not None and before.stop == cue.first and before.outcome == "killed":
            return self._counted(cue, cue.first, ONE)  # "ارتقاء الشهيد أبو النور"
        if definite and plural and (told := self._told_aside(cue)) is not None:
            return self._counted(cue, cue.first, told.estimate, told.stop)
        if definite or ahead in listed("named-after") or (cue.stop - cue.first > 1 and cue.proclitics.endswith("ب")):
            return None  # "أصيب 14 مدنياً بحالات اختناق" is told at its verb
        if following is not None and following.kind == "vague" and self.words[cue.stop].startswith("بال"):
            return self._counted(cue, cue.first, following.estimate, following.stop)  # "جرحى بالعشرات"
        if ahead in listed("of", "cause") or (word in listed("ailing") and self._has_cause(cue)):
            return None  # "جراء إصابات", "مصاب بالشلل"
        behind = self.words[cue.stop] if cue.stop < self.stop and not reader.parted(cue.stop) else ""
        if behind in listed("pointing") or (plural and behind.startswith("ال") and person(behind) is None):
            return None  # "ضحايا الهجوم", "شهداء الأقصى": known ones
        return self._counted(cue, cue.first, MANY if plural else ONE)

    def _told_aside(self, cue: Cue) -> NumberMention | None:
        """Read the figure of "نُقل الجرحى، وعددهم 24، إلى المشفى"."""
        for at in range(cue.stop, min(self.stop - 1, cue.stop + 2)):
            if self.words[at] in listed("their-number"):
                number = self.reader.by_first.get(at + 1)
                return number if number is not None and number.kind == "cardinal" else None
        return None

    def _number_of_owner(self, cue: Cue) -> NumberMention | None:
        """Read the figure that closes "قتلى الطرفين 9", "جرحى القصف: 20"."""
        at = cue.stop + 1
        number = self.reader.by_first.get(at)
        if number is None or number.kind != "cardinal" or self.reader.parted(cue.stop):
            return None
        if not self.words[cue.stop].startswith("ال") and person(self.words[cue.stop]) is None:
            return None
        closes = number.stop >= self.stop or self.reader.parted(number.stop) or self.words[number.stop].startswith("و")
        return number if closes else None

    def _has_cause(self, cue: Cue) -> bool:
        return cue.stop < self.stop and self.words[cue.stop].startswith("ب")

    def _is_shared(self, cue: Cue) -> bool:
        """Say whether one number counts this noun and the next: "60 قتيلاً وجريحاً"."""
        number = self.reader.by_stop.get(cue.first)
        after = self.words[cue.stop] if cue.stop < self.stop else ""
        word = self.words[cue.stop - 1]
        one_each = not word.endswith(parts("plural"))
        return number is not None and number.kind == "cardinal" and _adds_one(after) and one_each

    def _is_found(self, cue: Cue) -> bool:
        found = with_and("found")
        around = (*range(max(self.first, cue.first - 9), cue.first), *range(cue.stop, min(self.stop, cue.stop + 4)))
        return cue.stop - cue.first > 1 or any(self.words[at] in found for at in around)

    def _counted(
        self, cue: Cue, first: int, estimate: Estimate, stop: int | None = None, rule: str = "victim"
    ) -> Victims:
        end = cue.stop if stop is None else stop
        sides = listed("each-side").intersection(self.words[end + 2 : end + 3])
        if sides and self.words[end : end + 2] in pairs("of-each"):
            estimate = estimate.plus(estimate)  # "قتيل من كل جانب"
        kind, noun, people_stop = self._described(end)
        return Victims(first, end, people_stop, estimate, noun or self.words[cue.stop - 1], kind, rule)

    def _described(self, at: int, limit: int | None = None) -> tuple[str, str | None, int]:
        """Return kind and noun of "قتلى مدنيين", "جريح من العناصر", and where the naming ends."""
        kind, noun = "unknown", None
        end = min(self.stop if limit is None else limit, at + 6)
        while at < end and not self.reader.parted(at):
            word = self.words[at]
            in_ranks = self.words[at : at + 2] in pairs("among-ranks")
            if in_ranks or word in listed("between"):
                at += 1 + in_ranks
                continue
            if self.reader.ends_naming(at):
                break
            found = person(word)
            if found is not None and noun is None:
                if found.proclitics.startswith(("و", "ب", "ف")):
                    break
                kind, noun = found.kind, found.noun
            at += 1
        return kind, noun, at

    def toll_around(self, cue: Cue) -> Victims | None:
        """Read the figure of "عدد القتلى" behind the noun, else before it."""
        before = self._toll_before(cue)
        if before is not None and before.first == cue.first - 2:
            return before  # "ارتفع إلى 30 عدد قتلى ثلاثة تفجيرات"
        return self._toll_behind(cue) or before

    def _toll_behind(self, cue: Cue) -> Victims | None:
        """Read "ارتفع عدد القتلى إلى 12", "عدد المصابين 1100", "حصيلة الضحايا بلغت 30 قتيلاً"."""
        words = self.words
        at, end, reached = cue.stop, min(self.stop, cue.stop + _TOLL_REACH), False
        opened = self._reached_before(cue)
        while at < end:
            number = self.reader.by_first.get(at)
            word = words[at]
            reached = reached or word in with_and("reach") or word.startswith("لل") or word == "ل"
            if number is not None:
                near = at <= cue.stop + 1 or word.startswith(("ل", "ب")) or opened or words[at - 1] == "ب"
                near = near and not (number.stop < self.stop and is_thing(words[number.stop]))
                if number.kind in _COUNTABLE and (reached or near):
                    kind, noun, people_stop = self._described(number.stop)
                    own, own_noun, _end = self._described(cue.stop, number.first)
                    kind = own if kind == "unknown" else kind
                    estimate = MANY if self._of_both(number.stop) else number.estimate
                    return Victims(number.first, number.stop, people_stop, estimate, noun or own_noun, kind, "toll")
                if number.kind == "dual" and reached and _is_victim(self.words[number.stop - 1]):
                    return None  # "ارتفعت إلى قتيلين و45 جريحاً": the dual tells itself
                at = number.stop
                continue
            if word in with_and("count"):
                return None
            at += 1
        return None

    def _reached_before(self, cue: Cue) -> bool:
        """Say whether the verb of the figure stands first: "بلغ عدد القتلى في القصف 20"."""
        ahead = self.words[max(self.first, cue.first - 3) : cue.first]
        return any(word in with_and("reach") and following in with_and("count") for word, following in pairwise(ahead))

    def _of_both(self, at: int) -> bool:
        """Say whether the words behind a figure count killed and wounded together: "47 قتيلاً وجريحاً"."""
        both = self.words[at : at + 2]
        return len(both) > 1 and both[0] in listed("single-victim") and _adds_one(both[1])

    def _toll_before(self, cue: Cue) -> Victims | None:
        """Read "ليرتفع إلى تسعة عدد الشهداء": the figure stands before the word that counts."""
        for at in range(cue.first - 2, max(self.first, cue.first - 9), -1):
            number = self.reader.by_first.get(at)
            if number is None or number.kind not in _COUNTABLE:
                continue
            if self.words[at - 1] not in listed("up-to") and not self.words[at].startswith("ل"):
                continue
            kind, noun, people_stop = self._described(cue.stop)
            return Victims(number.first, cue.stop, max(number.stop, people_stop), number.estimate, noun, kind, "toll")
        return None


def _is_victim(pair: str) -> bool:
    """Say whether a dual is of victims: "قتيلين"."""
    return pair.removesuffix("ان").removesuffix("ين") in listed("single-victim")


def _adds_one(word: str) -> bool:
    """Say whether a word joins the noun for one victim to another: "وجريحا"."""
    return word.startswith("و") and word[1:] in listed("single-victim")
