"""A trend for people and for programs: rich tables, CSV, JSON; every number with the incidents behind it."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf
from typing import IO, TYPE_CHECKING, Any

from marsad.export.table import CsvWriter, joined
from marsad.trends.compare import Comparison
from marsad.trends.rates import Ratio
from marsad.trends.spells import Tempo
from marsad.trends.words import about_parts, because, headline

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["as_object", "ratio_object", "sources_table", "spells_table", "weeks_table", "write_csv"]

_WIDEST = 40


def weeks_table(found: Comparison) -> Table:
    """Return the weeks with a bar for what the panel tells; a line parts the two periods."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("week from", "panel", "all sources"):
        table.add_column(name, justify="left" if name == "week from" else "right")
    table.add_column("")
    most = max((len(week.ids) for week in found.told), default=0)
    scale = min(1.0, _WIDEST / most) if most else 1.0
    for number, week in enumerate(found.told):
        bar = "█" * round(len(week.ids) * scale)
        ends = number == found.weeks.before - 1
        table.add_row(str(week.first), f"{len(week.ids):,}", f"{week.everyone:,}", bar, end_section=ends)
        if ends:
            table.add_row("─" * 10, "", "", "")
    return table


def sources_table(found: Comparison) -> Table:
    """Return the sources of the panel: what each tells, and what is left without it."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("source", overflow="fold")
    for name in ("before", "now", "first to tell", "ratio without", "any kind before", "any kind now"):
        table.add_column(name, justify="right")
    for source in found.sources:
        without = "" if source.without is None else f"{source.without:.2f}"
        figures = (source.before, source.now, source.first, without, *source.reports)
        table.add_row(source.source, *(one if isinstance(one, str) else f"{one:,}" for one in figures))
    return table


def spells_table(found: Tempo) -> Table:
    """Return the spells of a pair."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    names = ("from", "to", "incidents", "a week", f"by {found.pair[0]}", f"by {found.pair[1]}", "killed")
    for name in names:
        table.add_column(name, justify="left" if name in ("from", "to") else "right")
    for spell in found.spells:
        low, high = spell.killed
        killed = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        acted = [f"{number:,}" for number in spell.by]
        table.add_row(str(spell.first), str(spell.last), f"{len(spell.ids):,}", f"{spell.a_week:.1f}", *acted, killed)
    return table


def write_csv(found: Comparison, stream: IO[bytes]) -> None:
    """Write one row a week: the period it belongs to, its counts, and the ids of what the panel tells."""
    writer = CsvWriter(stream, ["week", "period", "incidents", "all_sources", "ids"])
    for number, week in enumerate(found.told):
        period = "before" if number < found.weeks.before else "now"
        writer.line([week.first.isoformat(), period, len(week.ids), week.everyone, joined(week.ids)])


def as_object(found: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON has it."""
    weeks = found.weeks
    return {
        "search": found.search.model_dump(exclude_defaults=True),
        "verdict": found.verdict,
        "headline": headline(found),
        "because": [*because(found)],
        "parts": [*about_parts(found)],
        "now": {"from": weeks.turn.isoformat(), "to": weeks.last.isoformat(), **_period(found, now=True)},
        "before": {"from": weeks.first.isoformat(), "weeks": weeks.before, **_period(found, now=False)},
        "ratio": None if found.ratio is None else ratio_object(found.ratio),
        "growth": None if found.growth is None else ratio_object(found.growth),
        "all_else": None if found.rest is None else ratio_object(found.rest),
        "less_season": None if found.left is None else {
            "years": found.left.years, "sources": sorted(found.left.sources), "ratio": ratio_object(found.left.ratio),
        },
        "vague": found.vague,
        "weeks": [
            {"from": week.first.isoformat(), "incidents": len(week.ids), "all_sources": week.everyone,
             "ids": list(week.ids)}
            for week in found.told
        ],
        "sources": [
            {"source": source.source, "before": source.before, "now": source.now, "first": source.first,
             "without": source.without, "holds": source.holds, "any_kind": list(source.reports)}
            for source in found.sources
        ],
        "left_out": dict(found.panel.left_out),
    }  # fmt: skip


def _period(found: Comparison, *, now: bool) -> dict[str, int]:
    return {"incidents": found.now if now else found.before, "all_sources": found.everyone[now]}


def ratio_object(ratio: Ratio) -> dict[str, Any]:
    """Return a ratio as JSON has it: null for what has no end."""
    return dict(_ends(ratio)) | {"model": ratio.model, "dispersion": round(ratio.dispersion, 4)}


def _ends(ratio: Ratio) -> Iterator[tuple[str, float | None]]:
    for name in ("ratio", "low", "high"):
        value = getattr(ratio, name)
        yield name, None if isinf(value) else round(value, 4)
