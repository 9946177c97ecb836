"""How many gold events have a word in their sentence that can tell them, and how much else such words meet.

    python -m evaluation.trigger_recall GOLD [--missed]

GOLD is JSON Lines of reports with title, text, published and events (evidence, sub_event_type).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from marsad.annotate.triggers import find, possible_types
from marsad.model.report import Document, Report, Sentence
from marsad.model.what import TriggerMention
from marsad.normalise import fold_text
from marsad.segment import split

__all__ = ["Found", "events", "main", "sentences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One gold event: what its sentence and its quotation hold."""

    sub_event_type: str
    evidence: str
    in_sentence: bool
    in_evidence: bool
    strong: bool


def document(report: dict[str, Any]) -> Document:
    """Part a gold report into words and sentences."""
    published = report.get("published")
    read = Report(
        report_id=str(report["id"]),
        headline=report.get("title") or "",
        text=report["text"],
        published_on=date.fromisoformat(published) if published else None,
    )
    return split(read, fold_text(read.source_text))


def events(report: dict[str, Any]) -> Iterator[Found]:
    """Yield, for each gold event, whether a trigger can tell it; an evidence that is not in the text tells nothing."""
    parted = document(report)
    triggers = find(parted)
    body = len(report.get("title") or "")
    for event in report["events"]:
        evidence, wanted = event["evidence"], event["sub_event_type"]
        start = parted.source_text.find(evidence, body)
        end = start + len(evidence)
        inside = [
            one for one in parted.sentences if parted.starts[one.first] < end and start < parted.ends[one.stop - 1]
        ]
        stretch = inside if start >= 0 else []
        able = [one for one in triggers if wanted in possible_types(one.sub_event_type, one.sense)]
        near = [one for one in able if any(sentence.first <= one.first < sentence.stop for sentence in stretch)]
        yield Found(
            sub_event_type=wanted,
            evidence=evidence,
            in_sentence=bool(near),
            in_evidence=any(one.span.start < end and start < one.span.end for one in near),
            strong=any(not one.weak for one in near),
        )


def sentences(report: dict[str, Any]) -> Iterator[tuple[Sentence, list[TriggerMention]]]:
    """Yield the body sentences of a report with the triggers in each."""
    parted = document(report)
    triggers = find(parted)
    for sentence in parted.sentences:
        if not sentence.is_headline and not sentence.furniture:
            yield sentence, [one for one in triggers if sentence.first <= one.first < sentence.stop]


def _share(flags: Iterable[bool]) -> str:
    counted = list(flags)
    return f"{sum(counted)}/{len(counted)} ({sum(counted) / max(len(counted), 1):.3f})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the shares, and with --missed the quotations that no trigger can tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args(arguments)
    reports = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    found = [one for report in reports for one in events(report)]
    print("events with an able trigger in the sentence   ", _share(one.in_sentence for one in found))
    print("... that can start an event alone             ", _share(one.strong for one in found))
    print("... inside the quotation itself               ", _share(one.in_evidence for one in found))
    for name, chosen in (("all", reports), ("quiet", [report for report in reports if not report["events"]])):
        held = [triggers for report in chosen for _, triggers in sentences(report)]
        print(f"sentences with a trigger, {name} reports         ", _share(map(bool, held)))
        strong = (any(not one.weak for one in triggers) for triggers in held)
        print(f"... that can start an event alone, {name} reports", _share(strong))
    if options.missed:
        for one in found:
            if not one.in_sentence:
                print(f"{one.sub_event_type} | {one.evidence}")


if __name__ == "__main__":
    main()
