"""Places of claims whose own sentence tells none: those of the act it takes up, of its beginning, of the report."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.annotate.places.words import facts
from marsad.claims.acts import Act
from marsad.claims.bulletins import sayings
from marsad.claims.draft import Draft
from marsad.claims.home import country_told
from marsad.claims.lists import says, says_any, spells, spells_any
from marsad.claims.naming import may_be_one, place_named, place_of_row
from marsad.claims.no_places import is_seat
from marsad.claims.pointing import pointed
from marsad.claims.scene import Scene
from marsad.gazetteer import Gazetteer
from marsad.model.claim import ClaimPlace
from marsad.model.report import Sentence
from marsad.model.where import PlaceMention

__all__ = ["about_it_all", "holds", "of_act_told", "of_its_state", "of_same_act", "told_around"]

_BESIDE = frozenset(("near", "direction"))
"""Relations of a place to where an act was."""
_WIDE = frozenset(("country", "region", "admin1"))
_PARTLY = frozenset(("admin", "part"))
"""Relations of names that stand for a governorate or the land around a town: "محافظة درعا", "ريف حمص"."""

_PALESTINE = "PS"
_HEADING = frozenset(("|", "-", "–", "—"))
"""Signs between the place that a headline opens with and what it tells."""
_SHORT = 4
"""Letters of a pronoun and of too little before it to be an act."""
_NAMED = 4
"""Words at most from a ministry to the country that it is of."""


def told_around(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where a sum counts whose sentence names no place, but tells of an act, a beginning or a ministry."""
    return (
        of_act_told(scene, draft, gazetteer)
        or _where_begun(scene, draft, gazetteer)
        or _where_it_broke_out(scene, draft, gazetteer)
        or _of_state_body(scene, draft.sentence.first, draft.core, gazetteer)
    )


