"""What a private person is called by, in quotation marks or brackets behind the name: "حسين سويدان «كربلا»"."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.redact.beside import says_before
from marsad.redact.named import Named, Taken
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, ends_a_name, listed

__all__ = ["nicknames"]

_OPENS = {"(": ")", "«": "»", '"': '"', "“": "”", "”": "“", "'": "'"}
_OF_SOMEBODY = ("ته", "تها", "تهم")
_MOST_WORDS = 2


def nicknames(tokens: Tokens, found: Sequence[Named], taken: Taken) -> list[Named]:
    """Return the names in quotation marks right behind private people, of two words at most.

    Nothing is taken behind one who speaks ("قال أحمد «عدنا»"), and no armed body ("أحمد «قسد»").
    """
    more: list[Named] = []
    held = {word for named in found for word in range(named.first, named.stop)}
    for named in found:
        stop = _stop(tokens, named)
        if stop is None or says_before(tokens, named.first):
            continue
        words = range(named.stop, stop)
        if any(word in held or _is_a_thing(tokens, word, taken) for word in words[1:] or words):
            continue
        if _is_a_thing(tokens, named.stop, taken) or (
            "(" in tokens.gaps[named.stop] and not _is_a_child(tokens, words)
        ):
            continue
        more.append(
            Named(named.stop, stop, tuple(tokens.words[named.stop : stop]), named.kind, "nickname", announced=True)
        )
    return more


def _stop(tokens: Tokens, named: Named) -> int | None:
    """Return the word after what stands in quotation marks behind a name."""
    if named.kind is None or named.stop - named.first < _MOST_WORDS or named.stop >= len(tokens.words):
        return None
    gap = tokens.gaps[named.stop]
    opening = gap.strip(" ")
    if opening not in _OPENS or not gap.startswith(" ") or tokens.document.starts[named.stop] in tokens.borders:
        return None
    for stop in range(named.stop + 1, min(named.stop + _MOST_WORDS, len(tokens.words)) + 1):
        if tokens.gaps[stop].startswith(_OPENS[opening]):
            return stop
        if stop < len(tokens.words) and not tokens.joined(stop):
            return None
    return None


def _is_a_child(tokens: Tokens, words: range) -> bool:
    """Say whether a bracket holds whose child somebody is called: "(ود كلتوم)"."""
    return len(words) > 1 and tokens.words[words[0]] in listed("son")


def _is_a_thing(tokens: Tokens, word: int, taken: Taken) -> bool:
    plain = tokens.words[word]
    if not plain[0].isalpha() or plain in demonyms() or plain.endswith(_OF_SOMEBODY) or ends_a_name(plain):
        return True
    if tokens.has(word, "thing", "title", "private", "list") is not None:
        return True
    return word in taken.bodies or word in taken.lone_bodies or word in tokens.fates
