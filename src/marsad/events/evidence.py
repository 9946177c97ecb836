"""The words behind every field of an event: span, quotation, rule and lexicon entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marsad.events.casualties import OUTCOMES, civilians_told
from marsad.events.choose import Choice
from marsad.events.draft import Draft
from marsad.events.rival_tolls import rival_of
from marsad.events.status import denied_by, status_of
from marsad.frames.context import Context
from marsad.model.event import Evidence
from marsad.model.quantity import Estimate
from marsad.model.span import Mention
from marsad.model.what import CasualtyMention, Source, SourceMention
from marsad.model.who import ActorMention

__all__ = ["evidence_of"]

_NOBODY_APART = frozenset(("unidentified", "civilians", "protesters"))
"""Sides that may stand for people whom no word names; any other one without words is reckoned."""

_STATUS = {
    "reported": "nobody contradicts it",
    "claimed": "only a party to the act says so",
    "disputed": "somebody denies it in the report",
}


def evidence_of(
    context: Context,
    draft: Draft,
    beside: tuple[Choice[str], ...],
    fellows: tuple[ActorMention, ...],
    helpers: tuple[ActorMention, ...],
    sources: tuple[Source, ...],
) -> Iterable[Evidence]:
    """Yield the evidence of each field that has a value; a default names the words that leave it open."""
    head = draft.lead.frame.head
    yield _evidence(context, "sub_event_type", draft.sub_event_type.mention or head)
    fields: list[tuple[str, Choice[Any] | None]] = [
        ("side1", draft.side1), ("side2", draft.side2), ("place", draft.place), ("date", draft.date),
        *zip(OUTCOMES, draft.tolls, strict=True),
    ]  # fmt: skip
    for field, choice in fields:
        if choice is None or choice.value in (None, ""):
            continue
        if choice.mention is None:
            rule, note = _unsaid(field, choice)
            yield _evidence(context, field, head, note, rule_id=f"{field}.{rule}")
            continue
        yield _evidence(context, field, choice.mention, f"{choice.probability:.0%} among its rivals")
        added = _added(context, choice)
        if added is not None:
            yield _evidence(context, field, added, "added to the count before")
        rival = rival_of(context, choice, field) if field in OUTCOMES else None
        if rival is not None:
            yield _evidence(context, field, rival.mention, "another source counts otherwise")
    yield from _civilians(context, draft.tolls[0])
    for other in beside:
        if other.mention is not None:
            yield _evidence(context, "side2", other.mention, "hit beside the other")
    for fellow in fellows:
        yield _evidence(context, "assist2", fellow)
    for helper in helpers:
        yield _evidence(context, "assist1", helper)
    yield from _speakers(context, draft, sources)


def _evidence(
    context: Context, field: str, mention: Mention, note: str | None = None, *, rule_id: str | None = None
) -> Evidence:
    """Return the evidence that a mention gives; under a rule of its own it only leaves the field open."""
    span = mention.span
    return Evidence(
        field=field,
        span=span,
        quote=context.document.source_text[span.start : span.end],
        rule_id=rule_id or mention.rule_id,
        entry_ids=(mention.entry_id,) if mention.entry_id and rule_id is None else (),
        note=note,
    )


def _unsaid(field: str, choice: Choice[Any]) -> tuple[str, str]:
    """Return the rule and the note of an answer that no word gives: a default, or a side that is reckoned."""
    if field == "date":
        return "default", "the publication date" if choice.value.start is not None else choice.value.reason
    if choice.value in _NOBODY_APART:
        return "default", "nobody is named in these words"
    return "reckoned", "reckoned from whose land it is and who fights there"


def _added(context: Context, choice: Choice[Any]) -> CasualtyMention | None:
    """Return the second toll of a sum: "مقتل عنصرين وثلاثة مدنيين" is five by the words of both."""
    first = choice.mention
    if not isinstance(first, CasualtyMention) or not isinstance(choice.value, Estimate):
        return None
    if first.estimate == choice.value:
        return None
    return next(
        (
            other
            for other in context.annotations.casualties
            if other.first > first.first
            and not other.subset
            and context.sentence_of[other.first] == context.sentence_of[first.first]
            and first.estimate.plus(other.estimate) == choice.value
        ),
        None,
    )


def _civilians(context: Context, killed: Choice[Estimate | None]) -> Iterable[Evidence]:
    """Yield the words that call the killed, or some of them, civilians: "4 قتلى بينهم طفلان" has "طفلان"."""
    toll = killed.mention
    said = civilians_told(context, toll) if isinstance(toll, CasualtyMention) else None
    if said is not None:
        yield _evidence(context, "killed_civilians", said)


def _speakers(context: Context, draft: Draft, sources: tuple[Source, ...]) -> Iterable[Evidence]:
    """Yield who says so and, by that, whether it is reported, claimed or disputed."""
    head = draft.lead.frame.head
    quoted: list[SourceMention] = []
    for source in sources:
        mentions = [
            mention
            for mention in context.annotations.sources
            if (mention.name, mention.kind) == (source.name, source.kind)
        ]
        if mentions:
            quoted.append(min(mentions, key=lambda mention: abs(mention.first - head.first)))
            yield _evidence(context, "sources", quoted[-1])
        else:
            yield _evidence(context, "sources", head, "nobody is quoted: the outlet says so", rule_id="sources.default")
    denial, status = denied_by(context, draft), status_of(context, draft, sources)
    if denial is not None:
        yield _evidence(context, "status", denial, _STATUS[status])
        return
    for mention in quoted:
        yield _evidence(context, "status", mention, _STATUS[status])
    if not quoted:
        yield _evidence(context, "status", head, _STATUS[status], rule_id="status.default")
