"""Notable incidents, one by one: what is on record, the words of reports, and the ids behind it."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.export.happening import Happening
from marsad.sitrep.blocks import Block, Heading, Quote, Text
from marsad.sitrep.facts import Situation
from marsad.sitrep.names import Names
from marsad.sitrep.speech import Speech
from marsad.wording import from_the_right, label

__all__ = ["notable"]

_QUOTES = 2
_REPORTS = 6


def notable(situation: Situation, speech: Speech, names: Names) -> Iterator[Block]:
    """Yield the blocks of each notable incident."""
    for one in situation.notable:
        title = speech.say(
            "notable", "title", kind=names.kind(one.sub_event_type), place=names.place(one), days=_days(one, speech)
        )
        yield Heading(title, level=2)
        sides = speech.say("notable", "sides", side1=names.actors(one.side1), side2=names.actors(one.side2))
        yield Text(" ".join(filter(None, (sides, _figures(one, speech), _standing(one, situation, speech)))),
                   note=_note(one, situation, speech))  # fmt: skip
        yield from _quotes(one, situation, speech, names)


def _days(one: Happening, speech: Speech) -> str:
    if one.start is None:
        return speech.say("notable", "no_day")
    return speech.tongue.days(one.start, one.end or one.start)


def _figures(one: Happening, speech: Speech) -> str:
    told = [
        speech.say("notable", "figure", name=label("count", name, speech.tongue), figure=speech.estimate(figure))
        for name, figure in one.figures.items()
        if figure is not None
    ]
    if not told:
        return ""
    joined = speech.tongue.either("؛ ", "; ").join(told)
    return speech.say("notable", "figures", figures=joined[:1].upper() + joined[1:])


def _standing(one: Happening, situation: Situation, speech: Speech) -> str:
    record = situation.gathered.records[one.key]
    attribution = record["attribution"]
    grade = "contested" if attribution["contested"] else attribution["grade"]
    return speech.say(
        "notable", "standing",
        sources=speech.count(one.sources, "source"), reports=speech.count(record["reports"], "report"),
        credibility=speech.say("credibility", str(record["credibility"])), attribution=speech.say("attribution", grade),
    )  # fmt: skip


def _note(one: Happening, situation: Situation, speech: Speech) -> str:
    as_of = speech.day(situation.as_of)
    if one.key in situation.gathered.coarse:
        return speech.say("notable", "note_coarse", id=one.key, as_of=as_of)
    reports = list(dict.fromkeys(told.report_id for told in one.tellings))
    named = ", ".join(reports[:_REPORTS]) + (f" +{len(reports) - _REPORTS}" if len(reports) > _REPORTS else "")
    return speech.say("notable", "note", id=one.key, reports=named, as_of=as_of)


def _quotes(one: Happening, situation: Situation, speech: Speech, names: Names) -> Iterator[Block]:
    shown: dict[str, Quote] = {}
    for number, words in situation.gathered.quotes(one.key, speech.tongue.language):
        told = one.tellings[number]
        day = speech.day(told.published) if told.published else speech.say("notable", "no_day")
        told_by = speech.say("notable", "quoted_from", outlet=names.outlet(told.outlet), day=day)
        shown.setdefault(words, Quote(speech.say("notable", "quote", words=words), from_the_right(words), told_by))
        if len(shown) == _QUOTES:
            break
    yield from shown.values()
    if not shown:
        yield Text(speech.say("notable", "no_quote"), quiet=True)
