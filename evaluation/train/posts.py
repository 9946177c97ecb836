"""Posts of one sentence cut from coded reports.

Most coded reports have several sentences, so that what they teach makes a coder doubt an act that stands alone: in a
report nearly every act is told twice, in a channel's post never.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from evaluation.train.folds import CUT
from evaluation.train.label import evidence_of
from marsad.frames import Context
from marsad.model.report import Sentence
from marsad.model.span import Mention

__all__ = ["posts_of"]

_SHORTEST = 25

Gold = Mapping[str, Any]
_Found = TypeVar("_Found", bound=Mention)


def posts_of(gold: Gold, context: Context, same_place: Callable[[str, str], bool]) -> Iterator[dict[str, Any]]:
    """Yield gold rows of single sentences.

    Those that hold the words of one event and name its sides, its place and, unless it is fresh, its day; and, of
    reports without events, those with a trigger word.
    """
    text = context.document.source_text
    spans = [evidence_of(context, event) for event in gold["events"]]
    for sentence in context.document.sentences:
        span = context.document.span(sentence.first, sentence.stop)
        start, end = span.start, span.end
        told = _within(sentence, context.annotations.triggers)
        if sentence.is_headline or end - start < _SHORTEST or not told:
            continue
        touched = [number for number, (first, last) in enumerate(spans) if min(last, end) > max(first, start)]
        events = [gold["events"][number] for number in touched]
        whole = all(start <= spans[number][0] and spans[number][1] <= end for number in touched)
        if gold["events"] and not (
            len(events) == 1 and whole and _tells(context, sentence, events[0], gold["published"], same_place)
        ):
            continue
        yield {
            "id": f"{gold['id']}{CUT}{start}",
            "outlet": gold.get("outlet"),
            "published": gold["published"],
            "title": "",
            "text": text[start:end],
            "events": events,
        }


def _tells(
    context: Context, sentence: Sentence, event: Gold, published: str, same_place: Callable[[str, str], bool]
) -> bool:
    """Say whether a sentence by itself tells who, where and when, as far as names go."""
    marked = context.annotations
    named = {actor.code for actor in _within(sentence, marked.actors)} | {"civilians", "unidentified"}
    if not {*event["side1"], *event["side2"]} <= named:
        return False
    places = _within(sentence, marked.places)
    names = [name for place in places for name in (place.name, *(row.name_ar for row, _ in place.candidates))]
    if not any(same_place(event["place"]["name"], name) for name in names):
        return False
    day_before = date.fromisoformat(published) - timedelta(days=1)
    fresh = date.fromisoformat(event["date"]["start"]) >= day_before
    return fresh or bool(_within(sentence, marked.dates))


def _within(sentence: Sentence, mentions: tuple[_Found, ...]) -> list[_Found]:
    return [mention for mention in mentions if sentence.first <= mention.first < sentence.stop]
