"""One question behind every page: an address asks the same of lists, search, map and counts."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.told import fill_incidents, telling

from marsad.serve.asked_form import chips_of, fields_of
from marsad.serve.asking import Asked
from marsad.serve.locale import Locale
from marsad.serve.words import Words
from marsad.store import open_store

REPORTS = ("s6", "s5", "s1")
"""A report of each incident, the latest incident first."""

OLD = (
    ("/incidents", "", "s6 s5 s1"),
    ("/incidents", "since=2017-05-09&until=2017-05-10&place=الميادين", "s5"),
    ("/incidents", "place=Deir-ez-Zor&sources=2&credibility=3", "s1"),
    ("/incidents", "actor=قسد&kind=Arrests", "s6"),
    ("/incidents", "place=SY09&attribution=medium", "s6 s5 s1"),
    ("/incidents", "contested=1", ""),
    ("/explore", "kind=Arrests&actor=sdf", "s6"),
    ("/explore", "q=الخضار", "s1"),
    ("/explore", "area=SY09&source=شبكة ضفاف", "s6 s5 s1"),
    ("/explore", "area=SY&month=2017-05", "s5 s1"),
    ("/explore", "since=2021-01-01", "s6"),
    ("/explore", "until=2017-05-09", "s1"),
    ("/explore", "status=claimed", ""),
    ("/explore", "box=40,34,41,36&status=reported", "s6 s5 s1"),
    ("/explore", "vague=SY09", ""),
    ("/explore", "against=sdf\ncivilians", "s6"),
)
"""Addresses of searches as people kept them, and what each has always found."""

NEW = (
    ("within=SY09", "s6 s5 s1"),
    ("within=SY0903", "s5 s1"),
    ("place=الميادين&q=غارة", "s1"),
    ("area=SY09&sources=2", "s1"),
    ("actor=قوات سوريا الديمقراطية&month=2021-03", "s6"),
    ("credibility=2&status=reported", "s1"),
    ("differing=1", "s1"),
    ("against=sdf", "s6"),
    ("against=\ncivilians", "s6 s5 s1"),
)
"""What was asked of one page only, and can be asked of all of them now."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store of three incidents, which these tests only read."""
    with open_store(tmp_path_factory.mktemp("asking") / "store.db", who="tester", create=True) as opened:
        fill_incidents(opened)
        yield opened


def asked_for(address, asked):
    return f"{address}?" + "&".join(asked.replace("\n", "%0A").split("&"))


def listed(visitor, address):
    """Return the incidents of a list, the latest first."""
    text = visitor.get(address).text
    return list(dict.fromkeys(re.findall(r'href="/incidents/(i-[0-9a-f]{12})', text)))


@pytest.mark.parametrize(("path", "asked", "reports"), OLD)
def test_kept_addresses_find_what_they_always_found(browser, store, path, asked, reports):
    """Of the list and of the search; nobody has to make his bookmarks anew."""
    answer = browser("coder").get(asked_for(path, asked))
    assert answer.status_code == 200
    assert listed(browser("coder"), asked_for(path, asked)) == [telling(store, one) for one in reports.split()]


@pytest.mark.parametrize("asked", [asked for _, asked, _ in OLD] + [asked for asked, _ in NEW])
def test_every_page_takes_the_same_question(browser, asked):
    """List, search, file, map and counts agree about what an address asks for."""
    visitor = browser("coder")
    wanted = set(listed(visitor, asked_for("/explore", asked)))
    assert wanted == set(listed(visitor, asked_for("/incidents", asked)))
    rows = csv.DictReader(
        io.StringIO(visitor.get(asked_for("/explore/incidents.csv", asked)).content.decode("utf-8-sig"))
    )
    assert {row["incident_id"] for row in rows} == wanted
    drawn = visitor.get(asked_for("/map/drawn", asked)).json()
    told = sum(one[2] for one in drawn["clusters"]) + len(drawn["points"]) + sum(one[2] for one in drawn["zones"])
    assert told + sum(number for _, number in drawn["areas"]) + drawn["nowhere"] == len(wanted)
    text = visitor.get(asked_for("/counts", f"{asked}&of=incidents&by=kind")).text
    counted = re.search(r'<tfoot>.*?<td class="number"><a [^>]*>(\d+)</a>', text, re.DOTALL)
    if not {"since", "until"} & set(dict(parse_qsl(asked))):  # counts are by the first day
        assert int(counted[1] if counted else 0) == len(wanted)


@pytest.mark.parametrize(("asked", "reports"), NEW)
def test_parts_come_together(browser, store, asked, reports):
    """A place and all that lies in it, a part of a name with words, a unit with sources."""
    assert listed(browser("coder"), asked_for("/explore", asked)) == [telling(store, one) for one in reports.split()]


