"""An attack told as one of rockets is shelling, armed though those are whom it kills: "هجوم صاروخي على ثكنة"."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.events.choose import Choice
from marsad.events.hypothesis import Hypothesis
from marsad.lexicon.role_words import role_words
from marsad.model.report import Document
from marsad.model.what import TriggerMention

__all__ = ["by_rockets"]

_CLASH, _SHELLING = "Armed clash", "Shelling/artillery/missile attack"
_BESIDE = frozenset(("death", "injury", "losses"))
"""Senses of words that tell of no fight beside the rockets."""


def by_rockets(document: Document, members: Sequence[Hypothesis], sub_event_type: Choice[str]) -> Choice[str]:
    """Return shelling for a clash that frames tell by an attack of rockets and by whom it killed, else the type told.

    "قتل عشرة جنود في هجوم صاروخي" is no fight; "دارت اشتباكات بعد هجوم صاروخي" stays one.
    """
    if sub_event_type.value != _CLASH:
        return sub_event_type
    others = [trigger for member in members for trigger in member.frame.triggers if trigger.sense not in _BESIDE]
    if not others or not all(_of_rockets(document.words, trigger) for trigger in others):
        return sub_event_type
    return sub_event_type._replace(value=_SHELLING)


def _of_rockets(words: Sequence[str], trigger: TriggerMention) -> bool:
    """Say whether a word tells of an attack and the word behind it of rockets: "هجوماً صاروخياً"."""
    word, behind = words[trigger.first], words[trigger.first + 1 : trigger.first + 2]
    return (
        word.endswith(tuple(role_words("attack-noun")))
        and bool(behind)
        and behind[0].startswith(tuple(role_words("of-rockets")))
    )
