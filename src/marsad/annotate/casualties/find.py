"""Every casualty count of a document, bound to the outcome word that governs it."""

from __future__ import annotations

from bisect import bisect_right

from marsad.annotate.casualties.cues import Cue, cues
from marsad.annotate.casualties.found import Found
from marsad.annotate.casualties.governed import Governor
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.model.quantity import NumberMention
from marsad.model.report import Document
from marsad.model.what import CasualtyMention

__all__ = ["find"]


def find(document: Document, *, numbers: tuple[NumberMention, ...]) -> tuple[CasualtyMention, ...]:
    """Return the killed, wounded, detained, abducted and released that a document tells, by position.

    "مقتل ثلاثة مدنيين وإصابة آخرين" gives 3 killed (civilians) and (2, None, None) wounded.
    """
    found_cues = cues(document, frozenset(number.first for number in numbers))
    if not found_cues:
        return ()
    reader = Reader(document, numbers)
    by_sentence: dict[int, list[Cue]] = {}
    borders = [sentence.stop for sentence in document.sentences]
    for cue in found_cues:
        by_sentence.setdefault(bisect_right(borders, cue.first), []).append(cue)
    mentions: list[CasualtyMention] = []
    for index, group in by_sentence.items():
        sentence = document.sentences[index]
        governor = Governor(reader, group, sentence.first, sentence.stop)
        mentions += [_mention(document, found) for found in governor.read()]
    mentions.sort(key=lambda mention: (mention.first, mention.stop))
    return tuple(mentions)


def _mention(document: Document, found: Found) -> CasualtyMention:
    return CasualtyMention(
        span=document.span(found.first, found.stop),
        first=found.first,
        stop=found.stop,
        rule_id=f"casualties.{found.rule}",
        entry_id=found.entry_id,
        outcome=found.outcome,
        estimate=found.estimate,
        victims=found.victims,
        victim_kind=found.kind,
        people=document.span(found.people_first, found.people_stop),
        subset=found.subset,
        total=found.total,
    )
