"""Planted names, places and reports come through on no page, in no download and in no log for who may not see them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest
from sqlalchemy import delete, select, update
from tests.unit.serve.walk import addresses

from marsad.editions.prepare import prepare
from marsad.export import to_record
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import CodedBy, Keeping
from marsad.store.access import add_collection, collect_outlet
from marsad.store.access_tables import public_documents, public_events
from marsad.store.sight import Sight
from marsad.store.tables import actors, codings, event_actors, events, places, report_versions

PRIVATE = Report(
    report_id="canary",
    headline="مقتل قتيبة الزعتراوي في قصف على هجين",
    text="قُتل الشاب قتيبة الزعتراوي وطفلان أمس، إثر قصف مدفعي لقوات النظام على مشفى في بلدة هجين شرق دير الزور، "
    "وفق ناشطين. وقالت شقيقته هالة الزعتراوي (هاتف 0944123987) إن القصف وقع ظهراً.",
    published_on=date(2018, 3, 21),
    outlet="شبكة الفرات",
    url="https://example.org/zatrawi",
)
ECHO = Report(
    report_id="echo",
    headline="ثلاثة قتلى بقصف مدفعي على هجين",
    text="قُتل ثلاثة أشخاص أمس، إثر قصف مدفعي لقوات النظام على بلدة هجين شرق دير الزور. وقال مراسلنا إن القصف على هجين "
    "وقع ظهراً، عند النقطة 34.6895، 40.8243.",
    published_on=date(2018, 3, 21),
    outlet="مرصد الجزيرة",
    url="https://example.org/hajin-echo",
)
"""The same act without a word that sets off a rule."""
CLOSED = Report(
    report_id="closed",
    headline="انفجار مخبرنا السري",
    text="انفجرت عبوة ناسفة بسيارة عسكرية لقسد قرب بلدة مركدة اليوم ما أدى إلى مقتل سبعة عشر عنصراً، بحسب مصدرنا.",
    published_on=date(2021, 5, 2),
    outlet="مصادر الداخل",
)
ECHOED = ("34.689", "40.824", "hajin-echo", "على هجين", "بلدة هجين", "هجين شرق")
NAMES = ("قتيبة", "الزعتراوي", "هالة", "0944123987", "zatrawi")


@pytest.fixture
def planted(store):
    """The store with a report that names people at a sensitive place, another one of that, and one of a collection."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    for report in (PRIVATE, ECHO, CLOSED):
        store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report))], by)
    with store.writing() as connection:
        key = add_collection(connection, "سري", who="tester")
        collect_outlet(connection, key, CLOSED.outlet, who="tester")
    Linker(store, load()).link()
    return store


def walked(app, planted, browser, name):
    """Return all that somebody gets to read, page by page, search and filters included."""
    visitor, found = browser(name, language="ar"), {}
    asked = [quote(word) for word in ("الزعتراوي", "هجين", "مخبرنا", "مركدة", "قصف")]
    for address in addresses(app, planted):
        lists = address.count("/") == 1 or "api" in address
        for suffix in ("", *(f"?q={word}" for word in asked if lists)):
            answer = visitor.get(address + suffix)
            assert answer.status_code < 500, address
            found[address + suffix] = (answer.status_code, said(answer.text))
    return found


def said(text):
    """Return a page less what the asker himself brought along: addresses of the page and what stands in the fields."""
    return re.sub(r'(?:value|href|action|content)="[^"]*"|"q": ?"[^"]*"', "", text)


def test_private_names_and_places_are_told_to_nobody_who_may_not_see_them(app, planted, browser):
    """A viewer meets neither names, nor numbers, nor the place or the point of a sensitive event, on any page."""
    (event, *_) = planted.codings("canary")[-1].record["events"]
    points = tuple(f"{event['place'][name]:.3f}"[:-1] for name in ("latitude", "longitude"))
    whole = walked(app, planted, browser, "admin")  # first, so that what a page keeps at hand is kept for somebody else
    assert all(any(name in page for _, page in whole.values()) for name in NAMES[:3])
    for address, (_, page) in walked(app, planted, browser, "viewer").items():
        for canary in (*NAMES, *points, *ECHOED[:3]):
            assert canary not in page, (address, canary)
        if "?q=" not in address and "lookup" not in address:
            assert not [canary for canary in ECHOED if canary in page], address


