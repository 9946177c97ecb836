"""What is kept in memory for those who may not see all is what a fresh reading finds, whatever changed meanwhile."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from tests.unit.analyse.test_kept_voices import BY, keeping
from tests.unit.editions.test_sight import ready, seen

from marsad.analyse.kept import KeptIncidents
from marsad.analyse.kept_voices import KeptVoices
from marsad.editions import prepare as preparing
from marsad.explore import FACETS, IncidentIndex
from marsad.incidents.decide import grade, merge, split, take_back
from marsad.incidents.linker import Linker
from marsad.store import Question, open_store, told_otherwise
from marsad.store.access import add_collection, collect_outlet, release_outlet
from marsad.store.access_tables import told_anew
from marsad.store.edited import edit_anew
from marsad.store.judgements import in_force
from marsad.store.links import forget_all, set_linked_by
from marsad.store.tables import codings, events, incident_members, incidents, meta, report_versions, reports
from marsad.store.told_otherwise import TIMES, Otherwise, note_otherwise, otherwise_since

_TOLD = select(incident_members.c.incident_id, report_versions.c.report_key).select_from(
    incident_members.join(events).join(codings).join(report_versions)
)
PERSON = "أحمد خالد الحسين"
WORDS = ("خبر", "المدني", PERSON, "رقم")


def named(number, chance):
    """A report that names a private person in one of two cases."""
    one = keeping(number, chance)
    if chance.random() < 0.5:
        return one
    return replace(one, report=replace(one.report, text=f"{one.report.text}. قُتل المدني {PERSON} برصاص مجهولين."))


class Watched:
    """Three memories of somebody, brought up after each change, beside three that are read anew."""

    def __init__(self, visitor):
        self.visitor = visitor
        self.index, self.counts, self.voices = IncidentIndex(), KeptIncidents(), KeptVoices()

    def told(self, index, counts, voices):
        """Return all that they tell."""
        with self.visitor.reading() as connection, index.at(connection) as one:
            kept = counts.at(connection)
            said = voices.at(connection, kept)
            return (
                sorted(one.ids(one.live)),
                {name: one.counted(name, one.live) for name in FACETS},
                {word: sorted(one.ids(one.mask(connection, Question(asked=word)))) for word in WORDS},
                kept,
                {told.happening.incident_id: told.voices for told in said},
            )

    def agree(self):
        """Demand that both tell the same; return how many incidents there are."""
        known = self.told(self.index, self.counts, self.voices)
        assert known == self.told(IncidentIndex(), KeptIncidents(), KeptVoices())
        return len(known[0])


@pytest.fixture
def store(new_store, places):
    """A store of forty linked reports, made ready."""
    with open_store(new_store(), who="tester") as store:
        chance = random.Random(3)
        store.keep([named(number, chance) for number in range(40)], BY)
        Linker(store, places).link()
        ready(store, places)
        yield store


def _after_each_change(store, places, monkeypatch):
    """Change a store in every way, and make it ready a few at a time; yield after each step."""
    chance, linker = random.Random(5), Linker(store, places)

    def made_ready():
        while preparing.prepare(store, places, most=3):
            yield "some made ready"

    yield "nothing"
    store.keep([named(number, chance) for number in range(40, 46)], BY)
    yield "new reports"
    linker.link()
    yield "linked"
    yield from made_ready()
    again = [named(number, random.Random(number)) for number in range(3)]
    store.keep([replace(one, report=replace(one.report, text=f"{one.report.text} تصحيح")) for one in again], BY)
    yield "new versions"
    linker.link()
    yield from made_ready()
    with store.reading() as connection:
        ids = list(connection.scalars(select(incidents.c.incident_id).where(incidents.c.reports > 0).limit(2)))
    merge(linker, *ids, "one act")
    yield "merged"
    yield from made_ready()
    with store.reading() as connection:
        (judged,) = in_force(connection, ["merge"])
    take_back(linker, judged.key, "two acts")
    yield "taken back"
    yield from made_ready()
    several = (
        select(incident_members.c.incident_id, func.min(reports.c.report_id).label("report_id"))
        .select_from(incident_members.join(events).join(codings).join(report_versions).join(reports))
        .where(incident_members.c.left_at.is_(None))
        .group_by(incident_members.c.incident_id)
        .having(func.count(reports.c.report_key.distinct()) > 1)
    )
    with store.reading() as connection:
        parted = connection.execute(several).first()
    if parted is not None:
        grade(linker, parted.incident_id, parted.report_id, 1, "seen there")
        yield "graded"
        yield from made_ready()
        split(linker, parted.incident_id, [parted.report_id], "another act")
        yield "parted"
        yield from made_ready()
    with store.writing() as connection:
        set_linked_by(connection, "an older one")
        forget_all(connection)
    yield "to be linked anew"
    linker.link()
    yield "linked anew"
    yield from made_ready()
    with store.writing() as connection:
        edit_anew(connection, [("المدني", "noun")], who="tester")
    yield "other words"
    yield from made_ready()
    with store.writing() as connection:
        key = add_collection(connection, "ours", who="tester")
        collect_outlet(connection, key, "سانا", who="tester")
    yield "collected"
    yield from made_ready()
    with store.writing() as connection:
        release_outlet(connection, "سانا", who="tester")
    yield "released"
    yield from made_ready()
    monkeypatch.setattr(preparing, "_MADE", "another")
    yield from made_ready()


@pytest.mark.parametrize(("hidden", "private"), [((), False), ((1,), True), ((1,), False)])
def test_what_is_kept_is_what_a_fresh_reading_finds(store, places, monkeypatch, hidden, private):
    """After new reports, versions, links, merges, words, collections and rules, and while all is made ready."""
    watched = Watched(seen(store, *hidden, private=private))
    found = [(step, watched.agree()) for step in _after_each_change(store, places, monkeypatch)]
    assert found[0][1] > 0
    assert found[-1][1] > 0


def test_what_changed_is_told_with_what_hangs_together_with_it(store, monkeypatch):
    """A report with the incidents that it tells, an incident with its reports, too; all where too much changed."""
    with store.writing() as connection:
        before = connection.scalar(select(meta.c.value).where(meta.c.name == TIMES))
        told = connection.execute(_TOLD.order_by(incident_members.c.member_key).limit(1)).one()
        assert otherwise_since(connection, before) == Otherwise()
        note_otherwise(connection, reports=[told.report_key])
        alone = otherwise_since(connection, before)
        assert alone is not None
        assert (told.incident_id in alone.incidents, alone.reports) == (True, {told.report_key})
        note_otherwise(connection, incidents=[told.incident_id])
        once = otherwise_since(connection, before)
        assert once is not None
        of = connection.execute(_TOLD.where(incident_members.c.incident_id == told.incident_id))
        assert {row.report_key for row in of} == once.reports
        between = connection.scalar(select(meta.c.value).where(meta.c.name == TIMES))
        note_otherwise(connection, incidents=["no such incident"])
        assert otherwise_since(connection, between) == Otherwise(incidents=frozenset({"no such incident"}))
        assert otherwise_since(connection, before) == once._replace(incidents=once.incidents | {"no such incident"})
        monkeypatch.setattr(told_otherwise, "_MOST", 1)
        assert otherwise_since(connection, before) is None
        note_otherwise(connection, incidents=["one", "another"])
        monkeypatch.undo()
        assert otherwise_since(connection, between) is None


def test_before_anything_is_made_ready_nothing_is_noted_one_by_one(new_store, places):
    """Where nobody sees a public edition, keeping and linking cost no more than a number."""
    with open_store(new_store(), who="tester") as store:
        chance = random.Random(3)
        store.keep([named(number, chance) for number in range(10)], BY)
        Linker(store, places).link()
        with store.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(told_anew)) == 0
            assert otherwise_since(connection, "0") is None
