"""`marsad redact`: names of private people out of texts and records, and records by the rules of a public edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.days import day_told
from marsad.cli.exits import Exit
from marsad.cli.options import Output, Places, Quiet
from marsad.cli.output import keep_inputs, stream_to
from marsad.cli.publish import without_text
from marsad.cli.said import not_read, said
from marsad.redact.labels import Language

if TYPE_CHECKING:
    from marsad.redact.limits import Applied

__all__ = ["redact"]


def redact(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN...", help="JSON Lines, plain or gzip; - for standard input.")
    ],
    output: Output = None,
    language: Annotated[Language, typer.Option("--language", help="Language of the replacements.")] = Language.ar,
    rules: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Rules for coded records, TOML; without it, safe ones."),
    ] = None,
    today: Annotated[
        date | None,
        typer.Option(parser=day_told, metavar="DAY", help="The day that delays are counted to. Default: this one."),
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Show what would be done, and write nothing.")] = False,
    places: Places = None,
    quiet: Quiet = False,
) -> None:
    """Take the names of private people out of JSON Lines, each marked with its kind; people in public roles stay.

    Coded records (`marsad code`) are also made coarser, delayed or withheld by rule. No machine finds every name:
    read what you publish.
    """
    from marsad.export.jsonl import to_line

    keep_inputs(inputs, output)
    run = _Run(places=places, rules=rules, language=language, today=today or datetime.now(UTC).date())
    with ExitStack() as opened:
        stream = None if preview else opened.enter_context(stream_to(output))
        for number, value, applied in run.lines(inputs):
            if stream is None:
                _show(number, value, applied)
            else:
                stream.write(to_line(value))
    if not quiet:
        run.summary()
    raise typer.Exit(Exit.NOTHING_CODED if not run.read else Exit.SOME_UNREAD if run.problems else Exit.OK)


class _Run:
    """What a run works with, and what it counted."""

    def __init__(self, *, places: Path | None, rules: Path | None, language: Language, today: date) -> None:
        from marsad import gazetteer
        from marsad.redact.limits import Applied
        from marsad.redact.rules import DEFAULT_RULES, read_rules

        self.rules = read_rules(rules or DEFAULT_RULES)
        self.gazetteer = gazetteer.load(places)
        self.language, self.today = language, today
        self.read = self.problems = self.wordless = 0
        self.kinds: Counter[str] = Counter()
        self.applied: Applied = Applied()

    def lines(self, inputs: list[str]) -> Iterator[tuple[str, dict[str, Any], Counter[str]]]:
        """Yield each line redacted, with where it stood and the rules applied to its events.

        What cannot be read is said and passed over.
        """
        from marsad.errors import ReadError
        from marsad.link.files import records
        from marsad.redact.coarsen import public_record
        from marsad.redact.line import redact_line

        for name in inputs:
            before_file = self.read + self.problems
            for found in records(name):
                if isinstance(found, ReadError):
                    self._refuse(found)
                    continue
                number, value = found
                wrong = _wrong_with(value)
                if wrong is not None:
                    problem, remedy = wrong
                    self._refuse(ReadError(problem, file=name, line=number, remedy=remedy))
                    continue
                self.read += 1
                before = Counter(self.applied.rules)
                if isinstance(value.get("events"), list):
                    self.wordless += not value.get("text")
                    redacted = public_record(
                        value,
                        self.rules,
                        self.gazetteer,
                        today=self.today,
                        language=self.language,
                        applied=self.applied,
                    )
                else:
                    redacted = redact_line(value, self.gazetteer, self.language)
                self.kinds.update(one["kind"] for one in redacted["redactions"])
                yield f"{name}:{number}", redacted, self.applied.rules - before
            if self.read + self.problems == before_file:
                self._refuse(ReadError("The file has no line.", file=name, remedy="Name the lines meant."))

    def _refuse(self, problem: object) -> None:
        self.problems += 1
        not_read(problem, self.problems)

    def summary(self) -> None:
        """Say what was removed, by kind, and which rules were applied."""
        told = ", ".join(f"{kind} {count:,}" for kind, count in self.kinds.most_common()) or "nothing"
        said(f"Lines: {self.read:,}. Removed: {told}.")
        if self.applied.rules:
            rules = ", ".join(f"{name} {count:,}" for name, count in self.applied.rules.most_common())
            said(f"Rules applied to events: {rules}.")
        if self.applied.delayed or self.applied.withheld:
            said(f"Events not yet due: {self.applied.delayed:,}; withheld by rule: {self.applied.withheld:,}.")
        if self.wordless:
            said(without_text(self.wordless))
        said("No machine finds every name: read what you publish.")


def _wrong_with(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong with a line and what to do about it, None where it can be redacted."""
    if "incident_id" in value:
        problem = "This is an incident: it holds words of many reports, and no rule can look at their events."
        return problem, "Redact the coded reports (marsad code), and link what comes of it."
    texts = all(isinstance(value.get(name), str | None) for name in ("title", "text"))
    events = value.get("events")
    if texts and (not isinstance(events, list) or all(isinstance(event, dict) for event in events)):
        return None
    return "This is no report: title and text are strings, and events a list of objects.", "Mend the line."


def _show(where: str, value: dict[str, Any], rules: Counter[str]) -> None:
    """Print a line as it would be published: its text, how its events would be told, and by which rules."""
    kinds = Counter(one["kind"] for one in value["redactions"])
    told = [", ".join(f"{kind} {count}" for kind, count in kinds.items()) or "nothing removed"]
    told += [f"rules: {', '.join(f'{name} {count}' for name, count in rules.items())}"] if rules else []
    said(f"{where}: {'; '.join(told)}")
    for name in ("title", "text"):
        if value.get(name):
            print(value[name])
    for event in value.get("events") or ():
        place, when = event.get("place") or {}, event.get("date") or {}
        print(f"  {event.get('sub_event_type')}: {place.get('name')}, {when.get('start')} – {when.get('end')}")
    if value.get("withheld"):
        print(f"  withheld: {value['withheld']}")
