"""When an act happened: the time expressions of the report, the publication day, or a recent day unsaid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance
from marsad.lexicon.role_words import role_words
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
    had = _had(context, frame)
    told = Counter([mention.start for mention in mentions])
    bodies = (other.start for other in mentions if other.start is not None and context.zone(frame, other) != "H")
    lead = next(bodies, None)
    words = tuple(dict.fromkeys(context.document.words[frame.first : frame.stop]))
    for mention in mentions:
        if mention.start is None or mention.end is None or mention.scope == "repeated":
            continue
        value = EventDate(start=mention.start, end=mention.end, precision=mention.precision)
        usual = _kind(
            context.zone(frame, mention), mention.scope, context.is_foreign(frame, mention), int(mention.precision),
            min(len(inside), 2), min(len(same), 2), mention.rule_id, mention.part_of_day,
        )  # fmt: skip
        features = (
            *_features(context, frame, mention, inside, same, published, cues),
            *_told(context, frame, mention, lead, told[mention.start], had),
        )  # fmt: skip
        begun = ((f"w={context.zone(frame, mention)[0]}|", words),)
        candidates.append(Candidate(value, mention, features, usual=usual, begun=begun))
        day = _day_before(mentions, mention)
        if day is not None and frame.sentence_first <= mention.first < frame.sentence_stop:
            zone = context.zone(frame, mention)
            value = EventDate(start=day, end=day, precision=DatePrecision.DAY)
            away = context.sentence_of[mention.first] - max(
                context.sentence_of[other.first] for other in mentions if other.first < mention.first
            )
            part = "part-of-told"
            features = (f"{part}|{zone}", f"{part}|part={mention.part_of_day}", f"{part}|{min(away, 3)}")
            candidates.append(Candidate(value, mention, features))
    if published is None:
        return candidates or [Candidate(UNKNOWN, None, ())]
    back = _counted_back(context, frame)
    if back is not None:
        day = published - timedelta(days=back)
        value = EventDate(start=day, end=day, precision=DatePrecision.DAY)
        candidates.append(Candidate(value, None, ("counted-back", f"counted-back|{frame.head.pos}")))
    situation = f"inside={min(len(inside), 2)}|same={min(len(same), 2)}"
    body = min(frame.sentence, 5)
    apart = min((context.clauses_between(frame.head.first, mention.first) for mention in same), default=3)
    opener = _opener(context, frame)
    for name, days, precision in (("published", 0, DatePrecision.DAY), ("recent", 1, DatePrecision.WEEK)):
        value = EventDate(start=published - timedelta(days=days), end=published, precision=precision)
        features = (
            name, f"{name}|{situation}", f"{name}|any={bool(mentions)}", f"{name}|sentence={body}",
            f"{name}|{frame.head.pos}|{frame.head.definite}", *(f"{name}|q={kind}" for kind in cues),
            f"{name}|{frame.head.sense}", f"{name}|apart={min(apart, 2) if same else 'none'}",
            f"{name}|opens={opener}", f"{name}|had={had}",
            f"{name}|had={had}|any={bool(mentions)}|same={bool(same)}",
        )  # fmt: skip
        candidates.append(Candidate(value, None, features, begun=((f"w={name}|", words),)))
    return candidates


_DAYS_AFTER = re.compile(r"P(\d{1,2})D")


def _told(
    context: Context, frame: Frame, mention: DateMention, lead: date | None, times: int, had: bool
) -> Iterable[str]:
    """Describe what else of the report tells this day, and what stands between it and the act.

    `lead` is the first day told below the headline, `times` how often the report tells this one.
    """
    zone = context.zone(frame, mention)
    if lead is not None:
        yield f"lead={lead == mention.start}|{zone}"
        yield f"lead={lead == mention.start}|{zone[0]}|p{int(mention.precision)}"
    yield f"told={min(times, 3)}|{zone[0]}"
    yield f"had={had}|{zone}"
    if mention.scope == "since":
        before = context.document.words[max(0, mention.first - 16) : mention.first]
        counts = not role_words("count").isdisjoint(before)
        yield f"counts={counts}|p{int(mention.precision)}|{zone[0]}"
    if zone[0] in "CS":
        first, stop = sorted((frame.head.first, mention.first))
        words = context.document.words[first + 1 : stop]
        under = role_words("under")
        yield f"under={not under.isdisjoint(words)}|{zone}"
        for word in words:
            if word in under:
                yield f"under={word}|{zone[1]}"
    else:
        away = max(-5, min(3, context.sentence_of[mention.first] - frame.sentence))
        acts = min(context.acts_between(frame, mention), 4)
        opener = _opener(context, frame)
        yield f"away={away}|foreign={context.is_foreign(frame, mention)}"
        yield f"{zone}|acts={acts}"
        yield f"{zone}|opens={opener}"
        yield f"{zone}|{mention.scope}|p{int(mention.precision)}"


def _opener(context: Context, frame: Frame) -> str:
    """Return the word that opens the sentence of a frame."""
    return context.document.words[frame.sentence_first]


def _had(context: Context, frame: Frame) -> bool:
    """Say whether the act is told as past of the past: "وكان مسلحون قد اغتالوا"."""
    words = context.document.words[max(frame.sentence_first, frame.head.first - 7) : frame.head.first]
    return any(word.removeprefix("و") in ("كان", "كانت", "سبق", "كانوا", "قد") for word in words)


def _counted_back(context: Context, frame: Frame) -> int | None:
    """Return how many days before the news an act lies that the news is dated from: "بعد يومين من غارة"."""
    head = frame.head.first
    for mention in context.annotations.dates:
        if mention.rule_id == "dates.after" and 0 < head - mention.stop <= 3:
            days = _DAYS_AFTER.fullmatch(mention.timex_value)
            if days is not None and context.document.words[mention.stop] in ("من", "علي"):
                return int(days[1])
    return None


def _day_before(mentions: Sequence[DateMention], mention: DateMention) -> date | None:
    """Return the day told before a bare part of a day ("مساءً"), when it is another than the one assumed."""
    if mention.rule_id not in ("dates.part-of-day", "dates.clock"):
        return None
    told = [
        other for other in mentions
        if other.first < mention.first and other.start is not None and other.start == other.end
    ]  # fmt: skip
    return told[-1].start if told and told[-1].start != mention.start else None


@lru_cache(maxsize=20_000)
def _kind(
    zone: str, scope: str, foreign: bool, precision: int, inside: int, same: int, rule_id: str, part: str | None
) -> tuple[str, ...]:
    """Describe what kind of expression it is; `inside` and `same` count those of the frame and of its sentence."""
    return (
        f"z={zone}", f"z={zone}|{scope}", f"foreign={foreign}|{zone}|inside={inside > 0}", f"z={zone}|p{precision}",
        f"z={zone}|inside={inside}|same={same}", f"rule={rule_id}", f"rule={rule_id}|{zone[0]}",
        f"part={part}|{zone[0]}",
    )  # fmt: skip


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
    before = words[mention.first - 1] if mention.first > 0 else "^"
    yield f"before={before}"
    if zone[0] in "CS":
        clauses = min(context.clauses_between(frame.head.first, mention.first), 2)
        acts = min(context.acts_between(frame, mention), 2)
        yield f"clauses={clauses}|{zone}"
        yield f"acts={acts}|{zone}"
        yield f"clauses={clauses > 0}|acts={acts}|inside={min(len(inside), 2)}"
        yield f"clauses={clauses > 0}|{mention.scope}|p{precision}"
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
