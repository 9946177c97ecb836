"""Verbs that leave people dead only with the right people behind them: "أوقع 14 مدنياً", "خسرت سبعة عناصر"."""

from __future__ import annotations

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Phrase, Reader

__all__ = ["LEAVING", "leaves_dead"]

LEAVING = ("outcomes.leaves-dead", "outcomes.leaving-dead", "outcomes.lost-men")
"""Entries whose verbs have other objects, too: damage, seats, hope."""

_BOTH = ("بين", "ما", "جرحي", "جريحا", "اسري")


def leaves_dead(reader: Reader, cue: Cue, phrase: Phrase | None, stop: int) -> bool:
    """Say whether a verb of `LEAVING` tells deaths in a sentence that ends at word `stop`.

    "أوقع 14 مدنياً" does, "أوقع خسائر" and "14 بين قتيل وجريح" do not. Who is lost by a side is its own fighter:
    "فقدت الفصائل ثلاثين مقاتلاً", while "فقدت العائلة ثلاثة أطفال" may be missing them.
    """
    if phrase is None:
        return False
    verb = reader.words[cue.stop - 1]
    if "فقد" in verb or "خسر" in verb:
        fighters = phrase.kind == "armed" and not phrase.definite and (phrase.numbered or phrase.estimate == ONE)
        return fighters or _is_bare_number(reader, cue, phrase, stop)
    if not phrase.numbered or (phrase.person is None and phrase.kind != "armed") or phrase.kind == "officials":
        return False
    if phrase.person is not None and phrase.person.owned:
        return False  # "حصد جوائز فردية"
    return phrase.stop >= stop or reader.words[phrase.stop] not in _BOTH


def _is_bare_number(reader: Reader, cue: Cue, phrase: Phrase, stop: int) -> bool:
    """Say whether a number alone stands right behind a verb and closes its clause: "خسروا سبعة"."""
    if phrase.head is not None or phrase.first != cue.stop or phrase.first not in reader.by_first:
        return False
    return phrase.stop >= stop or reader.parted(phrase.stop)
