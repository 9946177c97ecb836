"""Reports that hold one of some wordings, the newest first: those that a change of the words may code otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.model.report import Report
from marsad.store.batches import chunks
from marsad.store.query import Query, Term, parse
from marsad.store.read import report_of
from marsad.store.tables import codings, documents, latest_versions, report_versions, reports
from marsad.store.word_index import matching

__all__ = ["holding", "made_by_people", "reports_of"]


def holding(connection: Connection, wordings: Iterable[tuple[str, str]], *, most: int | None = None) -> list[int]:
    """Return the keys of reports that hold one of these (form, part of speech), the latest published first.

    A form finds what grammar makes of it, behind proclitics, with or without the article.
    """
    found: dict[int, str] = {}
    newest = documents.c.published.desc().nulls_last(), documents.c.search_key.desc()
    for form, pos in wordings:
        # matching() takes one term a query
        made = sorted(inflections(fold(form), pos))
        patterns = [
            pattern
            for wording in made
            for term in parse(f'"{wording.replace("_", " ")}"').terms
            for pattern in term.any_of
        ]
        if not patterns:
            continue
        conditions = matching(connection, Query(terms=(Term(any_of=tuple(dict.fromkeys(patterns))),)))
        query = select(documents.c.report_key, documents.c.published).where(*conditions).order_by(*newest).limit(most)
        found |= {row.report_key: row.published or "" for row in connection.execute(query)}
    return sorted(found, key=lambda key: (found[key], key), reverse=True)[:most]


def reports_of(connection: Connection, keys: Iterable[int]) -> list[Report]:
    """Return the latest versions of reports by their keys, in the order of the keys."""
    wanted = list(keys)
    found: dict[int, Report] = {}
    for some in chunks(wanted):
        query = select(reports.c.report_key, reports.c.report_id, report_versions).select_from(latest_versions)
        for row in connection.execute(query.where(reports.c.report_key.in_(some))):
            found[row.report_key] = report_of(row)
    return [found[key] for key in wanted if key in found]


def made_by_people(connection: Connection, keys: Iterable[int]) -> int:
    """Return how many of some reports have a coding in force that a person made."""
    count = 0
    for some in chunks(list(keys)):
        query = (
            select(func.count())
            .select_from(documents.join(codings, codings.c.coding_key == documents.c.coding_key))
            .where(documents.c.report_key.in_(some), codings.c.user_key.is_not(None))
        )
        count += int(connection.scalar(query) or 0)
    return count
