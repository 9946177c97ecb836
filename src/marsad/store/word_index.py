"""The index of words: FTS5 in SQLite, a text vector in PostgreSQL, both over the words of `search_text`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    Text,
    any_,
    bindparam,
    cast,
    false,
    func,
    literal_column,
    select,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from marsad.store.access_tables import public_documents
from marsad.store.add import add_rows, copying
from marsad.store.common_runs import run_of, runs, runs_within
from marsad.store.engine import is_sqlite
from marsad.store.query import Pattern, Query, Term
from marsad.store.rows import event_words
from marsad.store.search_forms import note_forms, written_forms
from marsad.store.tables import codings, documents, meta, report_versions
from marsad.store.ways import Way, way_to
from marsad.store.words import SEARCH_VERSION, search_text

__all__ = [
    "PUBLIC_WORDS", "SEARCH_WORDS", "forget_words", "found_by", "index_all", "index_version", "index_words", "keys_of",
    "matching", "sought", "vector", "way_to_words",
]  # fmt: skip

SEARCH_WORDS = Table(
    "search_words", MetaData(), Column("search_key", BigInteger), Column("rowid", BigInteger), Column("words", Text)
)
"""The table of the index; `rowid` is its key in SQLite, `search_key` in PostgreSQL."""

_BETWEEN = " 0report0ends0 "  # no phrase reaches from a report into the words of its events
_AT_ONCE = 500


PUBLIC_WORDS = Table(
    "public_words", MetaData(), Column("search_key", BigInteger), Column("rowid", BigInteger), Column("words", Text)
)
"""The same for the documents that the public edition tells in other words."""


def index_words(
    connection: Connection, rows: Sequence[tuple[int, str, str]], *, index: Table = SEARCH_WORDS
) -> None:  # fmt: skip
    """Add (search key, text as published, words of its events) to an index."""
    indexed = [(key, _indexed(*told)) for key, *told in rows]
    if is_sqlite(connection):
        add_rows(connection, index, [{"rowid": key, "words": words} for key, words in indexed])
    elif rows:
        with copying(connection, f"COPY {index.name} (search_key, words) FROM STDIN") as copy:
            for key, words in indexed:
                copy.write_row((key, _vector(words)))
    note_forms(connection, {word for _, words in indexed for word in words.split()})


def _indexed(published: str, of_events: str) -> str:
    events = search_text(of_events)
    return search_text(published) + (_BETWEEN + events if events else "")


def vector(published: str, of_events: str) -> str:
    """Return the words of a report as the literal of a text vector: no parser of PostgreSQL has a say in them."""
    return _vector(_indexed(published, of_events))


def _vector(words: str) -> str:
    positions: dict[str, list[int]] = {}
    texts = words.split()
    for position, word in enumerate(texts, 1):
        positions.setdefault(word, []).append(position)
    told = [f"'{word}':{','.join(map(str, at[:255]))}" for word, at in positions.items()]
    return " ".join([*told, *sorted(runs(texts))])


def index_version(connection: Connection) -> str | None:
    """Return by which version of `search_text` the store is indexed."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == "search_version"))


_FORGET = {
    (True, "search_words"): text("INSERT INTO search_words (search_words) VALUES ('delete-all')"),
    (True, "public_words"): text("INSERT INTO public_words (public_words) VALUES ('delete-all')"),
    (False, "search_words"): text("TRUNCATE search_words"),
    (False, "public_words"): text("TRUNCATE public_words"),
}


def forget_words(connection: Connection, index: Table) -> None:
    """Take everything out of an index."""
    connection.execute(_FORGET[is_sqlite(connection), index.name])


