"""CPU seconds and memory of a situation report, on incidents made up at the density of a war.

    python -m benchmarks.sitrep [--incidents 5000] [--days 92] [--json]

The incidents of `benchmarks.linking` as they were made up, each with the reports that tell it, moved into so many days,
are written to files; then `marsad report` reads them and writes the public edition in both languages and both forms.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from benchmarks.linking import made_up
from marsad import gazetteer as gazetteers
from marsad.cli.main import app
from marsad.gazetteer import Gazetteer

__all__ = ["main", "measure"]

_FIRST = date(2024, 1, 1)
_CODINGS_AN_INCIDENT = 6.2
_BEFORE = date(2011, 3, 15)


def _moved(day: str, days: int, span: int) -> str:
    return (_FIRST + timedelta(days=min((date.fromisoformat(day) - _BEFORE).days * days // span, days - 1))).isoformat()


def _records(count: int, days: int, gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    """Yield coded reports with days of so many, places with their points, and the name of each event's incident."""
    made: list[dict[str, Any]] = []
    codings = int(count * _CODINGS_AN_INCIDENT)
    while len({event["incident"] for record in made for event in record["events"]}) < count:
        made = list(made_up(codings, gazetteer))
        codings += max(count // 10, 1)  # which places are drawn hangs on how many are listed
    span = (date.fromisoformat(made[-1]["published"]) - _BEFORE).days + 1
    for record in made:
        record["published"] = _moved(record["published"], days, span)
        for event in record["events"]:
            for bound in ("start", "end"):
                event["date"][bound] = _moved(event["date"][bound], days, span)
            place = event["place"]
            listed = next((one for one in gazetteer.named(place["name"]) if one.admin1 == place["admin1"]), None)
            if listed is not None and place["precision"] < 3:
                place |= {"latitude": listed.latitude, "longitude": listed.longitude, "place_id": listed.place_id}
        yield record


def _incident(name: str, told: list[tuple[dict[str, Any], int]]) -> dict[str, Any]:
    event = told[0][0]["events"][told[0][1]]
    members = [
        {
            "report_id": record["id"], "event": at, "outlet": record["outlet"], "published": record["published"],
            "copy_of": None, "credibility": 3, "evidence": record["events"][at]["evidence"], "link": None,
        }
        for record, at in told
    ]  # fmt: skip
    figures = {count: {**event[count], "sources": 1, "rule": 1} for count in ("killed", "wounded") if event[count]}
    return {
        "incident_id": name, "was": [], **{key: event[key] for key in ("sub_event_type", "side1", "side2", "date")},
        "place": {"latitude": None, "longitude": None, **event["place"]}, "figures": figures,
        "reports": len(members), "sources": len({member["outlet"] for member in members}), "credibility": 3,
        "attribution": {"grade": "medium", "contested": False}, "choices": {}, "ledger": [], "members": members,
    }  # fmt: skip


def _written(folder: Path, count: int, days: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """Write incidents and reports; return how many of each."""
    incidents: dict[str, list[tuple[dict[str, Any], int]]] = {}
    records = list(_records(count, days, gazetteer))
    for record in records:
        for at, event in enumerate(record["events"]):
            name = event.pop("incident")
            if name in incidents or len(incidents) < count:
                incidents.setdefault(name, []).append((record, at))
    for name, lines in (
        ("coded.jsonl", records), ("incidents.jsonl", [_incident(*one) for one in incidents.items()])
    ):  # fmt: skip
        with (folder / name).open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return len(incidents), len(records)


def measure(count: int, days: int, gazetteer: Gazetteer) -> dict[str, Any]:
    """Make one report of `count` incidents in so many days; return CPU seconds, memory and what it was made of."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        incidents, reports = _written(folder, count, days, gazetteer)
        names = [str(folder / "incidents.jsonl"), "--coded", str(folder / "coded.jsonl"), "-o", str(folder / "out")]
        began = time.process_time()
        done = CliRunner().invoke(app, ["report", *names, "--today", "2026-01-01"])
        seconds = time.process_time() - began
        if done.exit_code:
            raise RuntimeError(done.output)
        figures = json.loads((folder / "out" / "figures.json").read_text(encoding="utf-8"))
        return {
            "incidents": incidents,
            "reported": figures["counts"]["total"]["total"]["incidents"],
            "reports": reports,
            "days": (date.fromisoformat(figures["last"]) - date.fromisoformat(figures["first"])).days + 1,
            "cpu_seconds": round(seconds, 1),
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--incidents", type=int, default=5000)
    parser.add_argument("--days", type=int, default=92)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    found = measure(args.incidents, args.days, gazetteers.load())
    print(json.dumps(found) if args.json else "  ".join(f"{key} {value}" for key, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
