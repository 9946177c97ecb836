"""Incidents on the pages: found, shown with everything behind them, merged, split, graded, and taken back."""

from __future__ import annotations

import re
import shutil

import pytest
from tests.told import fill_incidents, telling
from tests.web import events_of, fetched

from marsad.incidents.view import record_of
from marsad.serve.incident_view import brief, where_drawn
from marsad.serve.locale import Locale
from marsad.serve.words import Words
from marsad.store import open_store
from marsad.store.incident_briefs import places_of_incidents
from marsad.store.incidents import current_id, dissolve
from marsad.store.judgements import newest_key


@pytest.fixture(scope="session")
def linked(tmp_path_factory):
    """A store of incidents, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("incidents") / "linked.db"
    with open_store(path, who="tester", create=True) as store:
        fill_incidents(store)
    return path


@pytest.fixture
def store(linked, tmp_path):
    """A store of one's own."""
    with open_store(shutil.copy(linked, tmp_path / "store.db"), who="tester") as opened:
        yield opened


def listed(answer):
    return list(dict.fromkeys(re.findall(r'href="/incidents/(i-[0-9a-f]{12})', answer.text)))


def test_places_are_named_in_the_language_of_the_page(browser):
    """An English list says Al Mayadin, an Arabic one الميادين."""
    shown = {language: browser("coder", language=language).get("/incidents").text for language in ("en", "ar")}
    assert "<bdi>الميادين</bdi>" in shown["ar"]
    assert "<bdi>الميادين</bdi>" not in shown["en"]


def test_what_is_found_tells_who_was_detained(browser):
    """An arrest of three that a search finds stands there as one of three, in the words of its language."""
    assert "3 detained" in browser("coder", language="en").get("/explore?q=الشحيل").text
    assert "3 معتقلين" in browser("coder", language="ar").get("/explore?q=الشحيل").text


@pytest.mark.parametrize(
    ("query", "reports"),
    [
        ("", ["s6", "s5", "s1"]),
        ("since=2017-05-10&until=2017-05-10", ["s5"]),
        ("place=الميادين", ["s5", "s1"]),
        ("place=دير الزور", ["s6", "s5", "s1"]),
        ("place=Deir-ez-Zor", ["s6", "s5", "s1"]),
        ("actor=sdf", ["s6"]),
        ("actor=قوات سوريا الديمقراطية", ["s6"]),
        ("kind=Arrests", ["s6"]),
        ("sources=2", ["s1"]),
        ("credibility=2", ["s1"]),
        ("attribution=high", []),
        ("contested=1", []),
        ("differing=1", ["s1"]),
        ("place=لا مكان", []),
    ],
)
def test_incidents_are_found(browser, store, query, reports):
    """By day, place (a name in either language, or a governorate), actor (code or name), kind, sources and grades."""
    answer = browser("coder").get(f"/incidents?{query}")
    assert listed(answer) == [telling(store, report) for report in reports]


@pytest.mark.parametrize(
    ("typed", "reports"),
    [
        ("", ["s6", "s5", "s1"]),
        ("الميادين", ["s5", "s1"]),
        ("Mayadin", ["s5", "s1"]),
        ("Deir-ez-Zor", ["s6", "s5", "s1"]),
        ("لا مكان", []),
    ],
)
def test_incidents_are_offered_by_words_and_places(browser, store, typed, reports):
    """For a field that names one: by words of their reports or a name of the place, in either language."""
    found = browser("editor").get("/lookup/incidents", params={"q": typed}).json()
    assert [one["value"] for one in found] == [telling(store, report) for report in reports]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_incident_is_offered_by_id_and_address(browser, store, language):
    """Named as pages name it: kind, place and days; an id that leads to it finds it as well."""
    named, visitor = telling(store, "s1"), browser("editor", language=language)
    for typed in (named, f"http://127.0.0.1:8000/incidents/{named}?decided=1"):
        (one,) = visitor.get("/lookup/incidents", params={"q": typed}).json()
        assert one["value"] == named
        assert ("Mayadin" if language == "en" else "الميادين") in one["label"]
    assert visitor.get("/lookup/incidents", params={"q": "i-000000000000"}).json() == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_batch_names_its_incident_and_actors(browser, store, language):
    """The form sends codes and shows names; what is no incident is told, not passed over."""
    visitor, named = browser("editor", language=language), telling(store, "s6")
    page = visitor.get(f"/bulk?incident={named}&actor=sdf").text
    label = "Syrian Democratic Forces" if language == "en" else "قوات سوريا الديمقراطية"
    assert f'name="actor" value="sdf" data-from="/lookup/actors" data-label="{label}"' in page
    told = visitor.get("/lookup/incidents", params={"q": named}).json()[0]["label"]
    assert f'name="incident" value="{named}" data-from="/lookup/incidents" data-label="{told}"' in page
    assert visitor.get("/bulk?incident=الميادين").status_code == 422