def index_all(connection: Connection) -> int:
    """Make the index anew from what is kept, inside a writing transaction; return the number of reports."""
    forget_words(connection, SEARCH_WORDS)
    query = (
        select(documents.c.search_key, report_versions.c.headline, report_versions.c.text, codings.c.record)
        .select_from(documents.join(report_versions).outerjoin(codings, codings.c.coding_key == documents.c.coding_key))
        .order_by(documents.c.search_key)
    )
    count, last = 0, 0
    while rows := connection.execute(query.where(documents.c.search_key > last).limit(_AT_ONCE)).all():
        index_words(
            connection,
            [
                (
                    row.search_key,
                    f"{row.headline}\n{row.text}" if row.headline else row.text,
                    event_words(json.loads(row.record)) if row.record else "",
                )
                for row in rows
            ],
        )
        count, last = count + len(rows), rows[-1].search_key
    connection.execute(text("DELETE FROM meta WHERE name = 'search_version'"))
    connection.execute(meta.insert().values(name="search_version", value=SEARCH_VERSION))
    return count


def matching(
    connection: Connection, query: Query, filters: Sequence[ColumnElement[bool]] = ()
) -> list[ColumnElement[bool]]:
    """Return the conditions on `documents` that a query comes to, with filters that must hold beside it.

    Who sees the public edition finds what it changed by its words alone: a name that is not told finds nothing.
    """
    conditions = list(filters)
    if query.excluded:
        conditions.append(~_found(connection, query.excluded, all_of=False))
    if not query.terms:
        return conditions
    plain = None if is_sqlite(connection) else sought(connection, query.terms)
    if plain is None:
        return [*conditions, _found(connection, query.terms, all_of=True)]
    asked: BindParameter[str] = bindparam("asked", plain, unique=True)
    way = way_to(connection, _having(SEARCH_WORDS, asked), conditions)
    if way is Way.BY_FILTERS:
        return [_looked_up(_among_filtered(asked, conditions))]
    return [*conditions, found_by(way, asked)]


def keys_of(connection: Connection, query: Query) -> list[int]:
    """Return the keys of what a query finds, as the index of words has them.

    Keys of documents that others have taken the place of may be among them: to look each one up takes longer than to
    find it.
    """
    plain = None if query.excluded else sought(connection, query.terms)
    if plain is None:
        return list(connection.scalars(select(documents.c.search_key).where(*matching(connection, query))).all())
    told = connection.scalar(_KEYS_TOLD[is_sqlite(connection)], {"sought": plain})
    return list(map(int, told.split())) if told else []


def sought(connection: Connection, terms: Sequence[Term]) -> str | None:
    """Return what the index of words is asked for, where terms come to that alone; None where to more, or to nothing.

    `found_by` and `way_to_words` take it.
    """
    if not terms or connection.get_execution_options().get("marsad_public"):
        return None
    written = written_forms(connection, terms)
    return _asked(connection, written, all_of=True) if all(term.any_of for term in written) else None


def way_to_words(connection: Connection, plain: str) -> Way:
    """Return the way to what `sought` stands for, where nothing else is asked."""
    if is_sqlite(connection):
        return Way.AMONG_WORDS
    return way_to(connection, _having(SEARCH_WORDS, bindparam("asked", plain)), ())


def found_by(way: Way, asked: BindParameter[str], *, sqlite: bool = False) -> ColumnElement[bool]:
    """Return the condition on `documents` that `sought` stands for, by a way that is not by filters."""
    keys = _keys(SEARCH_WORDS, asked, sqlite=sqlite)
    if sqlite:
        return documents.c.search_key.in_(keys)
    # the planner takes no part in "is true": it would join, for a thousand keys, whatever the words
    return _looked_up(keys) if way is Way.BY_WORDS else documents.c.search_key.in_(keys).is_(true())


def _found(connection: Connection, terms: Sequence[Term], *, all_of: bool) -> ColumnElement[bool]:
    terms = written_forms(connection, terms)
    if not any(term.any_of for term in terms) or (all_of and not all(term.any_of for term in terms)):
        return false()
    asked = _asked(connection, [term for term in terms if term.any_of], all_of=all_of)
    keys = _keys(SEARCH_WORDS, bindparam("asked", asked, unique=True), sqlite=is_sqlite(connection))
    if not connection.get_execution_options().get("marsad_public"):
        return documents.c.search_key.in_(keys)
    same = public_documents.c.search_key == documents.c.search_key  # looked up: a list of all that changed is long
    changed = select(public_documents.c.changed).where(same, public_documents.c.changed == 1).correlate(documents)
    in_public = _keys(PUBLIC_WORDS, bindparam("asked", asked, unique=True), sqlite=is_sqlite(connection))
    found = documents.c.search_key.in_(keys) & ~changed.exists()
    return found | documents.c.search_key.in_(in_public)


