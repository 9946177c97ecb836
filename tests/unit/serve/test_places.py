"""Pages of places: what they are called, what happened there, and no more exactly than the reader may know it."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from marsad.editions.prepare import prepare, waiting
from marsad.export import to_record
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.serve.place_map import map_of
from marsad.serve.place_numbers import number_at
from marsad.serve.place_units import place_called, unit_listed
from marsad.serve.place_view import asked_at, is_pcode, place_view
from marsad.store import CodedBy, Keeping, Question

SENSITIVE = Report(
    report_id="sensitive",
    headline="قصف على مشفى هجين",
    text="قُتل طفلان أمس، إثر قصف مدفعي لقوات النظام على مشفى في بلدة هجين شرق دير الزور، وفق ناشطين.",
    published_on=date(2018, 3, 21),
    outlet="شبكة الفرات",
)


@pytest.fixture(autouse=True)
def linked(store):
    """The reports of the store, and one of a hospital hit, as incidents."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    store.keep([Keeping(report=SENSITIVE, record=to_record(coder.code(SENSITIVE), report=SENSITIVE))], by)
    Linker(store, load()).link()
    while waiting(store, load()):
        prepare(store, load())
    return store


def numbers(text):
    """Return how many incidents and events a page tells."""
    found = re.search(r'actor-numbers"><span><b>(.*?)</b>.*?<b>(.*?)</b>', text, re.DOTALL)
    told = (re.sub("<[^>]*>|,", "", one) for one in found.groups())
    return tuple(1 if "واحد" in one else int(re.search(r"\d+", one)[0]) for one in told)


