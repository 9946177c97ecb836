"""Actors as registered and as named in a report."""

from __future__ import annotations

from datetime import date

from marsad.frozen import dataclass
from marsad.model.span import Mention

__all__ = ["CODE", "SIDES", "Actor", "ActorMention", "Participant", "coded_by_name", "is_coded_by_name", "name_in"]

SIDES = ("side1", "assist1", "side2", "assist2")
"""The roles that an actor may have, as the fields of a record name them."""

_BY_NAME = "other:"
CODE = rf"{_BY_NAME}.{{1,200}}|[a-z0-9-]{{1,60}}"
"""The form of a code, as a pattern: an id, or the name of an actor outside the codebook."""


def coded_by_name(name: str) -> str:
    """Return the code of an actor outside the codebook: its name, marked as one.

    >>> coded_by_name("حراس الخابور"), name_in("other:حراس الخابور"), name_in("sdf")
    ('other:حراس الخابور', 'حراس الخابور', 'sdf')
    """
    return _BY_NAME + name


def is_coded_by_name(code: str) -> bool:
    """Say whether a code is the name of an actor outside the codebook."""
    return code.startswith(_BY_NAME)


def name_in(code: str) -> str:
    """Return the name that an actor outside the codebook is coded by; any other code as it is."""
    return code.removeprefix(_BY_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A registered actor. `code` is the codebook's id; units carry the code of their parent.

    `category` is one of: state, rebel, jihadi, militia, communal, criminal, coalition, civilian,
    unidentified, organisation.
    """

    actor_id: str
    code: str
    name_ar: str
    name_en: str
    category: str
    parent_id: str | None = None
    country: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """An actor named in the text.

    `code` is the codebook's id (see `coded_by_name` for one outside it) or None for a generic mention ("القوات",
    "عناصر الدورية") that nothing around it resolves. `kind` is one of: armed, civilian, demonym ("التركي"),
    organisation, generic. `members` is true for people of the actor ("عناصر من داعش"), which often are
    victims; `armed` says whether it can fight.
    """

    code: str | None
    kind: str
    name: str
    armed: bool
    members: bool = False
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor in its role: side1, assist1, side2 or assist2; `unit` is the sub-unit as named."""

    code: str
    role: str
    actor_id: str | None = None
    unit: str | None = None
