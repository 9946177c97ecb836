"""`marsad bundle`: a case for somebody else to check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.archive import ArchiveOption, WhoOption, whoever

__all__ = ["bundle"]


def bundle(
    coded: Annotated[list[Path], typer.Argument(metavar="CODED...", help="Coded reports: JSON Lines of marsad code.")],
    archive: ArchiveOption,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to make, or zip file when it ends in .zip.")],
    incidents: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Incidents: JSON Lines of marsad link; with --incident.")
    ] = None,
    incident: Annotated[
        str | None, typer.Option(metavar="ID", help="Only the reports of this incident; with --incidents.")
    ] = None,
    report: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this report; may be repeated.")] = None,
    who: WhoOption = None,
) -> None:
    """Put a case into one folder or zip file: events, originals, the log's acts on them, and what checks it all.

    The originals must be in the archive. Whoever gets the bundle runs verify_bundle.py, with Python alone, offline.
    """
    from marsad.archive import Archive, Writer
    from marsad.bundle import read_coded, read_incident, write_bundle

    if (incidents is None) != (incident is None):
        raise typer.BadParameter("--incidents and --incident go together.")
    chosen = read_incident(incidents, incident) if incidents and incident else None
    wanted = set(report or ()) | (set(chosen.report_ids) if chosen else set())
    opened = Archive(archive)
    records = read_coded(coded, wanted=wanted or None)
    if not records:
        raise typer.BadParameter("There is no coded report in these files.")
    manifest = write_bundle(output, archive=opened, coded=records, incident=chosen)
    writer = Writer(archive, who=whoever(who))
    about = {"incident": manifest["incident_id"], "to": output.name, "chain_hash": manifest["chain"]["hash"]}
    for item in sorted({one["item"] for one in manifest["reports"]}):
        writer.note("bundle", item=item, details=about)
    print(f"{output}: {len(records)} reports, {len(manifest['files']) + 2} files.")
    print(
        f"To check it: python3 {output / 'verify_bundle.py' if output.is_dir() else 'verify_bundle.py ' + str(output)}"
    )
