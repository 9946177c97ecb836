"""Actors as registered and as named in a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.model.span import Mention

__all__ = ["Actor", "ActorMention", "Participant"]


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

    `code` is the codebook's id ("other:<name>" for one outside it) or None for a generic mention ("القوات",
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
