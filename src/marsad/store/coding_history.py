"""How a report came to be coded as it is: every coding, by whom and when, what each changed, and what people did."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Connection

from marsad.store.diff import differences
from marsad.store.model import KeptCoding
from marsad.store.read import codings_of
from marsad.store.review import acts_on
from marsad.store.revise import current

__all__ = ["coding_history"]


def coding_history(connection: Connection, report_id: str) -> list[dict[str, Any]]:
    """Return codings and acts of people on a report, oldest first; nothing for a report that is not there.

    A coding has `changes` against the one it was made from, else the one before it, and the hash of its record, by
    which a line of `marsad code` is known again. An act tells what somebody did: accept, confirm, dispute ...
    """
    row = current(connection, report_id)
    if row is None:
        return []
    codings = codings_of(connection, report_id)
    by_key = {coding.coding_key: coding for coding in codings}
    told: list[dict[str, Any]] = []
    for number, coding in enumerate(codings):
        older = by_key.get(coding.based_on or 0) or (codings[number - 1] if number else None)
        told.append(_coding(coding, older, in_force=coding.coding_key == row.coding_key))
    told += [
        {"report_id": report_id, "kind": "act", "at": act.at, "by": act.user, "act": act.act, "comment": act.comment}
        for act in acts_on(connection, row.report_key)
    ]
    return sorted(told, key=lambda one: str(one["at"]))


def _coding(coding: KeptCoding, older: KeptCoding | None, *, in_force: bool) -> dict[str, Any]:
    found = differences(older.record, coding.record) if older else ()
    return {
        "report_id": coding.report_id,
        "kind": "coding",
        "at": coding.coded_at,
        "by": coding.user or coding.coded_by.coder,
        "person": coding.user is not None,
        "in_force": in_force,
        "text_version": coding.version,
        "resources_version": coding.coded_by.resources_version,
        "events": len(coding.record["events"]),
        "record_sha256": hashlib.sha256(coding.line.encode("utf-8")).hexdigest(),
        "changes": [
            {"event": one.event, "field": one.field, "before": one.before, "after": one.after}
            for one in found
            if one.field != "confidence"
        ],
    }
