"""How well marsad joins the events of one incident, beside a plain baseline.

    python -m evaluation.linking

Links each half of the linking gold, once as coded by hand and once as marsad codes the texts itself, and writes
linking.md. The baseline joins events of the same first day, the same name of the place and the same sub-event type.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.linking_gold import DENSE, FILES, HALVES, Linked, as_coded, by_hand
from marsad.evaluate.clusters import Agreed, b_cubed, pairwise
from marsad.evaluate.places import fold_name
from marsad.link.coding import Member
from marsad.link.index import Index

__all__ = ["Figures", "baseline", "figures", "linked", "main", "page"]

_PAGE = Path(__file__).parent / "linking.md"
_HEAD = """# Joining the events of one incident

Written by `python -m evaluation.linking`. The gold is `gold/linking-{a,b,c}.jsonl`, parted by
`gold/linking-split.json`: weights and thresholds come from the tuning half, the frozen half only measures.
B-cubed (B³) asks of each event what part of its incident is right, and what part of the right one is there; pairs
count every two events that are put together. *Plain* joins events of the same first day, the same name of the place
and the same sub-event type. *As coded* takes what marsad codes from the texts itself: only events that match one by
hand are counted, so that these figures tell what linking makes of codings with their errors.
Figures of the tuning half are of weights that saw it. Days full of acts of one kind in one town
(`gold/linking-d.jsonl`) stand apart: eight may be read, and weights saw them; four only measure."""
_COLUMNS = """| | events | incidents | B³ precision | B³ recall | B³ F1 | pair precision | pair recall |
|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one way of joining reaches."""

    events: int
    incidents: int
    cubed: Agreed
    pairs: Agreed


def linked(gold: Linked) -> dict[Member, str]:
    """Return the incident of each coding by marsad."""
    index = Index()
    for coding in gold.codings:
        index.add([coding])
    return {coding.member: found.incident_id for found in index.incidents() for coding in found.codings}


def baseline(gold: Linked) -> dict[Member, str]:
    """Return the same day, the same place, the same type as one incident."""
    return {
        coding.member: f"{coding.start}|{fold_name(coding.where.name)}|{coding.sub_event_type}"
        for coding in gold.codings
    }


def figures(made: Mapping[Member, str], gold: Linked) -> Figures:
    """Return how a grouping agrees with the gold; events that match none by hand are passed over."""
    return Figures(
        events=len(gold.incident),
        incidents=len(set(gold.incident.values())),
        cubed=b_cubed(made, gold.incident),
        pairs=pairwise(made, gold.incident),
    )


def _row(name: str, found: Figures) -> str:
    values = (found.cubed.precision, found.cubed.recall, found.cubed.f1, found.pairs.precision, found.pairs.recall)
    return f"| {name} | {found.events} | {found.incidents} | " + " | ".join(f"{value:.3f}" for value in values) + " |"


def page() -> str:
    """Return the page of figures."""
    lines = [_HEAD]
    for half in reversed(HALVES):
        lines += ["", f"## The {half} half", "", _COLUMNS]
        for name, gold in (("by hand", by_hand(half)), ("as coded", as_coded(half))):
            lines.append(_row(f"{name}: marsad", figures(linked(gold), gold)))
            lines.append(_row(f"{name}: plain", figures(baseline(gold), gold)))
    lines += ["", "## The frozen half by file", "", _COLUMNS]
    for file in FILES:
        for name, gold in (("by hand", by_hand("frozen", [file])), ("as coded", as_coded("frozen", [file]))):
            lines.append(_row(f"{file}, {name}: marsad", figures(linked(gold), gold)))
    for half, title in (("tuning", "that were read"), ("frozen", "that nobody read")):
        lines += ["", f"## Days full of acts {title}", "", _COLUMNS]
        for name, gold in (("by hand", by_hand(half, [DENSE])), ("as coded", as_coded(half, [DENSE]))):
            lines.append(_row(f"{name}: marsad", figures(linked(gold), gold)))
            lines.append(_row(f"{name}: plain", figures(baseline(gold), gold)))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page and print it."""
    text = page()
    _PAGE.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
