"""Two periods side by side for people and for programs: sentences, a rich table, CSV, JSON with the ids behind it."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf
from typing import IO, TYPE_CHECKING, Any

from marsad.analyse.keys import Value
from marsad.analyse.show import named
from marsad.analyse.tally import Figure, Tally
from marsad.export.table import CsvWriter, joined
from marsad.trends.contrast import Contrast, Line
from marsad.trends.rates import LEVEL, Ratio
from marsad.trends.show import ratio_object
from marsad.trends.words import listed_out, number_of, times

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["about_contrast", "contrast_object", "contrast_table", "write_contrast_csv"]

_TOTAL = "together"


def about_contrast(found: Contrast) -> Iterator[str]:
    """Yield what holds of all rows together, and what the numbers rest on."""
    total, periods = found.total, found.periods
    now, before = number_of(total.now.number, "incident"), f"{total.before.number:,}"
    figures = f"{now} in {periods.later}, {before} in {periods.earlier}"
    if total.ratio is not None and found.panel.sources:
        figures += f": {times(total.ratio, 'a day')}"
    yield " ".join((f"{total.verdict.capitalize()}: {figures}.", *total.reasons))
    if found.panel.sources:
        names = ", ".join(sorted(found.panel.sources))
        number = number_of(len(found.panel.sources), "source")
        yield f"Counted is what {number} told that reported throughout both periods: {names}."
    if found.panel.left_out:
        yield listed_out(found.panel)
    everyone = total.everyone
    if everyone != (total.before.number, total.now.number):
        told = f"{everyone[1]:,} and {everyone[0]:,}"
        yield f"All sources together: {told}; as sources came or went, that measures nothing."
    if found.begins is not None:
        yield f"The record begins on {found.begins}, after the earlier period does: what that lacks is no rise."
    if found.ends is not None:
        yield f"The record ends on {found.ends}, before the later period does: what it lacks is no fall."
    if found.vague:
        yield f"{number_of(found.vague, 'incident')} may lie in either period, and no day says so: in no number."
    if found.level > LEVEL:
        yield (
            f"Intervals are of 95 %. A row shows a change where one of {found.level:.2%} does: there are "
            f"{found.judged} rows, and among so many chance shows one sooner."
        )
    unheard = len(found.rows) - len(found.heard)
    if unheard:
        yield f"Left out of the table: {number_of(unheard, 'row')} of which other sources alone tell."
    yield "The time of the year is not taken out, and the newest is told late: marsad trend says more."


def contrast_table(found: Contrast) -> Table:
    """Return the rows for a terminal."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for name in found.by:
        table.add_column(name, overflow="fold")
    for name in (str(found.periods.earlier), str(found.periods.later), "times a day", "95 % interval"):
        table.add_column(name, justify="right", overflow="fold")
    table.add_column("", overflow="fold")
    for name in found.people:
        table.add_column(name.replace("_", " "), justify="right", overflow="fold")
    for line in (*found.heard, found.total):
        vague = any(value.note for value in line.key)
        style = "bold" if line is found.total else "dim" if vague else ""
        cells = [f"{line.before.number:,}", f"{line.now.number:,}", *_ratio(line.ratio), line.verdict]
        table.add_row(*_names(line, found), *cells, *(_people(line, name) for name in found.people), style=style)
    return table


def _names(line: Line, found: Contrast) -> list[str]:
    if line is found.total:
        return [_TOTAL, *[""] * (len(found.by) - 1)] if found.by else []
    return [named(name, value) for name, value in zip(found.by, line.key, strict=True)]


def _ratio(ratio: Ratio | None) -> tuple[str, str]:
    if ratio is None:
        return "", ""
    high = "no end" if ratio.unbounded else f"{ratio.high:.2f}"
    return ("none before" if isinf(ratio.ratio) else f"{ratio.ratio:.2f}"), f"{ratio.low:.2f} to {high}"


def _people(line: Line, name: str) -> str:
    return " → ".join(_best(tally.figures[name], tally.number) for tally in (line.before, line.now))


def _best(figure: Figure, number: int) -> str:
    return "–" if figure.untold == number else f"{figure.best:,}{'+' if figure.open else ''}"


def write_contrast_csv(found: Contrast, stream: IO[bytes]) -> None:
    """Write the rows and, last, all together; a ratio without an end has an empty cell."""
    header = [part for name in found.by for part in (name, f"{name}_note")] or ["row"]
    header += ["before_from", "before_to", "now_from", "now_to", "before", "now", "before_all_sources"]
    header += ["now_all_sources", "ratio", "low", "high", "verdict", "why"]
    for name in found.people:
        header += [f"{name}_{when}_{part}" for when in ("before", "now") for part in ("low", "best", "high")]
    writer = CsvWriter(stream, [*header, "before_ids", "now_ids"])
    both = (found.periods.earlier, found.periods.later)
    days = [day.isoformat() for period in both for day in (period.first, period.last)]
    for line in (*found.rows, found.total):
        key = line.key if line is not found.total else (Value("", _TOTAL), *[Value("")] * (len(found.by) - 1))
        told = None if line.ratio is None else ratio_object(line.ratio)
        cells: list[Any] = [part for value in key for part in value] if found.by else [_TOTAL]
        cells += [*days, line.before.number, line.now.number, *line.everyone]
        cells += [None, None, None] if told is None else [told["ratio"], told["low"], told["high"]]
        cells += [line.verdict, " ".join(line.reasons)]
        for name in found.people:
            for tally in (line.before, line.now):
                figure = tally.figures[name]
                cells += [figure.low, figure.best, figure.high]
        writer.line([*cells, joined(line.before.ids), joined(line.now.ids)])


def contrast_object(found: Contrast) -> dict[str, Any]:
    """Return two periods as JSON has them."""
    periods = found.periods
    return {
        "search": found.search.model_dump(exclude_defaults=True),
        "by": list(found.by),
        "before": {"from": periods.earlier.first.isoformat(), "to": periods.earlier.last.isoformat()},
        "now": {"from": periods.later.first.isoformat(), "to": periods.later.last.isoformat()},
        "about": [*about_contrast(found)],
        "rows": [_line(line, found) for line in found.rows],
        "total": _line(found.total, found),
        "level": round(found.level, 6),
        "vague": found.vague,
        "record_begins": None if found.begins is None else found.begins.isoformat(),
        "record_ends": None if found.ends is None else found.ends.isoformat(),
        "sources": sorted(found.panel.sources),
        "left_out": dict(found.panel.left_out),
    }


def _line(line: Line, found: Contrast) -> dict[str, Any]:
    names = found.by if line.key else ()
    return {
        "key": [
            {"dimension": name, "value": value.code, "note": value.note, "words": named(name, value)}
            for name, value in zip(names, line.key, strict=True)
        ],
        "before": _tally(line.before, line.everyone[0], found),
        "now": _tally(line.now, line.everyone[1], found),
        "ratio": None if line.ratio is None else ratio_object(line.ratio),
        "verdict": line.verdict,
        "why": list(line.reasons),
    }


def _tally(tally: Tally, everyone: int, found: Contrast) -> dict[str, Any]:
    people = {
        name: {part: getattr(tally.figures[name], part) for part in tally.figures[name].__slots__}
        for name in found.people
    }
    return {"incidents": tally.number, "all_sources": everyone, "people": people, "ids": list(tally.ids)}
