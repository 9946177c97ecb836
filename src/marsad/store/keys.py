"""Keys that people sign in with beside the password (WebAuthn), and codes for who lost the key or the telephone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from marsad.store.access_tables import key_challenges, recovery_codes, security_keys
from marsad.store.accounts import User, token_hash
from marsad.store.clock import now, stamp
from marsad.store.log import Act, write

__all__ = [
    "SecurityKey", "add_key", "codes_left", "keep_challenge", "keys_of", "make_codes", "remove_factors", "remove_key",
    "take_challenge", "use_code", "used_key",
]  # fmt: skip

_MINUTES = 5
_CODES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityKey:
    """A key: its id, the name that its owner gave, and its public half; the private one never leaves it."""

    key_id: str
    name: str
    public_key: bytes
    sign_count: int
    made_at: str
    used_at: str | None


def keys_of(connection: Connection, user: User) -> list[SecurityKey]:
    """Return the keys of a person, the oldest first."""
    query = select(security_keys).where(security_keys.c.user_key == user.key).order_by(security_keys.c.made_at)
    return [
        SecurityKey(
            key_id=row.key_id,
            name=row.name,
            public_key=bytes(row.public_key),
            sign_count=row.sign_count,
            made_at=row.made_at,
            used_at=row.used_at,
        )
        for row in connection.execute(query)
    ]


def add_key(
    connection: Connection, user: User, *, key_id: str, name: str, public_key: bytes, sign_count: int
) -> None:  # fmt: skip
    """Keep a key of a person."""
    values = {"key_id": key_id, "name": name, "public_key": public_key, "sign_count": sign_count, "made_at": now()}
    connection.execute(insert(security_keys).values(user_key=user.key, **values))
    write(connection, [Act(act="add key", item=f"user:{user.name}", detail={"name": name})], who=user.name)


def used_key(connection: Connection, key: SecurityKey, *, sign_count: int) -> None:
    """Note that a key was used, and how often it says it was."""
    own = security_keys.c.key_id == key.key_id
    connection.execute(update(security_keys).where(own).values(sign_count=sign_count, used_at=now()))


def remove_key(connection: Connection, user: User, key_id: str) -> bool:
    """Take a key of a person away; say whether there was one."""
    own = (security_keys.c.key_id == key_id) & (security_keys.c.user_key == user.key)
    gone = connection.execute(delete(security_keys).where(own)).rowcount > 0
    if gone:
        write(connection, [Act(act="remove key", item=f"user:{user.name}", detail={})], who=user.name)
    return gone


def remove_factors(connection: Connection, user: User) -> None:
    """Take all keys and codes of a person away."""
    for table in (security_keys, recovery_codes, key_challenges):
        connection.execute(delete(table).where(table.c.user_key == user.key))


def keep_challenge(connection: Connection, user: User, token: str, challenge: str) -> None:
    """Keep what the browser with a token is asked to sign, for five minutes, in place of what it was asked before."""
    old = (key_challenges.c.token_sha256 == token_hash(token)) | (key_challenges.c.ends_at < now())
    connection.execute(delete(key_challenges).where(old))
    ends_at = stamp(datetime.now(UTC) + timedelta(minutes=_MINUTES))
    values = {"token_sha256": token_hash(token), "user_key": user.key, "challenge": challenge, "ends_at": ends_at}
    connection.execute(insert(key_challenges).values(**values))


def take_challenge(connection: Connection, token: str) -> tuple[int, str] | None:
    """Return whose challenge the browser with a token was given, and the challenge; it is good this once."""
    own = key_challenges.c.token_sha256 == token_hash(token)
    row = connection.execute(select(key_challenges).where(own, key_challenges.c.ends_at > now())).first()
    connection.execute(delete(key_challenges).where(own))
    return None if row is None else (row.user_key, row.challenge)


def make_codes(connection: Connection, user: User) -> list[str]:
    """Return new recovery codes, each good once; those of before end."""
    codes = [secrets.token_hex(5) for _ in range(_CODES)]
    connection.execute(delete(recovery_codes).where(recovery_codes.c.user_key == user.key))
    rows = [{"code_sha256": _hash(user, code), "user_key": user.key} for code in codes]
    connection.execute(insert(recovery_codes), rows)
    write(connection, [Act(act="make codes", item=f"user:{user.name}", detail={"codes": _CODES})], who=user.name)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _hash(user: User, code: str) -> str:
    return token_hash(f"{user.key}:{''.join(code.split()).replace('-', '').lower()}")


def use_code(connection: Connection, user: User, code: str) -> bool:
    """Say whether a recovery code is good, and use it up."""
    own = (recovery_codes.c.code_sha256 == _hash(user, code)) & recovery_codes.c.used_at.is_(None)
    good = connection.execute(update(recovery_codes).where(own).values(used_at=now())).rowcount > 0
    if good:
        write(connection, [Act(act="use code", item=f"user:{user.name}", detail={})], who=user.name)
    return good


def codes_left(connection: Connection, user: User) -> int:
    """Return how many recovery codes of a person are not used yet."""
    own = (recovery_codes.c.user_key == user.key) & recovery_codes.c.used_at.is_(None)
    return int(connection.scalar(select(func.count()).select_from(recovery_codes).where(own)) or 0)
