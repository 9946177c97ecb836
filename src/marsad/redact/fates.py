"""Words for what became of people: killed, detained, lost."""

from __future__ import annotations

from functools import cache

from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher
from marsad.redact.vocabulary import listed

__all__ = ["contexts", "fates"]

_OF_FATES = {
    "killed": "victim",
    "wounded": "victim",
    "detained": "detainee",
    "abducted": "detainee",
    "released": "detainee",
}


_OF_COUNTED = frozenset(("outcomes.taken-to-hospital", "outcomes.victim-counted"))
"""What tells what became of people only where these are counted: "نُقل ثلاثة إلى المشفى", not "نقل بيان"."""


@cache
def fates() -> Matcher[str]:
    """Return the matcher of words for what became of people: "استشهد", "اعتقال"."""
    return Matcher(_known("fate"))


@cache
def contexts() -> Matcher[str]:
    """Return the matcher of those words and of what only tells the kind of people who are named: "أنقاض", "بكفالة"."""
    return Matcher(_known("fate", "context"))


def _known(*roles: str) -> list[tuple[str, str, str]]:
    known = [
        (form, entry.pos, _OF_FATES[entry["outcome"]])
        for entry in entries("outcomes")
        if entry["outcome"] in _OF_FATES and entry.entry_id not in _OF_COUNTED
        for form in entry.forms
        if form not in listed("no-fate")
    ]
    more = [
        (form, entry.pos, entry["person"])
        for entry in entries("name-words")
        if entry["role"] in roles
        for form in entry.forms
    ]
    return [*known, *more]
