"""How many were killed, wounded, detained or abducted: which told toll belongs to which act."""

from __future__ import annotations

from itertools import combinations

from marsad.events.choose import Candidate
from marsad.events.long_counts import counts_long
from marsad.events.overtaken import still_hold
from marsad.events.rival_tolls import rivals_of
from marsad.frames.context import Context, distance
from marsad.lexicon.role_words import role_words
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate
from marsad.model.what import CasualtyMention

__all__ = ["OUTCOMES", "civilians_among", "civilians_told", "toll_candidates", "tolls_told"]

OUTCOMES = ("killed", "wounded", "detained", "abducted")

_CIVILIAN_KINDS = frozenset(
    ("civilians", "children", "women", "journalists", "health-workers", "aid-workers", "officials")
)


_WEEK = 7
"""Days beyond which a total is a statistic, no toll of an act."""


_LED_AWAY = {("Arrests", "detained"): "abducted", ("Abduction/forced disappearance", "abducted"): "detained"}
"""Whether people led away were detained or abducted is told by who led them, not by the verb."""


def tolls_told(context: Context, outcome: str, sub_event_type: str) -> list[CasualtyMention]:
    """Return every toll of a report that may answer for an outcome: who is released was detained.

    One counted over longer than an act takes answers for none, nor does what a second source counts, and one of before
    gives way to the one told now.
    """
    outcomes = {outcome, _LED_AWAY.get((sub_event_type, outcome), outcome)}
    if outcome == "detained":
        outcomes.add("released")
    told = [toll for toll in context.annotations.casualties if toll.outcome in outcomes]
    rivals = [rival.mention for rival in context.once(rivals_of)] if len(told) > 1 else []
    return still_hold(context, [toll for toll in told if toll not in rivals and not counts_long(context, toll)])


