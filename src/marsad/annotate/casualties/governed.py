"""Which people an outcome word governs: behind a noun ("مقتل ستة"), around a verb, as a noun of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.annotate.casualties.context import MANY, ONE, denied, is_total, may_be_name, owner
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Phrase, Reader, same_side
from marsad.annotate.casualties.people import looks_like_people, person
from marsad.annotate.casualties.victims import VictimReader, Victims
from marsad.annotate.casualties.words import listed, with_and
from marsad.model.quantity import Estimate

__all__ = ["Found", "Governor"]

_DEATHS = ("مصرع", "حتف", "ربه", "الحياه", "وجه")
_BREAKS = frozenset(("عندما", "الذي", "التي", "الذين", "حيث", "او"))
_LINKS = frozenset(("قد", "علي", "الاقل", "كانوا", "ممن", "الذين", "كان", "منهم", "كانتا", "كانا"))
_PREPOSITIONS = frozenset(
    ("في", "علي", "من", "عن", "الي", "قرب", "جراء", "اثر", "يد", "ايدي", "قبل", "مع", "بعد", "ضد")
)


@dataclass(frozen=True, slots=True)
class Found:
    """One casualty count and the words it was read from."""

    first: int
    stop: int
    people_first: int
    people_stop: int
    outcome: str
    estimate: Estimate
    victims: str | None
    kind: str
    rule: str
    entry_id: str | None
    subset: bool = False
    total: bool = False


class Governor:
    """Reads the casualty counts of one sentence."""

    __slots__ = ("cues", "first", "numbered", "reader", "stop", "victims", "words")

    def __init__(self, reader: Reader, cues: list[Cue], first: int, stop: int) -> None:
        self.reader, self.cues, self.first, self.stop = reader, cues, first, stop
        self.words = reader.words
        self.victims = VictimReader(reader, first, stop)
        self.numbered = frozenset(
            at
            for number in reader.by_first.values()
            if first <= number.first < stop
            for at in range(number.first, number.stop)
        )

    def read(self) -> list[Found]:
        """Return the counts of the sentence, subsets last."""
        found: list[Found] = []
        waiting: list[Cue] = []  # "قتل وجرح 30": the first word waits for the phrase of the second
        for position, cue in enumerate(self.cues):
            if denied(self.words, self.first, cue.first, self.numbered):
                continue
            after = self.cues[position + 1] if position + 1 < len(self.cues) else None
            before = self.cues[position - 1] if position else None
            if after is not None and self._joint(cue, after, before):
                waiting.append(cue)
                continue
            own = self._of_cue(cue, before, after)
            if waiting and own:
                estimate = own[0].estimate if own[0].estimate.best is None else MANY
                if len({one.outcome for one in [*waiting, cue]}) > 1:
                    own = [replace(own[0], estimate=estimate), *own[1:]]
                    own += [
                        replace(own[0], outcome=one.outcome, entry_id=one.entry_id, rule="joint") for one in waiting
                    ]
            waiting = []
            found += own
        found = _without_repeats(found)
        found = [
            replace(one, total=True) if is_total(self.words, self.first, self.stop, (one.first, one.stop)) else one
            for one in found
        ]
        return self._subsets(found)

    def _of_cue(self, cue: Cue, before: Cue | None, after: Cue | None) -> list[Found]:
        limit = after.first if after else self.stop
        if cue.voice == "victim":
            victims = self.victims.read(cue, before)
            return [self._victims(cue, victims)] if victims else []
        own = self._nominal_or_verb(cue, before, limit)
        if own and after is not None and after.voice == "victim" and own[0].victims is None and own[0].stop == limit:
            return []  # "سقوط تسعة قتلى": the number is the noun's
        return own

    def _nominal_or_verb(self, cue: Cue, before: Cue | None, limit: int) -> list[Found]:
        if cue.voice == "nominal":
            if before is not None and self._needs_death(before) and self.words[cue.first].startswith("مصرع"):
                return []  # "لقي ثلاثة مصرعهم" is read at its verb
            return self._nominal(cue, limit)
        return self._verb(cue, before.stop if before else self.first, limit)

    def _joint(self, cue: Cue, after: Cue, before: Cue | None) -> bool:
        """Say whether two outcome words share what follows: "قتل وجرح ثلاثون", "مقتل وإصابة عشرات"."""
        if "victim" in (cue.voice, after.voice) or cue.stop != after.first or self.reader.parted(after.first):
            return False
        if not after.proclitics.startswith("و") or owner(self.words[cue.stop - 1]) is not None:
            return False
        if cue.voice == "nominal":
            return True
        plural = _is_plural(self.words[cue.stop - 1])
        if plural != _is_plural(self.words[after.stop - 1]):
            return False  # "7 جنود قتلوا وأصيب 3"
        return self._left(cue, before.stop if before else self.first, plural=plural) is None

    # ------------------------------------------------------------------ the three shapes

    def _victims(self, cue: Cue, victims: Victims) -> Found:
        return Found(
            victims.first, victims.stop, victims.first, victims.people_stop, cue.outcome, victims.estimate,
            victims.noun, victims.kind, victims.rule, cue.entry_id, subset=victims.rule == "subset",
        )  # fmt: skip

    def _nominal(self, cue: Cue, limit: int) -> list[Found]:
        word = self.words[cue.stop - 1]
        pronoun = owner(word)
        phrase = None if self.reader.parted(cue.stop) else self.reader.read(cue.stop, limit, strict=False)
        if pronoun is not None and len(word) > 4:
            if phrase is not None and phrase.numbered and cue.outcome != "wounded":
                return self._with_joined(cue, phrase, limit, "nominal")  # "توقيفها ثلاثة من المشاركين"
            return [self._found(cue, cue.first, cue.stop, pronoun, None, "pronoun")]
        if phrase is not None and not _generic(phrase):
            return self._with_joined(cue, phrase, limit, "nominal")
        if phrase is not None or cue.stop >= limit:
            return []
        following = self.words[cue.stop]
        if following in listed("all"):
            return [self._found(cue, cue.stop, cue.stop + 1, MANY, None, "all")]
        if cue.people_only or self.reader.parted(cue.stop) or cue.proclitics.endswith(("ال", "لل")):
            return []
        if may_be_name(following) and cue.stop not in self.reader.by_first:
            return [self._found(cue, cue.stop, cue.stop + 1, ONE, None, "named")]
        return []

    def _verb(self, cue: Cue, before: int, limit: int) -> list[Found]:
        words = self.words
        if cue.first - 2 >= self.first and words[cue.first - 1] == "من" and words[cue.first - 2] in with_and("count"):
            toll = self.victims.toll(cue)
            return [self._victims(cue, toll)] if toll else []
        dying = self._needs_death(cue)
        fate = next(
            (at for at in range(cue.stop, min(self.stop, cue.stop + 30)) if words[at].startswith(_DEATHS)), None
        )
        if dying and fate is None:
            return []
        word = words[cue.stop - 1]
        plural = _is_plural(word)
        left = None
        starts = cue.voice == "active" or cue.proclitics.startswith(("و", "ف"))
        if not starts and (plural or not self.reader.parted(cue.first)):
            left = self._left(cue, before, plural=plural)
        if left is not None and (plural or left.numbered or cue.voice == "passive"):
            return self._with_joined(cue, left, cue.first, "before-verb")
        if cue.voice in ("active", "either") and word.endswith(("هم", "هما")) and left is None:
            return [self._found(cue, cue.first, cue.stop, owner(word) or MANY, None, "pronoun")]
        right = None
        if not (plural and self.reader.parted(cue.stop)):
            right = self._right(cue, min(limit, fate) if dying and fate else limit)
        if right is not None:
            return self._with_joined(cue, right, limit, "verb")
        if left is not None:
            return self._with_joined(cue, left, cue.first, "before-verb")
        if dying and fate is not None:
            return [self._found(cue, fate, fate + 1, owner(words[fate]) or ONE, None, "pronoun")]
        return self._pronoun(cue, word)

    def _pronoun(self, cue: Cue, word: str) -> list[Found]:
        """Read a verb whose victim was named before: "الذي قُتل", "وكان قد اعتُقل", "اعتقلوه"."""
        ahead = self.words[cue.first - 1] if cue.first > self.first else ""
        if cue.voice in ("either", "passive") and ahead in ("الذي", "التي", "قد"):
            return [self._found(cue, cue.first, cue.stop, ONE, None, "pronoun")] if not word.endswith("وا") else []
        if word.endswith("وه") or (word.endswith("ته") and cue.voice in ("either", "active")):
            return [self._found(cue, cue.first, cue.stop, ONE, None, "pronoun")]
        return []

    def _needs_death(self, cue: Cue) -> bool:
        return self.words[cue.first].lstrip("وف").startswith(("لقي", "لقو", "لقت", "فارق"))

    def _left(self, cue: Cue, before: int, *, plural: bool) -> Phrase | None:
        """Read the phrase that ends right before a verb: "36 مدنياً قتلوا", "طفلة ووالدتها قُتلتا"."""
        at = cue.first
        dual = self.words[cue.stop - 1].endswith("ا") and not self.words[cue.stop - 1].endswith("وا")
        if dual and at > before and self.words[at - 1].endswith("يين") and at - 1 not in self.reader.by_stop:
            return Phrase(at - 1, at, Estimate.exactly(2), self.words[at - 1], "unknown", numbered=True, definite=False)
        for start in range(max(before, at - 14), at):
            number = self.reader.by_first.get(start)
            if number is None and person(self.words[start]) is None:
                continue
            if start > self.first and self.words[start - 1] in with_and("subset"):
                continue
            phrase = self.reader.read(start, at, strict=not (plural and number is not None))
            if phrase is None or (phrase.definite and not phrase.numbered):
                continue
            partitive = self.words[phrase.stop : phrase.stop + 1] == ("من",) or (
                number is not None and number.kind == "vague"
            )
            bare = phrase.head is None and not partitive
            end, last = phrase.stop if bare else self.reader.people_stop(phrase, at), phrase
            for other in self.reader.together(phrase, at):
                end, last = self.reader.people_stop(other, at), other
            rest = self.words[max(end, last.stop) : at]
            if plural and any(word in with_and("subset") for word in rest[:2]):
                return phrase
            if all(word in _LINKS or (word.startswith("و") and person(word)) for word in rest):
                return phrase
        return None

    def _right(self, cue: Cue, limit: int) -> Phrase | None:
        """Read the nearest phrase behind a verb, over its subject, day and place."""
        end = min(limit, cue.stop + 18)
        preposition = False
        fallback: Phrase | None = None
        at = cue.stop
        if at < end and self.words[at] in listed("all") and not self.reader.parted(at):
            return Phrase(at, at + 1, MANY, None, "unknown", numbered=False, definite=True)
        while at < end:
            word = self.words[at]
            near = at <= cue.stop + 1
            if word in ("قبل", "منذ", "بعد") and at + 1 in self.reader.by_first:
                at = self.reader.by_first[at + 1].stop + (self.reader.by_first[at + 1].kind != "dual")
                continue  # "قبل ثلاثة أيام"
            if (
                word in _BREAKS
                or (word in with_and("subset") and at > cue.stop)
                or (word == "بعد" and self.words[at + 1 : at + 2] == ("ان",))
            ):
                break
            if at in self.reader.by_first or person(word) is not None or word in listed("other", "one-of", "several"):
                phrase = self.reader.read(at, end, strict=not (near and not cue.people_only))
                if phrase is not None and phrase.others and phrase.head is None and not phrase.numbered and not near:
                    phrase = None
                if phrase is not None:
                    if at == cue.stop and phrase.numbered and phrase.kind == "armed" and cue.voice != "passive":
                        victim = self._behind_agent(phrase, end)
                        return victim or phrase
                    if (phrase.numbered and not (preposition and phrase.head is None)) or phrase.others:
                        return phrase
                    if not preposition and not _generic(phrase):
                        active = cue.voice in ("active", "either")
                        if not active or (at == cue.stop and phrase.estimate != MANY):
                            return phrase
                        if fallback is None or (at > cue.stop and fallback.first == cue.stop):
                            fallback = phrase
                    at = phrase.stop
                    while at < end and self.words[at].endswith("ون") and at not in self.reader.by_first:
                        at += 1  # "مسلحون مجهولون"
                    continue
            elif at == cue.stop and cue.voice != "active" and _is_someone(word):
                return Phrase(at, at + 1, ONE, word, "unknown", numbered=False, definite=False)
            if word in _PREPOSITIONS or (len(word) > 3 and word[0] in "بل" and person(word) is None):
                preposition = True
            at += 1
        return fallback

    def _behind_agent(self, agent: Phrase, stop: int) -> Phrase | None:
        """Read the victim behind counted gunmen: "اقتاد أربعة ملثمين مدرساً"."""
        for at in range(agent.stop, min(stop, agent.stop + 6)):
            word = self.words[at]
            if word in _PREPOSITIONS or word.startswith("و") or self.reader.parted(at):
                return None
            phrase = self.reader.read(at, stop, strict=True)
            if phrase is not None and phrase.kind not in ("armed", "unknown"):
                return phrase
        return None

    # ------------------------------------------------------------------ what goes with a phrase

    def _with_joined(self, cue: Cue, phrase: Phrase, limit: int, rule: str) -> list[Found]:
        groups: list[list[Phrase]] = []
        for one in [phrase, *self.reader.together(phrase, limit)]:
            if groups and same_side(groups[-1][-1].kind, one.kind) and not one.others:
                groups[-1].append(one)
            else:
                groups.append([one])
        found = []
        for number, group in enumerate(groups):
            estimate = group[0].estimate
            for other in group[1:]:
                estimate = estimate.plus(other.estimate)
            first, last = group[0], group[-1]
            people_stop = self.reader.people_stop(last, max(limit, last.stop))
            found.append(
                Found(
                    first.first if number else min(cue.first, first.first),
                    last.stop if number else max(cue.stop, last.stop),
                    first.first, people_stop, cue.outcome, estimate, first.head, _joint_kind(group),
                    "addend" if number else rule, cue.entry_id,
                )
            )  # fmt: skip
        return found

    def _found(self, cue: Cue, first: int, stop: int, estimate: Estimate, victims: str | None, rule: str) -> Found:
        return Found(
            cue.first, max(cue.stop, stop), first, stop, cue.outcome, estimate, victims, "unknown", rule, cue.entry_id
        )

    def _subsets(self, found: list[Found]) -> list[Found]:
        """Add "بينهم 3 أطفال وامرأتان": part of the toll told just before."""
        made: list[Found] = []
        for at in range(self.first, self.stop - 1):
            if self.words[at] not in with_and("subset"):
                continue
            owners = [one for one in found if one.first <= at]
            phrase = self.reader.read(at + 1, self.stop, strict=False) if owners else None
            if phrase is None:
                continue
            whole = max(owners, key=lambda one: one.stop)
            for one in [phrase, *self.reader.together(phrase, self.stop)]:
                if any(word in listed("stop", "weekday") for word in self.words[phrase.stop : one.first]):
                    break
                made.append(
                    Found(
                        at if one is phrase else one.first, one.stop, one.first, one.stop, whole.outcome, one.estimate,
                        one.head, one.kind, "subset", one.entry_id, subset=True,
                    )
                )  # fmt: skip
        spans = {one.people_first for one in made}
        return [one for one in found if one.subset or one.people_first not in spans] + made


def _is_someone(word: str) -> bool:
    """Say whether an unlisted word right behind a verb is one person by origin: "قُتل فلسطيني"."""
    return (
        word not in listed("stop", "weekday")
        and word.endswith(("ي", "يا", "يه"))
        and not word.startswith("ال")
        and looks_like_people(word)
    )


def _is_plural(word: str) -> bool:
    """Say whether a verb form has several doers, so that they stand before it: "قتلوا", "قُتلتا"."""
    return word.endswith(("وا", "تا", "ون")) or (word.endswith("ا") and len(word) > 3)


def _generic(phrase: Phrase) -> bool:
    """Say whether a phrase is the class, not a count: "مقتل المدنيين"."""
    return bool(
        not phrase.numbered and phrase.person is not None and phrase.estimate == MANY
        and phrase.person.proclitics.endswith(("ال", "لل"))
    )  # fmt: skip


def _without_repeats(found: list[Found]) -> list[Found]:
    """Drop a count read twice from the same number: "عدد القتلى إلى 12 قتيلاً"."""
    kept: list[Found] = []
    for one in found:
        same = [
            other for other in kept if other.outcome == one.outcome and other.people_first == one.people_first
        ]  # fmt: skip
        if not same:
            kept.append(one)
    return kept


def _joint_kind(group: list[Phrase]) -> str:
    """Return the kind of phrases counted together; a man and his family are civilians."""
    kinds = {one.kind for one in group}
    if len(kinds) == 1:
        return group[0].kind
    family = any(one.person is not None and one.person.owned for one in group)
    return "unknown" if "unknown" in kinds and not family else "civilians"
