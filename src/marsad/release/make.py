"""A release made from a store, and made again: all of it follows from the store, the moment and the rules."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from marsad import gazetteer
from marsad.errors import ReadError, SettingsError
from marsad.export import happening
from marsad.export.form import Form
from marsad.export.jsonl import to_line
from marsad.export.record import coder_version
from marsad.export.source import of_records
from marsad.export.table import CsvWriter
from marsad.export.write import write
from marsad.lexicon.load import resources_version
from marsad.redact.rules import read_rules
from marsad.release.edition import Edition
from marsad.release.manifest import (
    EVENTS,
    MANIFEST,
    RULES,
    SUMS,
    Manifest,
    folder_of,
    read_manifest,
    releases,
    sha256_of,
    sums_of,
)
from marsad.release.notes import Difference, Fingerprints, compared, fingerprints, of_incidents, why
from marsad.release.published import Published, made_by, published_of
from marsad.release.tell import Tell, telling
from marsad.release.told import notes_page
from marsad.store import Act, Store
from marsad.store.as_of import point_of

__all__ = ["make_release", "rebuild_release"]

_INCIDENTS, _NOTES = "incidents.csv", "notes.jsonl"
_FORMS = {"events.csv": Form.csv, "events.geojson": Form.geojson}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """All that a release follows from, beside the store."""

    number: int
    as_of: str
    change: int
    seal: str
    rules: Path
    note: str
    before: Manifest | None
    before_rules: Path | None
    published: Published | None


def make_release(
    store: Store, folder: Path, *, rules: Path, note: str = "", as_of: datetime | None = None, jobs: int = 1
) -> Manifest:
    """Make the next release in a folder, and tell the store's log; without `as_of`, of all that is kept now.

    Lines that the release before published are taken over where they would come out the same, and all others made in
    `jobs` processes.

    Raises ReadError when what lies in the folder is no row of releases, SettingsError for a moment before the last
    release, StoreError for one that has not passed.
    """
    done = releases(folder)
    last = done[-1] if done else None
    point = point_of(store.engine, as_of or _settled(), store=store.name)
    if last is not None and point.as_of < last.as_of:
        problem = f"Release {last.number} tells of {last.as_of}, which is later. Name a later moment."
        raise SettingsError(problem)
    made = made_by(gazetteer.load(None))
    plan = _Plan(
        number=len(done) + 1, as_of=point.as_of, change=point.change, seal=point.seal, rules=rules, note=note,
        before=last, before_rules=folder_of(folder, last.number) / RULES if last else None,
        published=published_of(store, folder_of(folder, last.number), last, made) if last else None,
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".release-") as draft:
        with telling(jobs) as tell:
            manifest = _write(store, Path(draft) / "new", plan, tell, take=plan.published)
        (Path(draft) / "new").rename(folder_of(folder, plan.number))
    told = {"number": manifest.number, "manifest": manifest.sha256, "seal": manifest.seal, "made": made}
    store.note([Act(act="release", item="store", detail=told)])
    return manifest


def rebuild_release(store: Store, folder: Path, number: int, to: Path, *, jobs: int = 1) -> list[str]:
    """Make a release again from the store, into a new folder; return the names of the files that differ.

    Every line is made anew: none is taken from the release before.

    Raises ReadError when there is no such release, or its store holds another past.
    """
    kept = read_manifest(folder_of(folder, number))
    before = read_manifest(folder_of(folder, number - 1)) if number > 1 else None
    point = point_of(store.engine, datetime.fromisoformat(kept.as_of), store=store.name)
    if (point.change, point.seal) != (kept.change, kept.seal):
        problem = (
            f"The store {store.name} tells otherwise of {kept.as_of}: change {point.change}, seal {point.seal[:12]}."
        )
        remedy = "Name the store that the release was made from."
        raise ReadError(problem, file=str(folder_of(folder, number) / MANIFEST), remedy=remedy)
    places = gazetteer.load(None)
    plan = _Plan(
        number=number, as_of=kept.as_of, change=kept.change, seal=kept.seal, note=kept.note, before=before,
        rules=folder_of(folder, number) / RULES,
        before_rules=folder_of(folder, number - 1) / RULES if before else None,
        published=published_of(store, folder_of(folder, number - 1), before, made_by(places)) if before else None,
    )  # fmt: skip
    with telling(jobs) as tell:
        made = _write(store, to, plan, tell, take=None)
    return sorted(
        name for name in made.files.keys() | kept.files.keys() if made.files.get(name) != kept.files.get(name)
    )


def _settled() -> datetime:
    """Return this second, once it has passed: all that was kept before the call is of it."""
    now = datetime.now(UTC).replace(microsecond=0)
    time.sleep(max(0.0, now.timestamp() + 1.01 - time.time()))
    return now


def _write(store: Store, folder: Path, plan: _Plan, tell: Tell, take: Published | None) -> Manifest:
    folder.mkdir(parents=True)
    places = gazetteer.load(None)
    shutil.copyfile(plan.rules, folder / RULES)
    with store.reading() as connection:
        edition = _edition(connection, plan.change, plan.as_of, folder / RULES, tell, take)
        counts = Counter(reports=0, events=0, incidents=0)
        with (folder / EVENTS).open("wb") as stream:
            for line, number in edition.lines():
                stream.write(line)
                counts["reports"] += 1
                counts["events"] += number
        with (folder / _INCIDENTS).open("wb") as stream:
            writer = CsvWriter(stream, ("incident_id", "event_id"))
            for incident, events in edition.incidents():
                counts["incidents"] += 1
                for event in events:
                    writer.line((incident, event))
        notes = _notes(connection, folder, plan, tell)
    for name, form in _FORMS.items():
        with (folder / name).open("wb") as stream:
            write(form, of_records(_read(folder)), stream, table=happening.EVENTS)
    (folder / _NOTES).write_bytes(b"".join(map(to_line, map(_row, notes))))
    (folder / "NOTES.md").write_bytes(notes_page(plan.number, plan.as_of, plan.note, counts, notes).encode("utf-8"))
    manifest = Manifest(
        number=plan.number, as_of=plan.as_of, change=plan.change, seal=plan.seal, software=coder_version(),
        resources=resources_version(), gazetteer=f"{places.name} {places.version}", note=plan.note,
        previous=plan.before.sha256 if plan.before else None, counts=dict(counts),
        files={path.name: sha256_of(path) for path in sorted(folder.iterdir())},
    )  # fmt: skip
    (folder / MANIFEST).write_bytes(manifest.bytes)
    (folder / SUMS).write_bytes(sums_of(manifest.files, manifest.sha256))
    return manifest


def _edition(
    connection: Connection, change: int, as_of: str, rules: Path, tell: Tell, take: Published | None = None
) -> Edition:
    day = date.fromisoformat(as_of[:10])
    return Edition(connection=connection, change=change, day=day, rules=read_rules(rules), tell=tell, before=take)


def _read(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / EVENTS).open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _notes(connection: Connection, folder: Path, plan: _Plan, tell: Tell) -> list[Difference]:
    """Return what differs from the release before; nothing for the first.

    What that told is read from its file, and told anew where other code, words or places made it.
    """
    if plan.before is None or plan.before_rules is None:
        return []
    if plan.published is not None:
        before = plan.published.read()
    else:
        edition = _edition(connection, plan.before.change, plan.before.as_of, plan.before_rules, tell)
        before = (json.loads(line) for line, _ in edition.lines())
    old: Fingerprints = fingerprints(before)
    reasons = why(connection, plan.before.change, plan.change)
    events = compared(old, fingerprints(_read(folder)), reasons)
    return [*events, *of_incidents(connection, plan.before.change, plan.change)]


def _row(one: Difference) -> dict[str, object]:
    row: dict[str, object] = {"kind": one.kind, "id": one.id, "act": one.act, "why": one.why}
    if one.fields:
        row["fields"] = list(one.fields)
    if one.into:
        row["into"] = one.into
    return row
