"""Changes are kept after all in use with them was checked, all of them or none."""

from __future__ import annotations

import json

import pytest
from tests.unit.store.conftest import store, url

from marsad.amend import save, use
from marsad.amend.folder import read_folder, write_folder
from marsad.amend.save import keep_checked, keep_folder, with_changes
from marsad.amend.states import around, standing
from marsad.errors import StoreError
from marsad.lexicon.layers import lay_over, own_words
from marsad.lexicon.problems import Problem
from marsad.model.amendment import Amendment
from marsad.store.amendments import amended, amendments_in_force, amendments_of, keep_amendments, revision

__all__ = ["store", "url"]

RETIRED = Amendment(kind="triggers", entry_id="airstrike.raid", act="retire", why="no use")


@pytest.fixture(autouse=True)
def bench(monkeypatch, tmp_path):
    """A check without a process: what it finds wrong, the words it was asked about, and what others do meanwhile."""

    class Bench:
        found, asked, meanwhile = [], [], []

        def __init__(self, words):
            self.asked.append(tuple(words))

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def check(self):
            if self.meanwhile:
                self.meanwhile.pop(0)()
            return list(self.found)

    monkeypatch.setattr(save, "Bench", Bench)
    monkeypatch.setattr(use, "cache_directory", lambda: tmp_path / "cache")
    monkeypatch.setattr(use, "_at_start", [])
    monkeypatch.setattr(use, "_made", {})
    return Bench


def in_force(store):
    with store.reading() as connection:
        return amendments_in_force(connection)


def at(store):
    with store.reading() as connection:
        return revision(connection)


def test_what_is_wrong_is_told_and_nothing_kept(store, actor, amendment, bench):
    """Without a fault all is kept, under who changes it."""
    wrong = Problem("own.yaml", 1, actor["id"], "no-code")
    bench.found.append(wrong)
    changes = [amendment("actors", actor), RETIRED]
    assert keep_checked(store, changes) == [wrong]
    assert in_force(store) == []
    bench.found.clear()
    assert keep_checked(store, changes) == []
    assert in_force(store) == changes
    with store.reading() as connection:
        assert {one.who for one in amended(connection)} == {"tester"}
    for words in bench.asked:  # what is checked is what will be in force
        assert read_folder(words[-1]) == (changes, [])


def test_what_was_checked_is_not_checked_again(store, actor, amendment, bench):
    """Only where the words of the store are still those of the check."""
    assert keep_checked(store, [RETIRED], checked_at=0) == []
    assert bench.asked == []
    assert keep_checked(store, [amendment("actors", actor)], checked_at=0) == []
    assert len(bench.asked) == 1
    assert at(store) == 2


def test_what_others_change_meanwhile_is_checked_with_it(store, actor, place, amendment, bench):
    """Again, up to three times; who is always overtaken is told so, and keeps nothing."""

    def change(number):
        def other():
            with store.writing() as connection:
                keep_amendments(connection, [amendment("places", place | {"lat": number})], who="other")

        return other

    bench.meanwhile += [change(33), change(34)]
    assert keep_checked(store, [amendment("actors", actor)]) == []
    assert len(bench.asked) == 3
    assert [one.entry_id for one in in_force(store)] == [actor["id"], place["id"]]
    bench.meanwhile += [change(35), change(36), change(37)]
    with pytest.raises(StoreError, match="all the time"):
        keep_checked(store, [RETIRED])
    assert RETIRED not in in_force(store)


def test_reports_that_the_words_touch_are_told_publicly_anew(store, place, trigger, amendment):
    """A name of a place hides names and places from viewers; words that decide of neither touch no report."""
    touched = []

    def noted(_connection, forms, *, who):
        touched.append((forms, who))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(save, "edit_anew", noted)
        outlet = {"id": "outlet.x", "forms": ["قناة س"], "source": "x"}
        for one in (amendment("places", place), amendment("outlets", outlet), amendment("triggers", trigger)):
            assert keep_checked(store, [one]) == []
        assert keep_checked(store, [amendment("places", place | {"aliases_ar": ["النوارس"]})]) == []
        drop = Amendment(kind="places", entry_id=place["id"], act="drop", why="-")
        assert keep_checked(store, [drop]) == []
    assert touched == [
        ([("أرض النورس", "fixed"), ("النورس", "fixed")], "tester"),
        ([], "tester"),
        ([("ضربة من السما", "noun")], "tester"),
        ([("النورس", "fixed"), ("النوارس", "fixed")], "tester"),
        ([("أرض النورس", "fixed"), ("النوارس", "fixed")], "tester"),
    ]


