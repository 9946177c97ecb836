"""Who is signed in from where, and who tried in vain."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from marsad.store.access import hiding
from marsad.store.accounts import User, token_hash, user_of
from marsad.store.batches import next_key
from marsad.store.clock import now, stamp
from marsad.store.log import Act, write
from marsad.store.tables import users
from marsad.store.work_tables import sessions, sign_in_failures

__all__ = ["Session", "SignedIn", "end_sessions", "failures", "note_failure", "open_sessions", "seen", "start_session",
    "user_of_session"]  # fmt: skip

_DAYS = 14
_IDLE_HOURS = 12
_SEEN_MINUTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that is signed in; `token_sha256` names it."""

    token_sha256: str
    made_at: str
    seen_at: str
    address: str
    agent: str


def _from_now(**change: int) -> str:
    return stamp(datetime.now(UTC) + timedelta(**change))


def start_session(connection: Connection, user: User, *, address: str, agent: str) -> str:
    """Sign a person in and return the token that the browser shows from now on."""
    token, at = secrets.token_urlsafe(32), now()
    connection.execute(
        insert(sessions).values(
            token_sha256=token_hash(token),
            user_key=user.key,
            made_at=at,
            seen_at=at,
            ends_at=_from_now(days=_DAYS),
            address=address,
            agent=agent[:200],
        )
    )
    connection.execute(delete(sign_in_failures).where(sign_in_failures.c.name == user.name))
    write(connection, [Act(act="sign in", item=f"user:{user.name}", detail={"address": address})], who=user.name)
    return token


_OF_TOKEN = (
    select(users, sessions.c.seen_at, *hiding(users.c.user_key))
    .select_from(sessions.join(users))
    .where(
        sessions.c.token_sha256 == bindparam("token"),
        sessions.c.ended_at.is_(None),
        sessions.c.ends_at > bindparam("now"),
        sessions.c.seen_at > bindparam("idle"),
        users.c.ended_at.is_(None),
    )
)
"""Put together once: every request asks it."""


class SignedIn(NamedTuple):
    """Who a token belongs to, whether it is time to note that it was seen, and what `access.may_hide` says."""

    user: User
    unnoted: bool
    may_hide: tuple[bool, bool]


def user_of_session(connection: Connection, token: str) -> SignedIn | None:
    """Return who a token belongs to; None when it is no good.

    A session ends after two weeks, or twelve hours without a request, or when it is ended.
    """
    said = {"token": token_hash(token), "now": now(), "idle": _from_now(hours=-_IDLE_HOURS)}
    row = connection.execute(_OF_TOKEN, said).first()
    if row is None:
        return None
    unnoted = row.seen_at < _from_now(minutes=-_SEEN_MINUTES)
    return SignedIn(user_of(row), unnoted, (bool(row.collected), bool(row.asked_blind)))


def seen(connection: Connection, token: str) -> None:
    """Note that a session is in use."""
    connection.execute(update(sessions).where(sessions.c.token_sha256 == token_hash(token)).values(seen_at=now()))


def open_sessions(connection: Connection, user: User) -> list[Session]:
    """Return from where a person is signed in, the latest first."""
    alive = (sessions.c.user_key == user.key) & sessions.c.ended_at.is_(None) & (sessions.c.ends_at > now())
    query = select(sessions).where(alive, sessions.c.seen_at > _from_now(hours=-_IDLE_HOURS))
    return [
        Session(
            token_sha256=row.token_sha256,
            made_at=row.made_at,
            seen_at=row.seen_at,
            address=row.address,
            agent=row.agent,
        )
        for row in connection.execute(query.order_by(sessions.c.seen_at.desc()))
    ]


def end_sessions(
    connection: Connection, user: User, *, who: str, only: str | None = None, but: str | None = None
) -> int:
    """End sessions of a person: all, `only` one, or all `but` one, each named by its hash; return how many ended."""
    ending = (sessions.c.user_key == user.key) & sessions.c.ended_at.is_(None)
    if only is not None:
        ending &= sessions.c.token_sha256 == only
    if but is not None:
        ending &= sessions.c.token_sha256 != but
    ended = connection.execute(update(sessions).where(ending).values(ended_at=now())).rowcount
    if ended:
        write(connection, [Act(act="end sessions", item=f"user:{user.name}", detail={"ended": ended})], who=who)
    return int(ended)


def note_failure(connection: Connection, *, name: str, address: str) -> None:
    """Keep that somebody failed to sign in, for a day."""
    connection.execute(delete(sign_in_failures).where(sign_in_failures.c.at < _from_now(days=-1)))
    key = next_key(connection, sign_in_failures.c.failure_key)
    values = {"failure_key": key, "name": name[:200], "address": address, "at": now()}
    connection.execute(insert(sign_in_failures).values(**values))


def failures(connection: Connection, *, name: str, address: str, minutes: int) -> tuple[int, int]:
    """Return how often a name, and an address, failed to sign in within some minutes."""
    recent = sign_in_failures.c.at > _from_now(minutes=-minutes)
    count = select(func.count()).select_from(sign_in_failures)
    by_name = connection.scalar(count.where(recent, sign_in_failures.c.name == name[:200])) or 0
    by_address = connection.scalar(count.where(recent, sign_in_failures.c.address == address)) or 0
    return int(by_name), int(by_address)
