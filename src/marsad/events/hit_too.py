"""Who else an act hits beside the first: "سبعة مدنيين وأربعة من مقاتلي قسد", "مواقع للنظام وإيران".

Every other actor named in the sentence of an act is weighed: how its name is joined to that of the first one hit, of
what kinds the two are, and whether both have a toll of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.events.categories import category
from marsad.events.choose import Candidate, Choice
from marsad.events.draft import Draft
from marsad.events.roles import part_of
from marsad.frames.context import Context, distance
from marsad.lexicon.role_words import role_words
from marsad.lexicon.weights import Weights
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES
from marsad.model.who import ActorMention, is_coded_by_name

__all__ = ["hit_too", "others_hit"]

_HIT = 0.5
_NEAR = 3
_NOBODY = ("", "unidentified")


def hit_too(
    context: Context, draft: Draft, weights: Weights, *, fellows: Iterable[ActorMention]
) -> tuple[Choice[str], ...]:
    """Return who is hit beside the first of side2, to whom `fellows` are joined, each with how likely that is."""
    others = others_hit(context, draft, fellows=fellows)
    weighed = [(other, weights.logistic(other.score(weights))) for other in others]
    return tuple(Choice(other.value, other.mention, likely) for other, likely in weighed if likely > _HIT)


def others_hit(context: Context, draft: Draft, *, fellows: Iterable[ActorMention]) -> list[Candidate[str]]:
    """Return every other actor of the sentence that may be hit as well, none where nobody is hit first."""
    frame, first = draft.lead.frame, draft.side2
    if first.value in _NOBODY:
        return []
    named: dict[str, list[ActorMention]] = {}
    for mention in context.annotations.actors:
        known = mention.code in (None, *_NOBODY, draft.side1.value, first.value)
        if not known and frame.sentence_first <= mention.first < frame.sentence_stop:
            named.setdefault(mention.code or "", []).append(mention)
    if not named:
        return []
    beside = first.mention if isinstance(first.mention, ActorMention) else None
    anchor = (beside or frame.head).first
    with_first = {mention.code for mention in fellows}
    family = EVENT_TYPES[draft.sub_event_type.value]
    found = []
    for code, mentions in named.items():
        mention = min(mentions, key=lambda mention: (not _inside(frame, mention), abs(mention.first - anchor)))
        kinds = f"{category(first.value)}+{category(code)}"
        own = [
            *_kinds(first.value, code, kinds, family), f"type={draft.sub_event_type.value}",
            *_standing(context, frame, mention),
            *_tied(context, beside, mention, kinds, family),
            f"fellow={code in with_first}", f"fellow={code in with_first}|{family}",
        ]  # fmt: skip
        found.append(Candidate(code, mention, tuple(own)))
    return found


def _inside(frame: Frame, mention: ActorMention) -> bool:
    return frame.first <= mention.first < frame.stop


def _kinds(first: str, code: str, kinds: str, family: str) -> Iterator[str]:
    """Describe which kinds of actors the two are."""
    yield f"kinds={kinds}"
    yield f"kinds={kinds}|{family}"
    yield f"kind={category(code)}"
    if not is_coded_by_name(first) and not is_coded_by_name(code):
        yield f"pair={'+'.join(sorted((first, code)))}"


def _standing(context: Context, frame: Frame, mention: ActorMention) -> Iterator[str]:
    """Describe how the other stands to the act by itself."""
    zone, kind = context.zone(frame, mention), category(mention.code or "")
    before = context.document.words[mention.first - 1] if mention.first else ""
    yield f"zone={zone}"
    yield f"zone={zone}|{kind}"
    yield f"name={mention.kind}|armed={mention.armed}|members={mention.members}"
    yield f"part={part_of(context, frame, mention)}"
    yield f"acts={min(context.acts_between(frame, mention), 2)}"
    yield f"among={before.removeprefix('و') in role_words('among-them')}|{kind}"
    others = {actor.code for actor in frame.inside(context.annotations.actors) if actor.code}
    yield f"named={min(len(others), 4)}|inside={_inside(frame, mention)}"


def _tied(
    context: Context, beside: ActorMention | None, mention: ActorMention, kinds: str, family: str
) -> Iterator[str]:
    """Describe what ties the other to the first, and whether each has a toll."""
    counted = context.victim_of(mention.span) is not None
    if beside is None:
        yield f"unnamed|counted={counted}"
        yield f"unnamed|{kinds}"
        return
    left, right = (beside, mention) if beside.first < mention.first else (mention, beside)
    away = right.first - left.stop
    tie, side = _tie(context, left, right), "after" if right is mention else "before"
    counts = f"counted={context.victim_of(beside.span) is not None}.{counted}"
    one = context.sentence_of[beside.first] == context.sentence_of[mention.first]
    yield f"tie={tie}"
    yield f"away={distance(away)}|{side}|{one}"
    yield counts
    for more in (side, kinds, family):
        yield f"tie={tie}|{more}"
    for more in (tie, kinds, family):
        yield f"{counts}|{more}"


def _tie(context: Context, left: ActorMention, right: ActorMention) -> str:
    """Name how و ties two names: right before the second, near it, some words before it, or not at all."""
    words = context.document.words
    between, away = words[left.stop : right.first + 1], right.first - left.stop
    if away <= 0 and words[right.first].startswith("و"):
        return "joined"
    if away <= _NEAR and any(word.startswith("و") for word in between):
        return "near"
    return "far" if any(word.startswith("و") for word in between[-_NEAR:]) else "none"
