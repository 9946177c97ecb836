"""How often the figures of coded reports are read: `python benchmarks/gold_casualties.py GOLD.jsonl`.

A figure is found when a mention of its outcome has it (best value, or floor where there is none), or two
mentions that are no subset sum to it: in the sentences of the evidence, and anywhere in the report.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from marsad.annotate.casualties import find
from marsad.annotate.numbers import find as find_numbers
from marsad.model.quantity import Estimate
from marsad.model.report import Document, Report, Sentence
from marsad.model.what import CasualtyMention
from marsad.normalise import fold_text
from marsad.segment import split

__all__ = ["OUTCOMES", "measure"]

OUTCOMES = ("killed", "wounded", "detained", "abducted")

_Figure = tuple[str, int | None]


def _figure(estimate: Estimate) -> _Figure:
    return ("best", estimate.best) if estimate.best is not None else ("low", estimate.low)


def _gold(figure: dict[str, int | None]) -> _Figure:
    return _figure(Estimate(figure["low"], figure["best"], figure["high"]))


def _holds(mentions: Iterable[CasualtyMention], outcome: str, figure: _Figure) -> bool:
    of_outcome = [one for one in mentions if one.outcome == outcome]
    if any(_figure(one.estimate) == figure for one in of_outcome):
        return True
    addends = [one.estimate for one in of_outcome if not one.subset]
    return any(_figure(left.plus(right)) == figure for left, right in combinations(addends, 2))


def _sentences(document: Document, evidence: str) -> list[Sentence]:
    start = document.source_text.find(evidence)
    end = start + len(evidence)
    if start < 0:
        return []
    starts, ends = document.starts, document.ends
    return [one for one in document.sentences if starts[one.first] < end and start < ends[one.stop - 1]]


def measure(records: Iterable[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """Count, by outcome, the figures of coded reports: all, in the evidence's sentences, in the report."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in records:
        report = Report(report_id=record["id"], headline=record["title"] or "", text=record["text"])
        document = split(report, fold_text(report.source_text))
        mentions = find(document, numbers=find_numbers(document))
        for event in record["events"]:
            near = _sentences(document, event["evidence"])
            inside = [one for one in mentions if any(s.first <= one.first < s.stop for s in near)]
            for outcome in OUTCOMES:
                if not event.get(outcome):
                    continue
                figure = _gold(event[outcome])
                counts[outcome, "figures"] += 1
                counts[outcome, "sentence"] += _holds(inside, outcome, figure)
                counts[outcome, "report"] += _holds(mentions, outcome, figure)
    return counts


def main() -> None:
    """Print one line an outcome: figures, share found in the sentence, share found in the report."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    counts = measure(json.loads(line) for line in lines)
    for outcome in OUTCOMES:
        figures = counts[outcome, "figures"]
        shares = [f"{counts[outcome, where] / max(1, figures):.3f}" for where in ("sentence", "report")]
        print(outcome, figures, *shares)


if __name__ == "__main__":
    main()
