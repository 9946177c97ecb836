"""The coded reports that a bundle is made of."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError

__all__ = ["Coded", "Incident", "coded_of", "incident_of", "read_coded", "read_incident"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A record as `marsad code` wrote it: its line, byte for byte, and what it says."""

    line: bytes
    value: dict[str, Any]

    @property
    def report_id(self) -> str:
        """The report's id."""
        return str(self.value["id"])

    @property
    def sha256(self) -> str | None:
        """The SHA-256 of what was read, as the record tells it."""
        return (self.value.get("report") or {}).get("sha256")

    @property
    def url(self) -> str | None:
        """The report's address."""
        return (self.value.get("report") or {}).get("url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An incident as `marsad link` wrote it, and the reports that tell of it."""

    line: bytes
    incident_id: str
    report_ids: frozenset[str]


def coded_of(line: bytes) -> Coded:
    """Return the record of a line that is known to be one."""
    return Coded(line=line, value=json.loads(line))


def incident_of(line: bytes) -> Incident:
    """Return the incident of a line that is known to be one."""
    value = json.loads(line)
    reports = frozenset(str(member["report_id"]) for member in value["members"])
    return Incident(line=line, incident_id=str(value["incident_id"]), report_ids=reports)


def read_coded(files: Sequence[Path], *, wanted: Collection[str] | None = None) -> list[Coded]:
    """Return the records of coded files in their order; only those of the wanted reports, when they are named.

    Raises ReadError for a line that is no record, for an id that two records share, and for a wanted report that is
    missing.
    """
    found: dict[str, Coded] = {}
    for file in files:
        for number, line, value in _objects(file):
            if not isinstance(value.get("id"), str) or not isinstance(value.get("events"), list):
                remedy = "Give what marsad code wrote, in JSON Lines."
                raise ReadError("This is no coded report.", file=str(file), line=number, remedy=remedy)
            if wanted is not None and value["id"] not in wanted:
                continue
            coded = Coded(line=line, value=value)
            if coded.report_id in found:
                problem = f"The report {coded.report_id} was coded before, in these files."
                raise ReadError(problem, file=str(file), line=number, remedy="Give one coding of each report.")
            found[coded.report_id] = coded
    for report_id in sorted(set(wanted or ()) - set(found)):
        problem = f"There is no coding of the report {report_id}."
        raise ReadError(problem, file=str(files[0]), remedy="Give every file that holds codings of the case.")
    return list(found.values())


def read_incident(file: Path, incident_id: str) -> Incident:
    """Return the incident of this id, or the one that took its place. Raises ReadError when there is none."""
    for number, line, value in _objects(file):
        if incident_id != value.get("incident_id") and incident_id not in (value.get("was") or ()):
            continue
        try:
            return incident_of(line)
        except (KeyError, TypeError):
            raise ReadError("This is no incident.", file=str(file), line=number, remedy="Run marsad link.") from None
    raise ReadError(f"There is no incident {incident_id}.", file=str(file), remedy="Look for its id in this file.")


def _objects(file: Path) -> Iterator[tuple[int, bytes, dict[str, Any]]]:
    try:
        content = file.read_bytes()
    except OSError as error:
        problem = f"The file cannot be opened ({error.strerror})."
        raise ReadError(problem, file=str(file), remedy="Check its name and your rights to it.") from None
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise ReadError("This is no JSON object.", file=str(file), line=number, remedy="Give JSON Lines.")
        yield number, line, value
