"""People whom other words than a toll's tell: "حصد أرواح 18", "فقد 18 شخصاً حياتهم", "اختفى 18 شاباً"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.acts import CASE_MEASURES
from marsad.claims.figure import Figure, are_people, may_total, people_told
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence

__all__ = ["of_lives"]

_REACH = 5
_HURTS = {"death": "killed", "injury": "wounded"}


def of_lives(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield numbers of people with the idiom that tells what became of them."""
    for number in scene.within(scene.annotations.numbers, sentence.first, sentence.stop):
        if not may_total(scene, number) or (number.estimate.best or 0) < 2:
            continue
        measure = _measure(scene, sentence, number) or _hurt_by(scene, sentence, number)
        if measure is None:
            continue
        yield people_told(
            scene, sentence, number, measure, first=number.first, stop=number.stop, rule_id="claims.tally.lives"
        )


def _hurt_by(scene: Scene, sentence: Sentence, number: NumberMention) -> str | None:
    """Return what befell people of whom only their number is told: "وجرح 92 بالغارات"."""
    words = scene.document.words
    befell = (one for one in scene.annotations.triggers if one.stop == number.first and one.pos == "noun")
    joined = number.stop < sentence.stop and words[number.stop].startswith("و")
    if joined and any(one.first == number.stop and one.pos == "noun" for one in scene.annotations.triggers):
        return next((_HURTS[one.sense] for one in befell if one.sense in _HURTS), None)  # "مقتل 11 واعتقال 19"
    if number.stop >= sentence.stop or not words[number.stop].startswith("ب"):
        return None
    by = any(one.first == number.stop and one.sense not in _HURTS for one in scene.annotations.triggers)
    verbs = (one for one in scene.annotations.triggers if one.stop == number.first and one.pos == "verb")
    return next((_HURTS[one.sense] for one in verbs if by and one.sense in _HURTS), None)


def _measure(scene: Scene, sentence: Sentence, number: NumberMention) -> str | None:
    """Return what became of the people a number counts, None where no idiom says so."""
    words = scene.document.words
    behind = words[number.stop : min(number.stop + _REACH, sentence.stop)]
    low = max(sentence.first, number.first - _REACH)
    before = [word.lstrip("وف") for word in words[low : number.first]]
    if (before and spells(before[-1], "lives")) or spells_any(behind, "their-lives") or spells_any(behind[:1], "lives"):
        return "killed"
    if not are_people(scene, number) and not spells_any(behind[:1], "of") and not spells_any(behind[:1], "fighter"):
        return None
    if spells_any(before, "seizure") and spells_any(before, "onto"):
        return "detained"  # "قبض فيها على 13"
    if says_any(before, "costs") and not any(word.startswith("ب") for word in behind[1:2]):
        return "killed"  # "كلفت الأهالي أحد عشر مدنياً", and not "كلفت عشرة موظفين بالتحقيق"
    if before and says(before[-1], "reaching"):
        taken = [one for one in scene.within(scene.acts, sentence.first, number.first) if one.what in CASE_MEASURES]
        return CASE_MEASURES[taken[-1].what or ""] if taken and taken[-1].noun else None  # "زادت الاعتقالات، وشملت 64"
    if says_any(before, "liquidated"):
        return "killed"
    if says_any(before, "vanished"):
        return "abducted"
    if says_any(before, "jailed") and says_any(behind, "prison"):
        return "detained"
    return None
