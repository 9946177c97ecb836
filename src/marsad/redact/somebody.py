"""Whose a name is that a place, somebody in office or one of a known house may bear, too."""

from __future__ import annotations

import re

from marsad.redact.beside import says_before
from marsad.redact.evidence import Announcement
from marsad.redact.named import Taken
from marsad.redact.runs import Run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_listed, listed, public_people, rank

__all__ = [
    "has_initials",
    "holds_a_known_one",
    "is_abbreviated",
    "is_bracketed",
    "is_of_a_known_house",
    "is_quoted",
    "is_somebody",
]

_FEWEST_WORDS = 2
_TWO_INITIALS = re.compile(r"[ء-ي]ـ?\.[ء-ي]")


def is_somebody(tokens: Tokens, run: Run, spans: Taken) -> bool:
    """Say whether kin, or another name, follow one that a place bears, too: "نعمان، ابن", "بيريفان ولقمان"."""
    stop = run.stop
    if run.opens != "given" or stop >= len(tokens.words) or _is_behind_a_preposition(tokens, run.first):
        return False
    if tokens.joined(stop):
        tied = tokens.stems[stop][0] == "و" and tokens.rank(stop) == "given"
        return tied and stop not in spans.lone_places and stop not in spans.places
    return tokens.gaps[stop].strip(" ") == "،" and any(
        role.person == "relative" and not hit.proclitics for hit, role in tokens.starting_at.get(stop, ())
    )


def _is_behind_a_preposition(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.words[index - 1] in listed("preposition")


def is_abbreviated(tokens: Tokens, run: Run) -> bool:
    """Say whether an initial stands for the family name, as it does of nobody in office: "المفوض دلوفان س."."""
    return run.stop - run.first > 1 and len(tokens.words[run.stop - 1]) == 1


def is_of_a_known_house(tokens: Tokens, run: Run, told: Announcement) -> bool:
    """Say whether every reader knows the kin of one whom every reader knows: "بشار الأسد وشقيقه ماهر"."""
    known = any(stop == told.first for stop in tokens.known.values())
    if not known or len(run.names) > 1:
        return False
    return any(hit.stop == 2 for hit in public_people().find((run.names[0], tokens.words[told.first - 1])))


def is_bracketed(tokens: Tokens, index: int, stop: int) -> bool:
    """Say whether a kunya stands in brackets right behind a given name: "وفواز (أبو سليم)"."""
    opened = tokens.words[index] in listed("father") and tokens.gaps[index].strip(" ") == "("
    return opened and tokens.gaps[stop].startswith(")") and index > 0 and tokens.rank(index - 1) in ("given", "word")


def has_initials(tokens: Tokens, run: Run) -> bool:
    """Say whether an initial ends a name, or two letters with a full stop between follow: "ربيع ع.", "وخلف م.ع"."""
    if is_abbreviated(tokens, run) and tokens.gaps[run.stop].startswith("."):
        return True
    follows = run.stop < len(tokens.words) and tokens.joined(run.stop)
    return follows and _TWO_INITIALS.fullmatch(tokens.written(run.stop)) is not None


def is_quoted(tokens: Tokens, run: Run) -> bool:
    """Say whether a verb told of people alone stands before a given and a family name: "قالت ربيعة الجعفري"."""
    if len(run.names) < _FEWEST_WORDS or not run.names[1].startswith("ال") or rank(run.names[1]) != "family":
        return False
    return says_before(tokens, run.first) and is_listed(tokens.words[run.first - 1], "speaks")


def holds_a_known_one(tokens: Tokens, run: Run) -> bool:
    """Say whether somebody whom every reader knows follows a word: "ورد الشيخ نعيم قاسم", "ورد هيثم مناع"."""
    named = run.first + 1 in tokens.known and tokens.rank(run.first + 1) in ("given", "word")
    if run.opens == "word" and named and tokens.known[run.first + 1] == run.stop:
        return True
    return any(at in tokens.known and tokens.has(at - 1, "honorific") for at in range(run.first + 2, run.stop))
