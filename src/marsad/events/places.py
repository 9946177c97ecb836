"""Where an act happened: every place of the report is a candidate, seen from the frame's head."""

from __future__ import annotations

from functools import cache, lru_cache

from marsad.arabic.letters import fold
from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance, lead_in
from marsad.frozen import dataclass
from marsad.lexicon.load import entries
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.role_words import forms_of, role_words
from marsad.lexicon.weights import Described
from marsad.model.frame import Frame
from marsad.model.where import Place, PlaceMention

__all__ = ["contains", "place_candidates", "points_to"]


_UNLISTED = "unlisted"
_PROTESTS = frozenset(("protest", "dispersal", "riot"))

_AREAS = frozenset(("country", "region", "admin1", "admin2", "admin3"))


@cache
def _anaphors() -> dict[str, tuple[str, ...]]:
    """Return the words that point back to a place named before, and what kinds of place each may be: "المدينه"."""
    rows = (entry for entry in entries("places") if entry["role"] == "points-back")
    return {fold(form): entry["features"] for entry in rows for form in entry.forms}


def contains(wider: PlaceMention, narrower: PlaceMention) -> bool:
    """Say whether a governorate, district or country named holds the other place: "حلب" and "منبج".

    What no gazetteer lists is taken to lie in the areas named with it: "قرية الدنين بمديرية حيس".
    """
    outer, inner = wider.place, narrower.place
    if outer is None:
        return False
    return outer.feature in _AREAS if inner is None else _holds(outer, inner)


def _holds(outer: Place, inner: Place) -> bool:
    if outer.place_id == inner.place_id:
        return False
    if outer.feature == "country":
        return outer.country == inner.country
    return outer.place_id in (inner.admin1, inner.admin2, inner.admin3) or (
        outer.feature in ("city", "admin1")
        and outer.admin1 is not None
        and outer.admin1 == inner.admin1
        and outer.name_ar == (inner.admin1_name or "")
    )


def place_candidates(context: Context, frame: Frame, *, carried: str | None = None) -> list[Candidate[PlaceMention]]:
    """Return a candidate for every place named in the report; `carried` is the place of the frame before."""
    mentions = context.annotations.places
    if not mentions:
        return []
    around = _Surroundings.of(context, frame, carried)
    about = _protested(context, frame)
    candidates = []
    for mention, zone in zip(mentions, around.zones, strict=True):
        if mention.first in about:
            continue
        own, usual = _described(context, frame, mention, zone, around)
        candidates.append(Candidate(mention, mention, tuple(own), usual=tuple(usual)))
    return candidates


