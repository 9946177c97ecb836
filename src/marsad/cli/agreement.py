"""`marsad agreement`: how far two coders of the same reports agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analyse.double import Agreement

__all__ = ["agreement"]


def agreement(
    store: StoreOption,
    person: Annotated[
        list[str] | None, typer.Option("--person", metavar="NAME", help="Only what this person coded; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Reports coded twice to compare, the latest ones.")] = 10_000,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a field and month; null is all months.")
    ] = False,
) -> None:
    """Tell how far coders agree on reports that a second person coded without seeing the first coding.

    For each field the share coded the same, Krippendorff's alpha and Gwet's AC1; then month by month.
    """
    from dataclasses import asdict
    from json import dumps

    from marsad.analyse import double
    from marsad.analyse.doubles_stored import doubles
    from marsad.store import open_store
    from marsad.store.blind import double_codings

    with open_store(store) as opened, opened.reading() as connection:
        coded = doubles(double_codings(connection, most=limit, people=person or ()))
    months: list[tuple[str | None, Sequence[Agreement]]] = [(None, double.agreement(coded))]
    months += double.monthly(coded).items()
    if as_json:
        for month, rows in months:
            for row in rows:
                print(dumps({"month": month, **asdict(row)}))
        return
    if not coded:
        print("No report was coded twice yet.")
        return
    for month, rows in months:
        _show(month or f"All {len(coded):,} reports coded twice", rows)


def _show(title: str, rows: Sequence[Agreement]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", title=title, title_justify="left")
    table.add_column("field")
    for name in ("compared", "same", "alpha", "AC1"):
        table.add_column(name, justify="right")
    for row in rows:
        same = "-" if row.same is None else f"{row.same:.0%}"
        table.add_row(row.field, f"{row.compared:,}", same, _figure(row.alpha), _figure(row.ac1))
    Console(highlight=False).print(table)


def _figure(value: Any) -> str:
    return "-" if value is None else f"{value:.2f}"
