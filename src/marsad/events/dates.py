"""When an act happened: the time expressions of the report, the publication day, or a recent day unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance
from marsad.model.frame import Frame
from marsad.model.when import DateMention, DatePrecision, EventDate

__all__ = ["UNKNOWN", "date_candidates"]

UNKNOWN = EventDate(
    start=None,
    end=None,
    precision=DatePrecision.MONTH,
    reason="The report gives no date, and its publication date is not known.",
)


def date_candidates(context: Context, frame: Frame) -> list[Candidate[EventDate]]:
    """Return the days an act may have: each resolved expression, publication day, "recently", or unknown."""
    published = context.document.published_on
    candidates: list[Candidate[EventDate]] = []
    mentions = context.annotations.dates
    inside = [mention for mention in mentions if frame.first <= mention.first < frame.stop]
    same = [mention for mention in mentions if frame.sentence_first <= mention.first < frame.sentence_stop]
    cues = sorted({cue.kind for cue in context.qualifiers_over(frame)})
    for mention in mentions:
        if mention.start is None or mention.end is None or mention.scope == "repeated":
            continue
        value = EventDate(start=mention.start, end=mention.end, precision=mention.precision)
        features = tuple(_features(context, frame, mention, inside, same, published, cues))
        candidates.append(Candidate(value, mention, features))
    if published is None:
        return candidates or [Candidate(UNKNOWN, None, ())]
    situation = f"inside={min(len(inside), 2)}|same={min(len(same), 2)}"
    body = min(frame.sentence, 5)
    for name, days, precision in (("published", 0, DatePrecision.DAY), ("recent", 1, DatePrecision.WEEK)):
        value = EventDate(start=published - timedelta(days=days), end=published, precision=precision)
        features = (
            name, f"{name}|{situation}", f"{name}|any={bool(mentions)}", f"{name}|sentence={body}",
            f"{name}|{frame.head.pos}|{frame.head.definite}", *(f"{name}|q={kind}" for kind in cues),
            f"{name}|{frame.head.sense}",
        )  # fmt: skip
        candidates.append(Candidate(value, None, features))
    return candidates


def _features(
    context: Context,
    frame: Frame,
    mention: DateMention,
    inside: list[DateMention],
    same: list[DateMention],
    published: date | None,
    cues: list[str],
) -> Iterable[str]:
    zone = context.zone(frame, mention)
    words = context.document.words
    precision = int(mention.precision)
    yield f"z={zone}"
    yield f"z={zone}|{mention.scope}"
    yield f"foreign={context.is_foreign(frame, mention)}|{zone}|inside={bool(inside)}"
    yield f"z={zone}|p{precision}"
    yield f"z={zone}|inside={min(len(inside), 2)}|same={min(len(same), 2)}"
    yield f"rule={mention.rule_id}"
    yield f"rule={mention.rule_id}|{zone[0]}"
    yield f"part={mention.part_of_day}|{zone[0]}"
    before = words[mention.first - 1] if mention.first > 0 else "^"
    yield f"before={before}"
    if zone[0] in "CS":
        yield f"z={zone}|d={distance(mention.first - frame.head.first)}"
        first = (inside or same)[0] is mention
        yield f"first={first}|{zone}"
        yield f"near={mention is min(inside or same, key=lambda other: abs(other.first - frame.head.first))}"
    else:
        yield f"body={min(frame.sentence, 5)}|{zone}"
        earlier = [other for other in context.annotations.dates if other.first < frame.first]
        yield f"latest={bool(earlier) and earlier[-1] is mention}|{zone}|inside={bool(inside)}|same={bool(same)}"
        for kind in cues:
            yield f"far|q={kind}"
    if published is not None and mention.start is not None:
        ago = (published - mention.start).days
        age = (
            "future"
            if ago < 0
            else str(ago)
            if ago <= 2
            else "week"
            if ago <= 8
            else "month"
            if ago <= 31
            else "year"
            if ago <= 366
            else "old"
        )
        yield f"ago={age}"
        yield f"ago={age}|{zone[0]}"
        yield f"ago={age}|{mention.scope}|p{precision}"
    if context.is_quoted(mention) or any(
        source.stop in (mention.first, mention.first - 1) for source in context.annotations.sources
    ):
        yield "says"
