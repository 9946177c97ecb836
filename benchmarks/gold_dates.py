"""Where the day of each gold event stands: `python benchmarks/gold_dates.py GOLD.jsonl [KIND]`.

For each event the gold interval is looked for among the dates read in its evidence, then in the sentence
around it, then in the whole report. KIND (a first digit or several) prints the events of that kind.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from marsad.annotate.dates import find
from marsad.annotate.numbers import find as find_numbers
from marsad.model.report import Document, Report
from marsad.model.when import DateMention
from marsad.normalise import fold_text
from marsad.segment import split


def place(event: dict[str, Any], document: Document, mentions: tuple[DateMention, ...]) -> str:
    """Name where the gold interval of an event is read."""
    start = document.source_text.find(event["evidence"])
    end = start + len(event["evidence"])
    if start < 0:
        return "0 evidence not in the text"
    spans = [document.span(one.first, one.stop) for one in document.sentences]
    sentences = [span for span in spans if span.start < end and start < span.end]
    around = (min(span.start for span in sentences), max(span.end for span in sentences))
    gold = (event["date"]["start"], event["date"]["end"])

    def within(low: int, high: int) -> list[DateMention]:
        return [m for m in mentions if low <= m.span.start and m.span.end <= high]

    def right(found: list[DateMention]) -> bool:
        return any((str(m.start), str(m.end)) == gold for m in found)

    published = str(document.published_on)
    if right(within(start, end)):
        return "1 in the evidence"
    if right(within(*around)):
        return "2 in its sentence"
    if gold == (published, published):
        return "4 publication day, other dates told" if within(*around) else "3 publication day, none told"
    if right(list(mentions)):
        return "5 elsewhere in the report"
    assert document.published_on is not None
    if gold[1] == published and (document.published_on - date.fromisoformat(gold[0])).days == 1:
        return "6 day before to publication, the rule for undated acts"
    return "7 nowhere"


def main(path: str, shown: str = "") -> None:
    """Count the events of a gold file by where their day is read."""
    counts: Counter[str] = Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = Report(
            report_id=row["id"],
            headline=row.get("title", ""),
            text=row["text"],
            published_on=date.fromisoformat(row["published"]),
        )
        document = split(report, fold_text(report.source_text))
        mentions = find(document, numbers=find_numbers(document))
        for event in row["events"]:
            kind = place(event, document, mentions)
            counts[kind] += 1
            if kind[0] in shown:
                print(kind, row["published"], event["date"], event["evidence"])
                print("    ", [(document.quote(m.first, m.stop), str(m.start), str(m.end)) for m in mentions])
    total = sum(counts.values())
    for kind, count in sorted(counts.items()):
        print(f"{count:5} {count / total:.3f} {kind}")


if __name__ == "__main__":
    main(*sys.argv[1:])
