"""Counts as a page: the same numbers as the one definition gives, and each leads to the records that it counts."""

from __future__ import annotations

import re
from html import unescape

import pytest

from marsad.analyse import Spec, count_stored
from marsad.analyse.keys import Value
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.pictures import chart, to_svg
from marsad.serve import counted
from marsad.serve.count_words import DIMENSIONS, value_in_words
from marsad.serve.locale import Locale
from marsad.serve.routes import counts
from marsad.serve.words import Words
from marsad.wording import Tongue


@pytest.fixture(autouse=True)
def linked(store):
    """Incidents, beside the events."""
    Linker(store, load()).link()


def rows(text):
    """Return (link, number) of each row, of what stands beside them, and of all."""
    found = re.findall(r'<tr[^>]*><th scope="row".*?<td class="number"><a href="([^"]+)">([\d,]+)</a>', text, re.DOTALL)
    return [(unescape(link), int(number)) for link, number in found]


@pytest.mark.parametrize("of", ["events", "incidents"])
@pytest.mark.parametrize("by", ["year", "month&then=admin1", "actor", "source&then=kind", "day&area=SY09"])
def test_each_number_leads_to_as_many_records(browser, store, of, by):
    """Rows, what is vague, and all together: they are those of the definition that the command has, too."""
    visitor = browser("viewer" if of == "events" else "coder")
    told = rows(visitor.get(f"/counts?of={of}&by={by}").text)
    first, _, rest = by.partition("&")
    more = dict([rest.split("=")]) if rest else {}
    spec = Spec(by=tuple(filter(None, (first, more.get("then")))), area=more.get("area"), ids=False)
    wanted = count_stored(store, spec, table=of)
    numbers = [row.tally.number for row in wanted.rows] + [tally.number for tally in wanted.beside.values()]
    if of == "incidents":
        shown = [number for _, number in told]
        assert (sorted(shown[:-1]), shown[-1]) == (sorted(numbers), wanted.total.number)
    assert told
    for link, number in told:
        text = visitor.get(link).text
        listed = len(re.findall(r'<td class="report"><a href="/reports/|<h3><a href="/incidents/', text))
        assert listed == number, link


def test_rows_that_are_no_times_begin_with_the_most(browser):
    """Who asks for actors or places asks who or where most; over time the rows are in its order."""
    for by in ("actor", "kind", "source&then=kind"):
        numbers = [number for _, number in rows(browser("coder").get(f"/counts?by={by}").text)][:-1]
        assert numbers == sorted(numbers, reverse=True)
    links = [link for link, _ in rows(browser("coder").get("/counts?by=month").text)][:-1]
    months = [re.search(r"value=(\d{4}-\d{2})", link)[1] for link in links if "value=2" in link]
    assert months == sorted(months)


def test_records_come_in_pages(browser, app):
    """And none twice."""
    app.state.settings = type(app.state.settings)(longest_list=1)
    visitor, met, address = browser("coder"), [], "/counts/records?by=year"
    while address:
        text = visitor.get(address).text
        met += re.findall(r'<td class="report"><a href="(/reports/[^"]+)"', text)
        onward = re.search(r'rel="next" href="([^"]+)"', text)
        address = unescape(onward[1]) if onward else ""
    assert len(met) == 4


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/counts?by=nothing", 422), ("/counts?by=year&then=month", 422), ("/counts?people=goats", 422),
        ("/counts?kind=nothing", 422), ("/counts?since=x", 422), ("/counts?of=reports", 422),
        ("/counts?by=year&then=year", 200), ("/counts?people=none", 200), ("/counts?area=%00&source=x", 422),
        ("/counts?area=Idlib&source=x", 200),
        ("/counts/records?by=year&value=1800&note=", 404), ("/counts/records?by=year&beside=x", 404),
        ("/counts/records?by=year&first=1000", 200), ("/counts/records?by=h3:5", 422),
    ],
)  # fmt: skip
def test_strange_addresses_are_answered(browser, address, status):
    """With a page or a refusal, never with a fault."""
    assert browser("viewer").get(address).status_code == status


