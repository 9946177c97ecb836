"""How alike two frames of a report are: what the weights go by that say whether both tell one act."""

from __future__ import annotations

from fractions import Fraction

from marsad.arabic.affixes import bare
from marsad.events.belief import Shares, agreement, level
from marsad.events.choose import Candidate
from marsad.events.hypothesis import Hypothesis
from marsad.events.places import contains
from marsad.events.settle import outright
from marsad.frames.context import Context
from marsad.frozen import dataclass
from marsad.lexicon.role_words import role_words
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES

__all__ = ["View", "alike", "pair_features"]

_SHORT = 3
_MANY, _FAR, _LATE = 8, 4, 6
_OPEN = ("", "unidentified")
_CERTAIN = 0.7
_APART = ("differ", True, True)
"""Two that are told, and are surely not one."""
_HIGH, _MID = 0.6, 0.3
_NEARBY = 3
_DAYS = 2
_AMOUNTS = ((0.15, "few"), (0.3, "some"), (0.5, "many"))

_GENERAL = frozenset(("death", "injury", "assault", "strike", "blast", "raid", "offensive", "shooting"))
_UNTELLING = frozenset((None, 1, 2))
"""Counts that are told too often to show that two frames tell one act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a frame brings to each pair it is in.

    `sides`, `place` and `date` say whether their answers stand in the frame's own sentence, `words` are those of four
    letters and more, `counts` the numbers it tells; `past` when it is told as past of the past.
    """

    told: Hypothesis
    sides: tuple[bool, bool]
    place: bool
    date: bool
    words: frozenset[str]
    counts: frozenset[int | Fraction | None]
    past: bool
    levels: tuple[int, int, int]

    @classmethod
    def of(cls, context: Context, told: Hypothesis) -> View:
        """Look at an answered frame."""
        frame, words = told.frame, context.document.words
        return cls(
            told=told,
            sides=(outright(context, frame, told.side1), outright(context, frame, told.side2)),
            place=told.place is not None and outright(context, frame, told.place),
            date=outright(context, frame, told.date),
            words=frozenset([bare(word) for word in words[frame.first : frame.stop] if len(word) > _SHORT]),
            counts=_counts(context, frame),
            past=any(cue.kind == "pluperfect" for cue in context.qualifiers_over(frame)),
            levels=(
                level(told.act), level(told.place.probability if told.place else 0.0), level(told.date.probability)
            ),
        )  # fmt: skip


def _counts(context: Context, frame: Frame) -> frozenset[int | Fraction | None]:
    return frozenset([number.value for number in frame.inside(context.annotations.numbers)]) - _UNTELLING


def pair_features(context: Context, left: Hypothesis, right: Hypothesis, count: int) -> tuple[str, ...]:
    """Describe how alike two of `count` frames are; `right` comes later in the text, or is the headline."""
    return alike(context, View.of(context, left), View.of(context, right), count).features


def alike(context: Context, left: View, right: View, count: int) -> Candidate[None]:
    """Describe how alike two of `count` frames are; `right` comes later in the text, or is the headline."""
    one, two = left.told, right.told
    first, second = one.frame.head, two.frame.head
    kind, near = _kind(one, two), _nearness(one.frame, two.frame)
    place, date = _place_relation(left, right), _date_relation(left, right)
    acting, hit = _side_relation(left, right, 0), _side_relation(left, right, 1)
    apart = acting == _APART, hit == _APART
    same = one.side1.value == two.side1.value, one.side2.value == two.side2.value
    words = context.document.words
    opening = words[two.frame.first : two.frame.first + 2]
    own = [
        f"kind={kind}|{two.sub_event_type.value}", f"senses={first.sense}+{second.sense}",
        f"away={near}|{second.sense}", f"open={opening[0]}",
    ]  # fmt: skip
    if " ".join(opening) in role_words("reply"):
        own += ("answers", f"answers|{apart[0]}")
    if one.side1.value == two.side2.value and one.side2.value == two.side1.value:
        own.append("mirrored")
    if left.counts and right.counts:
        own.append(f"counts={not left.counts.isdisjoint(right.counts)}|{near}")
    act = "high" if two.act > _HIGH else "mid" if two.act > _MID else "low"
    usual: list[Described] = [
        (_where_and_when, (kind, place, date)),
        (_side, ("side1", *acting, kind, place)),
        (_side, ("side2", *hit, kind, place)),
        (_apart, (*apart, *same, place, kind)),
        (_away, (near, kind, place, second.definite, second.pos, first.entry_id == second.entry_id)),
        (_told, (right.past, place, _deaths(one, two), act, near)),
        (_shared, (_amount(left.words, right.words), near, kind)),
        *_beliefs(left, right),
        (_stand, _distances(one.frame, two.frame, count)),
    ]
    return Candidate(None, None, tuple(own), usual=tuple(usual))


