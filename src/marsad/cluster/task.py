"""What one worker does: code one shard, and write it whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from marsad.cluster.arrow import whole, write_rows
from marsad.cluster.shards import reports_of
from marsad.errors import MarsadError
from marsad.export.jsonl import to_line
from marsad.export.parquet import ParquetWriter, whole_signs
from marsad.export.record import coder_version, to_record
from marsad.lexicon.load import resources_version
from marsad.pipeline import Coder
from marsad.safely import code_safely, failure
from marsad.settle import settle

__all__ = ["Done", "Job", "code_shard", "coded_name", "key_of"]

_TYPES = {"number": "int64", "id": "string", "events": "int64", "failed": "string", "record": "string"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A shard to code: names of files under the folders of input and output, and by what it is coded."""

    shards: str
    coded: str
    name: str
    key: str
    places: str | None = None
    minimum: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was coded in a shard; `failed` are the reports that could not be, each with the reason."""

    name: str
    reports: int
    events: int
    failed: tuple[tuple[str, str], ...] = ()


def key_of(places: str | None, minimum: float) -> str:
    """Return the key of what codes: two equal ones code alike."""
    coder = _coder(places, minimum)
    told = [coder_version(), resources_version(), coder.gazetteer.name, coder.gazetteer.version, minimum]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def coded_name(name: str, key: str) -> str:
    """Return where the records of a shard stand: one row a report."""
    return f"reports/{name.removesuffix('.parquet')}.{key}.parquet"


def _events_name(name: str, key: str) -> str:
    """Return where its events stand: one row an event, in the columns of `marsad export`."""
    return f"events/{name.removesuffix('.parquet')}.{key}.parquet"


@cache
def _coder(places: str | None, minimum: float) -> Coder:
    return Coder(places=Path(places) if places else None, minimum=minimum)


def code_shard(job: Job) -> Done:
    """Code a shard; its records come last, so that a shard with records is done.

    Two workers that code the same shard write the same bytes. Raises MarsadError in a worker that codes by other
    words or places than whoever asked.
    """
    key = key_of(job.places, job.minimum)
    if key != job.key:
        problem = (
            f"This worker codes by other words or places ({key}, not {job.key}). Install the same marsad everywhere."
        )
        raise MarsadError(problem)
    coder = _coder(job.places, job.minimum)
    rows: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    for number, report in reports_of(Path(job.shards) / job.name):
        coded = code_safely(coder, report)
        record = to_record(coded, report=report, gazetteer=coder.gazetteer.name)
        records.append(record)
        line = to_line(record).decode("utf-8").removesuffix("\n")
        told = {"number": number, "id": whole_signs(report.report_id), "events": len(coded.events)}
        rows.append(told | {"failed": failure(coded), "record": line})
        settle()
    with whole(Path(job.coded) / _events_name(job.name, key)) as draft, draft.open("wb") as stream:
        writer = ParquetWriter(stream)
        for record in records:
            writer.write(record)
        writer.close()
    write_rows(Path(job.coded) / coded_name(job.name, key), rows, _TYPES)
    return Done(
        name=job.name,
        reports=len(rows),
        events=sum(row["events"] for row in rows),
        failed=tuple((row["id"], row["failed"]) for row in rows if row["failed"] is not None),
    )