@pytest.mark.parametrize("query", ["since=yesterday", "kind=Battle", "sources=many", "credibility=²", "attribution=x"])
def test_what_no_form_sends_is_refused(browser, query):
    """A wrong filter is told, not passed over."""
    assert browser("viewer").get(f"/incidents?{query}").status_code == 422


def test_long_lists_come_in_pages(browser, store, app):
    """Each page leads to the next until all were seen."""
    app.state.settings = type(app.state.settings)(longest_list=2)
    visitor, seen, path = browser("viewer"), [], "/incidents?place=%D8%AF%D9%8A%D8%B1+%D8%A7%D9%84%D8%B2%D9%88%D8%B1"
    while path:
        answer = visitor.get(path)
        seen += listed(answer)
        found = re.search(r'rel="next" href="([^"]+)"', answer.text)
        path = found[1].replace("&amp;", "&") if found else None
    assert seen == [telling(store, report) for report in ("s6", "s5", "s1")]


def test_an_incident_shows_what_it_rests_on(browser, store):
    """Reports in order, the copy below its origin; claims that count and those that do not; reasons with weights."""
    text = browser("coder").get(f"/incidents/{telling(store, 's1')}").text
    order = [text.index(f'class="title" href="/reports/{report}"') for report in ("s1", "s2", "s3", "s4")]
    assert order == sorted(order)
    assert "1 copy of it" in text
    for told in ("copied from another report", "Kind of act: the same", "Why it is here", "Russian forces"):
        assert told in text
    assert text.count('class="quote"') == 3
    assert "/merge" not in text  # a coder decides nothing


@pytest.mark.parametrize(
    ("place", "drawn"),
    [
        ({}, "point"),
        ({"precision": 2}, "circle"),
        ({"precision": 3, "place_id": None, "name": "دير الزور"}, "area"),
        ({"precision": 3, "place_id": None, "name": None, "country": None, "admin1": None}, "nothing"),
    ],
)
def test_an_incident_has_a_map_that_tells_no_more_than_is_known(store, place, drawn):
    """A point where it is exact, how far "near" reaches, the area; none where nothing is known."""
    with store.reading() as connection:
        record = record_of(connection, telling(store, "s1"))
        place_id = places_of_incidents(connection, [record["incident_id"]])[record["incident_id"]]
    assert record["place"]["precision"] == 1
    told = {**record, "place": {**record["place"], **place}}
    about = brief(told, Words(Locale(tag="en")), place_id=None if "place_id" in place else place_id)
    found = where_drawn(about, told["place"]["precision"], "en")
    assert (found[0].drawn if found else "nothing") == drawn


def test_the_map_stands_on_the_page(browser, store):
    """Without a script, in English with English names; a viewer's has no point of a sensitive act."""
    incident_id = telling(store, "s1")
    text = browser("coder").get(f"/incidents/{incident_id}").text
    assert 'class="exact"' in text
    assert "exact place" in text
    assert "Mayadin" in text
    assert "Mayadin" in browser("coder").get("/incidents").text
    assert "Mayadin" not in browser("coder", language="ar").get(f"/incidents/{incident_id}").text
    public = browser("viewer").get(f"/incidents/{incident_id}").text
    assert 'class="exact"' not in public
    assert "only the area is known" in public


def test_reports_and_incidents_lead_to_each_other(browser, store):
    """Also once a person coded the report anew: then the incident says that it waits to be linked."""
    incident = telling(store, "s4")
    visitor = browser("coder")
    assert f'href="/incidents/{incident}"' in visitor.get("/reports/s4").text
    events = events_of(store, "s4")
    events[0]["killed"] = {"low": 9, "best": 9, "high": 9}
    coding = store.codings("s4")[-1].coding_key
    assert "not linked yet" not in visitor.get(f"/incidents/{incident}").text
    assert visitor.act("/coding/s4", {"in_force": coding, "events": events}).status_code == 200
    assert f'href="/incidents/{incident}"' in visitor.get("/reports/s4").text
    assert "not linked yet" in visitor.get(f"/incidents/{incident}").text


