"""The registry of sources: who publishes, for whom, and how far each could be relied on, when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select, update

from marsad.store.batches import chunks, next_key
from marsad.store.columns import keepable
from marsad.store.log import Act, write
from marsad.store.tables import report_versions, reports, source_names, source_ratings, sources

__all__ = ["Rating", "Source", "folded_outlet", "keep_source", "kept_sources", "rated", "ratings_of", "reliability"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Reliability of a source, A (reliable) to F (cannot be judged), from a day on, until a day where it ended."""

    reliability: str
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet: kind (agency, newspaper, channel ...), language and country as ISO codes, and the side it serves.

    `names` are those that reports use beside its own, sorted; they are kept folded.
    """

    outlet: str
    kind: str
    language: str | None = None
    country: str | None = None
    side: str | None = None
    names: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()


def keep_source(connection: Connection, source: Source, *, who: str) -> int:
    """Add or change a source, tie the reports of its outlet to it, and return its key."""
    outlet, source = keepable(source.outlet), replace(source, names=_folded(source))
    key = connection.scalar(select(sources.c.source_key).where(sources.c.outlet == outlet))
    if key is not None and next(kept_sources(connection, source.outlet)) == source:
        return int(key)
    values = {"kind": source.kind, "language": source.language, "country": source.country, "side": source.side}
    if key is None:
        key = next_key(connection, sources.c.source_key)
        connection.execute(insert(sources).values(source_key=key, outlet=outlet, **values))
    else:
        connection.execute(update(sources).where(sources.c.source_key == key).values(**values))
        connection.execute(delete(source_ratings).where(source_ratings.c.source_key == key))
    ratings = [
        {
            "source_key": key,
            "valid_from": rating.valid_from.isoformat(),
            "valid_until": rating.valid_until.isoformat() if rating.valid_until else None,
            "reliability": rating.reliability,
        }
        for rating in source.ratings
    ]
    if ratings:
        connection.execute(insert(source_ratings), ratings)
    _keep_names(connection, key, source)
    first = select(func.min(report_versions.c.version_key)).group_by(report_versions.c.report_key)
    named = select(report_versions.c.report_key).where(
        report_versions.c.outlet == outlet, report_versions.c.version_key.in_(first)
    )
    connection.execute(update(reports).where(reports.c.report_key.in_(named)).values(source_key=key))
    detail = values | {"ratings": [[r["reliability"], r["valid_from"], r["valid_until"]] for r in ratings]}
    write(connection, [Act(act="source", item=f"source:{outlet}", detail=detail)], who=who)
    return int(key)


def kept_sources(connection: Connection, outlet: str | None = None) -> Iterator[Source]:
    """Yield the sources in the order of their outlets; one only when it is named."""
    query = select(sources).order_by(sources.c.outlet)
    if outlet is not None:
        query = query.where(sources.c.outlet == outlet)
    for row in connection.execute(query).all():
        yield Source(
            outlet=row.outlet,
            kind=row.kind,
            language=row.language,
            country=row.country,
            side=row.side,
            names=_names(connection, row.source_key, row.outlet),
            ratings=_ratings(connection, row.source_key),
        )


def _keep_names(connection: Connection, key: int, source: Source) -> None:
    """Keep the names of a source; one that another source had is this one's from now on."""
    names = [folded_outlet(source.outlet), *source.names]
    connection.execute(delete(source_names).where((source_names.c.source_key == key) | source_names.c.name.in_(names)))
    connection.execute(insert(source_names), [{"name": name, "source_key": key} for name in names])


def _names(connection: Connection, key: int, outlet: str) -> tuple[str, ...]:
    query = select(source_names.c.name).where(source_names.c.source_key == key).order_by(source_names.c.name)
    return tuple(name for name in connection.scalars(query) if name != folded_outlet(outlet))


def _folded(source: Source) -> tuple[str, ...]:
    """Return the names of a source beside its own as they are kept."""
    return tuple(sorted(set(map(folded_outlet, source.names)) - {folded_outlet(source.outlet)}))


def folded_outlet(name: str) -> str:
    """Return the name of an outlet as names are compared."""
    from marsad.sources.registry import fold_outlet

    return keepable(fold_outlet(name))


def reliability(connection: Connection, outlet: str | None, day: date | None) -> str | None:
    """Return how far an outlet could be relied on on a day, "A" to "F"; None when it is not in the registry."""
    return rated(ratings_of(connection, [outlet]).get(outlet), day) if outlet else None


def ratings_of(connection: Connection, outlets: Collection[str]) -> dict[str, tuple[Rating, ...]]:
    """Return the ratings of outlets, by any of their names; those that the registry does not have are left out."""
    folded = {outlet: folded_outlet(outlet) for outlet in outlets}
    keys: dict[str, int] = {}
    for some in chunks(sorted(set(folded.values()))):
        query = select(source_names.c.name, source_names.c.source_key).where(source_names.c.name.in_(some))
        keys.update((row.name, row.source_key) for row in connection.execute(query))
    ratings = _ratings_each(connection, set(keys.values()))
    return {outlet: ratings[keys[name]] for outlet, name in folded.items() if name in keys}


def rated(ratings: Sequence[Rating] | None, day: date | None) -> str | None:
    """Return the grade that holds on a day, "F" where none does; None for an outlet that is not in the registry."""
    if ratings is None:
        return None
    holding = [one for one in ratings if day is not None and one.valid_from <= day <= (one.valid_until or date.max)]
    return holding[-1].reliability if holding else "F"


def _ratings(connection: Connection, key: int) -> tuple[Rating, ...]:
    return _ratings_each(connection, [key])[key]


def _ratings_each(connection: Connection, keys: Collection[int]) -> dict[int, tuple[Rating, ...]]:
    found: dict[int, list[Rating]] = {key: [] for key in keys}
    for some in chunks(sorted(keys)):
        query = select(source_ratings).where(source_ratings.c.source_key.in_(some))
        for row in connection.execute(query.order_by(source_ratings.c.source_key, source_ratings.c.valid_from)):
            found[row.source_key].append(
                Rating(
                    reliability=row.reliability,
                    valid_from=date.fromisoformat(row.valid_from),
                    valid_until=date.fromisoformat(row.valid_until) if row.valid_until else None,
                )
            )
    return {key: tuple(ratings) for key, ratings in found.items()}
