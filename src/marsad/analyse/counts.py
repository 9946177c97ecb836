"""The one definition of a count: which rows an event is counted in, and what is shown beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import NamedTuple

from marsad.analyse.areas import area_meant
from marsad.analyse.keys import PERIODS, Facts, Value, share_elsewhere, values_of
from marsad.analyse.tally import Sum, Tally, figure_of
from marsad.errors import SettingsError
from marsad.export.happening import EVENTS, Happening
from marsad.export.record import COUNTS
from marsad.store.columns import keepable

__all__ = ["Counts", "Row", "Spec", "Unit", "code_list", "count", "counted", "unit_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What to count: by which dimensions, which people, and of which events.

    `by`: day, week, month, year, country, admin1 to admin3, h3:N, actor, side1, side2, source, type, kind, status.
    `people`: of killed, killed_civilians, wounded, detained, abducted. `since` and `until` are on the first day of an
    event; one without a day is counted whatever they are. `area`: a country or a unit, by code or by name (SY07, إدلب),
    and kept as its code. `panel`: outlets, at least one of which tells it.
    Raises SettingsError for what cannot be counted.
    """

    by: tuple[str, ...] = ("month",)
    people: tuple[str, ...] = ("killed",)
    since: date | None = None
    until: date | None = None
    area: str | None = None
    kind: str | None = None
    panel: frozenset[str] | None = None
    ids: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be counted."""
        unknown = [name for name in self.people if name not in COUNTS]
        if unknown:
            raise SettingsError(f"There is no count of {unknown[0]!r}. Write one of: {', '.join(COUNTS)}.")
        if len(set(self.by) & set(PERIODS)) > 1 or len(set(self.by)) < len(self.by):
            raise SettingsError("Count by one period at a time, and by each dimension once.")
        if self.since is not None and self.until is not None and self.until < self.since:
            raise SettingsError(f"The last day, {self.until}, lies before the first, {self.since}. Exchange them.")
        for dimension in self.by:
            values_of(dimension, Facts())
        if self.area is not None:
            object.__setattr__(self, "area", area_meant(self.area))

    @property
    def period(self) -> str | None:
        """The period among the dimensions."""
        return next((name for name in self.by if name in PERIODS), None)


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more events or incidents that share their facts, with what they add up to."""

    facts: Facts
    tally: Tally


class Row(NamedTuple):
    """A row: one value for each dimension, and what is counted there."""

    key: tuple[Value, ...]
    tally: Tally


@dataclass(slots=True, kw_only=True)
class Counts:
    """A table of counts. In `total` every event is counted once, also where it stands in several rows.

    `beside` has what was asked for but cannot be said to belong: "outside the panel", "may lie in SY09". With a panel
    `outlets` are all that tell something, on it or not.
    """

    spec: Spec
    table: str
    rows: list[Row] = field(default_factory=list)
    total: Tally = field(default_factory=Tally)
    beside: dict[str, Tally] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)


def unit_of(found: Happening, spec: Spec) -> Unit:
    """Return one event or incident to count."""
    place = found.place
    facts = Facts(
        start=found.start,
        end=found.end,
        date_precision=found.date_precision,
        country=place["country"],
        admin1=place["admin1"],
        admin2=place["admin2"],
        admin3=place["admin3"],
        latitude=place["latitude"],
        longitude=place["longitude"],
        place_precision=place["precision"],
        event_type=found.event_type,
        sub_event_type=found.sub_event_type,
        status=found.status,
        actor=code_list((*found.side1, *found.assist1, *found.side2, *found.assist2)),
        side1=code_list(found.side1),
        side2=code_list(found.side2),
        source=tuple(map(keepable, found.outlets)),
    )
    tally = Tally(
        number=1,
        events=len(found.ids),
        figures={name: figure_of(found.figures[name]) for name in spec.people},
        ids=[keepable(found.key)] if spec.ids else [],
    )
    return Unit(facts, tally)


def code_list(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes as a store keeps them, each once."""
    return tuple(dict.fromkeys(keepable(" ".join(code.split())) for code in codes))


def count(found: Iterable[Happening], spec: Spec, *, table: str = EVENTS) -> Counts:
    """Count events or incidents; `table` says which of the two they are."""
    return counted((unit_of(one, spec) for one in found), spec, table=table)


def counted(units: Iterable[Unit], spec: Spec, *, table: str) -> Counts:
    """Count units: the definition that files and stores share."""
    counts = Counts(spec=spec, table=table)
    rows: dict[tuple[Value, ...], Sum] = {}
    beside: dict[str, Sum] = {}
    total, period = Sum(), spec.period
    for unit in units:
        if spec.panel is not None:
            counts.outlets.update(unit.facts.source)
        place = _belongs(unit.facts, spec)
        if place is None:
            continue
        share = share_elsewhere(period, unit.facts) if period else None
        if place:
            beside.setdefault(place, Sum()).add(unit.tally, share=share)
            continue
        total.add(unit.tally, share=share)
        for key in _keys(unit.facts, spec):
            row = rows.get(key)
            if row is None:
                row = rows[key] = Sum()
            row.add(unit.tally, share=share)
    counts.total = total.tally(spec.people)
    counts.rows = [Row(key, rows[key].tally(spec.people)) for key in sorted(rows, key=_order)]
    counts.beside = {place: beside[place].tally(spec.people) for place in sorted(beside)}
    return counts


def _belongs(facts: Facts, spec: Spec) -> str | None:
    """Return "" for what is counted, a reason for what is shown beside, None for what was not asked for."""
    if spec.kind is not None and facts.sub_event_type != spec.kind:
        return None
    if facts.start is not None:
        day = facts.start
        if (spec.since is not None and day < spec.since) or (spec.until is not None and day > spec.until):
            return None
    if spec.area is not None:
        levels = [level for level in (facts.country, facts.admin1, facts.admin2, facts.admin3) if level]
        if spec.area not in levels:
            above = not levels or (spec.area != levels[-1] and spec.area.startswith(levels[-1]))
            return f"may lie in {spec.area}" if above else None
    if spec.panel is not None and not spec.panel.intersection(facts.source):
        return "outside the panel"
    return ""


def _keys(facts: Facts, spec: Spec) -> Iterator[tuple[Value, ...]]:
    values = []
    for dimension in spec.by:
        found = values_of(dimension, facts)
        if dimension == "source" and spec.panel is not None:
            found = [value for value in found if value.code in spec.panel]
        values.append(found)
    yield from product(*values)


def _order(key: tuple[Value, ...]) -> tuple[tuple[bool, str, str], ...]:
    return tuple((bool(value.note), value.code, value.note) for value in key)
