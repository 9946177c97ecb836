"""Figures told as a tally: "نفذ التنظيم 5 هجمات خلال أيلول" (count), "منذ بداية العام إلى 153" (total)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.claims.draft import Draft
from marsad.claims.figures import Figure, find_figures
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.model.report import Document, Sentence

__all__ = ["find_tallies", "kind_of"]

_LONG = 31
"""Days from which on a period since a day is told as a total."""
_BACK = 12
_LASTING = frozenset(
    ("المستمره", "المتواصله", "الجاريه", "المندلعه", "المحافظه", "المدينه", "المنطقه", "البلده", "القضيه")
)
_OPENERS = frozenset(("بعد", "كما", "ما", "اذ", "حيث", "مع", "رغم", "هو", "هي"))


def find_tallies(scene: Scene) -> Iterator[Draft]:
    """Yield the counts and totals of a document, by position.

    A figure without a period is the toll of an act, and no claim; one goes on in the period of the figures before it
    where it belongs to them ("قتل فيها", "كما وثق").
    """
    title = _title_period(scene)
    last: Draft | None = None
    for sentence in scene.document.sentences:
        if sentence.furniture or scene.off_topic(sentence):
            last = None
            continue
        before = last if last is not None and last.sentence.index == sentence.index - 1 else None
        last = None
        within: Draft | None = None
        for figure in find_figures(scene, sentence):
            draft = _draft(scene, sentence, figure, within, before, title)
            if draft is not None:
                yield draft
                within = draft
        last = within or (before if before and _goes_on(scene, sentence) else None)
        if last is not None:
            last = replace(last, sentence=sentence)


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    low, high = sentence.first, min(sentence.stop, sentence.first + 3)
    return bool(scene.cues_in("tally", low, high) or scene.cues_in("deed", low, high))


def _draft(
    scene: Scene, sentence: Sentence, figure: Figure, within: Draft | None, before: Draft | None, title: Period | None
) -> Draft | None:
    period = _period_of(scene, sentence, figure)
    carried = False
    if period is not None and not _one_act(scene, sentence, figure, period):
        pass
    elif within is not None and _shares(scene, figure, within):
        period, carried = within.period, True
    elif period is None and within is None and before is not None and _continues(scene, sentence):
        period, carried = before.period, True
    elif period is None and within is None and before is None and title and _deed(scene, sentence, figure):
        period, carried = title, True
    else:
        return None
    follows = before is not None and scene.document.words[sentence.first].startswith(("و", "كما"))
    first = min(figure.first, period.first) if period and not carried else figure.first
    stop = max(figure.stop, period.stop) if period and not carried else figure.stop
    return Draft(
        kind=kind_of(scene, sentence, figure, period), what=figure.what, measure=figure.measure, number=figure.number,
        direction=None, sentence=sentence, first=first, stop=stop, core=figure.core, period=period,
        rule_id=figure.rule_id, carried=carried or follows or within is not None,
    )  # fmt: skip


def _period_of(scene: Scene, sentence: Sentence, figure: Figure) -> Period | None:
    """Return the period nearest to a figure that is its own: no other figure with a pause stands between."""
    best: tuple[int, Period] | None = None
    for period in scene.within(scene.periods, sentence.first, sentence.stop):
        if period.day and not period.since and not period.firm:
            continue
        if any(period.first - 2 <= cue.first and cue.stop <= period.first for cue in scene.cues["compared"]):
            continue  # "مقارنة بـ88 في نيسان"
        if not period.firm and figure.measure != "events" and not _tallied(scene, sentence, figure):
            continue
        ahead = period.first < figure.first
        low, high = (period.stop, figure.first) if ahead else (figure.stop, period.first)
        clause = scene.clause(sentence, figure.core)
        if not clause[0] <= period.first < clause[1] and _has_day(scene, *clause):
            continue
        if _elsewhere(scene, figure, period) or _of_rank(scene, sentence, period, figure):
            continue
        if ahead and figure.measure != "events" and _told_apart(scene, sentence, period, figure):
            continue
        breaks = _breaks(scene, low, high, ahead=ahead)
        if breaks is None:
            continue
        distance = max(high - low, 0) + 8 * breaks
        if best is None or distance < best[0]:
            best = (distance, period)
    return best[1] if best else None


def _elsewhere(scene: Scene, figure: Figure, period: Period) -> bool:
    """Say whether a period belongs to something else: "أعنف مواجهات منذ", "المحاصرة منذ 2013", another figure."""
    before = scene.document.words[period.first - 1] if period.first else ""
    participle = before.startswith(("الم", "والم", "الخ", "والخ")) and before.endswith("ه") and before not in _LASTING
    if period.since and participle and not _named(scene, period.first - 1):
        return True
    if period.since and period.stop <= figure.first and scene.cues_in("elsewhere", period.first - 2, period.first):
        return True
    low, high = figure.stop, period.first
    return any(scene.cues_in(role, low, high) for role in ("elsewhere", "head", "running"))


def _of_rank(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether a period is that of a rank told before people: "ثالث هجوم خلال أسبوعين عقب تفجير قتل 12"."""
    if period.first > figure.first or _tallied(scene, sentence, figure):
        return False
    low, _ = scene.clause(sentence, period.first)
    return any(number.kind == "ordinal" for number in scene.within(scene.annotations.numbers, low, period.first))


def _named(scene: Scene, at: int) -> bool:
    return any(one.first <= at < one.stop for one in (*scene.annotations.places, *scene.annotations.actors))


