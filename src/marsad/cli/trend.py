"""`marsad trend`: is it rising, since when, in which season, where, and how two actors meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.days import day_told
from marsad.cli.endings import is_table
from marsad.cli.exits import Exit
from marsad.cli.options import AsJson, TableOutput
from marsad.cli.output import stream_to
from marsad.cli.told import Coded, Inputs, Registry, StoreName, days_asked, heard_in, search_asked

if TYPE_CHECKING:
    from rich.console import Console

    from marsad.analyse.heard import Heard
    from marsad.errors import ReadError
    from marsad.trends import Comparison, History, HotSpot, Search, Tempo

__all__ = ["trend"]


def trend(
    inputs: Inputs = None,
    *,
    store: StoreName = None,
    coded: Coded = None,
    sources: Registry = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE,...", help="Event or sub-event types.")] = None,
    area: Annotated[str | None, typer.Option(metavar="UNIT,...", help="Countries or units: SY, SY09, SY0902.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="CODE,...", help="Actors on either side.")] = None,
    side1: Annotated[str | None, typer.Option(metavar="CODE,...", help="Who acts.")] = None,
    side2: Annotated[str | None, typer.Option(metavar="CODE,...", help="Who is acted upon.")] = None,
    pair: Annotated[
        str | None, typer.Option(metavar="CODE,CODE", help="Incidents between two actors, with spells and tempo.")
    ] = None,
    weeks: Annotated[int, typer.Option(help="Weeks looked at.")] = 4,
    baseline: Annotated[int, typer.Option(help="Weeks before, that they are compared with.")] = 26,
    until: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The last day. Default: the last on which anybody reported."),
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="Where changes and seasons begin. Default: the record."),
    ] = None,
    panel: Annotated[str | None, typer.Option(metavar="SOURCE,...", help="Only these sources.")] = None,
    hot_spots: Annotated[
        bool, typer.Option("--hot-spots", help="Where the last weeks have more than expected.")
    ] = False,
    output: TableOutput = None,
    as_json: AsJson = False,
) -> None:
    """Say whether incidents become more, on sources that reported throughout, and what else could be the reason.

    An incident is counted once, in the week of its first day, if one of these sources tells it of its own accord.
    """
    from marsad.trends import compare
    from marsad.trends.history import history

    asked = {"type": kind, "area": area, "actor": actor, "side1": side1, "side2": side2, "panel": panel, "pair": pair}
    search = search_asked("trend", asked, weeks=weeks, baseline=baseline)
    problems: list[ReadError] = []
    record = heard_in(inputs, store, coded, sources, problems)
    first, last = days_asked(record, since, until)
    found = compare(record, search, last=last)
    long = history(record, search, since=first, last=last)
    spots = _hot_spots(long, record, search) if hot_spots else None
    _show(found, long, spots, _tempo(record, search, last), output, as_json=as_json)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _hot_spots(long: History, record: Sequence[Heard], search: Search) -> tuple[HotSpot, ...]:
    from marsad.trends import Spot
    from marsad.trends import hot_spots as scan

    points = {one.happening.key: one.happening.point for one in record}
    spots = [
        Spot(key=one.happening.key, latitude=point[0], longitude=point[1], week=number)
        for one in long.told
        if (point := points[one.happening.key]) is not None
        and one.happening.start is not None
        and (number := long.weeks.number(one.happening.start)) is not None
    ]
    return scan(spots, weeks=long.weeks.total, recent=search.weeks)


def _tempo(record: Sequence[Heard], search: Search, last: date) -> Tempo | None:
    from marsad.trends import tempo
    from marsad.trends.search import matches

    if search.pair is None:
        return None
    return tempo([one for one in record if matches(search, one.happening)], search.pair, last=last)


def _show(
    found: Comparison,
    long: History,
    spots: tuple[HotSpot, ...] | None,
    met: Tempo | None,
    output: Path | None,
    *,
    as_json: bool,
) -> None:
    from marsad.trends.show import as_object, write_csv

    if is_table(output, as_json=as_json):
        with stream_to(output) as stream:
            write_csv(found, stream)
        return
    if as_json or output is not None:
        from marsad.export.jsonl import to_line

        whole = as_object(found) | _long_object(long, spots, met)
        with stream_to(output) as stream:
            stream.write(to_line(whole))
        return
    from rich.console import Console

    _print(found, long, spots, met, Console(highlight=False))


def _long_object(long: History, spots: tuple[HotSpot, ...] | None, met: Tempo | None) -> dict[str, Any]:
    from dataclasses import asdict

    from marsad.trends import changes, ramadan, season
    from marsad.trends.show import ratio_object

    yearly, fasting = season(long.counts, long.weeks), ramadan(long.days, first=long.weeks.first, last=long.weeks.last)
    told: dict[str, Any] = {
        "since": long.weeks.first.isoformat(),
        "panel_since": sorted(long.panel.sources),
        "changes": [
            {"from": long.weeks.start(one.week).isoformat(), "before": one.before, "after": one.after,
             "ratio": ratio_object(one.ratio)}
            for one in changes(long.counts)
        ],
        "season": None if yearly is None else asdict(yearly) | {"height": yearly.height.strftime("%m-%d")},
        "ramadan": None if fasting is None else {
            "years": list(fasting.years), "inside": fasting.inside, "around": fasting.around,
            "ratio": ratio_object(fasting.ratio),
        },
    }  # fmt: skip
    if spots is not None:
        told["hot_spots"] = [asdict(spot) for spot in spots]
    if met is not None:
        told["tempo"] = asdict(met) | {
            "spells": [asdict(one) | {"first": str(one.first), "last": str(one.last)} for one in met.spells]
        }
    return told


def _print(
    found: Comparison, long: History, spots: tuple[HotSpot, ...] | None, met: Tempo | None, console: Console
) -> None:
    from marsad.trends import changes, ramadan, season
    from marsad.trends.show import sources_table, spells_table, weeks_table
    from marsad.trends.words import (
        about_change,
        about_parts,
        about_ramadan,
        about_season,
        about_tempo,
        because,
        headline,
    )  # fmt: skip

    def say(*lines: str) -> None:
        for line in lines:
            console.print(line, markup=False)

    say(headline(found), *because(found), *about_parts(found), "")
    console.print(weeks_table(found))
    if found.sources:
        say("")
        console.print(sources_table(found))
    weeks = long.weeks
    say("")
    if long.panel.sources:
        number = f"{len(long.panel.sources):,} sources" if len(long.panel.sources) > 1 else "the one source"
        say(f"Since {weeks.first}, {weeks.total} weeks, on {number} that reported throughout:")
        turned = [about_change(one, weeks) for one in changes(long.counts)]
        say(*(turned or ["No change of the rate shows."]))
        say(about_season(season(long.counts, weeks), beside=bool(turned)))
        say(about_ramadan(ramadan(long.days, first=weeks.first, last=weeks.last)))
    else:
        say(
            f"No source reported throughout since {weeks.first}: for changes and seasons name a later day with --since."
        )
    if spots is not None:
        say("", *(_spot(spot) for spot in spots))
        say(*([] if spots else ["Hot spots: none that chance would not give."]))
    if met is not None:
        say("", *about_tempo(met))
        if met.spells:
            console.print(spells_table(met))


def _spot(spot: HotSpot) -> str:
    where = f"within {spot.radius_km:g} km of" if spot.radius_km else "at"
    return (
        f"Hot spot {where} {spot.latitude}, {spot.longitude}: {spot.number} incidents in the last {spot.weeks} weeks, "
        f"{spot.expected} expected (chance {spot.chance:.3f}): {' '.join(spot.keys)}"
    )
