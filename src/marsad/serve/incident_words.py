"""The fixed words about incidents as people read them: grades, why reports were linked, what became of an incident."""

from __future__ import annotations

import re
from typing import Any

from marsad.serve.catalogues import later
from marsad.serve.words import Words

__all__ = ["AGAINST", "ATTRIBUTION", "CREDIBILITY", "RELIABILITY", "feature", "passed_over", "seen"]

RELIABILITY: dict[str, str] = {
    "A": later("always relied on"),
    "B": later("mostly relied on"),
    "C": later("fairly relied on"),
    "D": later("seldom relied on"),
    "E": later("not to be relied on"),
    "F": later("not known well enough"),
}
"""The grades of a source."""

CREDIBILITY: dict[str, str] = {
    "1": later("confirmed"),
    "2": later("probable"),
    "3": later("possible"),
    "4": later("doubtful"),
    "5": later("improbable"),
    "6": later("cannot be judged"),
}
"""The grades of what a report tells."""

ATTRIBUTION: dict[str, str] = {
    "high": later("well supported"),
    "medium": later("supported"),
    "low": later("weakly supported"),
    "none": later("nobody is named"),
    "contested": later("contested"),
}
"""How sure it is who did it."""

_GROUPS: dict[str, str] = {
    "any pair": later("Before anything is compared"),
    "place": later("Place"),
    "day": later("Day"),
    "side1": later("Who"),
    "side2": later("To whom"),
    "side": later("One of the sides"),
    "sides": later("Both sides"),
    "kind": later("Kind of act"),
    "killed": later("Killed"),
    "wounded": later("Wounded"),
    "held": later("Detained or abducted"),
    "words": later("Words of the quotations"),
    "text": later("Text around"),
    "names": later("Names in common"),
    "named": later("Place of the one in the text of the other"),
    "wording": later("Wording"),
    "outlet": later("Outlet"),
    "marks": later("Hour, target and spot"),
    "sums": later("A day summed up"),
    "one day's killed": later("Killed, acts of one day"),
    "one day's held": later("Held, acts of one day"),
}

_STANDINGS: dict[str, str] = {
    "same": later("the same"),
    "same village": later("the same village"),
    "same town": later("the same town"),
    "same area": later("the same area"),
    "same unit": later("the same governorate"),
    "same name, one vague": later("the same name, one of them vague"),
    "inside": later("one lies in the other"),
    "like names": later("names spelt alike"),
    "told beside": later("told as a second place"),
    "beside one place": later("two places told with one town"),
    "none apart, some alike": later("alike in some"),
    "one apart": later("apart in one"),
    "one apart, some alike": later("apart in one, alike in others"),
    "several apart": later("apart in several"),
    "several apart, some alike": later("apart in several, alike in one"),
    "one": later("only one of them does"),
    "both": later("both do"),
    "near": later("near"),
    "next": later("a few kilometres apart"),
    "next unit": later("the governorate beside it"),
    "far": later("far apart"),
    "elsewhere": later("elsewhere"),
    "two towns known": later("two known towns far apart"),
    "another, by others": later("another kind, by others"),
    "another, with other harm": later("another kind: hurt here, held there"),
    "unknown": later("unknown"),
    "1 apart": later("a day apart"),
    "2 apart": later("two days apart"),
    "next, the later is its report's own day": later("the day after, which is only that of the report"),
    "one was told before the other happened": later("one was told before the other happened"),
    "periods meet": later("periods that meet"),
    "vague, 1 apart": later("vague, a day apart"),
    "vague, 2 apart": later("vague, two days apart"),
    "within a week": later("within a week"),
    "within a month": later("within a month"),
    "differ": later("different"),
    "kin": later("related"),
    "open": later("one of them is open"),
    "shared": later("some in common"),
    "silent": later("one names nobody"),
    "swapped": later("told the other way round"),
    "one silent": later("one tells no figure"),
    "ranges meet": later("ranges that meet"),
    "none against some": later("none against some"),
    "close": later("close figures"),
    "apart": later("figures apart"),
    "far apart": later("figures far from each other"),
    "grew a little": later("the later is a little higher"),
    "grew": later("the later is higher"),
    "grew much": later("the later is much higher"),
    "fell a little": later("the later is a little lower"),
    "fell": later("the later is lower"),
    "same, none": later("the same: none"),
    "same, one": later("the same: one"),
    "same, few": later("the same: few"),
    "same, many": later("the same: many"),
    "none": later("nothing in common"),
    "next to none": later("next to nothing in common"),
    "few": later("few in common"),
    "some": later("several in common"),
    "many": later("many in common"),
    "most": later("most in common"),
    "unlike": later("unlike"),
    "hardly alike": later("hardly alike"),
    "a little alike": later("a little alike"),
    "alike": later("alike"),
    "much alike": later("much alike"),
    "copied": later("nearly word for word"),
    "in the other's text": later("stands there"),
    "not in the other's text": later("does not stand there"),
    "both tell one more act": later("both tell of one more act"),
    "one more act": later("one tells of one more act"),
    "the earlier does": later("the earlier tells of one more act"),
    "the later brings news of an act": later("the later brings news of a known act"),
    "4 or more": later("four or more"),
}

