"""Sentences that go on with what the one before counted: "كما وثق", "وأسفرت", "وفي ريف الحسكة سجل المركز"."""

from __future__ import annotations

from marsad.claims.belongs import in_those
from marsad.claims.bulletins import lists_on, reports_on
from marsad.claims.figure import Figure
from marsad.claims.lists import says, spells
from marsad.claims.scene import Scene
from marsad.model.report import Sentence
from marsad.model.when import DateMention

__all__ = ["continues", "goes_on_reporting"]

_BEFALLS = frozenset(("death", "injury", "arrest", "abduction"))
_BRIEF = 5
"""Words at most of a sentence that tells who else was hurt, and no more."""


def continues(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure goes on with the sentence before: "كما وثق", "وأسفرت", "إضافة إلى"."""
    low, high = sentence.first, min(_behind_place(scene, sentence) + 4, sentence.stop)
    led = spells(scene.document.words[low].removeprefix("و"), "into")
    elsewhere = led and figure.cause is not None and figure.cause.single  # "وفي صور أودت غارة بحياة ستة"
    opens = (
        (scene.cues_in("result", low, high) and not elsewhere)
        or scene.cues_in("therein", low, high)
        or (
            (scene.cues_in("tally", low, high) or scene.cues_in("deed", low, high))
            and (scene.document.words[low].startswith(("و", "ف")) or spells(scene.document.words[low], "likewise"))
        )
        or (
            spells(scene.document.words[low], "and-was") and scene.cues_in("superlative", low, high)
        )  # "وكانت بغداد الأكثر"
        or goes_on_reporting(scene, sentence, figure)
        or in_those(scene, sentence.first, figure)
        or _says_no_more(scene, sentence, figure)
        or (scene.document.words[low].startswith("و") and says(scene.document.words[low], "losing"))
    )
    return bool(opens) and not any(
        told.scope == "point" and told.start == told.end and not _counts_in_month(scene, told)
        for told in scene.within(scene.annotations.dates, sentence.first, sentence.stop)
    )


def goes_on_reporting(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is one of an item or of what a bulletin says next, and not the toll of one act."""
    single = figure.cause is not None and figure.cause.single
    if scene.cues_in("subset", sentence.first, figure.core):
        return False  # "وأشار التقرير إلى أن من بين الضحايا ستة أطفال وامرأتين"
    return not single and (lists_on(scene, sentence) or reports_on(scene, sentence))


def _behind_place(scene: Scene, sentence: Sentence) -> int:
    """Return where a sentence goes on behind the place that it opens with: "وفي ريف الحسكة الجنوبي سجل المركز"."""
    if not spells(scene.document.words[sentence.first].removeprefix("و"), "into"):
        return sentence.first
    return next((one.stop - 2 for one in scene.annotations.places if one.first == sentence.first + 1), sentence.first)


def _counts_in_month(scene: Scene, told: DateMention) -> bool:
    """Say whether what looks like a day is a number of a month: "ست عمليات خطف مقابل تسع في نيسان"."""
    return any(told.first <= one.first < told.stop and not one.day for one in scene.periods)


def _says_no_more(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a sentence tells but who else was hurt: "قُتل 319 شخصاً منذ آب. وأصيب نحو 15 ألفاً"."""
    befell = any(one.first == sentence.first for one in scene.annotations.triggers if one.sense in _BEFALLS)
    joined = scene.document.words[sentence.first].startswith("و")
    _, high = scene.clause(sentence, figure.core)
    closed = high == sentence.stop or any(cue.first == high for cue in scene.cues["subset"])
    closed = closed or spells(scene.document.words[high], "according-to")
    return befell and joined and closed and figure.measure != "events" and high - sentence.first <= _BRIEF
