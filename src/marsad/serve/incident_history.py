"""What became of an incident, in sentences, with what can still be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.incidents.decisions import KINDS, WITHDRAWN
from marsad.serve.catalogues import later
from marsad.serve.incident_words import ATTRIBUTION, CREDIBILITY
from marsad.serve.locale import Locale
from marsad.store.history import Happened

__all__ = ["Line", "lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act: `said` is the sentence, `names` the ids in it, `why` the reason that was given.

    `decision` says that a person decided it; `judgement` is the number of one that is in force and can be taken back.
    """

    at: str
    who: str
    said: str
    names: tuple[str, ...] = ()
    why: str = ""
    decision: bool = False
    judgement: int | None = None


_SENTENCES = {
    "came": later("reports came to it:"),
    "left": later("reports left it:"),
    "anew": later("reports were coded anew:"),
    "redirect": later("its id leads to another incident:"),
    "end redirect": later("its id stands for it again:"),
    "merge": later("two incidents are one:"),
    "split": later("these reports tell another act:"),
    "withdrawn": later("took a decision back: number %(number)s"),
    "took back": later("took a decision back, that %(said)s"),
    "credibility": later("graded a report as %(grade)s:"),
    "attribution": later("graded who did it: %(grade)s"),
    "ended": later("no report tells it any more:"),
}


def lines(found: Sequence[Happened], locale: Locale) -> list[Line]:
    """Return the acts on an incident, the latest first."""
    over = {one.entry.detail.get("supersedes") for one in found}
    told: list[Line] = []
    made: dict[Any, Line] = {}
    for one in found:
        decision = made.get(one.entry.detail.get("takes_back"))
        come = [_taken_back(line, decision, locale) for line in _lines(one, locale)]
        made |= {line.judgement: line for line in come if line.judgement is not None}
        told += come
    return [replace(line, judgement=None) if line.judgement in over else line for line in reversed(told)]


def _taken_back(line: Line, decision: Line | None, locale: Locale) -> Line:
    """Return the line of a decision that is taken back with what was decided, where its incident tells of it."""
    if decision is None:
        return line
    return replace(line, said=locale.text(_SENTENCES["took back"], said=decision.said), names=decision.names)


def _lines(one: Happened, locale: Locale) -> Iterator[Line]:
    entry, detail = one.entry, one.entry.detail
    why, number = str(detail.get("why") or ""), detail.get("judgement")

    def line(name: str, names: Sequence[str] = (), *, open_: bool = False, **values: str) -> Line:
        said = locale.text(_SENTENCES[name], **values)
        judgement = number if open_ and isinstance(number, int) else None
        return Line(at=entry.at, who=entry.who, said=said, names=tuple(names), why=why,
                    decision=entry.act in KINDS, judgement=judgement)  # fmt: skip

    match entry.act:
        case "link" | "dissolve":
            for name, told in (("came", one.came), ("left", one.left)):
                if moved := [report for report in told if report not in one.anew]:
                    yield line(name, moved)
            if one.anew:
                yield line("anew", one.anew)
            if entry.act == "dissolve":
                yield line("ended", (one.incident_id,))
        case "redirect":
            yield line("redirect", (one.incident_id, detail["to"]))
        case "end redirect":
            yield line("end redirect", (one.incident_id,))
        case kind if kind in KINDS and detail.get("verdict") == WITHDRAWN:
            yield line("withdrawn", number=locale.number(detail["takes_back"]))
        case "merge":
            yield line("merge", detail["incidents"], open_=True)
        case "split":
            yield line("split", list(dict.fromkeys(member["report_id"] for member in detail["off"])), open_=True)
        case "credibility":
            graded = list(dict.fromkeys(member["report_id"] for member in detail["of"]))
            grade = locale.text(CREDIBILITY[detail["verdict"]])
            yield line("credibility", graded, open_=True, grade=grade)
        case "attribution":
            yield line("attribution", open_=True, grade=locale.text(ATTRIBUTION[detail["verdict"]]))
