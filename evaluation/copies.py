"""How well copies are told from independent reports, on pairs written for this project.

    python -m evaluation.copies [--write] [--lower] [--similar FILE] [--large FILE] [--linking FILE...]

measures `gold/copies.jsonl` and the linking gold there is, half by half, beside a plain baseline: two reports whose
runs of three words overlap by half (Jaccard), the earlier being the origin. `--write` writes `copies.md` and
`floors-copies.json`. `--similar` takes pairs of news articles {"text1", "text2", "overall"}, graded from 1, the same
story, to 4; `--large` takes any reports and tells time and memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.copies import group_copies
from marsad.copies.index import CopyIndex
from marsad.evaluate.gate import file_sha256, read_floors
from marsad.gazetteer import Gazetteer
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.read import read
from marsad.read.fields import to_report

__all__ = ["FLOORS", "GOLD", "Figures", "floors_of", "main", "measure_linking", "measure_pairs", "read_pairs"]

_HERE = Path(__file__).parent
GOLD = _HERE / "gold" / "copies.jsonl"
FLOORS = _HERE / "floors-copies.json"
_MARGIN = 0.01
_LAST = 1000

Grouper = Callable[[Sequence[Report]], list[tuple[tuple[str, ...], str]]]
"""Reports to groups, each the ids in it and the id of its origin."""


@dataclass(slots=True)
class Figures:
    """Pairs right, wrongly joined and missed; origins right, of those asked for."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    origins_right: int = 0
    origins: int = 0

    @property
    def precision(self) -> float:
        """Of the pairs said to be copies, the part that is."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of the copies, the part that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def origin(self) -> float:
        """Of the copies found whose origin is known, the part with the right one."""
        return self.origins_right / max(1, self.origins)


def read_pairs(file: Path = GOLD) -> list[dict[str, Any]]:
    """Return the pairs of a gold file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def report_of(values: dict[str, Any], report_id: str) -> Report:
    """Return one side of a pair as a report."""
    named = {name: values[name] for name in ("outlet", "published", "title", "text")}
    return to_report(named | {"id": report_id}, file="gold", line=None, default_id=report_id, sha256="")


def ours(places: Gazetteer) -> Grouper:
    """Return the grouping that is measured."""
    return lambda reports: [(group.report_ids, group.origin) for group in group_copies(reports, places)]


def baseline(reports: Sequence[Report]) -> list[tuple[tuple[str, ...], str]]:
    """Join reports whose runs of three words overlap by half; the earliest is the origin, then the smallest id."""
    home = {report.report_id: report.report_id for report in reports}
    runs = {report.report_id: _runs(report.text) for report in reports}
    for left, right in combinations(sorted(home), 2):
        both = len(runs[left] & runs[right])
        if both >= 0.5 * max(1, len(runs[left] | runs[right])):
            old, new = home[right], home[left]
            home = {name: new if one == old else one for name, one in home.items()}
    groups = defaultdict(list)
    for report in reports:
        groups[home[report.report_id]].append(report)
    return [
        (tuple(report.report_id for report in group), min(group, key=_earliest).report_id) for group in groups.values()
    ]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = fold_text(text).text.split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _earliest(report: Report) -> tuple[str, str]:
    moment = report.published_at or report.published_on
    return (moment.isoformat() if moment else "9", report.report_id)


def measure_pairs(pairs: Iterable[dict[str, Any]], grouper: Grouper) -> tuple[Figures, dict[str, list[int]]]:
    """Judge each pair by itself; return the figures, and by kind how many were judged right, and how many there are."""
    figures = Figures()
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        groups = grouper([report_of(pair["a"], "a"), report_of(pair["b"], "b")])
        joined = len(groups) == 1
        kinds[pair["kind"]][0] += joined is pair["copy"]
        kinds[pair["kind"]][1] += 1
        figures.right += joined and pair["copy"]
        figures.wrong += joined and not pair["copy"]
        figures.missed += pair["copy"] and not joined
        if joined and pair["origin"]:
            figures.origins += 1
            figures.origins_right += groups[0][1] == pair["origin"]
    return figures, kinds


def measure_linking(records: Sequence[dict[str, Any]], grouper: Grouper) -> Figures:
    """Group all reports of a file whose `copy_of` names the report that one was copied from."""
    source = {record["id"]: record.get("copy_of") for record in records}

    def top(name: str) -> str:
        while (above := source[name]) is not None:
            name = above
        return name

    figures = Figures()
    wanted = {pair for pair in combinations(sorted(source), 2) if top(pair[0]) == top(pair[1])}
    groups = grouper([report_of(record, record["id"]) for record in records])
    found = {pair for names, _ in groups for pair in combinations(sorted(names), 2)}
    figures.right, figures.wrong = len(found & wanted), len(found - wanted)
    figures.missed = len(wanted - found)
    for names, origin in groups:
        tops = {top(name) for name in names}
        if len(names) > 1 and len(tops) == 1:
            figures.origins += 1
            figures.origins_right += origin in tops
    return figures


