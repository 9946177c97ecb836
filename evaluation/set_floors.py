"""Set the floors that a release may not sink below, from what the coder reaches now.

    python -m evaluation.set_floors [--margin 0.01] [--lower]

Each corpus of `GUARDED_CORPORA` that there is gets a floors file with its hash, which the tests hold every later
version to (tests/evaluation/test_floors.py). Floors go up when the coder gets better; one goes down with --lower
alone, and with a word in the change log.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.evaluate.gate import file_sha256, read_floors
from marsad.evaluate.gold import read_gold
from marsad.evaluate.places import listed_together
from marsad.evaluate.run import code_records
from marsad.evaluate.score import Scores, score, summarise
from marsad.export.record import to_record
from marsad.pipeline import Coder

__all__ = ["GUARDED", "GUARDED_CORPORA", "floors_of", "main", "measured", "sunk"]

GUARDED = (
    "found.precision", "found.recall", "found.f1", "strict.f1", "perfect_reports", "quiet_reports_kept_quiet",
    "fields.sub_event_type", "fields.side1", "fields.side2", "fields.admin1", "fields.place", "fields.day",
    "fields.killed", "fields.wounded", "fields.source_kind", "fields.evidence",
)  # fmt: skip

GUARDED_CORPORA = {"samples.gold.jsonl": "floors.json", "gold/frozen.jsonl": "floors-frozen.json"}
"""Each corpus with its floors file, both seen from this folder."""

_HERE = Path(__file__).parent


def measured(corpus: Path) -> Scores:
    """Code a corpus as marsad comes, with the places it brings along, and score it."""
    coder, gold = Coder(), read_gold(corpus)
    coded = code_records(gold.values(), lambda report: to_record(coder.code(report)))
    return summarise(score(gold, coded, listed_together(gazetteer.load().named)))


def floors_of(scores: Scores, margin: float) -> dict[str, float]:
    """Return a floor for each guarded measure, `margin` below what it is; evidence must always hold."""
    out: dict[str, float] = {}
    for name in GUARDED:
        value: Any = scores.to_json()
        for part in name.split("."):
            value = value[part]
        if value is not None:
            out[name] = value if name == "fields.evidence" else round(max(0.0, value - margin), 4)
    return out


def sunk(old: Mapping[str, float], new: Mapping[str, float]) -> list[str]:
    """Return a sentence for each floor that would go down or go missing."""
    return [
        f"{name} would sink from {floor:.4f} to {new[name]:.4f}."
        if name in new
        else f"{name} has a floor of {floor:.4f} and would have none."
        for name, floor in old.items()
        if new.get(name, -1.0) < floor
    ]


def main(arguments: Sequence[str] | None = None, folder: Path = _HERE) -> int:
    """Code each corpus of `folder`, and write its floors; return 1 when one would sink."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--margin", type=float, default=0.01, help="how far below today's figures floors lie")
    parser.add_argument("--lower", action="store_true", help="let floors sink")
    args = parser.parse_args(arguments)
    status = 0
    for name, floors_name in GUARDED_CORPORA.items():
        corpus, file = folder / name, folder / floors_name
        if not corpus.exists():
            continue
        floors = floors_of(measured(corpus), args.margin)
        if file.exists() and not args.lower and (found := sunk(read_floors(file).floors, floors)):
            print(
                f"{file.name} is left as it is (--lower writes it all the same):", *found, sep="\n  ", file=sys.stderr
            )
            status = 1
            continue
        value = {"corpus": {"path": name, "sha256": file_sha256(corpus)}, "floors": floors}
        file.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
        print(f"{file.name}: {json.dumps(floors)}")
    return status


if __name__ == "__main__":
    sys.exit(main())
