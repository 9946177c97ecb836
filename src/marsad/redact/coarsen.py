"""Coded records under the rules of a public edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from marsad.gazetteer import Gazetteer
from marsad.redact.labels import Language
from marsad.redact.limits import NO_LIMIT, NOTHING_BEYOND, Applied, Beyond, Limit, own_limits
from marsad.redact.line import redact_line
from marsad.redact.one_place import Placed, at_one_place
from marsad.redact.places import without_places_and_days
from marsad.redact.rules import GRAINS, LEVELS, Level, Rules

__all__ = ["WORDS", "Coarse", "coarsen_events", "public_record", "without_words"]

WORDS = ("title", "text")
"""Headline and text are read with a record, since they tell who is a private person, and are not published."""


def public_record(
    record: Mapping[str, Any],
    rules: Rules,
    gazetteer: Gazetteer,
    *,
    today: date,
    language: Language = Language.ar,
    applied: Applied | None = None,
    beyond: Beyond = NOTHING_BEYOND,
) -> dict[str, Any]:
    """Return a record of `marsad code` as it may be published: by the rules, and without names of private people.

    An event whose delay has not passed, or that a rule withholds, is left out; how many, `withheld` says. Where the
    place of an event is made coarser, no place below that level is left in any string of the record, nor in the
    events that name the same place; where its time is, no day. `redactions` says which names were taken out.
    `beyond` is what other reports of the same acts ask of it.
    """
    coarse = coarsen_events(record, rules, gazetteer, today=today, applied=applied, beyond=beyond)
    return coarse.public(gazetteer, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coarse:
    """A record whose events are coarse, and what must not stand in its words: places below a level, days in a grain."""

    record: dict[str, Any]
    hidden: frozenset[str]
    level: str
    grain: str

    def public(self, gazetteer: Gazetteer, language: Language = Language.ar) -> dict[str, Any]:
        """Return the record without names of private people, and then without what must not stand in its words.

        Names go first: of somebody called as a place is, "ميساء الزعتري", half a name would be left.
        """
        public = redact_line(self.record, gazetteer, language)
        if (self.level, self.grain) == ("exact", "day"):
            return public
        return without_places_and_days(public, self.hidden, self.level, self.grain, gazetteer, language)


def coarsen_events(
    record: Mapping[str, Any],
    rules: Rules,
    gazetteer: Gazetteer,
    *,
    today: date,
    applied: Applied | None = None,
    beyond: Beyond = NOTHING_BEYOND,
) -> Coarse:
    """Return a record with its events as the rules let them be published; its words are still as they were."""
    applied = applied if applied is not None else Applied()
    own = own_limits(record, rules, today=today, applied=applied)
    told = [
        (event, limit | beyond.events.get(number, NO_LIMIT) | beyond.words)
        for number, (event, limit) in enumerate(zip(record.get("events", ()), own, strict=True))
    ]
    hidden = {event["place"]["name"] for event, limit in told if limit.place != "exact" and event.get("place")}
    hidden.update(beyond.words.names, *(limit.names for _, limit in told))
    grain = max((beyond.words.date, *(limit.date for _, limit in told)), key=GRAINS.index)
    kept: list[dict[str, Any]] = []
    coarsest: Level = beyond.words.place
    for (event, limit), level in zip(told, _levels(told), strict=True):
        coarsest = max(coarsest, level, key=LEVELS.index)
        if limit.withheld:
            applied.withheld += 1
        elif limit.waits:
            applied.delayed += 1
        else:
            kept.append(_coarser(event, limit, level, gazetteer))
    copy = {**record, "events": kept}
    if len(kept) < len(told):
        copy["withheld"] = len(told) - len(kept)
    if coarsest != "exact" and isinstance(copy.get("report"), Mapping):
        copy["report"] = {key: value for key, value in copy["report"].items() if key not in ("url", "sha256")}
    return Coarse(record=copy, hidden=frozenset(hidden), level=coarsest, grain=grain)


def _levels(told: Sequence[tuple[Mapping[str, Any], Limit]]) -> list[Level]:
    """Return the level of each place: the coarsest of its own limit and of those of events there."""
    levels = [limit.place for _, limit in told]
    for numbers in at_one_place({number: _placed(event) for number, (event, _) in enumerate(told)}):
        coarsest = max((told[number][1].place for number in numbers), key=LEVELS.index)
        for number in numbers:
            levels[number] = max(levels[number], coarsest, key=LEVELS.index)
    return levels


def _placed(event: Mapping[str, Any]) -> Placed:
    place = event.get("place") or {}
    return Placed(None, place.get("name"), place.get("place_id"), place.get("admin2"))


def _coarser(event: Mapping[str, Any], limit: Limit, level: str, gazetteer: Gazetteer) -> dict[str, Any]:
    copy = {key: value for key, value in event.items() if key not in limit.drop}
    if level != "exact" and copy.get("place"):
        copy["place"] = _place(copy["place"], level, gazetteer)
    if limit.date != "day" and copy.get("date"):
        copy["date"] = _date(copy["date"], limit.date)
    return copy


def _place(place: Mapping[str, Any], level: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return a place told by its area only: no id, no coordinates, no other names."""
    depth = LEVELS.index("country") - LEVELS.index(level)
    codes = [place.get(name) if number < depth else None for number, name in enumerate(("admin1", "admin2", "admin3"))]
    area = next((code for code in reversed(codes) if code), None)
    country = place.get("country")
    known = (gazetteer.by_id(area) if area else None) or gazetteer.unit_called(country, codes[0])
    name = known.name_ar if known is not None else codes[0] or country
    return {
        **dict.fromkeys(place),
        "name": name,
        "country": country,
        "admin1": codes[0],
        "precision": 3,
        **({"also": []} if "also" in place else {}),
        **({"candidates": []} if "candidates" in place else {}),
        **({"admin2": codes[1]} if "admin2" in place else {}),
        **({"admin3": codes[2]} if "admin3" in place else {}),
    }


def _date(when: Mapping[str, Any], grain: str) -> dict[str, Any]:
    """Return a date widened to its month or year."""
    start, end = when.get("start"), when.get("end") or when.get("start")
    if not start or not end:
        return dict(when)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if grain == "month":
        following = date(last.year + last.month // 12, last.month % 12 + 1, 1)
        first, last = first.replace(day=1), following - timedelta(days=1)
    else:
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    return {**when, "start": first.isoformat(), "end": last.isoformat(), "precision": 3}


def without_words(public: dict[str, Any]) -> dict[str, Any]:
    """Return a line without headline and text, nor what was taken out of them."""
    told = {key: value for key, value in public.items() if key not in WORDS}
    if "redactions" in told:
        told["redactions"] = [one for one in told["redactions"] if one["field"] not in WORDS]
    return told
