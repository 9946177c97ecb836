"""`marsad incident`: incidents of a store, shown, merged, parted and graded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.archive import WhoOption, whoever
from marsad.cli.asked import actor_asked, kind_asked
from marsad.cli.days import day_told, in_order
from marsad.cli.exits import Exit
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from marsad.incidents.linker import Linker

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Show the incidents of a store, and decide about them.")

_Id = Annotated[str, typer.Argument(metavar="ID", help="Id of an incident, or one that it had before.")]
_Why = Annotated[str, typer.Option("--why", help="The reason, for whoever reads it later.")]
_Places = Annotated[
    Path | None,
    typer.Option(envvar="MARSAD_PLACES", help="The folder of place files that the store was linked with."),
]


class Sure(StrEnum):
    """How sure it can be who did it."""

    high = "high"
    medium = "medium"
    low = "low"
    none = "none"


class Verdict(StrEnum):
    """What people say about who did it."""

    high = "high"
    medium = "medium"
    low = "low"
    none = "none"
    contested = "contested"


@app.command("list")
def list_(
    store: StoreOption,
    since: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="Happened on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=day_told, metavar="DAY", help="Happened on this day or before.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Part of the name of place, unit or country.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of an actor on either side, for example sdf.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Sub-event type.")] = None,
    sources: Annotated[int | None, typer.Option(min=1, help="Told by at least so many independent sources.")] = None,
    credibility: Annotated[
        int | None,
        typer.Option(min=1, max=6, help="Its best report has this grade or a better one: 2 is certain or probable."),
    ] = None,
    contested: Annotated[
        bool, typer.Option("--contested", help="Sources contradict each other about who did it.")
    ] = False,
    attribution: Annotated[Sure | None, typer.Option(help="How sure it is who did it.")] = None,
    differing: Annotated[
        bool, typer.Option("--differing", help="Sources tell other figures of the same people; says who tells which.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="Incidents to show.")] = 50,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object an incident, as marsad link writes it.")
    ] = False,
) -> None:
    """List incidents, the latest first.

    What certainly happened while it is contested who did it: --credibility 1 --contested.
    """
    from marsad.cli.incident_list import show
    from marsad.incidents.view import line, records
    from marsad.store import open_store
    from marsad.store.differing import differing as figures_apart
    from marsad.store.incident_list import count_incidents
    from marsad.store.question import Question

    in_order(since, until)
    question = Question(
        since=since,
        until=until,
        place=place,
        actor=actor_asked(actor),
        kind=kind_asked(kind),
        sources=sources,
        credibility=credibility,
        attribution=attribution,
        contested=contested,
        differing=differing,
    )
    with open_store(store) as opened, opened.reading() as connection:
        found = list(records(connection, question, most=limit))
        total = count_incidents(connection, question)
    if as_json:
        for record in found:
            print(line(record))
        return
    show(found, total, figures_apart if differing else None)


@app.command("show")
def show_(
    incident: _Id,
    store: StoreOption,
    without: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="The figures as if this source had never spoken.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="All reasons for every link, with their weights.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, as marsad link writes it.")] = False,
) -> None:
    """Show an incident: what is told, by whom, what differs, how it is graded, and why it is one."""
    from marsad.cli.incident_show import show
    from marsad.errors import StoreError
    from marsad.incidents.view import line, record_of
    from marsad.incidents.view import without as figures_without
    from marsad.store import open_store

    with open_store(store) as opened, opened.reading() as connection:
        record = record_of(connection, incident)
        if record is None:
            remedy = "marsad incident list shows those there are; what became of it: marsad incident history."
            raise StoreError(f"There is no incident {incident}.", store=opened.name, remedy=remedy)
    if without is not None:
        if all(claim["source"] != without for claim in record["ledger"]):
            names = ", ".join(dict.fromkeys(claim["source"] for claim in record["ledger"])) or "none"
            raise typer.BadParameter(f"{without} makes no claim. Sources that do: {names}.", param_hint="--without")
        record["figures"] = figures_without(record, without)
    if as_json:
        print(line(record))
        return
    show(record, asked=incident, without=without, why=why)


@app.command()
def merge(
    first: _Id,
    second: Annotated[str, typer.Argument(metavar="ID", help="The other incident.")],
    store: StoreOption,
    why: _Why = "",
    places: _Places = None,
    who: WhoOption = None,
) -> None:
    """Let two incidents be one. The other's id leads to it; `marsad incident undo` parts them again."""
    from marsad.incidents.decide import merge as decide

    with _Deciding(store, places, who) as linker:
        now = decide(linker, first, second, why)
        print(f"{first} and {second} are one: {now}.{_number(linker)}")


