"""Codings of a store into incidents of the store: what is new or changed, batch by batch, each one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from marsad.errors import MarsadError, StoreError
from marsad.export.record import coder_version
from marsad.gazetteer import Gazetteer
from marsad.incidents.acts import number_acts
from marsad.incidents.copied import Copies
from marsad.incidents.decisions import Decisions, decisions
from marsad.incidents.graph import Codings, Graph
from marsad.incidents.settle import Touched, settle
from marsad.lexicon.load import shipped_version
from marsad.link.coding import Member
from marsad.link.read import codings_of
from marsad.store import Store, links

__all__ = ["Linked", "Linker"]

_AT_ONCE = 250
_SETTLED_AT_ONCE = 1_000


@dataclass(slots=True, kw_only=True)
class Linked:
    """What linking did: reports taken in, their events, incidents that changed, and what could not be compared."""

    reports: int = 0
    events: int = 0
    incidents: int = 0
    anew: bool = False
    problems: list[str]


class Linker:
    """Links what waits in a store. Hold on to one where reports come in one by one: it keeps codings at hand.

    `at_once` is how many reports are linked in one transaction.
    """

    def __init__(self, store: Store, gazetteer: Gazetteer, *, at_once: int = _AT_ONCE) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._at_once = at_once
        self._codings = Codings()
        self._copies = Copies(gazetteer)
        self._decided: Decisions | None = None
        self._open: Connection | None = None
        # words and places of one's own change what is coded: that waits to be linked, and what is linked stays
        self._linker = f"{coder_version()} {shipped_version()} {gazetteer.name} {gazetteer.shipped_version}"

    @property
    def store(self) -> Store:
        """The store that is linked."""
        return self._store

    def link(self, told: Callable[[Linked], None] = lambda _: None) -> Linked:
        """Link every report that waits; `told` hears after each transaction how far that is.

        Stopped or killed at any point, the next run goes on after the last whole transaction. When words, weights or
        places are others than those that earlier codings were compared with, all are compared anew, in one transaction.
        """
        done = Linked(problems=[])
        with self._store.writing() as connection:
            before = links.linked_by(connection)
            if before != self._linker:
                links.set_linked_by(connection, self._linker)
            if before is not None and before != self._linker:
                self._anew(connection, done)
        told(done)
        more = True
        while more:
            more = self._batch(done)
            told(done)
        return done

    def settle(self, connection: Connection, members: Sequence[Member], judgement: int) -> int:
        """Obey a judgement on some members at once, in its own transaction; return how many incidents changed."""
        self.check(connection)
        keys = set(links.keys_of(connection, members))
        touched = Touched(events=set(keys), retold=keys)
        return self._settle(connection, Graph(connection, self._codings), touched, judgement)

    def first_of(self, connection: Connection, keys: Collection[int]) -> int:
        """Return which of some events is told first, by the order of publication."""
        codings = Graph(connection, self._codings).codings(keys)
        return min(keys, key=lambda key: codings[key].order)

    @contextmanager
    def deciding(self) -> Iterator[Connection]:
        """One transaction for one decision, the same where it is asked for inside; `trying` keeps nothing of it."""
        if self._open is not None:
            yield self._open
            return
        with self._store.writing() as connection:
            self.check(connection)
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """Decide as if: what is decided inside can be read inside, and when it ends nothing of it is kept."""
        with self._store.writing() as connection:
            self.check(connection)
            attempt = connection.begin_nested()
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None
                attempt.rollback()
                self.forget_decisions()

    def forget_decisions(self) -> None:
        """Read again what people decided, after a decision that was rolled back."""
        self._decided = None

    def is_current(self, connection: Connection) -> bool:
        """Say whether the store was linked with the words, weights and places in use."""
        return links.linked_by(connection) == self._linker

    def check(self, connection: Connection) -> None:
        """Raise StoreError when the store was linked with other words, weights or places, or never."""
        if not self.is_current(connection):
            problem = "The incidents were never linked, or with other words, weights or places."
            raise StoreError(problem, store=self._store.name, remedy="Link it first: marsad link --store STORE")

    def _batch(self, done: Linked) -> bool:
        """Link some of what waits in one transaction; say whether there may be more."""
        with self._store.writing() as connection:
            self.check(connection)
            waiting = links.waiting(connection, self._at_once)
            if not waiting:
                return False
            graph = Graph(connection, self._codings)
            touched = self._enter(connection, graph, waiting, done)
            graph.flush()
            done.incidents += self._settle(connection, graph, touched)
            links.mark_linked(connection, [one.report_key for one in waiting])
        return len(waiting) == self._at_once

    def _anew(self, connection: Connection, done: Linked) -> None:
        links.forget_all(connection)
        self._codings = Codings()
        done.anew = True
        while waiting := links.waiting(connection, self._at_once):
            graph = Graph(connection, self._codings)
            self._enter(connection, graph, waiting, done)
            graph.flush()
            links.mark_linked(connection, [one.report_key for one in waiting])
        away, last = links.left_behind(connection), 0
        while keys := links.linked_after(connection, last, _SETTLED_AT_ONCE):
            touched = Touched(events=set(keys), away=away)
            done.incidents += self._settle(connection, Graph(connection, self._codings), touched)
            last = keys[-1]
        touched = Touched(gone=links.left_behind(connection))
        done.incidents += self._settle(connection, Graph(connection, self._codings), touched)

    def _settle(self, connection: Connection, graph: Graph, touched: Touched, judgement: int | None = None) -> int:
        self._decided = decisions(connection, self._decided)
        return settle(
            connection,
            graph,
            touched,
            self._decided,
            who=self._store.who,
            copies=self._copies,
            judgement=judgement,
        )

    def _enter(self, connection: Connection, graph: Graph, waiting: Sequence[links.Waiting], done: Linked) -> Touched:
        """Enter the events of reports in place of those linked before; return what that touched."""
        report_keys = [one.report_key for one in waiting]
        acts, linked = links.acts_of(connection, report_keys), links.linked_keys(connection, report_keys)
        touched = Touched()
        for one in waiting:
            done.reports += 1
            earlier = linked.get(one.report_key, [])
            if set(earlier) == set(one.event_keys):
                continue
            known = {act.number: act for act in acts.get(one.report_key, ())}
            record = json.loads(one.record)
            numbers = _numbers(one, known, record)
            for key in earlier:
                touched.events |= graph.drop(key)
            touched.gone.update(earlier)
            told = dict(zip(numbers, one.event_keys, strict=True))
            touched.successors |= {act.event_key: told[number] for number, act in known.items() if number in told}
            links.keep_acts(connection, one.report_key, told, known)
            report = {**record, "id": one.report_id, "title": one.headline, "text": one.text}
            for coding in codings_of(report, self._gazetteer):
                if isinstance(coding, MarsadError):
                    done.problems.append(str(coding))
                    continue
                number = numbers[coding.member.event]
                acting = replace(coding, member=Member(one.report_id, number))
                touched.events |= graph.enter(told[number], one.report_key, acting)
                done.events += 1
        touched.events -= touched.gone
        return touched


def _numbers(waiting: links.Waiting, known: dict[int, links.ActRow], record: dict[str, Any]) -> list[int]:
    """Return the act that each event of a report tells."""
    number_of = {act.event_key: act.number for act in known.values()}
    if all(key in number_of for key in waiting.event_keys):
        return [number_of[key] for key in waiting.event_keys]
    told = {number: json.loads(act.record)["events"][act.place_in_record] for number, act in known.items()}
    return number_acts(told, record["events"])
