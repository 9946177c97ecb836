"""One field of many reports changed: what it would be for each, worked out before anything is done."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.model.what import EVENT_TYPES
from marsad.model.who import SIDES
from marsad.store.batch_edit import Chosen

__all__ = ["Change", "Planned", "plan", "seal"]

_PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field and what it is to be: "status", "assignee", "kind" or "actor"; `old` is what the latter two replace."""

    field: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A report that a change touches; `record` is the coding that it would have, None where only its work changes.

    `fields` are (position of the event in both records, field) of what would be otherwise.
    """

    chosen: Chosen
    record: dict[str, Any] | None
    fields: tuple[tuple[int, str], ...] = ()


def plan(change: Change, chosen: Iterable[Chosen], *, user_key: int) -> list[Planned]:
    """Return the reports that a change by somebody would touch, in the order given.

    Those that are so already are left out, and those that the same person checked, where a second one has to read.
    """
    found = []
    for one in chosen:
        match change.field:
            case "status":
                alone = change.new == "reviewed" and one.checked_by in (None, user_key)
                if one.status != change.new and not alone:
                    found.append(Planned(chosen=one, record=None))
            case "assignee":
                if one.assignee != (int(change.new) if change.new else None):
                    found.append(Planned(chosen=one, record=None))
            case _:
                record, fields = _recoded(change, one)
                if fields:
                    found.append(Planned(chosen=one, record=record, fields=fields))
    return found


def _recoded(change: Change, chosen: Chosen) -> tuple[dict[str, Any], tuple[tuple[int, str], ...]]:
    record = copy.deepcopy(chosen.record)
    fields: list[tuple[int, str]] = []
    for number in sorted(chosen.numbers):
        event = record["events"][number]
        changed = _retyped(change, event) if change.field == "kind" else _renamed(change, event)
        for field in changed:
            event["confidence_fields"].pop(field, None)
            event["evidence_fields"] = [_by_person(part, field) for part in event["evidence_fields"]]
        fields += [(number, field) for field in changed]
    return record, tuple(fields)


def _retyped(change: Change, event: dict[str, Any]) -> list[str]:
    if event["sub_event_type"] != change.old or change.old == change.new:
        return []
    event["sub_event_type"], event["event_type"] = change.new, EVENT_TYPES[change.new]
    return ["sub_event_type"]


def _renamed(change: Change, event: dict[str, Any]) -> list[str]:
    changed = [side for side in SIDES if change.old in event[side] and change.old != change.new]
    for side in changed:
        codes = (change.new if code == change.old else code for code in event[side])
        event[side] = list(dict.fromkeys(codes))
    event["units"] = [unit for unit in event["units"] if unit["code"] in event[unit["role"]]]
    return changed


def _by_person(part: dict[str, Any], field: str) -> dict[str, Any]:
    """Return the words behind a field as read by a person: the same words, no longer the rule's reading of them."""
    return part if part["field"] != field else {**part, "rule_id": _PERSON, "entry_ids": [], "note": None}


def seal(change: Change, planned: Sequence[Planned]) -> str:
    """Return what tells one plan from another, so that what is done is what was seen."""
    told = [
        [change.field, change.old, change.new],
        [[one.chosen.report_id, one.chosen.coding_key, one.chosen.status, one.chosen.assignee] for one in planned],
    ]
    return hashlib.sha256(json.dumps(told).encode("ascii")).hexdigest()