@app.command()
def split(
    incident: _Id,
    members: Annotated[
        list[str], typer.Option("--members", metavar="REPORT", help="A report that tells another act; may be repeated.")
    ],
    store: StoreOption,
    why: _Why = "",
    places: _Places = None,
    who: WhoOption = None,
) -> None:
    """Let some reports of an incident tell another one."""
    from marsad.incidents.decide import split as decide

    with _Deciding(store, places, who) as linker:
        now = decide(linker, incident, members, why)
        print(f"{incident} is parted: {', '.join(now)}.{_number(linker)}")


@app.command()
def grade(
    incident: _Id,
    store: StoreOption,
    report: Annotated[str | None, typer.Option(help="The report whose credibility is graded.")] = None,
    credibility: Annotated[
        int | None, typer.Option(min=1, max=6, help="1 confirmed to 5 improbable, 6 unknown.")
    ] = None,
    attribution: Annotated[
        Verdict | None, typer.Option(help="How sure it is who did it, or that it is contested.")
    ] = None,
    why: _Why = "",
    places: _Places = None,
    who: WhoOption = None,
) -> None:
    """Grade a report, or how sure it is who did it, in place of the rule. `marsad incident undo` brings that back."""
    from marsad.incidents.decide import attribute
    from marsad.incidents.decide import grade as decide

    if (report is None) != (credibility is None) or (report is None) == (attribution is None):
        raise typer.BadParameter("Give --report with --credibility, or --attribution.")
    with _Deciding(store, places, who) as linker:
        if attribution is not None:
            key = attribute(linker, incident, attribution.value, why)
        else:
            assert report is not None
            assert credibility is not None
            key = decide(linker, incident, report, credibility, why)
        print(f"Graded. To take it back: marsad incident undo {key}")


@app.command()
def undo(
    judgement: Annotated[int, typer.Argument(metavar="NUMBER", help="Number of a judgement, as history shows it.")],
    store: StoreOption,
    why: _Why = "",
    places: _Places = None,
    who: WhoOption = None,
) -> None:
    """Take back a merge, a split or a grade: incidents are again what they would be without it. It stays on record."""
    from marsad.incidents.decide import take_back

    with _Deciding(store, places, who) as linker:
        take_back(linker, judgement, why)
        print(f"Judgement {judgement} is taken back.")


@app.command("history")
def history_(incident: _Id, store: StoreOption) -> None:
    """Show what happened to an incident: reports that came and went, merges, splits, grades; who, when and why."""
    from marsad.cli.incident_history import show
    from marsad.store import open_store
    from marsad.store.history import history

    with open_store(store) as opened, opened.reading() as connection:
        found = list(history(connection, incident))
    if not found:
        print(f"There is no incident {incident}, and never was.")
        raise typer.Exit(Exit.SOME_UNREAD)
    show(found)


class _Deciding:
    """A linker for one decision of somebody."""

    def __init__(self, store: str, places: Path | None, who: str | None) -> None:
        from marsad import gazetteer
        from marsad.incidents.linker import Linker
        from marsad.store import open_store

        self._store = open_store(store, who=whoever(who))
        self._linker = Linker(self._store, gazetteer.load(places))

    def __enter__(self) -> Linker:
        return self._linker

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _number(linker: Linker) -> str:
    from marsad.store.judgements import newest_key

    with linker.store.reading() as connection:
        return f" To take it back: marsad incident undo {newest_key(connection)}"
