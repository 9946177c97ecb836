"""How likely a coded event, and each of its key fields, is right: what such answers came to in reports never seen.

The weights behind an answer say which candidate is likeliest; they are surer of themselves than they should be.
Here the share they give is one feature among those that tell how often such an answer was right: told in the frame's
own sentence or carried over ("في المدينة نفسها"), with how many rivals, how finely, in what kind of act.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, floor, log
from typing import Any

from marsad.events.draft import Draft
from marsad.events.settle import answer_of
from marsad.frames.context import Context
from marsad.lexicon.weights import Weights
from marsad.model.event import KEY_FIELDS
from marsad.model.what import EVENT_TYPES
from marsad.model.who import is_coded_by_name

__all__ = ["event_confidence", "event_row", "field_confidence", "field_rows"]

_ANSWERED_BY = {"admin1": "place"}
_SUREST = 0.999

Described = tuple[dict[str, float], tuple[str, ...]]
"""What describes an answer: features with a value, and those that are just there."""


def event_row(score: float) -> dict[str, float]:
    """Describe an event by the log-odds of the last decision, steeper or flatter on either side of even odds."""
    return {"for|event": max(score, 0.0), "against|event": min(score, 0.0)}


def event_confidence(score: float, weights: Weights) -> float:
    """Return the probability that a draft is an event of the report, by the log-odds of the last decision.

    It is cut to thousandths, not rounded: what is written down reaches a threshold when the event did.
    """
    return floor(weights.probability(event_row(score)) * 1000) / 1000


def field_confidence(context: Context, draft: Draft, score: float, weights: Weights) -> tuple[tuple[str, float], ...]:
    """Return each of `KEY_FIELDS` with the probability that it is right, should the event be one."""
    out = []
    for field, (numbers, names) in _described(context, draft, score):
        odds = weights.score([f"{name}|{field}" for name in names])
        known = weights.weights.get
        odds += sum(known(f"{name}|{field}", 0.0) * value for name, value in numbers.items())
        out.append((field, round(1 / (1 + exp(-odds)), 3)))
    return tuple(out)


def field_rows(context: Context, draft: Draft, score: float) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each of `KEY_FIELDS` with the features of its answer; `score` is the log-odds of the last decision."""
    for field, (numbers, names) in _described(context, draft, score):
        yield field, {f"{name}|{field}": value for name, value in (numbers | dict.fromkeys(names, 1.0)).items()}


def _described(context: Context, draft: Draft, score: float) -> Iterator[tuple[str, Described]]:
    """Yield each key field with what describes its answer; the answer to two fields is described once."""
    kind = draft.sub_event_type
    shared = (
        f"family={EVENT_TYPES[kind.value]}",
        f"type={kind.value}",
        f"members={min(len(draft.members), 3)}",
        f"sentence={min(draft.lead.frame.sentence, 3)}",
        f"weak={draft.lead.frame.head.weak}",
    )
    numbers = {"given": 1.0, "event": score / 3, "type.odds": _odds(kind.probability) / 3}
    described: dict[str, Described] = {}
    for field in KEY_FIELDS:
        asked = _ANSWERED_BY.get(field, field)
        if asked not in described:
            choice = _choice(draft, asked)
            own = {} if choice is None else {"odds": _odds(choice.probability) / 3}
            described[asked] = numbers | own, (*shared, *_of_answer(context, draft, asked, choice))
        yield field, described[asked]


def _of_answer(context: Context, draft: Draft, asked: str, choice: Any) -> Iterator[str]:
    """Yield what describes the answer to one question."""
    if choice is None:
        yield "none"
        return
    if choice.mention is None:
        yield "default"
    else:
        zone = context.zone(draft.lead.frame, choice.mention)
        yield f"told={zone[0] in 'CS'}"
        yield f"zone={zone}"
    yield f"answers={min(_answers(draft, asked), 3)}"
    annotations = context.annotations
    if asked in ("side1", "side2"):
        value = choice.value or "nobody"
        yield "value=other" if is_coded_by_name(value) else f"value={value}"
        yield f"actors={_bucket(len({mention.code for mention in annotations.actors}))}"
    elif asked == "place":
        place = choice.value.place
        yield f"precision={int(choice.value.precision)}"
        yield f"listed={place is not None}"
        yield f"country={place.country if place is not None else None}"
        yield f"feature={place.feature if place is not None else None}"
        yield f"namesakes={min(len(choice.value.candidates), 3)}"
        yield f"places={_bucket(len({mention.name for mention in annotations.places}))}"
    elif asked == "date":
        yield f"precision={int(choice.value.precision)}"
        yield f"dates={_bucket(len(annotations.dates))}"
    elif asked == "killed":
        count = choice.value
        deaths = len([toll for toll in annotations.casualties if toll.outcome == "killed"])
        yield "count=none" if count is None else f"exact={count.best is not None}"
        yield f"deaths={_bucket(deaths)}|{count is None}"


def _choice(draft: Draft, asked: str) -> Any:
    return draft.tolls[0] if asked == "killed" else getattr(draft, asked)


def _answers(draft: Draft, asked: str) -> int:
    """Return how many different answers the frames of a draft give."""
    if len(draft.members) == 1:
        return 1
    choices = [choice for member in draft.members if (choice := answer_of(member, asked)) is not None]
    return len({_said(asked, choice) for choice in choices})


def _said(asked: str, choice: Any) -> Any:
    """Return an answer in a form in which two that say the same are equal."""
    if asked == "place":
        return choice.value.name
    return (choice.value.start, choice.value.end) if asked == "date" else choice.value


def _odds(probability: float) -> float:
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))


def _bucket(count: int) -> str:
    return str(count) if count <= 3 else "5" if count <= 5 else "10" if count <= 10 else "many"
