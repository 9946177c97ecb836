"""A table of counts for people and for programs: rich text, CSV, JSON. Every form has the same columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from marsad.analyse.beside import Beside
from marsad.analyse.counts import Counts
from marsad.analyse.keys import Value
from marsad.analyse.tally import Figure, Tally
from marsad.export.naming import actor_name, country, unit_name
from marsad.export.table import CsvWriter, joined

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["as_json", "beside_table", "named", "rich_table", "write_beside_csv", "write_csv"]

_TOTAL = "total"
_LONGEST_WORD = 20
"""Signs of a word that a column of a terminal does not cut."""


def named(dimension: str, value: Value) -> str:
    """Return a value in words: "SY09 Deir-ez-Zor", "2024-03 (month known only)"."""
    name = ""
    if dimension in ("admin1", "admin2", "country", "admin3") or dimension.startswith("h3:"):
        known = country(value.code)
        name = known.name if known else unit_name(value.code) or ""
    elif dimension in ("actor", "side1", "side2"):
        name = actor_name(value.code)
    words = value.code if name.lower() in ("", value.code.lower()) else f"{value.code} {name}"
    return f"{words} ({value.note})".strip() if words and value.note else words or value.note


def _lines(counts: Counts) -> Iterator[tuple[tuple[Value, ...], Tally]]:
    """Yield rows, what stands beside them, and the total."""
    yield from counts.rows
    empty = (Value(""),) * (len(counts.spec.by) - 1)
    for reason, tally in counts.beside.items():
        yield (Value("", reason), *empty), tally
    yield (Value("", _TOTAL), *empty), counts.total


def _header(counts: Counts) -> list[str]:
    header = [name for dimension in counts.spec.by for name in (dimension, f"{dimension}_note")]
    header += [counts.table] if counts.table == "events" else [counts.table, "events"]
    header += ["spanning", "elsewhere"] if counts.spec.period else []
    for name in counts.spec.people:
        header += [f"{name}_{part}" for part in ("low", "best", "high", "without_best", "open", "untold")]
    return header + (["ids"] if counts.spec.ids else [])


def _cells(key: tuple[Value, ...], tally: Tally, counts: Counts) -> list[Any]:
    cells: list[Any] = [part for value in key for part in value]
    cells += [tally.number] if counts.table == "events" else [tally.number, tally.events]
    cells += [tally.spanning, round(float(tally.elsewhere), 3)] if counts.spec.period else []
    for name in counts.spec.people:
        figure = tally.figures[name]
        cells += [figure.low, figure.best, figure.high, figure.without_best, figure.open, figure.untold]
    return cells + ([joined(tally.ids)] if counts.spec.ids else [])


def write_csv(counts: Counts, stream: IO[bytes]) -> None:
    """Write the rows, what stands beside them, and the total, which are noted as such in the first column's note."""
    if not counts.spec.by:
        raise ValueError("A table has at least one dimension.")
    writer = CsvWriter(stream, _header(counts))
    for key, tally in _lines(counts):
        writer.line(_cells(key, tally, counts))


def _object(tally: Tally, counts: Counts) -> dict[str, Any]:
    told: dict[str, Any] = {counts.table: tally.number}
    if counts.table != "events":
        told["events"] = tally.events
    if counts.spec.period:
        told |= {"spanning": tally.spanning, "elsewhere": round(float(tally.elsewhere), 3)}
    for name in counts.spec.people:
        figure = tally.figures[name]
        told[name] = {part: getattr(figure, part) for part in figure.__slots__}
    return told | ({"ids": tally.ids} if counts.spec.ids else {})


def as_json(counts: Counts) -> str:
    """Return one object: what was asked, rows, what stands beside them, total."""
    spec = counts.spec
    asked = {
        "by": list(spec.by),
        "people": list(spec.people),
        "since": spec.since.isoformat() if spec.since else None,
        "until": spec.until.isoformat() if spec.until else None,
        "area": spec.area,
        "kind": spec.kind,
        "panel": None if spec.panel is None else sorted(spec.panel),
    }
    rows = [
        {
            "key": {
                dimension: {"code": value.code, "note": value.note, "words": named(dimension, value)}
                for dimension, value in zip(spec.by, row.key, strict=True)
            },
            **_object(row.tally, counts),
        }
        for row in counts.rows
    ]
    beside = {reason: _object(tally, counts) for reason, tally in counts.beside.items()}
    whole = {"counted": counts.table, "asked": asked, "rows": rows, "beside": beside}
    return json.dumps(whole | {"total": _object(counts.total, counts)}, ensure_ascii=False)


