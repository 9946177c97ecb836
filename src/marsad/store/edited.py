"""Reports made ready anew for those who may not see all, where other words hide other names and places in them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, select

from marsad.store.access_tables import public_documents
from marsad.store.batches import chunks
from marsad.store.editions import make_again, told_by
from marsad.store.holding import holding
from marsad.store.keep import show
from marsad.store.links import mark_linked
from marsad.store.read import report_of
from marsad.store.tables import codings, documents, latest_versions, report_versions, reports

__all__ = ["edit_anew", "show_anew"]


def edit_anew(connection: Connection, wordings: Sequence[tuple[str, str]], *, who: str) -> int:
    """Have all reports that hold one of these (form, part of speech) made ready anew; return how many.

    Until that is done they are not there for those who may not see all. Nothing is done where there is nobody such.
    """
    if not wordings or connection.scalar(select(public_documents.c.search_key).limit(1)) is None:
        return 0
    keys = holding(connection, wordings)
    for some in chunks(keys):
        show_anew(connection, some, who=who)
    return len(keys)


def show_anew(connection: Connection, report_keys: Sequence[int], *, who: str) -> None:
    """Let reports stand as they do under new keys, so that they are made ready like what has just come.

    Until then neither they nor the incidents that they stand in are there for those who may not see all.
    """
    query = (
        select(
            documents.c.report_key,
            documents.c.coding_key,
            documents.c.linked,
            reports.c.report_id,
            report_versions,
            codings.c.record,
        )
        .select_from(latest_versions.outerjoin(codings, codings.c.coding_key == documents.c.coding_key))
        .where(documents.c.report_key.in_(report_keys))
    )
    rows = connection.execute(query).all()
    current = [
        (
            row.report_key, row.version_key, row.coding_key, report_of(row),
            json.loads(row.record) if row.record else None,
        )
        for row in rows
    ]  # fmt: skip
    show(connection, current, who=who, reason={"act": "amend"})
    mark_linked(connection, [row.report_key for row in rows if row.linked])
    make_again(connection, told_by(report_keys))
