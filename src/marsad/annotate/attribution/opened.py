"""Who stands right behind the word that opens a clause, and speaks after an aside about him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.annotate.attribution.grammar import is_dative, listed
from marsad.lexicon.match import Hit
from marsad.lexicon.role_words import role_words

__all__ = ["joined_at", "opened_by", "opens_speech"]

_SPEECH = re.compile('[«“"]')

_REACH = 12
"""Words before a verb within which its clause may open."""


def opened_by(words: Sequence[str], named: Sequence[Hit], first: int, verb: int) -> list[Hit]:
    """Return the speaker behind "وكان", "لكن" or "أن" whom only an aside parts from his verb.

    "وكان المرصد، ومقره لندن، قال إن", "لكن مراسل القناة في المدينة أفاد", "أن التحالف الذي تقوده الرياض أعلن".
    """
    for index, hit in enumerate(named):
        opens = hit.first > max(first, verb - _REACH) and _opens(words[hit.first - 1])
        if not opens or hit.proclitics not in ("", "ال") or is_dative(hit):
            continue
        stop = hit.stop
        for other in named[index + 1 :]:
            if other.first != stop or other.proclitics.startswith("و"):
                break
            stop = other.stop
        if _is_aside(words[stop:verb]):
            return [each for each in named[index:] if each.stop <= stop]
    return []


def _opens(word: str) -> bool:
    bare = word.removeprefix("و")
    return bare in role_words("was") or bare in listed("opens-clause")


def _is_aside(words: Sequence[str]) -> bool:
    """Say whether words only tell more of who was named: adjectives, where he is, where he sits, who leads him."""
    index = 0
    while index < len(words):
        word = words[index]
        if word in listed("aside-of-two"):
            index += 2
        elif word in listed("relative") and index + 2 < len(words):
            index += 3
        elif word.startswith(("ال", "بال")) or word in listed("had"):
            index += 1
        else:
            return False
    return index == len(words)


def opens_speech(gap: str) -> bool:
    """Say whether what stands between two words opens what somebody is quoted with: 'قال الناطق "انسحبنا"'."""
    return bool(_SPEECH.search(gap))


def joined_at(words: Sequence[str], hit: Hit) -> int | None:
    """Return where a further speaker is joined: at himself ("وشهود") or at what counts him ("وعدد من السكان")."""
    if hit.proclitics.startswith("و"):
        return hit.first
    at = hit.first
    while at and words[at - 1] in listed("filler"):
        at -= 1
    return at - 1 if at and words[at - 1].startswith("و") and words[at - 1][1:] in listed("filler") else None
