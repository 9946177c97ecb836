"""`marsad bundle`: a case for somebody else to check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.archive import ArchiveOption, WhoOption, whoever
from marsad.cli.incident_words import counted

if TYPE_CHECKING:
    from marsad.bundle import Coded, Incident

__all__ = ["bundle"]


def bundle(
    archive: ArchiveOption,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to make, or zip file when it ends in .zip.")],
    coded: Annotated[
        list[Path] | None, typer.Argument(metavar="CODED...", help="Coded reports: JSON Lines of marsad code.")
    ] = None,
    store: Annotated[
        str | None, typer.Option(metavar="STORE", help="Take the incident from this store; with --incident.")
    ] = None,
    incidents: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Incidents: JSON Lines of marsad link; with --incident.")
    ] = None,
    incident: Annotated[
        str | None, typer.Option(metavar="ID", help="Only the reports of this incident; with --incidents or --store.")
    ] = None,
    report: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this report; may be repeated.")] = None,
    who: WhoOption = None,
) -> None:
    """Put a case into one folder or zip file: events, originals, the log's acts on them, and what checks it all.

    The originals must be in the archive. Whoever gets the bundle runs verify_bundle.py, with Python alone, offline.
    """
    from marsad.archive import Archive, Writer
    from marsad.bundle import read_coded, read_incident, write_bundle

    chosen, history = None, b""
    if store is not None:
        if incident is None or coded or incidents or report:
            raise typer.BadParameter("--store takes --incident, and no files.", param_hint="--store")
        records, chosen, history = _from_store(store, incident)
    else:
        if not coded:
            raise typer.BadParameter("Name coded files, or a store with --store.")
        if (incidents is None) != (incident is None):
            raise typer.BadParameter("--incidents and --incident go together.")
        chosen = read_incident(incidents, incident) if incidents and incident else None
        wanted = set(report or ()) | (set(chosen.report_ids) if chosen else set())
        records = read_coded(coded, wanted=wanted or None)
    if not records:
        raise typer.BadParameter("There is no coded report in these files.")
    opened = Archive(archive)
    manifest = write_bundle(output, archive=opened, coded=records, incident=chosen, history=history)
    writer = Writer(archive, who=whoever(who))
    about = {"incident": manifest["incident_id"], "to": output.name, "chain_hash": manifest["chain"]["hash"]}
    for item in sorted({one["item"] for one in manifest["reports"]}):
        writer.note("bundle", item=item, details=about)
    print(f"{output}: {counted(len(records), 'report')}, {counted(len(manifest['files']) + 2, 'file')}.")
    if output.is_dir():
        print(f"To check it: python3 {output / 'verify_bundle.py'}")
    else:
        print("To check it: unpack it, and in the folder that comes of it: python3 verify_bundle.py")


def _from_store(store: str, incident: str) -> tuple[list[Coded], Incident, bytes]:
    """Return the coded reports of an incident of a store, the incident, and how they came to be coded."""
    from marsad.bundle import coded_of, incident_of
    from marsad.errors import StoreError
    from marsad.export.jsonl import to_line
    from marsad.incidents.view import case
    from marsad.store import open_store
    from marsad.store.coding_history import coding_history

    with open_store(store) as opened, opened.reading() as connection:
        found = case(connection, incident)
        if found is None:
            remedy = "marsad incident list shows those there are."
            raise StoreError(f"There is no incident {incident}.", store=opened.name, remedy=remedy)
        coded = [coded_of(line.encode("utf-8")) for line in found.coded]
        told = [one for report in coded for one in coding_history(connection, report.report_id)]
    return coded, incident_of(found.line.encode("utf-8")), b"".join(map(to_line, told))
