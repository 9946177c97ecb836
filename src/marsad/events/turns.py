"""Whose turn it is when an act is told: who spoke last before it, who speaks next, and how far away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from marsad.events.draft import Draft
from marsad.frames.context import Context, age
from marsad.model.frame import Frame
from marsad.model.what import SourceMention

__all__ = ["Turns"]

_OPENS = '«»"“”'


class Turns:
    """Who speaks around one act of a report; what holds for every kind of speakers is looked up once."""

    __slots__ = ("after", "context", "draft", "last", "lead", "mentions", "opening", "part", "seen", "traits")

    def __init__(self, context: Context, draft: Draft) -> None:
        self.context, self.draft, self.lead = context, draft, draft.lead.frame
        self.mentions, head = context.annotations.sources, self.lead.head.first
        self.last = next((mention for mention in reversed(self.mentions) if mention.first <= head), None)
        self.after = next((mention for mention in self.mentions if mention.first > head), None)
        self.opening = context.document.words[self.lead.sentence_first]
        self.part = _part(context, self.lead)
        self.seen = f"inside={_is_inside(context, self.lead)}"
        self.traits = tuple(_traits(context, draft))

    def of(self, kind: str) -> Iterable[str]:
        """Describe a kind of speakers by its turns among all who speak in the report, as seen from the act."""
        lead, last, after, part = self.lead, self.last, self.after, self.part
        before, behind = _turn(lead, last, kind), _turn(lead, after, kind)
        own = _own(lead, self.mentions, kind)
        yield f"last={before}"
        yield f"next={behind}"
        yield f"last={before}|next={behind}"
        yield f"last={before}|own={own}"
        yield f"next={behind}|own={own}"
        yield f"last={before}|opens={self.opening}"
        yield f"last={before}|{part}"
        yield f"next={behind}|{part}"
        yield f"last={before}|{self.seen}"
        yield f"own={own}|{part}|sentences={_few(len(self.context.document.sentences))}"
        if last is not None:
            yield f"last={before}|{last.rule_id}"
            yield f"last={before}|says={(last.verb or '').removeprefix('و')}"
        if after is not None:
            yield f"next={behind}|{after.rule_id}"
            yield f"next={behind}|says={(after.verb or '').removeprefix('و')}"
        for trait in self.traits:
            yield f"{trait}|own={own}"
            yield f"{trait}|last={before}"
        for mention in self.mentions:
            if mention.kind == kind:
                yield from _distances(self.context, lead, mention, own)
        yield f"told={_told(self.draft, self.mentions, kind)}|own={own}"


def _turn(lead: Frame, mention: SourceMention | None, kind: str) -> str:
    """Return whether a speaker is of the kind asked about, and in how many sentences from the act."""
    if mention is None:
        return "nobody"
    return f"{'this' if mention.kind == kind else 'other'}{_away(lead, mention)}"


def _own(lead: Frame, mentions: Sequence[SourceMention], kind: str) -> str:
    """Return whether those who speak in the act's own sentence are of the kind asked about."""
    kinds = {mention.kind for mention in mentions if mention.sentence == lead.sentence}
    if not kinds:
        return "nobody"
    return "this" if kinds == {kind} else "both" if kind in kinds else "other"


def _part(context: Context, lead: Frame) -> str:
    """Return in which part of the report an act is told."""
    body = [part.index for part in context.document.sentences if not part.is_headline and not part.furniture]
    if lead.is_headline or not body:
        return "headline"
    return f"part={_few(sum(index < lead.sentence for index in body))}"


def _traits(context: Context, draft: Draft) -> Iterable[str]:
    """Describe an act told as known or long past, which the outlet recalls, whoever speaks around it."""
    lead, document = draft.lead.frame, context.document
    head = lead.head.first
    word = document.words[head]
    yield f"known={word.startswith('ال')}|after={document.words[head - 1] if head > lead.sentence_first else ''}"
    yield f"known={word.startswith('ال')}"
    start, day = draft.date.value.start, document.published_on
    if start is not None and day is not None:
        yield f"age={age((day - start).days)}"


def _is_inside(context: Context, lead: Frame) -> bool:
    """Say whether an act is told between quotation marks."""
    gaps = (context.document.gap(index) for index in range(lead.sentence_first, lead.head.first + 1))
    return sum(mark in _OPENS for gap in gaps for mark in gap) % 2 == 1


def _distances(context: Context, lead: Frame, mention: SourceMention, own: str) -> Iterable[str]:
    """Say what lies between an act and somebody who speaks."""
    low, high = sorted((lead.head.first, mention.first))
    others = sum(low < other.first < high and other.kind != mention.kind for other in context.annotations.sources)
    away, rule = _away(lead, mention), mention.rule_id.rpartition(".")[2]
    side = away if away != "0" else "<" if mention.first < lead.head.first else ">"
    yield f"away={side}|acts={min(context.acts_between(lead, mention), 3)}"
    yield f"away={side}|others={min(others, 2)}"
    yield f"away={side}|{rule}|own={own}"
    yield f"away={side}|{mention.entry_id}"


def _told(draft: Draft, mentions: Sequence[SourceMention], kind: str) -> str:
    """Return where the kind speaks among the sentences that tell the act: in the first, another, or elsewhere."""
    lead, others = draft.lead.frame.sentence, {member.frame.sentence for member in draft.members}
    spoken = {mention.sentence for mention in mentions if mention.kind == kind}
    places = (("lead", lead in spoken), ("again", bool(spoken & (others - {lead}))), ("else", bool(spoken - others)))
    return "+".join(name for name, holds in places if holds)


def _away(lead: Frame, mention: SourceMention) -> str:
    sentences = mention.sentence - lead.sentence
    return f"{'-' if sentences < 0 else '+'}{_few(abs(sentences))}" if sentences else "0"


def _few(count: int) -> str:
    return str(count) if count <= 2 else "4" if count <= 4 else "8" if count <= 8 else "9"
