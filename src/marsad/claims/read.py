"""Claims out of a report: each with the words that make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from marsad.annotate import triggers
from marsad.arabic.letters import fold
from marsad.claims.bulletins import bulletin_period, counts_through
from marsad.claims.draft import Draft, window_of
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.no_places import places_told
from marsad.claims.ordinals import find_ordinals
from marsad.claims.periods import Period
from marsad.claims.scene import Scene, scene_of
from marsad.claims.tallies import find_tallies
from marsad.claims.trends import find_trends
from marsad.claims.whereabouts import place_of
from marsad.claims.whose import actors_of
from marsad.gazetteer import Gazetteer
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.event import Event
from marsad.model.report import Report, Sentence
from marsad.model.span import Span
from marsad.pipeline import Coder, annotate, prepare
from marsad.segment.parts import parts

__all__ = ["read_claims"]


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
    claims: list[Claim] = []
    before: ClaimPlace | None = None
    whole: ClaimPlace | None = None
    last: Draft | None = None
    there: ClaimPlace | None = None
    through = counts_through(scene)
    bulletin = through is not None or bulletin_period(scene) is not None
    homes = [(one, place_of(scene, one, gazetteer, None)) for one in _openings(scene, through)]
    for draft in drafts:
        taken_up = last is not None and draft.kind == "trend" and _takes_up(scene, draft, last)
        if taken_up and last is not None and draft.period is None:
            draft = replace(draft, period=last.period)
        goes_on = draft.period is not through or through is None or draft.sentence.first < through.first
        goes_on = goes_on or bool(scene.cues_in("result", draft.sentence.first, draft.sentence.first + 1))
        over_all = draft.kind == "trend" or (_sums_up(scene, draft) and not _may_be_one(whole, before))
        ahead = whole if over_all and bulletin else before  # an item's place is not that of the whole
        place = place_of(scene, draft, gazetteer, ahead if draft.carried and goes_on else None)
        if place is None and _is_counted(draft):
            place = next((home for one, home in homes if home is not None and _is_under(draft, one)), None)
        on = not goes_on or (draft.kind == "trend" and bulletin)
        if place is None and _is_counted(draft) and on and not any(home for _, home in homes):
            place = ahead  # "تنفيذ 41 عملية في كركوك", and what the bulletin says next
        if place is None and draft.kind != "trend" and last is not None and _is_of_same_days(scene, draft, last):
            place = before  # "تزايد النهب في الخرطوم خلال حزيران. ووثقت 206 حالات خلال الشهر نفسه"
        if place is None and taken_up:
            place = there  # "158 اعتداء في الضفة. وتزايدت هذه الاعتداءات"
        told = draft.kind in ("count", "total") or (draft.kind == "trend" and place is not None)
        if told and not (before is not None and _is_part(scene, draft)):
            whole = place if not any(one.kind in ("count", "total") for one in claims) else whole
            before = place
        claims.append(_claim(scene, draft, drafts, place))
        last, there = draft, there if there is not None and _is_part(scene, draft) else place
    return claims


def _openings(scene: Scene, through: Period | None) -> Iterator[Draft]:
    """Yield the words that open a bulletin, whose place is that of what it counts: "درعا خلال حزيران"."""
    sentences = scene.document.sentences
    for period in (through, bulletin_period(scene)):
        if period is not None:
            sentence = next(one for one in sentences if one.first <= period.first < one.stop)
            yield _opening(sentence, period.first, period.stop, period)
    if through is not None:
        body = [one for one in sentences if not one.is_headline]
        for sentence in (*(one for one in sentences if one.is_headline), *body[:1]):
            yield _opening(sentence, sentence.first, sentence.first + 1, through)


def _opening(sentence: Sentence, first: int, stop: int, period: Period) -> Draft:
    return Draft(
        kind="count", what=None, measure="events", number=None, direction=None, sentence=sentence,
        first=first, stop=stop, core=first, period=period, rule_id="claims.bulletin",
    )  # fmt: skip


def _is_under(draft: Draft, opening: Draft) -> bool:
    """Say whether a claim stands under an opening, and counts in its period where that is a headline's."""
    own, told = draft.period, opening.period
    if draft.core <= opening.core or own is None or told is None:
        return draft.core > opening.core and not opening.sentence.is_headline
    return not opening.sentence.is_headline or (own.start, own.end) == (told.start, told.end)


def _is_counted(draft: Draft) -> bool:
    """Say whether a claim is one of those that a bulletin counts: no rank, and no trend of no days."""
    return draft.kind in ("count", "total") or (draft.kind == "trend" and draft.period is not None)


def _is_of_same_days(scene: Scene, draft: Draft, last: Draft) -> bool:
    """Say whether a claim goes on with the one before it, in the period to which it points: "خلال الشهر نفسه"."""
    period = draft.period
    alike = draft.what == last.what or draft.sentence.index == last.sentence.index
    return alike and period is not None and bool(scene.cues_in("same-period", period.first, period.stop))


def _takes_up(scene: Scene, draft: Draft, last: Draft) -> bool:
    """Say whether a trend is of the acts claimed just before: "الضربة الخامسة ...، وأن الضربات ازدادت", "هذه الهجمات"."""
    words, gap = scene.document.words, draft.sentence.index - last.sentence.index
    if not 0 <= gap <= 1 or last.kind == "trend":
        return False
    again = draft.period is not None and scene.cues_in("same-period", draft.period.first, draft.period.stop)
    those = draft.core > 0 and spells(words[draft.core - 1], "that-period") and draft.period is None
    if again or (those and draft.what in (None, last.what)):
        return True
    return gap == 0 and words[draft.core].startswith("ال") and draft.what == last.what


def _sums_up(scene: Scene, draft: Draft) -> bool:
    """Say whether a total takes in all that was told before: "وبذلك يصبح مجموع التوغلات منذ كانون 287"."""
    running = scene.cues_in("running", *scene.clause(draft.sentence, draft.core))
    return draft.kind == "total" and any(says(scene.document.words[cue.first], "sum-grows") for cue in running)


def _is_part(scene: Scene, draft: Draft) -> bool:
    """Say whether a claim counts in a part of the area told before, which goes on: "وفي إدلب وحدها قتل 27"."""
    low, high = scene.clause(draft.sentence, draft.core)
    return spells_any(scene.document.words[low:high], "alone")


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
    told = left.span.end <= headline < right.span.start and _may_be_one(left.place, right.place)
    overlap = left.window.start <= right.window.end and right.window.start <= left.window.end
    return alike and told and overlap and left.window != right.window


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
    return _may_be_one(left.place, right.place) and not left.span.overlaps(right.span)


def _may_be_one(left: ClaimPlace | None, right: ClaimPlace | None) -> bool:
    """Say whether two names may be of one place: "الضفة" and "الضفة الغربية", and not "حلب" and "إدلب"."""
    if left is None or right is None or fold(left.name) == fold(right.name):
        return True
    short, long = sorted((left, right), key=lambda place: len(place.name))
    return short.admin1 == long.admin1 and short.name == long.name.partition(" ")[0]


def _fullness(claim: Claim) -> tuple[int, int]:
    told = sum(field is not None for field in (claim.what, claim.place, claim.window)) + len(claim.actors)
    return told, 0 if claim.place is None else len(claim.place.name)  # "الضفة الغربية" says more than "الضفة"
