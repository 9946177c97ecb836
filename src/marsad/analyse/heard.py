"""What is looked at of an incident and of those who tell it, whether it is held whole or in a few fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Protocol

from marsad.analyse.counts import Spec, Unit

__all__ = ["Happened", "Heard", "Said", "Voice"]


class Voice(NamedTuple):
    """A source, the day on which it first told an incident (None: unknown), and the report that did."""

    source: str
    published: date | None
    report_id: str


class Said(Protocol):
    """What is looked at of a report that tells an incident."""

    @property
    def report_id(self) -> str:
        """The report."""

    @property
    def outlet(self) -> str | None:
        """Where it was published."""

    @property
    def published(self) -> date | None:
        """On which day."""

    @property
    def copy_of(self) -> str | None:
        """The report that it repeats."""

    @property
    def bodies(self) -> tuple[str, ...]:
        """Monitors and media that it quotes."""


class Happened(Protocol):
    """What is looked at of an incident where it is searched for, and set into a period."""

    @property
    def key(self) -> str:
        """Its id."""

    @property
    def sub_event_type(self) -> str | None:
        """What happened."""

    @property
    def event_type(self) -> str | None:
        """The family of what happened."""

    @property
    def side1(self) -> tuple[str, ...]:
        """Who acts."""

    @property
    def assist1(self) -> tuple[str, ...]:
        """Who supports them."""

    @property
    def side2(self) -> tuple[str, ...]:
        """Who is acted upon."""

    @property
    def assist2(self) -> tuple[str, ...]:
        """Who supports those."""

    @property
    def place(self) -> Mapping[str, str | None]:
        """Its units, by level."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it was, unless only an area is told."""

    @property
    def start(self) -> date | None:
        """The first day."""

    @property
    def end(self) -> date | None:
        """The last day."""

    @property
    def date_precision(self) -> int:
        """How closely the days are known."""

    @property
    def killed(self) -> tuple[int, int]:
        """How many were killed at least and at most, as far as anybody tells it."""


class Heard(Protocol):
    """An incident and those who tell it, whether it is held whole or only by what is looked at."""

    @property
    def happening(self) -> Happened:
        """The incident."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who tells it independently, each once, the earliest first."""

    @property
    def sources(self) -> frozenset[str]:
        """Everybody who tells it independently."""

    def unit(self, spec: Spec) -> Unit:
        """Return it to be counted."""
