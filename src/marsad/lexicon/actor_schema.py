"""What an entry of the registry of actors must say. Only files of words are checked by it, never a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from marsad.lexicon.entry import Example, Form

__all__ = ["DATED", "ActorEntry", "AliasEntry", "HoldingEntry", "PresenceEntry"]

Category = Literal[
    "state", "rebel", "jihadi", "militia", "communal", "criminal", "coalition", "civilian", "unidentified",
    "organisation",
]  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AliasEntry(_Strict):
    """One alias, and when and where (ISO codes of where the report plays) it means this actor.

    `near` lists companion words, one of which must stand within six words ("القاعدة" the organisation, not a
    base); `beside` words of which one must stand anywhere in the report; `not_after` words that silence it
    when one of them stands right before ("قال وزير" speaks and is not hit).
    """

    form: Form
    valid_from: date | None = None
    valid_to: date | None = None
    where: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    pos: Literal["noun", "fixed"] = "fixed"
    generic: bool = False
    """True for a word that points back before it names: "الجيش" is first of all the army just named."""


class ActorEntry(_Strict):
    """An actor. `code` is the codebook's id, or its Arabic name marked as one; see `marsad.model.who`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    code: Annotated[str, Field(min_length=2)]
    name_ar: Form
    name_en: Annotated[str, Field(min_length=2)]
    category: Category
    parent: str | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    armed: bool = True
    source: Annotated[str, Field(min_length=3)]
    note: str | None = None
    aliases: Annotated[tuple[AliasEntry, ...], Field(min_length=1)]
    matches: Annotated[tuple[Example, ...], Field(min_length=1)]
    rejects: tuple[str, ...] = ()

    @field_validator("aliases", mode="before")
    @classmethod
    def _plain_aliases(cls, value: Any) -> Any:
        """Let a file list an alias as a plain word when nothing is special about it."""
        return [{"form": item} if isinstance(item, str) else item for item in value]


class PresenceEntry(_Strict):
    """Where a force fights: a country, or governorates of it by P-code, from a day to a day; see `lexicon.fighters`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    code: Annotated[str, Field(min_length=2)]
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    admin1: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}[A-Z0-9-]+$")], ...] = ()
    since: date
    until: date | None = None
    source: Annotated[str, Field(min_length=3)]


class HoldingEntry(_Strict):
    """Who holds districts or subdistricts (P-codes) from a day until another; see `lexicon.holders`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    code: Annotated[str, Field(min_length=2)]
    units: Annotated[tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{4}([0-9]{2})?$")], ...], Field(min_length=1)]
    since: date
    until: date | None = None
    source: Annotated[str, Field(min_length=3)]


DATED: Mapping[str, type[BaseModel]] = {"fighters": PresenceEntry, "holders": HoldingEntry}
"""The entries that hold from one day to another, by the folder of resources they lie in."""
