"""When an act happened: the time expressions of the report, the publication day, or a recent day unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from marsad.annotate.dates import so_long_before
from marsad.events.choose import Candidate
from marsad.events.shared import Shared
from marsad.frames.context import Context, age, distance
from marsad.frozen import dataclass
from marsad.lexicon.role_words import forms_of, role_words
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.when import DateMention, DatePrecision, EventDate

__all__ = ["UNKNOWN", "date_candidates"]

UNKNOWN = EventDate(
    start=None,
    end=None,
    precision=DatePrecision.MONTH,
    reason="The report gives no date, and its publication date is not known.",
)

_NEAR, _OVER_A_TOLL = 3, 9
"""How far behind "بعد أسبوع من" the act stands; further, where people stand between: "مقتل ستة جنود بغارة"."""


def date_candidates(context: Context, frame: Frame) -> list[Candidate[EventDate]]:
    """Return the days an act may have: each resolved expression, publication day, "recently", or unknown."""
    published = context.document.published_on
    candidates: list[Candidate[EventDate]] = []
    mentions = context.annotations.dates
    seen = _Seen.of(context, frame)
    words = Shared(dict.fromkeys(context.document.words[frame.first : frame.stop]))
    back = _counted_back(context, frame, published) if published is not None else None
    for mention in mentions:
        if mention.start is None or mention.end is None or mention.scope == "repeated":
            continue
        if back is not None and frame.sentence_first <= mention.first < back.after.first:
            continue  # they date what came after the act
        zone = context.zone(frame, mention)
        value = EventDate(start=mention.start, end=mention.end, precision=mention.precision)
        own, usual = _described(context, frame, mention, zone, seen)
        begun = ((f"w={zone[0]}|", words),)
        candidates.append(Candidate(value, mention, tuple(own), usual=tuple(usual), begun=begun))
        day = _day_before(mentions, mention)
        if day is not None and zone[0] in "CS":
            value = EventDate(start=day, end=day, precision=DatePrecision.DAY)
            away = context.sentence_of[mention.first] - max(
                context.sentence_of[other.first] for other in mentions if other.first < mention.first
            )
            part = "part-of-told"
            features = (f"{part}|{zone}", f"{part}|part={mention.part_of_day}", f"{part}|{min(away, 3)}")
            candidates.append(Candidate(value, mention, features))
    if published is None:
        return candidates or [Candidate(UNKNOWN, None, ())]
    if back is not None:
        candidates.append(Candidate(back.told, None, ("counted-back", f"counted-back|{frame.head.pos}")))
    apart = min((context.clauses_between(frame.head.first, mention.first) for mention in seen.same), default=3)
    situation = (
        min(len(seen.inside), 2), min(len(seen.same), 2), bool(mentions), min(frame.sentence, 5), frame.head.pos,
        frame.head.definite, frame.head.sense, min(apart, 2) if seen.same else "none", seen.had,
    )  # fmt: skip
    for name, days, precision in (("published", 0, DatePrecision.DAY), ("recent", 1, DatePrecision.WEEK)):
        value = EventDate(start=published - timedelta(days=days), end=published, precision=precision)
        own = [f"{name}|opens={seen.opener}", *(f"{name}|q={kind}" for kind in seen.cues)]
        begun = ((f"w={name}|", words),)
        candidates.append(Candidate(value, None, tuple(own), usual=((_unsaid, (name, *situation)),), begun=begun))
    return candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What every day of the report is compared with, worked out once a frame.

    `inside` and `same` are the time expressions of the frame and of its sentence, `nearest` the one of them nearest to
    the head, `latest` the last one before the frame; `lead` is the first day told below the headline; `cues` are the
    kinds of qualifiers over the head, `had` says that the act is told as past of the past, and `opener` is the word
    that opens the sentence.
    """

    inside: list[DateMention]
    same: list[DateMention]
    nearest: DateMention | None
    latest: DateMention | None
    lead: date | None
    cues: list[str]
    had: bool
    opener: str

    @classmethod
    def of(cls, context: Context, frame: Frame) -> _Seen:
        mentions = context.annotations.dates
        same = [mention for mention in mentions if frame.sentence_first <= mention.first < frame.sentence_stop]
        inside = frame.inside(same)
        bodies = (other.start for other in mentions if other.start is not None and context.zone(frame, other) != "H")
        return cls(
            inside=inside,
            same=same,
            nearest=min(inside or same, key=lambda other: abs(other.first - frame.head.first), default=None),
            latest=next((other for other in reversed(mentions) if other.first < frame.first), None),
            lead=next(bodies, None),
            cues=sorted({cue.kind for cue in context.qualifiers_over(frame)}),
            had=_had(context, frame),
            opener=context.document.words[frame.sentence_first],
        )


