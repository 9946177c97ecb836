"""Bulletins: the period that one counts in throughout, and the sentences that go on counting in it."""

from __future__ import annotations

from functools import cache

from marsad.claims.figure import opens_item
from marsad.claims.lists import says, says_any, spells
from marsad.claims.periods import Period
from marsad.claims.scene import Scene
from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.model.report import Sentence
from marsad.model.when import DateMention

__all__ = ["bulletin_period", "counts_through", "headed_periods", "lists_on", "reports_on", "sayings"]

_ITEMS = frozenset("-–—•*●▪◾🔻📌⬅")
_OPENING = 5
"""Words of a sentence within which stands who goes on to report."""
_LEAD = 2
"""Sentences of a text in which a bulletin says what it is, and of when."""
_WEEK = 5
"""Days at least between the ends of what a bulletin counts."""


@cache
def sayings() -> Matcher[str]:
    """Return the verbs by which something is said: "قال", "أعلن"."""
    return Matcher(
        (form, entry.pos, entry.entry_id)
        for entry in entries("speakers")
        if entry["role"] == "saying" and entry.pos == "verb"
        for form in entry.forms
    )


def bulletin_period(scene: Scene) -> Period | None:
    """Return the month, year or weeks that a headline or opening names for a whole bulletin: "درعا خلال تموز"."""
    body = 0
    for sentence in scene.document.sentences:
        found = [one for one in scene.within(scene.periods, sentence.first, sentence.stop) if not one.day]
        if sentence.is_headline:
            if len(found) == 1 and (found[0].firm or scene.cues_in("tally", sentence.first, sentence.stop)):
                return found[0]
            continue
        body += 1
        issued = says_any(scene.document.words[sentence.first : sentence.stop], "publication")
        if body <= _LEAD and issued and len(found) == 1 and not found[0].since and found[0].start is not None:
            return found[0]
    return None


def counts_through(scene: Scene) -> Period | None:
    """Return the week, month or year that a report opens with and tells no day beside: all that it counts is of it."""
    spanned = {at for one in scene.periods if not one.day for at in range(one.first, one.stop)}
    dated = (one for one in scene.annotations.dates if one.scope == "point" and one.start == one.end)
    if any(one.start is not None and one.first not in spanned and not _is_rate(scene, one) for one in dated):
        return None
    body = [one for one in scene.document.sentences if not one.is_headline and not one.furniture]
    heads = [one for one in scene.document.sentences if one.is_headline and not scene.violent(one)]
    for sentence in (*body[:_LEAD], *heads) if len(body) > _LEAD else ():
        whole = [
            one
            for one in scene.within(scene.periods, sentence.first, sentence.stop)
            if _is_whole(one, headed=sentence.is_headline and _names_place(scene, sentence))
            and not spells(scene.document.words[one.first], "after")  # "بعد 77 يوماً من القتال"
            and not _is_of_rank(scene, sentence, one)
            and not _is_of_sum(scene, sentence, one)
        ]
        if whole:
            return None if scene.off_topic(sentence) else whole[0]
    return None


def headed_periods(scene: Scene) -> list[tuple[Period, Sentence]]:
    """Return the weeks, months or years of a headline with its part that names a place: "الفاشر.. شهداء أكتوبر"."""
    heads = [one for one in scene.document.sentences if one.is_headline]
    named = [one for one in heads if _names_place(scene, one)]
    return [
        (period, sentence if sentence in named else named[0])
        for sentence in (heads if named else ())
        for period in scene.within(scene.periods, sentence.first, sentence.stop)
        if _is_whole(period, headed=True)
    ]


def _is_of_rank(scene: Scene, sentence: Sentence, period: Period) -> bool:
    """Say whether a period is but that of a rank: "قُصفت القرية للمرة السادسة خلال الشهر"."""
    low, _ = scene.clause(sentence, period.first)
    ranks = [one for one in scene.within(scene.annotations.numbers, low, period.first) if one.kind == "ordinal"]
    return bool(ranks) and period.first - ranks[-1].stop <= 1


def _is_of_sum(scene: Scene, sentence: Sentence, period: Period) -> bool:
    """Say whether a period is that of a sum to which an act just told adds: "وبهذا يصل عدد العمليات في أيار إلى 19"."""
    low, _ = scene.clause(sentence, period.first)
    running = scene.cues_in("running", low, period.first)
    return any(says(scene.document.words[cue.first], "sum-grows") for cue in running)


def _is_rate(scene: Scene, told: DateMention) -> bool:
    """Say whether a day is that of a rate: "سبعة في اليوم"."""
    words = scene.document.words
    return told.first > 0 and spells(words[told.first - 1], "in") and _is_the_day(words[told.first : told.stop])


def _is_the_day(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and spells(words[0], "day-told")


def _names_place(scene: Scene, sentence: Sentence) -> bool:
    return any(scene.within(scene.annotations.places, sentence.first, sentence.stop))


def _is_whole(period: Period, *, headed: bool) -> bool:
    """Say whether a period is a week, month or year; one of a headline with a place (`headed`) needs no "خلال"."""
    if period.start is None or period.end is None or period.day or period.since or not (period.firm or headed):
        return False
    return (period.end - period.start).days >= _WEEK


def lists_on(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence is an item of a list: "- 17 قتيلاً في استهدافات", "ثانياً: خطف ثلاثة"."""
    opens = scene.document.gap(sentence.first)
    if _is_told_as_item(scene, sentence) or opens_item(scene, sentence.first) or _is_headed(scene, sentence):
        return True
    return not _ITEMS.isdisjoint(opens) or (
        spells(scene.document.words[sentence.first], "item") and scene.pause(sentence.first + 1)
    )


def _is_headed(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence of the text opens with a place and a colon: "نيالا: 76 قتيلاً"."""
    heads = [one for one in scene.annotations.places if one.first == sentence.first and one.stop < sentence.stop]
    return not sentence.is_headline and any(":" in scene.document.gap(one.stop) for one in heads)


def _is_told_as_item(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence of the text is but a noun of what befell and whom it befell: "اعتقال 33 شخصاً"."""
    told = list(scene.within(scene.annotations.triggers, sentence.first, sentence.stop))
    if sentence.is_headline or not told or any(one.pos == "verb" for one in told):
        return False
    last = told[0]
    if len(told) > 1 and told[1].first == last.stop and scene.document.words[told[1].first].startswith("و"):
        last = told[1]  # "خطف واعتقال 33 مدنياً"
    counted = any(one.first == last.stop for one in scene.annotations.numbers)
    return told[0].first == sentence.first and told[0].pos == "noun" and counted


def reports_on(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence opens with what the bulletin says next: "وبيّن التقرير أن", "وأضافت النشرة"."""
    words, stop = scene.document.words, min(sentence.first + _OPENING, sentence.stop)
    if not words[sentence.first].startswith("و") or not sayings().find(words, sentence.first, sentence.first + 1):
        return False
    who = [at for at in range(sentence.first + 1, stop) if says(words[at], "publication") or says(words[at], "body-of")]
    return any(says(words[at], "publication") or _is_told(scene, at) for at in who)


def _is_told(scene: Scene, at: int) -> bool:
    """Say whether a body that goes on to report was told before, or is the only one: no other body's own news."""
    words = scene.document.words
    bodies = {word.lstrip("ول").removeprefix("ال") for word in words[:at] if says(word, "body-of")}
    return not bodies or words[at].lstrip("ول").removeprefix("ال") in bodies