def _has_day(scene: Scene, first: int, stop: int) -> bool:
    return any(one.day and not one.since and not one.firm for one in scene.within(scene.periods, first, stop))


def _told_apart(scene: Scene, sentence: Sentence, period: Period, figure: Figure) -> bool:
    """Say whether the clause of a period tells something else: "تزايدت الهجمات هذا الأسبوع، وقتل عاملان"."""
    low, high = scene.clause(sentence, period.first)
    if low <= figure.core < high or _tallied(scene, sentence, figure):
        return False
    if scene.cues_in("result", high, figure.stop) or scene.cues_in("therein", high, figure.stop):
        return False
    return bool(
        scene.cues_in("rise", low, high) or scene.cues_in("fall", low, high)
        or any(trigger.pos == "verb" for trigger in scene.within(scene.annotations.triggers, low, high))
    )  # fmt: skip


def _breaks(scene: Scene, low: int, high: int, *, ahead: bool) -> int | None:
    """Count the pauses between a figure and a period; None when they stand in clauses of their own.

    What is put in between pauses and goes on after it is none: "مقتل 21 مدنياً، بينهم 5 أطفال، في قصف".
    """
    inserted = False
    count = 0
    for at in range(low, min(high + 1, len(scene.document.words))):
        if not scene.pause(at) or ":" in scene.document.gap(at):
            continue
        if inserted:
            inserted = False
            continue
        inserted = not ahead and any(cue.first == at for cue in scene.cues["subset"])
        if inserted:
            continue
        count += 1
        if not ahead and _starts_anew(scene, at):
            return None
    return None if ahead and count > 1 else count


def _starts_anew(scene: Scene, at: int) -> bool:
    """Say whether a clause with a figure or verb of its own opens at word `at`: so no period behind it counts."""
    word = scene.document.words[at]
    return word.startswith(("و", "ف", "ل", "اي", "في")) or word in (
        "بعد",
        "كما",
        "ما",
        "اذ",
        "حيث",
        "مع",
        "رغم",
        "هو",
        "هي",
    )


def _one_act(scene: Scene, sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Say whether people are those of one act in the period: "قتل 5 بهجوم على حاجز خلال الأسبوع الماضي"."""
    if (
        figure.measure not in ("killed", "wounded")
        or period.since
        or _tallied(scene, sentence, figure)
        or figure.cause is None
    ):
        return False
    return figure.cause.single


def _tallied(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Say whether a word that counts stands before a figure in its sentence: "وثق", "حصيلة"."""
    return bool(scene.cues_in("tally", max(sentence.first, figure.first - _BACK), figure.stop))


def _deed(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    low = max(sentence.first, figure.first - _BACK)
    return _tallied(scene, sentence, figure) or bool(scene.cues_in("deed", low, figure.stop))


def _shares(scene: Scene, figure: Figure, within: Draft) -> bool:
    """Say whether a figure goes on with the one before it in its sentence: "قتل فيها 9", "وإصابة 5 آخرين"."""
    dated = [
        told
        for told in scene.within(scene.annotations.dates, within.stop, figure.stop)
        if told.scope == "point" and told.part_of_day is not None
    ]
    if dated:
        return False
    gap = range(within.stop, figure.first)
    if len(gap) <= 3:
        return True
    low = min(within.stop, figure.first)
    if scene.cues_in("result", low, figure.stop) or scene.cues_in("therein", low, figure.stop):
        return True
    pauses = sum(scene.pause(at) for at in range(within.stop, figure.first + 1))
    return pauses <= 1 and len(gap) <= 6


def _continues(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a figure goes on with the sentence before: "كما وثق", "وأسفرت", "إضافة إلى"."""
    low, high = sentence.first, min(sentence.first + 4, sentence.stop)
    opens = (
        scene.cues_in("result", low, high)
        or scene.cues_in("therein", low, high)
        or (
            (scene.cues_in("tally", low, high) or scene.cues_in("deed", low, high))
            and scene.document.words[low].startswith(("و", "كما", "ف"))
        )
    )
    return bool(opens) and not any(
        told.scope == "point" and told.start == told.end
        for told in scene.within(scene.annotations.dates, sentence.first, sentence.stop)
    )


def kind_of(scene: Scene, sentence: Sentence, figure: Figure, period: Period | None) -> str:
    """Return "total" for a figure that runs on from a start, "count" for one of a bounded or young period."""
    if period is None or not period.since:
        return "count"
    if period.happening or period.start is None:
        return "total"
    low = max(sentence.first, figure.first - _BACK)
    if scene.cues_in("running", low, min(sentence.stop, max(figure.stop, period.stop) + 5)):
        return "total"
    if period.end is None or ((period.start.month, period.start.day) == (1, 1) and _is_year(scene.document, period)):
        return "total"
    return "total" if (period.end - period.start).days > _LONG else "count"


def _is_year(document: Document, period: Period) -> bool:
    return any(word.endswith(("عام", "سنه", "العام", "السنه")) for word in document.words[period.first : period.stop])


def _title_period(scene: Scene) -> Period | None:
    """Return the month or year that a headline names for the whole bulletin: "درعا خلال تموز"."""
    for sentence in scene.document.sentences:
        if sentence.is_headline:
            found = [one for one in scene.within(scene.periods, sentence.first, sentence.stop) if not one.day]
            if len(found) == 1 and (found[0].firm or scene.cues_in("tally", sentence.first, sentence.stop)):
                return found[0]
    return None
