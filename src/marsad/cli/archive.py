"""`marsad archive`: what was read is kept byte for byte, and every act on it is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from marsad.cli.exits import Exit
from marsad.cli.options import Output
from marsad.errors import MarsadError

if TYPE_CHECKING:
    from marsad.archive import Item

__all__ = ["ArchiveOption", "WhoOption", "app", "whoever"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep what was read, show it, and verify that nothing was changed.",
)

ArchiveOption = Annotated[
    Path, typer.Option("--archive", envvar="MARSAD_ARCHIVE", metavar="DIR", help="Folder of the archive.")
]
WhoOption = Annotated[
    str | None,
    typer.Option(envvar="MARSAD_WHO", metavar="NAME", help="Who does this, for the log. Default: the user's name."),
]


def whoever(who: str | None) -> str:
    """Return who acts: as told, else as the system knows the user."""
    import getpass

    try:
        return who or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILES...", help="Files and folders.")],
    archive: ArchiveOption,
    who: WhoOption = None,
) -> None:
    """Keep files as they are: exports, mails, saved pages, documents, pictures.

    A file that was kept before under the same name is not kept twice, unless it has changed: then both versions stand.
    """
    from marsad.archive import Writer

    writer = Writer(archive, who=whoever(who))
    status, new, same = Exit.OK, 0, 0
    for path, name in _named(files, archive):
        try:
            kept = writer.add_file(path, name=name)
        except MarsadError as error:
            print(f"marsad: {error}", file=sys.stderr)
            status = Exit.SOME_UNREAD
            continue
        new, same = new + kept.new, same + (not kept.new)
        print(f"{'kept' if kept.new else 'same'}  {kept.item.id[:12]}  {kept.item.name}")
    print(f"{new} kept, {same} were there already.", file=sys.stderr)
    raise typer.Exit(status)


def _named(files: list[Path], archive: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file with its name in the archive; in a folder, names begin with the folder's own."""
    own = archive.resolve()
    for file in files:
        if not file.is_dir():
            yield file, file.name
            continue
        base = file.resolve()
        for parent, folders, names in os.walk(base):
            inner = [name for name in folders if not name.startswith(".") and (Path(parent) / name) != own]
            folders[:] = sorted(inner)
            for name in sorted(names):
                if not name.startswith("."):
                    path = Path(parent) / name
                    yield path, f"{base.name}/{path.relative_to(base).as_posix()}"


@app.command(name="list")
def list_items(
    archive: ArchiveOption,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="Only the versions of this address or file name.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List what an archive holds, the oldest first: id, time, HTTP status, size in bytes, address or name."""
    from marsad.archive import Archive

    opened = Archive(archive)
    for item in opened.versions(url) if url else opened.items():
        print(item.line().decode("utf-8") if as_json else _row(item))


def _row(item: Item) -> str:
    status = "file" if item.status is None else str(item.status)
    return f"{item.id[:12]}  {item.at[:19]}Z  {status:>4}  {item.size:>11,}  {item.name}"


@app.command()
def show(
    item: Annotated[str, typer.Argument(metavar="ID", help="The beginning of an id; or an address or file name.")],
    archive: ArchiveOption,
    output: Output = None,
    warc: Annotated[bool, typer.Option("--warc", help="Write its WARC record: with its headers, as it came.")] = False,
    acts: Annotated[bool, typer.Option("--acts", help="Write what the log tells of it.")] = False,
) -> None:
    """Write the original bytes of an item; of an address or name, those of its latest version.

    The bytes are checked against the id before the command ends well.
    """
    from marsad.archive import Archive

    opened = Archive(archive)
    found = opened.find(item)
    with _opened(output) as stream:
        if acts:
            for entry in opened.entries():
                if entry.item == found.id:
                    stream.write(entry.line() + b"\n")
        elif warc:
            stream.write(opened.record(found))
        else:
            opened.write_original(found, stream.write)


def _opened(output: Path | None) -> AbstractContextManager[IO[bytes]]:
    try:
        return output.open("wb") if output else nullcontext(sys.stdout.buffer)
    except OSError as error:
        problem = f"{output} cannot be written ({error.strerror}). Name another file."
        raise typer.BadParameter(problem, param_hint="-o") from None


@app.command()
def verify(
    archive: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the archive.")],
    known: Annotated[
        str | None, typer.Option(metavar="HASH", help="Hash of an act that was written down before: it must be there.")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Trusted certificates (PEM): time stamps are checked, offline.")
    ] = None,
) -> None:
    """Find whatever is not as it was: a flipped bit anywhere, a missing file, a cut log. Changes nothing.

    Each fault is told with file, offset and record; the exit status is then 5. The last line gives the log's head: a
    hash that, written down in another place, proves later that the log up to there was not replaced.
    """
    from marsad.archive import Archive
    from marsad.archive.verify import verify as check

    try:
        verdict = check(archive, known_hash=known)
        if certificate and verdict.whole:
            from marsad.archive.timestamp import check_stamps, read_certificates

            for stamp in check_stamps(
                archive, list(Archive(archive).entries()), read_certificates(certificate), verdict
            ):
                print(f"Act {stamp.seq} and all before it existed at {stamp.at:%Y-%m-%d %H:%M:%S} UTC (time stamp).")
    except OSError as error:
        raise typer.BadParameter(f"{error.filename or archive} cannot be read ({error.strerror}).") from None
    for fault in verdict.faults:
        print(f"FAULT  {fault}")
    for note in verdict.notes:
        print(f"note   {note}")
    counts = f"items {verdict.items:,}, WARC files {verdict.files:,}, acts {verdict.acts:,}, stamps {verdict.stamps:,}"
    print(f"{'Whole' if verdict.whole else 'NOT WHOLE'}: {counts}.")
    print(f"Head: act {verdict.head[0]}, hash {verdict.head[1]}")
    raise typer.Exit(Exit.OK if verdict.whole else Exit.DAMAGED)


@app.command()
def index(archive: ArchiveOption, who: WhoOption = None) -> None:
    """Make the index again from the WARC files, when it was lost or damaged."""
    from marsad.archive import Writer

    print(f"{Writer(archive, who=whoever(who)).reindex():,} items.")


@app.command()
def timestamp(
    authority: Annotated[str, typer.Argument(metavar="URL", help="Address of a time authority (RFC 3161).")],
    archive: ArchiveOption,
    who: WhoOption = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="The authority may stand in a private network.")
    ] = False,
) -> None:
    """Have a time authority stamp the log's head: proof, by somebody else's clock, that all acts up to it existed.

    Only a hash leaves this machine.
    """
    from marsad.archive import Archive, Writer
    from marsad.archive.timestamp import stamp_head

    Archive(archive)  # an archive is not made just to be stamped
    entry = stamp_head(Writer(archive, who=whoever(who)), authority, allow_private=allow_private)
    print(f"Act {entry.details['stamped_seq']} is stamped; the stamp is kept as {', '.join(entry.details['files'])}.")
