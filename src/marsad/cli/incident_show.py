"""One incident for people: what is told, by whom, what differs, how it is graded, why it is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from marsad.cli.incident_words import COUNTED, CREDIBILITY, counted, day_of, estimate, figures_of, place_of, sides_of

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["show"]

_QUOTED = 110
_REASONS = 3
_FIELDS = {"sub_event_type": "what", "side1": "who", "side2": "whom", "place": "where", "date": "day"}


def show(record: dict[str, Any], *, asked: str, without: str | None, why: bool) -> None:
    """Print an incident; `asked` is the id that was asked for, `without` a source left out of the figures."""
    from rich.console import Console

    console = Console(highlight=False)
    _head(console, record, asked, without)
    _reports(console, record)
    _ledger(console, record, without)
    _differences(console, record)
    _links(console, record, every=why)


def _say(console: Console, text: str, style: str | None = None) -> None:
    console.print(text, style=style, markup=False, soft_wrap=True)


def _head(console: Console, record: dict[str, Any], asked: str, without: str | None) -> None:
    _say(console, f"{record['incident_id']}  {record['sub_event_type']}", "bold")
    if asked != record["incident_id"]:
        _say(console, f"{asked} leads here.")
    _say(console, " · ".join((day_of(record["date"]), place_of(record["place"]), sides_of(record))))
    if record["figures"]:
        left_out = f" (without {without})" if without else ""
        _say(console, f"{figures_of(record['figures'])}{left_out}")
    _say(console, f"{counted(record['reports'], 'report')}, {counted(record['sources'], 'independent source')}")
    _say(console, f"Did it happen: {record['credibility']} {CREDIBILITY[record['credibility']]}")
    who = record["attribution"]
    named = (
        f"{counted(who['sources'], 'source')} for {'+'.join(record['side1']) or 'nobody'}, {who['rivals']} for others"
    )
    _say(console, f"Who did it: {_sure(who)} ({named}){_by(who.get('by'), _sure)}")
    if record["was"]:
        _say(console, f"Earlier ids: {', '.join(record['was'])}", "dim")


def _reports(console: Console, record: dict[str, Any]) -> None:
    """Print the reports in the order of publication, copies below the report that they repeat."""
    _say(console, "\nReports", "bold")
    copies: dict[str, list[dict[str, Any]]] = {}
    for member in record["members"]:
        if member["copy_of"]:
            copies.setdefault(member["copy_of"], []).append(member)
    number = 0
    for member in record["members"]:
        if member["copy_of"]:
            continue
        number += 1
        told = member["credibility"]
        relied = f"source {member['reliability'] or 'not in the registry'}"
        graded = f"report {told} {CREDIBILITY[told]}"
        head = (member["published"] or "no day", member["outlet"] or "no outlet", member["report_id"], relied, graded)
        _say(console, f"{number:>3}. {' · '.join(head)}{_by(member.get('credibility_by'), str)}")
        _say(console, f"     {_quoted(member['evidence'])}", "dim")
        for copy in copies.get(member["report_id"], ()):
            said = (copy["published"] or "no day", copy["outlet"] or "no outlet", copy["report_id"])
            _say(console, f"     = copied: {' · '.join(said)}", "dim")


def _sure(who: dict[str, Any]) -> str:
    return f"{who['grade']}, contested" if who["contested"] else str(who["grade"])


def _by(decided: dict[str, Any] | None, shown: Callable[[Any], str]) -> str:
    """Return who graded in place of the rule."""
    if decided is None:
        return ""
    return f" [{decided['who']}, judgement {decided['judgement']}; the rule says {shown(decided['rule'])}]"


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"«{text}»" if len(text) <= _QUOTED else f"«{text[: _QUOTED - 1]}…»"


def _ledger(console: Console, record: dict[str, Any], without: str | None) -> None:
    from rich.table import Table
    from rich.text import Text

    if not record["ledger"]:
        return
    _say(console, "\nClaims", "bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("", "source", "says", "on", "in", "counts"):
        table.add_column(name, overflow="fold")
    for claim in record["ledger"]:
        passed_over = "left out" if claim["source"] == without else claim["passed_over"]
        source = claim["source"] if claim["kind"] == "outlet" else f"{claim['source']} ({claim['kind']})"
        cells = (
            COUNTED[claim["count"]],
            source,
            estimate(claim),
            claim["published"] or "no day",
            claim["report_id"],
            f"no: {passed_over}" if passed_over else "yes",
        )
        table.add_row(*map(Text, cells), style="dim" if passed_over else None)
    console.print(table)
    for count, figure in record["figures"].items():
        sources = counted(figure["sources"], "source")
        best = f"best {figure['best']}" if figure["best"] is not None else "no best"
        high = figure["high"] if figure["high"] is not None else "open"
        _say(console, f"{COUNTED[count]}: low {figure['low']}, {best}, high {high}, of {sources}")


def _differences(console: Console, record: dict[str, Any]) -> None:
    lines = list(_differing(record))
    if not lines:
        return
    _say(console, "\nWhat differs", "bold")
    for line in lines:
        _say(console, line)


def _differing(record: dict[str, Any]) -> Iterator[str]:
    for field, name in _FIELDS.items():
        choice = record["choices"][field]
        if choice["others"]:
            others = "; ".join(f"{value or 'nobody'} ({count})" for value, count in choice["others"].items())
            yield f"{name}: {_chosen(record, field)} ({choice['sources']}), but {others}"


def _chosen(record: dict[str, Any], field: str) -> str:
    match field:
        case "place":
            return record["place"]["name"] or "unknown place"
        case "date":
            return day_of(record["date"])
        case "side1" | "side2":
            return "+".join(record[field]) or "nobody"
        case _:
            return str(record[field])


def _links(console: Console, record: dict[str, Any], *, every: bool) -> None:
    if len(record["members"]) < 2:
        return
    _say(console, "\nWhy they are one", "bold")
    for member in record["members"]:
        link = member["link"]
        same = f"{member['report_id']} with {link['to']['report_id']}"
        _say(console, f"{same}: {link['score']:+.2f} ({link['probability']:.0%}), with all {link['mean_score']:+.2f}")
        told = [reason for reason in link["reasons"] if reason["feature"] != "any pair" or every]
        for reason in told if every else told[:_REASONS]:
            _say(console, f"     {reason['weight']:+.2f} {reason['feature']} [{reason['detail']}]", "dim")
