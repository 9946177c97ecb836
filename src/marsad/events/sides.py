"""Who acts and who is acted upon: candidates for side1 and side2 of a frame.

"قصفت مدفعية قوات النظام بلدة تفتناز" : side1 syr-regime (first after an active verb), side2 civilians.
Every actor of the report is a candidate, described by where its mentions stand from the head, what leads
into them, and who usually does what to whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.events.belief import Shares, spread
from marsad.events.categories import category
from marsad.events.choose import Candidate, Choice, shares
from marsad.events.elsewhere import parts_elsewhere, states_of_land
from marsad.events.foes import TWO_SIDED, foe_features, unnamed_foes
from marsad.events.holders import held_by
from marsad.events.shared import Shared
from marsad.events.standing import Sight, see_actor, see_mention
from marsad.events.targets import target_features
from marsad.frames.cast import guards
from marsad.frames.context import Context, nearness
from marsad.frozen import dataclass
from marsad.lexicon.role_words import role_words
from marsad.lexicon.weights import Described, Weights
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES
from marsad.model.who import ActorMention

__all__ = ["NOBODY", "Told", "acting_candidates", "affected_candidates", "choose_act", "seen_actors", "seen_foes"]

NOBODY = ""
"""The value of an empty side."""

_ALWAYS = ("unidentified", "civilians", "protesters", NOBODY)
"""Who may act or be hit with no word of the report for them."""
_RELEASE = "release"
"""The sense of acts that let captives go, whoever these are said to be: "أطلقوا سراح ستة أشخاص"."""

_ACTING_TRIED = 4
_KINDS_TRIED = 2
_OPEN = 0.2
"""How likely, by the likeliest, a second type must be to be tried."""


class Told(NamedTuple):
    """What a frame tells, who acts and whom it hits, and the shares of all who may."""

    sub_event_type: Choice[str]
    side1: Choice[str]
    side2: Choice[str]
    acting: Shares
    affected: Shares


def choose_act(context: Context, frame: Frame, kinds: Sequence[Choice[str]], side1: Weights, side2: Weights) -> Told:
    """Return the sub-event type, the acting and the affected side that are likeliest together.

    `kinds` are the types a frame may tell, the likeliest first. A second one is asked who would act in it when it is
    not much less likely: "هجوم" is a clash where soldiers are hit and an attack where nobody bears arms.
    """
    tried = [
        kind
        for number, kind in enumerate(kinds[:_KINDS_TRIED])
        if not number or kind.probability > _OPEN * kinds[0].probability
    ]
    seen, foes = _seen(context, frame, reckoned=any(kind.value in TWO_SIDED for kind in tried))
    doing = [each.candidate.score(side1) for each in seen]
    targets = Shared(target_features(context, frame))
    hit = [
        each.candidate.score(side2) + targets.begun(side2, _opening(each.candidate.value)) for each in (*seen, *foes)
    ]
    two = _tells_of_two(context, frame)
    told = [
        _choose_sides(seen, foes if kind.value in TWO_SIDED else (), doing, hit, kind, two, side1, side2)
        for kind in tried
    ]
    return max(told, key=lambda pair: pair[0])[1]


def _choose_sides(
    seen: Sequence[_Seen],
    foes: Sequence[_Seen],
    doing: Sequence[float],
    hit: Sequence[float],
    kind: Choice[str],
    two_named: bool,
    side1: Weights,
    side2: Weights,
) -> tuple[float, Told]:
    """Return the sides that are likeliest together in an act of a kind, and how likely they and the kind are.

    `doing` and `hit` are the scores of those seen as the one who acts and the one affected, without what the kind adds;
    `foes`, whose scores come last in `hit`, are affected at most.
    """
    sub_event_type = kind.value
    in_act = [each.in_act(sub_event_type) for each in seen]
    chances = shares(
        [
            score + added
            for each, score, added in zip(seen, doing, side1.each(in_act), strict=True)
            if each.candidate.value
        ]
    )
    able = [each.candidate for each in seen if each.candidate.value]
    acting = [Choice(one.value, one.mention, chance) for one, chance in zip(able, chances, strict=True)]
    acting.sort(key=lambda choice: -choice.probability)
    others = (*seen, *foes)
    codes = [each.candidate.value for each in others]
    in_act += [each.in_act(sub_event_type) for each in foes]
    standing = [score + added for score, added in zip(hit, side2.each(in_act), strict=False)]
    pairs = []
    affected = [0.0] * len(others)
    for one in acting[:_ACTING_TRIED]:
        together = side2.each([(_pair, (one.value, code, sub_event_type, two_named)) for code in codes])
        found = shares([score + added for score, added in zip(standing, together, strict=True)])
        affected = [before + one.probability * each for before, each in zip(affected, found, strict=True)]
        share, two = max(
            (
                (each, other.candidate)
                for each, other in zip(found, others, strict=True)
                if other.candidate.value != one.value or other.may_be_both
            ),
            key=lambda pair: pair[0],
        )
        pairs.append((one.probability * share, one, two, share))
    joint, one, two, share = max(pairs, key=lambda pair: pair[0])
    total = sum(affected)
    told = Told(
        sub_event_type=kind,
        side1=one,
        side2=Choice(two.value, two.mention, share),
        acting=spread((choice.value, choice.probability) for choice in acting),
        affected=spread((each.candidate.value, value / total) for each, value in zip(others, affected, strict=True)),
    )
    return kind.probability * joint, told


def acting_candidates(seen: Sequence[Candidate[str]]) -> list[Candidate[str]]:
    """Return those who may act: somebody must."""
    return [candidate for candidate in seen if candidate.value]


def affected_candidates(
    context: Context, frame: Frame, seen: Sequence[Candidate[str]], side1: str, sub_event_type: str
) -> list[Candidate[str]]:
    """Return those who may be hit when `side1` acts, nobody among them."""
    targets = Shared(target_features(context, frame))
    two = _tells_of_two(context, frame)
    return [
        candidate._replace(
            usual=(*candidate.usual, (_pair, (side1, candidate.value, sub_event_type, two))),
            begun=(*candidate.begun, (_opening(candidate.value), targets)),
        )
        for candidate in seen
    ]


def seen_actors(context: Context, frame: Frame, sub_event_type: str) -> list[Candidate[str]]:
    """Return every actor of the report, and the unnamed ones, as seen from a frame that tells such an act."""
    return [each.seen_in(sub_event_type) for each in _seen(context, frame, reckoned=False)[0]]


def seen_foes(context: Context, frame: Frame, sub_event_type: str) -> list[Candidate[str]]:
    """Return those who may be acted upon though nobody names them, as seen from a frame that tells such an act."""
    if sub_event_type not in TWO_SIDED:
        return []
    return [each.seen_in(sub_event_type) for each in _seen(context, frame, reckoned=True)[1]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """An actor as seen from a frame, whatever it tells; `typed` are the features that name the type of act.

    Fighters named once ("قتل عنصران من قسد") are not both sides of an act, unless it is told that there are two of them
    ("بين فصيلين من الجيش الوطني").
    """

    candidate: Candidate[str]
    typed: tuple[str, ...]
    may_be_both: bool

    def in_act(self, sub_event_type: str) -> Described:
        """Return what is added when the frame tells such an act."""
        return _in_act, (self.candidate.value, self.typed, sub_event_type)

    def seen_in(self, sub_event_type: str) -> Candidate[str]:
        """Return the candidate with what such an act adds."""
        return self.candidate._replace(usual=(*self.candidate.usual, self.in_act(sub_event_type)))


def _seen(context: Context, frame: Frame, reckoned: bool) -> tuple[list[_Seen], list[_Seen]]:
    """Return all who may act or be acted upon, and, if `reckoned`, those whom nobody names who may be acted upon."""
    shared = tuple(_frame_features(context, frame))
    country = shared[-1]
    all_told, once = Shared(shared), Shared(dict.fromkeys(shared))
    ranks = _armed_order(context, frame)
    two = _tells_of_two(context, frame)
    land = states_of_land(context, frame)
    held = held_by(context, frame)

    def seen(code: str, mention: ActorMention | None, sight: Sight, told: Shared, *, named_once: bool = False) -> _Seen:
        own, usual = tuple(dict.fromkeys(sight.own)), ((_known_as, (code, country, two)), *sight.usual)
        candidate = Candidate(code, mention, own, usual=usual, begun=((_opening(code), told),))
        return _Seen(candidate, tuple(sight.typed), two or not named_once)

    found: list[_Seen] = []
    named: set[str] = set()
    for actor in context.cast:
        code, mentions = actor.code, actor.mentions
        named.add(code)
        sight = Sight()
        order = [0]
        if len(mentions) > 1:
            order = sorted(range(len(mentions)), key=[nearness(frame, each) for each in mentions].__getitem__)[:2]
        for number, tag in zip(order, ("", "2"), strict=False):
            see_mention(context, frame, mentions[number], actor.kinds[number], ranks, tag, sight)
        see_actor(context, frame, actor, sight)
        sight.own.extend(parts_elsewhere(context, frame, code))
        if code in land:
            sight.own.append(f"land={land[code]}|named")
        for each in held.describes(code):
            sight.own.append(each)
            sight.typed.append(f"{each}|*")
        nearest = mentions[order[0]]
        alone = nearest.armed and code != "unidentified" and _is_named_once(frame, mentions)
        found.append(seen(code, nearest, sight, once, named_once=alone))
    found += [
        seen(code, None, Sight(usual=[(_absent, (code,))]), all_told)
        for code in (*_ALWAYS, *(("prisoners",) if frame.head.sense == _RELEASE else ()))
        if code not in named
    ]
    for code in dict.fromkeys((*land, *held.holders())):
        if code not in named:
            unnamed = [f"{each}|unnamed" for each in held.describes(code)]
            sight = Sight(own=list(unnamed), typed=[f"{each}|*" for each in unnamed])
            if code in land:
                sight.own.append(f"land={land[code]}|unnamed")
                sight.typed.append(f"land={land[code]}|#")
            found.append(seen(code, None, sight, all_told))
    if not reckoned:
        return found, []
    foes = unnamed_foes(context, frame, {each.candidate.value for each in found})
    return found, [
        seen(code, None, Sight(own=own, typed=["foe|*", f"foe={code}|#"]), all_told)
        for code, own in foe_features(context, frame, foes)
    ]


@lru_cache(maxsize=1000)
def _opening(code: str) -> str:
    return f"cat={category(code)}|"


def _is_named_once(frame: Frame, mentions: Sequence[ActorMention]) -> bool:
    return sum(frame.sentence_first <= each.first < frame.sentence_stop for each in mentions) < 2


def _in_act(code: str, features: tuple[str, ...], sub_event_type: str) -> tuple[str, ...]:
    """Describe an actor in acts of a type; in `features` * stands for the type and # for its event type."""
    family = EVENT_TYPES[sub_event_type]
    return (
        f"cat={category(code)}|{sub_event_type}",
        f"code={code}|{family}",
        f"code={code}|{sub_event_type}",
        *(feature.replace("*", sub_event_type).replace("#", family) for feature in dict.fromkeys(features)),
    )


