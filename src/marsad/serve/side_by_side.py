"""Two codings of a report, event beside event, field beside field, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marsad.export.record import COUNTS
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.words import FIELDS, Words
from marsad.store.diff import pairs

__all__ = ["Compared", "Row", "in_words", "side_by_side"]

_BETWEEN = later("; ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field as two codings have it, in words."""

    field: str
    before: str
    after: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An event as two codings have it; `only` is "before" or "after" where one of them lacks it."""

    title: str
    only: str | None
    rows: tuple[Row, ...]

    @property
    def differs(self) -> bool:
        """Say whether there is any difference."""
        return self.only is not None or any(row.differs for row in self.rows)


def side_by_side(before: dict[str, Any], after: dict[str, Any], locale: Locale) -> list[Compared]:
    """Return every event of either coding."""
    words, found = Words(locale), []
    for old, new in pairs(before["events"], after["events"]):
        shown = new or old or {}
        only = "before" if new is None else "after" if old is None else None
        rows = tuple(_row(field, old, new, words) for field in FIELDS)
        found.append(
            Compared(title=words.label("sub_event_type", shown["sub_event_type"]), only=only,
                     rows=tuple(row for row in rows if row.before or row.after))
        )  # fmt: skip
    return found


def _row(field: str, old: dict[str, Any] | None, new: dict[str, Any] | None, words: Words) -> Row:
    return Row(
        field=words.field(field),
        before=in_words(field, old, words) if old else "",
        after=in_words(field, new, words) if new else "",
        differs=_meant(field, old) != _meant(field, new),
    )


def _meant(field: str, event: dict[str, Any] | None) -> Any:
    """Return what a coding says in a field: what else the name of its place may mean is of the gazetteer."""
    value = (event or {}).get(field)
    if field == "place" and value:
        return {key: part for key, part in value.items() if key != "candidates"}
    return value


def in_words(field: str, event: dict[str, Any], words: Words) -> str:
    """Return a field of an event as people read it, "" for one that is empty."""
    value = event[field]
    match field:
        case "sub_event_type" | "status":
            return words.label(field, value)
        case "place":
            where = words.where(value["admin1"], value["country"])
            name = words.place(value["name"], value["place_id"]) if value["name"] else ""
            if not name:
                return where
            told = words.locale.isolated(name)
            return words.locale.running(f"{told} ({where}): {words.label('place_precision', value['precision'])}")
        case "date":
            days = words.locale.period(value["start"], value["end"])
            return f"{days}: {words.label('date_precision', value['precision'])}"
        case "sources":
            named = ((words.locale.isolated(one["name"]), words.label("kind", one["kind"])) for one in value)
            return words.locale.running(words.locale.text(_BETWEEN).join(f"{name} ({kind})" for name, kind in named))
        case "evidence":
            return str(value)
        case _ if field in COUNTS:
            return words.count(value)
        case _:
            actors = [words.actor(code) for code in value]
            if len(actors) == 1:  # stands alone: nothing can be turned round
                return actors[0]
            return words.locale.running(words.locale.text(_BETWEEN).join(map(words.locale.isolated, actors)))
