"""Figures told as a tally: "نفذ التنظيم 5 هجمات خلال أيلول" (count), "منذ بداية العام إلى 153" (total)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.claims.acts import Act, kill_type
from marsad.claims.bare import BARE
from marsad.claims.belongs import BACK, has_day, in_those, period_of, tallied
from marsad.claims.bulletins import bulletin_period, counts_through
from marsad.claims.campaigns import begun_in, is_until, so_far
from marsad.claims.comparisons import is_compared
from marsad.claims.continuing import continues, goes_on_reporting
from marsad.claims.draft import Draft
from marsad.claims.figure import Figure
from marsad.claims.figures import find_figures
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.one_act import is_of_one_act
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.claims.subsets import is_mixed
from marsad.model.report import Document, Sentence

__all__ = ["find_tallies", "kind_of"]

_LONG = 31
"""Days from which on a period since a day is told as a total."""
_UNREAL = frozenset(("plan", "threat", "condition"))
_HURT = ("killed", "wounded")
_ACCUSED = 3
"""Words at most from who is accused to what of."""
_BY_HEAD = "claims.tally.head"
_COUPLED, _OPENING, _RUNS_ON, _LEAD = 6, 2, 5, 3
"""Words at most between figures told together."""


def find_tallies(scene: Scene) -> Iterator[Draft]:
    """Yield the counts and totals of a document, by position.

    A figure without a period is the toll of an act, and no claim; one goes on in the period of the figures before it
    where it belongs to them ("قتل فيها", "كما وثق").
    """
    title = bulletin_period(scene)
    through = counts_through(scene)
    last: Draft | None = None
    campaign: Period | None = None
    for sentence in scene.document.sentences:
        if sentence.furniture or scene.off_topic(sentence):
            last = campaign = None
            continue
        before = last if last is not None and last.sentence.index == sentence.index - 1 else None
        last = None
        within: Draft | None = None
        waiting: list[Figure] = []
        for figure in find_figures(scene, sentence):
            draft = (
                _draft(scene, sentence, figure, within, before, title)
                or so_far(scene, sentence, figure, campaign)
                or _counted_through(scene, sentence, figure, through)
            )
            if draft is None:
                waiting.append(figure)
                continue
            if is_mixed(scene, figure):
                within, waiting = draft, []  # what it was counted in goes on
                continue
            ahead = list(_joined(scene, sentence, waiting, figure, draft))
            yield from ahead
            if ahead and draft.what is None and _beside(scene, sentence, figure, ahead[0], carried=False):
                draft = replace(draft, what=ahead[0].what)  # "أودت المخلفات بحياة 78، وأصابت 116 آخرين منذ كانون"
            yield draft
            waiting = []
            beside = within is not None and (draft.rule_id == BARE or _is_set_beside(draft.period, within.period))
            within = within if beside else draft  # "12 هجوماً مقابل 19 في تشرين الثاني": what goes on is of the first
        if within is not None and before is not None and _is_set_beside(within.period, before.period):
            within = before  # "وكان حزيران قد سجل 365": what follows is of July again
        last = within or (before if before and _goes_on(scene, sentence, waiting) else None)
        if last is not None:
            last = replace(last, sentence=sentence)
        campaign = next((one for one in reversed(_in(scene, sentence)) if one.since and one.firm), None)
        campaign = campaign or begun_in(scene, sentence)


def _is_set_beside(period: Period | None, before: Period | None) -> bool:
    """Say whether a bounded period lies wholly before the one that was counted in: it is but set beside that."""
    if period is None or before is None or period.since or before.since or period.end is None or before.start is None:
        return False
    return period.end < before.start


def _in(scene: Scene, sentence: Sentence) -> list[Period]:
    return list(scene.within(scene.periods, sentence.first, sentence.stop))


def _counted_through(scene: Scene, sentence: Sentence, figure: Figure, through: Period | None) -> Draft | None:
    """Return what a report without a single day counts in its period: "... خلال حزيران. قتل المهاجمون 96 مدنياً"."""
    if through is None or figure.first < through.first or _is_unreal(scene, sentence, figure):
        return None
    single = figure.cause is not None and figure.cause.single
    if single or _in(scene, sentence) or scene.cues_in("off-topic", *scene.clause(sentence, figure.core)):
        return None
    low = max(sentence.first, figure.first - _OPENING)
    reached = says_any(scene.document.words[low : figure.core], "reaching")  # "وشملت الاعتقالات 62 امرأة"
    if reached or scene.cues_in("subset", sentence.first, figure.core):
        return None
    return Draft(
        kind="count", what=figure.what, measure=figure.measure, number=figure.number, direction=None,
        sentence=sentence, first=figure.first, stop=figure.stop, core=figure.core, period=through,
        rule_id=figure.rule_id,
    )  # fmt: skip


def _joined(scene: Scene, sentence: Sentence, waiting: list[Figure], figure: Figure, draft: Draft) -> Iterator[Draft]:
    """Yield the figures told before one whose period stands behind it: "قتل 49 مدنياً، وجرح 39 خلال العام الماضي"."""
    period = draft.period
    if period is None or period.first < figure.core or figure.measure == "events":
        return
    behind = figure
    for one in reversed(waiting):
        if (
            not _is_joined(scene, one, behind)
            or one.measure == "events"
            or behind.first - one.stop > _COUPLED
            or (one.cause is not None and one.cause.single)
            or has_day(scene, *scene.clause(sentence, one.core))
        ):
            return
        yield replace(
            draft, what=one.what, measure=one.measure, number=one.number, first=one.first, stop=one.stop,
            core=one.core, rule_id=one.rule_id, kind=kind_of(scene, sentence, one, period), carried=True,
        )  # fmt: skip
        behind = one


def _is_joined(scene: Scene, figure: Figure, behind: Figure) -> bool:
    """Say whether "and" joins a figure to the one behind it: "وجرح 39", "وأن 147 أصيبوا", "وعدد الجرحى 40"."""
    return any(word.startswith("و") for word in scene.document.words[figure.stop : behind.core + 1])


def _goes_on(scene: Scene, sentence: Sentence, waiting: list[Figure]) -> bool:
    """Say whether a sentence without a claim lets the next go on with the one before: "وطال القصف 37 قرية. وأدى"."""
    low, high = sentence.first, min(sentence.stop, sentence.first + 3)
    told = any(one.pos == "verb" and one.first == low for one in scene.annotations.triggers)
    more = told or says(scene.document.words[low], "reaching")
    more = more and scene.document.words[low].startswith("و") and not waiting and not _in(scene, sentence)
    return bool(scene.cues_in("tally", low, high) or scene.cues_in("deed", low, high) or more)


def _draft(
    scene: Scene, sentence: Sentence, figure: Figure, within: Draft | None, before: Draft | None, title: Period | None
) -> Draft | None:
    if scene.cues_in("off-topic", *scene.clause(sentence, figure.core)) or _is_unreal(scene, sentence, figure):
        return None
    title = title if title is not None and title.first < sentence.stop else None
    period = period_of(scene, sentence, figure)
    if period is not None and scene.cues_in("off-topic", *scene.clause(sentence, period.first)):
        return None  # "ضبطت 23 قضية مخدرات خلال شهر، وسيق 40"
    carried = False
    if period is not None and not is_of_one_act(scene, sentence, figure, period):
        pass
    elif within is not None and _shares(scene, figure, within):
        period, carried = within.period, True
    elif (
        period is None
        and within is None
        and before is not None
        and (continues(scene, sentence, figure) or _is_other_half(scene, sentence, figure, before))
    ):
        period, carried = before.period, True
    elif period is None and within is None and before is not None and title and _adds_in(scene, sentence, figure):
        period, carried = before.period, before.period is not None and _is_as(before.period, title)
        if not carried:
            return None
    elif period is None and within is None and before is None and (told := _of_trend(scene, sentence)):
        period, carried = told, True
    elif period is None and within is None and before is None and title and _in_bulletin(scene, sentence, figure):
        period, carried = title, True
    else:
        return None
    kind = kind_of(scene, sentence, figure, period)
    if within is not None and period is within.period and within.kind == "total":
        kind = "total"  # "558 قتيلاً منذ 13 تموز، وأن عدد الجرحى تجاوز 783"
    if within is not None and figure.what is None and _beside(scene, sentence, figure, within, carried=carried):
        figure = replace(figure, what=within.what)
    if within is not None and figure.what is None and _fell_in_them(scene, figure, within):
        figure = replace(figure, what=kill_type(within.what))
    if carried and before is not None and period is before.period and figure.what is None:
        figure = replace(figure, what=_by_those(scene, sentence, figure, before))
    follows = before is not None and _is_added(scene.document.words[sentence.first])
    first = min(figure.first, period.first) if period and not carried else figure.first
    stop = max(figure.stop, period.stop) if period and not carried else figure.stop
    return Draft(
        kind=kind, what=figure.what, measure=figure.measure, number=figure.number,
        direction=None, sentence=sentence, first=first, stop=stop, core=figure.core, period=period,
        rule_id=figure.rule_id, carried=carried or follows or within is not None,
    )  # fmt: skip


def _is_other_half(scene: Scene, sentence: Sentence, figure: Figure, before: Draft) -> bool:
    """Say whether wounded are counted beside the killed of a sum: "الحصيلة 3189 قتيلاً. وبلغ عدد الجرحى 14078"."""
    other = {figure.measure, before.measure} == set(_HURT) and before.kind == "total"
    return other and figure.rule_id == _BY_HEAD and not has_day(scene, sentence.first, sentence.stop)


def _of_trend(scene: Scene, sentence: Sentence) -> Period | None:
    """Return the period of the rise or fall told just before: "تراجع الخطف خلال الربع الأول. وسُجلت 14 حالة فقط"."""
    if sentence.index == 0 or not scene.document.words[sentence.first].startswith("و"):
        return None
    if not scene.cues_in("tally", sentence.first, sentence.first + 1) or _in(scene, sentence):
        return None
    before = scene.document.sentences[sentence.index - 1]
    changes = (cue for role in ("rise", "fall", "steady") for cue in scene.cues_in(role, before.first, before.stop))
    own = [one for one in _in(scene, before) if one.firm and not is_compared(scene, one)]
    return own[0] if any(changes) and len(own) == 1 and not own[0].since and not own[0].day else None


def _fell_in_them(scene: Scene, figure: Figure, within: Draft) -> bool:
    """Say whether people fell in the acts counted just before: "بلغت الاغتيالات 38 عملية قتل فيها 31"."""
    behind = scene.document.words[figure.first + 1 : figure.first + 2]
    return figure.measure in _HURT and within.measure == "events" and spells_any(behind, "in-it")


def _verb_reach(figure: Figure) -> range:
    """Return where a verb stands that tells a figure: its first word or up to two before."""
    return range(figure.first - 2, figure.first + 1)


def _is_unreal(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is denied, threatened, planned or called for: "هدد التنظيم بإعدام ستة خلال ثلاثة أيام"."""
    words = scene.document.words
    if spells_any(words[max(figure.first - _ACCUSED, sentence.first) : figure.core], "accused"):
        return True  # "محاكمة طبيب متهم بتعذيب 18 معتقلاً"
    if says(words[sentence.first], "denies") and scene.clause(sentence, figure.core)[0] == sentence.first:
        return True
    verbs = [one for one in scene.annotations.triggers if one.pos == "verb" and one.first in _verb_reach(figure)]
    if any(not words[one.first].lstrip("وف").startswith(("ي", "ت", "ن", "س")) for one in verbs):
        return False  # "يهدف إلى وضع حد لنزاع أوقع 40 ألف قتيل"
    return any(
        one.kind in _UNREAL
        and one.stop <= figure.core < one.scope_stop
        and one.scope_first <= figure.core
        and not says_any(words[one.stop : figure.core], "relative")  # "دعا إلى التحقيق في الأحداث التي أودت بحياة 62"
        for one in scene.annotations.qualifiers
    )