def _known_as(code: str, country: str, two_named: bool) -> tuple[str, ...]:
    """Describe who it is, in a report on a country, and whether the words of the act tell of two of a kind."""
    return f"code={code}|{country}", f"two={two_named}"


def _absent(code: str) -> tuple[str, ...]:
    """Describe one that may always act or be hit, and that no word of the report names."""
    return (f"absent|{code}",)


def _tells_of_two(context: Context, frame: Frame) -> bool:
    """Say whether two of a kind stand in the words of an act: "فصيلين"."""
    return not role_words("two").isdisjoint(context.document.words[frame.first : frame.stop])


def _pair(side1: str, code: str, sub_event_type: str, two_named: bool) -> tuple[str, ...]:
    """Describe who acts against whom: "pair=is>sdf"; two families or two factions may be of one side."""
    one, two = category(side1), category(code)
    return (
        f"same|{code == side1}",
        f"same|{code == side1}|two={two_named}",
        f"pair={one}>{two}",
        f"pair={side1}>{code}",
        f"pair={one}>{two}|{EVENT_TYPES[sub_event_type]}",
    )


def _armed_order(context: Context, frame: Frame) -> dict[int, int]:
    """Number the armed actors of the stretch by position, speakers left out."""
    return {actor.first: number for number, actor in enumerate(context.armed_in(frame))}


def _frame_features(context: Context, frame: Frame) -> Iterable[str]:
    inside = [actor for actor in frame.inside(context.annotations.actors) if actor.code]
    armed = len({mention.code for mention in inside if mention.armed and not context.is_quoted(mention)})
    civil = len({mention.code for mention in inside if not mention.armed})
    yield f"armed{min(armed, 3)}"
    yield f"civil{min(civil, 1)}"
    yield f"{frame.head.sense}.{frame.head.pos}"
    for toll in context.casualties_in(frame.first, frame.stop)[:2]:
        yield f"toll.{toll.outcome}.{toll.victim_kind}"
    for means in context.means_in(frame.first, frame.stop)[:2]:
        yield f"means.{means.means}"
    if any(guards(context.document.words, each) for each in inside):
        yield "guarded"
    yield f"country.{context.annotations.country}"
