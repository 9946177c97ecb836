"""A coding that somebody sent, kept: for the pages and for programs alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from marsad.gazetteer import load
from marsad.serve.coding import Coding, next_number, revised
from marsad.store.accounts import User
from marsad.store.read import codings_of, versions
from marsad.store.review import do
from marsad.store.revise import current, revise

__all__ = ["STATUS_AFTER", "CodingError", "Saved", "save_coding"]

STATUS_AFTER = {
    "second": "second reading",
    "confirm": "reviewed",
    "dispute": "disputed",
    "aside": "set aside",
    "reopen": "to check",
}
"""Where an act leaves a report."""


class CodingError(ValueError):
    """A coding whose words do not lie in the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of it: "save" or "accept", the coding now in force, and its events."""

    act: str
    coding_key: int
    events: list[dict[str, Any]]


def save_coding(connection: Connection, report_id: str, coding: Coding, *, user: User) -> Saved | None:
    """Keep the coding as a person wants it: a new one beside the older ones, or the present one found right.

    Returns None when another coding is in force than the person saw, or none. Raises CodingError, naming field and
    offsets.
    """
    row = current(connection, report_id)
    if row is None or row.coding_key is None or row.coding_key != coding.in_force:
        return None
    kept = next(one for one in versions(connection, report_id) if one.version_key == row.version_key)
    codings = codings_of(connection, report_id)
    record = next(one for one in codings if one.coding_key == row.coding_key).record
    number = next_number([one.record for one in codings])
    try:
        wanted = revised(coding, record, kept.report, number=number, gazetteer=load())
    except ValueError as error:
        raise CodingError(str(error)) from error
    key, act, why = row.coding_key, "accept", coding.comment
    if wanted != record:
        act = "save"
        key = revise(
            connection, report_id, wanted, based_on=row.coding_key, in_force=row.coding_key, user_key=user.key, why=why
        )
    do(connection, report_id, act, user=user, status="checked", checked=True, comment=coding.comment)
    return Saved(act=act, coding_key=key, events=wanted["events"])