def _beside(scene: Scene, sentence: Sentence, figure: Figure, within: Draft, *, carried: bool) -> bool:
    """Say whether people are told beside others with what those were hurt by: "قتل 14 بقصف، وأصيب 37 آخرون"."""
    if figure.measure not in _HURT or within.measure not in _HURT:
        return False
    if not carried and (figure.measure == within.measure or figure.measure != "wounded"):
        return False
    words = scene.document.words
    others = spells_any(words[figure.core : figure.stop + 1], "others") or _wounds_too(words[figure.first])
    if not carried and others:
        return True
    _, high = scene.clause(sentence, figure.core)
    return not any(scene.within(scene.annotations.places, figure.first, high))  # others elsewhere fell otherwise


def _is_added(word: str) -> bool:
    return word.startswith("و") or spells(word, "likewise")


def _wounds_too(word: str) -> bool:
    return word.startswith("و") and says(word.removeprefix("و"), "wounding")


def _by_those(scene: Scene, sentence: Sentence, figure: Figure, before: Draft) -> str | None:
    """Return the type of the acts counted in the sentence before, by which people are told to have fallen."""
    if figure.measure not in _HURT or before.measure != "events":
        return None
    low = max(sentence.first, figure.first - BACK)
    by = [
        cue
        for cue in scene.cues_in("result", low, figure.stop + 2)
        if cue.first == sentence.first or scene.document.words[cue.stop - 1].endswith("ها")
    ]
    those = in_those(scene, sentence.first, figure)
    high = min(figure.stop + 3, sentence.stop)
    named = [act for act in scene.within(scene.acts, sentence.first, high) if act.noun and act.counts]
    if named and spells(scene.document.words[named[0].first - 1], "that-period"):
        return kill_type(before.what)  # "وأدت هذه العمليات إلى مقتل 22"
    if named:
        again = _counts_them_again(scene, named[0], before)
        return kill_type(before.what if again else named[0].what)  # "أسفرت العمليات" is of any kind
    return kill_type(before.what) if those or (by and before.what != "Attack") else None


