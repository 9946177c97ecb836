"""How an actor stands to a frame: where its names are from the head, and what leads into them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from marsad.events.categories import category
from marsad.events.roles import part_of
from marsad.frames.context import Context, distance, lead_in
from marsad.lexicon.role_words import plays, role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["actor_features", "guards", "mention_features"]


def mention_features(
    context: Context, frame: Frame, mention: ActorMention, sub_event_type: str, ranks: dict[int, int], tag: str
) -> Iterable[str]:
    """Describe one mention of an actor from a frame: where, how near, led in by what; `tag` marks the second one."""
    words = context.document.words
    zone = context.zone(frame, mention)
    kind = "armed" if mention.armed else "civil"
    if mention.kind in ("demonym", "generic"):
        kind = mention.kind
    if mention.rule_id == "actors.country":
        kind = "country"
    if context.is_quoted(mention):
        kind += ".says"
    near = zone[0] in "CS"
    head = frame.head
    yield f"{tag}z={zone}|{kind}"
    yield f"{tag}foreign={context.is_foreign(frame, mention)}|{zone}|{kind}"
    yield f"{tag}z={zone}|{kind}|{head.pos}"
    yield f"{tag}z={zone}|{head.sense}|{kind}"
    if guards(words, mention):
        yield f"guards|{sub_event_type}"
        yield f"guards|{zone}"
    if not near:
        return
    lead = lead_in(words, mention.first, frame.sentence_first)
    away = distance(mention.first - head.stop + 1 if mention.first > head.first else head.first - mention.stop + 1)
    yield f"{tag}z={zone}|d={away}|{kind}"
    if " ".join(words[max(0, head.first - 2) : head.first]) in role_words("reply") or (
        head.first and words[head.first - 1] == "ردا"
    ):
        yield f"{tag}reply|{zone}|{kind}"
    if mention.kind == "demonym" and mention.first and plays(words[mention.first - 1], "missile"):
        yield f"{tag}sent|{head.sense}"
        yield f"{tag}sent|{head.pos}|{zone}"
    if role_words("accused").intersection(words[max(frame.sentence_first, mention.first - 4) : mention.first + 1]):
        yield f"accused|{sub_event_type}|{zone}"
        yield f"accused|{head.sense}"
    yield f"{tag}lead={lead}|{zone}"
    yield f"{tag}lead={lead}|{zone}|{head.sense}.{head.pos}"
    yield f"{tag}lead={lead}|{kind}"
    start = max(frame.sentence_first, mention.first - 3)
    for name, role in (("holds", "holding"), ("arms", "arms")):
        if any(plays(word, role) for word in words[start : mention.first]):
            nearest = mention.first > start and plays(words[mention.first - 1], role)
            yield f"{tag}{name}|{zone}|{head.pos}|{nearest}"
            yield f"{tag}{name}|{head.sense}|{kind}"
    turns = role_words("turn")
    if zone == "C>":
        between = [word for word in words[head.stop : mention.first] if word in turns]
        turn = between[-1] if between else "none"
        yield f"{tag}turn={turn}|{kind}"
        yield f"{tag}turn={turn}|{head.sense}"
        yield f"{tag}turns={' '.join(between[-2:])}|{head.pos}"
    elif zone == "C<":
        between = [word for word in words[mention.stop : head.first] if word in turns]
        yield f"{tag}turn<{between[-1] if between else 'none'}|{kind}|{head.pos}"
    if zone[0] == "C":
        part = part_of(context, frame, mention)
        yield f"{tag}part={part}|{kind}"
        yield f"part={part}"
        yield f"part={part}|{head.sense}"
        yield f"part={part}|{sub_event_type}"
    lead_words = words[max(frame.first, mention.first - 3) : mention.first]
    for name, known in (("repels", role_words("repelling")), ("blames", role_words("blaming"))):
        if known.intersection(lead_words):
            yield f"{name}"
            yield f"{name}|{sub_event_type}"
        elif known.intersection(words[frame.first : mention.first]):
            yield f"{name}>|{zone}"
            yield f"{name}>|{sub_event_type}"
    if mention.members:
        yield f"{tag}members|{zone}|{head.pos}"
    before = " ".join(words[max(frame.sentence_first, mention.first - 2) : mention.first])
    yield f"{tag}before={before}"
    if mention.first in ranks:
        rank = ranks[mention.first]
        yield f"{tag}rank={rank}|of={min(len(ranks), 3)}|{head.pos}"
        yield f"{tag}rank={rank}|{zone}|{head.sense}"
        yield f"{tag}rank={rank}|of={min(len(ranks), 3)}|{sub_event_type}"
    if mention.first == head.stop:
        yield f"{tag}next|{kind}|{head.sense}|{head.pos}"
    toll = context.victim_of(mention.span)
    if toll is not None:
        yield f"{tag}victim|{kind}"
        yield f"{tag}victim|{toll.outcome}"
    if mention.stop < len(words):
        yield f"{tag}after={words[mention.stop]}"


def guards(words: tuple[str, ...], mention: ActorMention) -> bool:
    """Say whether a mention is somebody's air defence: "الدفاعات الجوية السورية"."""
    return _guards(words[mention.first : mention.stop])


@lru_cache(maxsize=50_000)
def _guards(inside: tuple[str, ...]) -> bool:
    return any(word.endswith(("جوي", "جويه", "حديديه")) for word in inside) and any(
        plays(word, "guard") for word in inside
    )


def actor_features(context: Context, frame: Frame, code: str, mentions: list[ActorMention]) -> Iterable[str]:
    """Describe all mentions of an actor together: where they stand, how many, whether it owns or is accused of acts."""
    zones = {context.zone(frame, mention)[0] for mention in mentions if not context.is_quoted(mention)}
    armed = any(mention.armed for mention in mentions)
    for zone in sorted(zones):
        yield f"in={zone}|{armed}"
    yield f"count={min(len(mentions), 4)}|{armed}"
    words = context.document.words
    if any(plays(word, "claim") for mention in mentions for word in words[max(0, mention.first - 4) : mention.first]):
        away = {context.zone(frame, mention)[0] for mention in mentions}
        yield f"claims|{armed}"
        for zone in sorted(away):
            yield f"claims|{zone}|{category(code)}"
    if zones and not zones & {"C", "S"}:
        yield f"far|{category(code)}"
