"""Frames that tell one act are one event: the lead, a later detail and a second source refine one record.

Each frame, in the order of the text and headlines last, joins the act it most likely belongs to, or starts
one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from marsad.events.alike import View, alike
from marsad.events.hypothesis import Hypothesis
from marsad.events.mastery import tells_how_it_ended
from marsad.events.models import Models
from marsad.events.one_more import hits_elsewhere_too
from marsad.events.taken_up import behind_the_act
from marsad.frames.assemble import CONSEQUENCES
from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.lexicon.role_words import role_words

__all__ = ["NO_RIVAL", "Likeness", "group", "rivals"]

NO_RIVAL = -9.0
"""The log-odds of a group that has nothing before it to repeat."""

_ANOTHER = -1.0
"""The log-odds, at most, that an act and the answer to it, or another like it, are one."""

_THE_ACT = 1.0
"""The log-odds, at least, that an act and what is told to have come of it are one."""

_OPENING = 3
_LIKELY = 0.3
_TAKEN_UP = 4
"""Words within which a sentence takes up the act before it."""
_OUTCOMES = frozenset(("death", "injury", "arrest", "abduction", "disrupt"))
_OPERATIONS = frozenset(("raid", "arrest"))
_SOON = 3
"""Sentences within which "the cell" is the one that an operation was against."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The log-odds that two frames of a report tell one act; each pair is weighed once.

    `count` is how many frames of the report were answered.
    """

    context: Context
    models: Models
    count: int
    _known: dict[tuple[int, int], float] = field(default_factory=dict)
    _views: dict[int, View] = field(default_factory=dict)

    def of(self, left: Hypothesis, right: Hypothesis) -> float:
        """Return the log-odds for two frames; `right` comes later in the text, or is the headline."""
        pair = left.frame.index, right.frame.index
        score = self._known.get(pair)
        if score is None:
            score = alike(self.context, self._view(left), self._view(right), self.count).score(self.models.same)
            if _answers(self.context, left, right) or _is_another(self.context, left, right):
                score = min(score, _ANOTHER)
            elif (
                _came_of(self.context, left, right)
                or _caught_them(self.context, left, right)
                or tells_how_it_ended(self.context, left, right)
            ):
                score = max(score, _THE_ACT)
            self._known[pair] = score
        return score

    def _view(self, told: Hypothesis) -> View:
        view = self._views.get(told.frame.index)
        if view is None:
            view = self._views[told.frame.index] = View.of(self.context, told)
        return view


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
    if hits_elsewhere_too(context, left, right):
        return True
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
    opening = context.document.words[frame.sentence_first : stop]
    behind = behind_the_act(opening, "results")
    return behind is not None and not role_words("results-in").isdisjoint(opening[behind:])


def _caught_them(context: Context, left: Hypothesis, right: Hypothesis) -> bool:
    """Say whether a raid or arrest told on is of those that an act just before was against: "واعتقلت أفراد الخلية"."""
    one, two = left.frame, right.frame
    if two.is_headline or one.is_headline or not {one.head.sense, two.head.sense} <= _OPERATIONS:
        return False
    if left.act < _LIKELY or not 0 <= two.sentence - one.sentence <= _SOON or left.side2.value != right.side2.value:
        return False
    if role_words("the-group").isdisjoint(context.document.words[two.first : two.stop]):
        return False
    told_apart = any(
        two.first <= each.first < two.stop for each in (*context.annotations.places, *context.annotations.dates)
    )
    counted = any(toll.value is not None and toll.value.best is not None for toll in right.tolls)
    return not told_apart and not counted


def rivals(likeness: Likeness, groups: Sequence[tuple[Hypothesis, ...]]) -> list[float]:
    """Return for each group the log-odds that it only tells again the act of a group before it."""
    return [
        max(
            [likeness.of(left, right) for earlier in groups[:number] for left in earlier for right in members],
            default=NO_RIVAL,
        )
        for number, members in enumerate(groups)
    ]
