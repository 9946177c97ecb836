"""The command `marsad`: one file a command, each loaded with what it needs only when it runs."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.called import called
from marsad.cli.commands import Commands
from marsad.cli.exits import Exit
from marsad.cli.plain_values import take_plain_values
from marsad.cli.words import use_folders
from marsad.errors import MarsadError, ResourceError, StoreError
from marsad.settle import leave, put_off

__all__ = ["app", "main"]

_EPILOG = (
    "Exit status: 0 all read, 1 some inputs could not be read, 2 wrong usage, 3 not one report could be read, "
    "4 a resource file breaks its rules, 5 an archive, or the log of a store, is not what it was, "
    "6 a store cannot be opened, read or written, 130 stopped with Ctrl-C."
)

_NO_ROOM_OR_RIGHT = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO)
)
_REMEDY = "Make room on the disk, or check the name and your rights to it."

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EPILOG,
)


def _version(wanted: bool) -> None:
    if wanted:
        from marsad.export.record import coder_version
        from marsad.lexicon.load import resources_version

        print(f"marsad {coder_version()}, resources {resources_version()}")
        raise typer.Exit


@app.callback()
def _root(
    words: Annotated[
        list[Path] | None,
        typer.Option(
            "--words",
            metavar="FOLDER",
            callback=use_folders,
            is_eager=True,
            help="Words, actors and places of your own, over those shipped; repeatable. MARSAD_WORDS says the same.",
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Read Arabic reports of armed conflict, and code events whose every field is tied to its words."""


def main() -> None:
    """Run the command line; errors that marsad raises on purpose end as one sentence, not as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Arabic prints under LANG=C, too; half an emoji prints as its code
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    take_plain_values()
    put_off()  # until the command is loaded: what that makes stays
    try:
        app(prog_name=called())
    except ResourceError as error:
        print(f"marsad: {error}", file=sys.stderr)
        sys.exit(Exit.RESOURCES)
    except StoreError as error:
        print(f"marsad: {error}", file=sys.stderr)
        sys.exit(Exit.STORE)
    except MarsadError as error:
        print(f"marsad: {error}", file=sys.stderr)
        sys.exit(Exit.USAGE)
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:  # marsad ... | head
        sys.stderr.close()
        sys.exit(Exit.OK)
    except OSError as error:
        if error.errno not in _NO_ROOM_OR_RIGHT:
            raise
        print(f"marsad: {error.filename or 'The output'}: {error.strerror}. {_REMEDY}", file=sys.stderr)
        sys.exit(Exit.USAGE)
    finally:
        leave()
