"""Frames that tell one act are one event: the lead, a later detail and a second source refine one record.

Each frame, in the order of the text and headlines last, joins the act it most likely belongs to, or starts
one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from marsad.arabic.affixes import bare
from marsad.events.belief import agreement, level
from marsad.events.hypothesis import Hypothesis
from marsad.events.models import Models
from marsad.events.places import contains
from marsad.frames.assemble import CONSEQUENCES
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.what import EVENT_TYPES

__all__ = ["NO_RIVAL", "Likeness", "group", "pair_features", "rivals"]

NO_RIVAL = -9.0
"""The log-odds of a group that has nothing before it to repeat."""

_ANOTHER = -1.0
"""The log-odds, at most, that an act and the answer to it, or another like it, are one."""

_THE_ACT = 1.0
"""The log-odds, at least, that an act and what is told to have come of it are one."""

_OPENING = 3
_SHORT = 3
_MANY, _FAR, _LATE = 8, 4, 6
_OPEN = ("", "unidentified")
_CERTAIN = 0.7
_LIKELY = 0.3
_TAKEN_UP = 4
"""Words within which a sentence takes up the act before it."""
_OUTCOMES = frozenset(("death", "injury", "arrest", "abduction", "disrupt"))

_GENERAL = frozenset(("death", "injury", "assault", "strike", "blast", "raid", "offensive", "shooting"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """The log-odds that two frames of a report tell one act; each pair is weighed once.

    `count` is how many frames of the report were answered.
    """

    context: Context
    models: Models
    count: int
    _known: dict[tuple[int, int], float] = field(default_factory=dict)

    def of(self, left: Hypothesis, right: Hypothesis) -> float:
        """Return the log-odds for two frames; `right` comes later in the text, or is the headline."""
        pair = left.frame.index, right.frame.index
        score = self._known.get(pair)
        if score is None:
            score = self.models.same.score(pair_features(self.context, left, right, self.count))
            if _answers(self.context, left, right) or _is_another(self.context, left, right):
                score = min(score, _ANOTHER)
            elif _came_of(self.context, left, right):
                score = max(score, _THE_ACT)
            self._known[pair] = score
        return score


def group(likeness: Likeness, hypotheses: Sequence[Hypothesis]) -> list[tuple[Hypothesis, ...]]:
    """Return the hypotheses of each act; the first of a group is the earliest in the body of the text."""
    groups: list[list[Hypothesis]] = []
    for hypothesis in sorted(hypotheses, key=lambda item: (item.frame.is_headline, item.frame.index)):
        scores = [sum([likeness.of(member, hypothesis) for member in members]) / len(members) for members in groups]
        top = max(range(len(scores)), key=lambda index: scores[index], default=None)
        if top is not None and scores[top] > 0:
            groups[top].append(hypothesis)
        else:
            groups.append([hypothesis])
    return [tuple(members) for members in groups]


def _answers(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether the later act answers the earlier one: "ورداً على ذلك، استهدفت ..." by those who were hit."""
    one, two = left.side1.value, right.side1.value
    if one == two or "unidentified" in (one, two):
        return False
    return " ".join(context.document.words[right.frame.first : right.frame.first + 2]) in role_words("reply")


