"""Lines taken over from the release before: those alone that would come out the same, so that no byte differs."""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest
from tests.unit.incidents.conftest import coded, holding, linker, places, told

from marsad.errors import MarsadError
from marsad.incidents import decide
from marsad.redact.line import public_id
from marsad.release import make, tell
from marsad.release.make import rebuild_release
from marsad.release.manifest import folder_of

__all__ = ["coded", "linker", "places", "told"]


@pytest.fixture
def asked(monkeypatch):
    """The ids of reports that names were taken out of; empty it to count anew."""
    found = []

    @contextmanager
    def noting(_jobs):
        def here(some):
            found.extend(one.whole["id"] for one in some)
            return tell.tell_here(some)

        yield here

    monkeypatch.setattr(make, "telling", noting)
    return found


@pytest.fixture
def again(store, folder, tmp_path, asked):
    """Release the next once more with every line made anew; say which reports the release itself had made anew."""

    def compare(number):
        anew = sorted(asked)
        asked.clear()
        assert rebuild_release(store, folder, number, tmp_path / f"again{number}") == []
        for path in folder_of(folder, number).iterdir():
            assert (tmp_path / f"again{number}" / path.name).read_bytes() == path.read_bytes()
        asked.clear()
        return anew

    return compare


def test_only_what_changed_is_made_anew(store, keeping, by, event, released, again):
    """New reports, and those whose text or coding changed; the others are published as they were."""
    store.keep([keeping(one) for one in ("r1", "r2", "r3", "r4")], by())
    released()
    assert again(1) == ["r1", "r2", "r3", "r4"]
    store.keep([keeping("r1", text="قُتل عنصران في ذيبان."), keeping("r5")], by())
    store.keep([keeping("r2", events=[event(status="denied")])], by("2.0"))
    store.keep([keeping("r3", events=[])], by("2.0"))
    released()
    assert again(2) == ["r1", "r2", "r3", "r5"]
    released()
    assert again(3) == []


def test_rules_have_those_made_anew_that_they_name(store, keeping, by, event, released, rules, again):
    """Coarser, withheld, or told again: only what other rules tell otherwise, and in every file as made anew."""
    riots = {"sub_event_type": "Violent demonstration"}
    store.keep([keeping("r1", events=[event(), event(event_id="r#2", **riots)]), keeping("r2")], by())
    store.keep([keeping("r3", events=[event(**riots)])], by())
    released()
    again(1)
    told = '[[rule]]\nname = "a"\nsub_event_types = ["Violent demonstration"]\n'
    for number, asks in enumerate(('place = "admin1"', "withhold = true", "delay_days = 99999", 'drop = ["units"]'), 1):
        rules.write_text(f"{told}{asks}\n", encoding="utf-8")
        released()
        assert set(again(2 * number)) <= {"r1", "r3"}
        released()
        assert again(2 * number + 1) == []
    rules.write_text("rule = []\n", encoding="utf-8")
    assert released().counts == {"reports": 3, "events": 4, "incidents": 0}
    assert again(10) == ["r1", "r3"]


def test_what_another_report_of_the_act_may_not_tell(store, linker, told, coded, by, released, rules, again):
    """Where incidents change, reports that stand as they did are told otherwise, and are made anew."""
    store.keep([coded(one) for one in told], by())
    linker.link()
    of = {one.report.report_id: one.record for one in map(coded, told)}
    word = of["f25"]["events"][0]["evidence"].split()[0]
    rules.write_text(f'[[rule]]\nname = "a"\nwords = ["{word}"]\nplace = "country"\n', encoding="utf-8")
    released()
    assert set(again(1)) == of.keys()
    decide.merge(linker, holding(store, "f25"), holding(store, "f23"), why="The same school.")
    released()
    anew = again(2)
    assert set(anew) < of.keys()
    assert anew


def test_a_release_that_is_not_whole_gives_nothing(store, keeping, by, folder, released, asked):
    """Where a byte of its events or rules was changed, or it is missing, all is made anew."""
    store.keep([keeping("r1"), keeping("r2")], by())
    released()
    for number, name in enumerate(("events.jsonl", "rules.toml", "manifest.json"), 1):
        here = folder_of(folder, number) / name
        here.write_bytes(here.read_bytes().replace(b'"note": ""', b'"note": "x"') + b"\n")
        asked.clear()
        released()
        assert asked[:2] == ["r1", "r2"]
    (folder_of(folder, 4) / "events.jsonl").unlink()
    asked.clear()
    released()
    assert asked[:2] == ["r1", "r2"]


def test_other_code_or_words_make_all_anew(store, keeping, by, folder, released, asked, monkeypatch):
    """What was released by other code is told anew, as is the release before for the notes: neither is a change."""
    store.keep([keeping("r1")], by())
    released()
    monkeypatch.setattr(make, "made_by", lambda _: "other")
    asked.clear()
    released()
    assert asked == ["r1", "r1"]
    assert (folder_of(folder, 2) / "notes.jsonl").read_bytes() == b""


def test_two_reports_of_one_name_are_made_anew(store, keeping, by, event, released, again):
    """A report called as another is called in public does not get its line."""
    link = "https://x.com/qusay_z/status/1"
    store.keep([keeping(link, events=[event(killed=None)]), keeping(public_id(link)), keeping("r1")], by())
    released()
    again(1)
    released()
    assert again(2) == sorted((link, public_id(link)))


def test_processes_tell_the_same(store, keeping, by, folder, released, tmp_path):
    """In two processes a release comes out as in one."""
    store.keep([keeping(f"r{number}") for number in range(20)], by())
    released()
    assert rebuild_release(store, folder, 1, tmp_path / "again", jobs=2) == []


def _die(_asked):
    os._exit(1)


def test_a_process_that_dies_is_told(store, keeping, by, folder, released, monkeypatch):
    """What ended is said with a remedy, and no release is left."""
    store.keep([keeping("r1")], by())
    monkeypatch.setattr(tell, "_told", _die)
    with pytest.raises(MarsadError, match="Use fewer --jobs"):
        released(jobs=2)
    assert list(folder.iterdir()) == []
