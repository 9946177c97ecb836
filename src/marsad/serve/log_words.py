"""The acts of the log and their details as people read them; what they were done on stands as it is sealed."""

from __future__ import annotations

import re
from typing import Any

from marsad.serve.amend_words import ACTS as AMENDING
from marsad.serve.amend_words import changed
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.words import LABELS

__all__ = ["ACTS", "DETAILS", "ITEMS", "act_in", "amended_in", "details_in"]

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
    "put back": later("put the store back from a backup"),
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


ITEMS: dict[str, str] = {
    "report": later("the report"),
    "incident": later("the incident"),
    "user": later("the account"),
    "source": later("the source"),
    "collection": later("the collection"),
    "group": later("the group"),
    "batch": later("the batch"),
    "words": later("the words"),
    "store": later("the store"),
}
"""What the things are called that acts are on; the log seals them as "report:r1"."""

DETAILS: dict[str, str] = {
    "comment": later("comment"),
    "why": later("reason"),
    "verdict": later("decision"),
    "status": later("state of work"),
    "role": later("role"),
    "name": later("name"),
    "act": later("act"),
    "what": later("change"),
    "field": later("field"),
    "old": later("before"),
    "new": later("afterwards"),
    "value": later("value"),
    "incident": later("id of the incident"),
    "incidents": later("incidents"),
    "of": later("about"),
    "off": later("taken out"),
    "rest": later("left in"),
    "off_from": later("what is taken out does not join"),
    "rest_from": later("what is left does not join"),
    "to": later("to"),
    "from": later("from"),
    "report_id": later("report"),
    "reports": later("reports"),
    "events": later("events"),
    "version": later("version"),
    "coding": later("coding"),
    "based_on": later("made from coding"),
    "reading": later("reading"),
    "reader": later("second reader"),
    "first": later("first coding"),
    "judgement": later("judgement"),
    "supersedes": later("in place of judgement"),
    "takes_back": later("takes back judgement"),
    "undoes": later("takes back batch"),
    "asked": later("asked for"),
    "revision": later("revision"),
    "outlet": later("outlet"),
    "since": later("since"),
    "until": later("until"),
    "users": later("people"),
    "collections": later("collections"),
    "kind": later("kind"),
    "country": later("country"),
    "side": later("side"),
    "ratings": later("reliability"),
    "language": later("language"),
    "digits": later("digits"),
    "theme": later("colours"),
    "address": later("address"),
    "token": later("token"),
    "scopes": later("scopes"),
    "ends_at": later("valid until"),
    "ended": later("ended"),
    "ended_at": later("ended on"),
    "codes": later("recovery codes"),
    "number": later("number"),
    "manifest": later("manifest"),
    "seal": later("seal"),
    "made": later("code and words behind it"),
    "tables": later("tables"),
    "archive": later("in the archive"),
    "sha256": later("hash of the text"),
    "content_sha256": later("hash of the content"),
    "record": later("hash of the record"),
    "coder_version": later("version of marsad"),
    "resources_version": later("version of the word lists"),
}
"""What the details of an act are called."""

_VERDICTS = {
    "same": later("one act"),
    "different": later("different acts"),
    "withdrawn": later("taken back"),
    "changed": later("changed"),
}
_VALUES = {
    "status": LABELS["review"], "role": LABELS["role"], "verdict": _VERDICTS, "act": {**LABELS["act"], **AMENDING},
}  # fmt: skip
_GONE, _COME = later("struck out"), later("put in")
_HASH = re.compile(r"[0-9a-f]{64}")
_SHOWN = 12


def details_in(locale: Locale, detail: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the details of an act are called in a language, and what they are; what is empty is left out.

    A hash is told by its first digits, an event by its report and its number in it.

    >>> details_in(Locale(tag="ar"), {"status": "disputed", "comment": None})
    [('الحال', 'مختلف فيه')]
    """
    known = sorted(detail, key=[*DETAILS].index) if detail.keys() <= DETAILS.keys() else list(detail)
    told = [(name, _value(locale, name, detail[name])) for name in known]
    return [(locale.text(DETAILS[name]) if name in DETAILS else name, value) for name, value in told if value]


def amended_in(
    locale: Locale, detail: dict[str, Any], kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> list[tuple[str, str]]:
    """Return a change of a word, an actor or a place: what was done and why, and each field before and afterwards.

    >>> detail = {"act": "set", "revision": 3, "why": "", "value": {"name_en": "New"}}
    >>> amended_in(Locale(tag="en"), detail, "actors", {"name_en": "Old"}, {"name_en": "New"})
    [('act', 'changed'), ('revision', '3'), ('Name in English', 'before: Old; afterwards: New')]
    """
    told = details_in(locale, {name: value for name, value in detail.items() if name != "value"})
    for one in changed(kind, before, after, locale):
        gone, come = (locale.text(", ").join(some) for some in (one.gone, one.come))
        names = (DETAILS["old"], DETAILS["new"]) if gone and come and not one.same else (_GONE, _COME)
        parts = [f"{locale.text(name)}: {value}" for name, value in zip(names, (gone, come), strict=True) if value]
        told.append((one.label, locale.text(later("; ")).join(parts)))
    return told


def _value(locale: Locale, name: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case {"report_id": str(report), "act": int(number)}:
            return f"{report}/{number + 1}"
        case dict():
            return locale.text(", ").join(f"{label}: {told}" for label, told in details_in(locale, value))
        case list():
            return locale.text(", ").join(filter(None, (_value(locale, name, one) for one in value)))
        case str() if _HASH.fullmatch(value):
            return f"{value[:_SHOWN]}…"
        case str() if value in _VALUES.get(name, {}):
            return locale.text(_VALUES[name][value])
        case _:
            return str(value)
