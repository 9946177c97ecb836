"""What was read in a report, and the stretches of it that may tell an act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from marsad.frozen import dataclass
from marsad.model.quantity import NumberMention
from marsad.model.span import Mention
from marsad.model.what import CasualtyMention, MeansMention, Qualifier, SourceMention, TriggerMention
from marsad.model.when import DateMention
from marsad.model.where import PlaceMention
from marsad.model.who import ActorMention

__all__ = ["Annotations", "Frame"]

_M = TypeVar("_M", bound=Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Every mention of one report, each kind in the order of the text."""

    triggers: tuple[TriggerMention, ...]
    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    means: tuple[MeansMention, ...]
    casualties: tuple[CasualtyMention, ...]
    qualifiers: tuple[Qualifier, ...]
    sources: tuple[SourceMention, ...]
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A stretch of one sentence that may tell an act: "قتل عنصران من قسد بهجوم لداعش" has head "هجوم".

    `triggers` are all trigger words of the stretch, `head` the one that leads it; `first` and `stop` are
    word indexes. `clause_first` and `clause_stop` bound the clause of the head.
    """

    index: int
    sentence: int
    is_headline: bool
    head: TriggerMention
    triggers: tuple[TriggerMention, ...]
    first: int
    stop: int
    sentence_first: int
    sentence_stop: int

    def inside(self, mentions: Iterable[_M]) -> list[_M]:
        """Return the mentions that stand in its words: "قسد" of "قتل عنصر من قسد. وقال المرصد"."""
        first, stop = self.first, self.stop
        return [mention for mention in mentions if first <= mention.first < stop]
