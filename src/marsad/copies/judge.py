"""The rule: when one report is a copy of another, or both are copies of a third.

It asks of two reports, in this order: do they say the same in the same words; is the wording of one largely in the
other; does one tell the same in the same order with other words; does one credit the other and tell what it
tells. Each answer falls when figures or places were replaced by others, as from one daily bulletin to the next.
The thresholds were chosen on the tuning half of `evaluation/gold/copies.jsonl`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marsad.copies.credits import OutletName, credited
from marsad.copies.facts import Agreement
from marsad.copies.overlap import Overlap
from marsad.copies.words import CopyText

__all__ = ["SAME_BY_CHANCE", "How", "Match", "Telling", "judge", "may_match"]

SAME_BY_CHANCE = 6
"""Texts of fewer words may be alike by chance ("قصف على إدلب"): they count on one day."""
_RUNS = 5
_CONTAINED = 0.45
_CONTAINED_AND_CREDITED = 0.25
_CONTAINED_LATER = 0.7
"""Statements of one office read alike for months; what is passed on later is passed on whole."""
_DAYS_FRESH = 3
_MUTUAL = 0.6
_WHOLE = 0.9
_OWN_TEXT = 0.8
_OPENS_WITH = 0.3
_IN_ORDER = 0.38
_SAME_WORDS_SHARE = 0.33
_TOLD_AGAIN = 0.75
_CREDITED_WORDS = 0.2
_SHARED_CREDIT_WORDS = 0.28
_SHARED_CREDIT_WORDS_BACK = 0.25
_SHARED_CREDIT_OPENING = 0.3
_REPLACED_OF_SHARED = 0.15
_SAME_OPENING = 0.38
_LIKE_OPENING = 0.2
_WORDS_BACK = 0.15
_DAYS_TOLD_AGAIN = 2
_DAYS_CREDITED = 4


class How(StrEnum):
    """How a copy was told, the surest first."""

    SAME = "same text"
    CONTAINED = "wording contained"
    REWRITTEN = "told again in the same order"
    CREDITED = "credits the other and tells the same"
    SHARED_CREDIT = "both credit one outlet and tell the same"

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return list(How).index(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """What the rule asks of one report beside its words: who published it, when, and whom it credits."""

    report_id: str
    outlet: OutletName | None
    day: date | None
    moment: datetime | None
    media: frozenset[tuple[str, str]]
    lines: tuple[OutletName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two reports that count as one source: how it was told, what they share, and what part is in the long one.

    `mutual` says that most of each is in the other; else the short one is a part of the long one. `embedded` says
    that the long one opens with words of its own.
    """

    how: How
    share: float
    mutual: bool
    embedded: bool = False
    detail: str = ""


def _apart(left: Telling, right: Telling) -> int | None:
    return None if left.day is None or right.day is None else abs((left.day - right.day).days)


def _credits(text: CopyText, telling: Telling, other: Telling) -> bool:
    if other.outlet is None:
        return False
    return any(name.own == other.outlet.own for name in telling.lines) or credited(text, other.outlet, telling.outlet)


def _third(telling: Telling, other: Telling) -> frozenset[tuple[str, str]]:
    """Return the outlets that a report names beside the two that are compared."""
    own = {word for one in (telling.outlet, other.outlet) if one is not None for word in one.own}
    return frozenset(both for both in telling.media if both[1] not in own)


def _one_credit(left: CopyText, right: CopyText, of_left: Telling, of_right: Telling) -> bool:
    """Say whether both name one third outlet: by its kind, or as a line of credit of the one names it."""
    if _third(of_left, of_right) & _third(of_right, of_left):
        return True
    sides = ((of_left, right, of_right), (of_right, left, of_left))
    return any(credited(text, name, other.outlet) for telling, text, other in sides for name in telling.lines)


def may_match(shared: Overlap) -> bool:
    """Say whether the words of two reports leave any way open for them to be copies."""
    return shared.words_of_short >= _CREDITED_WORDS