def _counts_them_again(scene: Scene, act: Act, before: Draft) -> bool:
    """Say whether a noun takes up acts counted before it: "14 حادث انفجار. وأدت الحوادث إلى مقتل تسعة"."""
    words = scene.document.words
    counted = (one for one in scene.within(scene.acts, before.first, before.stop + 1) if one.what == before.what)
    return says(words[act.first], "general-act") and any(says(words[one.first], "general-act") for one in counted)


def _in_bulletin(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure is one of those that a bulletin counts in the month or year of its headline."""
    counted = _deed(scene, sentence, figure) or goes_on_reporting(scene, sentence, figure)
    return counted and not has_day(scene, sentence.first, sentence.stop)


def _is_as(period: Period, title: Period) -> bool:
    return (period.start, period.end) == (title.start, title.end)


def _adds_in(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a bulletin goes on with "and": "واستخدم في العمليات 41 مسيّرة", and not with one act or day."""
    single = figure.cause is not None and figure.cause.single
    word = scene.document.words[sentence.first]
    low, _ = scene.clause(sentence, figure.core)
    verb = any(one.pos == "verb" and one.first == sentence.first for one in scene.annotations.triggers)
    verb = verb or says(word, "launched") or says(word, "downed")
    return (
        verb and low == sentence.first and not single and word.startswith("و")
        and not has_day(scene, sentence.first, sentence.stop)
    )  # fmt: skip


def _deed(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    low = max(sentence.first, figure.first - BACK)
    return tallied(scene, sentence, figure) or bool(scene.cues_in("deed", low, figure.stop))


def _shares(scene: Scene, figure: Figure, within: Draft) -> bool:
    """Say whether a figure goes on with the one before it in its sentence: "قتل فيها 9", "وإصابة 5 آخرين"."""
    dated = [
        told
        for told in scene.within(scene.annotations.dates, within.stop, figure.stop)
        if told.scope == "point" and told.part_of_day is not None
    ]
    low, high = scene.clause(within.sentence, figure.core)
    if dated or (not low <= within.core < high and has_day(scene, low, high)):
        return False
    gap = range(within.stop, figure.first)
    words = scene.document.words
    others = figure.measure != "events" and spells_any(words[figure.core : figure.stop + 1], "others")
    if len(gap) <= 3 or (others and words[figure.first].startswith("و")):
        return True
    if _opened(scene, figure, within) or in_those(scene, within.stop, figure):
        return True
    low = min(within.stop, figure.first)
    if scene.cues_in("result", low, figure.stop) or scene.cues_in("therein", low, figure.stop):
        return True
    pauses = sum(scene.pause(at) for at in range(within.stop, figure.first + 1))
    return pauses <= 1 and len(gap) <= 6


def _opened(scene: Scene, figure: Figure, within: Draft) -> bool:
    """Say whether the period of a sentence opens it, and holds for what "and" joins: "خلال آذار شنت ...، وانتشلت"."""
    sentence, period = within.sentence, within.period
    low, high = scene.clause(sentence, figure.first)
    opens = period is not None and sentence.first <= period.first <= sentence.first + _LEAD
    single = figure.cause is not None and figure.cause.single
    return opens and not single and scene.document.words[low].startswith("و") and not has_day(scene, low, high)


def kind_of(scene: Scene, sentence: Sentence, figure: Figure, period: Period | None) -> str:
    """Return "total" for a figure that runs on from a start, "count" for one of a bounded or young period."""
    if period is None or not period.since:
        return "count"
    if period.happening or period.start is None:
        return "total"
    low = max(sentence.first, min(scene.clause(sentence, figure.core)[0], figure.first - BACK))
    stop = max(figure.stop, period.stop)
    behind = range(stop, min(sentence.stop, stop + _RUNS_ON))
    paused = next((at for at in behind if scene.pause(at)), behind.stop)
    until = [cue for cue in scene.cues_in("running", low, behind.stop) if cue.stop <= paused or is_until(scene, cue)]
    told = scene.document.words[period.first : period.stop]
    spoken = len(told) > 1 and spells(told[-2], "as-far-as") and spells(told[-1], "now-spoken")
    if until or spoken or spells_any(told, "until-today") or spells_any(told, "its-date"):
        return "total"  # "من بداية أيار لحد هسه"
    if period.end is None or ((period.start.month, period.start.day) == (1, 1) and _is_year(scene.document, period)):
        return "total"
    return "total" if (period.end - period.start).days > _LONG else "count"


def _is_year(document: Document, period: Period) -> bool:
    return says_any(document.words[period.first : period.stop], "year-told")
