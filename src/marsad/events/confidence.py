"""How sure the coder is that a draft is an event, and a right one: the features of the last decision."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from marsad.events.draft import Draft
from marsad.events.hypothesis import Hypothesis
from marsad.events.merge import NO_RIVAL
from marsad.events.settle import outright
from marsad.frames.context import Context, age
from marsad.lexicon.weights import Weights
from marsad.model.when import DatePrecision

__all__ = ["event_features", "event_score"]

_EVEN = 0.5
_HISTORY = 366
"""Days before publication beyond which an act is history, no event (codebook, section 1)."""
_NO_EVENT = -9.0


def event_score(context: Context, draft: Draft, drafts: Sequence[Draft], weights: Weights) -> float:
    """Return the log-odds that a draft is an event; `drafts` are all of the report."""
    published, end = context.document.published_on, draft.date.value.end
    if published is not None and end is not None and (published - end).days > _HISTORY:
        return _NO_EVENT
    return weights.score(event_features(context, draft, drafts))


def event_features(context: Context, draft: Draft, drafts: Sequence[Draft]) -> dict[str, float]:
    """Describe a draft for the last decision, event or not, and for its confidence; `drafts` are all of the report.

    Acts come in company: what may be one is likelier to be where the report tells others.
    """
    lead, members = draft.lead, draft.members
    odds = [_odds(member) for member in members]
    body = [member for member in members if not member.frame.is_headline]
    features: dict[str, float] = {
        "best": max(odds),
        "lead": odds[members.index(lead)],
        "rival": max(draft.rival, NO_RIVAL) / 3,
    }
    kind = draft.sub_event_type.value
    counted = any(toll.value is not None for toll in draft.tolls)
    names = [
        f"type={kind}", f"members={min(len(body), 3)}", f"headline={len(body) < len(members)}",
        f"sense={lead.frame.head.sense}.{lead.frame.head.pos}", f"weak={lead.frame.head.weak}",
        f"sentence={min(lead.frame.sentence, 6)}", f"body={bool(body)}",
        f"side1={draft.side1.value in ('', 'unidentified')}", f"side2={draft.side2.value == ''}",
        f"side1.told={outright(context, lead.frame, draft.side1)}",
        f"killed={draft.tolls[0].value is not None}", f"tolls={counted}", *_dated(context, draft),
    ]  # fmt: skip
    if draft.place is not None:
        names.append(f"place.told={outright(context, lead.frame, draft.place)}")
        names.append(f"place.precision={int(draft.place.value.precision)}")
        features["place.p"] = draft.place.probability
    features["type.p"] = draft.sub_event_type.probability
    features["side1.p"] = draft.side1.probability
    features["side2.p"] = draft.side2.probability
    features["date.p"] = draft.date.probability
    rival = "likely" if draft.rival > -1 else "maybe" if draft.rival > -3 else "no"
    names.append(f"rival={rival}|told={counted}")
    names += [f"q={cue.kind}" for cue in context.qualifiers_over(lead.frame)]
    others = [max(map(_odds, other.members)) for other in drafts if other is not draft]
    features["company"] = max(others, default=_odds(None))
    names.append(f"others={min(sum(each > 0 for each in others), 4)}")
    names.append(f"headline.tells={_headline(drafts)}|in={len(body) < len(members)}")
    return features | dict.fromkeys(names, 1.0)


def _dated(context: Context, draft: Draft) -> list[str]:
    """Describe how the day is told; where no day can be known, as if the report had come out on the day of the act.

    No report that taught was without its day of publication.
    """
    frame, published, date = draft.lead.frame, context.document.published_on, draft.date.value
    if date.start is None:
        told = any(frame.sentence_first <= each.first < frame.sentence_stop for each in context.annotations.dates)
        return [f"date.told={told}", f"date.precision={int(DatePrecision.DAY)}", "ago=fresh"]
    names = [f"date.told={outright(context, frame, draft.date)}", f"date.precision={int(date.precision)}"]
    return names if published is None else [*names, f"ago={age((published - date.start).days)}"]


def _odds(member: Hypothesis | None) -> float:
    """Return the log-odds that a frame tells an act, those of next to nothing for none."""
    act = member.act if member is not None else 0.0
    return log(max(act, 1e-4) / max(1 - act, 1e-4))


def _headline(drafts: Sequence[Draft]) -> str:
    """Say whether the headline tells an act: "none" where no frame stands in it."""
    told = [member.act for draft in drafts for member in draft.members if member.frame.is_headline]
    return "none" if not told else str(max(told) > _EVEN)
