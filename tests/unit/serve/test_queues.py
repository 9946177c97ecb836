"""Lists of work, page by page, and counts that are kept for as long as nothing changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import unquote

import pytest

from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.serve import counted
from marsad.serve.routes import queues
from marsad.store import CodedBy, Filters, Keeping
from marsad.store.accounts import user_named
from marsad.store.queues import QUEUES, queue_sizes
from marsad.store.review import do


def links(text, rel):
    """Return where the page leads, forwards or back."""
    found = re.search(rf'rel="{rel}" href="([^"]+)"', text)
    return unescape(found[1]) if found else ""


def titles(text):
    """Return the reports of a page."""
    return re.findall(r'<td class="report">\s*<a href="/reports/([^?"]+)', text)


@pytest.mark.parametrize("order", ["severity", "confidence", "newest", "oldest"])
@pytest.mark.parametrize(("narrowed", "many"), [("", 1_000), ("&area=SY", 1_000), ("&area=SY", 0)])
def test_pages_lead_through_a_list_and_back(browser, app, order, narrowed, many, monkeypatch):
    """Each report once, in one order, however many fit; the pages before are the same on the way back."""
    monkeypatch.setattr(queues, "_MANY", many)
    visitor, path = browser("coder"), f"/queue?order={order}{narrowed}"
    whole = titles(visitor.get(path).text)
    app.state.settings = replace(app.state.settings, longest_list=1)
    met, texts, address = [], [], path
    while address:
        texts.append(visitor.get(address).text)
        met += titles(texts[-1])
        address = links(texts[-1], "next")
    assert met == whole
    assert len(met) > 1
    assert [links(texts[0], "prev"), links(texts[-1], "next")] == ["", ""]
    back, address = [], links(texts[-1], "prev")
    while address:
        text = visitor.get(address).text
        back += titles(text)
        address = links(text, "prev")
    assert back == whole[-2::-1]


def test_a_list_tells_who_was_detained_or_abducted(browser, store):
    """The number of people taken stands beside the event, as that of killed and wounded does."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    for number, text in enumerate(
        ("اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", "اختطف مسلحون مجهولون تاجرين في مدينة الرقة أمس.")
    ):
        report = Report(report_id=f"taken-{number}", text=text, published_on=date(2023, 5, 3))
        store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report))], by)
    text = browser("coder").get("/queue").text
    assert "4 detained" in text
    assert "2 abducted" in text


def test_a_page_says_which_of_how_many_it_shows(browser, app):
    """The second of them, once one went further."""
    app.state.settings = replace(app.state.settings, longest_list=1)
    visitor = browser("coder")
    first = visitor.get("/queue").text
    assert "1 to 1 of" in first
    assert "2 to 2 of" in visitor.get(links(first, "next")).text


@pytest.mark.parametrize(
    ("name", "red"),
    [
        ("viewer", []), ("coder", ["disputed", "to check"]), ("reviewer", ["disputed", "second reading", "to check"]),
    ],
)  # fmt: skip
def test_a_list_is_red_for_those_who_can_work_on_it(browser, store, name, red):
    """A coder cannot confirm as second reader, a viewer changes nothing: no number calls for them."""
    with store.writing() as connection:
        user = user_named(connection, "editor")
        do(connection, "r1", "second", user=user, status="second reading")
        do(connection, "r2", "dispute", user=user, status="disputed")
    text = browser(name).get("/queue?name=second%20reading").text
    assert sorted(map(unquote, re.findall(r'href="/queue\?name=([^"]+)" class="needed"', text))) == red
    assert ('class="button main"' in text) == ("second reading" in red)


@pytest.mark.parametrize("asked", ["after=x", "before=1", "after=x~1", "after=1~x", "before=%00~1"])
def test_what_is_no_place_in_the_list_is_refused(browser, asked):
    """With a page, not with a fault."""
    assert browser("coder").get(f"/queue?{asked}").status_code == 422


def test_what_was_counted_is_counted_anew_after_a_change(store):
    """And not before."""
    made = []

    def count():
        made.append(1)
        return len(made)

    def ask():
        with store.reading() as connection:
            return counted.once(store, connection, "it", count)

    assert [ask(), ask()] == [1, 1]
    with store.writing() as connection:
        user = user_named(connection, "coder")
        assert user is not None
        do(connection, "r1", "comment", user=user, comment="x")
    assert [ask(), ask()] == [2, 2]


def test_only_the_own_list_is_counted_for_each_person(store, app, monkeypatch):
    """The others have the same size for everybody; together they are all lists, as counted by the store."""
    assert app
    asked = []

    def count(connection, user_key, names):
        asked.append(sorted(names))
        return queue_sizes(connection, user_key, names)

    monkeypatch.setattr(counted, "queue_sizes", count)
    with store.reading() as connection:
        keys = [user.key for name in ("coder", "editor") if (user := user_named(connection, name))]
        sizes = [counted.sizes_of(store, connection, key) for key in keys]
        assert sizes == [queue_sizes(connection, key) for key in keys]
    assert asked == [sorted(set(QUEUES) - {"mine"}), ["mine"], ["mine"]]


def test_a_search_that_was_counted_tells_the_same(store, app):
    """Asked again, on its next page, and after something was added."""
    assert app

    def ask(limit=2, after=None):
        with store.reading() as connection:
            return counted.found_in(store, connection, "", Filters(), limit=limit, after=after)

    first = ask()
    assert ask() == first
    last = first.page[-1]
    rest = ask(10, (str(last.report.published_on or ""), last.report_key))
    assert (rest.reports, rest.facets) == (first.reports, first.facets)
    ids = [hit.report.report_id for hit in (*first.page, *rest.page)]
    assert len(ids) == len(set(ids)) == first.reports
    assert ids == [hit.report.report_id for hit in store.search("").page]
    store.keep([Keeping(report=replace(first.page[0].report, report_id="new"))])
    assert ask().reports == first.reports + 1


def test_a_lowest_figure_is_no_figure(browser, store):
    """Of "dozens" a list says "at least 20", as the incident does, and of what stands between two figures both."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    text = "قُتل 14 شخصاً وأصيب العشرات بقصف مدفعي لقوات النظام على سوق بلدة ذيبان أمس."
    report = Report(report_id="dozens", text=text, published_on=date(2018, 3, 20), outlet="شبكة ضفاف")
    store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report))], by)
    page = browser("viewer").get("/queue").text
    assert "14 killed" in page
    assert "Wounded: at least 20" in page
    assert "20 wounded" not in page
