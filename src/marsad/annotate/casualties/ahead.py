"""Who stands ahead of a verb: "36 مدنياً قتلوا", "طفلة ووالدتها قُتلتا", "ثلاثة شبان وُجدوا مقتولين"."""

from __future__ import annotations

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.doers import suffers
from marsad.annotate.casualties.joined import together
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_someone, person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed, pairs, parts, with_and
from marsad.model.quantity import Estimate, NumberMention

__all__ = ["AheadReader", "is_plural"]

_REACH, _FOUND_REACH, _NAME, _LONG = 14, 8, 4, 8


class AheadReader:
    """Reads the victims ahead of verbs in one sentence that starts at word `first`."""

    __slots__ = ("first", "reader", "words")

    def __init__(self, reader: Reader, first: int) -> None:
        self.reader, self.first, self.words = reader, first, reader.words

    def has_subject(self, cue: Cue, before: int) -> bool:
        """Say whether the word ahead of a verb is its subject: "إن فلسطينياً قُتل وأصيب آخرون"."""
        if cue.first == before or cue.proclitics.startswith(("و", "ف")) or self.reader.parted(cue.first):
            return False
        ahead = self.words[cue.first - 1]
        return ahead not in listed("stop", "weekday") and not ahead.endswith(parts("joins-verb"))

    def read(self, cue: Cue, before: int, *, plural: bool, others: bool = False) -> Phrase | None:
        """Read the phrase that ends right before a verb: "36 مدنياً قتلوا", "طفلة ووالدتها قُتلتا".

        With `others`, what stands right behind word `before` has another fate already: "أصيب خمسة بينهم طفلان توفيا".
        """
        at = cue.first
        if self.reader.dashed(at):
            return None  # "حماة – أصيب مدنيان"
        if (two := self._two(cue, before)) is not None:
            return two
        some, taken = False, before
        for start in range(max(before, at - _REACH), at):
            number = self.reader.by_first.get(start)
            if number is None and person(self.words[start]) is None:
                continue
            if start > self.first and self.words[start - 1] in with_and("subset") and not some:
                alone = None if plural else self.reader.read(start, at, strict=True)
                if alone is not None and alone.is_somebody and alone.stop == at and cue.outcome == "killed":
                    return alone  # "إصابات بينها امرأة فقدت حياتها"
                continue
            if number is None and self._is_one_of(start, before):
                continue  # "شيخ من وجهاء العشيرة قد لقي مصرعه": one
            phrase = self.reader.read(start, at, strict=not (plural and number is not None))
            if phrase is None or (phrase.definite and not phrase.numbered and not self._is_the_one(cue, phrase)):
                continue
            end, stop = self._naming_ends(phrase, number, at)
            rest = self.words[stop:at]
            if plural and any(word in with_and("subset") or word in listed("one-of-them") for word in rest[:2]):
                if (cue.outcome == "detained" and not self._opens(start)) or (others and start <= taken):
                    # "خرج 30 ألف شخص، بينهم 200 مقاتل استسلموا", "أصيب خمسة بينهم طفلان توفيا": these alone
                    some, taken = True, phrase.stop
                    continue
                return phrase
            if plural and phrase.numbered and phrase.head is not None and self._reaches(cue, phrase, start):
                return phrase
            if not plural and not phrase.numbered and self._is_far(phrase, start, end, at):
                continue
            if all(word in listed("link") or (word.startswith("و") and person(word)) for word in rest):
                return phrase
        if at > before and is_someone(self.words[at - 1]) and self.words[at - 1].endswith("يا"):
            return Phrase(at - 1, at, ONE, self.words[at - 1], "unknown", numbered=True, definite=False)
        return None

    def _two(self, cue: Cue, before: int) -> Phrase | None:
        """Read two who are told by where they are from: "سوريين قُتلا"."""
        at = cue.first
        dual = self.words[cue.stop - 1].endswith("ا") and not self.words[cue.stop - 1].endswith("وا")
        if not dual or at <= before or not self.words[at - 1].endswith("يين") or at - 1 in self.reader.by_stop:
            return None
        return Phrase(at - 1, at, Estimate.exactly(2), self.words[at - 1], "unknown", numbered=True, definite=False)

    def _is_one_of(self, start: int, before: int) -> bool:
        """Say whether people are told as those whom one person is of: "وجهاء" of "شيخ من وجهاء العشيرة"."""
        of = person(self.words[start - 2]) if start - 2 >= before and self.words[start - 1] in listed("of") else None
        return of is not None and of.many == 1

    def _naming_ends(self, phrase: Phrase, number: NumberMention | None, at: int) -> tuple[int, int]:
        """Return where the naming of the victims ends, and the word that can be no more of it."""
        vague = number is not None and number.kind == "vague"
        partitive = not listed("of").isdisjoint(self.words[phrase.stop : phrase.stop + 1]) or vague
        bare = phrase.head is None and not partitive
        end, last = phrase.stop if bare else self.reader.people_stop(phrase, at), phrase
        for other in together(self.reader, phrase, at):
            end, last = self.reader.people_stop(other, at), other
        return end, max(end, last.stop)

    def _reaches(self, cue: Cue, phrase: Phrase, start: int) -> bool:
        """Say whether a long naming leads up to the verb: "عشرون شاباً من أهالي القرية في الجبل قُتلوا"."""
        opening = self._opens(start) and cue.first - phrase.stop <= _LONG and suffers(self.reader, cue)
        return opening or self._runs_on(phrase.stop, cue.first)

    def _is_far(self, phrase: Phrase, start: int, end: int, at: int) -> bool:
        """Say whether too much is named between one person and a verb, or several are: "ناشطون لشاب قضى"."""
        had = self.words[at - 1] in listed("had")  # "شاباً من أهالي البلدة كان خُطف"
        return end - phrase.stop > (_NAME if had else 2) or self.words[start].endswith("ون")

    def found_dead(self, cue: Cue, start: int) -> Phrase | None:
        """Read who was found dead: "ثلاثة شبان وُجدوا مقتولين", "عُثر على 14 منهم مقتولين"."""
        if self.words[cue.first - 1] in with_and("found"):
            return self.read(cue._replace(first=cue.first - 1), start, plural=True)
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
        return at == self.first or self.reader.parted(at) or self.words[at - 1] in listed("that")

    def _runs_on(self, first: int, stop: int) -> bool:
        """Say whether a long name of the victims' side reaches up to the verb, with nothing to end it."""
        ends = listed("stop", "weekday") | with_and("subset")
        first += 2 * (self.words[first : first + 2] in pairs("at-least"))
        return all(self.words[at] not in ends and not self.reader.parted(at) for at in range(first, stop))


def is_plural(word: str) -> bool:
    """Say whether a verb form has several doers, so that they stand before it: "قتلوا", "قُتلتا", "أوقفن"."""
    many = word.endswith(("وا", "تا", "ون")) or (word.endswith("ا") and len(word) > 3)
    return many or (word.endswith("ن") and len(word) > 3 and word.lstrip("وف") not in listed("own-nun"))
