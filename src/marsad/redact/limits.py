"""How finely an event may be told: as the rules that name it ask, and those that name the same act in other reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache, cached_property, reduce
from operator import or_
from typing import Any, TypeVar

from marsad.arabic.affixes import stems
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.model.who import SIDES
from marsad.redact.one_place import Placed, at_one_place
from marsad.redact.rules import GRAINS, LEVELS, Grain, Level, Rule, Rules

__all__ = ["NOTHING_BEYOND", "NO_LIMIT", "Applied", "Beyond", "Limit", "coarsest", "own_limits", "spread"]


@dataclass(slots=True)
class Applied:
    """How often each rule was applied, and how many events wait or are withheld."""

    rules: Counter[str] = field(default_factory=Counter)
    delayed: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How finely an event may be told; of two limits together, `|`, the coarsest of each holds.

    `names` are what other reports call its place: they go from the words of the report with the name that it has there.
    """

    place: Level = "exact"
    date: Grain = "day"
    drop: frozenset[str] = frozenset()
    waits: bool = False
    withheld: bool = False
    names: frozenset[str] = frozenset()

    def __or__(self, other: Limit) -> Limit:
        if other in (self, NO_LIMIT):
            return self
        return Limit(
            place=max(self.place, other.place, key=LEVELS.index),
            date=max(self.date, other.date, key=GRAINS.index),
            drop=self.drop | other.drop,
            waits=self.waits or other.waits,
            withheld=self.withheld or other.withheld,
            names=self.names | other.names,
        )

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Limit:
        """Return the limit that `written` gave."""
        told: dict[str, Any] = {
            name: frozenset(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        return cls(**told)

    def written(self) -> dict[str, Any]:
        """Return what is not as in `NO_LIMIT`, ready for JSON."""
        told = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in told
            if value != getattr(NO_LIMIT, name)
        }


NO_LIMIT = Limit()
"""An event that may be told as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What is asked of a record beyond its own words: of events by their positions, and of all of it."""

    events: Mapping[int, Limit] = field(default_factory=dict)
    words: Limit = NO_LIMIT


NOTHING_BEYOND = Beyond()


def own_limits(
    record: Mapping[str, Any], rules: Rules, *, today: date, applied: Applied | None = None
) -> list[Limit]:  # fmt: skip
    """Return the limit of each event of a record by its own words, of several rules that name one the coarsest."""
    found = []
    for event in record.get("events", ()):
        said = _Said(event)
        named = [rule for rule in rules.rule if _names(rule, event, said)]
        if applied is not None:
            applied.rules.update(rule.name for rule in named)
        found.append(coarsest(_asked(rule, event, today) for rule in named))
    return found


_Key = TypeVar("_Key", bound=Hashable)


def spread(
    own: Mapping[_Key, Limit], events: Mapping[_Key, Placed], incidents: Iterable[Collection[_Key]]
) -> dict[_Key, Limit]:  # fmt: skip
    """Return the limits that hold where events tell the same act: those of one incident have the coarsest of all.

    Events of one record at one place are told alike, by which a limit goes on to other incidents: words such as "in
    the same town" would tell what was kept back. An event that is not in what comes may be told as it is.
    """
    groups = [(keys, True) for keys in incidents if len(keys) > 1] + [(keys, False) for keys in at_one_place(events)]
    groups_of: dict[_Key, list[int]] = defaultdict(list)
    for number, (keys, _) in enumerate(groups):
        for key in keys:
            groups_of[key].append(number)
    told = {key: limit for key, limit in own.items() if limit != NO_LIMIT}
    of_groups = [NO_LIMIT] * len(groups)
    ahead = list(told)
    while ahead:
        key = ahead.pop()
        for number in groups_of[key]:
            keys, whole = groups[number]
            limit = of_groups[number] | (told[key] if whole else Limit(place=told[key].place))
            if limit == of_groups[number]:
                continue
            of_groups[number] = limit
            for other in keys:
                before = told.get(other, NO_LIMIT)
                if before | limit != before:
                    told[other] = before | limit
                    ahead.append(other)
    for (keys, whole), limit in zip(groups, of_groups, strict=True):
        if whole and limit.place != "exact":
            names = frozenset(name for key in keys if (name := _telling(events[key])))
            for key in keys:
                told[key] |= Limit(names=names - {events[key].name})
    return told


def _telling(one: Placed) -> str | None:
    """Return the name of a place where it may tell more than the governorate."""
    return one.name if one.place_id is None or one.admin2 is not None else None


class _Said:
    """The words of an event that rules look at, put in order once."""

    def __init__(self, event: Mapping[str, Any]) -> None:
        self._event = event

    @cached_property
    def _words(self) -> list[str]:
        event, place = self._event, self._event.get("place") or {}
        said = [event.get("evidence"), place.get("name"), *(place.get("also") or ())]
        said += [one.get("quote") for one in event.get("evidence_fields") or ()]
        return WORD.findall(fold(" ".join(one for one in said if isinstance(one, str))))

    @cached_property
    def singles(self) -> set[str]:
        """Every word without what is joined to it."""
        return {stem for word in self._words for stem in stems(word)}

    @cached_property
    def joined(self) -> str:
        """All words in a row."""
        return f" {' '.join(self._words)} "


def coarsest(limits: Iterable[Limit]) -> Limit:
    """Return what holds where several limits do: the coarsest of each, no limit for none."""
    return reduce(or_, limits, NO_LIMIT)


def _asked(rule: Rule, event: Mapping[str, Any], today: date) -> Limit:
    return Limit(
        place=rule.place,
        date=rule.date,
        drop=frozenset(rule.drop),
        waits=_waits(event, rule.delay_days, today),
        withheld=rule.withhold,
    )


def _names(rule: Rule, event: Mapping[str, Any], said: _Said) -> bool:
    place = event.get("place") or {}
    actors = {code for side in SIDES for code in event.get(side) or ()}
    return (
        (not rule.event_types or event.get("event_type") in rule.event_types)
        and (not rule.sub_event_types or event.get("sub_event_type") in rule.sub_event_types)
        and (not rule.actors or not actors.isdisjoint(rule.actors))
        and (not rule.countries or place.get("country") in rule.countries)
        and (not rule.words or _holds(rule.words, said))
    )


def _holds(words: tuple[str, ...], said: _Said) -> bool:
    single, phrases = _forms(words)
    return not single.isdisjoint(said.singles) or any(f"{phrase} " in said.joined for phrase in phrases)


@cache
def _forms(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the single words with their endings, and the phrases."""
    folded = [fold(word) for word in words]
    single = frozenset(form for word in folded if " " not in word for form in inflections(word, "noun"))
    return single, tuple(word for word in folded if " " in word)


def _waits(event: Mapping[str, Any], delay: int, today: date) -> bool:
    """Say whether a delay has not passed; an event of unknown day waits for as long as there is one."""
    if not delay:
        return False
    when = event.get("date") or {}
    day = when.get("end") or when.get("start")
    try:
        return day is None or date.fromisoformat(day) + timedelta(days=delay) > today
    except ValueError:
        return True
