"""Who may do what: the one table, and the mark by which every page names what it takes.

A page without a mark is open to nobody: `guard` refuses it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

__all__ = ["GRANTED", "Permission", "may", "needs", "permission_of"]

_Endpoint = TypeVar("_Endpoint", bound=Callable[..., Any])


class Permission(StrEnum):
    """What a page takes."""

    OPEN = "open"  # also for who is not signed in
    OWN = "own"  # whoever is signed in, on what is his own
    READ = "read"
    PRIVATE = "private"  # names of private people, and exact places that the rules of a public edition make coarser
    COMMENT = "comment"
    CODE = "code"
    REVIEW = "review"
    EDIT = "edit"
    ADMINISTER = "administer"


GRANTED: dict[Permission, frozenset[str]] = {
    Permission.OPEN: frozenset({"", "viewer", "coder", "reviewer", "editor", "admin"}),
    Permission.OWN: frozenset({"viewer", "coder", "reviewer", "editor", "admin"}),
    Permission.READ: frozenset({"viewer", "coder", "reviewer", "editor", "admin"}),
    Permission.PRIVATE: frozenset({"coder", "reviewer", "editor", "admin"}),
    Permission.COMMENT: frozenset({"coder", "reviewer", "editor", "admin"}),
    Permission.CODE: frozenset({"coder", "reviewer", "editor", "admin"}),
    Permission.REVIEW: frozenset({"reviewer", "editor", "admin"}),
    Permission.EDIT: frozenset({"editor", "admin"}),
    Permission.ADMINISTER: frozenset({"admin"}),
}
"""Permission to the roles that have it; the role of who is not signed in is "" ."""


def may(role: str, permission: Permission) -> bool:
    """Say whether a role has a permission."""
    return role in GRANTED[permission]


def needs(permission: Permission) -> Callable[[_Endpoint], _Endpoint]:
    """Mark a page with what it takes; stands right above the function."""

    def mark(endpoint: _Endpoint) -> _Endpoint:
        endpoint.__dict__["marsad_needs"] = permission
        return endpoint

    return mark


def permission_of(endpoint: Any) -> Permission | None:
    """Return what a page takes, None when nobody said."""
    found: Permission | None = getattr(endpoint, "marsad_needs", None)
    return found