def toll_candidates(
    context: Context, frame: Frame, outcome: str, sub_event_type: str
) -> list[Candidate[Estimate | None]]:
    """Return None, every told toll of `outcome`, and the sums of two tolls told together; None alone where none is."""
    tolls = tolls_told(context, outcome, sub_event_type)
    inside = [toll for toll in frame.inside(tolls) if not toll.subset]
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
        own, usual = _described(context, frame, toll, outcome, sub_event_type, inside)
        candidates.append(Candidate(toll.estimate, toll, tuple(own), usual=tuple(usual)))
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
        features: tuple[str, ...] = (
            f"sum|{outcome}|{zones}", f"sum|{zones}|same={left.victims == right.victims}",
            f"sum|d={distance(right.first - left.stop)}", f"sum|{left.victim_kind}+{right.victim_kind}",
            f"sum|others={right.victims in role_words('others')}",
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


def _described(
    context: Context,
    frame: Frame,
    toll: CasualtyMention,
    outcome: str,
    sub_event_type: str,
    inside: list[CasualtyMention],
) -> tuple[list[str], list[Described]]:
    """Describe a toll from a frame: what is its own, and in groups that come again."""
    head, zone, many = frame.head, context.zone(frame, toll), min(len(inside), 2)
    foreign, exact = context.is_foreign(frame, toll), toll.estimate.best is not None
    usual: list[Described] = [
        (_kind, (zone, outcome, sub_event_type, head.sense, foreign, many)),
        (_said, (zone, outcome, toll.outcome, toll.subset, toll.total, exact, toll.victim_kind, sub_event_type)),
    ]
    own = [f"before={context.document.words[toll.first - 1] if toll.first else '^'}", f"rule={toll.rule_id}|{zone[0]}"]
    since = [date for date in context.annotations.dates if date.scope == "since" and -8 <= date.first - toll.stop <= 8]
    if since:
        own.append(f"since|{zone[0]}|{outcome}")
        published = context.document.published_on
        if any(
            date.start is not None and published is not None and (published - date.start).days > _WEEK for date in since
        ):
            own.append(f"since.long|{zone[0]}")
    behind = [other for other in inside if toll.stop <= other.first <= toll.stop + 8]
    continued = bool(behind) and behind[0].rule_id == "casualties.addend"
    if continued or toll.rule_id == "casualties.addend":
        own.append(f"continued={continued}|{zone[0]}")
    if toll.first <= head.first < toll.stop:
        own += (f"holds|{outcome}|{head.sense}", f"holds|rule={toll.rule_id}")
    if zone[0] in "CS":
        clauses = min(context.clauses_between(head.first, toll.first), 2)
        acts = min(context.acts_between(frame, toll), 2)
        usual.append((_near, (zone, outcome, toll.total, clauses, acts, many, distance(toll.first - head.first))))
        if toll in inside:
            largest = max(inside, key=lambda other: other.estimate.best or other.estimate.low or 0)
            of = min(len(inside), 3)
            own += (f"order={inside.index(toll)}|of={of}", f"largest={largest is toll}|of={of}")
    else:
        clear = frame.stop <= toll.first and not any(
            trigger.sense not in ("death", "injury") and frame.stop <= trigger.first < toll.first
            for trigger in context.annotations.triggers
        )
        acts = min(context.acts_between(frame, toll), 4)
        away = max(-4, min(4, context.sentence_of[toll.first] - frame.sentence))
        sentence = context.document.sentences[context.sentence_of[toll.first]]
        own.append(f"{zone[0]}|starts={context.document.words[sentence.first]}")
        senses = {t.sense for t in context.annotations.triggers if sentence.first <= t.first < sentence.stop}
        same, lead, told = head.sense in senses, min(frame.sentence, 3), bool(inside)
        usual.append((_far, (zone, outcome, sub_event_type, clear, acts, away, foreign, same, lead, told)))
    return own, usual


def _kind(zone: str, outcome: str, sub_event_type: str, sense: str, foreign: bool, inside: int) -> tuple[str, ...]:
    """Describe what kind of answer any toll in such a place would be; `inside` counts those of the frame."""
    return (
        f"{outcome}|z={zone}", f"foreign={foreign}|{zone[0]}|inside={inside > 0}", f"z={zone}|{sense}",
        f"z={zone}|{outcome}|{sub_event_type}", f"z={zone}|inside={inside}|{outcome}",
    )  # fmt: skip


def _said(
    zone: str, outcome: str, told: str, subset: bool, total: bool, exact: bool, victim_kind: str, sub_event_type: str
) -> tuple[str, ...]:
    """Describe what a toll says: a part, a total, whose."""
    return (
        f"z={zone}|subset={subset}|total={total}", f"exact={exact}|{zone[0]}", f"{outcome}|told={told}",
        f"kind={victim_kind}|{sub_event_type}",
    )  # fmt: skip


def _near(zone: str, outcome: str, total: bool, clauses: int, acts: int, inside: int, away: str) -> tuple[str, ...]:
    """Describe a toll of the frame's own sentence: what stands between the two."""
    return (
        f"clauses={clauses}|{zone}", f"total={total}|clauses={clauses > 0}|acts={acts > 0}", f"acts={acts}|{zone}",
        f"clauses={clauses > 0}|acts={acts}|inside={inside}|{outcome}", f"z={zone}|d={away}",
    )  # fmt: skip


def _far(
    zone: str, outcome: str, sub_event_type: str, clear: bool, acts: int, away: int, foreign: bool, same: bool,
    lead: int, inside: bool,
) -> tuple[str, ...]:  # fmt: skip
    """Describe a toll of another sentence: `clear` when no other act stands before it, `same` when one alike does."""
    return (
        f"z={zone}|clear={clear}|{outcome}", f"away={away}|acts={acts}|foreign={foreign}",
        f"z={zone}|acts={acts}|inside={inside}", f"z={zone}|same={same}|foreign={foreign}",
        f"z={zone}|same={same}|{sub_event_type}", f"z={zone}|lead={lead}|inside={inside}",
        f"z={zone}|clear={clear}|inside={inside}", f"far|{sub_event_type}|{outcome}",
    )  # fmt: skip


def _unharmed(context: Context, frame: Frame) -> bool:
    """Say whether the stretch of a frame tells that nobody was hurt: "دون معلومات عن خسائر بشرية"."""
    words = context.document.words[frame.head.first : frame.stop]
    without, harm = role_words("without"), role_words("harm")
    if without.isdisjoint(words):
        return False
    return any(word in without and not harm.isdisjoint(words[at + 1 : at + 6]) for at, word in enumerate(words))


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
