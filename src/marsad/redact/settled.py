"""What is known of a person anywhere holds for every mention: private or public, and of what kind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from marsad.redact.contact_words import any_of
from marsad.redact.kin import has_a_pronoun, is_tied
from marsad.redact.kinds import strongest
from marsad.redact.named import Named
from marsad.redact.runs import Run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import rank

__all__ = ["fate_shared", "is_kin_of_one_told", "meant", "one_kind", "settle"]


@cache
def _an_age() -> re.Pattern[str]:
    """Return the pattern of an age between a name and its kin: " (12 عاماً)"."""
    return re.compile(rf"\s*[(،]?\s*[0-9٠-٩]{{1,3}}\s*(?:{any_of('age-years')}ا?ً?)?\s*\)?")


def fate_shared(tokens: Tokens, before: Named | None, kin: int, first: int) -> str | None:
    """Return the kind of the one whose kin is tied to the name: "قُتل هنا: صبحي العوض وزوجته فطوم"."""
    if before is None or before.kind not in ("victim", "detainee") or before.stop > kin:
        return None
    between = tokens.source[tokens.document.ends[before.stop - 1] : tokens.document.starts[kin]]
    gap = _an_age().sub("", between, count=1).strip(" ")
    tied = not gap and is_tied(tokens.words[kin])
    listed = gap in ("،", ",")
    theirs = any(has_a_pronoun(tokens, word) for word in range(kin, first))  # "ابن أخيه قصي"
    beside = tokens.words[kin].startswith("وال") and (tied or (listed and before.rule == "private.kin"))
    return before.kind if (theirs and (tied or listed)) or beside else None


def is_kin_of_one_told(tokens: Tokens, at: int, run: Run, found: list[Named]) -> bool:
    """Say whether the kin of a victim named before is named: "قُتل قصي. وقال والد الضحية سليم"."""
    one = tokens.words[at].startswith("ال") and not tokens.words[at].endswith(("ين", "ان", "اء"))
    if at == 0 or not tokens.joined(at) or not one:
        return False
    kin = any(role.person == "relative" and role.role == "private" for _, role in tokens.ending_at.get(at, ()))
    before = [one.names[0] for one in found if one.kind in ("victim", "minor")]
    return kin and bool(before) and run.names[0] not in before


def meant(tokens: Tokens, named: Named, found: list[Named]) -> Named:
    """Return a private person named again by the first name, no public role's: "أمر القاضي بإيداع مزيان"."""
    if named.kind is not None or named.rule != "title" or (len(named.names) > 1 and rank(named.names[1]) != ""):
        return named
    first = named.first
    if tokens.stems[first][0] or first == 0 or not tokens.joined(first) or tokens.words[first - 1][0] != "ب":
        return named
    for other in found:
        full = other.kind is not None and len(other.names) > 1 and other.first < named.first
        if full and other.names[0] == named.names[0]:
            names = (named.names[0],)
            return Named(named.first, named.first + 1, names, other.kind, f"again.{other.rule}", announced=False)
    return named


def settle(found: list[Named]) -> list[Named]:
    """Let what is known of a person anywhere hold for every whole mention of the name."""
    public = [named for named in found if named.kind is None]
    private = [named for named in found if named.kind is not None]
    if not public:
        return private
    offices = {named.names for named in public if len(named.names) > 1}
    kept: list[Named] = []
    for named in private:
        if named.names in offices:
            continue
        owner = _owner(found, named)
        if owner is not None and owner.kind is None:
            continue
        kept.append(named)
    return kept


def _words(named: Named) -> set[str]:
    return {word for name in named.names for word in name.split()}


def _owner(found: list[Named], named: Named) -> Named | None:
    """Return the longer mention that a short one goes back to: the nearest before it, else the first after it."""
    wanted = _words(named)
    before = after = None
    for other in found:
        if other is named or other.stop - other.first <= named.stop - named.first or not wanted <= _words(other):
            continue
        if other.first < named.first:
            before = other
        elif after is None:
            after = other
    return before or after


def _told(group: list[Named]) -> list[str]:
    """Return the kinds of a person's mentions: those that words beside it tell, if any do."""
    sure = [one.kind for one in group if one.sure and one.kind is not None and one.kind != "other"]
    return sure or [one.kind or "other" for one in group]


def one_kind(found: list[Named]) -> list[Named]:
    """Give every mention of one person one kind."""
    bearers = _bearers(found)
    groups: dict[str, list[Named]] = {}
    for named in found:
        groups.setdefault(_first_name(named, bearers), []).append(named)
    kinds = {name: strongest(_told(group)) for name, group in groups.items()}
    return [
        named if named.rule == "house" else replace(named, kind=kinds[_first_name(named, bearers)]) for named in found
    ]


def _bearers(found: list[Named]) -> dict[str, set[str]]:
    """Return the given names by the family name that stands behind them."""
    bearers: dict[str, set[str]] = {}
    for named in found:
        if len(named.names) > 1 and named.rule != "house":
            bearers.setdefault(named.names[-1], set()).add(named.names[0])
    return bearers


def _first_name(named: Named, bearers: dict[str, set[str]]) -> str:
    """Return the given name of a person, also where the family name alone stands and one person bears it."""
    own = bearers.get(named.names[0], set())
    alone = len(named.names) == 1 and named.rule != "house" and len(own) == 1
    return next(iter(own)) if alone else named.names[0]
