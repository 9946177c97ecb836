"""The parts of the graph that a batch touched, clustered anew and kept as incidents: who is in which, and old ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from marsad.incidents.copied import Copies
from marsad.incidents.decisions import Decisions
from marsad.incidents.graph import Graph
from marsad.incidents.record import Group, kept
from marsad.link.cluster import cluster
from marsad.link.coding import Member
from marsad.link.copied import count_once, origins_of
from marsad.link.index import Incident, incident_id
from marsad.store import incidents as store
from marsad.store.judgements import judgement as judgement_of
from marsad.store.links import places_of, reports_told

__all__ = ["Touched", "settle"]


@dataclass(slots=True, kw_only=True)
class Touched:
    """What a batch did: events whose part may have changed, those that are linked no more, and what took their place.

    `retold` are events whose incident is written anew though its members stay: a grade was given. `away` are linked no
    more either, and settled with those that they stood with.
    """

    events: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    away: Collection[int] = ()
    successors: dict[int, int] = field(default_factory=dict)
    retold: set[int] = field(default_factory=set)


def settle(
    connection: Connection,
    graph: Graph,
    touched: Touched,
    decided: Decisions,
    *,
    who: str,
    copies: Copies,
    judgement: int | None = None,
) -> int:
    """Cluster what was touched and keep its incidents; return how many changed.

    `judgement` is the key of what people decided, where that is why.
    """
    groups, before = _groups(connection, graph, touched, decided)
    standing = {group.incident_id: group for group in groups}
    changed = [
        group
        for group in groups
        if before.get(group.incident_id) != group.keys or not touched.retold.isdisjoint(group.keys)
    ]
    for group in changed:
        store.end_redirect(connection, group.incident_id, who=who)
    keys = {key for group in changed for key in group.keys}
    places, reports = places_of(connection, keys), reports_told(connection, keys)
    rows = []
    for group in changed:
        own = {report_id: reports[report_id] for report_id in sorted(group.reports)}
        origins = origins_of(copies.groups_in(group.incident_id, own))
        (counted,) = count_once([group.incident], origins)
        rows.append(kept(replace(group, incident=counted), graph, decided, places=places))
    reason = _reason(connection, judgement)
    store.keep_incidents(connection, rows, who=who, reason=reason)
    ended = sorted(incident for incident, members in before.items() if members and incident not in standing)
    home = {key: group.incident_id for group in groups for key in group.keys}
    targets = {incident: _target(before[incident], home, touched.successors) for incident in ended}
    into = {incident: target for incident, target in targets.items() if target is not None}
    store.dissolve(connection, ended, who=who, into=into, reason=reason)
    for incident, target in into.items():
        store.redirect(connection, incident, target, who=who, judgement=judgement)
    return len(changed) + len(ended)


def _reason(connection: Connection, key: int | None) -> dict[str, Any]:
    """Return what is told beside a change: that it was linked, or what people decided and why."""
    decided = judgement_of(connection, key) if key is not None else None
    if decided is None:
        return {"act": "link"}
    taken_back = decided.detail.get("takes_back")
    act = decided.kind if taken_back is None else "take back"
    return {"act": act, "judgement": key, "takes_back": taken_back, "why": decided.detail.get("why")}


def _groups(
    connection: Connection, graph: Graph, touched: Touched, decided: Decisions
) -> tuple[list[Group], dict[str, set[int]]]:
    """Return the groups of all parts that were touched, and the incidents that stood there before with their events."""
    groups: list[Group] = []
    seen: set[int] = set()
    before: dict[str, set[int]] = {}

    def look_up(keys: Collection[int]) -> set[int]:
        """Note the incidents in which events stand; return all events of those."""
        new = set(store.homes(connection, keys).values()) - before.keys()
        found = store.members_of(connection, new)
        before.update(found)
        return set().union(*found.values()).difference(touched.gone, touched.away)

    ahead = (touched.events | look_up(touched.gone)) - touched.gone
    while ahead:
        part = graph.part_of(ahead.pop(), decided.together)
        seen.update(part)
        groups += _clustered(part, graph, decided)
        ahead = (ahead | look_up(part)) - seen
    return groups, before


def _clustered(part: list[int], graph: Graph, decided: Decisions) -> Iterable[Group]:
    """Cluster one part, as `marsad.link.index.Index` does."""
    codings = graph.codings(part)
    members = [codings[key].member for key in part]
    scores = graph.scores_within(part)
    groups = [[0]]
    if len(part) > 1:
        groups = cluster(
            [member.report_id for member in members],
            scores,
            together=_held(members, decided.together),
            apart=_held(members, decided.apart),
        )
    for group in groups:
        ordered = sorted(group, key=lambda index: codings[part[index]].order)
        told = tuple(codings[part[index]] for index in ordered)
        yield Group(
            incident=Incident(incident_id=decided.names.get(told[0].member) or incident_id(told), codings=told),
            keys={part[index] for index in group},
            key_of={members[index]: part[index] for index in group},
            scores={
                (members[left], members[right]): score
                for left in group
                for right in group
                if left < right and (score := scores.get((left, right))) is not None
            },
        )


def _held(members: list[Member], pairs: Mapping[Member, Collection[Member]]) -> list[tuple[int, int]]:
    if not pairs:
        return []
    place = {member: index for index, member in enumerate(members)}
    return [
        (index, place[other])
        for member, index in place.items()
        for other in sorted(pairs.get(member, ()))
        if other in place and index < place[other]
    ]


def _target(members: Iterable[int], home: Mapping[int, str], successors: Mapping[int, int]) -> str | None:
    """Return the incident that holds most of the events of one that ended; None when none holds any."""
    now = Counter(home[key] for each in members if (key := successors.get(each, each)) in home)
    return min(now, key=lambda name: (-now[name], name)) if now else None
