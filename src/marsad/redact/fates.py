"""Words for what became of people: killed, detained, lost."""

from __future__ import annotations

from functools import cache

from marsad.lexicon.load import entries
from marsad.lexicon.match import Matcher

__all__ = ["fates"]

_OF_FATES = {
    "killed": "victim",
    "wounded": "victim",
    "detained": "detainee",
    "abducted": "detainee",
    "released": "detainee",
}


@cache
def fates() -> Matcher[str]:
    """Return the matcher of words for what became of people."""
    known = [
        (form, entry.pos, _OF_FATES[entry["outcome"]])
        for entry in entries("outcomes")
        if entry["outcome"] in _OF_FATES
        for form in entry.forms
    ]
    more = [
        (form, entry.pos, entry["person"])
        for entry in entries("name-words")
        if entry["role"] == "fate"
        for form in entry.forms
    ]
    return Matcher([*known, *more])
