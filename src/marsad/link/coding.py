"""One event of one report, as the linker compares it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from marsad.link.where import Where
from marsad.model.quantity import Estimate
from marsad.model.what import Source

__all__ = ["COUNTS", "Coding", "Member"]

COUNTS = ("killed", "killed_civilians", "wounded", "detained", "abducted")
"""The counts of a coding, in this order."""


class Member(NamedTuple):
    """What stands in an incident: `event` is the index in the list of the report's events."""

    report_id: str
    event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """An event made ready for comparison; days are ordinals (`date.toordinal`).

    `words` are the telling words of the quotation, `around` those of the stretch of the report that speaks of this
    event; both without the names of its places. `marks` are hour, target and spots of an act of a moment, of others
    none (`marsad.link.marks`). `again` says that the report tells it as one more of its kind ("للمرة الثانية"),
    `follows` that it brings an earlier act up to date ("ارتفاع حصيلة"). `copy_group` is the report that this one was
    copied from, or its own id where others copy it: they count as one source.
    """

    member: Member
    outlet: str
    published: int | None
    sub_event_type: str
    side1: tuple[str, ...]
    side2: tuple[str, ...]
    where: Where
    start: int | None
    end: int | None
    day_precision: int
    counts: tuple[Estimate | None, ...]
    sources: tuple[Source, ...] = ()
    status: str = "reported"
    evidence: str = ""
    words: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    again: bool = False
    follows: bool = False
    copy_group: str | None = None

    @property
    def order(self) -> tuple[int, str, int]:
        """The order of publication; what is undated comes last, ties go by id."""
        return (1 << 30 if self.published is None else self.published, *self.member)
