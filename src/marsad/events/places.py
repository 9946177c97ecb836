"""Where an act happened: every place of the report is a candidate, seen from the frame's head."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.events.choose import Candidate
from marsad.frames.context import Context, distance, lead_in
from marsad.model.frame import Frame
from marsad.model.where import PlaceMention

__all__ = ["contains", "place_candidates"]


_ANAPHORS = {
    "المدينه": ("city", "town"), "البلده": ("town", "village"), "القريه": ("village", "town"), "المطار": ("airport",),
    "القاعده": ("base", "airport"), "المخيم": ("camp",), "الحي": ("quarter",), "السجن": ("prison",), "المعبر": ("crossing",),
    "القطاع": ("admin1", "region"), "المحافظه": ("admin1",), "المنطقه": ("region", "admin2", "town", "village"),
    "الجيب": ("region", "town"), "البلاد": ("country",), "الحقل": ("field",), "العاصمه": ("city", "admin1"),
}  # fmt: skip
"""Words that point back to a place named before, and what kind of place it is."""


def contains(wider: PlaceMention, narrower: PlaceMention) -> bool:
    """Say whether a governorate, district or country named holds the other place: "حلب" and "منبج"."""
    outer, inner = wider.place, narrower.place
    if outer is None or inner is None or outer.place_id == inner.place_id:
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
    inside = [mention for mention in mentions if frame.first <= mention.first < frame.stop]
    return [
        Candidate(mention, mention, tuple(_features(context, frame, mention, inside, mentions, carried)))
        for mention in mentions
    ]


def _features(
    context: Context,
    frame: Frame,
    mention: PlaceMention,
    inside: list[PlaceMention],
    mentions: tuple[PlaceMention, ...],
    carried: str | None,
) -> Iterable[str]:
    words = context.document.words
    zone = context.zone(frame, mention)
    feature = _feature(mention)
    size = "country" if feature == "country" else "admin" if feature == "admin1" else "spot"
    precision = int(mention.precision)
    yield f"z={zone}"
    yield f"z={zone}|{mention.relation}"
    yield f"foreign={context.is_foreign(frame, mention)}|{zone}"
    yield f"z={zone}|{size}|p{precision}"
    yield f"f={feature}"
    yield f"f={feature}|{frame.head.sense}"
    yield f"rel={mention.relation}|p{precision}"
    yield f"type={mention.type_word}"
    if zone[0] in "CS":
        away = distance(mention.first - frame.head.first)
        yield f"z={zone}|d={away}"
        lead = lead_in(words, mention.first, frame.sentence_first)
        yield f"lead={lead}|{zone[0]}"
        yield f"before={words[mention.first - 1] if mention.first > frame.sentence_first else '^'}"
        yield f"lead={lead}|{size}"
        if mention.first == frame.head.stop:
            yield f"next|{size}|{frame.head.sense}"
    if context.is_quoted(mention):
        yield "says"
        yield f"says|{size}"
    if mention in inside:
        order = inside.index(mention)
        yield f"order={min(order, 3)}|of={min(len(inside), 4)}"
        finer = [other for other in inside if other is not mention and contains(mention, other)]
        wider = [other for other in inside if other is not mention and contains(other, mention)]
        yield f"finer={bool(finer)}|{size}"
        yield f"wider={bool(wider)}|{size}"
        yield f"best={precision == min(int(other.precision) for other in inside)}"
    else:
        yield f"empty={not inside}|{zone}|{size}"
        pointed = {bare_anaphor for word in words[frame.first : frame.stop] if (bare_anaphor := _anaphor(word))}
        for word in sorted(pointed):
            fits = feature in _ANAPHORS[word]
            before = [other for other in mentions if other.first < frame.first and _feature(other) in _ANAPHORS[word]]
            yield f"anaphor|fits={fits}|latest={bool(before) and before[-1] is mention}"
            yield f"anaphor={word}|{feature}"
        same = [other for other in mentions if other.first < frame.first and other.precision == mention.precision]
        if same and same[-1] is mention:
            yield f"latest|p{precision}|{not inside}"
        if any(contains(other, mention) for other in inside):
            yield f"inside-named|{zone}"
    if carried is not None:
        yield f"carried={mention.name == carried}|{not inside}"
    count = sum(other.name == mention.name for other in mentions)
    yield f"count={min(count, 4)}|{size}"
    if any(other.name == mention.name and context.zone(frame, other) == "H" for other in mentions):
        yield f"headline|{zone[0]}"


def _feature(mention: PlaceMention) -> str:
    return mention.place.feature if mention.place else "unlisted"


def _anaphor(word: str) -> str | None:
    """Return the pointing word behind a conjunction or preposition: "بالمدينه" is "المدينه"."""
    for letters in ("", "و", "ب", "وب"):
        if word.startswith(letters) and word[len(letters) :] in _ANAPHORS:
            return word[len(letters) :]
    return "ال" + word[2:] if word.startswith("لل") and "ال" + word[2:] in _ANAPHORS else None
