"""What is missing, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.missing.delay import Delays
from marsad.missing.estimate import ASSUMPTIONS, Missing
from marsad.missing.loglinear import Model

__all__ = ["about_delays", "about_estimate"]

_SHOWN = 3


def about_estimate(found: Missing) -> Iterator[str]:
    """Yield the estimate with its models, doubts and assumptions; or why there is none."""
    lists = found.lists
    yield f"From {found.first} to {found.last} the record has {len(found.told):,} incidents of the search."
    if found.panel.left_out:
        shown = [f"{name} ({reason})" for name, reason in found.panel.absent[:5]]
        more = len(found.panel.left_out) - len(shown)
        yield "Not taken as lists: " + "; ".join(shown) + (f"; and {more} more." if more else ".")
    if found.estimate is None:
        yield "No estimate of what nobody tells:"
        yield from (f"  - {reason}" for reason in found.refused)
        if found.least is not None:
            unseen = f"{found.least - lists.number:,.0f} or more of them on none of the lists"
            yield f"At least {found.least:,.0f} happened (lower end of the interval of Chao's bound): {unseen}."
            yield from (f"Read with care: {doubt}" for doubt in found.doubts)
        return
    number, low, high = found.estimate.number, found.estimate.low, found.estimate.high or found.estimate.low
    seen = lists.number
    unseen = f"{number - seen:,.0f} ({low - seen:,.0f} to {high - seen:,.0f}) are on none of them"
    yield f"{seen:,} are on the lists of {', '.join(lists.names)}."
    yield f"About {number:,.0f} happened (95 % interval {low:,.0f} to {high:,.0f}): {unseen}."
    for model in found.estimate.models[:_SHOWN]:
        yield f"  {model.weight:.0%} of the weight: {_named(model, lists.names)}: {model.number:,.0f}{_fits(model)}"
    yield from (f"Read with care: {doubt}" for doubt in found.doubts)
    yield "The number holds only if:"
    yield from (f"  - {assumption}" for assumption in ASSUMPTIONS)


def _named(model: Model, names: tuple[str, ...]) -> str:
    told = "dependent are " + ", ".join(f"{names[left]} and {names[right]}" for left, right in model.pairs)
    if model.uneven:
        return "some told more readily" + (f"; {told}" if model.pairs else "")
    return told if model.pairs else "all independent"


def _fits(model: Model) -> str:
    return "." if model.chance is None else f" (fit: p = {model.chance:.2f})."


def about_delays(found: Delays | None) -> Iterator[str]:
    """Yield how long it takes until an event is first told, and what is therefore still to come."""
    if found is None:
        yield "Delay: no incident has both a known day and a day of publication."
        return
    shares = [f"{found.within(days):.0%}" for days in (0, 1, 7)]
    yield (
        f"Delay from the event to the first report, of {found.number:,} incidents: {shares[0]} are told on the day, "
        f"{shares[1]} by the next, {shares[2]} within a week; nine of ten {_within(found.until(0.9))}."
    )
    yield (
        f"That is corrected for what the record of {found.last} cannot show yet (uncorrected {found.raw[0]:.0%} on the "
        f"day), among delays up to {_days(found.longest)}."
    )
    if found.early:
        yield f"{found.early:,} are told before their day: a day or a link is wrong there."


def _within(number: int) -> str:
    return f"within {_days(number)}" if number else "on the day"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
