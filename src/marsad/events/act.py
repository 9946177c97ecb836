"""Whether a frame tells an act that happened, and not a habit, a threat, a total or talk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from marsad.frames.context import Context, age
from marsad.lexicon.weights import Weights
from marsad.model.frame import Frame
from marsad.model.report import Document
from marsad.model.what import CasualtyMention
from marsad.model.when import DateMention

__all__ = ["act_features", "act_probability", "gate_features", "gate_score"]


def gate_features(document: Document, frame: Frame) -> list[str]:
    """Describe a frame by its trigger and words alone: what can be asked before anything else is read."""
    return _of_triggers(frame) + _words(document, frame)


def gate_score(document: Document, frame: Frame, gate: Weights) -> float:
    """Return the log-odds by which the gate holds a frame for an act, by `gate_features`.

    Every word of every report is asked.
    """
    return _with_words(gate.score(_of_triggers(frame)), document, frame, gate)


def _words(document: Document, frame: Frame) -> list[str]:
    """Describe a frame by its words, and by those before it in its sentence."""
    inside = dict.fromkeys(document.words[frame.first : frame.stop])
    before = dict.fromkeys(document.words[frame.sentence_first : frame.first])
    return [f"w={word}" for word in inside] + [f"s={word}" for word in before]


def _with_words(score: float, document: Document, frame: Frame, weights: Weights) -> float:
    """Return a score plus the weights of `_words`, none of them spelt out."""
    score = weights.added_to(score, "w=", dict.fromkeys(document.words[frame.first : frame.stop]))
    return weights.added_to(score, "s=", dict.fromkeys(document.words[frame.sentence_first : frame.first]))


def _of_triggers(frame: Frame) -> list[str]:
    head = frame.head
    features = [f"head={head.sense}.{head.pos}", f"entry={head.entry_id}", f"clitics={head.proclitics}|{head.pos}"]
    features += dict.fromkeys([f"has={trigger.sense}" for trigger in frame.triggers])
    return features


def act_features(context: Context, frame: Frame) -> tuple[str, ...]:
    """Describe a frame for the act-or-not decision: its trigger, what stands around it, and the cues over it."""
    return (*dict.fromkeys(_features(context, frame)), *_words(context.document, frame))


def act_probability(context: Context, frame: Frame, act: Weights) -> float:
    """Return how likely a frame tells an act that happened, by `act_features`."""
    score = act.score(dict.fromkeys(_features(context, frame)).keys())
    return act.logistic(_with_words(score, context.document, frame, act))


def _features(context: Context, frame: Frame) -> Iterable[str]:
    annotations = context.annotations
    tolls = context.casualties_in(frame.first, frame.stop)
    dates, places = frame.inside(annotations.dates), frame.inside(annotations.places)
    yield from _of_head(context.document, frame)
    yield from _of_cues(context, frame)
    yield from _of_tolls(tolls)
    yield from _of_dates(context, frame, dates)
    yield f"placed={min([int(place.precision) for place in places], default=0)}"
    yield f"placed={bool(places)}|dated={bool(dates)}|tolls={bool(tolls)}"
    yield from _of_actors(context, frame)
    yield f"numbers={min(len(frame.inside(annotations.numbers)), 2)}"
    yield from _of_speakers(context, frame)
    yield from _of_words_beside(context.document, frame)
    headline_senses = {
        trigger.sense
        for trigger in annotations.triggers
        if context.document.sentences[context.sentence_of[trigger.first]].is_headline
    }
    yield f"headline={frame.head.sense in headline_senses}|{bool(headline_senses)}"


def _of_head(document: Document, frame: Frame) -> Iterable[str]:
    """Describe the trigger that leads a frame, those beside it, and the sentence that they stand in."""
    head = frame.head
    yield f"head={head.sense}.{head.pos}"
    yield f"head={head.sense}.{head.pos}.def{head.definite}"
    yield f"entry={head.entry_id}"
    yield f"weak={all(trigger.weak for trigger in frame.triggers)}"
    yield f"clitics={head.proclitics}|{head.pos}"
    yield f"triggers={min(len(frame.triggers), 4)}"
    body = frame.sentence - (1 if document.sentences[0].is_headline else 0)
    yield f"sentence={min(body, 6)}"
    yield f"lead={body == 0}|{head.sense}"
    for trigger in frame.triggers:
        yield f"has={trigger.sense}"


def _of_cues(context: Context, frame: Frame) -> Iterable[str]:
    """Describe what denies, plans or repeats an act, or that nothing does: "نفى", "يعتزم", "من وقت لآخر"."""
    head, cues = frame.head, context.qualifiers_over(frame)
    kinds = {cue.kind for cue in cues}
    for kind in sorted(kinds):
        yield f"q={kind}"
        yield f"q={kind}|{head.sense}"
        yield f"q={kind}|{head.pos}"
    for cue in cues:
        yield f"cue={cue.entry_id}"
    yield f"plain={not kinds}|{head.pos}"


def _of_tolls(tolls: Sequence[CasualtyMention]) -> Iterable[str]:
    yield f"tolls={min(len(tolls), 2)}"
    for toll in tolls:
        yield f"toll={toll.outcome}.{toll.estimate.best is not None}.total{toll.total}"


def _of_dates(context: Context, frame: Frame, dates: Sequence[DateMention]) -> Iterable[str]:
    """Describe the days told in a frame, how long ago they were, and whether its sentence tells one."""
    on = context.document.published_on
    for date in dates:
        yield f"date={date.scope}.{int(date.precision)}"
        yield f"dr={date.rule_id}"
        if on is None:
            yield "ago=fresh"  # as of most days told: no report that taught was without its own
        elif date.start is not None:
            yield f"ago={age((on - date.start).days)}"
    yield f"dated={bool(dates)}|{frame.head.pos}"
    yield f"dated={bool(dates)}|{frame.head.sense}"
    others = any(frame.sentence_first <= date.first < frame.sentence_stop for date in context.annotations.dates)
    yield f"sdated={others}"


def _of_actors(context: Context, frame: Frame) -> Iterable[str]:
    armed = len(context.armed_in(frame))
    civil = any(not actor.armed for actor in frame.inside(context.annotations.actors))
    yield f"armed={min(armed, 3)}"
    yield f"armed={min(armed, 2)}|{frame.head.sense}"
    yield f"civil={civil}|{frame.head.sense}"


def _of_speakers(context: Context, frame: Frame) -> Iterable[str]:
    """Describe who says so in the sentence, by which verb, and whether ahead of the act."""
    says = [source for source in context.annotations.sources if source.sentence == frame.sentence]
    yield f"says={min(len(says), 2)}"
    for source in says:
        yield f"says={source.kind}"
        yield f"verb={source.verb}"
        yield f"says.before={source.first < frame.head.first}"


def _of_words_beside(document: Document, frame: Frame) -> Iterable[str]:
    """Describe the words that open sentence and frame, those around the head, and whether it is in a quotation."""
    words, head = document.words, frame.head
    yield f"start={words[frame.sentence_first]}"
    yield f"open={words[frame.first]}"
    before = words[head.first - 1] if head.first > frame.sentence_first else "^"
    yield f"before={before}"
    yield f"after={words[head.stop] if head.stop < frame.sentence_stop else '$'}"
    yield f"before2={words[head.first - 2] if head.first - 2 >= frame.sentence_first else '^'} {before}"
    spoken = document.source_text[document.ends[frame.sentence_first] : document.starts[head.first]]
    yield f"inquote={_in_quotation(spoken)}"


def _in_quotation(before: str) -> bool:
    """Say whether a quotation opened in the text before is still open."""
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1
