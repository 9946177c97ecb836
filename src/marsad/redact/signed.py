"""Whether a name is of one who wrote the text, or a line of it."""

from __future__ import annotations

import re

from marsad.redact.beside import is_behind, is_behind_a_title_letter
from marsad.redact.labelled import speakers
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["is_our_reporter", "signs", "turn_of"]

_A_LINE = 8
_A_SENTENCE = 4
_LONG = 25
_OF_TWO = 2
_SHORT_LINE = 6
_DASHED = re.compile(" [-–—] ")
_DASH = re.compile("[-–—•ـ]")
"""What opens a line of speech, as published: a tatweel stands for a dash, too."""


def is_our_reporter(tokens: Tokens, begin: int, first: int) -> bool:
    """Say whether a name is told as that of the writer's own reporter: "مراسلنا في الرقة قصي"."""
    return (
        begin < first and tokens.words[begin].removeprefix("و") in listed("our-reporter") and tokens.joined(begin + 1)
    )


def signs(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name is the writer's: "أنا قصي الزعبي", "كتب المراسل قصي", "— قصي الزعبي" at the end."""
    before = tokens.words[begin - 1] if begin else ""
    if begin and before.removeprefix("و") in listed("signs") and tokens.close(begin):
        return True
    if begin > 1 and before in listed("signed-below") and tokens.joined(begin):
        return True
    if begin > 1 and tokens.has(begin - 1, "honorific") is not None and tokens.joined(begin):
        begin, before = begin - 1, tokens.words[begin - 2]
    if (
        begin > 1
        and before in listed("for-whom")
        and tokens.words[begin - 2] in listed("on-behalf")
        and ":" in tokens.gaps[begin]
    ):
        return True
    if _heads_the_text(tokens, begin, stop) or _closes_the_text(tokens, begin, stop) or _thanks(tokens, begin, stop):
        return True
    dashed = tokens.gaps[begin].strip(" \n\t") in ("—", "–", "-", "―")
    return dashed and stop >= len(tokens.words) and begin > _A_LINE and not tokens.gaps[-1].strip(" .\n")


def _closes_the_text(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name, with a place or not, is all that the last sentence of a text of some length says."""
    begin -= is_behind_a_title_letter(tokens, begin)
    gap = tokens.gaps[begin]
    if any(":" in tokens.gaps[index] for index in range(begin + 1, stop)):
        return False  # "السائق: قصي"
    if begin < _LONG or len(tokens.words) - stop > 1 or not (set(".!؟\n(") & set(gap)) or "-" in gap or ":" in gap:
        return False
    if stop < len(tokens.words) and tokens.gaps[stop].strip(" ") not in ("،", ","):
        return False
    before = begin - 1
    while before > 0 and begin - before < _A_LINE and not set(".!؟\n:") & set(tokens.gaps[before]):
        before -= 1
    return begin - before >= _A_SENTENCE


def _thanks(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name is of those who thank or condole in writing: "يتقدم قصي وهند بجزيل الشكر"."""
    if not is_behind(tokens, begin, listed("comes-forward")):
        return False
    return not listed("thanks").isdisjoint(tokens.words[stop : stop + _A_LINE * 2])


def _heads_the_text(tokens: Tokens, begin: int, stop: int) -> bool:
    """Say whether a name and a place, a dash between, head a text: "قصي الزعبي - الرقة", "غزة – هند:"."""
    end = tokens.source.find("\n", tokens.document.starts[begin])
    start = tokens.source.rfind("\n", 0, tokens.document.starts[begin]) + 1
    line = tokens.source[start:end].strip(" :")
    following = tokens.source[end + 1 :].partition("\n")[0]
    if len(following.split()) <= _SHORT_LINE and _DASHED.search(following):
        return False  # a list
    if end < 0 or stop - begin < _OF_TWO or len(line.split()) > _SHORT_LINE or not _DASHED.search(line):
        return False
    begins = next(index for index, at in enumerate(tokens.document.starts) if at >= start)
    return begins == 0 or tokens.document.starts[begins] in tokens.borders


def turn_of(tokens: Tokens, first: int, stop: int) -> str | None:
    """Say whether a line is a person's words: whoever is asked is a witness, whoever comments has written."""
    if not tokens.gaps[stop].lstrip(".").startswith(":") or first not in speakers(tokens):
        return None
    return "witness" if not listed("asks").isdisjoint(tokens.words) or _is_asked(tokens, first) else "poster"


def _is_asked(tokens: Tokens, first: int) -> bool:
    """Say whether the line before one who speaks is a question that a dash opens: "- كم بقيت؟" before "أدهم: سنة"."""
    lines = tokens.source[: tokens.document.starts[first]].rstrip("\n").rsplit("\n", 1)
    return lines[-1].rstrip().endswith("؟") and _DASH.match(lines[-1].lstrip()) is not None
