"""What happened to an incident, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.store.history import Happened

__all__ = ["show"]


def show(found: Iterable[Happened]) -> None:
    """Print the acts on an incident, oldest first."""
    from rich.console import Console

    console = Console(highlight=False)
    for one in found:
        entry = one.entry
        line = f"{entry.at}  {one.incident_id}  {entry.who}: {' '.join(_words(one))}"
        console.print(line, markup=False, soft_wrap=True)


def _words(one: Happened) -> Iterator[str]:
    detail = one.entry.detail
    if one.entry.act in {"link", "dissolve"}:
        for said, reports in (("came", one.came), ("left", one.left)):
            if moved := [report for report in reports if report not in one.anew]:
                yield f"{said} {', '.join(moved)}"
        if one.anew:
            yield f"coded anew {', '.join(one.anew)}"
        if not one.came and not one.left:
            yield "written anew" if one.entry.act == "link" else "ended"
        return
    match one.entry.act:
        case "redirect":
            yield f"its id leads to {detail['to']}"
        case "end redirect":
            yield "its id stands for it again"
        case "merge" if "incidents" in detail:
            yield f"judgement {detail['judgement']}: {' and '.join(detail['incidents'])} are one"
        case "split" if "off" in detail:
            off = ", ".join(dict.fromkeys(member["report_id"] for member in detail["off"]))
            yield f"judgement {detail['judgement']}: {off} tell another act"
        case act if "takes_back" in detail:
            yield f"judgement {detail['takes_back']} ({act}) is taken back"
        case act:
            yield f"judgement {detail['judgement']}: {act} is {detail['verdict']}"
    if detail.get("why"):
        yield f"because {detail['why']}"
