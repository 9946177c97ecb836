"""Corrections in a store: a person's coding beside those before it, and a judgement on each event that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from marsad.corrections.apply import corrected
from marsad.corrections.changes import Change
from marsad.errors import StoreError
from marsad.store import Store
from marsad.store.accounts import User, add_user, user_named
from marsad.store.judgements import Judgement, judge
from marsad.store.read import line
from marsad.store.review import do
from marsad.store.revise import current, revise

__all__ = ["keep_corrections"]


def keep_corrections(store: Store, records: Iterable[Mapping[str, Any]], changed: Sequence[Change]) -> None:
    """Keep what a person changed, all of it or nothing; the coding that it was changed from stays.

    Somebody without an account gets one that nobody can sign in with. The workbench shows the act among the others on
    the report, whose status stays. Raises StoreError when a report was coded anew since its record was read.
    """
    by_report: dict[str, list[Change]] = {}
    for change in changed:
        by_report.setdefault(change.report_id, []).append(change)
    if not by_report:
        return
    with store.writing() as connection:
        user = _user(connection, store.who)
        for record in records:
            here = by_report.get(record["id"])
            if here:
                _keep(connection, record, here, user)


def _user(connection: Connection, name: str) -> User:
    found = user_named(connection, name)
    if found is None:
        add_user(connection, name, "coder", who=name)
        found = user_named(connection, name)
    if found is None:
        raise StoreError(f"There is no person {name!r}.", store="The store", remedy="Name one with --who.")
    return found


def _keep(connection: Connection, record: Mapping[str, Any], here: list[Change], user: User) -> None:
    report_id: str = record["id"]
    row = current(connection, report_id)
    if row is None or row.coding_key is None or json.loads(line(connection, row.coding_key)) != record:
        problem = "A new coding of this report was kept meanwhile."
        raise StoreError(problem, store=report_id, remedy="Export the table again, and correct that one.")
    revise(
        connection,
        report_id,
        corrected(record, here),
        based_on=row.coding_key,
        in_force=row.coding_key,
        user_key=user.key,
    )
    do(connection, report_id, "save", user=user, comment="Corrected in a table.")
    for event_id, told in _by_event(here).items():
        judgement = Judgement(kind="correct", subject=f"event:{event_id}", verdict="changed", detail=told)
        judge(connection, judgement, who=user.name)


def _by_event(changed: Iterable[Change]) -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = {}
    for change in changed:
        told.setdefault(change.event_id, {})[change.column] = {"before": change.before, "after": change.after}
    return told
