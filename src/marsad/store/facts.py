"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from marsad.store.every_table import metadata
from marsad.store.model import CodedBy
from marsad.store.tables import coders, codings, meta

__all__ = ["StoreFacts", "facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """Schema, day of making, rows of each table, and how many codings each coder made, the first coder first."""

    schema: str
    created_at: str
    counts: dict[str, int]
    coders: tuple[tuple[CodedBy, int], ...]


def facts(connection: Connection) -> StoreFacts:
    """Count."""
    count = func.count(codings.c.coding_key).label("made")
    by_machine = (codings.c.coder_key == coders.c.coder_key) & codings.c.user_key.is_(None)
    by = select(coders, count).select_from(coders.outerjoin(codings, by_machine)).group_by(*coders.c)
    return StoreFacts(
        schema=connection.scalar(text("SELECT version_num FROM alembic_version")) or "",
        created_at=connection.scalar(select(meta.c.value).where(meta.c.name == "created_at")) or "",
        counts={
            table.name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in sorted(metadata.tables.values(), key=lambda table: table.name)
        },
        coders=tuple(
            (
                CodedBy(
                    coder_version=row.coder_version,
                    resources_version=row.resources_version,
                    gazetteer=row.gazetteer,
                    gazetteer_version=row.gazetteer_version,
                    min_confidence=row.min_confidence,
                ),
                row.made,
            )
            for row in connection.execute(by.order_by(coders.c.coder_key))
        ),
    )
