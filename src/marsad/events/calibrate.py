"""How likely a coded event, and each of its key fields, is right: what such answers came to in reports never seen.

The weights behind an answer say which candidate is likeliest; they are surer of themselves than they should be.
Here the share they give is one feature among those that tell how often such an answer was right: told in the frame's
own sentence or carried over ("في المدينة نفسها"), with how many rivals, how finely, in what kind of act.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log
from typing import Any

from marsad.events.draft import Draft
from marsad.events.settle import answer_of, outright
from marsad.frames.context import Context
from marsad.lexicon.weights import Weights
from marsad.model.event import KEY_FIELDS
from marsad.model.what import EVENT_TYPES

__all__ = ["event_confidence", "event_row", "field_confidence", "field_rows"]

Features = dict[str, float]

_ANSWERED_BY = {"admin1": "place"}
_SUREST = 0.999


def event_row(score: float) -> Features:
    """Describe an event by the log-odds of the last decision, steeper or flatter on either side of even odds."""
    return {"event|for": max(score, 0.0), "event|against": min(score, 0.0)}


def event_confidence(score: float, weights: Weights) -> float:
    """Return the probability that a draft is an event of the report, by the log-odds of the last decision.

    It is cut to thousandths, not rounded: what is written down reaches a threshold when the event did.
    """
    return floor(weights.probability(event_row(score)) * 1000) / 1000


def field_confidence(context: Context, draft: Draft, score: float, weights: Weights) -> tuple[tuple[str, float], ...]:
    """Return each of `KEY_FIELDS` with the probability that it is right, should the event be one."""
    return tuple(
        (field, round(weights.probability(features), 3)) for field, features in field_rows(context, draft, score)
    )


def field_rows(context: Context, draft: Draft, score: float) -> Iterator[tuple[str, Features]]:
    """Yield each of `KEY_FIELDS` with what describes its answer; `score` is the log-odds of the last decision."""
    family = EVENT_TYPES[draft.lead.sub_event_type.value]
    shared = [
        f"family={family}",
        f"type={draft.lead.sub_event_type.value}",
        f"members={min(len(draft.members), 3)}",
        f"sentence={min(draft.lead.frame.sentence, 3)}",
        f"weak={draft.lead.frame.head.weak}",
    ]
    for field in KEY_FIELDS:
        features = {
            f"{field}|given": 1.0,
            f"{field}|event": score / 3,
            f"{field}|type.odds": _odds(draft.lead.sub_event_type.probability) / 3,
        }
        names = [*shared, *_of_answer(context, draft, field, features)]
        yield field, features | {f"{field}|{name}": 1.0 for name in names}


def _of_answer(context: Context, draft: Draft, field: str, features: Features) -> Iterator[str]:
    """Yield what describes the answer to one field, and add its odds to `features`."""
    asked = _ANSWERED_BY.get(field, field)
    choice: Any = draft.tolls[0] if asked == "killed" else _choice(draft, asked)
    if choice is None:
        yield "none"
        return
    features[f"{field}|odds"] = _odds(choice.probability) / 3
    told = choice.mention is not None and outright(context, draft.lead.frame, choice)
    yield "default" if choice.mention is None else f"told={told}"
    if choice.mention is not None:
        yield f"zone={context.zone(draft.lead.frame, choice.mention)}"
    rivals = {_said(asked, answer) for answer in _answers(draft, asked)}
    yield f"answers={min(len(rivals), 3)}"
    if asked in ("side1", "side2"):
        value = choice.value or "nobody"
        yield "value=other" if value.startswith("other:") else f"value={value}"
        yield f"actors={_bucket(len({mention.code for mention in context.annotations.actors}))}"
    elif asked == "place":
        place = choice.value.place
        yield f"precision={int(choice.value.precision)}"
        yield f"listed={place is not None}"
        yield f"country={place.country if place is not None else None}"
        yield f"feature={place.feature if place is not None else None}"
        yield f"namesakes={min(len(choice.value.candidates), 3)}"
        yield f"places={_bucket(len({mention.name for mention in context.annotations.places}))}"
    elif asked == "date":
        yield f"precision={int(choice.value.precision)}"
        yield f"dates={_bucket(len(context.annotations.dates))}"
    elif asked == "killed":
        count = choice.value
        deaths = sum(toll.outcome == "killed" for toll in context.annotations.casualties)
        yield "count=none" if count is None else f"exact={count.best is not None}"
        yield f"deaths={_bucket(deaths)}|{count is None}"


def _choice(draft: Draft, field: str) -> Any:
    return draft.lead.sub_event_type if field == "sub_event_type" else getattr(draft, field)


def _answers(draft: Draft, field: str) -> list[Any]:
    if field == "sub_event_type":
        return [member.sub_event_type for member in draft.members]
    return [choice for member in draft.members if (choice := answer_of(member, field)) is not None]


def _said(field: str, choice: Any) -> Any:
    """Return an answer in a form in which two that say the same are equal."""
    if field == "place":
        return choice.value.name
    return (choice.value.start, choice.value.end) if field == "date" else choice.value


def _odds(probability: float) -> float:
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))


def _bucket(count: int) -> str:
    return str(count) if count <= 3 else "5" if count <= 5 else "10" if count <= 10 else "many"