def test_another_report_of_an_act_does_not_tell_where_it_was(planted, app, browser):
    """Before it is made ready for them it is not there; then it is, without the place; whoever may, reads all of it."""
    whole = walked(app, planted, browser, "admin")
    assert all(any(canary in page for _, page in whole.values()) for canary in ECHOED)
    assert viewed(planted) == set()
    while prepare(planted, load()):
        pass
    assert {"canary", "echo"} <= viewed(planted)
    with replace(planted, sight=Sight(private=False)).reading() as connection:
        told = [list(map(str, connection.execute(select(table)).all())) for table in (events, report_versions, codings)]
    assert not [canary for canary in ECHOED if canary in str(told)]


def viewed(store):
    """Return the ids of the reports that a viewer sees."""
    return {kept.report.report_id for kept in replace(store, sight=Sight(private=False)).reports()}


def test_reports_of_other_groups_are_met_nowhere(app, planted, browser):
    """Who is in no group that sees a collection finds nothing of its reports: not the text, the outlet, or the id."""
    whole = walked(app, planted, browser, "admin")
    assert any("مخبرنا" in page for _, page in whole.values())
    for name in ("viewer", "coder", "editor"):
        for address, (status, page) in walked(app, planted, browser, name).items():
            if address.partition("?")[0] in ("/reports/closed", "/history/closed"):
                assert status == 404
            for canary in ("مخبرنا", CLOSED.outlet, "مصدرنا"):
                assert canary not in page, (name, address, canary)
            assert '"closed' not in page, (name, address)


@pytest.mark.parametrize("path", ["/coding/closed", "/acts/closed", "/restore/closed"])
def test_nothing_is_done_with_reports_of_other_groups(planted, browser, path):
    """Acts on what is hidden are answered as if it were not there."""
    body = {"act": "comment", "comment": "x", "in_force": 1, "events": [], "coding": 1}
    assert browser("editor").act(path, body).status_code == 404
    assert all(entry.act in ("keep", "code", "link") for entry in planted.log("report:closed"))


def test_logs_hold_no_private_text(planted, browser, caplog):
    """Neither the log of the store nor what the program says of its work quotes a report."""
    assert browser("coder").act("/acts/canary", {"act": "comment", "comment": "قتيبة"}).status_code == 200
    assert browser("viewer").get("/reports/canary").status_code == 200
    told = "\n".join(map(str, planted.log())) + caplog.text
    for canary in NAMES[1:4]:
        assert canary not in told


def test_places_and_actors_are_those_of_events_that_are_told(planted, browser):
    """Whoever asks the tables themselves for them: a viewer learns of none that only a sensitive event names."""
    (event, *_) = planted.codings("canary")[-1].record["events"]
    hidden = event["place"]["place_id"]
    assert browser("viewer").get("/queue").status_code == 200  # what is not made ready yet is not told at all
    whole, public = planted, replace(planted, sight=Sight(private=False))
    for seen, known in ((whole, True), (public, False)):
        with seen.reading() as connection:
            listed = set(connection.scalars(select(places.c.place_id)))
            there = set(connection.scalars(select(events.c.place_id).where(events.c.place_id.is_not(None))))
            codes = set(connection.scalars(select(actors.c.code)))
            acting = set(connection.scalars(select(event_actors.c.code).join(events)))
        assert (hidden in listed) is known
        assert listed == there
        assert codes == acting
    with planted.writing() as connection:
        connection.execute(delete(public_events))
        connection.execute(update(public_documents).values(changed=1))  # as if rules withheld everything
    with public.reading() as connection:
        assert (
            connection.execute(select(places.c.place_id)).all() == connection.execute(select(actors.c.code)).all() == []
        )
