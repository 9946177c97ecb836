"""Which of the quoted sources stand behind an act."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.model.report import Document
from marsad.model.what import Source, SourceMention

__all__ = ["sources_for"]


def sources_for(document: Document, mentions: Sequence[SourceMention], first: int, stop: int) -> tuple[Source, ...]:
    """Return who says that the act in words `first` to `stop` happened; the outlet when nobody is quoted.

    A saying verb reaches forward to the end of its sentence, "وفق" backward, unless it opens the sentence.
    """
    sentence = next((s for s in document.sentences if s.first <= first < s.stop), None)
    if sentence is not None:
        inside = [mention for mention in mentions if mention.sentence == sentence.index]
        heard = [mention for mention in inside if _reaches(mention, first, stop, sentence.first)]
        if heard:
            return _named(heard)
    return (Source(name=document.outlet or "outlet", kind="outlet"),)


def _reaches(mention: SourceMention, first: int, stop: int, sentence_first: int) -> bool:
    if mention.rule_id == "attribution.according":
        return mention.first - sentence_first <= 1 or first < mention.first
    return mention.first < stop


def _named(mentions: Sequence[SourceMention]) -> tuple[Source, ...]:
    return tuple({mention.kind: Source(name=mention.name, kind=mention.kind) for mention in mentions}.values())
