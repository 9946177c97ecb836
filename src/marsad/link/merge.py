"""What an incident is said to be: of each field the value that most sources tell, and the member it was read from.

A source is a voice that is independent of the others. A copy has no vote beside what it was copied from; its value
counts where nothing but copies tells one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from marsad.link.coding import Coding, Member
from marsad.link.voices import Voice, independent_among, voices_of
from marsad.link.where import Where

__all__ = ["UNKNOWN", "Choice", "Chosen", "choose"]

Value = TypeVar("Value", bound=Hashable)

UNKNOWN = frozenset({"unidentified"})
"""Sides that name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value, the first member that tells it, how many voices do, and what the others tell (value, voices)."""

    member: Member
    sources: int
    others: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The chosen values of an incident; `start` and `end` are ordinals."""

    sub_event_type: str
    side1: tuple[str, ...]
    side2: tuple[str, ...]
    where: Where
    start: int | None
    end: int | None
    day_precision: int
    choices: dict[str, Choice]


def choose(codings: Sequence[Coding]) -> Chosen:
    """Choose among codings in the order of publication.

    A side that is named goes before one unknown, a place or a day that is exact before one that is vague; then counts
    how many sources tell a value, then who told it first.
    """
    ballot = _Ballot(codings)
    kind = ballot.vote(codings, lambda coding: coding.sub_event_type, str, "sub_event_type")
    side1 = _side(codings, "side1", ballot)
    side2 = _side(codings, "side2", ballot)
    finest = min(coding.where.precision for coding in codings)
    exact = [coding for coding in codings if coding.where.precision == finest]
    called = {_place(coding): coding.where.name for coding in reversed(exact)}
    place = ballot.vote(exact, _place, lambda value: called[value], "place")
    where = next(coding.where for coding in exact if _place(coding) == place)
    dated = [coding for coding in codings if coding.start is not None] or list(codings)
    surest = min(coding.day_precision for coding in dated)
    sure = [coding for coding in dated if coding.day_precision == surest]
    start, end = ballot.vote(sure, lambda coding: (coding.start, coding.end), _days, "date")
    return Chosen(
        sub_event_type=kind,
        side1=side1,
        side2=side2,
        where=where,
        start=start,
        end=end,
        day_precision=surest,
        choices=ballot.choices,
    )


def _place(coding: Coding) -> tuple[str, ...]:
    return coding.where.keys[:1] or (coding.where.name,)


def _plain(value: tuple[str, ...]) -> str:
    return "+".join(value)


def _days(value: tuple[int | None, int | None]) -> str:
    days = [date.fromordinal(day).isoformat() for day in value if day is not None]
    return " to ".join(dict.fromkeys(days)) or "no day"


def _side(codings: Sequence[Coding], name: str, ballot: _Ballot) -> tuple[str, ...]:
    def told(coding: Coding) -> tuple[str, ...]:
        side: tuple[str, ...] = getattr(coding, name)
        return side

    named = [coding for coding in codings if told(coding) and not UNKNOWN.issuperset(told(coding))]
    return ballot.vote(named or codings, told, _plain, name)


class _Ballot:
    """The voices of an incident, and the choices made by them."""

    def __init__(self, codings: Sequence[Coding]) -> None:
        self._voices = {coding.member: voice for coding, voice in zip(codings, voices_of(codings), strict=True)}
        self.choices: dict[str, Choice] = {}

    def vote(
        self,
        codings: Sequence[Coding],
        value_of: Callable[[Coding], Value],
        shown: Callable[[Value], str],
        name: str,
    ) -> Value:
        """Return the value that most voices tell, of equals the one told first, and note the choice."""
        voters = [coding for coding in codings if not self._voices[coding.member].copied] or codings
        tellers: dict[Value, list[Voice]] = {}
        first: dict[Value, Member] = {}
        for coding in voters:
            value = value_of(coding)
            tellers.setdefault(value, []).append(self._voices[coding.member])
            first.setdefault(value, coding.member)
        votes = {value: len(independent_among(voices)) for value, voices in tellers.items()}
        ranked = sorted(votes, key=lambda value: -votes[value])
        best = ranked[0]
        self.choices[name] = Choice(
            member=first[best], sources=votes[best], others=tuple((shown(value), votes[value]) for value in ranked[1:])
        )
        return best
