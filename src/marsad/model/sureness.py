"""Which events of a report are sure enough to be told."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["sure_enough"]

_SURE = 0.6
_SURER = 1.2


def sure_enough(confidences: Sequence[float | None], minimum: float, *, alone: bool = False) -> list[bool]:
    """Say of each event of a report whether it is told at a minimum.

    It has to reach the minimum, and the surest event of its report a fifth more, up to 0.6: where nothing is told
    outright ("توعّد التنظيم بهجمات قرب ذيبان"), what is hardly likelier than not is most often none. An event without
    a confidence reaches any. A report that is one sentence (`alone`) is not held to that: nothing in it could be surer.

    >>> sure_enough([0.55, 0.52], 0.5), sure_enough([0.55, 0.9], 0.5)
    ([False, False], [True, True])
    """
    surest = max((1.0 if each is None else each for each in confidences), default=0.0)
    if not alone and surest < min(_SURE, _SURER * minimum):
        return [False] * len(confidences)
    return [each is None or each >= minimum for each in confidences]
