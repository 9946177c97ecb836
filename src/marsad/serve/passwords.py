"""Passwords: what is asked of them, and how they are kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from marsad.serve.catalogues import later

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["fault", "hashed", "matches"]

_SHORTEST = 12
_LONGEST = 1000


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("the password of nobody")


def hashed(password: str) -> str:
    """Return what is kept of a password (argon2id)."""
    return _hasher().hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Say whether a password is the one kept; takes as long where there is none, so that names cannot be tried out."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(kept or _nobodys(), password[:_LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def fault(password: str, name: str) -> str | None:
    """Return what is wrong with a new password, to be translated; None when nothing is."""
    if len(password) < _SHORTEST:
        return later(
            "The password needs at least 12 characters. Four words that have nothing to do with each other do."
        )
    if len(password) > _LONGEST or len(set(password)) < 5:
        return later("The password is too easy to guess: use more different characters.")
    if name and name.casefold() in password.casefold():
        return later("The password must not contain the name.")
    return None
