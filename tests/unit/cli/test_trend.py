"""`marsad trend` and `marsad alert` as people and programs see them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from benchmarks.streams import Channel, steady, stream
from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.store import open_store
from marsad.store.accounts import add_user, change_user, user_named
from marsad.store.saved_searches import save_search

SEARCHES = """
[[search]]
name = "كل شيء"
area = "SY09"

[[search]]
name = "احتجاجات"
type = "Protests"
"""


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Incidents of a true rise and of a new channel alone, and two searches."""
    folder = tmp_path_factory.mktemp("trend")
    old = [steady("مرصد الوادي", 0.6), steady("شبكة النهر", 0.5), steady("وكالة الضفاف", 0.4)]
    new = [
        Channel(name="ناقل", share=lambda week: 0.4 if week >= 36 else 0.0, copies="قناة جديدة"),
        steady("قناة جديدة", 0.95, begins=36),
    ]
    for name, last, seed in (("rise", 24.0, 11), ("flat", 12.0, 12)):  # of seed 11 the flat one grows by chance
        records = stream([12.0] * 36 + [last] * 4, old + new, np.random.default_rng(seed))
        lines = [json.dumps(record, ensure_ascii=False) for record in records]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "searches.toml").write_text(SEARCHES, encoding="utf-8")
    return folder


def test_two_months_are_set_side_by_side(files, tmp_path):
    """Rows with intervals for people, CSV and JSON for programs; the new channel of the other record makes no rise."""
    shown = run("compare", files / "rise.jsonl", "--now", "2024-06", "--by", "admin2")
    assert shown.exit_code == Exit.OK
    for words in (
        "Rising: ",
        "in 2024-06",
        "times as many a day (95 % interval",
        "95 % interval",
        "together",
        "Left out: ",
    ):
        assert words in shown.stdout
    told = json.loads(run("compare", files / "flat.jsonl", "--now", "2024-06", "--by", "none", "--json").stdout)
    assert (told["rows"], told["total"]["verdict"]) == ([], "no change shown")
    assert run("compare", files / "flat.jsonl", "-o", tmp_path / "months.csv").exit_code == Exit.OK
    assert "verdict" in (tmp_path / "months.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--now", "2024-13", "Write a month (2024-03)"),
        ("--before", "2024-06", "Name the earlier period with --before"),
        ("--by", "week", "The periods are named with --now"),
        ("--people", "dead", "There is no count of 'dead'"),
    ],
)
def test_what_cannot_be_compared_is_refused(files, option, value, said):
    """With what to write in its place."""
    result = run("compare", files / "rise.jsonl", "--now", "2024-06", option, value)
    assert result.exit_code != Exit.OK
    assert said in " ".join((result.stderr + str(result.exception)).split())


def test_a_rise_is_told_with_its_reasons(files):
    """Verdict, interval, panel, who was left out and why, where it comes from, and the weeks."""
    result = run("trend", files / "rise.jsonl", "--hot-spots", "--pair", "sdf,is")
    assert result.exit_code == Exit.OK
    assert result.stdout.startswith("Rising: ")
    for words in (
        "95 % interval", "Counted is what the 3 sources that", "Leaving out any one of them",
        "قناة جديدة (began in the week of 2024-06-03)", "By district: ", "week from", "Since 2023-09-25, 40 weeks",
        "Ramadan (1445 AH)", "Hot spot", "sdf and is: ",
    ):  # fmt: skip
        assert words in result.stdout, words


def test_a_new_channel_alone_is_no_rise(files):
    """Nor is it in the machine's answer."""
    found = json.loads(run("trend", files / "flat.jsonl", "--json").stdout)
    assert found["verdict"] == "no change shown"
    assert found["now"]["all_sources"] > found["now"]["incidents"]
    assert set(found["left_out"]) == {"قناة جديدة", "ناقل"}
    assert sum(len(week["ids"]) for week in found["weeks"]) == found["now"]["incidents"] + found["before"]["incidents"]
    assert found["changes"] == []


def test_the_weeks_go_into_a_table(files, tmp_path):
    """One row a week, with the ids counted."""
    assert run("trend", files / "rise.jsonl", "-o", tmp_path / "weeks.csv").exit_code == Exit.OK
    with (tmp_path / "weeks.csv").open(encoding="utf-8-sig", newline="") as stream_:
        rows = list(csv.DictReader(stream_))
    assert [row["period"] for row in rows] == ["before"] * 26 + ["now"] * 4
    assert all(len(row["ids"].split("; ")) == int(row["incidents"]) for row in rows)


def test_alerts_name_what_rises_and_list_the_rest(files):
    """The rise with its incidents first, then one line for what is quiet."""
    result = run("alert", files / "searches.toml", files / "rise.jsonl")
    assert result.exit_code == Exit.OK
    assert result.stdout.startswith("كل شيء\nRising: ")
    assert "The incidents now: i-" in result.stdout
    assert "احتجاجات: Cannot tell: 0 incidents" in result.stdout
    lines = [
        json.loads(line)
        for line in run("alert", files / "searches.toml", files / "flat.jsonl", "--json").stdout.splitlines()
    ]
    assert [line["alert"] for line in lines] == [False, False]


