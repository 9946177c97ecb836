"""Who acts and who is acted upon: candidates for side1 and side2 of a frame.

"قصفت مدفعية قوات النظام بلدة تفتناز" : side1 syr-regime (first after an active verb), side2 civilians.
Every actor of the report is a candidate, described by where its mentions stand from the head, what leads
into them, and who usually does what to whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp

from marsad.arabic.affixes import bare
from marsad.events.choose import Candidate, Choice, ranked
from marsad.events.roles import ARMS, HOLDINGS, part_of
from marsad.frames.context import Context, distance, lead_in
from marsad.lexicon.weights import Weights
from marsad.model.frame import Frame
from marsad.model.what import EVENT_TYPES
from marsad.model.who import ActorMention

__all__ = ["NOBODY", "acting_candidates", "affected_candidates", "category", "choose_sides", "seen_actors"]

NOBODY = ""
"""The value of an empty side."""

_CATEGORIES = {
    "civilians": "civ", "protesters": "crowd", "journalists": "civ", "aid-workers": "civ", "health-workers": "civ",
    "officials": "official", "prisoners": "prisoner", "unidentified": "unknown", "criminal": "crime", "tribal": "tribal",
    "is": "jihadi", "hts": "jihadi", "jihadi-other": "jihadi", "shabaab": "jihadi", "taliban": "jihadi",
    "coalition": "foreign", "usa": "foreign", "turkey": "foreign", "russia": "foreign", "israel": "foreign",
    "saudi-coalition": "foreign", "uae": "foreign", "ksa": "foreign", "iran": "foreign",
    "syr-regime": "state", "syr-gov": "state", "iraq": "state", "lebanon": "state", "jordan": "state",
    "yemen-gov": "state", "sudan-saf": "state", "egypt": "state", "iran-gov": "state", "gnu": "state", "lna": "state",
}  # fmt: skip


def category(code: str) -> str:
    """Group an actor's code for features: state, foreign, jihadi, armed, civ, crowd, official ..."""
    if code.startswith("other:"):
        return "other"
    return _CATEGORIES.get(code, "armed") if code else "none"


_ACTING_TRIED = 4

_TURNS = frozenset(
    [
        "علي",
        "ضد",
        "استهدف",
        "استهدفت",
        "استهدفا",
        "يستهدف",
        "تستهدف",
        "باتجاه",
        "نحو",
        "صوب",
        "طال",
        "طالت",
        "طاول",
        "من",
        "مع",
        "وبين",
        "بين",
        "في",
        "بعد",
        "اثر",
        "جراء",
        "قبل",
        "ان",
        "التي",
        "الذي",
        "عن",
        "ل",
    ]
)
"""Words between an act and a name that tell which side of the act the name stands on."""


_CLAIMS = frozenset(
    [
        "تبني",
        "تبنت",
        "تبناه",
        "تبنته",
        "تبناها",
        "تبنتها",
        "تبنيه",
        "تبنيها",
        "مسووليته",
        "مسووليتها",
        "مسوولياتها",
        "اتهم",
        "اتهمت",
        "متهما",
        "متهمه",
        "حمل",
        "حملت",
        "نسبه",
        "نسبته",
        "نسبت",
        "نسب",
    ]
)
"""Words by which a side owns an act or is accused of it."""

_REPLIES = (("ردا", "علي"), ("رد", "علي"), ("وردا", "علي"))

_MISSILES = frozenset(
    [
        "صاروخ",
        "صواريخ",
        "صاروخين",
        "صاروخان",
        "قذيفه",
        "قذائف",
        "مسيره",
        "مسيرات",
        "مسيرتين",
        "طائره",
        "طائرات",
        "غاره",
        "غارات",
        "ضربه",
        "ضربات",
        "قصف",
        "عدوان",
        "هجوم",
        "هجمات",
        "هجوما",
    ]
)
"""What flies or falls: an adjective of a country behind it names who sent it."""


_ACCUSED = frozenset(
    [
        "بتهمه",
        "بتهم",
        "تهمه",
        "للاشتباه",
        "الاشتباه",
        "بالانتماء",
        "الانتماء",
        "لانتمائهم",
        "لانتمائه",
        "انتمائهم",
        "صلتهم",
        "صلته",
        "بصلتهم",
        "بصلته",
        "ارتباطهم",
        "تعاملهم",
        "بالتعامل",
        "التعامل",
        "لصالح",
        "متهمين",
        "متهما",
        "المتهمين",
        "مطلوبين",
        "المطلوبين",
        "لتورطهم",
        "تورطهم",
        "مبايعه",
        "خليه",
        "خلايا",
        "عناصر",
        "متزعم",
        "قيادي",
    ]
)
"""Words that tie people who are seized to a side."""

