"""Figures of two acts that a noun tells by its own form before what it is of: "عمليتي اغتيال", "حالتا خطف"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.annotate.numbers.duals import dual
from marsad.claims.figure import Figure
from marsad.claims.scene import Scene
from marsad.model.report import Sentence

__all__ = ["of_pairs"]


def of_pairs(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield two for each pair of acts: the dual has lost its last letter to the noun behind it."""
    words = scene.document.words
    for act in scene.within(scene.acts, sentence.first, sentence.stop):
        word = words[act.first]
        paired = act.stop > act.first + 1 and word.endswith(("تي", "تا")) and dual(word + "ن") is not None
        if paired and act.noun and act.counts:
            yield Figure(
                number=2, measure=act.measure, what=act.what, first=act.first, stop=act.stop, core=act.first,
                rule_id="claims.tally.pair",
            )  # fmt: skip