def test_what_was_corrected_is_linked_from_the_page(browser, store):
    """An editor sees how many wait, and the incident follows the correction; not where words changed since."""
    events, coding = events_of(store, "s5"), store.codings("s5")[-1].coding_key
    events[0]["date"] = {"start": "2017-06-20", "end": "2017-06-20", "precision": 1, "reason": None}
    assert "Link them now" not in browser("editor").get("/incidents").text
    assert browser("coder").act("/coding/s5", {"in_force": coding, "events": events}).status_code == 200
    text = browser("editor").get("/incidents").text
    assert "1 report was coded or corrected since" in text
    assert "Link them now" in text
    assert "Link them now" not in browser("reviewer").get("/incidents").text
    assert browser("editor").submit("/incidents/link").status_code == 303
    assert "20 June 2017" in browser("coder").get(f"/incidents/{telling(store, 's5')}").text
    assert "Link them now" not in browser("editor").get("/incidents").text


def test_next_goes_through_the_list_and_back_to_it(browser, store):
    """The filters go along."""
    visitor = browser("coder")
    first = telling(store, "s5")
    text = visitor.get(f"/incidents/{first}?place=الميادين").text
    onward = re.search(r'id="next" href="([^"]+)"', text)[1].replace("&amp;", "&")
    answer = visitor.get(onward)
    assert answer.headers["location"].startswith(f"/incidents/{telling(store, 's1')}?place=")
    text = visitor.get(answer.headers["location"]).text
    onward = re.search(r'id="next" href="([^"]+)"', text)[1].replace("&amp;", "&")
    assert visitor.get(onward).headers["location"].startswith("/incidents?place=")


def test_a_merge_is_shown_then_done_then_taken_back(browser, store):
    """The old address leads on meanwhile; the reason stands in the history, and the act is the person's."""
    visitor = browser("reviewer")
    one, other = telling(store, "s1"), telling(store, "s5")
    assert listed(visitor.get(f"/incidents/{one}/merge")) == [one]
    assert f'value="{other}"' in visitor.get(f"/incidents/{one}/merge").text
    shown = visitor.get(f"/incidents/{one}/merge?other=http://127.0.0.1:8000/incidents/{other}").text
    assert "Killed: 1 (1 to 8)" in shown
    assert "Mayadin, Deir-ez-Zor" in re.sub(r"</?bdi>", "", shown)  # places are named as elsewhere in the language
    assert telling(store, "s5") == other
    answer = visitor.submit(f"/incidents/{one}/merge", {"other": other, "why": "One market"})
    now = telling(store, "s5")
    assert answer.headers["location"] == f"/incidents/{now}?decided=1"
    assert now == telling(store, "s1")
    led = visitor.get(f"/incidents/{({one, other} - {now}).pop()}")
    assert (led.status_code, led.headers["location"]) == (307, f"/incidents/{now}")
    text = visitor.get(f"/incidents/{now}").text
    assert "One market" in text
    assert visitor.get("/reports/s1").text.count(f'href="/incidents/{now}"') == 1
    undo = re.search(r'href="(/judgements/\d+/undo)"', text)[1]
    assert "Take a decision back" in visitor.get(undo).text
    assert telling(store, "s5") == now
    assert visitor.submit(undo, {"why": "Two days"}).status_code == 303
    assert telling(store, "s5") == other
    assert [entry.who for entry in store.log() if entry.act == "merge"] == ["reviewer", "reviewer"]
    assert "/undo" not in visitor.get(f"/incidents/{one}").text
    assert store.first_broken() is None


def test_a_split_is_shown_then_done(browser, store):
    """Reports named tell one of their own; all of them, or none, is refused before anything is done."""
    visitor, one = browser("reviewer"), telling(store, "s1")
    assert "Russian forces" in visitor.get(f"/incidents/{one}/split?report=s4").text
    assert telling(store, "s4") == one
    for refused in ("", "?report=s5", "?report=s1&report=s2&report=s3&report=s4"):
        assert visitor.get(f"/incidents/{one}/split{refused}").status_code == 422
    answer = visitor.submit(f"/incidents/{one}/split", {"report": "s4", "why": ""})
    off = telling(store, "s4")
    assert answer.headers["location"] == f"/incidents/{off}?decided=1"
    assert off != telling(store, "s1") == one
    assert store.first_broken() is None