_TWO = frozenset(
    [
        "عشيرتين",
        "عائلتين",
        "عايلتين",
        "عيلتين",
        "فصيلين",
        "مجموعتين",
        "قبيلتين",
        "فيلقين",
        "الفصيلان",
        "العائلتان",
        "العشيرتان",
        "المجموعتان",
        "العشيرتين",
        "العائلتين",
        "الفصيلين",
        "المجموعتين",
        "طرفين",
    ]
)
"""Pairs of one kind that fight or settle with each other."""


def choose_sides(
    context: Context, frame: Frame, sub_event_type: str, side1: Weights, side2: Weights
) -> tuple[Choice[str], Choice[str]]:
    """Return the acting and the affected side that are likeliest together."""
    seen = seen_actors(context, frame, sub_event_type)
    acting = ranked(side1, acting_candidates(seen))
    standing = [candidate.score(side2) for candidate in seen]
    pairs = []
    for one in acting[:_ACTING_TRIED]:
        scores = [
            score + side2.score(pair_features(one.value, candidate, sub_event_type)) - side2.bias
            for candidate, score in zip(seen, standing, strict=True)
        ]
        top = max(range(len(seen)), key=lambda index: (scores[index], -index))
        share = 1 / sum(exp(score - scores[top]) for score in scores)
        pairs.append((one.probability * share, one, seen[top], share))
    _, one, two, share = max(pairs, key=lambda pair: pair[0])
    return one, Choice(two.value, two.mention, share)


def acting_candidates(seen: Sequence[Candidate[str]]) -> list[Candidate[str]]:
    """Return those who may act: somebody must."""
    return [candidate for candidate in seen if candidate.value]


def affected_candidates(seen: Sequence[Candidate[str]], side1: str, sub_event_type: str) -> list[Candidate[str]]:
    """Return those who may be hit when `side1` acts, nobody among them."""
    return [
        Candidate(
            candidate.value,
            candidate.mention,
            (*candidate.own, *pair_features(side1, candidate, sub_event_type)),
        )
        for candidate in seen
    ]


def seen_actors(context: Context, frame: Frame, sub_event_type: str) -> list[Candidate[str]]:
    """Return every actor of the report, and the unnamed ones, as seen from a frame that tells such an act."""
    by_code: dict[str, list[ActorMention]] = {}
    for mention in context.annotations.actors:
        if mention.code:
            by_code.setdefault(mention.code, []).append(mention)
    shared = tuple(_frame_features(context, frame, by_code))
    ranks = _armed_order(context, frame)
    two = f"two={not _TWO.isdisjoint(context.document.words[frame.first : frame.stop])}"
    candidates: list[Candidate[str]] = []
    for code, mentions in by_code.items():
        features = list(_code_features(code, sub_event_type, shared))
        nearest = sorted(mentions, key=lambda mention: _nearness(frame, mention))
        for place, mention in enumerate(nearest[:2]):
            features += _mention_features(context, frame, mention, sub_event_type, ranks, "" if place == 0 else "2")
        features += _report_features(context, frame, code, mentions)
        candidates.append(Candidate(code, nearest[0], (*dict.fromkeys(features), two)))
    for code in ("unidentified", "civilians", "protesters", NOBODY):
        if code not in by_code:
            features = [*_code_features(code, sub_event_type, shared), f"absent|{code}", two]
            candidates.append(Candidate(code, None, tuple(features)))
    return candidates


def pair_features(side1: str, candidate: Candidate[str], sub_event_type: str) -> tuple[str, ...]:
    """Describe who acts against whom: "pair=is>sdf"; two families or two factions may be of one side."""
    return _pair(side1, candidate.value, sub_event_type, candidate.own[-1])


@lru_cache(maxsize=20_000)
def _pair(side1: str, code: str, sub_event_type: str, two_named: str) -> tuple[str, ...]:
    one, two = category(side1), category(code)
    return (
        f"same|{code == side1}",
        f"same|{code == side1}|{two_named}",
        f"pair={one}>{two}",
        f"pair={side1}>{code}",
        f"pair={one}>{two}|{EVENT_TYPES[sub_event_type]}",
    )


def _nearness(frame: Frame, mention: ActorMention) -> tuple[int, int]:
    inside = frame.first <= mention.first < frame.stop
    same = frame.sentence_first <= mention.first < frame.sentence_stop
    return (0 if inside else 1 if same else 2, abs(mention.first - frame.head.first))


def _armed_order(context: Context, frame: Frame) -> dict[int, int]:
    """Number the armed actors of the stretch by position, speakers left out."""
    inside = [
        mention.first
        for mention in context.annotations.actors
        if mention.armed and frame.first <= mention.first < frame.stop and not context.is_quoted(mention)
    ]
    return {first: number for number, first in enumerate(inside)}


