"""Claims out of a report: each with the words that make it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.annotate import triggers
from marsad.claims.draft import Draft, window_of
from marsad.claims.lists import spells
from marsad.claims.naming import may_be_one
from marsad.claims.no_places import places_told
from marsad.claims.ordinals import find_ordinals
from marsad.claims.scene import Scene, scene_of
from marsad.claims.tallies import find_tallies
from marsad.claims.trends import find_trends
from marsad.claims.where import Where
from marsad.claims.whose import actors_of
from marsad.gazetteer import Gazetteer
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.event import Event
from marsad.model.report import Report
from marsad.model.span import Span
from marsad.pipeline import Coder, annotate, prepare
from marsad.segment.parts import parts

__all__ = ["read_claims"]


_SHORTER = 3
"""Days by which one month is shorter than another at most."""


def read_claims(report: Report, coder: Coder) -> tuple[Claim, ...]:
    """Return the claims that a report makes about the record, in the order of the text.

    >>> from datetime import date
    >>> report = Report(report_id="r1", text="نفذ تنظيم داعش 14 هجوماً في ريف دير الزور خلال شهر أيلول الماضي.",
    ...                 published_on=date(2022, 10, 2))
    >>> [(claim.kind, claim.number, claim.actors, claim.window.start) for claim in read_claims(report, Coder())]
    [('count', 14, ('is',), datetime.date(2022, 9, 1))]
    """
    events: tuple[Event, ...] | None = None
    found: list[Claim] = []
    for document in parts(prepare(report)):
        annotations = annotate(document, triggers.find(document), coder.gazetteer, ranks=True)
        scene = scene_of(document, annotations, ())
        if not _may_claim(scene):
            continue
        if events is None:
            events = coder.code(report).events
        scene = replace(scene, events=events, sites=places_told(scene))
        found += _claims(scene, coder.gazetteer)
    return tuple(_distinct(found, len(report.headline)))


def _may_claim(scene: Scene) -> bool:
    return bool(
        any(one.firm or one.since or not one.day for one in scene.periods)
        or scene.cues["of-its-kind"]
        or any(spells(scene.document.words[cue.first], "until-now") for cue in scene.cues["running"])
        or scene.cues["rise"]
        or scene.cues["fall"]
        or scene.cues["steady"]
    )


def _claims(scene: Scene, gazetteer: Gazetteer) -> list[Claim]:
    drafts = sorted(
        [*find_ordinals(scene), *find_tallies(scene), *find_trends(scene)], key=lambda draft: (draft.core, draft.kind)
    )
    where = Where(scene, gazetteer)
    placed = [where.place(draft) for draft in drafts]
    return [_claim(scene, draft, drafts, place) for draft, place in placed]


def _claim(scene: Scene, draft: Draft, drafts: list[Draft], place: ClaimPlace | None) -> Claim:
    span = _stretch(scene, draft, drafts)
    return Claim(
        kind=draft.kind, what=draft.what, actors=actors_of(scene, draft, drafts), place=place,
        window=window_of(draft.period), number=draft.number, direction=draft.direction, measure=draft.measure,
        span=span, quote=scene.document.source_text[span.start : span.end], rule_id=draft.rule_id,
    )  # fmt: skip


def _stretch(scene: Scene, draft: Draft, others: Iterable[Draft]) -> Span:
    """Return the stretch to quote: from the opening of the claim's clause to its end, without the next claim."""
    low, _ = scene.clause(draft.sentence, draft.first)
    _, high = scene.clause(draft.sentence, draft.stop - 1)
    low = max([low, *(one.stop for one in others if one.stop <= draft.first)])
    high = min([high, *(one.first for one in others if one.first >= draft.stop)])
    return scene.document.span(low, high)


def _distinct(claims: Iterable[Claim], headline: int) -> list[Claim]:
    """Keep one of the claims that a headline (of so many letters) and the text both make, the fuller one.

    A number that a headline tells "في شهر" and the text "خلال شهر مارس" is one, though their days differ.
    """
    kept: list[Claim] = []
    for claim in claims:
        headed = [index for index, other in enumerate(kept) if _is_headed(other, claim, headline)]
        twin = next((index for index, other in enumerate(kept) if index in headed or _same(other, claim)), None)
        if twin is None:
            kept.append(claim)
        elif twin in headed or _fullness(claim) > _fullness(kept[twin]):
            kept[twin] = claim
    return kept


def _is_headed(left: Claim, right: Claim, headline: int) -> bool:
    """Say whether a claim of the text is one that the headline has told with days of less precision."""
    if left.number is None or left.window is None or right.window is None:
        return False
    alike = (left.kind, left.measure, left.number) == (right.kind, right.measure, right.number)
    told = left.span.end <= headline < right.span.start and may_be_one(left.place, right.place)
    overlap = left.window.start <= right.window.end and right.window.start <= left.window.end
    lengths = [(one.end - one.start).days for one in (left.window, right.window)]
    return alike and told and overlap and abs(lengths[0] - lengths[1]) <= _SHORTER and left.window != right.window


def _are_near(left: Window, right: Window) -> bool:
    """Say whether the ends of two windows are a day apart at most: "خلال أسبوع" of a headline, "الأسبوع الماضي"."""
    return abs((left.start - right.start).days) <= 1 and abs((left.end - right.end).days) <= 1


def _same(left: Claim, right: Claim) -> bool:
    if (left.kind, left.measure, left.number, left.direction) != (
        right.kind,
        right.measure,
        right.number,
        right.direction,
    ):
        return False
    if left.what and right.what and left.what != right.what:
        return False
    if left.window and right.window and not _are_near(left.window, right.window):
        return False
    return may_be_one(left.place, right.place) and not left.span.overlaps(right.span)


def _fullness(claim: Claim) -> tuple[int, int]:
    told = sum(field is not None for field in (claim.what, claim.place, claim.window)) + len(claim.actors)
    return told, 0 if claim.place is None else len(claim.place.name)  # "الضفة الغربية" says more than "الضفة"
