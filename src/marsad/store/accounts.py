"""People who work with a store: their role, how they sign in, and from where they are signed in.

Tokens of links and sessions are kept as hashes only: whoever reads the store can sign in as nobody.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from marsad.errors import StoreError
from marsad.store.batches import next_key
from marsad.store.clock import now, stamp
from marsad.store.log import Act, write
from marsad.store.tables import users
from marsad.store.work_tables import sign_in_links

__all__ = [
    "ROLES",
    "User",
    "add_user",
    "change_user",
    "has_admin",
    "kept_users",
    "link_role",
    "make_link",
    "token_hash",
    "use_link",
    "user_by_key",
    "user_named",
    "user_of",
]

ROLES = ("viewer", "coder", "reviewer", "editor", "admin")
"""From who may only read to who may do everything."""

_LINK_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person: `password` is a hash, `totp_secret` that of the second factor where there is one, `totp_step` the half
    minute of its code that was used last.

    `language` ("ar", "ar-SY", "en"), `digits` ("western", "arabic") and `theme` ("light", "dark") are None where the
    person chose nothing; `ended_at` is when the person was shut out.
    """

    key: int
    name: str
    role: str
    created_at: str
    password: str | None = None
    totp_secret: str | None = None
    totp_step: int | None = None
    language: str | None = None
    digits: str | None = None
    theme: str | None = None
    ended_at: str | None = None


def user_by_key(connection: Connection, key: int) -> User | None:
    """Return the person of a key."""
    row = connection.execute(select(users).where(users.c.user_key == key)).first()
    return None if row is None else user_of(row)


def user_of(row: Any) -> User:
    """Return the person of a row of `users`."""
    return User(
        key=row.user_key,
        name=row.name,
        role=row.role,
        created_at=row.created_at,
        password=row.password,
        totp_secret=row.totp_secret,
        totp_step=row.totp_step,
        language=row.language,
        digits=row.digits,
        theme=row.theme,
        ended_at=row.ended_at,
    )


_USERS = select(users).order_by(users.c.name)


def kept_users(connection: Connection) -> list[User]:
    """Return everybody, by name."""
    return [user_of(row) for row in connection.execute(_USERS)]


def user_named(connection: Connection, name: str) -> User | None:
    """Return the person of a name."""
    row = connection.execute(select(users).where(users.c.name == name)).first()
    return None if row is None else user_of(row)


def has_admin(connection: Connection) -> bool:
    """Say whether anybody can sign in and let others in."""
    able = users.c.password.is_not(None) & users.c.ended_at.is_(None)
    query = select(users.c.user_key).where(users.c.role == "admin", able).limit(1)
    return connection.scalar(query) is not None


def add_user(connection: Connection, name: str, role: str, *, who: str, password: str | None = None) -> int:
    """Add a person and return the key; raises StoreError for a name that is taken, or empty, or an unknown role."""
    name = " ".join(name.split())
    if not name or role not in ROLES:
        raise StoreError("A person needs a name and a role.", store="The store", remedy=f"Roles: {', '.join(ROLES)}.")
    if user_named(connection, name) is not None:
        remedy = "Choose another one."
        raise StoreError("The name “%(name)s” is taken.", store="The store", remedy=remedy, name=name)
    key = next_key(connection, users.c.user_key)
    values = {"user_key": key, "name": name, "role": role, "created_at": now(), "password": password}
    connection.execute(insert(users).values(**values))
    write(connection, [Act(act="add user", item=f"user:{name}", detail={"role": role})], who=who)
    return key


_LOGGED = ("role", "language", "digits", "theme", "ended_at")


def change_user(connection: Connection, user: User, *, who: str, **values: Any) -> None:
    """Change fields of a person; the log tells what they are now, of secrets only that they changed."""
    connection.execute(update(users).where(users.c.user_key == user.key).values(**values))
    detail = {name: value if name in _LOGGED else "changed" for name, value in values.items()}
    write(connection, [Act(act="change user", item=f"user:{user.name}", detail=detail)], who=who)


def token_hash(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_link(connection: Connection, *, role: str, who: str, user: User | None = None) -> str:
    """Return the token of a link, good once and for a day: for a new person of a role, or `user` who lost the password.

    Links made before for the same purpose end.
    """
    at, token = now(), secrets.token_urlsafe(32)
    same = (sign_in_links.c.user_key == user.key) if user else sign_in_links.c.user_key.is_(None)
    if user is not None or role == "admin":
        older = same & (sign_in_links.c.role == role) & sign_in_links.c.used_at.is_(None)
        connection.execute(update(sign_in_links).where(older).values(used_at=at))
    connection.execute(
        insert(sign_in_links).values(
            token_sha256=token_hash(token),
            user_key=user.key if user else None,
            role=user.role if user else role,
            made_at=at,
            ends_at=stamp(datetime.now(UTC) + timedelta(hours=_LINK_HOURS)),
        )
    )
    item = f"user:{user.name}" if user else "user"
    write(connection, [Act(act="make link", item=item, detail={"role": role})], who=who)
    return token


def _open_link(connection: Connection, token: str) -> Any:
    good = sign_in_links.c.used_at.is_(None) & (sign_in_links.c.ends_at > now())
    query = select(sign_in_links, users.c.name).select_from(sign_in_links.outerjoin(users))
    return connection.execute(query.where(sign_in_links.c.token_sha256 == token_hash(token), good)).first()


def link_role(connection: Connection, token: str) -> tuple[str, str | None] | None:
    """Return the role that a link gives, and the name of who it is for where that is settled; None for no good link."""
    row = _open_link(connection, token)
    return None if row is None else (row.role, row.name)


def use_link(connection: Connection, token: str, name: str, password: str) -> User | None:
    """Let a person in by a link: added, or given the new password; None when the link is no longer good."""
    row = _open_link(connection, token)
    if row is None:
        return None
    used = sign_in_links.c.token_sha256 == token_hash(token)
    connection.execute(update(sign_in_links).where(used).values(used_at=now()))
    if row.user_key is None:
        add_user(connection, name, row.role, who=name, password=password)
        return user_named(connection, " ".join(name.split()))
    user = user_named(connection, row.name)
    if user is not None:
        change_user(connection, user, who=user.name, password=password, totp_secret=None)
    return user
