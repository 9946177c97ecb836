"""The public edition of what is exported: names of private people taken out, places and days as the rules allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.cli.records import found_in, items_of
from marsad.cli.said import said

if TYPE_CHECKING:
    from marsad.errors import ReadError
    from marsad.export.happening import Happening
    from marsad.export.source import Item
    from marsad.redact.limits import Beyond
    from marsad.store import Store
    from marsad.store.as_of import Point

__all__ = ["Public", "public_items", "published_of", "without_text"]

_REMEDY = "Make the coded reports public (marsad export --public), link those, and export what comes of it."


def without_text(number: int) -> str:
    """Return what to say of coded records that came without the texts of their reports."""
    told = f"{number:,} record" if number == 1 else f"{number:,} records"
    return (
        f"{told} came without the text of the report, which tells who is a private person: names were looked for in "
        "quotations alone. A store has the texts: marsad export --store STORE --public."
    )


class Public:
    """Makes records public, and counts what that took."""

    def __init__(self, rules: Path | None, today: date | None) -> None:
        from marsad import gazetteer
        from marsad.redact.limits import Applied
        from marsad.redact.rules import DEFAULT_RULES, read_rules

        self._rules = read_rules(rules or DEFAULT_RULES)
        self._gazetteer = gazetteer.load(None)
        self._today = today or datetime.now(UTC).date()
        self._applied = Applied()
        self._beyond: Mapping[str, Beyond] = {}
        self._removed = 0
        self._wordless = 0

    def __call__(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Return the record as it may be published."""
        self._wordless += not record.get("text")
        return self._counted(self._public(record))

    def look_through(self, store: Store, point: Point | None) -> None:
        """Look which reports of a store tell one act, before any is told: what one may not tell, none does."""
        from marsad.editions.then import beyond_then
        from marsad.store.changes import last_change

        with store.reading() as connection:
            change = last_change(connection)[0] if point is None else point.change
            self._beyond = beyond_then(connection, change, self._rules, today=self._today)

    def of_store(self, line: str, headline: str, text: str) -> dict[str, Any]:
        """Return a line that a store keeps as it may be published.

        Headline and text that it was read from tell who is a private person, and are left out of what comes.
        """
        import json

        from marsad.redact.coarsen import WORDS, without_words

        whole = {**json.loads(line), **dict(zip(WORDS, (headline, text), strict=True))}
        return self._counted(without_words(self._public(whole)))

    def _public(self, record: Mapping[str, Any]) -> dict[str, Any]:
        from marsad.redact.coarsen import public_record
        from marsad.redact.limits import NOTHING_BEYOND

        of_others = self._beyond.get(str(record.get("id")), NOTHING_BEYOND)
        return public_record(
            record, self._rules, self._gazetteer, today=self._today, applied=self._applied, beyond=of_others
        )

    def _counted(self, public: dict[str, Any]) -> dict[str, Any]:
        self._removed += len(public["redactions"])
        return public

    def tell(self) -> None:
        """Say what was removed and which rules were applied."""
        rules = ", ".join(f"{name} {count:,}" for name, count in self._applied.rules.most_common()) or "none"
        kept_back = f"not yet due {self._applied.delayed:,}, withheld {self._applied.withheld:,}"
        said(f"Public edition: names removed {self._removed:,}; rules applied: {rules}; {kept_back}.")
        if self._wordless:
            said(without_text(self._wordless))
        said("No machine finds every name: read what you publish.")


def public_items(items: Iterable[Item], public: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Iterator[Item]:
    """Yield lines as they may be published; in place of an incident, or of what is no coded report, a problem."""
    from marsad.errors import ReadError

    for item in items:
        if isinstance(item, ReadError):
            yield item
            continue
        name, number, value = item
        if "incident_id" in value:
            yield ReadError("An incident holds words of reports as they were.", file=name, line=number, remedy=_REMEDY)
            continue
        try:
            yield name, number, public(value)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            remedy = "Write one coded report a line, as `marsad code` does."
            yield ReadError(f"It cannot be made public ({error!r}).", file=name, line=number, remedy=remedy)


def published_of(
    inputs: list[str] | None, store: str | None, coded: list[str] | None, publish: Public, problems: list[ReadError]
) -> tuple[str, Iterable[Happening]]:
    """Return the public edition of what files hold, or of the events of a store where none are named."""
    from marsad.export.happening import EVENTS
    from marsad.export.source import of_records
    from marsad.store import open_store

    if inputs:
        return found_in(public_items(items_of(inputs), publish), coded, problems)
    with open_store(str(store)) as opened:
        publish.look_through(opened, None)
        return EVENTS, list(of_records(starmap(publish.of_store, opened.lines_with_words())))
