"""Tolls that a report tells as those of before: "وكانت حصيلة سابقة أشارت إلى 11 قتيلاً" once it has told of fifteen."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of
from marsad.model.what import CasualtyMention

__all__ = ["still_hold"]

_BEFORE, _BEHIND = 12, 5


def still_hold(context: Context, tolls: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """Return tolls without those of before, unless a report tells no other.

    A toll of before stands behind the words that call it so, or right before them: "مقتل 11 في حصيلة سابقة".
    """
    now = [toll for toll in tolls if not _of_before(context, toll)]
    return now if any(not toll.subset for toll in now) else list(tolls)


def _of_before(context: Context, toll: CasualtyMention) -> bool:
    """Say whether the last toll told behind "حصيلة سابقة" in a sentence, or the first before it, is this one."""
    document = context.document
    sentence = document.sentences[context.sentence_of[toll.first]]
    for at in range(max(sentence.first, toll.first - _BEFORE), min(sentence.stop - 1, toll.stop + _BEHIND)):
        if not _called_so(document.words[at : at + 2]):
            continue
        if at < toll.first:
            return True
        between = (other for other in context.annotations.casualties if toll.stop <= other.first < at)
        if at >= toll.stop and not any(between):
            behind = (other for other in context.annotations.casualties if at < other.first < at + _BEFORE)
            return not any(other.first < sentence.stop for other in behind)
    return False


def _called_so(pair: Sequence[str]) -> bool:
    return " ".join((pair[0].removeprefix("و"), *pair[1:])) in forms_of("casualty-words", "earlier-toll")
