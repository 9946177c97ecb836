"""The summary: plain sentences, each made from one count."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.analyse.counts import Row
from marsad.pictures.periods import first_day
from marsad.sitrep.facts import Situation
from marsad.sitrep.names import Names
from marsad.sitrep.speech import Speech

__all__ = ["sentences"]

_SHOWN = 3
_PEOPLE = {"killed": "person", "killed_civilians": "civilian", "wounded": "person", "detained": "person",
           "abducted": "person"}  # fmt: skip


def sentences(situation: Situation, speech: Speech, names: Names) -> Iterator[str]:
    """Yield the sentences; what is nought is not said, except that there is nothing at all."""
    total = situation.total.total
    area = names.area(situation.area)
    first, last = speech.day(situation.first), speech.day(situation.last)
    if not total.number:
        yield speech.say("sentences", "nothing", first=first, last=last, area=area)
    else:
        yield speech.say(
            "sentences", "total", first=first, last=last, area=area, incidents=speech.count(total.number),
            reports=speech.count(situation.reports, "report"), outlets=speech.count(situation.outlets, "outlet"),
        )  # fmt: skip
        yield from _people(situation, speech)
        yield from _most(situation, speech, names)
        yield from _vague(situation, speech)
    beside = sum(tally.number for tally in situation.total.beside.values())
    if beside:
        yield speech.say("sentences", "beside", area=area, n=speech.count(beside))
    if situation.undated:
        yield speech.say("sentences", "undated", n=speech.count(situation.undated))


def _people(situation: Situation, speech: Speech) -> Iterator[str]:
    total = situation.total.total
    for name, noun in _PEOPLE.items():
        figure = total.figures[name]
        if figure.best or figure.high:
            yield speech.say("sentences", name, n=speech.count(figure.best, noun), range=speech.range(figure))
        if name == "killed" and figure.untold:
            yield speech.say("sentences", "untold", n=speech.count(figure.untold))


def _most(situation: Situation, speech: Speech, names: Names) -> Iterator[str]:
    kinds = [(names.kind(row.key[0].code), row.tally.number) for row in _largest(situation.counts["kinds"].rows)]
    yield speech.say("sentences", "kinds", list=_listed(kinds, speech))
    acting = _grouped(situation.counts["actors"].rows, names)
    if acting:
        yield speech.say("sentences", "actors", list=_listed(acting[:_SHOWN], speech))
    nobody = sum(row.tally.number for row in situation.counts["actors"].rows if not row.key[0].code)
    if nobody:
        yield speech.say("sentences", "nobody", n=speech.count(nobody))
    weeks = [row for row in situation.counts["weeks"].rows if not row.key[0].note]
    if weeks and not situation.is_short:
        most = max(row.tally.number for row in weeks)
        first, *others = sorted(row.key[0].code for row in weeks if row.tally.number == most)
        key = "weeks" if others else "week"
        told = {"week": speech.day(first_day(first)), "n": speech.count(most), "others": speech.number(len(others))}
        yield speech.say("sentences", key, **told)


def _vague(situation: Situation, speech: Speech) -> Iterator[str]:
    for key, precision in (
        ("vague_places", situation.place_precision), ("vague_days", situation.date_precision)
    ):  # fmt: skip
        if precision[2] + precision[3]:
            yield speech.say("sentences", key, n=speech.count(precision[2] + precision[3]))
    if situation.one_source:
        yield speech.say("sentences", "one_source", n=speech.count(situation.one_source))


def _largest(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.tally.number, row.key))[:_SHOWN]


def _grouped(rows: list[Row], names: Names) -> list[tuple[str, int]]:
    """Return actors by name with how many incidents, the most first; those that must not be named are left out."""
    found = [(names.actor(row.key[0].code), row.tally.number) for row in rows if names.is_told(row.key[0].code)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _listed(pairs: list[tuple[str, int]], speech: Speech) -> str:
    parts = [speech.say("sentences", "item", name=name, n=speech.count(number)) for name, number in pairs]
    return speech.tongue.either("، ", ", ").join(parts)