def _unsaid(
    name: str, inside: int, same: int, dated: bool, body: int, pos: str, definite: bool, sense: str, apart: object,
    had: bool,
) -> tuple[str, ...]:  # fmt: skip
    """Describe a day that no words of the report tell: that of publication, or a recent one."""
    return (
        name, f"{name}|inside={inside}|same={same}", f"{name}|any={dated}", f"{name}|sentence={body}",
        f"{name}|{pos}|{definite}", f"{name}|{sense}", f"{name}|apart={apart}", f"{name}|had={had}",
        f"{name}|had={had}|any={dated}|same={same > 0}",
    )  # fmt: skip


def _had(context: Context, frame: Frame) -> bool:
    """Say whether the act is told as past of the past: "وكان مسلحون قد اغتالوا"."""
    return not role_words("had-been").isdisjoint(
        context.document.words[max(frame.sentence_first, frame.head.first - 7) : frame.head.first]
    )


@dataclass(frozen=True, slots=True)
class _Back:
    """When an act was that something else is dated from, and the words "بعد أسبوع من" that say so."""

    told: EventDate
    after: DateMention


def _counted_back(context: Context, frame: Frame, published: date) -> _Back | None:
    """Return when an act was that other news are dated from: "بعد يومين من غارة", "بعد أسبوع على مقتل ستة بغارة".

    "أفرجت عنه بعد أسبوع من اعتقاله" is news of a release: the arrest is not dated for its own sake.
    """
    words, head = context.document.words, frame.head
    for mention in context.annotations.dates:
        if mention.rule_id != "dates.after" or not 0 < head.first - mention.stop <= _OVER_A_TOLL + 1:
            continue
        cue = mention.stop + (words[mention.stop] in forms_of("dates", "only"))
        opens_a_toll = any(toll.first <= cue + 1 < toll.stop for toll in context.annotations.casualties)
        near = 0 < head.first - cue <= (_OVER_A_TOLL if opens_a_toll else _NEAR)
        if not near or words[cue] not in forms_of("dates", "after-what") or _freed(context, frame, mention):
            continue
        told = so_long_before(mention.timex_value, _day_of(context, mention) or published)
        if told is not None:
            return _Back(EventDate(start=told.start, end=told.end, precision=told.precision), mention)
    return None


def _freed(context: Context, frame: Frame, mention: DateMention) -> bool:
    """Say whether the words before tell the release of those whose custody a frame tells."""
    return frame.head.sense in ("arrest", "abduction") and any(
        trigger.sense == "release" and frame.sentence_first <= trigger.first < mention.first
        for trigger in context.annotations.triggers
    )


def _day_of(context: Context, mention: DateMention) -> date | None:
    """Return the latest day told before a mention in its sentence: "الأحد، بعد أسبوعين من"."""
    sentence = context.sentence_of[mention.first]
    told = _days_told_before(context.annotations.dates, mention)
    return max((day.start for day in told if day.start and context.sentence_of[day.first] == sentence), default=None)


def _day_before(mentions: Sequence[DateMention], mention: DateMention) -> date | None:
    """Return the day told before a bare part of a day ("مساءً"), when it is another than the one assumed."""
    if mention.rule_id not in ("dates.part-of-day", "dates.clock"):
        return None
    told = _days_told_before(mentions, mention)
    return told[-1].start if told and told[-1].start != mention.start else None


def _days_told_before(mentions: Sequence[DateMention], mention: DateMention) -> list[DateMention]:
    """Return the expressions before a mention that tell one day."""
    before = (other for other in mentions if other.first < mention.first)
    return [other for other in before if other.start is not None and other.start == other.end]


