"""How many were killed, wounded, detained or abducted: which told toll belongs to which act."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.what import CasualtyMention

__all__ = ["OUTCOMES", "civilians_among", "civilians_told", "toll_candidates"]

OUTCOMES = ("killed", "wounded", "detained", "abducted")

_CIVILIAN_KINDS = frozenset(
    ("civilians", "children", "women", "journalists", "health-workers", "aid-workers", "officials")
)


_WEEK = 7
"""Days beyond which a total is a statistic, no toll of an act."""


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
                f"none|unharmed={_unharmed(context, frame)}|inside={bool(inside)}",
            ),
        )
    ]
    for toll in tolls:
        features = tuple(_features(context, frame, toll, outcome, sub_event_type, inside))
        candidates.append(Candidate(toll.estimate, toll, features))
    together = [toll for toll in tolls if frame.sentence_first <= toll.first < frame.sentence_stop and not toll.subset]
    after = [
        toll for toll in tolls
        if context.sentence_of[toll.first] == frame.sentence + 1 and not toll.subset and not toll.total
    ]  # fmt: skip
    pairs = list(combinations(together[:4], 2))
    if outcome in ("killed", "wounded"):  # the other side's losses often have their own sentence
        pairs += combinations(after[:3], 2)
        pairs += [(left, right) for left in inside[:2] for right in after[:2]]
    for left, right in pairs:
        zones = "".join(context.zone(frame, toll)[0] for toll in (left, right))
        features = (
            f"sum|{outcome}|{zones}", f"sum|{zones}|same={left.victims == right.victims}",
            f"sum|d={distance(right.first - left.stop)}", f"sum|{left.victim_kind}+{right.victim_kind}",
            f"sum|others={right.victims in ('اخرون', 'اخرين', 'اخر')}",
            f"sum|{sub_event_type}",
            f"sum|equal={left.estimate == right.estimate}",
            f"sum|rule={right.rule_id}|{zones}", f"sum|clauses={context.clauses_between(left.first, right.first) > 0}",
            f"sum|acts={min(context.told_of[right.first] - context.told_of[left.stop], 2)}|{zones}",
            f"sum|of={min(len(together), 3)}|{zones}",
        )  # fmt: skip
        candidates.append(Candidate(left.estimate.plus(right.estimate), left, features))
    if len(together) > 2:
        whole = together[0].estimate
        for other in together[1:]:
            whole = whole.plus(other.estimate)
        addends = sum(other.rule_id == "casualties.addend" for other in together[1:])
        zones = "".join(sorted({context.zone(frame, toll)[0] for toll in together}))
        features = (
            "all", f"all|{zones}|{outcome}", f"all|addends={addends == len(together) - 1}",
            f"all|clauses={context.clauses_between(together[0].first, together[-1].first) > 0}",
            f"all|acts={min(context.told_of[together[-1].first] - context.told_of[together[0].stop], 2)}",
        )  # fmt: skip
        candidates.append(Candidate(whole, together[0], features))
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
    since = [date for date in context.annotations.dates if date.scope == "since" and -8 <= date.first - toll.stop <= 8]
    if since:
        yield f"since|{zone[0]}|{outcome}"
        published = context.document.published_on
        if any(
            date.start is not None and published is not None and (published - date.start).days > _WEEK for date in since
        ):
            yield f"since.long|{zone[0]}"
    before = context.document.words[toll.first - 1] if toll.first else "^"
    yield f"before={before}"
    yield f"rule={toll.rule_id}|{zone[0]}"
    behind = [other for other in inside if toll.stop <= other.first <= toll.stop + 8]
    continued = bool(behind) and behind[0].rule_id == "casualties.addend"
    if continued or toll.rule_id == "casualties.addend":
        yield f"continued={continued}|{zone[0]}"
    holds = toll.first <= frame.head.first < toll.stop
    if holds:
        yield f"holds|{outcome}|{frame.head.sense}"
        yield f"holds|rule={toll.rule_id}"
    if zone[0] in "CS":
        clauses = min(context.clauses_between(frame.head.first, toll.first), 2)
        acts = min(context.acts_between(frame, toll), 2)
        yield f"clauses={clauses}|{zone}"
        yield f"total={toll.total}|clauses={clauses > 0}|acts={acts > 0}"
        yield f"acts={acts}|{zone}"
        yield f"clauses={clauses > 0}|acts={acts}|inside={min(len(inside), 2)}|{outcome}"
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
        acts = min(context.acts_between(frame, toll), 4)
        away = max(-4, min(4, context.sentence_of[toll.first] - frame.sentence))
        foreign = context.is_foreign(frame, toll)
        yield f"away={away}|acts={acts}|foreign={foreign}"
        yield f"z={zone}|acts={acts}|inside={bool(inside)}"
        sentence = context.document.sentences[context.sentence_of[toll.first]]
        yield f"{zone[0]}|starts={context.document.words[sentence.first]}"
        senses = {t.sense for t in context.annotations.triggers if sentence.first <= t.first < sentence.stop}
        same = frame.head.sense in senses
        yield f"z={zone}|same={same}|foreign={foreign}"
        yield f"z={zone}|same={same}|{sub_event_type}"
        yield f"z={zone}|lead={min(frame.sentence, 3)}|inside={bool(inside)}"
        yield f"z={zone}|clear={between}|inside={bool(inside)}"
        yield f"far|{sub_event_type}|{outcome}"


_HARM = frozenset(("خساير", "اصابات", "ضحايا", "قتلي", "ايه", "اي", "اضرار"))
_WITHOUT = frozenset(("دون", "بدون", "لم", "ولم", "ودون", "لا", "ولا"))


def _unharmed(context: Context, frame: Frame) -> bool:
    """Say whether the stretch of a frame tells that nobody was hurt: "دون معلومات عن خسائر بشرية"."""
    words = context.document.words[frame.head.first : frame.stop]
    if _WITHOUT.isdisjoint(words):
        return False
    return any(word in _WITHOUT and not _HARM.isdisjoint(words[at + 1 : at + 6]) for at, word in enumerate(words))


def civilians_among(context: Context, toll: CasualtyMention) -> Estimate | None:
    """Return the civilians among the killed of a toll: the toll itself, or a subset told beside it."""
    said = civilians_told(context, toll)
    return said.estimate if said is not None else None


def civilians_told(context: Context, toll: CasualtyMention) -> CasualtyMention | None:
    """Return the words that call the killed of a toll, or some of them, civilians."""
    if toll.victim_kind in _CIVILIAN_KINDS:
        return toll
    sentence = context.sentence_of[toll.first]
    for other in context.annotations.casualties:
        if other.subset and other.outcome == "killed" and context.sentence_of[other.first] == sentence:
            return other if other.victim_kind in _CIVILIAN_KINDS else None
    return None