def hajin(store):
    """Return the id of the place of the hospital, and of the district that it lies in."""
    (event, *_) = store.codings("sensitive")[-1].record["events"]
    return event["place"]["place_id"], event["place"]["admin2"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_place_has_a_page(browser, language):
    """Its names in both languages, what it lies in, its P-code with who gives it, actors, sources, neighbours."""
    text = browser("coder", language=language).get("/places/C5202").text
    for told in (
        "ذيبان", "Dhiban", "C5202", "OCHA populated places 2020", 'href="/places/SY090301"', 'href="/places/SY"',
        "/explore?kind=Shelling%2Fartillery%2Fmissile+attack&amp;within=C5202", 'href="/actors/syr-', "شبكة ضفاف",
        "/counts?within=C5202&amp;of=events&amp;by=kind", "/map?within=C5202",
    ):  # fmt: skip
        assert told in text, told
    assert numbers(text) == (1, 1)
    assert text.count('class="exact"') == 1
    assert text.count("<li>") > 5


@pytest.mark.parametrize("place_id", ["C5202", "SY09", "SY0903", "SY", "SY090301"])
def test_numbers_lead_to_the_records(browser, place_id):
    """As many as they say: incidents in the search, events in the counts."""
    visitor = browser("coder")
    text = visitor.get(f"/places/{place_id}").text
    incidents, events = numbers(text)
    assert incidents
    for link in re.findall(r'class="number"><a href="([^"]+)">(\d+)</a>', text) + re.findall(
        r'<span><a href="([^"]+)">(\d+)</a></span>', text
    ):
        found = visitor.get(unescape(link[0])).text
        listed = re.findall(r'<td class="report"><a href="/reports/|<h3><a href="/incidents/', found)
        assert len(listed) == int(link[1]), link
    counted = re.search(
        r"<tfoot>.*?<a [^>]*>(\d+)</a>", visitor.get(f"/counts?area={place_id}&by=year").text, re.DOTALL
    )
    if place_id.startswith("SY"):
        assert int(counted[1]) == events


def test_a_unit_lists_its_parts(browser):
    """With how much happened in each, the most first; parts of a village are none."""
    text = browser("coder").get("/places/SY09").text
    parts = text.split('class="areas parts"')[1].split("</ul>")[0]
    assert set(re.findall(r'href="/places/(\w+)"', parts)) == {"SY0901", "SY0902", "SY0903"}
    counts = [int(one) for one in re.findall(r"<span>(\d+)</span>", parts)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] >= 1
    assert 'class="areas parts"' not in browser("coder").get("/places/C5202").text


def test_what_no_list_has_is_no_page(browser):
    """Nor is a name in place of an id."""
    for place_id in ("nowhere", "ذيبان", "C0", "%00"):
        assert browser("coder").get(f"/places/{place_id}").status_code == 404


def test_nobody_learns_a_finer_place_than_he_may(browser, store):
    """To a viewer the hospital's incident is one of the governorate: not of its town, nor of the district."""
    town, district = hajin(store)
    coder, viewer = browser("coder"), browser("viewer")
    assert numbers(coder.get(f"/places/{town}").text) == (1, 1)
    assert numbers(viewer.get(f"/places/{town}").text) == (0, 0)
    whole, public = (numbers(one.get(f"/places/{district}").text) for one in (coder, viewer))
    assert (whole[0] - public[0], whole[1] - public[1]) == (1, 1)
    assert numbers(coder.get("/places/SY09").text) == numbers(viewer.get("/places/SY09").text)
    page = viewer.get(f"/places/{town}").text
    assert "sensitive" not in page
    assert "شبكة الفرات" not in page
    for address in (
        f"/explore?within={town}", f"/explore?within={district}&q=مشفى", f"/counts/records?of=events&area={district}",
        f"/counts/records?of=incidents&within={town}", f"/incidents?within={town}", f"/map/list?within={town}",
    ):  # fmt: skip
        told = viewer.get(address).text
        assert "شبكة الفرات" not in told, address
        assert not re.search(r'<article|<td class="(?:incident|report)"', told), address
    assert f'href="/places/{town}"' not in viewer.get("/incidents").text
    assert f'href="/places/{town}"' in coder.get("/incidents").text
    parts = viewer.get("/places/SY09").text.split('class="areas parts"')[1].split("</ul>")[0]
    assert sum(int(one) for one in re.findall(r"<span>(\d+)</span>", parts)) == 1


def test_places_are_found_by_name(browser):
    """In either language; those where most happened before anybody asks."""
    visitor = browser("viewer")
    assert 'href="/places/C5202"' in visitor.get("/places").text
    assert 'href="/places/C5202"' in visitor.get("/places?q=ذيبان").text
    assert 'href="/places/C5202"' in visitor.get("/places?q=dhiban").text
    assert "No place is called that." in visitor.get("/places?q=لامكانبهذا").text


@pytest.mark.parametrize(
    ("address", "places"),
    [
        ("/explore?q=ذيبان", ["C5202"]),
        ("/explore?q=Dhiban", ["C5202"]),
        ("/explore?area=SY09", ["SY09"]),
        ("/explore?within=SY0903", ["SY0903"]),
        ("/incidents", ["C5202", "SY09"]),
        ("/counts?by=admin1", ["SY09"]),
        ("/counts?by=admin2", ["SY0903"]),
        ("/counts/records?by=year", ["C5202", "SY09"]),
        ("/map/list?whole=true", ["C5202"]),
        ("/reports/r1", ["C5202"]),
        ("/queue", ["C5202"]),
    ],
)
def test_names_of_places_lead_to_their_pages(browser, address, places):
    """From lists, search, counts, the map and reports."""
    text = browser("coder").get(address).text
    for place_id in places:
        assert f'href="/places/{place_id}"' in text, place_id


def test_an_incident_leads_to_its_place(browser):
    """And to the governorate."""
    visitor = browser("coder")
    page = visitor.get("/explore?within=C5202").text
    (incident,) = set(re.findall(r'<h3><a href="(/incidents/[^"]+)"', page))
    text = visitor.get(incident).text
    assert 'href="/places/C5202"' in text
    assert 'href="/places/SY09"' in text


@pytest.mark.parametrize(
    ("place_id", "drawn"),
    [
        ("C5202", "point"),
        ("SY0903", "circle"),
        ("SY09", "area"),
        ("SY", "area"),
        ("ms:sy-mabr-almyadyn-alnhry", "area"),
    ],
)
def test_a_map_draws_no_more_than_is_known(place_id, drawn):
    """A point for a place with one, a hatched circle for a district, the hatched area where there is no point."""
    view = place_view(load(), place_id)
    assert view is not None
    found = map_of(view, "ar")
    assert found is not None
    assert found.drawn == drawn
    assert bool(found.area) is (drawn == "area")
    assert len(found.land) + len(found.units) + len(found.area) < 120_000
    assert all(0 < one.x < found.wide and 0 < one.y < found.high for one in found.dots)


def test_every_place_can_be_shown():
    """Each of a sample has units that come to an end, parts that are not itself, and neighbours by distance."""
    gazetteer = load()
    for row in range(0, len(gazetteer), 97):
        view = place_view(gazetteer, gazetteer.place(row).place_id)
        assert view is not None
        assert view.place not in (*view.above, *view.parts, *(near.place for near in view.around))
        assert [near.km for near in view.around] == sorted(near.km for near in view.around)
        assert asked_at(view.place).question != Question()


@pytest.mark.parametrize(
    ("place_id", "known"),
    [
        ("SY09", True), ("SY090301", True), ("C5202", True), ("gn:98182", False), ("ms:sy-x", False), ("SY", False),
        ("EG-C", False),
    ],
)  # fmt: skip
def test_p_codes_are_told_from_other_ids(place_id, known):
    """The former are known to others, too."""
    assert is_pcode(place_id) is known


def test_units_are_found_as_the_record_calls_them():
    """By code, by English name, by name within a country; a place that is no unit is none."""
    gazetteer = load()
    assert unit_listed(gazetteer, "SY09").place_id == "SY09"
    anbar = unit_listed(gazetteer, "Al Anbar", "IQ")
    assert anbar is not None
    assert unit_listed(gazetteer, "IQ/Al Anbar") is anbar
    assert unit_listed(gazetteer, "C5202") is None
    assert unit_listed(gazetteer, "") is None
    assert number_at(anbar, {}, {"IQ/Al Anbar": 4}) == 4


def test_only_a_whole_name_means_a_place():
    """Beginnings and several words of a search are no names."""
    gazetteer = load()
    assert "C5202" in [one.place_id for one in place_called(gazetteer, '"ذيبان"')]
    assert place_called(gazetteer, "ذيب*") == ()
    assert place_called(gazetteer, "") == ()
