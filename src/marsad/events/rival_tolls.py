"""Counts of one toll by two sources: "قتل 89 شخصا، بينما رفع المرصد العدد إلى 123" is 89, at most 123.

What the second source counts is no toll of its own: no other act has it, and nothing is added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import forms_of, role_words
from marsad.model.frame import Frame
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.span import Mention
from marsad.model.what import CasualtyMention, SourceMention

__all__ = ["Rival", "rival_of", "rivals_of", "with_rival"]

_SOON = 3
"""Words behind "بينما" or the start of a sentence within which the other source is named."""
_COUNTED = 3
"""Words before a bare number within which a word for a count stands: "قدر العدد بثمانية"."""
_COUNTS = frozenset(("casualties.victim", "casualties.toll"))
_OF_A_TOLL = frozenset(("death", "injury", "body", "arrest", "abduction"))
"""Senses of words for what came of an act, by which a second source tells no act of its own."""


class Rival(NamedTuple):
    """What another source counts otherwise than an earlier toll, `main`: the words, and how many."""

    mention: Mention
    estimate: Estimate
    main: CasualtyMention


def rivals_of(context: Context) -> list[Rival]:
    """Return what sources of a report count otherwise than a toll told before, in the order of the text."""
    if not context.annotations.sources or not context.annotations.casualties:
        return []
    found = [_of_toll(context, toll) for toll in context.annotations.casualties[1:]]
    found += [_of_number(context, number) for number in context.annotations.numbers]
    return [rival for rival in found if rival is not None]


def rival_of(context: Context, choice: Choice[Estimate | None], outcome: str) -> Rival | None:
    """Return what another source counts in place of what was chosen, None when no one counts it otherwise."""
    if choice.value is None or choice.value.best is None:
        return None
    told = (rival for rival in context.once(rivals_of) if rival.main.outcome == outcome)
    return next((rival for rival in told if rival.main.estimate == choice.value), None)


def with_rival(context: Context, choice: Choice[Estimate | None], outcome: str) -> Estimate | None:
    """Return how many were chosen, as wide as what another source counts makes it."""
    rival = rival_of(context, choice, outcome)
    if rival is None or choice.value is None:
        return choice.value
    counts = (choice.value.best or 0, rival.estimate.best or 0)
    low = min(*counts, *(() if choice.value.low is None else (choice.value.low,)))
    return Estimate(low, choice.value.best, max(*counts, choice.value.high or 0))


def _of_toll(context: Context, toll: CasualtyMention) -> Rival | None:
    """Return a toll that another source counts otherwise: "بينما تحدث ناشطون عن ستة قتلى"."""
    if toll.estimate.best is None or toll.subset or toll.total:
        return None
    main = _counted_before(context, toll, toll.outcome)
    if main is None or (toll.victims and main.victims != toll.victims and not _anybody(toll.victims)):
        return None
    return Rival(toll, toll.estimate, main)


def _of_number(context: Context, number: NumberMention) -> Rival | None:
    """Return a bare number that another source counts: "فيما قدر ناشطون العدد بثمانية"."""
    words, counting = context.document.words, forms_of("casualty-words", "count")
    counted = not counting.isdisjoint(words[max(0, number.first - _COUNTED) : number.first])
    counted = counted or _is_all_that_is_said(context, number) or _are_so_many(context, number)
    if number.estimate.best is None or not counted:
        return None
    if any(toll.first <= number.first < toll.stop for toll in context.annotations.casualties):
        return None
    main = _counted_before(context, number, None)
    return Rival(number, number.estimate, main) if main is not None else None


def _counted_before(context: Context, mention: Mention, outcome: str | None) -> CasualtyMention | None:
    """Return the toll, of an outcome if one is given, that stands before the words of a source who counts it anew."""
    first = _opening(context, mention)
    if first is None or _tells_an_act(context, first, mention):
        return None
    tolls = [
        toll for toll in context.annotations.casualties
        if toll.stop <= first and toll.estimate.best is not None and not toll.subset and outcome in (None, toll.outcome)
    ]  # fmt: skip
    main = tolls[-1] if tolls else None
    if main is None or main.total:
        return None
    away = context.sentence_of[mention.first] - context.sentence_of[main.first]
    between = [frame for frame in context.frames if frame.stop <= mention.first]
    return main if away in (0, 1) and not any(_is_apart(context, main, frame) for frame in between) else None


def _opening(context: Context, mention: Mention) -> int | None:
    """Return where the words of another source begin that count, None when none does."""
    words, sentence = context.document.words, context.document.sentences[context.sentence_of[mention.first]]
    if sentence.is_headline:
        return None
    speaking = {source.first for source in context.annotations.sources if _speaks_too(context, source)}
    first = next(
        (at for at in range(mention.first - 1, sentence.first, -1) if at in speaking or _turns(words[at : at + 2])),
        sentence.first,
    )
    said = any(
        first <= source.first <= first + _SOON and source.verb is not None and source.first < mention.first
        for source in context.annotations.sources
    )
    words_of_source = words[first : mention.stop]
    counts = _turns(words[first : first + 2]) or not forms_of("casualty-words", "count").isdisjoint(words_of_source)
    counts = counts or _is_of_the_dead(words, mention) or _is_all_that_is_said(context, mention)
    return first if said and (counts or _are_so_many(context, mention)) else None


def _speaks_too(context: Context, source: SourceMention) -> bool:
    """Say whether a source is joined to what stands before: "وقالت الوزارة", "والمرصد يقول", but not "وفق المرصد"."""
    word = context.document.words[source.first]
    if source.verb is None or word[0] != "و":
        return False
    if word != source.verb:
        return word.startswith("وال")
    own = {form for form in forms_of("speakers", "saying", "according") if form[0] == "و"}
    return not word.startswith(tuple(form.split()[0] for form in own))


def _are_so_many(context: Context, mention: Mention) -> bool:
    """Say whether a source counts those told before: "وقال الدفاع المدني إنهم ثمانية", "إن عددهم ثمانية".

    "إنهم ثمانية أطفال" says what they are, and "عن المهاجمين إنهم ثمانية" speaks of others.
    """
    words, at = context.document.words, mention.first
    if mention.stop not in {clause.stop for clause in context.document.clauses}:
        return False
    own = forms_of("casualty-words", "their-number")
    they = next((back for back in range(at - 1, max(-1, at - 1 - _COUNTED), -1) if words[back] in own), None)
    if words[at - 1] in forms_of("casualty-words", "they-are"):
        they = at - 1
    said = [source for source in context.annotations.sources if source.verb is not None and source.first < at]
    if they is None or not said:
        return False
    between = words[min(said[-1].stop, they) : they]
    return len(between) <= _SOON and forms_of("speakers", "about").isdisjoint(between)


def _is_of_the_dead(words: Sequence[str], mention: Mention) -> bool:
    """Say whether a count is told of people spoken of before: "القتلى ثمانية", not "ثمانية قتلى"."""
    return mention.rule_id in _COUNTS and words[mention.first].startswith("ال")


def _is_all_that_is_said(context: Context, mention: Mention) -> bool:
    """Say whether a number is all that a source says: "وقال الدفاع المدني ثمانية."."""
    stops = {clause.stop for clause in context.document.clauses}
    according = forms_of("speakers", "according")
    said = any(
        source.verb is not None
        and source.verb.removeprefix("و") not in according
        and source.first < mention.first <= source.stop
        for source in context.annotations.sources
    )
    return said and mention.stop in stops


def _turns(words: Sequence[str]) -> bool:
    turning = role_words("otherwise")
    return words[0] in turning or " ".join(words) in turning


def _tells_an_act(context: Context, first: int, mention: Mention) -> bool:
    """Say whether the words of a source around a count tell an act of their own.

    Behind "بينما" the act counted may be named ("بينما قال ناشطون إن الغارة قتلت ستة"); a new sentence tells another.
    """
    sentence = context.document.sentences[context.sentence_of[mention.first]]
    stop = min(
        (clause.first for clause in context.document.clauses if clause.first > mention.first), default=sentence.stop
    )
    counted = mention.rule_id in _COUNTS  # "42 قتيلا" tells no act
    return any(
        trigger.sense not in _OF_A_TOLL and not trigger.weak and not (trigger.definite and first > sentence.first)
        for trigger in context.annotations.triggers
        if first <= trigger.first < min(stop, sentence.stop) and not (counted and trigger.span.overlaps(mention.span))
    )


def _is_apart(context: Context, main: CasualtyMention, frame: Frame) -> bool:
    """Say whether an act told behind a toll is another one: in a sentence of its own, or at a place of its own."""
    if frame.is_headline or frame.first <= main.first or frame.head.sense in _OF_A_TOLL:
        return False
    if frame.sentence != context.sentence_of[main.first]:
        return True
    placed = {context.owner_of.get(place.first) for place in context.annotations.places}
    return {frame.index, context.owner_of.get(main.first)} <= placed


def _anybody(victims: str) -> bool:
    return victims in role_words("counted-people")
