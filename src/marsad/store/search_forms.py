"""The words that stand in any report, so that a search asks for the written forms that there are, and no others.

A word that somebody types has some seventy forms behind its proclitics; most stand nowhere, and an index takes its time
to find that out for each.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, text

from marsad.store.engine import is_sqlite
from marsad.store.query import Pattern, Term

__all__ = ["note_forms", "written_forms"]

_LAST = "\U0010ffff"
_NOTE = {
    True: "INSERT OR IGNORE INTO search_forms (word) SELECT value FROM json_each(:words)",
    False: "INSERT INTO search_forms (word) SELECT unnest(CAST(:words AS text[])) ON CONFLICT DO NOTHING",
}
_LOOK_UP = (
    "SELECT 0, form.value FROM {whole} AS form WHERE EXISTS (SELECT 1 FROM search_forms WHERE word = form.value) "
    "UNION ALL SELECT 1, form.value FROM {begun} AS form "
    "WHERE EXISTS (SELECT 1 FROM search_forms WHERE word >= form.value AND word < form.value || :last)"
)
_LOOKED_UP = {
    True: text(_LOOK_UP.format(whole="json_each(:whole)", begun="json_each(:begun)")),
    False: text(
        _LOOK_UP.format(
            whole='(SELECT unnest(CAST(:whole AS text[])) COLLATE "C" AS value)',
            begun='(SELECT unnest(CAST(:begun AS text[])) COLLATE "C" AS value)',
        )
    ),
}


def note_forms(connection: Connection, words: Collection[str]) -> None:
    """Note words that are indexed from now on; they stay noted when nothing holds them any more."""
    if words:
        connection.execute(text(_NOTE[is_sqlite(connection)]), {"words": _list(connection, sorted(words))})


def written_forms(connection: Connection, terms: Sequence[Term]) -> list[Term]:
    """Return terms with the forms that stand anywhere, which find the same; one that finds nothing has no pattern."""
    whole: dict[str, None] = {}
    begun: dict[str, None] = {}
    for pattern in (pattern for term in terms for pattern in term.any_of):
        for slot in pattern.slots[:-1] if pattern.prefix else pattern.slots:
            whole |= dict.fromkeys(slot)
        if pattern.prefix:
            begun |= dict.fromkeys(pattern.slots[-1])
    given = {"whole": _list(connection, whole), "begun": _list(connection, begun), "last": _LAST}
    held: tuple[set[str], set[str]] = (set(), set())
    for kind, form in connection.execute(_LOOKED_UP[is_sqlite(connection)], given).all():
        held[kind].add(form)
    return [Term(any_of=tuple(filter(None, (_written(pattern, *held) for pattern in term.any_of)))) for term in terms]


def _list(connection: Connection, words: Collection[str]) -> str | list[str]:
    return json.dumps(list(words), ensure_ascii=False) if is_sqlite(connection) else list(words)


def _written(pattern: Pattern, whole: set[str], begun: set[str]) -> Pattern | None:
    """Return a pattern with the forms that there are, None when a place in it stays empty."""
    last = len(pattern.slots) - 1
    slots = tuple(
        tuple(form for form in slot if form in (begun if pattern.prefix and at == last else whole))
        for at, slot in enumerate(pattern.slots)
    )
    return Pattern(slots=slots, prefix=pattern.prefix) if all(slots) else None