def _protested(context: Context, frame: Frame) -> range:
    """Return the words that tell what a protest is about, behind a place of its own: "في باريس تضامنا مع غزة"."""
    if frame.head.sense not in _PROTESTS:
        return range(0)
    words, sentence, stop = context.document.words, frame.sentence_first, frame.sentence_stop
    causes = role_words("protested")
    first = next((n for n in range(frame.head.stop, stop) if words[n] in causes), None)
    if first is None or not any(sentence <= one.first < first for one in context.annotations.places):
        return range(0)
    return range(first, stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What every place of the report is compared with, worked out once a frame.

    `order` numbers the places of the frame, `listed` are those that a gazetteer has, `in_area` says whether one of
    them is an area; `latest` is the last one before it of each precision, `pointed` the last one before it that each
    pointing word of the frame may mean.
    """

    zones: list[str]
    inside: list[PlaceMention]
    listed: list[Place]
    in_area: bool
    order: dict[int, int]
    finest: int
    latest: dict[int, PlaceMention]
    pointed: list[tuple[str, PlaceMention | None]]
    headline: set[str]
    carried: str | None

    @classmethod
    def of(cls, context: Context, frame: Frame, carried: str | None) -> _Surroundings:
        mentions = context.annotations.places
        zones = [context.zone(frame, mention) for mention in mentions]
        inside = frame.inside(mentions)
        before = [mention for mention in mentions if mention.first < frame.first]
        words = context.document.words
        pointing = ONE_PASS.of(words, _pointing())
        listed = [mention.place for mention in inside if mention.place is not None]
        anaphors = {_anaphor(words[at]) or "" for at in pointing if frame.first <= at < frame.stop}
        return cls(
            zones=zones,
            inside=inside,
            listed=listed,
            in_area=any(place.feature in _AREAS for place in listed),
            order={mention.first: number for number, mention in enumerate(inside)},
            finest=min((int(mention.precision) for mention in inside), default=0),
            latest={int(mention.precision): mention for mention in before},
            pointed=[
                (word, next((other for other in reversed(before) if _feature(other) in _anaphors()[word]), None))
                for word in sorted(anaphors)
            ],
            headline={mention.name for mention, zone in zip(mentions, zones, strict=True) if zone == "H"},
            carried=carried,
        )


def _described(
    context: Context, frame: Frame, mention: PlaceMention, zone: str, around: _Surroundings
) -> tuple[list[str], list[Described]]:
    """Describe a place from a frame: what is its own, and in groups that come again."""
    words, head = context.document.words, frame.head
    place, inside = mention.place, around.inside
    feature = place.feature if place is not None else _UNLISTED
    size, precision = _size(feature), int(mention.precision)
    own: list[str] = []
    foreign = context.is_foreign(frame, mention)
    order, name = around.order.get(mention.first), mention.name
    carried = None if around.carried is None else name == around.carried
    usual: list[Described] = [
        (_kind, (zone, mention.relation, foreign, feature, precision, head.sense, mention.type_word)),
        (
            _told,
            (
                zone,
                size,
                min(context.times_named[name], 4),
                name in around.headline,
                carried,
                order is not None,
                not inside,
            ),
        ),
    ]
    if zone[0] in "CS":
        lead = lead_in(words, mention.first, frame.sentence_first)
        usual.append((_near, (zone, distance(mention.first - head.first), lead, size)))
        own.append(f"before={words[mention.first - 1] if mention.first > frame.sentence_first else '^'}")
        if mention.first == head.stop:
            own.append(f"next|{size}|{head.sense}")
    if context.is_quoted(mention):
        own += ("says", f"says|{size}")
    if order is not None:
        finer = place is not None and any(_holds(place, other) for other in around.listed)
        wider = place is not None and any(_holds(other, place) for other in around.listed)
        best = precision == around.finest
        usual.append((_inside, (min(order, 3), min(len(inside), 4), finer, wider, best, size)))
        if place is None:
            usual.append((_unlisted, (around.in_area, precision, mention.type_word)))
        elif feature in _AREAS:
            own.append(f"area={feature}|unlisted={len(around.listed) < len(inside)}")
    else:
        for word, latest in around.pointed:
            own.append(f"anaphor|fits={feature in _anaphors()[word]}|latest={latest is mention}")
            own.append(f"anaphor={word}|{feature}")
        if around.latest.get(precision) is mention:
            own.append(f"latest|p{precision}|{not inside}")
        if place is not None and any(_holds(other, place) for other in around.listed):
            own.append(f"inside-named|{zone}")
    return own, usual


def _kind(
    zone: str,
    relation: str,
    foreign: bool,
    feature: str,
    precision: int,
    sense: str,
    type_word: str | None,
) -> tuple[str, ...]:
    """Describe what kind of place it is: the same few kinds stand in every report."""
    return (
        f"z={zone}", f"z={zone}|{relation}", f"foreign={foreign}|{zone}", f"z={zone}|{_size(feature)}|p{precision}",
        f"f={feature}", f"f={feature}|{sense}", f"rel={relation}|p{precision}", f"type={type_word}",
    )  # fmt: skip


def _told(
    zone: str, size: str, times: int, in_headline: bool, carried: bool | None, inside: bool, empty: bool
) -> tuple[str, ...]:
    """Describe how often the report names it, whether the frame does, or no place at all, or the one before it did."""
    return (
        f"count={times}|{size}", *((f"headline|{zone[0]}",) if in_headline else ()),
        *(() if inside else (f"empty={empty}|{zone}|{size}",)),
        *(() if carried is None else (f"carried={carried}|{empty}",)),
    )  # fmt: skip


def _near(zone: str, away: str, lead: str, size: str) -> tuple[str, ...]:
    """Describe how a place of the frame's own sentence stands to its head."""
    return f"z={zone}|d={away}", f"lead={lead}|{zone[0]}", f"lead={lead}|{size}"


def _inside(order: int, of: int, finer: bool, wider: bool, best: bool, size: str) -> tuple[str, ...]:
    """Describe a place of the frame beside the other ones there."""
    return f"order={order}|of={of}", f"finer={finer}|{size}", f"wider={wider}|{size}", f"best={best}"


def _unlisted(in_area: bool, precision: int, type_word: str | None) -> tuple[str, ...]:
    """Describe a place of the frame that no gazetteer lists, beside the area it lies in or alone."""
    return f"unlisted|area={in_area}|p{precision}", f"unlisted|area={in_area}|{type_word}"


def _size(feature: str) -> str:
    return "country" if feature == "country" else "admin" if feature == "admin1" else "spot"


def _feature(mention: PlaceMention) -> str:
    return mention.place.feature if mention.place else _UNLISTED


def points_to(word: str, place: PlaceMention) -> bool:
    """Say whether a definite word may mean a place named before: "الحقل" after حقل العمر, not after الشحيل.

    "المنطقة" may mean too much.
    """
    return word not in forms_of("places", "points-to-many") and _feature(place) in _anaphors().get(word, ())


@lru_cache(maxsize=50_000)
def _anaphor(word: str) -> str | None:
    """Return the pointing word behind a conjunction or preposition: "بالمدينه" is "المدينه"."""
    for letters in ("", "و", "ب", "وب"):
        if word.startswith(letters) and word[len(letters) :] in _anaphors():
            return word[len(letters) :]
    return "ال" + word[2:] if word.startswith("لل") and "ال" + word[2:] in _anaphors() else None


@cache
def _pointing() -> int:
    return ONE_PASS.add(_anaphor, _anaphors())
