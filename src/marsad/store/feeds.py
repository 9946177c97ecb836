"""How the feeds of sources fared: when each was asked last, when that went well last, and what failed since."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from marsad.store.access_tables import feeds
from marsad.store.clock import now

__all__ = ["FeedHealth", "kept_feeds", "note_feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHealth:
    """A feed: `failures` counts the rounds since it last went well, `reports` those that came in its last round."""

    address: str
    outlet: str
    kind: str
    asked_at: str
    good_at: str | None
    failures: int
    problem: str | None
    reports: int


def note_feed(
    connection: Connection, *, address: str, outlet: str, kind: str, reports: int, problem: str | None
) -> None:
    """Note what came of a feed in a round; `problem` is what failed, None when nothing did."""
    before = connection.execute(select(feeds).where(feeds.c.address == address)).first()
    at = now()
    values = {
        "address": address,
        "outlet": outlet,
        "kind": kind,
        "asked_at": at,
        "good_at": at if problem is None else before.good_at if before else None,
        "failures": 0 if problem is None else (before.failures if before else 0) + 1,
        "problem": problem,
        "reports": reports,
    }
    connection.execute(delete(feeds).where(feeds.c.address == address))
    connection.execute(insert(feeds).values(**values))


def kept_feeds(connection: Connection) -> list[FeedHealth]:
    """Return the feeds, those that fail longest first, then by outlet."""
    query = select(feeds).order_by(feeds.c.failures.desc(), feeds.c.outlet, feeds.c.address)
    return [FeedHealth(**row) for row in connection.execute(query).mappings()]
