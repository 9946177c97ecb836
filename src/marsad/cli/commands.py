"""Which commands there are, and where each stands: a command is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from marsad.settle import resume

__all__ = ["Commands"]

_WHOLE = 1_000
"""Letters of a sentence that are enough for any."""

_COMMANDS = {
    "code": "code:code",
    "search": "search:search",
    "serve": "serve:serve",
    "export": "export:export",
    "import": "import_:import_table",
    "count": "count:count",
    "agreement": "agreement:agreement",
    "chart": "chart:chart",
    "map": "map:map_",
    "trend": "trend:trend",
    "compare": "compare:compare",
    "alert": "alert:alert",
    "missing": "missing:missing",
    "report": "report:report",
    "recode": "recode:recode",
    "explain": "explain:explain",
    "demo": "demo:demo",
    "copies": "copies:copies",
    "link": "link:link",
    "claims": "claims:claims",
    "redact": "redact:redact",
    "evaluate": "evaluate:evaluate",
    "bundle": "bundle:bundle",
    "schema": "schema:schema",
    "doctor": "doctor:doctor",
    "watch": "watch:watch",
    "archive": "archive:app",
    "store": "store:app",
    "cluster": "cluster:app",
    "incident": "incident:app",
    "release": "release:app",
    "lexicon": "lexicon:app",
    "places": "places:app",
    "sources": "sources:app",
    "token": "token:app",
}
"""The name of each command, and the module and the name that it has there; in the order of the help."""


class _Loaded(Mapping[str, Any]):
    """The commands by name, each made when it is first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)

    def __contains__(self, name: object) -> bool:
        return name in _COMMANDS

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _command(name)
        return self._made[name]


def _command(name: str) -> Any:
    module, found = _COMMANDS[name].split(":")
    what = getattr(import_module(f"marsad.cli.{module}"), found)
    around = typer.Typer(rich_markup_mode=None)
    if isinstance(what, typer.Typer):
        around.add_typer(what, name=name, cls=_Told)
    else:
        around.command(name)(what)
    return typer.main.get_group(around).commands[name]


class _Told(TyperGroup):
    """A group whose help tells of each command the whole first sentence, on as many lines as it takes."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the names with their sentences."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(_WHOLE)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Commands(_Told):
    """The commands of marsad, as a group that loads none of them by itself."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Loaded()  # type: ignore[assignment]  # none is ever added

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Load the command that is asked for; from here on the collector of garbage works again."""
        found = super().resolve_command(ctx, args)
        resume()
        return found

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as the group is asked
        """Return the names, in the order of the help."""
        return list(self.commands)
