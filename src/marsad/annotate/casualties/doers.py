"""Those who do it, told right behind the verb, and whom they hit behind them: "قتل انتحاري ثمانية أشخاص"."""

from __future__ import annotations

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed
from marsad.arabic.affixes import bare
from marsad.lexicon.role_words import forms_of

__all__ = [
    "behind_agent",
    "behind_doers",
    "behind_force",
    "behind_lone_doer",
    "closing_number",
    "force_hits",
    "suffers",
]

_COUNTS = ("cardinal", "range", "vague")
_FORCE_NAME = 6


def suffers(reader: Reader, cue: Cue) -> bool:
    """Say whether a verb tells what was done to its subject, by its voice or its damma."""
    return cue.voice == "passive" or "\u064f" in reader.document.quote(cue.first, cue.first + 1)


def behind_doers(reader: Reader, doers: Phrase, limit: int) -> Phrase | None:
    """Read who was taken behind those who took: "اختطاف المسلحين ثلاثة مزارعين"."""
    at = doers.stop
    if doers.kind != "armed" or at not in reader.by_first or reader.parted(at) or reader.words[at].startswith("و"):
        return None
    return reader.read(at, limit, strict=True)


def behind_force(reader: Reader, cue: Cue, limit: int) -> Phrase | None:
    """Read whom a force took that is named right behind the noun: "احتجاز قسد قائد المجلس"."""
    if cue.outcome in ("killed", "wounded") or bare(reader.words[cue.stop]) not in listed("armed-group"):
        return None
    taken = reader.read(cue.stop + 1, limit, strict=True)
    return taken if taken is not None and (taken.numbered or taken.is_somebody) else None


def force_hits(reader: Reader, cue: Cue, at: int, stop: int) -> bool:
    """Say whether word `at` counts whom the force behind a verb hit: "اعتقلت القوات الأمنية خمسة في البلدة"."""
    number = reader.by_first.get(at)
    if number is None or number.kind not in _COUNTS or at > cue.stop + _FORCE_NAME or not _is_force(reader, cue, stop):
        return False
    ends = listed("stop") - listed("part-of-day", "day")
    for index in range(cue.stop + 1, at + 1):
        word = reader.words[index]
        joined = word.startswith("و") and not word.startswith("وال")
        if reader.parted(index) or (index < at and (word in ends or joined or person(word) is not None)):
            return False
    return _counts_alone(reader, at) and _closed(reader, number.stop, stop)


def closing_number(reader: Reader, cue: Cue, stop: int) -> Phrase | None:
    """Read the bare number that ends the clause of a force: "قتلت الطائرات أمس في غارة على البلدة 5"."""
    if cue.outcome not in ("killed", "wounded") or not _is_force(reader, cue, stop):
        return None
    for at in range(cue.stop + 1, stop):
        if reader.parted(at):
            return None
        number = reader.by_first.get(at)
        if number is None:
            continue
        alone = number.kind == "cardinal" and _counts_alone(reader, at) and _closed(reader, number.stop, stop)
        return reader.read(at, stop, strict=False) if alone else None
    return None


def _counts_alone(reader: Reader, at: int) -> bool:
    """Say whether a number at word `at` may count people by itself: not the "5" of "القطاع 5" nor that of "إف-5"."""
    named = reader.words[at - 1] in listed("numbered")
    return not named and reader.document.gap(at) == " " and not reader.words[at].startswith("و")


def _is_force(reader: Reader, cue: Cue, stop: int) -> bool:
    """Say whether a force or what it fires is named right behind a verb that tells what it did."""
    if cue.stop >= stop or cue.voice not in ("active", "either") or suffers(reader, cue) or reader.parted(cue.stop):
        return False
    named = {reader.words[cue.stop], " ".join(reader.words[cue.stop : cue.stop + 2])}
    return not named.isdisjoint(forms_of("actor-words", "force") | listed("striking"))


def _closed(reader: Reader, at: int, stop: int) -> bool:
    """Say whether nothing is counted by a number that stops before word `at`."""
    if at >= stop or reader.parted(at):
        return True
    word = reader.words[at]
    return word in listed("stop", "weekday", "day", "part-of-day", "charge") or word.startswith("و")


def behind_lone_doer(reader: Reader, cue: Cue, doer: Phrase, stop: int) -> Phrase | None:
    """Read whom one gunman killed behind him and the day: "قتل انتحاري الاثنين ثمانية أشخاص"."""
    one = doer.first == cue.stop and doer.kind == "armed" and doer.estimate == ONE and not doer.definite
    if not one or cue.outcome not in ("killed", "wounded") or suffers(reader, cue):
        return None
    at = reader.behind_day(doer.stop, stop)
    if at not in reader.by_first or reader.joins(at) or reader.parted(doer.stop):
        return None
    victims = reader.read(at, stop, strict=True)
    return victims if victims is not None and victims.numbered and not victims.others else None


def behind_agent(reader: Reader, agent: Phrase, stop: int) -> Phrase | None:
    """Read the victim behind counted gunmen: "اقتاد أربعة ملثمين مدرساً"."""
    for at in range(agent.stop, min(stop, agent.stop + 7)):
        word = reader.words[at]
        found = person(word)
        joined = word.startswith("و") and (found is None or found.proclitics != "")
        if word in listed("preposition") or joined or reader.parted(at):
            return None
        phrase = reader.read(at, stop, strict=True)
        if phrase is not None and phrase.kind not in ("armed", "unknown"):
            return phrase
    return None
