"""Places of a part of what is counted: where most of it was, where a share of it was."""

from __future__ import annotations

from marsad.claims.draft import Draft
from marsad.claims.lists import says, spells, spells_any
from marsad.claims.scene import Scene
from marsad.model.report import Sentence
from marsad.model.where import PlaceMention

__all__ = ["had_most", "is_focus", "is_of_share", "is_part", "is_share"]

_FOCUS = 4
"""Words at most from the verb that says where most of it was to the name of where."""
_BESIDE_SHARE = 2
"""Words at most from the word for a share to its place: "معظمهم في حي"."""
_MOST = 3
"""Words at most from a place to the word that says that it had most."""
_SHARE = 3
"""Words at most from the number of a share to its place: "40 قتيلاً في صور"."""


def is_part(scene: Scene, sentence: Sentence, mention: PlaceMention) -> bool:
    """Say whether a place is told of a part of what is counted: "تركز معظمها في نابلس"."""
    return bool(scene.cues_in("subset", *scene.clause(sentence, mention.first)))


def is_focus(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place is told as where most of it was: "11 عملية في ريف درعا تركزت في حوض اليرموك"."""
    words = scene.document.words
    low = max(mention.first - _FOCUS, 0)
    return any(
        says(words[at], "focused") and not any(map(scene.pause, range(at, mention.first + 1)))
        for at in range(low, mention.first)
    )


def had_most(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place is told as the one with most: "وكانت درعا أكثر المحافظات تضرراً", "وجاءت حلب في المقدمة"."""
    words = scene.document.words
    stop = min(scene.sentence_of(mention.first).stop, mention.stop + _MOST)
    stop = next((at for at in range(mention.stop, stop) if scene.pause(at)), stop)
    led = words[max(mention.first - 2, 0) : mention.first]
    if len(led) > 1 and spells(led[0], "most-of") and led[0].startswith("ال") and spells(led[1], "into"):
        return True  # "وكانت الحصيلة الأعلى في بعلبك"
    return any(
        spells(words[at], "most-of") and not spells_any(words[at + 1 : at + 2], "of")
        for at in range(mention.stop, stop)
    )


def is_share(scene: Scene, mention: PlaceMention) -> bool:
    """Say whether a place has a share of what is counted: "محافظات: 9 في دير الزور و5 في الحسكة", "حمص (24)"."""
    at = mention.first - _leads(scene.document.words[mention.first - 1]) if mention.first else 0
    set_off = "(" in scene.document.gap(mention.stop) if mention.stop < len(scene.document.words) else False
    return any(
        one.kind == "cardinal"
        and (
            one.stop == at
            or (one.first == mention.stop and (set_off or _ends(scene, one.stop)))
            or _is_number_of(scene, one.stop, mention)
        )
        for one in scene.annotations.numbers
    )


def _leads(word: str) -> bool:
    return word == "ب" or spells(word, "in")


def _ends(scene: Scene, at: int) -> bool:
    """Say whether nothing goes on at word `at`: "حلب 90، دمشق 60"."""
    return at == len(scene.document.words) or scene.pause(at) or scene.sentence_of(at).first == at


def _is_number_of(scene: Scene, stop: int, mention: PlaceMention) -> bool:
    """Say whether a number up to word `stop` has a place of its own: "40 قتيلاً في صور و50 في بعلبك"."""
    low = next((at for at in range(stop, mention.first) if spells(scene.document.words[at], "into")), None)
    near = low is not None and low == mention.first - 1 and low - stop < _SHARE
    return near and not any(map(scene.pause, range(stop, mention.first)))


def is_of_share(scene: Scene, draft: Draft, mention: PlaceMention) -> bool:
    """Say whether a place behind a number is that of a share of it: "91 مدنياً معظمهم في حي الكلاسة"."""
    return draft.kind in ("count", "total") and any(
        scene.document.words[cue.stop - 1].endswith(("هم", "ها", "هن"))
        and mention.first - cue.stop <= _BESIDE_SHARE
        and not any(map(scene.pause, range(cue.stop, mention.first)))
        and any(
            spells(scene.document.words[at], "into") or spells(scene.document.words[at], "of")  # "أغلبهم عائدون من حلب"
            for at in range(cue.stop, mention.first)
        )
        for cue in scene.cues_in("subset", draft.core + 1, mention.first)
    )
