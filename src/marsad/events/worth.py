"""Whether a report as a whole tells an event, by its words and its likeliest stretches, before anything dear is read.

Where no stretch is likely and the words are those of courts, shows or a war long past, no answer to who, where and
when would make an event of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.lexicon.weights import Weights
from marsad.model.report import Document

__all__ = ["report_features", "report_probability"]

_ALONE = -5.0
"""The log-odds of the second likeliest stretch where there is but one."""
_UNIT = 3.0
"""Log-odds are divided by this, so that their weights are about as large as those of words."""


def report_features(document: Document, odds: Sequence[float]) -> dict[str, float]:
    """Describe a report by the log-odds, by the gate, that each of its stretches is an act, and by its words."""
    heading, body = _words(document)
    names = [f"t={word}" for word in heading] + [f"w={word}" for word in body]
    return _of_odds(odds) | dict.fromkeys(names, 1.0)


def report_probability(document: Document, odds: Sequence[float], weights: Weights) -> float:
    """Return how likely a report tells an event, by `report_features`, whose words are not spelt out."""
    heading, body = _words(document)
    score = weights.added_to(weights.score(_of_odds(odds)), "t=", heading)
    return weights.logistic(weights.added_to(score, "w=", body))


def _of_odds(odds: Sequence[float]) -> dict[str, float]:
    first, second = sorted((*odds, _ALONE), reverse=True)[:2]
    return {"likeliest": first / _UNIT, "second": second / _UNIT, "unlikely": min(first, 0.0) / _UNIT}


def _words(document: Document) -> tuple[dict[str, None], dict[str, None]]:
    """Return the different words of headline and body, each in the order of the text."""
    border = max((sentence.stop for sentence in document.sentences if sentence.is_headline), default=0)
    return dict.fromkeys(document.words[:border]), dict.fromkeys(document.words[border:])