def test_too_many_incidents_are_left_to_the_command(browser, monkeypatch):
    """Which says so, and counts events all the same."""
    monkeypatch.setattr(counts, "_MOST_INCIDENTS", 1)
    visitor = browser("coder")
    assert "marsad count" in visitor.get("/counts?of=incidents").text
    assert visitor.get("/counts/records?of=incidents").status_code == 413
    assert rows(visitor.get("/counts").text)
    assert counted.once is counts.once


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_vague_has_words(language):
    """Of every dimension, in both languages; none as the definition writes it."""
    words = Words(Locale(tag=language))
    notes = [
        "day known only", "month known only", "no day known", "place above admin1", "admin2 not listed",
        "no place known", "nobody told", "no outlet told", "not told", "outside the panel", "may lie in SY09",
    ]  # fmt: skip
    for note in notes:
        told = value_in_words("month", Value("", note), words)
        assert told[0] == ""
        assert told[1] != note or note == "not told"
    codes = {"month": "2024-03", "day": "2024-03-20", "week": "2024-W12", "year": "2024", "kind": "Attack"}
    for dimension in DIMENSIONS:
        assert value_in_words(dimension, Value(codes.get(dimension, "SY09")), words)[0]
    assert value_in_words("month", Value("2024-W12"), words)[0] != "2024-W12"


@pytest.mark.parametrize(
    ("by", "kinds"),
    [
        ("year", ["series", "cumulative"]), ("month", ["series", "cumulative", "calendar"]),
        ("day", ["series", "cumulative", "calendar"]),
        ("admin1&then=month", ["multiples"]), ("month&then=actor", ["multiples"]), ("side2&then=side1", ["actors"]),
        ("kind", []), ("kind&then=admin1", []),
    ],
)  # fmt: skip
def test_a_table_that_can_be_drawn_is_drawn(browser, by, kinds):
    """Charts of the command stand above the numbers, as SVG and PNG to take away, in the language of the page."""
    visitor = browser("coder")
    text = visitor.get(f"/counts?of=incidents&people=none&by={by}").text
    links = [unescape(link) for link in re.findall(r'<img src="([^"]+)&amp;form=png"', text)]
    assert [re.search(r"chart=(\w+)", link)[1] for link in links] == kinds
    for link in links:
        assert visitor.get(f"{link}&form=png").content.startswith(b"\x89PNG")
        drawn = visitor.get(link)
        assert drawn.headers["content-type"].startswith("image/svg+xml")
        assert "incidents" in drawn.text.lower()


def test_a_picture_has_the_numbers_of_the_table(browser, store):
    """They are the same counts, by the same question."""
    told = rows(browser("coder").get("/counts?of=incidents&by=month&people=none").text)
    spec = Spec(by=("month",), people=(), ids=False)
    wanted = chart("series", count_stored(store, spec, table="incidents"), Tongue(language="en"))
    assert browser("coder").get("/counts/picture?of=incidents&by=month&people=none").text == to_svg(wanted)
    assert sum(row["best"] for row in wanted.spec["data"]["values"]) <= told[-1][1]


def test_a_table_that_cannot_be_drawn_has_no_picture(browser):
    """Its address leads nowhere; so does that of a chart that there is not."""
    visitor = browser("coder")
    for address in ("/counts/picture?by=kind", "/counts/picture?by=month&chart=actors", "/counts/picture?chart=x"):
        assert visitor.get(address).status_code == 404


def test_days_that_are_exchanged_are_named(browser):
    """An empty table would look like a quiet time."""
    answer = browser("coder").get("/counts?since=2024-05-01&until=2024-04-01")
    assert answer.status_code == 422
    assert "The last day lies before the first." in answer.text


def test_what_nobody_tells_is_no_nought(browser, store):
    """A row of which no record tells a figure has dashes: a nought would say that nobody was hurt."""
    text = browser("coder").get("/counts?of=incidents&by=kind&people=abducted").text
    counts = count_stored(store, Spec(by=("kind",), people=("abducted",), ids=False), table="incidents")
    silent = [tally for _, tally in counts.rows if tally.figures["abducted"].untold == tally.number]
    found = re.findall(r"<tr><th.*?</tr>", text, re.DOTALL)
    assert silent
    dashed = [row for row in found if row.count('<td class="number">–</td>') == 3]
    assert len(dashed) == len(silent) + (counts.total.figures["abducted"].untold == counts.total.number)


def test_a_refused_question_leads_back_to_the_one_before(browser):
    """Also on the same page; the refused one itself is nowhere to go back to."""
    visitor = browser("coder")
    site = str(visitor.base_url).rstrip("/")
    answer = visitor.get("/counts?by=x", headers={"referer": f"{site}/counts?by=kind"})
    assert answer.status_code == 422
    assert 'href="/counts?by=kind"' in answer.text
    assert 'href="/counts?by=x"' not in visitor.get("/counts?by=x", headers={"referer": f"{site}/counts?by=x"}).text