@pytest.mark.parametrize("reading", ["s4", "s1"])
def test_a_split_is_taken_back_from_either_side(browser, store, reading):
    """The reports split off and those left tell of it, at the top for whoever just decided, and lead to the undo."""
    visitor, one = browser("reviewer"), telling(store, "s1")
    visitor.submit(f"/incidents/{one}/split", {"report": "s4", "why": "Another raid"})
    page = f"/incidents/{telling(store, reading)}"
    text = visitor.get(page).text
    assert "these reports tell another act:" in text
    assert "Another raid" in text
    assert 'role="status"' not in text.partition("<header")[2].partition('id="said"')[0]
    (undo,) = re.findall(r'href="(/judgements/\d+/undo)"', text)
    status = re.search(r'<p class="good" role="status">(.*?)</p>', visitor.get(f"{page}?decided=1").text, re.DOTALL)[1]
    assert undo in status
    asked = visitor.get(undo).text
    assert "Nothing is done yet" in asked
    about = re.search(r'<p id="decision">(.*?)</p>', asked, re.DOTALL)[1]
    assert "these reports tell another act: <bdi>s4</bdi>" in about
    assert "Another raid" in about
    assert visitor.submit(undo).headers["location"] == f"/incidents/{one}?decided=1"
    assert telling(store, "s4") == one
    back = visitor.get(f"/incidents/{one}?decided=1").text
    assert re.search(r"took a decision back, that these reports tell another act:\s*.*?s4", back, re.DOTALL)
    assert "/undo" not in visitor.get(f"/incidents/{one}?decided=1").text


def test_grades_of_people_stand_beside_the_rule(browser, store):
    """Of a report and of who did it; what is no grade is refused."""
    visitor, one = browser("reviewer"), telling(store, "s1")
    visitor.submit(f"/incidents/{one}/grade", {"report": "s3", "credibility": "4", "why": "Hearsay"})
    visitor.submit(f"/incidents/{one}/grade", {"attribution": "contested"})
    text = visitor.get(f"/incidents/{one}").text
    assert "graded by reviewer; the rule says: probable" in text
    assert "graded by reviewer; the rule says: supported" in text
    assert listed(visitor.get("/incidents?contested=1")) == [one]
    for wrong in ({}, {"report": "s5", "credibility": "1"}, {"report": "s3", "credibility": "9"}):
        assert visitor.submit(f"/incidents/{one}/grade", wrong).status_code == 422


def test_others_decisions_are_taken_back_by_editors(browser, store):
    """A reviewer takes back his own only."""
    one, other = telling(store, "s1"), telling(store, "s5")
    browser("editor").submit(f"/incidents/{one}/merge", {"other": other})
    with store.reading() as connection:
        undo = f"/judgements/{newest_key(connection)}/undo"
    assert browser("reviewer").get(undo).status_code == 403
    assert browser("reviewer").submit(undo).status_code == 403
    assert browser("admin").submit(undo).status_code == 303
    assert telling(store, "s5") == other
    assert browser("admin").submit(undo).status_code == 404


def test_what_is_not_there_is_told(browser, store):
    """Ids that never were, and merging an incident with itself."""
    visitor, one = browser("reviewer"), telling(store, "s1")
    assert visitor.get("/incidents/i-000000000000").status_code == 404
    assert visitor.get(f"/incidents/{one}/merge?other=nothing").status_code == 404
    assert "They are one incident already." in visitor.get(f"/incidents/{one}/merge?other={one}").text
    assert visitor.get("/judgements/1/undo").status_code == 404


def test_an_incident_without_reports_says_what_became_of_it(browser, store):
    """Its address stays, with the history, and says that it is gone."""
    one = telling(store, "s6")
    with store.writing() as connection:
        dissolve(connection, [one], who="tester")
        assert current_id(connection, one) == one
    answer = browser("viewer").get(f"/incidents/{one}")
    assert answer.status_code == 410
    assert "No report tells this incident any more" in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("never linked", "Link the incidents anew first", "other words, weights or places", "An editor links")),
        ("ar", ("لم تُربط", "أعد ربط الحوادث أولاً", "بمعجم أو أوزان أو أماكن", "يربطها محرر")),
    ],
)
def test_incidents_of_other_words_are_linked_anew_first(browser, store, monkeypatch, language, said):
    """Deciding on them is refused with the way out, which leads to the page where an editor links them anew."""
    monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
    visitor = browser("reviewer", language=language)
    merging = f"/incidents/{telling(store, 's1')}/merge?other={telling(store, 's5')}"
    answer = visitor.get(merging)
    assert answer.status_code == 409
    problem, remedy, waits, whose = said
    assert problem in answer.text
    assert f"<p>{remedy}" in answer.text
    assert '<a class="button main" href="/incidents">' in answer.text
    assert remedy in visitor.get(merging, headers={"Accept": "application/json"}).json()["error"]["message"]
    assert all(one in visitor.get("/incidents").text for one in (waits, whose))
    assert "/incidents/link" in browser("editor").get("/incidents").text
    assert waits not in browser("viewer", language=language).get("/incidents").text
    assert browser("editor").submit("/incidents/link").status_code == 303
    assert visitor.get(merging).status_code == 200
    assert waits not in visitor.get("/incidents").text
