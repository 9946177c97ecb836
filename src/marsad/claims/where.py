"""Where the claims of a report count: the questions of docs/claims.md, "Which place?", in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from marsad.claims.around import about_it_all
from marsad.claims.bulletins import bulletin_period, counts_through, headed_periods
from marsad.claims.draft import Draft
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.naming import may_be_one
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.claims.whereabouts import place_of
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.report import Sentence

__all__ = ["Where"]


@dataclass(slots=True)
class Where:
    """What a report has told of places so far; its claims are asked for theirs in the order of the text."""

    scene: Scene
    gazetteer: Gazetteer
    through: Period | None = field(init=False)
    """The period in which the report counts throughout."""
    bulletin: bool = field(init=False)
    homes: list[tuple[Draft, ClaimPlace]] = field(init=False)
    """The openings of the report that name a place, and that place."""
    _whole: ClaimPlace | None = field(default=None, init=False)
    """The place of the first tally, to which a bulletin comes back behind its items."""
    _tally: ClaimPlace | None = field(default=None, init=False)
    """The place of the tally told last, parts of it ("وفي إدلب وحدها") left out."""
    _told: ClaimPlace | None = field(default=None, init=False)
    """The place of the claim told last, whatever it is, parts left out."""
    _last: Draft | None = field(default=None, init=False)
    _counted: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Work out once what holds for the whole report."""
        self.through = counts_through(self.scene)
        self.bulletin = self.through is not None or bulletin_period(self.scene) is not None
        placed = ((one, place_of(self.scene, one, self.gazetteer, None)) for one in _openings(self.scene, self.through))
        self.homes = [(one, home) for one, home in placed if home is not None]

    def place(self, draft: Draft) -> tuple[Draft, ClaimPlace | None]:
        """Return a claim, with the days of what it takes up, and where it counts; it is the last told from now on."""
        taken_up = self._last is not None and draft.kind == "trend" and _takes_up(self.scene, draft, self._last)
        if taken_up and self._last is not None and draft.period is None:
            draft = replace(draft, period=self._last.period)
        ahead = self._goes_on_from(draft)
        through = self._is_of_whole(draft)
        place = (
            # its own words and sentence, the tally that it goes on from, what is told around a sum
            place_of(self.scene, draft, self.gazetteer, ahead if draft.carried and not through else None)
            or self._of_opening(draft)
            or (ahead if self._is_next_in_bulletin(draft, through=through) else None)
            or (self._tally if self._is_of_same_days(draft) else None)
            or (self._told if taken_up else None)
            or (about_it_all(self.scene, draft, self._tally, self.gazetteer) if _may_be_about(draft) else None)
        )
        self._keep(draft, place)
        return draft, place

    def _goes_on_from(self, draft: Draft) -> ClaimPlace | None:
        """Return the place of the tally that a claim may go on from: what is of all takes not that of an item."""
        over_all = draft.kind == "trend" or (_sums_up(self.scene, draft) and not may_be_one(self._whole, self._tally))
        return self._whole if over_all and self.bulletin else self._tally

    def _is_of_whole(self, draft: Draft) -> bool:
        """Say whether a claim is of the period of the whole report, and not what came of the claim before."""
        if self.through is None or draft.period is not self.through or draft.sentence.first < self.through.first:
            return False
        return not self.scene.cues_in("result", draft.sentence.first, draft.sentence.first + 1)

    def _of_opening(self, draft: Draft) -> ClaimPlace | None:
        """Return the place of the opening that a claim stands under."""
        return next((home for one, home in self.homes if _is_counted(draft) and _is_under(draft, one)), None)

    def _is_next_in_bulletin(self, draft: Draft, *, through: bool) -> bool:
        """Say whether a bulletin without an opening place goes on: "تنفيذ 41 عملية في كركوك", and what it says next."""
        on = through or (draft.kind == "trend" and self.bulletin)
        return on and _is_counted(draft) and not self.homes

    def _is_of_same_days(self, draft: Draft) -> bool:
        """Say whether a claim goes on with the one before, in the period to which it points: "خلال الشهر نفسه"."""
        last, period = self._last, draft.period
        if last is None or period is None or draft.kind == "trend":
            return False
        alike = draft.what == last.what or draft.sentence.index == last.sentence.index
        return alike and bool(self.scene.cues_in("same-period", period.first, period.stop))

    def _keep(self, draft: Draft, place: ClaimPlace | None) -> None:
        """Remember a claim for those behind it: a part told apart leaves the wider place as it was."""
        part = _is_part(self.scene, draft)
        tally = draft.kind in ("count", "total")
        if (tally or (draft.kind == "trend" and place is not None)) and not (self._tally is not None and part):
            self._whole = self._whole if self._counted else place
            self._tally = place
        self._counted = self._counted or tally
        self._told = self._told if self._told is not None and part else place
        self._last = draft


def _openings(scene: Scene, through: Period | None) -> Iterator[Draft]:
    """Yield the words that open a bulletin, whose place is that of what it counts: "درعا خلال حزيران"."""
    sentences = scene.document.sentences
    for period in (through, bulletin_period(scene)):
        if period is not None:
            sentence = next(one for one in sentences if one.first <= period.first < one.stop)
            yield _opening(sentence, period.first, period.stop, period)
    for period, sentence in headed_periods(scene) if through is None else ():
        whole = sentence.first <= period.first < sentence.stop
        first, stop = (period.first, period.stop) if whole else (sentence.first, sentence.first + 1)
        yield _opening(sentence, first, stop, period)
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


def _takes_up(scene: Scene, draft: Draft, last: Draft) -> bool:
    """Say whether a trend is of the acts claimed just before: "خامس ضربة، وأن الضربات ازدادت", "هذه الهجمات"."""
    words, gap = scene.document.words, draft.sentence.index - last.sentence.index
    if not 0 <= gap <= 1 or last.kind == "trend":
        return False
    again = draft.period is not None and scene.cues_in("same-period", draft.period.first, draft.period.stop)
    those = draft.core > 0 and any(spells(words[draft.core - 1], role) for role in ("that-period", "this"))
    if again or (those and draft.what in (None, last.what)):
        return True
    return gap == 0 and words[draft.core].startswith("ال") and draft.what == last.what


def _may_be_about(draft: Draft) -> bool:
    return draft.kind in ("count", "total") or (draft.kind == "trend" and draft.carried)


def _sums_up(scene: Scene, draft: Draft) -> bool:
    """Say whether a total takes in all that was told before: "وبذلك يصبح مجموع التوغلات منذ كانون 287"."""
    running = scene.cues_in("running", *scene.clause(draft.sentence, draft.core))
    return draft.kind == "total" and any(says(scene.document.words[cue.first], "sum-grows") for cue in running)


def _is_part(scene: Scene, draft: Draft) -> bool:
    """Say whether a claim counts in a part of the area told before, which goes on: "وفي إدلب وحدها قتل 27"."""
    low, high = scene.clause(draft.sentence, draft.core)
    return spells_any(scene.document.words[low:high], "alone")
