"""What every entry of a resource file must say, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["CompanyEntry", "Entry", "Example", "Form"]

Form = Annotated[str, Field(min_length=2)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A sentence and the words of it that the entry must find; `nth` when they stand there twice."""

    text: str
    find: str
    nth: int = 1


class Entry(_Strict):
    """What every entry says. `forms` are plain words: spelling, clitics and endings come from `arabic/`."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    pos: Literal["verb", "noun", "fixed"] = "fixed"
    source: Annotated[str, Field(min_length=3)]
    note: str | None = None
    matches: Annotated[tuple[Example, ...], Field(min_length=1)]
    rejects: tuple[str, ...] = ()


class CompanyEntry(Entry):
    """An entry that looks at the words around it, inside the sentence. Companions are single words."""

    near: tuple[str, ...] = ()
    """Companion words (any of them, within `within` words) without which the entry does not fire."""
    not_near: tuple[str, ...] = ()
    """Words within `within` words that silence it: "حادث سير" silences "مصرع"."""
    within: int = 12
    side: Literal["around", "after", "before"] = "around"
    """Where the `near` words must stand; `not_near` words count on both sides."""
