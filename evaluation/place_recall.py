"""How many gold places are among the places found, and whether their unit and precision are right.

    python -m evaluation.place_recall GOLD [--places DIR] [--missed]

GOLD is JSON Lines of reports with title, text, published and events (place, evidence). A name counts as found
when it is written alike, or when both names are listed for one place.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.trigger_recall import document
from marsad.annotate.places import find
from marsad.evaluate.places import SamePlace, listed_together
from marsad.gazetteer import Gazetteer, load
from marsad.model.report import Document
from marsad.model.where import PlaceMention

__all__ = ["main", "measure"]


def measure(reports: list[dict[str, Any]], gazetteer: Gazetteer) -> tuple[Counter[str], list[str]]:
    """Return counts over the gold events of reports, and a line for each place that was not found."""
    same = listed_together(gazetteer.named)
    counts: Counter[str] = Counter()
    missed: list[str] = []
    for report in reports:
        parted = document(report)
        found = find(parted, gazetteer=gazetteer)
        counts["reports"] += 1
        counts["mentions"] += len(found)
        for event in report["events"]:
            counts.update(_judge(parted, found, event, same))
            if not any(same(mention.name, event["place"]["name"]) for mention in found):
                place = event["place"]
                missed.append(f"{report['id']}\t{place['precision']}\t{place['name']}\t{event['evidence']}")
    return counts, missed


def _judge(parted: Document, found: Sequence[PlaceMention], event: dict[str, Any], same: SamePlace) -> list[str]:
    place = event["place"]
    level = place["precision"]
    kinds = ["gold", f"gold{level}"]
    named = [mention for mention in found if same(mention.name, place["name"])]
    if not named:
        return kinds
    kinds += ["found", f"found{level}"]
    start = parted.source_text.find(event["evidence"])
    end = start + len(event["evidence"])
    inside = [one for one in parted.sentences if parted.starts[one.first] < end and start < parted.ends[one.stop - 1]]
    stretch = inside if start >= 0 else []
    beside = [mention for mention in named if any(one.first <= mention.first < one.stop for one in stretch)]
    kinds += ["beside"] if beside else []
    best = next((mention for mention in beside or named if mention.place is not None), None)
    if best is not None and best.place is not None:
        kinds.append("listed")
        right = best.place.country == place["country"]
        kinds += ["country"] if right else []
        kinds += ["unit"] if right and (place["country"] != "SY" or best.place.admin1 == place["admin1"]) else []
    if any(int(mention.precision) == level for mention in beside or named):
        kinds.append("precision")
    return kinds


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of one gold file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--places", type=Path)
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args(arguments)
    reports = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    counts, missed = measure(reports, load(given.places))
    for level in ("", "1", "2", "3"):
        if counts[f"gold{level}"]:
            print(f"found, precision {level or 'any'}: {counts[f'found{level}'] / counts[f'gold{level}']:.3f}")
    print(f"beside the evidence: {counts['beside'] / max(1, counts['gold']):.3f}")
    print(f"of those found, listed: {counts['listed'] / max(1, counts['found']):.3f}")
    print(f"of those listed, country: {counts['country'] / max(1, counts['listed']):.3f}")
    print(f"of those listed, unit: {counts['unit'] / max(1, counts['listed']):.3f}")
    print(f"of those found, precision: {counts['precision'] / max(1, counts['found']):.3f}")
    print(f"mentions a report: {counts['mentions'] / max(1, counts['reports']):.1f}")
    if given.missed:
        print("\n".join(missed))


if __name__ == "__main__":
    main()