@pytest.mark.parametrize("asked", [asked for _, asked, _ in OLD] + [asked for asked, _ in NEW])
def test_a_chip_takes_its_part_out(browser, asked):
    """Each part stands above the list in words, and leads to the same question without it."""
    visitor = browser("coder", language="ar")
    for path in ("/explore", "/incidents"):
        text = visitor.get(asked_for(path, asked)).text
        chips = text.split('class="chosen"')[1].split("</ul>")[0] if 'class="chosen"' in text else ""
        links = [dict(parse_qsl(urlsplit(unescape(one)).query)) for one in re.findall(r'<a href="([^"]+)"', chips)]
        parts = Asked(**dict(parse_qsl(asked)))
        assert links == [parts.given(**{name: ""}) for name in parts.given(q="")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_part_has_words(language):
    """As a field and as a chip, in both languages."""
    asked = Asked(
        q="ا", kind="Attack", area="IQ/Al Anbar", actor="قسد", source="شبكة", month="2024-03", status="claimed",
        against="sdf\nis", since="2024-03-01", until="2024-03-31", box="1,2,3,4", vague="SY09", place="x",
        within="SY0903", sources="7", credibility="2", attribution="high", contested="1",
        differing="1",
    )  # fmt: skip
    words = Words(Locale(tag=language))
    assert set(asked.given()) == set(Asked.__slots__)
    chips = chips_of(asked, words, "/explore")
    assert len(chips) == len(Asked.__slots__) - 1
    assert all(label for label, _ in chips)
    names = [name for name in Asked.__slots__ if name not in ("against", "box", "vague", "within")]
    fields = {one.name: one for one in fields_of(asked, words, names)}
    assert list(fields) == names
    assert all(one.title and one.value for one in fields.values())
    assert "7" in dict(fields["sources"].choices)
    assert fields["actor"].value in ("قوات سوريا الديمقراطية", "Syrian Democratic Forces")


def test_an_address_is_read_as_it_was_written():
    """Whatever stands in it."""
    asked = Asked(q="a & b", actor="other:x=y", against="a\nb", area="IQ/Al Anbar", contested="1")
    written = asked.address("/explore", of="reports", after="")
    assert Asked(**{name: value for name, value in parse_qsl(urlsplit(written).query) if name != "of"}) == asked
    assert asked.address("/map", q="", actor="", against="", area="", contested="") == "/map"


@pytest.mark.parametrize(
    "path", ["/explore", "/incidents", "/counts", "/compare", "/map", "/actors", "/map/drawn", "/times"]
)
@pytest.mark.parametrize(
    "asked",
    ["since=yesterday", "kind=Battle", "sources=many", "credibility=²", "attribution=x", "box=1,2", "month=2024-13"],
)
def test_what_no_form_sends_is_refused_everywhere(browser, path, asked):
    """A wrong part is told, not passed over."""
    assert browser("viewer").get(f"{path}?{asked}").status_code == 422


def test_events_are_not_narrowed_by_what_only_incidents_have(browser):
    """Which the page says; the actor, and the place, hold for events as well."""
    visitor = browser("coder")
    text = visitor.get("/counts?sources=2&by=kind").text
    assert "count incidents to have it hold" in text
    assert "count incidents to have it hold" not in visitor.get("/counts?of=incidents&sources=2").text
    every = visitor.get("/counts?by=kind").text
    for narrowed in ("actor=sdf", "within=SY0903", "status=claimed"):
        assert visitor.get(f"/counts?by=kind&{narrowed}").text.count("/counts/records") < every.count("/counts/records")


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("/counts?since=x", "en", "“x” is no day. Write it as 2024-03-20. (From day)"),
        ("/counts?until=2024-02-30", "ar-SY", "حتى يوم"),
        ("/incidents?sources=many", "en", "Something in the form is not right. (Independent sources)"),
        ("/explore?kind=none&attribution=none+at+all", "en", "(What, Who did it)"),
        ("/counts?of=reports", "ar-SY", "ما الذي يُعدّ"),
        ("/counts/records?first=x", "en", "(first)"),
    ],
)
def test_a_refusal_names_the_field(browser, address, language, said):
    """By the title that the form gives it, in the language of the page; scripts are told the same."""
    visitor = browser("coder", language=language)
    answer = visitor.get(address, headers={"accept": "application/json"})
    assert answer.status_code == 422
    assert said in answer.json()["error"]["message"]
    field = said.rpartition("(")[2].rstrip(")").split(", ")[0]
    assert field in unescape(visitor.get(address).text)
