"""Why a field was coded so, in words: what each family of rules does, and the notes that the coder leaves."""

from __future__ import annotations

import re
from typing import Any

from marsad.serve.catalogues import later
from marsad.serve.locale import Locale

__all__ = ["because"]

_RULES: dict[str, str] = {
    "actors": later("These words name an actor."),
    "actors.names": later("A name in the registry of actors stands here."),
    "actors.generic": later("A general word stands here; what it means follows from the report."),
    "attribution": later("A source is quoted here."),
    "casualties": later("People harmed or taken are counted here."),
    "casualties.addend": later("These people are counted to those told before."),
    "date.default": later("No day is told: fresh news is dated by its publication."),
    "dates": later("A day or a period is told here, counted from the day of publication."),
    "places": later("A place is named here."),
    "places.listed": later("A name in the list of places stands here."),
    "places.type-word": later("A word for a kind of place stands before a name that no list has."),
    "qualifiers": later("A word here changes what is asserted."),
    "side1.default": later("Nobody is named as acting."),
    "side1.reckoned": later("No word names who acted: the side is reckoned, not read."),
    "side2.default": later("Those who were hit are not named apart."),
    "side2.reckoned": later("No word names the other side: it is reckoned, not read."),
    "sources.default": later("Nobody is quoted: the outlet says so."),
    "status.default": later("Nobody contradicts it, and it is not a party alone that says so."),
    "triggers": later("This word tells the act."),
}
"""A rule, or the family before its dot, to a sentence."""

_NOTES: dict[str, str] = {
    "nobody contradicts it": later("nobody contradicts it"),
    "nobody is quoted: the outlet says so": later("nobody is quoted: the outlet says so"),
    "nobody is named in these words": later("nobody is named in these words"),
    "only a party to the act says so": later("only a party to the act says so"),
    "reckoned from whose land it is and who fights there": later("reckoned from whose land it is and who fights there"),
    "the publication date": later("the publication date"),
    "added to the count before": later("added to the count before"),
    "hit beside the other": later("hit beside the other"),
    "somebody denies it in the report": later("somebody denies it in the report"),
}
"""Notes of the coder."""

_AMONG = later("%(percent)s among the readings that were possible")
_RIVALS = re.compile(r"(\d+)% among its rivals")


def because(locale: Locale, events: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Return rules and notes of events in a person's language: {"rules": {rule_id: ...}, "notes": {note: ...}}."""
    parts = [part for event in events for part in event["evidence_fields"]]
    rules = {part["rule_id"] for part in parts}
    notes = {part["note"] for part in parts if part["note"]}
    return {
        "rules": {rule: locale.text(found) for rule in sorted(rules) if (found := _rule(rule))},
        "notes": {note: _note(locale, note) for note in sorted(notes)},
    }


def _rule(rule_id: str) -> str | None:
    return _RULES.get(rule_id) or _RULES.get(rule_id.partition(".")[0])


def _note(locale: Locale, note: str) -> str:
    among = _RIVALS.fullmatch(note)
    if among:
        return locale.text(_AMONG, percent=locale.percent(int(among[1]) / 100))
    return locale.text(_NOTES[note]) if note in _NOTES else note
