"""What one report of an act may not tell, no other report of it tells: through every change of who tells the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from tests.unit.editions.test_sight import ready
from tests.unit.incidents.conftest import holding, lines_in

from marsad.editions.prepare import prepare
from marsad.export import to_record
from marsad.incidents import decide
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import Box, Filters, Keeping
from marsad.store.access_tables import public_documents
from marsad.store.sight import Sight
from marsad.store.tables import documents, events, incidents, meta
from marsad.store.tables import places as listed

SAID = "قصف مدفعي لقوات النظام على بلدة هجين شرق دير الزور"
CHILDREN = Report(
    report_id="children", headline="مقتل أربعة في قصف على هجين", published_on=date(2018, 3, 21), outlet="شبكة الفرات",
    text=f"قُتل أربعة أشخاص بينهم طفلان وأصيب ستة آخرون أمس، إثر {SAID}، وفق ناشطين.",
)  # fmt: skip
PLAIN = Report(
    report_id="plain", headline="أربعة قتلى بقصف مدفعي على هجين", published_on=date(2018, 3, 21), outlet="مرصد الجزيرة",
    text=f"أفاد مراسلنا بمقتل أربعة أشخاص وإصابة ستة أمس، في {SAID}. ووقع القصف على هجين عند 34.6895، 40.8243.",
    url="https://example.org/hajin",
)  # fmt: skip
LATER = Report(
    report_id="later", headline="أربعة قتلى في هجين", published_on=date(2018, 3, 21), outlet="شبكة ضفاف",
    text=f"سقط أربعة قتلى وستة جرحى من المدنيين أمس في {SAID}.",
)  # fmt: skip
VAGUE = Report(
    report_id="vague", headline="أربعة قتلى بقصف في سوريا", published_on=date(2018, 3, 21), outlet="وكالة الضفاف",
    text="قُتل أربعة مدنيين، بينهم المزارع سعيد محمود الزعتراوي، بقصف مدفعي لقوات النظام في سوريا أمس.",
)  # fmt: skip
ELSEWHERE = Report(
    report_id="elsewhere", headline="اشتباكات في الشدادي", published_on=date(2021, 5, 2), outlet="شبكة ضفاف",
    text="اندلعت اشتباكات بين قسد ومسلحين في بلدة الشدادي اليوم، ما أدى إلى مقتل عنصرين من قسد.",
)  # fmt: skip
CANARIES = ("هجين", "34.68", "40.82", "40.83", "hajin")
HERE = Filters(box=Box(west=40.5, south=34.5, east=41, north=35))


@pytest.fixture(scope="module")
def coder():
    return Coder()


@pytest.fixture
def keep(store, coder, by):
    """Keeps reports with their codings."""

    def kept(*reports, version="1.0"):
        told = [Keeping(report=one, record=to_record(coder.code(one), report=one)) for one in reports]
        store.keep(told, by(version))

    return kept


@pytest.fixture
def joined(store, linker, keep, places):
    """A store in which two reports tell one act, and only the words of one set off a rule."""
    keep(CHILDREN, PLAIN, ELSEWHERE)
    linker.link()
    ready(store, places)
    assert holding(store, "children") == holding(store, "plain")
    return store


def seen(store):
    """Return all that who may not see all gets to read, by the id of the report or incident."""
    public = replace(store, sight=Sight(private=False))
    found = {
        kept.report.report_id: [str(kept), str(public.codings(kept.report.report_id))] for kept in public.reports()
    }
    for line in public.lines():
        found[json.loads(line)["id"]].append(line)
    found |= {key: [line] for key, line in lines_in(public).items()}
    with public.reading() as connection:
        for table in (documents, events, incidents, listed):
            found[table.name] = [str(row) for row in connection.execute(table.select())]
    return {key: "\n".join(told) for key, told in found.items()}


def exact(store):
    """Return where the place of the act is told."""
    return {key for key, text in seen(store).items() if any(canary in text for canary in CANARIES)}


def test_no_report_tells_what_another_may_not(joined):
    """Neither text, headline, record, rows, places nor search; whoever may see all reads everything."""
    public = replace(joined, sight=Sight(private=False))
    assert {"children", "plain", "elsewhere"} <= set(seen(joined))
    assert exact(joined) == set()
    assert (joined.search("هجين").reports, public.search("هجين").reports) == (2, 0)
    assert (joined.search("", HERE).reports, public.search("", HERE).reports) == (2, 0)
    assert public.search("", Filters(area="SY09")).reports == 2
    assert public.search("مراسلنا").reports == 1
    assert "الشدادي" in seen(joined)["elsewhere"]
    (before,) = (kept.report.text for kept in joined.reports() if kept.report.report_id == "plain")
    assert before == PLAIN.text


def test_nothing_is_told_before_it_is_known_how(store, linker, keep, places):
    """A report that came is not there until it is linked, nor any of its incident until that is made ready."""
    keep(PLAIN, ELSEWHERE)
    linker.link()
    ready(store, places)
    assert "plain" in exact(store)
    keep(LATER)
    ready(store, places)
    assert "later" not in seen(store)
    linker.link()
    assert not {"later", "plain"} & set(seen(store))
    ready(store, places)
    assert {"later", "plain"} <= exact(store)
    keep(CHILDREN)
    assert "children" not in seen(store)
    linker.link()
    while True:
        assert exact(store) == set()
        if not prepare(store, places, most=1):
            break
    assert {"later", "plain", "children"} <= set(seen(store))


def test_where_nobody_links_each_report_is_told_by_its_own_words(store, keep, places):
    """Nothing says which reports tell one act."""
    keep(CHILDREN, PLAIN)
    ready(store, places)
    assert {"plain", "events", "documents"} & exact(store) == {"plain", "events"}
    assert "children" in set(seen(store)) - exact(store)


def test_parted_an_act_is_told_as_it_was(joined, linker, places):
    """By those that are no longer of it; and together again not, also where that is taken back."""
    name = holding(joined, "plain")
    decide.split(linker, name, ["plain"], why="Another shelling.")
    assert exact(joined) == set()
    assert "plain" not in seen(joined)
    ready(joined, places)
    assert {"plain", holding(joined, "plain")} <= exact(joined)
    assert not {"children", holding(joined, "children")} & exact(joined)
    decide.merge(linker, holding(joined, "plain"), holding(joined, "children"), why="No, the same.")
    assert exact(joined) == set()
    ready(joined, places)
    assert exact(joined) == set()
    assert {"plain", "children"} <= set(seen(joined))
    decide.take_back(linker, 2, why="")
    ready(joined, places)
    assert "plain" in exact(joined)
    assert joined.first_broken() is None


def test_a_vague_report_makes_no_act_coarse_that_no_rule_names(store, linker, keep, places):
    """Its text is told without the name of a private person; where the others say it was may be told all the same."""
    keep(PLAIN, VAGUE)
    linker.link()
    if holding(store, "plain") != holding(store, "vague"):
        decide.merge(linker, holding(store, "plain"), holding(store, "vague"), why="The same.")
    ready(store, places)
    told = seen(store)
    assert "الزعتراوي" not in told["vague"]
    assert "هجين" in told[holding(store, "plain")]
    (line,) = lines_in(replace(store, sight=Sight(private=False))).values()
    (exactly,) = lines_in(store).values()
    assert json.loads(line)["place"] == json.loads(exactly)["place"]
    assert json.loads(line)["date"] == json.loads(exactly)["date"]


def test_a_rule_that_holds_no_more_is_forgotten(joined, linker, keep, places):
    """A page that was edited and says nothing of children any more: linked anew, the act is told as it was."""
    edited = replace(CHILDREN, text=CHILDREN.text.replace("بينهم طفلان ", ""))
    keep(edited)
    ready(joined, places)
    assert exact(joined) == set()
    linker.link()
    assert exact(joined) == set()
    ready(joined, places)
    assert {"plain", "children"} <= exact(joined)


def test_an_edited_page_tells_no_more_than_before(joined, keep, by, places):
    """Not coded yet, and coded anew without being linked: it is held to what its act may tell."""
    joined.keep([Keeping(report=replace(PLAIN, text=PLAIN.text + " انتهى."), record=None)], by())
    ready(joined, places)
    assert exact(joined) == set()
    assert "انتهى" in seen(joined)["plain"]
    keep(replace(PLAIN, text=PLAIN.text + " انتهى."), version="2.0")
    ready(joined, places)
    assert exact(joined) == set()
    assert "انتهى" in seen(joined)["plain"]


def test_what_is_made_anew_by_other_words_is_told_once(joined, places):
    """All is made ready again; searches find what stands there now, and nothing of before."""
    public = replace(joined, sight=Sight(private=False))
    with joined.writing() as connection:
        connection.execute(meta.update().where(meta.c.name == "editions").values(value="another"))
    ready(joined, places)
    assert exact(joined) == set()
    assert (public.search("هجين").reports, public.search("مراسلنا").reports) == (0, 1)
    with joined.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(public_documents)) == 3


def test_only_what_changed_is_made_anew(joined, linker, keep, places):
    """Reports of other acts keep their keys."""
    keys = select(documents.c.search_key, documents.c.report_key)
    with joined.reading() as connection:
        before = {row.report_key: row.search_key for row in connection.execute(keys)}
    keep(LATER)
    linker.link()
    ready(joined, places)
    with joined.reading() as connection:
        after = {row.report_key: row.search_key for row in connection.execute(keys)}
    assert {key: after[key] for key in before} == before
