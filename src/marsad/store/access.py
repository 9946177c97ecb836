"""Who sees which reports: collections that only groups see, what belongs to them, and who is in a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select, update

from marsad.errors import StoreError
from marsad.store.access_tables import (
    collection_outlets,
    collections,
    group_collections,
    group_members,
    groups,
)
from marsad.store.accounts import User
from marsad.store.batches import next_key
from marsad.store.columns import keepable
from marsad.store.editions import make_again
from marsad.store.log import Act, write
from marsad.store.sight import Sight
from marsad.store.tables import codings, events, incident_members, report_versions, reports
from marsad.store.team_tables import blind_readings

__all__ = [
    "Collection", "Group", "add_collection", "add_group", "collect_kept", "collect_outlet", "hidden_from", "hiding",
    "kept_collections", "kept_groups", "let_see", "may_hide", "put_in_group", "release_outlet", "sees_whole",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Reports that only some see: how many there are, and the outlets whose reports belong to it."""

    key: int
    name: str
    reports: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People, by key, and the collections, by key, that they see."""

    key: int
    name: str
    members: frozenset[int]
    collections: frozenset[int]


def hidden_from(connection: Connection, user: User | None) -> frozenset[int]:
    """Return the collections that somebody does not see: all but those of his groups; an administrator sees all."""
    if user is not None and user.role == "admin":
        return frozenset()
    query = select(collections.c.collection_key)
    if user is not None:
        mine = group_collections.join(group_members, group_members.c.group_key == group_collections.c.group_key)
        seen = select(group_collections.c.collection_key).select_from(mine)
        query = query.where(collections.c.collection_key.not_in(seen.where(group_members.c.user_key == user.key)))
    return frozenset(connection.scalars(query))


def hiding(user_key: ColumnElement[Any]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return, for a statement that finds somebody, whether there is anything that `may_hide` tells of."""
    asked_blind = select(blind_readings.c.reading_key).where(blind_readings.c.user_key == user_key).exists()
    return select(collections.c.collection_key).exists().label("collected"), asked_blind.label("asked_blind")


_MAY_HIDE = select(*hiding(bindparam("user_key")))


def may_hide(connection: Connection, user: User | None) -> tuple[bool, bool]:
    """Say whether there are collections, and reports that somebody was ever asked to code blind: most have neither."""
    collected, asked = connection.execute(_MAY_HIDE, {"user_key": user.key if user else None}).one()
    return bool(collected), bool(asked)


def sees_whole(connection: Connection, incident_id: str, sight: Sight) -> bool:
    """Say whether no report that is hidden from somebody tells of an incident, asked of a store that sees everything.

    Of those that he is to code blind, none ever told of it.
    """
    query = (
        select(incident_members.c.member_key)
        .select_from(incident_members.join(events).join(codings).join(report_versions).join(reports))
        .where(incident_members.c.incident_id == incident_id)
        .limit(1)
    )
    now = query.where(incident_members.c.left_at.is_(None), reports.c.collection_key.in_(sight.hidden))
    ever = query.where(reports.c.report_key.in_(sight.blind))
    asked = ((sight.hidden, now), (sight.blind, ever))
    return all(connection.scalar(one) is None for keys, one in asked if keys)


def kept_collections(connection: Connection) -> list[Collection]:
    """Return the collections by name."""
    count = select(reports.c.collection_key, func.count()).where(reports.c.collection_key.is_not(None))
    sizes = {row[0]: row[1] for row in connection.execute(count.group_by(reports.c.collection_key))}
    outlets: dict[int, list[str]] = {}
    for row in connection.execute(select(collection_outlets).order_by(collection_outlets.c.outlet)):
        outlets.setdefault(row.collection_key, []).append(row.outlet)
    return [
        Collection(key=key, name=name, reports=sizes.get(key, 0), outlets=tuple(outlets.get(key, ())))
        for key, name in connection.execute(select(collections).order_by(collections.c.name))
    ]


def kept_groups(connection: Connection) -> list[Group]:
    """Return the groups by name."""
    members: dict[int, set[int]] = {}
    for key, user in connection.execute(select(group_members)):
        members.setdefault(key, set()).add(user)
    seen: dict[int, set[int]] = {}
    for key, collection in connection.execute(select(group_collections)):
        seen.setdefault(key, set()).add(collection)
    return [
        Group(
            key=key, name=name, members=frozenset(members.get(key, ())), collections=frozenset(seen.get(key, ()))
        )
        for key, name in connection.execute(select(groups).order_by(groups.c.name))
    ]  # fmt: skip