def _described(
    context: Context, frame: Frame, mention: DateMention, zone: str, seen: _Seen
) -> tuple[list[str], list[Described]]:
    """Describe an expression from a frame: what is its own, and in groups that come again."""
    words, head = context.document.words, frame.head
    precision = int(mention.precision)
    inside, same = min(len(seen.inside), 2), min(len(seen.same), 2)
    foreign = context.is_foreign(frame, mention)
    own = [f"before={words[mention.first - 1] if mention.first > 0 else '^'}"]
    usual: list[Described] = [
        (_kind, (zone, mention.scope, foreign, precision, inside, same, mention.rule_id, mention.part_of_day)),
        (
            _told,
            (
                zone,
                precision,
                seen.lead and seen.lead == mention.start,
                min(context.days_told[mention.start], 3),
                seen.had,
            ),
        ),
    ]
    if zone[0] in "CS":
        clauses = min(context.clauses_between(head.first, mention.first), 2)
        acts = min(context.acts_between(frame, mention), 2)
        first = (seen.inside or seen.same)[0] is mention
        between = words[min(head.first, mention.first) + 1 : max(head.first, mention.first)]
        near = distance(mention.first - head.first), first, seen.nearest is mention
        usual.append((_near, (zone, clauses, acts, inside, mention.scope, precision, *near)))
        under = role_words("under").intersection(between)
        own.append(f"under={bool(under)}|{zone}")
        if under:
            own += [f"under={word}|{zone[1]}" for word in between if word in under]
    else:
        away = max(-5, min(3, context.sentence_of[mention.first] - frame.sentence))
        acts = min(context.acts_between(frame, mention), 4)
        latest, body = seen.latest is mention, min(frame.sentence, 5)
        usual.append((_far, (zone, body, latest, inside, same, away, foreign, acts, mention.scope, precision)))
        own.append(f"{zone}|opens={seen.opener}")
        own += [f"far|q={kind}" for kind in seen.cues]
    if mention.scope == "since":
        counts = not role_words("count").isdisjoint(words[max(0, mention.first - 16) : mention.first])
        own.append(f"counts={counts}|p{precision}|{zone[0]}")
    published = context.document.published_on
    if published is not None and mention.start is not None:
        usual.append((_ago, (_days_ago((published - mention.start).days), zone[0], mention.scope, precision)))
    if context.is_quoted(mention) or any(
        source.stop in (mention.first, mention.first - 1) for source in context.annotations.sources
    ):
        own.append("says")
    return own, usual


def _kind(
    zone: str, scope: str, foreign: bool, precision: int, inside: int, same: int, rule_id: str, part: str | None
) -> tuple[str, ...]:
    """Describe what kind of expression it is; `inside` and `same` count those of the frame and of its sentence."""
    return (
        f"z={zone}", f"z={zone}|{scope}", f"foreign={foreign}|{zone}|inside={inside > 0}", f"z={zone}|p{precision}",
        f"z={zone}|inside={inside}|same={same}", f"rule={rule_id}", f"rule={rule_id}|{zone[0]}",
        f"part={part}|{zone[0]}",
    )  # fmt: skip


def _told(zone: str, precision: int, leads: bool | None, times: int, had: bool) -> tuple[str, ...]:
    """Describe what else of the report tells this day; `leads` is None where no day is told below the headline."""
    lead = () if leads is None else (f"lead={leads}|{zone}", f"lead={leads}|{zone[0]}|p{precision}")
    return (*lead, f"told={times}|{zone[0]}", f"had={had}|{zone}")


def _near(
    zone: str, clauses: int, acts: int, inside: int, scope: str, precision: int, away: str, first: bool, nearest: bool
) -> tuple[str, ...]:
    """Describe an expression of the frame's own sentence: what stands between the two."""
    return (
        f"clauses={clauses}|{zone}", f"acts={acts}|{zone}", f"clauses={clauses > 0}|acts={acts}|inside={inside}",
        f"clauses={clauses > 0}|{scope}|p{precision}", f"z={zone}|d={away}", f"first={first}|{zone}",
        f"near={nearest}",
    )  # fmt: skip


def _far(
    zone: str, body: int, latest: bool, inside: int, same: int, away: int, foreign: bool, acts: int, scope: str,
    precision: int,
) -> tuple[str, ...]:  # fmt: skip
    """Describe an expression of another sentence: how far it is, and what acts are told in between."""
    return (
        f"body={body}|{zone}", f"latest={latest}|{zone}|inside={inside > 0}|same={same > 0}",
        f"away={away}|foreign={foreign}", f"{zone}|acts={acts}", f"{zone}|{scope}|p{precision}",
    )  # fmt: skip


def _ago(age: str, place: str, scope: str, precision: int) -> tuple[str, ...]:
    """Describe how long before publication a day lies."""
    return f"ago={age}", f"ago={age}|{place}", f"ago={age}|{scope}|p{precision}"


def _days_ago(days: int) -> str:
    return str(days) if 0 <= days <= 2 else age(days)
