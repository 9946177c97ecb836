"""The gold of the linker: reports with incidents, parted into a tuning and a frozen half, by hand and as marsad codes.

    python -m evaluation.linking_gold

writes gold/linking-split.json: whole stories on one side or the other. A story is what shares a report, or could be
taken for one another: codings that the linker would compare at all. Stories are dealt out within each file, the largest
first, to the half that has fewer events of it; equals go by a hash of their names.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.evaluate.agree import agree
from marsad.evaluate.pair import pair, similarity
from marsad.evaluate.places import listed_together
from marsad.evaluate.records import EventRecord, ReportRecord
from marsad.evaluate.run import as_report
from marsad.export.record import to_record
from marsad.link.blocks import Blocks
from marsad.link.cluster import components
from marsad.link.coding import Coding, Member
from marsad.link.read import codings_of
from marsad.pipeline import Coder

__all__ = ["DENSE", "FILES", "HALVES", "Linked", "as_coded", "by_hand", "read", "reports_of", "split", "stories"]

_HERE = Path(__file__).parent / "gold"
FILES = tuple(f"linking-{name}.jsonl" for name in "abc")
DENSE = "linking-d.jsonl"
"""Days full of acts of one kind in one town; each of its reports says which half it stands in."""

HALVES = ("tuning", "frozen")
_SPLIT = _HERE / "linking-split.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Codings, the incident of each by hand, and the story it belongs to; `incident` lacks events nobody matched."""

    codings: tuple[Coding, ...]
    incident: Mapping[Member, str]
    story: Mapping[str, str]


@cache
def read(name: str) -> list[dict[str, Any]]:
    """Return the reports of a gold file."""
    return [json.loads(line) for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def reports_of(half: str | None, files: Iterable[str] = FILES) -> list[dict[str, Any]]:
    """Return the reports of a half, or all."""
    reports = [report for name in files for report in read(name)]
    if half is None:
        return reports
    chosen = set(json.loads(_SPLIT.read_text(encoding="utf-8"))[half])
    return [report for report in reports if report["id"] in chosen or report.get("half") == half]


def _coded(record: Mapping[str, Any]) -> list[Coding]:
    return [coding for coding in codings_of(record, gazetteer.load()) if isinstance(coding, Coding)]


def by_hand(half: str | None, files: Iterable[str] = FILES) -> Linked:
    """Return the codings made by hand of a half, or of all."""
    reports = reports_of(half, files)
    incident = {
        Member(report["id"], index): event["incident"]
        for report in reports
        for index, event in enumerate(report["events"])
    }
    codings = tuple(coding for report in reports for coding in _coded(report))
    return Linked(codings=codings, incident=incident, story=_story_of(reports))


@cache
def _coder() -> Coder:
    return Coder()


def as_coded(half: str | None, files: Iterable[str] = FILES) -> Linked:
    """Return what marsad codes from the texts of a half; an event has the incident of the hand coding it matches."""
    same_place = listed_together(gazetteer.load().named)
    incident: dict[Member, str] = {}
    codings: list[Coding] = []
    reports = reports_of(half, files)
    for report in reports:
        gold = ReportRecord.from_json(report)
        source = as_report(gold)
        record = to_record(_coder().code(source), report=source)
        texts = {"title": report["title"], "text": report["text"]}
        codings += _coded({**record, **texts})
        predicted = [EventRecord.from_json(event) for event in record["events"]]
        likeness = [
            [similarity(one, wanted, agree(one, wanted, same_place, gold.source_text)) for wanted in gold.events]
            for one in predicted
        ]
        for row, column in pair(likeness, len(gold.events)):
            incident[Member(report["id"], row)] = report["events"][column]["incident"]
    return Linked(codings=tuple(codings), incident=incident, story=_story_of(reports))


def stories(reports: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """Return groups of reports (by place in the list) that share an incident or could be taken for one another."""
    blocks, edges, home = Blocks(), [], []
    first: dict[str, int] = {}
    for number, report in enumerate(reports):
        edges += [(number, first.setdefault(event["incident"], number)) for event in report["events"]]
        for coding in _coded(report):
            edges += [(number, home[other]) for other in blocks.candidates(coding)]
            blocks.add(len(home), coding)
            home.append(number)
    return components(range(len(reports)), edges)


def _story_of(reports: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in stories(reports):
        name = min(reports[number]["id"] for number in group)
        found.update({reports[number]["id"]: name for number in group})
    return found


def split(files: Iterable[str] = FILES) -> dict[str, list[str]]:
    """Deal the stories of all files into halves; return the ids of the reports of each."""
    reports = [report for name in files for report in read(name)]
    file_of = {report["id"]: name for name in files for report in read(name)}
    events: dict[tuple[str, str], int] = {}
    halves: dict[str, list[str]] = {half: [] for half in HALVES}

    def size(group: Sequence[int]) -> int:
        return sum(len(reports[number]["events"]) for number in group)

    def chance(group: Sequence[int]) -> str:
        return hashlib.sha256(min(reports[number]["id"] for number in group).encode()).hexdigest()

    for group in sorted(stories(reports), key=lambda group: (-size(group), chance(group))):
        name = file_of[reports[group[0]]["id"]]
        order = HALVES if int(chance(group), 16) % 2 else tuple(reversed(HALVES))
        half = min(order, key=lambda each: events.get((name, each), 0))
        events[name, half] = events.get((name, half), 0) + size(group)
        halves[half] += [reports[number]["id"] for number in group]
    return {half: sorted(ids) for half, ids in halves.items()}


def main() -> int:
    """Write the split once; one that exists is never changed, so that the frozen half stays frozen."""
    if _SPLIT.exists():
        print(f"{_SPLIT.name} exists and stays as it is.", file=sys.stderr)
        return 1
    made = split()
    _SPLIT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(", ".join(f"{half}: {len(ids)} reports" for half, ids in made.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