def test_a_folder_is_kept_over_what_there_is_or_in_its_place(store, tmp_path, actor, place, amendment):
    """Beside it stays what the store holds; with `replace` that is as shipped again."""
    for number, one in enumerate((amendment("actors", actor), amendment("places", place))):
        write_folder(tmp_path / str(number), [one])
    assert keep_folder(store, tmp_path / "0") == (1, [])
    assert keep_folder(store, tmp_path / "1") == (1, [])
    assert [one.entry_id for one in in_force(store)] == [actor["id"], place["id"]]
    assert keep_folder(store, tmp_path / "1", replace=True) == (1, [])
    assert [one.entry_id for one in in_force(store)] == [place["id"]]
    with store.reading() as connection:
        (last, *_) = amendments_of(connection, "actors", actor["id"])
    assert (last.act, last.why) == ("drop", "not in 1")


def test_a_folder_with_a_fault_is_not_kept(store, tmp_path, trigger, amendment, bench):
    """What breaks the schema, what nothing reads, and what the check of all in use finds."""
    folder = tmp_path / "own"
    write_folder(folder, [amendment("triggers", trigger)])
    stray = folder / "trigger.yaml"
    stray.write_text("- id: x\n", encoding="utf-8")
    count, (problem,) = keep_folder(store, folder)
    assert (count, problem.code, bench.asked) == (1, "unread-file", [])
    stray.unlink()
    bench.found.append(Problem("own.yaml", 1, "x", "no-code"))
    assert keep_folder(store, folder) == (1, bench.found)
    assert bench.asked == [(folder.resolve(),)]
    assert at(store) == 0


def test_words_as_they_would_be(store, actor, place, amendment):
    """Changes lie over what is in force; one that drops an entry leaves it out, and without any no folder is left."""
    assert keep_checked(store, [amendment("places", place)]) == []
    shipped_again = Amendment(kind="places", entry_id=place["id"], act="drop", why="-")
    told, words = with_changes(store, [amendment("actors", actor)])
    assert (told, {one.entry_id for one in read_folder(words[-1])[0]}) == (1, {actor["id"], place["id"]})
    assert with_changes(store, [shipped_again]) == (1, ())
    told, words = with_changes(store, [shipped_again, amendment("actors", actor)])
    assert [one.entry_id for one in read_folder(words[-1])[0]] == [actor["id"]]


def test_states_of_an_entry(store, actor, amendment):
    """Before and after each change, as the store says; where it says nothing or drops it, as shipped."""
    other = actor | {"name_en": "Gulls"}
    drop = Amendment(kind="actors", entry_id=actor["id"], act="drop", why="-")
    with store.writing() as connection:
        for one in (amendment("actors", actor), amendment("actors", other), drop):
            keep_amendments(connection, [one], who="x")
        third, second, first = amendments_of(connection, "actors", actor["id"])
        assert (around(connection, first), around(connection, second)) == ((None, actor), (actor, other))
        assert around(connection, third) == (other, None)
        assert standing(connection, "actors", actor["id"]) is None
        assert standing(connection, "actors", actor["id"], before=third.number) == other
        assert standing(connection, "actors", "sdf")["id"] == "sdf"
        keep_amendments(connection, [Amendment(kind="actors", entry_id="sdf", act="retire", why="x")], who="x")
        assert standing(connection, "actors", "sdf") is None


def test_words_of_a_store_come_into_use(store, tmp_path, actor, amendment):
    """Over the folders that are named; again only when they change, and the folder tells the revision of the store."""
    named = tmp_path / "named"
    named.mkdir()
    lay_over([named])
    assert not use.use_words_of(store)
    assert use.as_at_start()
    assert keep_checked(store, [amendment("actors", actor)]) == []
    assert use.use_words_of(store)
    assert not use.use_words_of(store)
    assert not use.as_at_start()
    (below, folder) = own_words()
    assert (below, folder.name.partition("-")[0]) == (named, "r1")
    assert [one.entry_id for one in read_folder(folder)[0]] == [actor["id"]]
    assert keep_checked(store, [Amendment(kind="actors", entry_id=actor["id"], act="drop", why="-")]) == []
    assert use.use_words_of(store)
    assert own_words() == (named,)
    assert use.as_at_start()


def test_the_same_amendments_lie_in_the_same_folder(tmp_path, monkeypatch, actor, amendment):
    """Other ones elsewhere; where no cache can be written, in a folder of this program alone."""
    one = amendment("actors", actor)
    folder = use.folder_with([one], revision=3)
    assert use.folder_with([one], revision=3) == folder
    assert len({folder, use.folder_with([one], revision=4), use.folder_with([one]), use.folder_with([RETIRED])}) == 4
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".draft")]
    (tmp_path / "file").write_text(json.dumps({}))
    monkeypatch.setattr(use, "cache_directory", lambda: tmp_path / "file")
    alone = use.folder_with([one], revision=3)
    assert read_folder(alone) == ([one], [])
    assert use.folder_with([one], revision=3) == alone
    assert use.folder_with([one], revision=4) != alone
    lay_over([alone])
    assert use.layers_with(None) == ()
