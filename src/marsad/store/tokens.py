"""Tokens by which programs ask on behalf of a person: kept as hashes, with what they may be used for and until when."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from marsad.errors import StoreError
from marsad.store.accounts import User, token_hash, user_of
from marsad.store.api_tables import api_tokens
from marsad.store.batches import next_key
from marsad.store.clock import now, stamp
from marsad.store.log import Act, write
from marsad.store.tables import users

__all__ = ["PREFIX", "SCOPES", "Token", "end_token", "make_token", "tokens_of", "used", "user_of_token"]

SCOPES = ("read", "write", "admin")
"""What a token may be used for; every token may read. Whatever it says, its owner's role still holds."""

PREFIX = "marsad_"
"""How tokens begin, so that one that lies where it should not is known at sight."""

_LONGEST_DAYS = 366
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as the store knows it: never itself. `used_on` is the last day on which it was shown."""

    key: int
    name: str
    owner: str
    scopes: tuple[str, ...]
    made_at: str
    ends_at: str
    ended_at: str | None = None
    used_on: str | None = None

    @property
    def good(self) -> bool:
        """Say whether it can be used now."""
        return self.ended_at is None and self.ends_at > now()


def make_token(
    connection: Connection, user: User, name: str, *, scopes: Collection[str], days: int, who: str
) -> tuple[int, str]:
    """Return key and text of a new token of a person; the text is kept nowhere and cannot be had again.

    Raises StoreError without a name, for an unknown scope, one that the role does not have, or a term that is too long.
    """
    name = " ".join(name.split())[:_LONGEST_NAME]
    wanted = [scope for scope in SCOPES if scope == "read" or scope in scopes]
    if not name or not set(scopes) <= set(SCOPES) or not 1 <= days <= _LONGEST_DAYS:
        remedy = f"Give a name, scopes of {', '.join(SCOPES)}, and 1 to {_LONGEST_DAYS} days."
        raise StoreError("A token needs a name, a scope and a term.", store="The store", remedy=remedy)
    beyond = ("admin" in wanted and user.role != "admin") or ("write" in wanted and user.role == "viewer")
    if beyond:
        problem = "The role of %(name)s does not have what the token asks for."
        raise StoreError(problem, store="The store", remedy="Ask for less.", name=user.name)
    key, text = next_key(connection, api_tokens.c.token_key), PREFIX + secrets.token_urlsafe(32)
    ends_at = stamp(datetime.now(UTC) + timedelta(days=days))
    connection.execute(
        insert(api_tokens).values(
            token_key=key,
            token_sha256=token_hash(text),
            user_key=user.key,
            name=name,
            scopes=" ".join(wanted),
            made_at=now(),
            ends_at=ends_at,
        )
    )
    detail = {"token": key, "name": name, "scopes": wanted, "ends_at": ends_at}
    write(connection, [Act(act="make token", item=f"user:{user.name}", detail=detail)], who=who)
    return key, text


def _token(row: Any) -> Token:
    return Token(
        key=row.token_key,
        name=row.token_name,
        owner=row.name,
        scopes=tuple(row.scopes.split()),
        made_at=row.made_at,
        ends_at=row.ends_at,
        ended_at=row.token_ended_at,
        used_on=row.used_on,
    )


_WITH_OWNER = select(
    users,
    api_tokens.c.token_key,
    api_tokens.c.name.label("token_name"),
    api_tokens.c.scopes,
    api_tokens.c.made_at,
    api_tokens.c.ends_at,
    api_tokens.c.ended_at.label("token_ended_at"),
    api_tokens.c.used_on,
).select_from(api_tokens.join(users))


def user_of_token(connection: Connection, text: str) -> tuple[User, Token] | None:
    """Return whose a token is, and the token; None when it is no good, or its owner was shut out."""
    found = api_tokens.c.token_sha256 == token_hash(text)
    row = connection.execute(_WITH_OWNER.where(found, users.c.ended_at.is_(None))).first()
    if row is None or not (token := _token(row)).good:
        return None
    return user_of(row), token


def used(connection: Connection, token: Token) -> None:
    """Note that a token was shown today."""
    of = api_tokens.c.token_key == token.key
    connection.execute(update(api_tokens).where(of).values(used_on=now()[:10]))


def tokens_of(connection: Connection, user: User | None = None) -> list[Token]:
    """Return the tokens of a person that were not ended, of everybody without one, the latest first."""
    query = _WITH_OWNER.where(api_tokens.c.ended_at.is_(None)).order_by(api_tokens.c.token_key.desc())
    if user is not None:
        query = query.where(api_tokens.c.user_key == user.key)
    return [_token(row) for row in connection.execute(query)]


def end_token(connection: Connection, key: int, *, who: str, user: User | None = None) -> bool:
    """End a token, with `user` only one of that person's; say whether there was one to end."""
    ending = (api_tokens.c.token_key == key) & api_tokens.c.ended_at.is_(None)
    if user is not None:
        ending &= api_tokens.c.user_key == user.key
    row = connection.execute(_WITH_OWNER.where(ending)).first()
    if row is None:
        return False
    connection.execute(update(api_tokens).where(ending).values(ended_at=now()))
    write(connection, [Act(act="end token", item=f"user:{row.name}", detail={"token": key})], who=who)
    return True
