"""Two periods as a page: the numbers of the one definition, each of which leads to its incidents."""

from __future__ import annotations

import ast
import re
from html import unescape
from pathlib import Path

import pytest

import marsad.analyse
import marsad.trends
from marsad.analyse.reason import Reason
from marsad.analyse.voices import Voices
from marsad.gazetteer import load
from marsad.incidents.happenings import happenings
from marsad.incidents.linker import Linker
from marsad.serve import compared
from marsad.serve.compare_words import VERDICTS, reason_in
from marsad.serve.locale import Locale
from marsad.serve.warm import read_ahead
from marsad.store.question import Question
from marsad.trends import contrast, days_of, periods_asked
from marsad.trends.search import Search

YEARS = "now=2018&before=2017"


@pytest.fixture(autouse=True)
def linked(store):
    """Incidents."""
    Linker(store, load()).link()


def numbers(text):
    """Return (link, number) of each number of the table that leads to incidents."""
    found = re.findall(r'<td class="number"><a href="(/compare/records[^"]+)">([\d,]+)</a>', text)
    return [(unescape(link), int(number)) for link, number in found]


def test_each_number_leads_to_its_incidents(browser, store, monkeypatch):
    """Of each row and of all together; they are those that the command finds, on sources that reported throughout."""
    monkeypatch.setattr("marsad.trends.panel._absent", lambda *_: None)  # a few reports are in no week after week
    visitor = browser("coder")
    text = visitor.get(f"/compare?{YEARS}&by=admin1&then=kind").text
    with store.reading() as connection:
        told = Voices().of(happenings(connection, Question()))
    periods = periods_asked(told, days_of("2018"), days_of("2017"))
    wanted = contrast(told, Search(name="x"), periods, by=("admin1", "kind"))
    expected = [tally.number for line in (*wanted.rows, wanted.total) for tally in (line.before, line.now)]
    found = numbers(text)
    assert [number for _, number in found] == expected
    assert sum(expected)
    for link, number in found:
        assert visitor.get(link).text.count('<h3><a href="/incidents/') == number, link


def test_the_page_begins_with_the_last_whole_month(browser):
    """And offers the months around it, and the same month a year before."""
    text = browser("coder").get("/compare").text
    assert 'name="now"' in text
    links = [unescape(link) for link in re.findall(r'class="button" href="(/compare\?[^"]+)"', text)]
    assert len(links) == 3
    assert all(browser("coder").get(link).status_code == 200 for link in links)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/compare?now=2018-13", 422, "“2018-13” is no period"),
        ("/compare?now=2018&before=2018", 422, "Compared with"),
        ("/compare?by=month", 422, "Rows by"), ("/compare?then=x", 422, "And by"),
        ("/compare?people=goats", 422, "People"),
        ("/compare?actor=nobody+at+all", 422, "No actor is called that"), ("/compare?since=x", 422, "From day"),
        ("/compare?people=none&by=actor", 200, ""), ("/compare?now=0001-01", 422, ""),
        ("/compare?now=9999-12", 422, ""), ("/compare?now=1900-01", 200, ""), ("/compare?now=2100-12", 200, ""),
        ("/compare?q=x&status=denied&area=SY&kind=Attack", 200, "Not asked here"),
        ("/compare/records?when=x", 422, "when"), ("/compare/records?value=XX&note=", 404, ""),
        ("/compare/records?by=kind&first=99", 200, ""), ("/compare?actor=%00", 422, ""),
    ],
)  # fmt: skip
def test_strange_addresses_are_answered(browser, address, status, said):
    """With a page or a refusal that names the field, never with a fault."""
    answer = browser("viewer").get(address, headers={"accept-language": "en"})
    assert answer.status_code == status
    assert said in unescape(answer.text)


def test_a_period_is_mended_where_it_was_typed(browser):
    """The form stands below the reason, with all that was typed."""
    answer = browser("coder").get("/compare?now=2018-13&by=actor", headers={"accept-language": "en"})
    assert 'role="alert"' in answer.text
    assert 'value="2018-13"' in answer.text
    assert '<option value="actor" selected>' in answer.text


def test_too_many_incidents_are_left_to_the_command(browser, monkeypatch):
    """Which says so."""
    monkeypatch.setattr(compared, "MOST", 1)
    visitor = browser("coder")
    assert "marsad compare" in visitor.get("/compare").text
    assert visitor.get("/compare/records").status_code == 413


def _sentences():
    """Yield every sentence that a Reason of counts and trends is made from; of two by a number the first."""
    for file in (file for of in (marsad.analyse, marsad.trends) for file in Path(of.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            plain = isinstance(node.func, ast.Name) and node.func.id == "Reason"
            if plain or (isinstance(node.func, ast.Attribute) and node.func.attr == "counted"):
                yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))


def test_everything_said_has_words():
    """Verdicts and reasons, in Arabic, too."""
    arabic = Locale(tag="ar-SY")
    said = {*VERDICTS.values(), *_sentences()} - {"%(source)s (%(why)s)"}
    assert len(said) > 40
    assert [one for one in said if arabic.catalogue.gettext(one) == one] == []
    told = reason_in(
        arabic, Reason("It rests on %(sources)s: without, too little of the change is left.", sources=("أ", "ب"))
    )
    assert "أ وب" in told


def test_what_is_compared_was_read_ahead(store, browser, monkeypatch):
    """After a start, so that nobody waits for it; of too many incidents nothing is read."""
    read = []
    monkeypatch.setattr("marsad.serve.warm.kept_voices", lambda seen, _: read.append(seen.sight))
    browser("coder")
    read_ahead(store)
    assert store.sight in read
    assert len(read) == len(set(read))
    read.clear()
    monkeypatch.setattr("marsad.serve.warm.MOST", 1)
    read_ahead(store)
    assert store.sight not in read
