"""Those who do it, told right behind the verb, and whom they hit behind them: "قتل انتحاري ثمانية أشخاص"."""

from __future__ import annotations

from marsad.annotate.casualties.context import ONE
from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed
from marsad.arabic.affixes import bare

__all__ = ["behind_agent", "behind_doers", "behind_force", "behind_lone_doer", "suffers"]


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
