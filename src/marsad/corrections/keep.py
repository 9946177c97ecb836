"""Corrections in a store: a coding beside those before it, and a judgement on each event that says what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from marsad.corrections.apply import corrected
from marsad.corrections.changes import Change
from marsad.store import CodedBy, Keeping, Store
from marsad.store.judgements import Judgement, judge
from marsad.store.keep import keep
from marsad.store.model import record_text
from marsad.store.read import versions

__all__ = ["keep_corrections"]


def keep_corrections(store: Store, records: Iterable[Mapping[str, Any]], changed: Sequence[Change]) -> None:
    """Keep what a person changed, all of it or nothing; the coding that it was changed from stays."""
    by_report: dict[str, list[Change]] = {}
    for change in changed:
        by_report.setdefault(change.report_id, []).append(change)
    with store.writing() as connection:
        for record in records:
            here = by_report.get(record["id"], [])
            if not here:
                continue
            new = corrected(record, here)
            report = next(kept.report for kept in reversed(versions(connection, record["id"])) if not kept.gone)
            keep(connection, [Keeping(report=report, record=new)], _coder(record, new, store.who), who=store.who)
            for event_id, told in _by_event(here).items():
                judgement = Judgement(kind="correct", subject=f"event:{event_id}", verdict="changed", detail=told)
                judge(connection, judgement, who=store.who)


def _coder(before: Mapping[str, Any], after: dict[str, Any], who: str) -> CodedBy:
    """Return the person as a coder: each correction is a coding of its own, also one that takes another back."""
    both = record_text(dict(before)) + record_text(after)
    digest = hashlib.sha256(both.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return CodedBy(coder_version=f"person:{who}", resources_version=digest, gazetteer="")


def _by_event(changed: Iterable[Change]) -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = {}
    for change in changed:
        told.setdefault(change.event_id, {})[change.column] = {"before": change.before, "after": change.after}
    return told
