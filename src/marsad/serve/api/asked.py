"""What lists are asked for: how much, from where on, of which kind, and of which moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from fastapi import Depends, Query
from pydantic import StringConstraints

from marsad.errors import StoreError
from marsad.gazetteer import load
from marsad.model.what import EVENT_TYPES
from marsad.serve.api import cursor
from marsad.serve.api.calling import Caller
from marsad.serve.api.problems import Problem
from marsad.serve.place_units import area_typed, places_within
from marsad.store.as_of import Point, moment_of, point_of
from marsad.store.columns import keepable
from marsad.store.filters import Filters
from marsad.store.problems import BUSY
from marsad.store.question import Question

__all__ = [
    "After", "Area", "AsOf", "Day", "EventFilters", "Kind", "Limit", "OnEitherSide", "Pages", "People", "Questioned",
    "ReportFilters", "Short", "SubType", "listed", "point", "seal_of",
]  # fmt: skip

Row = TypeVar("Row")

Short = Annotated[str, StringConstraints(max_length=300)]
if TYPE_CHECKING:
    SubType = str
else:
    SubType = Literal[tuple(EVENT_TYPES)]
Limit = Annotated[int, Query(ge=1, le=200, description="How many to return at most.", examples=[50])]
After = Annotated[
    str | None, Query(max_length=2000, description="The `next` of the page before.", examples=["WyI1ZTk0IiwyNV0"])
]
AsOf = Annotated[
    str | None,
    Query(
        max_length=40,
        description="The record as it stood at this moment, UTC where no zone is told; without other filters.",
        examples=["2026-01-31T00:00Z"],
    ),
]
Day = Annotated[date | None, Query(examples=["2024-03-19"])]
Since = Annotated[Day, Query(description="Happened on this day or later.")]
Until = Annotated[Day, Query(description="Happened on this day or before.")]
OnEitherSide = Annotated[Short | None, Query(description="Code of an actor on either side.", examples=["sdf"])]
Area = Annotated[Short | None, Query(description="Code of a country or a unit.", examples=["SY09"])]
People = Annotated[
    str,
    Query(
        max_length=100,
        examples=["killed,wounded"],
        description="Of killed, killed_civilians, wounded, detained, abducted, parted by commas; or none.",
    ),
]
Kind = Annotated[
    SubType | None, Query(alias="sub_event_type", description="ACLED's sub-type.", examples=["Armed clash"])
]
Standing = Annotated[
    Literal["reported", "claimed", "disputed", "denied"] | None,
    Query(description="How the event stands.", examples=["reported"]),
]
ToldBy = Annotated[int | None, Query(ge=1, le=10_000, description="Told by so many independent sources.", examples=[2])]


class Pages:
    """A place in a list: what was asked for, how much of it, and where it goes on."""

    def __init__(self, asked: dict[str, Any], limit: int, after: str | None) -> None:
        self.asked, self.limit, self._after = asked, limit, after
        self.most = limit + 1  # one more than is shown tells whether there is more

    def start(self, *first: int | str) -> list[Any]:
        """Return where the page begins: at the cursor, or at the first place."""
        if self._after is None:
            return list(first)
        return cursor.read(self._after, self.asked, tuple(type(one) for one in first))

    def cut(self, rows: Sequence[Row], place: Callable[[Row], Sequence[int | str]]) -> tuple[Sequence[Row], str | None]:
        """Return the rows of the page and the cursor of the next one, None when there is none."""
        shown = rows[: self.limit]
        return shown, cursor.write(place(shown[-1]), self.asked) if len(rows) > self.limit else None


async def _report_filters(  # async, so that it takes no thread
    outlet: Annotated[Short | None, Query(description="Who published it.", examples=["شبكة الوادي"])] = None,
    published_from: Annotated[Day, Query(description="Published on this day or later.")] = None,
    published_until: Annotated[Day, Query(description="Published on this day or before.")] = None,
) -> Filters:
    return Filters(
        outlet=keepable(outlet) if outlet else None, published_from=published_from, published_until=published_until
    )


ReportFilters = Annotated[Filters, Depends(_report_filters)]


async def _event_filters(  # async, so that it takes no thread
    reports: ReportFilters,
    kind: Kind = None,
    status: Standing = None,
    actor: Annotated[Short | None, Query(description="Code of an actor in any role.", examples=["sdf"])] = None,
    area: Annotated[
        Short | None, Query(description="Code of a country or a unit of any level.", examples=["SY09"])
    ] = None,
    happened_from: Annotated[Day, Query(description="With an event on this day or later.")] = None,
    happened_until: Annotated[Day, Query(description="With an event on this day or before.")] = None,
) -> Filters:
    return Filters(
        outlet=reports.outlet, published_from=reports.published_from, published_until=reports.published_until,
        sub_event_type=kind, status=status, actor=keepable(actor) if actor else None,
        area=keepable(area) if area else None, happened_from=happened_from, happened_until=happened_until,
    )  # fmt: skip


EventFilters = Annotated[Filters, Depends(_event_filters)]


def listed(told: str) -> tuple[str, ...]:
    """Return names parted by commas; "none" has none."""
    return () if told == "none" else tuple(name.strip() for name in told.split(",") if name.strip())


def _question(
    since: Since = None,
    until: Until = None,
    place: Annotated[
        Short | None, Query(description="Part of the name of place, unit or country.", examples=["ذيبان"])
    ] = None,
    within: Annotated[
        Short | None, Query(description="Id of a listed place: there, or in a part of it.", examples=["C5203"])
    ] = None,
    area: Annotated[
        Short | None, Query(description="A country or a first-level unit, by its id.", examples=["SY09"])
    ] = None,
    actor: OnEitherSide = None,
    kind: Kind = None,
    status: Standing = None,
    source: Annotated[Short | None, Query(description="Told by this outlet.", examples=["شبكة الوادي"])] = None,
    sources: ToldBy = None,
    credibility: Annotated[
        int | None, Query(ge=1, le=6, description="Its best report has this grade or a better one.", examples=[2])
    ] = None,
    attribution: Annotated[
        Literal["high", "medium", "low", "none"] | None,
        Query(description="How sure it is who did it.", examples=["high"]),
    ] = None,
    contested: Annotated[
        bool, Query(description="Sources contradict each other about who did it.", examples=[True])
    ] = False,
    differing: Annotated[
        bool, Query(description="Sources tell other figures of the same people.", examples=[True])
    ] = False,
) -> Question:
    return Question(
        since=since, until=until, place=place, places=places_within(load(), keepable(within)) if within else None,
        area=area_typed(load(), keepable(area)) if area else None, actor=actor, kind=kind, status=status,
        source=source, sources=sources, credibility=credibility, attribution=attribution, contested=contested,
        differing=differing,
    )  # fmt: skip


Questioned = Annotated[Question, Depends(_question)]
"""What incidents must be: the question that lists and tiles take alike."""


def point(who: Caller, as_of: str | None, *, alone: bool = True) -> Point | None:
    """Return the moment that was asked for, None for now.

    Raises Problem for what is no moment, for one that cannot be told, and where other filters stand beside it: they
    are read from what stands now. Who may not see all of the record may see it as it stands only.
    """
    if as_of is None:
        return None
    if not who.sees_all:
        raise Problem("not-allowed", "What stood before is told to those who may see all of the record.")
    if not alone:
        raise Problem("not-valid", "as_of takes no other filters beside it.")
    try:
        moment = moment_of(as_of)
    except (ValueError, OverflowError):
        raise Problem("not-valid", f"{as_of!r} is no moment. Write it as 2026-01-31T00:00Z.") from None
    try:
        return point_of(who.store.engine, moment, store="The store")
    except StoreError as error:
        if error.problem in BUSY:
            raise
        raise Problem("not-settled", f"{error.problem} {error.remedy}") from None


def seal_of(found: Point | None) -> dict[str, Any] | None:
    """Return a moment as it is told."""
    return None if found is None else {"as_of": found.as_of, "change": found.change, "sha256": found.seal}