def floors_of(file: Path = GOLD) -> dict[str, float]:
    """Return the figures that must not sink, by half and name."""
    grouper, pairs = ours(gazetteer.load()), read_pairs(file)
    out: dict[str, float] = {}
    for half in ("tuning", "frozen"):
        figures, _ = measure_pairs([pair for pair in pairs if pair["half"] == half], grouper)
        out |= {f"{half}.{name}": getattr(figures, name) for name in ("precision", "recall", "f1", "origin")}
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and write the page and the floors where asked; return 1 when a floor would sink."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write copies.md and floors-copies.json")
    parser.add_argument("--lower", action="store_true", help="let floors sink")
    parser.add_argument("--linking", type=Path, nargs="*", default=sorted((_HERE / "gold").glob("linking-*.jsonl")))
    parser.add_argument("--similar", type=Path, help="pairs of articles graded by how similar their stories are")
    parser.add_argument("--large", help="reports to time")
    given = parser.parse_args(arguments)
    places = gazetteer.load()
    lines = [*_pair_lines(places), *_linking_lines(given.linking, places)]
    lines += _similar_lines(given.similar, places) if given.similar else []
    lines += _large_lines(given.large, places) if given.large else []
    page = "\n".join(lines) + "\n"
    print(page)
    if not given.write:
        return 0
    floors = {name: round(max(0.0, value - _MARGIN), 4) for name, value in floors_of().items()}
    sunk = [name for name, value in _old_floors().items() if floors.get(name, -1.0) < value]
    if sunk and not given.lower:
        print("Left as it was (--lower writes it all the same); sunk: " + ", ".join(sunk), file=sys.stderr)
        return 1
    value = {"corpus": {"path": "gold/copies.jsonl", "sha256": file_sha256(GOLD)}, "floors": floors}
    FLOORS.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    (_HERE / "copies.md").write_text("# Copies: what was measured\n\n" + page, encoding="utf-8")
    return 0


def _old_floors() -> dict[str, float]:
    return dict(read_floors(FLOORS).floors) if FLOORS.exists() else {}


def _row(name: str, figures: Figures) -> str:
    origin = f"{figures.origin:.3f} of {figures.origins}" if figures.origins else ""
    counts = f"{figures.right} / {figures.wrong} / {figures.missed}"
    return f"| {name} | {figures.precision:.3f} | {figures.recall:.3f} | {figures.f1:.3f} | {counts} | {origin} |"


_HEAD = ["| | precision | recall | F1 | right / wrong / missed | origin right |", "|---|---|---|---|---|---|"]


def _pair_lines(places: Gazetteer) -> list[str]:
    pairs = read_pairs()
    lines = [
        "## Pairs of our own",
        "",
        "Each pair is judged by itself, without the other reports of its story.",
        "",
        *_HEAD,
    ]
    kinds: dict[str, dict[str, list[int]]] = {}
    for half in ("tuning", "frozen"):
        part = [pair for pair in pairs if pair["half"] == half]
        for name, grouper in (("", ours(places)), (", baseline", baseline)):
            figures, kinds[half + name] = measure_pairs(part, grouper)
            lines.append(_row(half + name, figures))
    lines += [
        "",
        "Judged right, by kind:",
        "",
        "| kind | copy | tuning | baseline | frozen | baseline |",
        "|---|---|---|---|---|---|",
    ]
    copy = {pair["kind"]: pair["copy"] for pair in pairs}
    for kind in sorted(copy, key=lambda kind: (not copy[kind], kind)):
        cells = ["{} of {}".format(*by_kind.get(kind, [0, 0])) for by_kind in kinds.values()]
        lines.append(f"| {kind} | {'yes' if copy[kind] else 'no'} | " + " | ".join(cells) + " |")
    return lines


def _linking_lines(files: Sequence[Path], places: Gazetteer) -> list[str]:
    if not files:
        return []
    lines = ["", "## Reports of the linking gold", "", "All reports of a file at once.", "", *_HEAD]
    for file in files:
        records = read_pairs(file)
        lines.append(_row(file.name, measure_linking(records, ours(places))))
        lines.append(_row(f"{file.name}, baseline", measure_linking(records, baseline)))
    return lines


def _similar_lines(file: Path, places: Gazetteer) -> list[str]:
    grades: dict[int, list[bool]] = defaultdict(list)
    for pair in read_pairs(file):
        reports = [Report(report_id=name, text=pair[f"text{name}"] or " ") for name in "12"]
        grades[round(float(pair["overall"]))].append(len(group_copies(reports, places)) == 1)
    lines = ["", "## Articles graded by how similar their stories are", ""]
    lines += [
        "Two articles on one story need not be copies: this shows how the rule parts them, not how right it is.",
        "",
    ]
    lines += ["| grade, 1 the same story | pairs | joined as copies |", "|---|---|---|"]
    lines += [
        f"| {grade} | {len(said)} | {sum(said)} ({sum(said) / len(said):.1%}) |"
        for grade, said in sorted(grades.items())
    ]
    return lines


def _large_lines(name: str, places: Gazetteer) -> list[str]:
    reports = [item for item in read([name]) if isinstance(item, Report)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    index = CopyIndex(places)
    marks, late = [], []
    for number, report in enumerate(reports, 1):
        begun = time.perf_counter()
        index.add(report)
        if number > len(reports) - _LAST:
            index.group_of(report.report_id)
            late.append(time.perf_counter() - begun)
        if number % max(1, len(reports) // 4) == 0:
            marks.append(f"{number:,} reports after {time.perf_counter() - started:.0f} s")
    groups = index.groups()
    seconds = time.perf_counter() - started
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    words = sum(len(report.text.split()) for report in reports) / max(1, len(reports))
    several = [group for group in groups if len(group.report_ids) > 1]
    largest = max((len(group.report_ids) for group in several), default=0)
    each = 1000 * sum(late) / max(1, len(late))
    told = (
        f"{len(reports):,} news articles of {words:.0f} words on average, in one process: {seconds:.0f} s and "
        f"{memory:.0f} MB above the articles themselves ({'; '.join(marks)}). Of the last {len(late):,} each took "
        f"{each:.1f} ms to add and to ask for its group. {len(groups):,} independent sources; {len(several):,} with "
        f"copies, the largest of {largest} reports."
    )
    return ["", "## A large set", "", told]


if __name__ == "__main__":
    sys.exit(main())