def about_it_all(scene: Scene, draft: Draft, told: ClaimPlace | None, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return what a sum's report is about where neither its sentence nor a tally that it goes on from names a place.

    What an act adds to is of more than that, and what runs on since an act is where that was. An area is not told
    alone where a tally was `told` elsewhere.
    """
    running = scene.cues_in("running", *scene.clause(draft.sentence, draft.core))
    if any(says(scene.document.words[cue.first], "sum-grows") for cue in running):
        return None
    if running and draft.period is not None and draft.period.happening:
        return None
    area = _only_area(scene, draft, gazetteer)
    return (
        _fronted(scene, draft, gazetteer)
        or _headed(scene, draft, gazetteer)
        or of_its_state(scene, draft, gazetteer)
        or (area if may_be_one(area, told) else None)
    )


def of_act_told(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where the sentence before tells an act to which this one points: "وأسفرت الاشتباكات عن 40 قتيلاً"."""
    if draft.sentence.index == 0:
        return None
    before = scene.document.sentences[draft.sentence.index - 1]
    nouns = _nouns(scene, draft, draft.sentence.first)
    for act in scene.within(scene.acts, before.first, before.stop):
        if _bare_noun(scene, act) not in nouns:
            continue
        told = [one for one in _told(scene, *scene.clause(before, act.first)) if holds(one)]
        if told:
            return place_named(told[0], scene, gazetteer)
    return None


def of_same_act(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where a clause before tells what rises or falls: "القصف على حلب صار غير شكل، هالشهر زاد القصف"."""
    low, _ = scene.clause(draft.sentence, draft.core)
    nouns = _nouns(scene, draft, low)
    for act in reversed(list(scene.within(scene.acts, draft.sentence.first, low))):
        if _bare_noun(scene, act) in nouns:
            told = [one for one in _told(scene, *scene.clause(draft.sentence, act.first)) if holds(one)]
            return place_named(told[0], scene, gazetteer) if told else None
    return None


def _nouns(scene: Scene, draft: Draft, first: int) -> set[str]:
    """Return the nouns with an article of a claim's acts from word `first` on, but of what its period began with."""
    found = {
        _bare_noun(scene, act)
        for act in scene.within(scene.acts, first, draft.stop)
        if draft.period is None or not draft.period.first <= act.first < draft.period.stop
    }
    return found - {""}


def holds(mention: PlaceMention) -> bool:
    """Say whether a name is that of the place itself, not of one beside it: "في نوى", not "قرب نوى"."""
    return mention.relation not in _BESIDE


def _told(scene: Scene, first: int, stop: int) -> Iterator[PlaceMention]:
    """Yield the places that words `first` to `stop` tell as where something was."""
    return scene.within(scene.sites, first, stop)


def _where_begun(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where an earlier sentence tells the beginning of a claim's period: "منذ ذلك الحين", "منذ بدء الاعتصام"."""
    at = draft.period.told_at if draft.period is not None else None
    if at is None:
        return None
    sentence = scene.sentence_of(at)
    low, high = scene.clause(sentence, at)
    told = list(_told(scene, low, high))
    if told:
        return place_named(told[0], scene, gazetteer)
    there = pointed(scene, low, high, gazetteer)
    return None if there is None else there[1]


def _where_it_broke_out(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return where the sentence before tells that of which the outbreak is told: "منذ اندلاعها الاثنين"."""
    period = draft.period
    if period is None or not period.since or draft.sentence.index == 0:
        return None
    opening = scene.document.words[period.first + 1 : period.first + 2]
    if not says_any(opening, "its-outbreak") and not any(_is_its(word) for word in opening):
        return None
    before = scene.document.sentences[draft.sentence.index - 1]
    told = list(_told(scene, before.first, before.stop))
    told = [one for one in told if holds(one)] or told
    return place_named(told[0], scene, gazetteer) if told else None


def _is_its(word: str) -> bool:
    """Say whether a word is what somebody did that was told before: "منذ دخولها", "منذ احتلالها"."""
    return word.endswith("ها") and len(word) > _SHORT and not word.startswith("ال")


def _fronted(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the area that the sentence before opens with and goes on about: "وفي الضفة الغربية، قُتل ثلاثة"."""
    if draft.sentence.index == 0:
        return None
    before = scene.document.sentences[draft.sentence.index - 1]
    words = scene.document.words[before.first : before.stop]
    if not spells(words[0].removeprefix("و"), "into") or spells_any(words, "alone"):
        return None  # "وفي البقاع وحده سقط 260" is a part, after which the wider place goes on
    first = next((one for one in _told(scene, before.first + 1, before.stop) if one.first == before.first + 1), None)
    return place_named(first, scene, gazetteer) if first is not None and _is_wide(first) else None


def _headed(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the place that a headline names before a colon, as that of it all: "إدلب: 15 قتيلاً".

    A country counts where the headline tells violence or the sum has days, any other place where both are so: "صنعاء:"
    may only say who spoke there, and what a war took is no toll of a town.
    """
    dated = draft.period is not None and draft.period.start is not None
    for sentence in scene.document.sentences[: draft.sentence.index]:
        first = next(iter(_told(scene, sentence.first, sentence.stop)), None) if sentence.is_headline else None
        if first is None or first.first != sentence.first or not _heads(scene, first.stop):
            continue
        headlines = [one for one in scene.document.sentences if one.is_headline]
        violent = draft.sentence.is_headline or any(map(scene.violent, headlines))
        wide = first.place is not None and first.place.feature == "country"
        if (dated and violent) or (wide and (dated or violent)):
            return place_named(first, scene, gazetteer)
    return None


def _heads(scene: Scene, at: int) -> bool:
    """Say whether what stands before word `at` parts a place from what is told of it: "طولكرم.. أربعة شهداء"."""
    gap = scene.document.gap(at).strip()
    return gap in _HEADING or gap.startswith((":", "..", "…"))


def of_its_state(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the country for which a ministry or trade union counts: "وزارة الصحة اللبنانية", "نقابة أطباء السودان".

    It is told in the claim's sentence, goes on from the one before or heads the report: "وزارة الصحة اللبنانية: حصيلة".
    """
    ahead = scene.document.sentences[: draft.sentence.index]
    heads = [one for one in ahead if one.is_headline]
    if country_told(scene, gazetteer) is not None and _says_more(scene, draft.sentence):
        heads += ahead[-1:]
    for first, stop in ((draft.sentence.first, draft.core), *((one.first, one.stop) for one in heads)):
        told = _of_state_body(scene, first, stop, gazetteer)
        about = country_told(scene, gazetteer) if stop <= draft.sentence.first else None
        if told is not None and about in (None, told.country):  # and not "وزارة الدفاع الروسية" on Syria
            return told
    return None


def _says_more(scene: Scene, sentence: Sentence) -> bool:
    """Say whether who spoke in the sentence before goes on: "وأضافت أن قواتها نفذت 61 عملية"."""
    verb = sayings().find(scene.document.words, sentence.first, sentence.first + 1)
    return bool(verb) and spells_any(scene.document.words[sentence.first + 1 : sentence.first + 2], "that-is-said")


def _of_state_body(scene: Scene, first: int, stop: int, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the country of a ministry or trade union that words `first` to `stop` name."""
    words = scene.document.words
    for at in range(first, stop):
        rights = spells_any(words[at + 2 : at + 3], "for-rights")  # "الشبكة السورية لحقوق الإنسان"
        if not says(words[at], "state-body") and not rights:
            continue
        behind = range(at + 1, min(at + _NAMED, stop))
        codes = [facts(words[one]).country for one in behind if words[one].startswith("ال")]
        codes += [
            one.place.country
            for one in scene.within(scene.annotations.places, at + 1, at + 1 + _NAMED)
            if one.place is not None and one.place.feature == "country"
        ]
        named = (code for code in codes if code and code != _PALESTINE)  # its two parts count apart
        row = next((row for code in named if (row := gazetteer.by_id(code)) is not None), None)
        if row is not None:
            return place_of_row(row)
    return None


def _only_area(scene: Scene, draft: Draft, gazetteer: Gazetteer) -> ClaimPlace | None:
    """Return the country, region or governorate that is the only place told before a claim: all is about it."""
    ahead = [one for one in scene.sites if one.first < draft.sentence.first and not _had_most(scene, one)]
    ahead = [one for one in ahead if not is_seat(scene, one)] or ahead
    if len({one.name for one in ahead}) > 1:
        low, high = scene.clause(draft.sentence, draft.core)
        zoned = says_any(scene.document.words[low:high], "zones")  # "في مناطق الإدارة الذاتية"
        whole = None if zoned else _holding_all(scene, ahead, gazetteer)
        if whole is not None:
            return place_named(whole, scene, gazetteer)
        about = _country_told(scene, ahead)
        return None if about is None else place_named(about, scene, gazetteer)
    if not ahead:
        return None
    one = ahead[0]
    wide = _is_wide(one)
    headlines = [mention for mention in ahead if scene.sentence_of(mention.first).is_headline]
    wide = wide or 0 < len(headlines) < len(ahead)  # what a headline and the text are about
    return None if not wide or one.relation == "near" else place_named(one, scene, gazetteer)


def _holding_all(scene: Scene, ahead: list[PlaceMention], gazetteer: Gazetteer) -> PlaceMention | None:
    """Return the region or governorate of a headline in which all the other places lie: "غزة" beside "خان يونس"."""
    headline = [one for one in ahead if scene.sentence_of(one.first).is_headline and _may_hold(one, gazetteer)]
    if len(headline) != 1 or headline[0].place is None or headline[0].place.feature == "country":
        return None
    whole = headline[0].place
    others = [one.place for one in ahead if one.name != headline[0].name]
    inside = all(row is not None and (row.country, row.admin1) == (whole.country, whole.admin1) for row in others)
    return headline[0] if inside and whole.admin1 else None


def _may_hold(mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Say whether a name is that of an area, or of a town whose governorate is called so, too: "درعا"."""
    row = mention.place
    named = gazetteer.named(mention.name) if row is not None and mention.relation == "at" else ()
    return _is_wide(mention) or any((one.feature, one.country) == ("admin1", row.country) for one in named if row)


def _had_most(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place is told as the one with most of what was counted: "وسجلت محافظة درعا أعلى نسبة"."""
    low, _ = scene.clause(scene.sentence_of(mention.first), mention.first)
    behind = any(cue.first == mention.stop for role in ("superlative", "subset") for cue in scene.cues[role])
    return behind or bool(scene.cues_in("subset", low, mention.first))


def _country_told(scene: Scene, ahead: list[PlaceMention]) -> PlaceMention | None:
    """Return the report's country where no other is told, and no headline names a part of it: all is about it."""
    told = [one for one in scene.annotations.places if one.place is not None and one.place.feature == "country"]
    if len({one.place.country for one in told if one.place is not None}) != 1:
        return None
    headline = (one for one in ahead if scene.sentence_of(one.first).is_headline)
    if any(one.place is None or one.place.feature != "country" for one in headline):
        return None
    found = (
        one
        for one in ahead
        if one in told
        and one.relation == "at"
        and one.place is not None
        and one.place.country == scene.annotations.country
    )
    return next(found, None)


def _is_wide(mention: PlaceMention) -> bool:
    """Say whether a name is that of a country, region or governorate, or of the land around a town."""
    return mention.relation in _PARTLY or (mention.place is not None and mention.place.feature in _WIDE)


def _bare_noun(scene: Scene, act: Act) -> str:
    """Return the noun of an act told with its article, without it and what is written onto it; else nothing."""
    word = scene.document.words[act.first].lstrip("وفبل")
    return word.removeprefix("ال") if word.startswith("ال") else ""