def _frame_features(context: Context, frame: Frame, by_code: dict[str, list[ActorMention]]) -> Iterable[str]:
    armed = civil = 0
    for mentions in by_code.values():
        inside = [mention for mention in mentions if frame.first <= mention.first < frame.stop]
        armed += any(mention.armed and not context.is_quoted(mention) for mention in inside)
        civil += any(not mention.armed for mention in inside)
    yield f"armed{min(armed, 3)}"
    yield f"civil{min(civil, 1)}"
    yield f"{frame.head.sense}.{frame.head.pos}"
    for toll in context.casualties_in(frame.first, frame.stop)[:2]:
        yield f"toll.{toll.outcome}.{toll.victim_kind}"
    for means in context.means_in(frame.first, frame.stop)[:2]:
        yield f"means.{means.means}"
    yield f"country.{context.annotations.country}"


@lru_cache(maxsize=10_000)
def _code_features(code: str, sub_event_type: str, shared: tuple[str, ...]) -> tuple[str, ...]:
    kind = category(code)
    features = [
        f"cat={kind}|{sub_event_type}",
        f"code={code}|{EVENT_TYPES[sub_event_type]}",
        f"code={code}|{sub_event_type}",
    ]
    features += [f"cat={kind}|{feature}" for feature in shared]
    return (*features, f"code={code}|{shared[-1]}")


def _mention_features(
    context: Context, frame: Frame, mention: ActorMention, sub_event_type: str, ranks: dict[int, int], tag: str
) -> Iterable[str]:
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
    if not near:
        return
    lead = lead_in(words, mention.first, frame.sentence_first)
    away = distance(mention.first - head.stop + 1 if mention.first > head.first else head.first - mention.stop + 1)
    yield f"{tag}z={zone}|d={away}|{kind}"
    if words[head.first - 2 : head.first] in _REPLIES or (head.first >= 1 and words[head.first - 1] == "ردا"):
        yield f"{tag}reply|{zone}|{kind}"
    if mention.kind == "demonym" and mention.first and bare(words[mention.first - 1]).lstrip("لب") in _MISSILES:
        yield f"{tag}sent|{head.sense}"
        yield f"{tag}sent|{head.pos}|{zone}"
    if _ACCUSED.intersection(words[max(frame.sentence_first, mention.first - 4) : mention.first + 1]):
        yield f"accused|{sub_event_type}|{zone}"
        yield f"accused|{head.sense}"
    yield f"{tag}lead={lead}|{zone}"
    yield f"{tag}lead={lead}|{zone}|{head.sense}.{head.pos}"
    yield f"{tag}lead={lead}|{kind}"
    start = max(frame.sentence_first, mention.first - 3)
    held = {bare(word) for word in words[start : mention.first]}
    nearest = {bare(word) for word in words[max(start, mention.first - 1) : mention.first]}
    for name, known in (("holds", HOLDINGS), ("arms", ARMS)):
        if held & known:
            yield f"{tag}{name}|{zone}|{head.pos}|{bool(nearest & known)}"
            yield f"{tag}{name}|{head.sense}|{kind}"
    if zone == "C>":
        between = [word for word in words[head.stop : mention.first] if word in _TURNS]
        turn = between[-1] if between else "none"
        yield f"{tag}turn={turn}|{kind}"
        yield f"{tag}turn={turn}|{head.sense}"
        yield f"{tag}turns={' '.join(between[-2:])}|{head.pos}"
    elif zone == "C<":
        between = [word for word in words[mention.stop : head.first] if word in _TURNS]
        yield f"{tag}turn<{between[-1] if between else 'none'}|{kind}|{head.pos}"
    if zone[0] == "C":
        part = part_of(context, frame, mention)
        yield f"{tag}part={part}|{kind}"
        yield f"part={part}"
        yield f"part={part}|{head.sense}"
        yield f"part={part}|{sub_event_type}"
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


def _report_features(context: Context, frame: Frame, code: str, mentions: list[ActorMention]) -> Iterable[str]:
    zones = {context.zone(frame, mention)[0] for mention in mentions if not context.is_quoted(mention)}
    armed = any(mention.armed for mention in mentions)
    for zone in zones:
        yield f"in={zone}|{armed}"
    yield f"count={min(len(mentions), 4)}|{armed}"
    words = context.document.words
    if any(_CLAIMS.intersection(words[max(0, mention.first - 4) : mention.first]) for mention in mentions):
        away = {context.zone(frame, mention)[0] for mention in mentions}
        yield f"claims|{armed}"
        for zone in away:
            yield f"claims|{zone}|{category(code)}"
    if zones and not zones & {"C", "S"}:
        yield f"far|{category(code)}"
