"""`marsad places`: look places up, and make place files from official ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app", "build", "find"]

app = typer.Typer(help="Look places up, and make place files from official ones.", no_args_is_help=True)

_Places = Annotated[
    Path | None,
    typer.Option("--places", envvar="MARSAD_PLACES", help="Folder of place files; the embedded set when left out."),
]


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name as reports write it, for example الشحيل.")],
    *,
    places: _Places = None,
    limit: Annotated[int, typer.Option(help="How many places to show at most.")] = 20,
) -> None:
    """Show the listed places that a name may mean, with their P-codes."""
    from rich.console import Console
    from rich.table import Table

    from marsad.gazetteer import load

    gazetteer = load(places)
    found = gazetteer.named(name)
    if not found:
        typer.echo(f"No place named {name} in the {gazetteer.name} set of {len(gazetteer):,} rows.", err=True)
        raise typer.Exit(1)
    table = Table(title=f"{name}: {len(found)}")
    for column in ("id", "name", "English", "kind", "in", "P-code", "point"):
        table.add_column(column, no_wrap=column in ("id", "P-code"))
    for place in found[:limit]:
        table.add_row(
            place.place_id,
            place.name_ar,
            place.name_en or "",
            place.feature,
            ", ".join(filter(None, (place.admin1_name, place.country))),
            place.admin3 or place.admin2 or place.admin1 or "",
            "" if place.latitude is None or place.longitude is None else f"{place.latitude:.3f} {place.longitude:.3f}",
        )
    Console().print(table)


@app.command()
def build(
    target: Annotated[Path, typer.Argument(help="Folder to write places.csv to.")],
    *,
    source: Annotated[Path, typer.Option("--from", help="Folder with official files; fetched files land there.")],
    country: Annotated[list[str] | None, typer.Option(help="ISO code of a country to keep; may be repeated.")] = None,
    download: Annotated[bool, typer.Option(help="Fetch the GeoNames dumps of the countries first.")] = False,
) -> None:
    """Make the standard place file from GeoNames dumps and OCHA tables."""
    from marsad.errors import SettingsError
    from marsad.gazetteer.build import build as make
    from marsad.gazetteer.download import fetch_country

    countries = tuple(code.upper() for code in country or ())
    if download:
        if not countries:
            raise SettingsError("--download needs at least one --country, for example --country SY.")
        for code in countries:
            fetch_country(code, source)
    built = make(source, target, countries=countries)
    counts = ", ".join(f"{count:,} from {name}" for name, count in built.sources)
    typer.echo(f"{built.file}: {counts}; {built.merged:,} places stood in both.")
