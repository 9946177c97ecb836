"""Which frame's answer an act takes for a field when its frames differ: the lead's, the later and finer, the exact.

Candidates are the distinct answers of the frames of one act, described by who gives them, how outright, and what the
other frames think of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from marsad.events.belief import level
from marsad.events.casualties import OUTCOMES
from marsad.events.categories import category
from marsad.events.choose import Candidate, Choice
from marsad.events.hypothesis import Hypothesis
from marsad.events.places import contains
from marsad.frames.context import Context
from marsad.model.frame import Frame

__all__ = ["FIELDS", "answer_of", "outright", "settle_candidates"]

FIELDS = ("sub_event_type", "side1", "side2", "place", "date", *OUTCOMES)
"""The fields that frames of one act may answer differently."""


def answer_of(member: Hypothesis, field: str) -> Choice[Any] | None:
    """Return a frame's answer for a field of `FIELDS`; the trigger at its head tells its type."""
    if field in OUTCOMES:
        return member.tolls[OUTCOMES.index(field)]
    if field == "sub_event_type":
        return member.sub_event_type._replace(mention=member.frame.head)
    choice: Choice[Any] | None = getattr(member, field)
    return choice


def outright(context: Context, frame: Frame, choice: Choice[Any]) -> bool:
    """Say whether the words of an answer stand in the frame's own sentence."""
    return choice.mention is not None and context.zone(frame, choice.mention)[0] in "CS"


def settle_candidates(
    context: Context, lead: Hypothesis, members: Sequence[Hypothesis], field: str
) -> list[Candidate[Choice[Any]]]:
    """Return the distinct answers to a field, the lead's first, each with its features."""
    given: dict[Any, list[tuple[Hypothesis, Choice[Any]]]] = {}
    for member in (lead, *(member for member in members if member is not lead)):
        choice = answer_of(member, field)
        if choice is not None:
            given.setdefault(_key(field, choice), []).append((member, choice))
    alone = len(given) == 1
    candidates = []
    for voices in given.values():
        best = max(voices, key=lambda voice: (outright(context, voice[0].frame, voice[1]), voice[1].probability))[1]
        features = () if alone else tuple(_features(context, lead, members, field, voices, best, list(given.values())))
        candidates.append(Candidate(best, best.mention, features))
    return candidates


def _key(field: str, choice: Choice[Any]) -> Any:
    if field == "place":
        return choice.value.name
    return (choice.value.start, choice.value.end) if field == "date" else choice.value


def _features(
    context: Context,
    lead: Hypothesis,
    members: Sequence[Hypothesis],
    field: str,
    voices: list[tuple[Hypothesis, Choice[Any]]],
    best: Choice[Any],
    given: list[list[tuple[Hypothesis, Choice[Any]]]],
) -> Iterable[str]:
    kind = "toll" if field in OUTCOMES else field
    speakers = [member for member, _ in voices]
    told = [member for member, choice in voices if outright(context, member.frame, choice)]
    leads = lead in speakers
    yield f"{kind}|lead={leads}"
    yield f"{kind}|lead={leads}|outright={bool(told)}"
    yield f"{kind}|lead={leads}|p={round(max(choice.probability for _, choice in voices) * 5)}"
    yield f"{kind}|voices={min(len(voices), 3)}|of={min(len(members), 4)}"
    yield f"{kind}|told={min(len(told), 2)}"
    yield f"{kind}|headline={any(member.frame.is_headline for member in speakers)}|lead={leads}"
    if best.mention is not None:
        zone = context.zone(lead.frame, best.mention)
        yield f"{kind}|zone={zone}"
        yield f"{kind}|zone={zone}|lead={leads}"
    order = min(member.frame.index for member in speakers)
    yield f"{kind}|first={order == min(member.frame.index for member in members)}|lead={leads}"
    if kind != "toll":
        yield from _thought(lead, members, kind, _key(kind, best), [_key(kind, other[0][1]) for other in given], leads)
    if field == "sub_event_type":
        yield from _of_type(lead, speakers, best.value, [other[0][1].value for other in given], leads)
    if kind in ("side1", "side2"):
        yield f"{kind}|value={best.value or 'nobody'}|lead={leads}"
    if field == "place":
        rivals = [other[0][1].value for other in given if other is not voices]
        finer = any(contains(rival, best.value) for rival in rivals)
        wider = any(contains(best.value, rival) for rival in rivals)
        yield f"place|finer={finer}|wider={wider}|lead={leads}"
        yield f"place|precision={int(best.value.precision)}|lead={leads}"
        yield f"place|least={all(best.value.precision <= rival.precision for rival in rivals)}"
    if field == "date":
        yield f"date|precision={int(best.value.precision)}|lead={leads}"
        yield f"date|default={best.mention is None}|lead={leads}"
    if kind == "toll":
        counts = [other[0][1].value for other in given]
        sizes = [(count.best or count.low or 0) if count else -1 for count in counts]
        mine = (best.value.best or best.value.low or 0) if best.value else -1
        exact = best.value is not None and best.value.best is not None
        yield f"toll|none={best.value is None}|lead={leads}|{field}"
        yield f"toll|exact={exact}|lead={leads}"
        yield f"toll|largest={mine == max(sizes)}|exact={exact}"
        yield f"toll|same-sense={any(member.frame.head.sense == lead.frame.head.sense for member in speakers)}"


def _thought(
    lead: Hypothesis, members: Sequence[Hypothesis], field: str, mine: Any, given: Sequence[Any], leads: bool
) -> Iterable[str]:
    """Say what all frames of the act together think of an answer, those that answer otherwise among them."""
    shares = [(member.act, getattr(member.beliefs, field)) for member in members]
    even = {key: sum([share.get(key, 0.0) for _, share in shares]) / len(shares) for key in given}
    by_act = {key: sum([act * share.get(key, 0.0) for act, share in shares]) for key in given}
    rival = max([likely for key, likely in even.items() if key != mine], default=0.0)
    yield f"{field}|mean={level(even[mine])}|lead={leads}"
    yield f"{field}|most={even[mine] == max(even.values())}|lead={leads}"
    yield f"{field}|most-by-act={by_act[mine] == max(by_act.values())}|lead={leads}"
    yield f"{field}|margin={round((even[mine] - rival) * 5)}"
    yield f"{field}|lead-thinks={level(getattr(lead.beliefs, field).get(mine, 0.0))}"


def _of_type(
    lead: Hypothesis, speakers: Sequence[Hypothesis], mine: str, given: Sequence[str], leads: bool
) -> Iterable[str]:
    """Say which sub-event types stand against each other, and what the frames that tell one hold."""
    yield f"type={mine}"
    yield f"type={mine}|lead={leads}"
    for other in given:
        if other != mine:
            yield f"type={mine}>{other}"
            yield f"type={mine}>{other}|lead={leads}"
    for sense in sorted({member.frame.head.sense for member in speakers}):
        yield f"type={mine}|sense={sense}"
    counted = any(toll.value is not None for member in speakers for toll in member.tolls)
    yield f"type|toll={counted}|lead={leads}"
    yield f"type|act={round(max(member.act for member in speakers) * 5)}|lead={leads}"
    yield f"type={mine}|side1={category(lead.side1.value)}"
    yield f"type={mine}|side2={category(lead.side2.value)}"