def test_coded_reports_are_refused_with_the_remedy(tmp_path):
    """Many of them tell one act."""
    file = tmp_path / "coded.jsonl"
    event = {"sub_event_type": "Attack", "place": {"country": "SY", "precision": 3}, "date": None}
    file.write_text(json.dumps({"id": "r1", "events": [event]}), encoding="utf-8")
    result = run("trend", file)
    assert result.exit_code == Exit.USAGE
    assert "marsad link FILE" in result.stderr


def test_what_cannot_be_asked_is_refused(files):
    """An unknown type, and a file of searches with one."""
    assert run("trend", files / "flat.jsonl", "--type", "Arrest").exit_code != Exit.OK
    assert run("trend").exit_code == Exit.USAGE
    for command in ("trend", "missing"):
        exchanged = run(command, files / "flat.jsonl", "--since", "2024-05-01", "--until", "2024-01-01")
        assert exchanged.exit_code == Exit.USAGE
        assert "lies before the first" in exchanged.stderr


def test_a_linked_store_is_asked_directly(tmp_path):
    """Its incidents, with the bodies that its reports quote; one that was never linked is refused with the remedy."""
    reports = Path(__file__).parents[1] / "link" / "reports.jsonl"
    rows = [json.loads(line) for line in reports.read_text(encoding="utf-8").splitlines()]
    file = tmp_path / "reports.jsonl"
    lines = [json.dumps({key: row[key] for key in row if key != "events"}, ensure_ascii=False) for row in rows]
    file.write_text("\n".join(lines), encoding="utf-8")
    store = tmp_path / "s.db"
    assert run("code", file, "--store", store, "-q").exit_code == Exit.OK
    assert "Link it first: marsad link --store" in run("trend", "--store", store).stderr
    assert run("link", "--store", store, "-q").exit_code == Exit.OK
    found = json.loads(run("trend", "--store", store, "--json").stdout)
    assert found["verdict"] == "cannot tell"
    assert run("missing", "--store", store).stdout.startswith("From ")
    incidents, coded = tmp_path / "incidents.jsonl", tmp_path / "coded.jsonl"
    assert run("export", "--store", store, "--incidents", "-o", incidents).exit_code == Exit.OK
    assert run("export", "--store", store, "-o", coded).exit_code == Exit.OK
    for asked in (
        ("trend",),
        ("trend", "--pair", "sdf,is"),
        ("trend", "--hot-spots", "--since", "2018-01-01"),
        ("trend", "--area", "SY09"),
        ("missing",),
        ("missing", "--area", "SY", "--panel", "وكالة ضفاف,قناة الأفق"),
    ):  # a store is read by what is looked at, files whole
        of_store, of_files = (
            run(*asked, *where, "--json") for where in (("--store", store), (incidents, "--coded", coded))
        )
        assert (of_store.exit_code, of_store.stdout) == (of_files.exit_code, of_files.stdout), asked
        assert of_store.stdout, asked


def test_searches_saved_in_the_workbench_are_looked_at_too(tmp_path, files):
    """Those of a store alone, or after those of a file; what a trend cannot be asked is named with its reason."""
    coded = tmp_path / "in.jsonl"
    text = "اعتقلت قسد أربعة أشخاص في مدينة الرقة اليوم."
    report = {"id": "r1", "title": "", "text": text, "published": "2021-05-02", "outlet": "شبكة ضفاف"}
    coded.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    store = tmp_path / "s.db"
    assert run("code", coded, "--store", store, "-q").exit_code == Exit.OK
    assert run("link", "--store", store, "-q").exit_code == Exit.OK
    assert run("alert", "--store", store).exit_code == Exit.USAGE
    with open_store(store) as opened, opened.writing() as connection:
        for name, ended in (("ليلى", False), ("عمر", True)):
            add_user(connection, name, "coder", who="t")
            user = user_named(connection, name)
            save_search(connection, user, "الرقة", "/explore?area=SY11&kind=Arrests")
            save_search(connection, user, "كلمة", "/explore?q=%D9%82%D8%B3%D8%AF&area=SY11")
            if ended:
                change_user(connection, user, ended_at="2021-05-03T00:00:00Z", who="t")
    result = run("alert", "--store", store)
    assert result.exit_code == Exit.OK
    assert result.stdout.startswith("الرقة (ليلى): Cannot tell: ")
    assert "Searches that rise: 0 of 1." in result.stdout
    assert "كلمة (ليلى): not looked at. It asks for words; a trend is of kinds, areas and actors." in result.stderr
    assert "عمر" not in result.stdout + result.stderr
    lines = run("alert", files / "searches.toml", "--store", store, "--json").stdout.splitlines()
    assert [json.loads(line)["search"]["name"] for line in lines] == ["كل شيء", "احتجاجات", "الرقة (ليلى)"]


def test_a_pair_has_two_actors(files):
    """One, or three, is refused with the form."""
    for pair in ("sdf", "sdf,is,opp"):
        result = run("trend", files / "rise.jsonl", "--pair", pair)
        assert result.exit_code == Exit.USAGE
        assert "Write two actors, parted by a comma: sdf,is." in result.stderr


def test_a_search_that_is_wrong_is_named_as_people_count(files, tmp_path):
    """The second is called the second."""
    (tmp_path / "s.toml").write_text(SEARCHES.replace('"Protests"', '"Bombing"'), encoding="utf-8")
    result = run("alert", tmp_path / "s.toml", files / "rise.jsonl")
    assert "search 2, type: 'Bombing' is no event type" in f"{result.stderr}{result.exception}"