def _range(figure: Figure, number: int) -> str:
    """Return a figure in words: "12 (9 to 20+)"; nothing where nobody tells one."""
    if figure.untold == number:
        return "–"
    more = "+" if figure.open else ""
    if figure.low == figure.best == figure.high:
        return f"{figure.best:,}{more}"
    return f"{figure.best:,} ({figure.low:,} to {figure.high:,}{more})"


def rich_table(counts: Counts) -> Table:
    """Return the table for a terminal."""
    from rich.table import Table

    spec = counts.spec
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_footer=False)
    lines = list(_lines(counts))
    for number, dimension in enumerate(spec.by):
        words = " ".join(named(dimension, key[number]) for key, _ in lines).split()
        longest = min(max(map(len, words), default=0), _LONGEST_WORD)
        table.add_column(dimension, overflow="fold", min_width=longest)
    table.add_column(counts.table, justify="right")
    spans = any(tally.spanning for _, tally in lines)
    if spans:
        table.add_column("partly elsewhere", justify="right")
    for name in spec.people:
        table.add_column(name.replace("_", " "), justify="right")
        table.add_column("no figure", justify="right")
    if spec.ids:
        table.add_column("ids", overflow="fold")
    last = len(counts.rows)
    for number, (key, tally) in enumerate(lines):
        words = [named(dimension, value) for dimension, value in zip(spec.by, key, strict=True)]
        style = "bold" if key[0].note == _TOTAL else "dim" if number >= last or any(value.note for value in key) else ""
        cells = [*words, f"{tally.number:,}"]
        if spans:
            cells.append(f"{tally.spanning:,} ({float(tally.elsewhere):.1f})" if tally.spanning else "")
        for name in spec.people:
            figure = tally.figures[name]
            cells += [_range(figure, tally.number), f"{figure.untold:,}" if figure.untold else ""]
        cells += [" ".join(tally.ids)] if spec.ids else []
        table.add_row(*cells, style=style)
    return table


_BESIDE = ("events", "killed_low", "killed_best", "killed_high")


def write_beside_csv(rows: list[Beside], by: tuple[str, ...], stream: IO[bytes]) -> None:
    """Write two counts side by side; a project that has nothing there has 0 events and empty figures."""
    header = [name for dimension in by for name in (dimension, f"{dimension}_note")]
    header += [f"{whose}_{name}" for whose in ("ours", "ucdp") for name in _BESIDE]
    writer = CsvWriter(stream, [*header, "ours_ids", "ucdp_ids"])
    for row in rows:
        cells: list[Any] = [part for value in row.key for part in value]
        for tally in (row.ours, row.theirs):
            figure = tally.figures["killed"] if tally else None
            cells += [tally.number, figure.low, figure.best, figure.high] if tally and figure else [0, None, None, None]
        writer.line([*cells, *(joined(tally.ids) if tally else "" for tally in (row.ours, row.theirs))])


def beside_table(rows: list[Beside], by: tuple[str, ...]) -> Table:
    """Return two counts side by side for a terminal."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for dimension in by:
        table.add_column(dimension, overflow="fold")
    for name in ("events", "events, UCDP", "killed", "killed, UCDP"):
        table.add_column(name, justify="right")
    for row in rows:
        words = [named(dimension, value) for dimension, value in zip(by, row.key, strict=True)]
        both = (row.ours, row.theirs)
        numbers = [f"{tally.number:,}" if tally else "0" for tally in both]
        killed = [_range(tally.figures["killed"], tally.number) if tally else "–" for tally in both]
        table.add_row(*words, *numbers, *killed, style="dim" if any(value.note for value in row.key) else "")
    return table
