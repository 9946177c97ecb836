"""Which people an outcome word governs: behind a noun ("مقتل ستة"), around a verb, before a victim noun."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import OTHERS, STOPS, Phrase, Reader, same_side
from marsad.annotate.casualties.people import looks_like_people, person
from marsad.model.quantity import Estimate

__all__ = ["Found", "Governor"]

_MANY = Estimate(2, None, None)
_ONE = Estimate.exactly(1)
_SUBSETS = frozenset(
    "بينهم بينهن بينها بينهما منهم منهن منها ضمنهم وبينهم ومنهم ومنها فيهم معظمهم غالبيتهم اغلبهم جلهم".split()
)
_NEGATIVE = frozenset("دون بدون عدم ليس لا لم ولم ولا فلم".split())
_NEGATED_VERBS = frozenset(
    "تقع يقع تسجل يسجل يسفر تسفر ترد يرد تحدث يحدث تخلف يخلف توقع يوقع تذكر تشر تتسبب يتسبب تود تودي يود يوجد توجد تعرف "
    "انباء معلومات خسائر اصابات وقوع ورود تسجيل يصب يبلغ يودي تودي يكن تكن يعلن يعلم يتضح يتم".split()
)
_REACHES = frozenset(
    "الي بلغ بلغت يبلغ وصل وصلت يصل تجاوز تجاوزت يتجاوز تصبح اصبح اصبحت يصبح تبلغ تصل لتصل ليصل لتبلغ ليبلغ تخطي تخطت".split()
)
_COUNTS = frozenset("عدد حصيله عداد اعداد اجمالي مجموع وعدد وحصيله لعدد بعدد حصيلته حصيلتها".split())
_DEATHS = ("مصرع", "حتف", "ربه", "الحياه", "وجه")


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

    __slots__ = ("cues", "first", "reader", "stop", "taken", "words")

    def __init__(self, reader: Reader, cues: list[Cue], first: int, stop: int) -> None:
        self.reader, self.cues, self.first, self.stop = reader, cues, first, stop
        self.words = reader.words
        self.taken: set[int] = set()

    def read(self) -> list[Found]:
        """Return the counts of the sentence in order of their outcome words."""
        found: list[Found] = []
        for position, cue in enumerate(self.cues):
            if self._negated(cue):
                continue
            limit = self.cues[position + 1].first if position + 1 < len(self.cues) else self.stop
            before = self.cues[position - 1].stop if position else self.first
            if cue.voice == "victim":
                found += self._victim(cue, before, limit)
            elif cue.voice == "nominal":
                found += self._nominal(cue, limit)
            else:
                found += self._verb(cue, before, limit)
        found += self._subsets(found)
        return found

    # ------------------------------------------------------------------ kinds of outcome word

    def _nominal(self, cue: Cue, limit: int) -> list[Found]:
        phrase = self.reader.read(cue.stop, limit, strict=cue.people_only and cue.outcome != "wounded")
        if phrase is not None:
            return self._with_joined(cue, phrase, limit, "nominal")
        word = self.words[cue.stop - 1]
        owner = _owner(word)
        if owner is not None:
            return [self._found(cue, cue.first, cue.stop, owner, None, "unknown", "pronoun")]
        if (
            not cue.people_only
            and cue.stop < limit
            and _may_be_name(self.words[cue.stop])
            and not self._parted(cue.stop)
        ):
            return [self._found(cue, cue.stop, cue.stop + 1, _ONE, None, "unknown", "named")]
        return []

    def _victim(self, cue: Cue, before: int, limit: int) -> list[Found]:
        word = self.words[cue.first]
        number = self.reader.by_stop.get(cue.first)
        if number is not None and number.kind in ("cardinal", "range", "vague") and not self._parted(cue.first):
            return self._counted(cue, number.first, number.estimate, limit)
        if number is None and cue.first - 1 in self.reader.by_stop and self.words[cue.first - 1] == "من":
            return self._counted(
                cue, self.reader.by_stop[cue.first - 1].first, self.reader.by_stop[cue.first - 1].estimate, limit
            )
        if cue.first > self.first and self.words[cue.first - 1] in _COUNTS:
            return self._toll(cue, limit)
        following = self.reader.by_first.get(cue.stop)
        if following is not None and following.kind == "cardinal" and not self._parted(cue.stop):
            return self._counted(cue, cue.first, following.estimate, limit, following.stop)
        definite = cue.proclitics.endswith(("ال", "لل"))
        if word.endswith(("ان", "ين", "تين")) and not word.endswith(("مصابين",)):
            return self._counted(cue, cue.first, Estimate.exactly(2), limit)
        if definite:
            return []
        stem = word
        plural = stem.endswith(
            ("قتلي", "جرحي", "شهداء", "ضحايا", "وفيات", "مصابين", "مصابون", "اصابات", "جثث", "صرعي", "جثامين")
        )
        return self._counted(cue, cue.first, _MANY if plural else _ONE, limit)

    def _counted(self, cue: Cue, first: int, estimate: Estimate, limit: int, stop: int | None = None) -> list[Found]:
        end = cue.stop if stop is None else stop
        kind, head, people_stop = self._described(end, limit)
        return [
            Found(
                first, end, first, people_stop, cue.outcome, estimate, head or self.words[cue.first], kind, "victim",
                cue.entry_id,
            )
        ]  # fmt: skip

    def _described(self, at: int, limit: int) -> tuple[str, str | None, int]:
        """Return kind and noun of "قتلى مدنيين", "جريح من العناصر", and where the naming ends."""
        kind, head = "unknown", None
        end = min(limit, at + 5)
        while at < end and not self._parted(at):
            word = self.words[at]
            if word in STOPS or at in self.reader.by_first:
                break
            found = person(word)
            if found is not None and head is None:
                if found.proclitics.startswith("و"):
                    break
                kind, head = found.kind, found.noun
            at += 1
        return kind, head, at

    def _toll(self, cue: Cue, limit: int) -> list[Found]:
        """Read "ارتفع عدد القتلى إلى 12", "عدد المصابين 1100"."""
        at = cue.stop
        end = min(self.stop, cue.stop + 25)
        reached = False
        while at < end:
            number = self.reader.by_first.get(at)
            if number is not None and number.kind in ("cardinal", "range", "vague"):
                if reached or at <= cue.stop + 1:
                    kind, head, people_stop = self._described(number.stop, self.stop)
                    own, own_head, _end = self._described(cue.stop, limit)
                    return [
                        Found(
                            number.first, number.stop, number.first, people_stop, cue.outcome, number.estimate,
                            head or own_head, kind if kind != "unknown" else own, "toll", cue.entry_id,
                        )
                    ]  # fmt: skip
                at = number.stop
                continue
            word = self.words[at]
            if word in _REACHES or word == "ل":
                reached = True
            elif reached and word.startswith("ل") and at in self.reader.by_first:
                reached = True
            at += 1
        return []

    def _verb(self, cue: Cue, before: int, limit: int) -> list[Found]:
        word = self.words[cue.stop - 1]
        if self._needs_death(cue) and not any(
            later.startswith(_DEATHS) for later in self.words[cue.stop : min(self.stop, cue.stop + 14)]
        ):
            return []
        plural = word.endswith(("وا", "تا", "ون")) or (word.endswith("ا") and len(word) > 3)
        left = self._left(cue, before) if cue.voice != "active" else None
        if left is not None and (plural or left.numbered or cue.voice == "passive"):
            return self._with_joined(cue, left, cue.first, "before-verb")
        right = self._right(cue, limit)
        if right is not None:
            return self._with_joined(cue, right, limit, "verb")
        if left is not None:
            return self._with_joined(cue, left, cue.first, "before-verb")
        return []

    def _needs_death(self, cue: Cue) -> bool:
        word = self.words[cue.first]
        return word.lstrip("وف").startswith(("لقي", "لقو", "يلق", "فارق"))

    def _left(self, cue: Cue, before: int) -> Phrase | None:
        """Read the phrase that ends right before a verb: "36 مدنياً قتلوا", "طفلة ووالدتها قُتلتا"."""
        at = cue.first
        for start in range(max(before, at - 9), at):
            if start in self.taken:
                continue
            word = self.words[start]
            if start not in self.reader.by_first and person(word) is None:
                continue
            phrase = self.reader.read(start, at, strict=True)
            if phrase is None or phrase.definite and not phrase.numbered:
                continue
            end = self.reader.people_stop(phrase, at)
            last = phrase
            for other in self.reader.together(phrase, at):
                end, last = self.reader.people_stop(other, at), other
            rest = self.words[max(end, last.stop) : at]
            if all(word in ("قد", "علي", "الاقل", "كانوا", "و", "ممن", "الذين") for word in rest):
                return phrase
        return None

    def _right(self, cue: Cue, limit: int) -> Phrase | None:
        """Read the nearest phrase behind a verb, over its subject, day and place."""
        end = min(limit, cue.stop + 16)
        path_preposition = False
        fallback: Phrase | None = None
        at = cue.stop
        while at < end:
            word = self.words[at]
            near = at <= cue.stop + 1
            if word in ("عندما", "بينهم", "الذي", "التي", "الذين", "حيث", "فيما") or word in _SUBSETS:
                break
            if at in self.reader.by_first or person(word) is not None or word in OTHERS or word in ("احد", "احدي"):
                phrase = self.reader.read(at, end, strict=not (near and not cue.people_only))
                if phrase is not None:
                    if phrase.numbered or phrase.others:
                        return phrase
                    if not path_preposition and not (at > cue.stop and phrase.definite and phrase.estimate == _MANY):
                        agent = cue.voice in ("active", "either") and phrase.estimate == _MANY and at == cue.stop
                        if not agent:
                            return phrase
                        fallback = fallback or phrase
                    at = phrase.stop
                    continue
            if word in ("في", "علي", "من", "عن", "الي", "قرب", "جراء", "اثر", "يد") or (
                len(word) > 3 and word[0] in "بل" and person(word) is None and at > cue.stop - 1
            ):
                path_preposition = True
            at += 1
        return fallback

    # ------------------------------------------------------------------ what goes with a phrase

    def _with_joined(self, cue: Cue, phrase: Phrase, limit: int, rule: str) -> list[Found]:
        phrases = [phrase, *self.reader.together(phrase, limit)]
        groups: list[list[Phrase]] = []
        for one in phrases:
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
            kind = _joint_kind(group)
            people_stop = self.reader.people_stop(last, max(limit, last.stop))
            start = min(cue.first, first.first) if not number else first.first
            stop = max(cue.stop, last.stop) if not number else last.stop
            found.append(
                Found(
                    start, stop, first.first, people_stop, cue.outcome, estimate, first.head, kind,
                    rule if not number else "addend", cue.entry_id,
                )
            )  # fmt: skip
            self.taken.update(range(first.first, last.stop))
        return found

    def _found(
        self, cue: Cue, first: int, stop: int, estimate: Estimate, victims: str | None, kind: str, rule: str
    ) -> Found:
        return Found(
            cue.first, max(cue.stop, stop), first, stop, cue.outcome, estimate, victims, kind, rule, cue.entry_id
        )

    def _subsets(self, found: list[Found]) -> list[Found]:
        """Read "بينهم 3 أطفال وامرأتان": part of the toll told just before."""
        made: list[Found] = []
        for at in range(self.first, self.stop - 1):
            if self.words[at] not in _SUBSETS:
                continue
            owners = [one for one in found if one.first <= at and not one.subset]
            if not owners:
                continue
            owner = max(owners, key=lambda one: one.stop)
            phrase = self.reader.read(at + 1, self.stop, strict=False)
            if phrase is None:
                continue
            for one in [phrase, *self.reader.together(phrase, self.stop)]:
                made.append(
                    Found(
                        at if one is phrase else one.first, one.stop, one.first, one.stop, owner.outcome, one.estimate,
                        one.head, one.kind, "subset", one.entry_id, subset=True,
                    )
                )  # fmt: skip
        spans = {(one.people_first, one.people_stop) for one in made}
        found[:] = [one for one in found if one.subset or (one.people_first, one.people_stop) not in spans]
        return made

    def _negated(self, cue: Cue) -> bool:
        """Say whether "دون", "لم تقع", "لا أنباء عن" stands shortly before an outcome noun."""
        for at in range(max(self.first, cue.first - 6), cue.first):
            word = self.words[at]
            if word not in _NEGATIVE or any(
                number.first <= at < number.stop for number in self.reader.by_first.values()
            ):
                continue
            if word in ("دون", "بدون", "عدم"):
                return True
            if self.words[at + 1] in _NEGATED_VERBS or at + 1 == cue.first:
                return True
        return False

    def _parted(self, index: int) -> bool:
        return any(mark in self.reader.document.gap(index) for mark in "،,.؛:\n!؟")


def _joint_kind(group: list[Phrase]) -> str:
    """Return the kind of phrases counted together; a man and his family are civilians."""
    kinds = {one.kind for one in group}
    if len(kinds) == 1:
        return group[0].kind
    family = any(one.person is not None and one.person.owned for one in group)
    return "unknown" if "unknown" in kinds and not family else "civilians"


def _owner(word: str) -> Estimate | None:
    """Return how many a pronoun on an outcome noun stands for: "مقتله" 1, "مقتلهما" 2."""
    if word.endswith("هما"):
        return Estimate.exactly(2)
    if word.endswith("هم"):
        return _MANY
    if word.endswith(("ها", "ه")) and not word.endswith(("صابه", "تصفيه", "وفاه", "حياه")):
        return _ONE
    return None


def _may_be_name(word: str) -> bool:
    """Guess whether the word behind "مقتل" is somebody's name."""
    return (
        len(word) > 2
        and word not in STOPS
        and word[0] not in "0123456789"
        and not looks_like_people(word[:0])
        and word not in _NOT_NAMES
    )


_NOT_NAMES = frozenset("معظم جميع كافه بعض ثم هو هي هناك هنا غير اي كل كلا مثل نفسه ذاته قوات عناصر ابناء".split())
