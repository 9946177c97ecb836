"""Search: what is found, what it can be narrowed by, kept and taken away."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from openpyxl import load_workbook

from marsad.export import to_record
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import CodedBy, Keeping


@pytest.fixture(autouse=True)
def linked(store):
    """The reports of the store as incidents."""
    Linker(store, load()).link()
    return store


def total(visitor, address):
    """Return how many a page says were found."""
    found = re.search(r'aria-current="page">\w+ <b>([\d,]+)</b>', visitor.get(address).text)
    return int(found[1]) if found else None


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("/explore", 4),
        ("/explore?q=الشدادي", 2),
        ('/explore?q="سوق بلدة ذيبان"', 1),
        ("/explore?q=اعتقل*", 2),
        ("/explore?q=قصف -إدلب", 1),
        ("/explore?kind=Arrests", 1),
        ("/explore?area=SY09", 1),
        ("/explore?area=SY&actor=sdf", 2),
        ("/explore?month=2018-03", 1),
        ("/explore?since=2018-03-19&until=2018-03-19", 1),
        ("/explore?of=reports", 4),
        ("/explore?of=reports&q=الشدادي", 1),
        ("/explore?of=reports&kind=Arrests", 1),
        ("/explore?of=reports&month=2020-01", 1),
        ("/explore?q=كلمةلاتوجد", 0),
    ],
)
def test_what_is_found(browser, address, number):
    """Words, phrases, beginnings, words left out, and every facet, of incidents and of reports."""
    assert total(browser("viewer"), address) == number


@pytest.mark.parametrize("typed", ["قوات سوريا الديمقراطية", "لقسد", '"Syrian Democratic Forces"'])
def test_the_name_of_an_actor_leads_to_all_that_is_told_of_it(browser, typed):
    """By whatever name reports call it."""
    visitor = browser("viewer")
    text = visitor.get(f"/explore?q={typed}&area=SY").text
    link = unescape(re.search(r"whatever name reports call it: <a href=\"([^\"]+)", text)[1])
    assert total(visitor, link) == total(visitor, "/explore?area=SY&actor=sdf") == 2
    assert "whatever name" not in visitor.get("/explore?q=كلمةلاتوجد").text


def test_words_asked_for_are_marked(browser):
    """In the sentence of the act; the rest of it is escaped."""
    text = browser("viewer").get("/explore?q=ذيبان").text
    assert "<mark>ذيبان</mark>" in text
    reports = browser("viewer").get("/explore?of=reports&q=Su-24").text
    assert "راديو Rozana &lt;b&gt;" in reports


def test_facets_lead_on(browser):
    """Each value is a link that narrows, with the number that it leaves; a chosen one leads back."""
    visitor = browser("viewer")
    text = visitor.get("/explore").text
    told = re.findall(r'<li><a href="([^"]+)"[^>]*><bdi>[^<]+</bdi></a> <span>(\d+)</span>', text)
    links = {unescape(link): int(number) for link, number in told}
    assert links["/explore?kind=Arrests"] == 1
    for link, number in links.items():
        assert total(visitor, link) == number, link
    assert 'aria-current="true"' in visitor.get("/explore?kind=Arrests").text


def test_pages_hold_all_once(browser, app):
    """A cursor leads from page to page; one that is none of ours is refused."""
    app.state.settings = replace(app.state.settings, longest_list=1)
    visitor, met, address = browser("viewer"), [], "/explore"
    while address:
        text = visitor.get(address).text
        met += re.findall(r'<h3><a href="(/incidents/[^"]+)"', text)
        onward = re.search(r'rel="next" href="([^"]+)"', text)
        address = unescape(onward[1]) if onward else ""
    assert len(met) == len(set(met)) == 4
    assert visitor.get("/explore?after=nonsense").status_code == 422


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("after=99999999999999999999.x", 422),
        ("after=-5.x", 422),
        ("of=reports&after=99999999999999999999", 422),
        ("of=reports&after=x", 422),
        ("month=2024-13", 422),
        ("month=٢٠٢٤-٠١", 422),
        ("since=9999-12-01&until=9999-12-31", 200),
        ("since=0001-01-01&until=0001-01-31", 200),
        ("since=2024-02-01&until=2023-01-01", 200),
        ("q=%00%EF%BF%BF*", 200),
        ("q=%22", 200),
        ("against=x", 200),
        ("area=%00&actor=%0A", 200),
    ],
)
def test_strange_addresses_are_answered(browser, asked, status):
    """With a page or a refusal, never with a fault; on the map, too."""
    visitor = browser("viewer")
    assert visitor.get(f"/explore?{asked}").status_code == status
    for path in ("/map", "/map/drawn", "/times", "/actors", "/explore/incidents.csv"):
        assert visitor.get(f"{path}?{asked}").status_code in (200, 422), path


def test_what_is_shown_can_be_taken_away(browser):
    """As a table, a workbook and a map, in the same order, narrowed alike."""
    visitor = browser("viewer")
    answer = visitor.get("/explore/incidents.csv?area=SY")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.headers["content-disposition"] == 'attachment; filename="incidents.csv"'
    assert len(rows) == total(visitor, "/explore?area=SY")
    features = visitor.get("/explore/incidents.geojson").json()["features"]
    assert len(features) == 4
    vague = [one for one in features if one["properties"]["place_precision"] != 1]
    assert vague
    assert all(one["geometry"] is None for one in vague)
    book = load_workbook(io.BytesIO(visitor.get("/explore/incidents.xlsx?kind=Arrests").content))
    assert book["incidents"].max_row == 2
    assert visitor.get("/explore/incidents.exe").status_code == 404


def test_searches_are_kept_by_their_owner(browser):
    """Under a name; another person sees none of them and can forget none of them."""
    mine, other = browser("coder"), browser("editor")
    address = "/explore?kind=Arrests"
    assert mine.submit("/explore/saved", {"name": " توقيفات ", "address": address}).headers["location"] == address
    mine.submit("/explore/saved", {"name": "توقيفات", "address": "/explore?kind=Attack"})
    assert mine.get("/explore").text.count("<bdi>توقيفات</bdi>") == 1
    assert "kind=Attack" in mine.get("/explore").text
    assert "توقيفات" not in other.get("/explore").text
    key = re.search(r"/explore/saved/(\d+)/forget", mine.get("/explore").text)[1]
    other.submit(f"/explore/saved/{key}/forget")
    assert "توقيفات" in mine.get("/explore").text
    mine.submit(f"/explore/saved/{key}/forget")
    assert "توقيفات" not in mine.get("/explore").text


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "/account", "/explore/../account", ""])
def test_only_searches_are_kept(browser, address):
    """A kept address leads nowhere but to a search."""
    answer = browser("coder").submit("/explore/saved", {"name": "x", "address": address})
    assert answer.status_code == 422


def test_the_data_of_the_page_is_json(browser):
    """The texts of the scripts come through whole."""
    text = browser("viewer", language="ar").get("/explore").text
    assert json.loads(text.split('id="texts">')[1].split("</script>")[0])["close"] == "إغلاق"


@pytest.mark.parametrize("path", ["/incidents", "/explore", "/map", "/actors"])
def test_exchanged_days_are_told_and_can_be_exchanged(browser, path):
    """A list of nothing would be taken for quiet; what else is asked stays asked."""
    visitor = browser("coder")
    text = unescape(visitor.get(f"{path}?kind=Arrests&since=2021-06-01&until=2021-01-01").text)
    assert "The last day, 1 January 2021, lies before the first, 1 June 2021: nothing can be found." in text
    (link,) = re.findall(rf'href="({path}\?[^"]+)">Exchange the days', text)
    assert link == f"{path}?kind=Arrests&since=2021-01-01&until=2021-06-01"
    assert "Exchange the days" not in visitor.get(link).text
    assert "Exchange the days" not in visitor.get("/compare?since=2021-06-01&until=2021-01-01").text


def test_a_post_without_a_headline_is_called_by_its_first_words(browser, store):
    """They end at a word, and with a sign that there are more."""
    text = "قصف مدفعي على أطراف بلدة سرمين شرق إدلب صباح اليوم الثلاثاء وسقوط قتلى وجرحى من المدنيين بينهم أطفال ونساء"
    coder, report = Coder(), Report(report_id="post", text=text, published_on=date(2024, 3, 12))
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report))], by)
    shown = browser("coder").get("/explore?of=reports&q=سرمين").text
    title = re.search(r'href="/reports/post[^>]*><bdi>([^<]*)</bdi>', shown)
    assert title is not None
    assert title[1].endswith(" …")
    assert text.startswith(title[1].removesuffix("…"))
