"""Typical mistakes, each shown in words of our own reports: what a coder by hand wrote, and what marsad did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.evaluate.errors import Disagreement, disagreements
from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import EventRecord
from marsad.evaluate.score import ReportScore

__all__ = ["KINDS", "Mistake", "mistakes", "tally"]

KINDS = (
    "missed", "invented", "sub_event_type", "side1", "side2", "place", "admin1", "day", "killed", "wounded",
    "source_kind",
)  # fmt: skip
"""The kinds of mistake that are counted and shown: events, then the fields of found ones."""

_LONGEST = 160


class Mistake(NamedTuple):
    """One mistake: the words, what the gold has and what was coded."""

    kind: str
    words: str
    gold: str
    coded: str


def tally(reports: Sequence[ReportScore]) -> dict[str, int]:
    """Return how often each kind of mistake was made."""
    counts = {
        "missed": sum(len(report.missed) for report in reports),
        "invented": sum(len(report.invented) for report in reports),
    }
    for name in KINDS[2:]:
        counts[name] = sum(not pair.agreement[name] for report in reports for pair in report.pairs)
    return counts


def mistakes(reports: Sequence[ReportScore], same_place: SamePlace, each: int = 2) -> dict[str, list[Mistake]]:
    """Return up to `each` mistakes of a kind, those with nothing else wrong first, then the shortest words."""
    found = disagreements(reports, same_place)
    out: dict[str, list[Mistake]] = {}
    for kind in KINDS:
        fitting = sorted(
            (item for item in found if kind in ((item.kind,) if kind in ("missed", "invented") else _wrong(item))),
            key=lambda item: (len(item.fields) if item.kind == "field" else 0, len(_words(item)), _words(item)),
        )
        shown = dict.fromkeys(mistake for item in fitting if (mistake := _mistake(item, kind)))
        out[kind] = list(shown)[:each]
    return out


def _wrong(item: Disagreement) -> tuple[str, ...]:
    return item.fields if item.kind == "field" else ()


def _words(item: Disagreement) -> str:
    event = item.gold if item.kind != "invented" else item.predicted
    return event.evidence if event is not None else ""


def _mistake(item: Disagreement, kind: str) -> Mistake | None:
    words = " ".join(_words(item).split())
    if not words or len(words) > _LONGEST:
        return None
    if kind == "missed" and item.gold is not None:
        return Mistake(kind, words, _short(item.gold), "no event")
    if kind == "invented" and item.predicted is not None:
        return Mistake(kind, words, "no such event", _short(item.predicted))
    if item.gold is None or item.predicted is None:
        return None
    return Mistake(kind, words, _value(item.gold, kind), _value(item.predicted, kind))


def _short(event: EventRecord) -> str:
    return "; ".join(_parts(event))


def _parts(event: EventRecord) -> Iterator[str]:
    yield event.sub_event_type or "—"
    yield f"{_side(event.side1)} against {_side(event.side2)}"
    yield event.place_name or "—"
    yield event.start or "—"


def _side(codes: Sequence[str]) -> str:
    return ", ".join(codes) or "nobody"


def _value(event: EventRecord, kind: str) -> str:
    if kind in ("side1", "side2"):
        return _side(getattr(event, kind))
    if kind in ("killed", "wounded"):
        count = getattr(event, kind)
        if count is None:
            return "none"
        return f"low {count.low}" if count.best is None else str(count.best)
    if kind == "source_kind":
        return ", ".join(sorted(str(source) for source in event.source_kinds)) or "none"
    values = {"sub_event_type": event.sub_event_type, "place": event.place_name, "day": event.start}
    return str(values.get(kind) or event.admin1 or "—")
