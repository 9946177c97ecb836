"""Figures set against others that have a period of their own: "بعد مقتل 4 بكمين، خسرت 22 خلال أسبوعين"."""

from __future__ import annotations

from marsad.claims.figure import Figure
from marsad.claims.lists import spells
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["came_after", "has_own", "is_of_next", "stands_before_own"]


def came_after(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether a figure is of what went before that of a period: "بعد مقتل 4 بكمين، خسرت 22 خلال أسبوعين"."""
    low, high = scene.clause(sentence, figure.core)
    return high <= period.first and spells(scene.document.words[low], "upon")


def stands_before_own(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a number joined by "and" has nothing behind it but "in" and a period of its own."""
    words = scene.document.words
    if not words[figure.core].startswith("و") and words[figure.core - 1] != "و":
        return False
    behind = figure.core + 1
    if behind >= sentence.stop or not (spells(words[behind], "in") or spells(words[behind], "throughout")):
        return False
    return any(one.firm and not one.day and one.first in (behind, behind + 1) for one in scene.periods)


def is_of_next(scene: Scene, period: Period, figure: Figure) -> bool:
    """Say whether a period behind a figure is that of one set against it: "وسجل 72 قتيلاً بعد 35 في آذار"."""
    words = scene.document.words
    return any(
        one.kind == "cardinal" and spells(words[one.first - 1], "after") and 0 <= period.first - one.stop <= 1
        for one in scene.within(scene.annotations.numbers, figure.stop, period.first)
    )


def has_own(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a period stands behind a figure in its clause."""
    _, high = scene.clause(sentence, figure.core)
    return any(not one.day for one in scene.within(scene.periods, figure.core + 1, high))
