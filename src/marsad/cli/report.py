"""`marsad report`: a situation report as PDF and DOCX, in Arabic and English."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.asked import area_asked
from marsad.cli.at_work import at_work
from marsad.cli.days import day_told, in_order
from marsad.cli.exits import Exit
from marsad.cli.options import Area, Coded, Rules, Today, need_input
from marsad.cli.records import items_of, sift
from marsad.cli.said import said
from marsad.cli.words import with_words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from marsad.errors import ReadError
    from marsad.gazetteer import Gazetteer
    from marsad.redact.rules import Rules as PublicRules
    from marsad.sitrep import Gathered, Situation
    from marsad.sitrep.window import Window

__all__ = ["report"]


def report(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[IN]...", help="Coded reports, which are linked now, or incidents with --coded; JSON Lines."
        ),
    ] = None,
    *,
    store: Annotated[
        str | None,
        typer.Option(
            envvar="MARSAD_STORE",
            callback=with_words_of,
            metavar="STORE",
            help="Without IN: a SQLite file, or postgresql://USER@HOST/DATABASE, linked by marsad link.",
        ),
    ] = None,
    coded: Coded = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to write into.")] = Path(
        "report"
    ),
    area: Area = None,
    first: Annotated[
        date | None,
        typer.Option(
            "--from", "--since", parser=day_told, metavar="DAY", help="First day; without it that of the records."
        ),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option(
            "--to", "--until", parser=day_told, metavar="DAY", help="Last day; without it that of the records."
        ),
    ] = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="LANG,...", help="ar, ar-SY (كانون الثاني), en.")
    ] = "ar,en",
    digits: Annotated[str, typer.Option(metavar="western|arabic", help="Digits in Arabic: 123 or ١٢٣.")] = "western",
    forms: Annotated[str, typer.Option("--format", metavar="FORM,...", help="pdf, docx.")] = "pdf,docx",
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of", parser=day_told, metavar="DAY", help="Day of the report; without it that of the latest record."
        ),
    ] = None,
    internal: Annotated[
        bool, typer.Option("--internal", help="Names and exact places as they are; not for publication.")
    ] = False,
    rules: Rules = None,
    today: Today = None,
    template: Annotated[
        Path | None, typer.Option(file_okay=False, metavar="DIR", help="A template of your own.")
    ] = None,
    write_template: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write marsad's template there to be changed, and stop.")
    ] = None,
) -> None:
    """Write a situation report of an area and a time: every sentence and figure counted from records.

    It is the public edition unless --internal asks otherwise. The same records give the same bytes.
    """
    from marsad import gazetteer
    from marsad.redact.rules import DEFAULT_RULES, read_rules
    from marsad.sitrep import make, read_template, situation_of
    from marsad.sitrep.window import EVER, window_of
    from marsad.wording import Tongue

    if write_template is not None:
        _write_template(write_template)
        return
    need_input(inputs, store)
    wanted = _forms(forms)
    area = area_asked(area)
    tongues = [Tongue.of(tag.strip(), digits=digits, area=area) for tag in language.split(",")]
    chosen = read_template(template)
    problems: list[ReadError] = []
    known = gazetteer.load()
    public = None if internal else read_rules(rules or DEFAULT_RULES)
    window = window_of(first, last, public)
    with at_work("reading, and joining reports of one act") as tell:
        incidents, records, told_until = _read(inputs, store, coded, known, problems, window, internal=internal)
        if not incidents and window == EVER:
            said("No event was read, so there is nothing to report of.")
            raise typer.Exit(Exit.NOTHING_CODED)
        if incidents and not records and not internal:
            problem = "Name the coded reports that these incidents join: the rules of the public edition look at them."
            raise typer.BadParameter(problem, param_hint="--coded")
        tell("looking for what may not be told")
        gathered = _gathered(incidents, records, known, problems, window, public, today)
    begins, ends = _time_told(gathered, first, last)
    situation = situation_of(
        gathered, area=area, first=begins, last=ends, as_of=as_of or told_until or gathered.told_until or ends,
        notable=chosen.order.notable,
    )  # fmt: skip
    with at_work("counting, drawing and writing") as tell:
        for name, made in make(situation, chosen, tongues, known, forms=wanted):
            _write(output / name, made)
            tell(f"{name} is written; what comes next is being made")
    _tell(situation, output)
    raise typer.Exit(Exit.SOME_UNREAD if problems else Exit.OK)


def _forms(asked: str) -> tuple[str, ...]:
    """Return the forms asked for, in the order given: "pdf,docx"."""
    from marsad.sitrep.make import FORMS

    forms = tuple(asked.split(","))
    if set(forms) - set(FORMS):
        raise typer.BadParameter(f"Write one or both of: {', '.join(FORMS)}.", param_hint="--format")
    return forms


def _time_told(gathered: Gathered, first: date | None, last: date | None) -> tuple[date, date]:
    """Return the first and last day asked for, else those that the incidents tell."""
    days = [one.start for one in gathered.found if one.start is not None]
    begins, ends = first or min(days, default=None), last or max(days, default=None)
    if begins is None or ends is None:
        problem = "No incident that was read has a day, so there is no time to report of. Name its days."
        raise typer.BadParameter(problem, param_hint="--from, --to")
    in_order(begins, ends, options="--from, --to")
    return begins, ends


def _write_template(folder: Path) -> None:
    from marsad.sitrep import write_template

    for file in write_template(folder):
        print(file)


def _read(
    inputs: list[str] | None,
    store: str | None,
    coded: list[str] | None,
    gazetteer: Gazetteer,
    problems: list[ReadError],
    window: Window,
    *,
    internal: bool,
) -> tuple[list[dict[str, Any]], Mapping[str, Mapping[str, Any]], date | None]:
    """Return incidents, the coded reports that they join, by id, and the day of the latest report of any of them.

    Of a store come those of a window, and what the rules look at with them.
    """
    from marsad.export.happening import INCIDENTS
    from marsad.export.source import coded_by_id, opened
    from marsad.link.copied import copies_unknown
    from marsad.sitrep import from_store, link_coded
    from marsad.sitrep.window import EVER, latest_in
    from marsad.store import open_store
    from marsad.store.incident_list import latest_told

    if not inputs:
        with open_store(str(store)) as kept:
            with kept.reading() as connection:
                latest = None if window == EVER else latest_told(connection)
            return *from_store(kept, window, beside=not internal), latest
    table, items = opened(items_of(inputs))
    if table != INCIDENTS:
        found: list[ReadError] = []
        incidents, known, unread = link_coded(items, gazetteer, found)
        list(sift(found, problems))
        if len(known) > 1 and unread:
            said(copies_unknown(unread))
    else:
        incidents = [dict(value) for _, _, value in sift(items, problems)]
        known = dict(sift(coded_by_id(items_of(coded or ())), problems))
    return incidents, known, None if window == EVER else latest_in(incidents)


def _gathered(
    incidents: list[dict[str, Any]],
    records: Mapping[str, Mapping[str, Any]],
    gazetteer: Gazetteer,
    problems: list[ReadError],
    window: Window,
    rules: PublicRules | None,
    today: date | None,
) -> Gathered:
    """Return incidents by the rules of the public edition, as they are where none hold."""
    from marsad.sitrep import publish
    from marsad.sitrep.gather import with_reports

    if rules is None:
        return with_reports(incidents, records)
    found: list[ReadError] = []
    gathered = publish(
        incidents, records, rules, gazetteer,
        today=today or datetime.now(UTC).date(), problems=found, window=window,
    )  # fmt: skip
    list(sift(found, problems))
    return gathered


def _write(file: Path, made: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made)
    except OSError as error:
        problem = f"{file} cannot be written ({error.strerror}). Name another folder."
        raise typer.BadParameter(problem, param_hint="-o") from None
    print(file)


def _tell(situation: Situation, output: Path) -> None:
    said(f"Incidents: {situation.total.total.number:,}, from {situation.first} to {situation.last}, in {output}.")
    if situation.gathered.public:
        said(f"Public edition: withheld or not yet due {situation.gathered.withheld:,}.")
        said("No machine finds every name: read what you publish.")
    else:
        said("Internal edition: it holds names and exact places.")