def _looked_up(keys: Select[int]) -> ColumnElement[bool]:
    # as an array: a planner that guesses too many matches reads all documents
    return documents.c.search_key == any_(func.array(keys.scalar_subquery()))


def _having(index: Table, asked: BindParameter[str]) -> Select[int]:
    """Return what asks one of PostgreSQL's indexes of words itself for keys, as its planner knows it."""
    return select(index.c.search_key).where(_holds(index, asked))


def _holds(index: Table, asked: BindParameter[str]) -> ColumnElement[bool]:
    return index.c.words.bool_op("@@")(cast(asked, TSQUERY))


def _among_filtered(asked: BindParameter[str], filters: Sequence[ColumnElement[bool]]) -> Select[int]:
    """Return the keys of documents that filters leave, of which each is asked for the words."""
    left = select(documents.c.search_key).where(*filters).cte("left_by_filters").prefix_with("MATERIALIZED")
    of_its_own = SEARCH_WORDS.c.search_key == left.c.search_key
    holds = select(_holds(SEARCH_WORDS, asked)).where(of_its_own).scalar_subquery()
    return select(left.c.search_key).where(holds)


def _asked(connection: Connection, terms: Sequence[Term], *, all_of: bool) -> str:
    if is_sqlite(connection):
        return (" AND " if all_of else " OR ").join(f"({_fts5(term)})" for term in terms)
    return (" & " if all_of else " | ").join(f"({_tsquery(term)})" for term in terms)


def _keys(index: Table, asked: BindParameter[str], *, sqlite: bool) -> Select[int]:
    if sqlite:
        return select(index.c.rowid).where(literal_column(index.name).bool_op("MATCH")(asked))
    if index is SEARCH_WORDS:  # the function reads the index of words, whatever the planner thinks
        return select(func.keys_with(cast(asked, TSQUERY), type_=BigInteger).column_valued("search_key"))
    return _having(index, asked)


def _told(keys: Select[int]) -> Select[str]:
    """Return what asks for keys as one string: thousands of rows would take longer to hand over than to find."""
    (key,) = keys.subquery().c
    return select(func.aggregate_strings(cast(key, Text), " "))


_KEYS_SOUGHT = {sqlite: _keys(SEARCH_WORDS, bindparam("sought", type_=Text), sqlite=sqlite) for sqlite in (True, False)}
_KEYS_TOLD = {sqlite: _told(keys) for sqlite, keys in _KEYS_SOUGHT.items()}


def _fts5(term: Term) -> str:
    return " OR ".join(row for pattern in term.any_of for row in _rows(pattern))


def _rows(pattern: Pattern) -> list[str]:
    end = "*" if pattern.prefix else ""
    after = [forms[0] for forms in pattern.slots[1:]]
    return [f'"{" ".join((first, *after))}"{end}' for first in pattern.slots[0]]


def _tsquery(term: Term) -> str:
    return " | ".join(map(_in_a_row, term.any_of))


def _in_a_row(pattern: Pattern) -> str:
    run = None if pattern.prefix else run_of(pattern.slots)
    if run is not None:
        return f"'{run}'"
    last = len(pattern.slots) - 1
    slots = [
        "(" + " | ".join(f"'{form}'" + (":*" if pattern.prefix and at == last else "") for form in forms) + ")"
        for at, forms in enumerate(pattern.slots)
    ]
    row = "(" + " <-> ".join(slots) + ")"
    within = runs_within(pattern.slots[:last] if pattern.prefix else pattern.slots)
    return "(" + " & ".join([*(f"'{run}'" for run in within), row]) + ")" if within else row