def _is_another(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether the later act is told as another one of its kind: "وقتل أربعة في غارة أخرى"."""
    head = right.frame.head
    if right.frame.is_headline or head.definite:
        return False
    counted = any(toll.value is not None for toll in right.tolls)
    if counted and right.frame.first == right.frame.sentence_first and left.frame.sentence < right.frame.sentence:
        opening = context.document.words[right.frame.first : right.frame.first + _OPENING]
        if " ".join(opening) in role_words("apart"):
            return True  # "من جهة أخرى، قُتل سبعة"
    if head.pos != "noun" or head.sense in CONSEQUENCES:
        return False
    behind = context.document.words[head.stop : min(head.stop + 2, right.frame.stop)]
    return not role_words("another").isdisjoint(behind) and left.frame.sentence < right.frame.sentence


def _came_of(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether a sentence tells what came of the act told right before: "وأسفرت العملية الأمنية عن اعتقال ستة"."""
    frame = right.frame
    stop = frame.sentence_first + _TAKEN_UP
    if left.frame.sentence != frame.sentence - 1 or left.act < _LIKELY or frame.first >= stop:
        return False
    if frame.head.first >= stop and frame.head.sense not in _OUTCOMES:
        return False
    verb, *behind = context.document.words[frame.sentence_first : stop]
    if verb.removeprefix("و") not in role_words("results") or role_words("the-act").isdisjoint(behind[:1]):
        return False
    return not role_words("results-in").isdisjoint(behind[1:])


def rivals(likeness: Likeness, groups: Sequence[tuple[Hypothesis, ...]]) -> list[float]:
    """Return for each group the log-odds that it only tells again the act of a group before it."""
    return [
        max(
            [likeness.of(left, right) for earlier in groups[:number] for left in earlier for right in members],
            default=NO_RIVAL,
        )
        for number, members in enumerate(groups)
    ]


def pair_features(context: Context, left: Hypothesis, right: Hypothesis, count: int) -> tuple[str, ...]:
    """Describe how alike two of `count` frames are; `right` comes later in the text, or is the headline."""
    return (*_features(context, left, right), *_beliefs(left, right, count))


def _explicit(context: Context, hypothesis: Hypothesis, question: str) -> bool:
    choice = getattr(hypothesis, question)
    if choice is None or choice.mention is None:
        return False
    return context.zone(hypothesis.frame, choice.mention)[0] in "CS"


def _features(context: Context, left: Hypothesis, right: Hypothesis) -> Iterable[str]:
    one, two = left.frame, right.frame
    types = (left.sub_event_type.value, right.sub_event_type.value)
    same_type = types[0] == types[1]
    same_family = EVENT_TYPES[types[0]] == EVENT_TYPES[types[1]]
    general = one.head.sense in _GENERAL or two.head.sense in _GENERAL
    kind = "type" if same_type else "family" if same_family else "general" if general else "other"
    yield f"kind={kind}"
    yield f"kind={kind}|{types[1]}"
    yield f"senses={one.head.sense}+{two.head.sense}"
    place = _place_relation(context, left, right)
    date = _date_relation(context, left, right)
    yield f"place={place}"
    yield f"date={date}"
    yield f"place={place}|kind={kind}"
    yield f"date={date}|kind={kind}"
    yield f"place={place}|date={date}"
    apart: list[bool] = []
    for side in ("side1", "side2"):
        values = (getattr(left, side).value, getattr(right, side).value)
        alike = "same" if values[0] == values[1] else "open" if {"", "unidentified"} & set(values) else "differ"
        sure = _explicit(context, left, side) and _explicit(context, right, side)
        yield f"{side}={alike}|sure={sure}"
        yield f"{side}={alike}|kind={kind}"
        certain = min(getattr(left, side).probability, getattr(right, side).probability) > _CERTAIN
        apart.append(alike == "differ" and sure and certain)
        if alike != "open":
            yield f"{side}={alike}|sure={sure}|certain={certain}"
            yield f"{side}={alike}|sure={sure}|certain={certain}|place={place}"
    yield f"apart={apart[0]}{apart[1]}"
    yield f"apart={apart[0]}{apart[1]}|place={place}"
    yield f"apart={apart[0]}{apart[1]}|kind={kind}"
    opening = context.document.words[two.first : two.first + 2]
    if " ".join(opening) in role_words("reply"):
        yield "answers"
        yield f"answers|{apart[0]}"
    acting, hit = left.side1.value == right.side1.value, left.side2.value == right.side2.value
    yield f"sides={acting}{hit}|place={place}|kind={kind}"
    if left.side1.value == right.side2.value and left.side2.value == right.side1.value:
        yield "mirrored"
    away = two.sentence - one.sentence
    near = (
        "title" if two.is_headline else "same" if away == 0 else "next" if away == 1 else "near" if away <= 3 else "far"
    )
    yield f"away={near}"
    yield f"away={near}|kind={kind}"
    yield f"away={near}|place={place}"
    yield f"away={near}|{two.head.sense}"
    yield f"definite={two.head.definite}|{two.head.pos}|kind={kind}"
    yield f"lemma={one.head.entry_id == two.head.entry_id}|{near}"
    yield f"open={context.document.words[two.first]}"
    kinds = {cue.kind for cue in context.qualifiers_over(two)}
    yield f"pluperfect={'pluperfect' in kinds}|place={place}"
    yield from _shared_words(context, left, right, near, kind)
    killed = (left.tolls[0].value, right.tolls[0].value)
    yield "killed=" + (
        "both-none"
        if killed == (None, None)
        else "same"
        if killed[0] == killed[1]
        else "one"
        if None in killed
        else "differ"
    )
    yield f"act={'high' if right.act > 0.6 else 'mid' if right.act > 0.3 else 'low'}|{near}"


def _beliefs(left: Hypothesis, right: Hypothesis, count: int) -> Iterable[str]:
    """Say how far two frames agree, answers not taken counted by their shares, how sure they are, and how far apart."""
    one, two = left.beliefs, right.beliefs
    same = {
        "sub_event_type": agreement(one.sub_event_type, two.sub_event_type),
        "event_type": agreement(one.event_type, two.event_type),
        "place": agreement(one.place, two.place),
        "date": agreement(one.date, two.date),
        "turned": agreement(one.side1, two.side2),
        "turned2": agreement(one.side2, two.side1),
    }
    for side, mine, its in (("side1", one.side1, two.side1), ("side2", one.side2, two.side2)):
        same[side] = agreement(mine, its)
        same[f"{side}.named"] = same[side] - sum([mine.get(code, 0.0) * its.get(code, 0.0) for code in _OPEN])
    same["all"] = same["event_type"] * same["side1"] * same["place"] * same["date"]
    for question, likely in same.items():
        yield f"agree.{question}={level(likely)}"
    for name, member in (("left", left), ("right", right)):
        yield f"{name}.act={level(member.act)}"
        yield f"{name}.place={level(member.place.probability if member.place else 0.0)}"
        yield f"{name}.date={level(member.date.probability)}"
    frames, away = min(count, _MANY), right.frame.sentence - left.frame.sentence
    yield f"frames={frames}"
    yield f"frames={frames}|away={'title' if right.frame.is_headline else min(away, _FAR)}"
    yield f"order={min(left.frame.index, _LATE)}"
    yield f"apart.frames={min(right.frame.index - left.frame.index, _LATE)}"


def _shared_words(context: Context, left: Hypothesis, right: Hypothesis, near: str, kind: str) -> Iterable[str]:
    """Say how much two stretches share: words of four letters and more, and counts told in both."""
    one, two = left.frame, right.frame
    words = context.document.words
    sets = [_telling_words(words[frame.first : frame.stop]) for frame in (one, two)]
    smaller = min(len(sets[0]), len(sets[1]))
    share = len(sets[0] & sets[1]) / smaller if smaller else 0.0
    amount = (
        "none"
        if share == 0
        else "few"
        if share < 0.15
        else "some"
        if share < 0.3
        else "many"
        if share < 0.5
        else "most"
    )
    yield f"shared={amount}|{near}"
    yield f"shared={amount}|kind={kind}"
    counts = [
        {number.value for number in context.annotations.numbers if frame.first <= number.first < frame.stop}
        - {None, 1, 2}
        for frame in (one, two)
    ]
    if counts[0] and counts[1]:
        yield f"counts={bool(counts[0] & counts[1])}|{near}"


@lru_cache(maxsize=256)
def _telling_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset([bare(word) for word in words if len(word) > _SHORT])


def _place_relation(context: Context, left: Hypothesis, right: Hypothesis) -> str:
    if left.place is None or right.place is None:
        return "none"
    one, two = left.place.value, right.place.value
    sure = f"{_explicit(context, left, 'place'):d}{_explicit(context, right, 'place'):d}"
    if one.name == two.name:
        return f"same{sure}"
    if contains(one, two) or contains(two, one):
        return f"nested{sure}"
    inner, outer = one.place, two.place
    if inner and outer and inner.admin1 and inner.admin1 == outer.admin1:
        return f"near{sure}"
    return f"differ{sure}"


def _date_relation(context: Context, left: Hypothesis, right: Hypothesis) -> str:
    one, two = left.date.value, right.date.value
    sure = f"{_explicit(context, left, 'date'):d}{_explicit(context, right, 'date'):d}"
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return f"unknown{sure}"
    if (one.start, one.end) == (two.start, two.end):
        return f"same{sure}"
    if one.start <= two.end and two.start <= one.end:
        return f"overlap{sure}"
    return f"apart{sure}" if abs((one.start - two.start).days) > 2 else f"near{sure}"
