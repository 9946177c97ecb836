"""How an actor stands to a frame: where its names are from the head, and what leads into them."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.events.categories import category
from marsad.events.roles import part_of
from marsad.frames.cast import Cast, guards
from marsad.frames.context import Context, distance, lead_in
from marsad.lexicon.role_words import plays, role_words
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["Sight", "see_actor", "see_mention"]


@dataclass(slots=True)
class Sight:
    """What describes an actor from a frame: features of its own, groups that come again, and those of a type of act.

    `typed` stand for a feature of each sub-event type, with * where its name goes: "part=agent|*".
    """

    own: list[str] = field(default_factory=list)
    usual: list[Described] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)


def see_mention(
    context: Context, frame: Frame, mention: ActorMention, kind: str, ranks: dict[int, int], tag: str, sight: Sight
) -> None:
    """Add what one mention of an actor tells: where, how near, led in by what; `tag` marks the second one."""
    zone, head = context.zone(frame, mention), frame.head
    foreign = context.is_foreign(frame, mention)
    sight.usual.append((_where, (tag, zone, kind, foreign, head.pos, head.sense)))
    if guards(context.document.words, mention):
        sight.own.append(f"guards|{zone}")
        sight.typed.append("guards|*")
    if zone[0] in "CS":
        _see_near(context, frame, mention, kind, zone, tag, sight)
        if mention.first in ranks:
            rank, of = ranks[mention.first], min(len(ranks), 3)
            sight.own.extend((f"{tag}rank={rank}|of={of}|{head.pos}", f"{tag}rank={rank}|{zone}|{head.sense}"))
            sight.typed.append(f"{tag}rank={rank}|of={of}|*")


def _where(tag: str, zone: str, kind: str, foreign: bool, pos: str, sense: str) -> tuple[str, ...]:
    """Describe where a name stands; this is all there is to say outside the sentence."""
    return (
        f"{tag}z={zone}|{kind}", f"{tag}foreign={foreign}|{zone}|{kind}", f"{tag}z={zone}|{kind}|{pos}",
        f"{tag}z={zone}|{sense}|{kind}",
    )  # fmt: skip


def _see_near(
    context: Context, frame: Frame, mention: ActorMention, kind: str, zone: str, tag: str, sight: Sight
) -> None:
    """Add what the words between a name and the head of the same sentence tell."""
    words, head, own = context.document.words, frame.head, sight.own
    lead = lead_in(words, mention.first, frame.sentence_first)
    away = distance(mention.first - head.stop + 1 if mention.first > head.first else head.first - mention.stop + 1)
    sight.usual.append((_led, (tag, zone, kind, head.pos, head.sense, lead, away)))
    if " ".join(words[max(0, head.first - 2) : head.first]) in role_words("reply") or (
        head.first and words[head.first - 1] in role_words("in-reply")
    ):
        own.append(f"{tag}reply|{zone}|{kind}")
    if mention.kind == "demonym" and mention.first and plays(words[mention.first - 1], "missile"):
        own += (f"{tag}sent|{head.sense}", f"{tag}sent|{head.pos}|{zone}")
    if role_words("accused").intersection(words[max(frame.sentence_first, mention.first - 4) : mention.first + 1]):
        own.append(f"accused|{head.sense}")
        sight.typed.append(f"accused|*|{zone}")
    start = max(frame.sentence_first, mention.first - 3)
    for name, role in (("holds", "holding"), ("arms", "arms")):
        if any(plays(word, role) for word in words[start : mention.first]):
            nearest = mention.first > start and plays(words[mention.first - 1], role)
            own += (f"{tag}{name}|{zone}|{head.pos}|{nearest}", f"{tag}{name}|{head.sense}|{kind}")
    turns = role_words("turn")
    if zone == "C>":
        between = tuple([word for word in words[head.stop : mention.first] if word in turns])
        sight.usual.append((_turned, (tag, kind, head.pos, head.sense, between[-2:])))
    elif zone == "C<":
        between = tuple([word for word in words[mention.stop : head.first] if word in turns])
        own.append(f"{tag}turn<{between[-1] if between else 'none'}|{kind}|{head.pos}")
    if zone[0] == "C":
        part = part_of(context, frame, mention)
        own += (f"{tag}part={part}|{kind}", f"part={part}", f"part={part}|{head.sense}")
        sight.typed.append(f"part={part}|*")
    _see_cues(frame, mention, words, zone, sight)
    if mention.members:
        own.append(f"{tag}members|{zone}|{head.pos}")
    own.append(f"{tag}before={' '.join(words[max(frame.sentence_first, mention.first - 2) : mention.first])}")
    if mention.first == head.stop:
        own.append(f"{tag}next|{kind}|{head.sense}|{head.pos}")
    toll = context.victim_of(mention.span)
    if toll is not None:
        own += (f"{tag}victim|{kind}", f"{tag}victim|{toll.outcome}")
    if mention.stop < len(words):
        own.append(f"{tag}after={words[mention.stop]}")


def _see_cues(frame: Frame, mention: ActorMention, words: tuple[str, ...], zone: str, sight: Sight) -> None:
    """Add whether an attack is repelled, or somebody blamed, right before a name or further before it."""
    lead_words = words[max(frame.first, mention.first - 3) : mention.first]
    for name, known in (("repels", role_words("repelling")), ("blames", role_words("blaming"))):
        if known.intersection(lead_words):
            sight.own.append(name)
            sight.typed.append(f"{name}|*")
        elif known.intersection(words[frame.first : mention.first]):
            sight.own.append(f"{name}>|{zone}")
            sight.typed.append(f"{name}>|*")


def _led(tag: str, zone: str, kind: str, pos: str, sense: str, lead: str, away: str) -> tuple[str, ...]:
    """Describe what leads into a name, and how far it is from the head."""
    return (
        f"{tag}z={zone}|d={away}|{kind}", f"{tag}lead={lead}|{zone}", f"{tag}lead={lead}|{zone}|{sense}.{pos}",
        f"{tag}lead={lead}|{kind}",
    )  # fmt: skip


def _turned(tag: str, kind: str, pos: str, sense: str, between: tuple[str, ...]) -> tuple[str, ...]:
    """Describe the last words between head and name that turn from who acts to whom it hits."""
    turn = between[-1] if between else "none"
    return f"{tag}turn={turn}|{kind}", f"{tag}turn={turn}|{sense}", f"{tag}turns={' '.join(between)}|{pos}"


def see_actor(context: Context, frame: Frame, actor: Cast, sight: Sight) -> None:
    """Add what all mentions of an actor tell together: where they stand, how many, whether it claims acts."""
    everywhere = [context.zone(frame, mention)[0] for mention in actor.mentions]
    unquoted = {
        zone for zone, mention in zip(everywhere, actor.mentions, strict=True) if not context.is_quoted(mention)
    }
    claimed = "".join(sorted(set(everywhere))) if actor.claims else ""
    many = min(len(actor.mentions), 4)
    sight.usual.append((_together, ("".join(sorted(unquoted)), many, actor.armed, claimed, category(actor.code))))


def _together(zones: str, many: int, armed: bool, claimed: str, kind: str) -> tuple[str, ...]:
    """Describe an actor by the zones of its names, a letter each; `claimed` are those of one that claims acts."""
    features = [*(f"in={zone}|{armed}" for zone in zones), f"count={many}|{armed}"]
    if claimed:
        features += [f"claims|{armed}", *(f"claims|{zone}|{kind}" for zone in claimed)]
    if zones and not set(zones) & {"C", "S"}:
        features.append(f"far|{kind}")
    return tuple(features)
