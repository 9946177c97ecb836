"""The words behind every field of an event: span, quotation, rule and lexicon entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marsad.events.casualties import OUTCOMES
from marsad.events.choose import Choice
from marsad.events.draft import Draft
from marsad.frames.context import Context
from marsad.model.event import Evidence
from marsad.model.span import Mention
from marsad.model.what import Source
from marsad.model.who import ActorMention

__all__ = ["evidence_of"]


def evidence_of(
    context: Context,
    draft: Draft,
    fellows: tuple[ActorMention, ...],
    helpers: tuple[ActorMention, ...],
    sources: tuple[Source, ...],
) -> Iterable[Evidence]:
    """Yield the evidence of each field that has a value; a default names the words that leave it open."""
    source_text = context.document.source_text

    def of(field: str, mention: Mention, note: str | None = None) -> Evidence:
        span = mention.span
        entries = (mention.entry_id,) if mention.entry_id else ()
        quote = source_text[span.start : span.end]
        return Evidence(field=field, span=span, quote=quote, rule_id=mention.rule_id, entry_ids=entries, note=note)

    head = draft.lead.frame.head
    yield of("sub_event_type", head)
    fields: list[tuple[str, Choice[Any] | None]] = [
        ("side1", draft.side1), ("side2", draft.side2), ("place", draft.place), ("date", draft.date),
        *zip(OUTCOMES, draft.tolls, strict=True),
    ]  # fmt: skip
    for field, choice in fields:
        if choice is None or choice.value in (None, ""):
            continue
        if choice.mention is not None:
            yield of(field, choice.mention, f"p={choice.probability:.2f}")
        else:
            default = "the publication date" if field == "date" else "nobody is named in these words"
            yield Evidence(
                field=field,
                span=head.span,
                quote=source_text[head.span.start : head.span.end],
                rule_id=f"{field}.default",
                note=default,
            )
    for fellow in fellows:
        yield of("assist2", fellow)
    for helper in helpers:
        yield of("assist1", helper)
    names = {source.name for source in sources}
    for mention in context.annotations.sources:
        if mention.name in names:
            names.discard(mention.name)
            yield of("sources", mention)
