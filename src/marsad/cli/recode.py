"""`marsad recode`: the reports of a store, coded by the present version; the codings of older ones stay."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.exits import Exit
from marsad.cli.options import Places
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from marsad.pipeline import Coder
    from marsad.store import CodedBy, Difference, Store

__all__ = ["brief", "recode", "recode_waiting"]

_SHOWN = 200
_LONGEST = 60


def recode(
    store: StoreOption,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what each report's coding differs in from the last.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the differences here as JSON Lines, and count them.")
    ] = None,
    places: Places = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Keep the events that are at least this likely.")
    ] = 0.5,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, max=64, help="Processes to code in.")] = 1,
) -> None:
    """Code what this version, with its words and places, has not coded yet; every older coding is kept.

    A run that was stopped goes on where it was. The differences are those between the coding of this version and
    the one before it, whenever either was made.
    """
    from marsad.cli.stores import coded_by
    from marsad.pipeline import Coder
    from marsad.store import open_store

    coder = Coder(places=places, minimum=min_confidence)
    by = coded_by(coder)
    with open_store(store) as opened:
        coded, failed = recode_waiting(opened, coder, by, jobs)
        print(f"Coded anew: {coded:,} reports. Older codings are kept.")
        if diff or output is not None:
            _tell(opened, by, output)
    raise typer.Exit(Exit.SOME_UNREAD if failed else Exit.OK)


def recode_waiting(store: Store, coder: Coder, by: CodedBy, jobs: int) -> tuple[int, int]:
    """Code what a store holds and this coder has not coded; return how many reports were coded, and how many failed."""
    from marsad.cli.coding import Coded, code_all, workers_of
    from marsad.cli.stores import Keeper

    keeper = Keeper(store, by)
    failed = 0
    reports = (kept.report for kept in store.uncoded(by))
    with workers_of(jobs, coder.places, coder.minimum) as workers:
        for outcome in code_all(reports, coder=coder, workers=workers):
            if isinstance(outcome, Coded):
                keeper.add(outcome.report, outcome.record)
                failed += outcome.failed is not None
    keeper.flush()
    return keeper.coded, failed


def _tell(store: Store, by: CodedBy, output: Path | None) -> None:
    from marsad.cli.output import stream_to

    fields: Counter[str] = Counter()
    reports: set[str] = set()
    shown: list[Difference] = []
    if output is None:
        for difference in store.differences(by):
            _count(difference, fields, reports)
            if len(shown) < _SHOWN:
                shown.append(difference)
        _show(shown)
        if fields.total() > _SHOWN:
            print(f"... and {fields.total() - _SHOWN:,} more; -o FILE writes all of them.")
    else:
        with stream_to(output) as stream:
            for difference in store.differences(by):
                _count(difference, fields, reports)
                line = json.dumps(asdict(difference), ensure_ascii=False) + "\n"
                stream.write(line.encode("utf-8", "backslashreplace"))
    by_field = ", ".join(f"{name} {count:,}" for name, count in fields.most_common())
    print(f"{fields.total():,} differences in {len(reports):,} reports" + (f": {by_field}." if by_field else "."))


def _count(difference: Difference, fields: Counter[str], reports: set[str]) -> None:
    fields[difference.field] += 1
    reports.add(difference.report_id)


def _show(found: list[Difference]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not found:
        return
    table = Table(row_styles=["", "dim"])
    for name in ("report", "event", "field", "before", "after"):
        table.add_column(name, overflow="fold")
    for one in found:
        cells = (one.report_id, one.event, one.field, brief(one.before), brief(one.after))
        table.add_row(*map(Text, cells))
    Console().print(table)


def brief(value: Any) -> str:
    """Return a value of a record in a few words."""
    match value:
        case None | []:
            return "-"
        case str():
            text = value
        case {"low": low, "best": best, "high": high}:
            text = str(best) if low == best == high else f"{low} / {best} / {high}"
        case {"name": _, **rest}:
            text = ", ".join(str(part) for part in (value["name"], rest.get("admin1"), rest.get("country")) if part)
        case {"start": start, "end": end}:
            text = f"{start} to {end}" if start != end else str(start)
        case list():
            text = ", ".join(item if isinstance(item, str) else str(item.get("name", item)) for item in value)
        case _:
            text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
