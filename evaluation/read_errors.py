"""Read disagreements in their texts, fast.

    python -m evaluation.read_errors GOLD PREDICTED [--kind missed|invented|field] [--field side2] [--type Attack]
                                     [--id north-12] [--n 20] [--names PLACES.csv] [--seed 1]

First come counts (causes, or for a field what stood for what), then the words around each event, gold and
predicted one above the other. `>>> <<<` mark the gold's quotation, `[[[ ]]]` the predicted one.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from marsad.evaluate.agree import FIELDS
from marsad.evaluate.errors import Disagreement, causes, disagreements, one_line
from marsad.evaluate.gold import read_gold
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import EventRecord, ReportRecord, read_records
from marsad.evaluate.score import score

__all__ = ["main", "shown"]

_AROUND = 220

_VALUES: dict[str, Callable[[EventRecord], object]] = {
    "side1": lambda event: ",".join(event.side1) or "-",
    "side2": lambda event: ",".join(event.side2) or "-",
    "actors": lambda event: f"{','.join(event.side1) or '-'} > {','.join(event.side2) or '-'}",
    "admin1": lambda event: f"{event.country}/{event.admin1}",
    "place": lambda event: event.place_name,
    "day": lambda event: f"{event.start}..{event.end}",
    "day_precision": lambda event: event.day_precision,
    "source_kind": lambda event: ",".join(sorted(map(str, event.source_kinds))),
}


def value(event: EventRecord, field: str) -> str:
    """Return a field as it is compared, short enough for a table."""
    read = _VALUES.get(field)
    return str(read(event) if read else getattr(event, field))


def chosen(
    items: Sequence[Disagreement], *, kind: str | None, field: str | None, type_: str | None
) -> Iterator[Disagreement]:
    """Yield the disagreements of a kind, with a wrong field, of a sub-event type (gold's, else predicted)."""
    for item in items:
        event = item.gold or item.predicted
        if kind and item.kind != kind:
            continue
        if field and (item.kind != "field" or field not in item.fields):
            continue
        if type_ and (event is None or event.sub_event_type != type_):
            continue
        yield item


def marked(text: str, gold: EventRecord | None, predicted: EventRecord | None) -> str:
    """Return the text around both quotations, each in its marks; one that is absent is left out."""
    spans = []
    for event, opening, closing in ((gold, ">>>", "<<<"), (predicted, "[[[", "]]]")):
        start = text.find(event.evidence) if event is not None and event.evidence else -1
        if event is not None and start >= 0:
            spans += [(start, opening, 1), (start + len(event.evidence), closing, 0)]
    if not spans:
        return text[: 2 * _AROUND]
    first = max(0, min(position for position, _, _ in spans) - _AROUND)
    last = min(len(text), max(position for position, _, _ in spans) + _AROUND)
    out, position = [], first
    for place, mark, _ in sorted(spans, key=lambda span: (span[0], span[2])):
        out += [text[position:place], mark]
        position = place
    return "".join([*out, text[position:last]])


def shown(item: Disagreement, report: ReportRecord) -> str:
    """Return one disagreement for reading: where, why, both events, the words."""
    lines = [f"── {item.report_id}  {report.published or ''}  {item.cause}"]
    if item.gold is not None:
        lines.append(f"   gold  {one_line(item.gold)}")
    if item.predicted is not None:
        lines.append(f"   coded {one_line(item.predicted)}")
    text = report.source_text or ""
    near_miss = item.kind != "field"
    gold = None if near_miss and item.kind == "invented" else item.gold
    predicted = None if near_miss and item.kind == "missed" else item.predicted
    lines.append("   " + marked(text, gold, predicted).replace("\n", " ⏎ "))
    return "\n".join(lines)


def counts(items: Sequence[Disagreement], field: str | None) -> Iterator[str]:
    """Yield the commonest causes, or for a field what the gold has and what was coded."""
    if field:
        pairs = Counter(
            (value(item.gold, field), value(item.predicted, field)) for item in items if item.gold and item.predicted
        )
        for (gold, predicted), count in pairs.most_common(25):
            yield f"{count:4}  {gold}  ->  {predicted}"
    else:
        for cause, count in causes(items)[:25]:
            yield f"{count:4}  {cause}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print counts, then disagreements in their texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--kind", choices=("missed", "invented", "field"))
    parser.add_argument("--field", choices=FIELDS)
    parser.add_argument("--type", help="only events of this sub-event type")
    parser.add_argument("--id", help="only this report")
    parser.add_argument("--n", type=int, default=20)
    parser.add_argument("--names", type=Path, help="a gazetteer CSV whose variant names are one place")
    parser.add_argument("--seed", type=int, help="draw at random instead of the commonest first")
    args = parser.parse_args(arguments)
    gold = read_gold(args.gold)
    same_place = (PlaceNames.read(args.names) if args.names else PlaceNames()).same_place
    found = disagreements(score(gold, read_records(args.predicted), same_place), same_place)
    items = list(chosen(found, kind=args.kind, field=args.field, type_=args.type))
    if args.id:
        items = [item for item in items if item.report_id == args.id]
    print(f"{len(items)} disagreements")
    print("\n".join(counts(items, args.field)))
    if args.seed is not None:
        random.Random(args.seed).shuffle(items)
    for item in items[: args.n]:
        print("\n" + shown(item, gold[item.report_id]))


if __name__ == "__main__":
    main()
