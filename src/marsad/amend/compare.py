"""What a change of an entry may code otherwise: the wordings by which to look for reports."""

from __future__ import annotations

from typing import Any

__all__ = ["wordings"]

_SAYS_NOTHING = frozenset(("source", "note", "matches", "rejects", "name_en", "codes", "population"))
_LISTS = frozenset(("aliases", "aliases_ar", "forms", "name_ar"))


def wordings(kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return (form, part of speech) of every wording whose reading changes between two states of an entry.

    None is an entry that is not there. Where only forms come or go these are they; where more changes, all.
    """
    old, new = _listed(kind, before), _listed(kind, after)
    told = _rest(before) == _rest(after)
    changed = [one for one in (*old, *new) if not told or one not in old or one not in new]
    return list(dict.fromkeys((str(one["form"]), str(one.get("pos", "fixed"))) for one in changed))


def _listed(kind: str, value: dict[str, Any] | None) -> list[dict[str, Any]]:
    if value is None:
        return []
    if kind == "actors":
        return [one if isinstance(one, dict) else {"form": one} for one in value["aliases"]]
    if kind == "places":
        return [{"form": form} for form in (value["name_ar"], *value.get("aliases_ar", ()))]
    return [{"form": form, "pos": value.get("pos", "fixed")} for form in value["forms"]]


def _rest(value: dict[str, Any] | None) -> dict[str, Any]:
    return {name: said for name, said in (value or {}).items() if name not in _SAYS_NOTHING | _LISTS}
