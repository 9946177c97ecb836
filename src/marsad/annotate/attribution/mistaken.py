"""Words that only look like ones of saying, and those behind them who only look like speakers."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.attribution.grammar import listed, that, word
from marsad.lexicon.match import Hit
from marsad.lexicon.role_words import accuses

__all__ = ["MOVERS", "is_blamed", "is_moving", "is_named_behind", "is_no_saying", "is_nobody"]

MOVERS = frozenset(("party", "official", "medical", "resident", "witness"))
"""Who moves people and deploys arms with the verbs by which others report: "نقلت سيارات الإسعاف الجرحى"."""
_TAKERS = frozenset(("party", "owner", "again", "media", "wire"))
"""Who may take an act upon himself: "تبنى مجلس الأمن" is of a resolution."""
_SERVICES = frozenset(("official", "medical", "monitor"))
"""Bodies for which their staff speaks."""
_IMPERFECT = frozenset("يتنا")
_SHORT = 2
_NEAR = 3
_REACH = 9


def is_no_saying(words: Sequence[str], cue: Hit) -> bool:
    """Say whether a word only looks like one of saying: "ما لبث", "الذي تبنته", "حملت الجرحى", "نصف السكان"."""
    if words[cue.first] in listed("half"):
        return True
    if words[cue.first] in listed("between") and that().isdisjoint(words[cue.stop : cue.stop + _REACH]):
        return True
    if words[cue.first] in listed("supposed") and not listed("that-they").isdisjoint(words[cue.stop : cue.stop + 1]):
        return True
    if word(cue).entry_id == "saying.claim" and words[cue.first - 1] in listed("relative"):
        return True
    if word(cue).entry_id == "saying.charge" and listed("blame").isdisjoint(words[cue.stop : cue.stop + _REACH]):
        return True
    behind = words[cue.first].partition("ل")[2]
    return cue.proclitics.endswith("ل") and behind[:1] not in _IMPERFECT


def is_moving(words: Sequence[str], hit: Hit) -> bool:
    """Say whether "نشر" and the like move people and arms and tell nothing: "نشر الجيش آلياته", not "صورا"."""
    return word(hit).kind in MOVERS and listed("published").isdisjoint(words[hit.stop : hit.stop + _NEAR])


def is_nobody(words: Sequence[str], hit: Hit) -> bool:
    """Say whether what looks like a speaker is no one: "أعلنت القضاء على الخلايا" puts an end to them."""
    return " ".join(words[hit.stop - 1 : hit.stop + 1]) in listed("no-speaker")


def is_blamed(words: Sequence[str], hit: Hit, verb: str) -> bool:
    """Say whether whoever stands behind a verb is no speaker: "اتُّهمت القوات بشن"، "تبنى المجلس القرار"."""
    if verb.removeprefix("و").startswith(tuple(listed("takes-upon"))):
        return word(hit).kind not in _TAKERS
    behind = words[hit.stop : hit.stop + 1]
    return accuses(verb) and bool(behind) and behind[0].startswith("ب") and len(behind[0]) > _SHORT


def is_named_behind(words: Sequence[str], noun: Hit, name: Hit | None) -> bool:
    """Say whether a noun is what the name behind it is, or speaks for it.

    "منظمة الخوذ البيضاء" speaks as the latter, and so do "عاملون في الدفاع المدني".
    """
    if name is None or name.proclitics.startswith("و"):
        return False
    if words[noun.stop - 1] in listed("staff"):
        return name.first - noun.stop < _SHORT and word(name).kind in _SERVICES
    return noun.stop == name.first and not name.proclitics and word(noun).entry_id == "monitor.generic"
