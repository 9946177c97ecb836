"""Sides that put an act on one another: then nobody is known to have done it.

"واتهم الجيش الوطني قسد بالوقوف وراء القصف، في حين نفت قسد مسؤوليتها واتهمت فصائل" leaves who fired open.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.frames.context import Context
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame

__all__ = ["accused_by_each_other"]

_BOTH = 2


def accused_by_each_other(context: Context, frames: Sequence[Frame]) -> bool:
    """Say whether the sentences that tell an act, or the ones behind them, hold two accusations and a denial."""
    denied = {context.sentence_of[cue.first] for cue in context.annotations.qualifiers if cue.kind == "denial"}
    if not denied:
        return False
    told = {frame.sentence for frame in frames if not frame.is_headline}
    near = told | {sentence + 1 for sentence in told}
    document, blaming = context.document, role_words("blaming")
    for index in sorted(denied & near):
        sentence = document.sentences[index]
        if sum(word in blaming for word in document.words[sentence.first : sentence.stop]) >= _BOTH:
            return True
    return False
