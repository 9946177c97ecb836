"""Verbs that tell a toll only with the right words behind them: "أوقع 14 مدنياً", "سلّم تسعة أنفسهم"."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import is_thing
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed, parts

__all__ = [
    "LEAVING",
    "dies_of_wounds",
    "fell_captive",
    "gives_up",
    "had_fallen",
    "leaves_dead",
    "needs_death",
]

LEAVING = ("outcomes.leaves-dead", "outcomes.leaving-dead", "outcomes.lost-men")
"""Entries whose verbs have other objects, too: damage, seats, hope."""

_REACH = 8
_FATE_REACH = 12
_THING_REACH = 4


def gives_up(reader: Reader, cue: Cue, stop: int) -> bool:
    """Say whether "سلّم" is said of people who hand themselves over, "وقع" of people who fall captive."""
    falls = any(form in reader.words[cue.first] for form in listed("falls"))
    fates = listed("captive" if falls else "self")
    return not fates.isdisjoint(reader.words[cue.stop : min(stop, cue.stop + _FATE_REACH)])


def had_fallen(words: Sequence[str], first: int, cue: Cue) -> bool:
    """Say whether a thing told before "قد" is what had fallen: "وكان صاروخ قد سقط قرب السجن"."""
    ahead = words[max(first, cue.first - _THING_REACH) : cue.first]
    return not listed("already").isdisjoint(ahead[-1:]) and any(is_thing(word) for word in ahead)


def fell_captive(words: Sequence[str], cue: Cue, limit: int) -> bool:
    """Say whether those who fell were caught: "سقط ثلاثة من المسلحين في قبضة القوات"."""
    return not listed("grip").isdisjoint(words[cue.stop : min(limit, cue.stop + _FATE_REACH)])


def needs_death(word: str) -> bool:
    """Say whether a verb tells a death only with the word for it behind it: "لقي", "فارق"."""
    dying = parts("meets-death")
    return word.startswith(dying) or (word[:1] in "وف" and word[1:].startswith(dying))


def leaves_dead(reader: Reader, cue: Cue, phrase: Phrase | None, stop: int) -> bool:
    """Say whether a verb of `LEAVING` tells deaths in a sentence that ends at word `stop`.

    "أوقع 14 مدنياً" does, "أوقع خسائر" and "14 بين قتيل وجريح" do not. Who is lost by a side is its own fighter:
    "فقدت الفصائل ثلاثين مقاتلاً", while "فقدت العائلة ثلاثة أطفال" may be missing them.
    """
    if phrase is None:
        return False
    verb = reader.words[cue.stop - 1]
    if verb.removeprefix("و") in listed("so-has"):
        return _with_life(reader, phrase, stop)
    if any(lost in verb for lost in listed("loses")):
        own = phrase.person is not None and phrase.person.owned and phrase.numbered  # "فقدت ثمانية من مقاتليها"
        counted = not phrase.definite and (phrase.numbered or phrase.estimate == ONE)
        fighters = phrase.kind == "armed" and (own or counted)
        return fighters or _with_life(reader, phrase, stop) or _is_bare_number(reader, cue, phrase, stop)
    if not phrase.numbered or (phrase.person is None and phrase.kind != "armed") or phrase.kind == "officials":
        return False
    if phrase.person is not None and phrase.person.owned and phrase.kind != "armed":
        return False  # "حصد جوائز فردية", not "نعت تسعة من عناصرها"
    return phrase.stop >= stop or reader.words[phrase.stop] not in listed("both-fates")


def dies_of_wounds(words: Sequence[str], death: Cue, noun: Cue) -> bool:
    """Say whether one of those wounded before is told dead: "توفي أحد الجرحى"."""
    ahead = noun.first - 1
    if death.outcome != "killed" or (noun.outcome, noun.voice) != ("wounded", "victim"):
        return False
    return 0 <= ahead - death.stop <= 1 and words[ahead] in listed("one-of")


def _with_life(reader: Reader, phrase: Phrase, stop: int) -> bool:
    """Say whether what is lost behind people is their life: "فقدت ثلاث نساء في القصف حياتهن"."""
    return any(
        reader.words[at].startswith(parts("life-lost")) for at in range(phrase.stop, min(stop, phrase.stop + _REACH))
    )


def _is_bare_number(reader: Reader, cue: Cue, phrase: Phrase, stop: int) -> bool:
    """Say whether a number alone stands right behind a verb and closes its clause: "خسروا سبعة"."""
    if phrase.head is not None or phrase.first != cue.stop or phrase.first not in reader.by_first:
        return False
    return phrase.stop >= stop or reader.parted(phrase.stop)
