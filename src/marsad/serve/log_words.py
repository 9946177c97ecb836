"""The acts of the log as people read them; what they were done on, and the details, stand as they are sealed."""

from __future__ import annotations

from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.words import LABELS

__all__ = ["ACTS", "act_in"]

ACTS: dict[str, str] = {
    "add collection": later("added a collection"),
    "add group": later("added a group"),
    "add key": later("added a security key"),
    "add user": later("came in for the first time"),
    "amend": later("changed a word, an actor or a place"),
    "ask blind": later("asked for a blind coding"),
    "batch": later("changed many at once"),
    "change group": later("changed a group"),
    "change user": later("changed an account"),
    "code": later("coded"),
    "code blind": later("coded blind"),
    "collect": later("put into a collection"),
    "copy": later("copied from another store"),
    "dissolve": later("ended an incident that no report tells"),
    "end redirect": later("ended a redirect"),
    "end sessions": later("ended sessions"),
    "end token": later("ended a token"),
    "gone": later("noted that a page is gone"),
    "keep": later("kept a report"),
    "link": later("linked reports into an incident"),
    "make codes": later("made recovery codes"),
    "make link": later("made a link to come in"),
    "make token": later("made a token"),
    "redirect": later("let an address lead to another incident"),
    "release": later("made a release"),
    "remove key": later("removed a security key"),
    "sign in": later("signed in"),
    "source": later("kept a source of the registry"),
    "use code": later("used a recovery code"),
    "merge": later("merged incidents"),
    "split": later("split an incident"),
    "credibility": later("graded a report"),
    "attribution": later("graded how sure it is who did it"),
    **LABELS["act"],
}
"""Each act that anything writes into the log."""


def act_in(locale: Locale, act: str) -> str:
    """Return an act in a language; one of a newer marsad, or of somebody's own program, as it is."""
    return locale.text(ACTS[act]) if act in ACTS else act
