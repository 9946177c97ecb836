"""Who may see no private names reads the public edition of a store, in every table and in the index of words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.unit.incidents.conftest import lines_in

from marsad.editions.documents import public_document
from marsad.editions.incidents import public_incident
from marsad.editions.prepare import prepare, waiting
from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.redact.limits import Limit
from marsad.redact.rules import read_rules
from marsad.store import Box, Filters, Keeping
from marsad.store.sight import Sight
from marsad.store.tables import events, report_versions

SECRET = Report(
    report_id="s1",
    headline="مقتل قتيبة الزعتراوي في قصف على ذيبان",
    text="قُتل الشاب قتيبة الزعتراوي وطفلان أمس، إثر قصف مدفعي لقوات النظام على مشفى في بلدة ذيبان شرق دير الزور، "
    "وفق ناشطين.",
    published_on=date(2018, 3, 20),
    outlet="شبكة ضفاف",
    url="https://example.org/zatrawi",
)
PLAIN = Report(
    report_id="p1",
    headline="اشتباكات في الشدادي",
    text="اندلعت اشتباكات بين قسد ومسلحين في بلدة الشدادي اليوم، ما أدى إلى مقتل عنصرين من قسد.",
    published_on=date(2021, 5, 2),
    outlet="شبكة ضفاف",
)


@pytest.fixture(scope="module")
def records():
    coder = Coder()
    return {report.report_id: to_record(coder.code(report), report=report) for report in (SECRET, PLAIN)}


@pytest.fixture
def filled(store, linker, by, records, places):
    """A store with one report that holds a name and a place to be kept back, and one that does not."""
    store.keep([Keeping(report=report, record=records[report.report_id]) for report in (SECRET, PLAIN)], by())
    linker.link()
    while prepare(store, places):
        pass
    return store


@pytest.fixture
def viewing(filled):
    """The same as who may see no private names sees it."""
    return replace(filled, sight=Sight(private=False))


def test_a_post_of_a_telegram_channel_is_told(places):
    """Its id is an address: taken for a link to somebody, the event was not found again and viewers never saw it."""
    posted = replace(PLAIN, report_id="t.me/alwadi/901")
    told, public = public_document(posted, to_record(Coder().code(posted), report=posted), read_rules(), places)
    assert (told.report_id, public["id"]) == ("t.me/alwadi/901", "t.me/alwadi/901")
    assert [event["event_id"] for event in public["events"]] == ["t.me/alwadi/901#1"]


def test_a_post_of_an_account_is_told_in_a_store(places):
    """There it is called as every address and list calls it; its link is taken out."""
    link = "https://x.com/qusay_z/status/1"
    posted = replace(PLAIN, report_id=link, url=link)
    _, public = public_document(posted, to_record(Coder().code(posted), report=posted), read_rules(), places)
    assert [event["event_id"] for event in public["events"]] == [f"{link}#1"]
    assert public["report"].get("url") == "[رابط]"


def test_neither_name_nor_place_nor_point_is_told(filled, viewing, records):
    """Text, record, row, incident and log hold none of them; those who may see them do."""
    (event, *_) = records["s1"]["events"]
    canaries = ["قتيبة", "الزعتراوي", "ذيبان", "zatrawi", str(event["place"]["latitude"])]

    def everything(store):
        with store.reading() as connection:
            rows = [str(row) for table in (events, report_versions) for row in connection.execute(table.select())]
        kept = [str(one) for one in store.versions("s1") + store.codings("s1")]
        return "\n".join([*rows, *kept, *store.lines(), *lines_in(store).values(), *map(str, store.log())])

    for canary in canaries:
        assert canary in everything(filled)
        assert canary not in everything(viewing)
    assert "[اسم ضحية]" in everything(viewing)


@pytest.mark.parametrize("asked", ["الزعتراوي", "قتيبة", "ذيبان", '"الشاب قتيبة"', "قتيب*"])
def test_what_is_not_told_is_not_found(filled, viewing, asked):
    """A search is no way to ask whether a name is in a report."""
    assert filled.search(asked).reports == 1
    assert viewing.search(asked).reports == 0
    assert viewing.search(f"-{asked}").reports == 2


def test_what_is_told_is_found(filled, viewing):
    """By its words, and by where it was as far as that is told."""
    for asked in ("قصف", '"قصف مدفعي"', '"مدفعي لقوات النظام على مشفى"'):
        assert viewing.search(asked).reports == filled.search(asked).reports == 1
    assert viewing.search("اشتباكات", Filters(area="SY")).reports == 1
    assert viewing.search("", Filters(area="SY09")).reports == filled.search("", Filters(area="SY09")).reports
    box = Filters(box=Box(west=30, south=30, east=50, north=40))
    assert (filled.search("", box).reports, viewing.search("", box).reports) == (2, 1)


def test_words_behind_fields_stand_in_the_text_told(viewing):
    """Every quotation is found at its offsets in the text of the public edition."""
    (kept,) = viewing.versions("s1")
    parts = [part for event in viewing.codings("s1")[-1].record["events"] for part in event["evidence_fields"]]
    assert parts
    for part in parts:
        assert kept.report.source_text[part["start"] : part["end"]] == part["quote"]


def test_older_codings_and_versions_are_not_told(filled, viewing, by, places):
    """A history is no way around: only what is made ready is there, and that is what is in force."""
    filled.keep([Keeping(report=replace(SECRET, text=SECRET.text + " انتهى."), record=None)], by())
    assert viewing.versions("s1") == []
    while prepare(filled, places):
        pass
    (version,) = viewing.versions("s1")
    assert (version.version, "الزعتراوي" in version.report.text) == (2, False)


def test_nothing_private_changes_nothing(records, places):
    """A report without a name or a place to be kept back is told as it is."""
    assert public_document(PLAIN, records["p1"], read_rules(), places) == (PLAIN, records["p1"])


def test_what_others_say_of_a_place_or_day_that_is_kept_back_is_not_told(filled, places):
    """Where reports disagree, the record has every value: of a coarse one none, of the others all."""
    record = next(json.loads(line) for line in lines_in(filled).values() if "s1" in line)
    choices = {
        **record["choices"],
        "place": {**record["choices"]["place"], "others": {"البصيرة": 1}},
        "date": {**record["choices"]["date"], "others": {"2018-03-18": 1}},
    }
    limit = Limit(place="admin1")
    told = public_incident({**record, "choices": choices}, limit, places)["choices"]
    assert (told["place"]["others"], told["date"]["others"]) == ({}, {"2018-03-18": 1})
    told = public_incident({**record, "choices": choices}, replace(limit, date="month"), places)["choices"]
    assert (told["place"]["others"], told["date"]["others"]) == ({}, {})


def test_what_was_made_by_other_code_is_made_anew(filled, places, monkeypatch):
    """What is taken out otherwise by code alone, and not by a word, would else stay as it was told before."""
    assert not waiting(filled, places)
    monkeypatch.setattr("marsad.editions.prepare._MADE", "later")
    assert waiting(filled, places)
    assert prepare(filled, places)
    while prepare(filled, places):
        pass
    assert not waiting(filled, places)
