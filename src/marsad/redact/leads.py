"""Public people told by what they lead or do, with no role named right before them: "ويقود الفصيل", "شيخ البكارة"."""

from __future__ import annotations

import re
from bisect import bisect_left

from marsad.redact.runs import Run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["acts_in_public", "behind_a_nickname", "is_a_tribe", "leads_before", "stands_beside"]

_NEAR = 8
_SO_NEAR = 3
_OF_TWO = 2
_BY_NAME = re.compile(r"[ ،,]{0,2}\S{0,9}[ ـ]{0,2}[(\"«“][^)\"»”\n]{2,30}[)\"»”]")


def leads_before(tokens: Tokens, index: int) -> bool:
    """Say whether what stands right before a name makes a public person of whoever bears it."""
    if index < _OF_TWO or not tokens.joined(index):
        return False
    return (
        " ".join(tokens.words[index - 2 : index]) in listed("of-a-great-one")
        or _leads_a_body(tokens, index)
        or _runs_it(tokens, index)
        or _heads_a_tribe(tokens, index)
        or _shares_a_portfolio(tokens, index)
    )


def _leads_a_body(tokens: Tokens, index: int) -> bool:
    """Say whether a verb of leading and a body stand before a name: "ويقود الفصيل", not "ويقود السيارة"."""
    if tokens.words[index - 1] not in listed("led-body") or not tokens.joined(index - 1):
        return False
    return tokens.words[index - 2].removeprefix("و") in listed("leads-verb")


def _runs_it(tokens: Tokens, index: int) -> bool:
    """Say whether a body named before is run by whoever follows: "الشبكة السورية، التي يديرها"."""
    if tokens.words[index - 1] not in listed("runs-it"):
        return False
    first = max((at for at in range(index) if tokens.ends_at(at)), default=0)
    return not listed("led-body").isdisjoint(tokens.words[max(first, index - _NEAR) : index - 1])


def _heads_a_tribe(tokens: Tokens, index: int) -> bool:
    """Say whether a sheikh and a tribe stand before a name: "شيخ البكارة", not "برهان شيخ نجيب"."""
    if tokens.stems[index][0]:
        return False
    if index > _OF_TWO and tokens.rank(index - 1) == "" and tokens.rank(index - 2) in ("family", "unknown"):
        index -= 1  # "شيخ شمر مانع حميدي"
    if tokens.rank(index - 1) not in ("family", "unknown"):
        return False
    if not tokens.joined(index - 1) or tokens.words[index - 2].removeprefix("و") not in listed("sheikh"):
        return False
    named = index > _OF_TWO and tokens.joined(index - 2) and tokens.rank(index - 3) in ("given", "family")
    return tokens.words[index - 2].startswith("و") or not named


def stands_beside(tokens: Tokens, index: int) -> bool:
    """Say whether no role before و holds for a name: "قُتل قائد الفصيل وقصي", "أمام القاضي فارس نجم وفرح"."""
    if tokens.stems[index][0] != "و" or not tokens.joined(index):
        return False
    beside_one = tokens.rank(index - 1) in ("given", "family", "word")
    return beside_one or not tokens.fates.keys().isdisjoint(range(max(0, index - _NEAR), index))


def is_a_tribe(tokens: Tokens, index: int) -> bool:
    """Say whether a word is the tribe of a sheikh who is named behind it, and opens no name: "شيخ شمر قصي الزعبي"."""
    named = tokens.joined_after(index) and tokens.rank(index + 1) in ("given", "word")
    return named and index > 1 and tokens.rank(index) == "unknown" and _heads_a_tribe(tokens, index + 1)


def _shares_a_portfolio(tokens: Tokens, index: int) -> bool:
    """Say whether a second ministry stands before a name: "وزيري الدفاع قصي الزعبي والداخلية"."""
    word = tokens.words[index - 1]
    if not word.startswith("وال") or "لل" + word[3:] not in listed("portfolio"):
        return False
    return any(
        role.role == "title"
        for at in range(max(0, index - _NEAR), index - 1)
        for hit, role in tokens.ending_at.get(at, ())
        if tokens.words[hit.first].removeprefix("ل") in listed("led-together")
    )


def acts_in_public(tokens: Tokens, run: Run) -> bool:
    """Say whether somebody of two names sings or confers: "وغنى قصي الزعبي نشيد", "بحث قصي الزعبي مع الوزير"."""
    first, stop = run.first, run.stop
    if stop - first < _OF_TWO or stop >= len(tokens.words) or not tokens.joined(stop):
        return False
    before = tokens.words[first - 1].removeprefix("و") if first and tokens.joined(first) else ""
    if before in listed("public-act"):
        return tokens.words[stop] in listed("public-deed")
    confers = before in listed("confers") or tokens.words[stop] in listed("confers")
    at = stop + (tokens.words[stop] in listed("confers"))
    with_one = at < len(tokens.words) and tokens.words[at] in listed("with-whom")
    return confers and with_one and any(role.role == "title" for _, role in tokens.starting_at.get(at + 1, ()))


def behind_a_nickname(tokens: Tokens, stop: int) -> int:
    """Return the word after what somebody is called, if that follows a name at once: "قصي الزعبي (أبو حمزة)، قائد"."""
    document = tokens.document
    if stop >= len(tokens.words) or document.starts[stop] in tokens.borders:
        return stop
    called = _BY_NAME.match(tokens.source, document.ends[stop - 1])
    if called is not None:
        return bisect_left(document.starts, called.end())
    for hit, role in tokens.starting_at.get(stop, ()):
        if role.role == "called":
            return next((at for at in range(hit.stop, hit.stop + _SO_NEAR + 1) if _is_parted(tokens, at)), stop)
    return stop


def _is_parted(tokens: Tokens, at: int) -> bool:
    return at < len(tokens.words) and tokens.gaps[at].strip(" ") in ("،", ",")
