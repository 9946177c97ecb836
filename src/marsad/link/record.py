"""An incident as a line of JSON: what it is, what it rests on, and why each member is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from math import exp
from typing import Any, Protocol

from marsad.link.coding import Coding, Member
from marsad.link.compare import Reason
from marsad.link.figures import RULE, Claim, ledger, ranges
from marsad.link.grades import attribution, credibility
from marsad.link.index import Incident
from marsad.link.merge import Chosen, choose
from marsad.link.voices import independent_among, voices_of
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES

__all__ = ["Pairs", "Reliability", "to_record"]


Reliability = Callable[[str, date | None], str | None]
"""The grade (A to F) of an outlet on a day, None for one that nobody graded."""


class Pairs(Protocol):
    """What knows the scores of pairs of codings, and the reasons for them, as an Index does."""

    def score(self, left: Coding, right: Coding) -> int:
        """Return the score of a pair, FLOOR when it was not compared."""
        ...

    def explain(self, left: Coding, right: Coding) -> tuple[Reason, ...]:
        """Return why a pair scores as it does."""
        ...


def to_record(
    incident: Incident, pairs: Pairs, *, reasons: bool = True, reliability: Reliability | None = None
) -> dict[str, Any]:
    """Return the record of an incident, ready for JSON; see docs/linking.md.

    `reasons` adds why members were linked, `reliability` how far their outlets are relied on.
    """
    chosen = choose(incident.codings)
    claims = ledger(incident.codings)
    voices = voices_of(incident.codings)
    believed = credibility(incident.codings, voices)
    return {
        "incident_id": incident.incident_id,
        "was": list(incident.was),
        "event_type": EVENT_TYPES[chosen.sub_event_type],
        "sub_event_type": chosen.sub_event_type,
        "side1": list(chosen.side1),
        "side2": list(chosen.side2),
        "place": {
            "name": chosen.where.name,
            "country": chosen.where.country,
            "admin1": chosen.where.admin1,
            "precision": chosen.where.precision,
            "latitude": chosen.where.latitude,
            "longitude": chosen.where.longitude,
        },
        "date": {"start": _iso(chosen.start), "end": _iso(chosen.end), "precision": chosen.day_precision},
        "figures": {
            count: {**_estimate(found.figure), "sources": found.sources, "rule": RULE}
            for count, found in ranges(claims).items()
        },
        "reports": len({coding.member.report_id for coding in incident.codings}),
        "sources": len(independent_among(voices)),
        "credibility": min(believed.values()),
        "attribution": asdict(attribution(chosen, incident.codings, voices)),
        "choices": _choices(chosen),
        "ledger": [_claim(claim) for claim in claims],
        "members": [
            {
                **_member(coding.member),
                "outlet": coding.outlet or None,
                "published": _iso(coding.published),
                "copy_of": coding.copy_group if coding.copy_group != coding.member.report_id else None,
                "credibility": believed[coding.member],
                "evidence": coding.evidence,
                **_relied(coding, reliability),
                "link": _link(coding, incident, pairs, reasons=reasons),
            }
            for coding in incident.codings
        ],
    }


def _relied(coding: Coding, reliability: Reliability | None) -> dict[str, str | None]:
    if reliability is None:
        return {}
    day = None if coding.published is None else date.fromordinal(coding.published)
    return {"reliability": reliability(coding.outlet, day)}


def _link(coding: Coding, incident: Incident, pairs: Pairs, *, reasons: bool) -> dict[str, Any] | None:
    others = [other for other in incident.codings if other is not coding]
    if not others:
        return None
    scores = [pairs.score(coding, other) for other in others]
    best = max(scores)
    nearest = others[scores.index(best)]
    link: dict[str, Any] = {
        "to": _member(nearest.member),
        "score": best / 1000,
        "probability": round(1 / (1 + exp(-best / 1000)), 4),
        "mean_score": round(sum(scores) / len(scores) / 1000, 3),
    }
    if reasons:
        link["reasons"] = [
            {"feature": reason.feature, "weight": reason.weight / 1000, "detail": reason.detail}
            for reason in pairs.explain(coding, nearest)
        ]
    return link


def _choices(chosen: Chosen) -> dict[str, Any]:
    return {
        name: {"from": _member(choice.member), "sources": choice.sources, "others": dict(choice.others)}
        for name, choice in chosen.choices.items()
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "source": claim.source,
        "kind": claim.kind,
        "outlet": claim.outlet or None,
        **_member(claim.member),
        "published": _iso(claim.published),
        "count": claim.count,
        **_estimate(claim.figure),
        "passed_over": claim.passed_over,
    }


def _member(member: Member) -> dict[str, Any]:
    return {"report_id": member.report_id, "event": member.event}


def _estimate(figure: Estimate) -> dict[str, int | None]:
    return {"low": figure.low, "best": figure.best, "high": figure.high}


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
