"""How many were killed, wounded, detained or abducted: which told toll belongs to which act."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.what import CasualtyMention

__all__ = ["OUTCOMES", "civilians_among", "toll_candidates"]

OUTCOMES = ("killed", "wounded", "detained", "abducted")

_CIVILIAN_KINDS = frozenset(
    ("civilians", "children", "women", "journalists", "health-workers", "aid-workers", "officials")
)


def toll_candidates(
    context: Context, frame: Frame, outcome: str, sub_event_type: str
) -> list[Candidate[Estimate | None]]:
    """Return None, every told toll of `outcome`, and the sums of two tolls told together."""
    outcomes = ("detained", "released") if outcome == "detained" else (outcome,)
    tolls = [toll for toll in context.annotations.casualties if toll.outcome in outcomes]
    inside = [toll for toll in tolls if frame.first <= toll.first < frame.stop and not toll.subset]
    state = f"{outcome}|none|inside={min(len(inside), 2)}|any={bool(tolls)}"
    senses = {trigger.sense for trigger in frame.triggers}
    candidates: list[Candidate[Estimate | None]] = [
        Candidate(
            None,
            None,
            (
                state,
                f"{state}|{sub_event_type}",
                f"{outcome}|none|{frame.head.sense}",
                f"none|death={'death' in senses}|{outcome}",
            ),
        )
    ]
    for toll in tolls:
        features = tuple(_features(context, frame, toll, outcome, sub_event_type, inside))
        candidates.append(Candidate(toll.estimate, toll, features))
    together = [toll for toll in tolls if frame.sentence_first <= toll.first < frame.sentence_stop and not toll.subset]
    for left, right in combinations(together[:4], 2):
        zones = "".join(context.zone(frame, toll)[0] for toll in (left, right))
        features = (
            f"sum|{outcome}|{zones}", f"sum|{zones}|same={left.victims == right.victims}",
            f"sum|d={distance(right.first - left.stop)}", f"sum|{left.victim_kind}+{right.victim_kind}",
            f"sum|others={right.victims in ('اخرون', 'اخرين', 'اخر')}",
            f"sum|{sub_event_type}",
            f"sum|equal={left.estimate == right.estimate}",
        )  # fmt: skip
        candidates.append(Candidate(left.estimate.plus(right.estimate), left, features))
    return candidates


def _features(
    context: Context,
    frame: Frame,
    toll: CasualtyMention,
    outcome: str,
    sub_event_type: str,
    inside: list[CasualtyMention],
) -> Iterable[str]:
    zone = context.zone(frame, toll)
    yield f"{outcome}|z={zone}"
    yield f"foreign={context.is_foreign(frame, toll)}|{zone[0]}|inside={bool(inside)}"
    yield f"z={zone}|subset={toll.subset}|total={toll.total}"
    yield f"z={zone}|{frame.head.sense}"
    yield f"z={zone}|{outcome}|{sub_event_type}"
    yield f"z={zone}|inside={min(len(inside), 2)}|{outcome}"
    yield f"exact={toll.estimate.best is not None}|{zone[0]}"
    yield f"{outcome}|told={toll.outcome}"
    yield f"kind={toll.victim_kind}|{sub_event_type}"
    if any(date.scope == "since" and -8 <= date.first - toll.stop <= 8 for date in context.annotations.dates):
        yield f"since|{zone[0]}|{outcome}"
    before = context.document.words[toll.first - 1] if toll.first else "^"
    yield f"before={before}"
    if zone[0] in "CS":
        yield f"z={zone}|d={distance(toll.first - frame.head.first)}"
        if toll in inside:
            yield f"order={inside.index(toll)}|of={min(len(inside), 3)}"
            largest = max(inside, key=lambda other: other.estimate.best or other.estimate.low or 0)
            yield f"largest={largest is toll}|of={min(len(inside), 3)}"
    else:
        between = frame.stop <= toll.first and not any(
            trigger.sense not in ("death", "injury") and frame.stop <= trigger.first < toll.first
            for trigger in context.annotations.triggers
        )
        yield f"z={zone}|clear={between}|{outcome}"
        yield f"z={zone}|clear={between}|inside={bool(inside)}"
        yield f"far|{sub_event_type}|{outcome}"


def civilians_among(context: Context, toll: CasualtyMention) -> Estimate | None:
    """Return the civilians among the killed of a toll: the toll itself, or a subset told beside it."""
    if toll.victim_kind in _CIVILIAN_KINDS:
        return toll.estimate
    sentence = context.sentence_of[toll.first]
    for other in context.annotations.casualties:
        if other.subset and other.outcome == "killed" and context.sentence_of[other.first] == sentence:
            return other.estimate if other.victim_kind in _CIVILIAN_KINDS else None
    return None
