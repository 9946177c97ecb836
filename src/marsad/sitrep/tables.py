"""The tables of a report: rows of counts, the smallest together, and a total in which each incident is counted once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from marsad.analyse.counts import Counts
from marsad.analyse.keys import Value
from marsad.analyse.tally import Tally
from marsad.sitrep.blocks import Table
from marsad.sitrep.facts import Situation
from marsad.sitrep.speech import Speech

__all__ = ["counts_table", "precision_table"]

_NO_FIGURE = "–"
"""Where no report tells a figure: that is not nought."""
_HARM = ("killed", "range", "wounded", "untold")
_HELD = "held"
_CAPTIVES = ("detained", "abducted")
"""People who are in one column, where any are told of."""


def counts_table(
    counts: Counts, named: Callable[[Value], str], column: str, speech: Speech, *, rows: int, people: bool = True
) -> Table:
    """Return a table of counts, the most first; rows that are called alike are one, and what is too many is added up.

    Incidents with several values stand in several rows, so that rows add up to more than the total.
    """
    harm = (*_HARM, *((_HELD,) if _tells_held(counts.total) else ())) if people else ()
    tallies: dict[str, Tally] = {}
    for row in counts.rows:
        tallies.setdefault(named(row.key[0]), Tally()).add(row.tally)
    order = sorted(tallies, key=lambda name: (-tallies[name].number, name))
    shown = order if len(order) <= rows else order[: rows - 1]
    lines = [_line(name, tallies[name], speech, harm) for name in shown]
    rest = order[len(shown) :]
    if rest:
        together = Tally()
        for name in rest:
            together.add(tallies[name])
        others = speech.say("columns", "others", n=speech.count(len(rest)))
        lines.append(_line(others, together, speech, harm))
    lines.append(_line(speech.say("columns", "total"), counts.total, speech, harm))
    header = [column, "incidents", *harm]
    return Table([speech.say("columns", name) for name in header], lines)


def _tells_held(tally: Tally) -> bool:
    return any(tally.figures[count].untold < tally.number for count in _CAPTIVES)


def _line(name: str, tally: Tally, speech: Speech, harm: Sequence[str]) -> list[str]:
    line = [name, speech.number(tally.number)]
    if harm:
        killed, wounded = tally.figures["killed"], tally.figures["wounded"]
        ends = speech.ends(speech.number(killed.low), speech.number(killed.high)) + ("+" if killed.open else "")
        line += [speech.number(killed.best), ends] if killed.untold < tally.number else [_NO_FIGURE, _NO_FIGURE]
        line += [speech.number(wounded.best) if wounded.untold < tally.number else _NO_FIGURE]
        line += [speech.number(killed.untold)]
    if _HELD in harm:
        held = sum(tally.figures[count].best for count in _CAPTIVES)
        line += [speech.number(held) if _tells_held(tally) else _NO_FIGURE]
    return line


def precision_table(situation: Situation, speech: Speech) -> Table:
    """Return how many incidents have a place and a day of each precision."""
    rows: list[Sequence[str]] = []
    for of, found in (("place", situation.place_precision), ("date", situation.date_precision)):
        for precision, number in found.items():
            column = speech.say("columns", "places" if of == "place" else "days")
            rows.append([f"{column}: {speech.say('precision', f'{of}_{precision}')}", speech.number(number)])
    return Table([speech.say("columns", "precision"), speech.say("columns", "incidents")], rows, total=False)
