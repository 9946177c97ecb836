"""Figures behind a label, as tables tell them: "الشهداء: 16", "اعتداءات المستوطنين: 97"."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.claims.figure import MEASURES, Figure, may_total, outcome_words, people_told
from marsad.claims.lists import says_any, spells_any
from marsad.claims.scene import Scene
from marsad.model.quantity import NumberMention
from marsad.model.report import Sentence

__all__ = ["of_labels"]

_LABEL = 6
"""Words at most before the colon."""
_SEVERAL = 2
_PROPERTY = "Looting/property destruction"


def of_labels(scene: Scene, sentence: Sentence) -> Iterator[Figure]:
    """Yield the numbers that stand alone behind a colon, with the people, acts or houses that the label names."""
    for number in scene.within(scene.annotations.numbers, sentence.first + 1, sentence.stop):
        closed = number.stop == sentence.stop or scene.pause(number.stop)
        if ":" not in scene.document.gap(number.first) or not closed or not may_total(scene, number):
            continue
        first, _ = scene.clause(sentence, number.first - 1)
        if (
            number.first - first > _LABEL
            or (number.estimate.best or 0) < _SEVERAL
            or scene.cues_in("head", first, number.first)
        ):
            continue
        figure = _labelled(scene, sentence, number, first)
        if figure is not None:
            yield figure


def _labelled(scene: Scene, sentence: Sentence, number: NumberMention, first: int) -> Figure | None:
    """Return the figure of a number behind the label that opens at word `first`."""
    words = scene.document.words
    for at, _, outcome in outcome_words(words, first, number.first):
        measure = MEASURES.get(outcome)
        if measure is not None and at == first:
            return people_told(
                scene, sentence, number, measure, first=first, stop=number.stop, rule_id="claims.tally.label"
            )
    act = next((one for one in scene.within(scene.acts, first, number.first) if one.noun and one.counts), None)
    what, measure = (act.what, act.measure) if act is not None and act.first == first else (None, "events")
    if spells_any((word.removeprefix("ال") for word in words[first : number.first]), "property") and says_any(
        words[first : number.first], "ruined"
    ):
        what = _PROPERTY
    if what is None and (act is None or act.first != first):
        return None
    return Figure(
        number=number.estimate.best or 0, measure=measure, what=what, first=first, stop=number.stop,
        core=number.first, rule_id="claims.tally.label",
    )  # fmt: skip
