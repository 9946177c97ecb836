"""Watched reports into a store, where the versions of a page are versions of one report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from marsad.errors import StoreError
from marsad.model.report import Report
from marsad.sources import Registry
from marsad.store import Keeping, Rating, Source, Store
from marsad.store.feeds import note_feed
from marsad.watch.settle import Gone, Keep
from marsad.watch.tally import Tally

__all__ = ["gone_from", "keep_in", "keep_sources", "note_feeds"]


def keep_sources(store: Store, registry: Registry) -> None:
    """Put the sources of a registry into a store, with their grades; those that are there already are brought up."""
    for source in registry.sources:
        ratings = sorted(source.reliability, key=lambda one: one.valid_from or date.min)
        store.keep_source(
            Source(
                outlet=source.name,
                kind=source.kind,
                language=source.language,
                country=source.country,
                side=source.side,
                names=source.names[1:],
                ratings=tuple(
                    Rating(reliability=one.grade, valid_from=one.valid_from or date.min, valid_until=one.valid_to)
                    for one in ratings
                ),
            )
        )


def note_feeds(store: Store, registry: Registry, tallies: Sequence[Tally]) -> None:
    """Note in a store how the feeds fared in a round."""
    names = {source.id: source.name for source in registry.sources}
    with store.writing() as connection:
        for tally in tallies:
            note_feed(
                connection,
                address=tally.address,
                outlet=names.get(tally.source, tally.source),
                kind=tally.kind,
                reports=tally.reports,
                problem=tally.problems[-1] if tally.problems else None,
            )


def keep_in(store: Store) -> Keep:
    """Return what keeps reports in a store under the address of their page, without the hash of their words.

    There an edited page is a new version of its report, with the moment when it was fetched and the id of its bytes.
    """

    def keep(reports: Sequence[Report], fetched_at: datetime, item: str) -> list[str]:
        items = [
            Keeping(
                report=replace(report, report_id=report.report_id.rpartition("#")[0]),
                retrieved=fetched_at,
                archive=item or None,
            )
            for report in reports
        ]
        refused = [kept.refused for kept in store.keep(items) if kept.refused]
        return [f"{store.name}: {reason} It was not kept there." for reason in refused]

    return keep


def gone_from(store: Store) -> Gone:
    """Return what notes in a store that the page of a report is there no more; what was published stays."""

    def note(address: str, fetched_at: datetime, item: str) -> None:
        with suppress(StoreError):  # a page that never was a report
            store.keep_gone(address, retrieved=fetched_at, archive=item)

    return note
