"""Who acts and who is acted upon: candidates for side1 and side2 of a frame.

"قصفت مدفعية قوات النظام بلدة تفتناز" : side1 syr-regime (first after an active verb), side2 civilians.
Every actor of the report is a candidate, described by where its mentions stand from the head, what leads
into them, and who usually does what to whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import exp
from typing import NamedTuple

from marsad.events.belief import Shares, spread
from marsad.events.categories import category
from marsad.events.choose import Candidate, Choice, ranked
from marsad.events.elsewhere import parts_elsewhere, states_of_land
from marsad.events.standing import actor_features, guards, mention_features
from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.lexicon.weights import Weights
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES
from marsad.model.who import ActorMention

__all__ = ["NOBODY", "Told", "acting_candidates", "affected_candidates", "choose_act", "seen_actors"]

NOBODY = ""
"""The value of an empty side."""

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
    told = [
        _choose_sides(context, frame, kind, side1, side2)
        for number, kind in enumerate(kinds[:_KINDS_TRIED])
        if not number or kind.probability > _OPEN * kinds[0].probability
    ]
    return max(told, key=lambda pair: pair[0])[1]


def _choose_sides(
    context: Context, frame: Frame, kind: Choice[str], side1: Weights, side2: Weights
) -> tuple[float, Told]:
    """Return the sides that are likeliest together in an act of a kind, and how likely they and the kind are."""
    sub_event_type = kind.value
    seen = seen_actors(context, frame, sub_event_type)
    acting = ranked(side1, acting_candidates(seen))
    standing = [candidate.score(side2) for candidate in seen]
    pairs = []
    shares = [0.0] * len(seen)
    for one in acting[:_ACTING_TRIED]:
        scores = [
            score + side2.usual(pair_features(one.value, candidate, sub_event_type)) - side2.bias
            for candidate, score in zip(seen, standing, strict=True)
        ]
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        share = 1 / sum(odds)
        scale = one.probability * share
        shares = [before + scale * each for before, each in zip(shares, odds, strict=True)]
        pairs.append((scale, one, seen[scores.index(top)], share))
    joint, one, two, share = max(pairs, key=lambda pair: pair[0])
    total = sum(shares)
    told = Told(
        sub_event_type=kind,
        side1=one,
        side2=Choice(two.value, two.mention, share),
        acting=spread((choice.value, choice.probability) for choice in acting),
        affected=spread((each.value, value / total) for each, value in zip(seen, shares, strict=True)),
    )
    return kind.probability * joint, told


def acting_candidates(seen: Sequence[Candidate[str]]) -> list[Candidate[str]]:
    """Return those who may act: somebody must."""
    return [candidate for candidate in seen if candidate.value]


def affected_candidates(seen: Sequence[Candidate[str]], side1: str, sub_event_type: str) -> list[Candidate[str]]:
    """Return those who may be hit when `side1` acts, nobody among them."""
    return [
        replace(candidate, own=(*candidate.own, *pair_features(side1, candidate, sub_event_type))) for candidate in seen
    ]


def seen_actors(context: Context, frame: Frame, sub_event_type: str) -> list[Candidate[str]]:
    """Return every actor of the report, and the unnamed ones, as seen from a frame that tells such an act."""
    by_code: dict[str, list[ActorMention]] = {}
    for mention in context.annotations.actors:
        if mention.code:
            by_code.setdefault(mention.code, []).append(mention)
    shared = tuple(_frame_features(context, frame))
    ranks = _armed_order(context, frame)
    pair = not role_words("two").isdisjoint(context.document.words[frame.first : frame.stop])
    two = f"two={pair}"
    land = states_of_land(context, frame)
    once = tuple(dict.fromkeys(shared))
    candidates: list[Candidate[str]] = []
    for code, mentions in by_code.items():
        nearest = mentions if len(mentions) == 1 else sorted(mentions, key=lambda each: _nearness(frame, each))
        features = list(mention_features(context, frame, nearest[0], sub_event_type, ranks, ""))
        if len(nearest) > 1:
            features += mention_features(context, frame, nearest[1], sub_event_type, ranks, "2")
        features += actor_features(context, frame, code, mentions)
        features += parts_elsewhere(context, frame, code)
        if code in land:
            features.append(f"land={land[code]}|named")
        candidates.append(_candidate(code, nearest[0], (*dict.fromkeys(features), two), sub_event_type, once))
    candidates += [
        _candidate(code, None, (f"absent|{code}", two), sub_event_type, shared)
        for code in ("unidentified", "civilians", "protesters", NOBODY)
        if code not in by_code
    ]
    for code, near in land.items():
        if code not in by_code:
            own = (f"land={near}|unnamed", f"land={near}|{EVENT_TYPES[sub_event_type]}", two)
            candidates.append(_candidate(code, None, own, sub_event_type, shared))
    return candidates


def _candidate(
    code: str, mention: ActorMention | None, own: tuple[str, ...], sub_event_type: str, shared: tuple[str, ...]
) -> Candidate[str]:
    """Return a candidate; `shared` is what the frame tells of all of them, the country last."""
    usual, start = _code_features(code, sub_event_type)
    return Candidate(code, mention, (f"code={code}|{shared[-1]}", *own), usual=usual, begun=((start, shared),))


def pair_features(side1: str, candidate: Candidate[str], sub_event_type: str) -> tuple[str, ...]:
    """Describe who acts against whom: "pair=is>sdf"; two families or two factions may be of one side."""
    return _pair(side1, candidate.value, sub_event_type, candidate.own[-1])


@lru_cache(maxsize=20_000)
def _pair(side1: str, code: str, sub_event_type: str, two_named: str) -> tuple[str, ...]:
    one, two = category(side1), category(code)
    return (
        f"same|{code == side1}",
        f"same|{code == side1}|{two_named}",
        f"pair={one}>{two}",
        f"pair={side1}>{code}",
        f"pair={one}>{two}|{EVENT_TYPES[sub_event_type]}",
    )


def _nearness(frame: Frame, mention: ActorMention) -> tuple[int, int]:
    inside = frame.first <= mention.first < frame.stop
    same = frame.sentence_first <= mention.first < frame.sentence_stop
    return (0 if inside else 1 if same else 2, abs(mention.first - frame.head.first))


def _armed_order(context: Context, frame: Frame) -> dict[int, int]:
    """Number the armed actors of the stretch by position, speakers left out."""
    inside = [
        mention.first
        for mention in context.annotations.actors
        if mention.armed and frame.first <= mention.first < frame.stop and not context.is_quoted(mention)
    ]
    return {first: number for number, first in enumerate(inside)}


def _frame_features(context: Context, frame: Frame) -> Iterable[str]:
    inside = [each for each in context.annotations.actors if each.code and frame.first <= each.first < frame.stop]
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


@lru_cache(maxsize=10_000)
def _code_features(code: str, sub_event_type: str) -> tuple[tuple[str, ...], str]:
    """Return what describes an actor in such an act, and the opening of what its kind does beside a frame's words."""
    kind = category(code)
    features = (
        f"cat={kind}|{sub_event_type}",
        f"code={code}|{EVENT_TYPES[sub_event_type]}",
        f"code={code}|{sub_event_type}",
    )
    return features, f"cat={kind}|"
