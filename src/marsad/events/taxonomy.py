"""Which of the 25 sub-event types a frame tells: the types its trigger words allow, and what speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from marsad.annotate.triggers.senses import SENSES
from marsad.events.categories import category
from marsad.events.choose import Candidate
from marsad.events.shared import Shared
from marsad.frames.context import Context
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES, TriggerMention
from marsad.model.who import coded_by_name

__all__ = ["possible_types", "type_candidates"]

_NEAR = 5


def _types_of(trigger: TriggerMention) -> tuple[str, ...]:
    """Return each type that a trigger may tell, its own first."""
    return _types(trigger.sub_event_type, trigger.sense)


@lru_cache(maxsize=2_000)
def _types(own: str | None, sense: str) -> tuple[str, ...]:
    found = SENSES.get(sense, ())
    return tuple(dict.fromkeys((own, *found) if own else found))


def possible_types(frame: Frame) -> tuple[str, ...]:
    """Return every type that a trigger of the frame may tell, those of the head first."""
    found = dict.fromkeys(_types_of(frame.head))
    for trigger in frame.triggers:
        found.update(dict.fromkeys(_types_of(trigger)))
    return tuple(found)


def type_candidates(context: Context, frame: Frame) -> list[Candidate[str]]:
    """Return a candidate for every possible type of the frame."""
    wordless = Shared(dict.fromkeys(_features(context, frame)))
    shared = Shared((*wordless.features, *dict.fromkeys(_words(context, frame))))
    told = Counter(name for trigger in frame.triggers for name in _types_of(trigger))
    candidates = []
    for sub_event_type in possible_types(frame):
        own = [
            f"own={position}.{trigger is frame.head}.{trigger.weak}"
            for position, trigger in enumerate(frame.triggers[:3])
            if trigger.sub_event_type == sub_event_type
        ]
        usual: list[Described] = [(_times, (sub_event_type, min(told[sub_event_type], 3)))]
        for tag, order, trigger in _telling(frame, sub_event_type):
            before = context.document.words[trigger.first - 1] if trigger.first > frame.sentence_first else "^"
            own.append(f"{tag}.before={before}")
            if trigger.sub_event_type == sub_event_type:
                own.append(f"{tag}.exact|order={order}|before={before}")
            told_by = tag, order, trigger.sense, trigger.pos, trigger.proclitics, trigger.definite
            usual.append((_trigger, (sub_event_type, *told_by)))
        crossed = ((shared, sub_event_type), (wordless, EVENT_TYPES[sub_event_type]))
        candidates.append(Candidate(sub_event_type, None, tuple(own), crossed, tuple(usual)))
    return candidates


def _telling(frame: Frame, sub_event_type: str) -> Iterable[tuple[str, int, TriggerMention]]:
    """Yield the triggers that can tell a type, the first one apart from the others, and their places in the frame."""
    tag = "by"
    for order, trigger in enumerate(frame.triggers):
        if sub_event_type in _types_of(trigger):
            yield tag, min(order, 3), trigger
            tag = "also"


def _times(sub_event_type: str, times: int) -> tuple[str, ...]:
    """Describe a type by how many triggers may tell it."""
    return f"bias|{sub_event_type}", f"told={times}"


def _trigger(
    sub_event_type: str, tag: str, order: int, sense: str, pos: str, proclitics: str, definite: bool
) -> tuple[str, ...]:
    """Describe a word that can tell a type: "بعد سيطرتها" is background, "للسيطرة على" an aim."""
    return (
        f"{tag}.order={order}",
        f"{tag}.sense={sense}.{pos}.{proclitics}",
        f"{tag}.sense={sense}|{sub_event_type}",
        f"{tag}.{pos}.{definite}.{min(order, 2)}",
    )


def _features(context: Context, frame: Frame) -> Iterable[str]:
    words, head = context.document.words, frame.head
    yield f"head={head.sense}.{head.pos}"
    yield f"entry={head.entry_id}"
    for trigger in frame.triggers:
        yield f"has={trigger.sense}"
        yield f"tw={words[trigger.first]}"
    inside = {means.means for means in context.means_in(frame.first, frame.stop)}
    for means in sorted(inside):
        yield f"m={means}"
        yield f"m={means}|{head.sense}"
    nearby = {means.means for means in context.means_in(frame.sentence_first, frame.sentence_stop)}
    for means in sorted(nearby - inside):
        yield f"ms={means}"
    if not inside:
        yield f"m=none|{head.sense}"
        for means in sorted(_means_before(context, frame)):
            yield f"mb={means}|{head.sense}"
    for toll in context.casualties_in(frame.first, frame.stop):
        yield f"toll={toll.outcome}.{toll.victim_kind}"
        yield f"toll={toll.outcome}.{toll.victim_kind}|{head.sense}"
    armed = 0
    for actor in frame.inside(context.annotations.actors):
        if not context.is_quoted(actor):
            kind = category(actor.code or coded_by_name(""))
            armed += actor.armed
            yield f"a={kind}"
            yield f"a={kind}|{head.sense}"
            if kind == "foreign":
                yield f"a={actor.code}|{head.sense}"
            if actor.code and head.sense == "seize-place":
                yield f"seizer={actor.code}|{actor.first > head.first}"
    yield f"armed={min(armed, 3)}|{head.sense}"


def _words(context: Context, frame: Frame) -> Iterable[str]:
    """Yield the words around the head."""
    head = frame.head
    for word in context.document.words[max(frame.first, head.first - _NEAR) : min(frame.stop, head.stop + _NEAR)]:
        yield f"w={word}"


def _means_before(context: Context, frame: Frame) -> set[str]:
    """Return what the headline and the three sentences before say of the means: "air" or "ground"."""
    document = context.document
    first = document.sentences[max(0, frame.sentence - 3)].first
    found = set()
    for trigger in context.annotations.triggers:
        if trigger.sense in ("airstrike", "shelling") and (
            first <= trigger.first < frame.first or document.sentences[context.sentence_of[trigger.first]].is_headline
        ):
            found.add(trigger.sense)
    for means in context.means_in(first, frame.first):
        found.add(means.means)
    return found or {"unsaid"}