def judge(
    short: CopyText,
    long: CopyText,
    shared: Overlap,
    agree: Callable[[CopyText, CopyText], Agreement],
    of_short: Telling,
    of_long: Telling,
) -> Match | None:
    """Return how two reports of different texts are copies, None when they are not.

    `shared` compares the short one with the long one; `agree` is asked only where wording leaves it open.
    """
    apart = _apart(of_short, of_long)
    if short.key == long.key or not may_match(shared):  # the same few words on another day
        return None
    by_short, by_long = _credits(short, of_short, of_long), _credits(long, of_long, of_short)
    media = _one_credit(short, long, of_short, of_long)
    how = _how(shared, credit=by_short or by_long, media=media, apart=apart)
    if how is None:
        return None
    own = _same_outlet(of_short, of_long)
    if own and (how is not How.CONTAINED or shared.of_short < _OWN_TEXT):
        return None  # an outlet's next report on a story, over paragraphs and phrases of its own
    if not (by_long or media) and _is_background(shared, apart, own=own):
        return None
    facts = agree(short, long)
    if facts.replaced > _REPLACED_OF_SHARED * facts.shared:
        return None
    if how is not How.CONTAINED and (facts.shared < 1 or facts.lacking > facts.shared):
        return None
    if how is How.REWRITTEN and facts.shared < 2:
        return None
    return Match(
        how=how,
        share=shared.of_short,
        mutual=how is not How.CONTAINED or shared.of_long >= _MUTUAL,
        embedded=shared.lead_of_long < _OPENS_WITH,
        detail=_detail(how, shared, facts),
    )


def _how(shared: Overlap, *, credit: bool, media: bool, apart: int | None) -> How | None:
    """Return the first way that wording, order or credit allow."""
    least = _CONTAINED_AND_CREDITED if credit else _CONTAINED
    if (apart or 0) > _DAYS_FRESH:
        least = _CONTAINED_LATER
    if shared.runs >= _RUNS and shared.of_short >= least:
        return How.CONTAINED
    if (
        shared.in_order >= _IN_ORDER
        and min(shared.words_of_short, shared.words_of_long) >= _SAME_WORDS_SHARE
        and shared.in_order + shared.words_of_short >= _TOLD_AGAIN
        and shared.lead_words >= _SAME_OPENING
        and (apart or 0) <= _DAYS_TOLD_AGAIN
    ):
        return How.REWRITTEN
    if (apart or 0) > _DAYS_CREDITED or shared.lead_words < _LIKE_OPENING or shared.words_of_long < _WORDS_BACK:
        return None
    if credit and shared.words_of_short >= _CREDITED_WORDS:
        return How.CREDITED
    if media and _tells_alike(shared) and (apart or 0) <= 1:
        return How.SHARED_CREDIT
    return None


def _tells_alike(shared: Overlap) -> bool:
    """Say whether two reports that credit one outlet tell the same of it: many tell different things of one agency."""
    return (
        shared.words_of_short >= _SHARED_CREDIT_WORDS
        and shared.words_of_long >= _SHARED_CREDIT_WORDS_BACK
        and shared.lead_words >= _SHARED_CREDIT_OPENING
    )


def _same_outlet(left: Telling, right: Telling) -> bool:
    return left.outlet is not None and right.outlet is not None and left.outlet.own == right.outlet.own


def _is_background(shared: Overlap, apart: int | None, *, own: bool) -> bool:
    """Say whether the long one opens with news of its own and repeats the opening of the short one further down."""
    if shared.lead_of_long >= _OPENS_WITH or shared.lead_of_short < _CONTAINED:
        return False
    whole = shared.of_short >= _WHOLE and shared.of_long >= _CONTAINED
    return own or (apart != 0 and not whole)


def _detail(how: How, shared: Overlap, facts: Agreement) -> str:
    told = f"{shared.of_short:.0%} of the runs of three words of the shorter are in the longer"
    if how is How.REWRITTEN:
        told = f"{shared.in_order:.0%} of the words of the shorter are in the longer in the same order"
    elif how in (How.CREDITED, How.SHARED_CREDIT):
        told = f"{shared.words_of_short:.0%} of the content words of the shorter are in the longer"
    return f"{told}; {facts.shared} figures and places agree, {facts.lacking} of the shorter are missing"
