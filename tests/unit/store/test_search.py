from datetime import date
from pathlib import Path

import pytest
import yaml

from marsad.model.report import Report
from marsad.store import Box, Filters, Keeping, open_store
from marsad.store.highlight import holds
from marsad.store.query import parse

TABLE = yaml.safe_load((Path(__file__).parents[2] / "corpora" / "ar" / "search.yaml").read_text(encoding="utf-8"))
TEXTS: dict[int, str] = TABLE["texts"]
QUESTIONS = {asked: set(TEXTS) if found == "all" else set(found) for asked, found in TABLE["questions"].items()}


@pytest.fixture(scope="module")
def library(new_store):
    """A store of the texts of the table."""
    with open_store(new_store()) as store:
        store.keep([Keeping(report=Report(report_id=str(number), text=text)) for number, text in TEXTS.items()])
        yield store


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_finds_its_texts(library, question):
    """The database finds what the table says by hand, and Python marks the same texts."""
    found = {int(hit.report.report_id) for hit in library.search(question, limit=100).page}
    assert found == QUESTIONS[question]
    assert {number for number, text in TEXTS.items() if holds(parse(question), text)} == QUESTIONS[question]


def marked(store, question):
    (hit,) = store.search(question).page
    return [hit.report.source_text[span.start : span.end] for span in hit.highlights]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("وبإدلب", ["وبإدلب"]),
        ('"ريف دير الزور" لغم', ["لغم", "ريف دير الزور"]),
        ("عبدالرحمن", ["عبدالرحمن", "عبد الرحمن"]),
        ("الرقة", ["ﺍﻟﺮﻗﺔ"]),
        ("سيطرت", ["ســيـطـرت"]),
        ("لُدّ", ["لُدّ"]),
        ("cafe -داعش", ["Café"]),
        ("انفجار*", ["انفجار"]),
    ],
)
def test_words_are_marked_as_published(library, question, words):
    """Offsets cover whole words with their diacritics, in the order of the text."""
    assert marked(library, question) == words


def test_a_headline_is_searched_and_marked(store, keeping):
    """Offsets count through headline, line feed and text, past an emoji."""
    store.keep([keeping(headline="🔴 عاجل: إدلب", text="لا تفاصيل عن إدلب.", coded=False)])
    assert marked(store, "ادلب") == ["إدلب", "إدلب"]


def test_events_are_searched_too(store, keeping, by, event):
    """A report is found by the listed place, the type and the source of its events, though its text says otherwise."""
    store.keep([keeping(text="هجوم على نقطة", events=[event(place={"name": "الشحيل"})])], by())
    assert [store.search(asked).reports for asked in ("الشحيل", "armed clash", '"مصدر محلي"', '"نقطة armed"')] == [
        1,
        1,
        1,
        0,
    ]


@pytest.fixture
def shelf(store, keeping, by, event):
    """Three reports: a clash in the east, a strike and a disputed arrest in the north-west, and quiet news."""
    strike = event(
        sub_event_type="Air/drone strike", side1=["syr-regime"], side2=["civilians"],
        place={
            "name": "سراقب", "admin1": "SY07", "admin2": "SY0701", "place_id": "C2",
            "latitude": 35.86, "longitude": 36.8,
        },
        date={"start": "2024-03-18", "end": "2024-03-19", "precision": 1, "reason": None},
    )  # fmt: skip
    arrest = event(sub_event_type="Arrests", side1=["hts"], side2=["opp"], status="disputed", place={"admin1": "SY07"})
    store.keep(
        [
            keeping("east", "اشتباك في ذيبان", outlet="شبكة"),
            keeping("west", "غارة على سراقب", events=[strike, arrest], outlet="وكالة", published=date(2024, 3, 19)),
            keeping("quiet", "سوق سراقب", events=[], outlet="وكالة", published=date(2024, 4, 2)),
            keeping("undated", "سراقب بلا تاريخ", events=[], published=None),
        ],
        by(),
    )
    return store


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["quiet", "east", "west", "undated"]),
        (Filters(outlet="وكالة"), ["quiet", "west"]),
        (Filters(published_from=date(2024, 3, 20)), ["quiet", "east"]),
        (Filters(published_until=date(2024, 3, 20)), ["east", "west"]),
        (Filters(sub_event_type="Arrests"), ["west"]),
        (Filters(status="disputed"), ["west"]),
        (Filters(status="disputed", sub_event_type="Air/drone strike"), []),
        (Filters(actor="sdf"), ["east"]),
        (Filters(actor="hts", sub_event_type="Air/drone strike"), []),
        (Filters(area="SY"), ["east", "west"]),
        (Filters(area="SY07"), ["west"]),
        (Filters(area="SY0701"), ["west"]),
        (Filters(box=Box(west=40, south=34, east=41, north=36)), ["east", "west"]),
        (Filters(box=Box(west=36.8, south=35.86, east=36.8, north=35.86)), ["west"]),
        (Filters(box=Box(west=36, south=35, east=37, north=36), actor="hts"), []),
        (Filters(happened_from=date(2024, 3, 19), happened_until=date(2024, 3, 19)), ["west"]),
        (Filters(happened_from=date(2024, 3, 20)), ["east", "west"]),
        (Filters(happened_until=date(2024, 3, 17)), []),
    ],
)
def test_filters_hold_for_one_event(shelf, filters, found):
    """Newest publication first, undated last; filters on events must all hold for the same event."""
    assert [hit.report.report_id for hit in shelf.search("", filters).page] == found
    assert shelf.search("", filters).reports == len(found)


