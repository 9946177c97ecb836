"""Set the floors that a release may not sink below, from what the coder reaches now.

    python -m evaluation.set_floors evaluation/samples.gold.jsonl [--margin 0.01]

Writes evaluation/floors.json with the corpus's hash; `marsad evaluate evaluation/samples.gold.jsonl --floors
evaluation/floors.json` holds later versions to it. Raise floors when the coder gets better; lower one only with a
word in the change log.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.evaluate.gate import file_sha256
from marsad.evaluate.gold import read_gold
from marsad.evaluate.places import listed_together
from marsad.evaluate.run import code_records
from marsad.evaluate.score import Scores, score, summarise
from marsad.export.record import to_record
from marsad.pipeline import Coder

__all__ = ["GUARDED", "floors_of", "main"]

GUARDED = (
    "found.precision", "found.recall", "found.f1", "strict.f1", "perfect_reports", "quiet_reports_kept_quiet",
    "fields.sub_event_type", "fields.side1", "fields.side2", "fields.admin1", "fields.place", "fields.day",
    "fields.killed", "fields.wounded", "fields.source_kind", "fields.evidence",
)  # fmt: skip


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Code the corpus, and write its floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--margin", type=float, default=0.01)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "floors.json")
    args = parser.parse_args(arguments)
    coder, gold = Coder(), read_gold(args.corpus)
    coded = code_records(gold.values(), lambda report: to_record(coder.code(report)))
    scores = summarise(score(gold, coded, listed_together(gazetteer.load().named)))
    value = {
        "corpus": {
            "path": str(args.corpus.resolve().relative_to(args.out.resolve().parent)),
            "sha256": file_sha256(args.corpus),
        },
        "floors": floors_of(scores, args.margin),
    }
    args.out.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(value["floors"], indent=2))


if __name__ == "__main__":
    main()
