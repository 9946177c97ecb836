"""Campaigns that the sentence before lets begin on a day: "بدأت القوات حملتها في 26 نيسان. وقُتل حتى الآن 180"."""

from __future__ import annotations

from marsad.claims.acts import kill_type
from marsad.claims.continuing import continues
from marsad.claims.counted import told_as
from marsad.claims.draft import Draft
from marsad.claims.figure import Figure
from marsad.claims.lists import says, says_any, spells
from marsad.claims.scene import Scene
from marsad.claims.spans import Period
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["begun_in", "is_until", "so_far"]

_HURT = ("killed", "wounded")

_YOUNG = 3
"""Days from which on a campaign is more than one act."""
_REACH = 12
"""Words at most between the verb by which it begins and its day."""


def begun_in(scene: Scene, sentence: Sentence) -> Period | None:
    """Return the time since the day on which a sentence lets a campaign begin, None where it lets none."""
    words, on = scene.document.words, scene.document.published_on
    for told in scene.within(scene.annotations.dates, sentence.first, sentence.stop) if on is not None else ():
        if told.scope != "point" or told.start is None or told.start != told.end or on is None:
            continue
        if (on - told.start).days < _YOUNG:
            continue
        low, high = scene.clause(sentence, told.first)
        near = range(max(low, told.first - _REACH), min(high, told.stop + _REACH))
        began = [at for at in near if says(words[at], "began") or says(words[at], "sets-about")]
        if began and says_any(words[began[0] : high], "campaign"):
            return Period(
                first=told.first, stop=told.stop, start=told.start, end=on, since=True, happening=True, firm=True
            )
    return None


def so_far(scene: Scene, sentence: Sentence, figure: Figure, campaign: Period | None) -> Draft | None:
    """Return the sum of people of a campaign or war up to now: "وتسبب الهجوم حتى الآن بمقتل 1220", since it began."""
    low, high = scene.clause(sentence, figure.core)
    words = scene.document.words
    until = [cue for cue in scene.cues_in("running", low, high) if is_until(scene, cue)]
    begun = campaign is not None and campaign.happening and not figure.first < campaign.first
    if (
        not until
        or (figure.measure == "events" and not begun)
        or any(scene.within(scene.periods, sentence.first, sentence.stop))
    ):
        return None
    if campaign is None and not says_any(words[sentence.first : figure.first], "long-war"):
        return None
    those = _those_that_hurt(scene, low, high)
    goes_on = (
        (begun and words[sentence.first].startswith("و"))
        or continues(scene, sentence, figure)
        or scene.cues_in("tally", low, high)
        or those is not None
    )
    if campaign is not None and not goes_on:
        return None
    before = scene.document.sentences[max(sentence.index - 1, 0)]
    told = told_as(scene, those, before.first, before.stop) if those is not None else None
    what = kill_type(told.what) if told is not None and figure.measure in _HURT else figure.what
    return Draft(
        kind="total", what=what, measure=figure.measure, number=figure.number, direction=None,
        sentence=sentence, first=figure.first, stop=figure.stop, core=figure.core, period=campaign,
        rule_id=figure.rule_id, carried=True,
    )  # fmt: skip


def _those_that_hurt(scene: Scene, low: int, high: int) -> int | None:
    """Return where words `low` to `high` point to acts told before by which people fell: "قتلوا نتيجة الضربات"."""
    words = scene.document.words
    told = {act.first for act in scene.acts} | {trigger.first for trigger in scene.annotations.triggers}
    those = (at for at in range(low + 1, high) if at in told and words[at].startswith("ال"))
    return next((at for at in those if spells(words[at - 1], "because")), None)


def is_until(scene: Scene, cue: Cue) -> bool:
    """Say whether a word that lets a sum run on is "حتى الآن", which may stand behind a pause."""
    return spells(scene.document.words[cue.first], "until-now")
