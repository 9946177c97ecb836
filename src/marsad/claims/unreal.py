"""Rises and falls that are none: what is feared, called for, threatened, denied or to come, and what is no act."""

from __future__ import annotations

from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["is_unreal"]

_UNREAL = frozenset(("plan", "threat", "condition", "forecast", "call"))

_MADE_MORE = 5
"""Words at most from "more of" to the acts of which there are more."""


def is_unreal(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a word of rising or falling tells no trend: it is feared, denied, to come, or of something else."""
    words = scene.document.words
    if any(one.first <= cue.first < one.stop - 1 for one in scene.annotations.numbers):
        return True  # "يزيد على 3600"
    written = words[cue.first].removeprefix("و")
    if cue.pos == "verb" and written.startswith("س") and written[1:].startswith(("ي", "ت")):
        return True
    if cue.first > sentence.first and spells(words[cue.first - 1].lstrip("وف"), "since-told"):
        return True  # a period begins with it: "منذ تصاعد العمليات"
    if _raises_other(scene, sentence, cue):
        return True
    before = words[cue.first - 1] if cue.first > sentence.first else ""
    if (spells(before, "in")) if cue.role == "steady" else spells(before, "negation"):
        return True
    if says_any(words[max(sentence.first, cue.first - 3) : cue.stop + 2], "smoke"):
        return True  # "الدخان الأسود يتصاعد", "اشتدت ألسنة اللهب"
    if says(words[sentence.first], "denies"):
        return True
    low, high = scene.clause(sentence, cue.first)
    if low > sentence.first and cue.proclitics.endswith("ب") and cue.first == low:
        low, _ = scene.clause(sentence, low - 1)  # "ينذر تطبيق العقوبات، بتصاعد وتيرتها"
        if low > sentence.first and spells(words[low], "according-to"):
            low, _ = scene.clause(sentence, low - 1)
    feared = scene.cues_in("unreal", max(low, cue.first - 12), min(high, cue.stop + 6))
    if any(not _is_done(words, one.first) for one in feared):
        return True
    return any(
        one.kind in _UNREAL
        and one.scope_first <= cue.first < one.scope_stop
        and (one.scope_first >= low - 1 or words[low].startswith("و"))  # "وحذر من الخلايا، ملاحظاً أن هجماتها تزايدت"
        for one in scene.annotations.qualifiers
    )


def _raises_other(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether what is made more is no act: "تفاقم ما تعتبره أزمة", "ويزيد التقدم من تعقيدات الحرب", a name."""
    words = scene.document.words
    if spells_any(words[cue.stop : cue.stop + 1], "whatever") and cue.pos == "noun":
        return True
    if cue.first and says(words[cue.first - 1], "followers"):
        return True  # "أنصار يزيد"
    if cue.pos != "verb" or not says(words[cue.first], "adds-to"):
        return False
    _, high = scene.clause(sentence, cue.first)
    starts = {one.first for found in (scene.acts, scene.annotations.numbers, scene.annotations.places) for one in found}
    starts |= {one.first for found in (scene.periods, scene.annotations.dates) for one in found}
    if spells_any(words[cue.stop : cue.stop + 1], "of"):
        behind = range(cue.stop + 1, min(cue.stop + _MADE_MORE, high))
        acted = any(act.first in behind for act in scene.acts)
        return not acted and cue.stop + 1 not in starts  # "وتزيد من تعقيد المشهد", and not "زادت من 12 إلى 30"
    led = [at for at in range(cue.stop + 1, high - 1) if spells(words[at], "of")]
    acts = [one for one in scene.acts if cue.stop <= one.first < (led[0] if led else cue.stop)]
    return bool(led and acts) and led[0] + 1 not in starts


def _is_done(words: tuple[str, ...], at: int) -> bool:
    """Say whether "قد" stands before what has happened: "وقد تصاعدت", and not "قد تتصاعد"."""
    if not spells(words[at].lstrip("وفبل"), "already") or at + 1 == len(words):
        return False
    behind = words[at + 1]
    return not behind.startswith(("ي", "ت", "ن")) or says(behind, "perfect")
