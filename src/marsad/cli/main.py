"""The command `marsad`: one file a command, each loaded with what it needs only when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.agreement import agreement
from marsad.cli.alert import alert
from marsad.cli.archive import app as archive_app
from marsad.cli.bundle import bundle
from marsad.cli.called import called
from marsad.cli.chart import chart
from marsad.cli.claims import claims
from marsad.cli.cluster import app as cluster_app
from marsad.cli.code import code
from marsad.cli.compare import compare
from marsad.cli.copies import copies
from marsad.cli.count import count
from marsad.cli.demo import demo
from marsad.cli.doctor import doctor
from marsad.cli.evaluate import evaluate
from marsad.cli.exits import Exit
from marsad.cli.explain import explain
from marsad.cli.export import export
from marsad.cli.import_ import import_table
from marsad.cli.incident import app as incident_app
from marsad.cli.lexicon import app as lexicon_app
from marsad.cli.link import link
from marsad.cli.map import map_
from marsad.cli.missing import missing
from marsad.cli.places import app as places_app
from marsad.cli.recode import recode
from marsad.cli.redact import redact
from marsad.cli.release import app as release_app
from marsad.cli.report import report
from marsad.cli.schema import schema
from marsad.cli.search import search
from marsad.cli.serve import serve
from marsad.cli.sources import app as sources_app
from marsad.cli.store import app as store_app
from marsad.cli.token import app as token_app
from marsad.cli.trend import trend
from marsad.cli.watch import watch
from marsad.cli.words import use_folders
from marsad.errors import MarsadError, ResourceError, StoreError

__all__ = ["app", "main"]

_EPILOG = (
    "Exit status: 0 all read, 1 some inputs could not be read, 2 wrong usage, 3 not one report could be read, "
    "4 a resource file breaks its rules, 5 an archive, or the log of a store, is not what it was, "
    "6 a store cannot be opened, read or written, 130 stopped with Ctrl-C."
)

app = typer.Typer(
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


app.command()(code)
app.command()(search)
app.command()(serve)
app.command()(export)
app.command("import")(import_table)
app.command()(count)
app.command()(agreement)
app.command()(chart)
app.command("map")(map_)
app.command()(trend)
app.command()(compare)
app.command()(alert)
app.command()(missing)
app.command()(report)
app.command()(recode)
app.command()(explain)
app.command()(demo)
app.command()(copies)
app.command()(link)
app.command()(claims)
app.command()(redact)
app.command()(evaluate)
app.command()(bundle)
app.command()(schema)
app.command()(doctor)
app.add_typer(archive_app, name="archive")
app.add_typer(store_app, name="store")
app.add_typer(cluster_app, name="cluster")
app.add_typer(incident_app, name="incident")
app.add_typer(release_app, name="release")
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(places_app, name="places")
app.add_typer(sources_app, name="sources")
app.add_typer(token_app, name="token")
app.command()(watch)


def main() -> None:
    """Run the command line; errors that marsad raises on purpose end as one sentence, not as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Arabic prints under LANG=C, too; half an emoji prints as its code
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
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