def _kind(one: Hypothesis, two: Hypothesis) -> str:
    """Name what the types of two acts share: "type", "family", "general" where a word tells many types, "other"."""
    left, right = one.sub_event_type.value, two.sub_event_type.value
    if left == right:
        return "type"
    if EVENT_TYPES[left] == EVENT_TYPES[right]:
        return "family"
    return "general" if one.frame.head.sense in _GENERAL or two.frame.head.sense in _GENERAL else "other"


def _nearness(one: Frame, two: Frame) -> str:
    away = two.sentence - one.sentence
    if two.is_headline:
        return "title"
    return "same" if away == 0 else "next" if away == 1 else "near" if away <= _NEARBY else "far"


def _where_and_when(kind: str, place: str, date: str) -> tuple[str, ...]:
    return (
        f"kind={kind}", f"place={place}", f"date={date}", f"place={place}|kind={kind}", f"date={date}|kind={kind}",
        f"place={place}|date={date}",
    )  # fmt: skip


def _side_relation(left: View, right: View, number: int) -> tuple[str, bool, bool]:
    """Say whether a side is the "same", "open" where nobody is named, or they "differ"; whether told, and surely."""
    one, two = (left.told.side2, right.told.side2) if number else (left.told.side1, right.told.side1)
    relation = "same" if one.value == two.value else "open" if one.value in _OPEN or two.value in _OPEN else "differ"
    told = left.sides[number] and right.sides[number]
    return relation, told, min(one.probability, two.probability) > _CERTAIN


def _side(side: str, alike: str, sure: bool, certain: bool, kind: str, place: str) -> tuple[str, ...]:
    features = (f"{side}={alike}|sure={sure}", f"{side}={alike}|kind={kind}")
    if alike == "open":
        return features
    told = f"{side}={alike}|sure={sure}|certain={certain}"
    return (*features, told, f"{told}|place={place}")


def _apart(first: bool, second: bool, acting: bool, hit: bool, place: str, kind: str) -> tuple[str, ...]:
    apart = f"apart={first}{second}"
    return apart, f"{apart}|place={place}", f"{apart}|kind={kind}", f"sides={acting}{hit}|place={place}|kind={kind}"


def _away(near: str, kind: str, place: str, definite: bool, pos: str, lemma: bool) -> tuple[str, ...]:
    return (
        f"away={near}", f"away={near}|kind={kind}", f"away={near}|place={place}",
        f"definite={definite}|{pos}|kind={kind}", f"lemma={lemma}|{near}",
    )  # fmt: skip


def _told(past: bool, place: str, killed: str, act: str, near: str) -> tuple[str, ...]:
    return f"pluperfect={past}|place={place}", f"killed={killed}", f"act={act}|{near}"


def _deaths(one: Hypothesis, two: Hypothesis) -> str:
    left, right = one.tolls[0].value, two.tolls[0].value
    if left is None or right is None:
        return "both-none" if left is right else "one"
    return "same" if left == right else "differ"


