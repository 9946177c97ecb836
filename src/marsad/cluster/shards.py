"""Reports parted into shards by month: what one worker codes at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from marsad.cluster.arrow import rows_of, whole, write_rows
from marsad.errors import ReadError
from marsad.export.parquet import whole_signs
from marsad.model.report import Report
from marsad.read import ReadProblem

__all__ = ["INDEX", "Sharded", "reports_of", "shard", "shards_in"]

INDEX = "shards.json"
_MOST_ROWS = 2000
"""Reports a shard: some seconds of one core, so that little is lost with a worker."""

_MOST_HELD = 256 * 1024**2  # characters of all months together
_TYPES = {"number": "int64", "id": "string", "published": "string", "outlet": "string", "report": "string"}
_DAYS = {"published_on": date.fromisoformat, "published_at": datetime.fromisoformat}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharded:
    """How many reports stand in how many shards, and what could not be read."""

    reports: int
    shards: int
    problems: tuple[ReadError, ...]


class _Month:
    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.size = 0
        self.digest = hashlib.sha256()

    def add(self, row: dict[str, Any]) -> None:
        self.rows.append(row)
        self.size += len(row["report"])
        self.digest.update(f"{row['number']} {row['report']}\n".encode())


def shard(items: Iterable[Report | ReadProblem], folder: Path, *, most: int = _MOST_ROWS) -> Sharded:
    """Write reports into `month=2024-03/HASH.parquet` under a folder, and then its index.

    A shard has the hash of what it holds for its name: the same input gives the same shards, and one that is there
    already is left alone. Without its index a folder is unfinished, and is not coded.
    """
    months: dict[str, _Month] = {}
    written: list[str] = []
    problems: list[ReadError] = []
    held = count = 0

    def flush(name: str) -> None:
        nonlocal held
        month = months.pop(name)
        held -= month.size
        shard_name = f"month={name}/{month.digest.hexdigest()[:16]}.parquet"
        written.append(shard_name)
        if not (folder / shard_name).exists():
            write_rows(folder / shard_name, month.rows, _TYPES)

    for item in items:
        if isinstance(item, ReadProblem):
            problems.append(item.error)
            continue
        name = item.published_on.strftime("%Y-%m") if item.published_on else "undated"
        month = months.setdefault(name, _Month())
        row = _row(count, item)
        month.add(row)
        held, count = held + len(row["report"]), count + 1
        if len(month.rows) >= most:
            flush(name)
        elif held > _MOST_HELD:
            flush(max(months, key=lambda one: months[one].size))
    for name in sorted(months):
        flush(name)
    with whole(folder / INDEX) as draft:
        draft.write_text(json.dumps({"reports": count, "shards": written}, indent=1) + "\n", encoding="utf-8")
    return Sharded(reports=count, shards=len(written), problems=tuple(problems))


def _row(number: int, report: Report) -> dict[str, Any]:
    told: dict[str, Any] = {field.name: getattr(report, field.name) for field in fields(report)}
    for name in _DAYS:
        told[name] = told[name].isoformat() if told[name] is not None else None
    text = json.dumps({name: value for name, value in told.items() if value not in (None, "")})
    return {
        "number": number, "id": whole_signs(report.report_id), "published": told["published_on"],
        "outlet": None if report.outlet is None else whole_signs(report.outlet), "report": text,
    }  # fmt: skip


def shards_in(folder: Path) -> list[str]:
    """Return the names of the shards of a folder, those of a month in the order of the input.

    Raises ReadError when it holds none, or was not finished.
    """
    path = folder / INDEX
    try:
        value: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return [str(name) for name in value["shards"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        problem = f"There is no index of shards ({type(error).__name__}): the folder was not finished."
        remedy = "Run `marsad cluster shard` with the same input again; what is there is kept."
        raise ReadError(problem, file=str(path), remedy=remedy) from None


def reports_of(path: Path) -> Iterator[tuple[int, Report]]:
    """Yield the reports of a shard with their numbers in the input."""
    for row in rows_of(path, ["number", "report"]):
        told = json.loads(row["report"])
        for name, read in _DAYS.items():
            if name in told:
                told[name] = read(told[name])
        told.setdefault("text", "")
        yield row["number"], Report(**told)