def test_question_and_filters_go_together(shelf):
    """Both must hold, and a hit names the events that fit."""
    hits = shelf.search("سراقب", Filters(sub_event_type="Arrests"))
    assert [(hit.report.report_id, hit.events) for hit in hits.page] == [("west", (1,))]
    assert (hits.reports, hits.events) == (1, 1)


def test_hits_are_counted_by_every_facet(shelf):
    """Outlets and months count reports, the others the events that fit; the largest first, unknown as None."""
    facets = shelf.search("").facets
    assert facets["outlet"] == (("وكالة", 2), (None, 1), ("شبكة", 1))
    assert facets["month"] == (("2024-03", 2), (None, 1), ("2024-04", 1))
    assert facets["sub_event_type"] == (("Air/drone strike", 1), ("Armed clash", 1), ("Arrests", 1))
    assert facets["admin1"] == (("SY07", 2), ("SY09", 1))
    assert dict(facets["actor"]) == {"is": 1, "sdf": 1, "syr-regime": 1, "civilians": 1, "hts": 1, "opp": 1}
    assert facets["status"] == (("reported", 2), ("disputed", 1))
    assert shelf.search("", Filters(status="disputed")).facets["sub_event_type"] == (("Arrests", 1),)
    assert shelf.search("لاشيء").facets == dict.fromkeys(facets, ())


def test_pages_follow_each_other(shelf):
    """Limit and offset part the hits; none is shown twice."""
    pages = [shelf.search("", limit=2, offset=at, facets=False).page for at in (0, 2, 4)]
    assert [[hit.report.report_id for hit in page] for page in pages] == [["quiet", "east"], ["west", "undated"], []]


def test_of_many_reports_the_newest_are_counted(store, keeping, by, monkeypatch):
    """Beyond a number the rest is said to be there, not counted; pages go on through all of them."""
    monkeypatch.setattr("marsad.store.search.MOST_COUNTED", 3)
    days = [date(2024, 3, 1), None, date(2024, 3, 5), date(2024, 3, 3), date(2024, 3, 4)]
    store.keep([keeping(f"r{number}", "قصف", published=day) for number, day in enumerate(days)], by())
    hits = store.search("قصف", limit=2)
    assert (hits.reports, hits.more) == (3, True)
    assert [hit.report.report_id for hit in hits.page] == ["r2", "r4"]
    assert hits.facets["month"] == (("2024-03", 3),)
    assert [hit.report.report_id for hit in store.search("قصف", limit=9).page] == ["r2", "r4", "r3", "r0", "r1"]
    assert [hit.report.report_id for hit in store.search("", limit=2, offset=3).page] == ["r0", "r1"]
    exactly = store.search("قصف", Filters(published_from=date(2024, 3, 3)))
    assert (exactly.reports, exactly.more) == (3, False)
