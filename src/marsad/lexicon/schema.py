"""What an entry of a resource file must say: the one schema, for people and for editors."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["KINDS", "Entry", "Example", "Form"]

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


class TriggerEntry(Entry):
    """Words that may tell an act. See `marsad.model.what.TriggerMention` for the fields."""

    sub_event_type: str | None = None
    sense: str
    weak: bool = False
    near: tuple[str, ...] = ()
    """Companion words (any of them, in the same sentence, within `within` words) without which it does not fire."""
    not_near: tuple[str, ...] = ()
    """Words within `within` words that silence it: "حادث سير" silences "مصرع"."""
    within: int = 12


class QualifierEntry(Entry):
    """Cues that change what a stretch asserts: "نفى" (denial), "من وقت لآخر" (habit)."""

    kind: Literal[
        "negation", "denial", "plan", "threat", "condition", "habit", "total", "history", "forecast", "call",
        "opinion", "foiled", "exercise", "pluperfect",
    ]  # fmt: skip
    scope: Literal["after", "before", "clause", "sentence"] = "after"


class SpeakerEntry(Entry):
    """Who says so: a named body or a generic speaker ("مصدر طبي"), or a saying word ("قال", "وفق")."""

    role: Literal["speaker", "saying", "according"]
    kind: str | None = None


class PersonEntry(Entry):
    """Nouns for people that can be killed, wounded, detained, abducted or be victims."""

    victim_kind: str
    actor_code: str | None = None
    singular: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()


class OutcomeEntry(Entry):
    """Words that tell what became of people: "مقتل" (killed), "أصيب" (wounded), "اعتقل" (detained)."""

    outcome: Literal["killed", "wounded", "detained", "abducted", "released"]
    voice: Literal["active", "passive", "either", "nominal", "victim"] = "either"


class MeansEntry(Entry):
    """Weapons and means that decide a type: "مدفعية", "طيران مسير", "عبوة ناسفة"."""

    means: str


class NameForm(_Strict):
    """One alias of an actor and what is special about it."""

    form: Form
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None


KINDS: dict[str, type[Entry]] = {
    "triggers": TriggerEntry,
    "qualifiers": QualifierEntry,
    "speakers": SpeakerEntry,
    "people": PersonEntry,
    "outcomes": OutcomeEntry,
    "means": MeansEntry,
}
"""Folder under `resources/ar` to the schema of its entries."""
