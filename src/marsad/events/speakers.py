"""Who stands behind an act: which of the kinds of speakers that a report quotes are its sources.

"وقال المرصد إن القصف ..." speaks of this act; "وأعلن الجيش ..." three sentences on may tell the same one or the next.
Every kind quoted anywhere is a candidate, described by where its speakers stand from the frames of the act, what
they take up again, and what the rules of reach (`sources_for`) say.
"""

from __future__ import annotations

from collections.abc import Iterable

from marsad.annotate.attribution import sources_for, sources_of_act
from marsad.annotate.attribution.grammar import takes_up
from marsad.events.choose import Candidate
from marsad.events.draft import Draft
from marsad.events.shared import Shared
from marsad.events.turns import Turns
from marsad.frames.context import Context
from marsad.lexicon.weights import Weights
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES, Source, SourceMention

__all__ = ["speakers_of", "speaking_kinds"]

_OUTLET = "outlet"
_TOLD_BY = 0.45


def speakers_of(context: Context, draft: Draft, weights: Weights) -> tuple[Source, ...]:
    """Return who says that an act happened, one source a kind; the outlet when nobody quoted is likely to."""
    kinds = speaking_kinds(context, draft)
    likely = [kind.value for kind in kinds if weights.logistic(kind.score(weights)) > _TOLD_BY]
    return tuple(likely) or _unquoted(context, draft.lead.frame)


def speaking_kinds(context: Context, draft: Draft) -> list[Candidate[Source]]:
    """Return a source for each kind that the report quotes, the one nearest to the act."""
    mentions = context.annotations.sources
    if not mentions:
        return []
    frames = [member.frame for member in draft.members]
    lead = draft.lead.frame
    stretches = [(lead.first, lead.stop), *((frame.first, frame.stop) for frame in frames if frame is not lead)]
    reached = {source.kind: source for source in sources_for(context.document, mentions, *stretches[0])}
    wider = {source.kind: source for source in sources_of_act(context.document, mentions, stretches)}
    by_kind: dict[str, list[SourceMention]] = {}
    for mention in mentions:
        by_kind.setdefault(mention.kind, []).append(mention)
    family = EVENT_TYPES[draft.sub_event_type.value]
    found, around = [], Turns(context, draft)
    for kind, spoken in by_kind.items():
        nearest = min(spoken, key=lambda mention: _nearness(lead, frames, mention))
        source = reached.get(kind) or wider.get(kind) or Source(name=nearest.name, kind=kind)
        rule = f"rule={kind in reached}.{kind in wider}"
        features = [
            rule, f"{rule}|quoted={_OUTLET not in reached}.{_OUTLET not in wider}",
            f"{rule}|kinds={min(len(by_kind), 4)}",
            f"spoken={min(len(spoken), 3)}", f"family={family}", f"acts={min(len(context.frames), 6)}",
            f"members={min(len(frames), 4)}",
        ]  # fmt: skip
        features += [f"with={other}" for other in reached if other != kind]
        features += [f"among={other}" for other in by_kind if other != kind]
        for mention in spoken:
            features += _features(context, draft, frames, mention)
        features += around.of(kind)
        described = Shared(dict.fromkeys(features))
        crossed = ((described, kind),)
        found.append(Candidate(source, nearest, (*described.features, f"kind={kind}"), crossed))
    return found


def _nearness(lead: Frame, frames: list[Frame], mention: SourceMention) -> tuple[bool, bool, int]:
    told = any(frame.sentence == mention.sentence for frame in frames)
    return (mention.sentence != lead.sentence, not told, abs(mention.first - lead.head.first))


def _features(context: Context, draft: Draft, frames: list[Frame], mention: SourceMention) -> Iterable[str]:
    lead, document = draft.lead.frame, context.document
    sentence = document.sentences[mention.sentence]
    zone = context.zone(lead, mention)
    owner = context.owner_of.get(mention.first)
    inside = any(frame.index == owner for frame in frames)
    beside = any(frame.sentence == mention.sentence for frame in frames)
    where = "own" if inside else "beside" if beside else "other" if owner is not None else "bare"
    rule = mention.rule_id.rpartition(".")[2]
    yield f"z={zone}"
    yield f"z={zone}|{rule}"
    yield f"where={where}"
    yield f"where={where}|{rule}"
    yield f"z={zone}|where={where}"
    yield f"entry={mention.entry_id}"
    yield f"entry={mention.entry_id}|{where}"
    yield f"verb={(mention.verb or '').removeprefix('و')}"
    yield f"verb={(mention.verb or '').removeprefix('و')}|{where}"
    between = [
        other for other in context.annotations.sources
        if min(mention.first, lead.head.first) < other.first < max(mention.first, lead.head.first)
    ]  # fmt: skip
    yield f"between={min(len(between), 3)}|{zone[0]}|{rule}"
    if takes_up(document.words, mention.stop, min(mention.stop + 5, sentence.stop)):
        yield f"takes-up|{where}"
        yield f"takes-up|{zone}"
    tolls = [toll for toll in draft.tolls if toll.mention is not None]
    if any(sentence.first <= toll.mention.first < sentence.stop for toll in tolls if toll.mention is not None):
        yield f"tells-toll|{zone}"
    counted = any(sentence.first <= toll.first < sentence.stop for toll in context.annotations.casualties)
    yield f"counts={counted}|{where}|{zone[0]}"
    yield from _shared(context, draft, mention, where)
    senses = {t.sense for t in context.annotations.triggers if sentence.first <= t.first < sentence.stop}
    alike = lead.head.sense in senses
    yield f"alike={alike}|acts={min(len(senses), 3)}|{where}"
    yield f"alike={alike}|{zone}"


def _shared(context: Context, draft: Draft, mention: SourceMention, where: str) -> Iterable[str]:
    """Say whether the speaker is a side of the act, and whether place and sides are named in its sentence."""
    sentence = context.document.sentences[mention.sentence]
    speaks, named = set(), set()
    for actor in context.annotations.actors:
        if not sentence.first <= actor.first < sentence.stop:
            continue
        if mention.first <= actor.first < mention.stop:
            speaks.add(actor.code)
        else:
            named.add(actor.code)
    for side, choice in (("side1", draft.side1), ("side2", draft.side2)):
        if choice.value:
            yield f"speaks={side}.{choice.value in speaks}|{where}"
            yield f"names={side}.{choice.value in named}|{where}"
    if draft.place is not None:
        name = draft.place.value.name
        placed = any(
            place.name == name for place in context.annotations.places if sentence.first <= place.first < sentence.stop
        )
        yield f"placed={placed}|{where}"


def _unquoted(context: Context, frame: Frame) -> tuple[Source, ...]:
    """Return the outlet, as what it is."""
    return sources_for(context.document, (), frame.first, frame.stop)