def _amount(one: frozenset[str], two: frozenset[str]) -> str:
    """Say how much of the words of the shorter stretch the other one has, too."""
    smaller = min(len(one), len(two))
    share = len(one & two) / smaller if smaller else 0.0
    return "none" if share == 0 else next((name for limit, name in _AMOUNTS if share < limit), "most")


def _shared(amount: str, near: str, kind: str) -> tuple[str, ...]:
    return f"shared={amount}|{near}", f"shared={amount}|kind={kind}"


def _beliefs(left: View, right: View) -> tuple[Described, ...]:
    """Say how far two frames agree, answers not taken counted by their shares, and how sure they are of themselves."""
    one, two = left.told.beliefs, right.told.beliefs
    what, place, date = (
        agreement(one.event_type, two.event_type), agreement(one.place, two.place), agreement(one.date, two.date)
    )  # fmt: skip
    acting, hit = agreement(one.side1, two.side1), agreement(one.side2, two.side2)
    types = agreement(one.sub_event_type, two.sub_event_type)
    whole = level(what * acting * place * date)
    turned = agreement(one.side1, two.side2), agreement(one.side2, two.side1)
    return (
        (_agree_on_act, (level(types), level(what), level(place), level(date), whole)),
        (_agree_on_side, ("side1", level(acting), level(_named(acting, one.side1, two.side1)))),
        (_agree_on_side, ("side2", level(hit), level(_named(hit, one.side2, two.side2)))),
        (_turned, (level(turned[0]), level(turned[1]))),
        (_sure, ("left", *left.levels)),
        (_sure, ("right", *right.levels)),
    )


def _named(agreed: float, one: Shares, two: Shares) -> float:
    """Return how far two frames agree on somebody that is named."""
    return agreed - sum([one.get(code, 0.0) * two.get(code, 0.0) for code in _OPEN])


def _agree_on_act(types: int, family: int, place: int, date: int, whole: int) -> tuple[str, ...]:
    return (
        f"agree.sub_event_type={types}", f"agree.event_type={family}", f"agree.place={place}", f"agree.date={date}",
        f"agree.all={whole}",
    )  # fmt: skip


def _agree_on_side(side: str, likely: int, named: int) -> tuple[str, ...]:
    return f"agree.{side}={likely}", f"agree.{side}.named={named}"


def _turned(first: int, second: int) -> tuple[str, ...]:
    return f"agree.turned={first}", f"agree.turned2={second}"


def _sure(which: str, act: int, place: int, date: int) -> tuple[str, ...]:
    return f"{which}.act={act}", f"{which}.place={place}", f"{which}.date={date}"


def _distances(one: Frame, two: Frame, count: int) -> tuple[int, int | str, int, int]:
    away = "title" if two.is_headline else min(two.sentence - one.sentence, _FAR)
    return min(count, _MANY), away, min(one.index, _LATE), min(two.index - one.index, _LATE)


def _stand(frames: int, away: int | str, order: int, apart: int) -> tuple[str, ...]:
    """Describe where two frames stand in the report."""
    return f"frames={frames}", f"frames={frames}|away={away}", f"order={order}", f"apart.frames={apart}"


def _place_relation(left: View, right: View) -> str:
    if left.told.place is None or right.told.place is None:
        return "none"
    one, two = left.told.place.value, right.told.place.value
    sure = f"{left.place:d}{right.place:d}"
    if one.name == two.name:
        return f"same{sure}"
    if contains(one, two) or contains(two, one):
        return f"nested{sure}"
    inner, outer = one.place, two.place
    if inner and outer and inner.admin1 and inner.admin1 == outer.admin1:
        return f"near{sure}"
    return f"differ{sure}"


def _date_relation(left: View, right: View) -> str:
    one, two = left.told.date.value, right.told.date.value
    sure = f"{left.date:d}{right.date:d}"
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return f"unknown{sure}"
    if (one.start, one.end) == (two.start, two.end):
        return f"same{sure}"
    if one.start <= two.end and two.start <= one.end:
        return f"overlap{sure}"
    return f"apart{sure}" if abs((one.start - two.start).days) > _DAYS else f"near{sure}"
