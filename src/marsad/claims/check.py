"""Claims against the record: supported, not supported, or cannot tell, with the incidents counted and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import comb

from marsad.claims.facts import Fact, Facts
from marsad.claims.fit import Fit, fit
from marsad.model.claim import Claim, Window

__all__ = ["CANNOT_TELL", "NOT_SUPPORTED", "SUPPORTED", "Verdict", "check"]

SUPPORTED, NOT_SUPPORTED, CANNOT_TELL = "supported", "not supported", "cannot tell"

_ROUND = 0.1
"""A tally of ten or more that differs by up to so much is the same."""
_ENOUGH = 2
"""Sources below which a record says nothing against a claim."""
_FEW = 8
"""Incidents below which a record may be thin; of both periods together, below which no trend shows."""
_SURE = 0.1
_ALIKE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the record says of a claim.

    `low` to `high` is what it counts: incidents, or people where the claim counts people. `incidents` are the ids
    counted, `doubtful` those that may belong. A trend counts its period; `before` is the period of the same
    length before it.
    """

    verdict: str
    reason: str
    low: int
    high: int | None
    incidents: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    before: int | None = None


def check(claim: Claim, record: Facts) -> Verdict:
    """Return whether the record supports a claim.

    What a single source tells, or a period the claim leaves vague, gives no verdict; an incident whose place, day,
    type or side is too vague to be sure is counted as possible.
    """
    if claim.window is None:
        return _none("The claim names no days.")
    if claim.kind == "trend":
        return _trend(claim, record, claim.window)
    yes, perhaps = _fitting(claim, record, claim.window)
    low, high = _amount(claim, yes, perhaps)
    counted = tuple(one.incident_id for one in yes)
    doubtful = tuple(one.incident_id for one in perhaps)

    def say(verdict: str, reason: str) -> Verdict:
        return Verdict(verdict=verdict, reason=reason, low=low, high=high, incidents=counted, doubtful=doubtful)

    if not yes and not perhaps:
        return say(CANNOT_TELL, "Nothing on record fits the claim; the record may not reach there.")
    if len(outlets := _outlets((*yes, *perhaps))) < _ENOUGH:
        return say(CANNOT_TELL, f"All that fits ({_range(low, high)}) is told by a single source{_named(outlets)}.")
    number = claim.number or 0
    slack = int(number * _ROUND) if number >= 10 else 0
    if low - slack <= number and (high is None or number <= high + slack):
        if high is None or high - low > max(number // 2, 1):
            apart = f"what fits for sure and what may fit lie far apart ({_range(low, high)})"
            return say(CANNOT_TELL, f"The record is too vague: {apart}.")
        return say(SUPPORTED, f"On record: {_range(low, high)}.")
    if number < low:
        return say(NOT_SUPPORTED, f"The record has more: {_range(low, high)}.")
    if len(yes) < _thin(claim):
        return say(CANNOT_TELL, f"The record has fewer ({_range(low, high)}), too few to speak against the claim.")
    thin = " It may be thin: what it lacks may have happened all the same." if len(yes) < _FEW else ""
    return say(NOT_SUPPORTED, f"The record has fewer: {_range(low, high)}.{thin}")


def _thin(claim: Claim) -> int:
    """Return how many incidents the record needs before fewer than claimed speaks against the claim."""
    return max(1, (claim.number or 1) // 3) if claim.measure == "events" else 2


def _none(reason: str) -> Verdict:
    return Verdict(verdict=CANNOT_TELL, reason=reason, low=0, high=None, incidents=())


def _fitting(claim: Claim, record: Facts, window: Window) -> tuple[list[Fact], list[Fact]]:
    fits = [(fit(claim, one, record.gazetteer, window=window), one) for one in record.facts]
    return [one for how, one in fits if how is Fit.YES], [one for how, one in fits if how is Fit.PERHAPS]


def _outlets(facts: Iterable[Fact]) -> frozenset[str]:
    return frozenset(outlet for one in facts for outlet in one.outlets)


def _named(outlets: frozenset[str]) -> str:
    return "".join(f": {outlet}" for outlet in outlets)


def _amount(claim: Claim, yes: list[Fact], perhaps: list[Fact]) -> tuple[int, int | None]:
    """Return the fewest and the most that the record counts: incidents or people; None for no upper end."""
    if claim.measure == "events":
        return len(yes), len(yes) + len(perhaps)
    measure = "killed_civilians" if claim.measure == "killed" and claim.actors == ("civilians",) else claim.measure
    low, high = 0, 0
    for one in (*yes, *perhaps):
        figure = one.figure(measure) or one.figure(claim.measure)
        if figure is None:
            continue
        best = figure.best if figure.best is not None else figure.low or 0
        least = figure.low if figure.low is not None else best
        low += least if one in yes else 0
        high += max(figure.high if figure.high is not None else best, best)
    return low, high


def _range(low: int, high: int | None) -> str:
    return f"{low}" if high == low else f"{low} or more" if high is None else f"{low} to {high}"


def _trend(claim: Claim, record: Facts, window: Window) -> Verdict:
    """Compare the period with the one of the same length before it, on sources that reported in both."""
    length = (window.end - window.start).days + 1
    earlier = Window(window.start - timedelta(length), window.start - timedelta(1))
    now, unsure_now = _fitting(claim, record, window)
    then, unsure_then = _fitting(claim, record, earlier)
    panel = _outlets(now) & _outlets(then)
    on_panel = [one for one in now if one.outlets & panel]
    before = [one for one in then if one.outlets & panel]
    high, low = _people(claim, on_panel), _people(claim, before)
    counted = tuple(one.incident_id for one in on_panel)
    doubtful = tuple(one.incident_id for one in (*unsure_now, *unsure_then))

    def say(verdict: str, reason: str) -> Verdict:
        return Verdict(
            verdict=verdict, reason=reason, low=high, high=high, incidents=counted, doubtful=doubtful, before=low
        )

    if len(now) + len(then) < _FEW:
        return say(CANNOT_TELL, f"Too few incidents in both periods: {len(now) + len(then)}.")
    if len(doubtful) > len(now) + len(then):
        return say(CANNOT_TELL, "The record is too vague: most of what may fit is not sure to.")
    if not panel or len(_outlets((*now, *then))) < _ENOUGH:
        return say(
            CANNOT_TELL, "No two sources tell of both periods." if panel else "No source reported in both periods."
        )
    told = f"{high} in the period, {low} in the {length} days before"
    risen, fallen = _rarity(high, low), _rarity(low, high)
    direction = "up" if risen <= _SURE else "down" if fallen <= _SURE else "same"
    if direction == claim.direction:
        if direction == "same" and abs(high - low) > _ALIKE * max(high, low):
            return say(CANNOT_TELL, f"Chance may have made the difference: {told}.")
        return say(SUPPORTED, f"On record: {told}.")
    if direction == "same" and (high > low) == (claim.direction == "up") and high != low:
        return say(CANNOT_TELL, f"Chance may have made the difference: {told}.")
    return say(NOT_SUPPORTED, f"On record: {told}.")


def _people(claim: Claim, facts: list[Fact]) -> int:
    if claim.measure == "events":
        return len(facts)
    return _amount(claim, facts, [])[0]


def _rarity(more: int, less: int) -> float:
    """Return how likely chance alone gives `more` or more of both together, were the two rates the same."""
    both = more + less
    return sum(comb(both, count) for count in range(more, both + 1)) / 2**both if both else 1.0