def add_collection(connection: Connection, name: str, *, who: str) -> int:
    """Add an empty collection and return its key; raises StoreError for a name that is taken or empty."""
    return _add(connection, collections, "collection", name, who)


def add_group(connection: Connection, name: str, *, who: str) -> int:
    """Add an empty group and return its key; raises StoreError for a name that is taken or empty."""
    return _add(connection, groups, "group", name, who)


def _add(connection: Connection, table: Table, kind: str, name: str, who: str) -> int:
    name = keepable(" ".join(name.split()))
    if not name or connection.scalar(select(table.c.name).where(table.c.name == name)) is not None:
        raise StoreError("This name is empty or taken.", store="The store", remedy="Choose another one.")
    key = next_key(connection, table.c[f"{kind}_key"])
    connection.execute(insert(table).values({f"{kind}_key": key, "name": name}))
    write(connection, [Act(act=f"add {kind}", item=f"{kind}:{name}", detail={})], who=who)
    return key


def put_in_group(connection: Connection, group: int, users: frozenset[int], *, who: str) -> None:
    """Let exactly these people be in a group."""
    _put(connection, group_members, group, "user_key", users, who)


def let_see(connection: Connection, group: int, seen: frozenset[int], *, who: str) -> None:
    """Let a group see exactly these collections."""
    _put(connection, group_collections, group, "collection_key", seen, who)


def _put(connection: Connection, table: Table, group: int, column: str, keys: frozenset[int], who: str) -> None:
    name = connection.scalar(select(groups.c.name).where(groups.c.group_key == group))
    if name is None:
        raise StoreError("There is no such group.", store="The store", remedy="Look it up again.")
    connection.execute(delete(table).where(table.c.group_key == group))
    if keys:
        connection.execute(insert(table), [{"group_key": group, column: key} for key in sorted(keys)])
    detail = {column.removesuffix("_key") + "s": sorted(keys)}
    write(connection, [Act(act="change group", item=f"group:{name}", detail=detail)], who=who)


def collect_outlet(connection: Connection, collection: int, outlet: str, *, who: str) -> int:
    """Let the reports of an outlet belong to a collection, also those that come; return how many there are."""
    outlet = keepable(outlet)
    connection.execute(delete(collection_outlets).where(collection_outlets.c.outlet == outlet))
    connection.execute(insert(collection_outlets).values(outlet=outlet, collection_key=collection))
    return _move(connection, _of_outlet(outlet), collection, who, {"outlet": outlet})


def release_outlet(connection: Connection, outlet: str, *, who: str) -> int:
    """Let the reports of an outlet belong to no collection; return how many there are."""
    connection.execute(delete(collection_outlets).where(collection_outlets.c.outlet == keepable(outlet)))
    return _move(connection, _of_outlet(outlet), None, who, {"outlet": outlet})


def collect_kept(connection: Connection, collection: int | None, *, since: str, until: str, who: str) -> int:
    """Let the reports that came within two moments, as by an import, belong to a collection, or to none."""
    came = reports.c.kept_at.between(since, until)
    return _move(connection, came, collection, who, {"since": since, "until": until})


def _of_outlet(outlet: str) -> ColumnElement[bool]:
    named = select(report_versions.c.report_key).where(report_versions.c.outlet == keepable(outlet))
    return reports.c.report_key.in_(named)


def _move(
    connection: Connection, which: ColumnElement[bool], collection: int | None, who: str, detail: dict[str, str]
) -> int:
    """Put reports into a collection; incidents that they tell are made ready anew for those who do not see it."""
    moved = int(connection.execute(update(reports).where(which).values(collection_key=collection)).rowcount)
    told = (
        select(incident_members.c.incident_id)
        .select_from(incident_members.join(events).join(codings).join(report_versions).join(reports))
        .where(incident_members.c.left_at.is_(None), which)
    )
    make_again(connection, told)
    name = connection.scalar(select(collections.c.name).where(collections.c.collection_key == collection))
    act = Act(act="collect", item=f"collection:{name or ''}", detail={**detail, "reports": str(moved)})
    write(connection, [act], who=who)
    return moved