_FAMILIES: dict[str, str] = {
    "arrest": later("arrests"),
    "attack": later("attacks"),
    "blast": later("explosions"),
    "clash": later("clashes"),
    "crowd": later("crowds"),
    "fire": later("fire from afar"),
    "other": later("other acts"),
}

AGAINST = later("%(side1)s against %(side2)s")
_LIKE = later("%(what)s: %(how)s")
_AND = later(" and ")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def feature(name: str, words: Words) -> str:
    """Return what two reports were found to be like, "place: same village", in words."""
    group, _, standing = name.partition(": ")
    say = words.locale.text
    head = say(_GROUPS[group]) if group in _GROUPS else group
    if not standing:
        return head
    families = standing.removeprefix("same family, ").split(" and ")
    if group == "kind" and all(family in _FAMILIES for family in families):
        told = say(_AND).join(say(_FAMILIES[family]) for family in families)
    elif standing in _STANDINGS:
        told = say(_STANDINGS[standing])
    else:
        told = words.locale.figures(standing)
    return say(_LIKE, what=head, how=told)


def seen(name: str, detail: str, words: Words) -> str:
    """Return what a feature saw in two reports: codes and days in words, what the reports say as it is."""
    group = name.partition(":")[0]
    if group == "any pair" or detail == "-":
        return ""
    if group == "kind":
        return " / ".join(words.label("sub_event_type", kind) for kind in detail.split(", "))
    if group in ("side1", "side2", "side", "sides"):
        return " / ".join(_sides(told, words) for told in detail.split("; "))
    if group in ("place", "named"):
        return " / ".join(re.sub(r" \(\d\)$", "", part) for part in detail.split(", ") if not part.endswith(" km"))
    if group == "day":
        return " / ".join(
            _DAY.sub(lambda day: words.locale.day(day[0]), part).replace(" to ", " – ").replace("no day", "–")
            for part in detail.split(", ")
        )
    if group in ("killed", "wounded", "held", "one day's killed", "one day's held"):
        return words.locale.figures(detail.replace(", ", " / ").replace(" and ", " + ").replace("-", "–"))
    return detail.replace(" | ", " / ")


def _sides(told: str, words: Words) -> str:
    first, _, second = told.partition(" against ")
    named = ["+".join(words.actor(code) for code in side.split("+") if code != "-") or "–" for side in (first, second)]
    return words.locale.text(AGAINST, side1=named[0], side2=named[1])


def passed_over(reason: str | None, words: Words) -> dict[str, Any] | None:
    """Return why a claim counts no more, with the report that it is so for."""
    if reason is None:
        return None
    for start, text in (
        ("copy of ", later("copied from another report")),
        ("newer figure in ", later("the source gave a newer figure")),
    ):
        if reason.startswith(start):
            return {"text": words.locale.text(text), "report_id": reason.removeprefix(start)}
    return {"text": reason, "report_id": None}
