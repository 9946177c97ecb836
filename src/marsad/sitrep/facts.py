"""What a situation report tells, in numbers: every one a count by the one definition, with the records behind it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from marsad.analyse.counts import Counts, Spec, counted, unit_of
from marsad.export.happening import INCIDENTS, Happening
from marsad.export.record import COUNTS
from marsad.pictures import selected
from marsad.sitrep.gather import Gathered

__all__ = ["TABLES", "Situation", "situation_of"]

_LEVELS = {"country": "admin1", "admin1": "admin2", "admin2": "admin3", "admin3": "admin3"}
_LONG = timedelta(days=3 * 366)
_SHORT = timedelta(days=14)
_FATAL, _HARMED = "killed", ("killed_civilians", "wounded", "abducted", "detained")

TABLES: dict[str, tuple[str, ...]] = {
    "total": (), "weeks": ("week",), "days": ("day",), "months": ("month",), "units": ("UNIT",), "kinds": ("kind",),
    "actors": ("side1",), "pairs": ("side1", "side2"), "sources": ("source",), "unit_weeks": ("week", "UNIT"),
    "unit_days": ("day", "UNIT"), "unit_months": ("month", "UNIT"),
}  # fmt: skip
"""The counts of a report and what each is by; UNIT is the level below the area asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A time and an area, the incidents on record there, and their counts by name.

    `place_precision` and `date_precision` say how many incidents have which, 1 to 3; `reports` how many reports tell
    them, `one_source` how many rest on one independent source. `notable` are the gravest, the gravest first.
    """

    area: str | None
    first: date
    last: date
    as_of: date
    unit: str
    gathered: Gathered
    found: tuple[Happening, ...]
    counts: dict[str, Counts]
    reports: int
    outlets: int
    one_source: int
    undated: int
    place_precision: dict[int, int]
    date_precision: dict[int, int]
    notable: tuple[Happening, ...]

    @property
    def is_long(self) -> bool:
        """Whether it is so long that its days and weeks are too small for a page."""
        return self.last - self.first > _LONG

    @property
    def is_short(self) -> bool:
        """Whether it is so short, two weeks at most, that weeks tell nothing of its course."""
        return self.last - self.first < _SHORT

    @property
    def total(self) -> Counts:
        """The counts of everything."""
        return self.counts["total"]


def situation_of(
    gathered: Gathered, *, area: str | None, first: date, last: date, as_of: date, notable: int = 10
) -> Situation:
    """Count the incidents of an area between two days, both included.

    Those without a day belong to no time: they are left out, and `undated` says how many there are in the area.
    """
    asked = Spec(by=(), people=COUNTS, since=first, until=last, area=area)
    dated = [one for one in gathered.found if one.start is not None]
    found, _ = selected(dated, asked, table=INCIDENTS)
    undated, _ = selected([one for one in gathered.found if one.start is None], asked, table=INCIDENTS)
    unit = _unit_level(area)
    counts: dict[str, Counts] = {}
    units = [unit_of(one, asked) for one in dated]
    for name, by in TABLES.items():
        spec = replace(asked, by=tuple(unit if dimension == "UNIT" else dimension for dimension in by))
        counts[name] = counted(units, spec, table=INCIDENTS)
    return Situation(
        area=area,
        first=first,
        last=last,
        as_of=as_of,
        unit=unit,
        gathered=gathered,
        found=tuple(found),
        counts=counts,
        reports=len({told.report_id for one in found for told in one.tellings}),
        outlets=len({outlet for one in found for outlet in one.outlets}),
        one_source=sum(one.sources <= 1 for one in found),
        undated=len(undated),
        place_precision=_by_precision([one.place["precision"] for one in found]),
        date_precision=_by_precision([one.date_precision for one in found]),
        notable=tuple(sorted(found, key=_gravity)[:notable]),
    )


def _unit_level(area: str | None) -> str:
    """Return the level below an area: of SY admin1, of SY09 admin2, of SY0901 admin3; admin1 where none is asked for.

    >>> _unit_level("SY09"), _unit_level(None)
    ('admin2', 'admin1')
    """
    from marsad.gazetteer import load

    if area is None:
        return "admin1"
    listed = load().by_id(area)
    return _LEVELS.get(listed.feature, "admin2") if listed else "admin2"


def _by_precision(values: list[int]) -> dict[int, int]:
    found = Counter(values)
    return {precision: found.get(precision, 0) for precision in (1, 2, 3)}


def _gravity(one: Happening) -> tuple[int, int, int, str, str]:
    """Return what puts an incident before others: the killed, others harmed, how many sources; then day and id."""
    harmed = sum(_best(one, name) for name in _HARMED)
    return -_best(one, _FATAL), -harmed, -one.sources, one.start.isoformat() if one.start else "", one.key


def _best(one: Happening, name: str) -> int:
    figure = one.figures[name]
    return 0 if figure is None else figure.best if figure.best is not None else figure.low or 0
