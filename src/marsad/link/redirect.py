"""Where ids of earlier incidents lead: to the incident that now holds most of their members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from marsad.link.coding import Member
from marsad.link.index import Incident

__all__ = ["redirect"]


def redirect(
    incidents: Iterable[Incident], previous: Mapping[str, tuple[tuple[str, ...], tuple[Member, ...]]]
) -> list[Incident]:
    """Return the incidents with the earlier ids that lead to them, as `was`.

    An id that stands for an incident still is no redirect; of two incidents that share an earlier one's members
    evenly, the smaller id has it; an earlier incident none of whose members is left leads nowhere.
    """
    found = list(incidents)
    home = {coding.member: incident.incident_id for incident in found for coding in incident.codings}
    standing = set(home.values())
    leads: dict[str, set[str]] = {}
    for old, (was, members) in previous.items():
        now = Counter(home[member] for member in members if member in home)
        if now:
            target = min(now, key=lambda name: (-now[name], name))
            target = old if old in standing else target
            leads.setdefault(target, set()).update({old, *was} - standing)
    return [
        replace(incident, was=tuple(sorted({*incident.was, *leads.get(incident.incident_id, ())})))
        for incident in found
    ]
